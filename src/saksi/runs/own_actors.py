"""Which actors a run looks for: those that ship with Saksi, and a user's own file laid over them where there is one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saksi.words.actors import Gazetteer

OWN = "saksi-actors.yaml"
"""The file of a user's own rows where none is named, in the folder in which Saksi runs."""
SETTING = "SAKSI_ACTORS"


def own_actors(named: Path | None = None) -> Gazetteer:
    """The gazetteer with a user's file over it: the one named, else that of SAKSI_ACTORS, else saksi-actors.yaml where it is there.

    A file is read once in a run. Raises WordsError, with file and line, where it cannot be right, or a named one is not there.
    """
    from saksi.words.actors import actors, actors_with

    file = named or (Path(os.environ[SETTING]) if os.environ.get(SETTING) else None)
    if file is None:
        return actors_with(Path(OWN).absolute()) if Path(OWN).exists() else actors()
    return actors_with(file)
