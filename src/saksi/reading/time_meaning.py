"""Which meaning each kind of phrase in the grammar has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from saksi.reading import time_days, time_feasts, time_hours, time_lengths, time_lists, time_units, time_weeks
from saksi.reading.time_scene import Phrase
from saksi.records import TimeValue

MEANINGS: Final[dict[str, Callable[[Phrase], TimeValue | None]]] = {
    "dates": time_days.mean_between,
    "days": time_days.mean_days,
    "day_listed": time_lists.mean_day_listed,
    "days_over": time_lists.mean_days_over,
    "days_by_stroke": time_days.mean_days_by_stroke,
    "weekdays": time_days.mean_weekdays,
    "months": time_units.mean_months,
    "years": time_units.mean_years,
    "date": time_days.mean_date,
    "unit_part": time_units.mean_unit_part,
    "named_year": time_units.mean_named_year,
    "century": time_units.mean_century,
    "weekday": time_days.mean_weekday,
    "weekday_of": time_weeks.mean_weekday_of,
    "weekdays_ago": time_weeks.mean_weekdays_ago,
    "week_number": time_weeks.mean_week_number,
    "week_of": time_weeks.mean_week_of,
    "to_date": time_weeks.mean_to_date,
    "weekday_number": time_days.mean_weekday_number,
    "month": time_units.mean_month,
    "part": time_days.mean_part_of_day,
    "relative_day": time_days.mean_relative_day,
    "away": time_lengths.mean_away,
    "beside": time_days.mean_beside,
    "inside": time_lengths.mean_inside,
    "span": time_lengths.mean_span,
    "unit": time_units.mean_unit,
    "moment": time_days.mean_moment,
    "now": time_days.mean_now,
    "duration": time_lengths.mean_duration,
    "and_half": time_lengths.mean_and_half,
    "set": time_lengths.mean_set,
    "set_too": time_lists.mean_set_too,
    "repeated": time_lengths.mean_repeated,
    "hours": time_hours.mean_hours,
    "clock": time_hours.mean_clock,
    "decade": time_units.mean_decade,
    "season": time_units.mean_season,
    "countdown": time_feasts.mean_countdown,
    "holiday": time_feasts.mean_holiday,
    "year": time_units.mean_year,
    "day_number": time_days.mean_day_number,
    "era": time_units.mean_era,
}
"""By the group names of the grammar. None is "no time after all"; a meaning may lengthen its phrase."""
