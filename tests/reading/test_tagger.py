"""The tagger finds names of three kinds with their bounds, and the reading takes them in without touching who speaks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from saksi.reading.actors import actor_tokens, known_actors
from saksi.reading.laid_out import lay_out
from saksi.reading.language import language
from saksi.reading.read import read
from saksi.reading.tagger import LEAST_SURE, Chain, tag_names
from saksi.reading.tagger_features import Surroundings, features, runs
from saksi.records import Article
from saksi.words.taggers import Weights


def names(code: str, text: str) -> list[tuple[str, str]]:
    laid = lay_out(text, language(code))
    return [(laid.tokens.slice(name.first, name.last), name.kind) for name in tag_names(laid)]


def named(code: str, text: str) -> set[tuple[str, str]]:
    """What the reading's mentions name, with the kind of their entity."""
    reading = read(Article(id="a", text=text, language=code))
    kinds = {entity.id: entity.kind for entity in reading.entities}
    return {(mention.text, kinds[mention.entity]) for mention in reading.mentions if mention.entity is not None and mention.kind != "role"}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "id",
            "Ketua Komisi Pemilihan Umum Arief Budiman tiba di Medan bersama Joko Widodo.",
            {("Arief Budiman", "person"), ("Medan", "place"), ("Joko Widodo", "person"), ("Komisi Pemilihan Umum", "organization")},
        ),
        (
            "en",
            "The mayor, Maria Keller, left Lisbon for France on Monday with an engineer from Harrow University.",
            {("Maria Keller", "person"), ("Lisbon", "place"), ("France", "state"), ("Harrow University", "organization")},
        ),
    ],
)
def test_names_have_their_bounds_and_kinds(code: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert set(names(code, text)) == expected


@pytest.mark.parametrize(
    ("code", "text"), [("id", ""), ("en", "…"), ("id", "hujan turun sejak pagi di kota itu."), ("en", "The rain stopped.")]
)
def test_a_text_without_names_has_none(code: str, text: str) -> None:
    assert names(code, text) == []


@pytest.mark.parametrize("code", ["id", "en"])
def test_names_do_not_overlap_and_are_sure_between_nought_and_one(code: str) -> None:
    laid = lay_out("AL-FARABI (KPU) Dr. Sri Mulyani-Jokowi, U.S. Army ke-7 «Élysée» " * 40, language(code))
    found = tag_names(laid)
    assert all(a.last < b.first for a, b in pairwise(found))
    assert all(0 <= name.confidence <= 1 and name.first <= name.last for name in found)


def test_a_bracket_that_closes_nothing_is_no_part_of_a_name() -> None:
    for text in ("Presiden Joko Widodo (Jokowi) tiba.", "Mahkamah Konstitusi (MK) menolak gugatan (PPP)."):
        assert all(name.count("(") == name.count(")") for name, _ in names("id", text))


def test_runs_go_over_small_words_between_capitals_and_end_before_longer_gaps() -> None:
    laid = lay_out("Bureau of the Interior was closed for two weeks, Anna said.", language("en"))
    found = [laid.tokens.slice(*run) for run in runs(laid, 0, len(laid.tokens) - 1)]
    assert len(found) == 2
    assert found[0].startswith("Bureau of the Interior")


def test_the_best_path_is_the_best_of_all() -> None:
    """Against every path written out."""
    labels = ("O", "B-PER", "I-PER")
    transitions = ((0.5, -1.0, 0.0), (0.0, -2.0, 3.0), (0.2, 0.1, 1.0))
    chain = Chain("en", Weights(made="", labels=labels, unit=1.0, transitions=transitions, features={}))
    scores = [[0.0, 0.4, 9.0], [1.0, 0.3, -0.5], [0.2, 2.0, 1.5], [0.0, -1.0, 0.9]]

    def total(path: tuple[int, ...]) -> float:
        return sum(row[k] for row, k in zip(scores, path, strict=True)) + sum(chain.transitions[a][b] for a, b in pairwise(path))

    paths = [(a, b, c, d) for a in (0, 1) for b in range(3) for c in range(3) for d in range(3)]
    assert tuple(chain._best(scores)) == max(paths, key=total)


def test_the_reading_names_whom_nobody_quotes() -> None:
    text = "Polisi menangkap Budi Santoso di Surabaya. Ketua DPR Puan Maharani mengatakan kasus itu selesai."
    assert {("Budi Santoso", "person"), ("Surabaya", "place"), ("Puan Maharani", "person")} <= named("id", text)


def test_a_run_of_capitals_that_names_nobody_is_no_organization() -> None:
    text = "Perbandingan Molekuler itu penting. Menteri Siti Rahma mengatakan harga naik."
    assert ("Perbandingan Molekuler", "organization") not in named("id", text)


def test_whoever_speaks_keeps_the_name_that_the_grammar_gave() -> None:
    reading = read(Article(id="a", text='"Harga naik," kata Hasan Basri kepada wartawan.', language="id"))
    (statement,) = reading.statements
    entity = next(entity for entity in reading.entities if entity.id == statement.speakers[0].entity)
    assert (entity.name, entity.kind) == ("Hasan Basri", "person")


def test_a_state_inside_a_longer_name_is_not_named() -> None:
    found = named("id", "Bank Rakyat Indonesia membuka kantor di Medan. Indonesia menang.")
    assert ("Indonesia", "state") in found
    reading = read(Article(id="a", text="Bank Rakyat Indonesia membuka kantor di Medan.", language="id"))
    assert "Indonesia" not in [mention.text for mention in reading.mentions]


def test_the_stop_of_a_short_form_is_part_of_the_name_that_it_closes_and_a_sentence_s_own_is_not() -> None:
    assert ("Loamwise Inc.", "organization") in names("en", "A manager of the seed maker Loamwise Inc., told the court so on Monday.")
    assert all(not name.endswith(".") for name, _ in names("en", "He works for Loamwise Inc. The court met."))


def test_names_that_the_model_is_not_sure_of_are_left_out() -> None:
    laid = lay_out("Kapal Merah Delima Abc Tenggara Sunyi Kata Xyz, Raja Laut Coelacanth, BI Rate dan Rich Plasma " * 20, language("id"))
    assert all(name.confidence >= LEAST_SURE for name in tag_names(laid))


def test_a_known_actor_keeps_its_kind_behind_the_word_for_a_body() -> None:
    found = named("id", "PPP mendukung pemerintahan Jokowi-JK, ujar Romahurmuziy, sebelum masuk ke rumah dinas Jokowi di Jakarta.")
    assert ("Jokowi", "person") in found
    assert ("Jokowi", "organization") not in found


def test_a_part_of_a_speaker_s_name_is_no_mention_of_its_own() -> None:
    found = named("id", "Lembaga pemeringkat Moody's Investors Service, Selasa, menyatakan telah menempatkan peringkat utang dalam kajian.")
    assert not any(name == "Investors Service" for name, _ in found)


def test_one_of_two_speakers_is_named_all_the_same() -> None:
    found = named("en", "The European Union and the United States said the vote was fair.")
    assert ("European Union", "organization") in found


def test_a_place_that_only_says_which_body_is_meant_is_no_mention_of_a_place() -> None:
    assert ("Kanjuruhan", "place") not in named("id", "Gubernur Emil Dardak mendatangi RSUD Kanjuruhan pada Senin.")
    assert ("Malang", "place") in named("id", "Gubernur Emil Dardak tiba di Malang pada Senin.")


def test_the_features_of_a_known_actor_lie_on_its_tokens_and_beside_them() -> None:
    laid = lay_out("Ketua Mahkamah Konstitusi Jarwono tiba.", language("id"))
    actors = actor_tokens(laid, known_actors(laid))
    assert actors == {1: (2, "organization")}
    bounds = (0, len(laid.tokens) - 1)
    looked = features(laid, bounds, bounds, Surroundings(laid, actors))
    marked = [[feature for feature in row if feature.startswith("A")] for _, row, _, _ in looked]
    assert marked[:5] == [["A1=Bo"], ["A0=Bo", "A1=Io"], ["A-1=Bo", "A0=Io"], ["A-1=Io"], []]


def test_weights_add_up_in_one_number_and_come_apart_again() -> None:
    weights = Weights(
        made="",
        labels=("O", "B-PER", "I-PER"),
        unit=1.0,
        transitions=((0.0,) * 3,) * 3,
        features={"a": bytes([1, 256 - 127, 0]), "b": bytes([256 - 3, 127, 5])},
    )
    chain = Chain("en", weights)
    (scores,) = chain._scores([(["a"], ["b", "unknown"], (), ())])
    assert [score - scores[1] for score in scores] == [-2, 0, 5]
