"""Sides: who stands as actor and who as recipient beside a trigger, by the slots of its frame."""

from __future__ import annotations

from collections.abc import Collection

from saksi.reading.events.parts import Part, Row
from saksi.reading.events.subjects import Sides, lead_of, subject_of
from saksi.reading.events.triggers import Trigger
from saksi.words.frame_cues import light_verbs


def sides(row: Row, n: int) -> tuple[Sides, Sides]:
    """Actors and recipients of the trigger at part `n`."""
    trigger = row.parts[n].trigger
    assert trigger is not None  # noqa: S101 - only triggers are asked for
    if trigger.noun:
        return _of_noun(row, n, trigger)
    frame = trigger.form.frame
    subject = subject_of(row, n)
    if "subject" in frame.recipient:
        return Sides(), subject
    if trigger.passive:
        agent = _agent(row, n)
        if "object" in frame.recipient:
            return agent, subject
        return agent if agent.who else subject, behind(row, n, frame.recipient)
    if frame.both:
        others = behind(row, n, {"object", *frame.recipient})
        return subject, others
    return subject, behind(row, n, frame.recipient)


def behind(row: Row, n: int, slots: Collection[str]) -> Sides:
    """Who stands in one of the slots behind a trigger: as its object, or behind one of the prepositions."""
    parts, lower = row.parts, row.scene.laid.tokens.lower
    found, current, j = Sides(), "object", n + 1
    while j < len(parts):
        part = parts[j]
        if part.sort == "preposition":
            if found.who or (lower[part.first] in row.scene.words["infinitive"] and j + 1 < len(parts) and parts[j + 1].sort == "verb"):
                break
            current = lower[part.first]
        elif part.sort == "phrase":
            if current in slots and not part.modifies:
                j = _take_chain(row, j, found, mutual=current in row.scene.words["between"])
                if not found.who and not any(one.pronoun for one in found.parts):
                    current = "belongs" if current == "object" else current
                    j = _take_belonging(row, j, found)
                if found.who or any(one.pronoun for one in found.parts):
                    break
                found = Sides()
            elif part.modifies and "object" in slots and current == "object" and part.who:
                found.add(part)
                break
        elif part.sort == "noun" and lower[part.first] in slots:
            current = lower[part.first]
        elif part.sort not in ("skip", "noun") and not (current == "object" not in slots and _lists_objects(row, j)):
            break
        j += 1
    return found


def _lists_objects(row: Row, j: int) -> bool:
    """Whether a part joins one more object to those before a preposition ("sent troops | and | advisers to Libya")."""
    joins = row.parts[j].sort in ("and", "comma") and j + 1 < len(row.parts) and row.parts[j + 1].sort in ("phrase", "noun")
    return joins and _sort_behind(row, j + 1) in ("and", "comma", "preposition")


def _take_chain(row: Row, j: int, found: Sides, *, mutual: bool = False) -> int:
    parts = row.parts
    found.add(parts[j])
    while j + 2 < len(parts) and parts[j + 1].sort in ("and", "comma"):
        k = j + 2 if parts[j + 2].sort != "and" else j + 3
        if k >= len(parts) or parts[k].sort != "phrase" or not parts[k].who:
            break
        follows = _sort_behind(row, k)
        listed = parts[k - 1].sort == "and" or follows in ("and", "comma")
        if not listed or (follows in ("verb", "relative") and not mutual):
            break
        found.add(parts[k])
        j = k
    return j


def _sort_behind(row: Row, k: int) -> str:
    """What stands behind a part, over adverbs and auxiliaries."""
    return next((part.sort for part in row.parts[k + 1 :] if part.sort != "skip"), "end")


def _take_belonging(row: Row, j: int, found: Sides) -> int:
    """ "dozens of villagers", "the capital of Libya": who stands behind "of" where the phrase before names nobody."""
    parts = row.parts
    lower, belongs = row.scene.laid.tokens.lower, row.scene.words["belongs"]
    led = j + 2 < len(parts) and parts[j + 1].sort == "preposition" and lower[parts[j + 1].first] in belongs
    if led and parts[j + 2].sort == "phrase" and parts[j + 2].who:
        return _take_chain(row, j + 2, found)
    return j


def _agent(row: Row, n: int) -> Sides:
    """Who did it, behind "by"/"oleh", or right behind an Indonesian passive ("diserang Israel", "dibom pasukan AS")."""
    sets = row.scene.laid.lang.singles
    agent = behind(row, n, sets["passive_agent"])
    if not agent.who:
        agent = _inside(row, n)
    if agent.who or row.scene.laid.lang.code != "id":
        return agent
    j = n + 1
    if j < len(row.parts) and row.parts[j].sort == "phrase" and row.parts[j].who and not row.parts[j].place:
        found = Sides()
        found.add(row.parts[j])
        return found
    return agent


def _inside(row: Row, n: int) -> Sides:
    """Who stands inside a form of several words ("ditangkap | polisi", "penangkapan | aktivis")."""
    found, part, scene = Sides(), row.parts[n], row.scene
    kind = scene.kind_at(part.last) if part.last > part.first and scene.laid.lang.code == "id" else None
    if kind is not None and kind.last == part.last:
        found.add(Part("phrase", part.last, part.last, who=(scene.unnamed(part.last, part.last),), sector=kind.sector))
    return found


def _of_noun(row: Row, n: int, trigger: Trigger) -> tuple[Sides, Sides]:
    """The sides of a noun: a name or demonym beside it did it, or who stands behind "by"; prepositions lead to the recipient."""
    frame, code = trigger.form.frame, row.scene.laid.lang.code
    actors = behind(row, n, frame.actor_of) if frame.actor_of else Sides()
    recipients = behind(row, n, set(frame.recipient_of) - {"object"}) if frame.recipient_of else Sides()
    if not recipients.who and frame.category not in ("MOBILIZE", "RETREAT", "AID"):
        recipients = _inside(row, n)
    beside = _beside(row, n)
    if beside is not None and code == "id" and "object" in frame.recipient_of and not recipients.who:
        recipients.add(beside)
        beside = None
    if beside is not None and not actors.who:
        actors.add(beside)
    before = row.parts[n - 1] if n else None
    if not actors.who and before is not None and before.sort == "phrase" and not before.modifies and before.who and is_predicate(row, n):
        actors.add(before)
    light, role = _light(row, n)
    if light >= 0:
        subject = subject_of(row, light)
        if role & {"actor", "both"} and not actors.who and not ("both" in role and frame.both and len(subject.who) < 1):
            actors = subject
        elif role == {"recipient"} and not recipients.who:
            recipients = subject
        elif "both" in role and frame.both:
            recipients = recipients if recipients.who else actors
            actors = subject
    if frame.both and not recipients.who:
        others = behind(row, n, row.scene.words["sides_of_talks"])
        if others.who and not actors.who:
            actors = others
        elif others.who:
            recipients = others
    recipients.who = [one for one in recipients.who if one not in actors.who]
    return actors, recipients


def is_predicate(row: Row, n: int) -> bool:
    """Whether an Indonesian noun of an event may stand as a verb does ("buruh mogok kerja"), as one derived with pe- or -an may not."""
    word = row.scene.laid.tokens.lower[row.parts[n].first]
    return row.scene.laid.lang.code == "id" and not word.startswith("pe") and not word.endswith(("an", "si", "isme"))


def _beside(row: Row, n: int) -> Part | None:
    """Before an English noun ("Israeli air strikes", "Israel's latest raid"), behind an Indonesian one ("serangan Israel")."""
    k = n + 1 if row.scene.laid.lang.code == "id" else n - 1
    if 0 <= k < len(row.parts) and row.parts[k].sort == "phrase" and row.parts[k].modifies and row.parts[k].who:
        return row.parts[k] if not (row.parts[k].place and row.scene.laid.lang.code == "id") else None
    return None


def light_verb(row: Row, n: int) -> int:
    """The part of the light verb that carries the noun at part `n`, -1 for none or a verb."""
    return _light(row, n)[0] if row.parts[n].sort == "noun" else -1


def _light(row: Row, n: int) -> tuple[int, frozenset[str]]:
    """The light verb whose object a noun is, with what its subject is to the event; -1 for none."""
    parts, tokens = row.parts, row.scene.laid.tokens
    known = light_verbs(row.scene.laid.lang.code)
    j = n - 1
    while j >= 0 and (parts[j].sort in ("skip", "preposition") or (parts[j].sort == "phrase" and not lead_of(row, j))):
        if parts[j].sort == "preposition" and tokens.lower[parts[j].first] not in row.scene.words["carries"]:
            return -1, frozenset()
        j -= 1
    if j < 0 or parts[j].sort != "verb":
        return -1, frozenset()
    first = parts[j].first
    for size in (4, 3, 2, 1):
        for begin in range(max(0, first - 2), first + 1):
            light = known.get(tuple(tokens.lower[begin : begin + size]))
            if light is not None and begin + size > first:
                return j, light.roles
    return -1, frozenset()
