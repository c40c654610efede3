"""Frames: which words tell an event, of which PLOVER category and mode, and where its actors and recipients stand beside them.

A frame is data: `words/<language>/frames/<category>.yaml` holds a list of groups, each with a note. Reference: the PLOVER
codebook (Open Event Data Alliance, 2021), whose categories and modes stand in `plover.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

import msgspec

from saksi.errors import WordsError
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
        "weak",
    ]
)


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What one group of words means.

    `recipient` is where the recipient of a verb stands: "object", or the prepositions that lead to it; in the passive the
    subject is the recipient where it is "object". `actor_of` and `recipient_of` are the prepositions behind a noun
    ("strike by X on Y", "serangan oleh X terhadap Y"); a bare name or adjective beside the noun is the actor.
    `both`: the sides do it to each other (meets, talks). `objects`: a verb counts only with one of these words in its
    object ("lifted sanctions"; not "lifted a hand"). `weak`: counts only where an actor or a recipient of a political sort
    is found, since the word has an everyday sense ("hit", "buka").
    """

    category: str
    mode: str | None = None
    recipient: tuple[str, ...] = ("object",)
    actor_of: tuple[str, ...] = ()
    recipient_of: tuple[str, ...] = ()
    both: bool = False
    negated: Negated = "keep"
    objects: frozenset[str] = frozenset()
    weak: bool = False


class FrameForm(msgspec.Struct, frozen=True, kw_only=True):
    """One form that tells or names an event: its words in lower case, how it stands, and the frame."""

    words: tuple[str, ...]
    voice: FrameVoice
    frame: Frame


class Frames:
    """All forms of a language by their first word, the longest first; of one word several frames may be told apart by their objects."""

    __slots__ = ("by_first", "count")

    def __init__(self, forms: Sequence[FrameForm], count: int) -> None:
        by_first: dict[str, list[FrameForm]] = {}
        for form in forms:
            by_first.setdefault(form.words[0], []).append(form)
        self.by_first = {first: tuple(sorted(found, key=_rank)) for first, found in by_first.items()}
        self.count = count

    def at(self, lower: Sequence[str], index: int) -> tuple[FrameForm, ...]:
        """The longest forms that begin at a token, those that ask for an object before those that ask for none."""
        fits = [form for form in self.by_first.get(lower[index], ()) if tuple(lower[index : index + len(form.words)]) == form.words]
        return tuple(form for form in fits if len(form.words) == len(fits[0].words)) if fits else ()


def _rank(form: FrameForm) -> tuple[int, bool, bool]:
    return -len(form.words), not form.frame.objects, form.frame.weak


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
    seen: dict[tuple[str, str, frozenset[str]], str] = {}
    count = 0
    for name, groups in _files(language):
        for group in groups:
            frame = _frame(language, name, group)
            for head, surface in _heads(language, group):
                count += 1
                for form, voice in surface.items():
                    where = f"{name}: {group['note']}"
                    key = (form, "noun" if voice == "noun" else "verb", frame.objects)
                    if seen.setdefault(key, where) != where:
                        raise WordsError(f"frames of {language}: {form!r} ({head}) stands in {seen[key]} and in {where}")
                    forms.append(FrameForm(words=tuple(form.split()), voice=voice, frame=frame))
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
    if mode is not None and mode not in plover()[category]["modes"]:
        raise WordsError(f"{where}: {category} has no mode {mode!r}; there are {', '.join(plover()[category]['modes']) or 'none'}")
    return Frame(
        category=category,
        mode=mode,
        recipient=tuple(_listed(group.get("recipient", "object"))),
        actor_of=tuple(_listed(group.get("actor_of", ()))),
        recipient_of=tuple(_listed(group.get("recipient_of", ()))),
        both=group.get("both", False),
        negated=group.get("negated", "keep"),
        objects=frozenset(_listed(group.get("objects", ()))),
        weak=group.get("weak", False),
    )


def _heads(language: str, group: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, FrameVoice]]]:
    """Each frame of a group: the word that heads it, and its forms with how they stand."""
    for noun in group.get("nouns", ()):
        yield noun, dict.fromkeys((noun, _plural(noun)) if language == "en" else (noun,), "noun")
    for root, derivations in group.get("roots", {}).items():
        yield root, _voices(affixes.indonesian(root, derivations))
    for voice, listed in group.get("forms", {}).items():
        for form in listed:
            yield form, {form: voice}
    verbs = dict.fromkeys(group.get("verbs", ())) | {lemma: tuple(past) for lemma, past in group.get("irregular", {}).items()}
    for lemma, past in verbs.items():
        yield lemma, _voices(affixes.english(lemma, past))


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


def _plural(noun: str) -> str:
    """air strike -> air strikes, embargo -> embargoes, penalty -> penalties; a noun of several words takes it on its last."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in affixes.VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value]
