"""Lays a user's own rows over the gazetteer and writes a row into a user's file; it changes no file that ships with Saksi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from saksi.errors import WordsError
from saksi.words.actors.gazetteer import Gazetteer, assembled, check_offices, check_terms, gazetteer, people_of
from saksi.words.actors.listing import Place, listings
from saksi.words.actors.records import Actor, ActorForm, Holder, Language, OfficeKind
from saksi.words.actors.rows import ACTOR_COLUMNS, actors_in, holders_in

SHIPPED = Place("the rows that ship with Saksi", 0)
"""Where a shipped row stands, as far as a user need know."""

HEAD = """# Actors of your own, laid over those that Saksi ships. Columns, parted by "|", lists inside a column by ",":
#   Wikidata id or nothing | sectors | ISO 3166-1 alpha-3 of countries | usual name in English | usual name in Indonesian |
#   other English forms | other Indonesian forms
# A form marked "?" proves nothing alone. A row replaces the shipped one of the same Wikidata id or usual name.
"""


class OwnRows(msgspec.Struct, frozen=True):
    """A user's rows, each with its place, in the order of the file."""

    actors: tuple[tuple[Actor, Place], ...]
    holders: tuple[tuple[Holder, Place], ...]


def own_rows(path: Path, offices: Mapping[str, OfficeKind]) -> OwnRows:
    """The rows of a user's file, checked by themselves. Raises WordsError, with file and line, for what cannot be right."""
    return _rows_in(_text(path), path, offices)


def _rows_in(text: str, path: Path, offices: Mapping[str, OfficeKind]) -> OwnRows:
    rows = OwnRows(tuple(actors_in(text, str(path))), tuple(holders_in(text, str(path), offices)))
    if not rows.actors and not rows.holders:
        raise WordsError(f"{path}: there is no row under actors: or holders:; saksi actors add writes one")
    gazetteer(rows.actors, (), offices)
    check_terms(rows.holders)
    return rows


def overlaid(shipped: Gazetteer, rows: OwnRows) -> Gazetteer:
    """The gazetteer with a user's rows laid over it.

    A row replaces every actor of its Wikidata id or of one of its usual names, a term the one of the same name, office and first
    day. A form without "?" is taken from whoever has it in the shipped rows, since the user says whom it means; one with "?" is
    shared, and then proves nothing for either. Raises WordsError for a term of an office of nothing known.
    """
    actors = [actor for actor, _ in rows.actors]
    derived = {actor.key for actor in shipped.actors if actor.kind == "person" and actor.name_en in shipped.terms}
    listed = [*(actor for actor in shipped.actors if actor.key not in derived and not _replaced(actor, actors)), *actors]
    check_offices(rows.holders, listed)
    own = {(holder.name, holder.office, holder.of, holder.from_) for holder, _ in rows.holders}
    terms = [(each, SHIPPED) for each in shipped.holders if (each.name, each.office, each.of, each.from_) not in own]
    people = [person for person, _ in people_of([*terms, *rows.holders], listed) if not _replaced(person, actors)]
    claimed = {(form.text, form.language): form.ambiguous for actor in actors for form in actor.forms}
    named = {id(actor) for actor in actors}
    kept = [actor if id(actor) in named else _yielding(actor, claimed) for actor in [*listed, *people]]
    return assembled(kept, [holder for holder, _ in [*terms, *rows.holders]], shipped.offices)


def _replaced(actor: Actor, by: Sequence[Actor]) -> bool:
    return any(
        (actor.qid is not None and actor.qid == own.qid) or actor.name_en == own.name_en or actor.name_id == own.name_id for own in by
    )


def taken_forms(shipped: Gazetteer, rows: OwnRows) -> list[tuple[str, str, str]]:
    """The forms that a user's rows take from shipped actors that they do not replace: (form, whom it meant, whom it means now)."""
    taken = [
        (form.text, sense.actor.name_en, actor.name_en)
        for actor, _ in rows.actors
        for form in actor.forms
        for sense in shipped.senses[form.language].get(form.text, ())
        if not form.ambiguous and not _replaced(sense.actor, [actor])
    ]
    return list(dict.fromkeys(taken))


def _yielding(actor: Actor, claimed: Mapping[tuple[str, Language], bool]) -> Actor:
    """A shipped actor without the forms that a user gives to another, and with a mark on those that are now shared."""
    if not any((form.text, form.language) in claimed for form in actor.forms):
        return actor
    forms = [
        ActorForm(form.text, form.language, form.ambiguous or (form.text, form.language) in claimed)
        for form in actor.forms
        if claimed.get((form.text, form.language), True)
    ]
    return msgspec.structs.replace(actor, forms=tuple(forms))


def row_text(actor: Actor) -> str:
    """The row of an actor as it stands in a file."""
    others = {
        language: ", ".join(_cell(form) for form in actor.forms if form.language == language and form.text != name)
        for language, name in (("en", actor.name_en), ("id", actor.name_id))
    }
    usual = [
        _marked(name, next((form for form in actor.forms if form.text == name and form.language == language), None))
        for language, name in (("en", actor.name_en), ("id", actor.name_id))
    ]
    cells = [actor.qid or "", ", ".join(actor.sectors), ", ".join(actor.countries), *usual, others["en"], others["id"]]
    return " | ".join(cells)


def add_row(path: Path, actor: Actor, offices: Mapping[str, OfficeKind]) -> None:
    """Write an actor into a user's file, which is made if it is not there; the rest of the file stays as it is.

    Raises WordsError where the file, with the new row, would not be right; nothing is written then.
    """
    before = _text(path) if path.exists() else HEAD
    quoted = '"' + row_text(actor).replace("\\", "\\\\").replace('"', '\\"') + '"'
    after = f"{before.rstrip()}\n  - {quoted}\n" if _goes_on(before, str(path), actor) else _new_part(before, actor, quoted)
    _rows_in(after, path, offices)
    try:
        path.write_text(after, encoding="utf-8")
    except OSError as exc:
        raise WordsError(f"{path}: cannot be written: {exc.strerror}; name another file with --actors") from exc


def _goes_on(text: str, file: str, actor: Actor) -> bool:
    """Whether the last part of a file is of the actor's kind and day, so that its row may follow the last one."""
    parts = list(listings(text, file, "actors", ACTOR_COLUMNS))
    last = text.rstrip().rpartition("\n")[2]
    return bool(parts) and parts[-1].kind == actor.kind and parts[-1].as_of == actor.as_of and last.startswith("  - ")


def _new_part(before: str, actor: Actor, quoted: str) -> str:
    return f"{before.rstrip()}\n---\nas_of: {actor.as_of}\nkind: {actor.kind}\nactors:\n  - {quoted}\n"


def own_row(
    name: str,
    *,
    kind: str,
    as_of: dt.date,
    name_id: str | None = None,
    qid: str = "",
    sectors: Sequence[str] = (),
    countries: Sequence[str] = (),
    forms: Sequence[str] = (),
) -> Actor:
    """An actor from single values, checked as a row of a file is. Raises WordsError for a value that cannot be right.

    `forms` serve both languages; one that ends in "?" proves nothing alone.
    """
    others = ", ".join(_escaped(form) for form in forms)
    cells = [qid, ", ".join(sectors), ", ".join(countries), name, name_id or name, others, others]
    if bad := next((cell for cell in cells if "|" in cell or "\n" in cell), None):
        raise WordsError(f'"{bad}": a name holds no "|" and no line break')
    quoted = '"' + " | ".join(cells).replace("\\", "\\\\").replace('"', '\\"') + '"'
    text = f"as_of: {as_of}\nkind: {kind}\nactors:\n  - {quoted}\n"
    (actor, _), *_ = actors_in(text, name)
    return actor


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as exc:
        raise WordsError(f"{path}: there is no such file; saksi actors add makes one") from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise WordsError(f"{path}: cannot be read as text in UTF-8: {exc}") from exc


def _escaped(form: str) -> str:
    return form.replace(",", "\\,")


def _cell(form: ActorForm) -> str:
    return _marked(_escaped(form.text), form)


def _marked(text: str, form: ActorForm | None) -> str:
    return f"{text}?" if form is not None and form.ambiguous else text
