"""The demonstration's gold stands verbatim in its articles and keeps to the contract's values."""

from __future__ import annotations

import itertools
from typing import Any, get_args

import pytest
from build_gold import NotVerbatim, body, first, gold, nearest, scored

from saksi.records import statement as record

PAGE_NAMES = sorted(gold())
VALUES = {
    "kind": get_args(record.StatementKind),
    "speaker_kind": get_args(record.SpeakerKind),
    "act": get_args(record.Act),
    "polarity": get_args(record.Polarity),
    "certainty": get_args(record.Certainty),
}
QUOTE_MARKS = set('"“”‘’«»')


def statements(page: str) -> list[dict[str, Any]]:
    line, _ = scored(page, page, body(page))
    found: list[dict[str, Any]] = line["statements"]
    return found


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_every_string_is_found(page: str) -> None:
    _, failures = scored(page, page, body(page))
    assert failures == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_values_are_the_contracts(page: str) -> None:
    odd = [(name, s[name]) for s in statements(page) for name, allowed in VALUES.items() if s[name] not in allowed]
    assert odd == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_agentless_means_no_speakers(page: str) -> None:
    assert [s["cue"] for s in statements(page) if (s["speaker_kind"] == "agentless") != (not s["speakers"])] == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_spans_do_not_collide(page: str) -> None:
    """Cue, speakers and contents of one statement lie beside each other."""
    for s in statements(page):
        spans = sorted((x["start"], x["end"]) for x in [*s["speakers"], *s["contents"], *([s["cue"]] if s["cue"] else [])])
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), s


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_kind_is_what_the_quote_marks_say(page: str) -> None:
    """Direct contents stand between quote marks, mixed ones hold or touch some, indirect ones have none."""
    text = body(page)
    for s in statements(page):
        edges = [text[c["start"] - 1] in QUOTE_MARKS and c["text"][0] not in QUOTE_MARKS for c in s["contents"]]
        inside = any(mark in c["text"] for c in s["contents"] for mark in '“”‘«»"')
        expected = "direct" if all(edges) else "mixed" if inside or any(edges) else "indirect"
        assert s["kind"] == expected, s["contents"]


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_answers_point_at_another_statement(page: str) -> None:
    found = statements(page)
    for number, s in enumerate(found):
        if s["answers"] is not None:
            assert 0 <= s["answers"]["statement"] < len(found)
            assert s["answers"]["statement"] != number


def test_a_missing_string_is_told() -> None:
    with pytest.raises(NotVerbatim, match="kapal selam"):
        first("Feri itu terbakar.", "kapal selam", (0, 18))


def test_an_enclitic_is_found_at_its_cue() -> None:
    text = "Katanya begitu, ujarnya."
    cue = first(text, "ujar", (0, len(text)))
    assert nearest(text, "nya", cue, (0, len(text))) == (20, 23)
