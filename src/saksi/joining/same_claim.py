"""Decides whether two articles tell of one happening, and whether two statements in them say or deny one thing."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from saksi.joining.concepts import table
from saksi.joining.propositions import Proposition, Setting

DAYS_APART = 10
"""Days between two articles that can still tell of one happening as news."""
SHARED_NAMES = 2
"""Names that two articles share at least; outlets, agencies and the dateline do not count."""
SHARED_WORDS = 0.12
"""Part of the words of the article with fewer that the other has too."""
WORDS_NEARBY = 0.35
"""The same where only a place is named in both, and they came out within a day."""
ONE_FORM = 0.6
"""Part of the words of both articles from which two texts that are no copies are one notice filled anew: weather, markets, courts."""
ALIKE = 0.7
"""Dice coefficient of the concepts from which two contents are one without more evidence than the happening."""
ALIKE_ANCHORED = 0.45
"""The same where one speaker, two names or one figure stand in both."""
ALIKE_IN_FAMILY = 0.6
ALIKE_WITHIN = 0.5
"""The same where everything in one content stands in the other."""
DENIED_PART = 0.6
"""Part of the main clause of a denial that the other must have."""
OWN_PART = 0.5
"""Part of the words of the content with fewer, names aside, that the other must have."""
_KINDS = {"request": "request", "ask": "ask"}
_DEEDS = frozenset({"accuse", "warn", "promise", "request"})


def one_happening(a: Setting, b: Setting) -> bool:
    """Whether two articles tell of one thing that happened, the same whichever comes first.

    They come out within ten days, share names (places below a state are not all others) and some of their words.
    """
    if a.article == b.article or a.family == b.family:
        return True
    if a.day is not None and b.day is not None and abs(a.day - b.day) > DAYS_APART:
        return False
    shared = a.names & b.names
    if len(shared) < SHARED_NAMES and not _alike_nearby(a, b):
        return False
    if _elsewhere(a.places, b.places) and len({n for n in shared if n[:1].isupper()}) < SHARED_NAMES:
        return False
    common = len(a.words & b.words)
    if a.language == b.language and common >= ONE_FORM * len(a.words | b.words):
        return False
    return common >= SHARED_WORDS * min(len(a.words), len(b.words))


def one_claim(a: Proposition, b: Proposition) -> bool:
    """Whether two statements of one happening say or deny the same, the same whichever comes first.

    Wording alone never does: `one_happening` must hold of their articles. A content that only points is tied by what it
    answers, and not here.
    """
    if a.points_at is not None or b.points_at is not None or rivals(a, b):
        return False
    if _KINDS.get(a.statement.act) != _KINDS.get(b.statement.act) or _contrary_places(a, b):
        return False
    shared = len(a.core & b.core)
    if shared == 0:
        return False
    alike = 2 * shared / (len(a.core) + len(b.core))
    if a.setting.family == b.setting.family:
        headline = (a.field == "text") != (b.field == "text") and 4 * shared >= 3 * min(len(a.core), len(b.core)) and shared >= 3
        return (alike >= ALIKE_IN_FAMILY or headline) and a.negated == b.negated
    if own_part(a, b) < (OWN_PART if a.statement.polarity == b.statement.polarity else DENIED_PART):
        return False
    if _plainly_contrary(a, b) or _other_days(a, b):
        return alike >= ALIKE and anchored(a, b) and not _moved_on(a, b)
    return _over_families(a, b, shared, alike)


def rivals(a: Proposition, b: Proposition) -> bool:
    """Whether one says outright that it is not as the other has it: "gold, not sugar" against "sugar"."""
    return bool((a.opposed & b.words) - (b.opposed & a.opposed)) != bool((b.opposed & a.words) - (a.opposed & b.opposed))


def _alike_nearby(a: Setting, b: Setting) -> bool:
    """Whether two articles of two days have one place below a state, and much of their words, where names are few."""
    if a.day is None or b.day is None or abs(a.day - b.day) > 1 or not a.places & b.places:
        return False
    return len(a.words & b.words) >= WORDS_NEARBY * min(len(a.words), len(b.words))


def own_part(a: Proposition, b: Proposition) -> float:
    """Part of what is said about the names, without them, that both have; 1 where one content has names only."""
    mine, theirs = _own(a), _own(b)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 1.0


def _own(one: Proposition) -> Set[str]:
    return one.core - one.names - one.named - one.setting.names - one.setting.places


def same_speaker(a: Proposition, b: Proposition) -> bool:
    """Whether one speaks in both, by id, by a word of the name, or by most words of what an unnamed one is called."""
    shared = a.speakers & b.speakers
    if any(key[:1].isupper() or key not in _known_keys() for key in shared):
        return True
    return bool(shared) and 2 * len(shared) >= min(len(a.speakers), len(b.speakers))


def anchored(a: Proposition, b: Proposition) -> bool:
    """Whether more than wording ties two contents: their speaker, two names, or a figure of the same thing."""
    if same_speaker(a, b) or len(a.names & b.names) >= 2:
        return True
    return any(
        x.of == y.of and (x.value.low, x.value.high, x.value.unit) == (y.value.low, y.value.high, y.value.unit)
        for x in a.figures
        for y in b.figures
    )


def _over_families(a: Proposition, b: Proposition, shared: int, alike: float) -> bool:
    few = min(len(a.core), len(b.core))
    if same_speaker(a, b) and a.statement.act == b.statement.act and a.statement.act in _DEEDS and shared >= 2 and 2 * shared >= few:
        return True
    if (a.statement.polarity == "denied") != (b.statement.polarity == "denied"):
        own = len(_own(a) & _own(b))
        if shared >= 3 and (shared >= DENIED_PART * few or (own >= 3 and own_part(a, b) >= DENIED_PART)):
            return True
    if shared == 1:
        return few == 1 and same_speaker(a, b) and max(len(a.core), len(b.core)) <= 2
    return alike >= ALIKE or (alike >= ALIKE_ANCHORED and anchored(a, b)) or (shared == few >= 3 and alike >= ALIKE_WITHIN)


def _plainly_contrary(a: Proposition, b: Proposition) -> bool:
    """Whether one content denies in itself what the other does not, and neither is held false."""
    return a.negated != b.negated and a.statement.polarity == b.statement.polarity


def _other_days(a: Proposition, b: Proposition) -> bool:
    """Whether both name days, and none is the same; weeks apart is one weekday, read as two."""
    if not a.days or not b.days:
        return False
    return not any(x[0] == y[0] or x[1].casefold() == y[1].casefold() for x in a.days for y in b.days)


def _moved_on(a: Proposition, b: Proposition) -> bool:
    """Whether the days that two contents name lie as far apart as their articles: each tells of its own day."""
    if a.setting.day is None or b.setting.day is None or a.setting.day == b.setting.day:
        return False
    return any(_day(x[0]) - _day(y[0]) == a.setting.day - b.setting.day for x in a.days for y in b.days)


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _contrary_places(a: Proposition, b: Proposition) -> bool:
    """Whether both contents name places below a state, and none of the one is in the other."""
    mine, theirs = a.words & a.setting.places, b.words & b.setting.places
    return _elsewhere(mine, theirs) and a.setting.family != b.setting.family


def _elsewhere(a: Set[str], b: Set[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def _known_keys() -> Set[str]:
    return _KNOWN


_KNOWN = frozenset({*table("en").forms.values(), *table("id").forms.values()})
"""The rows of the table: an "official" or "farmer" is nobody in particular, a name has no row."""
