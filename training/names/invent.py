"""Makes up sentences for training from patterns of our own and the names of Saksi's word lists; the same seed gives the same ones."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sentences import Annotated

from saksi.words.forenames import forenames
from saksi.words.packs import load_shared
from saksi.words.places import places
from saksi.words.world import world

_SLOT = re.compile(r"\{([a-z_]+)\d?\}")
_KINDS = {"person": "PER", "surname": "PER", "org": "ORG", "outlet": "ORG", "place": "LOC", "state": "LOC"}
"""What the slots of a pattern are labelled; the others carry no label."""
ONE_WORD = 0.04
"""Share of full names that are of one word."""


@cache
def lists() -> dict[str, Any]:
    """The patterns and lists."""
    return dict(yaml.safe_load(Path(__file__).with_name("invented.yaml").read_text(encoding="utf-8")))


class Inventor:
    """Draws names and fills patterns for one language."""

    def __init__(self, code: str, seed: int) -> None:
        self.code = code
        self.chance = random.Random(seed)  # noqa: S311 - a seed, so that the training can be repeated
        known = world()
        states = known.states_in[code]
        given = load_shared("given_names")
        kinds = {kind: sorted(form for form, meant in states.items() if meant.kind == kind) for kind in ("name", "demonym", "capital")}
        everything = lists()
        surnames = everything["surnames"].replace("-S", " S").replace("-D", " D").split()
        towns = places()
        self.drawn: dict[str, list[str]] = {
            "forename": sorted(forenames() | (set(given["female"]) | set(given["male"]) if code == "en" else set())),
            "surname": sorted(surnames if code == "en" else [*surnames, *forenames()]),
            "state": kinds["name"],
            "demonym": kinds["demonym"] or ["lokal"],
            "place": sorted((towns.names - towns.adjectives) | set(kinds["capital"])),
            "body": sorted(known.bodies_in[code]),
            "outlet": sorted(form for form, meant in known.outlets.items() if not meant.ambiguous),
            "company": everything["companies"].split(),
            "acronym": everything["acronyms"].split(),
            "field": [field.strip() for field in everything["fields"].split("|")],
            "field_id": [field.strip() for field in everything["fields_id"].split("|")],
            "role": everything[code]["roles"].split("|"),
            "title": everything[code]["titles"].split("|"),
            "organization": everything[code]["organizations"],
        }

    def draw(self, slot: str) -> tuple[str, int]:
        """A word or name for a slot, and how many of its first characters are no part of the name."""
        if slot == "person":
            if self.chance.random() < ONE_WORD:
                return self.draw("surname")
            names = [self.chance.choice(self.drawn["forename"]), self.chance.choice(self.drawn["surname"])]
            if self.chance.random() < ONE_WORD * 4:
                names.insert(1, self.chance.choice([*"ABCDEFGHJKLMNPRST"]) + ".")
            return " ".join(names), 0
        if slot == "org":
            pattern = self.chance.choice(self.drawn["organization"])
            pattern, _, bare = pattern.partition("@")
            return _SLOT.sub(lambda found: self.draw(found[1])[0], pattern), int(bare or 0)
        return self.chance.choice(self.drawn[slot]), 0

    def sentence(self) -> Annotated:
        """One pattern, filled."""
        pattern = self.chance.choice(lists()[self.code]["patterns"])
        text, names, at = "", [], 0
        for slot in _SLOT.finditer(pattern):
            text += pattern[at : slot.start()]
            word, bare = self.draw(slot[1])
            kind = _KINDS.get(slot[1])
            if kind is not None:
                names.append((len(text) + bare, len(text) + len(word), kind))
            text += word
            at = slot.end()
        return Annotated(text + pattern[at:], tuple(names))


def invented(code: str, count: int, seed: int = 1) -> list[Annotated]:
    """So many sentences of a language."""
    inventor = Inventor(code, seed)
    return [inventor.sentence() for _ in range(count)]
