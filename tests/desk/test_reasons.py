"""Kept reasons in the language of the interface."""

from __future__ import annotations

import ast
import html
import re
import time
from pathlib import Path

import pytest
from followed_ledger import filled
from starlette.testclient import TestClient

import saksi
from saksi.desk import create_app
from saksi.desk.interface import interface
from saksi.desk.reasons import REASONS, reason_in
from saksi.limits import REASON_CHARS

INDONESIAN = interface("id").messages.gettext


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("answered 404: there is no such page; look at its spelling", "dijawab 404: halaman ini tidak ada; periksa ejaannya"),
        ("asked 3 times: it gave no answer in time; try again later", "diminta 3 kali: tidak menjawab pada waktunya; coba lagi nanti"),
        (
            "it sends on to http://a.example/x: a.example has no address; look at its spelling",
            "diteruskan ke http://a.example/x: a.example tidak punya alamat; periksa ejaannya",
        ),
        (
            "the end of the answer: it took too long; what came before was read; "
            "published 2026-05-04: this is still to come; the moment at which the item was first seen stands for it",
            "akhir jawaban: terlalu lama; yang datang sebelumnya sudah dibaca; "
            "terbit 2026-05-04: waktu ini belum tiba; saat butir itu pertama terlihat dipakai sebagai gantinya",
        ),
        (
            "its feed is too damaged to be read (<b>%s</b>); tell the outlet",
            "umpannya terlalu rusak untuk dibaca (<b>%s</b>); beri tahu medianya",
        ),
        ("what nobody foresaw: 100%", "what nobody foresaw: 100%"),
        ("", ""),
    ],
)
def test_a_reason_is_told_in_the_language_of_the_interface(kept: str, shown: str) -> None:
    assert reason_in(kept, INDONESIAN) == shown
    assert reason_in(kept, interface("en").messages.gettext) == kept


def test_every_reason_is_one_that_saksi_gives() -> None:
    """A text that changed at its origin would be shown in English again."""
    given = " ".join(
        text for folder in ("intake", "runs") for path in (Path(saksi.__file__).parent / folder).glob("*.py") for text in strings(path)
    )
    fragments = {part.strip(" ();:,.") for reason in REASONS for place in re.split(r"%\(\w+\)s", reason) for part in place.split(": ")}
    assert sorted(part for part in fragments if part and part not in given) == []


def strings(path: Path) -> list[str]:
    return [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@pytest.mark.parametrize("piece", ["; ", "asked 3 times: ", "(", "it took too long; ", "a", "it sends on to x: "])
def test_a_hostile_reason_takes_no_time(piece: str) -> None:
    begun = time.perf_counter()
    for text in (piece * 100_000, (piece * REASON_CHARS)[:REASON_CHARS]):
        reason_in(text, INDONESIAN)
    assert time.perf_counter() - begun < 1


def test_the_rooms_of_following_say_why_in_indonesian(tmp_path: Path) -> None:
    with filled(tmp_path / "news.db") as ledger, TestClient(create_app(ledger), base_url="http://localhost:8787") as client:
        page = html.unescape(client.get("/following?state=refused&lang=id").text)
    assert "dijawab 404: " in page
