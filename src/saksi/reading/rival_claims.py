"""Finds what one speaker affirms and another denies in the same words, where no answer ties the two together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saksi.reading.accounts import rival
from saksi.reading.conflict_words import ConflictWords
from saksi.records import Conflict, Differing, Span, Statement

_APART = 1_000
"""Characters between two rival claims; farther apart they speak of two happenings more often than of one."""
_WORDS = 20
"""Words of a content that makes one claim; longer ones make several."""
_SAME_WORDS = 0.7
"""Part of the words that must be the same."""
_SHARED = 3
"""Words that carry meaning and stand in both."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class _Claim(NamedTuple):
    """A content with its words of meaning in small letters; `negator` is the word that denies it, in it or as its cue."""

    statement: Statement
    content: Span
    words: frozenset[str]
    negator: Span | None
    negated: str | None


def rival_claims(text: str, statements: Sequence[Statement], words: ConflictWords) -> Iterator[Conflict]:
    """Conflicts of polarity, in the order of the text.

    Two short contents of different speakers in nearly the same words, one of them with a negation or held false. An
    update or a plan on either side is none, nor is a pair where one answers the other.
    """
    claims = [claim for statement in statements if (claim := _claim(text, statement, words)) is not None]
    claims.sort(key=lambda claim: claim.content.start)
    for n, a in enumerate(claims):
        for b in claims[n + 1 :]:
            if b.content.start - a.content.end > _APART:
                break
            if (a.negator is None) != (b.negator is None) and _same(a, b) and rival(a.statement, b.statement):
                yield Conflict(a=a.content, b=b.content, kind="polarity", differs=_differing(a, b))


def _claim(text: str, statement: Statement, words: ConflictWords) -> _Claim | None:
    """The claim that a statement makes; None where it is long, asks or wishes, is no longer so or not yet so, or negates twice."""
    if len(statement.contents) != 1 or statement.act in ("ask", "request", "promise", "warn") or statement.certainty == "possible":
        return None
    content = statement.contents[0]
    tokens = list(_WORD.finditer(text, content.start, content.end))
    found = [token.group().lower() for token in tokens]
    if len(found) > _WORDS or words.updates.within(found, joined := f" {' '.join(found)} ") or words.not_yet.within(found, joined):
        return None
    negators = [n for n, word in enumerate(found) if word in words.negations or word.endswith(("n't", "n’t"))]
    if len(negators) + (statement.polarity == "denied") > 1:
        return None
    meaning = frozenset(found) - words.light - words.negations
    if statement.polarity == "denied":
        return _Claim(statement, content, meaning, statement.cue or content, None)
    if not negators:
        return _Claim(statement, content, meaning, None, None)
    n = negators[0]
    last = tokens[min(n + 1, len(tokens) - 1)]
    return _Claim(statement, content, meaning, Span.cut(text, tokens[n].start(), last.end()), last.group())


def _same(a: _Claim, b: _Claim) -> bool:
    shared = a.words & b.words
    return len(shared) >= _SHARED and len(shared) >= _SAME_WORDS * len(a.words | b.words)


def _differing(a: _Claim, b: _Claim) -> tuple[Differing, ...]:
    """The negation with the word it negates against that word, or the cue that denies against the content it denies."""
    told = a if a.negator is None else b
    other = b if a.negator is None else a
    denial = (other.negator or other.content).text
    plain = other.negated if other.negated is not None and other.negated.lower() in told.content.text.lower() else told.content.text
    return (Differing(a=plain, b=denial),) if told is a else (Differing(a=denial, b=plain),)
