"""Scene: a laid-out text with its mentions by token, what every rule of events looks at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from saksi.reading.laid_out import LaidOut
from saksi.records import Mention
from saksi.words.packs import load

NAMES = frozenset(["person", "organization", "group", "state", "place"])


@cache
def status_words(code: str) -> dict[str, frozenset[str]]:
    """The lists of `frames_status.yaml`: words before a trigger that make it planned, possible, hypothetical or denied; light verbs."""
    listed: dict[str, Any] = load(code, "frames_status")
    return {name: frozenset(words) for name, words in listed.items()}


@dataclass(slots=True)
class Scene:
    """`names` are the mentions of somebody or somewhere in order, each from its first token (`starts`) to its last (`ends`)."""

    laid: LaidOut
    mentions: Sequence[Mention]
    names: list[Mention] = field(init=False)
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    inside: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.laid.tokens
        self.names = [m for m in self.mentions if m.kind in NAMES and m.entity is not None]
        self.starts = [tokens.at(m.start) for m in self.names]
        self.ends = [tokens.at(m.end) - 1 for m in self.names]
        self.inside = {i: k for k, (a, b) in enumerate(zip(self.starts, self.ends, strict=True)) for i in range(a, b + 1)}

    def name_at(self, i: int) -> Mention | None:
        """The mention that covers a token."""
        k = self.inside.get(i)
        return self.names[k] if k is not None else None

    def between(self, first: int, last: int) -> list[tuple[int, int, Mention]]:
        """The mentions that lie wholly from token `first` to token `last`, each with its tokens."""
        k = bisect_left(self.starts, first)
        found = []
        while k < len(self.names) and self.starts[k] <= last:
            if self.ends[k] <= last:
                found.append((self.starts[k], self.ends[k], self.names[k]))
            k += 1
        return found
