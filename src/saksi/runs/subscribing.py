"""Adds feeds, sites and lists of feeds to what a ledger follows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from saksi.clock import Clock, now
from saksi.errors import FetchRefused, InputRefused
from saksi.intake.discovery import Asks, Found, discover
from saksi.intake.guard import judge_address
from saksi.intake.opml import read_opml
from saksi.ledger.following import Following
from saksi.limits import FOLLOW_FIRST_SECONDS, INPUT_BYTES
from saksi.records import Feed
from saksi.records.ids import content_id


class Subscribed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one feed: new, again (it had been stopped), held (it is followed already) or refused."""

    what: Literal["new", "again", "held", "refused"]
    address: str
    note: str | None = None


def subscribe(
    address: str, following: Following, asks: Asks, *, zone: str | None = None, outlet: str | None = None, clock: Clock = now
) -> Iterator[Subscribed]:
    """Follow what stands at an address, or every feed of an OPML file; `zone` is an offset such as "+07:00".

    Only an address is asked, and once; the feeds of a list are asked when they are followed. Raises InputRefused where there is
    nothing to follow.
    """
    for found in _opml(address) if os.path.exists(address) else discover(address, asks):
        try:
            target = judge_address(found.address)
        except FetchRefused as refused:
            yield Subscribed(what="refused", address=found.address, note=refused.reason)
            continue
        moment = clock().isoformat()
        feed = Feed(
            id=content_id("feed", target.url),
            address=target.url,
            host=target.host,
            kind=found.kind,
            name=found.name,
            outlet=outlet,
            page=found.page,
            folders=found.folders,
            zone=zone,
            added=moment,
            interval=FOLLOW_FIRST_SECONDS,
            due=moment,
        )
        yield Subscribed(what=following.add(feed), address=target.url, note=_note(found))


def _note(found: Found) -> str | None:
    if found.others:
        return f"the page names further feeds: {', '.join(found.others)}"
    return "a sitemap; the page names no feed" if found.kind == "sitemap" and found.page is not None else None


def _opml(path: str) -> list[Found]:
    try:
        with Path(path).open("rb") as file:
            data = file.read(INPUT_BYTES + 1)
    except OSError as exc:
        raise InputRefused(path, f"it could not be read: {exc.strerror or exc}") from exc
    if len(data) > INPUT_BYTES:
        raise InputRefused(path, f"larger than {INPUT_BYTES // 1_000_000} MB, which no list of feeds is")
    return [
        Found(address=each.feed, kind="feed", name=each.name, page=each.page, folders=each.folders) for each in read_opml(data, uri=path)
    ]
