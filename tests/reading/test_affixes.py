"""The forms that words take: the Indonesian nasal prefix for each first letter, English inflection."""

from __future__ import annotations

import pytest

from saksi.words.affixes import english, gerund, indonesian, nasal, past_tense, third_person

NASAL = {
    "ajak": "mengajak",
    "ancam": "mengancam",
    "bantah": "membantah",
    "beber": "membeber",
    "cuit": "mencuit",
    "catat": "mencatat",
    "duga": "menduga",
    "desak": "mendesak",
    "fitnah": "memfitnah",
    "gambar": "menggambar",
    "harap": "mengharap",
    "himbau": "menghimbau",
    "imbau": "mengimbau",
    "ingat": "mengingat",
    "janji": "menjanji",
    "jelas": "menjelas",
    "kata": "mengata",
    "kecam": "mengecam",
    "klaim": "mengklaim",
    "kritik": "mengkritik",
    "konfirmasi": "mengkonfirmasi",
    "khawatir": "mengkhawatir",
    "lapor": "melapor",
    "lanjut": "melanjut",
    "minta": "meminta",
    "nyata": "menyata",
    "nilai": "menilai",
    "papar": "memapar",
    "pasti": "memasti",
    "peringat": "memperingat",
    "perintah": "memerintah",
    "pertanya": "mempertanya",
    "publikasi": "memublikasi",
    "protes": "memprotes",
    "rinci": "merinci",
    "ramal": "meramal",
    "sebut": "menyebut",
    "sangkal": "menyangkal",
    "sampai": "menyampai",
    "tulis": "menulis",
    "tuduh": "menuduh",
    "tolak": "menolak",
    "ucap": "mengucap",
    "ungkap": "mengungkap",
    "warta": "mewarta",
    "wanti-wanti": "mewanti-wanti",
    "yakin": "meyakin",
    "zalim": "menzalim",
    "cat": "mengecat",
    "aku": "mengaku",
    "adu": "mengadu",
    "isi": "mengisi",
    "kaji": "mengkaji",
    "kriminalisasi": "mengkriminalisasi",
    "syarat": "mensyarat",
    "target": "menarget",
    "transfer": "mentransfer",
    "veto": "memveto",
}


@pytest.mark.parametrize(("root", "expected"), NASAL.items())
def test_the_nasal_before_each_letter(root: str, expected: str) -> None:
    assert nasal(root) == expected


def test_derivations_name_their_voice() -> None:
    assert indonesian("kata", "ber mekan dikan bare") == {
        "berkata": "active",
        "mengatakan": "active",
        "dikatakan": "passive",
        "kata": "bare",
    }
    assert indonesian("aku", "mei dii") == {"mengakui": "active", "diakui": "passive"}
    assert indonesian("rencana", "ber") == {"berencana": "active"}
    assert indonesian("indikasi", "ter memper") == {"terindikasi": "passive", "memperindikasikan": "active"}


def test_ber_and_ter_lose_their_r_before_another() -> None:
    assert indonesian("rampas", "ter") == {"terampas": "passive"}
    assert indonesian("kerja sama", "ber") == {"bekerja sama": "active"}
    assert indonesian("perang", "ber") == {"berperang": "active"}


def test_what_stands_behind_a_root_stays_behind_its_forms() -> None:
    assert indonesian("jatuh sanksi", "mekan dii kan") == {
        "menjatuhkan sanksi": "active",
        "dijatuhi sanksi": "passive",
        "jatuhkan sanksi": "stem",
    }


def test_a_derivation_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="no derivation 'pe'"):
        indonesian("kata", "pe")


THIRD = {"say": "says", "deny": "denies", "stress": "stresses", "fix": "fixes", "watch": "watches", "wish": "wishes", "go": "goes"}
PAST = {
    "claim": "claimed",
    "deny": "denied",
    "admit": "admitted",
    "urge": "urged",
    "play": "played",
    "refer": "referred",
}
PAST |= {"warn": "warned", "explain": "explained", "repeat": "repeated", "show": "showed", "answer": "answered", "order": "ordered"}
PAST |= {
    "agree": "agreed",
    "plan": "planned",
    "pledge": "pledged",
    "beg": "begged",
    "insist": "insisted",
    "argue": "argued",
}
GERUND = {
    "say": "saying",
    "urge": "urging",
    "admit": "admitting",
    "agree": "agreeing",
    "deny": "denying",
    "beg": "begging",
    "warn": "warning",
}


@pytest.mark.parametrize(("verb", "expected"), THIRD.items())
def test_third_person(verb: str, expected: str) -> None:
    assert third_person(verb) == expected


@pytest.mark.parametrize(("verb", "expected"), PAST.items())
def test_past_tense(verb: str, expected: str) -> None:
    assert past_tense(verb) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("rebut", "rebutted"),
        ("quip", "quipped"),
        ("kidnap", "kidnapped"),
        ("patrol", "patrolled"),
        ("acquit", "acquitted"),
        ("picket", "picketed"),
    ],
)
def test_past_tense_that_doubles(verb: str, expected: str) -> None:
    assert past_tense(verb) == expected


@pytest.mark.parametrize(("verb", "expected"), GERUND.items())
def test_gerund(verb: str, expected: str) -> None:
    assert gerund(verb) == expected


def test_a_particle_stays_behind_its_verb() -> None:
    assert english("laugh off") == {"laugh off": "base", "laughs off": "finite", "laughing off": "gerund", "laughed off": "finite"}


def test_an_irregular_verb_names_its_past_and_its_participle() -> None:
    assert english("write", ("wrote", "written")) == {
        "write": "base",
        "writes": "finite",
        "writing": "gerund",
        "written": "participle",
        "wrote": "finite",
    }


def test_the_stems_of_a_root_are_words_of_their_own() -> None:
    assert indonesian("tegas", "mekan dikan bare kan") == {
        "menegaskan": "active",
        "ditegaskan": "passive",
        "tegas": "bare",
        "tegaskan": "stem",
    }
