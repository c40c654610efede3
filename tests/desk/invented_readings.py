"""Readings for the desk's tests: invented texts, and statements that are located in them by their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from saksi.records import (
    Answer,
    Article,
    Conflict,
    Credit,
    Differing,
    Entity,
    Mention,
    Note,
    Office,
    Party,
    Reading,
    Span,
    Statement,
)
from saksi.records.ids import article_id, statement_id
from saksi.records.mention import MentionKind, PlaceValue, QuantityValue, TimeValue


class Locator:
    """Finds words in a text, each search beginning at the paragraph that holds `near`."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, near: str = "") -> Span:
        start = self.text.index(words, self._paragraph(near))
        return Span.cut(self.text, start, start + len(words))

    def party(self, words: str, near: str, entity: str | None) -> Party:
        found = self.span(words, near)
        return Party(start=found.start, end=found.end, text=found.text, entity=entity)

    def mention(self, words: str, near: str, kind: MentionKind, entity: str | None = None, **fields: Any) -> Mention:
        found = self.span(words, near)
        return Mention(id=f"m{found.start}", start=found.start, end=found.end, text=found.text, kind=kind, entity=entity, **fields)

    def _paragraph(self, near: str) -> int:
        return self.text.rfind("\n\n", 0, self.text.index(near)) + 2 if self.text.rfind("\n\n", 0, self.text.index(near)) >= 0 else 0


def said(
    where: Locator,
    article: str,
    near: str,
    *,
    contents: Sequence[str],
    speakers: Sequence[tuple[str, str | None]] = (),
    cue: str | None = None,
    roles: Sequence[str] = (),
    relay: Sequence[tuple[str, str | None]] = (),
    answers: tuple[str, str] | None = None,
    field: str = "text",
    **fields: Any,
) -> Statement:
    """One statement of the paragraph that holds `near`; `answers` is a statement's id and the words that point at it."""
    found = tuple(where.span(words, near) for words in contents)
    mark = where.span(cue, near) if cue is not None else None
    fields = {"kind": "indirect", "speaker_kind": "named", **fields}
    return Statement(
        id=statement_id(article, (mark.start, mark.end) if mark is not None else None, [(s.start, s.end) for s in found], field),
        speakers=tuple(where.party(words, near, entity) for words, entity in speakers),
        cue=mark,
        contents=found,
        roles=tuple(where.span(words, near) for words in roles),
        relay=tuple(where.party(words, near, entity) for words, entity in relay),
        answers=Answer(statement=answers[0], anaphor=where.span(answers[1], near)) if answers is not None else None,
        rule="test",
        by="test",
        **fields,
    )


def _reading(article: Article, statements: Iterable[Statement], **found: Any) -> Reading:
    return Reading(article=article, engine="saksi test", captions=article.captions, statements=tuple(statements), **found)


HARBOUR = """\
Kapal keruk milik pemerintah di dermaga Tanjung Samak, (12/10/2026).

Kepala Syahbandar Tanjung Samak, Rukmana Dolok, pada Selasa mengatakan dermaga baru itu "aman dipakai" untuk kapal besar.

"Kami memeriksa setiap tiang. Tidak ada yang retak," ujarnya.

Kantor berita Nusa Wire melaporkan, para nelayan mengatakan tiang ketujuh tampaknya bergeser. Namun Kementerian Pelabuhan \
membantah laporan tersebut.

Menurut Rukmana, jumlah kapal yang singgah mencapai 40 per hari.

Ia juga menyebut, wali kota berkata dermaga itu “kebanggaan kota”.

Dermaga itu dibangun pada 2024. Di bagian lain disebutkan dermaga dibangun pada 2021. (Nusa Wire)"""


def harbour() -> Reading:
    """An Indonesian article with every kind of mark: enclitic, relay, denial, nesting, caption, credit, contradiction."""
    text, title = HARBOUR, "Syahbandar: dermaga baru aman"
    uri = "https://kabar.example/dermaga"
    key = article_id(uri, text)
    where, head = Locator(text), Locator(title)
    captions = (where.span("Kapal keruk milik pemerintah di dermaga Tanjung Samak, (12/10/2026)."),)
    report = said(
        where,
        key,
        "Kantor berita",
        contents=["tiang ketujuh tampaknya bergeser"],
        speakers=[("para nelayan", None)],
        cue="mengatakan",
        relay=[("Nusa Wire", "e3")],
        certainty="probable",
        speaker_kind="unnamed",
    )
    statements = (
        said(
            where,
            key,
            "pada Selasa",
            contents=['dermaga baru itu "aman dipakai" untuk kapal besar'],
            speakers=[("Rukmana Dolok", "e1")],
            cue="mengatakan",
            roles=["Kepala Syahbandar Tanjung Samak"],
            kind="mixed",
        ),
        said(
            where,
            key,
            "setiap tiang",
            contents=["Kami memeriksa setiap tiang. Tidak ada yang retak"],
            speakers=[("nya", "e1")],
            cue="ujar",
            kind="direct",
        ),
        report,
        said(
            where,
            key,
            "Kantor berita",
            contents=["laporan tersebut"],
            speakers=[("Kementerian Pelabuhan", "e2")],
            cue="membantah",
            act="deny",
            polarity="denied",
            answers=(report.id, "laporan tersebut"),
        ),
        said(
            where,
            key,
            "Menurut Rukmana",
            contents=["jumlah kapal yang singgah mencapai 40 per hari"],
            speakers=[("Rukmana", "e1")],
            cue="Menurut",
        ),
        said(
            where,
            key,
            "Ia juga",
            contents=["wali kota berkata dermaga itu “kebanggaan kota”"],
            speakers=[("Ia", "e1")],
            cue="menyebut",
            kind="mixed",
        ),
        said(
            where,
            key,
            "Ia juga",
            contents=["dermaga itu “kebanggaan kota”"],
            speakers=[("wali kota", None)],
            cue="berkata",
            kind="mixed",
            act="opine",
            relay=[("Ia", "e1")],
        ),
    )
    first, second = where.span("dibangun pada 2024"), where.span("dibangun pada 2021")
    credit = where.span("(Nusa Wire)")
    return _reading(
        Article(
            id=key,
            status="partly",
            uri=uri,
            sha256="0" * 64,
            fetched="2026-10-14T01:00:00+00:00",
            outlet="Kabar Timur Laut",
            outlet_about="Berita dari pesisir, untuk pesisir",
            title=title,
            dek="Nelayan meragukannya",
            author="Sekar Wiyono",
            published="2026-10-13T08:30:00+07:00",
            language="id",
            text=text,
            captions=captions,
            notes=(Note(code="table", what="tabel jadwal", why="a table of figures holds no sentences"),),
        ),
        statements,
        title_statements=(
            said(
                head,
                key,
                "Syahbandar",
                contents=["dermaga baru aman"],
                speakers=[("Syahbandar", "e1")],
                cue=":",
                field="title",
                kind="indirect",
            ),
        ),
        entities=(
            Entity(id="e1", kind="person", name="Rukmana Dolok", roles=(Office(title="Kepala Syahbandar", of="Tanjung Samak"),)),
            Entity(id="e2", kind="organization", name="Kementerian Pelabuhan"),
            Entity(id="e3", kind="organization", name="Nusa Wire"),
            Entity(id="e4", kind="place", name="Tanjung Samak", qid="Q1", iso3="IDN"),
        ),
        mentions=(
            where.mention(
                "Tanjung Samak", "dermaga", "place", "e4", value=PlaceValue(name="Tanjung Samak", lat=1.5, lon=102.75, country="IDN")
            ),
            where.mention(
                "12/10/2026", "dermaga", "time", value=TimeValue(type="DATE", value="2026-10-12", from_="2026-10-12", to="2026-10-12")
            ),
            where.mention("Rukmana Dolok", "pada Selasa", "person", "e1"),
            where.mention("Kementerian Pelabuhan", "Kantor berita", "organization", "e2"),
            where.mention("Rukmana", "Menurut Rukmana", "person", "e1"),
            where.mention("40 per hari", "Menurut Rukmana", "quantity", value=QuantityValue(low=40, high=40, of="kapal", approximate=True)),
        ),
        credits=(Credit(start=credit.start, end=credit.end, text=credit.text, agency="Nusa Wire"),),
        conflicts=(Conflict(a=first, b=second, kind="date", differs=(Differing(a="2024", b="2021"),)),),
    )


HOSTILE = "<script>alert(1)</script>"
OVERRIDE = "\u202egnp.exe\u202c"


def hostile() -> Reading:
    """An English article whose every foreign string tries to be more than text."""
    text = f"Mayor {HOSTILE} said on Monday that <b>the {OVERRIDE} bridge</b> & all may be unsafe.\n\nNobody answered."
    where = Locator(text)
    key = article_id("javascript:alert(1)", text)
    statement = said(
        where,
        key,
        "Mayor",
        contents=[f"<b>the {OVERRIDE} bridge</b> & all may be unsafe"],
        speakers=[(HOSTILE, "e1")],
        cue="said",
        certainty="possible",
    )
    return _reading(
        Article(
            id=key,
            uri="javascript:alert(1)",
            outlet=f"The {HOSTILE} Courier",
            title=f"Bridge {HOSTILE} {OVERRIDE}",
            published="not a date",
            language="en",
            text=text,
        ),
        (statement,),
        entities=(Entity(id="e1", kind="person", name=f"Mayor {HOSTILE}"),),
    )


def many(count: int) -> list[Reading]:
    """So many short English articles with one statement each, a day apart."""
    return [_short(number) for number in range(count)]


def _short(number: int) -> Reading:
    text = f"Warden Ilse Marrick said that gate {number} stayed shut."
    key = article_id(f"https://marram.example/{number}", text)
    statement = said(
        Locator(text),
        key,
        "Warden",
        contents=[f"gate {number} stayed shut"],
        speakers=[("Ilse Marrick", "e1")],
        cue="said",
        roles=["Warden"],
    )
    return _reading(
        Article(
            id=key,
            uri=f"https://marram.example/{number}",
            outlet="The Marram Courier",
            title=f"Gate {number} stays shut",
            published=f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
            language="en",
            text=text,
        ),
        (statement,),
        entities=(Entity(id="e1", kind="person", name="Ilse Marrick"),),
    )


FERRY = """SUVA, Fiji (Nusa Wire) - A ferry with 112 people may have sunk off the island of Tern, the coast guard said.

The owner denied that the ship was overloaded. Divers found nine bodies.

It was built in 1971."""


def ferry(name: str = "ferry", text: str = FERRY, **given: Any) -> Reading:
    """An agency's text as one outlet carries it."""
    fields = {"title": f"Ferry <{name}>", "outlet": f"{name} & Sons", "published": "2026-01-02T03:04:00+00:00", "language": "en", **given}
    return Reading(article=Article(id=name, uri=f"https://{name}.example/ferry", text=text, **fields), engine="hand")


def ferries() -> list[Reading]:
    """A text, a whole copy of it, and one that changed a figure, dropped a hedge and cut a passage."""
    changed = FERRY.replace("112", "120").replace("may have sunk", "has sunk").replace("\n\nIt was built in 1971.", "")
    return [ferry(), ferry("island", published="2026-01-02T05:00:00+00:00"), ferry("rush", changed, published="2026-01-03")]
