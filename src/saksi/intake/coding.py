"""The body of an answer -> its chunks joined, and what was packed in it by gzip or deflate, within the limits of every input."""

from __future__ import annotations

import re

from saksi.errors import InputRefused
from saksi.intake.inflate import MAGIC, Inflating
from saksi.limits import INFLATED_BYTES
from saksi.records import Note

ASKED = "gzip, deflate"
"""What a request says that it understands."""

LAYERS = 3
"""Packings of one body; servers pack once, a misled one twice."""

_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_GZIP = ("gzip", "x-gzip")


def unpacked(uri: str, body: bytes, coding: str) -> tuple[bytes, list[Note]]:
    """The body with its `coding` (the header's value) taken off, and notes where it was damaged or cut.

    A body that is not packed at all, though its header says so, is given as it is. Raises InputRefused for other codings
    ("br") and for what grows past the limits.
    """
    notes: list[Note] = []
    layers = [name for part in coding.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if len(layers) > LAYERS:
        raise InputRefused(uri, f"its answer is packed {len(layers)} times over; save the page from a browser")
    for name in reversed(layers):
        if name in _GZIP:
            wbits = 31 if body.startswith(MAGIC) else None
        elif name == "deflate":
            wbits = 15 if _is_zlib(body) else -15
        else:
            raise InputRefused(uri, f"its answer is packed as {name!r}, which was not asked for; save the page from a browser")
        if wbits is not None:
            body, more = _inflated(uri, body, wbits)
            notes += more
    return body, notes


def dechunked(body: bytes, transfer: str) -> bytes:
    """The chunks of a body joined (RFC 9112, 7.1) where `transfer`, the header's value, says that it came in chunks.

    Up to where they end or break off. A body that is in none all the same is given as it is: b"3\\r\\nabc\\r\\n0\\r\\n\\r\\n" is b"abc",
    and b"<p>abc</p>" itself, since archives join chunks and keep the header that tells of them.
    """
    if transfer.strip().lower() != "chunked":
        return body
    data = bytearray()
    at = 0
    while head := _CHUNK.match(body, at):
        size = int(head[1], 16)
        data += body[head.end() : head.end() + size]
        at = head.end() + size
        if size == 0 or at >= len(body):
            break
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return bytes(data) if at else body


def _is_zlib(body: bytes) -> bool:
    """Whether the bytes open with zlib's header (RFC 1950); some servers send deflate without one."""
    return len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0


def _inflated(uri: str, body: bytes, wbits: int) -> tuple[bytes, list[Note]]:
    packed = Inflating(uri, iter([body]), wbits)
    data = bytearray()
    for piece in packed:
        data += piece
        if len(data) > INFLATED_BYTES:
            raise InputRefused(uri, f"its answer grows past {INFLATED_BYTES // 1_000_000} MB, which no page does")
    if not data and wbits < 0:
        return body, []
    return bytes(data), [] if packed.trouble is None else [packed.trouble]
