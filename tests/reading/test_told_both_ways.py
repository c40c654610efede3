"""A sentence of the outlet against its own negation, and pairs that only look like one."""

from __future__ import annotations

import pytest

from saksi.reading.conflicts import find_conflicts

BETWEEN = {
    "en": "Shops stayed open until late. Few people wished to talk. Rain fell in the evening.",
    "id": "Toko tetap buka sampai larut. Warga enggan berbicara. Hujan turun pada malam hari.",
}


def found(a: str, b: str, language: str) -> list[tuple[str, str, str, str, str]]:
    text = f"{a}\n\n{BETWEEN[language]}\n\n{b}"
    return [(c.kind, c.a.text, c.b.text, c.differs[0].a, c.differs[0].b) for c in find_conflicts(text, language, (), (), ())]


def test_an_assertion_and_its_denial() -> None:
    """The spans are the sentences without their stops; what differs is the verb and its negation."""
    a, b = "The governor signed the water treaty on Monday", "The governor did not sign the water treaty on Monday"
    assert found(a + ".", b + ".", "en") == [("polarity", a, b, "signed", "not sign")]
    assert found(b + ".", a + ".", "en") == [("polarity", b, a, "not sign", "signed")]


def test_an_irregular_past_is_its_base() -> None:
    assert found("The rebels went to the talks in Doha.", "The rebels did not go to the talks in Doha.", "en")


def test_the_assertion_may_go_on() -> None:
    assert found("Gubernur Hasan meneken perjanjian air di Muara.", "Gubernur Hasan tidak meneken perjanjian air.", "id")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The governor signed the water treaty on Monday.", "The governor did not sign the water treaty on Tuesday."),
        ("The governor signed the water treaty.", "The governor has not yet signed the water treaty."),
        ("The governor signed the water treaty.", "The governor not only signed the water treaty."),
        ("He signed the water treaty in Oran.", "He did not sign the water treaty in Oran."),
        ("The governor may sign the water treaty.", "The governor did not sign the water treaty."),
        ("Did the governor sign the water treaty?", "The governor did not sign the water treaty."),
        ("The army beat the rebels near Bukavu.", "The rebels did not beat the army near Bukavu."),
        ("The governor of Oran signed the water treaty.", "The governor did not sign the water treaty."),
    ],
)
def test_another_time_subject_or_mood_is_no_conflict(a: str, b: str) -> None:
    assert found(a, b, "en") == []


def test_side_by_side_they_tell_a_change() -> None:
    text = "The shop sold bread to the port. The shop did not sell bread to the port."
    assert find_conflicts(text, "en", (), (), ()) == ()


def test_ten_thousand_denials_are_read_in_linear_time() -> None:
    """Words that many sentences share bring none of them together."""
    text = "The governor signed the water treaty. The governor did not sign the water treaty. " * 5_000
    assert find_conflicts(text, "en", (), (), ()) == ()
