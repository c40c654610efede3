"""Moments that machines write."""

from __future__ import annotations

import pytest

from saksi.intake.moments import in_utc, moment


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("Tue, 03 Mar 2026 09:40:00 WIB", "2026-03-03T09:40:00+07:00"),
        ("Tue, 03 Mar 2026 09:40:00 WITA", "2026-03-03T09:40:00+08:00"),
        ("Tue, 03 Mar 2026 09:40:00 WIT", "2026-03-03T09:40:00+09:00"),
        ("Tue, 03 Mar 2026 09:40:00 GMT", "2026-03-03T09:40:00+00:00"),
        ("Tue, 03 Mar 2026 09:40:00 EST", "2026-03-03T09:40:00-05:00"),
        ("Tue, 03 Mar 2026 09:40:00 -0000", "2026-03-03T09:40:00"),
        ("03 Mar 2026 09:40 +0700", "2026-03-03T09:40:00+07:00"),
        ("2026-03-03T09:40:00.123Z", "2026-03-03T09:40:00+00:00"),
        ("2026-03-03 09:40:00+07:00", "2026-03-03T09:40:00+07:00"),
        ("2026-03-03 09:40 WIB", "2026-03-03T09:40:00+07:00"),
        ("2026-03-03T09:40:12 WITA", "2026-03-03T09:40:12+08:00"),
        ("04/03/2026 09:40 WIB", "2026-03-04T09:40:00+07:00"),
        ("Rabu, 4-3-2026 - 09.40 WIT", "2026-03-04T09:40:00+09:00"),
        ("04/03/2026 09:40", None),
        ("31/13/2026 09:40 WIB", None),
        ("20260303094000", "2026-03-03T09:40:00+00:00"),
        ("2026-03-03", "2026-03-03"),
        ("Selasa, 3 Maret 2026", "2026-03-03"),
        ("yesterday", None),
        ("Tue, 99 Mar 2026 09:40:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment(stamp: str | None, expected: str | None) -> None:
    assert moment(stamp) == expected


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [("2026-03-03T09:40:00+07:00", "2026-03-03T02:40:00+00:00"), ("2026-03-03T09:40:00", "now"), ("2026-03-03", "now"), (None, "now")],
)
def test_a_moment_in_utc(stamp: str | None, expected: str) -> None:
    assert in_utc(stamp, "now") == expected
