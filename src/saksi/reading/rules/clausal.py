"""Whether an Indonesian stretch is a clause of its own, and what a feeling is about."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.drafts import Hit, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import finite_at, verb_like


def clausal(laid: LaidOut, begin: int, last: int) -> bool:
    """Whether a verb, an auxiliary or a figure stands in the stretch, outside relative clauses ("masukan yang diterima")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    relative = False
    for i in range(begin, last + 1):
        if lower[i] in sets["relative"]:
            relative = True
        elif verb_like(laid, i) or finite_at(laid, i) or lower[i] == "lebih":
            if not relative:
                return True
            relative = finite_at(laid, i)
        elif not relative and (laid.tokens.words[i][0].isdigit() or lower[i] in sets["counting"] or _predicate_behind(laid, i, last)):
            return True
    return False


LONGEST_SUBJECT: Final = 8
"""Tokens of a subject before the auxiliary that shows a clause without bahwa."""


def shows_auxiliary(laid: LaidOut, begin: int, last: int) -> bool:
    """ "tarif akan naik", "jalan itu ditutup": a subject with an auxiliary, a negation or a predicate right behind it.

    Not: "surat yang akan dibahas", "pesan untuk tidak panik", where the auxiliary belongs to what only describes.
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    closed = ("relative", "prepositions", "coordinators", "complementizers", "because", "while")
    for i in range(begin, min(begin + LONGEST_SUBJECT, last) + 1):
        if not laid.tokens.word(i) or any(lower[i] in sets[name] for name in closed):
            return False
        if i > begin and (lower[i] in sets["modals"] or lower[i] in sets["negators"] or lower[i] in sets["aspects"]):
            return True
        if i < last and lower[i] in sets["definite"] and verb_like(laid, i + 1) and i > begin:
            return True
    return False


def _predicate_behind(laid: LaidOut, i: int, last: int) -> bool:
    """ "gudang itu kosong": a plain word behind a phrase that itu or ini closes."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] not in sets["definite"] or i >= last or not laid.tokens.words[i + 1].islower():
        return False
    return not any(
        lower[i + 1] in sets[name] for name in ("relative", "prepositions", "coordinators", "complementizers", "because", "while")
    )


def feeling_about(scene: Scene, hit: Hit, until: int | None = None) -> list[tuple[int, int]] | None:
    """What somebody feels about: "kecewa karena …", "heran mengapa …", "prihatin atas nasib …", "bersyukur tidak ada korban".

    Not: a feeling towards somebody ("marah kepada adiknya"), a liking ("senang bernyanyi"), one that only describes
    ("warga yang kecewa").
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    begin, right = hit.last + 1, scene.right
    while begin <= right and lower[begin] in sets["degrees"]:
        begin += 1
    if begin >= right:
        return None
    opened = lower[begin] in sets["complementizers"] or lower[begin] in sets["feeling_about"] or laid.tokens.words[begin] in ",:"
    if opened:
        begin += 1
    last = clause_end(laid, begin, scene.last, [h for h in scene.hits if h.first > hit.last])
    if lower[begin] in sets["coordinators"] or (laid.tokens.words[begin - 1] == "," and not clausal(laid, begin, last)):
        return None
    if (
        not opened
        and lower[begin] not in sets["question_words"]
        and not _happening(laid, begin, last, guessed=hit.form.certainty == "probable")
    ):
        return None
    stretch = content_stretch(laid, begin, last if until is None else min(last, until))
    return [stretch] if stretch is not None else None


def _happening(laid: LaidOut, begin: int, last: int, *, guessed: bool) -> bool:
    """Whether a clause of its own follows: "bisa pulang", "tidak ada korban", "jembatan itu ditutup", not "bernyanyi di dapur".

    What is feared or guessed may be one's own doing ("takut tertular").
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[begin] in sets["prepositions"] or lower[begin] in sets["adverbial_openers"] or not laid.tokens.word(begin):
        return False
    if finite_at(laid, begin) or lower[begin] in sets["perceiving"]:
        return True
    bare = guessed and any(lower[i] in sets["bare_verbs"] for i in range(begin + 1, min(begin + LONGEST_SUBJECT, last) + 1))
    return bare or ((guessed or not verb_like(laid, begin)) and clausal(laid, begin, last))


MOST_ADDRESSED: Final = 20
"""Words of an addressee before what is asked of them ("mengingatkan kepada seluruh petugas untuk …")."""


def over_addressee(laid: LaidOut, begin: int, right: int) -> int:
    """Behind "kepada …" at the untuk that says what is asked; `begin` where none does."""
    lower = laid.tokens.lower
    if lower[begin] != "kepada":
        return begin
    for i in range(begin + 1, min(begin + MOST_ADDRESSED, right) + 1):
        if not laid.tokens.word(i):
            break
        if lower[i] == "untuk":
            return i
    return begin


def pointing_end(laid: LaidOut, begin: int, last: int) -> int:
    """Last token of a phrase that only points at words ("hal itu ketika …", "kabar tersebut kepada …"); else `last`."""
    lower, lang = laid.tokens.lower, laid.lang
    sets = lang.singles
    if lower[begin] not in sets["bare_pointers"] and lower[begin] not in lang.nouns:
        return last
    end = (
        begin
        if lower[begin] in sets["definite"]
        else next((i for i in range(begin + 1, min(begin + 3, last) + 1) if lower[i] in sets["definite"]), last)
    )
    if end >= last:
        return last
    behind = lower[end + 1]
    if behind == "sebagai":
        return last
    closed = laid.tokens.words[end + 1] == "," or any(
        behind in sets[name] for name in ("prepositions", "adverbial_openers", "because", "time_words")
    )
    return end if closed else last


def enclitic_named(scene: Scene, hit: Hit) -> list[tuple[int, int]]:
    """What the thing that -nya stands for is called ("menyebutnya penangkapan liar", "menilainya terlambat"), Indonesian."""
    laid = scene.laid
    begin = hit.last + 1
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code != "id" or hit.form.takes != "clause" or begin > scene.right or not laid.tokens.word(begin):
        return []
    closed = ("prepositions", "adverbial_openers", "time_words", "coordinators")
    if lower[begin] != "sebagai" and any(lower[begin] in sets[name] for name in closed):
        return []
    last = clause_end(laid, begin, scene.last, [h for h in scene.hits if h.first > hit.last])
    stretch = content_stretch(laid, begin, last)
    return [stretch] if stretch is not None else []
