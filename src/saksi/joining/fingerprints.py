"""Makes a text's fingerprint: all that is kept of it to find its near copies without reading the others again."""

from __future__ import annotations

from zlib import crc32

import msgspec

from saksi.joining import containment, signatures
from saksi.joining.shingles import shingles, wording
from saksi.joining.slots import slots
from saksi.limits import FAMILY_LEAST_WORDS


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of one text. `scheme` is the version of the algorithm; of another version nothing can be compared.

    `bands` are keys that near copies share, `marks` keys that a shortened copy shares with the long text, `figures`
    (dates among them) and `names` 32-bit hashes of the words that fill slots; all in rising order. A text that is too
    short to have copies (limits.FAMILY_LEAST_WORDS) has neither bands nor marks.
    """

    scheme: int
    words: int
    bands: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()
    names: tuple[int, ...] = ()


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text, the same in every run and on every machine."""
    worded = wording(text)
    count = len(worded.words)
    if count < FAMILY_LEAST_WORDS:
        return Fingerprint(scheme=signatures.SCHEME, words=count)
    filled = list(zip(worded.words, slots(worded), strict=True))
    return Fingerprint(
        scheme=signatures.SCHEME,
        words=count,
        bands=tuple(sorted(signatures.bands(signatures.signature(shingles(worded.words, signatures.SHINGLE_WORDS))))),
        marks=containment.marks(shingles(worded.words, containment.SHINGLE_WORDS)),
        figures=_hashes({word for word, slot in filled if slot in ("figure", "date")}),
        names=_hashes({word for word, slot in filled if slot == "name"}),
    )


def _hashes(words: set[str]) -> tuple[int, ...]:
    return tuple(sorted({crc32(word.encode("utf-8", "surrogatepass")) for word in words}))
