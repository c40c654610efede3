"""The words of the command line's own voice, in English and Indonesian; nothing that is taken from a text."""

from __future__ import annotations

import os
from enum import StrEnum


class Interface(StrEnum):
    """The languages in which the command line speaks."""

    ENGLISH = "en"
    INDONESIAN = "id"


_ENGLISH = {
    "by": "by",
    "via": "via",
    "untitled": "(no title)",
    "partly": "partly read",
    "statements": "Statements",
    "no_statements": "Nobody is said to have said anything.",
    "headline": "headline",
    "conflicts": "Two places that cannot both be right",
    "notes": "Left out or doubtful",
    "why": "Why each stands here",
    "who": "Who",
    "stance": "Stance",
    "what": "What",
    "sure": "How sure",
    "through": "Through",
    "answers": "Answers",
    "rule": "Rule",
    "words": "Words it keyed on",
    "cue": "cue",
    "quote_marks": "quote marks alone",
    "points_back": "points back with",
    "elsewhere": "elsewhere",
    "hearsay": "hearsay",
    "nobody_found": "not found",
    "key": "Marks",
    "key_speaker": "speaker",
    "key_cue": "cue",
    "key_content": "what is said",
    "key_relay": "who passed it on",
    "inform": "says",
    "report": "reports",
    "confirm": "confirms",
    "deny": "denies",
    "contradict": "contradicts",
    "accuse": "accuses",
    "warn": "warns",
    "request": "asks for",
    "promise": "promises",
    "opine": "thinks",
    "ask": "asks",
    "certain": "certain",
    "probable": "probable",
    "possible": "possible",
    "unspecified": "left open",
    "figure": "figure",
    "date": "date",
    "place": "place",
    "attribute": "attribute",
    "polarity": "yes or no",
}
_INDONESIAN = {
    "by": "oleh",
    "via": "lewat",
    "untitled": "(tanpa judul)",
    "partly": "terbaca sebagian",
    "statements": "Pernyataan",
    "no_statements": "Tidak ada pernyataan siapa pun dalam teks ini.",
    "headline": "judul",
    "conflicts": "Dua tempat yang tidak mungkin sama-sama benar",
    "notes": "Tidak disertakan atau meragukan",
    "why": "Alasan tiap baris",
    "who": "Siapa",
    "stance": "Sikap",
    "what": "Isi",
    "sure": "Keyakinan",
    "through": "Lewat",
    "answers": "Jawab",
    "rule": "Kaidah",
    "words": "Kata penanda",
    "cue": "penanda",
    "quote_marks": "tanda kutip saja",
    "points_back": "menunjuk dengan",
    "elsewhere": "teks lain",
    "hearsay": "kabar",
    "nobody_found": "tidak ketemu",
    "key": "Tanda",
    "key_speaker": "penutur",
    "key_cue": "penanda",
    "key_content": "isi pernyataan",
    "key_relay": "yang meneruskan",
    "inform": "berkata",
    "report": "melaporkan",
    "confirm": "membenarkan",
    "deny": "membantah",
    "contradict": "menyanggah",
    "accuse": "menuduh",
    "warn": "memperingatkan",
    "request": "meminta",
    "promise": "berjanji",
    "opine": "menilai",
    "ask": "bertanya",
    "certain": "pasti",
    "probable": "agaknya",
    "possible": "mungkin",
    "unspecified": "terbuka",
    "figure": "angka",
    "date": "tanggal",
    "place": "tempat",
    "attribute": "sifat",
    "polarity": "ya atau tidak",
}
PHRASES: dict[Interface, dict[str, str]] = {Interface.ENGLISH: _ENGLISH, Interface.INDONESIAN: _INDONESIAN}


def interface_of_locale() -> Interface:
    """Indonesian where the locale of the terminal says so (LC_ALL, else LC_MESSAGES, else LANG), else English."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return Interface.INDONESIAN if locale.partition("_")[0].partition(".")[0].lower() == "id" else Interface.ENGLISH
