"""Which earlier statement a denial, a confirmation or a reply is about."""

from __future__ import annotations

import pytest
from said import parameters, read_text

CASES = {
    "id": [
        ("Reuters melaporkan kapal itu tenggelam. Norwegia membantah laporan tersebut.", "membantah", "melaporkan", "laporan tersebut"),
        ("Lestari menuduh Hasan membakar gudang. Hasan menepis tuduhan itu.", "menepis", "menuduh", "tuduhan itu"),
        ("Lestari mengatakan gudang itu kosong. Hasan membantahnya.", "membantah", "mengatakan", "nya"),
        ("Lestari mengatakan gudang itu kosong. Hasan membenarkan pernyataan itu.", "membenarkan", "mengatakan", "pernyataan itu"),
        (
            "Reuters melaporkan kapal Norwegia mengirim solar. Oslo membantah kapal Norwegia mengirim solar.",
            "membantah",
            "melaporkan",
            None,
        ),
        pytest.param(
            "Reuters melaporkan kapal itu tenggelam. Hasan berharap hujan reda. Norwegia membantah laporan itu.",
            "membantah",
            "melaporkan",
            "laporan itu",
        ),
        ("Lestari menuduh Hasan membakar gudang. Tuduhan itu dibantah oleh Hasan.", "dibantah", "menuduh", "Tuduhan itu"),
        ("Lestari menuduh Hasan membakar gudang. Hasan tidak menampik tuduhan itu.", "tidak menampik", "menuduh", "tuduhan itu"),
        ("T: Di mana beras itu?\n\nJ: Kami tidak tahu.", ":", ":", None),
    ],
    "en": [
        ("Reuters reported that the ship sank. Norway denied the report.", "denied", "reported", "the report"),
        ("Voss accused Lund of burning the store. Lund rejected the accusation.", "rejected", "accused", "the accusation"),
        ("Voss said the store was empty. Lund denied it.", "denied", "said", "it"),
        pytest.param("Voss said the store was empty. Lund confirmed that claim.", "confirmed", "said", "that claim"),
        ("Voss said the store was empty. Lund confirmed the claim.", "confirmed", "said", "the claim"),
        pytest.param(
            "Reuters reported that the ship sank. Voss hopes the rain will stop. Norway denied the report.",
            "denied",
            "reported",
            "the report",
        ),
        ("Voss accused Lund of burning the store. Lund has not denied the accusation.", "has not denied", "accused", "the accusation"),
        ("Voss said Lund burned the northern store. Lund denied burning the northern store.", "denied", "said", None),
        ("Q: Where is the rice?\n\nA: We do not know.", ":", ":", None),
    ],
}
LOOSE = {
    "id": [
        "Norwegia membantah laporan tersebut.",
        "Lestari mengatakan gudang itu kosong. Hasan mengatakan hujan akan turun.",
        "Hasan membantah pernah bertemu Lestari.",
    ],
    "en": [
        "Norway denied the report.",
        "Voss said the store was empty. Lund said the rain would stop.",
        "Lund denied meeting Voss.",
    ],
}


@pytest.mark.parametrize(("code", "text", "cue", "answered", "anaphor"), parameters(CASES))
def test_a_statement_answers_another(code: str, text: str, cue: str, answered: str, anaphor: str | None) -> None:
    reading = read_text(text, code)
    by_id = {statement.id: statement for statement in reading.statements}
    links = [statement for statement in reading.statements if statement.answers is not None]
    assert [statement.cue and statement.cue.text for statement in links] == [cue]
    answer = links[0].answers
    assert answer is not None
    target = by_id[answer.statement]
    assert target.cue is not None
    assert target.cue.text == answered
    assert (answer.anaphor and answer.anaphor.text) == anaphor
    assert answer.article is None


@pytest.mark.parametrize(("code", "text"), parameters(LOOSE))
def test_nothing_is_answered(code: str, text: str) -> None:
    reading = read_text(text, code)
    assert reading.statements
    assert [statement.answers for statement in reading.statements] == [None] * len(reading.statements)


def test_nobody_answers_themselves() -> None:
    """Who denies a report that he made himself corrects it; the denial is about somebody else's."""
    reading = read_text("Reuters melaporkan kapal itu tenggelam. Hasan mengatakan laut tenang. Hasan membantah laporan itu.")
    answers = {statement.id: statement.answers.statement for statement in reading.statements if statement.answers}
    by_id = {statement.id: statement for statement in reading.statements}
    assert [by_id[target].speakers[0].text for target in answers.values()] == ["Reuters"]


def test_a_linked_denial_is_no_conflict() -> None:
    reading = read_text("Reuters melaporkan kapal Norwegia mengirim solar. Oslo membantah kapal Norwegia mengirim solar.")
    assert [conflict.kind for conflict in reading.conflicts] == []
