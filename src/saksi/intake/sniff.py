"""Tells from the first bytes what an input is; a file's name is only a hint."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from saksi.intake.charset import wide_without_bom

Kind = Literal["html", "jsonl", "json", "text", "feed", "opml", "archive", "pdf", "letter"]

HEAD_BYTES = 65_536
"""How much of the beginning is looked at."""

NUL_SHARE = 0.01
"""A text may hold a stray NUL; beyond this share of the beginning it is no text."""

_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"PK\x03\x04", 0, "a ZIP archive (or .docx, .epub, .odt); unpack it or save its text as .txt"),
    (b"\x89PNG", 0, "a PNG picture; there is no text to read"),
    (b"\xff\xd8\xff", 0, "a JPEG picture; there is no text to read"),
    (b"GIF8", 0, "a GIF picture; there is no text to read"),
    (b"II*\0", 0, "a TIFF picture; there is no text to read"),
    (b"MM\0*", 0, "a TIFF picture; there is no text to read"),
    (b"WEBP", 8, "a WebP picture; there is no text to read"),
    (b"WAVE", 8, "a sound file; there is no text to read"),
    (b"ftyp", 4, "a video or picture (MP4 family); there is no text to read"),
    (b"ID3", 0, "an MP3 sound file; there is no text to read"),
    (b"OggS", 0, "an Ogg sound or video file; there is no text to read"),
    (b"\x1aE\xdf\xa3", 0, "a Matroska or WebM video; there is no text to read"),
    (b"BZh", 0, "packed with bzip2; unpack it first (bunzip2)"),
    (b"\xfd7zXZ\0", 0, "packed with xz; unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", 0, "packed with zstd; unpack it first (unzstd)"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive; unpack it first"),
    (b"Rar!", 0, "a RAR archive; unpack it first"),
    (b"ustar", 257, "a tar archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", 0, "an old Office document (.doc, .xls); save its text as .txt"),
    (b"{\\rtf", 0, "a rich text document (RTF); save it as plain .txt"),
    (b"SQLite format 3\0", 0, "an SQLite database; there is no article to read"),
    (b"\x7fELF", 0, "a program; there is no text to read"),
    (b"\x1f\x8b", 0, "gzip inside gzip; unpack it once by hand"),
)
_HTML_START = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML_FRONT = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*|<\?xml-stylesheet[^>]{0,600}>\s*"
    rb"|<!DOCTYPE[^>\[]{0,600}(?:\[[^\]]{0,4000}\]\s*)?>\s*|<!--.{0,2000}?-->\s*)*"
)
_FEED = re.compile(_XML_FRONT + rb"<(?:\w{1,20}:)?(?:rss|feed|RDF|channel)\b", re.I | re.S)
_OPML = re.compile(_XML_FRONT + rb"<opml\b", re.I | re.S)
_NEWSML = re.compile(_XML_FRONT + rb"<(?:\w{1,20}:)?(?:newsMessage|newsItem|NewsML|nitf)\b", re.S)
_TAG = re.compile(rb"<(?:html|head|body|meta|title|div|p|article|section|span|br|table|ul|h[1-6])(?:\s[^<>]{0,500})?/?>", re.I)
_TAGS_MAKE_HTML = 3
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[ \t]*[\"}]")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*\{\s*\")")
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https:\\?/\\?/jsonfeed\.org")
_WIDE = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_TELLING = re.compile(rb"^(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature|from|subject|date):", re.I | re.M)

TELLING_HEADERS = 3
"""So many headers that only letters have make a letter of what opens with one; a transcript has "From:" at most."""

_LINES_SUFFIX = (".jsonl", ".ndjson", ".jsonlines")


def refusal(head: bytes) -> str | None:
    """What the input is, in words a person can act on, where it is nothing that can be read; None where it may be."""
    for magic, at, words in _MAGIC:
        if head[at : at + len(magic)] == magic:
            return words
    if head.startswith((*_WIDE, b"%PDF-")) or is_archive(head) or wide_without_bom(head):
        return None
    controls = sum(head.count(byte) for byte in (b"\0", b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06", b"\x0e", b"\x0f", b"\x10"))
    if controls > NUL_SHARE * len(head):
        return "a binary file, not text; save the article's text as .txt or its page as .html"
    if _NEWSML.match(head):
        return "NewsML or NITF of a news agency; ask the agency for ninjs (JSON), which is read, or save the text as .txt"
    return None


def kind(head: bytes, name: str) -> Kind:
    """What the input is by its first bytes, in doubt by its file's name (".gz" off)."""
    suffix = name.lower().removesuffix(".gz")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if is_archive(head):
        return "archive"
    if _FEED.match(head) or _FEED.match(narrowed(head)):
        return "feed"
    if _OPML.match(head):
        return "opml"
    if is_letter(head):
        return "letter"
    if _HTML_START.match(head):
        return "html"
    if _JSON_FEED.search(head[:4_000]) and _JSON.match(head):
        return "json"
    if _OBJECT.match(head):
        return "jsonl"
    if _JSON.match(head):
        return "json"
    if suffix.endswith(_LINES_SUFFIX):
        return "jsonl"
    if suffix.endswith((".html", ".htm", ".xhtml")):
        return "html"
    head = narrowed(head)
    if _HTML_START.match(head):
        return "html"
    opens = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    return "html" if len(_TAG.findall(head)) >= (1 if opens else _TAGS_MAKE_HTML) else "text"


def narrowed(data: bytes) -> bytes:
    """The bytes as UTF-8 where they are UTF-16 or UTF-32, with or without a mark; else as they are."""
    marked = next((name for mark, name in _WIDE.items() if data.startswith(mark)), None)
    wide = marked or wide_without_bom(data)
    return data if wide is None else data.decode(wide, "replace").encode("utf-8", "replace")


def is_archive(head: bytes) -> bool:
    """Whether the beginning of an input is a web archive: a WARC record, or ARC's first line."""
    return head.startswith((b"WARC/", b"filedesc://"))


def is_letter(head: bytes) -> bool:
    """Whether the beginning of an input is the headers of an e-mail."""
    block = re.split(rb"\r?\n\r?\n", head[:20_000], maxsplit=1)[0]
    return _HEADER.match(block) is not None and len({found.lower() for found in _TELLING.findall(block)}) >= TELLING_HEADERS
