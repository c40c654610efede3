"""A PostgreSQL server for the tests: a cluster of its own in a temporary folder, reached by a socket in it."""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin")
SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=60", "shared_buffers=128MB")


def found() -> Path | None:
    """The folder of the newest server's programs, None where there is none."""
    named = shutil.which("postgres")
    near = [Path(named).resolve().parent] if named else []
    folders = near + sorted((path for place in PLACES for path in Path("/").glob(place[1:])), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


class Server:
    """A server that runs; each ledger gets a schema of its own."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder = folder
        self.process = process
        self._schemas = 0

    def url(self, **settings: str) -> str:
        """The address of the database, with settings of libpq."""
        asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in {"host": str(self.folder), **settings}.items())
        return f"postgresql://tester@/postgres?{asked}"

    def fresh(self) -> str:
        """The address of an empty schema."""
        self._schemas += 1
        name = f"t{self._schemas}"
        self.run(f"CREATE SCHEMA {name}")
        return self.url(options=f"-csearch_path={name}")

    def run(self, statement: str, url: str | None = None) -> list[tuple[object, ...]]:
        """Run one statement and give its rows."""
        import psycopg

        with psycopg.connect(url or self.url(), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def running() -> Iterator[Server]:
    """Make a cluster, start its server, and remove both at the end. Needs `found()`."""
    programs = found()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="saksi-pg-"))
    other = _other_user()
    if other is not None:
        os.chown(folder, other.pw_uid, other.pw_gid)
    as_whom = {} if other is None else {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}
    made = [programs / "initdb", "-D", folder / "data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(made, check=True, capture_output=True, cwd=folder, **as_whom)
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        started = [programs / "postgres", "-D", folder / "data", "-k", folder, *settings]
        process = subprocess.Popen(started, stdout=log, stderr=log, cwd=folder, preexec_fn=_end_with_the_tests, **as_whom)
    try:
        yield _answering(Server(folder, process))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> pwd.struct_passwd | None:
    """Whom the server runs as where the tests run as root, which it refuses."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _end_with_the_tests() -> None:
    """Have Linux stop the server where the tests are killed (PR_SET_PDEATHSIG); elsewhere it would outlive them."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


def _answering(server: Server) -> Server:
    import psycopg

    for _ in range(200):
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            if server.process.poll() is not None:
                raise RuntimeError((server.folder / "log").read_text()) from None
            time.sleep(0.05)
        else:
            return server
    raise RuntimeError("the PostgreSQL server of the tests does not answer")
