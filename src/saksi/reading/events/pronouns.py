"""Pronouns: whom "they", "he", "ia" or "mereka" mean at the side of an event, where the cast does not say it."""

from __future__ import annotations

from saksi.reading.events.parts import Part, Row
from saksi.reading.events.scene import Scene


class Heads:
    """Who stood at the head of the last sentences, the latest first."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.latest: list[str] = []

    def remember(self, row: Row) -> None:
        """Take the free phrases of a sentence, its first one for the likeliest."""
        found = [one for part in row.parts if part.sort == "phrase" for one in part.who]
        self._put(found)

    def pass_over(self, first: int, last: int) -> None:
        """Take those named in a sentence that tells no event."""
        inside = self.scene.inside
        found = dict.fromkeys(self.scene.meant(inside[i]) for i in range(first, last + 1) if i in inside)
        self._put(list(found))

    def _put(self, found: list[str]) -> None:
        named = [one for one in found if self.scene.kinds.get(one, "group") != "place"]
        self.latest = [*dict.fromkeys(named), *(one for one in self.latest if one not in named)][:12]

    def meant(self, part: Part) -> tuple[str, ...]:
        """The one whom a pronoun means: a person for "he" and "ia", a group or body for "they" and "it"; none for "I" and "we"."""
        sets = self.scene.laid.lang.pronouns
        kinds = self.scene.kinds
        if any(part.pronoun in sets[name] for name in ("singular", "oblique") if name in sets):
            wanted = ("person",)
        elif part.pronoun in sets["plural"]:
            wanted = ("group", "organization", "state", "person")
        elif part.pronoun in sets["side"]:
            first = self.latest[0] if self.latest else ""
            return (first,) if kinds.get(first, "group") in ("organization", "state", "group") and first else ()
        else:
            return ()
        found = next((one for kind in wanted for one in self.latest if kinds.get(one, "group") == kind), None)
        return (found,) if found is not None else ()
