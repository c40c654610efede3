"""Keeps the families in the ledger: finds what a new article may be a copy of, carries out what was decided, and reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, func, insert, literal, or_, select, true, union_all, update

from saksi.joining.containment import SHARED_PART
from saksi.joining.families import Near, Sheet, decide
from saksi.joining.origins import Standing, agency_by_age, origin_of
from saksi.joining.signatures import SCHEME
from saksi.ledger.rows import TextRows, unpacked
from saksi.ledger.schema import articles, bands, families, fingerprints, marks, readings
from saksi.records import Version
from saksi.records.family import copies_among


class Kin(msgspec.Struct, frozen=True, kw_only=True):
    """A family as the tables hold it: its articles, oldest first, and the agency that its text credits.

    `versions` are the later texts of one address among them, `judgements` the ids of people's verdicts on the family.
    """

    origin: str
    articles: tuple[str, ...]
    agency: str | None
    versions: tuple[Version, ...] = ()
    judgements: tuple[str, ...] = ()

    @property
    def copies(self) -> tuple[str, ...]:
        """The articles that carry the origin's text, oldest first; later texts of one address are none."""
        return copies_among(self.articles, self.origin, self.versions)


class _Text(msgspec.Struct, frozen=True):
    """Of a reading's line the text alone; the rest is passed over, which takes a tenth of the time."""

    text: str


_text = msgspec.json.Decoder(_Text)
_standing = msgspec.json.Decoder(Standing)


def keep(connection: Connection, rows: TextRows) -> None:
    """Put a new article, whose reading is kept already, into its family; joins families that it shows to be one."""

    def sheets(ids: Sequence[str]) -> list[Sheet]:
        return sheets_of(connection, ids)

    joined = decide(rows.sheet, rows.fingerprint, near(connection, rows), sheets).families
    if joined:
        family = _joined(connection, joined, rows)
    else:
        opened = {"origin": rows.sheet.article, "size": 1}
        family = _number(connection.execute(insert(families).values(opened)).inserted_primary_key)
    number = _number(connection.execute(insert(fingerprints).values(family=family, **rows.columns)).inserted_primary_key)
    for table, keys in ((bands, rows.fingerprint.bands), (marks, rows.fingerprint.marks)):
        if keys:
            connection.execute(insert(table), [{"key": key, "text": number} for key in dict.fromkeys(keys)])


def attach(connection: Connection, rows: TextRows, first: str) -> None:
    """Put a later text of an address into the family of its first one. No other article is ever found to be like it."""
    family = connection.execute(select(fingerprints.c.family).where(fingerprints.c.article == first)).scalar_one()
    connection.execute(insert(fingerprints).values(family=family, **rows.columns))
    connection.execute(update(families).where(families.c.number == family).values(size=families.c.size + 1))


def dissolve(connection: Connection, articles_of: Sequence[str]) -> list[str]:
    """Take apart the families of these articles; gives all that were in them, which belong to none until they are kept again."""
    numbers = select(fingerprints.c.family).where(fingerprints.c.article.in_(articles_of))
    held = connection.execute(
        select(fingerprints.c.number, fingerprints.c.article, fingerprints.c.family).where(fingerprints.c.family.in_(numbers))
    ).all()
    texts = [row.number for row in held]
    for table in (bands, marks):
        connection.execute(delete(table).where(table.c.text.in_(texts)))
    connection.execute(delete(fingerprints).where(fingerprints.c.number.in_(texts)))
    connection.execute(delete(families).where(families.c.number.in_({row.family for row in held})))
    return sorted(row.article for row in held)


def families_after(connection: Connection, origin: str | None, count: int) -> list[Kin]:
    """The next families by their ids, as the texts have them."""
    after = true() if origin is None else families.c.origin > origin
    numbers = select(families.c.number).where(after).order_by(families.c.origin).limit(count)
    by_family: dict[str, list[Any]] = {}
    for row in connection.execute(_members(numbers)):
        by_family.setdefault(row.origin, []).append(row)
    return [kin_of(by_family[name]) for name in sorted(by_family)]


def family_rows(connection: Connection, article: str) -> list[Any]:
    """Of the family of an article, by its whole id, a row for each member; none where the ledger has no such article."""
    number = select(fingerprints.c.family).where(fingerprints.c.article == article)
    return list(connection.execute(_members(number)))


def families_of(connection: Connection, articles_of: Iterable[str]) -> list[Kin]:
    """The families of these articles, as the texts have them."""
    numbers = select(fingerprints.c.family).where(fingerprints.c.article.in_(list(articles_of)))
    by_family: dict[str, list[Any]] = {}
    for row in connection.execute(_members(numbers)):
        by_family.setdefault(row.origin, []).append(row)
    return [kin_of(rows) for rows in by_family.values()]


def _members(numbers: Select[Any]) -> Select[Any]:
    columns = (fingerprints.c.article, fingerprints.c.moment, fingerprints.c.agency, fingerprints.c.standing)
    return (
        select(families.c.origin, *columns, articles.c.version_of)
        .join(fingerprints, fingerprints.c.family == families.c.number)
        .join(articles, articles.c.id == fingerprints.c.article)
        .where(families.c.number.in_(numbers.scalar_subquery()))
    )


def kin_of(rows: Sequence[Any], judgements: tuple[str, ...] = ()) -> Kin:
    """The family that these rows make. A later text of an address is no origin."""
    origin = origin_of(_standing.decode(row.standing) for row in rows if row.version_of is None).article
    aged = sorted(rows, key=lambda row: (row.moment, row.article))
    credited = sorted(aged, key=lambda row: row.article != origin)
    return Kin(
        origin=origin,
        articles=tuple(row.article for row in aged),
        agency=agency_by_age(row.agency for row in credited),
        versions=tuple(Version(article=row.article, version_of=row.version_of) for row in aged if row.version_of is not None),
        judgements=judgements,
    )


def near(connection: Connection, rows: TextRows) -> Iterator[Near]:
    found = rows.fingerprint
    if not found.bands:
        return
    asked = {"bands": found.bands, "marks": found.marks, "least": SHARED_PART * len(found.marks)}
    for row in connection.execute(_NEAR, asked):
        yield Near(
            article=row.article,
            family=row.family,
            shared_bands=row.shared_bands,
            shared_marks=row.shared_marks,
            marks=row.marks,
            figures=unpacked(row.figures),
            names=unpacked(row.names),
        )


def near_query() -> Select[Any]:
    """The articles with a common band, or with as many common marks as containment.enough asks for, with how many of each."""
    shared_bands = select(bands.c.text, literal(1).label("band"), literal(0).label("mark")).where(
        bands.c.key.in_(bindparam("bands", expanding=True))
    )
    shared_marks = select(marks.c.text, literal(0).label("band"), literal(1).label("mark")).where(
        marks.c.key.in_(bindparam("marks", expanding=True))
    )
    each = union_all(shared_bands, shared_marks).subquery()
    shared = (
        select(each.c.text, func.sum(each.c.band).label("shared_bands"), func.sum(each.c.mark).label("shared_marks"))
        .group_by(each.c.text)
        .subquery()
    )
    columns = ("article", "family", "marks", "figures", "names")
    enough = or_(
        shared.c.shared_bands > 0,
        shared.c.shared_marks >= bindparam("least"),
        shared.c.shared_marks >= SHARED_PART * fingerprints.c.marks,
    )
    return (
        select(*(fingerprints.c[name] for name in columns), shared.c.shared_bands, shared.c.shared_marks)
        .join(shared, shared.c.text == fingerprints.c.number)
        .where(fingerprints.c.scheme == SCHEME, enough)
    )


_NEAR = near_query()


def sheets_of(connection: Connection, ids: Sequence[str]) -> list[Sheet]:
    wanted = (
        select(articles.c.id, articles.c.dated, readings.c.line)
        .join(readings, readings.c.article == articles.c.id)
        .where(articles.c.id.in_(ids))
        .order_by(articles.c.id)
    )
    return [Sheet(article=row.id, text=_text.decode(row.line).text, dated=row.dated) for row in connection.execute(wanted)]


def _joined(connection: Connection, joined: Sequence[int], rows: TextRows) -> int:
    """Make one family of these and the new article; gives its number. The largest takes in the others."""
    held = connection.execute(
        select(families).where(families.c.number.in_(joined)).order_by(families.c.size.desc(), families.c.number)
    ).all()
    number, others = held[0].number, [family.number for family in held[1:]]
    if others:
        connection.execute(update(fingerprints).where(fingerprints.c.family.in_(others)).values(family=number))
        connection.execute(delete(families).where(families.c.number.in_(others)))
    first_texts = (
        select(fingerprints.c.standing).join(articles, articles.c.id == fingerprints.c.article).where(articles.c.version_of.is_(None))
    )
    members = connection.execute(first_texts.where(fingerprints.c.family == number)).scalars()
    origin = origin_of(map(_standing.decode, (rows.columns["standing"], *members))).article
    size = 1 + sum(family.size for family in held)
    connection.execute(update(families).where(families.c.number == number).values(origin=origin, size=size))
    return int(number)


def _number(key: Any) -> int:
    return int(key[0])
