"""Finds the captions of pictures that a text holds though no page marks them; it does not look for pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from saksi.reading.credits import agencies_in
from saksi.records import Span
from saksi.words.packs import LANGUAGES, load, load_shared

_CAPTION_CHARS: Final = 600
"""A line longer than this is a paragraph of the story, whatever it ends in; long newspaper captions have about 400."""
_LABELLED_WORDS: Final = 3
"""After a label, fewer words than this are the photographer's or the agency's name."""
_CREDITED_WORDS: Final = 4
"""Before a picture's credit, fewer words than this are part of the credit."""

_LABEL: Final = re.compile(r"([^\W\d_]+\.?(?: [^\W\d_]+){0,2})\s?:\s*")
_BRACKET_END: Final = re.compile(r"\s*[(\[]([^()\[\]]{2,80})[)\]]\s*\.?$")
_DATED_END: Final = re.compile(r"[(\[](?:[^\W\d_]+,? )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?| [^\W\d_]+ \d{4})[)\]]\s*\.?$")
_SENTENCE: Final = re.compile(r"[.!?][\"”’)]*\s+(?=[^\W\d_a-z])")
_SPOKEN: Final = re.compile(r"[,.?!][\"”’»]\s")
"""A quotation with its attribution behind it, which no caption holds."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ID_VERB: Final = re.compile(r"(?:me[mnlrwy]|di|ber|ter)[^\W\d_]{3,}")
_EN_VERB: Final = re.compile(r"[^\W\d_]{2,}ed")


class _Words(NamedTuple):
    labels: frozenset[str]
    credit: re.Pattern[str]
    tail: re.Pattern[str]
    no_verbs: frozenset[str]
    finite: frozenset[str]


def find_captions(text: str, language: str, known: Sequence[Span]) -> tuple[Span, ...]:
    """The captions of an article in the order of its text: those `known` from the page, and those that the text shows.

    A shown caption that overlaps a known one is left out. It is a line with a label ("Caption: ...", "Foto: ..."), a line
    that ends in a picture's credit ("(Foto: Dok. Pelabuhan)", "REUTERS/A. Name"), or a single line without a verb that
    ends in a date in brackets. Its span leaves out the label and the bracket of the credit, and keeps the date.
    """
    lines = ((start, end) for start, end in _lines(text) if not _SPOKEN.search(text, start, end))
    shown = (span for start, end in lines if (span := _caption(text, start, end, language)) is not None)
    new = [span for span in shown if not any(span.start < other.end and other.start < span.end for other in known)]
    return tuple(sorted((*known, *new), key=lambda span: span.start))


@cache
def _words() -> _Words:
    listed: dict[str, Any] = load_shared("captions")
    credit = "|".join(re.escape(word) for word in sorted(listed["credit_words"], key=len, reverse=True))
    names = [word for word in listed["credit_words"] if word.endswith("/")]
    slashed = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    return _Words(
        labels=frozenset(listed["labels"]),
        credit=re.compile(rf"(?:{credit})(?![^\W\d_])|(?:{slashed})|.*\b(?:ap photo|getty images|antara foto)\b", re.I),
        tail=re.compile(rf"(?<=[.)”\"]) (?:{slashed})\S[^!?\n]{{1,60}}$", re.I),
        no_verbs=frozenset([*listed["no_verbs"], *listed["no_verbs_en"]]),
        finite=frozenset(word for pack in LANGUAGES for word in load(pack, "grammar")["finite"]),
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is short enough for a caption, blanks at either end left out."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped and len(stripped) <= _CAPTION_CHARS:
            lead = len(line) - len(line.lstrip())
            yield start + lead, start + lead + len(stripped)
        start += len(line) + 1


def _caption(text: str, start: int, end: int, language: str) -> Span | None:
    line = text[start:end]
    label = _LABEL.match(line)
    labelled = label is not None and label.group(1).lower() in _words().labels
    first = label.end() if label is not None and labelled else 0
    last = _before_credit(line)
    if labelled:
        fits = _count(line[first:last]) >= _LABELLED_WORDS
    elif last < len(line):
        fits = _count(line[:last]) >= _CREDITED_WORDS and len(_SENTENCE.findall(line[:last])) < 3
    else:
        fits = (
            line.endswith((").", ")", "]"))
            and bool(_DATED_END.search(line[-40:]))
            and not _SENTENCE.search(line)
            and _verbless(line, language)
        )
    return Span.cut(text, start + first, start + last) if fits else None


def _before_credit(line: str) -> int:
    """Where the picture's credit at the end of the line begins; the line's length where it ends in none."""
    words = _words()
    bracket = _BRACKET_END.search(line, max(0, len(line) - 100)) if line.endswith((")", "]", ").", "].")) else None
    if bracket is not None and words.credit.match(bracket.group(1)) and not agencies_in(bracket.group(1)):
        return bracket.start()
    tail = words.tail.search(line, max(0, len(line) - 100))
    return tail.start() if tail is not None else len(line)


def _count(stretch: str) -> int:
    return len(_WORD.findall(stretch))


def _verbless(line: str, language: str) -> bool:
    """Whether no word of the line looks like a verb of its language. Names are no verbs, whatever they look like."""
    words = _words()
    shape = _ID_VERB if language == "id" else _EN_VERB
    for word in _WORD.findall(line):
        if word in words.finite or (word[0].islower() and word not in words.no_verbs and shape.fullmatch(word)):
            return False
    return True
