"""Drafts: statements while they are being found, as token and character stretches before they become records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from saksi.reading.laid_out import LaidOut
from saksi.reading.language import CueForm
from saksi.reading.marks import DOUBLE, SINGLE, apostrophe
from saksi.reading.parties import Party
from saksi.records.statement import StatementKind

Rule = Literal[
    "subject-verb",
    "postposed",
    "inverted",
    "gerund",
    "deferred-subject",
    "passive",
    "hearsay",
    "quoted-as",
    "citing",
    "according-to",
    "noun-that",
    "noun-about",
    "noun-thus",
    "object-relative",
    "adjective",
    "asked",
    "colon-quote",
    "colon-label",
    "quote-alone",
    "nested",
]
"""The constructions that make a statement; docs/rules.md says what each reads."""


@dataclass(slots=True)
class Hit:
    """A cue form where it stands in the text: its first and last token."""

    first: int
    last: int
    form: CueForm


@dataclass(slots=True)
class Draft:
    """One statement in the making. `cue` and `contents` are character stretches; `where` is the cue's first token."""

    parties: list[Party]
    cue: tuple[int, int] | None
    contents: list[tuple[int, int]]
    form: CueForm | None
    rule: Rule
    sentence: int
    where: int
    conceded: bool = False
    denied: bool = False
    relative: bool = False
    relay: list[Party] = field(default_factory=list)
    passed: list[tuple[int, int]] = field(default_factory=list)
    until: int = -1
    """The last sentence into which a quotation goes on, -1 where it stays in its own."""

    @property
    def start(self) -> int:
        """Where the first content begins."""
        return self.contents[0][0]


def content_stretch(laid: LaidOut, first: int, last: int) -> tuple[int, int] | None:
    """Tokens `first` to `last` as a content: without marks at its ends, without quote marks that enclose it all."""
    words = laid.tokens.words
    while first <= last and (words[first] in ",;:.\n\n" or words[first] in "-–—"):
        first += 1
    while first <= last and (words[last] in ",;:.\n\n…" or words[last] in "-–—" or _open_bracket(words, first, last)):
        last -= 1
    if first <= last and laid.partners.get(first) == last:
        return _inner(laid, first, last)
    if first <= last and _bare_mark(laid, last) and not first <= laid.partners.get(last, -1):
        last -= 1
    if first <= last and _bare_mark(laid, first) and not first < laid.partners.get(first, -1) <= last:
        first += 1
    return laid.span(first, last) if first <= last else None


def _open_bracket(words: list[str], first: int, last: int) -> bool:
    """Whether a closing bracket at a content's end was opened before it: "(On Monday he said they would come.)"."""
    return words[last] == ")" and "(" not in words[first:last]


def _bare_mark(laid: LaidOut, i: int) -> bool:
    """Whether a mark at a content's edge is no part of a word, as the apostrophe of "'tis" or "the boys'" is."""
    word = laid.tokens.words[i]
    return word in DOUBLE or (word in SINGLE and not apostrophe(laid.tokens, i))


def _inner(laid: LaidOut, opening: int, closing: int) -> tuple[int, int] | None:
    """What stands inside a quote: without the comma or full stop at its end; a question or exclamation mark stays."""
    words = laid.tokens.words
    first, last = opening + 1, closing - 1
    while first <= last and words[last] in ",.;":
        last -= 1
    return laid.span(first, last) if first <= last else None


def kind_of(laid: LaidOut, contents: list[tuple[int, int]]) -> StatementKind:
    """direct where every word of the contents stands inside quote marks, indirect where none does."""
    inside = outside = 0
    for start, end in contents:
        for i in range(laid.tokens.at(start), len(laid.tokens)):
            if laid.tokens.starts[i] >= end:
                break
            if laid.tokens.words[i][0].isalnum():
                if laid.quote_of[i] >= 0:
                    inside += 1
                else:
                    outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"
