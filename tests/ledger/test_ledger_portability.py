"""Tables and questions are words that both databases understand."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import saksi.ledger
from saksi.ledger import StatementFilter, kinship, queries
from saksi.ledger.schema import metadata, statements

DIALECT = postgresql.dialect()
NO_TEXT = {"ledger_schema", "bands", "marks"}
WANTED = StatementFilter(**dict.fromkeys((*queries.FACETS, "article"), "x"), words="air surut")


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_tables_and_indexes_compile_for_postgresql(table):
    made = str(CreateTable(table).compile(dialect=DIALECT))
    assert 'TEXT COLLATE "C"' in made or table.name in NO_TEXT
    for index in table.indexes:
        assert index.name in str(CreateIndex(index).compile(dialect=DIALECT))


@pytest.mark.parametrize(
    "query",
    [
        queries.part(queries.article_list("Kabar", "id"), 0, 50),
        queries.part(queries.statement_list(WANTED), 0, 50),
        queries.statement_count(WANTED),
        *(queries.facet(name, WANTED) for name in queries.FACETS),
        queries.lines_after("a", 10),
        queries.line_of("a"),
        queries.ids_beginning("a", 2),
        kinship.near_query(),
        statements.insert(),
    ],
    ids=lambda query: str(query).split("\n", maxsplit=1)[0][:40],
)
def test_questions_compile_for_postgresql(query):
    assert str(query.compile(dialect=DIALECT))


def test_what_only_sqlite_understands_stands_in_one_file():
    folder = Path(saksi.ledger.__file__).parent
    wordy = {
        file.name for file in folder.glob("*.py") for word in ("PRAGMA", "sqlite_master", "exec_driver_sql") if word in file.read_text()
    }

    assert {"sqlite.py", "postgresql.py"} == wordy
