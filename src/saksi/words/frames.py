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
from typing import Any, get_args

from saksi.errors import WordsError
from saksi.records.event import EventStatus
from saksi.words import affixes, packs
from saksi.words.frame import Frame, FrameForm, FrameVoice
from saksi.words.frame_index import Frames

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
