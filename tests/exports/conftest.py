"""Two readings made by hand: one with statements in headline and text and an event, one with awkward cells."""

from __future__ import annotations

import pytest

from saksi.records import Answer, Article, Entity, Event, Party, Reading, Span, Statement


def said(text: str, speaker: str, content: str, *, id: str, entity: str | None = None, **given: object) -> Statement:
    """A statement of `text`, its spans found there."""

    def cut(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    start, end = cut(speaker)
    return Statement(
        id=id,
        kind="indirect",
        speakers=(Party(start=start, end=end, text=speaker, entity=entity),),
        speaker_kind="named",
        contents=(Span.cut(text, *cut(content)),),
        rule="hand",
        by="test",
        **given,  # type: ignore[arg-type]
    )


@pytest.fixture
def flood() -> Reading:
    title = "Budi: air surut"
    text = 'Budi, kata Sari, "air surut, besok". Ia membantah laporan itu.'
    return Reading(
        article=Article(id="flood", title=title, outlet="Kabar", published="2026-02-03", language="id", text=text),
        engine="test",
        entities=(Entity(id="e1", kind="person", name="Budi Santoso"),),
        title_statements=(said(title, "Budi", "air surut", id="s0", entity="e1"),),
        statements=(
            said(text, "Budi", "air surut, besok", id="s1", entity="e1", relay=(Party(start=11, end=15, text="Sari"),)),
            said(
                text,
                "Ia",
                "laporan itu",
                id="s2",
                entity="e1",
                act="deny",
                polarity="denied",
                cue=Span.cut(text, 40, 49),
                answers=Answer(statement="s1", anaphor=Span.cut(text, 50, 61)),
            ),
        ),
        events=(Event(id="v1", trigger=Span.cut(text, 40, 49), category="REJECT", actors=("e1",), statement="s2"),),
    )


@pytest.fixture
def awkward() -> Reading:
    text = "-Rina mengatakan =HYPERLINK(1)\nlagi 🌊 “surut”."
    return Reading(
        article=Article(id="awkward", title="@naik", outlet="+62", text=text),
        engine="test",
        statements=(said(text, "-Rina", "=HYPERLINK(1)\nlagi 🌊 “surut”", id="s1"),),
    )
