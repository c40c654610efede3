"""Conflicts that an editor would mark, and many more pairs that only look like one."""

from __future__ import annotations

import re

import pytest

from saksi.reading.conflicts import find_conflicts
from saksi.reading.figures_apart import exclude
from saksi.records import Answer, Conflict, Mention, Party, QuantityValue, Span, Statement, TimeValue

_MARKUP = re.compile(r"\{(?P<figure>[^|}]+)\|(?P<value>[^|}]+)\|(?P<noun>[^}]*)\}|\[(?P<time>[^|\]]+)\|(?P<day>[^\]]+)\]")

Line = tuple[str | None, str]
"""A speaker (None: the outlet's own voice) and what is said, with figures as {words|12, 12.., ..12, 7..9 or ~12|noun or @unit}
and times as [words|ISO date]."""


class Story:
    """A text put together from lines, with its statements and mentions, as the steps before would give them."""

    def __init__(self, lines: list[Line], language: str, *, parted: str = "\n\n") -> None:
        self.text, self.language = "", language
        self.statements: list[Statement] = []
        self.mentions: list[Mention] = []
        for speaker, marked in lines:
            self._add(speaker, marked, parted)

    def _add(self, speaker: str | None, marked: str, parted: str) -> None:
        self.text += parted if self.text else ""
        at = len(self.text)
        if speaker is not None:
            self.text += speaker + (" mengatakan " if self.language == "id" else " said ")
        start, last = len(self.text), 0
        for mark in _MARKUP.finditer(marked):
            self.text += marked[last : mark.start()]
            self._mention(mark)
            last = mark.end()
        self.text += marked[last:]
        if speaker is not None:
            number = len(self.statements)
            party = Party(start=at, end=at + len(speaker), text=speaker, entity=speaker)
            content = Span.cut(self.text, start, len(self.text))
            self.statements.append(
                Statement(
                    id=f"s{number}", kind="indirect", speakers=(party,), speaker_kind="named", contents=(content,), rule="hand", by="test"
                )
            )
        self.text += "."

    def _mention(self, mark: re.Match[str]) -> None:
        words = mark["figure"] or mark["time"]
        value = figure(mark["value"], mark["noun"]) if mark["figure"] else TimeValue(type="DATE", value=mark["day"])
        start = len(self.text)
        self.text += words
        name = f"m{len(self.mentions)}"
        kind = "quantity" if mark["figure"] else "time"
        self.mentions.append(Mention(id=name, kind=kind, start=start, end=len(self.text), text=words, value=value))  # type: ignore[arg-type]

    def conflicts(self) -> tuple[Conflict, ...]:
        found = find_conflicts(self.text, self.language, self.statements, self.mentions, ())
        for span in (span for conflict in found for span in (conflict.a, conflict.b)):
            assert self.text[span.start : span.end] == span.text
        return found

    def told(self) -> list[tuple[str, str, str]]:
        return [(conflict.kind, conflict.differs[0].a, conflict.differs[0].b) for conflict in self.conflicts()]


def figure(value: str, noun: str) -> QuantityValue:
    low, dots, high = value.strip("~").partition("..")
    unit = noun.removeprefix("@") if noun.startswith("@") else None
    return QuantityValue(
        low=float(low) if low else None,
        high=float(high) if high else (float(low) if not dots else None),
        approximate=value.startswith("~"),
        unit=unit,
        of=None if unit or not noun else noun,
    )


CONFLICTS: list[tuple[str, list[Line], list[tuple[str, str, str]]]] = [
    (
        "en",
        [("The office", "{1,200 homes|1200|homes} were under water"), ("The mayor", "the number was {1,900|1900|homes}")],
        [("figure", "1,200", "1,900")],
    ),
    (
        "id",
        [(None, "Daftar mencatat {143 penumpang|143|penumpang}"), ("Warga", "jumlahnya {lebih dari 200 orang|200..|orang}")],
        [("figure", "143", "lebih dari 200")],
    ),
    (
        "en",
        [("Organisers", "{40,000 people|40000|people} attended the rally"), ("Police", "{12,000|12000|took} took part")],
        [("figure", "40,000", "12,000")],
    ),
    (
        "id",
        [("Tentara", "{41 serdadu|41|serdadu} tewas"), ("Milisi", "{sembilan serdadu|9|serdadu} tewas")],
        [("figure", "41", "sembilan")],
    ),
    (
        "id",
        [("Guru", "{287 siswa|287|siswa} diculik"), ("Warga", "{sedikitnya 300 pelajar|300..|pelajar} hilang")],
        [("figure", "287", "sedikitnya 300")],
    ),
    (
        "id",
        [("Radio", "{30 prajurit|30|prajurit} gugur"), ("Perwira", "korban di pihak prajurit {tidak lebih dari enam orang|..6|orang}")],
        [("figure", "30", "tidak lebih dari enam")],
    ),
    (
        "en",
        [("The harbour", "all {14 sailors|14|sailors} were picked up"), ("The mayor", "the number of sailors was {16|16|sailors}")],
        [("figure", "14", "16")],
    ),
    (
        "en",
        [("Police", "{12 people|12|people} died"), ("Doctors", "{at least 15 people|15..|people} were killed")],
        [("figure", "12", "at least 15")],
    ),
    (
        "en",
        [("Police", "{20 houses|20|houses} burned down in the fire"), ("Villagers", "{35 houses|35|houses} burned down in the fire")],
        [("figure", "20", "35")],
    ),
    (
        "en",
        [
            ("The bank", "the fund lost {3 million euros|3000000|@EUR} on the bridge"),
            ("Auditors", "the fund lost {8 million euros|8000000|@EUR} on the bridge"),
        ],
        [("figure", "3 million euros", "8 million euros")],
    ),
    (
        "en",
        [("The registry", "the file burned in [March|2025-03]"), ("A clerk", "she saw the file in [May|2025-05]")],
        [("date", "March", "May")],
    ),
    (
        "id",
        [
            ("Polisi", "ledakan gudang itu terjadi pada [Senin|2025-05-12]"),
            ("Satpam", "ledakan gudang itu terjadi pada [Selasa|2025-05-13]"),
        ],
        [("date", "Senin", "Selasa")],
    ),
    ("id", [("Polisi", "{12 orang|12|orang} tewas di desa itu"), ("Dokter", "{15 orang|15|orang} tewas")], [("figure", "12", "15")]),
    (
        "id",
        [("Tentara", "jembatan Sungai Lame sudah diledakkan milisi"), ("Warga", "jembatan Sungai Lame tidak diledakkan milisi")],
        [("polarity", "diledakkan", "tidak diledakkan")],
    ),
    (
        "en",
        [("The army", "the bridge at Lame was blown up by rebels"), ("Residents", "the bridge at Lame was never blown up by rebels")],
        [("polarity", "blown", "never blown")],
    ),
]


@pytest.mark.parametrize(("language", "lines", "expected"), CONFLICTS)
def test_conflicts(language: str, lines: list[Line], expected: list[tuple[str, str, str]]) -> None:
    assert Story(lines, language).told() == expected


TRAPS: dict[str, tuple[str, list[Line]]] = {
    "an update": ("en", [("Police", "{12 people|12|people} died"), ("Doctors", "the toll later rose to {15 people|15|people} killed")]),
    "an update (id)": ("id", [("Polisi", "{12 orang|12|orang} tewas"), ("Dokter", "korban tewas bertambah menjadi {15 orang|15|orang}")]),
    "an earlier figure": ("id", [("Polisi", "semula {12 orang|12|orang} disebut tewas"), ("Dokter", "{15 orang|15|orang} tewas")]),
    "a correction": (
        "en",
        [("Police", "{12 people|12|people} died"), ("Editors", "Correction: {21 people|21|people} were wrongly counted dead")],
    ),
    "the same speaker": ("en", [("Police", "{12 people|12|people} died"), ("Police", "{15 people|15|people} died")]),
    "ranges that overlap": ("en", [("Police", "{8 to 12 people|8..12|people} died"), ("Doctors", "{10 to 20 people|10..20|people} died")]),
    "a bound that holds": ("en", [("Police", "{more than 100 people|100..|people} died"), ("Doctors", "{287 people|287|people} died")]),
    "ranges that touch": (
        "en",
        [("Unions", "{5,000 to 6,000 people|5000..6000|people} fled"), ("Police", "{5,000 people|5000|people} fled")],
    ),
    "about": ("en", [("Police", "{about 100 people|~100|people} died"), ("Doctors", "{103 people|103|people} died")]),
    "a rounding": ("en", [("Police", "{287 people|287|people} died"), ("Doctors", "{300 people|300|people} died")]),
    "a rounding to hundreds": ("en", [("Police", "{1,249 people|1249|people} fled"), ("Doctors", "{1,200 people|1200|people} fled")]),
    "another place": ("en", [("Police", "{12 people|12|people} died in Palu"), ("Doctors", "{15 people|15|people} died in Donggala")]),
    "another place (id)": ("id", [("Polisi", "{12 orang|12|orang} tewas di Palu"), ("Dokter", "{15 orang|15|orang} tewas di Donggala")]),
    "a place on one side": ("id", [("Polisi", "{12 orang|12|orang} tewas di Palu"), ("Dokter", "{15 orang|15|orang} tewas")]),
    "another year": ("en", [("Police", "{12 people|12|people} died in 2018"), ("Doctors", "{15 people|15|people} died")]),
    "another day": (
        "en",
        [("Police", "{12 people|12|people} died on [Monday|2025-05-12]"), ("Doctors", "{15 people|15|people} died on [Friday|2025-05-16]")],
    ),
    "another time": ("id", [("Polisi", "{12 orang|12|orang} tewas"), ("Dokter", "{15 orang|15|orang} tewas tahun lalu")]),
    "dead and hurt": ("id", [("Polisi", "{41 orang|41|orang} tewas"), ("Dokter", "{7 orang|7|orang} luka-luka")]),
    "dead and hurt in one clause each": ("en", [("Police", "{41 people|41|people} died and {7 people|7|people} were injured")]),
    "more casualties than dead": (
        "id",
        [("Polisi", "{9 prajurit|9|prajurit} tewas"), ("Dokter", "korban di pihak prajurit {41 orang|41|orang}")],
    ),
    "soldiers and rebels": ("id", [("Tentara", "{41 pemberontak|41|pemberontak} tewas"), ("Radio", "{9 prajurit|9|prajurit} tewas")]),
    "soldiers and people": ("id", [("Tentara", "{41 prajurit|41|prajurit} tewas"), ("Radio", "{9 orang|9|orang} tewas")]),
    "other nouns": (
        "en",
        [("Police", "{12 houses|12|houses} burned down in the fire"), ("Doctors", "{15 boats|15|boats} burned down in the fire")],
    ),
    "other doings": (
        "en",
        [("Police", "{12 houses|12|houses} were searched overnight"), ("Mayor", "{15 houses|15|houses} will get solar roofs")],
    ),
    "a part": (
        "en",
        [
            ("Police", "{41 people|41|people} died"),
            ("Doctors", "{7 children|7|children} were among them, including {5 people|5|people} dead"),
        ],
    ),
    "others beside": ("id", [("Polisi", "{12 orang|12|orang} tewas"), ("Dokter", "{15 orang|15|orang} lainnya tewas")]),
    "each": ("id", [("Polisi", "{12 orang|12|orang} tewas"), ("Dokter", "masing-masing {15 orang|15|orang} tewas")]),
    "out of how many": ("en", [("Police", "{12 people|12|people} died"), ("Doctors", "{15 people|15|people} of 40 died")]),
    "a plan": (
        "en",
        [("Ministry", "{500 nurses|500|nurses} work on the ward"), ("Unions", "{900 nurses|900|nurses} must work on the ward")],
    ),
    "a negated figure": (
        "en",
        [("Unions", "the ward got {500 beds|500|beds} in all"), ("Minister", "the ward never got {200 beds|200|beds} in all")],
    ),
    "quite another size": ("en", [("Police", "{12 people|12|people} died"), ("Historians", "{40,000 people|40000|people} died")]),
    "one of them": ("en", [("Police", "{one person|1|person} died"), ("Doctors", "{4 people|4|people} died")]),
    "an average": ("id", [("Dinas", "rata-rata {3 orang|3|orang} tewas"), ("Polisi", "{15 orang|15|orang} tewas")]),
    "other units": (
        "en",
        [("Police", "the fund lost {3 million|3000000|@EUR} on the bridge"), ("Bank", "the fund lost {8 tonnes|8|@t} on the bridge")],
    ),
    "amounts of other things": (
        "en",
        [("Polls", "margin of error stood at {4 percent|4|@%} at Fox"), ("Polls B", "margin of error stood at {6 percent|6|@%} at NBC")],
    ),
    "a sent and a received letter": (
        "en",
        [("Ministry", "it had sent the letter in [March|2025-03]"), ("Embassy", "it received the letter in [May|2025-05]")],
    ),
    "seen before it burned": ("en", [("Registry", "the file burned in [May|2025-05]"), ("A clerk", "she saw the file in [March|2025-03]")]),
    "a date within a date": (
        "en",
        [("Registry", "the warehouse exploded in [March|2025-03]"), ("Guards", "the warehouse exploded on [24 March|2025-03-24]")],
    ),
    "an event postponed": (
        "en",
        [("Ministry", "the summit will open on [Monday|2025-05-12]"), ("Embassy", "the summit will open on [Friday|2025-05-16]")],
    ),
    "other things denied": (
        "en",
        [("The army", "the bridge at Lame was blown up by rebels"), ("Residents", "the road to Lame was never closed by soldiers")],
    ),
    "not yet": (
        "id",
        [("Tentara", "jembatan Sungai Lame akan dibuka warga"), ("Warga", "jembatan Sungai Lame belum dibuka warga")],
    ),
    "two negations": (
        "en",
        [("The army", "the bridge at Lame was not blown up by rebels"), ("Residents", "the bridge at Lame was never blown up by rebels")],
    ),
    "the outlet's background": ("en", [(None, "A flood killed {15 people|15|people} there"), ("Police", "{12 people|12|people} died")]),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str) -> None:
    language, lines = TRAPS[trap]
    assert Story(lines, language).told() == []


def test_a_series_of_figures_is_no_quarrel() -> None:
    """Four districts count their dead; each is right about its own."""
    lines: list[Line] = [(f"Bupati {name}", f"{{{n} orang|{n}|orang}} tewas") for name, n in (("A", 4), ("B", 7), ("C", 11), ("D", 18))]
    assert Story(lines, "id").told() == []


def test_figures_far_apart_are_about_two_happenings() -> None:
    lines: list[Line] = [
        ("Police", "{12 people|12|people} died"),
        (None, "The harbour was quiet. " * 60),
        ("Doctors", "{15 people|15|people} died"),
    ]
    assert Story(lines, "en").told() == []


def test_a_denial_tied_to_what_it_answers_is_no_conflict() -> None:
    story = Story([("Police", "{12 people|12|people} died"), ("Doctors", "{15 people|15|people} died")], "en")
    first, second = story.statements
    tied = Statement(**{**{name: getattr(second, name) for name in second.__struct_fields__}, "answers": Answer(statement=first.id)})
    assert find_conflicts(story.text, "en", (first, tied), story.mentions, ()) == ()
    assert len(find_conflicts(story.text, "en", (first, second), story.mentions, ())) == 1


def test_a_content_held_false_against_the_same_held_true() -> None:
    """Nobody tied the denial to what it denies, so the two stand against each other."""
    story = Story([("The army", "rebels blew up the bridge at Lame"), ("The rebels", "rebels blew up the bridge at Lame")], "en")
    first, second = story.statements
    cue = Span.cut(story.text, second.speakers[0].end + 1, second.contents[0].start - 1)
    denied = Statement(**{**{name: getattr(second, name) for name in second.__struct_fields__}, "polarity": "denied", "cue": cue})
    (found,) = find_conflicts(story.text, "en", (first, denied), story.mentions, ())
    assert (found.kind, found.differs[0].b) == ("polarity", "said")
    tied = Statement(**{**{name: getattr(denied, name) for name in denied.__struct_fields__}, "answers": Answer(statement=first.id)})
    assert find_conflicts(story.text, "en", (first, tied), story.mentions, ()) == ()


def test_a_statement_inside_a_statement_is_no_rival() -> None:
    """ "He rejected the notion that he was ...": the notion is a record of its own, inside the rejection."""
    story = Story([("The army", "the rebels deny that army sappers blew up the bridge at Lame town")], "en")
    outer = story.statements[0]
    content = Span.cut(story.text, story.text.index("army sappers"), outer.contents[0].end)
    speaker = Party(start=content.start, end=content.end, text="rebels", entity="rebels")
    fields = {name: getattr(outer, name) for name in outer.__struct_fields__}
    inner = Statement(**{**fields, "id": "inner", "speakers": (speaker,), "contents": (content,), "polarity": "denied"})
    assert find_conflicts(story.text, "en", (outer, inner), story.mentions, ()) == ()


def test_a_content_held_false_gives_no_figure() -> None:
    story = Story([("Police", "{12 people|12|people} died"), ("Doctors", "{15 people|15|people} died")], "en")
    first, second = story.statements
    denied = Statement(**{**{name: getattr(second, name) for name in second.__struct_fields__}, "polarity": "denied"})
    assert find_conflicts(story.text, "en", (first, denied), story.mentions, ()) == ()


def test_a_rivalry_told_twice_is_one_conflict() -> None:
    lines: list[Line] = [
        ("Police", "{12 people|12|people} died"),
        ("Doctors", "{15 people|15|people} died"),
        ("Police", "{12 people|12|people} were killed"),
    ]
    assert len(Story(lines, "en").told()) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("12", "15", True),
        ("287", "300..", True),
        ("..7", "41", True),
        ("90", "100", True),
        ("287", "300", False),
        ("~100", "103", False),
        ("~100", "150", True),
        ("100..200", "150", False),
        ("12000", "11500..12300", False),
        ("104", "103", False),
    ],
)
def test_which_figures_exclude_each_other(a: str, b: str, expected: bool) -> None:
    assert exclude(figure(a, "x"), figure(b, "x")) is expected
    assert exclude(figure(b, "x"), figure(a, "x")) is expected
