"""A saved e-mail (.eml) -> the article in it: newsletters, press statements; the standard library reads the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksi.intake.fragment import Carried, carried
from saksi.intake.moments import moment
from saksi.records import Article, Note, Refused

if TYPE_CHECKING:
    from email.message import MIMEPart


def read_letter(data: bytes, *, uri: str, fetched: str) -> Article | Refused:
    """The letter's text, its HTML before its plain form; attachments are named in a note."""
    from email import message_from_bytes
    from email.policy import default
    from email.utils import parseaddr

    letter = message_from_bytes(data, policy=default)
    body = letter.get_body(preferencelist=("html", "plain"))
    if body is None:
        return Refused(uri=uri, reason="an e-mail without a text of its own; save what is attached to it and give that")
    notes = [
        Note(
            code="attachment",
            what=str(part.get_filename() or part.get_content_type()),
            why="attachments of an e-mail are not read; save it and give its path",
        )
        for part in letter.iter_attachments()
    ]
    name, address = parseaddr(str(letter.get("from", "")))
    return carried(
        Carried(
            what="e-mail",
            uri=uri,
            body=_content(body),
            title=_line(letter.get("subject")),
            author=name or address or None,
            published=moment(str(letter.get("date", ""))),
        ),
        fetched=fetched,
        notes=notes,
    )


def _content(part: MIMEPart) -> str:
    """The text of a part; a charset that nobody knows is read as UTF-8, what does not fit stands as U+FFFD."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(payload)


def _line(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None
