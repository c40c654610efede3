"""Cast: the persons, bodies, states and places of an article, each once, however they are named in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from saksi.reading.clauses import outlet_at
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.wordsorts import sort_of
from saksi.records import Entity, Office
from saksi.records.entity import EntityKind
from saksi.records.ids import content_id
from saksi.words.places import places
from saksi.words.world import world

ORGANS = frozenset(
    "pemerintah militer tentara kementerian otoritas kubu angkatan kepolisian parlemen kedutaan pemprov pemkot pemkab "
    "government military army navy embassy ministry authorities parliament police administration forces".split()
)
"""Bodies that a state's name makes known by name ("militer Israel"); "pejabat AS" stays unnamed."""


@dataclass(slots=True, eq=False)
class Figure:
    """One member of the cast while it is being put together; `forms` are its names in the order of appearance."""

    kind: EntityKind
    named: bool
    forms: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    about: set[str] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)
    qid: str | None = None
    iso3: str | None = None
    plural: bool = False
    medium: bool = False

    @property
    def name(self) -> str:
        """The fullest form."""
        return max(self.forms, key=lambda form: (len(form.split()), len(form)))

    def add(self, form: str, span: tuple[int, int]) -> None:
        """One more mention, in the text's own words."""
        form = " ".join(form.split())
        if form not in self.forms:
            self.forms.append(form)
        self.spans.append(span)


class Cast:
    """The figures of one text, found by name; who a pronoun or role means is settled in coreference.py."""

    def __init__(self, laid: LaidOut) -> None:
        self.laid = laid
        self.figures: list[Figure] = []
        self.states: dict[str, Figure] = {}
        self.by_form: dict[str, Figure] = {}
        self.people: dict[str, list[Figure]] = {}
        self.stand_ins: dict[tuple[int, int], Figure] = {}
        self._known()

    def _known(self) -> None:
        """States, bodies and places that the word lists know, wherever they stand."""
        laid, known = self.laid, world()
        states, bodies = known.states_in[laid.lang.code], known.bodies_in[laid.lang.code]
        i = 0
        while i < len(laid.tokens):
            last = laid.forms.get(i)
            if last is None:
                i += 1
                continue
            start, end = laid.span(i, last)
            form = " ".join(laid.text[start:end].split())
            if form in states:
                state = states[form]
                figure = self._state(state.iso3, state.qid) if state.kind in ("name", "demonym", "metonym") else self._place(form)
                if state.kind == "capital":
                    self.stand_ins[(start, end)] = self._state(state.iso3, state.qid)
            elif form in bodies:
                body = bodies[form]
                figure = self._body(body.name_en, body.qid)
            else:
                figure = self._place(form)
            figure.add(form, (start, end))
            self.by_form.setdefault(form, figure)
            i = last + 1

    def _state(self, iso3: str, qid: str | None) -> Figure:
        figure = self.states.get(iso3)
        if figure is None:
            figure = self.states[iso3] = Figure(kind="state", named=True, iso3=iso3, qid=qid)
            self.figures.append(figure)
        return figure

    def _body(self, name: str, qid: str | None) -> Figure:
        key = f"body {name}"
        if key not in self.by_form:
            self.by_form[key] = Figure(kind="organization", named=True, qid=qid)
            self.figures.append(self.by_form[key])
        return self.by_form[key]

    def _place(self, form: str) -> Figure:
        key = f"place {form}"
        if key not in self.by_form:
            self.by_form[key] = Figure(kind="place", named=True)
            self.figures.append(self.by_form[key])
        return self.by_form[key]

    def named(self, party: Party) -> Figure:
        """The figure that a name or institution's name means: one known already, or a new one."""
        laid = self.laid
        form = " ".join(laid.text[party.start : party.end].split())
        stand_in = self.stand_ins.get((party.start, party.end))
        if stand_in is not None:
            stand_in.add(form, (party.start, party.end))
            return stand_in
        figure = self.by_form.get(form)
        if figure is not None and figure.kind != "place":
            if (party.start, party.end) not in figure.spans:
                figure.add(form, (party.start, party.end))
            return figure
        return self._person(party, form) if party.form == "name" else self._institution(party, form)

    def _person(self, party: Party, form: str) -> Figure:
        laid = self.laid
        medium = party.head >= 0 and outlet_at(laid, party.head) is not None
        for figure in reversed(self.people.get(_last_part(form), []) + self.people.get(form.split()[0], [])):
            if _same_person(figure, form):
                break
        else:
            figure = Figure(kind="organization" if medium else "person", named=True, medium=medium)
            self.figures.append(figure)
        figure.add(form, (party.start, party.end))
        for part in form.split():
            known = self.people.setdefault(part, [])
            if figure not in known:
                known.append(figure)
        self.by_form.setdefault(form, figure)
        return figure

    def _institution(self, party: Party, form: str) -> Figure:
        figure = Figure(kind="organization", named=True, medium=party.head >= 0 and outlet_at(self.laid, party.head) is not None)
        self.figures.append(figure)
        figure.add(form, (party.start, party.end))
        self.by_form[form] = figure
        acronym = _acronym_behind(self.laid, party.end)
        if acronym:
            figure.forms.append(acronym)
            self.by_form.setdefault(acronym, figure)
        return figure

    def phrase(self, party: Party) -> Figure:
        """A new figure without a name of its own; a state's organs count as named."""
        laid = self.laid
        first, last = laid.tokens.at(party.start), laid.tokens.at(party.end) - 1
        lower = laid.tokens.lower
        organ = lower[first] in ORGANS or lower[last] in ORGANS
        named = organ and any(i in laid.forms or laid.tokens.capital(i) and i > first for i in range(first, last + 1))
        person = not organ and any(sort_of(laid, i) in "RK" for i in range(first, last + 1))
        figure = Figure(kind="person" if person else "group", named=named)
        figure.plural = lower[first] in ("para", "sejumlah", "beberapa", "dua", "tiga", "two", "three", "some", "several") or lower[last].endswith("s")
        figure.add(party_text(laid, party), (party.start, party.end))
        self.figures.append(figure)
        self.by_form.setdefault(party_text(laid, party), figure)
        return figure

    def find_short_names(self) -> None:
        """Every further mention of a person by a part of the name, or of anybody by a known form."""
        laid = self.laid
        tokens = laid.tokens
        taken = {i for figure in self.figures for span in figure.spans for i in range(tokens.at(span[0]), tokens.at(span[1]))}
        i = 0
        while i < len(tokens):
            word = tokens.words[i]
            candidates = self.people.get(word) if i not in taken and word[0].isupper() else None
            if not candidates:
                i += 1
                continue
            figure, last = candidates[0], i
            parts = set(figure.name.split())
            while last + 1 < len(tokens) and tokens.words[last + 1] in parts and last + 1 not in taken:
                last += 1
            figure.add(tokens.slice(i, last), laid.span(i, last))
            i = last + 1

    def entities(self, article: str) -> tuple[list[Entity], dict[int, str]]:
        """The cast as records, in order of first mention, and the entity id of each figure by `id(figure)`."""
        ids: dict[int, str] = {}
        records: list[Entity] = []
        for figure in sorted((f for f in self.figures if f.spans), key=lambda f: min(f.spans)):
            key = content_id("entity", article, figure.kind, figure.name, min(figure.spans))
            ids[id(figure)] = key
            offices = tuple(Office(title=title, of=of) for title, of in _offices(figure))
            aliases = tuple(form for form in figure.forms if form != figure.name)
            records.append(
                Entity(id=key, kind=figure.kind, name=figure.name, aliases=aliases, qid=figure.qid, iso3=figure.iso3, roles=offices)
            )
        return records, ids


def _offices(figure: Figure) -> Iterable[tuple[str, str | None]]:
    of = figure.affiliations[0] if figure.affiliations else None
    return dict.fromkeys((title, of) for title in figure.roles)


def _last_part(form: str) -> str:
    return form.split()[-1]


def _same_person(figure: Figure, form: str) -> bool:
    """Whether one name is a part of the other: "Waldhauser" of "Thomas Waldhauser"."""
    mine, other = figure.name.split(), form.split()
    short, full = (mine, other) if len(mine) <= len(other) else (other, mine)
    return all(part in full for part in short)


def _acronym_behind(laid: LaidOut, end: int) -> str | None:
    """"Komando Pusat AS (CENTCOM)": the acronym in the bracket behind an institution."""
    i = laid.tokens.at(end)
    words = laid.tokens.words
    if i + 2 < len(words) and words[i] == "(" and words[i + 2] == ")" and words[i + 1][:1].isupper() and " " not in words[i + 1]:
        return words[i + 1]
    return None


def party_text(laid: LaidOut, party: Party) -> str:
    """The words that name a party, on one line."""
    return " ".join(laid.text[party.start : party.end].split())


def is_place(form: str) -> bool:
    """Whether a form is surely a place."""
    known = places()
    return form in known.names and form not in known.ambiguous
