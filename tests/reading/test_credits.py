"""Credits and datelines: what editors print there, and the sentences that only look like them."""

from __future__ import annotations

import pytest

from saksi.reading.credits import find_credits, find_dateline

PUBLISHED = "2025-05-16T08:00:00+07:00"


def credited(text: str, language: str = "id") -> list[tuple[str, str]]:
    found = find_credits(text, language)
    assert all(text[credit.start : credit.end] == credit.text for credit in found)
    return [(credit.text, credit.agency) for credit in found]


def opened(text: str, language: str = "id", published: str | None = PUBLISHED) -> tuple[str, str | None, str | None] | None:
    found = find_dateline(text, language, published)
    if found is None:
        return None
    assert text[found.start : found.end] == found.text
    return found.text, found.place, found.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warga kota itu sudah pulang. (Reuters)", [("(Reuters)", "Reuters")]),
        ("Warga kota itu sudah pulang. (Reuters)\nBagikan:", [("(Reuters)", "Reuters")]),
        ("Pasar dibuka lagi. (Reuters/Ant)", [("(Reuters/Ant)", "Reuters"), ("(Reuters/Ant)", "Antara")]),
        ("Pasar dibuka lagi. (AFP, BBC)", [("(AFP, BBC)", "AFP"), ("(AFP, BBC)", "BBC")]),
        ("Pasar dibuka lagi. (AP dan Xinhua).", [("(AP dan Xinhua)", "AP"), ("(AP dan Xinhua)", "Xinhua")]),
        ("Pasar dibuka lagi (ant)", [("(ant)", "Antara")]),
        ("Pasar dibuka lagi. (Ant/rsk)", [("(Ant/rsk)", "Antara")]),
        ("Pasar dibuka lagi. (Sumber: Reuters)", [("(Sumber: Reuters)", "Reuters")]),
        ("Pasar dibuka lagi.\n\nSumber: Al Jazeera", [("Al Jazeera", "Al Jazeera")]),
        ("NIAMEY, Niger (Reuters) - Trucks waited.", [("(Reuters)", "Reuters")]),
        ("(AFP) - Trucks waited.", [("(AFP)", "AFP")]),
        ("Mogadishu (ANTARA) - Jalan ditutup.", [("(ANTARA)", "Antara")]),
        ("JAKARTA, Antara – Jalan ditutup.", [("Antara", "Antara")]),
        ("AP/Trucks waited at the border.", [("AP/", "AP")]),
        ("By Ann Miller, Associated Press\n\nTrucks waited.", [("Associated Press", "AP")]),
        ("Reuters\n\nTrucks waited.", [("Reuters", "Reuters")]),
        ("Trucks waited, he said. - AFP", [("AFP", "AFP")]),
    ],
)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    assert credited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Haftar memimpin pasukan itu. (LNA)",
        "Hal itu disampaikan Kepala Staf Gabungan (JCS)",
        "Kabar itu dimuat kantor berita Palestina (WAFA)",
        "Reuters melaporkan, jalan ditutup.",
        "Jalan ditutup, kata seorang pejabat kepada AFP.",
        "Seperti dikutip AP, jalan ditutup.",
        "JAKARTA, KOMPAS — Jalan ditutup.",
        "Jalan ditutup. (Foto: AFP)",
        "Jalan ditutup. (AP Photo)",
        "Jalan ditutup. (RSK/NIA)",
        "Jalan ditutup. (Telegram)",
        "Jalan ditutup. (*)",
        "Antara",
        "Time",
        "Dia lahir di Medan (1970)",
    ],
)
def test_no_credits(text: str) -> None:
    assert credited(text) == []


def test_the_offsets_of_two_credits_in_one_bracket_are_those_of_the_bracket() -> None:
    first, second = find_credits("Selesai. (Reuters/Ant)", "id")
    assert (first.start, first.end) == (second.start, second.end) == (9, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BAGHDAD - Roket jatuh.", ("BAGHDAD", "Baghdad", None)),
        ("SEOUL — Korea Utara diam.", ("SEOUL", "Seoul", None)),
        ("Ankara, 16/5 - Turki diam.", ("Ankara, 16/5", "Ankara", "2025-05-16")),
        ("Jakarta (24/3) - Turki diam.", ("Jakarta (24/3)", "Jakarta", "2025-03-24")),
        ("LAGOS, May 14 (Reuters) - A pipe burst.", ("LAGOS, May 14", "Lagos", "2025-05-14")),
        ("JAKARTA, KOMPAS — Debat digelar.", ("JAKARTA, KOMPAS", "Jakarta", None)),
        ("BANDAR LAMPUNG, KOMPAS - Debat digelar.", ("BANDAR LAMPUNG, KOMPAS", "Bandar Lampung", None)),
        ("Jakarta, CNN Indonesia -- Debat digelar.", ("Jakarta, CNN Indonesia", "Jakarta", None)),
        ("TEMPO.CO, Jakarta - Debat digelar.", ("Jakarta", "Jakarta", None)),
        ("Jakarta, Kabarkota.com- Debat digelar.", ("Jakarta, Kabarkota.com", "Jakarta", None)),
        ("Mogadishu (ANTARA) - Jalan ditutup.", ("Mogadishu", "Mogadishu", None)),
        ("NIAMEY, Niger (Reuters) - Trucks waited.", ("NIAMEY, Niger", "Niamey", None)),
        ("PORT-AU-PRINCE, Haiti (AP) — Trucks waited.", ("PORT-AU-PRINCE, Haiti", "Port-au-Prince", None)),
        ("PURCHASE, N.Y., April 1 (UPI) — Trucks waited.", ("PURCHASE, N.Y., April 1", "Purchase", "2025-04-01")),
        ("LONDON/PARIS (Reuters) - Trucks waited.", ("LONDON/PARIS", "London", None)),
        ("KUALA LUMPUR, 3 Mei 2024 (Bernama) -- Jalan ditutup.", ("KUALA LUMPUR, 3 Mei 2024", "Kuala Lumpur", "2024-05-03")),
        ("A headline\n\nDALLAS (AP) — Trucks waited.", ("DALLAS", "Dallas", None)),
        ("Wamba - Murid hilang.\n\nSekolah di Wamba ditutup.", ("Wamba", "Wamba", None)),
    ],
)
def test_datelines(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert opened(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE - Trucks waited.",
        "NATO — the alliance of 32 states — met.",
        "BMKG - badan cuaca - bersidang.",
        "Haftar - the old general - spoke in Haftar.",
        "Warsawa: Itu bukan kecelakaan.",
        "Rahman pergi ke pasar - lalu pulang.",
        "Senin - hari pertama sekolah.",
        "Q: How much is gone?",
        "(Reuters) - Trucks waited.",
        "Badan Cuaca (BMKG) - lembaga negara.",
        "Jalan Merdeka, yang rusak parah - ditutup.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert opened(text) is None


def test_a_date_without_a_year_takes_the_nearest_one() -> None:
    """A dateline of 30 December in a text of January belongs to the old year."""
    assert opened("Ankara, 30/12 - Turki diam.", published="2025-01-02") == ("Ankara, 30/12", "Ankara", "2024-12-30")


def test_without_a_year_and_a_publishing_date_there_is_no_date() -> None:
    assert opened("Ankara, 16/5 - Turki diam.", published=None) == ("Ankara, 16/5", "Ankara", None)


def test_an_impossible_date_is_none() -> None:
    assert opened("Ankara, 31/2 - Turki diam.") == ("Ankara, 31/2", "Ankara", None)


def test_a_long_line_of_brackets_and_dashes_is_read_in_linear_time() -> None:
    """100 kB of marks that every pattern begins with; a pattern that backtracks would not come back."""
    text = "(Reuters/" * 10_000 + " - " + "A.-" * 5_000
    assert credited(text) == []
    assert opened(text) is None
