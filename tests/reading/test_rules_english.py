"""English constructions: for every rule texts that it reads and texts that it leaves alone."""

from __future__ import annotations

import pytest
from said import Said, read_text, rows, said

POSSIBLE = {"certainty": "possible"}
UNSPECIFIED = {"certainty": "unspecified"}

FOUND: dict[str, list[tuple[str, list[Said]]]] = {
    "inverted": [
        ('"The store was empty," said Marla Voss.', [Said("Marla Voss", "said", "The store was empty")]),
        (
            '"The water rose," said Voss, "and the boat was gone."',
            [Said("Voss", "said", "The water rose | and the boat was gone")],
        ),
        ('"Where is the rice?" asked Voss.', [Said("Voss", "asked", "Where is the rice?", "ask", **UNSPECIFIED)]),
        ('"That is a lie," said the minister.', [Said("minister", "said", "That is a lie", "deny")]),
    ],
    "postposed": [
        ("“The store was empty,” Voss said on Monday.", [Said("Voss", "said", "The store was empty")]),
        ('"The store was empty," she told reporters.', [Said("she", "told", "The store was empty")]),
        ('"The water rose," she said. "The boat was gone."', [Said("she", "said", "The water rose | The boat was gone")]),
        ('"No!" Voss said.', [Said("Voss", "said", "No!")]),
        ("The bridge was safe, the mayor said.", [Said("mayor", "said", "The bridge was safe")]),
        ("The bridge, the mayor said, was safe.", [Said("mayor", "said", "The bridge | was safe")]),
        ("Two boats were lost in the estuary, police said on Monday.", [Said("police", "said", "Two boats were lost in the estuary")]),
        ("The port will reopen in May, officials said.", [Said("officials", "said", "The port will reopen in May")]),
        ('Voss, he said, was "a thief".', [Said("he", "said", 'Voss | was "a thief"')]),
        ("The store was empty, Voss said, as quoted by Reuters.", [Said("Voss", "said", "The store was empty", relay="Reuters")]),
    ],
    "subject-verb": [
        ("The mayor said that the bridge was safe.", [Said("mayor", "said", "the bridge was safe")]),
        (
            "Marla Voss, head of the port authority, said the bridge would stay shut.",
            [Said("Marla Voss", "said", "the bridge would stay shut")],
        ),
        ("The ministry denied closing the port.", [Said("ministry", "denied", "closing the port", "deny", "denied")]),
        ("He denied it.", [Said("He", "denied", "it", "deny", "denied")]),
        ("The minister rejected the accusation.", [Said("minister", "rejected", "the accusation", "deny", "denied")]),
        ("The ministry did not deny closing the port.", [Said("ministry", "did not deny", "closing the port", "confirm", **UNSPECIFIED)]),
        ("The ministry has not denied the report.", [Said("ministry", "has not denied", "the report", "confirm", **UNSPECIFIED)]),
        ("The mayor refused to rule out closing the bridge.", [Said("mayor", "refused to rule out", "closing the bridge", **POSSIBLE)]),
        ("The mayor did not rule out closing the bridge.", [Said("mayor", "did not rule out", "closing the bridge", **POSSIBLE)]),
        ("Voss admitted meeting the shipper.", [Said("Voss", "admitted", "meeting the shipper", "confirm")]),
        ("Police accused the shipper of burning the store.", [Said("Police", "accused", "the shipper of burning the store", "accuse")]),
        ("The weather office warned that high waves were coming.", [Said("weather office", "warned", "high waves were coming", "warn")]),
        (
            "Residents urged the council to build a dike.",
            [Said("Residents", "urged", "the council to build a dike", "request", **UNSPECIFIED)],
        ),
        ("Voss asked the council to build a dike.", [Said("Voss", "asked", "the council to build a dike", "request", **UNSPECIFIED)]),
        ("Voss asked whether the store was empty.", [Said("Voss", "asked", "whether the store was empty", "ask", **UNSPECIFIED)]),
        ("Voss promised to build a dike next year.", [Said("Voss", "promised", "to build a dike next year", "promise")]),
        (
            "Voss believes the store was probably burned.",
            [Said("Voss", "believes", "the store was probably burned", "opine", certainty="probable")],
        ),
        ("Voss does not believe the store was burned.", [Said("Voss", "does not believe", "the store was burned", "opine", "denied")]),
        ("Voss hopes the rain will stop.", [Said("Voss", "hopes", "the rain will stop", "opine", **UNSPECIFIED)]),
        ("Voss said the store might have been burned.", [Said("Voss", "said", "the store might have been burned", **POSSIBLE)]),
        ("Voss and Mira Lund said the store was empty.", [Said("Voss | Mira Lund", "said", "the store was empty")]),
        ("Voss told Reuters that the store was empty.", [Said("Voss", "told", "the store was empty", relay="Reuters")]),
        ('Voss called the closure "a disgrace".', [Said("Voss", "called", 'the closure "a disgrace"', "opine")]),
        ("Documents show the rice was sold.", [Said("Documents", "show", "the rice was sold")]),
        ("Voss's spokesman said she was ill.", [Said("spokesman", "said", "she was ill")]),
        ("A spokesman for the port authority, Ole Brandt, said it was open.", [Said("Ole Brandt", "said", "it was open")]),
        ('Voss wrote on her page: "The store was empty."', [Said("Voss", "wrote", "The store was empty")]),
        (
            "Reuters, citing a port official, reported that two boats were lost.",
            [Said("port official", "reported", "two boats were lost", "report", relay="Reuters")],
        ),
    ],
    "gerund": [
        (
            "Voss said the store was empty, adding that the rice had been sent back.",
            [Said("Voss", "said", "the store was empty"), Said("Voss", "adding", "the rice had been sent back")],
        ),
    ],
    "hearsay": [
        (
            "The boat is believed to have sunk off the cape.",
            [Said("", "is believed to", "The boat | have sunk off the cape", "opine", certainty="probable")],
        ),
        ("The boat reportedly sank off the cape.", [Said("", "reportedly", "The boat | sank off the cape", "report", **UNSPECIFIED)]),
        ("It is reported that the boat sank.", [Said("", "is reported", "the boat sank", "report", **UNSPECIFIED)]),
    ],
    "quoted-as": [
        ("Voss was quoted as saying the store was empty.", [Said("Voss", "saying", "the store was empty")]),
    ],
    "according-to": [
        ("According to Voss, the store was empty.", [Said("Voss", "According to", "the store was empty")]),
        ("The store was empty, according to two sailors.", [Said("two sailors", "according to", "The store was empty")]),
        ("The store, according to Voss, was empty.", [Said("Voss", "according to", "The store | was empty")]),
    ],
    "noun-that": [
        (
            "The town still lives with the accusation that the shipper burned the store.",
            [Said("", "accusation", "the shipper burned the store", "accuse")],
        ),
        ("Brokers traded on the claim by Oslo that the boat sank.", [Said("Oslo", "claim", "the boat sank")]),
    ],
    "colon-quote": [
        ('Voss: "The rice never arrived."', [Said("Voss", ":", "The rice never arrived")]),
    ],
    "colon-label": [
        ("Voss: The rice never arrived.", [Said("Voss", ":", "The rice never arrived")]),
        (
            "Q: Where is the rice?\n\nA: We do not know.",
            [Said("Q", ":", "Where is the rice?", "ask", **UNSPECIFIED), Said("A", ":", "We do not know")],
        ),
    ],
    "quote-alone": [
        (
            'Voss said the rice was gone.\n\n"We have looked in every store on the quay."',
            [Said("Voss", "said", "the rice was gone"), Said("Voss", None, "We have looked in every store on the quay")],
        ),
    ],
}

SILENT = [
    "Neither side has confirmed the figure.",
    "No group claimed the attack.",
    "The company continued work on the bridge.",
    "The bridge has been shut since Monday.",
    "In other words, the bridge was closed.",
    "The mayor declined to comment.",
    "Voss did not say anything.",
    "Voss was told to wait.",
    "The two countries agreed to open the port.",
    "The council plans to build a dike.",
    "Norway recalled its ambassador.",
    'The so-called "Island Front" held the town.',
    'The trawler "Northern Star" lay in the estuary.',
    "Voss read a book on the terrace.",
    "The report runs to two hundred pages.",
    "Photo: Voss in front of the rice store.",
    "That is to say, nothing changed.",
    "Dorvania and Sarth trade blame over the shelling.",
    "Envoys argue Oslo's plan.",
    "She was looking for someone who wanted a quiet room.",
    "The boat was believed by accident to be lost.",
]

EDGES: list[tuple[str, str, list[Said]]] = [
    (
        "one word is enough to deny, and what stands before is not denied",
        "Two workers died, owner disputes cause.",
        [Said("owner", "disputes", "cause", "deny", "denied")],
    ),
    (
        "almost certainly is not quite certain",
        'Voss said the fire "almost certainly" began in a shed.',
        [Said("Voss", "said", 'the fire "almost certainly" began in a shed', certainty="probable")],
    ),
    (
        "one word is enough to call for",
        "The mayor called for calm.",
        [Said("mayor", "called for", "calm", "request", certainty="unspecified")],
    ),
    ("what was heard can be reported", "Residents reported hearing artillery.", [Said("Residents", "reported", "hearing artillery")]),
    (
        "a day between verb and clause may have a comma behind it",
        "The ministry said on Monday, an attack had hit the bridge.",
        [Said("ministry", "said", "an attack had hit the bridge")],
    ),
    (
        "a statement in a relative clause leaves the main verb its subject",
        "The mayor, who warned of floods, said the road was cut.",
        [Said("mayor", "warned", "of floods", "warn"), Said("mayor", "said", "the road was cut")],
    ),
    ("a nickname by which somebody is known is no statement", 'Villagers know him as "the Old Heron".', []),
    ("neither confirmed nor denied is a refusal to speak", "The mayor neither confirmed nor denied the report.", []),
    (
        "a body of people named by a word that also goes with a role",
        "The union condemned the closure of the port.",
        [Said("union", "condemned", "the closure of the port", "opine", **UNSPECIFIED)],
    ),
    (
        "the main clause goes on behind a relative clause of speech",
        "The mayor, who warned that the dike would break, resigned.",
        [Said("mayor", "warned", "the dike would break", "warn")],
    ),
    (
        "the subject before a colon is not the whole clause",
        'Voss shook her head: "The rice never arrived."',
        [Said("Voss", ":", "The rice never arrived")],
    ),
    (
        "a statement inside a quotation",
        '"The drivers said the road had been cut since dawn," Voss said.',
        [
            Said("Voss", "said", "The drivers said the road had been cut since dawn"),
            Said("drivers", "said", "the road had been cut since dawn", relay="Voss"),
        ],
    ),
    (
        "a medium that only passes on makes no record of its own, however short what it passes on",
        "Reuters reported that Norwegian officials said two boats were lost.",
        [Said("Norwegian officials", "said", "two boats were lost", relay="Reuters")],
    ),
    (
        "a participle behind its noun only describes it",
        "A clerk accused of theft told the court she was innocent.",
        [Said("clerk", "told", "she was innocent")],
    ),
    ("a past tense accuses", "Ministers accused the union of lying.", [Said("Ministers", "accused", "the union of lying", "accuse")]),
    (
        "who was warned complains",
        "Drivers warned of delays complained that no train had come.",
        [Said("Drivers", "complained", "no train had come")],
    ),
    ("who warns warns", "Police warned of delays on the coast.", [Said("Police", "warned", "of delays on the coast", "warn")]),
    (
        "two sides that blame somebody do not trade it",
        "Dorvania and Sarth blame rebels for the shelling.",
        [Said("Dorvania | Sarth", "blame", "rebels for the shelling", "accuse")],
    ),
    ("who has a name wants", "Lund, who wanted a room, left.", [Said("Lund", "wanted", "a room", "opine", **UNSPECIFIED)]),
    (
        "the agent of a passive that is hearsay elsewhere speaks",
        "The breach was acknowledged by the ministry on Tuesday.",
        [Said("ministry", "acknowledged", "The breach", "confirm")],
    ),
    (
        "the agent may stand between a passive and that",
        "It was argued by the union on Monday that the dike would fail.",
        [Said("union", "argued", "the dike would fail")],
    ),
    (
        "the agent may stand between a passive and what the subject is said to have done",
        "The owner is believed by police to have fled.",
        [Said("police", "believed", "The owner | have fled", "opine")],
    ),
    (
        "what stands about the agent is nothing said",
        "The flaw was admitted by the company, which apologised.",
        [Said("company", "admitted", "The flaw", "confirm")],
    ),
    (
        "without an agent nobody in particular argues",
        "It was argued that the dike would fail.",
        [Said("", "was argued", "the dike would fail", "report", **UNSPECIFIED)],
    ),
    (
        "an abbreviation ends no sentence of a quotation",
        '"We left, but Mr. Hale said the gate was shut," Voss said.',
        [
            Said("Voss", "said", "We left, but Mr. Hale said the gate was shut"),
            Said("Hale", "said", "the gate was shut", relay="Voss"),
        ],
    ),
    (
        "a stop behind a common word does",
        '"I left the clerk. Hale said the gate was shut," Voss said.',
        [
            Said("Voss", "said", "I left the clerk. Hale said the gate was shut"),
            Said("Hale", "said", "the gate was shut", relay="Voss"),
        ],
    ),
    (
        "what is believed is probable, with that as with to",
        "It is believed that the boat sank.",
        [Said("", "is believed", "the boat sank", "opine", certainty="probable")],
    ),
]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [pytest.param(rule, *case, id=f"{rule}-{n}") for rule, cases in FOUND.items() for n, case in enumerate(cases)],
)
def test_a_construction_is_read(rule: str, text: str, expected: list[Said]) -> None:
    reading = read_text(text, "en")
    assert rows(reading) == expected
    assert rule in {statement.rule for statement in reading.statements}


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks(text: str) -> None:
    assert said(text, "en") == []


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, rows, id=why) for why, text, rows in EDGES])
def test_an_edge(text: str, expected: list[Said]) -> None:
    assert said(text, "en") == expected
