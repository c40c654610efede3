"""Sides: who stands as actor and who as recipient beside a trigger, by the slots of its frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.reading.events.scene import Scene, status_words
from saksi.reading.events.triggers import Trigger
from saksi.reading.verbs import finite_at, past_like, verb_like
from saksi.records import Mention

GENITIVES = ("'s", "’s", "'", "’")
FARTHEST_LIGHT = 6
"""Tokens from a noun back to the verb that it completes."""

NEAR_NOUN = 4
"""Tokens between a noun and the name beside it that did it ("serangan udara besar Israel", "Israel's latest air strikes")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens from which the sides of a trigger may come: no further left than `left`, no further right than `right`."""

    left: int
    right: int


def sides(scene: Scene, trigger: Trigger, clause: Clause) -> tuple[list[Mention], list[Mention]]:
    """Actors and recipients, each in the order of the text; either may be empty."""
    if trigger.noun:
        return _of_noun(scene, trigger, clause)
    frame = trigger.form.frame
    subject = subject_of(scene, trigger.first, clause.left)
    if trigger.passive:
        agent = _agent(scene, trigger, clause)
        return agent, subject if "object" in frame.recipient else _behind(scene, trigger, clause, frame.recipient)
    if frame.both:
        others = _behind(scene, trigger, clause, ("object", *frame.recipient))
        return (subject, others) if others else (subject, subject[1:])
    return subject, _behind(scene, trigger, clause, frame.recipient)


def subject_of(scene: Scene, verb: int, left: int) -> list[Mention]:
    """Who heads the phrase before a verb: not who stands behind a preposition in it, unless nobody else does.

    "Russian forces in eastern Ukraine shelled" gives Russia; "forces loyal to Haftar" gives Haftar.
    """
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    found = scene.between(left, verb - 1)
    free: list[tuple[int, int, Mention]] = []
    bound: list[tuple[int, int, Mention]] = []
    for first, last, mention in found:
        lead = _lead(scene, first, left)
        if lead in sets["prepositions"] and lead != "of":
            bound.append((first, last, mention))
        elif not free or _coordinated(scene, free[-1][1], first) or _parted(scene, free[-1][1], first):
            free = free if free and _coordinated(scene, free[-1][1], first) else []
            free.append((first, last, mention))
        elif tokens.lower[last + 1 : last + 2] and tokens.lower[last + 1] in GENITIVES:
            continue
    chosen = free or bound[:1]
    return _each([mention for _, _, mention in chosen if not _time_like(mention)])


def _lead(scene: Scene, first: int, left: int) -> str:
    """The closed word before the phrase that a name belongs to: "in" for "in eastern Ukraine", "" for none."""
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    for k in range(first - 1, max(left - 1, first - 4), -1):
        if tokens.lower[k] in sets["prepositions"]:
            return tokens.lower[k]
        if not tokens.word(k) or tokens.lower[k] in sets["coordinators"] or scene.name_at(k) is not None:
            return ""
        if finite_at(scene.laid, k) or past_like(scene.laid, k) or verb_like(scene.laid, k):
            return ""
    return ""


def _coordinated(scene: Scene, before: int, first: int) -> bool:
    """Whether only "and", a comma or plain words with an "and" part two names."""
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    between = tokens.lower[before + 1 : first]
    return bool(between) and len(between) <= 3 and any(word in sets["coordinators"] for word in between)


def _parted(scene: Scene, before: int, first: int) -> bool:
    """Whether a verb stands between two names, so that the second begins another clause."""
    laid = scene.laid
    return any(finite_at(laid, i) or past_like(laid, i) or verb_like(laid, i) for i in range(before + 1, first))


def _behind(scene: Scene, trigger: Trigger, clause: Clause, slots: Sequence[str]) -> list[Mention]:
    """Who stands in one of the slots behind a trigger: as its object, or behind one of the prepositions."""
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    current = "object"
    found: list[Mention] = []
    i = trigger.last + 1
    while i <= clause.right:
        word = tokens.lower[i]
        if word in sets["prepositions"] and not (word in ("of",) and current in slots):
            if found:
                break
            current = word
        elif word in slots:
            current = word
        elif _ends(scene, i):
            break
        elif (name := scene.name_at(i)) is not None:
            last = scene.ends[scene.inside[i]]
            owner = tokens.lower[last + 1 : last + 2]
            if current in slots and not (owner and owner[0] in GENITIVES):
                found.append(name)
            i = last
        i += 1
    return _each(found)


def _ends(scene: Scene, i: int) -> bool:
    """Whether the object's phrase ends: a mark but a comma in a list, a conjunction, another verb."""
    laid = scene.laid
    word, sets = laid.tokens.lower[i], laid.lang.singles
    if any(word in sets[name] for name in ("relative", "complementizers", "because", "while", "but")):
        return True
    if not laid.tokens.word(i):
        return word not in (",", "-", "(", "'", "’", "'s", "’s") or (
            word == "," and i + 1 < len(laid.tokens) and scene.name_at(i + 1) is None
        )
    return finite_at(laid, i) or verb_like(laid, i)


def _agent(scene: Scene, trigger: Trigger, clause: Clause) -> list[Mention]:
    """Who did it, behind "by"/"oleh", or right behind an Indonesian passive ("diserang Israel", "dibom pasukan AS")."""
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    for i in range(trigger.last + 1, clause.right + 1):
        if tokens.lower[i] in sets["passive_agent"]:
            return _first_name(scene, i + 1, clause.right)
        if _ends(scene, i) or tokens.lower[i] in sets["prepositions"]:
            break
        if scene.laid.lang.code == "id" and scene.name_at(i) is not None:
            return _each([m for _, _, m in scene.between(i, scene.ends[scene.inside[i]])])
    by = next((i for i in range(trigger.last + 1, clause.right + 1) if tokens.lower[i] in sets["passive_agent"]), -1)
    return _first_name(scene, by + 1, clause.right) if by > 0 else []


def _first_name(scene: Scene, begin: int, right: int) -> list[Mention]:
    """The first name from `begin` on, and those joined to it."""
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    found: list[Mention] = []
    i = begin
    while i <= right:
        if scene.name_at(i) is not None:
            k = scene.inside[i]
            owner = tokens.lower[scene.ends[k] + 1 : scene.ends[k] + 2]
            found.append(scene.names[k])
            i = scene.ends[k] + 1
            if owner and owner[0] in GENITIVES:
                break
            continue
        if found and tokens.lower[i] not in sets["coordinators"] and tokens.words[i] != ",":
            break
        if not found and (_ends(scene, i) or tokens.lower[i] in sets["prepositions"] - {"of"}):
            break
        i += 1
    return _each(found)


def _of_noun(scene: Scene, trigger: Trigger, clause: Clause) -> tuple[list[Mention], list[Mention]]:
    """The sides of a noun: a name or demonym beside it did it, or who stands behind "by"; prepositions lead to the recipient."""
    frame = trigger.form.frame
    actors = _behind(scene, trigger, clause, frame.actor_of) if frame.actor_of else []
    recipients = _behind(scene, trigger, clause, frame.recipient_of) if frame.recipient_of else []
    if not actors:
        actors = _beside(scene, trigger, clause) or _lent(scene, trigger, clause)
    if frame.both and len(actors) < 2 and not recipients:
        recipients = _behind(scene, trigger, clause, ("with", "between", "dengan", "antara"))
    return actors, [one for one in recipients if one.entity not in {actor.entity for actor in actors}]


def _beside(scene: Scene, trigger: Trigger, clause: Clause) -> list[Mention]:
    """Before an English noun ("Israeli air strikes", "Israel's latest raid"), behind an Indonesian one ("serangan Israel")."""
    tokens, sets = scene.laid.tokens, scene.laid.lang.singles
    if scene.laid.lang.code == "id":
        span = range(trigger.last + 1, min(trigger.last + 1 + NEAR_NOUN, clause.right + 1))
    else:
        span = range(trigger.first - 1, max(clause.left, trigger.first - NEAR_NOUN) - 1, -1)
    for i in span:
        name = scene.name_at(i)
        if name is not None:
            return [name] if name.kind != "place" or scene.laid.lang.code == "en" else []
        if (not tokens.word(i) and tokens.lower[i] not in GENITIVES) or tokens.lower[i] in sets["prepositions"]:
            return []
    return []


def _lent(scene: Scene, trigger: Trigger, clause: Clause) -> list[Mention]:
    """The subject of a light verb before a noun ("Israel launched a wave of air strikes", "Rusia melancarkan serangan")."""
    tokens, light = scene.laid.tokens, status_words(scene.laid.lang.code)["light"]
    for i in range(trigger.first - 1, max(clause.left, trigger.first - FARTHEST_LIGHT) - 1, -1):
        if tokens.lower[i] in light or " ".join(tokens.lower[i - 1 : i + 1]) in light:
            return subject_of(scene, i - (tokens.lower[i] not in light), clause.left)
        if not tokens.word(i):
            break
    return []


def _each(found: Sequence[Mention]) -> list[Mention]:
    """Each entity once."""
    return list({mention.entity: mention for mention in found}.values())


def _time_like(mention: Mention) -> bool:
    return mention.kind in ("time", "quantity")
