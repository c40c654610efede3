"""Lists what a copy changed in its origin's text, word by word: the words removed and added, with both places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from saksi.joining.alignment import stretches
from saksi.joining.shingles import Wording, wording
from saksi.joining.slots import Slot, slots
from saksi.records import Edit, Reading, Span
from saksi.records.family import EditKind
from saksi.words.packs import LANGUAGES, load

_BEHIND = re.compile(r"[^\w\s]*(?:[ \t]+[-–—]+(?=\s))?")
"""Marks that go with a removed word: what closes it, and the dash behind a dateline."""
_CLOSED_BY = {"(": ")", "[": "]", '"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}
_PASSAGE_WORDS = 5
_FEW_WORDS = 3
"""Words taken out or put in that are shown with the word they went with: a hedge, an adjective, a "not"."""


class _Side(NamedTuple):
    """One of the two articles, ready to be laid beside the other."""

    worded: Wording
    slots: tuple[Slot | None, ...]
    parts: tuple[int, ...]  # number of the part (head, then paragraphs) in which each word stands
    credit: tuple[tuple[int, int], ...]
    denials: tuple[tuple[int, int], ...]


class _Change(NamedTuple):
    """Words `a_start` to `a_end` of the origin that the copy replaced by its own from `b_start` to `b_end`."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def edits(origin: Reading, copy: Reading) -> tuple[Edit, ...]:
    """What the copy changed, in the order of its text. A change that reaches over paragraphs is one edit for each.

    Punctuation, case and the headline do not count. The same texts give the same edits, always.
    """
    a, b = _side(origin), _side(copy)
    changes = [
        change
        for part in stretches(a.worded, b.worded)
        if not part.same
        for change in _parted(_Change(part.a_start, part.a_end, part.b_start, part.b_end), a, b)
    ]
    found: list[Edit] = []
    taken = 0  # words of the origin that edits have shown so far
    for place, change in enumerate(changes):
        free = changes[place + 1].a_start if place + 1 < len(changes) else len(a.worded.words)
        shown = _held(change, a, b)
        if not taken <= shown.a_start <= shown.a_end <= free:
            shown = change
        found.append(_edit(copy.article.id, change, shown, a, b))
        taken = shown.a_end
    return tuple(found)


def _held(change: _Change, a: _Side, b: _Side) -> _Change:
    """A few words that were taken out or put in, with the word that they went with: "nearly finished" became "finished".

    That is the word behind them, at a sentence's end the one before. Several words stand by themselves, as does what is
    a part of its own (a dateline, a line).
    """
    size = max(change.a_end - change.a_start, change.b_end - change.b_start)
    if size > _FEW_WORDS or (change.a_start < change.a_end and change.b_start < change.b_end):
        return change
    behind = change._replace(a_end=change.a_end + 1, b_end=change.b_end + 1)
    before = change._replace(a_start=change.a_start - 1, b_start=change.b_start - 1)
    return next((wider for wider in (behind, before) if _one_sentence(wider, a, b)), change)


def _one_sentence(change: _Change, a: _Side, b: _Side) -> bool:
    """Whether the words on either side exist and stand in one sentence."""
    for side, start, end in ((a, change.a_start, change.a_end), (b, change.b_start, change.b_end)):
        if start < 0 or end > len(side.worded.words) or len(set(side.parts[start:end])) > 1 or any(side.worded.opens[start + 1 : end]):
            return False
    return True


def _side(reading: Reading) -> _Side:
    worded = wording(reading.article.text)
    spans: list[Span] = [*reading.credits, *((reading.dateline,) if reading.dateline is not None else ())]
    denials = [statement for statement in reading.statements if statement.polarity == "denied" or statement.act == "deny"]
    head = max((span.end for span in spans if _opens_text(worded, span)), default=0)
    return _Side(
        worded=worded,
        slots=slots(worded),
        parts=tuple(_parts(worded, head)),
        credit=tuple((span.start, span.end) for span in spans),
        denials=tuple((denial.cue.start, denial.cue.end) for denial in denials if denial.cue is not None),
    )


def _opens_text(worded: Wording, span: Span) -> bool:
    """Whether a credit or dateline stands in the first lines, not at the end."""
    return "\n\n" not in worded.text[: span.start].strip()


def _parts(worded: Wording, head: int) -> Iterator[int]:
    """The number of its part for each word: what stands before `head` (the dateline) is one, then each paragraph."""
    number = end = 0
    for start, stop in worded.spans:
        between = worded.text[end:start]
        if end and ("\n" in between or end <= head <= start):
            number += 1
        yield number
        end = stop


def _parted(change: _Change, a: _Side, b: _Side) -> Iterator[_Change]:
    """The change cut where paragraphs end: those that have a counterpart beside it, the others removed or added as they are."""
    removed = _pieces(change.a_start, change.a_end, a.parts)
    added = _pieces(change.b_start, change.b_end, b.parts)
    fewer, more = (removed, added) if len(removed) <= len(added) else (added, removed)
    pairs = dict(zip(_beside(fewer, more, a if fewer is removed else b, b if fewer is removed else a), fewer, strict=True))
    at_fewer = change.a_start if fewer is removed else change.b_start
    for place, piece in enumerate(more):
        other = pairs.get(place, (at_fewer, at_fewer))
        at_fewer = other[1]
        one, two = (other, piece) if fewer is removed else (piece, other)
        strangers = not set(a.worded.words[slice(*one)]) & set(b.worded.words[slice(*two)])
        if strangers and _whole_parts(one, a.parts) and _whole_parts(two, b.parts):
            yield _Change(*one, two[0], two[0])
            yield _Change(one[1], one[1], *two)
            continue
        paired = _trimmed(_Change(*one, *two), a.worded.words, b.worded.words)
        if paired.a_start < paired.a_end or paired.b_start < paired.b_end:
            yield paired


def _whole_parts(piece: tuple[int, int], parts: Sequence[int]) -> bool:
    """Whether the piece has words and is a paragraph, or a head, from its beginning to its end."""
    start, end = piece
    return start < end and (start == 0 or parts[start - 1] != parts[start]) and (end == len(parts) or parts[end] != parts[end - 1])


def _trimmed(change: _Change, a: Sequence[str], b: Sequence[str]) -> _Change:
    """The change without the words with which both of its sides begin or end: those were only taken for others elsewhere."""
    a_start, a_end, b_start, b_end = change
    while a_start < a_end and b_start < b_end and a[a_start] == b[b_start]:
        a_start, b_start = a_start + 1, b_start + 1
    while a_start < a_end and b_start < b_end and a[a_end - 1] == b[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    return _Change(a_start, a_end, b_start, b_end)


def _pieces(start: int, end: int, parts: Sequence[int]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for place in range(start, end):
        if pieces and parts[place] == parts[place - 1]:
            pieces[-1] = (pieces[-1][0], place + 1)
        else:
            pieces.append((place, place + 1))
    return pieces


def _beside(fewer: Sequence[tuple[int, int]], more: Sequence[tuple[int, int]], of_fewer: _Side, of_more: _Side) -> list[int]:
    """For each piece of the shorter list its counterpart in the longer one, in order: the one with the largest part in common."""
    found: list[int] = []
    first = 0
    for place, piece in enumerate(fewer):
        last = len(more) - (len(fewer) - place - 1)
        words = Counter(of_fewer.worded.words[slice(*piece)])
        shared = [_alike(words, Counter(of_more.worded.words[slice(*more[other])])) for other in range(first, last)]
        found.append(first + shared.index(max(shared)))
        first = found[-1] + 1
    return found


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Part of the words of both that they have in common (Dice)."""
    return 2 * (one & other).total() / (one.total() + other.total())


def _edit(copy: str, change: _Change, shown: _Change, a: _Side, b: _Side) -> Edit:
    """The edit of a change, which is `shown` with the word beside it, unless it is one of credit or dateline."""
    removed, added = _spans(change, a, b)
    kind = _kind(change, removed, added, a, b)
    if kind != "credit":
        removed, added = _spans(shown, a, b)
    return Edit(
        article=copy,
        removed=removed.text if removed is not None else "",
        added=added.text if added is not None else "",
        a=removed,
        b=added,
        kind=kind,
    )


def _spans(change: _Change, a: _Side, b: _Side) -> tuple[Span | None, Span | None]:
    whole = change.a_start == change.a_end or change.b_start == change.b_end
    return _span(a.worded, change.a_start, change.a_end, whole=whole), _span(b.worded, change.b_start, change.b_end, whole=whole)


def _span(worded: Wording, first: int, last: int, *, whole: bool) -> Span | None:
    """The words as they stand in the text; with the marks that go with them where they were taken out or put in `whole`."""
    if first == last:
        return None
    start, end = worded.spans[first][0], worded.spans[last - 1][1]
    if whole:
        behind = _BEHIND.match(worded.text, end)
        end = behind.end() if behind is not None else end
        start -= len(_opened(worded.text[worded.spans[first - 1][1] if first else 0 : start], worded.text[start:end]))
    return Span.cut(worded.text, start, end)


def _opened(before: str, inside: str) -> str:
    """The mark right before some words that is closed among them: a bracket or a quotation mark that goes with them."""
    mark = before[-1:]
    return mark if _CLOSED_BY.get(mark, "\0") in inside else ""


def drops_hedge(edit: Edit) -> bool:
    """Whether a copy put less carefully what its origin hedged: "may have died" became "died", and not the other way round."""
    return edit.kind == "hedge" and bool(_hedges(wording(edit.removed).words) - _hedges(wording(edit.added).words))


def _kind(change: _Change, removed: Span | None, added: Span | None, a: _Side, b: _Side) -> EditKind:
    sides = ((removed, change.a_start, change.a_end, a), (added, change.b_start, change.b_end, b))
    if any(_over(span, side.credit) for span, _, _, side in sides):
        return "credit"
    if any(_over(span, side.denials) for span, _, _, side in sides):
        return "denial"
    if any(_passage(side.worded, first, last) for _, first, last, side in sides if removed is None or added is None):
        return "passage"
    if _hedges(a.worded.words[change.a_start : change.a_end]) != _hedges(b.worded.words[change.b_start : change.b_end]):
        return "hedge"
    filled = {slot for _, first, last, side in sides for slot in side.slots[first:last]}
    kinds: tuple[Slot, ...] = ("figure", "date", "name")
    return next((kind for kind in kinds if kind in filled), "wording")


def _passage(worded: Wording, first: int, last: int) -> bool:
    """Whether the words are a sentence or more, whole."""
    return last - first >= _PASSAGE_WORDS and worded.opens[first] and (last == len(worded.words) or worded.opens[last])


def _over(span: Span | None, places: Sequence[tuple[int, int]]) -> bool:
    return span is not None and any(start < span.end and span.start < end for start, end in places)


def _hedges(words: Sequence[str]) -> Counter[str]:
    """The hedges among some words, phrases of several words by all of them in a row."""
    text = f" {' '.join(words)} "
    return Counter(hedge for hedge in _hedge_words() if f" {hedge} " in text)


@cache
def _hedge_words() -> frozenset[str]:
    """Words of likelihood, of hearsay and of nearness ("about 300"), in both languages."""
    found: set[str] = set()
    for language in LANGUAGES:
        hedges: dict[str, Any] = load(language, "hedges")
        numbers: dict[str, Any] = load(language, "numbers")
        found.update((*hedges["probable"], *hedges["possible"], *numbers["about"]["phrases"]))
        found.update(hedges["hearsay"].get("report", ()))
    return frozenset(found)
