"""Ids are hashes of content: the same thing gets the same id in every run and every ledger."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

ID_BYTES = 8
"""64 bits: among ten million records the chance of one collision is about three in a million."""


def content_id(*parts: object) -> str:
    """Sixteen hex digits over the parts, in order; parts are told apart, so ("ab", "c") is not ("a", "bc")."""
    key = "\x1f".join(map(str, parts))
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()


def article_id(uri: str | None, text: str) -> str:
    """An article is its address and its text."""
    return content_id("article", uri or "", text)


def statement_id(article: str, cue: tuple[int, int] | None, contents: Iterable[tuple[int, int]], field: str = "text") -> str:
    """A statement is its article with its cue and content spans; `field` is text, title or dek."""
    return content_id("statement", article, field, cue, tuple(contents))
