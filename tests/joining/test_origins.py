"""Which article of a family is the origin, and whose text it is."""

from __future__ import annotations

import pytest

from saksi.joining.origins import agency_of, moment_of, origin_of, standing
from saksi.records import Article, Credit, Party, Reading, Span, Statement

TEXT = "Sari said, Reuters reported, rain."


def reading(name: str = "a", outlet: str | None = None, credits: tuple[str, ...] = (), relay: str | None = None) -> Reading:
    statement = Statement(
        id="s",
        kind="indirect",
        speaker_kind="named",
        contents=(Span.cut(TEXT, 29, 33),),
        relay=(Party(start=11, end=18, text=relay),) if relay else (),
        rule="hand",
        by="test",
    )
    found = tuple(Credit(start=0, end=4, text="Sari", agency=agency) for agency in credits)
    return Reading(article=Article(id=name, outlet=outlet, text=TEXT), engine="test", credits=found, statements=(statement,))


def first(*ranked: tuple[Reading, str, int]) -> str:
    return origin_of(standing(*one) for one in ranked).article


EARLY, LATE = "2026-01-01T08:00:00.000000", "2026-01-01T09:00:00.000000"


def test_the_agencys_own_article_is_the_origin_however_late_it_came():
    assert first((reading("copy", "Kabar", ("Reuters",)), EARLY, 90), (reading("own", "Reuters", ("Reuters",)), LATE, 90)) == "own"


def test_a_paper_that_its_copies_credit_is_the_origin_too():
    own, copy = reading("own", "Nusa Wire", ("Nusa Wire",)), reading("copy", "Kabar", ("Nusa Wire",))

    assert first((copy, EARLY, 90), (own, LATE, 90)) == "own"


def test_an_outlet_that_no_list_has_is_known_by_the_credits_of_its_copies():
    own, copy = reading("own", "Nusa Wire"), reading("copy", "Kabar", ("Nusa Wire",))

    assert first((copy, EARLY, 90), (own, LATE, 90)) == "own"


def test_an_agency_that_hands_on_another_is_a_copy():
    assert first((reading("antara", "Antara", ("Reuters",)), LATE, 90), (reading("paper", "Kabar", ("Reuters",)), EARLY, 90)) == "paper"


def test_who_kept_the_credit_comes_before_who_dropped_it_then_the_earlier_then_the_longer_then_the_id():
    kept, dropped = reading("z", "Kabar", ("AFP",)), reading("a", "Warta")

    assert first((dropped, EARLY, 90), (kept, LATE, 90)) == "z"
    assert first((reading("b"), EARLY, 50), (dropped, LATE, 90)) == "b"
    assert first((reading("b"), EARLY, 90), (dropped, EARLY, 50)) == "b"
    assert first((reading("b"), EARLY, 90), (dropped, EARLY, 90)) == "a"


def test_a_day_without_an_hour_comes_behind_the_hours_of_that_day_and_no_date_behind_all():
    moments = [moment_of(None, ""), moment_of("2026-01-01", "2026-01-01T00:00:00.000000"), moment_of("2026-01-01T09:00", LATE)]

    assert sorted(moments) == moments[::-1]


@pytest.mark.parametrize(
    ("given", "agency"),
    [
        ({"credits": ("Kompas.com", "Antara")}, "Antara"),
        ({"credits": ("Kabar Desa",)}, "Kabar Desa"),
        ({"relay": "Reuters"}, "Reuters"),
        ({"outlet": "AFP"}, "AFP"),
        ({"outlet": "Kompas"}, None),
    ],
)
def test_whose_text_it_is(given, agency):
    assert agency_of(reading(**given)) == agency
