"""Families in the ledger: found as articles come, joined by later ones, and found anew in an older ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from saksi.errors import LedgerError, NotInLedger
from saksi.ledger import open_ledger
from saksi.ledger.bearings_tables import TABLES as BEARINGS
from saksi.ledger.claim_tables import TABLES as CLAIMS
from saksi.ledger.schema import SCHEMA_VERSION
from saksi.records import Article, Reading

SECTIONS = [
    "Banjir merendam pasar Kramat sejak Selasa dini hari, kata ketua paguyuban pedagang, Warsito, kepada wartawan.",
    "Air masuk dari tanggul yang jebol di dekat jembatan lama, dan sedikitnya delapan puluh kios tidak dapat dibuka.",
    "Pemerintah kota berjanji memperbaiki tanggul itu sebelum akhir bulan, tetapi pedagang meminta tempat sementara.",
    "Warsito mengatakan kerugian belum dihitung karena gudang beras di belakang pasar masih terkunci dan terendam.",
    "Petugas kebersihan mengangkut lumpur dengan gerobak sepanjang siang sementara anak-anak mencari ikan di selokan.",
    "Pada malam hari lampu jalan padam, sehingga warga menjaga barang dagangan mereka dengan obor dan senter.",
]


def article(name: str, first: int, last: int, published: str = "2026-01-05T08:00:00+00:00", **given) -> Reading:
    """The sections from `first` to `last` as one article, so that two of them may hold much of one another, or little."""
    return Reading(
        article=Article(id=name, text="\n\n".join(SECTIONS[first:last]), published=published, language="id", **given), engine="test"
    )


def members(ledger) -> list[tuple[str, ...]]:
    return [family.articles for family in ledger.families()]


def test_an_article_by_itself_is_a_family(ledger):
    ledger.add([article("a-1", 0, 3)])

    (family,) = ledger.families()

    assert (family.family, family.articles, family.origin, family.edits) == ("a-1", ("a-1",), "a-1", ())
    assert family == ledger.family("a-1") == ledger.family("a")


def test_a_later_article_joins_two_families_and_either_id_still_leads_there(ledger):
    beginning, end = article("end", 3, 6, "2026-01-04"), article("beginning", 0, 3, "2026-01-06")
    ledger.add([beginning, end])
    assert members(ledger) == [("beginning",), ("end",)]

    ledger.add([article("whole", 0, 6, "2026-01-05")])

    assert members(ledger) == [("end", "whole", "beginning")]
    assert ledger.family("beginning") == ledger.family("end") == ledger.family("whole")
    assert ledger.family("whole").origin == "end"


def test_an_older_article_that_comes_later_is_the_origin_and_the_edits_are_against_it(ledger):
    ledger.add([article("copy", 0, 3, "2026-01-06")])
    ledger.add([article("first", 0, 4, "2026-01-05")])

    family = ledger.family("copy")

    assert (family.family, family.articles) == ("first", ("first", "copy"))
    assert [(edit.article, edit.removed, edit.added) for edit in family.edits] == [("copy", SECTIONS[3], "")]


def test_adding_a_copy_again_changes_no_byte(path):
    with open_ledger(str(path)) as ledger:
        ledger.add([article("a", 0, 4), article("b", 0, 4)])
        before = path.read_bytes()

        ledger.add([article("b", 0, 4), article("a", 0, 4)])

    assert before == path.read_bytes()


def test_only_as_many_copies_are_compared_as_are_asked_for(ledger):
    ledger.add([article("a", 0, 6), article("b", 0, 4, "2026-01-06"), article("c", 0, 4, "2026-01-07")])

    assert {edit.article for edit in ledger.family("a", compared=1).edits} == {"b"}
    assert ledger.family("a", compared=0).articles == ("a", "b", "c")


def test_a_family_that_is_not_there(ledger):
    with pytest.raises(NotInLedger, match="none"):
        ledger.family("none")


def make_old(path) -> None:
    """Turn a ledger into one as version 1 of the tables had it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        later = [table.name for table in (*BEARINGS, *CLAIMS)]
        for table in ("fingerprints", "bands", "marks", "families", "search", "search_index", *later):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM ledger_schema")
        connection.execute("INSERT INTO ledger_schema VALUES (1)")


def versions(path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        return [version for (version,) in connection.execute("SELECT version FROM ledger_schema ORDER BY version")]


@pytest.fixture
def old(path):
    """The path of a ledger that an older Saksi made, and its families as they should be."""
    with open_ledger(str(path)) as ledger:
        ledger.add([article("a", 0, 6), article("b", 0, 4, "2026-01-06"), article("c", 3, 6, "2026-01-07")])
        expected = list(ledger.families())
    make_old(path)
    return path, expected


def test_a_ledger_of_an_older_saksi_gets_its_families_when_it_is_opened(old):
    path, expected = old

    with open_ledger(str(path), create=False) as opened:
        assert expected == list(opened.families())
        assert opened.add([article("d", 0, 6, "2026-01-08")])[0].new
    assert versions(path) == list(range(1, SCHEMA_VERSION + 1))


def test_a_migration_that_fails_half_way_leaves_the_ledger_as_it_was(old, monkeypatch):
    path, expected = old

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("saksi.ledger.migrations.kinship.keep", fail)
        with pytest.raises(KeyboardInterrupt):
            open_ledger(str(path))
    assert versions(path) == [1]

    with open_ledger(str(path)) as opened:
        assert expected == list(opened.families())


def test_an_old_ledger_that_another_program_holds_says_so(old):
    path, _ = old
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is using it"):
            open_ledger(str(path), busy_seconds=0.05)
