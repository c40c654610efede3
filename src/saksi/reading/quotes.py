"""Quotes: which marks open and close, whatever their glyph; an odd mark costs at most its own paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from saksi.limits import CONTENT_CHARS
from saksi.reading.language import Language
from saksi.reading.marks import DOUBLE, MARKS, Mark, free_start, mark_at
from saksi.reading.tokens import Tokens

NESTED_ALIKE, NESTED, OTHER_GLYPH = 15, 1, 30
"""What it costs to open a quote in one of the same kind or of the other kind, and to close one with the other kind."""
INSIDE: Final = 2
"""What passing over a mark costs more inside a quote: of two opening marks the nearer one counts."""
REPEATED, UNREPEATED = 3, 10
"""What it costs to go on into a paragraph that repeats the opening mark, and into one that does not."""
DEEPEST: Final = 2
ATTRIBUTION: Final = 12
"""Tokens at a paragraph's end in which it can name its own speaker (", kata Rini, petani di sana.")."""
POSTPOSED: Final = 6
"""Tokens from the comma to the stop of ", the mayor said."."""
_PARAGRAPH_ENDS: Final = MARKS | {".", "?", "!", "…", ":", ";", ",", "-", "–", "—", ")"}

Carried = Literal["no", "due", "repeated", "bare"]
"""How the outermost open quote came into its paragraph: not at all, by a repeated mark that is still due, by one, or without."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens of the opening and the closing mark; `nested` where it stands inside another quote."""

    opening: int
    closing: int
    nested: bool = False


class _Trail(NamedTuple):
    """The quotes that a reading of the marks has closed so far, last one first."""

    quote: Quote
    before: _Trail | None


class _Way(NamedTuple):
    """One reading of the marks so far: what it costs, which marks it has open and of which kind, what it closed."""

    cost: int
    opened: tuple[Mark, ...]
    doubles: tuple[bool, ...]
    carried: Carried
    trail: _Trail | None


_Ways = dict[tuple[Carried, tuple[bool, ...]], _Way]
"""The cheapest way to each state: the kinds of the open marks, and how the outermost came in."""
_NOTHING_OPEN: Final[tuple[Carried, tuple[bool, ...]]] = ("no", ())


def pair_quotes(tokens: Tokens, lang: Language) -> list[Quote]:
    """The quotes of a text, by opening mark, outer before inner: the cheapest reading of its marks.

    Every mark opens, closes or is passed over, each at a cost that its surroundings set; so an apostrophe, a sign for
    inches or a mark that nobody closed finds its place by what the others need. A quote goes on into the next paragraph
    where that repeats the opening mark, or into any number of them that have none.
    """
    ways: _Ways = {_NOTHING_OPEN: _Way(0, (), (), "no", None)}
    behind = -1
    for first, last in _paragraphs(tokens):
        marks = [i for i in range(first, last + 1) if tokens.words[i] in MARKS]
        ways = _enter_paragraph(tokens, ways, behind, first, lang)
        for i in marks:
            ways = _read_mark(tokens, ways, mark_at(tokens, i))
        behind = last
    trail = _close_paragraph(ways).trail
    found = []
    while trail is not None:
        found.append(trail.quote)
        trail = trail.before
    return sorted(found, key=lambda q: (q.opening, -q.closing))


def odd_marks(tokens: Tokens, quotes: list[Quote]) -> list[int]:
    """The double marks without a partner, but for one that opens a paragraph, where a quotation is carried on, and inches."""
    paired = {mark for quote in quotes for mark in (quote.opening, quote.closing)}
    starts = {first for first, _ in _paragraphs(tokens)}
    return [
        i
        for i, word in enumerate(tokens.words)
        if word in DOUBLE and i not in paired and i not in starts and not (i and tokens.text[tokens.starts[i] - 1].isdigit())
    ]


def _paragraphs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    first = 0
    for i, word in enumerate(tokens.words):
        if word == "\n\n":
            if i > first:
                yield first, i - 1
            first = i + 1
    if first < len(tokens):
        yield first, len(tokens) - 1


def _read_mark(tokens: Tokens, ways: _Ways, mark: Mark) -> _Ways:
    """The ways behind one more mark."""
    found: _Ways = {}
    for way in ways.values():
        cost, opened, doubles, carried, trail = way
        if carried == "due":
            _keep(found, _Way(cost, opened, doubles, "repeated", trail))
            continue
        depth = len(opened)
        _keep(found, _Way(cost + mark.passed + (INSIDE if depth else 0), opened, doubles, carried, trail))
        if depth < DEEPEST:
            nested = 0 if not depth else NESTED if doubles[-1] != mark.double else NESTED_ALIKE
            _keep(found, _Way(cost + mark.opens + nested, (*opened, mark), (*doubles, mark.double), carried, trail))
        if depth and (closed := _closed(tokens, way, mark)) is not None:
            _keep(found, closed)
    return found


def _closed(tokens: Tokens, way: _Way, mark: Mark) -> _Way | None:
    """The way on which the mark closes the innermost open quote; None where it cannot."""
    opening = way.opened[-1]
    if opening.token == mark.token - 1 or (opening.double != mark.double and mark.soft):
        return None
    outer = way.opened[:-1]
    if not outer and way.carried != "no" and tokens.starts[mark.token] - tokens.ends[opening.token] > CONTENT_CHARS:
        return None
    cost = way.cost + mark.closes + (0 if opening.double == mark.double else OTHER_GLYPH)
    quote = Quote(opening.token, mark.token, nested=bool(outer))
    return _Way(cost, outer, way.doubles[:-1], way.carried if outer else "no", _Trail(quote, way.trail))


def _keep(ways: _Ways, way: _Way) -> None:
    """Keep a way where it is the cheapest to its state; of two alike the earlier stays."""
    state = way.carried, way.doubles
    known = ways.get(state)
    if known is None or way.cost < known.cost:
        ways[state] = way


def _close_paragraph(ways: _Ways) -> _Way:
    """The cheapest way on which nothing stays open: marks that are still open are passed over."""
    dropped = (_Way(way.cost + sum(mark.passed - 1 for mark in way.opened), (), (), "no", way.trail) for way in ways.values())
    return min(dropped, key=lambda way: way.cost)


def _enter_paragraph(tokens: Tokens, ways: _Ways, behind: int, first: int, lang: Language) -> _Ways:
    """The ways into a paragraph that begins at `first`, where the one before ended with token `behind`."""
    if len(ways) == 1 and _NOTHING_OPEN in ways:
        return ways
    found: _Ways = {_NOTHING_OPEN: _close_paragraph(ways)}
    opens = tokens.words[first] in MARKS and free_start(tokens, first)
    for way in ways.values():
        if len(way.opened) != 1 or not _goes_on(tokens, way.opened[0], behind, first, lang):
            continue
        alike = opens and (tokens.words[first] in DOUBLE) == way.opened[0].double
        if alike and way.carried != "bare":
            _keep(found, way._replace(cost=way.cost + REPEATED, carried="due"))
        elif not opens and way.carried != "repeated":
            _keep(found, way._replace(cost=way.cost + UNREPEATED, carried="bare"))
    return found


def _goes_on(tokens: Tokens, opening: Mark, behind: int, first: int, lang: Language) -> bool:
    """Whether speech that was opened can run over the paragraph's end: whole sentences, unattributed, and not without end."""
    head = tokens.words[opening.token + 1 : opening.token + 2]
    if not head or head[0][0].islower() or tokens.words[behind] not in _PARAGRAPH_ENDS:
        return False
    return not _attributed(tokens, opening.token, behind, lang) and tokens.starts[first] - tokens.ends[opening.token] <= CONTENT_CHARS


def _attributed(tokens: Tokens, opening: int, last: int, lang: Language) -> bool:
    """Whether a paragraph ends in an attribution of its own (", kata Rini."): then its closing mark was only forgotten."""
    for comma in range(max(opening + 1, last - ATTRIBUTION), last - 1):
        if tokens.words[comma] != ",":
            continue
        inverted = lang.cue_at(tokens.lower, comma + 1)
        if inverted is not None and inverted.voice == ("active" if lang.code == "en" else "bare"):
            return True
        postposed = lang.cue_at(tokens.lower, last - 1)
        if lang.code == "en" and postposed is not None and postposed.voice == "active" and last - comma <= POSTPOSED:
            return True
    return False
