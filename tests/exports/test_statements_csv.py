"""The table of statements for spreadsheets."""

from __future__ import annotations

import codecs
import csv
import io

from held_readings import Held

from saksi.exports.catalogue import EXPORTS


def written(*readings) -> bytes:
    return b"".join(EXPORTS["statements"]["csv"](Held(*readings)))


def table(*readings) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(*readings).decode("utf-8-sig"), newline="")))


def test_a_row_tells_a_statement_in_words(flood):
    rows = table(flood)

    assert [(row["field"], row["statement"]) for row in rows] == [("title", "s0"), ("text", "s1"), ("text", "s2")]
    denial = rows[2]
    assert (denial["speaker"], denial["speaker_as_named"], denial["cue"]) == ("Budi Santoso", "Ia", "membantah")
    assert (denial["content"], denial["stance"], denial["answers"]) == ("laporan itu", "denied", "s1")
    assert (denial["article"], denial["outlet"], denial["published"], denial["language"]) == ("flood", "Kabar", "2026-02-03", "id")
    assert flood.article.text[int(denial["start"]) : int(denial["end"])] == "laporan itu"
    assert rows[1]["relay"] == "Sari"
    assert rows[1]["cue"] == ""


def test_a_cell_that_begins_like_a_formula_is_disarmed(awkward):
    (row,) = table(awkward)

    assert (row["title"], row["outlet"], row["speaker"]) == ("'@naik", "'+62", "'-Rina")
    assert row["content"] == "'=HYPERLINK(1)\nlagi 🌊 “surut”"


def test_a_spreadsheet_can_tell_the_encoding_and_an_empty_table_has_its_headings(awkward):
    assert written().startswith(codecs.BOM_UTF8 + b"article,")
    assert written(awkward).count(codecs.BOM_UTF8) == 1
    assert written().count(b"\r\n") == 1
