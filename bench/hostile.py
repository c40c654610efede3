"""Bad feeds, pages, archives and addresses: every file is read or refused with a reason, within time and memory, or this fails.

    python bench/hostile.py FOLDER-OR-TAR [...]

Each file of the folders and of the .tar.gz archives is read by itself. The process may take 1 GB of address space beyond
what it starts with; a file may take 10 seconds. It prints how many were read, read in part, refused and why, how long the
slowest took, and what failed; it ends with 1 where anything failed.
"""

from __future__ import annotations

import resource
import signal
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from saksi.intake import articles
from saksi.records import Article

SECONDS = 10
MEMORY = 1 << 30
REASON_CHARS = 60


class TooSlow(BaseException):
    """Raised by the alarm; no reader catches it."""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of the files: how many of each kind, what failed and how, the slowest with its seconds."""

    counts: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")


def sweep(files: Iterable[Path]) -> Outcome:
    """Reads each file by itself."""
    outcome = Outcome()
    with _limits():
        for path in files:
            started = time.perf_counter()
            try:
                outcome.counts[_read(path)] += 1
            except (Exception, TooSlow) as failure:
                outcome.failed.append(f"{path.name}: {failure!r}")
            outcome.slowest = max(outcome.slowest, (time.perf_counter() - started, path.name))
    return outcome


@contextmanager
def _limits() -> Iterator[None]:
    """1 GB more than the process holds now; the alarm set."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, hard))
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _ring(number: int, frame: object) -> None:
    raise TooSlow(f"more than {SECONDS} seconds")


def _read(path: Path) -> str:
    """What the file gave. Raises ValueError where it gave nothing at all or was refused without a reason."""
    signal.alarm(SECONDS)
    try:
        given = list(articles(str(path)))
    finally:
        signal.alarm(0)
    if not given or not all(isinstance(one, Article) or one.reason for one in given):
        raise ValueError("neither read nor refused with a reason")
    read = [one.status for one in given if isinstance(one, Article)]
    if read:
        return "partly" if "partly" in read else "read"
    first = given[0]
    return f"refused: {first.reason[:REASON_CHARS]}" if not isinstance(first, Article) else ""


def unpacked(given: Path, folder: Path) -> Iterator[Path]:
    """The files of a folder, or of a .tar.gz archive, which is unpacked under `folder`."""
    root = given
    if given.suffixes[-2:] == [".tar", ".gz"]:
        root = folder / given.name
        with tarfile.open(given) as archive:
            archive.extractall(root, filter="data")
    yield from (path for path in sorted(root.rglob("*")) if path.is_file())


def main() -> None:
    """Prints the outcome."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = sweep(path for given in sys.argv[1:] for path in unpacked(Path(given), Path(folder)))
    for what, count in outcome.counts.most_common():
        print(f"{count:6} {what}")
    print(f"slowest: {outcome.slowest[0]:.2f} s, {outcome.slowest[1]}")
    print(f"failed: {len(outcome.failed)}", *outcome.failed, sep="\n  ")
    raise SystemExit(bool(outcome.failed))


if __name__ == "__main__":
    main()
