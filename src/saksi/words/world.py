"""The states, bodies and outlets of the world as lookup tables over their exact forms; it resolves nothing by context."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from saksi.errors import WordsError
from saksi.words.forms import Forms
from saksi.words.packs import LANGUAGES, load_shared

StateFormKind = Literal["name", "demonym", "capital", "metonym"]
OutletKind = Literal["agency", "newspaper", "broadcaster", "site", "magazine", "platform"]

_FORM_KINDS: tuple[StateFormKind, ...] = ("name", "demonym", "capital", "metonym")


class StateForm(msgspec.Struct, frozen=True, kw_only=True):
    """What one form says of a state: "AS" names it, "Russian" is its adjective, "Moskow" its capital, "Kremlin" its seat.

    `iso3` is ISO 3166-1 alpha-3 (XKX for Kosovo), `qid` Wikidata's id or None. `ambiguous`: also a common given name,
    another place or an everyday word ("Georgia", "Lima"), so that the form alone proves nothing. `sectors` is PLOVER's code of
    what acts where a state is said to act: its government.
    """

    iso3: str
    kind: StateFormKind
    name_en: str
    name_id: str
    qid: str | None = None
    ambiguous: bool = False
    sectors: tuple[str, ...] = ("GOV",)


class BodyForm(msgspec.Struct, frozen=True, kw_only=True):
    """A body that states have formed (the United Nations, ASEAN, a court, a mission); `qid` is Wikidata's or None."""

    name_en: str
    name_id: str
    qid: str | None = None
    ambiguous: bool = False


class OutletForm(msgspec.Struct, frozen=True, kw_only=True):
    """A news agency, an outlet or a platform by its usual name; `language` is ISO 639-1 or "mul", `country` alpha-3 or None.

    `ambiguous`: also an everyday word ("Antara", "Time"), so it counts only in a credit or beside a word for an outlet.
    """

    name: str
    kind: OutletKind
    language: str
    country: str | None = None
    ambiguous: bool = False


class World(msgspec.Struct, frozen=True, kw_only=True):
    """The tables, each keyed by the exact form.

    `states`, `bodies` serve texts of any language; `states_in` and `bodies_in` map a language to its own table, where
    "AU" is the African Union in English only and "Saudi" a name in Indonesian and a demonym in English. The `*_forms`
    find the keys of `states`, `bodies` and `outlets` in a text. `alpha2` maps each alpha-3 code to alpha-2. `as_of` is the ISO
    date of the tables of states.
    """

    as_of: str
    alpha2: Mapping[str, str]
    states: Mapping[str, StateForm]
    states_in: Mapping[str, Mapping[str, StateForm]]
    bodies: Mapping[str, BodyForm]
    bodies_in: Mapping[str, Mapping[str, BodyForm]]
    outlets: Mapping[str, OutletForm]
    state_forms: Forms
    body_forms: Forms
    outlet_forms: Forms


@cache
def world() -> World:
    """The tables, read once. Raises WordsError where a row is malformed."""
    known = load_shared("states")
    rows = [_cells("states", row, 8) for row in known["states"]]
    states_in: dict[str, dict[str, StateForm]] = {language: {} for language in LANGUAGES}
    for kind in _FORM_KINDS[:-1]:
        for row in rows:
            _add_state(states_in, row, kind)
    _add_metonyms(states_in, known["metonyms"], {row[0]: row for row in rows})
    bodies_in = _bodies(known["bodies"])
    outlets = _outlets(load_shared("outlets")["outlets"])
    states = _any_language(states_in)
    bodies = {**bodies_in["en"], **bodies_in["id"]}
    return World(
        as_of=str(known["as_of"]),
        alpha2=_alpha2(known["alpha2"]),
        states=states,
        states_in=states_in,
        bodies=bodies,
        bodies_in=bodies_in,
        outlets=outlets,
        state_forms=Forms(states),
        body_forms=Forms(bodies),
        outlet_forms=Forms(outlets),
    )


def _alpha2(pairs: str) -> dict[str, str]:
    """Alpha-3 to alpha-2, from "AFG AF, AGO AO, …"."""
    codes: dict[str, str] = {}
    for pair in pairs.split(","):
        alpha3, _, alpha2 = pair.strip().partition(" ")
        if len(alpha3) != 3 or len(alpha2) != 2:
            raise WordsError(f'word list states.yaml: alpha2 has "{pair}" instead of an alpha-3 and an alpha-2 code')
        codes[alpha3] = alpha2
    return codes


def _cells(table: str, row: str, count: int) -> list[str]:
    cells = [cell.strip() for cell in row.split("|")]
    if len(cells) != count:
        raise WordsError(f"word list {table}.yaml: a row of {len(cells)} columns instead of {count}: {row}")
    return cells


def _listed(cell: str) -> list[str]:
    return [form.strip() for form in cell.split(",") if form.strip()]


def _state_forms(row: list[str], kind: StateFormKind, language: str) -> list[str]:
    """The forms of one kind that a row of the states gives for a language, marks and all."""
    _, _, name_en, name_id, other_en, other_id, demonyms, capitals = row
    if kind == "name":
        return [name_en, *_listed(other_en)] if language == "en" else [name_id, *_listed(other_id)]
    if kind == "demonym":
        return _listed(demonyms) if language == "en" else []
    of_language = capitals.split("/")
    return _listed(of_language[0] if language == "en" else of_language[-1])


def _add_state(states_in: dict[str, dict[str, StateForm]], row: list[str], kind: StateFormKind) -> None:
    sure = _state_form(row, kind)
    for language, forms in states_in.items():
        for form in _state_forms(row, kind, language):
            if form.endswith("?"):
                forms.setdefault(form[:-1], msgspec.structs.replace(sure, ambiguous=True))
            else:
                forms.setdefault(form, sure)


def _add_metonyms(states_in: dict[str, dict[str, StateForm]], metonyms: list[str], by_iso3: dict[str, list[str]]) -> None:
    for metonym in metonyms:
        form, iso3, language = _cells("states", metonym, 3)
        meant = msgspec.structs.replace(_state_form(by_iso3[iso3], "metonym"), ambiguous=form.endswith("?"))
        for spoken in (language,) if language else LANGUAGES:
            states_in[spoken].setdefault(form.rstrip("?"), meant)


def _state_form(row: list[str], kind: StateFormKind) -> StateForm:
    return StateForm(iso3=row[0], kind=kind, name_en=row[2].rstrip("?"), name_id=row[3].rstrip("?"), qid=row[1] or None)


def _any_language(states_in: Mapping[str, Mapping[str, StateForm]]) -> dict[str, StateForm]:
    """One table for all languages: where they differ on a form, a name goes before a demonym, a capital, a metonym."""
    merged: dict[str, StateForm] = {}
    for forms in states_in.values():
        for form, meant in forms.items():
            other = merged.get(form)
            if other is None or _FORM_KINDS.index(meant.kind) < _FORM_KINDS.index(other.kind):
                merged[form] = meant
    return merged


def _bodies(rows: list[str]) -> dict[str, dict[str, BodyForm]]:
    bodies_in: dict[str, dict[str, BodyForm]] = {language: {} for language in LANGUAGES}
    for row in rows:
        name_en, name_id, qid, both, only_en, only_id = _cells("states", row, 6)
        sure = BodyForm(name_en=name_en, name_id=name_id, qid=qid or None)
        unsure = msgspec.structs.replace(sure, ambiguous=True)
        for language, forms in (("en", [name_en, *_listed(only_en)]), ("id", [name_id, *_listed(only_id)])):
            for form in (*forms, *_listed(both)):
                bodies_in[language][form.rstrip("?")] = unsure if form.endswith("?") else sure
    return bodies_in


def _outlets(rows: list[str]) -> dict[str, OutletForm]:
    outlets: dict[str, OutletForm] = {}
    for row in rows:
        name, kind, language, country, forms = _cells("outlets", row, 5)
        sure = msgspec.convert({"name": name, "kind": kind, "language": language, "country": country or None}, OutletForm)
        unsure = msgspec.structs.replace(sure, ambiguous=True)
        outlets.setdefault(name, sure)
        for form in _listed(forms):
            plain = form.rstrip("?")
            if form != plain and (plain == name or plain not in outlets):
                outlets[plain] = unsure
            else:
                outlets.setdefault(plain, sure)
    return outlets
