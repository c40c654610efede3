"""MinHash signatures of texts and the bands under which near copies meet; the one place that knows the algorithm.

One permutation with 128 bins: each shingle's hash picks a bin and competes in it with its other bits, and an empty bin
borrows from another one, found by a fixed walk of its own. References: Broder, "On the resemblance and containment of
documents" (1997); Li, Owen and Zhang, "One permutation hashing" (2012); Shrivastava, "Optimal densification for fast and
accurate minwise hashing" (2017).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b

SCHEME = 1
"""Version of everything that makes a fingerprint: words, shingles, hashes, bins, bands, windows. A ledger keeps it
beside each signature; whoever changes any of them raises it, and fingerprints of another scheme are made anew."""

BINS = 128
SHINGLE_WORDS = 3
BAND_BINS = 3
"""Bins of one band: 42 bands of three. Two texts with half of their shingles in common share one with probability .997,
with a third of them .79, with a twentieth .005."""
KEY_BITS = 47
"""Bits of a band's key: six bytes in a database, without a sign, and no two bands of a million articles meet by chance
more often than they should."""


def signature(hashes: Iterable[int]) -> tuple[int, ...]:
    """The 128 minima over the shingles' 64-bit hashes; the order and number of equal ones do not matter.

    Raises ValueError where there is no shingle.
    """
    least: dict[int, int] = {}
    for value in hashes:
        place, rank = value % BINS, value // BINS
        held = least.get(place)
        if held is None or rank < held:
            least[place] = rank
    if not least:
        raise ValueError("a text without words has no signature")
    return tuple(least[place] if place in least else _borrowed(place, least) for place in range(BINS))


def bands(minima: Sequence[int]) -> tuple[int, ...]:
    """The keys of a signature's bands: near copies have one in common, others hardly ever. Two bands never share a key
    by their bins alone, for the band's number goes into it."""
    keys = []
    for start in range(0, len(minima) - BAND_BINS + 1, BAND_BINS):
        part = ",".join(map(str, (start, *minima[start : start + BAND_BINS])))
        keys.append(int.from_bytes(blake2b(part.encode(), digest_size=8).digest(), "little") >> (64 - KEY_BITS))
    return tuple(keys)


def _borrowed(place: int, least: dict[int, int]) -> int:
    """What an empty bin takes: the minimum of the first filled one on its walk."""
    return next(least[other] for other in _walk(place) if other in least)


@cache
def _walk(place: int) -> tuple[int, ...]:
    """The other bins in the order in which an empty one looks at them, its own for each."""

    def rank(other: int) -> bytes:
        return blake2b(f"{place}:{other}".encode(), digest_size=8).digest()

    return tuple(sorted((other for other in range(BINS) if other != place), key=rank))
