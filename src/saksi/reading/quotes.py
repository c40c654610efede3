"""Quotes: which marks open and close, whatever their glyph; an odd mark costs at most its own paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.limits import CONTENT_CHARS
from saksi.reading.tokens import Tokens

DOUBLE = frozenset('"“”„‟«»')
SINGLE = frozenset("'‘’‚‹›`")
OPENS = frozenset("“„«‘‚‹")
CLOSES = frozenset("”»’›")
BEFORE_OPENING = frozenset("([{-–—:,;/")


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens of the opening and the closing mark; `nested` where it stands inside another quote."""

    opening: int
    closing: int
    nested: bool = False


def pair_quotes(tokens: Tokens) -> list[Quote]:
    """The quotes of a text, by opening mark, outer before inner.

    A quote goes on into the next paragraph where that one begins with an opening mark of its own, or closes it
    with its first mark; every other mark without a partner is passed over.
    """
    quotes: list[Quote] = []
    pending: int | None = None
    for first, last in _paragraphs(tokens):
        marks = [i for i in range(first, last + 1) if tokens.words[i] in DOUBLE]
        pending = _pair_doubles(tokens, marks, first, pending, quotes)
    quotes.extend(_pair_singles(tokens, quotes))
    return sorted(quotes, key=lambda q: (q.opening, -q.closing))


def odd_marks(tokens: Tokens, quotes: list[Quote]) -> list[int]:
    """The double marks without a partner, but for one that opens a paragraph: there a quotation is carried on."""
    paired = {mark for quote in quotes for mark in (quote.opening, quote.closing)}
    starts = {first for first, _ in _paragraphs(tokens)}
    return [i for i, word in enumerate(tokens.words) if word in DOUBLE and i not in paired and i not in starts]


def _paragraphs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    first = 0
    for i, word in enumerate(tokens.words):
        if word == "\n\n":
            if i > first:
                yield first, i - 1
            first = i + 1
    if first < len(tokens):
        yield first, len(tokens) - 1


def _pair_doubles(tokens: Tokens, marks: list[int], first: int, pending: int | None, quotes: list[Quote]) -> int | None:
    """Pair one paragraph's marks into `quotes`; gives the mark that is still open at its end."""
    opened = None
    for mark in marks:
        side = _side(tokens, mark, opened is not None or pending is not None)
        if pending is not None and opened is None:
            if mark == first and side == "open":
                opened, pending = pending, None
                continue
            if side == "close" and _near(tokens, pending, mark):
                quotes.append(Quote(pending, mark))
                pending = None
                continue
            pending = None
        if side == "open":
            opened = mark
        elif opened is not None:
            if mark > opened + 1:
                quotes.append(Quote(opened, mark))
            opened = None
    if opened is None:
        return pending if not marks else None
    return opened


def _near(tokens: Tokens, opening: int, closing: int) -> bool:
    return tokens.starts[closing] - tokens.ends[opening] <= CONTENT_CHARS


def _side(tokens: Tokens, mark: int, is_open: bool) -> str:
    """Whether a mark opens or closes: by the spaces around it, else by its glyph, else by what is open."""
    text, start, end = tokens.text, tokens.starts[mark], tokens.ends[mark]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    free_before = (
        before.isspace() or before in "([{" or before in OPENS or (before in BEFORE_OPENING and not after.isspace() and not is_open)
    )
    free_after = after.isspace() or not (after.isalnum() or after in OPENS or after in "([\"'‘“.…$€£#@-–—")
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    glyph = tokens.words[mark]
    if glyph in OPENS:
        return "open"
    if glyph in CLOSES and not free_before and is_open:
        return "close"
    return "close" if is_open else "open"


def _pair_singles(tokens: Tokens, doubles: list[Quote]) -> Iterator[Quote]:
    """Single marks as quotes of their own or inside a double one, never across its border or a paragraph's end."""
    holder = _holders(tokens, doubles)
    opened: int | None = None
    for i, word in enumerate(tokens.words):
        if word == "\n\n":
            opened = None
        elif word in SINGLE:
            side = _side(tokens, i, opened is not None)
            if side == "open":
                opened = i
            elif opened is not None:
                if holder[opened] == holder[i] and i > opened + 1:
                    yield Quote(opened, i, nested=holder[i] >= 0)
                opened = None


def _holders(tokens: Tokens, quotes: list[Quote]) -> list[int]:
    """For each token the opening mark of the quote that holds it, -1 outside."""
    holder = [-1] * len(tokens)
    for quote in quotes:
        holder[quote.opening + 1 : quote.closing] = [quote.opening] * (quote.closing - quote.opening - 1)
    return holder
