"""Statements as cards, and where their references stand in the text."""

from __future__ import annotations

import pytest
from invented_readings import Locator, said

from saksi.desk.addresses import article_address, last_part, web_address
from saksi.desk.cards import Answered, Voice, cards, speakers_by_frequency
from saksi.desk.interface import interface
from saksi.desk.spread import spread
from saksi.records import Answer, Article, Conflict, Differing, Entity, Office, Reading, Span, Statement

TEXT = """\
"The gate," said Chief Warden of the Tarrow Board Ilse Marrick, a member of the panel, "stayed shut all night."

"It did," she added. "I was there.

"Nobody else was," she went on.

Some say it opened at 3, others at 5."""
MARRICK = Entity(id="e1", kind="person", name="Ilse Marrick", roles=(Office(title="Chief Warden", of="Tarrow Board"),))


def reading(*statements: Statement, conflicts: tuple[Conflict, ...] = ()) -> Reading:
    article = Article(id="a", title="Gate", language="en", text=TEXT)
    return Reading(article=article, engine="test", statements=statements, entities=(MARRICK,), conflicts=conflicts)


def marrick(near: str, contents: list[str], speaker: str, **fields: object) -> Statement:
    return said(Locator(TEXT), "a", near, contents=contents, speakers=[(speaker, "e1")], **fields)  # type: ignore[arg-type]


def gate(**fields: object) -> Statement:
    return marrick("The gate", ["The gate", "stayed shut all night"], "Ilse Marrick", cue="said", **fields)


def reference(statement: Statement) -> str:
    """The text up to the reference of the statement, from the start of its paragraph."""
    before = ""
    for paragraph in spread(reading(statement), interface("en")).text:
        before = ""
        for piece in paragraph.pieces:
            before += piece.text
            if piece.references:
                return before
    return before


def test_a_role_and_an_affiliation_side_by_side_are_one_phrase_and_others_are_parted() -> None:
    near = ["Chief Warden of the Tarrow Board", "member of the panel"]
    assert cards(reading(gate(roles=near)))[0].role == "Chief Warden of the Tarrow Board, member of the panel"
    assert cards(reading(gate(roles=["Chief", "Warden"])))[0].role == "Chief Warden"


def test_a_role_that_stands_elsewhere_in_the_article_is_the_speakers_too() -> None:
    (card,) = cards(reading(marrick("It did", ["It did"], "she", cue="added")))
    assert card.role == "Chief Warden, Tarrow Board"
    assert card.speakers == (Voice(name="Ilse Marrick", printed="she", resolved=True),)


def test_speakers_are_counted_by_whom_they_mean() -> None:
    found = cards(reading(gate(), marrick("It did", ["It did"], "she", cue="added")))
    assert speakers_by_frequency(found) == [("Ilse Marrick", 2)]


def test_cards_are_numbered_by_where_their_statements_begin() -> None:
    later = marrick("It did", ["It did"], "she", cue="added")
    found = cards(reading(later, gate()))
    assert [(card.number, card.quotes[0]) for card in found] == [(1, "The gate"), (2, "It did")]


def test_an_answer_to_a_statement_of_another_article_keeps_its_address() -> None:
    from msgspec.structs import replace

    (card,) = cards(reading(replace(gate(), answers=Answer(statement="beef", article="b"))))
    assert card.answers == Answered(statement="beef", number=None, article="b", speaker=None)


def test_the_reference_of_a_split_quotation_stands_behind_its_last_part() -> None:
    assert reference(gate()).endswith('stayed shut all night."')


def test_the_reference_of_a_quotation_over_paragraphs_stands_in_its_first() -> None:
    assert reference(marrick("It did", ["I was there.", "Nobody else was"], "she", cue="added")).endswith('"I was there.')


def test_a_statement_without_content_is_still_referred_to() -> None:
    assert reference(marrick("It did", [], "she", cue="added")).endswith("added")


def test_the_places_of_a_contradiction_are_marked_by_the_words_that_differ() -> None:
    three, five = Locator(TEXT).span("opened at 3"), Locator(TEXT).span("others at 5")
    conflict = Conflict(a=three, b=five, kind="figure", differs=(Differing(a="3", b="5"), Differing(a="missing", b="")))
    (rivals,) = spread(reading(conflicts=(conflict,)), interface("en")).rivals
    sides = [[(piece.text, piece.names) for paragraph in side for piece in paragraph.pieces] for side in (rivals.a, rivals.b)]
    assert sides == [[("opened at ", ()), ("3", ("clash",))], [("others at ", ()), ("5", ("clash",))]]


def test_a_contradiction_without_differing_words_still_leads_to_both_places() -> None:
    three, five = Locator(TEXT).span("opened at 3"), Locator(TEXT).span("others at 5")
    laid_out = spread(reading(conflicts=(Conflict(a=three, b=five, kind="polarity"),)), interface("en"))
    found = [each.id for paragraph in laid_out.text for piece in paragraph.pieces for each in piece.references]
    assert found == ["k1-a", "k1-b"]


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("/home/me/page.txt", "page.txt"),
        ("https://a.example/2026/story/", "story"),
        ("C:\\news\\page.txt", "page.txt"),
        ("", None),
        (None, None),
    ],
)
def test_an_article_without_a_title_is_told_by_the_end_of_its_path(uri: str | None, expected: str | None) -> None:
    assert last_part(uri) == expected


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", "file:///etc/passwd", "http://[", None])
def test_only_an_address_of_the_web_becomes_a_link(uri: str | None) -> None:
    assert web_address(uri) is None


def test_ids_are_quoted_in_addresses() -> None:
    assert article_address("a/b?#ü", "x&y") == "/article/a%2Fb%3F%23%C3%BC?statement=x%26y#m-x%26y"


def test_days_and_hours_are_written_as_the_language_does() -> None:
    indonesian, english = interface("id"), interface("en")
    assert (indonesian.day("2017-03-24"), english.day("2017-03-24")) == ("24 Mar 2017", "24 Mar 2017")
    assert (indonesian.date("2017-03-24T08:30:00Z"), english.date("2017-03-24")) == ("24 Maret 2017", "24 March 2017")
    assert (indonesian.moment("2017-03-24T08:30:00"), english.moment("2017-03-24T08:30:00")) == (
        "24 Maret 2017, 08.30",
        "24 March 2017, 08:30",
    )
    assert (indonesian.date("kemarin"), indonesian.moment(None)) == ("kemarin", "")


def test_languages_are_named_in_the_interfaces_language() -> None:
    assert [interface("id").language_name(code) for code in ("en", "id", "zz-none", None)] == ["Inggris", "Indonesia", "zz-none", ""]


def test_a_span_is_no_place_for_markup() -> None:
    """What a piece prints is the article's text, letter for letter; escaping is the page's business."""
    text = "He said <b>no</b> & left."
    where = Span.cut(text, 8, 17)
    statement = said(Locator(text), "a", "He", contents=[where.text], speakers=[("He", None)], cue="said")
    found = spread(Reading(article=Article(id="a", text=text), engine="t", statements=(statement,)), interface("en"))
    assert "".join(piece.text for piece in found.text[0].pieces) == text
