"""The gazetteer's rows as one file that opens quickly; it is made from the YAML files, which people write and read."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

import msgspec

from saksi.errors import WordsError
from saksi.words.actors.gazetteer import Gazetteer, assembled
from saksi.words.actors.records import Actor, Holder, OfficeKind

FILE = "actors/compiled.msgpack"
ANEW = "python gazetteers/actors/build.py"
"""What makes the file anew from a checkout."""


class Compiled(msgspec.Struct, frozen=True):
    """All rows of a gazetteer, checked, in its order."""

    actors: tuple[Actor, ...]
    holders: tuple[Holder, ...]
    offices: Mapping[str, OfficeKind]


def compiled(known: Gazetteer) -> bytes:
    """A gazetteer as the file holds it: the same rows give the same bytes."""
    return msgspec.msgpack.encode(Compiled(known.actors, known.holders, known.offices))


def opened() -> Gazetteer:
    """The gazetteer of the file. Raises WordsError where the file is missing or damaged."""
    try:
        rows = msgspec.msgpack.decode(resources.files("saksi.words").joinpath(FILE).read_bytes(), type=Compiled)
    except FileNotFoundError as exc:
        raise WordsError(f"no list of actors words/{FILE} in this installation; install Saksi anew, or in a checkout run {ANEW}") from exc
    except msgspec.DecodeError as exc:
        raise WordsError(f"list of actors words/{FILE} is damaged: {exc}; install Saksi anew, or in a checkout run {ANEW}") from exc
    return assembled(rows.actors, rows.holders, rows.offices)
