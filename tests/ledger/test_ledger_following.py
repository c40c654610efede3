"""What is followed and watched is kept alike in both stores."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from saksi.errors import LeaseLost, NotFollowed
from saksi.ledger.following import Following, NewItem
from saksi.ledger.watching import Watching
from saksi.records import Alert, Feed, SeenItem, Watch

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def feed(name: str = "f1", host: str = "kabar.example") -> Feed:
    return Feed(id=name, address=f"https://{host}/{name}", host=host, kind="feed", added=NOW.isoformat(), due=NOW.isoformat(), interval=600)


def item(name: str, host: str = "kabar.example") -> SeenItem:
    return SeenItem(
        id=name, feed="f1", host=host, link=f"https://{host}/{name}", seen=NOW.isoformat(), state="waiting", tries=0, due=NOW.isoformat()
    )


@pytest.fixture
def following(ledger) -> Following:
    return Following(ledger)


def test_nothing_is_followed_in_a_new_ledger(following):
    assert (following.feeds(), following.items(), following.next_due(), following.claim("me", NOW)) == ([], ([], 0), None, None)


def test_a_feed_is_asked_by_one_follower_at_a_time(following):
    assert [following.add(feed()), following.add(feed()), following.add(feed("f2", "post.example"))] == ["new", "held", "new"]

    one, other, none = (following.claim(holder, NOW) for holder in ("one", "other", "none"))

    assert ({one.host, other.host}, none) == ({"kabar.example", "post.example"}, None)
    following.release(one, free=LATER)
    assert following.claim("one", NOW) is None
    assert following.claim("one", LATER).host == one.host


def test_items_are_kept_once_by_any_of_their_keys(following):
    following.add(feed())
    turn = following.claim("me", NOW)
    new = [NewItem(item=item("i1"), keys=("a", "b")), NewItem(item=None, keys=("c",))]

    assert following.keep_feed(turn, feed(), new, NOW) == new
    assert following.keep_feed(turn, feed(), [NewItem(item=item("i2"), keys=("b", "d"))], NOW) == []
    assert following.unseen(["a", "c", "d"]) == {"d"}
    following.keep_item(turn, msgspec.structs.replace(item("i1"), state="read"), NOW)
    assert [(one.id, one.state) for one in following.items(state="read")[0]] == [("i1", "read")]
    assert following.feeds()[0].counts == {"read": 1}


def test_a_host_that_was_taken_over_is_lost(following):
    following.add(feed())
    turn = following.claim("me", NOW)
    assert following.claim("other", LATER).holder == "other"

    with pytest.raises(LeaseLost):
        following.keep_item(turn, item("i1"), LATER)


def test_what_is_removed_is_asked_no_more(following):
    following.add(feed())

    assert following.remove("f1").id == "f1"
    with pytest.raises(NotFollowed):
        following.feed("f1")
    assert following.next_due() is None


def test_an_alert_is_raised_and_sent_once(ledger, made):
    watching = Watching(ledger)
    watching.add(Watch(id="w1", name="naik", words=("naik",), added=NOW.isoformat()))
    alert = Alert(watch="w1", article="a", statement="", raised=NOW.isoformat(), quotes=("air naik",))

    for _ in range(2):
        ledger.add([made("air naik", id="a")], beside=lambda connection, _added: watching.raise_beside(connection, [alert]))

    assert watching.alerts("w1") == ([alert], 1)
    assert watching.undelivered("mail", "w1") == [alert]
    assert [watching.take("mail", [alert], "") for _ in range(2)] == [[alert], []]
    assert watching.unsure("mail") == 1
    watching.settle("mail", [alert], well=True)
    assert (watching.undelivered("mail", "w1"), watching.unsure("mail")) == ([], 0)
    assert watching.remove("naik").id == "w1"
    assert watching.watches() == []
