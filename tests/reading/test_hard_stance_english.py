"""Hard stance of English: what a speaker does, whether they hold it true and how sure they are, over negation, modals and hedges."""

from __future__ import annotations

import pytest
from said import said

# text: act, polarity and certainty of its one statement
STANCE: dict[str, str] = {
    "Dahl denied that the dam had cracked.": "deny denied certain",
    "Dahl did not deny that the dam had cracked.": "confirm affirmed unspecified",
    "Dahl hasn’t denied that the dam had cracked.": "confirm affirmed unspecified",
    "Dahl refused to rule out a strike.": "inform affirmed possible",
    "Dahl could not rule out a strike.": "inform affirmed possible",
    "Dahl couldn’t rule out a strike.": "inform affirmed possible",
    "Dahl said he couldn't rule out a strike.": "inform affirmed possible",
    "Dahl is deeply worried that the dam has cracked.": "opine affirmed probable",
    "Dahl was rather angry at the delay.": "opine affirmed unspecified",
    "Dahl does not believe the dam has cracked.": "opine denied certain",
    "Dahl believes the dam has cracked.": "opine affirmed certain",
    "Dahl thinks the dam may have cracked.": "opine affirmed possible",
    "Dahl said the dam may have cracked.": "inform affirmed possible",
    "Dahl said the dam had probably cracked.": "inform affirmed probable",
    "Dahl said it was likely that the dam had cracked.": "inform affirmed probable",
    "Dahl said the dam could not have cracked.": "inform affirmed certain",
    "Dahl said the dam cracked in May.": "inform affirmed certain",
    "Dahl said guests may leave when they wish.": "inform affirmed certain",
    "Dahl said guests may leave when they hear it.": "inform affirmed possible",
    "Dahl fears the dam has cracked.": "opine affirmed probable",
    "Dahl is afraid the dam has cracked.": "opine affirmed probable",
    "Dahl is certain that the dam has cracked.": "opine affirmed certain",
    "Dahl doubts the dam has cracked.": "deny denied possible",
    "Dahl dismissed the report.": "deny denied certain",
    "Dahl confirmed the report.": "confirm affirmed certain",
    "Dahl acknowledged that the dam had cracked.": "confirm affirmed certain",
    "Dahl warned that the dam might crack.": "warn affirmed possible",
    "Dahl accused the firm of hiding the crack.": "accuse affirmed certain",
    "Dahl urged the firm to mend the dam.": "request affirmed unspecified",
    "Dahl vowed to mend the dam.": "promise affirmed certain",
    "Dahl asked whether the dam had cracked.": "ask affirmed unspecified",
    "Dahl asked the firm to mend the dam.": "request affirmed unspecified",
    "Dahl wondered whether the dam had cracked.": "ask affirmed unspecified",
    "“Has the dam cracked?” Dahl asked.": "ask affirmed unspecified",
    "“That is not true,” Dahl said.": "deny affirmed certain",
    "The dam has reportedly cracked.": "report affirmed unspecified",
    "The dam is thought to have cracked.": "opine affirmed probable",
    "It is feared that the dam has cracked.": "opine affirmed probable",
    "Dahl hopes the dam will hold.": "opine affirmed unspecified",
    "Dahl wants the dam mended.": "opine affirmed unspecified",
    "Dahl condemned the delay.": "opine affirmed unspecified",
    "Dahl insisted the dam was sound.": "inform affirmed certain",
}
SILENT = [
    "Dahl declined to comment.",
    "Dahl would not say whether the dam had cracked.",
    "Dahl did not say whether the dam had cracked.",
    "Dahl neither confirmed nor denied the report.",
    "Dahl never mentioned the dam.",
    "Nobody has confirmed the report.",
    "Dahl did not claim the reward.",
]


@pytest.mark.parametrize(("text", "expected"), STANCE.items(), ids=list(STANCE))
def test_act_polarity_and_certainty(text: str, expected: str) -> None:
    assert [f"{s.act} {s.polarity} {s.certainty}" for s in said(text, "en")] == [expected]


@pytest.mark.parametrize("text", SILENT)
def test_a_refusal_to_speak_is_no_statement(text: str) -> None:
    assert said(text, "en") == []
