"""Brings the tagger's names into the cast: names that the grammar missed, and their bounds and kinds where nobody speaks.

The grammar keeps the last word on everybody who says something, and the word lists on states, bodies and outlets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from saksi.reading.cast import NAMESAKES, Cast
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.name_forms import same_person
from saksi.reading.statements import Told
from saksi.reading.tagger import Settled, TaggedName
from saksi.records.entity import EntityKind
from saksi.words.places import places
from saksi.words.world import world

Stretch = tuple[int, int]
_ALIKE: Final[dict[EntityKind, frozenset[str]]] = {
    "person": frozenset({"person"}),
    "organization": frozenset({"organization", "group"}),
    "group": frozenset({"organization", "group"}),
    "place": frozenset({"place", "state"}),
    "state": frozenset({"place", "state"}),
}
"""Kinds of members of the cast that a name of a kind may mean again."""


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    kind: EntityKind

    def over(self, span: Stretch) -> bool:
        """Whether the two have a character in common."""
        return self.start < span[1] and span[0] < self.end


def settled_names(told: Told) -> dict[int, tuple[int, EntityKind]]:
    """First token -> last token and kind of the states and known actors whose names prove themselves, for the tagger to pass over."""
    laid, states = told.laid, world().states_in[told.laid.lang.code]
    found: dict[int, tuple[int, EntityKind]] = {}
    for first, last in laid.forms.items():
        state = states.get(_spelt(laid, laid.span(first, last)))
        if state is not None and state.kind == "name" and not state.ambiguous and laid.forms.get(first - 1) != last:
            found[first] = (last, "state")
    return found | told.cast.roll.tokens


def take_tagged(told: Told, tagged: Sequence[TaggedName], settled: Settled) -> None:
    """Change the cast of a text by the names that the tagger found in it; call it before the cast is made into records.

    `settled` are the names that the word lists have settled, as `settled_names` gives them.

    A tagged name over a speaker's name is left out. A name of the cast that the tagger has with other bounds, or not at all, is
    forgotten, unless the one who bears it speaks. What the tagger alone has is added, as somebody known or as somebody new.
    """
    laid, cast = told.laid, told.cast
    speaking = {id(figure) for figure in told.meant.values()}
    names, voices = _apart(told, tagged, settled)
    confirmed = {laid.span(name.first, name.last) for name in tagged}
    rest = dict.fromkeys(names)
    known = cast.roll.kinds()
    for figure in cast.figures:
        listed = id(figure) in known or _listed(laid, figure)
        kept = id(figure) in speaking
        if known.get(id(figure)) == "person" and not kept:
            figure.kind = "person"
        for span in [span for span in figure.spans if _spelt(laid, span) in figure.forms]:
            over = _over(names, span)
            same = next((name for name in over if (name.start, name.end) == span), None)
            if same is not None and (kept or listed or not figure.roles or same.kind == figure.kind):
                rest.pop(same, None)
                if not kept and not listed:
                    figure.kind = same.kind
            elif kept:
                for name in over:
                    rest.pop(name, None)
                if span not in confirmed and any((voice.start, voice.end) != span for voice in _over(voices, span)):
                    figure.forget(span)
            elif (
                over
                or _within(voices, span, figure.kind)
                or not (_said_to_be_place(laid, figure, span) or (listed and not _bare_place(laid, figure, span)))
            ):
                figure.forget(span)
    _outside_names(laid, cast, names)
    for name in rest:
        _add(laid, cast, name)


def _has_word(laid: LaidOut, name: TaggedName) -> bool:
    """Whether a tagged stretch has a word in it and not marks and line ends alone."""
    return any(laid.tokens.word(i) for i in range(name.first, name.last + 1))


class _Lists:
    """What the word lists have settled, whatever the tagger makes of it: names of several words, and seats that only mean a state."""

    def __init__(self, laid: LaidOut, settled: Settled) -> None:
        self.laid = laid
        self.seats = world().states_in[laid.lang.code]
        self.longer = {i: (first, last) for first, (last, _) in settled.items() if last > first for i in range(first, last + 1)}

    def know_better(self, name: TaggedName) -> bool:
        """Whether a tagged name is only part of a longer settled one ("Papua" of "Papua Nugini"), or a seat taken for a person
        or body ("Kremlin menolak")."""
        first, last = self.longer.get(name.first, (name.first, name.last))
        if first <= name.first and name.last <= last and (first, last) != (name.first, name.last):
            return True
        if name.kind not in ("person", "organization"):
            return False
        state = self.seats.get(self.laid.tokens.slice(name.first, name.last))
        return state is not None and state.kind == "metonym" and not state.ambiguous


def _apart(told: Told, tagged: Sequence[TaggedName], settled: Settled) -> tuple[list[_Name], list[_Name]]:
    """The tagged names without those that lie over a speaker's name or are part of it, and the names of those who speak."""
    spans = ((party.start, party.end) for draft in told.drafts for party in (*draft.parties, *draft.relay))
    parties = [_Name(start, end, "person") for start, end in _outermost(set(spans))]
    voices = _voices(told, parties)
    lists = _Lists(told.laid, settled)
    names = [
        _Name(*told.laid.span(name.first, name.last), name.kind)
        for name in tagged
        if _has_word(told.laid, name) and not lists.know_better(name)
    ]
    names = [name for name in names if not any(_covers(name, party) for party in _over(parties, (name.start, name.end)))]
    return [name for name in names if not _within(voices, (name.start, name.end), name.kind)], voices


def _voices(told: Told, parties: Sequence[_Name]) -> list[_Name]:
    """The parties that are themselves one name of whom they mean; not several ("the EU and NATO"), no role ("Presiden AS")."""
    laid, said = told.laid, {(p.start, p.end): told.meant.get(id(p)) for draft in told.drafts for p in (*draft.parties, *draft.relay)}
    joints = laid.lang.singles["coordinators"] | {","}
    voices = []
    for start, end, figure in ((party.start, party.end, said[party.start, party.end]) for party in parties):
        words = laid.tokens.lower[laid.tokens.at(start) : laid.tokens.at(end)]
        if figure is not None and joints.isdisjoint(words) and _spelt(laid, (start, end)) in figure.forms:
            voices.append(_Name(start, end, figure.kind))
    return voices


def _within(voices: Sequence[_Name], span: Stretch, kind: EntityKind) -> bool:
    """Whether a span is part of the longer name of a kind with it ("Jan Smit" of "Jan Smit de Boer") of somebody who speaks."""
    over = _over(voices, span)
    return any((v.start, v.end) != span and v.start <= span[0] and span[1] <= v.end and v.kind in _ALIKE[kind] for v in over)


def _outside_names(laid: LaidOut, cast: Cast, names: Sequence[_Name]) -> None:
    """Forget states and places that are only part of a longer name ("Partai Demokrasi Indonesia Perjuangan", "Jakarta Pusat")."""
    longer = {(name.start, name.end) for name in names}
    for figure in cast.figures:
        if figure.kind not in _ALIKE["place"]:
            longer.update(span for span in figure.spans if _spelt(laid, span) in figure.forms)
    spans = [_Name(start, end, "place") for start, end in _outermost(longer)]
    for figure in cast.figures:
        if figure.kind in _ALIKE["place"]:
            for span in list(figure.spans):
                if any((name.start, name.end) != span and name.start <= span[0] and span[1] <= name.end for name in _over(spans, span)):
                    figure.forget(span)


def _outermost(spans: Iterable[Stretch]) -> list[Stretch]:
    """The spans that lie in no other, in order; of two that cross the earlier one."""
    found: list[Stretch] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _covers(name: _Name, party: _Name) -> bool:
    """Whether a name lies over a party of a statement otherwise than inside it: over its bounds, or over all of it."""
    return not (party.start <= name.start and name.end <= party.end) or (name.start, name.end) == (party.start, party.end)


def _over(names: Sequence[_Name], span: Stretch) -> list[_Name]:
    """The names, which are in order and apart, that have a character in common with a span."""
    k = bisect_left(names, span[0], key=lambda name: name.end)
    found = []
    while k < len(names) and names[k].start < span[1]:
        if names[k].over(span):
            found.append(names[k])
        k += 1
    return found


def _spelt(laid: LaidOut, span: Stretch) -> str:
    return " ".join(laid.text[slice(*span)].split())


def _listed(laid: LaidOut, figure: Figure) -> bool:
    """Whether the word lists know somebody or something by a name that proves it."""
    if figure.kind == "state" or figure.qid is not None:
        return True
    known, towns = world(), places()
    bodies = known.bodies_in[laid.lang.code]
    for form in figure.forms:
        if figure.medium and form in known.outlets:
            return True
        if form in bodies and not bodies[form].ambiguous:
            return True
        if figure.kind == "place" and form in towns.names and form not in towns.ambiguous:
            return True
        if figure.kind == "place" and form in known.states_in[laid.lang.code]:
            return True
    return False


def _bare_place(laid: LaidOut, figure: Figure, span: Stretch) -> bool:
    """Whether an Indonesian place only says whose or which a body or thing is, where the tagger leaves it bare.

    "RSUD Kanjuruhan", "Ketua DPD Bali", "topan Atlantik"; not a dateline, and no seat that may mean its state ("Moskow membantah").
    """
    if laid.lang.code != "id" or figure.kind != "place" or laid.text[slice(*span)].isupper() or _headlined(laid, span):
        return False
    return _spelt(laid, span) not in world().states_in["id"]


def _headlined(laid: LaidOut, span: Stretch) -> bool:
    """Whether a state opens the line and one capital stands between, as a headline's verb ("Rusia Serang Kharkiv")."""
    before = laid.tokens.at(span[0]) - 2
    return before >= 0 and any(last == before for last in laid.forms.values()) and laid.tokens.capital(before + 1)


def _said_to_be_place(laid: LaidOut, figure: Figure, span: Stretch) -> bool:
    """Whether a noun of places opens a name or stands before a place's ("Desa Kolvarina", "sungai Lamun")."""
    first, nouns = laid.tokens.at(span[0]), laid.lang.classes["place_nouns"]
    opens = nouns.length(laid.tokens.lower, first) and figure.kind in ("place", "organization")
    return bool(opens or (figure.kind == "place" and first > 0 and nouns.length_before(laid.tokens.lower, first - 1)))


def _add(laid: LaidOut, cast: Cast, name: _Name) -> None:
    """One more mention of a member of the cast, or of a new one."""
    form = _spelt(laid, (name.start, name.end))
    full, bracket, short = form.removesuffix(")").partition(" (")
    figure = _known(cast, name, form) or (_known(cast, name, full) if bracket else None) or _new(laid, cast, name.kind, form)
    figure.add(form, (name.start, name.end))
    for known in (full, short) if bracket and form.endswith(")") and short.isupper() else ():
        cast.by_form.setdefault(known, figure)


def _known(cast: Cast, name: _Name, form: str) -> Figure | None:
    """Whom a name means that the text names elsewhere: by the same form, or a person by a part of the name."""
    figure = cast.by_form.get(form)
    if figure is not None and figure.kind in _ALIKE[name.kind]:
        return figure
    if name.kind != "person":
        return None
    parts = form.split()
    pool = [figure for part in (parts[-1], parts[0]) for figure in cast.people.get(part, ())[-NAMESAKES:] if figure.kind == "person"]
    same = [figure for figure in pool if figure.forms and same_person(figure, form)]
    return max(same, key=lambda figure: figure.last_before(name.start), default=None)


def _new(laid: LaidOut, cast: Cast, kind: EntityKind, form: str) -> Figure:
    """A new member of the cast; a state by its code."""
    state = world().states_in[laid.lang.code].get(form) if kind == "state" else None
    if state is not None and state.iso3 in cast.states:
        return cast.states[state.iso3]
    figure = Figure(kind=kind, named=True)
    if state is not None:
        figure.iso3, figure.qid = state.iso3, state.qid
        cast.states[state.iso3] = figure
    cast.figures.append(figure)
    cast.by_form[form] = figure
    if kind == "person":
        _remember(cast.people, form.split(), figure)
    return figure


def _remember(people: dict[str, list[Figure]], parts: Iterable[str], figure: Figure) -> None:
    for part in parts:
        people.setdefault(part, []).append(figure)
