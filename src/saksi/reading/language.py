"""A language pack compiled for reading: word classes as sets, phrases by first word, cue forms by first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from saksi.errors import WordsError
from saksi.records.statement import Act, Certainty
from saksi.words import affixes, packs

Voice = Literal["active", "passive", "bare", "stem", "base", "gerund", "participle", "noun", "adjective", "hearsay", "according"]
Takes = Literal[
    "clause", "marked", "phrase", "pointing", "naming", "as", "urging", "quoting", "quote", "quoted", "figure", "feeling", "spread", "none"
]

LONG_NOUN: Final = 7
"""Letters from which the shape of a common noun proves something ("sertifikasi", not "Asi")."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a word that attributes; fields as the lexicon explains them.

    `enclitic` is the length of a pronoun glued to the form ("katanya": 3), 0 without one.
    """

    words: tuple[str, ...]
    voice: Voice
    act: Act
    holds: bool = True
    certainty: Certainty = "certain"
    takes: Takes = "clause"
    negated: str = "drop"
    enclitic: int = 0
    evidence: bool = False
    strict: bool = False
    named_marked: bool = False
    not_before: frozenset[str] = frozenset()
    heard: bool = False
    about: bool = False
    addressed: bool = False
    only_points: bool = False
    points: frozenset[str] = frozenset()


class Phrases:
    """A closed class whose members may have several words; found at a token by the longest that fits."""

    __slots__ = ("by_first", "by_last")

    def __init__(self, members: Iterable[object]) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for member in members:
            if not isinstance(member, str):
                raise WordsError(f"{member!r} in a word list is no text: put quote marks around it")
            words = tuple(member.split())
            by_first.setdefault(words[0], []).append(words)
        self.by_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}
        by_last: dict[str, list[tuple[str, ...]]] = {}
        for words in (words for found in self.by_first.values() for words in found):
            by_last.setdefault(words[-1], []).append(words)
        self.by_last = {last: tuple(sorted(found, key=len, reverse=True)) for last, found in by_last.items()}

    def length(self, lower: Sequence[str], index: int) -> int:
        """Number of tokens that the longest member at `index` has, 0 where none begins there."""
        if index >= len(lower):
            return 0
        for words in self.by_first.get(lower[index], ()):
            if len(words) == 1 or tuple(lower[index : index + len(words)]) == words:
                return len(words)
        return 0

    def length_before(self, lower: Sequence[str], index: int) -> int:
        """Number of tokens of a member that ends at `index`, 0 where none does."""
        for words in self.by_last.get(lower[index], ()):
            if len(words) == 1 or tuple(lower[max(0, index - len(words) + 1) : index + 1]) == words:
                return len(words)
        return 0

    def __contains__(self, word: str) -> bool:
        return (word,) in self.by_first.get(word, ())


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the rules of reading ask a language for.

    `triggers` are the first words of all cues, hearsay and nouns that hold a content; `is_a` maps a plainer word for
    somebody to the words that it can stand for ("perwira" to "kolonel"), `spelt_out` a short form of an office to its
    words ("mendag" to "menteri" and "perdagangan").
    """

    code: str
    enclitic: str | None
    classes: dict[str, Phrases]
    singles: dict[str, frozenset[str]]
    pronouns: dict[str, frozenset[str]]
    cues: dict[str, tuple[CueForm, ...]]
    hearsay: dict[str, tuple[CueForm, ...]]
    hedges: dict[str, Phrases]
    nouns: dict[str, CueForm]
    feelings: dict[str, CueForm]
    affixes: dict[str, tuple[str, ...]]
    triggers: frozenset[str]
    closed: frozenset[str]
    small_words: frozenset[str]
    is_a: dict[str, frozenset[str]]
    spelt_out: dict[str, tuple[str, ...]]

    def cue_at(self, lower: Sequence[str], index: int) -> CueForm | None:
        """The longest cue form that begins at the token."""
        return _longest(self.cues, lower, index)

    def hearsay_at(self, lower: Sequence[str], index: int) -> CueForm | None:
        """The longest form of hearsay that begins at the token."""
        return _longest(self.hearsay, lower, index)

    def noun_shaped(self, lower: str) -> bool:
        """Whether a word is built as a common noun is and no name ("penanggulangan", "digitalisasi")."""
        if len(lower) < LONG_NOUN:
            return False
        circumfixed = lower.startswith(self.affixes["noun_beginnings"]) and lower.endswith(self.affixes["noun_circumfix_endings"])
        return circumfixed or lower.endswith(self.affixes["noun_endings"])


def _longest(forms: dict[str, tuple[CueForm, ...]], lower: Sequence[str], index: int) -> CueForm | None:
    for form in forms.get(lower[index], ()):
        size = len(form.words)
        if (size == 1 or tuple(lower[index : index + size]) == form.words) and form.not_before.isdisjoint(
            lower[index + size : index + size + 1]
        ):
            return form
    return None


@cache
def language(code: str) -> Language:
    """The compiled pack of a language. Raises WordsError where there is none or it is malformed."""
    if code not in packs.LANGUAGES:
        raise WordsError(f"no language pack for {code!r}; there are {', '.join(packs.LANGUAGES)}")
    names = ("grammar", "titles", "offices", "hedges", "references")
    grammar, titles, offices, hedges, references = (packs.load(code, name) for name in names)
    listed = _one_namespace(code, {"grammar": grammar, "titles": titles, "offices": offices, "references": references})
    members = {name: _both_apostrophes(words) for name, words in listed.items() if isinstance(words, list)}
    nouns = _noun_forms(packs.load(code, "nominals"))
    feelings = _feelings(packs.load(code, "cues"))
    forms = [*_verb_forms(code, packs.load(code, "cues"), grammar["enclitic"]), *_according_forms(grammar)]
    cues, hearsay = _by_first(forms), _by_first(_hearsay_forms(hedges["hearsay"]))
    return Language(
        code=code,
        enclitic=grammar["enclitic"],
        classes={name: Phrases(words) for name, words in members.items()},
        singles={name: frozenset(str(w) for w in words if " " not in str(w)) for name, words in members.items()},
        pronouns={name: frozenset(words) for name, words in grammar["pronouns"].items()},
        cues=cues,
        hearsay=hearsay,
        triggers=frozenset([*cues, *hearsay, *feelings, *(form.words[0] for form in nouns)]),
        hedges={name: Phrases(_both_apostrophes(hedges[name])) for name in ("probable", "possible", "denying_quotes")},
        nouns={form.words[0]: form for form in nouns},
        feelings=feelings,
        closed=_closed(grammar),
        small_words=frozenset(word for name in _SMALL for word in grammar[name]),
        is_a={kind: frozenset(words) for kind, words in references["is_a"].items()},
        spelt_out={short: tuple(words.split()) for short, words in references["spelt_out"].items()},
        affixes={name: tuple(grammar[name]) for name in _AFFIXES},
    )


_NOUNS: Final = ("noun_beginnings", "noun_circumfix_endings", "noun_endings")
_WORDS: Final = ("people_endings", "adjective_endings", "compound_endings", "club_beginnings")
_AFFIXES: Final = (
    "verb_prefixes",
    "past_endings",
    "prefixes",
    "endings",
    "plural_endings",
    "singular_endings",
    "lost_letters",
    *_WORDS,
    *_NOUNS,
)
_CLOSED: Final = (
    "prepositions",
    "adverbs",
    "but",
    "while",
    "because",
    "question_words",
    "complementizers",
    "negators",
    "time_words",
    "relative",
)


_SMALL: Final = ("relative", "prepositions", "coordinators", "articles", "possessives", "definite")
"""Classes of words that say nothing of who is meant."""


def _both_apostrophes(words: list[Any]) -> list[Any]:
    """The words, and those with a straight apostrophe with the curly one too ("n't", "n’t")."""
    return words + [word.replace("'", "’") for word in words if isinstance(word, str) and "'" in word]


def _closed(grammar: dict[str, Any]) -> frozenset[str]:
    """Words that are part of no name, however they are written: the closed classes and the pronouns."""
    listed = {word for name in _CLOSED for word in grammar[name]}
    return frozenset(listed.union(*grammar["pronouns"].values()) - set(grammar["name_particles"]))


def _verb_forms(code: str, groups: list[dict[str, Any]], enclitic: str | None) -> list[CueForm]:
    """Every form of every verb, with the meaning of its group."""
    found: list[CueForm] = []
    for group in groups:
        for form, voice in _surface(code, group).items():
            common: dict[str, Any] = {
                "voice": voice,
                "act": group["act"],
                "holds": group.get("holds", True),
                "certainty": group.get("certainty", "certain"),
                "takes": group["takes"],
                "negated": group["negated"],
                "evidence": group.get("evidence", False),
                "strict": group.get("strict", False),
                "not_before": frozenset(group.get("not_before", ())),
                "named_marked": group.get("named_marked", False),
                "heard": group.get("heard", False),
                "addressed": group.get("addressed", False),
            }
            found.append(CueForm(words=tuple(form.split()), **common))
            if enclitic is not None:
                found.append(CueForm(words=tuple((form + enclitic).split()), enclitic=len(enclitic), **common))
    return found


def _surface(code: str, group: dict[str, Any]) -> dict[str, Voice]:
    """Form -> voice for one group of the lexicon."""
    forms: dict[str, Any] = {}
    for root, derivations in group.get("roots", {}).items():
        forms.update(affixes.indonesian(root, derivations))
    for voice, listed in group.get("forms", {}).items():
        forms.update(dict.fromkeys(listed, voice))
    if code == "en":
        verbs = dict.fromkeys(group.get("verbs", ())) | {lemma: tuple(past) for lemma, past in group.get("irregular", {}).items()}
        for lemma, past in verbs.items():
            for form, kind in affixes.english(lemma, past).items():
                forms.setdefault(form, "active" if kind == "finite" else kind)
    return forms


def _feelings(groups: list[dict[str, Any]]) -> dict[str, CueForm]:
    """Adjectives that lay a feeling or conviction at somebody's door behind a form of be ("is worried that")."""
    return {
        word: CueForm(words=(word,), voice="adjective", act=group["act"], certainty=group.get("certainty", "certain"), takes=group["takes"])
        for group in groups
        for word in group.get("adjectives", ())
    }


def _noun_forms(groups: list[dict[str, Any]]) -> list[CueForm]:
    return [
        CueForm(
            words=(noun,),
            voice="noun",
            act=group["act"],
            holds=group.get("holds", True),
            certainty=group.get("certainty", "certain"),
            about=group.get("about", False),
            only_points=group.get("only_points", False),
            points=frozenset(group["points"]),
        )
        for group in groups
        for noun in group["nouns"]
    ]


_HEARSAY: Final[dict[str, tuple[Act, Certainty]]] = {
    "report": ("report", "unspecified"),
    "probable": ("opine", "probable"),
    "possible": ("opine", "possible"),
    "request": ("request", "unspecified"),
    "accuse": ("accuse", "certain"),
    "opine": ("opine", "certain"),
    "told": ("inform", "certain"),
    "hoped": ("opine", "unspecified"),
    "ask": ("ask", "unspecified"),
    "it": ("report", "unspecified"),
    "it_probable": ("opine", "probable"),
}


def _hearsay_forms(groups: dict[str, list[str]]) -> list[CueForm]:
    """Passives and adverbs that lay a content at nobody's door; "it" lists those that need a dummy subject."""
    return [
        CueForm(
            words=tuple(form.split()),
            voice="hearsay",
            act=_HEARSAY[name][0],
            certainty=_HEARSAY[name][1],
            takes="none" if name.startswith("it") else "phrase",
        )
        for name, forms in groups.items()
        for form in forms
    ]


def _one_namespace(code: str, files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The lists of several files by name. Raises WordsError where two files have one of the same name: one would hide the other."""
    listed: dict[str, Any] = {}
    for name, lists in files.items():
        if doubled := listed.keys() & lists.keys():
            raise WordsError(f"words/{code}/{name}.yaml names a list that another file of the language has: {', '.join(sorted(doubled))}")
        listed |= lists
    return listed


def _according_forms(grammar: dict[str, Any]) -> list[CueForm]:
    forms = [CueForm(words=tuple(str(words).split()), voice="according", act="inform") for words in grammar["according_to"]]
    if grammar["enclitic"]:
        glued = [f"{words}{grammar['enclitic']}" for words in grammar["according_to"] if words not in grammar["never_glued"]]
        forms += [
            CueForm(words=tuple(words.split()), voice="according", act="inform", enclitic=len(grammar["enclitic"])) for words in glued
        ]
    return forms


def _by_first(forms: list[CueForm]) -> dict[str, tuple[CueForm, ...]]:
    """Forms by first word, longest first; of the same words the earlier group's meaning holds."""
    by_first: dict[str, dict[tuple[str, ...], CueForm]] = {}
    for form in forms:
        by_first.setdefault(form.words[0], {}).setdefault(form.words, form)
    return {first: tuple(sorted(found.values(), key=lambda f: -len(f.words))) for first, found in by_first.items()}
