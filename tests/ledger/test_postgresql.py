"""A database that cannot be reached, entered, read or written says so in one line, without its password."""

from __future__ import annotations

import pytest

from saksi.errors import LedgerError
from saksi.ledger import SearchFilter, open_ledger, shown_ledger
from saksi.ledger.schema import SCHEMA_VERSION


@pytest.fixture
def store() -> str:
    """This is about PostgreSQL."""
    return "postgresql"


def refusal(where: str, **options: object) -> str:
    with pytest.raises(LedgerError) as refused:
        open_ledger(where, **options)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_without_leave_to_make_tables_an_empty_database_is_told(where, postgres):
    assert "there is no ledger in the database; `saksi add`" in refusal(where, create=False)
    assert postgres.run("SELECT to_regclass('articles')", where) == [(None,)]


def test_tables_of_another_program_are_told_and_left_alone(where, postgres):
    postgres.run("CREATE TABLE articles (id int)", where)

    assert "another program has tables there (articles)" in refusal(where)
    assert postgres.run("SELECT to_regclass('statements')", where) == [(None,)]


def test_a_ledger_of_a_newer_version_and_one_that_is_not_whole_are_told(ledger, where, postgres):
    postgres.run("UPDATE ledger_schema SET version = 99", where)
    assert "a newer Saksi made it (tables 99" in refusal(where)

    postgres.run("DELETE FROM ledger_schema", where)
    assert "not whole" in refusal(where)


def test_an_older_ledger_is_brought_up(ledger, made, where, postgres):
    ledger.add([made("air surut")])
    expected = ledger.search(SearchFilter(words="surut"))
    postgres.run("DROP TABLE search", where)
    postgres.run("UPDATE ledger_schema SET version = 2", where)

    with open_ledger(where, create=False) as again:
        assert again.search(SearchFilter(words="surut")) == expected
    assert postgres.run("SELECT max(version) FROM ledger_schema", where) == [(SCHEMA_VERSION,)]


def test_a_database_that_is_not_there_and_one_in_another_encoding_are_told(postgres):
    assert "there is no such database" in refusal(postgres.url().replace("/postgres?", "/none?"))

    postgres.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    assert "keeps text in LATIN1" in refusal(postgres.url().replace("/postgres?", "/latin?"))


def test_a_user_whom_the_server_does_not_know_is_told_without_the_password(postgres):
    asked = postgres.url().replace("tester@", "nobody:geheim@")

    assert "refused the user or the password" in refusal(asked)
    assert "geheim" not in refusal(asked)


@pytest.fixture
def guest(where, postgres):
    """The address of the same place for a user who may only read."""
    schema = where.rpartition("%3D")[2]
    postgres.run("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    postgres.run(f"GRANT USAGE ON SCHEMA {schema} TO guest")
    postgres.run(f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO guest")
    return where.replace("tester@", "guest@")


def test_a_user_without_rights_is_told(guest):
    assert "the user may not do this" in refusal(guest)
    assert "no schema that the user may use" in refusal(guest.rpartition("%3D")[0] + "%3Dnone")


def test_a_user_who_may_only_read_reads(guest, ledger, made):
    ledger.add([made("pertama")])
    with open_ledger(guest) as other:
        assert other.articles().total == 1
        with pytest.raises(LedgerError, match="the user may not do this"):
            other.add([made("lain")])


def test_a_write_waits_for_another_writer_and_then_says_who_is_in_the_way(ledger, made, where):
    with open_ledger(where) as other, other.writing():
        with pytest.raises(LedgerError, match="another program is writing to it"):
            ledger.add([made()])
        assert ledger.articles().total == 0

    assert ledger.add([made()])[0].new


def test_tables_that_are_gone_are_told(ledger, made, where, postgres):
    ledger.add([made()])
    postgres.run("DROP TABLE statements", where)

    with pytest.raises(LedgerError, match="tables are gone"):
        ledger.add([made("lain")])


def test_a_connection_that_the_server_ended_is_made_again(ledger, made, where, postgres):
    ledger.add([made()])
    postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'saksi'")

    assert ledger.articles().total == 1


def test_a_connection_that_ends_within_a_transaction_is_told_and_nothing_is_half_there(ledger, made, postgres):
    def readings():
        yield made("pertama")

    def cut(connection, _added):
        postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'saksi'")
        connection.exec_driver_sql("SELECT 1")

    with pytest.raises(LedgerError, match="closed the connection"):
        ledger.add(readings(), beside=cut)
    assert ledger.articles().total == 0


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("postgresql://desk:geheim@db.example:5433/news?sslmode=require", "postgresql://db.example:5433/news"),
        ("postgres:///news?host=/run/pg&password=geheim", "postgresql:///run/pg/news"),
        ("sqlite:///a/b.db", "a/b.db"),
        ("a/b.db", "a/b.db"),
    ],
)
def test_an_address_is_shown_without_user_and_password(where, shown):
    assert shown_ledger(where) == shown
