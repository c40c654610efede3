"""Holds the articles that a join looks at: what each is about, what is said in it, and what that hangs together with."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from saksi.joining.propositions import Proposition, Setting
from saksi.ledger import candidates, summing
from saksi.ledger.claim_tables import tellings, told
from saksi.ledger.told_rows import propositions_from


class Held:
    """The articles that a join looks at, each loaded once, with their statements and the parts that these are in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.settings: dict[int, Setting] = {}
        self.said: dict[int, list[Proposition]] = {}
        self.number_of: dict[tuple[str, str], int] = {}
        self.part_of: dict[int, int] = {}

    def look(self, numbers: Iterable[int]) -> None:
        """Load what the articles are about."""
        missing = set(numbers) - self.settings.keys()
        if missing:
            self.settings.update(candidates.settings_of(self._connection, missing))

    def listen(self, numbers: Iterable[int]) -> None:
        """Load what is said in the articles."""
        missing = set(numbers) - self.said.keys()
        if not missing:
            return
        self.look(missing)
        self.said.update((number, []) for number in missing)
        rows = summing.telling_rows(self._connection, tellings.c.told.in_(missing))
        for row in rows:
            self.number_of[row["article"], row["statement"]] = row["number"]
            self.part_of[row["number"]] = row["part"]
        by_article = {self.settings[number].article: number for number in missing}
        for one in propositions_from(rows, self.settings):
            self.said[by_article[one.setting.article]].append(one)

    def said_in(self, article: str) -> list[Proposition]:
        """What is said in an article by its id; nothing where there is none."""
        number = self._connection.execute(select(told.c.number).where(told.c.article == article)).scalar_one_or_none()
        if number is None:
            return []
        self.listen([number])
        return self.said[number]
