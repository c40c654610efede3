"""The founding page, and a twin of it that always lies at hand, come out whole: every statement with all that belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from said import names

from saksi.intake import articles
from saksi.reading.read import read
from saksi.records import Article, Entity, Mention, QuantityValue, Reading, Statement, TimeValue

TWIN = Path(__file__).parents[1] / "intake" / "pages" / "twin.txt"


class Line(NamedTuple):
    """A statement of the page; `stance` is act, polarity and certainty."""

    speaker: str
    cue: str
    content: str
    kind: str
    stance: str = "inform affirmed certain"


def lines(reading: Reading) -> list[Line]:
    return [
        Line(
            speaker=" | ".join(party.text for party in statement.speakers),
            cue=statement.cue.text if statement.cue is not None else "",
            content=" | ".join(span.text for span in statement.contents),
            kind=statement.kind,
            stance=f"{statement.act} {statement.polarity} {statement.certainty}",
        )
        for statement in reading.statements
    ]


def whole(path: Path) -> Reading:
    (article,) = articles(str(path))
    assert isinstance(article, Article)
    return read(article)


@pytest.fixture(scope="module")
def page(shared: Path) -> Reading:
    return whole(shared / "cases" / "founding" / "page.txt")


@pytest.fixture(scope="module")
def twin() -> Reading:
    return whole(TWIN)


def with_content(reading: Reading, opening: str) -> Statement:
    """The statement whose content begins so."""
    (found,) = [statement for statement in reading.statements if statement.contents[0].text.lstrip('"').startswith(opening)]
    return found


def mention(reading: Reading, key: str | None) -> Mention:
    (found,) = [each for each in reading.mentions if each.id == key]
    return found


def day(reading: Reading, statement: Statement) -> tuple[str | None, str | None]:
    value = mention(reading, statement.time).value
    assert isinstance(value, TimeValue)
    return value.from_, value.to


def entity(reading: Reading, name: str) -> Entity:
    (found,) = [each for each in reading.entities if each.name == name]
    return found


PAGE = [
    Line(
        "Kepala militer AS di Afrika",
        "mengatakan",
        'hubungan antara Rusia dan komandan Libya Khalifa Haftar "tak terbantahkan"',
        "mixed",
    ),
    Line("AS", "kekhawatiran", "naiknya peran Moskow di Libya", "indirect", "opine affirmed unspecified"),
    Line("Thomas Waldhauser", "menyebut", "ada kehadiran Rusia di kawasan", "direct"),
    Line(
        "Waldhauser",
        "ujar",
        "Mereka berada di sana, mencoba mempengaruhi kebijakan. Kami mengawasi mereka dengan perhatian besar. "
        "Selain militer, kami telah melihat beberapa aktivitas bisnis",
        "direct",
    ),
    Line(
        "Reuters",
        "melaporkan",
        '"Rusia tampaknya mengerahkan pasukan khusus di pangkalan udara Mesir barat", dekat perbatasan Libya',
        "mixed",
        "report affirmed probable",
    ),
    Line("Rusia", "membantah", "laporan tersebut", "indirect", "deny denied certain"),
    Line(
        "Para pejabat AS",
        "mengangap",
        "keterlibatan Rusia mungkin jadi bagian dari upaya mendukung Haftar",
        "indirect",
        "opine affirmed possible",
    ),
    Line(
        "Waldhauser",
        "ujar",
        "Saya pikir kita semua tahu, dalam pers terbuka, Rusia memiliki keinginan mempengaruhi kegiatan di Libya. "
        "Rusia dan Haftar, saya pikir hubungannya tidak bisa dipungkiri saat ini",
        "direct",
        "inform affirmed probable",
    ),
    Line(
        "Waldhauser",
        "mengatakan",
        'AS akan "mempertahankan pengaruh" di Libya lewat kerja sama dengan pemerintah resmi dalam menghadapi ISIS',
        "mixed",
    ),
    Line("nya", "Menurut", "masih ada sekitar 100-200 militan ISIS yang tersisa di Libya", "indirect"),
]


def test_every_statement_and_none_of_the_outlet_itself(page: Reading) -> None:
    assert lines(page) == PAGE


def test_the_general_is_one_person(page: Reading) -> None:
    """Met by his role, named with his rank, then by his surname, in the end by three letters."""
    person = entity(page, "Thomas Waldhauser")
    his = [
        n for n, line in enumerate(PAGE) if line.speaker.endswith("Waldhauser") or line.speaker in ("nya", "Kepala militer AS di Afrika")
    ]
    assert [n for n, name in enumerate(names(page)) if name == person.name] == his
    assert person.kind == "person"
    assert {"Waldhauser", "Kepala militer AS di Afrika"} <= set(person.aliases)
    assert tuple(office.title for office in person.roles) == ("Jenderal AL", "komandan tertinggi")
    assert {statement.speaker_kind for n, statement in enumerate(page.statements) if n in his} == {"named"}


def test_rank_and_office_stand_beside_the_name(page: Reading) -> None:
    named = with_content(page, "ada kehadiran")
    assert [role.text for role in named.roles] == ["Jenderal AL", "komandan tertinggi"]
    assert [affiliation.text for affiliation in named.affiliations] == ["militer AS"]


def test_friday_is_the_day_of_that_year(page: Reading) -> None:
    """The caption is of November 2016; the next year in which the 24th of March is a Friday is 2017."""
    assert day(page, with_content(page, "hubungan antara")) == ("2017-03-24", "2017-03-24")


def test_the_beginning_of_this_month(page: Reading) -> None:
    assert day(page, with_content(page, "Rusia tampaknya")) == ("2017-03-01", "2017-03-10")


def test_the_press_conference_is_the_venue(page: Reading) -> None:
    assert mention(page, with_content(page, "Saya pikir").venue).text == "konferensi pers"


def test_the_denial_answers_the_report(page: Reading) -> None:
    denial, report = with_content(page, "laporan tersebut"), with_content(page, "Rusia tampaknya")
    assert denial.answers is not None
    assert denial.answers.statement == report.id
    assert denial.answers.anaphor is not None
    assert denial.answers.anaphor.text == "laporan tersebut"
    assert [statement.id for statement in page.statements if statement.answers is not None] == [denial.id]


def test_the_officials_stay_unnamed(page: Reading) -> None:
    assert with_content(page, "keterlibatan Rusia").speaker_kind == "unnamed"


def test_capitals_and_their_states(page: Reading) -> None:
    by_id = {each.id: each.iso3 for each in page.entities}
    stands_for = {each.text: by_id.get(each.stands_for or "") for each in page.mentions if each.stands_for is not None}
    assert stands_for == {"Moskow": "RUS", "Washington": "USA"}
    in_town = [each for each in page.mentions if each.text == "Moskow" and each.stands_for is None]
    assert [(each.kind, page.article.text[each.start - 3 : each.start]) for each in in_town] == [("place", "di ")]


def test_a_state_is_not_named_by_its_capital(page: Reading) -> None:
    assert [each.name for each in page.entities if each.iso3 == "RUS"] == ["Rusia"]


def test_the_minister_in_the_caption_is_known(page: Reading) -> None:
    assert entity(page, "Sergei Lavrov").kind == "person"


def test_figures(page: Reading) -> None:
    values = {each.text: each.value for each in page.mentions if each.kind == "quantity"}
    assert values == {
        "sekitar 100 km": QuantityValue(low=100.0, high=100.0, unit="km", approximate=True),
        "sekitar 100-200 militan ISIS": QuantityValue(low=100.0, high=200.0, approximate=True, of="militan ISIS"),
    }


def test_the_last_two_years(page: Reading) -> None:
    (value,) = [each.value for each in page.mentions if each.text == "selama dua tahun terakhir"]
    assert isinstance(value, TimeValue)
    assert (value.type, value.value) == ("DURATION", "P2Y")


def test_byline_credit_and_caption(page: Reading) -> None:
    assert page.article.author == "Taufiq Akbar Wardiana"
    assert page.article.outlet_about == "Berita dan informasi dengan sudut pandang Islam"
    assert [(credit.text, credit.agency) for credit in page.credits] == [("(Reuters)", "Reuters")]
    (caption,) = page.captions
    (dated,) = [each for each in page.mentions if each.kind == "time" and caption.start <= each.start < caption.end]
    assert isinstance(dated.value, TimeValue)
    assert dated.value.value == "2016-11-29"


def test_the_page_contradicts_itself(page: Reading) -> None:
    (conflict,) = page.conflicts
    assert conflict.kind == "attribute"
    assert [(each.a, each.b) for each in conflict.differs] == [("penting", "terbuang")]


def test_furniture_is_gone_and_nothing_else(page: Reading, shared: Path) -> None:
    """Word for word the story as the page has it, up to the share bar."""
    source = (shared / "cases" / "founding" / "page.txt").read_text(encoding="utf-8")
    assert page.article.text.split() == source[: source.index("Share To:")].split()


STORY = [
    Line(
        "Komandan armada Prancis di Atlantik", "mengatakan", 'kedekatan Turki dan kepala garda Amadou Keita "sulit disembunyikan"', "mixed"
    ),
    Line("Henri Vasseur", "menyebut", "ada kapal Turki di pelabuhan", "direct"),
    Line(
        "Vasseur",
        "kata",
        "Kami melihat mereka setiap pekan. Mereka membawa peti, mereka membawa orang. Lebih dari itu, ada juga urusan dagang kayu",
        "direct",
    ),
    Line(
        "AFP",
        "melaporkan",
        '"Turki agaknya menurunkan pelatih di lapangan terbang Sanga", tidak jauh dari perbatasan',
        "mixed",
        "report affirmed probable",
    ),
    Line("Turki", "menepis", "kabar tersebut", "indirect", "deny denied certain"),
    Line(
        "Sejumlah perwira Prancis",
        "menduga",
        "kehadiran itu boleh jadi bagian dari rencana mendukung Keita",
        "indirect",
        "opine affirmed possible",
    ),
    Line(
        "Vasseur",
        "menegaskan",
        'Prancis akan "menjaga pintu tetap terbuka" lewat kerja sama dengan pemerintah',
        "mixed",
    ),
    Line("nya", "Menurut", "masih ada sekitar 40-60 pengungsi yang bertahan di gudang pelabuhan", "indirect"),
]


@pytest.mark.parametrize("line", STORY, ids=[line.content[:30] for line in STORY])
def test_each_statement_of_the_twin(twin: Reading, line: Line) -> None:
    assert line in lines(twin)


def test_the_twin_says_nothing_in_its_own_voice(twin: Reading) -> None:
    assert len(lines(twin)) == len(STORY)


def test_the_twins_dates_follow_its_caption(twin: Reading) -> None:
    """The caption is of August 2019; the next year in which the 5th of February is a Wednesday is 2020."""
    assert day(twin, with_content(twin, "kedekatan Turki")) == ("2020-02-05", "2020-02-05")
    assert day(twin, with_content(twin, "Turki agaknya")) == ("2020-01-20", "2020-01-31")


def test_the_twins_denial_answers_the_report(twin: Reading) -> None:
    denial, report = with_content(twin, "kabar tersebut"), with_content(twin, "Turki agaknya")
    assert denial.answers is not None
    assert denial.answers.statement == report.id


def test_the_twins_admiral_is_one_person(twin: Reading) -> None:
    person = entity(twin, "Henri Vasseur")
    his = [line.speaker for line, name in zip(lines(twin), names(twin), strict=True) if name == person.name]
    assert his[-4:] == ["Henri Vasseur", "Vasseur", "Vasseur", "nya"]
    assert next(office.title for office in person.roles) == "Laksamana Madya"


def test_the_twins_byline_credit_and_caption(twin: Reading) -> None:
    assert twin.article.author == "Ratna Dewi Kusumawati"
    assert [(credit.text, credit.agency) for credit in twin.credits] == [("(AFP)", "AFP")]
    assert [caption.text[-12:] for caption in twin.captions] == ["(14/8/2019)."]
    assert "Share To" not in twin.article.text
    assert "comment" not in twin.article.text.lower()
