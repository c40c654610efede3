"""The members of a claim as its page prints them: who, on which side, verbatim what, where and when."""

from __future__ import annotations

import msgspec

from saksi.joining.claims import Joined
from saksi.joining.propositions import Proposition
from saksi.ledger.protocol import Ledger
from saksi.records import Article, Party, Reading, Statement


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody at the cue: the full name, and the entity that it is in the article."""

    name: str
    entity: str | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a claim. `quotes` are verbatim; `side` is where it stands to the claim."""

    statement: Statement
    article: Article
    side: str
    speakers: tuple[Speaker, ...]
    relay: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def who(self) -> str:
        """The speakers by name; empty where nobody is named."""
        return ", ".join(speaker.name for speaker in self.speakers)

    @property
    def moment(self) -> str | None:
        return self.article.published or self.article.fetched


class Desk:
    """The readings that one page looks into, each fetched once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held: dict[str, Reading] = {}

    def reading(self, article: str) -> Reading:
        if article not in self._held:
            self._held[article] = self._ledger.reading(article)
        return self._held[article]

    def lines(self, joined: Joined) -> list[Line]:
        """Every statement of a claim, oldest first."""
        return [self.line(member, joined.side(member)) for member in joined.members]

    def line(self, member: Proposition, side: str) -> Line:
        reading = self.reading(member.setting.article)
        return line(reading, member.statement, side)


def line(reading: Reading, statement: Statement, side: str) -> Line:
    """One statement of an article as a line."""
    names = {entity.id: entity.name for entity in reading.entities}
    return Line(
        statement=statement,
        article=reading.article,
        side=side,
        speakers=tuple(Speaker(name=_name(party, names), entity=party.entity) for party in statement.speakers),
        relay=tuple(_name(party, names) for party in statement.relay),
        quotes=tuple(content.text for content in statement.contents),
    )


def first_of(lines: list[Line]) -> Line:
    """The line that was published first; one without a date comes last."""
    return min(lines, key=lambda line: line.moment or "9")


def _name(party: Party, names: dict[str, str]) -> str:
    return names.get(party.entity or "", party.text)
