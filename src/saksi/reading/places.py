"""Places: which place of the gazetteer each name of an article means, and its point; names are found in place_names.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2, log10
from typing import Final, NamedTuple

from saksi.reading.place_names import Toponym, holds, sets_of
from saksi.words.gazetteer import PlaceRow, candidates, km_between

ANCHORS: Final = 12
"""Settled places that a namesake's distance is measured to, those named most: more cost time and tell no more."""
CLOSE_KM: Final = 250.0
"""Distance within which places of one article help each other."""

PRIORS: Final[dict[str, float]] = {
    "country": 7.5,
    "continent": 9.5,
    "sea": 7.0,
    "water": 5.5,
    "region": 6.0,
    "airport": 4.5,
    "base": 5.0,
    "port": 5.0,
}
"""How well known a place is whose inhabitants nobody counted, as the logarithm of as many."""
LESS: Final[dict[str, float]] = {"admin2": 0.7, "admin1": 0.2}
"""What a unit is known less than the town or state of its name."""
ALTERNATE, KIND, OTHER_KIND, WITHIN, CLOSE, NAMED = 0.8, 5.0, 2.0, 8.0, 2.5, 1.0
"""Weights, on the scale of the priors: another name than its own; the sort that the text names, or another; lies in what the
text names behind it; lies near the article's other places; each doubling of how often its country is named."""


FAR_MORE: Final = 20
"""Times as many inhabitants as its namesakes have, from which on a first-order unit speaks for its state without further proof."""
MOST: Final = 2.5
"""Doublings beyond which a state that is named again tells nothing more."""


class Sense(NamedTuple):
    """What is to be told apart in one article: a name and the sort that the text gives it."""

    form: str
    kind: str


def sense(name: Toponym) -> Sense:
    """The sense of a name: "Kabupaten Bogor" and "Kota Bogor" are two, all that say "Bogor" are one."""
    return Sense(name.form, name.kind)


def settle(names: Sequence[Toponym], states: Mapping[str, int], code: str) -> dict[Sense, PlaceRow]:
    """The place that each sense means, one for all its mentions; what the gazetteer does not hold is left out.

    `states` says how often the article names each state, by its ISO 3166-1 alpha-3. "Georgia" is the state beside Tbilisi and
    Russia, and the one in the USA beside Atlanta; "Paris" is in France, and "Paris, Texas" is not.
    """
    counts = Counter(map(sense, names))
    within: dict[str, str] = {}
    for name in names:
        if name.within and name.form not in within and any(holds(name.within, row) for row in candidates(name.form)):
            within[name.form] = name.within
    rows = {each: candidates(each.form) for each in counts}
    context = _context(rows, counts, states)
    sorts = sets_of(code).sorts
    scores = {
        each: [_score(row, sorts.get(each.kind, frozenset()), within.get(each.form, ""), context) for row in found]
        for each, found in rows.items()
        if found
    }
    settled = {each: _best(rows[each], scores[each]) for each in scores}
    anchors = [(each, settled[each]) for each, _ in counts.most_common() if each in settled and settled[each].sort in ("city", "admin2")]
    for each, found in rows.items():
        if len(found) > 1:
            nearby = [row for other, row in anchors[:ANCHORS] if other.form != each.form]
            settled[each] = _best(found, [score + _closeness(row, nearby) for row, score in zip(found, scores[each], strict=True)])
    return settled


class _Context(NamedTuple):
    """How often the article names each state, and each first-order unit by state and name."""

    states: Mapping[str, float]
    units: Mapping[tuple[str, str], float]


def _context(rows: Mapping[Sense, Sequence[PlaceRow]], counts: Mapping[Sense, int], named: Mapping[str, int]) -> _Context:
    """The states and units that the article names, those of places without namesakes included."""
    states: Counter[str] = Counter(named)
    units: Counter[tuple[str, str]] = Counter()
    for each, found in rows.items():
        if not found or found[0].sort == "country":
            continue
        if len({row.country for row in found}) == 1:
            states[found[0].country] += counts[each]
        if found[0].sort == "admin1" and (len(found) == 1 or found[0].population > FAR_MORE * found[1].population):
            units[found[0].country, found[0].name] += counts[each]
            states[found[0].country] += counts[each]
        elif len(found) == 1:
            units[found[0].country, found[0].admin1] += counts[each]
    return _Context(states, units)


def _best(found: Sequence[PlaceRow], scores: Sequence[float]) -> PlaceRow:
    return found[max(range(len(found)), key=scores.__getitem__)]


def _score(row: PlaceRow, sorts: frozenset[str], within: str, context: _Context) -> float:
    score = max(PRIORS.get(row.sort, 0.0), log10(row.population + 10)) - LESS.get(row.sort, 0.0)
    if row.alternate:
        score -= ALTERNATE
    if sorts:
        score += KIND if row.sort in sorts else -OTHER_KIND
    if within and holds(within, row):
        score += WITHIN
    score += NAMED * min(MOST, log2(1 + context.states.get(row.country, 0)))
    return score + NAMED * min(MOST, log2(1 + context.units.get((row.country, row.admin1), 0)))


def _closeness(row: PlaceRow, anchors: Sequence[PlaceRow]) -> float:
    """From 0, where nothing that the article names lies near, to CLOSE, where something lies at the place itself."""
    best = CLOSE_KM
    for other in anchors:
        if abs(row.lat - other.lat) < 2.3 and abs(row.lon - other.lon) < 6.0:
            best = min(best, km_between(row.lat, row.lon, other.lat, other.lon))
    return CLOSE * (1 - best / CLOSE_KM)
