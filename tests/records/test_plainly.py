"""Values in plain signs."""

from __future__ import annotations

import pytest

from saksi.records.mention import PlaceValue, QuantityValue, TimeValue
from saksi.records.plainly import plainly


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TimeValue(type="DATE", value="2017-03", from_="2017-03-01", to="2017-03-10"), "2017-03-01 – 2017-03-10"),
        (TimeValue(type="DATE", value="2017-03-24", from_="2017-03-24", to="2017-03-24"), "2017-03-24"),
        (TimeValue(type="DURATION", value="P2Y", from_="2015-03-24", to="2017-03-24"), "P2Y"),
        (TimeValue(type="SET", value="XXXX-WXX-2"), "XXXX-WXX-2"),
        (TimeValue(type="DATE", value="PAST_REF"), ""),
        (TimeValue(type="DATE"), ""),
        (QuantityValue(low=100, high=200), "100 – 200"),
        (QuantityValue(low=1234567, high=1234567), "1\u202f234\u202f567"),
        (QuantityValue(low=2.5, high=2.5, unit="km"), "2.5 km"),
        (QuantityValue(low=40), "≥ 40"),
        (QuantityValue(high=3, unit="%"), "≤ 3 %"),
        (QuantityValue(), ""),
        (PlaceValue(name="Sidi Barrani", lat=31.61, lon=25.925), "31.610, 25.925"),
        (PlaceValue(name="Somewhere"), ""),
    ],
)
def test_a_value_in_plain_signs(value: TimeValue | QuantityValue | PlaceValue, expected: str) -> None:
    assert plainly(value) == expected
