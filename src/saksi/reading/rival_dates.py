"""Finds dates that different speakers give for one happening, or an end that comes before what only the living can do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saksi.reading.accounts import rival
from saksi.reading.conflict_words import ConflictWords
from saksi.records import Conflict, Differing, Mention, Span, Statement, TimeValue

_APART: Final = 1_000
"""Characters between two rival dates; farther apart they belong to two happenings more often than to one."""
_NEAR: Final = 300
"""Characters between an end and a later sight of the same thing, so that its pronoun still means that thing."""
_BESIDE: Final = 3
"""Statements before and behind one that says nothing happened, among which one of something earlier is looked for."""
_WORDS: Final = 25
"""Words of a content that has one date for one happening; longer ones tell of several."""
_SAME_WORDS: Final = 0.6
"""Part of the words beside the dates that must be the same."""
_SHARED: Final = 2
"""Words that carry meaning and stand in both."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class _Dated(NamedTuple):
    """A content with its one date (ISO, perhaps only year and month) and its other words in small letters."""

    statement: Statement
    content: Span
    mention: Mention
    day: str
    words: frozenset[str]


def rival_dates(text: str, statements: Sequence[Statement], mentions: Sequence[Mention], words: ConflictWords) -> Iterator[Conflict]:
    """Conflicts of dates, in the order of the text.

    Two short contents of different speakers, each with one date of the same fineness, conflict where their other words
    are the same; or where the first says that a thing ended ("it burned in March") and the second that it was seen
    after that ("she saw it in May"); or where one says that nothing happened, or nothing to a thing, before a time ("no
    gate was touched before midnight") and the other names an earlier one ("the gates moved at 9:40 p.m."). An update, a
    plan and a content negated otherwise are none.
    """
    times = sorted((mention for mention in mentions if isinstance(mention.value, TimeValue)), key=lambda mention: mention.start)
    if len(times) < 2 or len(statements) < 2:
        return
    starts = [mention.start for mention in times]
    dated = [found for statement in statements if (found := _dated(text, statement, times, starts, words)) is not None]
    dated.sort(key=lambda found: found.content.start)
    for n, a in enumerate(dated):
        for b in dated[n + 1 :]:
            if b.content.start - a.content.end > _APART:
                break
            if _rivals(a, b, words):
                yield Conflict(a=a.content, b=b.content, kind="date", differs=(Differing(a=a.mention.text, b=b.mention.text),))
    yield from _too_early(text, statements, times, starts, words)


def _dated(text: str, statement: Statement, times: Sequence[Mention], starts: Sequence[int], words: ConflictWords) -> _Dated | None:
    if len(statement.contents) != 1 or statement.polarity == "denied":
        return None
    content = statement.contents[0]
    first = bisect_left(starts, content.start)
    inside = times[first : bisect_left(starts, content.end)]
    if len(inside) != 1:
        return None
    mention, value = inside[0], inside[0].value
    if not isinstance(value, TimeValue) or value.type != "DATE" or not value.value or value.from_ == "" or value.to == "":
        return None
    found = [word.lower() for word in _WORD.findall(text[content.start : mention.start] + " " + text[mention.end : content.end])]
    joined = f" {' '.join(found)} "
    kept_out = words.updates.within(found, joined) or words.not_yet.within(found, joined) or not words.negations.isdisjoint(found)
    if len(found) > _WORDS or kept_out or any(word[0].isdigit() for word in found):
        return None
    return _Dated(statement, content, mention, value.value, frozenset(found))


def _rivals(a: _Dated, b: _Dated, words: ConflictWords) -> bool:
    if len(a.day) != len(b.day) or a.day == b.day or not rival(a.statement, b.statement):
        return False
    if _over(a, b, words) or _over(b, a, words):
        return abs(b.content.start - a.content.end) < _NEAR
    told_a, told_b = a.words - words.light, b.words - words.light
    shared = told_a & told_b
    return len(shared) >= _SHARED and len(shared) >= _SAME_WORDS * len(told_a | told_b)


def _over(end: _Dated, sight: _Dated, words: ConflictWords) -> bool:
    """Whether `end` says that a thing ended before `sight` says that it was seen; both name it by a shared word or pronoun."""
    if not (end.day[:4].isdigit() and sight.day[:4].isdigit()):
        return False
    if end.day >= sight.day or words.ended.isdisjoint(end.words) or words.seen.isdisjoint(sight.words):
        return False
    shared = end.words & sight.words
    return bool(shared - words.light) or not words.stands_in.isdisjoint(shared)


def _too_early(
    text: str, statements: Sequence[Statement], times: Sequence[Mention], starts: Sequence[int], words: ConflictWords
) -> Iterator[Conflict]:
    """Conflicts between "nothing before a time" and something before it, near each other."""
    ordered = sorted((said for said in statements if len(said.contents) >= 1), key=lambda said: said.contents[0].start)
    for n, late in enumerate(ordered):
        content = late.contents[0]
        thing = _nothing(content.text, words)
        bound = _only(times, starts, content)
        if thing is None or bound is None or not (isinstance(bound.value, TimeValue) and bound.value.from_ == "" and bound.value.to):
            continue
        for early in ordered[max(0, n - _BESIDE) : n + _BESIDE + 1]:
            told = early.contents[0]
            held = _only(times, starts, told)
            apart = max(told.start - content.end, content.start - told.end)
            if (
                held is None
                or apart > _NEAR
                or early.polarity == "denied"
                or not rival(early, late)
                or _nothing(told.text, words) is not None
            ):
                continue
            if _before(held, bound) and any(word.startswith(thing) for word in _WORD.findall(told.text.lower())):
                a, b, first, last = (told, content, held, bound) if told.start < content.start else (content, told, bound, held)
                yield Conflict(a=a, b=b, kind="date", differs=(Differing(a=first.text, b=last.text),))


def _only(times: Sequence[Mention], starts: Sequence[int], content: Span) -> Mention | None:
    """The one time that a content gives, None where it gives none or several."""
    first = bisect_left(starts, content.start)
    inside = times[first : bisect_left(starts, content.end)]
    return inside[0] if len(inside) == 1 else None


def _nothing(content: str, words: ConflictWords) -> str | None:
    """What a content says nothing happened to: "gate" of "no gate was touched", "" of "nothing happened"; else None."""
    lower = content.lower()
    if lower.startswith(words.nothing):
        return ""
    start = next((phrase for phrase in words.none_of if lower.startswith(phrase + " ")), None)
    thing = "" if start is None else next(iter(_WORD.findall(lower[len(start) :])), "")
    return thing if thing and thing not in words.light else None


def _before(held: Mention, bound: Mention) -> bool:
    """Whether a time lies wholly before the end of `bound`; an evening hour lies before the midnight behind it, whatever its day."""
    value, limit = held.value, bound.value
    if not isinstance(value, TimeValue) or not isinstance(limit, TimeValue) or not value.value or not limit.to or value.from_ in ("", None):
        return False
    if value.type == limit.type == "TIME":
        evening = limit.to[11:16] == "00:00" and value.value[11:13] >= "12"
        return evening or (value.value[:10] == limit.to[:10] and value.value < limit.to)
    return value.type == limit.type == "DATE" and bool(value.to) and str(value.to) <= limit.to
