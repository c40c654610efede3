"""Triggers: the words that tell or name an event, and whether they do here ("attacks" the verb, "attacks" the noun)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from saksi.reading.events.scene import Scene
from saksi.reading.marks import GENITIVES
from saksi.reading.verbs import finite_at, manner_adverb, over_adverbs, past_like, verb_like
from saksi.words.frame import FrameForm, FrameVoice
from saksi.words.frame_index import takes
from saksi.words.frames import frames

FARTHEST_DETERMINER: Final = 3
"""Tokens from a noun back to the determiner of its phrase ("a deadly suicide attack")."""

_BETWEEN: Final = {*GENITIVES, "-", '"', "“", "‘"}
"""Marks over which an object goes on."""
OBJECT_WORDS: Final = 7
"""Tokens behind a verb in which the word stands that decides what it means ("lifted a decade of sanctions")."""


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """Tokens `first` to `last`, the form that fits, and whether it is passive ("was shelled", "diserang") or a noun.

    `others` are the forms of the same words whose frames ask for another kind of actor or for none.
    """

    first: int
    last: int
    form: FrameForm
    passive: bool
    noun: bool
    others: tuple[FrameForm, ...] = ()


def find_triggers(scene: Scene, first: int, last: int) -> Iterator[Trigger]:
    """The triggers between two tokens, in order, none inside another."""
    lower = scene.laid.tokens.lower
    known = frames(scene.laid.lang.code)
    behind = first
    for i in known.starts(lower, first, last):
        if i < behind or not _free(scene, i):
            continue
        forms = known.at(lower, i)
        found = _fitting(scene, i, forms, last) if forms else None
        if found is not None:
            yield found
            behind = found.last + 1


def _free(scene: Scene, i: int) -> bool:
    """Whether a token stands in no name: "Strike" in "Operation Desert Strike" tells nothing."""
    return i not in scene.inside and i not in scene.timed


def _fitting(scene: Scene, i: int, forms: tuple[FrameForm, ...], last: int) -> Trigger | None:
    """The first of the forms that stands here as its frame asks; each reading of the words is tried once for all their frames."""
    told: dict[tuple[int, FrameVoice], bool] = {}
    words: dict[tuple[int, bool, bool], list[str]] = {}
    for n, form in enumerate(forms):
        end = i + len(form.words) - 1
        if end > last or (end > i and not all(_free(scene, k) for k in range(i + 1, end + 1))):
            continue
        if form.voice == "noun":
            sure = all(one.voice == "noun" for one in forms)
            if _named(scene, i, end, sure=sure) and not _wrong_noun(scene, form, i, end):
                return Trigger(i, end, form, passive=False, noun=True)
            continue
        key = (end, form.voice)
        if key not in told:
            told[key] = _told(scene, i, end, form)
        if told[key]:
            passive = _passive(scene, i, form)
            if _takes(scene, form, i, last, words, passive=passive):
                rest = forms[n + 1 :] if form.frame.sectors else ()
                alike = (one for one in rest if one.voice == form.voice and len(one.words) == len(form.words))
                others = tuple(one for one in alike if _takes(scene, one, i, last, words, passive=passive))
                return Trigger(i, end, form, passive=passive, noun=False, others=others)
    return None


def _takes(scene: Scene, form: FrameForm, i: int, last: int, known: dict[tuple[int, bool, bool], list[str]], *, passive: bool) -> bool:
    """Whether the frame of a form takes the object here; `known` are the words looked at before."""
    frame, end = form.frame, i + len(form.words) - 1
    if not frame.objects and not frame.not_objects:
        return True
    key = (end, passive, bool(frame.objects))
    if key not in known:
        known[key] = _object_words(scene, form, i, end, last, passive=passive)
    return takes(frame, known[key])


def _wrong_noun(scene: Scene, form: FrameForm, first: int, last: int) -> bool:
    lower = scene.laid.tokens.lower
    around = [*lower[max(0, first - 1) : first], *lower[last + 1 : last + 3]]
    return not form.frame.not_objects.isdisjoint(around)


def _object_words(scene: Scene, form: FrameForm, first: int, end: int, last: int, *, passive: bool) -> list[str]:
    """The words that decide about a frame: of the object behind a verb, or of the subject before a passive."""
    tokens, lower = scene.laid.tokens, scene.laid.tokens.lower
    behind: list[str] = []
    for k in range(end + 1, min(end + 1 + OBJECT_WORDS, last + 1)):
        if not tokens.word(k) and tokens.words[k] not in _BETWEEN:
            break
        if not form.frame.objects and lower[k] in scene.laid.lang.singles["prepositions"]:
            break
        if tokens.words[k] in GENITIVES:
            behind.clear()
            continue
        behind.append(lower[k])
    if passive:
        return [*lower[max(0, first - OBJECT_WORDS) : first], *(behind if form.frame.objects else ())]
    return behind


def _named(scene: Scene, first: int, last: int, *, sure: bool) -> bool:
    """Whether a form stands as a noun. Indonesian nouns have forms of their own; `sure`: it is no verb's form."""
    laid = scene.laid
    if laid.lang.code == "id" or last > first:
        return True
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = lower[first - 1] if first else ""
    if (before in sets["clause_subjects"] and before not in ("this", "that")) or before == "to":
        return False
    after = lower[last + 1] if last + 1 < len(lower) else ""
    if after in sets["determiners"] or after in sets["objects"]:
        return before in sets["determiners"] or before in GENITIVES
    if sure or first == 0 or not laid.tokens.word(first - 1):
        return True
    return (
        _in_phrase(scene, first)
        or after in scene.words["behind_nouns"]
        or after in (",", ".")
        or (bool(after) and finite_at(laid, last + 1))
    )


def _in_phrase(scene: Scene, i: int) -> bool:
    """Whether a determiner, possessor, demonym or preposition stands before a word, over a few plain words."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    for k in range(i - 1, max(-1, i - 1 - FARTHEST_DETERMINER), -1):
        word = lower[k]
        if any(word in sets[name] for name in ("determiners", "possessives", "prepositions", "number_words")) or word in GENITIVES:
            return True
        name = scene.inside.get(k)
        if name is not None:
            return name.kind in ("state", "organization", "role") and k == i - 1
        if not laid.tokens.word(k) or past_like(laid, k) or finite_at(laid, k) or word in sets["coordinators"]:
            return False
    return False


def _told(scene: Scene, first: int, last: int, form: FrameForm) -> bool:
    """Whether a verb form is a verb here, and one that tells."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = lower[first - 1] if first else ""
    if laid.lang.code == "id":
        return form.voice in ("active", "passive") or _headlined(scene, first, last) or (form.voice == "stem" and _stem(scene, first))
    if (before in sets["determiners"] and before not in sets["many"]) or before in sets["possessives"]:
        return form.voice == "gerund" and before in sets["possessives"]
    if form.voice in ("active", "base") and before in sets["prepositions"] and before != "to":
        return False
    if form.voice in ("participle", "active") and last + 1 < len(lower) and lower[last].endswith("ed") and _attributive(scene, first, last):
        return False
    if form.voice == "active" and lower[first].endswith("s") and not lower[first].endswith("ss") and len(form.words) == 1:
        return before not in sets["prepositions"] and not _plural_noun(scene, first)
    return form.voice != "base" or _verbal(scene, first)


def _attributive(scene: Scene, first: int, last: int) -> bool:
    """ "occupied territories", "the wounded man": a participle that only describes the noun behind it."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    after = lower[last + 1]
    if any(after in sets[name] for name in ("prepositions", "adverbs", "determiners", "objects", "coordinators", "possessives")):
        return False
    before = lower[first - 1] if first else ""
    if not laid.tokens.word(last + 1) or before in sets["auxiliaries"] or last + 1 in scene.inside or last + 1 in scene.timed:
        return False
    return before in sets["prepositions"] or first == 0


def _plural_noun(scene: Scene, i: int) -> bool:
    """Whether a form in -s is more likely a noun: "air attacks", "three raids", "their demands"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = lower[i - 1] if i else ""
    if i == 0 or not laid.tokens.word(i - 1) or before.isdigit():
        return True
    if i + 1 >= len(lower) or finite_at(laid, i + 1) or past_like(laid, i + 1):
        return True
    after = lower[i + 1]
    if after in sets["determiners"] or i + 1 in scene.inside or after in sets["objects"]:
        return False
    return before in sets["number_words"] or (i - 1 not in scene.inside and after in ("on", "against", "by", "in", "and", ",", ".", "of"))


def _verbal(scene: Scene, i: int) -> bool:
    """Whether a base form follows "to", an auxiliary or a subject of several: "to attack", "may attack", "rebels attack"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    k = i - 1
    while k > 0 and (lower[k] in sets["negators"] or manner_adverb(laid, k) or lower[k] in ("also", "even", "further", "again")):
        k -= 1
    if k < 0:
        return False
    if lower[k] == "to" or finite_at(laid, k) or lower[k] in sets["auxiliaries"]:
        return True
    if lower[k] in sets["coordinators"]:
        return any(lower[j] == "to" or lower[j] in scene.words["modals"] for j in range(max(0, k - 8), k))
    if lower[k] in ("they", "we", "you", "who", "i"):
        return True
    if any(
        (lower[j] in scene.words["modals"] or lower[j] in scene.words["asking"]) and (j == 0 or not laid.tokens.word(j - 1))
        for j in range(max(0, k - 3), k)
    ):
        return True
    after = i + 1 < len(lower) and (lower[i + 1] in sets["determiners"] or i + 1 in scene.inside or lower[i + 1] in sets["prepositions"])
    return after and scene.kind_at(k) is not None and lower[k].endswith(("s", "men", "people", "police"))


def _stem(scene: Scene, i: int) -> bool:
    """A stem behind its agent in the passive of a speaker ("kami serang", "mereka kepung")."""
    before = scene.laid.tokens.lower[i - 1] if i else ""
    return any(before in words for words in scene.laid.lang.pronouns.values())


def _headlined(scene: Scene, first: int, last: int) -> bool:
    """Whether a bare Indonesian root is a headline's verb: a name before it and something behind ("Rusia Serang Kharkiv")."""
    tokens = scene.laid.tokens
    if first == 0 or last + 1 >= len(tokens) or not tokens.capital(first):
        return False
    return first - 1 in scene.inside and (tokens.capital(last + 1) or tokens.word(last + 1))


def _passive(scene: Scene, i: int, form: FrameForm) -> bool:
    """Whether the subject is whom it befalls."""
    laid = scene.laid
    if laid.lang.code == "id":
        return form.voice == "passive" or (form.voice == "stem" and not laid.tokens.capital(i))
    if form.voice not in ("active", "participle"):
        return False
    lower, sets = laid.tokens.lower, laid.lang.singles
    k = over_adverbs(laid, i - 1, max(0, i - 6)) if i else -1
    while k > 0 and lower[k] in sets["negators"]:
        k -= 1
    if k >= 0 and ((lower[k] in sets["be"] and lower[k] not in GENITIVES) or lower[k] in ("get", "gets", "got")):
        return True
    if k >= 0 and lower[k] in sets["have"]:
        return False
    end = i + len(form.words)
    if end < len(lower) and lower[end] == "by":
        return True
    return form.voice == "participle" and k >= 0 and laid.tokens.word(k) and _no_subject(scene, k) and end < len(lower)


def _no_subject(scene: Scene, k: int) -> bool:
    """A participle right behind a preposition or while, when ("when attacked")."""
    return scene.laid.tokens.lower[k] in scene.words["bare_passives"]


def is_verb(scene: Scene, i: int) -> bool:
    """Whether a token that is no trigger is likely a verb all the same."""
    laid = scene.laid
    return finite_at(laid, i) or past_like(laid, i) or verb_like(laid, i) or (i in scene.cues and _word_of_speech(scene, i))


def _word_of_speech(scene: Scene, i: int) -> bool:
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    return lower[i] not in sets["prepositions"] and lower[i] not in sets["adverbs"] and scene.laid.tokens.word(i)
