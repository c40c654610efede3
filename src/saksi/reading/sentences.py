"""Sentences: where each begins and ends; a quotation is never cut, and its attribution stays with it."""

from __future__ import annotations

from saksi.limits import SENTENCE_TOKENS
from saksi.reading.language import Language
from saksi.reading.quotes import Quote
from saksi.reading.tokens import Sentence, Tokens

ENDS = frozenset(".?!…")
CLOSERS = frozenset("\"”’'»)]")
LOOKAHEAD = 8
"""Tokens behind a quote that ends in a full stop in which a verb of speech still belongs to it ("…!" Smith said)."""


def split_sentences(tokens: Tokens, quotes: list[Quote], lang: Language) -> list[Sentence]:
    """The sentences in order; every token but paragraph ends lies in exactly one."""
    sentences: list[Sentence] = []
    inside = {q.opening: q.closing for q in quotes if not q.nested}
    count, first, paragraph, i = len(tokens), 0, 0, 0
    quoted = 0
    while i < count:
        word = tokens.words[i]
        if word == "\n\n":
            if i > first:
                sentences.append(Sentence(first, i - 1, paragraph))
            paragraph += 1
            first = i + 1
        elif i in inside:
            quoted += inside[i] - i
            i = inside[i]
            if _quote_ends_sentence(tokens, i, lang):
                sentences.append(Sentence(first, i, paragraph))
                first = i + 1
        elif word in ENDS and _ends_here(tokens, i, lang):
            while i + 1 < count and (tokens.words[i + 1] in ENDS or (tokens.words[i + 1] in CLOSERS and _glued(tokens, i + 1))):
                i += 1
            sentences.append(Sentence(first, i, paragraph))
            first = i + 1
        i += 1
        if first >= i:
            quoted = 0
        elif i - first - quoted >= SENTENCE_TOKENS and i < count:
            sentences.append(Sentence(first, i - 1, paragraph, cut=True))
            first, quoted = i, 0
    if first < count:
        sentences.append(Sentence(first, count - 1, paragraph))
    return [s for s in sentences if tokens.words[s.first] != "\n" or s.last > s.first]


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
    if word[0].islower():
        return False
    if tokens.words[i] != "." or i == 0:
        return True
    before = tokens.words[i - 1]
    if len(before) == 1 and before.isupper() and before != "I":
        return False
    return tokens.lower[i - 1] not in lang.singles["abbreviations"]


def _next_word(tokens: Tokens, i: int) -> int | None:
    """The next token that is no line end and no closing mark; None before a paragraph's end."""
    j = i + 1
    while j < len(tokens) and ((tokens.words[j] in CLOSERS and _glued(tokens, j)) or tokens.words[j] == "\n"):
        j += 1
    return None if j >= len(tokens) or tokens.words[j] == "\n\n" else j


def _quote_ends_sentence(tokens: Tokens, closing: int, lang: Language) -> bool:
    """Whether a sentence ends with the quote that closes here."""
    after = closing + 1
    while after < len(tokens) and tokens.words[after] == "\n":
        after += 1
    if after >= len(tokens) or tokens.words[after] == "\n\n":
        return True
    if tokens.words[closing - 1] not in ENDS or not (tokens.words[after][0].isupper() or tokens.words[after] in '"“”„«‘([—–'):
        return False
    if tokens.words[after][0].isupper():
        return not _attribution_follows(tokens, after, lang)
    return True


def _attribution_follows(tokens: Tokens, start: int, lang: Language) -> bool:
    """Whether NAME + verb of speech comes right behind: '"Never!" Smith said.'"""
    for j in range(start, min(start + LOOKAHEAD, len(tokens))):
        word = tokens.words[j]
        if word in ",;:" or word in ENDS or word.startswith("\n"):
            return False
        cue = lang.cue_at(tokens.lower, j)
        if cue is not None and cue.voice == ("active" if lang.code == "en" else "bare") and j > start:
            behind = j + len(cue.words)
            return behind >= len(tokens) or tokens.words[behind] in ".,;\n\n" or tokens.lower[behind] in lang.singles["prepositions"]
    return False
