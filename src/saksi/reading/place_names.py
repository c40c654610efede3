"""Place names: capitalised words that the gazetteer knows and that the text uses as a place; which place is settled in places.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from saksi.reading.laid_out import LaidOut
from saksi.reading.language import language
from saksi.words.forenames import forenames
from saksi.words.gazetteer import PlaceRow, candidates
from saksi.words.packs import load

LONGEST: Final = 5
"""Words of a place's name; "Daerah Khusus Ibukota Jakarta" has four."""
KNOWN_TOWN: Final = 100_000
"""Inhabitants from which on a name alone is a place's, if it is no everyday word."""
SMALL_TOWN: Final = 5_000
"""The same behind a word that only may open a place ("from", "and", "dari")."""
CITY: Final = 300_000
"""The same for a name that is a word of its own too ("in Nice", "di Malang")."""
SHORTEST: Final = 3
"""Letters of a name that stands without a word of place; shorter ones are initials."""

_COUNTRY: Final = frozenset({"country"})


class Sets(NamedTuple):
    """The lists of place_words.yaml of one language; `common` are words that mean something of their own, in lower case."""

    before: frozenset[str]
    weak: frozenset[str]
    kinds_before: frozenset[str]
    kinds_behind: frozenset[str]
    settlements: frozenset[str]
    last_words: frozenset[str]
    first_words: frozenset[str]
    units: frozenset[str]
    parts: frozenset[str]
    times: frozenset[str]
    sorts: Mapping[str, frozenset[str]]
    everyday: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `first` to `last` of a place's name, `form` as it is looked up, `within` what the text names behind it as
    what it lies in ("Texas" of "Paris, Texas"), `kind` the word that tells its sort ("kabupaten"), in lower case."""

    first: int
    last: int
    form: str
    within: str = ""
    kind: str = ""


@cache
def sets_of(code: str) -> Sets:
    """The lists of a language, read once."""
    listed: Mapping[str, Any] = load(code, "place_words")
    lang = language(code)
    everyday = frozenset(word.strip() for word in listed["everyday"].split(","))
    return Sets(
        before=frozenset(listed["before"]),
        weak=frozenset(listed["before_weak"]),
        kinds_before=frozenset(listed["kinds_before"]),
        kinds_behind=frozenset(listed["kinds_behind"]),
        settlements=frozenset(listed["settlements"]),
        last_words=frozenset(listed["last_words"]),
        first_words=frozenset(listed["first_words"]),
        units=frozenset(listed["units"]),
        parts=frozenset([*listed["directions"], *listed["parts"]]),
        times=frozenset(listed["times"]),
        sorts={word: frozenset(sorts) for word, sorts in listed["sorts"].items()},
        everyday=everyday | forenames(),
        common=frozenset().union(*lang.singles.values()) | frozenset(word.lower() for word in everyday),
    )


def place_names(laid: LaidOut, named: Sequence[bool]) -> list[Toponym]:
    """The places that a text names, in its order; `named` says of each token whether it is part of another name already.

    "di Sidi Barrani" and "Pandi, Bulacan" are places, "Paris" of "Paris Hilton" and "May" of "in May" are none.
    """
    sets = sets_of(laid.lang.code)
    found: dict[int, Toponym] = {}
    open_forms: list[Toponym] = []
    for first, last in _runs(laid, named, sets):
        for name in _in_run(laid, first, last, sets):
            if _is_place(laid, name, sets, found):
                found[name.first] = name
            else:
                open_forms.append(name)
    sure = {name.form for name in found.values()}
    found.update({name.first: name for name in open_forms if name.form in sure})
    return [found[i] for i in sorted(found)]


def toponym(laid: LaidOut, first: int, last: int) -> Toponym:
    """A name that is known to be a place's, with what stands around it."""
    sets = sets_of(laid.lang.code)
    form = " ".join(laid.tokens.slice(first, last).split())
    if "," in form or not candidates(form):
        form = _known_part(form, sets) or form
    unit, _, rest = form.partition(" of ") if " of " in form else form.partition(" ")
    if unit in sets.units and rest and not candidates(form):
        return Toponym(first, last, rest, _within(laid, last), unit.lower())
    return Toponym(first, last, form, _within(laid, last), _kind(laid, first, last, sets))


def _known_part(form: str, sets: Sets) -> str | None:
    """The part of a name by which the gazetteer has it: "Nashville" of "Nashville, Tennessee", "Dallas" of "North Dallas"."""
    words = form.partition(",")[0].split()
    shorter = [words[1:], words[:-1]] if len(words) > 1 else []
    whole = " ".join(words)
    if "," in form and candidates(whole):
        return whole
    if shorter and (words[0] in sets.units or words[0].lower() in sets.parts) and candidates(" ".join(shorter[0])):
        return " ".join(shorter[0])
    if shorter and words[-1] in sets.last_words and candidates(" ".join(shorter[1])):
        return " ".join(shorter[1])
    return None


def _runs(laid: LaidOut, named: Sequence[bool], sets: Sets) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words that are part of no other name, without the small word that opens a sentence."""
    words, lower = laid.tokens.words, laid.tokens.lower
    starts = {sentence.first for sentence in laid.sentences}
    i, size = 0, len(words)
    while i < size:
        if named[i] or not words[i][0].isupper():
            i += 1
            continue
        last = i
        while (
            last + 1 < size
            and not named[last + 1]
            and words[last + 1][0].isupper()
            and laid.tokens.starts[last + 1] - laid.tokens.ends[last] == 1
        ):
            last += 1
        held = (i and named[i - 1] and words[i - 1][0].isupper()) or (last + 1 < size and named[last + 1] and words[last + 1][0].isupper())
        first = i + 1 if i in starts and last > i and lower[i] in sets.common else i
        if not held:
            yield first, last
        i = last + 1


def _in_run(laid: LaidOut, first: int, last: int, sets: Sets) -> Iterator[Toponym]:
    """The names of the gazetteer that fill a run, but for words like "Northern" before and "Province" behind."""
    words = laid.tokens.words
    while first < last and words[first] in sets.first_words and not candidates(laid.tokens.slice(first, last)):
        first += 1
    if last - first >= LONGEST:
        return
    form = " ".join(laid.tokens.slice(first, last).split())
    if candidates(form):
        yield Toponym(first, last, form, _within(laid, last), _kind(laid, first, last, sets))
    elif last > first and words[last] in sets.last_words:
        shorter = " ".join(laid.tokens.slice(first, last - 1).split())
        if candidates(shorter):
            yield Toponym(first, last, shorter, _within(laid, last), words[last].lower())
    else:
        name = Toponym(first, last, form, _within(laid, last), _kind(laid, first, last, sets))
        if _unknown_place(laid, name, sets):
            yield name


def _kind(laid: LaidOut, first: int, last: int, sets: Sets) -> str:
    """The word beside a name that tells its sort: "Kabupaten Bogor", "the city of Mosul", "Aleppo province"."""
    lower = laid.tokens.lower
    before = first - 1
    if before > 0 and lower[before] == "of":
        before -= 1
    if before >= 0 and lower[before] in sets.kinds_before:
        return lower[before]
    if last + 1 < len(lower) and lower[last + 1] in sets.kinds_behind:
        return lower[last + 1]
    return ""


def _within(laid: LaidOut, last: int) -> str:
    """What is named behind a comma or in a bracket, as it may hold the place: "Paris, Texas", "Aleppo (Syria)"."""
    words = laid.tokens.words
    if last + 2 >= len(words) or words[last + 1] not in ",(" or not words[last + 2][0].isupper():
        return ""
    first = end = last + 2
    while end + 1 < len(words) and end - first < LONGEST - 1 and words[end + 1][0].isupper():
        end += 1
    for behind in range(end, first - 1, -1):
        form = " ".join(laid.tokens.slice(first, behind).split())
        if candidates(form):
            return form
    return ""


def holds(form: str, row: PlaceRow) -> bool:
    """Whether a place lies in what is named so: Paris of Texas in "Texas" and in "USA", not in "France"."""
    for outer in candidates(form):
        if outer.sort == "country" and outer.country == row.country != "" and row.sort != "country":
            return True
        if outer.country == row.country and outer.name != row.name:
            if outer.sort == "admin1" and (row.admin1 == outer.name or (row.sort == "admin2" and _near(outer, row, 4.0))):
                return True
            if outer.sort in ("admin2", "region") and row.sort in ("city", "admin2") and _near(outer, row, 1.0):
                return True
    return False


def _near(row: PlaceRow, other: PlaceRow, degrees: float) -> bool:
    return abs(row.lat - other.lat) < degrees and abs(row.lon - other.lon) < degrees


def _is_place(laid: LaidOut, name: Toponym, sets: Sets, found: Mapping[int, Toponym]) -> bool:
    """Whether a name of the gazetteer is a place's here, by what stands around it and by how well the place is known."""
    words, lower = laid.tokens.words, laid.tokens.lower
    rows = candidates(name.form)
    if not rows:
        return True
    if name.within and any(holds(name.within, row) for row in rows):
        return True
    before = lower[name.first - 1] if name.first else ""
    one = name.first == name.last
    size = max((row.population for row in rows if not row.alternate), default=0)
    word = words[name.first]
    if one and (word in sets.everyday or lower[name.first] in sets.common):
        return (bool(name.kind) and _of_kind(rows, name.kind, sets)) or (before in sets.before and size >= CITY)
    if one and (len(word) <= SHORTEST or (word.isupper() and len(word) <= SHORTEST + 1)):
        return bool(name.kind) and not word.isupper()
    if name.kind or before in sets.before or _in_list(laid, name, found):
        return True
    if before in sets.weak:
        return size >= SMALL_TOWN or rows[0].sort not in ("city", "admin2")
    return size >= KNOWN_TOWN or (rows[0].sort not in ("city", "admin2") and not rows[0].alternate)


def _of_kind(rows: Sequence[PlaceRow], kind: str, sets: Sets) -> bool:
    """Whether one of the places can be what the word beside it says: "kota Malang", "kabupaten Jember", not "negara Barat"."""
    return sets.sorts.get(kind) != _COUNTRY or any(row.sort in _COUNTRY for row in rows)


def _unknown_place(laid: LaidOut, name: Toponym, sets: Sets) -> bool:
    """Whether the text itself says that a name which the gazetteer lacks is a place's: "the village of X", "in X, Libya"."""
    before = laid.tokens.lower[name.first - 1] if name.first else ""
    if name.first == name.last and (laid.tokens.lower[name.first] in sets.common or laid.tokens.words[name.first].isupper()):
        return False
    if name.kind in sets.settlements and (before == name.kind or before == "of"):
        return True
    return bool(name.within) and before in sets.before


def _in_list(laid: LaidOut, name: Toponym, found: Mapping[int, Toponym]) -> bool:
    """Whether a comma or "and" ties a name to the place before it: "Tripoli, Misrata and Zliten"."""
    words, i = laid.tokens.words, name.first
    if i < 2 or laid.tokens.lower[i - 1] not in (",", "and", "dan", "or", "atau"):
        return False
    return any(
        other.last in (i - 2, i - 3) and other.last < i - 1 for other in (found.get(k) for k in range(max(0, i - 6), i)) if other
    ) or (words[i - 2][0].isupper() and i - 2 in laid.forms)
