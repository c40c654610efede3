"""What the ledger keeps of people's judgements: rows that are only ever added, and what they make of articles."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from saksi.errors import NotInLedger
from saksi.joining.mending import Mended
from saksi.ledger import claiming, judged
from saksi.ledger.judging_tables import former_ids, judged_articles, judgements, kept_inputs
from saksi.ledger.protocol import Ledger
from saksi.ledger.schema import readings, statements
from saksi.ledger.store import SqlLedger
from saksi.records import Judgement, Reading
from saksi.records.jsonline import parse_reading
from saksi.records.judgement import in_force


class Judging:
    """The judgements of an open ledger. Threads may share one."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    def keep(self, new: Sequence[Judgement]) -> None:
        """Add judgements, each once, and bring what lists show up to them; whole or not at all. Raises LedgerError."""
        with self._ledger.writing() as connection:
            touched = judged.keep(connection, new)
            judged.rewrite(connection, touched)
            lines = connection.execute(select(readings.c.line).where(readings.c.article.in_(touched))).scalars()
            mended = judged.handed_out(connection, [parse_reading(line) for line in lines])
            claiming.settle(connection, {reading.article.id: reading for reading in mended})

    def every(self) -> list[Judgement]:
        """All that was ever judged, withdrawals too, the oldest first."""
        with self._ledger.asking() as connection:
            return judged.every(connection)

    def count(self) -> int:
        """How many there are, withdrawals too."""
        with self._ledger.asking() as connection:
            return connection.execute(select(func.count()).select_from(judgements)).scalar_one()

    def in_force(self) -> list[Judgement]:
        """Those that nobody withdrew, the oldest first."""
        return in_force(self.every())

    def judgement(self, wanted: str) -> Judgement:
        """One judgement by its id or the first digits of it. Raises NotInLedger."""
        found = [one for one in self.every() if wanted and one.judgement.startswith(wanted)]
        if len(found) != 1:
            many = "several judgements begin with it; give more of the id" if found else "no such judgement; saksi judgements lists them"
            raise NotInLedger(f"{wanted}: {many}")
        return found[0]

    def as_read(self, article: str) -> Reading:
        """A reading as the engine made it, without people's judgements. Raises NotInLedger for what is no whole id."""
        with self._ledger.asking() as connection:
            line = connection.execute(select(readings.c.line).where(readings.c.article == article)).scalar_one_or_none()
        if line is None:
            raise NotInLedger(f"no article {article!r} in the ledger")
        return parse_reading(line)

    def mending(self, article: str) -> Mended:
        """An article as it was read and what the judgements make of it. Raises NotInLedger for what is no whole id."""
        reading = self.as_read(article)
        with self._ledger.asking() as connection:
            return judged.mendings(connection, [reading])[0]

    def article_of(self, statement: str) -> list[tuple[str, str]]:
        """(article, statement id) of those whose ids are, were, or begin with this one; at most a few."""
        with self._ledger.asking() as connection:
            moved = connection.execute(select(former_ids.c.now).where(former_ids.c.id == statement)).scalar_one_or_none()
            wanted = statement if moved is None else moved
            fits = (statements.c.id >= wanted) & (statements.c.id <= wanted + "g")  # ids are of hex digits, behind which g sorts
            query = select(statements.c.article, statements.c.id).where(fits).order_by(statements.c.id).limit(3)
            return [(row.article, row.id) for row in connection.execute(query)] if wanted else []

    def renamed(self) -> dict[str, str]:
        """Ids of statements, as they were read, to those that they have since people mended their contents; "" for those taken out."""
        with self._ledger.asking() as connection:
            names = connection.execute(select(judged_articles.c.article).distinct().order_by(judged_articles.c.article)).scalars().all()
            here = select(readings.c.line).where(readings.c.article.in_({judged.now(connection, name) for name in names}))
            found = [parse_reading(line) for line in connection.execute(here).scalars()]
            return {old: new for one in judged.mendings(connection, found) for old, new in one.renamed.items()}

    def articles_of(self, statement: str) -> list[str]:
        """The articles that have a statement of this id."""
        with self._ledger.asking() as connection:
            return list(connection.execute(select(statements.c.article).where(statements.c.id == statement)).scalars())

    def now(self, identity: str) -> str:
        """What an id is called since articles were read anew; itself where it is called so still."""
        with self._ledger.asking() as connection:
            return judged.now(connection, identity)

    def inputs(self, article: str) -> list[str]:
        """The files that hold the bytes of an article, as far as they are known."""
        with self._ledger.asking() as connection:
            query = select(kept_inputs.c.path).where(kept_inputs.c.article == article).order_by(kept_inputs.c.path)
            return list(connection.execute(query).scalars())


def judging_of(ledger: Ledger) -> Judging | None:
    """The judgements of a ledger, None where its kind keeps none (one in memory)."""
    return Judging(ledger) if isinstance(ledger, SqlLedger) else None
