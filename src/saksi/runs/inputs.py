"""Takes inputs through intake and reading one by one, so that what fails in one costs no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from saksi.clock import Clock, now
from saksi.errors import SaksiError
from saksi.intake import Fetch, pages, pages_in
from saksi.intake.joined import joined
from saksi.reading.read import read
from saksi.records import Article, Reading, Refused
from saksi.runs.own_actors import own_actors

if TYPE_CHECKING:
    from saksi.intake.exchange import Fetched, NotModified
    from saksi.intake.pager import Came

_log = logging.getLogger(__name__)


def readings(
    paths: Iterable[str], *, stdin: BinaryIO | None = None, clock: Clock = now, fetch: Fetch | None = None
) -> Iterator[Reading | Refused]:
    """A reading for each article of each input, in order, or a Refused that says why there is none.

    Pages of one story are joined wherever they come from; they wait for one another (see `saksi.intake.joined`). Addresses are
    fetched by `fetch`, by default by one Fetcher for all of them. Raises WordsError where the user's own actors cannot be read:
    then nothing is.
    """
    return (one for _, one in outcomes(paths, stdin=stdin, clock=clock, fetch=fetch))


def outcomes(
    paths: Iterable[str], *, stdin: BinaryIO | None = None, clock: Clock = now, fetch: Fetch | None = None
) -> Iterator[tuple[tuple[str, ...], Reading | Refused]]:
    """As `readings`, each with the inputs that it came from: more than one for a story whose pages came in several."""
    own_actors()
    came = _came(paths, stdin, clock, fetch or by_need(lambda: fetcher(clock)))
    for where, article in joined(came):
        yield where, article if isinstance(article, Refused) else read_one(article, where[0])


def _came(paths: Iterable[str], stdin: BinaryIO | None, clock: Clock, fetch: Fetch) -> Iterator[tuple[str, Came]]:
    for path in paths:
        try:
            for one in pages(path, stdin=stdin, clock=clock, fetch=fetch):
                yield path, one
        except Exception as error:
            yield path, _refused(path, error)


def readings_in(name: str, data: bytes, *, clock: Clock = now) -> Iterator[Reading | Refused]:
    """The same for bytes that came under a name, as from a form: a reading for each article in them. Raises WordsError as above."""
    own_actors()
    try:
        for _, article in joined((name, one) for one in pages_in(name, data, clock=clock)):
            yield article if isinstance(article, Refused) else read_one(article, name)
    except Exception as error:
        yield _refused(name, error)


def by_need(make: Callable[[], Fetch]) -> Fetch:
    """What `make` gives, made when the first address is asked for: what calls the network costs a run over files nothing."""
    made: list[Fetch] = []

    def fetch(uri: str) -> Fetched | NotModified:
        if not made:
            made.append(make())
        return made[0](uri)

    return fetch


def fetcher(clock: Clock) -> Fetch:
    """What fetches addresses, guarded and with good manners."""
    from saksi.intake.fetching import Fetcher

    return Fetcher(clock=clock).fetch


def read_one(article: Article, path: str) -> Reading | Refused:
    """The reading of one article, or why Saksi failed on it; `path` names it in the log. Raises WordsError for a user's own actors."""
    known = own_actors()
    try:
        return read(article, known)
    except Exception as error:
        return _refused(f"{path} (article {article.id})", error)


def _refused(uri: str, error: Exception) -> Refused:
    if isinstance(error, SaksiError):
        return Refused(uri=uri, reason=str(error).removeprefix(f"{uri}: "))
    _log.error("reading %s failed", uri, exc_info=error)
    return Refused(uri=uri, reason=f"Saksi itself failed on it ({type(error).__name__}: {error}); please report it with this input")
