"""Cast: the persons, bodies, states and places of an article, each once, however they are named in it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from saksi.limits import MENTIONS_REMEMBERED
from saksi.reading.determined import many, somebody_new
from saksi.reading.figure import Figure
from saksi.reading.gender import gender_before, gender_of
from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.media import outlet_at, outlet_words
from saksi.reading.name_forms import SHORTEST_CUT, acronym_behind, are_two, bare_name, party_text, possessor, same_person
from saksi.reading.names import Name, find_names
from saksi.reading.owned import learn_words, says_whose
from saksi.reading.parties import Party
from saksi.reading.roll import Roll
from saksi.reading.wordsorts import sort_of
from saksi.records import Entity, Office
from saksi.records.ids import content_id
from saksi.words.actors import Gazetteer
from saksi.words.world import world

SHARED: Final = 2
"""People of one surname, from which on the surname means whoever was named last."""
NAMESAKES: Final = 200
"""People with one word of their names in common among whom a name is looked for: those who came in last."""


class Cast:
    """The figures of one text, found by name; who a pronoun or role means is settled in coreference.py.

    `heads` keeps who stands at the head of a sentence, by its number, once a pronoun has asked for it.
    """

    def __init__(self, laid: LaidOut, known: Gazetteer | None = None) -> None:
        self.laid = laid
        self.figures: list[Figure] = []
        self.states: dict[str, Figure] = {}
        self.by_form: dict[str, Figure] = {}
        self.people: dict[str, list[Figure]] = {}
        self.stand_ins: dict[tuple[int, int], Figure] = {}
        self.phrases: dict[tuple[int, int], Figure] = {}
        self.numbers: dict[int, int] = {}
        self.mentions: list[tuple[int, int, int]] = []
        self.heads: dict[int, list[Party]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._indexed = 0
        self.roll = Roll(laid, known)
        self._known()
        self._outlets()
        for name in find_names(laid):
            self._meet(name)
        self.figures += self.roll.rest(self.figures, self.by_form)

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
        known = self.roll.figure(form, (start, end), self.by_form) or self.by_form.get(form)
        if known is not None:
            known.add(form, (start, end))
        elif name.kind == "place":
            self.by_form[form] = self._place(form)
            self.by_form[form].add(form, (start, end))
        elif name.kind == "organization" and (body := self._short_of_body(form)) is not None:
            body.add(form, (start, end))
            self.by_form[form] = body
        elif name.kind == "organization":
            self._institution(start, end, form, name.first, name.acronym)
        else:
            figure = self._person(start, end, form, name.first)
            if name.roles is not None:
                role = laid.tokens.slice(*name.roles)
                if role not in figure.roles:
                    figure.roles.append(role)
                learn_words(laid, figure, *name.roles)
        self.roll.take((start, end), self.by_form.get(form))

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
            if figure.kind == "state" and states[form].kind != "name":
                figure.describe(form, (start, end))
            else:
                figure.add(form, (start, end))
            self.by_form.setdefault(form, figure)

    def _for_government(self, first: int, last: int) -> bool:
        """Whether a capital stands for its government ("peran Moskow"), not for the town ("di Moskow", "Moskow, Rusia")."""
        words, lower = self.laid.tokens.words, self.laid.tokens.lower
        before = lower[first - 1] if first else ""
        if before in self.laid.lang.singles["place_openers"] or before in self.laid.lang.singles["leads_to_place"] or not before:
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
        bare = bare_name(laid.lang, form)
        if bare != form:
            start = party.start + laid.text[party.start : party.end].rindex(bare.split()[0])
            known = self.by_form.get(bare) or self._institution(start, party.end, bare, laid.tokens.at(start), None)
            known.describe(form, (party.start, party.end))
            return known
        side, _, rest = form.partition(" ")
        if (
            side.lower() in laid.lang.singles["stands_for_body"]
            and (body := self.by_form.get(rest)) is not None
            and body.kind == "organization"
        ):
            body.describe(form, (party.start, party.end))
            return body
        stand_in = self.stand_ins.get((party.start, party.end))
        if stand_in is not None:
            stand_in.describe(form, (party.start, party.end))
            return stand_in
        figure = self.roll.figure(form, (party.start, party.end), self.by_form) or self.by_form.get(form)
        if figure is not None and figure.kind != "place" and len(self.people.get(form, ())) < SHARED:
            figure.add(form, (party.start, party.end))
            if figure.kind == "person" and laid.tokens.starts[party.head] < party.start and outlet_at(laid, party.head) is not None:
                figure.kind, figure.medium = "organization", True
            return figure
        body = self._short_of_body(form)
        if body is not None:
            body.add(form, (party.start, party.end))
            self.by_form[form] = body
            return body
        if party.form == "name" or (" " not in form and self.people.get(form)):
            return self._person(party.start, party.end, form, party.head)
        return self._institution(party.start, party.end, form, party.head, acronym_behind(laid, laid.tokens.at(party.end)))

    def _person(self, start: int, end: int, form: str, head: int) -> Figure:
        laid = self.laid
        medium = head >= 0 and outlet_at(laid, head) is not None
        parts = form.split()
        pool = [f for part in (parts[-1], parts[0]) for f in self.people.get(part, [])[-NAMESAKES:]]
        if len(parts) == 1 and not pool and len(form) >= SHORTEST_CUT:
            pool = [f for part, known in self.people.items() if part.startswith(form) for f in known]
        if len(parts) > 1:
            pool += [f for part in parts for size in range(SHORTEST_CUT, len(part)) for f in self.people.get(part[:size], ())]
        same = [f for f in pool if same_person(f, form)]
        figure = self._nearest(same, start)
        if figure is None:
            sets = laid.lang.singles
            ending = parts[-1].lower()
            trades = (len(parts) > 1 and ending in sets["company_endings"]) or (laid.lang.code == "en" and ending in sets["bodies"])
            trades = trades or form.startswith(laid.lang.affixes["club_beginnings"])
            trades = trades or (len(parts) > 1 and ("&" in parts or self._names_state(parts[-1])))
            figure = Figure(kind="organization" if medium or trades else "person", named=True, medium=medium)
            self.figures.append(figure)
        figure.add(form, (start, end))
        if are_two(laid.lang, form):
            figure.kind = "group"
            self.by_form.setdefault(form, figure)
            return figure
        for part in form.split():
            known = self.people.setdefault(part, [])
            if figure not in known:
                known.append(figure)
        self.by_form.setdefault(form, figure)
        return figure

    def _short_of_body(self, form: str) -> Figure | None:
        """The one body whose name begins with the form ("Karlin" of "Karlin Marine", "Samudra" of "PT Samudra Lestari")."""
        if self.people.get(form.split()[0]) or form in self.by_form:
            return None
        sets = self.laid.lang.singles
        heads, found = sets["company_heads"], set()
        for n in self._beginning_with(form.split()[0]):
            figure = self.figures[n]
            if figure.kind != "organization" or figure.medium or " " not in figure.forms[0]:
                continue
            first, _, rest = figure.forms[0].partition(" ")
            name = rest if first.lower() in heads else figure.forms[0]
            if name.startswith(form + " ") and first.lower() not in sets["institution_heads"] - heads:
                found.add(n)
        return self.figures[found.pop()] if len(found) == 1 else None

    def _beginning_with(self, word: str) -> Iterator[int]:
        """Numbers of the figures whose first form has this word as its first or second."""
        for n in range(self._indexed, len(self.figures)):
            for part in (self.figures[n].forms or [""])[0].split()[:2]:
                self._by_word.setdefault(part, []).append(n)
        self._indexed = len(self.figures)
        yield from self._by_word.get(word, ())

    def _names_state(self, word: str) -> bool:
        """ "Weir Watch UK", "Sahabat Sungai Indonesia": a name that ends in a state's is a body's."""
        state = world().states_in[self.laid.lang.code].get(word)
        return state is not None and state.kind == "name" and not state.ambiguous

    def _nearest(self, people: Iterable[Figure], start: int) -> Figure | None:
        """Of several who may be named at an offset the one named last before it, unless its title ("Mrs") tells otherwise."""
        title = gender_before(self.laid, self.laid.tokens.at(start))
        return max(people, key=lambda f: (bool(title) and gender_of(self.laid, f) == title, f.last_before(start)), default=None)

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
        """A new figure without a name of its own; a state's organs and the holders of its sole offices count as named."""
        laid = self.laid
        known = self.phrases.get((party.start, party.end))
        if known is not None:
            return known
        first, last = laid.tokens.at(party.start), laid.tokens.at(party.end) - 1
        lower, sets = laid.tokens.lower, laid.lang.singles
        organ = lower[last if laid.lang.code == "en" else first] in sets["organs"]
        owned = first > 1 and laid.tokens.words[first - 1] in GENITIVES and laid.tokens.capital(first - 2)
        whose = (
            bool(party.affiliations)
            or owned
            or any(i in laid.forms or (laid.tokens.capital(i) and i > first) for i in range(first, last + 1))
        )
        offices = laid.lang.classes["sole_offices"]
        office = not somebody_new(laid, party) and (offices.length(lower, first) > 0 or lower[last] in offices)
        person = not organ and self._is_person(first, last)
        figure = Figure(kind="person" if person else "group", named=whose and (organ or (person and office)))
        figure.plural = many(laid, party)
        self._described(figure, party, first, last)
        self.phrases[party.start, party.end] = figure
        self.figures.append(figure)
        return figure

    def _is_person(self, first: int, last: int) -> bool:
        """Whether a phrase has a role at its head: "petugas hotel", not "peraturan menteri"; "an army spokesman"."""
        laid = self.laid
        sets, lower = laid.lang.singles, laid.tokens.lower
        if laid.lang.code == "en":
            if first == last and lower[first] in sets["one_of"]:
                return True
            return any(sort_of(laid, i) in "RK" or lower[i] in sets["humans"] or lower[i] in sets["kin"] for i in range(first, last + 1))
        skipped = sets["determiners"] | sets["many"]
        head = next((i for i in range(first, last + 1) if lower[i] not in skipped), last)
        return sort_of(laid, head) in "RK" or lower[head] in sets["humans"] or lower[head] in sets["kin"]

    def _described(self, figure: Figure, party: Party, first: int, last: int) -> None:
        """Keep a phrase as what its figure is called, and its words before the place that it ends in ("Kubu X di Benghazi")."""
        form = party_text(self.laid, party)
        figure.describe(form, (party.start, party.end))
        self.by_form.setdefault(form, figure)
        whose = possessor(self.laid, first)
        for i in range(whose, last + 1):
            (figure.whose if says_whose(self.laid, i) else figure.own).add(self.laid.tokens.lower[i])
        if whose < first:
            figure.descriptions.append(" ".join(self.laid.text[self.laid.tokens.starts[whose] : party.end].split()))
        place = next((i for i in range(first + 1, last) if self.laid.tokens.lower[i] in self.laid.lang.singles["placed"]), first)
        if place > first + 1:
            figure.descriptions.append(self.laid.tokens.slice(first, place - 1))

    def by_initials(self, party: Party) -> Figure | None:
        """The body of a phrase that spells out its initials in a bracket ("Kepala Staf Gabungan (JCS) Korea Selatan")."""
        tokens = self.laid.tokens
        first, end = tokens.at(party.start), tokens.at(party.end)
        for i in range(first + 2, end - 1):
            if tokens.words[i - 1] == "(" and tokens.words[i + 1] == ")" and tokens.words[i].isupper() and len(tokens.words[i]) > 1:
                spelt = self.laid.span(first, i - 2)
                figure = self._institution(*spelt, " ".join(self.laid.text[slice(*spelt)].split()), first, tokens.words[i])
                figure.describe(party_text(self.laid, party), (party.start, party.end))
                return figure
        return None

    def index_mentions(self) -> None:
        """Put all mentions known so far in the order of the text."""
        self.mentions = sorted((start, end, n) for n, figure in enumerate(self.figures) for start, end in figure.spans)

    def mention_again(self, figure: Figure, span: tuple[int, int]) -> None:
        """Add a mention by a role or pronoun to those that later words can point at."""
        for n in range(len(self.numbers), len(self.figures)):
            self.numbers[id(self.figures[n])] = n
        insort(self.mentions, (*span, self.numbers[id(figure)]))

    def mentions_between(self, start: int, end: int) -> Iterator[tuple[int, int, Figure]]:
        """The mentions that begin between two offsets, with whom they mean, in order."""
        for n in range(bisect_left(self.mentions, (start,)), len(self.mentions)):
            first, last, figure = self.mentions[n]
            if first >= end:
                return
            yield first, last, self.figures[figure]

    def latest_before(self, offset: int, fits: Callable[[Figure], bool]) -> Figure | None:
        """Whoever fits and was mentioned last before the offset."""
        return next((figure for figure in self.latest_first(offset) if fits(figure)), None)

    def latest_first(self, offset: int) -> Iterator[Figure]:
        """Who was mentioned before the offset, the latest first, each once."""
        seen: set[int] = set()
        here = bisect_left(self.mentions, (offset,))
        for n in range(here - 1, max(-1, here - 1 - MENTIONS_REMEMBERED), -1):
            _, end, number = self.mentions[n]
            if end <= offset and number not in seen:
                seen.add(number)
                yield self.figures[number]

    def find_short_names(self) -> None:
        """Every further mention of a person by a part of the name, or of anybody by a known form."""
        laid = self.laid
        tokens = laid.tokens
        taken = {i for figure in self.figures for start, end in figure.spans for i in range(tokens.at(start), tokens.at(end))}
        for i in sorted({i for part in self.people for i in laid.places_of(part)} - taken):
            if i in taken or not tokens.capital(i):
                continue
            namesakes, last = self.people[tokens.words[i]], i
            figure = (self._nearest(namesakes, tokens.starts[i]) if len(namesakes) > 1 else None) or namesakes[0]
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
            name = figure.name
            key = ids[id(figure)] = content_id("entity", article, figure.kind, name, min(figure.spans))
            offices = tuple(Office(title=title, of=of) for title, of in _offices(figure))
            aliases = tuple(form for form in [*figure.forms, *figure.descriptions, figure.whole] if form and form != name)
            records.append(Entity(id=key, kind=figure.kind, name=name, aliases=aliases, qid=figure.qid, iso3=figure.iso3, roles=offices))
        return records, ids


def _offices(figure: Figure) -> Iterable[tuple[str, str | None]]:
    of = figure.affiliations[0] if figure.affiliations else None
    return dict.fromkeys((title, of) for title in figure.roles)
