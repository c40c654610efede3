"""What a time says of the day that it was counted from, and what feasts are by rule and by decree."""

from __future__ import annotations

from datetime import date

import pytest
from said import times_of

from saksi.reading.feasts import easter, feast_days, feasts, nth_weekday
from saksi.records import Anchor, TimeValue


def only(text: str, published: str | None, language: str = "id") -> TimeValue:
    """The value of the last time that a text names."""
    value = times_of(text, language, published)[-1].value
    assert isinstance(value, TimeValue)
    return value


@pytest.mark.parametrize(
    ("text", "published", "anchor"),
    [
        ("Ia pergi kemarin.", "2024-06-12", Anchor(day="2024-06-12", by="published")),
        ("Ia pergi kemarin.", "2024-06-12T23:30:00+07:00", Anchor(day="2024-06-12", by="published")),
        ("Ia wafat Rabu, 12 Juni 2024. Ia sakit sejak kemarin.", None, Anchor(day="2024-06-12", by="text")),
        ("JAKARTA, 5 Mei 2020 - Ia pergi kemarin.", None, Anchor(day="2020-05-05", by="text")),
        ("Ia tiba Senin (10/6). Pukul 20.00 ia pergi.", "2024-06-12", Anchor(day="2024-06-10", by="text")),
        ("Ia lahir 17 Agustus 1945.", "2024-06-12", None),
        ("Ia pergi kemarin.", None, None),
        ("Ia menunggu tiga jam.", "2024-06-12", None),
    ],
)
def test_the_day_that_was_counted_from(text: str, published: str | None, anchor: Anchor | None) -> None:
    assert only(text, published).anchor == anchor


def test_a_broken_time_of_day_leaves_its_day() -> None:
    assert only("Ia pergi kemarin.", "2024-06-12Tlate").value == "2024-06-11"


def test_a_caption_of_another_year_is_no_anchor() -> None:
    assert only("Haftar di Moskow (29/11/2016). Ia pergi kemarin.", None).value is None


@pytest.mark.parametrize(("year", "expected"), [(2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31))])
def test_easter(year: int, expected: date) -> None:
    assert easter(year) == expected


def test_the_nth_and_the_last_weekday_of_a_month() -> None:
    assert nth_weekday(2023, 11, 4, 4) == date(2023, 11, 23)
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)


def test_counted_days_of_the_islamic_calendar_are_a_day_off_at_most() -> None:
    for name in ("lebaran", "ramadan"):
        feast = feasts("id")[name,]
        for year, days in feast.dates.items():
            counted = feast_days(feast._replace(dates={}), year)
            assert [day.approximate for day in counted] == [True]
            assert abs(date.fromisoformat(counted[0].from_ or "") - days[0]).days <= 1


def test_every_decreed_day_is_listed_once_a_year() -> None:
    for feast in (*feasts("id").values(), *feasts("en").values()):
        assert all(len(days) == 1 and days[0].year == year for year, days in feast.dates.items())
