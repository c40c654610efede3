"""The taggers' files are whole, say what they were made from, and lie beside their licences."""

from __future__ import annotations

from importlib import resources

import msgspec
import pytest

from saksi.errors import WordsError
from saksi.words import taggers
from saksi.words.packs import LANGUAGES
from saksi.words.taggers import Weights, weights

MOST_BYTES = 4_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_whole_tagger(language: str) -> None:
    table = weights(language)
    assert table.labels[0] == "O"
    assert len(table.transitions) == len(table.labels) == len(table.transitions[0])
    assert {len(row) for row in table.features.values()} == {len(table.labels)}
    assert len(table.features) > 2_000
    assert "sentences of" in table.made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tagger_is_small_and_has_its_licence_beside_it(language: str) -> None:
    folder = resources.files(taggers)
    assert len(folder.joinpath(f"{language}.tagger").read_bytes()) < MOST_BYTES
    assert "licen" in folder.joinpath(f"{language}.LICENSE").read_text(encoding="utf-8").lower()


def test_a_tagger_that_is_not_there_is_named() -> None:
    with pytest.raises(WordsError, match=r"no name tagger words/taggers/xx\.tagger"):
        weights("xx")


def test_a_damaged_tagger_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object, **__: object) -> Weights:
        raise msgspec.DecodeError("ends too soon")

    monkeypatch.setattr(taggers.msgspec.msgpack, "decode", damaged)
    weights.cache_clear()
    with pytest.raises(WordsError, match=r"id\.tagger is damaged: ends too soon"):
        weights("id")
    weights.cache_clear()
