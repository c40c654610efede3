"""Heard: who has spoken so far, and how far back a pronoun looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from saksi.reading.figure import Figure

SENTENCES_BACK: Final = 4
"""Sentences before a pronoun among whose subjects its antecedent is looked for, before the last speaker is taken."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who has spoken, in the sentence of that number; `aside` in a relative clause of it."""

    figure: Figure
    sentence: int
    aside: bool = False
