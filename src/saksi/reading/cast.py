"""Cast: the persons, bodies, states and places of an article, each once, however they are named in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from saksi.reading.laid_out import LaidOut
from saksi.reading.media import outlet_at, outlet_words
from saksi.reading.names import Name, find_names
from saksi.reading.parties import Party
from saksi.reading.wordsorts import sort_of
from saksi.records import Entity, Office
from saksi.records.entity import EntityKind
from saksi.records.ids import content_id
from saksi.words.world import world

LEADS_TO_PLACE = frozenset({"dari", "from", "to", "through", "menuju", "via", "ibu", "capital"})

SHORTEST_CUT = 5
"""Letters that a name cut short must keep ("Khrisna" of "Khrisnamurti")."""


@dataclass(slots=True, eq=False)
class Figure:
    """One member of the cast while it is being put together; `forms` are its names in the order of appearance,
    `descriptions` what else it is called ("sang menteri")."""

    kind: EntityKind
    named: bool
    forms: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
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
        """The fullest form; a description only where there is no name."""
        return max(self.forms or self.descriptions, key=lambda form: (len(form.split()), len(form)))

    def describe(self, form: str, span: tuple[int, int]) -> None:
        """One more mention by a role or common phrase, or by a pronoun where `form` is empty."""
        if form and form not in self.descriptions and form not in self.forms:
            self.descriptions.append(form)
        self.spans.append(span)

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
        self._outlets()
        for name in find_names(laid):
            self._meet(name)

    def _outlets(self) -> None:
        """News outlets by their known forms; what is also an everyday word waits for a credit or a word for a medium."""
        laid, known = self.laid, world()
        firsts = outlet_words()
        for i, word in enumerate(laid.tokens.words):
            if word not in firsts or i in laid.forms:
                continue
            form = known.outlet_forms.at(laid.text, laid.tokens.starts[i], word)
            if form is None or known.outlets[form].ambiguous or known.outlets[form].kind == "platform":
                continue
            key = f"outlet {known.outlets[form].name}"
            if key not in self.by_form:
                self.by_form[key] = Figure(kind="organization", named=True, medium=True)
                self.figures.append(self.by_form[key])
            start = laid.tokens.starts[i]
            self.by_form[key].add(form, (start, start + len(form)))
            self.by_form.setdefault(form, self.by_form[key])

    def _meet(self, name: Name) -> None:
        """Take a name that stands anywhere in the text into the cast."""
        laid = self.laid
        start, end = laid.span(name.first, name.last)
        form = " ".join(laid.text[start:end].split())
        known = self.by_form.get(form)
        if known is not None:
            if (start, end) not in known.spans:
                known.add(form, (start, end))
        elif name.kind == "place":
            self.by_form[form] = self._place(form)
            self.by_form[form].add(form, (start, end))
        elif name.kind == "organization":
            self._institution(start, end, form, name.first, name.acronym)
        else:
            figure = self._person(start, end, form, name.first)
            if name.roles is not None:
                role = laid.tokens.slice(*name.roles)
                if role not in figure.roles:
                    figure.roles.append(role)
                figure.about.update(role.lower().split())

    def _known(self) -> None:
        """States, bodies and places that the word lists know, wherever they stand."""
        laid, known = self.laid, world()
        states, bodies = known.states_in[laid.lang.code], known.bodies_in[laid.lang.code]
        behind = 0
        for i, last in sorted(laid.forms.items()):
            if i < behind:
                continue
            behind = last + 1
            start, end = laid.span(i, last)
            form = " ".join(laid.text[start:end].split())
            if form in states:
                state = states[form]
                figure = self._state(state.iso3, state.qid) if state.kind in ("name", "demonym", "metonym") else self._place(form)
                if state.kind == "capital":
                    meant = self.stand_ins[(start, end)] = self._state(state.iso3, state.qid)
                    if self._for_government(i, last):
                        meant.describe(form, (start, end))
            elif form in bodies:
                body = bodies[form]
                figure = self._body(body.name_en, body.qid)
            else:
                figure = self._place(form)
            figure.add(form, (start, end))
            self.by_form.setdefault(form, figure)

    def _for_government(self, first: int, last: int) -> bool:
        """Whether a capital stands for its government ("peran Moskow"), not for the town ("di Moskow", "Moskow, Rusia")."""
        words, lower = self.laid.tokens.words, self.laid.tokens.lower
        before = lower[first - 1] if first else ""
        if before in self.laid.lang.singles["place_openers"] or before in LEADS_TO_PLACE or not before:
            return False
        return not (last + 2 < len(words) and words[last + 1] in ",-–—(" and words[last + 2][0].isupper())

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
            if (party.start, party.end) not in stand_in.spans:
                stand_in.describe(form, (party.start, party.end))
            return stand_in
        figure = self.by_form.get(form)
        if figure is not None and figure.kind != "place":
            if (party.start, party.end) not in figure.spans:
                figure.add(form, (party.start, party.end))
            return figure
        if party.form == "name":
            return self._person(party.start, party.end, form, party.head)
        return self._institution(party.start, party.end, form, party.head, _acronym_behind(laid, party.end))

    def _person(self, start: int, end: int, form: str, head: int) -> Figure:
        laid = self.laid
        medium = head >= 0 and outlet_at(laid, head) is not None
        parts = form.split()
        pool: list[Figure] = [*self.people.get(parts[-1], ()), *self.people.get(parts[0], ())]
        if len(parts) == 1 and not pool and len(form) >= SHORTEST_CUT:
            pool = [f for part, known in self.people.items() if part.startswith(form) for f in known]
        figure = next((f for f in pool if _same_person(f, form)), None)
        if figure is None:
            figure = Figure(kind="organization" if medium else "person", named=True, medium=medium)
            self.figures.append(figure)
        if (start, end) not in figure.spans:
            figure.add(form, (start, end))
        for part in form.split():
            known = self.people.setdefault(part, [])
            if figure not in known:
                known.append(figure)
        self.by_form.setdefault(form, figure)
        return figure

    def _institution(self, start: int, end: int, form: str, head: int, acronym: str | None) -> Figure:
        figure = self.by_form.get(acronym) if acronym else None
        if figure is None or figure.kind == "place":
            figure = Figure(kind="organization", named=True, medium=head >= 0 and outlet_at(self.laid, head) is not None)
            self.figures.append(figure)
        figure.add(form, (start, end))
        self.by_form[form] = figure
        if acronym and acronym not in figure.forms:
            figure.forms.append(acronym)
            self.by_form.setdefault(acronym, figure)
        return figure

    def phrase(self, party: Party) -> Figure:
        """A new figure without a name of its own; a state's organs count as named."""
        laid = self.laid
        first, last = laid.tokens.at(party.start), laid.tokens.at(party.end) - 1
        lower = laid.tokens.lower
        organ = lower[first] in laid.lang.singles["organs"] or lower[last] in laid.lang.singles["organs"]
        named = organ and any(i in laid.forms or (laid.tokens.capital(i) and i > first) for i in range(first, last + 1))
        person = not organ and any(sort_of(laid, i) in "RK" for i in range(first, last + 1))
        figure = Figure(kind="person" if person else "group", named=named)
        figure.plural = lower[first] in laid.lang.singles["many"] or lower[last].endswith("s")
        figure.describe(party_text(laid, party), (party.start, party.end))
        self.figures.append(figure)
        self.by_form.setdefault(party_text(laid, party), figure)
        return figure

    def find_short_names(self) -> None:
        """Every further mention of a person by a part of the name, or of anybody by a known form."""
        laid = self.laid
        tokens = laid.tokens
        taken = {i for figure in self.figures for start, end in figure.spans for i in range(tokens.at(start), tokens.at(end))}
        for i in sorted({i for part in self.people for i in laid.places_of(part)} - taken):
            if i in taken or not tokens.capital(i):
                continue
            figure, last = self.people[tokens.words[i]][0], i
            parts = set(figure.name.split())
            while last + 1 < len(tokens) and tokens.words[last + 1] in parts and last + 1 not in taken:
                last += 1
            taken.update(range(i, last + 1))
            figure.add(tokens.slice(i, last), laid.span(i, last))

    def entities(self, article: str) -> tuple[list[Entity], dict[int, str]]:
        """The cast as records, in order of first mention, and the entity id of each figure by `id(figure)`."""
        ids: dict[int, str] = {}
        records: list[Entity] = []
        for figure in sorted((f for f in self.figures if f.spans), key=lambda f: min(f.spans)):
            key = content_id("entity", article, figure.kind, figure.name, min(figure.spans))
            ids[id(figure)] = key
            offices = tuple(Office(title=title, of=of) for title, of in _offices(figure))
            aliases = tuple(form for form in [*figure.forms, *figure.descriptions] if form != figure.name)
            records.append(
                Entity(id=key, kind=figure.kind, name=figure.name, aliases=aliases, qid=figure.qid, iso3=figure.iso3, roles=offices)
            )
        return records, ids


def _offices(figure: Figure) -> Iterable[tuple[str, str | None]]:
    of = figure.affiliations[0] if figure.affiliations else None
    return dict.fromkeys((title, of) for title in figure.roles)


def _same_person(figure: Figure, form: str) -> bool:
    """Whether one name is a part of the other: "Waldhauser" of "Thomas Waldhauser"."""
    mine, other = figure.name.split(), form.split()
    short, full = (mine, other) if len(mine) <= len(other) else (other, mine)
    return all(part in full for part in short) or (
        len(short) == 1 and len(short[0]) >= SHORTEST_CUT and any(part.startswith(short[0]) for part in full)
    )


def _acronym_behind(laid: LaidOut, end: int) -> str | None:
    """ "Komando Pusat AS (CENTCOM)": the acronym in the bracket behind an institution."""
    i = laid.tokens.at(end)
    words = laid.tokens.words
    if i + 2 < len(words) and words[i] == "(" and words[i + 2] == ")" and words[i + 1][:1].isupper() and " " not in words[i + 1]:
        return words[i + 1]
    return None


def party_text(laid: LaidOut, party: Party) -> str:
    """The words that name a party, on one line."""
    return " ".join(laid.text[party.start : party.end].split())
