"""The body of one answer, live or out of a web archive, as it is handed to the readers of a saved file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

from saksi.intake.coding import unpacked
from saksi.intake.exchange import Fetched, NotModified, doubts
from saksi.records import Note, Refused

if TYPE_CHECKING:
    from saksi.intake.pager import Came

ASKED_FIELD = "Saksi-Asked-URI"
"""The field of a WARC record by which an answer that was asked for by its address is told from the thousands of a crawl."""


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """A body that is whole and unpacked, with what is known of it.

    `told` is the encoding that the server named, `fetched` an aware ISO datetime. `asked` says that a person asked for this very
    address, so that whatever it holds is read; of a crawl, only pages are.
    """

    uri: str
    data: bytes
    fetched: str
    told: str | None = None
    asked: bool = False
    notes: tuple[Note, ...] = ()


AnswerReader = Callable[[Answered], "Iterable[Came]"]
"""Reads one answer."""


def answered(fetched: Fetched | NotModified) -> Answered | Refused:
    """The body of a fetched answer, or why there is nothing to read in it."""
    if isinstance(fetched, NotModified):
        return Refused(uri=fetched.uri, reason="it has not changed since it was fetched last; nothing new to read")
    if not 200 <= fetched.status < 300:
        return Refused(uri=fetched.uri, reason=_says(fetched.status))
    data, notes = unpacked(fetched.uri, fetched.body, fetched.header("content-encoding") or "")
    if not data.strip():
        return Refused(uri=fetched.uri, reason="its answer is empty")
    return Answered(
        uri=fetched.uri,
        data=data,
        fetched=fetched.fetched,
        told=charset_of(fetched.header("content-type") or ""),
        asked=True,
        notes=(*notes, *doubts(fetched.asked, fetched.uri, fetched.cut)),
    )


def charset_of(content_type: str) -> str | None:
    """The encoding that a Content-Type names, None where it names none."""
    for part in content_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'").lower() or None
    return None


def _says(status: int) -> str:
    words = {
        401: "it asks for a name and a password; save the page from a browser",
        402: "it asks to be paid for; save the page from a browser",
        403: "it lets no program in; save the page from a browser",
        404: "there is no such page; look at its spelling",
        410: "the page was taken away; look for it in a web archive",
        429: "it was asked too often; try again later",
        451: "the law keeps it from being shown",
    }
    hint = words.get(status) or ("its server has trouble; try again later" if status >= 500 else "open it in a browser")
    return f"answered {status}: {hint}"
