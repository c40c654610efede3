"""Puts an export into a file, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from saksi.errors import OutputRefused

_SQLITE = b"SQLite format 3\0"
"""How every SQLite file begins: https://www.sqlite.org/fileformat.html."""


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to `path`; an older file of that name stands until the new one is complete.

    A pipe or device ("/dev/stdout") is written to as it is. Raises OutputRefused, also for a database: that is a
    ledger named by mistake.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as out:
                out.writelines(pieces)
        elif path.exists() and _is_database(path):
            raise OutputRefused(f"{path}: is a database, perhaps the ledger itself; name another file")
        else:
            _replace(path.resolve(), pieces)
    except OSError as error:
        raise OutputRefused(f"{path}: cannot be written: {error.strerror or error}") from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    draft = path.with_name(f".saksi-{os.getpid()}.part")
    try:
        with draft.open("wb") as out:
            out.writelines(pieces)
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
