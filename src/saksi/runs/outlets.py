"""Tells of each outlet of a ledger what it carries by itself, what it takes from others and changes, and what it says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from saksi.ledger import Ledger
from saksi.records import Article, Family
from saksi.words.world import world


class OutletAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One outlet by its usual name. `own` + `taken` + `versions` are its `articles`.

    `own` are texts that nobody had before it and that credit no agency but itself; `taken` are copies and texts that credit
    an agency, `taken_from` whose they are by count; `given_to` who copied its own. `edits` counts by kind what it changed in what
    it copied (see records.family.EditKind). `viewpoints` are the words with which its pages describe it, verbatim.
    """

    outlet: str
    articles: int = 0
    own: int = 0
    taken: int = 0
    versions: int = 0
    statements: int = 0
    taken_from: dict[str, int] = {}
    given_to: dict[str, int] = {}
    edits: dict[str, int] = {}
    viewpoints: tuple[str, ...] = ()


class _Counts:
    def __init__(self) -> None:
        self.sorts: Counter[str] = Counter()
        self.taken_from: Counter[str] = Counter()
        self.given_to: Counter[str] = Counter()
        self.edits: Counter[str] = Counter()
        self.viewpoints: Counter[str] = Counter()


def outlets_of(ledger: Ledger) -> list[OutletAccount]:
    """Every outlet, by name. Articles that name no outlet are left out."""
    articles: dict[str, Article] = {}
    counts: dict[str, _Counts] = {}
    for reading in ledger.readings():
        name = usual(reading.article.outlet)
        articles[reading.article.id] = msgspec.structs.replace(reading.article, text="", outlet=name)
        if name is not None:
            here = counts.setdefault(name, _Counts())
            here.sorts["statements"] += len(reading.title_statements) + len(reading.dek_statements) + len(reading.statements)
            if reading.article.outlet_about:
                here.viewpoints[reading.article.outlet_about] += 1
    for family in ledger.families():
        _count(family, articles, counts)
    return [_account(name, counts[name]) for name in sorted(counts)]


def usual(name: str | None) -> str | None:
    """An outlet by its usual name, as the list of outlets has it; None for none."""
    known = world().outlets.get(name) if name else None
    return known.name if known is not None else name or None


def _count(family: Family, articles: Mapping[str, Article], counts: Mapping[str, _Counts]) -> None:
    later = {version.article for version in family.versions}
    first = articles[family.origin].outlet
    for name in family.articles:
        outlet = articles[name].outlet
        if outlet is None:
            continue
        here = counts[outlet]
        here.sorts["articles"] += 1
        if name in later:
            here.sorts["versions"] += 1
            continue
        by_whom = usual(family.agency) if name == family.origin else first or usual(family.agency)
        if by_whom is None or _itself(by_whom, outlet):
            here.sorts["own"] += 1
            continue
        here.sorts["taken"] += 1
        here.taken_from[by_whom] += 1
        here.edits.update(edit.kind for edit in family.edits if edit.article == name)
        if by_whom in counts:  # an agency that sends nothing of its own is no outlet of the ledger
            counts[by_whom].given_to[outlet] += 1


def _itself(credited: str, outlet: str) -> bool:
    """Whether a credit means the outlet, by its name or by the initials of that: "BPA" of the "Boreal Press Agency"."""
    initials = "".join(word[0] for word in outlet.split())
    return credited.casefold() == outlet.casefold() or (len(initials) > 1 and credited == initials.upper())


def _account(name: str, counted: _Counts) -> OutletAccount:
    return OutletAccount(
        outlet=name,
        **{sort: counted.sorts[sort] for sort in ("articles", "own", "taken", "versions", "statements")},
        taken_from=_ranked(counted.taken_from),
        given_to=_ranked(counted.given_to),
        edits=_ranked(counted.edits),
        viewpoints=tuple(_ranked(counted.viewpoints)),
    )


def _ranked(counted: Mapping[str, int]) -> dict[str, int]:
    pairs: Iterable[tuple[str, int]] = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return dict(pairs)
