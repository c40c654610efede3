"""Lays a user's own rows over the gazetteer and writes a row into a user's file; it changes no file that ships with Saksi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from saksi.errors import WordsError
from saksi.words.actors.gazetteer import Gazetteer, assembled, gazetteer
from saksi.words.actors.listing import Place, listings
from saksi.words.actors.records import Actor, ActorForm, Language, OfficeKind
from saksi.words.actors.rows import ACTOR_COLUMNS, actors_in

HEAD = """# Actors of your own, laid over those that Saksi ships. Columns, parted by "|", lists inside a column by ",":
#   Wikidata id or nothing | sectors | ISO 3166-1 alpha-3 of countries | usual name in English | usual name in Indonesian |
#   other English forms | other Indonesian forms
# A form marked "?" proves nothing alone. A row replaces the shipped one of the same Wikidata id or usual name.
"""


def own_actors(path: Path) -> list[tuple[Actor, Place]]:
    """The actors of a user's file, checked by themselves. Raises WordsError, with file and line, for what cannot be right."""
    rows = list(actors_in(_text(path), str(path)))
    gazetteer(rows, (), {})
    return rows


def overlaid(shipped: Gazetteer, rows: Sequence[tuple[Actor, Place]], offices: Mapping[str, OfficeKind] | None = None) -> Gazetteer:
    """The gazetteer with a user's rows laid over it.

    A row replaces every actor of its Wikidata id or of one of its usual names. A form without "?" is taken from whoever has it
    in the shipped rows, since the user says whom it means; one with "?" is shared, and then proves nothing for either.
    """
    actors = [actor for actor, _ in rows]
    ids = {actor.qid for actor in actors} - {None}
    names = {name for actor in actors for name in (actor.name_en, actor.name_id)}
    claimed = {(form.text, form.language): form.ambiguous for actor in actors for form in actor.forms}
    kept = [
        _yielding(actor, claimed)
        for actor in shipped.actors
        if actor.qid not in ids and actor.name_en not in names and actor.name_id not in names
    ]
    return assembled([*kept, *actors], shipped.holders, offices or shipped.offices)


def taken_forms(shipped: Gazetteer, rows: Sequence[tuple[Actor, Place]]) -> list[tuple[str, str, str]]:
    """What a user's rows change in the shipped ones: (form, whom it meant, whom it means now), for replaced actors too."""
    return [
        (form.text, sense.actor.name_en, actor.name_en)
        for actor, _ in rows
        for form in actor.forms
        for sense in shipped.senses[form.language].get(form.text, ())
        if sense.actor.name_en != actor.name_en and not form.ambiguous
    ]


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


def add_row(path: Path, actor: Actor) -> None:
    """Write an actor into a user's file, which is made if it is not there; the rest of the file stays as it is.

    Raises WordsError where the file, with the new row, would not be right; nothing is written then.
    """
    before = _text(path) if path.exists() else HEAD
    quoted = '"' + row_text(actor).replace("\\", "\\\\").replace('"', '\\"') + '"'
    after = f"{before.rstrip()}\n  - {quoted}\n" if _goes_on(before, str(path), actor) else _new_part(before, actor, quoted)
    gazetteer(list(actors_in(after, str(path))), (), {})
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
