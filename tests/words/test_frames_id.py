"""The Indonesian frames of events are well formed, many enough and told apart; their words mean what an editor would say they mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from saksi.words import affixes, packs
from saksi.words.frame import Frame, FrameForm
from saksi.words.frame_index import takes
from saksi.words.frames import frames, plover

CATEGORIES = sorted(plover())
STOPS = frozenset([".", ",", "di", "ke", "dari", "terhadap", "kepada", "dengan", "atas", "oleh", "untuk", "pada", "karena"])


def all_forms() -> Iterator[FrameForm]:
    for forms in frames("id").by_first.values():
        yield from forms


def groups(category: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = packs.load("id", f"frames/{category.lower()}")
    return loaded


def heads(category: str) -> list[str]:
    """What a reader would count: roots, nouns, verbs of several words; not the stems that headlines make of them."""
    found: list[str] = []
    for group in groups(category):
        found += group.get("roots", {})
        found += group.get("nouns", ())
        found += [form for voice in ("active", "passive") for form in group.get("forms", {}).get(voice, ())]
    return found


def meant(sentence: str) -> Frame | None:
    """The frame of the word behind the star: the first that takes its object, which in the passive is what stands before it."""
    before, _, behind = sentence.partition("*")
    subject, rest = before.lower().split(), behind.lower().split()
    for form in frames("id").at(subject + rest, len(subject)):
        first = len(form.words)
        stop = next((i for i in range(first, len(rest)) if rest[i] in STOPS), len(rest))
        if takes(form.frame, subject if form.voice == "passive" else rest[first:stop]):
            return form.frame
    return None


def told(sentence: str) -> tuple[str, str | None] | None:
    frame = meant(sentence)
    return (frame.category, frame.mode) if frame is not None else None


def test_there_are_frames_enough() -> None:
    assert sum(len(set(heads(category))) for category in CATEGORIES) >= 700
    assert frames("id").count >= 700


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_has_frames_enough(category: str) -> None:
    assert len(set(heads(category))) >= 15


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_mode_has_frames(category: str) -> None:
    """A mode for which the language has no word is a hole; only general strikes and threats to territory have none of their own yet."""
    modes = {group.get("mode") for group in groups(category)} - {None}
    assert modes <= set(plover()[category]["modes"])
    assert set(plover()[category]["modes"]) - modes <= {"general", "territory"}


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_group_has_a_note_of_its_own(category: str) -> None:
    assert [note for note, count in Counter(group["note"] for group in groups(category)).items() if count > 1] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_group_lists_a_word_once(category: str) -> None:
    twice = []
    for group in groups(category):
        listed = list(group.get("nouns", ()))
        twice += [word for word, count in Counter(listed).items() if count > 1]
        derived = {form for root, how in group.get("roots", {}).items() for form in affixes.indonesian(root, how)}
        for forms in group.get("forms", {}).values():
            twice += [word for word, count in Counter(forms).items() if count > 1 or word in derived]
    assert twice == []


def test_no_form_stands_in_two_groups_that_nothing_tells_apart() -> None:
    """Two groups may share a verb where each asks for other objects, or one asks for some and the other does for any."""
    by_form: dict[tuple[tuple[str, ...], bool], set[Frame]] = defaultdict(set)
    for form in all_forms():
        by_form[(*form.words, "...", *form.tail), form.voice == "noun"].add(form.frame)
    assert [
        " ".join(words)
        for (words, _), found in by_form.items()
        for one, other in combinations(found, 2)
        if one.sectors == other.sectors and (one.objects == other.objects or (one.objects and one.objects < other.objects))
    ] == []


def test_a_verb_that_two_categories_share_asks_for_objects_of_its_own_in_each() -> None:
    """Of "mencabut sanksi" and "mencabut izin" no object may stand in both lists."""
    by_form: dict[tuple[str, ...], set[Frame]] = defaultdict(set)
    for form in all_forms():
        if form.frame.objects:
            by_form[form.words].add(form.frame)
    shared = {
        (" ".join(words), word)
        for words, found in by_form.items()
        for one, other in combinations(found, 2)
        if one.category != other.category
        for word in one.objects & other.objects
    }
    assert shared == set()


def test_every_preposition_of_a_slot_is_one_word() -> None:
    slots = {slot for form in all_forms() for slot in (*form.frame.recipient, *form.frame.actor_of, *form.frame.recipient_of)}
    assert [slot for slot in slots if " " in slot] == []


TOLD = [
    # ASSAULT
    ("Rusia *menyerang pelabuhan itu", ("ASSAULT", None)),
    ("Desa itu *dibom dua kali", ("ASSAULT", "aerial")),
    ("Pasukan *menembakkan roket ke kota", ("ASSAULT", "heavy-weapons")),
    ("Polisi *menembakkan gas air mata", ("ASSAULT", "crowd-control")),
    ("Tentara *melepaskan tembakan", ("ASSAULT", "firearms")),
    ("Kelompok itu *melepaskan rudal ke pangkalan", ("ASSAULT", "heavy-weapons")),
    ("Wartawan itu *diculik", ("ASSAULT", "abduct")),
    ("Massa *membakar kantor bupati", ("ASSAULT", "destroy")),
    ("*serangan udara itu", ("ASSAULT", "aerial")),
    ("*bom bunuh diri", ("ASSAULT", "suicide-attack")),
    # AGREE, CONSULT, SUPPORT, COOPERATE
    ("Kedua negara *sepakat bertukar data", ("AGREE", None)),
    ("Menteri itu *menerima tawaran dari Mesir", ("AGREE", None)),
    ("Presiden *bertemu raja", ("CONSULT", None)),
    ("Gubernur *berkunjung ke pesantren", ("CONSULT", "visit")),
    ("Oman *menengahi perundingan", ("CONSULT", "third-party")),
    ("Presiden *menelepon kanselir", ("CONSULT", "phone")),
    ("Fraksi itu *mendukung rancangan", ("SUPPORT", None)),
    ("Kedua menteri *menandatangani perjanjian", ("SUPPORT", None)),
    ("Kedua angkatan laut *bekerja sama", ("COOPERATE", None)),
    ("Malaysia *mengekstradisi pengusaha itu", ("COOPERATE", None)),
    # AID
    ("Jepang *mengirim senjata ke negara itu", ("AID", "military")),
    ("Turki *menampung pengungsi", ("AID", "asylum")),
    ("Relawan *menyalurkan bantuan kemanusiaan", ("AID", "humanitarian")),
    # CONCEDE, RETREAT
    ("Uni Eropa *mencabut sanksi terhadap bank itu", ("CONCEDE", None)),
    ("Kolombia *membuka perbatasan dengan tetangganya", ("CONCEDE", None)),
    ("Menteri itu *meminta maaf kepada warga", ("CONCEDE", None)),
    ("Wali kota *mundur dari jabatannya", ("RETREAT", "resign")),
    ("Ankara *menarik pasukan dari kota itu", ("RETREAT", "withdraw")),
    ("Milisi *melepaskan sandera", ("RETREAT", "release")),
    ("Pemberontak *mengibarkan bendera putih", ("RETREAT", None)),
    # REQUEST, ACCUSE, REJECT, THREATEN
    ("Serikat itu *menuntut kenaikan upah", ("REQUEST", "change")),
    ("Oposisi *mendesak presiden", ("REQUEST", None)),
    ("Jaksa *menuntut terdakwa", ("ACCUSE", "allege")),
    ("India *mengecam uji coba itu", ("ACCUSE", "disapprove")),
    ("Kejaksaan *menyelidiki proyek itu", ("ACCUSE", "investigate")),
    ("Kabul *menolak tawaran dari Moskwa", ("REJECT", None)),
    ("Pemerintah *tidak bersedia membantu", ("REJECT", "assist")),
    ("Terdakwa *naik banding", ("REJECT", None)),
    ("Teheran *mengancam membalas", ("THREATEN", "violence")),
    ("Sopir angkot *mengancam mogok", ("THREATEN", "restrict")),
    # PROTEST, SANCTION, MOBILIZE, COERCE
    ("Ribuan mahasiswa *turun ke jalan", ("PROTEST", "demo")),
    ("Para tahanan *mogok makan", ("PROTEST", "hunger")),
    ("Buruh *menggelar mogok kerja", ("PROTEST", "strike")),
    ("Warga *memblokade jalan", ("PROTEST", "obstruct")),
    ("Kanada *menjatuhkan sanksi kepada jenderal itu", ("SANCTION", None)),
    ("Qatar *memutus hubungan dengan negara itu", ("SANCTION", "discontinue")),
    ("Paris *menarik duta besar dari negara itu", ("SANCTION", "withdraw")),
    ("Hakim *memvonis bupati itu", ("SANCTION", "convict")),
    ("Kaki tangan itu *divonis bebas", ("CONCEDE", None)),
    ("Ethiopia *mengerahkan pasukan ke perbatasan", ("MOBILIZE", "troops")),
    ("Korea Utara *menguji rudal", ("MOBILIZE", "weapons")),
    ("Suku itu *angkat senjata", ("MOBILIZE", "militia")),
    ("Polisi *menahan tersangka", ("COERCE", "arrest")),
    ("Polisi *menahan dua kapal asing", ("COERCE", "arrest")),
    ("Pelaku *diamankan polisi", ("COERCE", "arrest")),
    ("Tiga provokator *diamankan", ("COERCE", "arrest")),
    ("Pemerintah *mencabut izin tambang", ("COERCE", "restrict")),
    ("Penyidik *menetapkan wali kota itu sebagai tersangka", ("ACCUSE", "allege")),
    ("Majelis hakim *menyatakan bupati itu bersalah", ("SANCTION", "convict")),
    ("Majelis hakim *menyatakan bupati itu tidak bersalah", ("CONCEDE", None)),
    ("Senegal *menarik 300 tentara dari wilayah itu", ("RETREAT", "withdraw")),
    ("Senegal *menarik seluruh diplomat dari wilayah itu", ("SANCTION", "withdraw")),
    ("Chile *mengusir dua diplomat", ("SANCTION", "expel")),
    ("Polisi *membubarkan pengunjuk rasa", ("ASSAULT", "crowd-control")),
    ("Kementerian *membubarkan ormas itu", ("COERCE", "ban")),
    ("Kedua pihak *menghentikan pertempuran di kota", ("RETREAT", "ceasefire")),
    ("Norwegia *menghentikan bantuan kepada rezim itu", ("SANCTION", "discontinue")),
    ("Kelompok itu *menyerahkan senjata kepada PBB", ("RETREAT", "disarm")),
    ("Thailand *menyerahkan buronan kepada tetangganya", ("COOPERATE", None)),
    ("Kanada *mengirim rudal ke sekutunya", ("AID", "military")),
    ("Kanada *mengirim dua kapal perang ke teluk itu", ("MOBILIZE", "weapons")),
    ("Hakim agung *memangkas hukuman bupati itu", ("CONCEDE", None)),
    ("Parlemen *memangkas bantuan kepada rezim itu", ("SANCTION", "discontinue")),
    ("Lembaga itu *meretas server", ("COERCE", "cyber")),
    ("Kerajaan itu *mengusir buruh migran", ("COERCE", "deport")),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_what_a_word_tells(sentence: str, expected: tuple[str, str | None]) -> None:
    assert told(sentence) == expected


UNTOLD = [
    "Ibu itu *menahan diri",
    "Anak itu *menahan tangis",
    "Lukisan itu *menarik perhatian",
    "Bapak itu *mengangkat topi",
    "Toko itu *membuka cabang",
    "Dokter *mencabut gigi",
    "Lampu itu *memutus arus",
    "Balita itu *melepaskan sepatu",
    "Panitia *meluncurkan buku",
    "Jalan itu *diamankan",
    "Pasien itu mengalami *serangan jantung",
    "Petinju itu *memukul bola",
    "Nelayan *menangkap ikan",
    "Harga emas *meroket",
    "Menteri *menekankan hal itu",
    "Perwira itu *enggan disebut namanya",
    "Kepolisian *menolak memberikan komentar",
    "Panitia *membubarkan rapat",
    "Siswa *menyerahkan tugas",
]


@pytest.mark.parametrize("sentence", UNTOLD)
def test_what_an_everyday_word_does_not_tell(sentence: str) -> None:
    assert told(sentence) is None


WEAK = ["*memukul", "*menekan", "*mendorong", "*membantu", "*mendukung", "*mundur", "*merebut", "*mogok"]


@pytest.mark.parametrize("sentence", WEAK)
def test_a_word_of_every_day_counts_only_beside_an_actor(sentence: str) -> None:
    frame = meant(sentence)
    assert frame is not None
    assert frame.weak


NEGATED = [
    ("*menyetujui usul itu", "REJECT"),
    ("*mendukung", "REJECT"),
    ("*mencabut sanksi", "REJECT"),
    ("*bekerja sama", "REJECT"),
    ("*menyerang", "keep"),
    ("*menuduh", "drop"),
    ("*membantu", "drop"),
]


@pytest.mark.parametrize(("sentence", "expected"), NEGATED)
def test_what_a_negation_makes_of_it(sentence: str, expected: str) -> None:
    frame = meant(sentence)
    assert frame is not None
    assert frame.negated == expected


RECIPIENTS = [
    ("*menyerang", "object"),
    ("*menjatuhkan sanksi", "kepada"),
    ("*meminta maaf", "kepada"),
    ("*bertemu", "dengan"),
    ("*menarik pasukan", "dari"),
    ("*berkunjung", "ke"),
    ("*turun ke jalan", "terhadap"),
]


@pytest.mark.parametrize(("sentence", "slot"), RECIPIENTS)
def test_where_the_recipient_stands(sentence: str, slot: str) -> None:
    frame = meant(sentence)
    assert frame is not None
    assert slot in frame.recipient


@pytest.mark.parametrize("sentence", ["*bertemu", "*berunding", "*bentrokan", "*baku tembak", "*bekerja sama", "*sepakat"])
def test_sides_that_do_it_to_each_other(sentence: str) -> None:
    frame = meant(sentence)
    assert frame is not None
    assert frame.both


EMBEDS = [
    ("*sepakat", "planned"),
    ("*menuduh", "possible"),
    ("*mendesak", "hypothetical"),
    ("*mengancam", "hypothetical"),
    ("*menolak", "denied"),
]


@pytest.mark.parametrize(("sentence", "status"), EMBEDS)
def test_what_becomes_of_the_event_behind_it(sentence: str, status: str) -> None:
    frame = meant(sentence)
    assert frame is not None
    assert frame.embeds == status


@pytest.mark.parametrize(
    "noun", ["penangkapan", "penculikan", "pemecatan", "pengusiran", "penembakan", "pembunuhan", "pembebasan", "penggusuran"]
)
def test_behind_the_noun_of_a_deed_stands_whom_it_befalls(noun: str) -> None:
    """ "Penangkapan Wirya" befalls Wirya; "serangan Wirya" is done by him."""
    frame = meant(f"*{noun}")
    assert frame is not None
    assert "object" in frame.recipient_of
    serangan = meant("*serangan")
    assert serangan is not None
    assert "object" not in serangan.recipient_of


ACTORS = {
    "pasukan": "MIL",
    "tentara": "MIL",
    "polisi": "COP",
    "massa": "CVL",
    "warga": "CVL",
    "pengunjuk rasa": "CVL",
    "milisi": "UAF",
    "kelompok bersenjata": "UAF",
    "militan": "REB",
    "kelompok kriminal bersenjata": "REB",
    "mahasiswa": "EDU",
    "buruh": "LAB",
    "pejabat": "GOV",
    "jaksa": "JUD",
    "wartawan": "JRN",
    "nelayan": "AGR",
    "ulama": "REL",
    "pencari suaka": "REF",
    "komplotan": "CRM",
    "aktivis": "SOC",
}


def sectors() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in packs.load("id", "frames_actors"):
        for noun in group["nouns"]:
            found[noun].add(group["sector"])
    return found


@pytest.mark.parametrize(("noun", "sector"), ACTORS.items())
def test_the_sector_of_an_actor(noun: str, sector: str) -> None:
    assert sectors()[noun] == {sector}


def test_every_sector_is_known_and_no_actor_has_two() -> None:
    known = packs.load_shared("plover")["sectors"].keys()
    assert {sector for found in sectors().values() for sector in found} == set(known)
    assert [noun for noun, found in sectors().items() if len(found) > 1] == []


def test_the_words_of_status_are_cues_of_one_to_three_words_and_stand_once_in_a_group() -> None:
    groups = packs.load("id", "frames_status")
    assert {group["status"] for group in groups} == {"planned", "possible", "hypothetical", "denied"}
    assert {group["scope"] for group in groups} == {"verb", "clause", "noun"}
    assert [word for group in groups for word in group["forms"] if len(word.split()) > 3] == []
    assert [word for group in groups for word, count in Counter(group["forms"]).items() if count > 1] == []


def test_a_light_verb_has_a_role() -> None:
    roles = {group["role"]: set(group["forms"]) for group in packs.load("id", "frames_light")}
    assert set(roles) == {"actor", "recipient", "both"}
    assert "melancarkan" in roles["actor"]
    assert "menuai" in roles["recipient"]
    assert roles["actor"] & roles["recipient"] == set()
