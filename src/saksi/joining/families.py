"""Decides which families a new article belongs to. Two articles carry one text, or they do not: nothing else is asked.

A family is what such pairs hang together, so it is the same in whatever order the articles came; a new one may join two
families that had nothing to do with each other before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from saksi.joining import alignment, containment
from saksi.joining.fingerprints import Fingerprint
from saksi.joining.shingles import Wording, wording
from saksi.joining.slots import slots
from saksi.joining.templates import filled_anew, unlike_slots
from saksi.joining.when import hours_between
from saksi.limits import FAMILY_LOADED

HELD = 0.6
"""Part of the shorter text that must stand in the longer one, in order and in runs."""
HELD_WITHOUT_LEAD = 0.75
"""The same where the longer text does not begin with it: a follow-up repeats the background, a copy keeps the lead."""
LONGER = 0.4
"""A text shorter than this part of the other must stand at its beginning: news is shortened from its end, and a round-up
that holds several articles is none of them."""
LEAD_WORDS = 20
LEAD_REACH = 60
"""Words at which the lead may begin in the longer text, behind a dateline, a caption or a paragraph of its own."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it is compared: its text, and when it was published, else fetched (ISO in UTC, or "")."""

    article: str
    text: str
    dated: str


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the ledger that has bands or marks in common with a new one. `family` is the ledger's key of its family."""

    article: str
    family: int
    shared_bands: int
    shared_marks: int
    marks: int
    figures: Sequence[int]
    names: Sequence[int]


class JoinFamilies(msgspec.Struct, frozen=True, kw_only=True):
    """The intent: these families and the new article are one; none means that it opens a family of its own."""

    article: str
    families: tuple[int, ...]


def decide(new: Sheet, found: Fingerprint, near: Iterable[Near], sheets: Callable[[Sequence[str]], Sequence[Sheet]]) -> JoinFamilies:
    """The families that carry the new article's text. `sheets` gives the sheets of articles by their ids.

    Each family is looked at until one article in it carries the text; the articles most like the new one come first.
    """
    promising = sorted((one for one in near if worth_a_look(found, one)), key=_likeness)
    reader = _Reader(new, sheets)
    joined = [family for family, ones in groupby(sorted(promising, key=_family), key=_family) if reader.carries(list(ones))]
    return JoinFamilies(article=new.article, families=tuple(joined))


def worth_a_look(found: Fingerprint, near: Near) -> bool:
    """Whether two articles may carry one text, by their fingerprints alone."""
    alike = near.shared_bands > 0 or containment.enough(near.shared_marks, len(found.marks), near.marks)
    return alike and not unlike_slots((found.figures, near.figures), (found.names, near.names))


def one_text(a: Sheet, b: Sheet) -> bool:
    """Whether two articles carry one text; the same whichever comes first."""
    return _one_text(_Laid(a, wording(a.text)), _Laid(b, wording(b.text)))


class _Laid(NamedTuple):
    sheet: Sheet
    worded: Wording


class _Reader:
    """Compares one new article with those of a family, a few at a time; remembers its words."""

    def __init__(self, new: Sheet, sheets: Callable[[Sequence[str]], Sequence[Sheet]]) -> None:
        self._new = _Laid(new, wording(new.text))
        self._sheets = sheets

    def carries(self, ones: Sequence[Near]) -> bool:
        at, step = 0, 1
        while at < len(ones):
            part = [near.article for near in ones[at : at + step]]
            if any(_one_text(self._new, _Laid(sheet, wording(sheet.text))) for sheet in self._sheets(part)):
                return True
            at, step = at + step, FAMILY_LOADED
        return False


def _likeness(near: Near) -> tuple[int, int, str]:
    return -near.shared_bands, -near.shared_marks, near.article


def _family(near: Near) -> int:
    return near.family


def _one_text(a: _Laid, b: _Laid) -> bool:
    short, long = sorted((a, b), key=lambda laid: (len(laid.worded.words), laid.sheet.text))
    count = len(short.worded.words)
    if not alignment.common(short.worded.words, long.worded.words, least=int(HELD * count)):
        return False
    laid = alignment.stretches(short.worded, long.worded)
    held = alignment.in_runs(laid) / count
    if held < HELD:
        return False
    loose = held < HELD_WITHOUT_LEAD or count < LONGER * len(long.worded.words)
    if loose and not _keeps_lead(laid):
        return False
    return not filled_anew(laid, slots(short.worded), slots(long.worded), hours_between(a.sheet.dated, b.sheet.dated))


def _keeps_lead(laid: Sequence[alignment.Stretch]) -> bool:
    """Whether half of the shorter text's first words stand near the beginning of the longer one."""
    kept = sum(
        min(part.a_end, LEAD_WORDS) - part.a_start for part in laid if part.same and part.a_start < LEAD_WORDS and part.b_start < LEAD_REACH
    )
    return kept * 2 >= LEAD_WORDS
