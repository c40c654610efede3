"""Hard contents of English: where what is said begins and ends, before, behind and around the cue, and what is no longer part of it."""

from __future__ import annotations

import pytest
from said import said

# text: the contents of its statements, in order; several of one statement joined by " | "
CONTENTS: dict[str, list[str]] = {
    "The warden said the gate was shut and that nobody had passed.": ["the gate was shut and that nobody had passed"],
    "The warden said the gate was shut and added that nobody had passed.": ["the gate was shut", "nobody had passed"],
    "The warden said the gate was shut but declined to say why.": ["the gate was shut"],
    "The warden said the gate was old but would hold.": ["the gate was old but would hold"],
    "The warden said the gate was shut, adding that nobody had passed.": ["the gate was shut", "nobody had passed"],
    "The gate, the warden said, was shut at noon.": ["The gate | was shut at noon"],
    "The gate was shut at noon, the warden said on Monday.": ["The gate was shut at noon"],
    "The gate was shut, the warden said, but nobody was told.": ["The gate was shut | but nobody was told"],
    "At the inquest on Friday, the warden said the gate was shut.": ["the gate was shut"],
    "Two boats sank, police said, as the storm came in.": ["Two boats sank"],
    "Police said two boats - one of them a ferry - had sank.": ["two boats - one of them a ferry - had sank"],
    "Police said two boats had sunk; the harbour was shut.": ["two boats had sunk"],
    "Police said two boats had sunk — a claim nobody checked.": ["two boats had sunk"],
    "While the union opposes the closure, its members voted for it.": ["the closure"],
    "The mayor appealed for calm, and his deputy offered to resign.": ["calm"],
    "The coach branded the whistle “a scandal” after the match ended.": ["the whistle “a scandal”"],
    "The ministry denied closing the port.": ["closing the port"],
    "Fishers urged the council to dredge the channel.": ["the council to dredge the channel"],
    "The council promised to dredge the channel by May.": ["to dredge the channel by May"],
    "The envoy told reporters in Geneva that the truce would hold.": ["the truce would hold"],
    "The envoy told the BBC the truce would hold.": ["the truce would hold"],
    "The envoy has said for weeks the truce would hold.": ["the truce would hold"],
    "In his view, the envoy said, “the truce is dead.”": ["In his view | the truce is dead"],
    "Asked if he would run, whether in spring or later, Dahl said he was tired.": [
        "if he would run, whether in spring or later",
        "he was tired",
    ],
    "“It was dark,” Dahl said. “We saw nothing.”": ["It was dark | We saw nothing"],
    "“It was,” Dahl said, “a very long night.”": ["It was | a very long night"],
    "Dahl called the plan “a trap” and walked out.": ["the plan “a trap”"],
    "Dahl described how the boat had turned over.": ["how the boat had turned over"],
    "Dahl accused the owner of hiding the log and asked for an inquiry.": ["the owner of hiding the log", "an inquiry"],
    "Dahl welcomed the ruling but criticised the delay.": ["the ruling", "the delay"],
    "The claim that the bridge was safe angered Dahl.": ["the bridge was safe angered Dahl"],
    "The warden said the gate was shut, but not locked.": ["the gate was shut, but not locked"],
    "The warden said the gate was shut, but the guard had left.": ["the gate was shut"],
    "The warden said the gate was shut, but the owner's agent insists it was open.": ["the gate was shut", "it was open"],
    "The warden denied it, though not very firmly.": ["it"],
    "Dahl said the ferry was late, but only in winter.": ["the ferry was late, but only in winter"],
    "Dahl said the ferry was late, but in winter, the port closed it.": ["the ferry was late"],
    "Dahl said the ferry was late, but declined to say why.": ["the ferry was late"],
    "The harbour, which was built in 1920, had silted up, said the engineer.": ["The harbour, which was built in 1920, had silted up"],
    "Its survey, which never appeared, urged that the dike be raised, a former clerk said.": [
        "Its survey, which never appeared, urged that the dike be raised",
        "the dike be raised",
    ],
    "Dahl said last week's strike was illegal.": ["last week's strike was illegal"],
    "Dahl said last week the strike was illegal.": ["the strike was illegal"],
    "The union condemned the bill's passage but praised the mayor.": ["the bill's passage", "the mayor"],
    "The union condemned Oslo's rising costs but praised the mayor.": ["Oslo's rising costs", "the mayor"],
    "The guard said it's over.": ["it's over"],
    "The guard said the river's not full.": ["the river's not full"],
    "The guard said the river's rising.": ["the river's rising"],
}


@pytest.mark.parametrize(("text", "expected"), CONTENTS.items(), ids=lambda value: value[:45] if isinstance(value, str) else "")
def test_a_content_ends_where_it_ends(text: str, expected: list[str]) -> None:
    assert [statement.contents for statement in said(text, "en")] == expected
