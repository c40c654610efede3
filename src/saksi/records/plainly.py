"""A resolved value in plain signs and figures, the same for every door: "2017-03-01 – 2017-03-10", "≥ 40", "31.20, 25.93"."""

from __future__ import annotations

from saksi.records.mention import PlaceValue, QuantityValue, TimeValue


def plainly(value: TimeValue | QuantityValue | PlaceValue) -> str:
    """What a value says, without "about"; empty where nothing was resolved to a day, a length or a place ("PRESENT_REF").

    A length of time stands as in TIMEX3 ("P2Y"), degrees are north and east.
    """
    if isinstance(value, TimeValue):
        return _time(value)
    return _quantity(value) if isinstance(value, QuantityValue) else _place(value)


def _time(value: TimeValue) -> str:
    if value.type == "DURATION" and value.value:
        return value.value
    pointed = value.value is not None and value.value.endswith("_REF")
    return " – ".join(dict.fromkeys(day for day in (value.from_, value.to) if day)) or ("" if pointed else value.value or "")


def _quantity(value: QuantityValue) -> str:
    """A range, a figure, or a bound; thousands are parted by a thin space, which no language reads as a decimal mark."""
    if value.low is not None and value.high is not None:
        number = " – ".join(dict.fromkeys(map(_number, (value.low, value.high))))
    elif value.low is not None:
        number = f"≥ {_number(value.low)}"
    elif value.high is not None:
        number = f"≤ {_number(value.high)}"
    else:
        return ""
    return f"{number} {value.unit}" if value.unit else number


def _place(value: PlaceValue) -> str:
    return "" if value.lat is None or value.lon is None else f"{value.lat:.3f}, {value.lon:.3f}"


def _number(value: float) -> str:
    return f"{value:,.10g}".replace(",", "\u202f")
