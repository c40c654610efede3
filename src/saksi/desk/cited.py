"""The statement from which a claim has its id, for who remembers a claim by its words."""

from __future__ import annotations

from saksi.desk.cards import Card, cards
from saksi.ledger.discussion import statement_of_claim
from saksi.ledger.protocol import Ledger
from saksi.records import Article


def cited(ledger: Ledger, claim: str) -> tuple[Article, Card] | None:
    """The article and the statement from which a claim has its id, None where there is none."""
    found = statement_of_claim(ledger, claim)
    if found is None:
        return None
    reading = ledger.reading(found[0])
    return next(((reading.article, card) for card in cards(reading) if card.id == found[1]), None)
