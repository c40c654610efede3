"""The language packs are whole: every list compiles, every cue says what it does, and nothing is listed twice by accident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

import saksi.words
from saksi.errors import WordsError
from saksi.reading.language import Language, Phrases, Takes, language
from saksi.records.statement import Act, Certainty
from saksi.words import packs

PACKS = sorted(Path(saksi.words.__file__).parent.rglob("*.yaml"))


@pytest.fixture(scope="module", params=packs.LANGUAGES)
def pack(request: pytest.FixtureRequest) -> Language:
    return language(str(request.param))


def leaves(node: Any, trail: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(key, f"{trail} key")
            yield from leaves(value, f"{trail}/{key}")
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value, trail)
    else:
        yield trail, node


LISTS = ["cues", "grammar", "hedges", "nominals", "offices", "references", "titles", "functionwords"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("code", packs.LANGUAGES)
def test_every_word_is_text(code: str, name: str) -> None:
    """YAML reads a bare no, on or 08 as something else than a word."""
    flags = {"holds", "evidence", "addressed", "about", "only_points", "strict", "named_marked", "heard"}
    wrong = [
        (trail, leaf)
        for trail, leaf in leaves(packs.load(code, name))
        if not isinstance(leaf, str) and leaf is not None and trail.rsplit("/", 1)[-1] not in flags
    ]
    assert wrong == []


@pytest.mark.parametrize("file", PACKS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_key_stands_twice_in_a_file(file: Path) -> None:
    """The second of two equal keys would silently replace the first."""
    twice: list[str] = []

    def walk(node: yaml.Node) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = Counter(key.value for key, _ in node.value)
            twice.extend(key for key, times in keys.items() if times > 1)
            for _, value in node.value:
                walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(value)

    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert root is not None
    walk(root)
    assert twice == []


def test_every_cue_says_what_it_does(pack: Language) -> None:
    for form in chain.from_iterable([*pack.cues.values(), *pack.hearsay.values(), pack.nouns.values()]):
        assert form.act in get_args(Act)
        assert form.certainty in get_args(Certainty)
        assert form.takes in get_args(Takes)
        assert form.negated in ("drop", "concede", "deny", "keep")
        assert form.points <= set(get_args(Act))
        assert form.words
        assert all(word and word == word.lower() for word in form.words)


DOUBTS = {"id": {"opine"}, "en": set()}


def test_only_denials_and_doubts_hold_their_content_false(pack: Language) -> None:
    forms = list(chain.from_iterable([*pack.cues.values(), *pack.hearsay.values(), pack.nouns.values()]))
    assert {form.act for form in forms if not form.holds} == {"deny", *DOUBTS[pack.code]}
    assert all(not form.holds for form in forms if form.act == "deny")


def test_the_longest_form_is_found(pack: Language) -> None:
    text, size = {"id": ("memberi tahu warga", 2), "en": ("ruled out a strike", 2)}[pack.code]
    form = pack.cue_at(text.split(), 0)
    assert form is not None
    assert len(form.words) == size


def test_a_pronoun_glued_to_a_cue_is_known_by_its_length() -> None:
    form = language("id").cue_at(["katanya"], 0)
    assert form is not None
    assert (form.voice, form.enclitic) == ("bare", 3)


@pytest.mark.parametrize("code", packs.LANGUAGES)
def test_no_noun_of_speech_is_listed_twice(code: str) -> None:
    nouns = Counter(noun for group in packs.load(code, "nominals") for noun in group["nouns"])
    assert [noun for noun, times in nouns.items() if times > 1] == []


def test_no_english_verb_is_listed_twice() -> None:
    verbs = Counter(verb for group in packs.load("en", "cues") for verb in [*group.get("verbs", ()), *group.get("irregular", {})])
    assert [verb for verb, times in verbs.items() if times > 1] == []


def test_no_hedge_is_both_probable_and_possible() -> None:
    for code in packs.LANGUAGES:
        hedges = packs.load(code, "hedges")
        assert set(hedges["probable"]) & set(hedges["possible"]) == set()


def test_a_language_without_a_pack_is_an_error() -> None:
    with pytest.raises(WordsError, match="no language pack for 'fr'"):
        language("fr")


def test_a_list_that_would_hide_another_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists of a language share one namespace; "degrees" once stood for adverbs in one file and for titles in another."""
    load = packs.load
    monkeypatch.setattr(
        packs, "load", lambda code, name: {**load(code, name), "adverbs": ["phd"]} if name == "titles" else load(code, name)
    )
    language.cache_clear()
    with pytest.raises(WordsError, match=r"words/en/titles.yaml names a list that another file of the language has: adverbs"):
        language("en")


def test_a_word_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(WordsError, match="no word list id/nothing"):
        packs.load("id", "nothing")


@pytest.mark.parametrize("member", [False, 8, None])
def test_a_word_that_yaml_misread_is_an_error(member: Any) -> None:
    with pytest.raises(WordsError, match="is no text: put quote marks around it"):
        Phrases([member])


def test_phrases_are_found_by_the_longest_that_fits() -> None:
    phrases = Phrases(["di", "di sela", "di sela sela"])
    assert phrases.length(["di", "sela", "sela", "rapat"], 0) == 3
    assert phrases.length(["di", "sela"], 0) == 2
    assert phrases.length(["di"], 0) == 1
    assert phrases.length(["ke"], 0) == 0
    assert phrases.length_before(["kata", "di", "sela"], 2) == 2
    assert phrases.length_before(["kata"], 0) == 0
    assert "di" in phrases
    assert "di sela" not in phrases


@pytest.mark.parametrize("subject", ["grammar", "titles", "hedges", "references"])
def test_both_packs_have_the_same_classes_of_words(subject: str) -> None:
    """A rule that asks for a class finds it in every language, empty where the language has no such words."""
    assert packs.load("id", subject).keys() == packs.load("en", subject).keys()
