"""What stands beside the frames of events: light verbs, words for kinds of actors, cues of status. It knows words, not sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, get_args

import msgspec

from saksi.errors import WordsError
from saksi.records.event import EventStatus
from saksi.words import packs
from saksi.words.frames import plural, verb_forms

Role = Literal["actor", "recipient", "both"]
Scope = Literal["verb", "clause", "noun"]
Aspect = Literal["begun", "continued", "resumed", "ended", "attempted", "averted", "repeated"]


class LightVerb(msgspec.Struct, frozen=True, kw_only=True):
    """A verb whose object names the event: `role` is what its subject is to that event.

    "launched | an attack": its subject is the actor; "suffered | an attack": the recipient; "exchanged | fire": all are both.
    """

    words: tuple[str, ...]
    roles: frozenset[Role]


class StatusCue(msgspec.Struct, frozen=True, kw_only=True):
    """Words that give an event its status, where a clause does not say it by its verb alone.

    `scope`: what they rule over: the verb behind them ("plans to attack"), the clause that they open ("if they attack"), the
    noun of an event beside or behind them ("a foiled attack"). `tail`: words that follow behind an object, as in
    "stopped | the rebels | from". `aspect` is null where only the status is told. An attempt is asserted: it was made.
    """

    words: tuple[str, ...]
    tail: tuple[str, ...] = ()
    status: EventStatus
    scope: Scope
    aspect: Aspect | None = None


@cache
def sectors(language: str) -> Mapping[tuple[str, ...], str]:
    """Words for a kind of actor -> its PLOVER sector: ("riot", "police") -> COP, ("gunmen",) -> UAF.

    A name has none here ("Hamas"): that is for the actors' list. Raises WordsError where a word stands under two sectors.
    """
    found: dict[tuple[str, ...], str] = {}
    known = packs.load_shared("plover")["sectors"]
    for group in packs.load(language, "frames_actors"):
        sector = group["sector"]
        if sector not in known:
            raise WordsError(f"frames_actors of {language}: PLOVER has no sector {sector!r}")
        for noun in group["nouns"]:
            for form in {noun, plural(noun)} if language == "en" else {noun}:
                if found.setdefault(tuple(form.split()), sector) != sector:
                    raise WordsError(f"frames_actors of {language}: {form!r} stands under {found[tuple(form.split())]} and {sector}")
    return found


@cache
def light_verbs(language: str) -> Mapping[tuple[str, ...], LightVerb]:
    """The forms of light verbs by their words. A verb that may do both ("hold") has both roles."""
    roles: dict[tuple[str, ...], frozenset[Role]] = {}
    for group in packs.load(language, "frames_light"):
        role = group["role"]
        if role not in get_args(Role):
            raise WordsError(f"frames_light of {language}: no such role: {role!r}")
        for form in _forms(language, group):
            words = tuple(form.split())
            roles[words] = roles.get(words, frozenset()) | {role}
    return {words: LightVerb(words=words, roles=of) for words, of in roles.items()}


@cache
def status_cues(language: str) -> Mapping[str, Sequence[StatusCue]]:
    """The cues of status by their first word, the longest first. Raises WordsError on a status, scope or aspect that there is not."""
    by_first: dict[str, list[StatusCue]] = {}
    for group in packs.load(language, "frames_status"):
        for field, allowed in (("status", EventStatus), ("scope", Scope), ("aspect", Aspect)):
            if group.get(field) not in (*get_args(allowed), *((None,) if field == "aspect" else ())):
                raise WordsError(f"frames_status of {language}, {group['note']}: no such {field}: {group.get(field)!r}")
        for form in _forms(language, group):
            words, _, tail = form.partition("...")
            cue = StatusCue(
                words=tuple(words.split()),
                tail=tuple(tail.split()),
                status=group["status"],
                scope=group["scope"],
                aspect=group.get("aspect"),
            )
            by_first.setdefault(cue.words[0], []).append(cue)
    return {first: tuple(sorted(cues, key=lambda cue: -len(cue.words) - len(cue.tail))) for first, cues in by_first.items()}


@cache
def event_words(language: str) -> Mapping[str, frozenset[str]]:
    """The closed words by which a sentence is parted for its events, by what they do in it. Raises WordsError where one is no text."""
    listed: dict[str, list[str]] = packs.load(language, "frames_grammar")
    if wrong := [word for words in listed.values() for word in words if not isinstance(word, str)]:
        raise WordsError(f"frames_grammar of {language}: {wrong[0]!r} is no text; put on, off, yes and no in quotes")
    return {name: frozenset(words) for name, words in listed.items()}


def _forms(language: str, group: Mapping[str, Any]) -> Iterator[str]:
    """The forms of a group, each once: those listed as they are, and those of its verbs in English."""
    seen = set(group.get("forms", ()))
    if language == "en":
        for lemma in group.get("verbs", ()):
            seen.update(verb_forms(lemma))
    elif group.get("verbs"):
        raise WordsError(f"the words of {language} are listed as forms, not as verbs: {group['note']}")
    yield from sorted(seen)
