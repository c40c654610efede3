"""The parts of joining by themselves: fingerprints, marks, alignment, slots, pairs."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from saksi.joining import containment, signatures
from saksi.joining.alignment import stretches
from saksi.joining.comparison import compared
from saksi.joining.edits import edits
from saksi.joining.families import Sheet, one_text
from saksi.joining.fingerprints import fingerprint
from saksi.joining.shingles import shingles, wording
from saksi.joining.slots import slots
from saksi.limits import FAMILY_LEAST_WORDS, FAMILY_WORDS
from saksi.records import Article, Reading

WORDS = st.lists(st.sampled_from("air banjir kata Sari di Garut 300 rumah hujan pada Senin yang itu".split()), max_size=60)


def sheet(text: str, name: str = "a", dated: str = "") -> Sheet:
    return Sheet(article=name, text=text, dated=dated)


def prose(count: int, first: int = 0) -> str:
    """Words that no other stretch of it repeats."""
    return " ".join(f"kata{number}x" for number in range(first, first + count))


def test_a_fingerprint_is_the_same_for_ever():
    """What lies in ledgers was made by this scheme; a change of these figures is a new scheme and a migration."""
    found = fingerprint("Gempa bermagnitudo 5,2 mengguncang Ternate pada Senin, kata seorang pejabat badan itu kepada wartawan.")

    assert signatures.SCHEME == 1
    assert (found.words, len(found.bands), found.bands[0], found.marks) == (14, 42, 4_544_342_323_272, (5_578_546_736_874,))


def test_case_and_punctuation_do_not_count():
    one, other = "Sari berkata: “Air surut di Garut.” " * 4, "sari berkata air surut di garut " * 4

    assert fingerprint(one).bands == fingerprint(other).bands
    assert fingerprint(one).marks == fingerprint(other).marks


def test_a_text_of_a_few_words_has_no_copies():
    text = " ".join(["foto"] * (FAMILY_LEAST_WORDS - 1))

    assert fingerprint(text).bands == fingerprint(text).marks == ()


def test_whatever_a_window_long_two_texts_share_leaves_a_common_mark():
    shared = prose(containment.WINDOW + containment.SHINGLE_WORDS - 1)
    texts = (f"{prose(40, 1000)} {shared} {prose(30, 2000)}", f"{prose(7, 3000)} {shared} {prose(90, 4000)}")

    a, b = (set(containment.marks(shingles(wording(text).words, containment.SHINGLE_WORDS))) for text in texts)

    assert a & b


@given(WORDS, WORDS)
def test_two_texts_laid_side_by_side_are_whole(one, other):
    a, b = wording(" ".join(one)), wording(" ".join(other))
    found = stretches(a, b)

    assert [word for part in found for word in a.words[part.a_start : part.a_end]] == list(a.words)
    assert [word for part in found for word in b.words[part.b_start : part.b_end]] == list(b.words)
    assert all(a.words[part.a_start : part.a_end] == b.words[part.b_start : part.b_end] for part in found if part.same)


@given(WORDS, WORDS)
def test_a_copy_laid_beside_its_origin_is_the_copy_and_every_word_of_the_origin(one, other):
    origin, copy = (Reading(article=Article(id=name, text=" ".join(text)), engine="test") for name, text in (("o", one), ("c", other)))

    passages = list(compared(origin.article.text, copy.article.text, edits(origin, copy)))

    assert "".join(passage.text for passage in passages if passage.kind != "removed").split() == copy.article.text.split()
    kept = " ".join(passage.text for passage in passages if passage.kind != "added")
    assert list(wording(kept).words) == list(wording(origin.article.text).words)


@given(WORDS, WORDS)
def test_it_does_not_matter_which_of_two_comes_first(one, other):
    a, b = sheet(" ".join(one), "a"), sheet(" ".join(other), "b")

    assert one_text(a, b) == one_text(b, a) if one and other else True


def test_words_that_fill_slots():
    found = wording("Gempa 5,2 mengguncang Ternate, Senin. Dua orang lari minggu lalu, kata Sari.")

    filled = {word: slot for word, slot in zip(found.words, slots(found), strict=True) if slot is not None}

    assert filled == {"5,2": "figure", "ternate": "name", "senin": "date", "dua": "figure", "sari": "name"}


def test_long_texts_are_compared_in_bounds():
    text = prose(FAMILY_WORDS * 2)
    begun = time.process_time()

    assert len(wording(text).words) == FAMILY_WORDS
    assert one_text(sheet(text), sheet(text.replace("kata77x", "lain")))
    assert time.process_time() - begun < 5
