"""Notes on what in a text makes its reading doubtful: quotation marks without a partner, sentences without an end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from saksi.limits import SENTENCE_CUES, SENTENCE_TOKENS
from saksi.reading.laid_out import LaidOut
from saksi.reading.quotes import odd_marks
from saksi.reading.sentences import sentences_inside
from saksi.reading.tokens import Sentence
from saksi.records import Note

_NAMED: Final = 3
"""Places that a note names."""
_CHARS: Final = 40
"""Characters of text that name a place."""


def doubts(laid: LaidOut) -> list[Note]:
    """The notes for one text, empty for nearly all."""
    notes = []
    if odd := odd_marks(laid.tokens, laid.quotes):
        why = f"a quotation mark without a partner was passed over, before {_places(laid, [laid.tokens.ends[i] for i in odd])}"
        notes.append(Note(code="quote_mark", what="statements", why=why))
    if cut := [laid.tokens.starts[sentence.first] for sentence in _sentences(laid) if sentence.cut]:
        long = f"more than {SENTENCE_TOKENS} words, or with more than {SENTENCE_CUES} that attribute,"
        why = f"a sentence of {long} was read in pieces, from {_places(laid, cut)}"
        notes.append(Note(code="long_sentence", what="statements", why=why))
    return notes


def _sentences(laid: LaidOut) -> Iterator[Sentence]:
    """The sentences of the text, and those inside a quotation that is long enough to hold one too long."""
    yield from laid.sentences
    for opening, closing in laid.closing.items():
        if closing - opening > SENTENCE_CUES:
            yield from sentences_inside(laid.tokens, opening + 1, closing - 1, laid.lang)


def _places(laid: LaidOut, starts: list[int]) -> str:
    """The first few places, each as the words that stand there."""
    named = ", ".join(f"“{' '.join(laid.text[start : start + _CHARS].split())}”" for start in starts[:_NAMED])
    return named if len(starts) <= _NAMED else f"{named} and {len(starts) - _NAMED} more places"
