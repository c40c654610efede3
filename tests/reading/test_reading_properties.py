"""What holds for every text, however strange: nothing breaks, every span is verbatim, and paragraphs do not disturb each other.

SAKSI_FUZZ multiplies the number of examples (SAKSI_FUZZ=100 tries some twenty thousand mutated articles).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from said import Said, read_text, row, rows

from saksi.intake import articles
from saksi.reading.language import language
from saksi.reading.marks import DOUBLE
from saksi.records import Article, Reading, Span, Statement
from saksi.records.jsonline import parse_reading, reading_line

FUZZ = int(os.environ.get("SAKSI_FUZZ", "1"))
STEADY = FUZZ == 1
"""The ordinary test run tries the same examples each time; the search for new ones is asked for."""
PAGES = Path(__file__).parents[2] / "src" / "saksi" / "demo" / "pages"
MARKS = [
    '"',
    "“",
    "”",
    "«",
    "»",
    "'",
    "‘",
    "’",
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "-",
    "—",
    "?",
    "!",
    "…",
    "\n",
    "\n\n",
    "/",
    "%",
    "\u00a0",
    "😀",
]
NAMES = "Lestari Hasan Basri Ole Brandt Reuters AFP Moskow Washington Rusia Norway BMKG PBB Senin May Q A".split()
GLUED = st.sampled_from(["", " ", " ", " ", " ", " "])


def everyday(code: str) -> list[str]:
    """Words of the language's own lists, in a fixed order: cues, roles, hedges, nouns of speech, the closed classes."""
    pack = language(code)
    forms = [" ".join(form.words) for form in chain.from_iterable([*pack.cues.values(), *pack.hearsay.values()])]
    closed = chain.from_iterable(pack.singles.values())
    return sorted({*forms, *pack.nouns, *closed})


@cache
def stories() -> tuple[Article, ...]:
    """The articles of the demonstration that have a language with a pack."""
    found = chain.from_iterable(articles(str(page)) for page in sorted(PAGES.iterdir()))
    return tuple(article for article in found if isinstance(article, Article) and article.language in ("id", "en"))


def spans(statement: Statement) -> Iterator[Span]:
    yield from chain(statement.speakers, statement.roles, statement.affiliations, statement.contents, statement.relay)
    if statement.cue is not None:
        yield statement.cue
    if statement.answers is not None and statement.answers.anaphor is not None:
        yield statement.answers.anaphor


def overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def breaches(reading: Reading) -> list[str]:
    """Where the reading breaks what the contract promises of every reading; empty where it keeps it."""
    text = reading.article.text
    everything = [*reading.captions, *reading.credits, *reading.mentions, *chain.from_iterable(map(spans, reading.statements))]
    everything += [span for conflict in reading.conflicts for span in (conflict.a, conflict.b)]
    if reading.dateline is not None:
        everything.append(reading.dateline)
    found = [f"not verbatim: {span}" for span in everything if not span.text or text[span.start : span.end] != span.text]
    for records in (reading.statements, reading.mentions, reading.entities):
        if len({record.id for record in records}) != len(records):
            found.append(f"two of one id: {records}")
    found += [f"{breach}: {statement}" for statement in reading.statements for breach in broken_by(statement, reading)]
    line = reading_line(reading)
    return found if reading_line(parse_reading(line)) == line else [*found, "the line of JSON reads back as another"]


def broken_by(statement: Statement, reading: Reading) -> list[str]:
    """The promises of the contract that this statement does not keep."""
    statements, mentions, entities = ({record.id for record in kind} for kind in (reading.statements, reading.mentions, reading.entities))
    around = [*statement.speakers, *([statement.cue] if statement.cue is not None else [])]
    answered = None if statement.answers is None else statement.answers.statement
    kept = {
        "has contents": bool(statement.contents) and all(span.text.strip() for span in statement.contents),
        "contents lie outside speakers and cue": not any(overlap(content, each) for content in statement.contents for each in around),
        "the cue is no part of a speaker": statement.cue is None or not any(overlap(statement.cue, party) for party in statement.speakers),
        "contents are apart": not any(overlap(a, b) for a, b in pairwise(sorted(statement.contents, key=lambda span: span.start))),
        "agentless or with speakers": bool(statement.speakers) != (statement.speaker_kind == "agentless"),
        "parties are entities": {party.entity for party in (*statement.speakers, *statement.relay)} <= {*entities, None},
        "time and venue are mentions": {statement.time, statement.venue} <= {*mentions, None},
        "is about entities": set(statement.about) <= entities,
        "answers another statement": answered is None or answered in statements - {statement.id},
    }
    return [promise for promise, holds in kept.items() if not holds]


@st.composite
def jumbles(draw: st.DrawFn, code: str) -> str:
    """Words, names and marks in any order, glued or apart."""
    stock = st.one_of(st.sampled_from(everyday(code)), st.sampled_from(NAMES), st.sampled_from(MARKS))
    pieces = draw(st.lists(st.tuples(stock, GLUED, st.booleans()), min_size=1, max_size=60))
    return "".join((word.capitalize() if capital else word) + gap for word, gap, capital in pieces)


@pytest.mark.parametrize("code", ["id", "en"])
@settings(max_examples=150 * FUZZ, derandomize=STEADY)
@given(data=st.data())
def test_a_jumble_of_words_and_marks(code: str, data: st.DataObject) -> None:
    assert breaches(read_text(data.draw(jumbles(code)), code, published="2025-03-24")) == []


@pytest.mark.parametrize(
    ("text", "code"), [('bunyi A"\n"', "id"), ("acknowledging'd and", "en"), ("-gambarkan", "id"), ("Cited\nAbounded", "en")]
)
def test_what_a_jumble_once_broke(text: str, code: str) -> None:
    assert breaches(read_text(text, code)) == []


@settings(max_examples=100 * FUZZ, derandomize=STEADY)
@given(text=st.text(), code=st.sampled_from(["id", "en"]))
def test_any_text(text: str, code: str) -> None:
    assert breaches(read_text(text, code)) == []


@st.composite
def mutated(draw: st.DrawFn) -> Article:
    """An article of the demonstration with a few characters, marks or paragraphs dropped, doubled or swapped."""
    article = draw(st.sampled_from(stories()))
    text = article.text
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(text) - 2)))
        how = draw(st.sampled_from(["drop", "double", "swap", "mark", "cut", "paragraphs"]))
        if how == "drop":
            text = text[:at] + text[at + 1 :]
        elif how == "double":
            text = text[: at + 1] + text[at : at + 1] + text[at + 1 :]
        elif how == "swap":
            text = text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
        elif how == "mark":
            text = text[:at] + draw(st.sampled_from(MARKS)) + text[at:]
        elif how == "cut":
            text = text[:at] + text[at + draw(st.integers(1, 200)) :]
        else:
            parts = text.split("\n\n")
            a, b = (draw(st.integers(0, len(parts) - 1)) for _ in range(2))
            parts[a], parts[b] = parts[b], draw(st.sampled_from([parts[a], "", parts[b]]))
            text = "\n\n".join(parts)
    return Article(id="m", text=text, language=article.language, published=article.published, outlet=article.outlet)


@settings(max_examples=200 * FUZZ, derandomize=STEADY)
@given(article=mutated())
def test_a_mutated_article(article: Article) -> None:
    assert breaches(read_text(article.text, article.language or "id", published=article.published, outlet=article.outlet)) == []


@settings(max_examples=60 * FUZZ, derandomize=STEADY)
@given(data=st.data())
def test_a_text_that_breaks_off(data: st.DataObject) -> None:
    """Behind any word of any paragraph; what a rule looks for behind its cue may be missing."""
    article = data.draw(st.sampled_from(stories()))
    words = data.draw(st.sampled_from(article.text.split("\n\n"))).split(" ")
    code = article.language or "id"
    assert breaches(read_text(" ".join(words[: data.draw(st.integers(1, len(words)))]), code)) == []


@pytest.mark.parametrize("code", ["id", "en"])
def test_a_text_that_ends_on_a_cue_or_a_little_word(code: str) -> None:
    """Each cue with each closed class's first words behind it, and then nothing."""
    pack = language(code)
    who = "Hesti" if code == "id" else "Ann Lee"
    ends = ["", *(min(words) for words in pack.singles.values() if words), "him", "them", "itu", "-nya", ","]
    cues = sorted({" ".join(form.words) for form in chain.from_iterable(pack.cues.values())})
    texts = [f"{who} {cue} {ends[(step * k) % len(ends)]}" for k, cue in enumerate(cues) for step in (1, 7)]
    assert [text for text in texts if breaches(read_text(text, code))] == []


RAIN = {"id": "Di lembah itu hujan turun dan sungai naik. ", "en": "In the valley the rain fell and the river rose. "}


def apart(reading: Reading, offset: int) -> list[tuple[Said, int, tuple[str | None, ...]]]:
    """The statements behind `offset` characters: in words, where they stand from there, and the full names of their speakers."""
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (row(statement), statement.contents[0].start - offset, tuple(names.get(party.entity or "") for party in statement.speakers))
        for statement in reading.statements
        if statement.contents[0].start >= offset
    ]


@settings(max_examples=12 * FUZZ, derandomize=STEADY)
@given(data=st.data())
def test_the_same_paragraph_at_word_50_and_at_word_5000(data: st.DataObject) -> None:
    article = data.draw(st.sampled_from(stories()))
    code = article.language or "id"
    paragraph = data.draw(st.sampled_from(article.text.split("\n\n")))
    found = []
    for words in (50, 5_000):
        sentence = RAIN[code]
        before = "\n\n".join([(sentence * 5).strip()] * (words // (5 * len(sentence.split())))) + "\n\n"
        found.append(apart(read_text(before + paragraph, code, published="2025-03-24"), len(before)))
    assert found[0] == found[1]


@settings(max_examples=60 * FUZZ, derandomize=STEADY)
@given(data=st.data())
def test_an_odd_mark_leaves_other_paragraphs_alone(data: st.DataObject) -> None:
    """Where the next marked paragraph opens with its mark, the odd one looks like a quotation that goes on: such are left out."""
    article = data.draw(st.sampled_from(stories()))
    code = article.language or "id"
    parts = article.text.split("\n\n")
    struck = data.draw(st.integers(0, len(parts) - 1))
    marked = [part for part in parts[struck + 1 :] if set(part) & DOUBLE]
    assume(not marked or marked[0][:1] not in DOUBLE)
    spaces = [at for at, letter in enumerate(parts[struck]) if letter == " "]
    assume(spaces)
    at = data.draw(st.sampled_from(spaces))
    odd = data.draw(st.sampled_from(['"', "“", "”"]))
    broken = [*parts[:struck], parts[struck][: at + 1] + odd + parts[struck][at + 1 :], *parts[struck + 1 :]]
    start = sum(len(part) + 2 for part in parts[:struck])
    end = start + len(parts[struck])

    def elsewhere(reading: Reading, end: int) -> list[Said]:
        """Without the speakers: where a name begins may be told by its use in another paragraph."""
        return [
            row(statement)._replace(speakers="", relay="")
            for statement in reading.statements
            if statement.cue is not None and not start <= statement.contents[0].start <= end and not start <= statement.cue.start <= end
        ]

    whole = read_text("\n\n".join(parts), code, published=article.published)
    assert elsewhere(read_text("\n\n".join(broken), code, published=article.published), end + 1) == elsewhere(whole, end)


HOSTILE = ['"', "“", "“\"”'", ",", "(", "[(", "Budi, ", "kata ", '" kata "', "bahwa ", "that ", ".", "…", "\n", "\n\n", "- "]
HOSTILE += [
    "Budi dan ",
    "ABC ",
    "yang ",
    "1,",
    "9",
    "24/3",
    "Budi: ",
    '"Air naik. Kami pergi. ',
    "Ketua Umum ",
    "A. ",
    "mungkin ",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("code", ["id", "en"])
def test_a_long_text_of_one_thing(code: str, piece: str) -> None:
    """Twenty thousand characters of it are read, without a word of speech being made up from marks."""
    reading = read_text(piece * (20_000 // len(piece)), code)
    assert breaches(reading) == []
    assert reading.statements == () or any(letter.isalpha() for letter in piece)


@pytest.mark.parametrize("piece", ['"', ",", "kata ", "[(", "“"])
def test_a_hundred_thousand_characters_of_one_thing(piece: str) -> None:
    assert read_text(piece * (100_000 // len(piece))).statements == ()


@pytest.mark.parametrize("text", ["Menurut menurut menurut menurut", "menurut " * 40])
def test_a_cue_and_nothing_else(text: str) -> None:
    assert breaches(read_text(text)) == []


@pytest.mark.parametrize(("code", "piece"), [("id", "Budi mengatakan "), ("en", "Budi said that ")])
def test_relays_of_nested_speech_do_not_double(code: str, piece: str) -> None:
    """Eight who each say that the next one says so: nobody has more relays than there are others."""
    reading = read_text(piece * 8 + ("hujan turun." if code == "id" else "it rained."), code)
    assert max(len(said.relay) for said in rows(reading)) > 0
    assert max(len(statement.relay) for statement in reading.statements) <= 7


def test_who_is_cited_inside_a_content_does_not_speak_it() -> None:
    """A stop set wrong joins two sentences; what is cited in the second lies in the content of the first."""
    text = (
        "Sebelumnya, harian Suara Muara melaporkan mahasiswa menuduh dinas memotong beasiswa 15 perse.n "
        "Mengutip seorang pegawai, harian itu menyebut pemotongan dilakukan atas perintah lisan."
    )
    assert breaches(read_text(text)) == []


def test_a_speaker_of_two_verbs_is_one_entity() -> None:
    assert breaches(read_text("Perahu hilang, kata seorang pejabat dewan itu menyebut pintu air terbuka.")) == []
