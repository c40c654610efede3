"""Reads our own traps and conflicts: no trap may give a conflict, and most conflicts must be found.

    python quality/conflicts/check.py

Each text is read as one paragraph, as two, and with others between; a trap must stay silent in each. Exit code 1 for a false alarm
or for fewer than `LEAST` of the conflicts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from saksi.reading.read import read
from saksi.records import Article

LEAST = 0.95
"""Part of the conflicts that must be found."""
READ_ON = "2026-11-20"
"""The day of publication, a Friday, that every text is given; without one a weekday has no date."""
BETWEEN = {
    "en": "The news spread quickly through the streets. Shops stayed open until late. Few people wished to talk about it.",
    "id": "Kabar itu cepat tersebar di jalan-jalan. Toko tetap buka sampai larut. Tidak banyak orang mau membicarakannya.",
}
"""What stands between the two sentences of a pair in its third form."""


def forms(text: str, language: str) -> Iterator[str]:
    """The text as one paragraph, as two, and with other sentences between its two, as lead and body stand."""
    yield text
    cut = next((i for i in range(1, len(text) - 2) if text[i] in '."' and text[i + 1] == " " and text[i + 2 :][:1].isupper()), None)
    if cut is not None:
        yield f"{text[: cut + 1]}\n\n{text[cut + 2 :]}"
        yield f"{text[: cut + 1]}\n\n{BETWEEN[language]}\n\n{text[cut + 2 :]}"


def alarms(text: str, language: str) -> list[str]:
    """What is held to exclude each other, by any form of the text."""
    readings = [read(Article(id="a", text=form, language=language, published=READ_ON)) for form in forms(text, language)]
    return [f"{conflict.kind}: {[(d.a, d.b) for d in conflict.differs]}" for reading in readings for conflict in reading.conflicts]


def check(path: Path) -> bool:
    """Whether one language passes; prints what fails."""
    data, language = yaml.safe_load(path.read_text(encoding="utf-8")), path.stem
    false = [(kind, text, found) for kind, texts in data["traps"].items() for text in texts if (found := alarms(text, language))]
    for kind, text, found in false:
        print(f"  {kind}: {text} {found}")
    missed = [text for text in data["conflicts"] if not alarms(text, language)]
    for text in missed:
        print(f"  missed: {text}")
    traps, conflicts = sum(map(len, data["traps"].values())), len(data["conflicts"])
    print(f"{language}: {len(false)} false alarms in {traps} traps, {conflicts - len(missed)} of {conflicts} conflicts found")
    return not false and conflicts - len(missed) >= LEAST * conflicts


if __name__ == "__main__":
    sys.exit(not all(check(path) for path in sorted(Path(__file__).parent.glob("*.yaml"))))
