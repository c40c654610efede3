"""Pages of one story that come in together are one article; what only looks like a further page is not joined."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from saksi.intake import articles, pages
from saksi.intake.addresses import numbered
from saksi.intake.joined import joined
from saksi.limits import STORY_PAGES
from saksi.records import Article, Refused
from town import HOST, HTML, Town, answer, built

ADDRESS = "https://kabar.test/a/dermaga-lama"
TITLE = "Dermaga lama di Tanjung ditutup"
PARTS = {
    1: "Dermaga lama di Tanjung ditutup sejak Senin, kata kepala pelabuhan, karena dua tiangnya patah diterjang ombak.",
    2: "Para nelayan menambatkan perahu di muara untuk sementara, ujar ketua koperasi, dan jalan ke sana masih becek.",
    3: "Perbaikan makan waktu empat bulan, menurut dinas, asalkan kayu ulin dari hulu tiba sebelum musim angin barat.",
}


def at(number: int, base: str = ADDRESS) -> str:
    return base if number == 1 else f"{base}?page={number}"


def sheet(
    number: int,
    *,
    of: int = 3,
    head: str = "",
    links: str = "",
    body: str = "",
    title: str = TITLE,
    canonical: str | None = None,
    base: str = ADDRESS,
) -> bytes:
    declared = f'<link rel="canonical" href="{canonical or at(number, base)}"><meta property="og:type" content="article">'
    if number > 1:
        declared += f'<link rel="prev" href="{at(number - 1, base)}">'
    if number < of:
        declared += f'<link rel="next" href="{at(number + 1, base)}">'
    told = body or "".join(
        f"<p>{PARTS[number]} {extra}</p>" for extra in ("Begitu keadaannya.", f"Itu di bagian {number}.", "Warga menunggu.")
    )
    shown = f"{title} - Halaman {number}" if number > 1 else title
    return (
        f"<html><head>{head or declared}<title>{shown}</title></head><body><h1>{title}</h1><article>{told}</article>{links}</body></html>"
    ).encode()


@pytest.fixture
def saved(tmp_path: Path):
    def save(*sheets: bytes) -> list[Article | Refused]:
        paths = [tmp_path / f"{number}.html" for number in range(len(sheets))]
        for path, data in zip(paths, sheets, strict=True):
            path.write_bytes(data)
        return [one for _, one in joined((str(path), one) for path in paths for one in pages(str(path)))]

    return save


def codes(one: Article | Refused) -> list[str]:
    assert isinstance(one, Article), one
    return [note.code for note in one.notes]


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2)])
def test_pages_of_one_story_are_one_article_in_the_order_of_the_pages(saved, order: tuple[int, ...]) -> None:
    (one,) = saved(*(sheet(number) for number in order))

    places = [one.text.index(PARTS[number]) for number in (1, 2, 3)]
    assert places == sorted(places)
    assert "\n\n\n" not in one.text
    assert (one.title, one.canonical, one.status, codes(one)) == (TITLE, ADDRESS, "read", ["joined-pages"])
    assert one.uri.endswith(f"{order.index(1)}.html")
    assert one.outlet is None


def test_a_page_that_is_missing_is_named(saved) -> None:
    (one,) = saved(sheet(1), sheet(3))

    assert (one.status, codes(one)) == ("partly", ["joined-pages", "more-pages"])
    assert at(2) in one.notes[1].what
    assert PARTS[3] in one.text


def test_a_page_alone_stays_as_it_is(saved) -> None:
    (one,) = saved(sheet(1))
    assert codes(one) == ["more-pages"]


def test_links_of_a_pager_join_pages_that_declare_nothing(saved) -> None:
    def linked(number: int) -> bytes:
        pager = "".join(f'<a href="?page={other}">{other}</a>' for other in (1, 2, 3) if other != number)
        own = f'<link rel="canonical" href="{at(number)}"><meta property="og:type" content="article">'
        return sheet(number, head=own, links=f"<div>{pager}</div>")

    (one,) = saved(*map(linked, (1, 2, 3)))
    assert [PARTS[number] in one.text for number in (1, 2, 3)] == [True, True, True]


def test_pages_that_all_call_the_first_one_canonical_are_told_apart_by_their_neighbours(saved) -> None:
    (one,) = saved(*(sheet(number, canonical=ADDRESS) for number in (2, 3, 1)))
    assert one.text.startswith(PARTS[1])
    assert codes(one) == ["joined-pages"]


def test_no_page_is_read_twice(saved) -> None:
    (one,) = saved(sheet(1), sheet(1), sheet(2), sheet(3))
    assert one.text.count(PARTS[1]) == 3
    assert codes(one) == ["joined-pages", "page-twice"]

    one, again = saved(sheet(1), sheet(2), sheet(3), sheet(2))
    assert codes(one) == ["joined-pages"]
    assert isinstance(again, Refused)
    assert "page 2 of a story" in again.reason


def test_what_stands_at_both_ends_of_each_page_stands_there_once_and_captions_keep_their_place(saved) -> None:
    def framed(number: int) -> bytes:
        top = "<p>Liputan khusus tentang pesisir yang terkikis, dalam tiga bagian, oleh meja daerah kami.</p>"
        end = "<p>Tulisan ini terbit pula dalam edisi cetak yang beredar di seluruh kabupaten pada hari Minggu.</p>"
        picture = f"<figure><img src=x><figcaption>Tiang nomor {number} yang patah, Senin.</figcaption></figure>"
        return sheet(number, body=f"{top}<p>{PARTS[number]}</p>{picture}<p>{PARTS[number]} Demikian adanya.</p>{end}")

    (one,) = saved(*map(framed, (1, 2, 3)))
    assert one.text.count("Liputan khusus") == one.text.count("Tulisan ini terbit") == 1
    assert one.text.startswith("Liputan")
    assert one.text.endswith("hari Minggu.")
    assert [span.text for span in one.captions] == [f"Tiang nomor {number} yang patah, Senin." for number in (1, 2, 3)]
    assert all(one.text[span.start : span.end] == span.text for span in one.captions)


OTHER = "https://kabar.test/a/pasar-baru-dibuka"


def test_another_story_called_the_next_is_not_joined(saved) -> None:
    """A picture series or weblog links the next story as "next"."""
    first = sheet(1, head=f'<link rel="canonical" href="{ADDRESS}"><link rel="next" href="{OTHER}">')
    second = sheet(
        2, base=OTHER, title="Pasar baru dibuka", head=f'<link rel="canonical" href="{OTHER}"><link rel="prev" href="{ADDRESS}">'
    )
    assert [codes(one) for one in saved(first, second)] == [[], []]


def test_pages_of_comments_are_not_joined(saved) -> None:
    """They show the story once more; whatever their address, there is nothing new in them."""
    body = f"<p>{PARTS[1]}</p><p>{PARTS[2]}</p><p>{PARTS[3]}</p>"
    assert len(saved(sheet(1, of=2, body=body), sheet(2, of=2, body=body))) == 2
    comments = f'<a href="{ADDRESS}/comment-page-2">2</a><a href="{ADDRESS}?cpage=2">2</a>'
    head = f'<link rel="canonical" href="{ADDRESS}"><meta property="og:type" content="article">'
    (page,) = pages("-", stdin=BytesIO(sheet(1, head=head, links=comments)))
    assert isinstance(page, Article)


def test_pages_of_a_list_are_not_joined(saved) -> None:
    found = saved(*(sheet(number, of=2, base="https://kabar.test/tag/dermaga-lama-tanjung") for number in (1, 2)))
    assert len(found) == 2


def test_another_headline_under_a_numbered_address_is_another_story(saved) -> None:
    found = saved(sheet(1, of=2), sheet(2, of=2, title="Harga ikan naik menjelang akhir pekan"))
    assert len(found) == 2


def test_only_so_many_pages_wait(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr("saksi.intake.joined.PAGES_WAITING", 2)

    def came() -> Iterator[tuple[str, object]]:
        for number in (1, 2):
            for story in ("satu-dua-tiga", "empat-lima-enam", "tujuh-delapan-sembilan"):
                data = sheet(number, of=2, base=f"https://kabar.test/{story}")
                yield story, next(pages("-", stdin=BytesIO(data)))

    assert [where for where, _ in joined(came())][:1] == [("satu-dua-tiga",)]


def test_pages_of_a_story_in_an_archive_are_joined() -> None:
    def record(number: int) -> bytes:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + sheet(number)
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {at(number)}\r\nWARC-Date: 2026-03-03T02:00:00Z\r\n"
        kind = "Content-Type: application/http; msgtype=response\r\n"
        return f"{head}{kind}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"

    (one,) = articles("-", stdin=BytesIO(b"".join(map(record, (2, 1, 3)))))
    assert isinstance(one, Article)
    assert (one.uri, codes(one)) == (ADDRESS, ["joined-pages"])


HERE = f"http://{HOST}/dermaga-lama-ditutup"
PATH = "/dermaga-lama-ditutup"


@pytest.fixture
def town() -> Iterator[Town]:
    with built() as made:
        yield made


def served(data: bytes) -> bytes:
    return answer(data, Content_Type=HTML)


def test_the_further_pages_of_an_address_are_fetched_after_the_gap(town: Town) -> None:
    server = town.house(HOST)
    server.pages |= {at(number, PATH): served(sheet(number, base=HERE)) for number in (1, 2, 3)}

    (one,) = articles(HERE, clock=town.clock, fetch=town.fetcher().fetch)
    assert isinstance(one, Article)
    assert server.paths == ["/robots.txt", PATH, f"{PATH}?page=2", f"{PATH}?page=3"]
    assert len(town.slept) >= 2
    assert (one.uri, codes(one)) == (HERE, ["joined-pages"])


def test_a_further_page_that_does_not_come_is_named_and_refused_with_its_reason(town: Town) -> None:
    server = town.house(HOST)
    server.pages |= {at(number, PATH): served(sheet(number, base=HERE)) for number in (1, 2)}

    refused, one = articles(HERE, clock=town.clock, fetch=town.fetcher().fetch)
    assert isinstance(refused, Refused)
    assert (refused.uri, codes(one)) == (f"{HERE}?page=3", ["joined-pages", "more-pages"])


def test_no_other_host_is_asked_and_no_more_than_so_many_pages(town: Town) -> None:
    server = town.house(HOST)
    away = f"http://elsewhere.example{PATH}"
    server.pages[PATH] = served(sheet(1, base=away, canonical=away))
    list(articles(HERE, clock=town.clock, fetch=town.fetcher().fetch))
    assert town.looked_up == [HOST] * len(town.looked_up)

    for number in range(1, STORY_PAGES + 10):
        body = "".join(
            f"<p>Bagian {number} menceritakan perahu nomor {number * 7 + each}, kata juru mudi, yang rusak.</p>" for each in range(5)
        )
        server.pages[at(number, PATH)] = served(sheet(number, of=99, base=HERE, body=body))
    found = list(articles(HERE, clock=town.clock, fetch=town.fetcher().fetch))
    assert len([path for path in server.paths if "page=" in path]) == STORY_PAGES
    assert codes(found[-1]) == ["joined-pages", "more-pages"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.kabar.example/dermaga?page=2", ("kabar.example/dermaga", 2)),
        ("https://kabar.example/dermaga?id=7&page=2&utm_source=x", ("kabar.example/dermaga?id=7", 2)),
        ("https://kabar.example/dermaga/2", ("kabar.example/dermaga", 2)),
        ("https://kabar.example/dermaga/halaman-2", ("kabar.example/dermaga", 2)),
        ("https://kabar.example/dermaga_page_2.html", ("kabar.example/dermaga.html", 2)),
        ("https://kabar.example/dermaga", ("kabar.example/dermaga", None)),
        ("https://kabar.example/2017/03", ("kabar.example/2017/03", None)),
        ("https://kabar.example/dermaga/comment-page-2", ("kabar.example/dermaga/comment-page-2", None)),
        ("https://kabar.example/dermaga?cpage=2", ("kabar.example/dermaga?cpage=2", None)),
        ("https://kabar.example/?p=12", ("kabar.example?p=12", None)),
    ],
)
def test_numbers_of_pages_in_addresses(address: str, expected: tuple[str, int | None]) -> None:
    assert numbered(address) == expected
