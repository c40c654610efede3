"""Whether two figures exclude each other: open bounds, "about" and roundings allowed for."""

from __future__ import annotations

import math
from typing import Final

from saksi.records import QuantityValue

_LOOSE: Final = 0.15
"""Either side of an approximate figure, as a part of it."""
_CLOSE: Final = 0.03
"""Figures that differ by a smaller part than this are one figure told with more or fewer digits."""
_COARSE: Final = 0.1
"""A rounding moves a figure by a smaller part than this."""
_ROUND_FROM: Final = 100
"""From here on a figure that ends in noughts may be a rounding; a smaller one is counted."""


def exclude(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether no number fits both, in whatever unit they share."""
    if _rounded(a, b) or _rounded(b, a):
        return False
    low_a, high_a = _interval(a)
    low_b, high_b = _interval(b)
    return high_a < low_b or high_b < low_a


def _interval(value: QuantityValue) -> tuple[float, float]:
    low = -math.inf if value.low is None else value.low
    high = math.inf if value.high is None else value.high
    return (low * (1 - _LOOSE), high * (1 + _LOOSE)) if value.approximate else (low, high)


def _rounded(exact: QuantityValue, told: QuantityValue) -> bool:
    """Whether `told` is `exact` with fewer digits; both must be single numbers ("at least 300" is a bound, no rounding)."""
    if exact.low is None or told.low is None or exact.low != exact.high or told.low != told.high or told.low < _ROUND_FROM:
        return False
    if abs(exact.low - told.low) <= _CLOSE * told.low:
        return True
    step = 1
    while told.low % (step * 10) == 0:
        step *= 10
    return abs(exact.low - told.low) < _COARSE * told.low and math.floor(exact.low / step + 0.5) * step == told.low
