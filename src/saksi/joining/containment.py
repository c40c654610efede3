"""Winnowed shingles: by these a shortened copy finds the long text that holds it, however little that resembles it as a whole.

Of each window of shingles the one with the least hash is kept, so whatever two texts share that is as long as a window
leaves a common mark in both, wherever it stands. Reference: Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms
for document fingerprinting" (2003).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

SHINGLE_WORDS = 8
"""Stock phrases ("kata dia kepada wartawan di Jakarta") are shorter: with four words each stood in hundreds of articles, and
the more a ledger held, the longer a lookup took."""
WINDOW = 10
"""Shingles of one window: any seventeen words in a row that two texts share leave a common mark; an article of 400 words has 70."""

SHARED_PART = 0.15
"""Part of the shorter text's marks that a longer one must hold for a closer look; a text with a word changed in every
twelfth place keeps a third."""

KEY_BITS = 47


def marks(hashes: Iterable[int]) -> tuple[int, ...]:
    """The marks of a text with these shingle hashes, each once, in rising order."""
    kept: set[int] = set()
    waiting: deque[tuple[int, int]] = deque()  # (place, hash), hashes rising: the first is the window's least
    last = -1
    for last, value in enumerate(hashes):
        while waiting and waiting[-1][1] >= value:
            waiting.pop()
        waiting.append((last, value))
        if waiting[0][0] <= last - WINDOW:
            waiting.popleft()
        if last >= WINDOW - 1:
            kept.add(waiting[0][1])
    if 0 <= last < WINDOW - 1:
        kept.add(waiting[0][1])
    return tuple(sorted(value >> (64 - KEY_BITS) for value in kept))


def enough(shared: int, marks_of_one: int, marks_of_other: int) -> bool:
    """Whether so many common marks call for a closer look; the same whichever text comes first."""
    return shared > 0 and shared >= SHARED_PART * min(marks_of_one, marks_of_other)
