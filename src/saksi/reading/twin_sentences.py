"""Finds sentences that a text tells twice with other words in one slot; what differs must not both hold of one thing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from saksi.reading.accounts import Accounts, rival
from saksi.reading.conflict_words import ConflictWords
from saksi.reading.figures_apart import exclude
from saksi.records import Conflict, Differing, Mention, QuantityValue, Span, Statement, TimeValue
from saksi.records.conflict import ConflictKind

_KEY: Final = 3
"""Words at either end of a sentence that make its key. A slot of two words in seven leaves one end whole."""
_WORDS: Final = range(2 * _KEY + 1, 61)
"""Words of a sentence that can have a twin; shorter ones are alike by chance, longer ones are never told twice."""
_SLOT: Final = 2
"""Words that may differ on either side."""
_LIKE: Final = 8
"""Sentences under one key beyond which it is the template of a list, not a sentence told twice."""
_BETWEEN: Final = 2
"""Sentences that lie between twins of the outlet's own voice; nearer ones are a figure of speech or a list."""
_SAME_CONTENT: Final = 3
"""Words that carry meaning and stand in both twins."""
_SPELLING: Final = 0.75
"""Words more alike than this are one word in two spellings or forms."""

_MARKS: Final = " \t\n\r.,;:!?…\"“”„‘’'()[]-–—"
_WORD: Final = re.compile(r"\S+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BREAK: Final = re.compile(r"[.!?…\n][\"”’)\s]{0,6}+(?<=\s)(?=[\"“‘(]?[^\W_a-z])")


class _Unit(NamedTuple):
    """A sentence or a stated content without the marks at its ends: its words in small letters, and its place in the order."""

    order: int
    start: int
    end: int
    words: tuple[str, ...]


class _Pair(NamedTuple):
    """Two units with the one slot in which they differ: its first word, and where it ends in either."""

    a: _Unit
    b: _Unit
    first: int
    last_a: int
    last_b: int

    def frame(self) -> tuple[str, ...]:
        """The words that both share, with a gap for the slot."""
        return (*self.a.words[: self.first], "", *self.a.words[self.last_a :])


def twin_sentences(
    text: str, statements: Sequence[Statement], mentions: Sequence[Mention], captions: Sequence[Span], words: ConflictWords
) -> Iterator[Conflict]:
    """Conflicts between near-identical sentences or contents, in the order of the text; `captions` have no twins."""
    pairs = _pairs([unit for unit in _units(text, statements) if not any(c.start < unit.end and unit.start < c.end for c in captions)])
    frames = Counter(pair.frame() for pair in pairs)
    accounts = Accounts(statements) if pairs else None
    for pair in pairs:
        if accounts is None or frames[pair.frame()] > 1 or not _apart(pair.a, pair.b, accounts):
            continue
        slots = _slot(text, pair.a, pair.first, pair.last_a), _slot(text, pair.b, pair.first, pair.last_b)
        kind = _kind(pair, slots, mentions, words)
        if kind is not None:
            a, b = Span.cut(text, pair.a.start, pair.a.end), Span.cut(text, pair.b.start, pair.b.end)
            yield Conflict(a=a, b=b, kind=kind, differs=(Differing(a=slots[0].text, b=slots[1].text),))


def _units(text: str, statements: Sequence[Statement]) -> Iterator[_Unit]:
    """Every sentence, and every stated content that is not a whole sentence."""
    bounds = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    whole: set[int] = set()
    for order, (start, end) in enumerate(pairwise(bounds)):
        unit = _unit(text, order, start, end)
        if unit is not None:
            whole.add(unit.start)
            yield unit
    for found in statements:
        for span in found.contents:
            unit = _unit(text, bisect_right(bounds, span.start) - 1, span.start, span.end)
            if unit is not None and unit.start not in whole:
                yield unit


def _unit(text: str, order: int, start: int, end: int) -> _Unit | None:
    stretch = text[start:end]
    bare = stretch.strip(_MARKS)
    words = bare.lower().split()
    if len(words) not in _WORDS:
        return None
    begin = start + stretch.index(bare)
    return _Unit(order, begin, begin + len(bare), tuple(words))


def _pairs(units: Sequence[_Unit]) -> list[_Pair]:
    """The pairs that begin or end in the same words and differ in one slot; a wording that recurs counts once."""
    heads: dict[tuple[str, ...], list[_Unit]] = {}
    tails: dict[tuple[str, ...], list[_Unit]] = {}
    for unit in units:
        heads.setdefault(unit.words[:_KEY], []).append(unit)
        tails.setdefault(unit.words[-_KEY:], []).append(unit)
    pairs: dict[tuple[tuple[str, ...], tuple[str, ...]], _Pair] = {}
    for shelf in (*heads.values(), *tails.values()):
        if len(shelf) == 1:
            continue
        first_told = {unit.words: unit for unit in sorted(shelf, key=lambda unit: -unit.start)}
        if len(first_told) <= _LIKE:
            for a, b in combinations(sorted(first_told.values(), key=lambda unit: unit.start), 2):
                pair = _pair(a, b)
                if pair is not None:
                    pairs[a.words, b.words] = pair
    return sorted(pairs.values(), key=lambda pair: (pair.a.start, pair.b.start))


def _pair(a: _Unit, b: _Unit) -> _Pair | None:
    """Both units with the slot between their common beginning and end; None where it is empty or too long."""
    count_a, count_b = len(a.words), len(b.words)
    if b.start < a.end or abs(count_a - count_b) >= _SLOT:
        return None
    shorter = min(count_a, count_b)
    head = next((n for n in range(shorter) if a.words[n] != b.words[n]), shorter)
    tail = next((n for n in range(shorter - head) if a.words[-1 - n] != b.words[-1 - n]), shorter - head)
    if not (1 <= count_a - head - tail <= _SLOT and 1 <= count_b - head - tail <= _SLOT):
        return None
    return _Pair(a, b, head, count_a - tail, count_b - tail)


def _apart(a: _Unit, b: _Unit, accounts: Accounts) -> bool:
    """Rival accounts may stand side by side; in the outlet's own voice twins must lie apart; nobody is held to his own words."""
    held_a, held_b = accounts.holding(a.start, a.end), accounts.holding(b.start, b.end)
    if held_a is not None and held_b is not None:
        return rival(held_a[0], held_b[0])
    return held_a is None and held_b is None and b.order - a.order > _BETWEEN


def _slot(text: str, unit: _Unit, first: int, last: int) -> Span:
    """The words of the slot as they stand in the text, without marks at their ends."""
    places = [(word.start(), word.end()) for word in _WORD.finditer(text, unit.start, unit.end)][first:last]
    start, stretch = places[0][0], text[places[0][0] : places[-1][1]]
    bare = stretch.strip(_MARKS)
    return Span.cut(text, start + stretch.index(bare), start + stretch.index(bare) + len(bare)) if bare else Span.cut(text, *places[0])


def _kind(pair: _Pair, slots: tuple[Span, Span], mentions: Sequence[Mention], words: ConflictWords) -> ConflictKind | None:
    """What differs, or None where both may hold or the text tells an update."""
    shared = {word.strip(_MARKS) for word in (*pair.a.words[: pair.first], *pair.a.words[pair.last_a :])}
    meaning = [word for word in shared - words.light if word and (not word[0].isdigit() or _YEAR.fullmatch(word))]
    updated = any(words.updates.within(unit.words, f" {' '.join(unit.words)} ") for unit in (pair.a, pair.b))
    if len(meaning) < _SAME_CONTENT or updated:
        return None
    filled = _filled(slots, mentions)
    if filled is not None:
        return filled
    a, b = slots[0].text, slots[1].text
    if _has_but_one(pair, words) and _two_named(slots, mentions):
        return "attribute"
    if (
        a != a.lower()
        or b != b.lower()
        or any(letter.isdigit() for letter in a + b)
        or not words.light.isdisjoint((*a.split(), *b.split()))
    ):
        return None
    if frozenset((a, b)) in words.opposites:
        return "attribute"
    alike = SequenceMatcher(None, a, b, autojunk=False).ratio() > _SPELLING
    return "attribute" if not alike and (_says_what_it_is(pair, words) or _one_load(pair, words)) else None


def _has_but_one(pair: _Pair, words: ConflictWords) -> bool:
    """Whether the slot follows words behind which one name alone is right: "is led by Harris" / "is led by Marlow".

    Not so with "was visited by Harris" / "was visited by Marlow": both may have come.
    """
    before = pair.a.words[: pair.first]
    return before[:1] != () and before[0] not in words.pointers and any(before[-len(phrase) :] == phrase for phrase in words.but_one)


def _two_named(slots: tuple[Span, Span], mentions: Sequence[Mention]) -> bool:
    """Whether either slot is the name of another person, body or place, neither a part of the other."""
    a, b = (next((m for m in mentions if m.start <= slot.start and slot.end <= m.end and m.entity), None) for slot in slots)
    return a is not None and b is not None and a.entity != b.entity and a.text not in b.text and b.text not in a.text


def _one_load(pair: _Pair, words: ConflictWords) -> bool:
    """Whether one vehicle on one day has another load: "The ship was carrying sugar on Friday" / "was carrying weapons on Friday".

    Without the day, or of "a ship", it may be two voyages or two ships.
    """
    before, behind = pair.a.words[: pair.first], pair.a.words[pair.last_a :]
    told_of_one = not words.definite.isdisjoint(before) and before[0] not in words.pointers
    dated = any(word.strip(_MARKS) in words.days or _YEAR.search(word) for word in behind)
    return told_of_one and dated and before[-1] in words.loads


def _filled(slots: tuple[Span, Span], mentions: Sequence[Mention]) -> ConflictKind | None:
    """Figure, date or place, where a mention of that kind holds the slot on both sides and the values exclude each other."""
    a, b = (next((m for m in mentions if m.start <= slot.start and slot.end <= m.end), None) for slot in slots)
    if a is None or b is None or _group(a) != _group(b):
        return None
    if isinstance(a.value, QuantityValue) and isinstance(b.value, QuantityValue):
        same = a.value.unit == b.value.unit and (a.value.of or "").lower() == (b.value.of or "").lower()
        return "figure" if same and exclude(a.value, b.value) else None
    if isinstance(a.value, TimeValue) and isinstance(b.value, TimeValue):
        dated = a.value.type == b.value.type == "DATE" and a.value.value is not None and b.value.value is not None
        return "date" if dated and not _nested(str(a.value.value), str(b.value.value)) else None
    return "place" if _group(a) == "place" and (a.entity is None or a.entity != b.entity) else None


def _group(mention: Mention) -> str:
    return "place" if mention.kind in ("place", "state") else mention.kind


def _nested(a: str, b: str) -> bool:
    """Whether one date lies in the other: 2017-03 holds 2017-03-24."""
    return a.startswith(b) or b.startswith(a)


def _says_what_it_is(pair: _Pair, words: ConflictWords) -> bool:
    """Whether the slot stands behind a copula whose subject is named, not pointed to."""
    before = pair.a.words[: pair.first]
    at = next((n for n, word in enumerate(before) if word in words.copulas), 0)
    return at > 0 and before[0] not in words.pointers and not all(word in words.light for word in before[:at])
