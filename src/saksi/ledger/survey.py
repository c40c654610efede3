"""Counts the bearings of all statements and events that fit a filter: by place, by time, and between whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, case, func, or_, select, true

from saksi.errors import NotInLedger
from saksi.ledger.bearings_tables import spots, ties, times
from saksi.ledger.protocol import Ledger, SearchFilter, SearchHit
from saksi.ledger.schema import articles, readings
from saksi.ledger.search import between, narrowing, numbers_of, shown
from saksi.ledger.store import SqlLedger
from saksi.limits import MAP_PLACES, NETWORK_TIES, PLACES_NEAR, TIMELINE_BARS
from saksi.records import Article, Event, Reading
from saksi.records.jsonline import parse_reading

Scale = Literal["day", "month", "year"]

_CUT: dict[Scale, int] = {"day": 10, "month": 7, "year": 4}
"""Letters of an ISO day that name the day, the month, the year."""

_LONGEST: dict[Scale, int] = {"day": 1, "month": 31, "year": 366}
"""Days that one thing may be spread over to stand in one bar."""

_DAYS_APART, _MONTHS_APART = 92, 3_660
"""Days up to which a timeline goes by the day, and by the month: three months, ten years."""

_FIELDS_OF_OWN_VOICE = ("words", "speaker", "act", "certainty")
"""Filters that only what somebody says can fit."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many statements, how many of them denied or unsure, and how many events."""

    statements: int = 0
    denied: int = 0
    unsure: int = 0
    events: int = 0


class PlaceCount(msgspec.Struct, frozen=True, kw_only=True):
    """A place with what fits there. `land` says that it is a whole state, whose point is the middle of its land."""

    place: str
    name: str
    country: str | None
    land: bool
    lat: float
    lon: float
    counts: Counts


class PlacesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The places of most statements and events; `total` says how many there are in all."""

    rows: tuple[PlaceCount, ...]
    total: int


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """What speaks of one day, month or year ("2017-03"), in one lane: a stance, or a category of events."""

    at: str
    lane: str
    statements: int
    events: int


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Bars in the order of time. `left_out` counts what speaks of a longer stretch than a bar has, or of a time before the first one
    of the newest limits.TIMELINE_BARS."""

    scale: Scale
    bars: tuple[Bar, ...]
    left_out: int


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """How often one speaks about the other, and acts on it, by the quad of PLOVER."""

    source: str
    target: str
    spoken: Counts
    acted: dict[str, int]

    @property
    def total(self) -> int:
        return self.spoken.statements + sum(self.acted.values())


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """The strongest ties; `named` gives (name, kind) of each end, `total` says how many ties there are in all."""

    ties: tuple[Tie, ...]
    named: dict[str, tuple[str, str]]
    total: int


class ToldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its article and the names of who acts and on whom."""

    event: Event
    article: Article
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """What stands behind a figure: its newest statements and events, and how many of each there are."""

    hits: tuple[SearchHit, ...]
    events: tuple[ToldEvent, ...]
    counts: Counts


class Survey:
    """Counts over the bearings of an open ledger. All filters are those of the search; every method raises LedgerError."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    def places(self, wanted: SearchFilter, *, limit: int = MAP_PLACES) -> PlacesPage:
        """The places of what fits, those of most first."""
        with self._ledger.asking() as connection:
            counted = select(spots.c.place, *_counts(spots), _ALL).where(_fitting(connection, wanted, spots)).group_by(spots.c.place)
            rows = connection.execute(counted.order_by(func.count().desc(), spots.c.place).limit(limit)).all()
            return PlacesPage(rows=_placed(connection, [row[:-1] for row in rows]), total=rows[0][-1] if rows else 0)

    def place(self, place: str, wanted: SearchFilter) -> PlaceCount:
        """One place by its id with what fits there. Raises NotInLedger."""
        with self._ledger.asking() as connection:
            fits = and_(spots.c.place == place, _fitting(connection, wanted, spots))
            counts = connection.execute(select(*_counts(spots)).where(fits)).one()
            found = _placed(connection, [(place, *counts)])
        if not found:
            raise NotInLedger(f"no place {place!r} in the ledger")
        return found[0]

    def near(self, place: PlaceCount, degrees: float) -> tuple[PlaceCount, ...]:
        """The places within a square of so many degrees to each side, all but lands, those of most first."""
        bounds = (
            spots.c.lat.between(place.lat - degrees, place.lat + degrees),
            spots.c.lon.between(place.lon - degrees, place.lon + degrees),
        )
        others = and_(*bounds, spots.c.land == 0, spots.c.place != place.place)
        counted = select(spots.c.place, *_counts(spots)).where(others).group_by(spots.c.place)
        with self._ledger.asking() as connection:
            rows = connection.execute(counted.order_by(func.count().desc(), spots.c.place).limit(PLACES_NEAR)).all()
            return _placed(connection, rows)

    def published(self, place: str, wanted: SearchFilter) -> dict[str, Counts]:
        """What is told of a place by the month in which its article came out; what has no date is under ""."""
        with self._ledger.asking() as connection:
            month = func.substr(articles.c.dated, 1, 7)
            fits = and_(spots.c.place == place, _fitting(connection, wanted, spots))
            counted = select(month, *_counts(spots)).join(articles, articles.c.id == spots.c.article).where(fits)
            rows = connection.execute(counted.group_by(month).order_by(month)).all()
        return {row[0]: _as_counts(row[1:]) for row in rows}

    def series(self, wanted: SearchFilter, *, since: str | None, until: str | None, scale: Scale | None, by_category: bool) -> Series:
        """What fits by the time that it speaks of, from the day `since` to the day `until`; without a scale, by the range."""
        with self._ledger.asking() as connection:
            fits = and_(_fitting(connection, wanted, times), _within(since, until))
            if by_category:
                fits = and_(fits, times.c.category.is_not(None))
            scale = scale or _scale_of(connection, fits)
            at = func.substr(times.c.first, 1, _CUT[scale])
            lane = times.c.category if by_category else times.c.stance
            counted = select(at, lane, _statements(times), _events(times)).where(fits, times.c.days <= _LONGEST[scale])
            rows = connection.execute(counted.group_by(at, lane).order_by(at, lane)).all()
            wide = connection.execute(select(func.count()).where(fits, times.c.days > _LONGEST[scale])).scalar_one()
        kept = set(sorted({row[0] for row in rows})[-TIMELINE_BARS:])
        bars = tuple(Bar(at=row[0], lane=row[1], statements=int(row[2]), events=int(row[3])) for row in rows if row[0] in kept)
        early = sum(int(row[2]) + int(row[3]) for row in rows if row[0] not in kept)
        return Series(scale=scale, bars=bars, left_out=int(wide) + early)

    def network(self, wanted: SearchFilter, *, around: str | None = None, limit: int = NETWORK_TIES) -> Network:
        """The strongest ties of what fits; with `around`, those of one actor and those between whom it is tied to."""
        with self._ledger.asking() as connection:
            fits = _fitting(connection, wanted, ties)
            mine = true() if around is None else or_(ties.c.source == around, ties.c.target == around)
            rows, total = _tied(connection, and_(fits, mine), limit)
            if around is not None:
                ends = {end for row in rows for end in (row[0], row[1])} - {around}
                among = and_(fits, ties.c.source.in_(ends), ties.c.target.in_(ends))
                rows = [*rows, *_tied(connection, among, limit)[0]]
            found = tuple(_as_tie(row) for row in rows)
            return Network(ties=found, named=_names(connection, {end for tie in found for end in (tie.source, tie.target)}), total=total)

    def names(self, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
        """By the key of each end of a tie its most frequent name, and its kind; keys that no tie has are left out."""
        with self._ledger.asking() as connection:
            return _names(connection, keys)

    def at_place(self, place: str, wanted: SearchFilter, *, limit: int) -> Behind:
        """The newest statements and events at a place."""
        return self._behind(spots, spots.c.place == place, wanted, limit)

    def at_time(self, at: str, wanted: SearchFilter, *, lane: str | None, limit: int) -> Behind:
        """The newest that speak of a day, month or year, in one lane if one is given."""
        scale = next(name for name, letters in _CUT.items() if letters == len(at))
        here = and_(
            func.substr(times.c.first, 1, len(at)) == at, times.c.first >= at, times.c.first <= f"{at}~", times.c.days <= _LONGEST[scale]
        )
        in_lane = true() if lane is None else or_(times.c.stance == lane, times.c.category == lane)
        return self._behind(times, and_(here, in_lane), wanted, limit)

    def between(self, one: str, other: str, wanted: SearchFilter, *, limit: int) -> Behind:
        """The newest in which either of two speaks about or acts on the other."""
        both = (and_(ties.c.source == a, ties.c.target == b) for a, b in ((one, other), (other, one)))
        return self._behind(ties, or_(*both), wanted, limit)

    def _behind(self, table: Table, here: ColumnElement[bool], wanted: SearchFilter, limit: int) -> Behind:
        with self._ledger.asking() as connection:
            fits = and_(here, _fitting(connection, wanted, table))
            said = select(table.c.number).where(fits, table.c.event.is_(None)).distinct()
            done = select(table.c.article, table.c.event, func.max(table.c.number).label("number"))
            done = done.where(fits, table.c.event.is_not(None)).group_by(table.c.article, table.c.event)
            totals = [connection.execute(select(func.count()).select_from(each.subquery())).scalar_one() for each in (said, done)]
            numbers = connection.execute(said.order_by(table.c.number.desc()).limit(limit)).scalars().all()
            named = connection.execute(done.order_by(func.max(table.c.number).desc(), table.c.article, table.c.event).limit(limit)).all()
            hits = tuple(shown(connection, numbers, ()))
            events = tuple(_told(connection, [(row.article, row.event) for row in named]))
        return Behind(hits=hits, events=events, counts=Counts(statements=totals[0], events=totals[1]))


def survey_of(ledger: Ledger) -> Survey | None:
    """The survey of a ledger that is kept in a database; None of another one."""
    return Survey(ledger) if isinstance(ledger, SqlLedger) else None


def _fitting(connection: Connection, wanted: SearchFilter, table: Table) -> ColumnElement[bool]:
    """The condition that a filter means: what a found statement tells, and events of the outlet's own voice of which nothing is asked
    that only a statement has. Raises LedgerError."""
    since, until = between(wanted)
    moment = [table.c.number >= since] if since is not None else []
    moment += [table.c.number < until] if until is not None else []
    asked = msgspec.structs.replace(wanted, since=None, until=None)
    if asked == SearchFilter():
        return and_(true(), *moment)
    fits: ColumnElement[bool] = and_(table.c.told == 1, table.c.number.in_(numbers_of(connection, wanted)))
    if not any(getattr(asked, name) for name in _FIELDS_OF_OWN_VOICE):
        phrases = (f" {' '.join(phrase)} " for phrase in narrowing(asked))
        fits = or_(fits, and_(table.c.told == 0, *(table.c.tokens.contains(phrase, autoescape=True) for phrase in phrases)))
    if asked.event is not None:
        fits = and_(fits, or_(table.c.category.is_(None), table.c.category == asked.event))
    return and_(fits, *moment)


def _statements(table: Table, stance: str | None = None) -> ColumnElement[int]:
    counted = table.c.category.is_(None) if stance is None else and_(table.c.category.is_(None), table.c.stance == stance)
    return func.coalesce(func.sum(case((counted, 1), else_=0)), 0)


def _events(table: Table) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((table.c.category.is_(None), 0), else_=1)), 0)


def _counts(table: Table) -> tuple[ColumnElement[int], ...]:
    return _statements(table), _statements(table, "denied"), _statements(table, "unsure"), _events(table)


_ALL = func.count().over()
"""How many groups there are, on each row of a list that is cut."""


def _as_counts(figures: Sequence[Any]) -> Counts:
    statements, denied, unsure, events = map(int, figures)
    return Counts(statements=statements, denied=denied, unsure=unsure, events=events)


def _placed(connection: Connection, counted: Sequence[Sequence[Any]]) -> tuple[PlaceCount, ...]:
    """Places with the name and point that most or all articles give them."""
    columns = (func.max(spots.c[name]).label(name) for name in ("name", "country", "land", "lat", "lon"))
    known = select(spots.c.place, *columns).where(spots.c.place.in_([row[0] for row in counted])).group_by(spots.c.place)
    about = {row.place: row for row in connection.execute(known)}
    return tuple(
        PlaceCount(
            place=place,
            name=about[place].name,
            country=about[place].country,
            land=bool(about[place].land),
            lat=about[place].lat,
            lon=about[place].lon,
            counts=_as_counts(figures),
        )
        for place, *figures in counted
        if place in about
    )


def _within(since: str | None, until: str | None) -> ColumnElement[bool]:
    """That a stretch begins in a range of days, months or years, both counted in."""
    conditions = [times.c.first >= since] if since else []
    conditions += [times.c.first <= f"{until}~"] if until else []  # "~" sorts behind the rest of a day in that month or year
    return and_(true(), *conditions)


def _scale_of(connection: Connection, fits: ColumnElement[bool]) -> Scale:
    """Days, months or years, by how far apart what fits lies, the tenth that is furthest out on either side aside."""
    total = connection.execute(select(func.count()).select_from(times).where(fits)).scalar_one()
    ordered = select(times.c.first).where(fits).order_by(times.c.first)
    ends = [connection.execute(ordered.offset(place).limit(1)).scalar_one_or_none() for place in (total // 10, total - 1 - total // 10)]
    if None in ends:
        return "month"
    first, last = (date.fromisoformat(str(end)) for end in ends)
    days = (last - first).days
    return "day" if days <= _DAYS_APART else "month" if days <= _MONTHS_APART else "year"


def _tied(connection: Connection, fits: ColumnElement[bool], limit: int) -> tuple[list[Sequence[Any]], int]:
    """(source, target, counts of speaking, counts of acting by quad) of the strongest ties, and how many there are."""
    quads = [func.coalesce(func.sum(case((ties.c.quad == quad, 1), else_=0)), 0) for quad in QUADS]
    counted = select(ties.c.source, ties.c.target, *_counts(ties), *quads, _ALL).where(fits).group_by(ties.c.source, ties.c.target)
    rows = connection.execute(counted.order_by(func.count().desc(), ties.c.source, ties.c.target).limit(limit)).all()
    return [row[:-1] for row in rows], rows[0][-1] if rows else 0


QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
"""The tones of events by PLOVER, from the friendliest to the harshest."""


def _as_tie(row: Sequence[Any]) -> Tie:
    acted = {quad: int(count) for quad, count in zip(QUADS, row[6:], strict=True) if count}
    return Tie(source=row[0], target=row[1], spoken=_as_counts((*row[2:5], 0)), acted=acted)


def _names(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By what name and kind each is known, the most frequent one."""
    found: dict[str, tuple[str, str]] = {}
    wanted = list(keys)
    best: dict[str, int] = {}
    for key, name, kind in (
        (ties.c.source, ties.c.source_name, ties.c.source_kind),
        (ties.c.target, ties.c.target_name, ties.c.target_kind),
    ):
        counted = select(key, name, kind, func.count()).where(key.in_(wanted)).group_by(key, name, kind).order_by(name, kind)
        for one, called, sort, count in connection.execute(counted):
            if count > best.get(one, 0):
                best[one], found[one] = count, (called, sort)
    return found


def _told(connection: Connection, wanted: Sequence[tuple[str, str]]) -> Iterable[ToldEvent]:
    """Events by article and id, in this order."""
    lines = select(readings.c.article, readings.c.line).where(readings.c.article.in_({article for article, _ in wanted}))
    held: dict[str, Reading] = {article: parse_reading(line) for article, line in connection.execute(lines)}
    for article, name in wanted:
        reading = held[article]
        names = {entity.id: entity.name for entity in reading.entities}
        for event in reading.events:
            if event.id == name:
                actors, recipients = (tuple(names[one] for one in ids if one in names) for ids in (event.actors, event.recipients))
                yield ToldEvent(event=event, article=reading.article, actors=actors, recipients=recipients)
