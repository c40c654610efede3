"""Tells a template filled anew (the weather for another province, the next quake, today's prices) from a copy of one text.

A copy keeps nearly all of the figures, dates and names that its text has, even where it changes one or the other. A
template keeps the wording and changes those. Only the two texts are looked at, never how often a wording is met: that
would depend on what had arrived by then, and the families with it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from saksi.joining.alignment import Stretch
from saksi.joining.slots import Slot

FEW = 3
"""Slots below which a share says nothing; two where the day changed with them."""
NAME_WEIGHT = 2
"""A changed name counts for two changed figures: papers misprint and inflate figures, but the person, the town, the company
in them is another one only where the happening is."""
KEPT_FIGURES = 0.3
KEPT_NAMES = 0.35
"""Of the figures and names of the text that has fewer, the part that a copy keeps at least."""
CHANGED = 0.4
CHANGED_FIGURES = 0.6
"""Part of the slots of one text, or of its figures, that other words fill in a template."""
CHANGED_NEXT_DAY = 0.2
"""The same where a date is changed too and the two came out on different days."""
NEXT_DAY_HOURS = 18
CHANGED_WORDS = 0.03
"""Part of all words that are changed slots in a template; a paper that alters three figures in a report of a page alters less."""


def unlike_slots(figures: tuple[Collection[int], Collection[int]], names: tuple[Collection[int], Collection[int]]) -> bool:
    """Whether the slots of two texts have too little in common for one text. Quick: no word is looked at, hashes alone.

    Each pair holds what the one and the other text have. Symmetric.
    """
    return _unlike(*figures, KEPT_FIGURES) or _unlike(*names, KEPT_NAMES)


def filled_anew(
    stretches: Sequence[Stretch], slots_of_a: Sequence[Slot | None], slots_of_b: Sequence[Slot | None], hours: float | None
) -> bool:
    """Whether two texts that lie side by side are one template with other slots; `hours` between them, None where unknown.

    A slot is changed where words on both sides differ and it fills one of them. Of the two texts that one counts in
    which less is changed, so that it does not matter which comes first.
    """
    filled = [(slots_of_a[part.a_start : part.a_end], slots_of_b[part.b_start : part.b_end], part.same) for part in stretches]
    changed = [(a, b) for a, b, same in filled if not same and a and b]
    kept = [a for a, _, same in filled if same]
    if _other(changed, _ALL) < CHANGED_WORDS * min(len(slots_of_a), len(slots_of_b)):
        return False
    if _share(changed, kept, _ALL) >= CHANGED or _share(changed, kept, _FIGURES) >= CHANGED_FIGURES:
        return True
    if hours is None or hours < NEXT_DAY_HOURS or not any("date" in a and "date" in b for a, b in changed):
        return False
    return _share(changed, kept, _ALL, few=2) >= CHANGED_NEXT_DAY


_Changed = Sequence[tuple[Sequence[Slot | None], Sequence[Slot | None]]]
_FIGURES: Collection[Slot] = ("figure", "date")
_ALL: Collection[Slot] = (*_FIGURES, "name")


def _share(changed: _Changed, kept: Sequence[Sequence[Slot | None]], counted: Collection[Slot], *, few: int = FEW) -> float:
    """Part of the counted slots that are filled otherwise, names weighing more; 0.0 where fewer than `few` are."""
    other = _other(changed, counted, NAME_WEIGHT)
    same = sum(slot in counted for part in kept for slot in part)
    return other / (other + same) if other >= few else 0.0


def _other(changed: _Changed, counted: Collection[Slot], name_weight: int = 1) -> int:
    """How many of the counted slots are filled otherwise, a name as `name_weight`: by the text in which fewer are."""

    def weight(filled: Sequence[Slot | None]) -> int:
        return sum(name_weight if slot == "name" else 1 for slot in filled if slot in counted)

    return sum(min(weight(a), weight(b)) for a, b in changed)


def _unlike(one: Collection[int], other: Collection[int], kept: float) -> bool:
    fewer = min(len(one), len(other))
    return fewer >= FEW and len(set(one).intersection(other)) < kept * fewer
