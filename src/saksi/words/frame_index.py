"""Frames by their first word: which forms begin at a token of a text, the longest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from saksi.limits import FRAME_GAP
from saksi.words.frame import Frame, FrameForm

_ENDS: Final = frozenset(".;:?!")
_NONE: Final[Mapping[str, Sequence[FrameForm]]] = {}


class Frames:
    """All forms of a language by their first word, the longest first; of one word several frames may be told apart by their objects."""

    __slots__ = ("_alone", "_completed", "_longer", "by_first", "count")

    def __init__(self, forms: Sequence[FrameForm], count: int) -> None:
        by_first: dict[str, list[FrameForm]] = {}
        for form in forms:
            by_first.setdefault(form.words[0], []).append(form)
        self.by_first = {first: tuple(sorted(found, key=_rank)) for first, found in by_first.items()}
        self.count = count
        alone = {first: tuple(f for f in found if len(f.words) == 1 and not f.tail) for first, found in self.by_first.items()}
        self._alone = {first: found for first, found in alone.items() if found}
        self._completed = {first: those for first, found in self.by_first.items() if (those := tuple(f for f in found if f.tail))}
        longer: dict[str, dict[str, list[FrameForm]]] = {}
        for first, found in self.by_first.items():
            for form in found:
                if len(form.words) > 1 and not form.tail:
                    longer.setdefault(first, {}).setdefault(form.words[1], []).append(form)
        self._longer = longer

    def starts(self, lower: Sequence[str], first: int, last: int) -> list[int]:
        """The tokens between two where a form may begin, by its first two words; quicker than to ask `at` of each."""
        by_first = self.by_first
        return [i for i in range(first, last + 1) if lower[i] in by_first and self._begins(lower[i], lower[i + 1] if i < last else "")]

    def _begins(self, word: str, behind: str) -> bool:
        return word in self._alone or behind in self._longer.get(word, _NONE) or word in self._completed

    def at(self, lower: Sequence[str], index: int) -> tuple[FrameForm, ...]:
        """The forms that begin at a token, best first: the first whose frame takes its object is meant.

        Of forms whose words stand together only the longest are given: at "called off" never those of "called". A form
        that is completed behind its object goes before them: at "took three men hostage" first "take ... hostage", then
        "take"; at "took three men home" only "take". Forms that ask for an object or a sector go before those that do not.
        """
        word = lower[index]
        behind = lower[index + 1] if index + 1 < len(lower) else ""
        longer = [form for form in self._longer.get(word, _NONE).get(behind, ()) if _stands(form, lower, index)]
        longest = max((len(form.words) for form in longer), default=1)
        fits = tuple(form for form in longer if len(form.words) == longest) or self._alone.get(word, ())
        near = lower[index + 2 : index + 2 + FRAME_GAP] if word in self._completed else ()
        completed = tuple(form for form in self._completed.get(word, ()) if form.tail[0] in near and _stands(form, lower, index))
        return tuple(sorted((*completed, *fits), key=_rank)) if completed else fits


def takes(frame: Frame, lower: Sequence[str]) -> bool:
    """Whether the verb counts with an object of these words in lower case, which may be none.

    "lift" of CONCEDE takes "the eight-year-old arms embargo", not "its spirits".
    """
    if _holds(lower, frame.not_objects):
        return False
    return not frame.objects or _holds(lower, frame.objects)


def _holds(lower: Sequence[str], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands among the words; most are one word, a few are two ("war games")."""
    if not phrases:
        return False
    if not phrases.isdisjoint(lower):
        return True
    return _has_pairs(phrases) and not phrases.isdisjoint(" ".join(pair) for pair in pairwise(lower))


@cache
def _has_pairs(phrases: frozenset[str]) -> bool:
    return any(" " in phrase for phrase in phrases)


def tail_at(form: FrameForm, lower: Sequence[str], index: int) -> int | None:
    """Where the tail of a form that begins at `index` begins, or None where it has none or it does not follow in its sentence."""
    first = index + len(form.words)
    if form.tail:
        for place in range(first + 1, min(first + 1 + FRAME_GAP, len(lower))):
            if lower[place - 1] in _ENDS:
                return None
            if tuple(lower[place : place + len(form.tail)]) == form.tail:
                return place
    return None


def _stands(form: FrameForm, lower: Sequence[str], index: int) -> bool:
    if tuple(lower[index : index + len(form.words)]) != form.words:
        return False
    return not form.tail or tail_at(form, lower, index) is not None


def _length(form: FrameForm) -> int:
    return len(form.words) + len(form.tail)


def _rank(form: FrameForm) -> tuple[int, bool, bool, bool]:
    return -_length(form), not form.frame.objects, not form.frame.sectors, form.frame.weak
