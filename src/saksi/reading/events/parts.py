"""Parts: a sentence as a row of phrases, verbs, nouns of events and closed words, along which subjects and objects are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from saksi.reading.events.scene import BETWEEN, STATE_SECTORS, Kind, Scene
from saksi.reading.events.triggers import Trigger, is_verb
from saksi.reading.language import language
from saksi.reading.marks import GENITIVES
from saksi.reading.verbs import finite_at, manner_adverb
from saksi.records import Mention
from saksi.records.event import EventStatus
from saksi.words.frame_cues import event_words, status_cues
from saksi.words.packs import load

Sort = Literal["phrase", "noun", "verb", "skip", "preposition", "and", "comma", "relative", "opener", "end"]
"""What a part is: `opener` begins a clause ("that", "after", "if"), `skip` changes nothing about who does what (adverbs, times)."""


@dataclass(slots=True, eq=False)
class Part:
    """Tokens `first` to `last`; of a phrase whom it means (`who`), of a verb or noun that is one its `trigger`.

    `modifies`: a phrase that belongs to the noun of an event beside it ("Israeli | air strikes", "serangan | Israel").
    `pronoun`: a phrase that is a bare pronoun, in lower case.
    """

    sort: Sort
    first: int
    last: int
    who: tuple[str, ...] = ()
    trigger: Trigger | None = None
    modifies: bool = False
    pronoun: str = ""
    sector: str = ""
    place: bool = False
    definite: bool = False


@dataclass(slots=True)
class Row:
    """The parts of one sentence, in order, and where each trigger stands among them; `told` keeps what status.py found."""

    scene: Scene
    parts: list[Part] = field(default_factory=list)
    told: dict[tuple[int, int], EventStatus] = field(default_factory=dict)

    def at(self, trigger: Trigger) -> int:
        """The place of a trigger's part."""
        return next(n for n, part in enumerate(self.parts) if part.trigger is trigger)


def row_of(scene: Scene, first: int, last: int, triggers: Sequence[Trigger]) -> Row:
    """The parts of the tokens from `first` to `last`."""
    row = Row(scene)
    begins = {trigger.first: trigger for trigger in triggers}
    closed, words, inside = _closed_words(scene.laid.lang.code), scene.laid.tokens.words, scene.inside
    i, open_from = first, -1
    while i <= last:
        if i in inside and i not in begins:
            open_from = i if open_from < 0 else open_from
            i += 1
            continue
        trigger = begins.get(i)
        closing = _bracket(scene, i, last) if words[i] == "(" else i
        if closing > i and not any(i < k < closing for k in begins):
            if open_from >= 0 and closing < last and closing + 1 not in begins and _sort(scene, closing + 1, closed) == "phrase":
                i = closing + 1
                continue
            if open_from >= 0:
                row.parts.append(_phrase(scene, open_from, i - 1, None))
                open_from = -1
            row.parts.append(Part("skip", i, closing))
            i = closing + 1
            continue
        sort = ("noun" if trigger.noun else "verb") if trigger else _sort(scene, i, closed)
        if sort == "phrase":
            open_from = i if open_from < 0 else open_from
            i += 1
            continue
        if open_from >= 0:
            row.parts.append(_phrase(scene, open_from, i - 1, trigger))
            open_from = -1
        end = trigger.last if trigger else i
        row.parts.append(Part(sort, i, end, trigger=trigger))
        i = end + 1
    if open_from >= 0:
        row.parts.append(_phrase(scene, open_from, last, None))
    _bind(scene, row.parts)
    return row


LONGEST_BRACKET: Final = 14
"""Tokens of a bracket that is passed over."""


def _bracket(scene: Scene, i: int, last: int) -> int:
    """Where the bracket that opens at a token closes, the token itself where none does."""
    words = scene.laid.tokens.words
    return next((k for k in range(i + 1, min(i + LONGEST_BRACKET, last) + 1) if words[k] == ")"), i)


def _sort(scene: Scene, i: int, closed: Mapping[str, Sort | Literal["open"]]) -> Sort:
    """What a token that is no trigger is to the row."""
    if i in scene.inside:
        return "phrase"
    if i in scene.timed:
        return "skip"
    laid = scene.laid
    word = laid.tokens.lower[i]
    sort = closed.get(word)
    if sort == "open":
        return _apart(scene, i)
    if sort is not None:
        return sort
    if not laid.tokens.word(i):
        return "phrase" if word in GENITIVES else "end"
    if is_verb(scene, i):
        return "verb"
    return "skip" if manner_adverb(laid, i) else "phrase"


def _apart(scene: Scene, i: int) -> Sort:
    """Words and marks that their neighbours tell apart: "that", "as many as", the stop of an abbreviation, a hyphen."""
    laid = scene.laid
    word, lower = laid.tokens.lower[i], laid.tokens.lower
    if word == "that":
        return "relative" if i and _noun_before(scene, i) else "opener"
    if word == ".":
        return "skip" if i + 1 < len(lower) and laid.tokens.word(i + 1) else "end"
    if word in GENITIVES:
        return "skip" if finite_at(laid, i) else "phrase"
    if word == "-":
        return "end" if laid.dash(i) else "phrase"
    return "skip" if _counts(scene, i) else _classes(laid.lang.code).get(word, "phrase")


@cache
def _closed_words(code: str) -> dict[str, Sort | Literal["open"]]:
    """The classes of closed words, with "open" for those that their neighbours tell apart."""
    words = event_words(code)
    return {**_classes(code), **dict.fromkeys(_TOLD_APART | words["about"] | words["amounts"], "open")}


@cache
def _classes(code: str) -> dict[str, Sort]:
    """What each word of the closed classes is to a row of parts; of a word in several classes the one that parts clauses."""
    lang, words_of = language(code), event_words(code)
    sets, pronouns = lang.singles, lang.pronouns.values()
    found: dict[str, Sort] = {}
    groups: list[tuple[Sort, frozenset[str]]] = [
        ("skip", _cue_words(code)),
        ("skip", sets["finite"] | sets["negators"] | sets["adverbs"] | sets["degrees"] | words_of["adverbs"]),
        ("phrase", frozenset().union(*pronouns)),
        ("preposition", sets["prepositions"] | words_of["prepositions"]),
        ("and", sets["coordinators"] | words_of["joins"]),
        ("relative", sets["relative"] - {"that"}),
        ("opener", sets["complementizers"] | sets["but"] | sets["because"] | sets["while"] | words_of["openers"]),
        ("comma", frozenset([","])),
        ("phrase", frozenset(["%", "$"])),
    ]
    for sort, words in groups:
        found.update(dict.fromkeys(words, sort))
    return found


def _counts(scene: Scene, i: int) -> bool:
    """ "as many as", "at least", "up to 30": words that only say how many."""
    lower, amounts = scene.laid.tokens.lower, scene.words["amounts"]
    before, after = lower[i - 1] if i else "", lower[i + 1] if i + 1 < len(lower) else ""
    if lower[i] in scene.words["about"]:
        return after[:1].isdigit() or after in amounts
    if lower[i] in amounts:
        return before in ("as", "at")
    if lower[i] == "to":
        return before == "up" and after[:1].isdigit()
    return after in amounts or (before in amounts and lower[i] == "as") or (lower[i] == "up" and after == "to")


_TOLD_APART: Final = frozenset(["that", ".", "-", "as", "at", "up", "to", *GENITIVES])
"""Words and marks that may be one part or another."""


@cache
def _cue_words(code: str) -> frozenset[str]:
    """Single words that tell a status and are no verbs ("tampaknya"); English ones are in the lists of the language."""
    cues = status_cues(code).values() if code == "id" else ()
    words = (cue.words[0] for those in cues for cue in those if len(cue.words) == 1 and cue.scope != "noun")
    return frozenset(word for word in words if not word.startswith(language(code).affixes["verb_prefixes"]))


def _noun_before(scene: Scene, i: int) -> bool:
    """Whether "that" stands behind a noun, no verb: "rebels that attacked"; not "said that"."""
    return not is_verb(scene, i - 1) and scene.laid.tokens.word(i - 1) and i - 1 not in scene.cues and i - 1 not in scene.timed


def _phrase(scene: Scene, first: int, last: int, behind: Trigger | None) -> Part:
    """Whom a noun phrase means: a person named in it, else who stands at its head, else a word for a kind of actor."""
    names = _names(scene, first, last)
    lower = scene.laid.tokens.lower
    part = Part("phrase", first, last)
    part.modifies = behind is not None and behind.noun and scene.laid.lang.code == "en"
    part.definite = lower[first] in scene.laid.lang.singles["definite"] or lower[last] in scene.laid.lang.singles["definite"]
    if first == last and not names and any(lower[first] in those for those in scene.laid.lang.pronouns.values()):
        part.pronoun = lower[first]
        return part
    kind = _kind(scene, first, last)
    part.sector = kind.sector if kind else ""
    head = _head(scene, names)
    if head is not None and (kind is None or not _outranks(scene, head, kind)):
        part.who = (scene.meant(head),)
        place = head.kind == "place" and head.stands_for is None and kind is None
        part.place = place and scene.kinds.get(head.entity or "") != "state"
    elif kind is not None and not _counts_others(scene, kind, last):
        part.who = (_group(scene, first, last, kind),)
    elif (emphatic := _emphatic(scene, last)) is not None:
        part.who = (emphatic,)
    return part


def _counts_others(scene: Scene, kind: Kind, last: int) -> bool:
    """ "thousands | of students": a number that only says how many of those behind "of"."""
    lower = scene.laid.tokens.lower
    return lower[kind.last] in scene.laid.lang.singles["many"] and last + 1 < len(lower) and lower[last + 1] == "of"


def _emphatic(scene: Scene, i: int) -> str | None:
    """A name with an emphatic -lah ("Azerbaijanlah yang menyerang")."""
    word = scene.laid.tokens.words[i]
    return scene.called.get(word[:-3].lower()) if scene.laid.lang.code == "id" and word.endswith("lah") and word[0].isupper() else None


def _names(scene: Scene, first: int, last: int) -> list[Mention]:
    found: list[Mention] = []
    for i in range(first, last + 1):
        mention = scene.inside.get(i)
        if mention is not None and (not found or found[-1] is not mention):
            found.append(mention)
    return found


def _head(scene: Scene, names: Sequence[Mention]) -> Mention | None:
    """Of several names the person; else the last in English ("Iran's Revolutionary Guard"), the first in Indonesian."""
    people = [name for name in names if scene.kinds.get(name.entity or "") == "person"]
    if people:
        return people[-1]
    sure = [name for name in names if name.kind != "place"] or list(names)
    if not sure:
        return None
    return sure[-1] if scene.laid.lang.code == "en" else sure[0]


def _kind(scene: Scene, first: int, last: int) -> Kind | None:
    """The word for a kind of actor at the head: the last in English, the first in Indonesian; none inside a name."""
    found = None
    i, lower, openers = first, scene.laid.tokens.lower, scene.openers
    while i <= last:
        if lower[i] not in openers and not lower[i].startswith(BETWEEN):
            i += 1
            continue
        kind = scene.kind_at(i) if i not in scene.inside else None
        if kind is not None and i < last and scene.laid.tokens.lower[i] in scene.laid.lang.singles["many"]:
            kind = None
        if kind is not None and kind.last <= last and not _owner(scene, kind.last):
            found = kind
            if scene.laid.lang.code == "id":
                return found
            i = kind.last
        i += 1
    return found


def _owner(scene: Scene, i: int) -> bool:
    words = scene.laid.tokens.words
    return i + 1 < len(words) and words[i + 1] in GENITIVES


def _outranks(scene: Scene, head: Mention, kind: Kind) -> bool:
    """Whether a word for a kind of actor counts rather than the state beside it: "Syrian rebels", not "Syrian troops"."""
    sort = scene.kinds.get(scene.meant(head))
    if kind.sector in STATE_SECTORS:
        return False
    return sort in ("state", "place") and not (scene.laid.tokens.at(head.start) <= kind.first <= scene.laid.tokens.at(head.end) - 1)


def _group(scene: Scene, first: int, last: int, kind: Kind) -> str:
    """The entity for an actor without a name, called by its noun with what stands beside it."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code == "en":
        begin = next((i for i in range(first, kind.first) if _describes(scene, i)), kind.first)
        while begin < kind.first and not _describes(scene, begin):
            begin += 1
        return scene.unnamed(begin, kind.last)
    end = kind.last
    while end < last and laid.tokens.word(end + 1) and lower[end + 1] not in sets["definite"] and end - kind.last < _MODIFIERS:
        end += 1
    return scene.unnamed(kind.first, end)


_MODIFIERS: Final = 2
"""Words that describe an Indonesian noun for an actor and go with its name ("gerombolan | bersenjata")."""


def _describes(scene: Scene, i: int) -> bool:
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    word = lower[i]
    plain = any(word in sets[name] for name in ("determiners", "possessives", "number_words", "articles", "definite"))
    return (
        not plain
        and word not in _numerals(scene.laid.lang.code)
        and not word[0].isdigit()
        and (scene.laid.tokens.word(i) or word in GENITIVES)
    )


@cache
def _numerals(code: str) -> frozenset[str]:
    """Number words that stand alone ("forty")."""
    return frozenset(load(code, "numbers")["addends"]["words"])


def _bind(scene: Scene, parts: list[Part]) -> None:
    """An Indonesian phrase right behind the noun of an event belongs to it ("serangan | Israel")."""
    if scene.laid.lang.code != "id":
        return
    for before, part in pairwise(parts):
        if before.sort == "noun" and part.sort == "phrase" and not part.pronoun:
            part.modifies = True
            part.definite = scene.laid.tokens.lower[part.first] in scene.laid.lang.singles["definite"]
