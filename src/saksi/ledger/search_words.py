"""Takes text apart into the words of the search, and finds in a text where the words of a search stand; no database here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from saksi.errors import LedgerError
from saksi.limits import FILTER_WORDS, WORD_LETTERS
from saksi.records import Span
from saksi.words.stems import stem

Phrase = tuple[str, ...]
"""Stems or tokens that stand one behind the other."""

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f]|['’](?=[^\\W_]))*")
_POSSESSIVE = re.compile(r"['’]s$")
_QUOTED = re.compile(r'["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+)|["“”„]')
_LANGUAGES = ("id", "en", None)
"""In what a word of a search may be meant: the two that have stemmers, and any other, which is compared as it is."""


class Word(msgspec.Struct, frozen=True):
    """A word at its place, `folded` as it is compared."""

    start: int
    end: int
    folded: str


class Wanted(msgspec.Struct, frozen=True):
    """One word or phrase of a search, in each form that may stand for it: its stems by each language, and as it is."""

    phrases: tuple[Phrase, ...]


def words_in(text: str) -> Iterator[Word]:
    """Every word of a text: letters and digits with an apostrophe between, so "Jum'at" is one, "dua-tiga" and "1.500" are two."""
    for found in _WORD.finditer(text):
        yield Word(found.start(), found.end(), folded_word(found[0]))


def folded_word(word: str) -> str:
    """Case, diacritics and apostrophes aside, and "'s" of English dropped: "Jum’at" is "jumat", "Benghazi's" "benghazi"."""
    bare = _POSSESSIVE.sub("", word.casefold())
    if not bare.isascii():
        bare = "".join(letter for letter in unicodedata.normalize("NFKD", bare) if letter.isalnum())
    return bare.replace("'", "")[:WORD_LETTERS]


def stems_in(text: str, language: str | None) -> list[str]:
    """The stem of each word of a text, in order."""
    return [stem(word.folded, language) for word in words_in(text) if word.folded]


def wanted_in(asked: str) -> tuple[Wanted, ...]:
    """The words and phrases that somebody looks for: phrases stand in quote marks, all others are looked for one by one.

    A quote mark that is never closed counts for nothing; what falls into several words ("1.500", "anak-anak") is a phrase.
    Raises LedgerError for more than FILTER_WORDS.
    """
    found: dict[Wanted, None] = {}
    count = 0
    for part in _QUOTED.finditer(asked):
        folded = [word.folded for word in words_in(part[1] or part[2] or "") if word.folded]
        count += len(folded)
        if count > FILTER_WORDS:
            raise LedgerError(f"more than {FILTER_WORDS} words to look for; give fewer")
        if folded:
            forms = dict.fromkeys(tuple(stem(word, language) for word in folded) for language in _LANGUAGES)
            found[Wanted(tuple(forms))] = None
    return tuple(found)


def marked(span: Span, language: str | None, wanted: Iterable[Wanted]) -> tuple[Span, ...]:
    """Where in a span (its offsets those of the article's string) the words of a search stand, in order, each once."""
    words = [word for word in words_in(span.text) if word.folded]
    stems = [stem(word.folded, language) for word in words]
    hits: set[int] = set()
    for one in wanted:
        for phrase in one.phrases:
            for start in _starts(stems, phrase):
                hits.update(range(start, start + len(phrase)))
    return tuple(
        Span(start=span.start + words[hit].start, end=span.start + words[hit].end, text=span.text[words[hit].start : words[hit].end])
        for hit in sorted(hits)
    )


def _starts(stems: Sequence[str], phrase: Phrase) -> Iterator[int]:
    length = len(phrase)
    return (start for start in range(len(stems) - length + 1) if tuple(stems[start : start + length]) == phrase)
