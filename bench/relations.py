"""Turns what `saksi read --json` prints into relations by the types of re3d, for the scorer that lies beside that set.

    saksi read articles.jsonl --json | python bench/relations.py > predictions.jsonl

Only the types that say what a relation or an event of Saksi says are given; what re3d calls IsSynonymOf or HasAttrOf is none here.
"""

from __future__ import annotations

import json
import sys
from typing import Any

TYPES = {
    "commands": "InChargeOf",
    "leads": "InChargeOf",
    "office-held": "BelongsTo",
    "member-of": "BelongsTo",
    "ally-of": "AlliesOf",
    "backs": "Likes",
    "opposes": "Dislikes",
    "located-in": "CoLocated",
}
"""Our kind -> theirs."""

EVENTS = {"ASSAULT": "FightingAgainst", "CONSULT": "CommWith"}
"""Categories of events that say what one of their types says."""


def related(article: dict[str, Any]) -> dict[str, Any]:
    """One article's relations, each side by the mention of its entity that stands nearest to the words."""
    places: dict[str, list[dict[str, Any]]] = {}
    for mention in article["mentions"]:
        for entity in {mention["entity"], mention["stands_for"]} - {None}:
            places.setdefault(entity, []).append(mention)
    events = []
    for one in article["relations"]:
        sides = [min(places[one[side]], key=lambda m: abs(m["start"] - one["trigger"]["start"])) for side in ("subject", "object")]
        if one["kind"] in TYPES and not one["denied"]:
            source, target = ([{"start": side["start"], "end": side["end"]}] for side in sides)
            events.append({"type": TYPES[one["kind"]], "source": source, "target": target})
    for event in article["events"]:
        if event["category"] in EVENTS and event["status"] != "denied":
            ends = [[places[who][0] for who in event[side] if who in places] for side in ("actors", "recipients")]
            source, target = ([{"start": m["start"], "end": m["end"]} for m in side] for side in ends)
            events.append({"type": EVENTS[event["category"]], "source": source, "target": target})
    return {"id": article["id"], "mentions": [], "events": events}


if __name__ == "__main__":
    for line in sys.stdin:
        if line.strip() and (read := json.loads(line)).get("status") != "refused":
            print(json.dumps(related(read)))
