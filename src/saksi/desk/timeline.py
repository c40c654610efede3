"""Lays out a timeline for its drawing: a lane for each stance, a column for each day, month or year, and where time is skipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from saksi.ledger.protocol import Stance
from saksi.ledger.survey import Bar, Scale, Series

WIDTH, LANE, LEFT, TOP, FOOT = 840, 84, 86, 14, 26
"""Of the drawing, in its own units: how wide it is, how high a lane, and what stands left of, above and below the lanes."""

LANES: tuple[Stance, ...] = ("asserted", "denied", "unsure")
HEIGHT = TOP + LANE * len(LANES) + FOOT

_GAP = 4
"""Columns that a longer gap is drawn as, with a mark that time is skipped there."""

_WIDEST, _LEAST_HIGH, _LABEL_WIDTH = 80.0, 3.0, 78.0


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """One bar of the drawing: what the statements take up stands below what the events do."""

    bar: Bar
    x: float
    width: float
    base: float
    said: float
    done: float


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A day, month or year at its place on the axis."""

    at: str
    x: float


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing: its bars, what is written on its axis, where time is skipped, and how many things the highest bar counts."""

    bars: tuple[Drawn, ...]
    marks: tuple[Mark, ...]
    skips: tuple[float, ...]
    highest: int


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table beside it: what speaks of one day, month or year, in all and by lane."""

    at: str
    lanes: dict[str, int]
    statements: int
    events: int


def drawn(series: Series) -> Timeline:
    """The drawing of a series; of one without bars there is nothing in it."""
    places, skips = _places(sorted({bar.at for bar in series.bars}))
    slot = min(_WIDEST, (WIDTH - LEFT - 12) / (max(places.values(), default=0) + 1))
    highest = max((bar.statements + bar.events for bar in series.bars), default=0)
    return Timeline(
        bars=tuple(_bar(bar, LEFT + places[bar.at] * slot, slot, highest) for bar in series.bars),
        marks=tuple(_marks(places, slot)),
        skips=tuple(round(LEFT + (place + 0.5) * slot, 1) for place in skips),
        highest=highest,
    )


def columns(bars: Sequence[Bar]) -> list[Column]:
    """The table of the same, the newest first."""
    found: dict[str, list[Bar]] = {}
    for bar in bars:
        found.setdefault(bar.at, []).append(bar)
    return [
        Column(
            at=at,
            lanes={lane: sum(bar.statements + bar.events for bar in found[at] if bar.lane == lane) for lane in LANES},
            statements=sum(bar.statements for bar in found[at]),
            events=sum(bar.events for bar in found[at]),
        )
        for at in sorted(found, reverse=True)
    ]


def scale_of(at: str) -> Scale:
    """Whether "2017-03" is a day, a month or a year."""
    scales: dict[int, Scale] = {4: "year", 7: "month"}
    return scales.get(len(at), "day")


def _places(times: Sequence[str]) -> tuple[dict[str, int], list[float]]:
    """The column of each, and between which columns time is skipped."""
    places = dict.fromkeys(times[:1], 0)
    skips: list[float] = []
    for before, after in pairwise(times):
        apart = _running(after) - _running(before)
        places[after] = places[before] + min(apart, _GAP)
        if apart > _GAP:
            skips.append(places[before] + _GAP / 2)
    return places, skips


def _running(at: str) -> int:
    """The number of a day, month or year among all of its sort."""
    if len(at) == 10:
        return date.fromisoformat(at).toordinal()
    year, _, month = at.partition("-")
    return int(year) * 12 + int(month) if month else int(year)


def _bar(bar: Bar, x: float, slot: float, highest: int) -> Drawn:
    total = bar.statements + bar.events
    high = max(_LEAST_HIGH, total / highest * (LANE - 12))
    said = high * bar.statements / total
    lane = LANES.index(bar.lane) if bar.lane in LANES else 0
    return Drawn(
        bar=bar,
        x=round(x + slot * 0.08, 1),
        width=round(slot * 0.84, 1),
        base=TOP + LANE * (lane + 1),
        said=round(said, 1),
        done=round(high - said, 1),
    )


def _marks(places: dict[str, int], slot: float) -> Iterator[Mark]:
    """As many as find room beside each other."""
    free = 0.0
    for at, place in places.items():
        x = LEFT + (place + 0.5) * slot
        if x >= free and x <= WIDTH - _LABEL_WIDTH / 2:
            yield Mark(at=at, x=round(x, 1))
            free = x + _LABEL_WIDTH
