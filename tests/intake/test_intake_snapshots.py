"""What was fetched is kept byte for byte, read again as the same article, and every harm to the file is found."""

from __future__ import annotations

import errno
import gzip
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from saksi.errors import InputRefused, SnapshotRefused
from saksi.intake import articles
from saksi.intake.exchange import Fetched, NotModified
from saksi.intake.snapshots import digest, members, open_snapshot
from saksi.intake.verifying import verify
from saksi.records import Article, Refused
from saksi.records.jsonline import reading_line, refused_line
from saksi.runs.inputs import readings
from town import ADDRESS, HOST, HTML, PAGE, PUBLIC, STORY, WAYS, Town, answer, chunked, page

OLD = f"http://{HOST}/old"


def named() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"<urn:uuid:00000000-0000-0000-0000-{next(numbers):012}>"


def kept(town: Town, path: Path, *addresses: str) -> list[Fetched | NotModified]:
    fetcher = town.fetcher()
    found = []
    with open_snapshot(path, clock=town.clock, name=named()) as snapshot:
        for address in addresses or (ADDRESS,):
            found.append(fetcher.fetch(address))
            snapshot.keep(found[-1])
    return found


def read_archive(path: Path) -> list[Article]:
    return [one for one in articles(str(path)) if isinstance(one, Article)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.warc.gz"


@pytest.mark.parametrize(
    "served",
    [
        *WAYS,
        answer(PAGE[:-20], Content_Type=HTML, length=len(PAGE)),
        answer(chunked(PAGE)[:-9], Content_Type=HTML, Transfer_Encoding="chunked", length=-1),
        answer(chunked(PAGE, end=b"\r\nnonsense\r\n"), Content_Type=HTML, Transfer_Encoding="chunked", length=-1),
        answer(gzip.compress(PAGE)[:-6], Content_Type=HTML, Content_Encoding="gzip"),
        answer(b'{"text": "One."}\n{"text": "Two."}\n', Content_Type="application/x-ndjson"),
        answer(b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "http://a.example/1", "content_text": "One."}]}'),
        answer(PAGE, Content_Type="application/octet-stream"),
        answer(PAGE.replace(b"</head>", b"<link rel='canonical' href='http://other.example/'></head>"), Content_Type=HTML),
    ],
)  # fmt: skip
def test_a_kept_answer_is_read_as_the_same_article(town: Town, path: Path, served: bytes) -> None:
    town.house(HOST).pages["/gate"] = served
    found = kept(town, path)
    live = [one for one in articles(ADDRESS, fetch=lambda uri: found[0]) if isinstance(one, Article)]
    assert live
    assert read_archive(path) == live
    assert verify(path).wrong == ()


def test_a_redirect_to_an_unprotected_page_is_noted_again(town: Town, path: Path, certificate: object) -> None:
    serving, trust = certificate  # type: ignore[misc]
    town.house(HOST, port=443, tls=serving).pages["/gate"] = answer(status="302 Found", Location=ADDRESS)
    town.house(HOST).pages["/gate"] = page()
    found = town.fetcher(trust=trust).fetch(f"https://{HOST}/gate")
    with open_snapshot(path, clock=town.clock) as snapshot:
        snapshot.keep(found)
    assert read_archive(path) == list(articles(found.asked, fetch=lambda uri: found))


def test_bytes_stand_as_they_came(town: Town, path: Path) -> None:
    """Odd spacing, case and line ends of headers too; by warcio, which reads them with its own eyes."""
    odd = b"HTTP/1.1 200 fine\r\nCONTENT-type:text/html\r\nX-Odd:   two  \r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE
    server = town.house(HOST)
    server.pages |= {"/old": answer(status="301 Moved", Location="/gate"), "/gate": odd}
    kept(town, path, OLD)
    blocks: list[tuple[str, str, bytes]] = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, no_record_parse=True, check_digests=True):
            headers = record.rec_headers
            blocks.append((record.rec_type, headers.get_header("WARC-Target-URI") or "", record.raw_stream.read()))
            assert headers.get_header("WARC-Block-Digest") == digest(blocks[-1][2])
            assert record.rec_type == "warcinfo" or headers.get_header("WARC-IP-Address") == PUBLIC
            assert headers.get_header("WARC-Date") == "2026-03-03T02:00:00Z"
    assert [(kind, uri) for kind, uri, _ in blocks] == [
        ("warcinfo", ""),
        *((kind, uri) for uri in (OLD, ADDRESS) for kind in ("response", "request")),
    ]
    assert blocks[3][2] == odd
    assert [block for kind, _, block in blocks if kind == "request"] == [one for one in server.requests if b"robots" not in one]


def test_the_same_run_gives_the_same_bytes(town: Town, tmp_path: Path) -> None:
    town.house(HOST).pages["/gate"] = page()
    first, second = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    kept(town, first)
    kept(town, second)
    assert first.read_bytes() == second.read_bytes()


def test_a_file_is_added_to(town: Town, path: Path) -> None:
    server = town.house(HOST)
    server.pages |= {"/gate": page(), "/b": answer(PAGE.replace(b"Monday", b"Sunday"), Content_Type=HTML), "/c": answer(status="404 Gone")}
    kept(town, path)
    before = path.read_bytes()
    kept(town, path, f"http://{HOST}/b", f"http://{HOST}/c")
    assert path.read_bytes().startswith(before)
    assert [one.text for one in read_archive(path)] == [STORY, STORY.replace("Monday", "Sunday")]
    assert (verify(path).count, verify(path).checked) == (7, 7)


def test_a_cut_end_is_found_and_left_as_it_is(town: Town, path: Path) -> None:
    town.house(HOST).pages["/gate"] = page()
    kept(town, path)
    whole = path.read_bytes()
    last = list(members(path))[-1][0]
    for size in (last + 1, last + 9, last + 40, len(whole) - 9, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(SnapshotRefused, match=f"truncate -s {last} "), open_snapshot(path):
            pass
        assert path.read_bytes() == whole[:size]
        assert [what for what in verify(path).wrong if "record 3: cut off" in what]
    path.write_bytes(whole[:last])
    kept(town, path)
    assert verify(path).wrong == ()
    assert [one.text for one in read_archive(path)] == [STORY, STORY]


@pytest.mark.parametrize("held", [b"<html>", b"WARC/1.0\r\n", gzip.compress(b"<html>", mtime=0), b"SQLite format 3\0", b"\x1f\x8b\x08junk"])
def test_another_kind_of_file_is_not_added_to(path: Path, held: bytes) -> None:
    path.write_bytes(held)
    with pytest.raises(SnapshotRefused, match="name another file"), open_snapshot(path):
        pass
    assert path.read_bytes() == held


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(SnapshotRefused, match="cannot be written"), open_snapshot(tmp_path):
        pass


def test_a_full_disk_leaves_the_file_as_it_was(town: Town, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town.house(HOST).pages["/gate"] = page()
    (found,) = kept(town, path)
    before = path.read_bytes()
    write = os.write

    def full(to: int, data: memoryview) -> int:
        if len(data) <= 100:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(to, data[:100])

    with open_snapshot(path) as snapshot:
        with monkeypatch.context() as patched:
            patched.setattr("saksi.intake.snapshots.os.write", full)
            with pytest.raises(SnapshotRefused, match="No space left"):
                snapshot.keep(found)
        assert path.read_bytes() == before
        snapshot.keep(found)
    assert (verify(path).count, verify(path).wrong) == (5, ())


def test_two_runs_do_not_add_to_one_file(path: Path) -> None:
    pytest.importorskip("fcntl")
    with open_snapshot(path), pytest.raises(SnapshotRefused, match="another run"), open_snapshot(path):
        pass


def test_every_changed_byte_of_a_plain_archive_is_found_or_harmless(town: Town, path: Path, tmp_path: Path) -> None:
    """In a block each change is found by its digest; in the head of a record some only rename what nobody checks."""
    town.house(HOST).pages["/gate"] = page()
    kept(town, path)
    plain = gzip.decompress(path.read_bytes())
    changed = tmp_path / "changed.warc"
    block = plain.index(b"HTTP/1.1 200")
    end = plain.index(b"</html>") + 7
    for at in range(block, end, 5):
        changed.write_bytes(plain[:at] + bytes([plain[at] ^ 1]) + plain[at + 1 :])
        assert [what for what in verify(changed).wrong if what.startswith("record 2: ")], plain[at - 9 : at + 9]


def test_every_changed_byte_of_a_packed_archive_is_found(town: Town, path: Path) -> None:
    town.house(HOST).pages["/gate"] = page()
    kept(town, path)
    whole = path.read_bytes()
    spans = [(begin, end or 0) for begin, end in members(path)]
    for at in range(spans[1][0] + 10, spans[1][1], 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        found = verify(path)
        assert found.wrong
        assert found.wrong[0].startswith("record 2: ")
        assert (found.count, len(found.wrong)) == (3, 1), "the record behind it is checked all the same"


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.warc"
    path.write_bytes(b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 5000\r\nContent-Type: text/plain\r\n\r\nshort\r\n\r\n")
    assert verify(path).wrong == (
        "record 1: it lacks WARC-Record-ID",
        "record 1: it lacks WARC-Date",
        "record 1: 4,991 bytes of it are missing",
    )


@pytest.mark.parametrize("held", [b"", b"<html>", b"\x89PNG", b"plain words"])
def test_other_files_are_not_verified(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(held)
    with pytest.raises(InputRefused, match="nothing to check"):
        verify(path)
    with pytest.raises(InputRefused, match="could not be read"):
        verify(tmp_path / "none")


def test_a_span_that_is_not_in_its_text_is_found(tmp_path: Path, checkout: Path) -> None:
    pages = sorted((checkout / "src" / "saksi" / "demo" / "pages").glob("*.html"))[:4]
    found = [one for one in readings([str(page) for page in pages]) if not isinstance(one, Refused)]
    assert found
    path = tmp_path / "x.jsonl"
    lines = [reading_line(one) for one in found]
    path.write_bytes(b"\n".join([*lines, refused_line("a", "b"), b"{no json"]) + b"\n")
    checked = verify(path)
    assert (checked.count, checked.checked) == (len(lines) + 2, len(lines))
    assert [what for what in checked.wrong if "is no JSON" not in what] == []
    path.write_bytes(lines[0].replace(b'"start":', b'"start":1', 1))
    assert "is not what stands at" in verify(path).wrong[0]


def test_members_of_nothing(path: Path) -> None:
    path.write_bytes(b"")
    assert list(members(path)) == []
