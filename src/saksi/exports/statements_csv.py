"""Writes statements as a table for spreadsheets: one row a statement, in words, with the character offsets beside."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from saksi.ledger.rows import Field, speaker_of, statements_of
from saksi.ledger.stance import stance_of
from saksi.records import Article, Reading, Span, Statement

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection."""

_BETWEEN = " | "
"""Between the parts of a cell that has several: names have commas, quotations semicolons."""


def statement_table(readings: Iterable[Reading]) -> Iterator[bytes]:
    """The table as UTF-8 with a byte order mark, by which spreadsheets know the encoding, and CRLF line ends (RFC 4180).

    A cell that begins like a formula is given an apostrophe before it; the JSON lines hold every text untouched.
    """
    yield codecs.BOM_UTF8 + _row(_HEADINGS)
    for reading in readings:
        names = {entity.id: entity.name for entity in reading.entities}
        for field, statement in statements_of(reading):
            yield _row(_cells(reading.article, field, statement, speaker_of(statement, names)))


_HEADINGS = (
    *("article", "published", "outlet", "title", "language", "field", "statement"),
    *("speaker", "speaker_as_named", "speaker_kind", "roles", "affiliations", "cue", "content", "start", "end"),
    *("kind", "act", "polarity", "certainty", "stance", "relay", "answers", "rule", "by"),
)


def _cells(article: Article, field: Field, statement: Statement, speaker: str | None) -> tuple[object, ...]:
    return (
        *(article.id, article.published, article.outlet, article.title, article.language, field, statement.id),
        *(speaker, _words(statement.speakers), statement.speaker_kind, _words(statement.roles), _words(statement.affiliations)),
        statement.cue.text if statement.cue is not None else None,
        _words(statement.contents),
        min((span.start for span in statement.contents), default=None),
        max((span.end for span in statement.contents), default=None),
        *(statement.kind, statement.act, statement.polarity, statement.certainty, stance_of(statement)),
        _words(statement.relay),
        statement.answers.statement if statement.answers is not None else None,
        *(statement.rule, statement.by),
    )


def _words(spans: Iterable[Span]) -> str:
    return _BETWEEN.join(span.text for span in spans)


def _row(cells: Iterable[object]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerow([_inert(cell) for cell in cells])
    return written.getvalue().encode()


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
