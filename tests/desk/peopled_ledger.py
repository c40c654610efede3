"""A ledger on disk with an owner, a member and what they wrote, for the rooms that ask who is there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from followed_ledger import HOSTILE, filled
from invented_readings import harbour

from saksi.clock import now
from saksi.ledger.discussion import Discussion, Thing
from saksi.ledger.members import Members, Role
from saksi.ledger.store import SqlLedger
from saksi.records.ids import content_id
from saksi.runs.membership import digest_of, hashed

TYPED = "empat kata yang panjang"
ARTICLE = Thing(kind="article", id=harbour().article.id, label=HOSTILE)
CLAIM = content_id("claim", harbour().article.id, harbour().statements[0].id)


def peopled(path: Path) -> SqlLedger:
    """Sari owns the desk, Rahmat is a member; both have one password and, by their names, a session each."""
    ledger = filled(path)
    settle(ledger)
    return ledger


def settle(ledger: SqlLedger) -> None:
    """Bring Sari and Rahmat to the desk of a ledger."""
    members = Members(ledger)
    kept = hashed(TYPED)
    people: tuple[tuple[str, Role], ...] = (("Sari", "owner"), ("Rahmat", "member"))
    for name, role in people:
        member = members.add(name, kept, role=role, now=now())
        members.open_session(member.id, digest_of(name), ends=now() + timedelta(days=1), now=now(), agent=HOSTILE)


def hostile_talk(ledger: SqlLedger) -> None:
    """Markup in every field that a member or an invited person can fill."""
    talk = Discussion(Members(ledger))
    for state in (True, False):
        talk.comment(ARTICLE, "m2", HOSTILE, shown=state, now=now(), who="Rahmat")
    talk.keep_note("m1", ARTICLE, f"</textarea>{HOSTILE}", now=now())
    talk.gather(talk.begin(HOSTILE, "m1", now=now()), ARTICLE, now=now())
    talk.begin(f"</option>{HOSTILE}", "m1", now=now())
