"""Cuts a text into the words by which copies are compared, and into shingles of them; punctuation and case do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import islice, pairwise

import msgspec

from saksi.limits import FAMILY_WORDS

_WORD = re.compile(r"\w+(?:[.,:'’/-]\w+)*")
_SENTENCE_END = frozenset('.!?…:\n"”»“«')
"""What may stand before a capital that says nothing: the word only opens a sentence or a quotation."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a text, folded to one case and one form, with their spans in it and whether each opens a sentence."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    opens: tuple[bool, ...]


def wording(text: str) -> Wording:
    """The first limits.FAMILY_WORDS words of a text. "Two-year" is one word, "7,5" too.

    >>> wording("Dua-tiga orang, kata Sari.").words
    ('dua-tiga', 'orang', 'kata', 'sari')
    """
    found = list(islice(_WORD.finditer(text), FAMILY_WORDS))
    spans = tuple(match.span() for match in found)
    gaps = (text[end:start] for (_, end), (start, _) in pairwise(spans))
    return Wording(
        text=text,
        words=tuple(folded(match[0]) for match in found),
        spans=spans,
        opens=(True, *(gap != " " and not _SENTENCE_END.isdisjoint(gap) for gap in gaps)) if spans else (),
    )


def folded(word: str) -> str:
    """A word as it is compared: compatible forms as one (NFKC), case aside, one apostrophe."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).replace("’", "'").casefold()


def shingles(words: Sequence[str], length: int) -> Iterator[int]:
    """A 64-bit hash of each run of `length` words, in order; of all words together where there are fewer.

    The hash is BLAKE2b over the words with line feeds between, so it is the same in every run and on every machine.
    """
    for start in range(max(1, len(words) - length + 1)):
        run = "\n".join(words[start : start + length]).encode("utf-8", "surrogatepass")
        yield int.from_bytes(blake2b(run, digest_size=8).digest(), "little")
