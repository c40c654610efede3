"""Article: a clean text with what its page says about it; what intake hands to reading."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.span import Span


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was left out or is doubtful: a short code, what it is about, and why."""

    code: str
    what: str
    why: str


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read: its path or address, and the reason in words a person can act on."""

    uri: str
    reason: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article before it is read.

    `text` is the clean body with captions, credit and dateline, paragraphs parted by one blank line (for .jsonl
    input: verbatim). `sha256` is of the bytes as they came, in hex. `fetched` is an aware ISO datetime, `published`
    an ISO date or datetime or None, as `updated`; `section` is the part of the paper, `canonical` the address that the
    page gives itself. `status` is "partly" when a note says that something was left out.
    `captions` are the spans of `text` that the page marks as captions of pictures.
    """

    id: str
    status: Literal["read", "partly"] = "read"
    uri: str | None = None
    sha256: str | None = None
    fetched: str | None = None
    version_of: str | None = None
    outlet: str | None = None
    outlet_about: str | None = None
    title: str | None = None
    dek: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    section: str | None = None
    canonical: str | None = None
    language: str | None = None
    text: str
    captions: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
