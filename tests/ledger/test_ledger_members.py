"""Members, invitations, sessions and what members write, as the ledger keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from saksi.errors import MemberRefused
from saksi.ledger import Ledger
from saksi.ledger.discussion import Discussion, Thing
from saksi.ledger.members import ALONE, Members, members_of
from saksi.limits import COMMENTS_AN_HOUR

NOW = datetime(2026, 3, 3, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
THING = Thing(kind="article", id="a1")


@pytest.fixture
def held(ledger: Ledger) -> Members:
    found = members_of(ledger)
    assert found is not None
    return found


def test_a_ledger_without_members_is_asked_nothing_and_made_nothing(held: Members) -> None:
    assert (held.any(), held.everybody(), held.trail(), held.setting("visitors")) == (False, [], [], "full")
    assert held.member_of("x", NOW) is None


def test_the_first_owner_takes_over_what_the_single_user_wrote(held: Members) -> None:
    talk = Discussion(held)
    talk.comment(THING, ALONE, "halo", shown=True, now=NOW, who="")
    talk.keep_note(ALONE, THING, "nanti", now=NOW)
    with pytest.raises(MemberRefused):
        held.add("Rahmat", "hash", role="member", now=NOW)
    sari = held.add("Sari", "hash", role="owner", now=NOW)
    assert [(comment.author, comment.name) for comment in talk.comments(THING, reader=None)] == [(sari.id, "Sari")]
    assert talk.note(sari.id, THING) == "nanti"


def test_an_invitation_opens_once_and_only_in_time(held: Members) -> None:
    with pytest.raises(MemberRefused, match="no owner"):
        held.invite("d", role="member", ends=LATER, now=NOW)
    held.add("Sari", "hash", role="owner", now=NOW)
    held.invite("d", role="member", ends=LATER, now=NOW)
    with pytest.raises(MemberRefused, match="taken"):
        held.join("d", "ＳＡＲＩ", "hash", now=NOW)
    assert held.join("d", "Rahmat", "hash", now=NOW).role == "member", "a name that was taken used nothing up"
    for digest, moment in (("d", NOW), ("e", LATER), ("unknown", NOW)):
        if digest == "e":
            held.invite("e", role="member", ends=LATER, now=NOW)
        with pytest.raises(MemberRefused, match="invitation"):
            held.join(digest, "Lain", "hash", now=moment)


def test_a_session_ends_in_time_by_logging_out_and_by_being_removed(held: Members) -> None:
    held.add("Sari", "hash", role="owner", now=NOW)
    one = held.add("Rahmat", "hash", role="member", now=NOW)
    for digest in ("s1", "s2"):
        held.open_session(one.id, digest, ends=LATER, now=NOW, agent="x")
    assert held.member_of("s1", NOW) == one
    assert held.member_of("s1", LATER) is None
    held.close_session("somebody else", "s1")
    assert held.member_of("s1", NOW) == one
    held.close_session(one.id, "s1")
    assert held.member_of("s1", NOW) is None
    held.set_password("rahmat", "other", now=NOW)
    assert held.member_of("s2", NOW) is None
    held.open_session(one.id, "s3", ends=LATER, now=NOW, agent="x")
    held.remove("Rahmat", now=NOW)
    assert (held.member_of("s3", NOW), held.password_of("Rahmat")) == (None, None)
    with pytest.raises(MemberRefused):
        held.open_session(one.id, "s4", ends=LATER, now=NOW, agent="x")
    with pytest.raises(MemberRefused, match="only owner"):
        held.remove("Sari", now=NOW)


def test_a_comment_that_waits_is_seen_by_its_author_and_by_who_moderates(held: Members) -> None:
    talk = Discussion(held)
    comment = talk.comment(THING, "m2", "halo", shown=False, now=NOW, who="Rahmat")
    seen = [
        len(talk.comments(THING, reader=reader, moderates=moderates)) for reader, moderates in ((None, False), ("m2", False), ("m1", True))
    ]
    assert seen == [0, 1, 1]
    assert talk.moderate(comment, "shown", now=NOW, who="Sari") == THING
    assert len(talk.comments(THING, reader=None)) == len(talk.newest()) == 1
    assert [(done.who, done.act) for done in held.trail()] == [("Sari", "shown"), ("Rahmat", "commented")]


def test_comments_come_at_a_human_pace(held: Members) -> None:
    talk = Discussion(held)
    for _ in range(COMMENTS_AN_HOUR):
        talk.comment(THING, "m1", "halo", shown=True, now=NOW, who="")
    with pytest.raises(MemberRefused):
        talk.comment(THING, "m1", "halo", shown=True, now=NOW, who="")
    talk.comment(THING, "m1", "halo", shown=True, now=LATER, who="")


def test_a_collection_holds_a_thing_once(held: Members) -> None:
    talk = Discussion(held)
    made = talk.begin("Kapal", "m1", now=NOW)
    for _ in range(2):
        talk.gather(made, THING, now=NOW)
    assert talk.collection(made).things == (THING,)
    talk.put_back(made, THING)
    assert talk.collection(made).things == ()
    talk.drop(made)
    assert talk.collections() == []


def test_an_empty_note_drops_it_and_watches_are_each_their_own(held: Members) -> None:
    talk = Discussion(held)
    talk.keep_note("m1", THING, "a", now=NOW)
    talk.keep_note("m1", THING, "b", now=NOW)
    assert (talk.notes("m1"), talk.notes("m2")) == ([(THING, "b")], [])
    talk.keep_note("m1", THING, "", now=NOW)
    assert talk.notes("m1") == []
    talk.keep_watch("m1", "w1", kept=True)
    assert (talk.watchlist("m1"), talk.watchlist("m2")) == ({"w1"}, set())
    talk.keep_watch("m1", "w1", kept=False)
    assert talk.watchlist("m1") == set()
