"""Finds figures that different speakers give for one thing and that cannot both be right; precision goes before recall."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saksi.reading.accounts import Accounts, rival
from saksi.reading.conflict_words import ConflictWords
from saksi.reading.figures_apart import exclude
from saksi.records import Conflict, Differing, Mention, QuantityValue, Span, Statement, TimeValue

_APART = 2_500
"""Characters between two rival figures; farther apart they tell of two happenings more often than of one."""
_ALL_SAVED = frozenset({"rescued"})
"""Where all were saved, the saved are all there were."""
_DEAD_AND_HIT = {frozenset({"dead"}), frozenset({"casualties"})}

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_STOP = re.compile(r"[;:.!?](?=\s|[\"”’)]|$)|,(?=\s)|\s[-–—]\s|[\n()]")
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s|\n")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class _Count(NamedTuple):
    """A figure with what it counts, in which state, where and when, as its clause says; `words` are in small letters."""

    mention: Mention
    value: QuantityValue
    statement: Statement
    clause: Span
    words: frozenset[str]
    states: frozenset[str]
    kinds: frozenset[int]
    anybody: bool
    whole: bool
    setting: tuple[object, ...]
    times: frozenset[str]


def rival_figures(text: str, statements: Sequence[Statement], mentions: Sequence[Mention], words: ConflictWords) -> Iterator[Conflict]:
    """Conflicts of figures, in the order of the text.

    Two figures are rivals where different speakers give them for the same counted noun (or the same kind of people) in
    the same state, or for all of them, or with the same words beside them; where nothing says update, part, plan,
    other place or other time; and where their intervals exclude each other, roundings and "about" allowed for.
    """
    quantities = [mention for mention in mentions if isinstance(mention.value, QuantityValue)]
    if len(quantities) < 2 or len(statements) < 2:
        return
    accounts = Accounts(statements)
    times = [mention for mention in mentions if isinstance(mention.value, TimeValue)]
    counts: list[_Count] = []
    told: set[tuple[object, ...]] = set()
    for mention in sorted(quantities, key=lambda quantity: quantity.start):
        held = accounts.holding(mention.start, mention.end)
        b = _count(text, mention, *held, times, words) if held is not None else None
        if b is None:
            continue
        counts = [a for a in counts if mention.start - a.mention.end < _APART]
        for a in counts:
            key = (a.value.low, a.value.high, b.value.low, b.value.high, a.states, a.kinds)
            if key not in told and _rivals(a, b, words):
                told.add(key)
                yield Conflict(a=a.clause, b=b.clause, kind="figure", differs=(Differing(a=_figure(a), b=_figure(b)),))
        counts.append(b)


def _count(
    text: str, mention: Mention, statement: Statement, content: Span, times: Sequence[Mention], words: ConflictWords
) -> _Count | None:
    """The figure in its clause; None where the clause negates it, plans it, updates it or makes it a part."""
    value = mention.value
    if not isinstance(value, QuantityValue) or statement.polarity == "denied" or value.low is value.high is None:
        return None
    start, end = _clause(text, mention, content, words)
    before = [word.lower() for word in _WORD.findall(text[start : mention.start])]
    after = [word.lower() for word in _WORD.findall(text[mention.end : end])]
    noun = [word.lower() for word in _WORD.findall(value.of or "")]
    context = (*before, *noun, *after)
    joined = f" {' '.join(context)} "
    first, last = _sentence(text, mention)
    around = [word.lower() for word in _WORD.findall(text[first : mention.start] + " " + text[mention.end : last])]
    if words.updates.within(around, f" {' '.join(around)} ") or words.parts.within(context, joined):
        return None
    if words.not_yet.within(context, joined) or not words.negations.isdisjoint(context):
        return None
    states = frozenset(state for state, forms in words.states.items() if forms.within(context, joined))
    if not states and words.casualties.within(context, joined):
        states = frozenset({"casualties"})
    return _Count(
        mention=mention,
        value=value,
        statement=statement,
        clause=Span.cut(text, start, end),
        words=frozenset(context) - words.light,
        states=states,
        kinds=frozenset(n for n, forms in enumerate(words.people) if forms.within(context, joined)),
        anybody=not words.anybody.isdisjoint(noun) or not noun,
        whole=words.wholes.within(before[-5:], f" {' '.join(before[-5:])} "),
        setting=(
            _wheres(before, words) | _wheres(after, words),
            frozenset(_YEAR.findall(text[start:end])),
            words.other_times.within(context, joined),
        ),
        times=frozenset(_dates(times, start, end)),
    )


def _clause(text: str, mention: Mention, content: Span, words: ConflictWords) -> tuple[int, int]:
    """Start and end of the clause around a figure, inside the content that it stands in."""
    start, end = content.start, content.end
    for stop in _STOP.finditer(text, start, mention.start):
        start = stop.end()
    stop_after = _STOP.search(text, mention.end, end)
    end = stop_after.start() if stop_after is not None else end
    for word in _WORD.finditer(text, start, mention.start):
        if word.group().lower() in words.clause_words:
            start = word.end()
    for word in _WORD.finditer(text, mention.end, end):
        if word.group().lower() in words.clause_words:
            end = word.start()
            break
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _sentence(text: str, mention: Mention) -> tuple[int, int]:
    first = max(0, mention.start - 600)
    for stop in _SENTENCE.finditer(text, first, mention.start):
        first = stop.end()
    stop_after = _SENTENCE.search(text, mention.end, mention.end + 600)
    return first, stop_after.start() if stop_after is not None else min(len(text), mention.end + 600)


def _wheres(tokens: Sequence[str], words: ConflictWords) -> frozenset[str]:
    """The words after prepositions of place; "di desa itu" and "in the village" point back and say no other place."""
    found = set()
    for n, token in enumerate(tokens[:-1]):
        phrase = tokens[n + 1 : n + 4]
        if token in words.where and phrase[0].isalpha() and phrase[0] not in words.nowhere and words.definite.isdisjoint(phrase):
            found.add(phrase[0])
    return frozenset(found)


def _dates(times: Sequence[Mention], start: int, end: int) -> Iterator[str]:
    for mention in times:
        value = mention.value
        if (
            start <= mention.start
            and mention.end <= end
            and isinstance(value, TimeValue)
            and value.value
            and value.type in ("DATE", "TIME")
        ):
            yield value.value[:10]


def _rivals(a: _Count, b: _Count, words: ConflictWords) -> bool:
    return (
        rival(a.statement, b.statement)
        and a.setting == b.setting
        and (not a.times or not b.times or not a.times.isdisjoint(b.times))
        and _same_thing(a, b, words)
        and _exclude(a, b)
    )


def _same_thing(a: _Count, b: _Count, words: ConflictWords) -> bool:
    if (a.value.unit or None) != (b.value.unit or None):
        return False
    shared = a.words & b.words
    if a.value.unit is not None:
        return len(shared) >= 3
    noun_a, noun_b = _noun(a.value, words), _noun(b.value, words)
    people = bool(a.kinds & b.kinds) or (not a.kinds and not b.kinds and a.anybody and b.anybody)
    if people:
        if a.states == b.states:
            return bool(a.states) or (a.whole and b.whole) or len(shared - noun_a - noun_b) >= 2
        return (a.whole and b.whole and a.states | b.states == _ALL_SAVED) or {a.states, b.states} == _DEAD_AND_HIT
    if noun_a.isdisjoint(noun_b) or a.kinds or b.kinds:
        return False
    return (a.whole and b.whole) or len(shared - noun_a - noun_b) >= 1


def _noun(value: QuantityValue, words: ConflictWords) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(value.of or "")) - words.light


def _exclude(a: _Count, b: _Count) -> bool:
    """Whether both cannot be right; of dead and casualties only more dead than casualties cannot."""
    if a.states == b.states:
        return exclude(a.value, b.value)
    dead, hit = (a.value, b.value) if "dead" in a.states else (b.value, a.value)
    return exclude(dead, hit) and (dead.low or 0) > (math.inf if hit.high is None else hit.high)


def _figure(count: _Count) -> str:
    """The words of the figure without the noun that it counts."""
    figure, noun = count.mention.text, count.value.of or ""
    bare = figure[: -len(noun)].rstrip() if noun and figure.lower().endswith(noun.lower()) else figure
    return bare or figure
