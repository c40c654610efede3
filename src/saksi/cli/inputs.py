"""Takes the inputs of one call through intake and reading, each by itself: what fails in one costs no other."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from saksi.clock import Clock, now
from saksi.errors import SaksiError
from saksi.intake import articles
from saksi.reading.read import read
from saksi.records import Article, Reading, Refused


def readings(paths: Iterable[str], *, stdin: BinaryIO | None = None, clock: Clock = now) -> Iterator[Reading | Refused]:
    """A reading for every article of every input, in order, or a Refused that says why there is none."""
    for path in paths:
        try:
            for article in articles(path, stdin=stdin, clock=clock):
                yield article if isinstance(article, Refused) else _reading(article, path)
        except Exception as error:
            yield _refused(path, error)


def _reading(article: Article, path: str) -> Reading | Refused:
    """The reading of one article; where it fails, the other articles of the same input are still read."""
    try:
        return read(article)
    except Exception as error:
        return _refused(f"{path} (article {article.id})", error)


def _refused(uri: str, error: Exception) -> Refused:
    """What a person is told of an error that ended the reading of one input."""
    if isinstance(error, SaksiError):
        return Refused(uri=uri, reason=str(error).removeprefix(f"{uri}: "))
    if isinstance(error, MemoryError):
        return Refused(uri=uri, reason="there is not enough memory to read it; try it by itself or in smaller parts")
    if os.environ.get("SAKSI_TRACEBACK"):
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Refused(
        uri=uri,
        reason=f"Saksi failed on it ({what}); the fault is ours: please report it with this input and with what SAKSI_TRACEBACK=1 shows",
    )
