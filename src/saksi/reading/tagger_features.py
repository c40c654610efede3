"""What the name tagger looks at: the same features for training and for reading; it decides nothing.

A feature is a short string. Those of a word alone are remembered; those of its surroundings are made where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.tagger_words import NOTHING, case, flags, word_features
from saksi.records.entity import EntityKind
from saksi.words.forms import Forms
from saksi.words.places import places
from saksi.words.world import world

GAP: Final = 3
"""Small words and marks in a row over which a name can go on ("Bureau of the Interior")."""
NEAR: Final = 2
"""Words on either side of a word that are looked at."""
LONG: Final = 4
"""Tokens from which a stretch of capitals counts as long."""
SHORTEST_HEADLINE: Final = 5
MOSTLY: Final = 0.65
"""Share of capitalised words from which a sentence is a headline."""
HEADS, ROLES = frozenset({"O", "Os", "Oc"}), frozenset({"R", "K"})
Window = tuple[tuple[int, str], ...]
Small = tuple[str, ...]
"""The name of a maker of features in `SMALL` and what it makes them from: few values, so that the sums can be remembered."""
Looked = tuple[list[str], list[str], tuple[Small, ...], Window]


def runs(laid: LaidOut, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Stretches of tokens, both ends included, between `first` and `last` in which a name can lie.

    Each goes from a capital to a capital, over up to three small words or marks between, with the figures and the bracket right
    behind it and the small word or bracket right before and behind. What lies outside is in no name.
    """
    words = laid.tokens.words
    begin = capital = end = first - 1
    started = False
    for i in range(first, last + 1):
        word = words[i]
        if word[0].isupper() or (word[0].isalpha() and not word.islower()):
            if started and i - capital > GAP + 1:
                yield begin, end
                started = False
            if not started:
                begin = i - 1 if i - 1 > end and _may_open(words[i - 1]) else i
                started = True
            capital = end = i
        elif started and i == capital + 1 and (word[0].isalnum() or word == ")"):
            end = i
    if started:
        yield begin, end


def plain_opening(laid: LaidOut, run: tuple[int, int]) -> bool:
    """Whether the only capital of a run is that of a closed word that opens a sentence ("Namun", "The")."""
    words = laid.tokens.words
    capitals = [i for i in range(run[0], run[1] + 1) if not words[i].islower() and words[i][0].isalpha()]
    if len(capitals) != 1 or (capitals[0] and laid.tokens.word(capitals[0] - 1)):
        return False
    return laid.tokens.lower[capitals[0]] in laid.lang.closed and words[capitals[0]].istitle()


def _may_open(word: str) -> bool:
    """Whether a small word or bracket can be the first of a name ("pulau Jawa", "(Jokowi)")."""
    return word[0].isalpha() or word == "("


class Surroundings:
    """What a whole text says of its words: which stand capitalised inside a sentence, in small letters, behind a title.

    `actors` gives the known actors of the gazetteer by their first token: the last one, and the kind.
    """

    __slots__ = ("_shouted", "actors", "inside", "small", "titled")

    def __init__(self, laid: LaidOut, actors: Mapping[int, tuple[int, EntityKind]] | None = None) -> None:
        words, lower = laid.tokens.words, laid.tokens.lower
        self.actors: dict[int, str] = {}
        for first, (last, kind) in (actors or {}).items():
            self.actors |= {first: f"B{kind[0]}", **dict.fromkeys(range(first + 1, last + 1), f"I{kind[0]}")}
        self.small = {word for word in words if word[0].islower()}
        self._shouted: dict[tuple[int, int], bool] = {}
        self.inside: set[str] = set()
        self.titled: set[str] = set()
        titles = laid.lang.singles["honorifics"] | laid.lang.singles["role_heads"] | laid.lang.singles["ranks"]
        for i in range(1, len(words)):
            if words[i][0].isupper() and words[i - 1][0].isalnum():
                (self.titled if lower[i - 1] in titles else self.inside).add(words[i])

    def shouted(self, laid: LaidOut, sentence: tuple[int, int]) -> bool:
        """Whether most words of a sentence are capitalised, as in a headline; looked at once a sentence."""
        if sentence not in self._shouted:
            letters = [word[0] for word in laid.tokens.words[sentence[0] : sentence[1] + 1] if word[0].isalpha()]
            self._shouted[sentence] = len(letters) >= SHORTEST_HEADLINE and sum(map(str.isupper, letters)) > MOSTLY * len(letters)
        return self._shouted[sentence]


@cache
def _listed(code: str) -> tuple[Forms, dict[str, str], frozenset[str]]:
    """The forms of all lists at once, the sort of each form, and the words with which one can begin; of two lists the first decides."""
    known = world()
    states = known.states_in[code]
    sorts: dict[str, str] = {}
    for form in known.states:
        state = states.get(form)
        sorts[form] = "s?" if state is None else f"s{state.kind[0]}{'?' if state.ambiguous else ''}"
    for sort, forms in (("b", known.bodies), ("n", known.outlets), ("p", places().names)):
        for form in forms:
            sorts.setdefault(form, sort)
    every = Forms(sorts)
    return every, sorts, every.first_words()


def known_forms(laid: LaidOut, run: tuple[int, int]) -> dict[int, str]:
    """The tokens of a run that are part of a known state, body, outlet or place of the word lists, as B or I and its sort."""
    every, sorts, firsts = _listed(laid.lang.code)
    tokens = laid.tokens
    found: dict[int, str] = {}
    i = run[0]
    while i <= run[1]:
        word = tokens.words[i]
        form = every.at(laid.text, tokens.starts[i], word) if word in firsts else None
        if form is None:
            i += 1
            continue
        end = tokens.starts[i] + len(form)
        found[i] = f"B{sorts[form]}"
        i += 1
        while i < len(tokens) and tokens.starts[i] < end:
            found[i] = f"I{sorts[form]}"
            i += 1
    return found


def features(laid: LaidOut, run: tuple[int, int], sentence: tuple[int, int], around: Surroundings) -> list[Looked]:
    """For each token of a run what it shares with its stretch of capitals, what is its own, and the words near it with their distance."""
    forms = known_forms(laid, run)
    shouted, actors = around.shouted(laid, sentence), around.actors
    rows: list[Looked] = []
    begin = run[0]
    while begin <= run[1]:
        end = begin
        if laid.tokens.capital(begin):
            while end < run[1] and laid.tokens.capital(end + 1):
                end += 1
        common = _stretch_features(laid, begin, end, sentence)
        head = role = ""
        for i in range(begin, end + 1):
            row = _place_features(laid, i, begin, end, sentence)
            row += (f"hd={head}", f"rl={role}")
            if actors:
                row += _actor_features(actors, i)
            small = (
                ("place", str(min(i - begin, LONG)), str(min(end - i, LONG))),
                ("cases", *_cases(laid, i, sentence)),
                ("forms", forms.get(i - 1, "None"), forms.get(i, "None"), forms.get(i + 1, "None")),
                ("text", *_use(laid, i, sentence, around), *(("shouted",) if shouted else ())),
            )
            own = flags(laid.lang.code, laid.tokens.words[i])
            if not HEADS.isdisjoint(own):
                head = laid.tokens.lower[i]
            if not ROLES.isdisjoint(own):
                role = laid.tokens.lower[i]
            rows.append((common, row, small, _window(laid, i, sentence)))
        begin = end + 1
    return rows


def spelt(code: str, row: Looked) -> list[str]:
    """A token's features as one list, those of the words near it and of what has few values spelt out."""
    small = [feature for key in row[2] for feature in small_features(key)]
    return row[0] + row[1] + small + [feature for offset, word in row[3] for feature in word_features(code, word, offset)]


def small_features(key: Small) -> tuple[str, ...]:
    """The features of one thing that has few values."""
    return SMALL[key[0]](*key[1:])


def _stretch_features(laid: LaidOut, begin: int, end: int, sentence: tuple[int, int]) -> list[str]:
    """Features of a stretch of capitals from what stands right before and behind it."""
    lower, code = laid.tokens.lower, laid.lang.code
    left = lower[begin - 1] if begin > sentence[0] else "^"
    left2 = lower[begin - 2] if begin > sentence[0] + 1 else "^"
    right = lower[end + 1] if end < sentence[1] else "$"
    right2 = lower[end + 2] if end < sentence[1] - 1 else "$"
    found = [f"L={left}", f"R={right}", f"L2={left2} {left}", f"R2={right} {right2}", f"n={min(end - begin, LONG)}"]
    found += [f"LF={flag}" for flag in flags(code, left)]
    found += [f"RF={flag}" for flag in flags(code, right)]
    found += (f"FW={lower[begin]}", f"LW={lower[end]}")
    return found


def _place_features(laid: LaidOut, i: int, begin: int, end: int, sentence: tuple[int, int]) -> list[str]:
    """Features of how far a token stands from the words around its stretch of capitals, and of the two pairs of words it is part of."""
    lower = laid.tokens.lower
    left = lower[begin - 1] if begin > sentence[0] else "^"
    right = lower[end + 1] if end < sentence[1] else "$"
    found = [f"kL={min(i - begin, LONG)},{left}", f"rR={min(end - i, LONG)},{right}"]
    if i > sentence[0]:
        found.append(f"bg-={lower[i - 1]} {lower[i]}")
    if i < sentence[1]:
        found.append(f"bg+={lower[i]} {lower[i + 1]}")
    return found


def _of_place(k: str, r: str) -> tuple[str, ...]:
    """Features of where a token stands in its stretch of capitals: tokens before and behind it."""
    return (f"k={k}", f"r={r}", f"kr={k},{r}")


def _cases(laid: LaidOut, i: int, sentence: tuple[int, int]) -> tuple[str, str, str]:
    """How a token and its neighbours are written; nothing beyond the sentence."""
    words = laid.tokens.words
    before = case(words[i - 1]) if i > sentence[0] else ""
    behind = case(words[i + 1]) if i < sentence[1] else ""
    return before, case(words[i]), behind


def _of_cases(before: str, own: str, behind: str) -> tuple[str, ...]:
    """Features of how a token and its neighbours are written."""
    return (*((f"c-={before},{own}",) if before else ()), *((f"c+={own},{behind}",) if behind else ()))


def _of_forms(before: str, here: str, behind: str) -> tuple[str, ...]:
    """Features of the known names that a token and its neighbours are part of."""
    return (f"G={here}", f"G-1={before}", f"G+1={behind}", f"GG={here},{behind}")


def _actor_features(actors: Mapping[int, str], i: int) -> list[str]:
    """Features of the known actors of the gazetteer that a token and its neighbours are part of."""
    return [f"A{k - i}={actors[k]}" for k in (i - 1, i, i + 1) if k in actors]


def _use(laid: LaidOut, i: int, sentence: tuple[int, int], around: Surroundings) -> tuple[str, ...]:
    """Features of how the text uses the word elsewhere, and whether its sentence or clause opens with it."""
    word, lower = laid.tokens.words[i], laid.tokens.lower[i]
    small = lower in around.small
    found = ["small"] if small else []
    if i == sentence[0] or not (laid.tokens.word(i - 1) or laid.tokens.words[i - 1] in ",-"):
        inside = "in" if word in around.inside else "no"
        found += ("first", f"first,{case(word)},{inside},{'sm' if small else 'no'}")
    if word in around.titled:
        found.append("titled")
    if laid.quote_of[i] >= 0:
        found.append("quoted")
    return tuple(found)


def _of_use(*found: str) -> tuple[str, ...]:
    """Features of how the text uses a word: they are what they are made from."""
    return found


SMALL: Final[dict[str, Callable[..., tuple[str, ...]]]] = {"place": _of_place, "cases": _of_cases, "forms": _of_forms, "text": _of_use}


def _window(laid: LaidOut, i: int, sentence: tuple[int, int]) -> Window:
    words = laid.tokens.words
    return tuple((offset, words[i + offset] if sentence[0] <= i + offset <= sentence[1] else NOTHING) for offset in range(-NEAR, NEAR + 1))
