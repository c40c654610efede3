"""Record <-> JSON line, by the contract."""

from __future__ import annotations

import json

import msgspec
import pytest

from saksi.records import (
    Answer,
    Article,
    Conflict,
    Credit,
    Dateline,
    Differing,
    Entity,
    Event,
    Mention,
    Note,
    Office,
    Offset,
    Party,
    PlaceValue,
    QuantityValue,
    Reading,
    Span,
    Statement,
    TimeValue,
)
from saksi.records.jsonline import parse_reading, reading_line, refused_line

TEXT = "Nara (BPA) – “Jembatan itu ditutup,” kata Aru pada Senin. Sekitar 12 orang membantah laporan itu."
KEYS = [
    "schema",
    "engine",
    "status",
    "id",
    "uri",
    "sha256",
    "fetched",
    "version_of",
    "outlet",
    "outlet_about",
    "title",
    "dek",
    "author",
    "published",
    "updated",
    "section",
    "canonical",
    "language",
    "text",
    "title_statements",
    "dek_statements",
    "captions",
    "credits",
    "dateline",
    "entities",
    "mentions",
    "statements",
    "events",
    "relations",
    "conflicts",
    "notes",
]


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def mention(words: str, kind: str, value: TimeValue | QuantityValue | PlaceValue | None) -> Mention:
    where = span(words)
    return Mention(start=where.start, end=where.end, text=words, id=words, kind=kind, value=value)  # type: ignore[arg-type]


def party(words: str, entity: str | None) -> Party:
    where = span(words)
    return Party(start=where.start, end=where.end, text=words, entity=entity)


def full_reading() -> Reading:
    """A reading in which every kind of record stands at least once."""
    said = Statement(
        id="s1",
        kind="direct",
        speakers=(party("Aru", "e1"),),
        speaker_kind="named",
        cue=span("kata"),
        contents=(span("Jembatan itu ditutup"),),
        relay=(party("BPA", None),),
        time="Senin",
        about=("e2",),
        rule="quote",
        by="saksi",
    )
    answer = Answer(statement="s1", anaphor=span("laporan itu"))
    denied = msgspec.structs.replace(said, id="s2", act="deny", polarity="denied", contents=(span("laporan itu"),), answers=answer)
    credit, place = span("BPA"), span("Nara")
    return Reading(
        article=Article(
            id="a1",
            status="partly",
            uri="a.html",
            title="Aru",
            text=TEXT,
            captions=(span("Jembatan"),),
            notes=(Note(code="cut", what="menu", why="furniture"),),
        ),
        engine="saksi 0",
        title_statements=(msgspec.structs.replace(said, id="t1", cue=None),),
        captions=(span("Jembatan"),),
        credits=(Credit(start=credit.start, end=credit.end, text="BPA", agency="BPA"),),
        dateline=Dateline(start=place.start, end=place.end, text="Nara", place="Nara", date="2026-11-23"),
        entities=(
            Entity(id="e1", kind="person", name="Aru", aliases=("Pak Aru",), roles=(Office(title="ketua", of="BPA", from_="2024"),)),
        ),
        mentions=(
            mention("Senin", "time", TimeValue(type="DATE", value="2026-11-23", from_="2026-11-23", to="2026-11-23")),
            mention("Sekitar 12 orang", "quantity", QuantityValue(low=12, high=12, approximate=True, of="orang")),
            mention("Nara", "place", PlaceValue(name="Nara", lat=1.5, lon=2.5, offset=Offset(km=100, from_="Selat"))),
            mention("Aru", "person", None),
        ),
        statements=(said, denied),
        events=(Event(id="v1", trigger=span("ditutup"), category="COERCE", actors=("e1",), statement="s1"),),
        conflicts=(Conflict(a=span("ditutup"), b=span("membantah"), kind="polarity", differs=(Differing(a="ditutup", b="membantah"),)),),
    )


def test_a_line_gives_back_the_reading_it_was_made_of() -> None:
    assert parse_reading(reading_line(full_reading())) == full_reading()


def test_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(json.loads(reading_line(full_reading()))) == KEYS


def test_what_is_empty_or_absent_is_there_all_the_same() -> None:
    line = json.loads(reading_line(Reading(article=Article(id="a", text="x"), engine="saksi 0")))
    assert (line["statements"], line["notes"], line["dateline"], line["title"]) == ([], [], None, None)


def test_a_span_with_further_fields_is_flat_and_a_cue_is_an_object() -> None:
    line = json.loads(reading_line(full_reading()))
    statement = line["statements"][0]
    assert statement["cue"] == {"start": TEXT.index("kata"), "end": TEXT.index("kata") + 4, "text": "kata"}
    assert statement["speakers"] == [{"start": TEXT.index("Aru"), "end": TEXT.index("Aru") + 3, "text": "Aru", "entity": "e1"}]
    assert (line["dateline"]["text"], line["dateline"]["date"]) == ("Nara", "2026-11-23")


def test_from_is_called_from() -> None:
    """The word is taken in Python, not in the JSON."""
    line = json.loads(reading_line(full_reading()))
    assert line["mentions"][0]["value"]["from"] == "2026-11-23"
    assert line["mentions"][2]["value"]["offset"]["from"] == "Selat"
    assert line["entities"][0]["roles"][0]["from"] == "2024"


def test_one_article_is_one_line() -> None:
    assert b"\n" not in reading_line(Reading(article=Article(id="a", text="satu\n\ndua\u2028tiga"), engine="saksi 0"))


def test_a_refused_input_has_its_line() -> None:
    assert json.loads(refused_line("foto.jpg", "a picture")) == {"uri": "foto.jpg", "status": "refused", "reason": "a picture"}


@pytest.mark.parametrize("data", ["[]", '{"schema": 1}', "{", reading_line(full_reading()).replace(b'"kind":"direct"', b'"kind":"loud"')])
def test_any_other_line_is_no_reading(data: str | bytes) -> None:
    with pytest.raises((msgspec.DecodeError, KeyError, TypeError)):
        parse_reading(data)


def test_a_line_from_before_there_were_relations_is_still_read() -> None:
    older = json.loads(reading_line(full_reading()))
    del older["relations"]
    assert parse_reading(json.dumps(older)).relations == ()
