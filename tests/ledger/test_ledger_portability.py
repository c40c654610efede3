"""Tables and questions are words that both databases understand."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import saksi.ledger
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import SearchFilter, StatementFilter, kinship, open_ledger, queries
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


def test_both_stores_filled_in_another_order_export_the_same_bytes(made, tmp_path, postgres):
    """Names in other scripts and case, copies, and articles without a date, which either might sort otherwise."""
    said = [
        "Zebra naik",
        "zebra naik",
        "Ångström naik",
        "ångström turun",
        "العربية",
        "_ garis",
        "~ gelombang",
        "air 🌊 naik",
        "Air-naik",
        "a\x00b",
    ]
    readings = [made(one, name=one, published=None if n % 3 else f"2026-01-0{n + 1}", outlet=one[:1]) for n, one in enumerate(said)]
    readings += [made("air naik di muara sungai yang lebar sekali kata dia lagi", id=f"copy-{n}") for n in range(3)]
    written = []
    for where, given in ((str(tmp_path / "a.db"), readings), (postgres.fresh(), readings[::-1])):
        with open_ledger(where) as ledger:
            ledger.add(given)
            page = ledger.statements(StatementFilter(), limit=100)
            found = ledger.search(SearchFilter(words="naik"), limit=100)
            bodies = {kind: b"".join(write["jsonl"](ledger)) for kind, write in EXPORTS.items()}
            written.append((bodies, [hit.row.article for hit in found.hits], found.facets, page.facets, page.rows))

    assert written[0] == written[1]
