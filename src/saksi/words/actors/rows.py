"""Turns rows of the gazetteer's files into its records and checks each cell; it compares no row with another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from saksi.errors import WordsError
from saksi.words.actors.listing import Listing, Place, Row, listed, listings
from saksi.words.actors.records import Actor, ActorForm, ActorKind, Holder, Language, OfficeKind, first_day, last_day
from saksi.words.packs import load_shared
from saksi.words.world import world

ACTOR_COLUMNS = 7
HOLDER_COLUMNS = 7
OFFICE_COLUMNS = 4

_QID = re.compile(r"Q[1-9]\d*")


@cache
def sectors() -> dict[str, tuple[str, str]]:
    """PLOVER's sector codes, each with what it means in English and in Indonesian. Raises WordsError for a malformed row."""
    rows = [[cell.strip() for cell in row.split("|")] for row in load_shared("sectors")["sectors"]]
    if wrong := next((row for row in rows if len(row) != 3), None):
        raise WordsError(f"word list sectors.yaml: a row of {len(wrong)} columns instead of 3: {' | '.join(wrong)}")
    return {code: (english, indonesian) for code, english, indonesian in rows}


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """For a sector the words, in small letters, that stand beside a name of its actors and say of what kind they are."""
    lists = load_shared("sectors")["neighbours"]
    if unknown := next((code for code in lists if code not in sectors()), None):
        raise WordsError(f"word list sectors.yaml: neighbours of {unknown}, which is no sector")
    return {code: frozenset(word.strip() for word in line.split(",")) for code, line in lists.items()}


@cache
def state_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3 of every listed state."""
    return frozenset(form.iso3 for form in world().states.values())


def actors_in(text: str, file: str) -> Iterator[tuple[Actor, Place]]:
    """The actors of one file. Raises WordsError, with file and line, for a row that cannot be right."""
    for listing in listings(text, file, "actors", ACTOR_COLUMNS):
        if listing.kind not in get_args(ActorKind):
            raise WordsError(f'{file}: the kind is "{listing.kind}"; write kind: {" or ".join(get_args(ActorKind))}')
        for row in listing.rows:
            yield _actor(row, listing), row.place


def holders_in(text: str, file: str, offices: Mapping[str, OfficeKind]) -> Iterator[tuple[Holder, Place]]:
    """The holders of one file. Raises WordsError, with file and line, for a row that cannot be right."""
    for listing in listings(text, file, "holders", HOLDER_COLUMNS):
        for row in listing.rows:
            yield _holder(row, listing, offices), row.place


def offices_in(text: str, file: str) -> dict[str, OfficeKind]:
    """The offices of one file by their keys. Raises WordsError where a row is malformed or a key is there twice."""
    found: dict[str, OfficeKind] = {}
    for listing in listings(text, file, "offices", OFFICE_COLUMNS):
        for row in listing.rows:
            key, english, indonesian, sector = row.cells
            _known_sector(sector, row.place)
            if key in found:
                raise row.place.error(f"the office {key} is there twice")
            if not listed(english) or not listed(indonesian):
                raise row.place.error(f"the office {key} needs a title in both languages")
            found[key] = OfficeKind(key=key, titles_en=tuple(listed(english)), titles_id=tuple(listed(indonesian)), sector=sector)
    return found


def _actor(row: Row, listing: Listing) -> Actor:
    qid, codes, countries, name_en, name_id, other_en, other_id = row.cells
    place = row.place
    plain_en, plain_id = plain(name_en), plain(name_id)
    if not plain_en or not plain_id:
        raise place.error("an actor needs a usual name in English and one in Indonesian; they may be the same")
    if not listed(codes) and listing.kind != "person":
        raise place.error(f"{plain_en} has no sector; write one of {', '.join(sectors())}")
    return Actor(
        key=_qid(qid, place) or plain_en,
        qid=_qid(qid, place),
        kind=listing.kind,  # type: ignore[arg-type]
        sectors=_each(codes, place, _known_sector),
        countries=_each(countries, place, _known_state),
        name_en=plain_en,
        name_id=plain_id,
        forms=(*forms_of([name_en, *listed(other_en)], "en"), *forms_of([name_id, *listed(other_id)], "id")),
        as_of=listing.as_of,
    )


def _holder(row: Row, listing: Listing, offices: Mapping[str, OfficeKind]) -> Holder:
    qid, name, forms, office, of, from_, to = row.cells
    place = row.place
    if not name or not of:
        raise place.error("a holder needs a name and the state, body or province of the office")
    if office not in offices:
        raise place.error(f'there is no office "{office}"; the offices are {", ".join(offices)}')
    try:
        begins, ends = first_day(from_), last_day(to) if to else listing.as_of
        if begins > ends:
            raise place.error(f"the term of {name} ends before it begins")
        if max(begins, first_day(to) if to else begins) > listing.as_of:
            raise place.error(f"the term of {name} lies past as_of, {listing.as_of}; a row says nothing of later days")
    except ValueError as exc:
        raise place.error(f'"{from_}" to "{to}": write dates as YYYY, YYYY-MM or YYYY-MM-DD') from exc
    return Holder(
        name=name, office=office, of=of, from_=from_, to=to or None, qid=_qid(qid, place), forms=tuple(listed(forms)), as_of=listing.as_of
    )


def plain(form: str) -> str:
    """The form without the mark of ambiguity."""
    return form.removesuffix("?").strip()


def forms_of(marked: Sequence[str], language: Language) -> Iterator[ActorForm]:
    """Each form once, in its order; where it is there with and without the mark "?", the mark counts."""
    doubtful = {plain(form) for form in marked if form.endswith("?")}
    for form in dict.fromkeys(map(plain, marked)):
        yield ActorForm(form, language, form in doubtful)


def _qid(cell: str, place: Place) -> str | None:
    if cell and not _QID.fullmatch(cell):
        raise place.error(f'"{cell}" is no Wikidata id (Q and digits); leave the column empty where it is not known')
    return cell or None


def _each(cell: str, place: Place, check: Callable[[str, Place], None]) -> tuple[str, ...]:
    for member in listed(cell):
        check(member, place)
    return tuple(listed(cell))


def _known_sector(code: str, place: Place) -> None:
    if code not in sectors():
        raise place.error(f'there is no sector "{code}"; write one or more of {", ".join(sectors())}')


def _known_state(iso3: str, place: Place) -> None:
    if iso3 not in state_codes():
        raise place.error(f'there is no state "{iso3}"; write ISO 3166-1 alpha-3 codes such as IDN, parted by commas')
