"""Frames: which words tell an event, of which PLOVER category and mode, and where its actors and recipients stand beside them.

A frame is data: `words/<language>/frames/<category>.yaml` holds a list of groups, each with a note. Reference: the PLOVER
codebook (Open Event Data Alliance, 2021), whose categories and modes stand in `plover.yaml`.

A verb of several words is written as it stands ("carry out"); "take ... hostage" has its object inside, "hand (...) over"
stands both ways. What goes with a verb but is no frame itself (light verbs, sectors of actors, cues of status) is in
`frame_cues.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, Literal, get_args

import msgspec

from saksi.errors import WordsError
from saksi.limits import FRAME_GAP
from saksi.records.event import EventStatus
from saksi.words import affixes, packs

FrameVoice = Literal["active", "passive", "base", "gerund", "participle", "bare", "stem", "noun"]
"""How a form stands: a noun names the event ("air strike", "serangan"), the others tell it."""

Negated = Literal["keep", "drop", "REJECT"]
"""What a negation makes of it: a denied event, none, or a refusal ("tidak membantu", "did not agree")."""

FIELDS = frozenset(
    [
        "note",
        "mode",
        "verbs",
        "irregular",
        "roots",
        "forms",
        "nouns",
        "recipient",
        "actor_of",
        "recipient_of",
        "both",
        "negated",
        "objects",
        "not_objects",
        "sectors",
        "embeds",
        "weak",
    ]
)


class Frame(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one group of words means.

    `recipient` is where the recipient of a verb stands: "object", or the prepositions that lead to it; in the passive the
    subject is the recipient where it is "object". It is "subject" where the verb is passive in meaning ("came under fire").
    `actor_of` and `recipient_of` are the prepositions behind a noun ("strike by X on Y", "serangan oleh X terhadap Y"); a
    bare name or adjective beside the noun is the actor.
    `both`: the sides do it to each other (meets, talks). `objects`: a verb counts only with one of these words in its
    object, which in the passive is its subject ("lifted sanctions"; not "lifted a hand"); `not_objects`: not with one of
    these ("struck the village"; not "struck a chord"). `sectors`: only where the actor is of one of these PLOVER sectors
    ("troops marched on the capital"; not "students marched"). `embeds`: the status of an event that the verb's clause or
    the noun's complement tells ("agreed to withdraw": planned; "accused of shelling": possible). `weak`: counts only where
    an actor or a recipient of a political sort is found, since the word has an everyday sense ("hit", "buka"). `negated`:
    what a plain "not" makes of it, where the group does not say what the category's default in `plover.yaml` says.
    """

    category: str
    mode: str | None = None
    recipient: tuple[str, ...] = ("object",)
    actor_of: tuple[str, ...] = ()
    recipient_of: tuple[str, ...] = ()
    both: bool = False
    negated: Negated = "keep"
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    embeds: EventStatus | None = None
    weak: bool = False

    def takes(self, lower: Sequence[str]) -> bool:
        """Whether the verb counts with an object of these words in lower case, which may be none.

        "lift" of CONCEDE takes "the eight-year-old arms embargo", not "its spirits".
        """
        if _holds(lower, self.not_objects):
            return False
        return not self.objects or _holds(lower, self.objects)


def _holds(lower: Sequence[str], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands among the words; most are one word, a few are two ("war games")."""
    if not phrases:
        return False
    if not phrases.isdisjoint(lower):
        return True
    return _has_pairs(phrases) and not phrases.isdisjoint(" ".join(pair) for pair in pairwise(lower))


@cache
def _has_pairs(phrases: frozenset[str]) -> bool:
    return any(" " in phrase for phrase in phrases)


class FrameForm(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One form that tells or names an event: its words in lower case, how it stands, and the frame.

    `tail` are words that must follow behind the object, at most FRAME_GAP tokens away ("took | three men | hostage").
    """

    words: tuple[str, ...]
    tail: tuple[str, ...] = ()
    voice: FrameVoice
    frame: Frame


class Frames:
    """All forms of a language by their first word, the longest first; of one word several frames may be told apart by their objects."""

    __slots__ = ("_alone", "_completed", "_longer", "by_first", "count")

    def __init__(self, forms: Sequence[FrameForm], count: int) -> None:
        by_first: dict[str, list[FrameForm]] = {}
        for form in forms:
            by_first.setdefault(form.words[0], []).append(form)
        self.by_first = {first: tuple(sorted(found, key=_rank)) for first, found in by_first.items()}
        self.count = count
        alone = {first: tuple(f for f in found if len(f.words) == 1 and not f.tail) for first, found in self.by_first.items()}
        self._alone = {first: found for first, found in alone.items() if found}
        self._completed = {first: those for first, found in self.by_first.items() if (those := tuple(f for f in found if f.tail))}
        longer: dict[str, dict[str, list[FrameForm]]] = {}
        for first, found in self.by_first.items():
            for form in found:
                if len(form.words) > 1 and not form.tail:
                    longer.setdefault(first, {}).setdefault(form.words[1], []).append(form)
        self._longer = longer

    def begins(self, word: str, behind: str) -> bool:
        """Whether a form may begin with a word where another stands behind it; quicker than `at`."""
        return word in self._alone or behind in self._longer.get(word, _NONE) or word in self._completed

    def at(self, lower: Sequence[str], index: int) -> tuple[FrameForm, ...]:
        """The forms that begin at a token, best first: the first whose frame takes its object is meant.

        Of forms whose words stand together only the longest are given: at "called off" never those of "called". A form
        that is completed behind its object goes before them: at "took three men hostage" first "take ... hostage", then
        "take"; at "took three men home" only "take". Forms that ask for an object or a sector go before those that do not.
        """
        word = lower[index]
        behind = lower[index + 1] if index + 1 < len(lower) else ""
        longer = [form for form in self._longer.get(word, _NONE).get(behind, ()) if _stands(form, lower, index)]
        longest = max((len(form.words) for form in longer), default=1)
        fits = tuple(form for form in longer if len(form.words) == longest) or self._alone.get(word, ())
        near = lower[index + 2 : index + 2 + FRAME_GAP] if word in self._completed else ()
        completed = tuple(form for form in self._completed.get(word, ()) if form.tail[0] in near and _stands(form, lower, index))
        return tuple(sorted((*completed, *fits), key=_rank)) if completed else fits


def tail_at(form: FrameForm, lower: Sequence[str], index: int) -> int | None:
    """Where the tail of a form that begins at `index` begins, or None where it has none or it does not follow in its sentence."""
    first = index + len(form.words)
    if form.tail:
        for place in range(first + 1, min(first + 1 + FRAME_GAP, len(lower))):
            if lower[place - 1] in _ENDS:
                return None
            if tuple(lower[place : place + len(form.tail)]) == form.tail:
                return place
    return None


_ENDS = frozenset(".;:?!")
_NONE: Mapping[str, Sequence[FrameForm]] = {}


def _stands(form: FrameForm, lower: Sequence[str], index: int) -> bool:
    if tuple(lower[index : index + len(form.words)]) != form.words:
        return False
    return not form.tail or tail_at(form, lower, index) is not None


def _length(form: FrameForm) -> int:
    return len(form.words) + len(form.tail)


def _rank(form: FrameForm) -> tuple[int, bool, bool, bool]:
    return -_length(form), not form.frame.objects, not form.frame.sectors, form.frame.weak


@cache
def plover() -> Mapping[str, Mapping[str, Any]]:
    """Category -> its quad, CAMEO root, description and modes with their CAMEO codes."""
    categories: dict[str, dict[str, Any]] = packs.load_shared("plover")["categories"]
    return categories


def cameo(category: str, mode: str | None) -> str:
    """The CAMEO code under which an event is exported: its mode's, else its category's root."""
    known = plover()[category]
    return str(known["modes"].get(mode, known["cameo"]))


@cache
def frames(language: str) -> Frames:
    """The frames of a language. Raises WordsError where a group names a field, category or mode that there is not, or a word twice."""
    forms: list[FrameForm] = []
    seen: dict[tuple[Any, ...], str] = {}
    count = 0
    for name, groups in _files(language):
        for group in groups:
            frame = _frame(language, name, group)
            for head, surface in _heads(language, group):
                count += 1
                for form, voice in surface.items():
                    where = f"{name}: {group['note']}"
                    key = (form, "noun" if voice == "noun" else "verb", frame.objects, frame.sectors)
                    if seen.setdefault(key, where) != where:
                        raise WordsError(f"frames of {language}: {form!r} ({head}) stands in {seen[key]} and in {where}")
                    words, _, tail = form.partition("...")
                    forms.append(FrameForm(words=tuple(words.split()), tail=tuple(tail.split()), voice=voice, frame=frame))
    return Frames(forms, count)


def _files(language: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    folder = resources.files("saksi.words").joinpath(language, "frames")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yaml"):
            category = file.name.removesuffix(".yaml")
            yield category.upper(), packs.load(language, f"frames/{category}")


def _frame(language: str, category: str, group: Mapping[str, Any]) -> Frame:
    where = f"frames of {language}, {category}: {group.get('note')!r}"
    if category not in plover():
        raise WordsError(f"{where}: PLOVER has no category {category}")
    if unknown := group.keys() - FIELDS:
        raise WordsError(f"{where}: no such field: {', '.join(sorted(unknown))}")
    mode = group.get("mode")
    known = plover()[category]
    if mode is not None and mode not in known["modes"]:
        raise WordsError(f"{where}: {category} has no mode {mode!r}; there are {', '.join(known['modes']) or 'none'}")
    sectors = frozenset(_listed(group.get("sectors", ())))
    if unknown_sectors := sectors - packs.load_shared("plover")["sectors"].keys():
        raise WordsError(f"{where}: no such sector: {', '.join(sorted(unknown_sectors))}")
    embeds = group.get("embeds")
    if embeds is not None and embeds not in get_args(EventStatus):
        raise WordsError(f"{where}: embeds is one of {', '.join(get_args(EventStatus))}, not {embeds!r}")
    return Frame(
        category=category,
        mode=mode,
        recipient=tuple(_listed(group.get("recipient", "object"))),
        actor_of=tuple(_listed(group.get("actor_of", ()))),
        recipient_of=tuple(_listed(group.get("recipient_of", ()))),
        both=group.get("both", False),
        negated=group.get("negated", known["negated"]),
        objects=_object_words(language, group.get("objects", ())),
        not_objects=_object_words(language, group.get("not_objects", ())),
        sectors=sectors,
        embeds=embeds,
        weak=group.get("weak", False),
    )


def _heads(language: str, group: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, FrameVoice]]]:
    """Each frame of a group: the word that heads it, and its forms with how they stand."""
    for noun in group.get("nouns", ()):
        yield noun, dict.fromkeys((noun, plural(noun)) if language == "en" else (noun,), "noun")
    for root, derivations in group.get("roots", {}).items():
        yield root, _voices(affixes.indonesian(root, derivations))
    for voice, listed in group.get("forms", {}).items():
        for form in listed:
            yield form, {form: voice}
    verbs = dict.fromkeys(group.get("verbs", ())) | {lemma: tuple(past) for lemma, past in group.get("irregular", {}).items()}
    for lemma, past in verbs.items():
        yield lemma, verb_forms(lemma, past)


def verb_forms(lemma: str, past: tuple[str, str] | None = None) -> dict[str, FrameVoice]:
    """The forms of an English verb of one word or more, its past from `past` or from `irregular_verbs.yaml`.

    "hand (...) over" has those of "hand over" and of "hand ... over"; "be" and "have" have those of the language.
    """
    if lemma.split()[0] in _AUXILIARIES:
        verb, _, rest = lemma.partition(" ")
        return {f"{form} {rest}".strip(): voice for form, voice in _AUXILIARIES[verb].items()}
    if "(...) " in lemma:
        return verb_forms(lemma.replace("(...) ", ""), past) | verb_forms(lemma.replace("(...)", "..."), past)
    verb, _, rest = lemma.partition(" ")
    if past is None and verb in (irregular := packs.load("en", "irregular_verbs")):
        simple, participle = irregular[verb]
        past = (f"{simple} {rest}".strip(), f"{participle} {rest}".strip())
    return _voices(affixes.english(lemma, past))


_AUXILIARIES: dict[str, dict[str, FrameVoice]] = {
    "be": {"be": "base", "is": "active", "are": "active", "was": "active", "were": "active", "been": "participle", "being": "gerund"},
    "have": {"have": "base", "has": "active", "had": "active", "having": "gerund"},
}


def _voices(forms: Mapping[str, str]) -> dict[str, FrameVoice]:
    known: dict[str, FrameVoice] = {
        "finite": "active",
        "base": "base",
        "gerund": "gerund",
        "participle": "participle",
        "active": "active",
        "passive": "passive",
        "bare": "bare",
        "stem": "stem",
    }
    return {form: known[voice] for form, voice in forms.items()}


def _object_words(language: str, words: str | Sequence[str]) -> frozenset[str]:
    """Words of an object in both numbers where the language has them."""
    listed = _listed(words)
    return frozenset(listed) | frozenset(plural(word) for word in listed if language == "en")


def plural(noun: str) -> str:
    """air strike -> air strikes, embargo -> embargoes, penalty -> penalties, gunman -> gunmen; talks and troops stay as they are.

    A noun of several words takes it on its last.
    """
    if noun.endswith(("ks", "ps", "ns", "ts", "ds", "rs", "ls", "gs", "es", "men", "people")):
        return noun
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith(("s", "x", "z", "ch", "sh", "argo", "eto")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in affixes.VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _listed(value: Any) -> list[str]:
    """One word or a list of them. YAML reads a bare on, off, yes or no as a truth value: it has to stand in quotes."""
    listed: list[str] = [value] if isinstance(value, str | bool) else list(value)  # type: ignore[list-item]
    if wrong := [one for one in listed if not isinstance(one, str)]:
        raise WordsError(f"frames: {wrong[0]!r} in {listed} is no word; put on, off, yes and no in quotes")
    return listed
