"""Forms that bring files along: how they come in, and how much of them."""

from __future__ import annotations

import msgspec
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from saksi.desk.wording import message
from saksi.limits import FORM_FIELDS, PASTE_CHARS, PUT_IN_BYTES, PUT_IN_FILES

FILES_TOO = frozenset(("put_in",))
"""The routes whose forms may bring files."""

TOO_MUCH = message("These are more files, or larger ones, than the desk takes at a time. The command saksi add reads folders and archives.")
_UTF8_BYTES = 4
_NAME_CHARS = 200


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a form: the end of its name, and its bytes."""

    name: str
    data: bytes


def is_upload(request: Request) -> bool:
    """Whether a form came in the kind that can hold files."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == "multipart/form-data"


async def files_of(request: Request) -> tuple[dict[str, str], tuple[Upload, ...]]:
    """The fields of a form, each once, and its files that hold something. Raises 400 for what is no such form, 413 for too much."""
    counted = _Counted(request)
    async with Request(request.scope, counted.receive).form(
        max_files=PUT_IN_FILES + 1, max_fields=FORM_FIELDS, max_part_size=PASTE_CHARS * _UTF8_BYTES
    ) as form:
        fields: dict[str, str] = {}
        files: list[Upload] = []
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                if data:
                    files.append(Upload(name=_name(value.filename or ""), data=data))
            else:
                fields[name] = value.replace("\x00", "\ufffd")
    if len(files) > PUT_IN_FILES:
        raise HTTPException(413, TOO_MUCH)
    return fields, tuple(files)


class _Counted:
    """What comes in of a request, up to PUT_IN_BYTES."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._taken = 0

    async def receive(self) -> Message:
        part = await self._request.receive()
        self._taken += len(part.get("body", b""))
        if self._taken > PUT_IN_BYTES:
            raise HTTPException(413, TOO_MUCH)
        return part


def _name(told: str) -> str:
    """The end of a path as a browser names a file, without what no name has: "C:\\news\\page.html" is "page.html"."""
    last = told.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter for letter in last if letter.isprintable())
    return plain[-_NAME_CHARS:] or "file"
