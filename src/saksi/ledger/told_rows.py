"""What is kept of a reading so that its claims are found without reading it again, and back; no database here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from saksi.joining.claims import answered, claim_id, order_of
from saksi.joining.origins import agency_of, moment_of
from saksi.joining.propositions import Content, Proposition, Setting, first_handed_on, propositions, setting_of
from saksi.ledger.dating import dated
from saksi.ledger.kinship import Kin
from saksi.ledger.rows import statements_in_order
from saksi.records import Claim, Family, Reading, Statement
from saksi.words.world import world


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """Of a Setting what follows from the article alone; the fields of the same names, and what its agency depends on.

    `credits` says whether it credits anybody, `handed_on` whether its first statement is somebody else's word, `own_agency` whose text
    it says it is.
    """

    outlet: str
    language: str
    moment: str
    day: int | None
    names: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    credits: bool
    handed_on: bool
    own_agency: str | None


class Kinship(msgspec.Struct, frozen=True, kw_only=True):
    """Of a Setting what follows from the article's family: its id, the agency whose text the article carries, the address of versions."""

    family: str
    agency: str | None
    address: str | None


class ToldRows(msgspec.Struct, frozen=True, kw_only=True):
    """One article as the tables of claims have it, without what follows from its family and from other articles."""

    article: str
    seen: str | None
    scene: Scene
    tellings: tuple[dict[str, Any], ...]


NO_DAY = 0
"""Stands for the day of an article that has no date."""

_scene = msgspec.json.Decoder(Scene)
_content = msgspec.json.Decoder(Content)
_statement = msgspec.json.Decoder(Statement)


def told_rows(reading: Reading) -> ToldRows:
    """The rows of one reading."""
    article = reading.article
    scene = scene_of(reading)
    setting = setting_from(article.id, scene, Kinship(family=article.id, agency=None, address=None))
    found = sorted(propositions(reading, setting), key=order_of)
    linked = {answer.statement.id for answer, _ in answered(found)}
    places = {(field, statement.id): place for place, (field, statement) in enumerate(statements_in_order(reading))}
    tellings = tuple(
        {
            "place": places[one.field, one.statement.id],
            "statement": one.statement.id,
            "alone": claim_id(article.id, one.statement.id),
            "linked": one.statement.id in linked,
            "content": _encoded(Content(**{name: getattr(one, name) for name in Content.__struct_fields__})),
        }
        for one in found
    )
    return ToldRows(article=article.id, seen=article.published or article.fetched, scene=scene, tellings=tellings)


def told_row(rows: ToldRows, kinship: Kinship) -> dict[str, Any]:
    """An article of a family as its table has it."""
    return {"article": rows.article, "seen": rows.seen, "scene": _encoded(rows.scene), **msgspec.structs.asdict(kinship)}


def name_rows(rows: ToldRows, number: int) -> list[dict[str, Any]]:
    """The names by which an article is found."""
    return [{"name": name, "day": rows.scene.day or NO_DAY, "told": number} for name in sorted(rows.scene.names)]


def scene_of(reading: Reading) -> Scene:
    """What an article is about as a whole, whatever family it is in."""
    article = reading.article
    moment = dated(article.published, article.fetched)
    setting = setting_of(
        reading,
        family=article.id,
        agency=None,
        moment=moment_of(article.published, moment),
        day=date.fromisoformat(moment[:10]).toordinal() if moment else None,
    )
    return Scene(
        **{name: getattr(setting, name) for name in ("outlet", "language", "moment", "day", "names", "places", "words")},
        credits=bool(reading.credits),
        handed_on=first_handed_on(reading),
        own_agency=agency_of(reading),
    )


def setting_from(article: str, scene: Scene, kinship: Kinship) -> Setting:
    """What an article of a family is about."""
    ours = ("outlet", "language", "moment", "day", "names", "places", "words")
    return Setting(
        article=article,
        family=kinship.family,
        agency=kinship.agency,
        address=kinship.address,
        **{name: getattr(scene, name) for name in ours},
    )


def kinship_in(kin: Kin | Family, article: str, uri: str | None, outlet: str | None, scene: Scene) -> Kinship:
    """What an article has from its family."""
    versions = any(article in (version.article, version.version_of) for version in kin.versions)
    return Kinship(family=kin.origin, agency=agency_in(kin, outlet, scene), address=uri if versions else None)


def agency_in(kin: Kin | Family, outlet: str | None, scene: Scene) -> str | None:
    """The agency whose text an article carries: its family's, unless it is handed on further down than in the first statement only."""
    if len(kin.articles) > 1 or scene.credits:
        return kin.agency
    known = world().outlets.get(outlet or "")
    if known is not None and known.kind == "agency":
        return kin.agency
    return (scene.own_agency or kin.agency) if scene.handed_on else None


def scene_from(column: str) -> Scene:
    """The scene of a column."""
    return _scene.decode(column)


def propositions_from(rows: Iterable[Mapping[str, Any]], settings: Mapping[int, Setting]) -> list[Proposition]:
    """The statements of these rows as they are joined, in their order; `settings` by the article's number.

    A row has `told`, `content` and the statement's `record`.
    """
    found = []
    for row in rows:
        content = _content.decode(row["content"])
        said = {name: getattr(content, name) for name in Content.__struct_fields__}
        found.append(Proposition(statement=_statement.decode(row["record"]), setting=settings[row["told"]], **said))
    return sorted(found, key=order_of)


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as its table has it."""
    return {
        "id": claim.claim,
        "first_seen": claim.first_seen or "",
        "last_seen": claim.last_seen or "",
        "families": len(claim.families),
        "origins": claim.origins,
        "asserted": len(claim.asserted),
        "denied": len(claim.denied),
        "unsure": len(claim.unsure),
        "record": _encoded(claim),
    }


def _encoded(record: msgspec.Struct) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()
