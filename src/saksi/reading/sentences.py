"""Sentences: where each begins and ends; a quotation is never cut, and its attribution stays with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from saksi.limits import SENTENCE_CUES, SENTENCE_TOKENS
from saksi.reading.language import Language
from saksi.reading.marks import MARKS, last_inside
from saksi.reading.quotes import Quote
from saksi.reading.tokens import Sentence, Tokens
from saksi.words.forenames import forenames

ENDS: Final = frozenset(".?!…")
CLOSERS: Final = MARKS | {")", "]"}
OPENERS: Final = MARKS | {"(", "[", "—", "–"}
NEAR: Final = 3
"""Tokens before a quote in which the verb that introduces it stands ("was asked, …")."""
_ADVERBIAL: Final = ("prepositions", "time_words", "adverbs")
_OPENING: Final = (
    "but",
    "while",
    "because",
    "coordinators",
    "question_words",
    "complementizers",
    "prepositions",
    "determiners",
    "definite",
)
"""Closed classes whose capital says that a sentence opens."""
_COMMON: Final = ("role_heads", "collectives", "institution_heads")
"""Open classes whose words are no surnames in Indonesian."""
LONGEST_LABEL: Final = 4
"""Words of the label that opens a line of a transcript."""
LOOKAHEAD: Final = 8
"""Tokens behind a quote that ends in a full stop in which a verb of speech still belongs to it ("…!" Smith said)."""


def split_sentences(tokens: Tokens, quotes: list[Quote], lang: Language) -> list[Sentence]:
    """The sentences in order; every token but paragraph ends lies in exactly one."""
    sentences: list[Sentence] = []
    inside = {q.opening: q.closing for q in quotes if not q.nested}
    count, first, paragraph, i = len(tokens), 0, 0, 0
    quoted = cues = 0
    while i < count:
        word = tokens.words[i]
        if word == "\n" and i > first and _label_follows(tokens, i + 1):
            sentences.append(Sentence(first, i - 1, paragraph))
            first, quoted, cues = i, 0, 0
        if word == "\n\n":
            if i > first:
                sentences.append(Sentence(first, i - 1, paragraph))
            paragraph += 1
            first = i + 1
        elif i in inside:
            opening, i = i, inside[i]
            quoted += i - opening
            if _quote_ends_sentence(tokens, opening, i, lang):
                sentences.append(Sentence(first, i, paragraph))
                first = i + 1
        elif word in ENDS and _ends_here(tokens, i, lang):
            while i + 1 < count and (tokens.words[i + 1] in ENDS or (tokens.words[i + 1] in CLOSERS and _glued(tokens, i + 1))):
                i += 1
            sentences.append(Sentence(first, i, paragraph))
            first = i + 1
        elif tokens.lower[i] in lang.triggers:
            cues += 1
        i += 1
        if first >= i:
            quoted = cues = 0
        elif i < count and (i - first - quoted >= SENTENCE_TOKENS or (cues >= SENTENCE_CUES and tokens.lower[i] in lang.triggers)):
            sentences.append(Sentence(first, i - 1, paragraph, cut=True))
            first, quoted, cues = i, 0, 0
    if first < count:
        sentences.append(Sentence(first, count - 1, paragraph))
    return [s for s in sentences if tokens.words[s.first] != "\n" or s.last > s.first]


def _label_follows(tokens: Tokens, start: int) -> bool:
    """Whether a line opens with a few capitalised words and a colon, as a turn of a transcript does."""
    for j in range(start, min(start + LONGEST_LABEL + 1, len(tokens))):
        if tokens.words[j] == ":":
            return j > start
        if not tokens.capital(j):
            return False
    return False


def sentences_inside(tokens: Tokens, first: int, last: int, lang: Language) -> Iterator[Sentence]:
    """The sentences of a quotation whose marks enclose tokens `first` to `last`, cut at its stops; their paragraph is 0."""
    begin, cues = first, 0
    for i in range(first, last + 1):
        cue = tokens.lower[i] in lang.triggers
        if i - begin >= SENTENCE_TOKENS or (cue and cues >= SENTENCE_CUES):
            yield Sentence(begin, i - 1, 0, cut=True)
            begin, cues = i, 0
        cues += cue
        if tokens.words[i] in ".?!\n\n" and (i == last or not (_glued(tokens, i + 1) or _shortens(tokens, i, i + 1, lang))):
            if i > begin:
                yield Sentence(begin, i, 0)
            begin, cues = i + 1, 0
    if begin < last:
        yield Sentence(begin, last, 0)


def _glued(tokens: Tokens, i: int) -> bool:
    return tokens.ends[i - 1] == tokens.starts[i]


def _ends_here(tokens: Tokens, i: int, lang: Language) -> bool:
    """Whether the stop at `i` ends a sentence: not after an abbreviation or initial, and only before a new start."""
    after = _next_word(tokens, i)
    if after is None:
        return True
    if tokens.starts[after] == tokens.ends[i] and tokens.words[after][0].isalnum():
        return tokens.words[i] != "." or (tokens.words[after][0].isupper() and len(tokens.words[i - 1]) > 3)
    word = tokens.words[after]
    if word[0].islower() or (word in ",;" and _glued(tokens, after)):
        return False
    return not _shortens(tokens, i, after, lang)


def _shortens(tokens: Tokens, i: int, after: int, lang: Language) -> bool:
    """Whether the stop at `i` belongs to an abbreviation ("Mr. Hale") or to an initial of the name that goes on with token `after`."""
    if tokens.words[i] != "." or i == 0:
        return False
    before = tokens.words[i - 1]
    if len(before) == 1 and before.isupper() and before != "I":
        return not _only_opens(tokens, i - 1, after, lang)
    return tokens.lower[i - 1] in lang.singles["abbreviations"]


def _only_opens(tokens: Tokens, initial: int, i: int, lang: Language) -> bool:
    """Whether the capitalised word `i` behind an initial is no name, so that a sentence opens with it ("… memburu J. Ia …", "K. He said").

    In "J. Lestari" and "Robert E. Lee" it is one; closed words that are given names too count as names ("M. Lalu Wirya"), and so
    does whatever stands behind two initials, but for a pronoun ("J. K. An").
    """
    lower, sets = tokens.lower, lang.singles
    word = lower[i]
    if not tokens.capital(i) or tokens.words[i] in forenames() or word in sets["name_particles"]:
        return False
    if any(word in words for words in lang.pronouns.values()):
        return True
    if initial > 1 and tokens.words[initial - 1] == "." and len(tokens.words[initial - 2]) == 1:
        return False
    if lang.classes["discourse"].length(lower, i) or any(word in sets[name] for name in _OPENING):
        return True
    if lang.code != "id" or lower[initial] in sets["abbreviations"] or word in sets["roles_in_names"] | sets["honorifics"]:
        return False
    return any(word in sets[name] for name in _COMMON) or lang.noun_shaped(word) or word in lang.nouns


def _next_word(tokens: Tokens, i: int) -> int | None:
    """The next token that is no line end and no closing mark; None before a paragraph's end."""
    j = i + 1
    while j < len(tokens) and ((tokens.words[j] in CLOSERS and _glued(tokens, j)) or tokens.words[j] == "\n"):
        j += 1
    return None if j >= len(tokens) or tokens.words[j] == "\n\n" else j


def _quote_ends_sentence(tokens: Tokens, opening: int, closing: int, lang: Language) -> bool:
    """Whether a sentence ends with the quote that closes here."""
    after = closing + 1
    while after < len(tokens) and tokens.words[after] == "\n":
        after += 1
    if after >= len(tokens) or tokens.words[after] == "\n\n":
        return True
    stop = tokens.words[last_inside(tokens, closing)]
    if stop not in ENDS or not (tokens.words[after][0].isupper() or tokens.words[after] in OPENERS):
        return False
    if tokens.words[after][0].isupper():
        return _introduced(tokens, opening, lang) or not _attribution_follows(tokens, after, lang, tight=stop == ".")
    return True


def _introduced(tokens: Tokens, opening: int, lang: Language) -> bool:
    """Whether the quote has its attribution before it already: 'Lee was asked, "Who paid?" She answered …'."""
    if opening < NEAR or tokens.words[opening - 1] not in ",:":
        return False
    return tokens.words[opening - 1] == ":" or any(lang.cue_at(tokens.lower, j) for j in range(opening - NEAR, opening - 1))


def _only_attribution(tokens: Tokens, start: int) -> bool:
    """Whether a sentence is nothing but verb and speaker ("Kata Rini."), no attribution of what comes behind it ("Kata Rini, …")."""
    ahead = tokens.words[start : start + LOOKAHEAD]
    stop = next((k for k, word in enumerate(ahead) if word in ENDS or word in OPENERS or word in {",", ":", "\n\n"}), len(ahead))
    return stop == len(ahead) or ahead[stop] in (".", "\n\n")


def _attribution_follows(tokens: Tokens, start: int, lang: Language, *, tight: bool) -> bool:
    """Whether NAME + verb of speech comes right behind: '"Never!" Smith said.'; where `tight`, nothing may come behind the verb."""
    if lang.code == "id" and (cue := lang.cue_at(tokens.lower, start)) is not None and cue.voice == "bare":
        return _only_attribution(tokens, start)
    for j in range(start, min(start + LOOKAHEAD, len(tokens))):
        word = tokens.words[j]
        if word in ",;:" or word in ENDS or word.startswith("\n"):
            return False
        cue = lang.cue_at(tokens.lower, j)
        if cue is not None and cue.voice == ("active" if lang.code == "en" else "bare") and j > start:
            behind = j + len(cue.words)
            if behind >= len(tokens) or tokens.words[behind] in (".", "\n\n"):
                return True
            return not tight and (tokens.words[behind] in ",;\n" or any(tokens.lower[behind] in lang.singles[name] for name in _ADVERBIAL))
    return False
