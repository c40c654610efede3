"""Counts the judgements of bench/dictionary_coder.yaml: what a coder without attribution takes for facts, and what Saksi makes of the same.

python bench/dictionary_count.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import yaml

JUDGED = ("fact", "denied", "alleged", "planned", "possible", "wrong")


def main() -> None:
    """Print a row for each judgement: how many events, and how many of them Saksi gives as a fact in the outlet's voice, marked, or not."""
    events = yaml.safe_load(Path(__file__).with_suffix("").with_name("dictionary_coder.yaml").read_text(encoding="utf-8"))
    rows = Counter((event["judged"], kept(event["saksi"])) for event in events)
    print("| in the text | coder | Saksi: a fact | Saksi: marked | Saksi: no event |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for judged in JUDGED:
        counts = [rows[judged, how] for how in ("fact", "marked", "none")]
        print(f"| {judged} | {sum(counts)} | {' | '.join(map(str, counts))} |")


def kept(given: str) -> str:
    """What Saksi makes of an event: a fact of the outlet's voice, one marked by its status or its speaker, or none."""
    return {"asserted": "fact", "none": "none"}.get(given, "marked")


if __name__ == "__main__":
    main()
