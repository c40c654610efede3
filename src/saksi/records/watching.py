"""Watches: saved conditions over what articles say, and the alerts that they raise."""

from __future__ import annotations

from typing import Literal

import msgspec

News = Literal["denial", "figure", "origin", "hedge"]
"""What an article can bring that its forerunners in the ledger did not have; see `saksi.runs.news`."""


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """A saved condition. Each field that is not empty must be met; of the names in one field any will do, of `words` all must stand.

    `actors` are named anywhere in the article; `speakers` say it; `about` are named in what is said. `stance` is that of the
    statement. `news` is what the article must bring to what the ledger held before it; a figure must change by more than `change`
    percent. With none of `speakers`, `about`, `stance` and `news` the watch asks for articles, else for statements.
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
    news: News | None = None
    change: float = 0.0
    added: str

    @property
    def of_statements(self) -> bool:
        """Whether it raises an alert for each statement, not one for an article."""
        return bool(self.speakers or self.about or self.stance or self.news)


class Forerunner(msgspec.Struct, frozen=True, kw_only=True):
    """What stood in the ledger before: a verbatim quote of another article (of the same one where it answers itself), with its place."""

    article: str
    quote: str
    statement: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    published: str | None = None
    uri: str | None = None
    language: str | None = None


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a watch asked for. `statement` is "" where the whole article is meant.

    `quotes` are verbatim; `field` says which string of the article they stand in, `start` where the first begins, in code points.
    `raised` is an ISO moment in UTC. `news` is what is new, `claim` the id of the claim when it was raised, `before` what it is new to:
    the account that is denied, the figure told before, the first to tell it, the text with its hedge; None where there is none.
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
    news: News | None = None
    claim: str | None = None
    before: Forerunner | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    uri: str | None = None
    language: str | None = None
