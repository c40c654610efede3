"""Lays two texts side by side word by word: what stands in both in the same order, and what differs between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from saksi.joining.shingles import Wording

RUN_WORDS = 3
"""Common words in a row from which they speak for a common text; single ones ("yang", "the") stand in any two."""


class Stretch(NamedTuple):
    """Words `a_start` to `a_end` of the one text beside `b_start` to `b_end` of the other, ends excluded; `same` or not.

    Where the texts differ, one side may be empty: then the words stand only in the other text.
    """

    same: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def common(a: Sequence[str], b: Sequence[str], *, least: int = 0) -> int:
    """How many words stand in both in the same order (the longest common subsequence), 0 where it is fewer than `least`."""
    return int(LCSseq.similarity(a, b, score_cutoff=least))


def stretches(a: Wording, b: Wording) -> tuple[Stretch, ...]:
    """The two texts side by side, from the first word to the last; same and differing stretches take turns.

    A change is as wide as the writer made it: common words that stand between two changes and are fewer than either
    of them ("between four and six [people] may have [died]") belong to the change, and a passage that could be cut a
    word earlier or later is cut where its sentence begins.
    """
    return tuple(_joined(_settled(_raw(a.words, b.words), a, b)))


def in_runs(found: Sequence[Stretch]) -> int:
    """Words that stand in both in runs of at least RUN_WORDS."""
    return sum(part.a_end - part.a_start for part in found if part.same and part.a_end - part.a_start >= RUN_WORDS)


def _raw(a: Sequence[str], b: Sequence[str]) -> list[Stretch]:
    """Stretches by the longest common subsequence, a removal and an addition at one place made one change."""
    found: list[Stretch] = []
    for code in LCSseq.opcodes(a, b):
        part = Stretch(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        if found and not found[-1].same and not part.same:
            part = Stretch(False, found[-1].a_start, part.a_end, found[-1].b_start, part.b_end)
            found.pop()
        found.append(part)
    return found


def _settled(found: list[Stretch], a: Wording, b: Wording) -> list[Stretch]:
    """Each cut or addition moved to where its sentence begins, if its words allow, for the subsequence is blind to sentences.

    In "said Sari. [Rain fell, said Sari.] He left" the same words could be cut as "[said Sari. Rain fell,] said Sari."
    """
    done = list(found)
    for place in range(1, len(done) - 1):
        part = done[place]
        if part.same or (part.a_start < part.a_end) == (part.b_start < part.b_end):
            continue
        shift = _shift(part, done[place - 1], done[place + 1], a if part.a_start < part.a_end else b)
        before, behind = done[place - 1], done[place + 1]
        done[place - 1] = before._replace(a_end=before.a_end + shift, b_end=before.b_end + shift)
        done[place] = Stretch(False, *(edge + shift for edge in part[1:]))
        done[place + 1] = behind._replace(a_start=behind.a_start + shift, b_start=behind.b_start + shift)
    return done


def _shift(part: Stretch, before: Stretch, behind: Stretch, whole: Wording) -> int:
    """By how many words to move a cut or addition so that it opens a sentence; 0 where it does, or none would."""
    words = whole.words
    start, end = (part.a_start, part.a_end) if part.a_start < part.a_end else (part.b_start, part.b_end)
    left = right = 0
    while left < before.a_end - before.a_start - 1 and words[start - 1 - left] == words[end - 1 - left]:
        left += 1
    while right < behind.a_end - behind.a_start - 1 and words[start + right] == words[end + right]:
        right += 1
    fitting = [shift for shift in range(-left, right + 1) if whole.opens[start + shift]]
    return min(fitting, key=lambda shift: (abs(shift), shift), default=0)


def _joined(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Common words between two changes that are fewer than either of them become part of one change."""
    pending: list[Stretch] = []
    for part in found:
        pending.append(part)
        while len(pending) >= 3 and not pending[-1].same and not pending[-3].same and _within(pending[-2], pending[-3], pending[-1]):
            first, last = pending[-3], pending[-1]
            pending[-3:] = [Stretch(False, first.a_start, last.a_end, first.b_start, last.b_end)]
    yield from pending


def _within(between: Stretch, first: Stretch, last: Stretch) -> bool:
    kept = between.a_end - between.a_start
    narrower = min(_width(first), _width(last))
    return kept < RUN_WORDS and (kept < narrower or (kept == narrower and _swapped(first, last)))


def _swapped(first: Stretch, last: Stretch) -> bool:
    """Whether the one only takes words out and the other only puts some in: "opened again" became "again opened"."""
    taken = [part.a_start < part.a_end for part in (first, last)]
    put = [part.b_start < part.b_end for part in (first, last)]
    return taken != put and sorted(taken) == sorted(put) == [False, True]


def _width(part: Stretch) -> int:
    return max(part.a_end - part.a_start, part.b_end - part.b_start)
