"""Pronouns: whom "they", "he", "ia" or "mereka" mean at the side of an event, where the cast does not say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from saksi.reading.events.parts import Part, Row, row_of
from saksi.reading.events.scene import Scene

SENTENCES: Final = 4
"""Sentences back to which a pronoun is traced."""


class Heads:
    """Who stood in the last sentences; looked up only where a pronoun asks for it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.passed: list[Row | tuple[int, int]] = []

    def remember(self, row: Row) -> None:
        """Take a sentence that tells events."""
        self.passed.append(row)

    def pass_over(self, first: int, last: int) -> None:
        """Take a sentence that tells none, by its tokens."""
        self.passed.append((first, last))

    def _latest(self) -> Iterator[str]:
        """Those of the last sentences, the latest sentence first and each from its head on."""
        for one in reversed(self.passed[-SENTENCES:]):
            row = one if isinstance(one, Row) else row_of(self.scene, *one, ())
            found = [who for part in row.parts if part.sort == "phrase" for who in part.who]
            yield from (who for who in dict.fromkeys(found) if self.scene.kinds.get(who, "group") != "place")

    def meant(self, part: Part) -> tuple[str, ...]:
        """The one whom a pronoun means: a person for "he" and "ia", a group or body for "they" and "it"; none for "I" and "we"."""
        sets, kinds = self.scene.laid.lang.pronouns, self.scene.kinds
        if part.pronoun in sets["singular"] or part.pronoun in sets["oblique"]:
            wanted: tuple[str, ...] = ("person",)
        elif part.pronoun in sets["plural"]:
            wanted = ("group", "organization", "state", "person")
        elif part.pronoun in sets["side"]:
            first = next(self._latest(), "")
            return (first,) if first and kinds.get(first, "group") in ("organization", "state", "group") else ()
        else:
            return ()
        latest = list(self._latest())
        found = next((one for kind in wanted for one in latest if kinds.get(one, "group") == kind), None)
        return (found,) if found is not None else ()
