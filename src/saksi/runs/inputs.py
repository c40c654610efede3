"""Takes inputs through intake and reading one by one, so that what fails in one costs no other."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from saksi.clock import Clock, now
from saksi.errors import SaksiError
from saksi.intake import articles
from saksi.reading.read import read
from saksi.records import Article, Reading, Refused

_log = logging.getLogger(__name__)


def readings(paths: Iterable[str], *, stdin: BinaryIO | None = None, clock: Clock = now) -> Iterator[Reading | Refused]:
    """A reading for each article of each input, in order, or a Refused that says why there is none."""
    for path in paths:
        try:
            for article in articles(path, stdin=stdin, clock=clock):
                yield article if isinstance(article, Refused) else _read(article, path)
        except Exception as error:
            yield _refused(path, error)


def _read(article: Article, path: str) -> Reading | Refused:
    try:
        return read(article)
    except Exception as error:
        return _refused(f"{path} (article {article.id})", error)


def _refused(uri: str, error: Exception) -> Refused:
    if isinstance(error, SaksiError):
        return Refused(uri=uri, reason=str(error).removeprefix(f"{uri}: "))
    _log.error("reading %s failed", uri, exc_info=error)
    return Refused(uri=uri, reason=f"Saksi itself failed on it ({type(error).__name__}: {error}); please report it with this input")
