"""The training reads its sets right and learns from a handful of sentences; the learning itself needs python-crfsuite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2] / "training" / "names"
sys.path.insert(0, str(HERE))

from invent import invented  # noqa: E402
from sentences import Annotated, apart_from, as_headline, read_set, shouted  # noqa: E402


def test_columns_are_read_with_bounds(tmp_path: Path) -> None:
    path = tmp_path / "set.txt"
    path.write_text("Hasan NOUN B-PER\nBasri NOUN I-PER\n(PAN), X B-ORG\n\ndi ADP O\nBali X B-LOC\n", encoding="utf-8")
    first, second = read_set(path)
    assert [(first.text[a:b], kind) for a, b, kind in first.names] == [("Hasan Basri", "PER"), ("PAN", "ORG")]
    assert [(second.text[a:b], kind) for a, b, kind in second.names] == [("Bali", "LOC")]


def test_iob2_keeps_its_own_text(tmp_path: Path) -> None:
    path = tmp_path / "set.iob2"
    path.write_text(
        "# text = “Lima,” Ann Orr said.\n1\t“\tO\t-\t-\n2\tLima\tB-LOC\t-\t-\n3\tAnn\tB-PER\t-\t-\n4\tOrr\tI-PER\t-\t-\n", encoding="utf-8"
    )
    (sentence,) = read_set(path)
    assert [(sentence.text[a:b], kind) for a, b, kind in sentence.names] == [("Lima", "LOC"), ("Ann Orr", "PER")]


def test_a_sentence_is_taken_once_whatever_its_spaces() -> None:
    seen: set[str] = {"haridiuji"}
    kept = list(apart_from([Annotated("Hari diuji .", ()), Annotated("Hasan pergi .", ()), Annotated("Hasan pergi.", ())], seen))
    assert [sentence.text for sentence in kept] == ["Hasan pergi ."]


def test_varied_sentences_keep_their_bounds() -> None:
    sentence = Annotated("the mayor of Oslo resigned", ((13, 17, "LOC"),))
    assert shouted(sentence).text == "THE MAYOR OF OSLO RESIGNED"
    assert as_headline(sentence).text == "the Mayor of Oslo Resigned"
    assert as_headline(sentence).names == sentence.names


@pytest.mark.parametrize("code", ["id", "en"])
def test_made_up_sentences_are_filled_and_labelled(code: str) -> None:
    sentences = invented(code, 200)
    assert sentences == invented(code, 200)
    assert all("{" not in sentence.text for sentence in sentences)
    assert all(sentence.text[a:b].strip() == sentence.text[a:b] != "" for sentence in sentences for a, b, _ in sentence.names)
    assert {kind for sentence in sentences for *_, kind in sentence.names} == {"PER", "ORG", "LOC"}


def test_a_tagger_is_learnt_and_written(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite")
    path = tmp_path / "set.txt"
    path.write_text("Hasan B-PER\npergi O\nke O\nBali B-LOC\n. O\n\n" * 3 + "Siti B-PER\npulang O\n. O\n", encoding="utf-8")
    out = tmp_path / "id.tagger"
    options = ["--set", f"own={path}", "--as", "own", "--invent", "40", "--rounds", "3", "--models", "1", "--least", "1", "--out", str(out)]
    done = subprocess.run([sys.executable, str(HERE / "train.py"), "id", *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 1_000
