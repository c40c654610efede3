"""Bytes -> text: finds the encoding, and says in a note where it had to guess or to replace."""

from __future__ import annotations

import codecs
import re

from saksi.records import Note

LOOKED_AT = 4096
"""Bytes in which a page may declare its encoding; browsers look at 1,024, old pages put it lower."""

MOSTLY = 0.1
"""A text is UTF-8 with damage where at most this share of its non-ASCII stretches is broken."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]{3,20})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_\-]{3,20})["']""",
    re.I,
)
_KNOWN = re.compile(
    r"utf-?8|(?:iso-?8859|windows|cp|koi8|euc|mac)[-_]?\w+|shift[-_]?jis|sjis|gbk|gb2312|gb18030|big5(?:-hkscs)?|us-ascii|ascii|latin-?\d|tis-620|iso-2022-jp",
    re.I,
)
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
}
_NON_ASCII = re.compile(rb"[\x80-\xff]+")


def decode(data: bytes, told: str | None = None) -> tuple[str, list[Note]]:
    """The text of the bytes, byte order mark off, with a note where the encoding was guessed or bytes were replaced.

    `told` is the encoding that the server named; the page's own word counts before it only where the server's is unknown.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _replacing(data, name)
    if wide := wide_without_bom(data):
        text, notes = _replacing(data, wide)
        return text, [*notes, Note(code="charset", what=wide, why="no byte order mark; told by every other byte being zero")]
    declared = _known(told) or _declared(data)
    if declared == "iso-2022-jp" and b"\x1b" in data:
        return _replacing(data, declared)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    return _no_utf8(data, declared)


def _no_utf8(data: bytes, declared: str | None) -> tuple[str, list[Note]]:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") - data.count(b"\xef\xbf\xbd") <= max(1.0, MOSTLY * len(_NON_ASCII.findall(data))) and not _single_byte_likely(
        data
    ):
        return text, [_replaced(text, "UTF-8")]
    if declared is not None and declared not in ("utf-8", "utf8"):
        return _replacing(data, declared)
    text, notes = _replacing(data, "cp1252")
    why = "the bytes are no UTF-8" + (" as the page declares" if declared else " and no encoding is declared") + "; taken for windows-1252"
    return text, [*notes, Note(code="charset", what="windows-1252", why=why)]


def _single_byte_likely(data: bytes) -> bool:
    # One accented letter between ASCII letters is a single-byte text's; damage to UTF-8 leaves other, whole sequences around it.
    return all(len(stretch) == 1 for stretch in _NON_ASCII.findall(data))


def wide_without_bom(data: bytes) -> str | None:
    """utf-16 or utf-32, with its byte order, where the zeros of the beginning stand as in Latin text without a mark."""
    head = data[:400]
    if len(head) < 8:
        return None
    quarter = len(head) // 4
    zeros = [head[at::4].count(0) > 0.8 * quarter for at in range(4)]
    if zeros in ([True, True, True, False], [False, True, True, True]):
        return "utf-32-be" if zeros[0] else "utf-32-le"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.8 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and odd < 0.1 * half else None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:LOOKED_AT])
    if found is None:
        return None
    return _known((found[1] or found[2]).decode("ascii"))


def _known(name: str | None) -> str | None:
    """The encoding that browsers read under this name; None for a name that means none."""
    name = (name or "").strip().lower()
    if _KNOWN.fullmatch(name) is None:
        return None
    try:
        codecs.lookup(_AS_BROWSERS_DO.get(name, name))
    except LookupError:
        return None
    return _AS_BROWSERS_DO.get(name, name)


def _replacing(data: bytes, name: str) -> tuple[str, list[Note]]:
    try:
        return data.decode(name), []
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text, [_replaced(text, name)]


def _replaced(text: str, name: str) -> Note:
    return Note(code="bytes-replaced", what=f"{text.count(chr(0xFFFD))} places", why=f"the bytes there are no {name}; they stand as U+FFFD")
