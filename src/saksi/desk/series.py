"""How the figure of a claim moved: its values over time, laid out for a drawing and for the table beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import msgspec

from saksi.joining.claims import Joined
from saksi.joining.propositions import Figure, Proposition

WIDTH, HEIGHT, MARGIN = 560, 160, 24
"""Of the drawing, in its own units."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as an article gives it: `text` verbatim, `low` and `high` what it was taken to mean, `x` and `y` in the drawing."""

    text: str
    low: float
    high: float
    moment: str
    article: str
    statement: str
    x: float = 0
    y: float = 0


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one thing, oldest first; `least` and `most` bound them."""

    points: tuple[Point, ...]
    least: float
    most: float

    @property
    def line(self) -> str:
        """The points of a polyline."""
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)


def series(joined: Joined) -> Series | None:
    """The figures that most members of a claim give; None where fewer than two do."""
    sorts = Counter(_sort(figure) for member in joined.members for figure in member.figures)
    if not sorts:
        return None
    wanted = max(sorts, key=lambda sort: (sorts[sort], str(sort)))
    found = [point for member in joined.members for point in _points(member, wanted)]
    if len({point.article for point in found}) < 2:
        return None
    least, most = min(point.low for point in found), max(point.high for point in found)
    return Series(points=tuple(_placed(found, least, most)), least=least, most=most)


def _sort(figure: Figure) -> tuple[str | None, str | None, bool]:
    return figure.value.unit, figure.of, figure.length


def _points(member: Proposition, wanted: tuple[str | None, str | None, bool]) -> Iterator[Point]:
    for figure in member.figures:
        low = figure.value.low if figure.value.low is not None else figure.value.high
        high = figure.value.high if figure.value.high is not None else figure.value.low
        if _sort(figure) != wanted or low is None or high is None:
            continue
        yield Point(
            text=figure.text,
            low=low,
            high=high,
            moment=member.setting.moment,
            article=member.setting.article,
            statement=member.statement.id,
        )


def _placed(found: list[Point], least: float, most: float) -> Iterator[Point]:
    """Each point at its time and value; where a time is missing they stand one behind the other."""
    times = [_seconds(point.moment) for point in found]
    known = [time for time in times if time is not None]
    spread = max(known) - min(known) if len(known) == len(times) else 0.0
    for place, (point, time) in enumerate(zip(found, times, strict=True)):
        across = (time - min(known)) / spread if spread and time is not None else place / max(1, len(found) - 1)
        up = ((point.low + point.high) / 2 - least) / ((most - least) or 1)
        x, y = MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)
        yield msgspec.structs.replace(point, x=round(x, 1), y=round(y, 1))


def _seconds(moment: str) -> float | None:
    """A moment of a setting, whose bare days end in T24, as seconds; None where it has none."""
    try:
        return datetime.fromisoformat(moment.replace("T24", "T23:59")).timestamp()
    except ValueError:
        return None
