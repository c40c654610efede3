"""A coder of events in the manner of PETRARCH: Saksi's own frames and sides, but no attribution, no negation, no plan, no hedge.

    saksi read PAGE... --json | python bench/dictionary_coder.py > events.jsonl

A dictionary coder takes a verb or noun of its dictionary that has an actor, and codes an event, whoever says so and however. Each
line has the event as such a coder gives it, and its sentence, for a person to judge. What Saksi holds to be no event of its own,
since it is only asked for, denied or threatened, is coded here, as it is by such a coder.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from saksi.reading.events.parts import row_of
from saksi.reading.events.scene import Scene
from saksi.reading.events.sides import sides
from saksi.reading.events.triggers import find_triggers
from saksi.reading.laid_out import lay_out
from saksi.reading.language import language
from saksi.records import Reading
from saksi.records.jsonline import parse_reading


def coded(reading: Reading) -> Iterator[dict[str, Any]]:
    """The events of one article as a coder without attribution gives them, each with its sentence."""
    article = reading.article
    if article.language not in ("en", "id"):
        return
    laid = lay_out(article.text, language(article.language))
    scene = Scene(laid, article.id, reading.entities, reading.mentions, ())
    names = {entity.id: entity.name for entity in reading.entities}
    for sentence in laid.sentences:
        row = row_of(scene, sentence.first, sentence.last, list(find_triggers(scene, sentence.first, sentence.last)))
        for n, part in enumerate(row.parts):
            if part.trigger is None:
                continue
            actors, recipients = sides(row, n)
            if actors.who:
                yield {
                    "article": article.id,
                    "trigger": laid.tokens.slice(part.first, part.last),
                    "start": laid.tokens.starts[part.first],
                    "category": part.trigger.form.frame.category,
                    "actors": [_name(one, names, scene) for one in actors.who],
                    "recipients": [_name(one, names, scene) for one in recipients.who],
                    "sentence": laid.tokens.slice(sentence.first, sentence.last),
                }


def _name(one: str, names: dict[str, str], scene: Scene) -> str:
    made = {entity.id: entity.name for entity in scene.made.values()}
    return names.get(one) or made.get(one, one)


if __name__ == "__main__":
    for line in sys.stdin:
        if line.strip() and json.loads(line).get("status") != "refused":
            for event in coded(parse_reading(line)):
                print(json.dumps(event, ensure_ascii=False))
