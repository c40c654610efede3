"""Finds the events of a text, sentence by sentence, and ties each to the statement that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.reading.events.scene import Scene
from saksi.reading.events.sides import Clause, sides
from saksi.reading.events.status import status
from saksi.reading.events.triggers import Trigger, find_triggers
from saksi.reading.laid_out import LaidOut
from saksi.records import Event, Mention, Span, Statement
from saksi.records.ids import content_id


def find_events(
    laid: LaidOut, article: str, mentions: Sequence[Mention], statements: Sequence[Statement], captions: Sequence[Span]
) -> tuple[Event, ...]:
    """The events that the text tells, in its order; captions, which describe pictures, tell none."""
    scene = Scene(laid, mentions)
    found = []
    for sentence in laid.sentences:
        start = laid.tokens.starts[sentence.first]
        if any(caption.start <= start < caption.end for caption in captions):
            continue
        triggers = list(find_triggers(scene, sentence.first, sentence.last))
        for number, trigger in enumerate(triggers):
            clause = _clause(scene, triggers, number, sentence.first, sentence.last)
            event = _event(scene, trigger, clause, article, statements)
            if event is not None:
                found.append(event)
    return tuple(found)


def _clause(scene: Scene, triggers: Sequence[Trigger], number: int, first: int, last: int) -> Clause:
    """From the mark or conjunction before a trigger to the one behind; never out of or into a quotation."""
    laid = scene.laid
    tokens, sets = laid.tokens, laid.lang.singles
    trigger = triggers[number]
    quote = laid.quote_of[trigger.first]
    left = trigger.first
    while (
        left > first
        and laid.quote_of[left - 1] == quote
        and tokens.words[left - 1] not in ";:"
        and tokens.lower[left - 1] not in sets["complementizers"]
    ):
        left -= 1
    right = trigger.last
    while right < last and laid.quote_of[right + 1] == quote and tokens.words[right + 1] not in ";:":
        right += 1
    return Clause(left, right)


def _event(scene: Scene, trigger: Trigger, clause: Clause, article: str, statements: Sequence[Statement]) -> Event | None:
    laid, frame = scene.laid, trigger.form.frame
    start, end = laid.span(trigger.first, trigger.last)
    actors, recipients = sides(scene, trigger, clause)
    if frame.weak and not (actors or recipients):
        return None
    carrier = _carrier(statements, start, end)
    told = status(scene, trigger, clause.left, carrier)
    category = frame.category
    if told == "denied" and frame.negated != "keep":
        if frame.negated == "drop":
            return None
        category, told = frame.negated, "asserted"
    ids = [mention.stands_for or mention.entity for mention in actors]
    doers = tuple(dict.fromkeys(one for one in ids if one is not None))
    to = tuple(dict.fromkeys(one for m in recipients if (one := m.stands_for or m.entity) is not None and one not in doers))
    return Event(
        id=content_id("event", article, start, end, category),
        trigger=Span.cut(laid.text, start, end),
        category=category,
        mode=frame.mode,
        actors=doers,
        recipients=to,
        places=tuple(_places(scene, trigger, clause)),
        time=_time(scene, trigger, clause),
        status=told,
        statement=carrier.id if carrier is not None else None,
    )


def _carrier(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement whose content holds the trigger."""
    holding = [
        (content.end - content.start, k)
        for k, one in enumerate(statements)
        for content in one.contents
        if content.start <= start and end <= content.end
    ]
    return statements[min(holding)[1]] if holding else None


def _places(scene: Scene, trigger: Trigger, clause: Clause) -> Iterator[str]:
    """Places behind "in", "at", "di", "ke" in the same clause."""
    tokens = scene.laid.tokens
    leads = (
        {"in", "at", "near", "outside", "around", "inside", "off", "across", "to", "into", "from"}
        if scene.laid.lang.code == "en"
        else {"di", "ke", "dari", "dekat", "sekitar"}
    )
    for first, _, mention in scene.between(clause.left, clause.right):
        if mention.kind not in ("place", "state") or mention.stands_for is not None:
            continue
        if any(tokens.lower[k] in leads for k in range(max(clause.left, first - 3), first)):
            yield mention.id


def _time(scene: Scene, trigger: Trigger, clause: Clause) -> str | None:
    """The time that stands nearest to the trigger in its clause."""
    starts, ends = scene.laid.tokens.starts, scene.laid.tokens.ends
    near = [m for m in scene.mentions if m.kind == "time" and starts[clause.left] <= m.start and m.end <= ends[clause.right]]
    at = starts[trigger.first]
    return min(near, key=lambda m: abs(m.start - at)).id if near else None
