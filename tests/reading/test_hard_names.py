"""Namesakes, metonyms, demonyms and acronyms with their expansions: who each name means, in both languages."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article

# Text, then for names in their order whom they mean: a state by its code, "~" before whom a place stands for, others by entity name.
INDONESIAN = [
    ("Komandan LNA, Tentara Nasional Libya, tiba. LNA membantah laporan itu.", {"LNA": "Tentara Nasional Libya"}),
    ("Tentara Nasional Libya (LNA) merebut kota itu. LNA menolak gencatan senjata.", {"LNA": "Tentara Nasional Libya"}),
    (
        "Komite Internasional Palang Merah (ICRC) mengirim bantuan. Menurut ICRC, tiga orang tewas.",
        {"ICRC": "Komite Internasional Palang Merah"},
    ),
    ("Badan Penanggulangan Bencana Daerah (BPBD) bekerja. BPBD meminta warga mengungsi.", {"BPBD": "Badan Penanggulangan Bencana Daerah"}),
    ("Houthi, atau Ansar Allah, mengatakan serangan itu balasan.", {"Houthi": "Ansar Allah"}),
    ("Moskow membantah tuduhan itu.", {"Moskow": "~RUS"}),
    ("Pertemuan itu digelar di Moskow.", {"Moskow": "Moskow"}),
    ("Kremlin menolak berkomentar, lalu Washington menuduh Moskow berbohong.", {"Kremlin": "RUS", "Washington": "~USA", "Moskow": "~RUS"}),
    ("Ia tiba di Washington pada Senin.", {"Washington": "Washington"}),
    ("Gedung Putih mengatakan sanksi tetap berlaku.", {"Gedung Putih": "USA"}),
    ("Pentagon membantah laporan tersebut.", {"Pentagon": "USA"}),
    ("Jakarta menolak usul Canberra.", {"Jakarta": "~IDN", "Canberra": "~AUS"}),
    ("AS dan Papua Nugini menandatangani perjanjian. Di Papua, warga menolak.", {"AS": "USA", "Papua Nugini": "PNG", "Papua": "Papua"}),
    ("Warga Rusia dan warga Ukraina tinggal bersama.", {"Rusia": "RUS", "Ukraina": "UKR"}),
    ("Orang Prancis itu menuduh orang Inggris itu.", {"Prancis": "FRA", "Inggris": "GBR"}),
    ("Tiongkok menolak usul itu; Cina tetap berdagang.", {"Tiongkok": "CHN", "Cina": "CHN"}),
    (
        "Bupati Budi Santoso dan Kapolres Agus Santoso bertemu. Agus Santoso mengatakan keadaan aman.",
        {"Budi Santoso": "Budi Santoso", "Agus Santoso": "Agus Santoso"},
    ),
    ("Presiden Joko Widodo bertemu mantan Presiden Susilo Bambang Yudhoyono. Jokowi mengatakan ia senang.", {"Jokowi": "Joko Widodo"}),
    ("Menteri Ahmad Yani tiba. Yani mengatakan lalu lintas dialihkan.", {"Yani": "Ahmad Yani"}),
    ("Georgia menuduh Rusia menyerang.", {"Georgia": "GEO", "Rusia": "RUS"}),
]
ENGLISH = [
    ("The LNA, the Libyan National Army, denied the report. LNA forces withdrew.", {"LNA": "Libyan National Army"}),
    ("The Libyan National Army (LNA) took the town. The LNA denied the report.", {"LNA": "Libyan National Army"}),
    ("The World Food Programme (WFP) sent aid. WFP said three people had died.", {"WFP": "World Food Programme"}),
    ("The European Union agreed. The EU sent an envoy.", {"EU": "European Union"}),
    ("The Houthis, also known as Ansar Allah, said the attack was a reply.", {"Houthis": "Ansar Allah"}),
    ("Moscow denied the charge.", {"Moscow": "~RUS"}),
    ("Talks were held in Moscow.", {"Moscow": "Moscow"}),
    (
        "The Kremlin declined to comment, and Washington accused Moscow of lying.",
        {"Kremlin": "RUS", "Washington": "~USA", "Moscow": "~RUS"},
    ),
    ("He arrived in Washington on Monday.", {"Washington": "Washington"}),
    ("Downing Street said the prime minister would resign.", {"Downing Street": "GBR"}),
    ("The Pentagon denied the report.", {"Pentagon": "USA"}),
    ("Tehran said it had fired.", {"Tehran": "~IRN"}),
    ("Explosions were heard in Tehran.", {"Tehran": "Tehran"}),
    ("Paris and Berlin said they would act.", {"Paris": "~FRA", "Berlin": "~DEU"}),
    ("Russians and Ukrainians live together. The French left.", {"Russians": "RUS", "Ukrainians": "UKR", "French": "FRA"}),
    (
        "John Smith, a farmer, met Peter Smith, a judge. Peter Smith said the law was clear.",
        {"John Smith": "John Smith", "Peter Smith": "Peter Smith"},
    ),
    (
        "President Barack Obama met Michelle Obama's brother. Obama said he was glad.",
        {"Michelle Obama": "Michelle Obama", "Obama": "Barack Obama"},
    ),
    ("Georgia accused Russia of an attack. Georgia Brown, a writer, denied it.", {"Georgia": "GEO", "Georgia Brown": "Georgia Brown"}),
    ("Jordan said it would not take part. Michael Jordan said he was sorry.", {"Jordan": "JOR", "Michael Jordan": "Michael Jordan"}),
    ("Washington Post reporters met George Washington.", {"Washington Post": "Washington Post", "George Washington": "George Washington"}),
]


@pytest.mark.parametrize(
    ("language", "text", "meant"), [*(("id", *case) for case in INDONESIAN), *(("en", *case) for case in ENGLISH)], ids=str
)
def test_whom_a_name_means(language: str, text: str, meant: dict[str, str]) -> None:
    found: dict[str, str] = {}
    reading = read(Article(id="a", language=language, text=text, published="2017-03-24"))
    called = {entity.id: entity.iso3 or entity.name for entity in reading.entities}
    for mention in reading.mentions:
        if mention.entity is not None:
            found[mention.text] = f"~{called[mention.stands_for]}" if mention.stands_for is not None else called[mention.entity]
    assert {name: found.get(name) for name in meant} == meant


def test_an_acronym_in_the_brackets_of_a_name_is_no_second_body() -> None:
    text = "Partai Keadilan Sejahtera (PKS) menolak. Ketua PKS mengatakan undang-undang itu buruk. PKS akan menggugat."
    entities = read(Article(id="a", language="id", text=text)).entities
    assert len([entity for entity in entities if entity.kind == "organization"]) == 1


def test_troops_named_by_their_state_alone_leave_the_state_named() -> None:
    reading = read(Article(id="a", language="id", text="Serangan itu dilancarkan tentara Israel pada malam hari."))
    assert any(entity.iso3 == "ISR" for entity in reading.entities)
