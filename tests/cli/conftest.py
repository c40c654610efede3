"""A terminal that is the same on every machine, and a reading to show on it."""

from __future__ import annotations

import pytest

from saksi.records import Answer, Article, Conflict, Credit, Differing, Entity, Note, Party, Reading, Span, Statement

TEXT = (
    'Kolonel Aru Bintang mengatakan pada Senin, jembatan itu "tak bisa diperbaiki".\n\n'
    "Nusa Wire mengutip dua insinyur yang melaporkan, jembatan mungkin dibuka lagi pada Maret. Perusahaan membantah laporan itu.\n\n"
    "Dua belas orang terluka. Di akhir: sepuluh orang terluka. (NW)"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


def party(words: str, entity: str | None = None) -> Party:
    where = span(words)
    return Party(start=where.start, end=where.end, text=words, entity=entity)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine that runs the tests reaches the program."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "LC_ALL", "LC_MESSAGES", "LANG", "SAKSI_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def reading() -> Reading:
    """Three statements, the third of which answers the second; a conflict, a credit and a note."""
    first = Statement(
        id="s1",
        kind="mixed",
        speakers=(party("Aru Bintang", "aru"),),
        speaker_kind="named",
        roles=(span("Kolonel"),),
        cue=span("mengatakan"),
        contents=(span('jembatan itu "tak bisa diperbaiki"'),),
        rule="verb",
        by="saksi",
    )
    second = Statement(
        id="s2",
        kind="indirect",
        speakers=(party("dua insinyur"),),
        speaker_kind="unnamed",
        cue=span("melaporkan"),
        contents=(span("jembatan mungkin dibuka lagi pada Maret"),),
        act="report",
        certainty="possible",
        relay=(party("Nusa Wire", "nusa"),),
        rule="verb",
        by="saksi",
    )
    third = Statement(
        id="s3",
        kind="indirect",
        speakers=(party("Perusahaan"),),
        speaker_kind="unnamed",
        cue=span("membantah"),
        contents=(span("laporan itu"),),
        act="deny",
        polarity="denied",
        answers=Answer(statement="s2", anaphor=span("laporan itu")),
        rule="denial",
        by="saksi",
    )
    credit = span("(NW)")
    return Reading(
        article=Article(
            id="a1",
            uri="jembatan.html",
            status="partly",
            title="Jembatan ditutup",
            author="Rani Sulu",
            outlet="Harian Selat",
            published="2026-11-23",
            language="id",
            text=TEXT,
            notes=(Note(code="furniture", what="share bar", why="no part of the article"),),
        ),
        engine="saksi 0",
        credits=(Credit(start=credit.start, end=credit.end, text="(NW)", agency="Nusa Wire"),),
        entities=(Entity(id="aru", kind="person", name="Kolonel Aru Bintang"), Entity(id="nusa", kind="organization", name="Nusa Wire")),
        statements=(first, second, third),
        conflicts=(
            Conflict(
                a=span("Dua belas orang terluka"),
                b=span("sepuluh orang terluka"),
                kind="figure",
                differs=(Differing(a="Dua belas", b="sepuluh"),),
            ),
        ),
    )
