"""Finds the exact forms of a list of names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")


class Forms:
    """Finds exact, case-sensitive forms of one or more words in a text, the longest at each place."""

    __slots__ = ("_by_first", "_first_words")

    def __init__(self, forms: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = {}
        for form in forms:
            first = _WORD.search(form)
            if first is not None:
                by_first.setdefault(first.group(), []).append(form)
        self._by_first = {word: tuple(sorted(found, key=len, reverse=True)) for word, found in by_first.items()}
        self._first_words = frozenset(self._by_first)

    def first_words(self) -> frozenset[str]:
        """The words with which a form can begin."""
        return self._first_words

    def at(self, text: str, start: int, word: str) -> str | None:
        """The longest form that begins at `start`, where the token `word` (letters and digits only) begins, or None.

        A line break in the text stands for the blank in a form. A form never ends inside a word.
        """
        forms = self._by_first.get(word)
        if forms is None:
            return None
        if not text.startswith(forms, start) and "\n" not in text[start : start + len(forms[0])]:
            return None
        for form in forms:
            end = start + len(form)
            if not text.startswith(form, start) and text[start:end].replace("\n", " ") != form:
                continue
            if not (form[-1].isalnum() and text[end : end + 1].isalnum()):
                return form
        return None

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every form in the text as (start, end, form), left to right, none overlapping another."""
        end = 0
        for token in _WORD.finditer(text):
            if token.start() < end or token.group() not in self._by_first:
                continue
            form = self.at(text, token.start(), token.group())
            if form is not None:
                end = token.start() + len(form)
                yield token.start(), end, form
