"""What every ledger can do, whatever database is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol, Self

import msgspec

from saksi.records import Family, Reading, Span, Statement

Stance = Literal["asserted", "denied", "unsure"]
"""How a speaker stands to the content: denied by polarity, unsure by a hedge, else asserted."""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding one reading did: `new` is False where the ledger held the article already.

    `statements` counts those that the ledger holds of it. `other_text` says that what it holds under this id has
    another text than the reading had (ids of .jsonl lines are their maker's); nothing was changed then.
    """

    article: str
    new: bool
    statements: int
    other_text: bool = False


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line in the list of articles. `published`, `fetched` and `version_of` as in the article; `statements` counts them."""

    id: str
    uri: str | None
    title: str | None
    outlet: str | None
    published: str | None
    fetched: str | None
    language: str | None
    status: str
    statements: int
    version_of: str | None = None


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with what a table shows beside it. `speaker` is the resolved name, else as in the text, else None.

    `field` says which string of the article the statement's spans index.
    """

    statement: Statement
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    speaker: str | None
    stance: Stance
    field: Literal["title", "dek", "text"] = "text"


class StatementFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements to show; None means any.

    `words` must all stand in contents or speaker, as words or parts of words, case aside; at most limits.FILTER_WORDS.
    """

    speaker: str | None = None
    stance: Stance | None = None
    act: str | None = None
    certainty: str | None = None
    outlet: str | None = None
    language: str | None = None
    article: str | None = None
    words: str | None = None


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """One value that a filter could take, and how many statements it would leave."""

    value: str
    count: int


class StatementPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of statements in a stable order (newest article first, then place in the text), with the total.

    `facets` maps "speaker", "stance", "act", "certainty", "outlet" and "language" to the values that the other
    filters leave, most frequent first and at most limits.FACET_VALUES; a facet's own filter is left out of its counts.
    """

    rows: tuple[StatementRow, ...]
    total: int
    facets: dict[str, tuple[Facet, ...]]


class SearchFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements to find; None means any. Names and values are compared case aside.

    `words` must all stand in what is said or by whom, in any of their forms; a phrase stands in quote marks. `actor` speaks, hands
    on or is spoken of, and `place` (or its state) is named or is where it happened: a whole word of the name is enough for either.
    `since` and `until` (a year, a month, a day, both counted in) are about when the article came out. `event` is a category
    of PLOVER. All others are whole values, as facets name them.
    """

    words: str | None = None
    actor: str | None = None
    speaker: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    stance: Stance | None = None
    act: str | None = None
    certainty: str | None = None
    outlet: str | None = None
    language: str | None = None
    event: str | None = None
    article: str | None = None


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that was found; `marks` are the words in its contents that were looked for, as spans of the same string."""

    row: StatementRow
    marks: tuple[Span, ...]


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of hits, newest article first, then place in the text.

    A page has at most limits.SEARCH_COUNTED. `total` counts as many, the newest; `more` says that there are others, which
    further pages give. `facets` maps "speaker", "stance", "act", "certainty", "outlet", "language", "place" and "event" to
    the values in the counted hits, as in StatementPage.
    """

    hits: tuple[SearchHit, ...]
    total: int
    more: bool
    facets: dict[str, tuple[Facet, ...]]


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of articles, newest first (published, else fetched), with the total."""

    rows: tuple[ArticleRow, ...]
    total: int


class Ledger(Protocol):
    """A store of readings. Every write is one transaction; adding the same reading twice changes nothing."""

    def add(self, readings: Iterable[Reading]) -> list[Added]:
        """Keep the readings, each once; gives what was done, in order. Raises LedgerError."""
        ...

    def articles(self, *, offset: int = 0, limit: int = 50, outlet: str | None = None, language: str | None = None) -> ArticlePage:
        """One page of the list of articles."""
        ...

    def reading(self, article: str) -> Reading:
        """The reading of one article, by id or by the first digits of it. Raises NotInLedger (none, or several fit)."""
        ...

    def statements(self, wanted: StatementFilter, *, offset: int = 0, limit: int = 50) -> StatementPage:
        """One page of the statements that fit."""
        ...

    def search(self, wanted: SearchFilter, *, offset: int = 0, limit: int = 50) -> SearchPage:
        """One page of the statements that are found. Raises LedgerError for dates that are none, or too many words."""
        ...

    def readings(self) -> Iterator[Reading]:
        """Every reading, by article id; a stream, not a list."""
        ...

    def families(self) -> Iterator[Family]:
        """Every family, by its id; a stream. Every article is in exactly one."""
        ...

    def family(self, article: str, *, compared: int | None = None) -> Family:
        """The family of one article, by the article's id (a family's own id is its origin's) or the first digits of it.

        `compared` is how many copies, the oldest first, are laid beside the origin to list their edits; None means all.
        An id that was a family's before families were joined still leads to the one that it is part of. Raises NotInLedger.
        """
        ...

    def close(self) -> None:
        """Let go of the database; closing twice is no error."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
