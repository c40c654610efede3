"""The gazetteer's records: actors with their forms, and holders of offices with their terms; they are told, never inferred."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

import msgspec

ActorKind = Literal["organization", "group", "person"]
Language = Literal["en", "id"]


class ActorForm(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One way to write an actor's name in a language. `ambiguous`: also somebody else's or an everyday word; it proves nothing alone."""

    text: str
    language: Language
    ambiguous: bool = False


class Actor(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """An organization, a group or a person that news names.

    `key` is stable and unique: Wikidata's id where one is known, else the usual English name. `sectors` are PLOVER's codes
    (`sectors.yaml`), the chief one first; whoever holds offices has none, since they follow from the office held on the day
    (`Holder`).
    `countries` are ISO 3166-1 alpha-3 codes of the states it belongs to or acts in. `as_of` is the day until which this holds.
    """

    key: str
    kind: ActorKind
    name_en: str
    name_id: str
    as_of: dt.date
    qid: str | None = None
    sectors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    forms: tuple[ActorForm, ...] = ()


class OfficeKind(msgspec.Struct, frozen=True, kw_only=True):
    """An office by its key, its titles in both languages, the usual one first, and PLOVER's sector of who holds it."""

    key: str
    titles_en: tuple[str, ...]
    titles_id: tuple[str, ...]
    sector: str


class Holder(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One term of one person in one office.

    `office` is a key of the offices, `of` what it is an office of: a state (alpha-3), a body or institution by its usual name, or
    a province of Indonesia. `from_` and `to` are days, months or years as far as they are known ("2014-10-20", "2014-10",
    "2014"); `to` is None where the term went on at `as_of`. Nothing is said of later days.
    """

    name: str
    office: str
    of: str
    from_: str
    as_of: dt.date
    to: str | None = None
    qid: str | None = None
    forms: tuple[str, ...] = ()

    def surely_on(self, day: dt.date) -> bool:
        """Whether the term held on that day however the known part of its dates is completed; first and last day count.

        A term "from 2014" surely held on 2015-01-01 but not on 2014-12-01; one still running, not past `as_of`.
        """
        return last_day(self.from_) <= day <= (self.as_of if self.to is None else first_day(self.to))

    def possibly_on(self, day: dt.date) -> bool:
        """Whether the term may have held on that day: some completion of its dates covers it."""
        return first_day(self.from_) <= day <= (self.as_of if self.to is None else last_day(self.to))


def first_day(known: str) -> dt.date:
    """The first day that a year, month or day ("2014", "2014-10", "2014-10-20") covers. Raises ValueError for anything else."""
    if len(known) not in (4, 7, 10):
        raise ValueError(known)
    return dt.date.fromisoformat(known + "-01-01"[len(known) - 4 :])


def last_day(known: str) -> dt.date:
    """The last day that a year, month or day covers. Raises ValueError for what is none."""
    day = first_day(known)
    if len(known) == 4:
        return day.replace(month=12, day=31)
    return day.replace(day=calendar.monthrange(day.year, day.month)[1]) if len(known) == 7 else day
