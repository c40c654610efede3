"""Finds what the outlet tells in its own voice and denies elsewhere in the same words ("resigned", "did not resign")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from saksi.reading.conflict_words import ConflictWords
from saksi.records import Conflict, Differing, Span, Statement
from saksi.words.stems import stem

_WORDS: Final = range(4, 41)
"""Words of a sentence that makes one claim; longer ones make several."""
_BETWEEN: Final = 2
"""Sentences that lie between both; nearer ones are a figure of speech or tell a change."""
_SHARED: Final = 3
"""Words that carry meaning and stand in both: who, what he did or did not do, and one more."""
_MORE: Final = 4
"""Words that the assertion may have behind those of the denial."""
_COMMON: Final = 8
"""Sentences that hold a word beyond which it brings no two of them together."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BREAK: Final = re.compile(r"[.!?…][\"”’)]{0,4}\s|\n")


class _Sentence(NamedTuple):
    """Where a sentence of the outlet lies, and its words as they are parted by blanks, in small letters."""

    order: int
    start: int
    end: int
    words: frozenset[str]


class _Told(NamedTuple):
    """A sentence of the outlet: its place in the order, its words of meaning in small letters, when it is set, what negates it.

    `meant` and `spelt` run in step; `negator` is the number of words of meaning before the negation, None where there is none.
    """

    order: int
    span: Span
    meant: tuple[str, ...]
    when: frozenset[str]
    spelt: tuple[str, ...]
    negator: int | None
    denial: str


def told_both_ways(
    text: str, language: str, statements: Sequence[Statement], captions: Sequence[Span], words: ConflictWords
) -> Iterator[Conflict]:
    """Conflicts of polarity in the outlet's own voice, in the order of the denials.

    Both sentences have the same words in the same order, the denial one negation more; the assertion may go on ("visited
    Oran" against "did not visit"). "The head of the port resigned on Tuesday" / "The head of the port did not resign on
    Tuesday" conflict; "did not resign on Monday", "has not yet resigned", "not only", "could not" and "he did not" do not:
    another time, an update, more of the same, no fact, perhaps another man.
    """
    if words.negations.isdisjoint(text.lower().split()):
        return
    sentences = list(_own_sentences(text, statements, captions))
    denying = (_told(text, each, words) for each in sentences if not words.negations.isdisjoint(each.words))
    denials = [told for told in denying if told is not None and told.negator is not None and len(told.meant) >= _SHARED]
    sought = {word for denial in denials for word in denial.meant}
    holding: dict[str, list[_Told]] = {}
    for each in sentences if denials else ():
        told = _told(text, each, words) if len(each.words & sought) >= _SHARED - 1 else None
        if told is not None and told.negator is None:
            for word in set(told.meant):
                holding.setdefault(word, []).append(told)
    for denial in denials:
        shelves = (shelf for word in set(denial.meant) if len(shelf := holding.get(word, [])) <= _COMMON)
        shared = Counter(one.order for shelf in shelves for one in shelf)
        near = [told_by for word in denial.meant for told_by in holding.get(word, ())[:_COMMON] if shared[told_by.order] >= _SHARED - 1]
        assertion = next((one for one in near if _excludes(denial, one, language, words)), None)
        if assertion is not None:
            yield _conflict(denial, assertion)


def _own_sentences(text: str, statements: Sequence[Statement], captions: Sequence[Span]) -> Iterator[_Sentence]:
    """The sentences in which nobody is heard and no caption stands, without questions."""
    taken = sorted([(span.start, span.end) for said in statements for span in said.contents] + [(c.start, c.end) for c in captions])
    starts, last = [start for start, _ in taken], 0
    ends = [last := max(last, end) for _, end in taken]
    bounds = [0, *(stop.end() for stop in _BREAK.finditer(text)), len(text)]
    for order, (start, end) in enumerate(pairwise(bounds)):
        heard = bisect_left(starts, end)
        if heard and ends[heard - 1] > start:
            continue
        stretch = text[start:end]
        if not stretch.rstrip('"”’) \n').endswith("?"):
            yield _Sentence(order, start, end, frozenset(stretch.lower().split()))


def _told(text: str, sentence: _Sentence, words: ConflictWords) -> _Told | None:
    """The sentence; None where it points at its subject, tells a plan or a part, or negates more than once."""
    order, start, end, _ = sentence
    found = list(_WORD.finditer(text, start, end))
    if len(found) not in _WORDS:
        return None
    lower = [word.group().lower() for word in found]
    joined = f" {' '.join(lower)} "
    negators = [n for n, word in enumerate(lower) if word in words.negations]
    if len(negators) > 1 or lower[0] in words.pointers:
        return None
    if words.not_yet.within(lower, joined) or words.half_negated.within(lower, joined):
        return None
    kept = [n for n, word in enumerate(lower) if not (word in words.light or word in words.negations or _sets(word, words))]
    at = negators[0] if negators else None
    return _Told(
        order=order,
        span=Span.cut(text, found[0].start(), found[-1].end()),
        meant=tuple(lower[n] for n in kept),
        when=frozenset(word for word in lower if _sets(word, words)),
        spelt=tuple(found[n].group() for n in kept),
        negator=None if at is None else sum(1 for n in kept if n < at),
        denial="" if at is None else text[found[at].start() : found[min(at + 1, len(found) - 1)].end()],
    )


def _sets(word: str, words: ConflictWords) -> bool:
    """Whether a word says when or how many, or that something changed."""
    return word in words.days or word[0].isdigit() or word in words.updates.single


def _excludes(denial: _Told, told: _Told, language: str, words: ConflictWords) -> bool:
    """Whether `told` asserts what `denial` denies: the same words, those of the denial first, one of them perhaps in another form."""
    length = len(denial.meant)
    if abs(denial.order - told.order) <= _BETWEEN or denial.when != told.when or not _SHARED <= length <= len(told.meant) <= length + _MORE:
        return False
    differ = [(a, b) for a, b in zip(denial.meant, told.meant, strict=False) if a != b]
    if not differ:
        return True
    a, b = differ[0]
    return len(differ) == 1 and (words.bases.get(b, b) == a or stem(a, language) == stem(b, language))


def _conflict(denial: _Told, told: _Told) -> Conflict:
    plain = told.spelt[min(denial.negator or 0, len(told.spelt) - 1)]
    if told.order < denial.order:
        return Conflict(a=told.span, b=denial.span, kind="polarity", differs=(Differing(a=plain, b=denial.denial),))
    return Conflict(a=denial.span, b=told.span, kind="polarity", differs=(Differing(a=denial.denial, b=plain),))
