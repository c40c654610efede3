"""What an article is sorted by in a list of the newest."""

from __future__ import annotations

import pytest

from saksi.ledger.dating import dated


def test_moments_of_different_zones_and_precision_sort_by_when_they_were():
    early, noon, late = (
        dated("2017-03-24", None),
        dated("2017-03-24T18:59:00+07:00", None),
        dated("2017-03-24T12:00:00Z", None),
    )

    assert [early, noon, late] == sorted([late, early, noon])


@pytest.mark.parametrize("published", [None, "", "Jumat (24/3)", "2017-13-01", "0001-01-01T00:00:00+14:00"])
def test_without_a_date_that_can_be_read_the_time_of_fetching_counts(published):
    assert dated("2026-01-02T03:04:05+00:00", None) == dated(published, "2026-01-02T03:04:05+00:00")


def test_an_article_without_any_date_is_the_last():
    assert dated(None, None) < dated("0001-01-02", None)
