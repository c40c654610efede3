"""Sides: who stands as actor and who as recipient beside a trigger, by the slots of its frame."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from saksi.reading.events.parts import Part, Row
from saksi.reading.events.triggers import Trigger
from saksi.words.frame_cues import light_verbs

DEPTH = 6
"""Verbs over which one subject is handed on ("X came, saw and won")."""

BELONGS = frozenset(["of", "from", "dari"])
"""Prepositions behind which the one stands whom a noun without a name belongs to ("leaders of Hamas")."""

PLACED = frozenset(["in", "at", "near", "on", "di", "pada", "outside", "inside"])


@dataclass(slots=True)
class Sides:
    """Entity ids, and the parts that stand for pronouns; `event` is the noun of an event that is the subject.

    `shared` is the verb whose subject this is too ("bombed the town, killing ten").
    """

    who: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    event: Part | None = None
    shared: Part | None = None
    known: bool = False

    def add(self, part: Part) -> None:
        self.known = True
        self.parts.append(part)
        self.who += [one for one in part.who if one not in self.who]


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


def subject_of(row: Row, n: int, depth: int = 0) -> Sides:
    """Who does what the verb at part `n` tells, by what stands before it."""
    parts = row.parts
    j = n - 1
    joined = marked = False
    while j >= 0 and parts[j].sort in ("skip", "comma", "and", "preposition"):
        sort = parts[j].sort
        if sort == "and":
            joined = True
        elif sort == "comma":
            marked = True
        elif sort == "preposition" and not marked:
            break
        j -= 1
    if j < 0 or depth > DEPTH:
        return Sides()
    if parts[j].sort == "preposition":
        return _led(row, j, n, depth)
    if joined or (marked and _gerund(row, n)):
        shared = _verb_before(row, j)
        if shared >= 0:
            found = subject_of(row, shared, depth + 1)
            found.shared = parts[shared] if not joined else None
            return found
    if parts[j].sort == "relative":
        return _antecedent(row, j - 1)
    if marked and not joined:
        j = _over_apposition(row, j)
    found = _nearest(row, j, depth)
    gerund = row.scene.laid.lang.code == "en" and _gerund(row, n)
    if gerund and not found.who and found.event is None and not any(part.pronoun for part in found.parts):
        shared = _verb_before(row, j)
        if shared >= 0 and shared != n:
            return subject_of(row, shared, depth + 1)
    return found


def _gerund(row: Row, n: int) -> bool:
    trigger = row.parts[n].trigger
    word = row.scene.laid.tokens.lower[row.parts[n].first]
    return word.endswith("ing") if trigger is None else trigger.form.voice == "gerund" or (row.scene.laid.lang.code == "id")


def _nearest(row: Row, j: int, depth: int) -> Sides:
    """The free phrase that stands nearest before, with those joined to it."""
    parts = row.parts
    bound: Part | None = None
    while j >= 0:
        part = parts[j]
        if part.sort == "noun":
            if not _led_by(row, j):
                return Sides(event=part, known=True)
        elif part.sort == "phrase" and part.modifies:
            pass
        elif part.sort == "phrase":
            chain = _chain_left(row, j)
            lead = _lead(row, chain[-1])
            if lead is None:
                verb = _object_of(row, chain[-1])
                if verb >= 0 and _in_relative(row, verb):
                    return _antecedent(row, _relative_before(row, verb) - 1)
                return _taken(row, chain, bound)
            if lead in BELONGS and bound is None:
                bound = part
            elif lead not in BELONGS:
                bound = None
            j = chain[-1] - 1
        elif part.sort == "verb":
            relative = _relative_before(row, j)
            if relative > 0:
                return _antecedent(row, relative - 1)
            return subject_of(row, j, depth + 1)
        elif part.sort in ("opener", "end"):
            break
        elif part.sort == "relative":
            return _antecedent(row, j - 1)
        j -= 1
    return Sides()


def _taken(row: Row, chain: list[int], bound: Part | None) -> Sides:
    found = Sides(known=True)
    for k in reversed(chain):
        found.add(row.parts[k])
    if not found.who and not any(part.pronoun for part in found.parts) and bound is not None:
        found.add(bound)
    return found


def _chain_left(row: Row, j: int) -> list[int]:
    """Phrases joined by "and" or commas that end at part `j`, the last first."""
    parts, chain = row.parts, [j]
    ands = 0
    while True:
        k = chain[-1] - 1
        comma = False
        while k >= 0 and parts[k].sort in ("and", "comma"):
            ands += parts[k].sort == "and"
            comma = True
            k -= 1
        if not comma or k < 0 or parts[k].sort != "phrase" or parts[k].modifies or not (parts[k].who and ands):
            return chain
        chain.append(k)


def _lead(row: Row, k: int) -> str | None:
    """The preposition before a phrase, None for none; adverbs between count for nothing."""
    k -= 1
    while k >= 0 and row.parts[k].sort == "skip":
        k -= 1
    if k >= 0 and row.parts[k].sort == "preposition":
        return row.scene.laid.tokens.lower[row.parts[k].first]
    return None


def _led_by(row: Row, k: int) -> bool:
    """Whether a noun of an event stands behind a preposition, over what describes it."""
    while k > 0 and row.parts[k - 1].sort in ("phrase", "skip") and (row.parts[k - 1].modifies or row.parts[k - 1].sort == "skip"):
        k -= 1
    return k > 0 and row.parts[k - 1].sort == "preposition"


def _object_of(row: Row, k: int) -> int:
    """The verb right before a phrase, -1 for none."""
    k -= 1
    while k >= 0 and row.parts[k].sort == "skip":
        k -= 1
    return k if k >= 0 and row.parts[k].sort == "verb" else -1


def _relative_before(row: Row, verb: int) -> int:
    k = verb - 1
    while k >= 0 and row.parts[k].sort == "skip":
        k -= 1
    return k if k >= 0 and row.parts[k].sort == "relative" else -1


def _in_relative(row: Row, verb: int) -> bool:
    return _relative_before(row, verb) > 0


def _verb_before(row: Row, j: int) -> int:
    """The nearest verb of the clause at or before a part that is not inside a relative clause; -1 for none."""
    while j >= 0:
        if row.parts[j].sort == "verb" and not _in_relative(row, j) and not _said_behind(row, j):
            return j
        if row.parts[j].sort in ("end", "opener"):
            return -1
        j -= 1
    return -1


def _said_behind(row: Row, j: int) -> bool:
    """A verb of speech whose speaker stands behind what is said (", said the general, and killed")."""
    return row.parts[j].first in row.scene.cues and j > 0 and row.parts[j - 1].sort in ("comma", "end")


def _led(row: Row, preposition: int, n: int, depth: int) -> Sides:
    """Behind "to" the one who is asked or the subject; behind "of" the one who is accused; behind "by" the subject."""
    parts = row.parts
    verb = _verb_before(row, preposition - 1)
    before = preposition - 1
    if before >= 0 and parts[before].sort == "phrase" and _lead(row, before) is None and verb >= 0 and verb == _object_of(row, before):
        trigger = parts[verb].trigger
        governed = trigger is not None and trigger.form.frame.embeds is not None and not trigger.passive
        lower = row.scene.laid.tokens.lower[parts[preposition].first]
        if governed and lower in ("to", "of", "for", "from", "with", "untuk", "atas"):
            return _taken(row, [before], None)
    if verb >= 0:
        return subject_of(row, verb, depth + 1)
    return _nearest(row, preposition - 1, depth)


def _antecedent(row: Row, j: int) -> Sides:
    """Whom a relative pronoun means: the phrase before it, over where that is."""
    parts = row.parts
    while j >= 0 and parts[j].sort in ("comma", "skip"):
        j -= 1
    while j >= 0 and parts[j].sort in ("phrase", "noun"):
        lead = _lead(row, j)
        if parts[j].sort == "noun" and (lead is None or not parts[j].modifies):
            return Sides(event=parts[j], known=True)
        if lead is None or (lead not in PLACED and parts[j].who and lead in BELONGS):
            chain = _chain_left(row, j)
            return _taken(row, chain if lead is None and len(chain) > 1 else [j], None)
        if parts[j].who and not parts[j].place:
            return _taken(row, [j], None)
        j -= 2
        while j >= 0 and parts[j].sort == "skip":
            j -= 1
    return Sides()


def _over_apposition(row: Row, j: int) -> int:
    """From the comma behind an apposition to the phrase before it: "Harbour Trust, the second-largest bank, denied"."""
    parts = row.parts
    k = j
    while k >= 0 and parts[k].sort not in ("comma", "end", "opener"):
        if parts[k].sort == "verb" and _relative_before(row, k) < 0 and not _participial(row, k) and not _described(row, k):
            return j
        k -= 1
    if k > 0 and parts[k].sort == "comma":
        before = k - 1
        while before >= 0 and parts[before].sort == "skip":
            before -= 1
        if before >= 0 and parts[before].sort in ("phrase", "noun") and not _opens(row, before):
            return before
    return j


def _participial(row: Row, k: int) -> bool:
    """A verb right behind a comma, that only describes ("X, based in Y, attacked")."""
    return k > 0 and row.parts[k - 1].sort in ("comma", "skip")


def _described(row: Row, k: int) -> bool:
    """A participle in an apposition with an article ("X, a body linked to Y, investigated")."""
    before = k - 1
    if before < 1 or row.parts[before].sort != "phrase" or row.parts[before - 1].sort != "comma":
        return False
    return row.scene.laid.tokens.lower[row.parts[before].first] in row.scene.laid.lang.singles["articles"]


def _opens(row: Row, before: int) -> bool:
    """Whether a phrase only opens the sentence, behind a preposition ("In Tripoli, rebels, ...")."""
    return before <= 1 and _lead(row, before) is not None


def behind(row: Row, n: int, slots: Collection[str]) -> Sides:
    """Who stands in one of the slots behind a trigger: as its object, or behind one of the prepositions."""
    parts, lower = row.parts, row.scene.laid.tokens.lower
    found, current, j = Sides(), "object", n + 1
    while j < len(parts):
        part = parts[j]
        if part.sort == "preposition":
            if found.who or (lower[part.first] == "to" and j + 1 < len(parts) and parts[j + 1].sort == "verb"):
                break
            current = lower[part.first]
        elif part.sort == "phrase":
            if current in slots and not part.modifies:
                j = _take_chain(row, j, found, mutual=current in ("between", "antara"))
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
        elif part.sort not in ("skip", "noun"):
            break
        j += 1
    return found


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
    if j + 2 < len(parts) and parts[j + 1].sort == "preposition" and row.scene.laid.tokens.lower[parts[j + 1].first] in BELONGS:
        if parts[j + 2].sort == "phrase" and parts[j + 2].who:
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
        others = behind(row, n, ("with", "between", "dengan", "antara", "among"))
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
    while j >= 0 and (parts[j].sort in ("skip", "preposition") or (parts[j].sort == "phrase" and not _lead(row, j))):
        if parts[j].sort == "preposition" and tokens.lower[parts[j].first] not in ("of", "in", "dalam", "for", "on"):
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
