"""Fills the page templates of templates/ with invented stories."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from string import Template
from typing import Any

import shapes
import yaml
from shapes import Story

HERE = Path(__file__).parent / "templates"

HARBOUR = replace(shapes.INDONESIAN, others=(*shapes.INDONESIAN.others, "Kapal Keruk Tiba di Muara"))
MARKET = Story(
    title="Pedagang Pasar Lubuk Tolak Kenaikan Sewa Kios",
    dek="Sewa naik dua kali sejak awal tahun, kata paguyuban pedagang",
    writer="Dimas Prakoso",
    stamp="2024-03-05T14:10:00+07:00",
    printed="Selasa, 5 Maret 2024 14:10 WIB",
    caption="Pedagang membuka kios di Pasar Lubuk. (Foto: Wulan Sari/Kabar Selat)",
    paragraphs=(
        "LUBUK, Kabar Selat - Puluhan pedagang Pasar Lubuk menolak kenaikan sewa kios yang mulai berlaku bulan ini.",
        '"Dagangan sepi, sewa malah naik dua kali," kata ketua paguyuban pedagang, Suryani, di depan kantor pasar.',
        "Kepala pasar mengatakan kenaikan itu sudah dibahas sejak tahun lalu, dan pedagang diundang dalam tiga pertemuan.",
        "Suryani membantah pernah menerima undangan. Ia meminta daftar hadir pertemuan itu dibuka kepada pedagang.",
        "Dewan kota menjadwalkan dengar pendapat pada pekan depan, menurut sekretaris komisi yang membidangi pasar. (dps)",
    ),
    others=("Harga Cabai Turun di Tiga Pasar", "Jalan Lingkar Ditutup Sebulan", "Pasar Malam Kembali Digelar"),
)
SCHOOL = Story(
    title="Sekolah Terapung Danau Sembilan Kehabisan Solar",
    dek="Murid belajar di teras masjid untuk sementara, kata kepala sekolah",
    writer="Maria Tamelan",
    stamp="2024-04-22T07:45:00+07:00",
    printed="Senin, 22 April 2024 | 07:45 WIB",
    caption="Kapal sekolah bersandar di tepi Danau Sembilan, Minggu (21/4/2024).",
    paragraphs=(
        "DANAU SEMBILAN - Sekolah terapung di Danau Sembilan berhenti berlayar karena kehabisan solar, kata kepala sekolahnya.",
        '"Kami menunggu kiriman sejak dua pekan lalu," ujar Yosep Lado, yang memimpin sekolah dengan empat puluh murid itu.',
        "Dinas pendidikan setempat menyatakan dana bahan bakar sudah dicairkan pada Maret, dan meminta sekolah memeriksa rekeningnya.",
        "Yosep mengaku belum melihat dana itu. Bank yang dihubungi menolak memberi keterangan tentang rekening nasabahnya.",
        "Sementara itu murid belajar di teras masjid, dan guru datang dengan perahu dayung milik warga. (Antara)",
    ),
    others=("Guru Honorer Menunggu Gaji", "Perpustakaan Perahu Dibuka", "Ujian Diundur Sepekan"),
)
FERRY = replace(shapes.ENGLISH, others=(*shapes.ENGLISH.others, "Dredger arrives at the river mouth"))

SIGNED = {
    HARBOUR.title: (["Antara", "Antara"], "Pulau Merbau"),
    MARKET.title: ([], "Lubuk"),
    SCHOOL.title: (["Antara"], "Danau Sembilan"),
    FERRY.title: (["Reuters"], "Merbau Island"),
}
"""The agencies that each story credits, and its dateline's place."""

INDONESIAN = (HARBOUR, MARKET, SCHOOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A page of one shape, the story that it prints and what else than body and title it tells."""

    shape: str
    page: str
    story: Story
    has: frozenset[str]


def filled(name: str) -> list[Filled]:
    """The pages of one file of templates, the stories taken in turn."""
    entries: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    turn = cycle(INDONESIAN)
    return [_filled(entry, FERRY if entry.get("language") == "en" else next(turn)) for entry in entries]


def _filled(entry: dict[str, Any], story: Story) -> Filled:
    values = _common(story) | (_html(story) if "html" in entry else _plain(story, entry.get("language", "id")))
    page = Template(entry.get("html") or entry["text"]).substitute(values)
    return Filled(shape=entry["shape"], page=page, story=story, has=frozenset(entry["has"]))


def _common(story: Story) -> dict[str, str]:
    day = story.stamp[:10]
    return {
        "title": story.title,
        "dek": story.dek,
        "writer": story.writer,
        "printed": story.printed,
        "iso": story.stamp,
        "day": f"{int(day[8:])} {story.printed.split()[2]} {day[:4]}",
        "slashed": f"{day[8:]}/{day[5:7]}/{day[:4]}, {story.stamp[11:16]} WIB",
        "caption": story.caption,
        "other": story.others[0],
    }


def _html(story: Story) -> dict[str, str]:
    tagged = [f"<p>{text}</p>" for text in story.paragraphs]
    return {
        "nav": shapes.NAV,
        "ld": shapes.declared(story),
        "links": shapes.links(story),
        "cards": shapes.cards(story),
        "first": "".join(tagged[:2]),
        "rest": "".join(tagged[2:]),
        "spans": "".join(f'<div class="Textweb__s"><span class="Text__r">{text}</span></div>' for text in story.paragraphs),
        "entries": "".join(f"<div class=entry><h3>0{at}.15 WIB</h3>{text}</div>" for at, text in enumerate(tagged)),
        "divs": "".join(f'<div dir="ltr">{text}</div>' for text in tagged),
    }


def _plain(story: Story, language: str) -> dict[str, str]:
    menu = ("Beranda", "Nasional", "Ekonomi", "Olahraga", "Indeks") if language == "id" else ("Home", "News", "Sport", "Opinion", "Search")
    return {
        "menu": "\n".join(menu),
        "share": "Facebook\nTwitter\nWhatsApp\nSalin Tautan",
        "body": "\n".join(story.paragraphs),
        "spaced": "\n\n".join(story.paragraphs),
        "first": "\n".join(story.paragraphs[:2]),
        "rest": "\n".join(story.paragraphs[2:]),
        "others": "\n".join(story.others),
        "teasers": "\n".join(f"{text}\nSelengkapnya tentang hal itu di laman kami yang lain." for text in story.others),
    }
