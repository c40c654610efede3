"""The three words for how a speaker stands to the content."""

from __future__ import annotations

import pytest

from saksi.ledger.stance import stance_of


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "asserted"),
        ({"certainty": "unspecified"}, "asserted"),
        ({"certainty": "probable"}, "unsure"),
        ({"certainty": "possible"}, "unsure"),
        ({"speaker_kind": "agentless"}, "unsure"),
        ({"polarity": "denied"}, "denied"),
        ({"polarity": "denied", "certainty": "possible"}, "denied"),
        ({"act": "deny"}, "asserted"),
    ],
)
def test_stance_looks_at_polarity_before_certainty_and_never_at_the_act(made, given, expected):
    (statement,) = made(**given).statements

    assert expected == stance_of(statement)
