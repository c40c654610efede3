"""Every shape of a relation makes what its example shows, and nothing of its counter-example."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article, Relation
from saksi.words.relations import Shape, relation_words

SHAPES = [(language, shape) for language in ("en", "id") for shape in relation_words(language).shapes]


def told(text: str, language: str) -> list[tuple[str, str, str]]:
    """Kind, subject and object by their names."""
    return [(one.kind, *sides(text, language, one)) for one in found(text, language)]


def found(text: str, language: str) -> tuple[Relation, ...]:
    return read(Article(id="a", text=text, language=language)).relations


def sides(text: str, language: str, relation: Relation) -> tuple[str, str]:
    names = {one.id: one.name for one in read(Article(id="a", text=text, language=language)).entities}
    return names[relation.subject], names[relation.object]


@pytest.mark.parametrize(("language", "shape"), SHAPES, ids=[f"{language}-{shape.name}" for language, shape in SHAPES])
def test_a_shape_fits_its_example_and_not_its_counter_example(language: str, shape: Shape) -> None:
    assert shape.name in {one.rule for one in found(shape.example, language)}
    assert shape.name not in {one.rule for one in found(shape.counter, language)}


def test_an_older_office_and_its_days_are_told() -> None:
    (one,) = found("Ali Zeidan, Perdana Menteri Libya (2012-2014), pergi.", "id")
    assert (one.from_, one.to, one.past, one.denied) == ("2012-01-01", "2014-12-31", False, False)
    (one,) = found("The former president of Ghana, John Mensah, arrived in Abuja.", "en")
    assert one.past


def test_a_second_apposition_is_about_the_first_name() -> None:
    text = "Khalifa Haftar, komandan LNA, sekutu Rusia, pergi."
    assert told(text, "id") == [("commands", "Khalifa Haftar", "LNA"), ("ally-of", "Khalifa Haftar", "Rusia")]


def test_what_is_denied_is_marked() -> None:
    (one,) = found("Qatar is not a member of NATO.", "en")
    assert one.denied


def test_a_relation_in_what_somebody_says_names_the_statement() -> None:
    reading = read(Article(id="a", text='"Syria is an ally of Russia," Ali Zeidan said on Monday.', language="en"))
    assert [one.statement for one in reading.relations] == [reading.statements[0].id]
