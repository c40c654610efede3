"""Reads annotated sentences from the sets that the name taggers are trained on, as texts with spans; changes no file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from saksi.words.forms import Forms

KINDS = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "ORGANISATION": "ORG",
    "ORGANIZATION": "ORG",
    "LOC": "LOC",
    "PLACE": "LOC",
    "LOCATION": "LOC",
}
"""The labels of the sets, by ours."""
_TEXT = "# text = "
_LETTERS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its names as (start, end, label) in code points, end excluded."""

    text: str
    names: tuple[tuple[int, int, str], ...]

    @property
    def key(self) -> str:
        """The sentence's letters and digits alone: two sentences with one key are the same sentence."""
        return _LETTERS.sub("", self.text).lower()


def read_set(path: Path) -> list[Annotated]:
    """The sentences of one file: columns parted by blanks (word first, label last), or IOB2 with the text in a comment."""
    lines = path.read_text(encoding="utf-8").split("\n")
    numbered = path.suffix == ".iob2"
    found: list[Annotated] = []
    rows: list[tuple[str, str]] = []
    text: str | None = None
    for line in [*lines, ""]:
        if line.startswith(_TEXT) and numbered:
            text = line.removeprefix(_TEXT)
        elif not line.strip():
            if rows:
                found.append(_sentence(rows, text))
            rows, text = [], None
        elif not (numbered and line.startswith("#")):
            cells = line.split("\t") if numbered else line.split()
            rows.append((cells[1], cells[2]) if numbered else (cells[0], cells[-1]))
    return found


def _sentence(rows: list[tuple[str, str]], text: str | None) -> Annotated:
    """Words and labels as a text with spans; without a text the words are joined by blanks."""
    text = " ".join(word for word, _ in rows) if text is None else text
    names: list[tuple[int, int, str]] = []
    at, before = 0, "O"
    for word, label in rows:
        start = text.find(word, at)
        if start < 0:
            before = "O"
            continue
        at = start + len(word)
        kind = KINDS.get(label[2:].upper())
        if kind is not None and label[0] == "I" and before == kind and names:
            names[-1] = (names[-1][0], at, kind)
        elif kind is not None:
            names.append((start, at, kind))
        before = kind or "O"
    return Annotated(text, tuple(_bare(text, *name) for name in names))


def _bare(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """A name without the brackets and marks that were glued to it: "(Jokowi)", "PAN),"."""
    while end - start > 1 and text[end - 1] in ",.;:?!" and not text[start:end].endswith(("Tbk.", "Inc.", "Ltd.", "Co.", "Corp.", "Jr.")):
        if text[end - 1] == "." and "." in text[start : end - 1]:
            break
        end -= 1
    inner = text[start + 1 : end - 1]
    if end - start > 2 and text[start] == "(" and text[end - 1] == ")" and "(" not in inner:
        return start + 1, end - 1, kind
    if end - start > 1 and text[start] == "(" and ")" not in inner + text[end - 1]:
        return start + 1, end, kind
    if end - start > 1 and text[end - 1] == ")" and "(" not in text[start:end]:
        return start, end - 1, kind
    return start, end, kind


def apart_from(sentences: Iterable[Annotated], seen: set[str]) -> Iterator[Annotated]:
    """The sentences that are not among those seen, each once; `seen` grows by them."""
    for sentence in sentences:
        if sentence.key not in seen:
            seen.add(sentence.key)
            yield sentence


def with_states(sentence: Annotated, states: frozenset[str], forms: Forms) -> Annotated:
    """The sentence with every state named a place: where the set counts a team or government as an organization or leaves it bare.

    A name that only holds a state's ("Bank of Japan") stays as it is.
    """
    text = sentence.text
    names = [(start, end, "LOC" if text[start:end] in states else kind) for start, end, kind in sentence.names]
    for start, end, form in forms.find(text):
        if form in states and not any(start < b and a < end for a, b, _ in names):
            names.append((start, end, "LOC"))
    return Annotated(text, tuple(sorted(names)))


def shouted(sentence: Annotated) -> Annotated:
    """The sentence in capitals."""
    upper = sentence.text.upper()
    return Annotated(upper, sentence.names) if len(upper) == len(sentence.text) else sentence


def as_headline(sentence: Annotated) -> Annotated:
    """The sentence with a capital on every word of four letters or more, and no stop."""
    text = re.sub(r"\b[a-z]\w{3,}", lambda word: word[0][0].upper() + word[0][1:], sentence.text)
    return Annotated(text, sentence.names) if len(text) == len(sentence.text) else sentence
