"""Family: the articles that carry one text, and what each copy changed in it."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.span import Span

EditKind = Literal["credit", "denial", "hedge", "figure", "date", "name", "passage", "wording"]


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a copy departs from the origin: `removed` stands only there, `added` only in the copy.

    `a` is the span in the origin's text, `b` in the copy's; each is None where its side has no words, and its text is
    then "". `kind` says what was changed first of all, by the words that differ: the agency's credit or the dateline, a
    denial, a hedge, a figure, a date, a name; else a whole sentence or more (passage), else the wording.
    """

    article: str
    removed: str
    added: str
    a: Span | None
    b: Span | None
    kind: EditKind


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """An article at an address that had another text before, with the article that stood there then."""

    article: str
    version_of: str


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that carry one text: copied, shortened, retitled or lightly reworded. A translation is another family.

    `family` is the id of its `origin`, `articles` are ids, oldest first, `agency` is what the text credits, by its usual
    name, or None. An article that nobody copied is a family by itself, without edits.
    `versions` are later texts of one address: they are among `articles`, but neither copies nor origins, and their edits are
    against the text before (`a` is a span of that). `judgements` are the ids of people's verdicts on the family, in force.
    """

    family: str
    articles: tuple[str, ...]
    origin: str
    agency: str | None = None
    edits: tuple[Edit, ...] = ()
    versions: tuple[Version, ...] = ()
    judgements: tuple[str, ...] = ()

    @property
    def copies(self) -> tuple[str, ...]:
        """The articles that carry the origin's text, oldest first; later texts of one address are none."""
        return copies_among(self.articles, self.origin, self.versions)


def copies_among(articles: tuple[str, ...], origin: str, versions: tuple[Version, ...]) -> tuple[str, ...]:
    """Of the articles of a family those that are neither its origin nor versions."""
    others = {origin, *(version.article for version in versions)}
    return tuple(article for article in articles if article not in others)
