"""gzip bytes -> plain bytes as they come, within limits; what a damaged or cut file still gives is kept."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from saksi.errors import InputRefused
from saksi.limits import INFLATE_RATIO
from saksi.records import Note

MAGIC = b"\x1f\x8b"
STEP = 1 << 18
"""Bytes that one step may inflate to."""

RATIO_FROM = 1_000_000
"""Inflated bytes from which on the ratio is judged; a small repetitive file packs better than any bomb."""


class Inflating:
    """Inflates a stream of packed chunks; `trouble` says afterwards what was wrong with it, None for nothing.

    `wbits` is zlib's word for the wrapping: 31 gzip, 15 zlib, -15 none.
    """

    def __init__(self, uri: str, chunks: Iterator[bytes], wbits: int = 31) -> None:
        self.wbits = wbits
        self.uri = uri
        self.chunks = chunks
        self.trouble: Note | None = None
        self.packed = 0
        self.grown = 0

    def __iter__(self) -> Iterator[bytes]:
        """Inflated chunks of at most STEP bytes. Raises InputRefused where the body grows like a bomb."""
        member = zlib.decompressobj(wbits=self.wbits)
        begun = False
        for chunk in self.chunks:
            self.packed += len(chunk)
            rest = chunk
            while rest:
                if member.eof:
                    if not self._goes_on(rest):
                        return
                    member = zlib.decompressobj(wbits=self.wbits)
                before = member.copy()
                try:
                    piece = member.decompress(rest, STEP)
                except zlib.error as exc:
                    yield from self._saved(before, rest)
                    self.trouble = Note(
                        code="gzip-damaged",
                        what=f"after {self.grown:,} bytes",
                        why=f"the gzip data is damaged there ({exc}); what comes before was read",
                    )
                    return
                begun = True
                yield self._counted(piece)
                rest = member.unused_data if member.eof else member.unconsumed_tail
                if not rest and len(piece) == STEP:
                    yield from self._drained(member)
        if begun and not member.eof:
            self.trouble = Note(
                code="gzip-cut", what=f"after {self.grown:,} bytes", why="the gzip file is cut off there; what comes before was read"
            )

    def _drained(self, member: zlib._Decompress) -> Iterator[bytes]:
        while not member.eof and (piece := member.decompress(b"", STEP)):
            yield self._counted(piece)

    def _goes_on(self, rest: bytes) -> bool:
        if rest.startswith(MAGIC):
            return True
        if rest.strip(b"\0"):
            self.trouble = Note(code="gzip-tail", what="bytes after the end of the gzip data", why="they are no gzip and were left out")
        return False

    def _counted(self, piece: bytes) -> bytes:
        self.grown += len(piece)
        if self.grown > RATIO_FROM and self.grown > INFLATE_RATIO * self.packed:
            raise InputRefused(
                self.uri, f"the gzip data grows to more than {INFLATE_RATIO} times its size, as no text does; unpack and look at it first"
            )
        return piece

    def _saved(self, member: zlib._Decompress, rest: bytes) -> Iterator[bytes]:
        """Byte by byte up to the damage: zlib gives nothing of a call that fails."""
        for at in range(min(len(rest), STEP)):
            try:
                piece = member.decompress(rest[at : at + 1])
            except zlib.error:
                return
            if piece:
                yield self._counted(piece)
