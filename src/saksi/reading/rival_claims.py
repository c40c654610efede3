"""Finds what one speaker affirms and another denies in the same words, where no answer ties the two together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saksi.reading.accounts import rival
from saksi.reading.conflict_words import ConflictWords
from saksi.records import Conflict, Differing, Mention, QuantityValue, Span, Statement

_APART: Final = 1_000
"""Characters between two rival claims; farther apart they speak of two happenings more often than of one."""
_NUMBER_NEAR: Final = 250
"""Characters behind a denial of any number in which a figure is one of those denied."""
_WORDS: Final = 20
"""Words of a content that makes one claim; longer ones make several."""
_SAME_WORDS: Final = 0.7
"""Part of the words that must be the same."""
_SHARED: Final = 3
"""Words that carry meaning and stand in both."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class _Claim(NamedTuple):
    """A content with its words of meaning in small letters; `negator` is the word that denies it, in it or as its cue."""

    statement: Statement
    content: Span
    words: frozenset[str]
    negator: Span | None
    negated: str | None


def rival_claims(text: str, statements: Sequence[Statement], mentions: Sequence[Mention], words: ConflictWords) -> Iterator[Conflict]:
    """Conflicts of polarity, in the order of the text.

    Two short contents of different speakers in nearly the same words, one of them with a negation or held false; or one
    that denies that there was any number, and behind it one that gives it ("mentions 5,000 posts"). An update or a plan on
    either side is none, nor is a pair where one answers the other.
    """
    yield from _numbers_denied(statements, mentions, words)
    ordered = sorted(statements, key=_place)
    for denial in (statement for statement in statements if _negates(statement, words)):
        b = _claim(text, denial, words)
        if b is None or b.negator is None:
            continue
        near = bisect_left(ordered, b.content.start - _APART, key=_place), bisect_right(ordered, b.content.start + _APART, key=_place)
        for statement in ordered[near[0] : near[1]]:
            if len(b.words.intersection(statement.contents[0].text.lower().split())) < _SHARED - 1:
                continue
            a = _claim(text, statement, words)
            if a is not None and a.negator is None and _same(a, b) and rival(statement, denial):
                yield _conflict(a, b)


def _numbers_denied(statements: Sequence[Statement], mentions: Sequence[Mention], words: ConflictWords) -> Iterator[Conflict]:
    """A denial of any number against the next rival statement that gives one.

    "Karim denied that any number had been agreed. The accord mentions 5,000 posts." Not so with "denied that any shot was
    fired", nor with a figure far behind.
    """
    denials = [said for said in statements if said.polarity == "denied" and said.contents[0].text.lower().startswith(words.any_number)]
    if not denials:
        return
    figures = sorted((m for m in mentions if isinstance(m.value, QuantityValue)), key=lambda mention: mention.start)
    starts, ordered = [mention.start for mention in figures], sorted(statements, key=_place)
    for denial in denials:
        content = denial.contents[0]
        first = bisect_left(ordered, content.end, key=_place)
        for told in ordered[first : bisect_right(ordered, content.end + _NUMBER_NEAR, key=_place)]:
            span = told.contents[0]
            n = bisect_left(starts, span.start)
            if told.polarity == "affirmed" and n < len(figures) and figures[n].end <= span.end and rival(denial, told):
                differs = Differing(a=(denial.cue or content).text, b=figures[n].text)
                yield Conflict(a=content, b=span, kind="polarity", differs=(differs,))
                break


def _place(statement: Statement) -> int:
    return statement.contents[0].start


def _negates(statement: Statement, words: ConflictWords) -> bool:
    """Whether the content is held false or seems to hold a negation; quick, so that most statements are looked at once."""
    return statement.polarity == "denied" or not words.negations.isdisjoint(statement.contents[0].text.lower().split())


def _claim(text: str, statement: Statement, words: ConflictWords) -> _Claim | None:
    """The claim that a statement makes; None where it is long, asks or wishes, is no longer so or not yet so, or negates twice."""
    if len(statement.contents) != 1 or statement.act in ("ask", "request", "promise", "warn") or statement.certainty == "possible":
        return None
    content = statement.contents[0]
    tokens = list(_WORD.finditer(text, content.start, content.end))
    found = [token.group().lower() for token in tokens]
    if len(found) > _WORDS or words.updates.within(found, joined := f" {' '.join(found)} ") or words.not_yet.within(found, joined):
        return None
    negators = [n for n, word in enumerate(found) if word in words.negations]
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


def _conflict(told: _Claim, denied: _Claim) -> Conflict:
    """The pair in the order of the text: the negation with its word against that word, or a denying cue against the content."""
    denial = (denied.negator or denied.content).text
    plain = denied.negated if denied.negated is not None and denied.negated.lower() in told.content.text.lower() else told.content.text
    if told.content.start < denied.content.start:
        return Conflict(a=told.content, b=denied.content, kind="polarity", differs=(Differing(a=plain, b=denial),))
    return Conflict(a=denied.content, b=told.content, kind="polarity", differs=(Differing(a=denial, b=plain),))
