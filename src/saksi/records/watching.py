"""Watches: saved conditions over what articles say, and the alerts that they raise."""

from __future__ import annotations

from typing import Literal

import msgspec


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """A saved condition. Each field that is not empty must be met; of the names in one field any will do, of `words` all must stand.

    `actors` are named anywhere in the article; `speakers` say it; `about` are named in what is said. `stance` is that of the
    statement. With none of `speakers`, `about` and `stance` the watch asks for articles, else for statements.
    """

    id: str
    name: str
    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    stance: Literal["asserted", "denied", "unsure"] | None = None
    added: str

    @property
    def of_statements(self) -> bool:
        """Whether it raises an alert for each statement, not one for an article."""
        return bool(self.speakers or self.about or self.stance)


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a watch asked for. `statement` is "" where the whole article is meant.

    `quotes` are verbatim; `field` says which string of the article they stand in, `start` where the first begins, in code points.
    `raised` is an ISO moment in UTC.
    """

    watch: str
    article: str
    statement: str
    raised: str
    quotes: tuple[str, ...]
    field: Literal["title", "dek", "text"] = "text"
    start: int = 0
    speaker: str | None = None
    stance: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    uri: str | None = None
    language: str | None = None
