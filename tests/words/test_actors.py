"""The gazetteer of actors is well formed, says nothing past its dates, and means what an editor would say it means."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest

from saksi.errors import WordsError
from saksi.words.actors import actors, actors_with, add_row, from_rows, holder, holders_of, neighbours, own_row, sectors
from saksi.words.actors.compiled import ANEW, FILE, compiled
from saksi.words.actors.gazetteer import gazetteer
from saksi.words.actors.listing import listed
from saksi.words.actors.records import Holder, first_day, last_day
from saksi.words.actors.rows import actors_in, holders_in, state_codes
from saksi.words.world import world

GROUP = "as_of: 2025-06-01\nkind: group\nactors:\n"


def of_rows(*rows: str) -> str:
    return GROUP + "".join(f"  - '{row}'\n" for row in rows)


def built(*rows: str) -> None:
    gazetteer(list(actors_in(of_rows(*rows), "mine.yaml")), (), {})


@pytest.mark.parametrize(
    ("form", "name", "sector"),
    [
        ("KPK", "Corruption Eradication Commission", "COP"),
        ("Kemenkominfo", "Ministry of Communication and Information Technology of Indonesia", "GOV"),
        ("Komdigi", "Ministry of Communication and Digital Affairs", "GOV"),
        ("Polda Metro Jaya", "Jakarta Metropolitan Police", "COP"),
        ("Kodam XVII/Cenderawasih", "Cenderawasih Military Command", "MIL"),
        ("PBNU", "Nahdlatul Ulama", "REL"),
        ("Pertamina", "Pertamina", "BUS"),
        ("PDI-P", "Indonesian Democratic Party of Struggle", "PTY"),
        ("Kementerian Koordinator Bidang Politik, Hukum, dan Keamanan", "Coordinating Ministry for Political and Security Affairs", "GOV"),
        ("UGM", "Gadjah Mada University", "EDU"),
        ("Habib Rizieq", "Rizieq Shihab", "REL"),
    ],
)
def test_a_form_names_its_actor(form: str, name: str, sector: str) -> None:
    (actor,) = actors().named(form)
    assert (actor.name_en, actor.sectors[0], actor.countries) == (name, sector, ("IDN",))


def test_a_bloc_is_no_state() -> None:
    (bloc,) = actors().named("Blok Timur")
    assert (bloc.name_en, bloc.kind) == ("Eastern Bloc", "group")
    assert "Blok Timur" not in world().states


def test_an_institution_is_found_in_both_languages() -> None:
    assert actors().named("Attorney General's Office of Indonesia") == actors().named("Kejagung")


def test_forms_are_kept_by_case() -> None:
    assert actors().named("Kpk") == ()


@pytest.mark.parametrize(
    ("office", "of", "day", "name"),
    [
        ("president", "IDN", "1955-04-18", "Sukarno"),
        ("president", "IDN", "2004-10-21", "Susilo Bambang Yudhoyono"),
        ("president", "IDN", "2024-10-20", "Prabowo Subianto"),
        ("vice_president", "IDN", "2016-01-01", "Jusuf Kalla"),
        ("foreign_minister", "IDN", "2017-03-24", "Retno Marsudi"),
        ("armed_forces_commander", "Indonesian National Armed Forces", "2017-03-24", "Gatot Nurmantyo"),
        ("governor", "Daerah Khusus Ibukota Jakarta", "2019-01-01", "Anies Baswedan"),
        ("president", "USA", "2016-05-01", "Barack Obama"),
        ("foreign_minister", "USA", "2017-03-24", "Rex Tillerson"),
        ("defence_minister", "RUS", "2017-03-24", "Sergei Shoigu"),
        ("prime_minister", "LBY", "2017-03-24", "Fayez al-Sarraj"),
        ("envoy", "United Nations Support Mission in Libya", "2017-03-24", "Martin Kobler"),
        ("prime_minister", "GBR", "2022-10-01", "Liz Truss"),
        ("chancellor", "DEU", "2010-01-01", "Angela Merkel"),
        ("secretary_general", "United Nations", "2017-03-24", "Antonio Guterres"),
        ("secretary_general", "North Atlantic Treaty Organization", "2017-03-24", "Jens Stoltenberg"),
    ],
)
def test_who_held_an_office_on_a_day(office: str, of: str, day: str, name: str) -> None:
    found = holder(office, of, dt.date.fromisoformat(day))
    assert found is not None
    assert found.name == name


def test_no_office_is_inferred_past_as_of() -> None:
    last = max(each.as_of for each in actors().holders)
    assert holder("president", "FRA", dt.date(2025, 6, 1)) is not None
    assert holder("president", "FRA", dt.date(2025, 6, 2)) is None
    assert [each for each in actors().holders if each.possibly_on(last + dt.timedelta(days=1))] == []


def test_no_office_is_inferred_before_or_after_a_term() -> None:
    assert holder("president", "UKR", dt.date(2010, 2, 24)) is None
    assert holder("foreign_minister", "TZA", dt.date(2015, 1, 1)) is None


def test_a_term_known_by_months_is_sure_only_inside_them() -> None:
    term = Holder(name="A", office="governor", of="Papua", from_="2014-10", to="2019", as_of=dt.date(2025, 6, 1))
    assert [term.surely_on(dt.date(2014, 10, 15)), term.possibly_on(dt.date(2014, 10, 15))] == [False, True]
    assert [term.surely_on(dt.date(2014, 10, 31)), term.surely_on(dt.date(2019, 1, 1)), term.surely_on(dt.date(2019, 1, 2))] == [
        True,
        True,
        False,
    ]
    assert [term.possibly_on(dt.date(2019, 12, 31)), term.possibly_on(dt.date(2020, 1, 1))] == [True, False]


def test_an_office_that_there_is_not_is_named() -> None:
    with pytest.raises(WordsError, match=r'no office "king of the hill"'):
        holder("king of the hill", "USA", dt.date(2020, 1, 1))


def test_all_terms_of_a_person_by_any_name() -> None:
    offices = [(term.office, term.from_) for term in holders_of("Jokowi")]
    assert offices == [("governor", "2012-10-15"), ("president", "2014-10-20")]
    assert holders_of("Q3318231") == holders_of("Joko Widodo") == holders_of("Jokowi")
    assert holders_of("Nobody At All") == ()


def test_heads_foreign_and_defence_ministers_of_sixty_states() -> None:
    offices = defaultdict(set)
    for term in actors().holders:
        offices[term.of].add(term.office)
    heads = {"president", "monarch", "prime_minister", "chancellor", "supreme_leader", "leader"}
    whole = [
        of for of, held in offices.items() if of in state_codes() and held & heads and {"foreign_minister", "defence_minister"} <= held
    ]
    assert len(whole) >= 60


def test_nobody_holds_an_office_while_another_does() -> None:
    """Of two terms in one office, the later surely begins when the earlier may have ended, or after."""
    terms = defaultdict(list)
    for term in actors().holders:
        terms[term.office, term.of].append(term)
    overlapping = []
    for office, held in terms.items():
        held.sort(key=lambda term: last_day(term.from_))
        for earlier, later in pairwise(held):
            if (earlier.as_of if earlier.to is None else first_day(earlier.to)) > last_day(later.from_):
                overlapping.append((office, earlier.name, later.name))
    assert overlapping == []


def test_every_row_says_until_when_it_holds() -> None:
    assert {each.as_of.year for each in actors().actors} == {2025}
    assert all(first_day(term.from_) <= term.as_of for term in actors().holders)
    assert all(term.to is None or first_day(term.from_) <= last_day(term.to) for term in actors().holders)


def test_every_row_has_sectors_of_the_list_but_for_holders_of_offices() -> None:
    assert [actor.name_en for actor in actors().actors if not set(actor.sectors) <= set(sectors())] == []
    assert [actor.name_en for actor in actors().actors if (actor.name_en in actors().terms) != (not actor.sectors)] == []


def test_sectors_are_those_of_plover() -> None:
    assert set(neighbours()) <= set(sectors())
    assert {"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "LEG", "JRN", "MED", "UAF", "IGO", "NGO", "MNC"} <= set(sectors())
    assert "HLH" not in sectors(), "CAMEO's code for health is MED in PLOVER"


def test_an_outlet_is_of_the_press_and_not_of_health() -> None:
    outlets = world().outlets
    assert [actor.name_en for actor in actors().actors if actor.name_en in outlets and "MED" in actor.sectors] == []


def test_rows_are_sorted_in_their_sections() -> None:
    folder = resources.files("saksi.words").joinpath("actors", "holders")
    for file in folder.iterdir():
        section: list[str] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("  #"):
                section = []
            elif line.startswith("  - "):
                section.append(line.split("|")[1].strip().lower())
                assert section == sorted(section), f"{file.name}: {line}"


def test_persons_of_several_offices_are_one_actor() -> None:
    (rutte,) = actors().named("Mark Rutte")
    assert (rutte.kind, rutte.qid, rutte.sectors) == ("person", "Q57792", ())
    assert "NLD" in rutte.countries


def test_a_form_of_another_language_serves_where_it_is_free() -> None:
    """A text in English says Polri; an acronym that only Indonesian uses proves nothing in it."""
    english = actors().senses["en"]
    assert [sense.ambiguous for sense in english["Kejagung"]] == [False]
    assert [sense.ambiguous for sense in english["BIN"]] == [True]


def test_states_are_governments_and_have_alpha2() -> None:
    assert world().states["Kremlin"].sectors == ("GOV",)
    assert (world().alpha2["IDN"], world().alpha2["GBR"]) == ("ID", "GB")
    assert set(world().alpha2) == state_codes()
    assert len(set(world().alpha2.values())) == len(world().alpha2)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("| REB | LBY | Tide Front", r"mine\.yaml, line 4: a row of 4 columns instead of 7"),
        ("Q0x | REB | LBY | Tide Front | Front Pasang | |", r'line 4: "Q0x" is no Wikidata id'),
        ("| HLH | LBY | Tide Front | Front Pasang | |", r'line 4: there is no sector "HLH"'),
        ("| | LBY | Tide Front | Front Pasang | |", r"line 4: Tide Front has no sector"),
        ("| REB | Libya | Tide Front | Front Pasang | |", r'line 4: there is no state "Libya"'),
        ("| REB | LBY | Tide Front | | |", r"line 4: an actor needs a usual name"),
    ],
)
def test_a_row_that_cannot_be_right_is_named_with_what_to_do(row: str, message: str) -> None:
    with pytest.raises(WordsError, match=message):
        built(row)


def test_a_form_of_two_rows_needs_the_mark_in_both() -> None:
    one, two = "| REB | LBY | Tide Front | Front Pasang | TF{} |", "| REB | SDN | Tin Force | Barisan Timah | TF{} |"
    built(one.format("?"), two.format("?"))
    for marks in (("", ""), ("?", ""), ("", "?")):
        with pytest.raises(WordsError, match=r'line 5: "TF" also names Tide Front \(mine\.yaml, line 4\); mark it "\?" in both'):
            built(one.format(marks[0]), two.format(marks[1]))


def test_a_row_that_is_there_twice_is_named() -> None:
    with pytest.raises(WordsError, match=r"line 5: Tide Front is there already: mine\.yaml, line 4"):
        built("| REB | LBY | Tide Front | Front Pasang | |", "| REB | SDN | Tide Front | Barisan | |")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("as_of: 2025-06-01\nkind: group\nactors:\n  - | REB | LBY | A | A | |\n", r"line 4: no valid YAML"),
        ("kind: group\nactors: []\n", r"line 1: this part needs a line as_of"),
        ("as_of: soon\nkind: group\nactors: []\n", r"line 1: as_of is no date"),
        ("as_of: 2025-06-01\nkind: club\nactors: []\n", r'kind is "club"; write kind: organization or group or person'),
        ("as_of: 2025-06-01\nkind: group\nactors: none\n", r"line 3: actors is no list"),
        ("- a\n", r"line 1: expected as_of, kind and actors"),
    ],
)
def test_a_file_that_cannot_be_right_is_named(text: str, message: str) -> None:
    with pytest.raises(WordsError, match=message):
        list(actors_in(text, "mine.yaml"))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("| A B | | president | USA | 2020-13 |", r"write dates as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("| A B | | president | USA | 2020 | 2019", r"ends before it begins"),
        ("| A B | | president | USA | 2026 |", r"ends before it begins|past as_of"),
        ("| A B | | chief | USA | 2020 |", r'there is no office "chief"'),
    ],
)
def test_a_term_that_cannot_be_right_is_named(row: str, message: str) -> None:
    with pytest.raises(WordsError, match=rf"mine\.yaml, line 3: .*{message}" if "|" not in message else message):
        list(holders_in(f"as_of: 2025-06-01\nholders:\n  - '{row}'\n", "mine.yaml", actors().offices))


def test_a_comma_inside_a_name_is_escaped() -> None:
    assert listed(r"a\, b, c") == ["a, b", "c"]


def own_file(tmp_path: Path, *rows: str, tail: str = "") -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(of_rows(*rows) + tail, encoding="utf-8")
    return file


def test_a_row_of_ones_own_replaces_the_shipped_one(tmp_path: Path) -> None:
    file = own_file(tmp_path, "| MIL | IDN | Kopassus | Komando Pasukan Khusus | Red Berets | Baret Merah")
    (mine,) = actors_with(file).named("Kopassus")
    assert (mine.kind, [form.text for form in mine.forms if form.language == "en"]) == ("group", ["Kopassus", "Red Berets"])
    (shipped,) = actors().named("Kopassus")
    assert shipped.kind == "organization"


def test_a_sure_form_of_ones_own_is_taken_from_the_shipped_actor(tmp_path: Path) -> None:
    known = actors_with(own_file(tmp_path, "| REB | LBY | Tide Front | Front Pasang | KPK | KPK"))
    assert [actor.name_en for actor in known.named("KPK")] == ["Tide Front"]
    assert [actor.name_en for actor in known.named("Komisi Pemberantasan Korupsi")] == ["Corruption Eradication Commission"]


def test_a_doubtful_form_of_ones_own_makes_the_shipped_one_doubtful(tmp_path: Path) -> None:
    known = actors_with(own_file(tmp_path, "| REB | LBY | Tide Front | Front Pasang | | KPK?"))
    assert [(sense.actor.name_en, sense.ambiguous) for sense in known.senses["id"]["KPK"]] == [
        ("Corruption Eradication Commission", True),
        ("Tide Front", True),
    ]


def test_terms_of_ones_own_continue_the_shipped_ones(tmp_path: Path) -> None:
    tail = "---\nas_of: 2026-02-01\nholders:\n  - '| Tide Mayor | | president | Tide Front | 2026-01-01 |'\n"
    known = actors_with(own_file(tmp_path, "| REB | LBY | Tide Front | Front Pasang | |", tail=tail))
    found = known.holder("president", "Tide Front", dt.date(2026, 1, 15))
    assert found is not None
    assert found.name == "Tide Mayor"
    (person,) = known.named("Tide Mayor")
    assert (person.kind, person.countries) == ("person", ("LBY",))


def test_an_added_row_is_read_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    given = {"kind": "group", "as_of": dt.date(2026, 1, 1), "sectors": ["REB"], "countries": ["LBY"]}
    first = own_row('The "Tide", or Front', name_id="Front Pasang", forms=["TF?", "Tide, the"], qid="Q1234567890", **given)
    second = own_row("Tin Force", forms=[], **given)
    third = own_row("Rani Sulu", kind="person", as_of=dt.date(2026, 1, 1), forms=["Rani?"])
    for actor in (first, second, third):
        add_row(file, actor, actors().offices)
    known = actors_with(file)
    assert [known.named(actor.name_en) for actor in (first, second, third)] == [(first,), (second,), (third,)]
    assert file.read_text(encoding="utf-8").count("kind:") == 2


def test_a_row_that_would_spoil_the_file_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    actor = own_row("Rani Sulu", kind="person", as_of=dt.date(2026, 1, 1))
    add_row(file, actor, actors().offices)
    before = file.read_text(encoding="utf-8")
    with pytest.raises(WordsError, match="Rani Sulu is there already"):
        add_row(file, actor, actors().offices)
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("name", ["a | b", "a\nb"])
def test_a_name_that_a_row_cannot_hold_is_refused(name: str) -> None:
    with pytest.raises(WordsError, match="no line break"):
        own_row(name, kind="person", as_of=dt.date(2026, 1, 1))


def test_the_compiled_file_holds_what_the_rows_say(checkout: Path) -> None:
    """Who edits a row compiles the file anew; else the edit would have no effect."""
    same = (checkout / "src/saksi/words" / FILE).read_bytes() == compiled(from_rows())
    assert same, f"the rows have changed: {ANEW}"
