"""Hard cues of English: multi-word verbs, adjectives, nouns that somebody holds, questions, chains of verbs; and what is no cue."""

from __future__ import annotations

import pytest
from said import Said, said

UNSPECIFIED = {"certainty": "unspecified"}
PROBABLE = {"certainty": "probable"}

FOUND: list[tuple[str, list[Said]]] = [
    ("Moreau went on to say that the levee had been mended twice.", [Said("Moreau", "went on to say", "the levee had been mended twice")]),
    ("The warden continued to insist that nobody had been warned.", [Said("warden", "insist", "nobody had been warned")]),
    ("Fishermen complained about the new moorings.", [Said("Fishermen", "complained about", "the new moorings")]),
    ("The union lashed out at the ferry company.", [Said("union", "lashed out at", "the ferry company", "opine", **UNSPECIFIED)]),
    ("The bishop spoke out against the eviction.", [Said("bishop", "spoke out against", "the eviction", "opine", **UNSPECIFIED)]),
    ("The mayor called for an inquiry into the fire.", [Said("mayor", "called for", "an inquiry into the fire", "request", **UNSPECIFIED)]),
    (
        "Shopkeepers want the street closed to lorries.",
        [Said("Shopkeepers", "want", "the street closed to lorries", "opine", **UNSPECIFIED)],
    ),
    (
        "Ines Moreau would like to see the plan dropped.",
        [Said("Ines Moreau", "would like", "to see the plan dropped", "opine", **UNSPECIFIED)],
    ),
    ("The judge described the evidence as thin.", [Said("judge", "described", "the evidence as thin", "opine")]),
    ("Neighbours see him as a hermit.", [Said("Neighbours", "see", "him as a hermit", "opine")]),
    ("The coach called the decision a disgrace.", [Said("coach", "called", "the decision a disgrace", "opine")]),
    ("Her rivals call her reckless.", [Said("rivals", "call", "her reckless", "opine")]),
    ("The mayor is worried that the dike will not hold.", [Said("mayor", "is worried", "the dike will not hold", "opine", **PROBABLE)]),
    ("Officials are confident that the wells are clean.", [Said("Officials", "are confident", "the wells are clean", "opine")]),
    ("Residents were furious about the delay.", [Said("Residents", "were furious", "the delay", "opine", **UNSPECIFIED)]),
    ("The envoy expressed regret over the shooting.", [Said("envoy", "expressed regret", "the shooting", "opine", **UNSPECIFIED)]),
    (
        "Moreau voiced support for the striking pilots.",
        [Said("Moreau", "voiced support", "the striking pilots", "opine", **UNSPECIFIED)],
    ),
    (
        "Auditors raised doubts about the second ledger.",
        [Said("Auditors", "raised doubts", "the second ledger", "ask", **UNSPECIFIED)],
    ),
    (
        "Moreau's criticism of the harbour board came on Friday.",
        [Said("Moreau", "criticism", "the harbour board", "opine")],
    ),
    (
        "Asked whether the bridge would reopen, the engineer said it was too early to tell.",
        [
            Said("", "Asked", "whether the bridge would reopen", "ask", **UNSPECIFIED),
            Said("engineer", "said", "it was too early to tell"),
        ],
    ),
    (
        "She was asked by reporters why the siren had failed.",
        [Said("reporters", "asked", "why the siren had failed", "ask", **UNSPECIFIED)],
    ),
    ("Most growers believe this helps the soil.", [Said("Most growers", "believe", "this helps the soil", "opine")]),
    ("People close to the talks say a deal is near.", [Said("People", "say", "a deal is near")]),
    ("Critics say the wall is useless.", [Said("Critics", "say", "the wall is useless")]),
    ("The referee apologised for the error.", [Said("referee", "apologised for", "the error", "opine", **UNSPECIFIED)]),
    ("Polls show that voters have lost patience.", [Said("Polls", "show", "voters have lost patience")]),
    (
        "The lender defended its decision to close the branch.",
        [Said("lender", "defended", "its decision to close the branch", "opine", **UNSPECIFIED)],
    ),
    ("Moreau looked at the crowd, sighed and said, “Go home.”", [Said("Moreau", "said", "Go home")]),
    ("As the crowd left, he said, “Come back tomorrow.”", [Said("he", "said", "Come back tomorrow")]),
    ("The court heard that the guard had been asleep.", [Said("", "heard", "the guard had been asleep", "report", **UNSPECIFIED)]),
    ("A guard left the gate open, a jury heard on Monday.", [Said("", "heard", "A guard left the gate open", "report", **UNSPECIFIED)]),
    ("The agency quoted the envoy as saying the road was open.", [Said("envoy", "saying", "the road was open", relay="agency")]),
    ("Its boats laid the mines, a charge that Oslo denies.", [Said("Oslo", "denies", "a charge", "deny", "denied")]),
    ("The boats were armed, a charge rejected by the envoy.", [Said("envoy", "rejected", "a charge", "deny", "denied")]),
    ("The boats were armed, an account she denies.", [Said("she", "denies", "an account", "deny", "denied")]),
    ("That was contradicted by the harbourmaster.", [Said("harbourmaster", "contradicted", "That", "deny", "denied")]),
    ("He was told by police that the road was shut.", [Said("police", "told", "the road was shut")]),
    ("She was seen as a rebel by her peers.", [Said("peers", "seen", "She | a rebel", "opine")]),
    ("A rumour also spread that the mill had burned.", [Said("", "rumour", "the mill had burned", "report", **UNSPECIFIED)]),
    ("Moreau was quoted by the daily as telling friends that it was over.", [Said("Moreau", "telling", "it was over", relay="daily")]),
    ("Polls show Moreau with a narrow lead.", [Said("Polls", "show", "Moreau with a narrow lead")]),
    ("A petition calling for new wells was signed.", [Said("petition", "calling for", "new wells", "request", **UNSPECIFIED)]),
    ("With growers warning of a poor year, prices rose.", [Said("growers", "warning", "of a poor year", "warn")]),
    ("The guard — who had been asleep — said he heard nothing.", [Said("guard", "said", "he heard nothing")]),
    ("On the back was a seal that she believed to be royal.", [Said("she", "believed", "a seal | to be royal", "opine")]),
    ("The firm said it expected a loss.", [Said("firm", "said", "it expected a loss")]),
    (
        "Two said they had been paid, and one added that he had not.",
        [
            Said("Two", "said", "they had been paid"),
            Said("one", "added", "he had not"),
        ],
    ),
    ("It ended in what the union described as a rout.", [Said("union", "described", "a rout", "opine")]),
    (
        "It is widely assumed that older children sleep better.",
        [Said("", "is widely assumed", "older children sleep better", "opine", **PROBABLE)],
    ),
    ("Growers put the loss at nine million francs.", [Said("Growers", "put", "the loss at nine million francs")]),
    ("She hopes to open the shop in May.", [Said("She", "hopes", "to open the shop in May", "opine", **UNSPECIFIED)]),
    ("Shopkeepers call the fee unfair.", [Said("Shopkeepers", "call", "the fee unfair", "opine")]),
    ("The pilot, however, insisted that the wing was sound.", [Said("pilot", "insisted", "the wing was sound")]),
    ("It was Moreau, the guard said, who had the key.", [Said("guard", "said", "It was Moreau | who had the key")]),
]

LEFT: list[str] = [
    "Moreau paints the boats every spring.",
    "The wall he wants to build is high.",
    "The endorsed candidate walked home.",
    "Injuries described as grave kept him in bed.",
    "They had been warned about the ice.",
    "Cole found it strange.",
    "The bill was passed by hand.",
    "They advise companies on five continents.",
    "She found nine sheep dead on the hill.",
    "She wrote a cookery book.",
    "Nine per cent of the loaves were stale.",
    "A driver who did not want to be named sat in the cab.",
    "The ferry, expected at noon, was late.",
    "A worried mayor walked along the dike.",
    "The mayor is confident.",
    "They were asked for their papers.",
    "The cook added salt and stirred.",
    "He called her on Monday.",
    "Rescuers called the hospital.",
    "They maintain a fleet of nine boats.",
    "The river claims a life each year.",
    "She knows the way.",
    "Support for the roof came from steel beams.",
    "If the mayor denies it, the council will vote.",
    "Critics might argue.",
    "The rest of the tale may never be told.",
    "No one asked.",
    "The report lay on the table.",
    "The bill passed the house on a show of hands.",
    "Prices continued to climb in the market.",
    "She was seen as the boat left.",
    "The label on the jar was torn.",
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=case[0][:50]) for case in FOUND])
def test_a_cue_is_found(text: str, expected: list[Said]) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_cue_gives_no_statement(text: str) -> None:
    assert said(text, "en") == []
