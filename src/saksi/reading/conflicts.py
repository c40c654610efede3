"""Finds places of one article that cannot both be right: sentences told twice, rival figures, dates, claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.conflict_words import conflict_words
from saksi.reading.rival_claims import rival_claims
from saksi.reading.rival_dates import rival_dates
from saksi.reading.rival_figures import rival_figures
from saksi.reading.told_both_ways import told_both_ways
from saksi.reading.twin_sentences import twin_sentences
from saksi.records import Conflict, Mention, Span, Statement
from saksi.words.packs import LANGUAGES

_STRETCH: Final = 200
"""Characters of the stretches by which a pair is compared only with those near it: about a sentence."""


def find_conflicts(
    text: str, language: str, statements: Sequence[Statement], mentions: Sequence[Mention], captions: Sequence[Span]
) -> tuple[Conflict, ...]:
    """The conflicts inside one article, in the order of the text, each pair of places once.

    Precision goes before recall: updates, corrections, other places and times, parts of a whole, plans, roundings, the
    same speaker's words and a denial tied to what it denies are none. A language without a pack has no conflicts.
    """
    if language not in LANGUAGES:
        return ()
    words = conflict_words(language)
    found: list[Conflict] = []
    beside: dict[int, list[Conflict]] = {}
    for conflict in (
        *rival_figures(text, statements, mentions, words),
        *rival_dates(text, statements, mentions, words),
        *rival_claims(text, statements, mentions, words),
        *told_both_ways(text, language, statements, captions, words),
        *twin_sentences(text, statements, mentions, captions, words),
    ):
        stretches = range(conflict.a.start // _STRETCH, conflict.a.end // _STRETCH + 1)
        near = (other for stretch in stretches for other in beside.get(stretch, ()))
        if not any(_meet(conflict.a, other.a) and _meet(conflict.b, other.b) for other in near):
            found.append(conflict)
            for stretch in stretches:
                beside.setdefault(stretch, []).append(conflict)
    return tuple(sorted(found, key=lambda conflict: (conflict.a.start, conflict.b.start)))


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
