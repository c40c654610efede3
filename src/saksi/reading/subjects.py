"""Subjects: the noun phrase before a verb of speech, over adverbs, appositions and adjuncts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from saksi.reading.clause_parts import bracket_before, clause_parts
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party, Stretch, describe
from saksi.reading.phrases import (
    PARTY_MARKS,
    antecedent,
    bare_age,
    beside_name,
    has_finite,
    has_inner_subject,
    is_adjunct,
    is_opening_adverbial,
    joint,
    noun_phrase,
    office_joined,
)
from saksi.reading.verbs import finite_at, manner_adverb, past_like
from saksi.reading.wordsorts import sort_of


@dataclass(slots=True)
class Subject:
    """The parties, where their phrase begins, and what stood between them and the verb.

    `shared` where the verb is coordinated with an earlier one and takes its subject ("… dan menambahkan").
    `negation` is the first token of a negation before the verb, -1 without one. `passed` marks adjuncts as stretches.
    `infinitive` where the verb only says what for ("untuk membenarkan"), `deferred` where the subject comes only with
    the next verb ("Kendati mengakui tidak mendengar, Mukijo menyebut"). `contact` where an English pronoun opens a relative
    clause without that ("the wall he wants to build").
    """

    parties: list[Party] = field(default_factory=list)
    first: int = -1
    shared: bool = False
    negation: int = -1
    auxiliary: int = -1
    passed: list[Stretch] = field(default_factory=list)
    relative: bool = False
    infinitive: bool = False
    deferred: bool = False
    contact: bool = False


def subject_before(laid: LaidOut, verb: int, left: int) -> Subject:
    """The subject of the verb that begins at token `verb`, no further left than token `left`."""
    subject = Subject()
    j = _skip_adverbs(laid, verb - 1, left, subject)
    if j < left or _elsewhere(laid, j, left, subject):
        return subject
    if laid.tokens.lower[j] in laid.lang.singles["relative"]:
        subject.relative = True
        j -= 1
        while j >= left and laid.tokens.words[j] in (",", "\n"):
            j -= 1
        if laid.lang.code == "en" and j >= left and laid.tokens.lower[j] in laid.lang.singles["coordinators"]:
            subject.shared = True
            return subject
    parts = clause_parts(laid, j, left, verb)
    if not parts:
        return subject
    if subject.relative and laid.lang.code == "id":
        parts[0] = antecedent(laid, parts[0])
    hangs = subject.relative and laid.lang.code == "en" and parts[0][0] < parts[0][1]
    if not (hangs and has_finite(laid, parts[0])):
        _choose(laid, parts, subject)
        hangs = hangs and not subject.parties
    if hangs:
        subject.first, subject.parties = _last_noun(laid, parts[0])
    return subject


def _elsewhere(laid: LaidOut, j: int, left: int, subject: Subject) -> bool:
    """Whether token `j` before a verb says that its subject stands elsewhere: with an earlier verb, with the next, or nowhere."""
    word, sets = laid.tokens.lower[j], laid.lang.singles
    joined = word in sets["coordinators"] or word in sets["saying_along"] or word in sets["but"]
    subject.shared = joined or (word == "," and _after_coordination(laid, j, left))
    subject.deferred = not subject.shared and word in sets["while"]
    subject.infinitive = not (subject.shared or subject.deferred) and (
        word in sets["prepositions"] or word in sets["cited_like"] - sets["relative"]
    )
    return subject.shared or subject.deferred or subject.infinitive


def _last_noun(laid: LaidOut, part: Stretch) -> tuple[int, list[Party]]:
    """The noun phrase at the end of a clause, on which a relative hangs ("It was denied in a memo, which said …")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    first = part[1]
    while first > part[0]:
        before = lower[first - 1]
        if before in sets["prepositions"] and before != "of" and not past_like(laid, first - 2):
            break
        if finite_at(laid, first - 1) or (past_like(laid, first - 1) and lower[first] not in sets["prepositions"]):
            break
        first -= 1
    phrase = noun_phrase(laid, (first, part[1])) if first <= part[1] else None
    return (phrase[0], joint(laid, phrase)) if phrase is not None else (-1, [])


def _after_coordination(laid: LaidOut, comma: int, left: int) -> bool:
    """ ", lalu menegaskan": the coordinator itself was passed as an adverb."""
    return comma + 1 < len(laid.tokens) and laid.tokens.lower[comma + 1] in laid.lang.singles["coordinators"]


def _skip_adverbs(laid: LaidOut, j: int, left: int, subject: Subject) -> int:
    """Leftward over adverbs, auxiliaries, negations, a bracket and a phrase of time."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    sets = lang.singles
    while j >= left:
        word = lower[j]
        if word in sets["negators"]:
            subject.negation = j
            j -= 1
        elif word == "," and (inserted := _inserted_before(laid, j, left)):
            j = inserted - 1
        elif word in sets["adverbs"] and not (word in sets["coordinators"] and j > left and words[j - 1] != ","):
            if subject.negation == j + 1 or word in sets["auxiliaries"]:
                subject.auxiliary = j
            j -= 1
        elif (word == "since" and j > left and lower[j - 1] in sets["have"]) or (manner_adverb(laid, j) and laid.tokens.words[j].islower()):
            j -= 1
        elif (size := lang.classes["adverbs"].length_before(lower, j)) > 1:
            j -= size
        elif words[j] == "\n":
            j -= 1
        elif words[j] == ")" and (opening := bracket_before(laid, j, left)) >= 0 and _says_nothing(words[opening + 1]):
            j = opening - 1
        elif time := _time_before(laid, j, left):
            subject.passed.append((time, j))
            j = time - 1
        else:
            break
    return j


def _inserted_before(laid: LaidOut, comma: int, left: int) -> int:
    """The comma that opens a lead-in put between subject and verb (", however,", ", in fact,"), 0 where none ends at `comma`."""
    size = laid.lang.classes["discourse"].length_before(laid.tokens.lower, comma - 1)
    opening = comma - 1 - size
    return opening if size and opening > left and laid.tokens.words[opening] == "," else 0


def _says_nothing(word: str) -> bool:
    """Whether a bracket behind a speaker holds a date, an age or a party."""
    return word[0].isdigit() or word.startswith(PARTY_MARKS)


def _time_before(laid: LaidOut, j: int, left: int) -> int:
    """First token of a phrase of time that ends at `j` ("pada Jumat (24/3)", "on Tuesday"), 0 without one."""
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    if lower[j] in sets["coordinators"] and (j == left or lower[j - 1] not in sets["time_words"]):
        return 0
    i = j
    seen = False
    while i >= left and (lower[i] in sets["time_words"] or (seen and words[i][0].isdigit()) or (words[i] in "()/" and seen)):
        seen = True
        i -= 1
    if not seen:
        return 0
    if i >= left and lower[i] in sets["prepositions"] and lower[i] in sets["adverbial_openers"]:
        return i
    return (
        i + 1 if i + 1 > left and not (laid.lang.code == "id" and i >= left and words[i][0].islower() and words[i + 1][0].islower()) else 0
    )


def _choose(laid: LaidOut, parts: list[Stretch], subject: Subject) -> None:
    """Which of the parts name the subject: the nearest noun phrase with its appositions, adjuncts left out."""
    while len(parts) > 1 and parts[0][0] <= parts[0][1] and beside_name(laid, parts[0]):
        parts = parts[1:]
    parts = office_joined(laid, parts)
    first, last = parts[0]
    if first < last and laid.tokens.lower[first] == "whose":
        parts = [(first + 1, last)]
    group: list[Stretch] = []
    if parts[0][0] <= parts[0][1]:
        if is_adjunct(laid, parts[0]) and len(parts) > 1 and not has_inner_subject(laid, parts[0]):
            subject.passed.append(parts[0])
        else:
            core = _phrase_of(laid, parts[0], subject)
            if core is None:
                return
            if _lists(laid, parts, core):
                _joint_list(laid, parts, core, subject)
                return
            group = [core]
            if not _joins_role(laid, parts, core):
                _finish(laid, group, subject)
                return
    _finish(laid, _apposed(laid, parts[1:], group, subject), subject)


def _apposed(laid: LaidOut, parts: list[Stretch], group: list[Stretch], subject: Subject) -> list[Stretch]:
    """The phrases of the subject with those before its commas; behind an adjunct it begins anew."""
    adjunct_since = False
    for at, part in enumerate(parts, 1):
        furthest = at == len(parts)
        if part[0] > part[1] or beside_name(laid, part):
            continue
        if is_opening_adverbial(laid, part) and furthest:
            break
        if _passes(laid, part, group, furthest=furthest):
            subject.passed.append(part)
        elif is_adjunct(laid, part):
            subject.passed.append(part)
            adjunct_since = adjunct_since or not bare_age(laid, part)
        else:
            core = None if has_finite(laid, part) else _phrase_of(laid, part, subject)
            if core is None:
                break
            group = [core] if adjunct_since else [core, *group]
            adjunct_since = False
    return group


def _passes(laid: LaidOut, part: Stretch, group: list[Stretch], *, furthest: bool) -> bool:
    """Whether a part that is not the furthest is passed over: it goes on about the phrase before it, leads in, or adds a clause."""
    if furthest:
        return False
    if (laid.lang.code == "en" and _goes_on_about(laid, part)) or is_opening_adverbial(laid, part):
        return True
    added = laid.tokens.lower[part[0]] in laid.lang.singles["coordinators"]
    return added and not group and not is_adjunct(laid, part) and has_finite(laid, part)


def _goes_on_about(laid: LaidOut, part: Stretch) -> bool:
    """Whether a part goes on with a participle of the phrase before it ("a letter sent by X, and seen by Y, accuses")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    behind = part[0] + 1
    return (
        behind <= part[1]
        and lower[part[0]] in sets["coordinators"]
        and (past_like(laid, behind) or lower[behind] in sets["irregular_participles"])
    )


def _lists(laid: LaidOut, parts: list[Stretch], core: Stretch) -> bool:
    """Whether the nearest part closes a list: it opens with "dan", or holds it and a bare name stands before the comma."""
    if len(parts) < 2:
        return False
    if laid.tokens.lower[parts[0][0]] in laid.lang.singles["coordinators"]:
        return True
    first, last = parts[1]
    if first > last or not any(laid.tokens.lower[i] in laid.lang.singles["coordinators"] for i in range(core[0], core[1])):
        return False
    return all(sort_of(laid, i) in "CH." for i in range(first, last + 1)) and len(joint(laid, core)) > 1


def _phrase_of(laid: LaidOut, part: Stretch, subject: Subject) -> Stretch | None:
    """The noun phrase of a part; what stands behind it is marked as passed. In "the wall he wants" the pronoun is the subject."""
    pronouns = laid.lang.pronouns
    if laid.lang.code == "en" and part[0] < part[1] and any(laid.tokens.lower[part[1]] in pronouns[name] for name in NOMINATIVE):
        subject.contact = _noun_before_pronoun(laid, part)
        if subject.contact:
            return (part[1], part[1])
    phrase = noun_phrase(laid, part)
    if phrase is not None and phrase[1] < part[1]:
        subject.passed.append((phrase[1] + 1, part[1]))
    return phrase


NOMINATIVE: Final = ("singular", "plural", "side", "first")


def _noun_before_pronoun(laid: LaidOut, part: Stretch) -> bool:
    """Whether the pronoun at the end of a part opens a relative clause without that ("the wall he"), not a main clause ("In May he")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = part[1] - 1
    if is_adjunct(laid, part) or is_opening_adverbial(laid, (part[0], before)) or lower[part[0]] in sets["coordinators"]:
        return False
    if not laid.tokens.word(before) or lower[before] in laid.lang.closed or lower[before] in laid.lang.cues:
        return False
    return not (past_like(laid, before) or finite_at(laid, before) or lower[before].endswith("ing"))


def _finish(laid: LaidOut, group: list[Stretch], subject: Subject) -> None:
    if not group:
        return
    subject.first = group[0][0]
    if len(group) == 1:
        subject.parties = joint(laid, group[0])
        return
    party = describe(laid, group)
    subject.parties = [party] if party is not None else []


def _joins_role(laid: LaidOut, parts: list[Stretch], core: Stretch) -> bool:
    """ "Juru bicara Kremlin, Dmitry Peskov mengatakan": a bare name whose role stands before the comma."""
    if len(parts) > 2 and parts[1][0] <= parts[1][1] and all(sort_of(laid, i) == "P" for i in range(parts[1][0], parts[1][1] + 1)):
        parts = parts[1:]
    if len(parts) < 2 or parts[1][0] > parts[1][1] or any(sort_of(laid, i) not in "CA." for i in range(core[0], core[1] + 1)):
        return False
    first, last = parts[1]
    if is_adjunct(laid, parts[1]) or has_finite(laid, parts[1]) or laid.tokens.lower[first] in laid.lang.singles["time_words"]:
        return False
    return any(sort_of(laid, i) in "RK" for i in range(first, min(first + 3, last + 1)))


def _joint_list(laid: LaidOut, parts: list[Stretch], core: Stretch, subject: Subject) -> None:
    """ "Andi, Budi, dan Cici mengatakan"."""
    group = [core]
    found = joint(laid, core)
    for part in parts[1:]:
        if part[0] > part[1] or is_adjunct(laid, part) or has_finite(laid, part):
            break
        group.insert(0, part)
    subject.first = group[0][0]
    subject.parties = [*(party for part in group[:-1] if (party := describe(laid, [part])) is not None), *found]
