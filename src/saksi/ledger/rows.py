"""A reading as the rows that the ledger keeps of it; no database here."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from saksi.joining.families import Sheet
from saksi.joining.fingerprints import Fingerprint, fingerprint
from saksi.joining.origins import agency_of, moment_of, standing
from saksi.ledger.dating import dated
from saksi.ledger.stance import stance_of
from saksi.records import Reading, Statement
from saksi.records.ids import content_id
from saksi.records.jsonline import reading_line

Field = Literal["title", "dek", "text"]
"""Which string of the article a statement's spans index."""


class ReadingRows(msgspec.Struct, frozen=True, kw_only=True):
    """One reading, column by column, for the tables of the same names."""

    article: dict[str, Any]
    reading: dict[str, Any]
    statements: tuple[dict[str, Any], ...]


class TextRows(msgspec.Struct, frozen=True, kw_only=True):
    """What finds the family of one article: its sheet, its fingerprint, and the columns that rank it in a family."""

    sheet: Sheet
    fingerprint: Fingerprint
    columns: dict[str, Any]


def rows_of(reading: Reading) -> ReadingRows:
    """The rows of one reading. Raises UnicodeEncodeError for a text that holds half characters (lone surrogates)."""
    article = reading.article
    moment = dated(article.published, article.fetched)
    names = {entity.id: entity.name for entity in reading.entities}
    shared = {"article": article.id, "outlet": article.outlet, "language": article.language, "dated": moment}
    placed = [
        {**shared, "place": place, "field": field, **_columns(statement, names)}
        for place, (field, statement) in enumerate(statements_in_order(reading))
    ]
    columns = ("id", "uri", "sha256", "fetched", "version_of", "outlet", "title", "published", "language", "status")
    return ReadingRows(
        article={
            **{column: getattr(article, column) for column in columns},
            "engine": reading.engine,
            "dated": moment,
            "text_hash": content_id("text", article.text),
            "statements": len(placed),
        },
        reading={"article": article.id, "line": reading_line(reading).decode()},
        statements=tuple(placed),
    )


def text_rows(reading: Reading) -> TextRows:
    """What is kept of an article to find its family."""
    article = reading.article
    found = fingerprint(article.text)
    dated_at = dated(article.published, article.fetched)
    moment = moment_of(article.published, dated_at)
    columns = {
        "article": article.id,
        "scheme": found.scheme,
        "words": found.words,
        "marks": len(found.marks),
        "figures": packed(found.figures),
        "names": packed(found.names),
        "moment": moment,
        "standing": msgspec.json.encode(standing(reading, moment, found.words)).decode(),
        "agency": agency_of(reading),
    }
    return TextRows(sheet=Sheet(article=article.id, text=article.text, dated=dated_at), fingerprint=found, columns=columns)


def packed(hashes: Sequence[int]) -> bytes:
    """32-bit hashes as a column keeps them; the machine's byte order does not matter."""
    return struct.pack(f"<{len(hashes)}I", *hashes)


def unpacked(column: bytes) -> tuple[int, ...]:
    """The hashes of a column."""
    return struct.unpack(f"<{len(column) // 4}I", column)


def statements_of(reading: Reading) -> Iterator[tuple[Field, Statement]]:
    """Every statement of a reading with the string that it indexes: headline, dek, text."""
    yield from (("title", statement) for statement in reading.title_statements)
    yield from (("dek", statement) for statement in reading.dek_statements)
    yield from (("text", statement) for statement in reading.statements)


def statements_in_order(reading: Reading) -> list[tuple[Field, Statement]]:
    """The same as the ledger numbers them: headline, dek, then down the text."""
    return sorted(statements_of(reading), key=_place)


def speaker_of(statement: Statement, names: Mapping[str, str]) -> str | None:
    """Who speaks, first of several: the entity's name by `names` (entity id -> name), else the words in the text."""
    if not statement.speakers:
        return None
    first = statement.speakers[0]
    return names.get(first.entity or "", first.text)


def folded(text: str) -> str:
    """How words are compared in a search: case aside, white space as single blanks."""
    return " ".join(text.casefold().split())


def _columns(statement: Statement, names: Mapping[str, str]) -> dict[str, Any]:
    speaker = speaker_of(statement, names)
    said = [span.text for span in (*statement.contents, *statement.speakers)]
    return {
        "id": statement.id,
        "speaker": speaker,
        "stance": stance_of(statement),
        "act": statement.act,
        "certainty": statement.certainty,
        "words": folded(" ".join([*said, speaker or ""])),
        "record": msgspec.json.encode(statement).decode(),
    }


_FIELDS: tuple[Field, ...] = ("title", "dek", "text")


def _place(placed: tuple[Field, Statement]) -> tuple[int, int]:
    field, statement = placed
    spans = (*statement.contents, *((statement.cue,) if statement.cue is not None else ()))
    return _FIELDS.index(field), min((span.start for span in spans), default=0)
