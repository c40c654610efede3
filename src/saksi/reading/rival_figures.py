"""Finds figures that different speakers give for one thing and that cannot both be right; precision goes before recall."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from saksi.reading.accounts import Accounts, rival
from saksi.reading.conflict_words import ConflictWords
from saksi.reading.figures_apart import exclude
from saksi.records import Conflict, Differing, Mention, QuantityValue, Span, Statement, TimeValue

_APART: Final = 1_000
"""Characters between two rival figures; farther apart they tell of two happenings more often than of one."""
_TIMES_AS_MANY: Final = 10
"""Rivals quarrel over one count; a figure that is more times as great as the other counts something else."""
_SERIES: Final = 3
"""More figures than this for one thing are a series (days, districts, parties), not rival accounts."""
_SAME_WORDS: Final = 0.6
"""Part of the words beside two figures that must be the same where no state (dead, hurt) says what is counted."""
_SAME_MEASURE: Final = 0.75
"""The same for amounts with a unit, of which a text has many alike."""
_SAME_TWICE: Final = 0.75
"""The same for figures of the outlet's own voice."""
_BETWEEN: Final = 2
"""Sentences that lie between rival figures of the outlet's own voice; nearer ones are a list."""
_POINTED: Final = 250
"""Characters between a figure and the one that is put against it without saying anew what it counts."""
_ANYBODY: Final = frozenset({"anybody"})
_ALL_SAVED: Final = frozenset({"rescued"})
"""Where all were saved, the saved are all there were."""
_DEAD_AND_HIT: Final = {frozenset({"dead"}), frozenset({"casualties"})}

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_STOP: Final = re.compile(r"[;:.!?](?=\s|[\"”’)]|$)|,(?=\s)|\s[-–—]\s|[\n()]")
_SENTENCE: Final = re.compile(r"[.!?][\"”’)]*\s|\n")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


class _Count(NamedTuple):
    """A figure with what it counts, in which state, where and when, as its clause says; `words` are in small letters."""

    mention: Mention
    value: QuantityValue
    statement: Statement | None
    clause: Span
    words: frozenset[str]
    states: frozenset[str]
    noun: frozenset[str]
    kinds: frozenset[str]
    whole: bool
    setting: tuple[object, ...]
    times: frozenset[str]
    names: frozenset[str]
    own: bool
    bare: bool


def rival_figures(text: str, statements: Sequence[Statement], mentions: Sequence[Mention], words: ConflictWords) -> Iterator[Conflict]:
    """Conflicts of figures, in the order of the text.

    Two figures are rivals where different speakers give them for the same counted noun (or the same kind of people) in
    the same state, or for all of them, or with the same words beside them, or where the outlet gives both, apart and in nearly
    the same words; where nothing says update, part, plan, other place or other time; and where their intervals exclude each
    other, roundings and "about" allowed for. A bare figure ("put the number at 16") counts what the figure before it counts.
    """
    quantities = [mention for mention in mentions if isinstance(mention.value, QuantityValue)]
    if len(quantities) < 2:
        return
    times = [mention for mention in mentions if isinstance(mention.value, TimeValue)]
    counts = list(_counts(text, Accounts(statements), sorted(quantities, key=lambda mention: mention.start), times, words))
    series = Counter(_topic(count) for count in {(*_topic(count), *_bounds(count.value)): count for count in counts}.values())
    told: set[tuple[object, ...]] = set()
    for n, a in enumerate(counts):
        for b in counts[n + 1 :]:
            if b.mention.start - a.mention.end > _APART:
                break
            key = (*_topic(a), frozenset((_bounds(a.value), _bounds(b.value))))
            rivals = _rivals(a, b) or (b is counts[n + 1] and _pointed(a, b))
            if rivals and key not in told and series[_topic(a)] <= _SERIES and _told_by_two(text, a, b):
                told.add(key)
                yield Conflict(a=a.clause, b=b.clause, kind="figure", differs=(Differing(a=_figure(a), b=_figure(b)),))


def _topic(count: _Count) -> tuple[object, ...]:
    return (count.states, count.kinds, count.noun, count.value.unit)


def _bounds(value: QuantityValue) -> tuple[float | None, float | None]:
    return (value.low, value.high)


def _counts(
    text: str, accounts: Accounts, quantities: Iterable[Mention], times: Sequence[Mention], words: ConflictWords
) -> Iterator[_Count]:
    for mention in quantities:
        held = accounts.holding(mention.start, mention.end)
        statement, content = held if held is not None else (None, Span.cut(text, *_sentence(text, mention)))
        count = _count(text, mention, statement, content, times, words)
        if count is not None:
            yield count


def _count(
    text: str, mention: Mention, statement: Statement | None, content: Span, times: Sequence[Mention], words: ConflictWords
) -> _Count | None:
    """The figure in its clause; None where the clause negates it, plans it, updates it or makes it a part."""
    value = mention.value
    if (
        not isinstance(value, QuantityValue)
        or (statement is not None and statement.polarity == "denied")
        or value.low is value.high is None
    ):
        return None
    start, end = _clause(text, mention, content, words)
    before = [word.lower() for word in _WORD.findall(text[start : mention.start])]
    after = [word.lower() for word in _WORD.findall(text[mention.end : end])]
    noun = [word.lower() for word in _WORD.findall(value.of or "")]
    if len(noun) == 1 and noun[0] in words.bases:
        noun, after = [], [*noun, *after]  # "12,000 took part": a verb, of people that have no noun
    context = (*before, *noun, *after)
    told = (*context, *_WORD.findall(mention.text.lower()))
    joined = f" {' '.join(context)} "
    if words.parts.within(context, joined) or words.not_yet.within(context, joined) or not words.negations.isdisjoint(context):
        return None
    if any(word[0].isdigit() and not _YEAR.fullmatch(word) for word in (*before, *after)) or _updated(text, mention, words):
        return None
    states = _states(told, f" {' '.join(told)} ", words)
    return _Count(
        mention=mention,
        value=value,
        statement=statement,
        clause=Span.cut(text, start, end),
        words=frozenset(context) - words.light,
        states=states,
        noun=frozenset(noun) - words.light,
        kinds=_kinds(context if words.anybody.intersection(noun) else noun, words) or (_ANYBODY if states and not noun else frozenset()),
        whole=words.wholes.within(before[-5:], f" {' '.join(before[-5:])} "),
        setting=(
            _wheres(before, words) | _wheres(after, words),
            frozenset(_YEAR.findall(text[start:end])),
            words.other_times.within(context, joined),
        ),
        times=frozenset(_dates(times, start, end)),
        names=frozenset(word for word in _WORD.findall(text[start:end])[1:] if word[0].isupper()),
        own=next(iter(context), "") in words.own,
        bare=_bare(frozenset((*before, *after)), alone=not noun or noun[-1] not in mention.text.lower(), words=words),
    )


def _bare(beside: frozenset[str], *, alone: bool, words: ConflictWords) -> bool:
    """Whether the words beside a figure say no more than that it is a number: "the number was 16", "there were 16"."""
    said = beside - words.light
    return bool(said) and (said <= words.counters or (alone and said <= words.counters | words.there_are))


def _updated(text: str, mention: Mention, words: ConflictWords) -> bool:
    """Whether the sentence gives a figure as an update of another ("rose to 12")."""
    first, last = _sentence(text, mention)
    around = [word.lower() for word in _WORD.findall(text[first : mention.start] + " " + text[mention.end : last])]
    return bool(words.updates.within(around, f" {' '.join(around)} "))


def _states(context: Sequence[str], joined: str, words: ConflictWords) -> frozenset[str]:
    """What happened to those counted; casualties where no state is named."""
    states = words.states.within(context, joined)
    return states if states or not words.casualties.within(context, joined) else frozenset({"casualties"})


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


def _kinds(found: Sequence[str], words: ConflictWords) -> frozenset[str]:
    """The kinds of people that the words name, each by its first word; people of any kind have one of their own."""
    named = words.people.within(found, f" {' '.join(found)} ")
    return named or (_ANYBODY if words.anybody.intersection(found) else named)


def _wheres(tokens: Sequence[str], words: ConflictWords) -> frozenset[str]:
    """The words after prepositions of place; "di desa itu" and "in the village" point back and say no other place."""
    found = set()
    for n, token in enumerate(tokens[:-1]):
        phrase = tokens[n + 1 : n + 4]
        if token in words.where and phrase[0].isalpha() and phrase[0] not in words.nowhere and words.definite.isdisjoint(phrase):
            found.add(" ".join(phrase[:2]))
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


def _told_by_two(text: str, a: _Count, b: _Count) -> bool:
    """Whether different speakers give both figures, not each of what is his own, or the outlet both, apart and in the same words.

    A speaker may also put a bare figure against the outlet's.
    """
    if a.statement is not None and b.statement is not None:
        return not (a.own and b.own) and rival(a.statement, b.statement)
    if a.statement is None and b.statement is not None and b.bare:
        return True
    if a.statement is not None or b.statement is not None or a.times != b.times or a.names != b.names:
        return False
    between = sum(1 for _ in _SENTENCE.finditer(text, a.mention.end, b.mention.start))
    return between > _BETWEEN and _alike(a.words - a.noun, b.words - b.noun) >= _SAME_TWICE


def _rivals(a: _Count, b: _Count) -> bool:
    return (
        a.setting == b.setting
        and _meet(a.times, b.times)
        and _meet(a.names, b.names)
        and (a.value.unit or None) == (b.value.unit or None)
        and _same_thing(a, b)
        and _comparable(a.value, b.value)
        and _exclude(a, b)
    )


def _pointed(a: _Count, b: _Count) -> bool:
    """Whether `b` says no more than another number for what `a` counts.

    "The office said 1,200 homes were flooded. The mayor put the number at 1,900." Not so where it names a time, a place or
    another thing ("the number of boats") of its own.
    """
    wheres, years, other_time = b.setting
    return (
        b.bare
        and b.mention.start - a.mention.end <= _POINTED
        and not (wheres or years or other_time or b.times - a.times or b.names - a.names)
        and a.value.unit is None
        and b.value.unit is None
        and (b.noun <= a.noun or (b.kinds == _ANYBODY and bool(a.kinds)))
        and _comparable(a.value, b.value)
        and exclude(a.value, b.value)
    )


def _meet(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether neither side names what the other does not: one side may be silent, both may share a word."""
    return not a or not b or not a.isdisjoint(b)


def _same_thing(a: _Count, b: _Count) -> bool:
    """Whether both figures count the same people in the same state, all of the same, or the same in the same words."""
    if a.value.unit is not None:
        return _alike(a.words, b.words) >= _SAME_MEASURE
    if a.kinds & b.kinds:
        if a.states != b.states:
            return (a.whole and b.whole and a.states | b.states == _ALL_SAVED) or {a.states, b.states} == _DEAD_AND_HIT
        return bool(a.states) or (a.whole and b.whole) or _alike(a.words - a.noun, b.words - b.noun) >= _SAME_WORDS
    if a.kinds or b.kinds or a.noun.isdisjoint(b.noun):
        return False
    return (a.whole and b.whole) or _alike(a.words - a.noun, b.words - b.noun) >= _SAME_WORDS


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Part of the words that both have, 0 to 1; one shared word alone proves nothing."""
    return len(a & b) / len(a | b) if len(a & b) > 1 else 0.0


def _comparable(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether both could be counts of one thing: neither is a single one, and they are of like size."""
    size_a, size_b = (value.low if value.low is not None else value.high for value in (a, b))
    if size_a is None or size_b is None:
        return False
    return min(size_a, size_b) > 1 and max(size_a, size_b) <= _TIMES_AS_MANY * min(size_a, size_b)


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
