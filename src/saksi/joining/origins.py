"""Says which article of a family the others come from, and which agency its text credits."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from saksi.records import Reading
from saksi.words.world import world

_UNDATED = "~"
"""Sorts behind every date."""
_DAY_CHARS = len("2026-01-31")


def agency_of(reading: Reading) -> str | None:
    """The agency whose text an article says it is, by its usual name; None where it names none.

    Credited in dateline, bracket or byline; else one that hands on what the article reports ("seperti dikutip AFP");
    else the outlet itself, if it is an agency. What is credited and no agency ("Kompas.com") counts after those that are.
    """
    credited = [credit.agency for credit in reading.credits]
    relays = [_agency(party.text) for statement in reading.statements for party in statement.relay]
    own = _agency(reading.article.outlet or "")
    found = (*filter(_agency, credited), *credited, *relays, own)
    return next((name for name in found if name is not None), None)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What ranks one article among those that carry its text. `outlet` and `credits` by their usual names, case aside;
    `moment` see `moment_of`; `words` of its text."""

    article: str
    outlet: str
    is_agency: bool
    credits: tuple[str, ...]
    moment: str
    words: int


def standing(reading: Reading, moment: str, words: int) -> Standing:
    """How an article stands in its family."""
    outlet = reading.article.outlet or ""
    return Standing(
        article=reading.article.id,
        outlet=_usual(outlet),
        is_agency=_agency(outlet) is not None,
        credits=tuple(sorted({_usual(credit.agency) for credit in reading.credits})),
        moment=moment,
        words=words,
    )


def origin_of(family: Iterable[Standing]) -> Standing:
    """The article that the others come from, whatever order they are given in. Raises ValueError for none.

    First the article of an outlet that the text credits anywhere, or of an agency that credits nobody; then those that
    credit somebody, for a credit is dropped and seldom made up; then the rest. Among equals the earlier one, then the
    longer one, for a copy is cut and seldom added to, then by id.
    """
    members = list(family)
    credited = {name for member in members for name in member.credits}

    def rank(member: Standing) -> tuple[int, str, int, str]:
        itself = member.outlet in credited or (member.is_agency and not member.credits)
        return 0 if itself else 1 if member.credits else 2, member.moment, -member.words, member.article

    return min(members, key=rank)


def moment_of(published: str | None, dated: str) -> str:
    """When an article came out, as text that sorts: `dated` is its ISO moment in UTC ("" where there is none).

    A bare day counts as its end, so that it is not taken to be before an article of that day whose hour is known; what
    has no date sorts last.
    """
    if published is not None and len(published) == _DAY_CHARS and dated.startswith(published):
        return f"{published}T24"
    return dated or _UNDATED


def agency_by_age(agencies: Iterable[str | None]) -> str | None:
    """The agency of a family, from what its articles credit, the origin first and then oldest first."""
    return next((agency for agency in agencies if agency is not None), None)


def _agency(name: str) -> str | None:
    """The usual name of an agency, None for an outlet of another kind or a name that no list has."""
    outlet = world().outlets.get(name)
    return outlet.name if outlet is not None and outlet.kind == "agency" else None


def _usual(name: str) -> str:
    """The usual name of an outlet of any kind, case aside, so that two ways to write it are one."""
    outlet = world().outlets.get(name)
    return (outlet.name if outlet is not None else name).casefold()
