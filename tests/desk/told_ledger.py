"""A ledger of invented articles that tell one thing differently, read by the reading itself."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from memory_ledger import MemoryLedger

from saksi.desk.present import Keeper
from saksi.ledger import open_ledger
from saksi.ledger.store import SqlLedger
from saksi.reading.read import read
from saksi.records import Article, Reading

HOSTILE = '<b onclick="alert(1)">Sandbar</b>'
_TOLD = (
    (
        "post",
        "Estuary Post",
        "2026-05-04T08:00:00+00:00",
        "General Peter Marlow said that 12 people died at the Pellmoor bridge on Monday.",
    ),
    ("wire", "Nusa Wire", "2026-05-04T09:00:00+00:00", "Mayor Ana Lind said that 15 people died at the Pellmoor bridge on Monday."),
    (
        "courier",
        HOSTILE,
        "2026-05-04T10:00:00+00:00",
        "General Peter Marlow said that 12 people died at the Pellmoor bridge on Monday. Mayor Ana Lind denied the report. "
        "The army attacked the Pellmoor bridge on Monday.",
    ),
)


def told() -> MemoryLedger:
    """Three articles on one happening, with two figures and a denial; one outlet's name is markup."""
    return MemoryLedger(_readings())


def told_ledger(path: Path) -> SqlLedger:
    """The same on disk."""
    ledger = open_ledger(str(path))
    assert isinstance(ledger, SqlLedger)
    ledger.add(_readings())
    return ledger


def _readings() -> list[Reading]:
    return [
        read(Article(id=name, title=f"Deaths at Pellmoor: {name} {HOSTILE}", outlet=outlet, published=when, language="en", text=text))
        for name, outlet, when, text in _TOLD
    ]


def told_rooms(where: str) -> dict[str, str]:
    """The rooms over all articles on the desk at `where`, by name."""
    present = Keeper(told()).present()
    claim = max(present.claims, key=lambda joined: len(joined.claim.families)).claim.claim
    general = next(actor for actor in present.actors if actor.name == "Peter Marlow")
    return {
        "claims": f"{where}/claims",
        "claim": f"{where}/claim/{claim}",
        "search": f"{where}/search?words=bridge&stance=asserted",
        "nothing found by the search": f"{where}/search?words=zzz",
        "conflicts": f"{where}/conflicts",
        "today": f"{where}/today",
        "story": f"{where}/story/post",
        "actors": f"{where}/actors",
        "actor": f"{where}/actor/{general.actor}",
        "outlet": f"{where}/outlet?{urlencode({'name': HOSTILE})}",
    }
