"""LaidOut: a text with its tokens, quotes and sentences and its language; what every rule of reading looks at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Final

from saksi.reading.language import Language, language
from saksi.reading.quotes import Quote, pair_quotes
from saksi.reading.sentences import split_sentences
from saksi.reading.tokens import Sentence, Tokens, tokenise
from saksi.words.forenames import forenames
from saksi.words.packs import load
from saksi.words.places import places
from saksi.words.world import world

LONGEST_TITLE: Final = 10
"""Tokens from mark to mark of a title or name in quotation marks."""


@dataclass(slots=True)
class LaidOut:
    """`quote_of` gives for each token the opening mark of the outermost quote that holds it, marks included, else -1;
    `closing` maps the opening mark of each outermost quote to its closing one, those in order in `openings`; `partners` every
    paired mark to its other.

    `forms` maps each token of a known state or body to the form's last token, `titles` each token of a role or rank of
    several words to its sort, R or K; `local_places` are words that this text uses as places.
    """

    text: str
    lang: Language
    tokens: Tokens
    quotes: list[Quote]
    sentences: list[Sentence]
    quote_of: list[int]
    closing: dict[int, int]
    partners: dict[int, int]
    forms: dict[int, int]
    titles: dict[int, str]
    local_places: frozenset[str]
    openings: list[int] = field(init=False)
    index: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.openings = sorted(self.closing)

    def places_of(self, word: str) -> list[int]:
        """The tokens at which a word stands, as it is written."""
        if not self.index:
            for i, other in enumerate(self.tokens.words):
                if other in self.index:
                    self.index[other].append(i)
                else:
                    self.index[other] = [i]
        return self.index.get(word, [])

    def dash(self, i: int) -> bool:
        """Whether a dash between words stands at token `i`, not a hyphen inside one: a long one, a spaced one or two in a row."""
        words, starts, ends = self.tokens.words, self.tokens.starts, self.tokens.ends
        if words[i] not in ("-", "–", "—"):
            return False
        return words[i] == "—" or i == 0 or i + 1 >= len(words) or (ends[i - 1] < starts[i] or ends[i] < starts[i + 1])

    def title_at(self, opening: int) -> bool:
        """Whether a quote is a title or name inside its sentence: a word before it, and capitals in it ('on "Morning Call," …')."""
        words, last = self.tokens.words, self.closing[opening]
        if last - opening > LONGEST_TITLE or opening == 0 or not self.tokens.word(opening - 1):
            return False
        if self.lang.cue_at(self.tokens.lower, opening - 1) is not None:
            return False
        inside = [i for i in range(opening + 1, last) if self.tokens.word(i)]
        small = self.lang.small_words
        return bool(inside) and words[inside[0]][0].isupper() and all(not words[i][0].islower() or words[i] in small for i in inside)

    def sentence_of(self, i: int) -> int:
        """The number of the sentence in which token `i` stands."""
        return max(0, bisect_right(self.sentences, i, key=attrgetter("first")) - 1)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of tokens `first` to `last`, both included."""
        return self.tokens.starts[first], self.tokens.ends[last]


def lay_out(text: str, lang: Language) -> LaidOut:
    """The text with its tokens, quotes, sentences and known forms."""
    tokens = tokenise(text)
    quotes = pair_quotes(tokens, lang)
    quote_of = [-1] * len(tokens)
    closing: dict[int, int] = {}
    for quote in quotes:
        if quote.nested or quote_of[quote.opening] >= 0:
            continue
        closing[quote.opening] = quote.closing
        quote_of[quote.opening : quote.closing + 1] = [quote.opening] * (quote.closing - quote.opening + 1)
    return LaidOut(
        text=text,
        lang=lang,
        tokens=tokens,
        quotes=quotes,
        sentences=split_sentences(tokens, quotes, lang),
        quote_of=quote_of,
        closing=closing,
        partners={a: b for q in quotes for a, b in ((q.opening, q.closing), (q.closing, q.opening))},
        forms=_known_forms(text, tokens, lang),
        titles=_titles(tokens, lang),
        local_places=_local_places(tokens, lang),
    )


@cache
def _place_words(code: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of what stands before a place's name, in small letters, and the pattern of it all with the name behind it."""
    grammar = load(code, "grammar")
    nouns, bodies = grammar["place_nouns"], grammar["place_bodies"]
    before = [f"[{noun[0].upper()}{noun[0]}]{noun[1:]}" for noun in nouns] + bodies + list(_TOWNS.get(code, {}).values())
    openers = {phrase.split()[0] for phrase in (*grammar["place_prepositions"], *nouns, *bodies)} | _TOWNS.get(code, {}).keys()
    name, within = r" [A-Z][^\W\d_]+", "|".join(grammar["place_prepositions"])
    return frozenset(openers), re.compile(rf"(?:{within})((?:{name}){{1,2}})|(?:{'|'.join(before)})({name})")


_TOWNS: Final = {"id": {"kota": "(?<![Ww]ali )[Kk]ota", "wali": r"[Ww]ali [Kk]ota(?=(?: [A-Z][^\W\d_]+){3})"}}
"""Patterns of the Indonesian word for a town, which is also part of a mayor's title, each under its first word."""
_DATELINE: Final = re.compile(r"^([A-Z][^\W\d_]+)(?:[ ,(][^-–—\n]{0,40})?(?: [-–—]|[–—])", re.M)


def _local_places(tokens: Tokens, lang: Language) -> frozenset[str]:
    """Words that the text itself uses as places: behind a preposition or noun of place, or in its dateline."""
    found: set[str] = set()
    (openers, pattern), behind = _place_words(lang.code), 0
    for word, start in zip(tokens.lower, tokens.starts, strict=True):
        if word in openers and start >= behind and (match := pattern.match(tokens.text, start)):
            found.update(*(name.split() for name in match.groups("")))
            behind = match.end()
    found -= forenames()
    found.update(place.title() for place in _DATELINE.findall(tokens.text))
    return frozenset(found)


def _titles(tokens: Tokens, lang: Language) -> dict[int, str]:
    """Each token of a role or rank of several words ("juru bicara", "vice president", "rear adm.") with its sort."""
    lower = tokens.lower
    firsts = _first_of_titles(lang.code)
    found: dict[int, str] = {}
    behind = 0
    for i, word in enumerate(lower):
        if word not in firsts or i < behind:
            continue
        size, sort = max((lang.classes[name].length(lower, i), sort) for name, sort in _TITLES)
        if size > 1:
            found.update(dict.fromkeys(range(i, i + size), sort))
            behind = i + size
    return found


@cache
def _first_of_titles(code: str) -> frozenset[str]:
    """The words with which a role or rank of several words can begin."""
    classes = language(code).classes
    return frozenset(first for name, _ in _TITLES for first, members in classes[name].by_first.items() if len(members[0]) > 1)


_TITLES: Final = (("role_prefixes", "R"), ("role_heads", "R"), ("ranks", "K"))


@cache
def _first_words() -> frozenset[str]:
    """The words with which the form of a state, body or place can begin."""
    known = world()
    return frozenset().union(*(forms.first_words() for forms in (known.state_forms, known.body_forms, places().forms)))


def _known_forms(text: str, tokens: Tokens, lang: Language) -> dict[int, int]:
    known = world()
    named = places()
    states, bodies = known.states_in[lang.code], known.bodies_in[lang.code]
    found: dict[int, int] = {}
    firsts = _first_words()
    for i, word in enumerate(tokens.words):
        if word not in firsts:
            continue
        start = tokens.starts[i]
        form = known.state_forms.at(text, start, word)
        if form is None or form not in states:
            form = known.body_forms.at(text, start, word)
        place = named.forms.at(text, start, word)
        if form is None or (form not in states and form not in bodies) or (place is not None and len(place) > len(form)):
            form = place
            if form is None or form in named.ambiguous:
                continue
        last = max(i, tokens.at(start + len(form)) - 1)
        found.update(dict.fromkeys(range(i, last + 1), last))
    return found
