"""Finds the day that a text counts its "yesterday" from: the published one, or what the text itself fixes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from saksi.reading import calendar
from saksi.reading.time_days import written_date
from saksi.reading.time_scene import Phrase, Scene

_DATES: Final = {
    "id": re.compile(r"W[^\n;_]{0,6}(?:nM(?:,?y)?|d)|nM,?y|d"),
    "en": re.compile(r"W[^\n;_]{0,6}(?:nj?w?M|Mg?nj?|d)(?:,?y)?|(?:nj?w?M|Mg?nj?),?y|d"),
}
"""Dates, with their weekday where one stands before them."""

_OPENING: Final = 14
"""Words in which a dateline ends."""


def fix_anchor(scene: Scene, published: str | None) -> None:
    """Set what the scene counts from: `published`, an ISO date or datetime, else the day that the text tells, else nothing."""
    moment = _moment(published)
    if moment is not None:
        scene.anchored(moment.date(), "published")
        scene.clock = moment if published is not None and len(published) > len("2017-03-25") else None
        return
    scene.anchored(_day_told(scene), "text")


def _moment(published: str | None) -> datetime | None:
    """An ISO date or datetime as the clock stood where it was published; the bare day of one that is broken behind it."""
    if published is None:
        return None
    for written in (published, published[:10]):
        try:
            return datetime.fromisoformat(written).replace(tzinfo=None)
        except ValueError:
            continue
    return None


def _day_told(scene: Scene) -> date | None:
    """The day of the report as the text tells it: its latest date that stands with a weekday."""
    full: list[date] = []
    told: list[date] = []
    partial: list[tuple[int, int, int]] = []
    for match in _DATES[scene.language].finditer(scene.kinds):
        phrase = Phrase(scene, *match.span())
        written, weekday = written_date(phrase), phrase.value("W")
        if written is None:
            continue
        day, month, year = written
        if year is None:
            if weekday is not None:
                partial.append((day, month, weekday))
        elif (when := calendar.real_date(year, month, day)) is not None:
            full.append(when)
            if weekday is not None:
                told.append(when)
    if full:
        latest = max(full)
        told += [when for day, month, weekday in partial if (when := calendar.weekday_fit(month, day, weekday, latest)) is not None]
    return max(told, default=None) or _dateline(scene)


def _dateline(scene: Scene) -> date | None:
    """The full date between the place and the dash that open a text ("JAKARTA, 5 Mei 2020 - ")."""
    for match in _DATES[scene.language].finditer(scene.kinds, 0, _OPENING):
        dash = scene.kinds[match.end() : match.end() + 2].strip(">")[:1]
        written = written_date(Phrase(scene, *match.span()))
        if written is not None and written[2] is not None and dash in ("-", "\u2014"):
            return calendar.real_date(written[2], written[1], written[0])
    return None
