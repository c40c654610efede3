"""The relations of an article on its page and in the terminal: told twice listed once, with what is denied and over."""

from __future__ import annotations

from saksi.cli.phrases import PHRASES
from saksi.cli.rows import relation_lines
from saksi.desk.bonds import bond_marks, bonds
from saksi.desk.cards import cards
from saksi.desk.names import names
from saksi.reading.read import read
from saksi.records import Article

TEXT = (
    "Khalifa Haftar, komandan LNA, tiba. Jenderal itu, kata saksi, adalah Khalifa Haftar, komandan LNA, sendiri. Swiss bukan anggota NATO."
)


def test_a_relation_is_listed_once_with_its_sides_and_its_place_in_the_text() -> None:
    reading = read(Article(id="a", text=TEXT, language="id"))
    shown = cards(reading)
    listed = bonds(reading, shown, names(reading, shown))
    assert [(one.subject.entity.name, one.relation.kind, one.object.entity.name) for one in listed] == [
        ("Khalifa Haftar", "commands", "LNA"),
        ("Swiss", "member-of", "NATO"),
    ]
    assert [mark.anchor for mark in bond_marks(reading)] == [one.anchor for one in listed]


def test_the_terminal_says_what_is_denied() -> None:
    lines = relation_lines(read(Article(id="a", text=TEXT, language="id")), PHRASES["en"])
    assert lines == ["Khalifa Haftar → LNA · commands: komandan", "Swiss → NATO · member of: anggota · denied"]
