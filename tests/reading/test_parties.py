"""Name, roles and affiliations are told apart in whatever order they stand, before the verb and behind it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from said import read_text

BEFORE = {"id": "{} mengatakan gudang itu kosong.", "en": "{} said the store was empty."}
BEHIND = {"id": '"Gudang itu kosong," kata {}.', "en": '"The store was empty," said {}.'}


class Phrase(NamedTuple):
    """A noun phrase with what it names; roles and affiliations are joined by " | "."""

    words: str
    name: str
    roles: str = ""
    affiliations: str = ""


INDONESIAN = [
    Phrase("Bupati Sukma Jaya", "Sukma Jaya", "Bupati"),
    Phrase("Wali Kota Surabaya Eri Handoko", "Eri Handoko", "Wali Kota Surabaya"),
    Phrase("Menteri Luar Negeri Norwegia Ole Brandt", "Ole Brandt", "Menteri Luar Negeri", "Norwegia"),
    Phrase("Mantan Presiden Norwegia Ole Brandt", "Ole Brandt", "Mantan Presiden", "Norwegia"),
    Phrase("Jenderal TNI Hasan Basri", "Hasan Basri", "Jenderal TNI"),
    Phrase("Wakil Ketua DPR Hasan Basri", "Hasan Basri", "Wakil Ketua", "DPR"),
    Phrase("Kepala Kepolisian Resor Randualit AKBP Sukma Jaya", "Sukma Jaya", "Kepala | AKBP", "Kepolisian Resor Randualit"),
    Phrase("Kepala Basarnas Pontianak Hasan Basri", "Hasan Basri", "Kepala", "Basarnas Pontianak"),
    Phrase("juru bicara Kementerian Perhubungan Wening Astuti", "Wening Astuti", "juru bicara", "Kementerian Perhubungan"),
    Phrase("juru bicara kementerian, Wening Astuti", "Wening Astuti", "juru bicara", "kementerian"),
    Phrase("Direktur Utama PT Layar Biru, Wening Astuti", "Wening Astuti", "Direktur Utama", "PT Layar Biru"),
    Phrase("peneliti dari Universitas Indonesia, Hasan Basri", "Hasan Basri", "peneliti", "Universitas Indonesia"),
    Phrase("Pak Hasan", "Hasan"),
    Phrase("adik perempuan Brandt, Mira Lund", "Mira Lund", "adik perempuan Brandt"),
    Phrase("sopir truk Hasan Basri", "Hasan Basri", "sopir truk"),
    Phrase("Kementerian Perhubungan", "Kementerian Perhubungan"),
    Phrase("para pejabat Norwegia", "para pejabat Norwegia"),
    Phrase("militer Norwegia", "militer Norwegia"),
    Phrase("sang menteri", "sang menteri"),
    Phrase("seorang nelayan", "seorang nelayan"),
    Phrase("komandan armada Prancis di Atlantik", "komandan armada Prancis di Atlantik"),
    Phrase("Hasan", "Hasan"),
    Phrase("dia", "dia"),
]

ENGLISH = [
    Phrase("Mayor Marla Voss", "Marla Voss", "Mayor"),
    Phrase("Northhaven Mayor Marla Voss", "Marla Voss", "Mayor", "Northhaven"),
    Phrase("Norwegian Foreign Minister Ole Brandt", "Ole Brandt", "Foreign Minister", "Norwegian"),
    Phrase("the foreign minister of Norway, Ole Brandt", "Ole Brandt", "foreign minister", "Norway"),
    Phrase("Gen. Ole Brandt", "Ole Brandt", "Gen."),
    Phrase("Vice President Mira Lund", "Mira Lund", "Vice President"),
    Phrase("former prime minister Ole Brandt", "Ole Brandt", "former prime minister"),
    Phrase("harbourmaster Mira Lund", "Mira Lund", "harbourmaster"),
    Phrase("a spokesman, Ole Brandt", "Ole Brandt", "spokesman"),
    Phrase("Senator Mira Lund", "Mira Lund", "Senator"),
    Phrase("Sir Ole Brandt", "Ole Brandt"),
    Phrase("J. K. Brandt", "J. K. Brandt"),
    Phrase("the Ministry of Transport", "Ministry of Transport"),
    Phrase("Iran's Revolutionary Guard", "Revolutionary Guard", "", "Iran"),
    Phrase("the Norwegian army", "Norwegian army"),
    Phrase("two diplomats", "two diplomats"),
    Phrase("a fisherman", "fisherman"),
    Phrase("Voss", "Voss"),
    Phrase("she", "she"),
]

APPOSED = {
    "id": [
        Phrase("Sukma Jaya, bupati Randu Alit", "Sukma Jaya", "bupati", "Randu Alit"),
        Phrase("Laksamana Madya Henri Vasseur, kepala armada itu", "Henri Vasseur", "Laksamana Madya | kepala armada itu"),
        Phrase(
            "Kolonel Amadou Keita, kepala Garda Perbatasan Selatan (GPS)",
            "Amadou Keita",
            "Kolonel | kepala",
            "Garda Perbatasan Selatan (GPS)",
        ),
        Phrase("Sopir truk, Hasan (32)", "Hasan", "Sopir truk"),
    ],
    "en": [
        Phrase("Marla Voss, the mayor of Northhaven", "Marla Voss", "mayor", "Northhaven"),
        Phrase("Ole Brandt, Norway's foreign minister", "Ole Brandt", "foreign minister", "Norway"),
        Phrase("Lt. Col. Mira Lund, commander of the Fifth Fleet", "Mira Lund", "Lt. Col. | commander", "Fifth Fleet"),
        Phrase("Mira Lund, a fisherman from Northhaven", "Mira Lund", "fisherman"),
        Phrase("A spokesman for the Port Authority, Ole Brandt", "Ole Brandt", "spokesman", "Port Authority"),
    ],
}

HARD = {
    "id": [
        Phrase("Wening Astuti selaku Direktur Utama PT Layar Biru", "Wening Astuti", "Direktur Utama", "PT Layar Biru"),
        Phrase("Pengamat politik Universitas Gadjah Mada Hasan Basri", "Hasan Basri", "Pengamat politik", "Universitas Gadjah Mada"),
        Phrase("Seorang nelayan bernama Hasan", "Hasan", "nelayan"),
        Phrase("Ibu korban, Sumiati", "Sumiati", "Ibu korban"),
    ],
    "en": [
        Phrase("Marla Voss, head of the port authority", "Marla Voss", "head", "port authority"),
        Phrase("Dr. Mira Lund of the University of Oslo", "Mira Lund", "Dr.", "University of Oslo"),
        Phrase("Transport Ministry spokeswoman Mira Lund", "Mira Lund", "spokeswoman", "Transport Ministry"),
        Phrase("Mira Lund, 41, a driver", "Mira Lund", "driver"),
        Phrase("Analyst Ole van der Brandt at Nordic Institute", "Ole van der Brandt", "Analyst", "Nordic Institute"),
    ],
}
LONG_BEHIND_THE_VERB = [
    Phrase("Ketua RT 003 Dusun Widuri, Safrudin (41)", "Safrudin", "Ketua RT 003 Dusun Widuri"),
    Phrase("Kepala Dusun Nglarang, Kelurahan Sumberejo, Wahyono", "Wahyono", "Kepala Dusun Nglarang, Kelurahan Sumberejo"),
]


def described(template: str, phrase: Phrase, code: str) -> Phrase:
    """What is read of the phrase where it speaks."""
    words = phrase.words[0].upper() + phrase.words[1:] if template.startswith("{}") else phrase.words
    (statement,) = read_text(template.format(words), code).statements
    assert statement.cue is not None
    roles, affiliations = (" | ".join(span.text for span in spans) for spans in (statement.roles, statement.affiliations))
    return Phrase(phrase.words, " | ".join(party.text for party in statement.speakers), roles, affiliations)


def same(found: Phrase, expected: Phrase) -> bool:
    """Whether two descriptions agree, but for the capital with which a sentence begins."""
    return [part[:1].lower() + part[1:] for part in found[1:]] == [part[:1].lower() + part[1:] for part in expected[1:]]


BOTH = [("id", phrase) for phrase in INDONESIAN] + [("en", phrase) for phrase in ENGLISH]


@pytest.mark.parametrize(("code", "phrase"), BOTH, ids=[phrase.words for _, phrase in BOTH])
@pytest.mark.parametrize("templates", [BEFORE, BEHIND], ids=["before", "behind"])
def test_a_speaker_before_the_verb_and_behind_it(templates: dict[str, str], code: str, phrase: Phrase) -> None:
    found = described(templates[code], phrase, code)
    assert same(found, phrase), found


@pytest.mark.parametrize(("code", "phrase"), [(code, phrase) for code, phrases in APPOSED.items() for phrase in phrases])
def test_an_apposition_between_commas(code: str, phrase: Phrase) -> None:
    template = BEFORE[code].replace("{} ", "{}, ")
    found = described(template, phrase, code)
    assert same(found, phrase), found


@pytest.mark.parametrize(("code", "phrase"), [(code, phrase) for code, phrases in HARD.items() for phrase in phrases])
def test_a_phrase_that_is_hard_to_cut(code: str, phrase: Phrase) -> None:
    comma = "{}, " if "," in phrase.words else "{} "
    found = described(BEFORE[code].replace("{} ", comma), phrase, code)
    assert same(found, phrase), found


@pytest.mark.parametrize("phrase", LONG_BEHIND_THE_VERB)
def test_a_name_at_the_end_of_a_long_phrase_behind_the_verb(phrase: Phrase) -> None:
    found = described(BEHIND["id"], phrase, "id")
    assert (found.name, found.roles) == (phrase.name, phrase.roles), found


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "Hasan Basri mengatakan gudang itu kosong.", "named"),
        ("id", "Militer Norwegia mengatakan gudang itu kosong.", "named"),
        ("id", "Para pejabat Norwegia mengatakan gudang itu kosong.", "unnamed"),
        ("id", "Seorang pejabat yang enggan disebut namanya mengatakan gudang itu kosong.", "unnamed"),
        ("id", "Gudang itu diduga kosong sejak Maret.", "agentless"),
        ("id", "Hasan Basri tiba di gudang itu. Ia mengatakan gudang itu kosong.", "named"),
        ("en", "Mira Lund said the store was empty.", "named"),
        ("en", "An official who asked not to be named said the store was empty.", "unnamed"),
        ("en", "Two diplomats said the store was empty.", "unnamed"),
        ("en", "The store is believed to have burned.", "agentless"),
        ("en", "Mira Lund reached the store. She said it was empty.", "named"),
        ("en", "Norwegian officials said the store was empty.", "unnamed"),
        ("en", "A spokesman for the Port Authority said it was empty.", "unnamed"),
    ],
)
def test_who_is_named(code: str, text: str, expected: str) -> None:
    (statement,) = read_text(text, code).statements
    assert statement.speaker_kind == expected
