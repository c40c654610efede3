"""Tells the words of a text that fill slots: figures, dates, names. What a notice changes from one happening to the next."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from saksi.joining.shingles import Wording
from saksi.words.packs import LANGUAGES, load

Slot = Literal["figure", "date", "name"]

_DIGIT = re.compile(r"\d")


def slots(worded: Wording) -> tuple[Slot | None, ...]:
    """For each word the slot it fills, or None. A capital counts as a name only where it does not open a sentence.

    "Gempa 5,2 di Ternate, Senin" has a figure, a name and a date; "Gempa" says nothing.
    """
    dates, figures, everyday = _dates(), _figures(), _everyday()
    text = worded.text
    found: list[Slot | None] = []
    for word, (start, _), opens in zip(worded.words, worded.spans, worded.opens, strict=True):
        capital = text[start].isupper()
        if word in dates and (capital or word not in everyday):
            found.append("date")
        elif _DIGIT.search(word) is not None or (word.partition("-")[0] in figures and (opens or not capital)):
            found.append("figure")
        else:
            found.append("name" if capital and not opens else None)
    return tuple(found)


@cache
def _dates() -> frozenset[str]:
    """Names of weekdays and months, in both languages, for what an article's language is taken to be may err."""
    calendars = [load(language, "calendar") for language in LANGUAGES]
    return frozenset(str(word) for calendar in calendars for group in ("weekdays", "months") for word in calendar[group]["words"])


@cache
def _everyday() -> frozenset[str]:
    """Of these the ones that mean something else in small letters: "minggu" a week, "may", "march"."""
    calendars = [load(language, "calendar") for language in LANGUAGES]
    return frozenset(str(word) for calendar in calendars for group in ("weekdays", "months") for word in calendar[group]["capital"])


@cache
def _figures() -> frozenset[str]:
    """Number words from two on; "one" and "satu" are articles as often."""
    packs = [load(language, "numbers") for language in LANGUAGES]
    groups = [pack[group]["words"] for pack in packs for group in ("addends", "teens", "multipliers", "scales", "wholes")]
    return frozenset(str(word) for group in groups for word, worth in group.items() if worth > 1)
