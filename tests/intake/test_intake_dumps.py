"""Plain dumps of pages: the story comes out whole, the furniture stays behind."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from saksi.intake import articles
from saksi.intake.plain import read_dump
from saksi.records import Article, Refused

PAGES = Path(__file__).parent / "pages"


def only(uri: str) -> Article:
    """The one article of an input that is read."""
    (article,) = articles(uri)
    assert isinstance(article, Article), article
    return article


def body(text: str) -> list[str]:
    """The paragraphs that a dump leaves."""
    return [block.text for block in read_dump(text).blocks]


def test_weblog_dump_comes_out_whole() -> None:
    """Every paragraph of the story stands in the text, in order; share bar, portrait and comment notices do not."""
    dump = (PAGES / "twin.txt").read_text(encoding="utf-8")
    story = dump[: dump.index("Share To:")].strip().replace("ke\nSanga", "ke Sanga").replace("(14/8/2019).\n", "(14/8/2019).\n\n")
    article = only(str(PAGES / "twin.txt"))
    assert article.text == story
    assert article.text.endswith("(AFP)")


def test_weblog_dump_tells_its_writer_and_outlet() -> None:
    article = only(str(PAGES / "twin.txt"))
    assert (article.author, article.outlet_about) == ("Ratna Dewi Kusumawati", "Kabar dan ulasan dari sudut pandang pesisir")
    assert (article.title, article.language, article.status, article.notes) == (None, "id", "read", ())


def test_caption_of_a_dump_is_a_span_of_its_text() -> None:
    article = only(str(PAGES / "twin.txt"))
    (caption,) = article.captions
    assert caption.text.startswith("Kolonel Amadou Keita, kepala")
    assert caption.text.endswith("(14/8/2019).")
    assert article.text[caption.start : caption.end] == caption.text


def test_founding_page_comes_out_whole(shared: Path) -> None:
    article = only(str(shared / "cases" / "founding" / "page.txt"))
    assert article.text.startswith("Seperti diketahui, Khalifa Haftar")
    assert article.text.endswith("(Reuters)")
    assert "penasihat militer ke Libya selama" in article.text
    assert article.text.count("\n\n") == 16
    assert "Share To" not in article.text
    assert "omment" not in article.text
    assert [caption.text[-13:] for caption in article.captions] == ["(29/11/2016)."]
    assert article.outlet_about == "Berita dan informasi dengan sudut pandang Islam"
    assert article.author == "Taufiq Akbar Wardiana"


def test_prose_without_furniture_is_kept_to_the_last_sentence() -> None:
    paragraphs = ["Nothing happened.", "The mayor left.", "He had a hat, a stick and a dog; nobody saw him go."] * 7
    assert body("\n\n".join(paragraphs)) == paragraphs


def test_story_between_menu_and_comments() -> None:
    story = [
        "The council voted on Monday to sell the old market hall, its chairman said, after two hours of debate.",
        "What it costs",
        '"We cannot heat it," said Ada Brook, who chairs the council. "It is too large for what we do in it."',
        "Opponents said they would go to court.",
    ]
    page = ["Home", "News", "Sport", "Sign in", "Council sells market hall to builder", "By Jane Pemberton", "12 March 2019", *story]
    page += [
        "Related articles",
        "Builder buys second hall",
        "Leave a comment",
        "I never liked that hall, it was cold and the roof let the rain in every winter.",
    ]
    read = read_dump("\n\n".join(page))
    assert [block.text for block in read.blocks] == story
    assert (read.title, read.author, read.published) == ("Council sells market hall to builder", "Jane Pemberton", "2019-03-12")


@pytest.mark.parametrize(
    "pointer", ["Baca juga: Harga beras naik lagi di pasar induk", "Read also: Rice is dearer again", "Simak juga video berikut"]
)
def test_pointer_between_paragraphs_is_dropped(pointer: str) -> None:
    before = "Pemerintah mengatakan persediaan beras cukup, dan gudang di tiga kota telah diperiksa pekan ini."
    after = "Pedagang membantah hal itu. Mereka menyebut karung yang datang hanya separuh dari biasanya."
    assert body(f"{before}\n\n{pointer}\n\n{after}") == [before, after]


def test_hard_wrapped_text_is_joined() -> None:
    """A text broken at a column is joined also where a line happens to end in a full stop."""
    one = (
        "The ferry left at nine with forty people on board and came back at ten with forty one. The captain said he could "
        "not explain it to them. The harbour master wrote both figures into his book and went to lunch with the captain."
    )
    two = (
        "Nobody was missing. A child had been hidden in a sail, the police said on Friday, and nobody had thought of looking "
        "there before that day, as the sail was wet and the harbour master was tired of counting people."
    )
    assert body(f"{fill(one, 66)}\n\n{fill(two, 66)}") == [one, two]


def test_line_that_breaks_off_is_no_headline() -> None:
    """A first line without a full stop that the next one carries on stays in the text."""
    lines = ["The ferry left at nine with forty", "people on board, the harbour master said, and came back with one more."]
    assert " ".join(body("\n".join(lines))) == " ".join(lines)


def test_lines_that_are_paragraphs_stay_apart() -> None:
    one = "The ferry left at nine with forty people on board, the harbour master said."
    two = "It came back at ten with forty one, and nobody could say who the last one was."
    assert body(f"{one}\n{two}") == [one, two]


def test_body_sentence_that_ends_in_a_date_is_no_caption() -> None:
    dump = "Harga cabai naik, kata kepala pasar Rudi Hartono di Malang, Senin (20/3/2017).\n\nPedagang lain membenarkan hal itu."
    assert [block.kind for block in read_dump(dump).blocks] == ["prose", "prose"]


def test_dump_with_too_many_lines_is_read_in_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("saksi.intake.wrapping.PAGE_LINES", 40)
    path = tmp_path / "long.txt"
    path.write_text("The weir was quiet, said the keeper, and so was he.\n" * 100, encoding="utf-8")
    article = only(str(path))
    assert article.text.count("The weir was quiet") == 40
    assert (article.status, [note.code for note in article.notes]) == ("partly", ["too-many-lines"])


def test_blank_lines_beyond_the_last_line_are_no_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.intake.wrapping.PAGE_LINES", 2)
    page = read_dump("The weir was quiet.\n\n\n\n \n")
    assert ([block.text for block in page.blocks], page.notes) == (["The weir was quiet."], [])


def test_refusal_says_what_was_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("saksi.intake.tree.HTML_TAGS", 3)
    path = tmp_path / "empty.html"
    path.write_text("<html><body><p><p><p>The weir was quiet, said the keeper.", encoding="utf-8")
    (refused,) = articles(str(path))
    assert isinstance(refused, Refused)
    assert "were not read: a page is read up to its 3th tag" in refused.reason


def test_paragraph_of_very_many_lines_keeps_them_all() -> None:
    """Fifty thousand lines that carry one sentence on, each taken up once."""
    line = "and the harbour master counted the boats in the north basin, and"
    assert sum(text.count("counted") for text in body((line + "\n") * 50_000)) == 50_000


NOTICES = [
    "Enjoying this piece? Put your email address below, and our newsletter reaches you each Friday before breakfast.",
    "Nothing here may be copied without permission of the Pier Post, see the terms of use at the foot of the page.",
    "Tulisan lain dari pesisir kami kirim ke alamat email Anda tiap Jumat, cukup daftar buletin lewat kotak di bawah.",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_two_words_of_service_make_a_paragraph_a_notice(notice: str) -> None:
    before = "The weir was raised by a hand's breadth on Monday, the keeper said, after two dry months upstream."
    after = "Farmers below it denied that they had asked for that. Their ditches are full, they told the council."
    assert body(f"{before}\n\n{notice}\n\n{after}") == [before, after]


def test_one_word_of_service_makes_none() -> None:
    story = "The paper lost a third of its subscribers in a year, the editor said, and he did not know where they had gone."
    assert body(f"{story}\n\n{story}") == [story, story]


def test_list_of_other_pages_behind_the_story_stays_out() -> None:
    """Headlines, each over one short paragraph, after a story of long ones."""
    story = [
        f"The council heard witness number {n} on Monday, who said that the ferry had left on time and came back late." for n in range(6)
    ]
    others = [
        "Rice dearer again",
        "Traders in Lubuk ask more for a sack than last week.",
        "Rowing race put off",
        "It will be held in March.",
    ]
    page = ["Council hears ferry's crew - The Pier Post", "Home", "Sport", "Council hears ferry's crew", *story, *others]
    assert body("\n\n".join(page)) == story


def test_readers_who_write_more_than_the_paper_do_not_displace_it() -> None:
    story = ["The harbour was closed for a day after the storm, the harbour master said, and no boat went out of it."] * 12
    readers = ["I was there on that day and saw two boats go out, whatever he says; my brother sat in one of them."] * 40
    assert body("\n\n".join(["Home", "Menu", *story, "Comments", *readers])) == story


def test_line_that_repeats_the_pages_title_is_the_headline() -> None:
    story = ["The harbour was closed for a day after the storm, the harbour master said, and no boat went out of it."] * 4
    page = [
        "Storm shuts harbour for a day - The Pier Post",
        "Home",
        "Storm shuts harbour for a day",
        "Coast and islands today",
        *story,
        "Tags",
    ]
    assert read_dump("\n\n".join(page)).title == "Storm shuts harbour for a day"
