"""Media: where a text names a news outlet, by its known form, beside a word for a medium, or by a name that only a medium has."""

from __future__ import annotations

from functools import cache
from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of
from saksi.words.world import world

MENTIONS_LOOKED_AT: Final = 8
"""Mentions of a name among which one behind a word for a medium is looked for."""
LONGEST: Final = 6
"""Words of an outlet's name ("Frankfurter Allgemeine Sonntagszeitung" has three)."""


@cache
def outlet_words() -> frozenset[str]:
    """The words with which the name of a known outlet can begin."""
    return world().outlet_forms.first_words()


def outlet_at(laid: LaidOut, i: int, *, credited: bool = False) -> tuple[int, int] | None:
    """The news outlet that begins at token `i`, over an article and a word for a medium; its tokens.

    What is also an everyday word ("Antara") counts beside a word for a medium, or where it is `credited` ("dilansir dari …").
    Credited, whatever is written like a name is taken for an outlet.
    """
    words, lower, lang = laid.tokens.words, laid.tokens.lower, laid.lang
    j = i
    if j < len(words) and lower[j] in lang.singles["articles"]:
        j += 1
    nouns = lang.classes["media_nouns"]
    j = _over_adjectives(laid, j)
    if credited and lang.code == "en" and j + 1 < len(words) and words[j][0].isupper() and nouns.length(lower, j + 1):
        j += world().outlet_forms.at(laid.text, laid.tokens.starts[j], words[j]) is None and words[j + 2 : j + 3] != [","]
    named = nouns.length(lower, j) if j < len(words) else 0
    at = j + named
    if at < len(words) and lower[at] in lang.singles["media_adjectives"]:
        at += 1
    if at < len(words) and words[at][0].isupper() and not (credited and _dated(laid, at)):
        form = world().outlet_forms.at(laid.text, laid.tokens.starts[at], words[at])
        if form is not None:
            known = world().outlets[form]
            if known.kind != "platform" and (not known.ambiguous or named or credited):
                return at, laid.tokens.at(laid.tokens.starts[at] + len(form)) - 1
        if named or credited or _named_like_one(laid, at):
            last = name_end(laid, at)
            if named and (behind := _behind_comma(laid, at, last, credited=credited)) is not None:
                return behind
            return (j if named and words[j][0].isupper() and j + named == at else at), last
    if named and at > j + named and laid.lang.code == "id" and (behind := _behind_comma(laid, at, at - 1, credited=credited)) is not None:
        return behind
    return (j, at - 1) if named else None


def _over_adjectives(laid: LaidOut, j: int) -> int:
    """The word for a medium behind "the public", "the Norwegian", "Oslo-based"; `j` where none stands there."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code != "en" or laid.lang.classes["media_nouns"].length(lower, j):
        return j
    for k in range(j, min(j + 3, len(lower))):
        if k > j and laid.lang.classes["media_nouns"].length(lower, k):
            return k
        if not (lower[k] in sets["media_adjectives"] or k in laid.forms or lower[k].endswith(laid.lang.affixes["compound_endings"])):
            return j
    return j


def name_end(laid: LaidOut, first: int) -> int:
    """Last token of the capitalised name that begins at `first`; "Embun.id" is one, a day behind it is not part of it."""
    words, lower, starts, ends = laid.tokens.words, laid.tokens.lower, laid.tokens.starts, laid.tokens.ends
    last = first
    while last + 1 < len(words) and last - first < LONGEST:
        nxt = last + 1
        if (
            words[nxt] == "."
            and nxt + 1 < len(words)
            and starts[nxt] == ends[last]
            and starts[nxt + 1] == ends[nxt]
            and words[nxt + 1].isalpha()
        ):
            last = nxt + 1
        elif words[nxt][0].isupper() and not _dated(laid, nxt):
            last = nxt
        elif (
            lower[nxt] in laid.lang.singles["name_joints"]
            and nxt + 1 < len(words)
            and words[nxt + 1][0].isupper()
            and laid.lang.code == "en"
        ):
            last = nxt + 1
        else:
            break
    return last


def _dated(laid: LaidOut, i: int) -> bool:
    """Whether a day begins here: "Senin (3/2)", "Monday"."""
    words, lower = laid.tokens.words, laid.tokens.lower
    if lower[i] not in laid.lang.singles["time_words"] or i + 1 >= len(words):
        return False
    return words[i + 1] == "(" or words[i + 1][0].isdigit() or lower[i + 1] in laid.lang.singles["time_words"]


def _named_like_one(laid: LaidOut, at: int) -> bool:
    """Whether only a medium is called so: "the Elm Courier", "the Courier", "Warta Embun"."""
    last = name_end(laid, at)
    lower, sets = laid.tokens.lower, laid.lang.singles
    if last == at and _known_here(laid, at):
        return True
    if last == at:
        return at > 0 and lower[at - 1] in sets["article_definite"] and lower[at] in sets["media_alone"]
    if sort_of(laid, at) in "RKH":
        return False
    if laid.tokens.words[last - 1] == "." and lower[last] in sets["site_endings"]:
        return True
    return lower[at] in sets["media_heads"] or lower[last].rpartition("-")[2] in sets["media_endings"]


def _known_here(laid: LaidOut, at: int) -> bool:
    """Whether the text has the name behind a word for a medium elsewhere ("harian Lembaran Sentinel", "kepada Sentinel")."""
    words, nouns = laid.tokens.words, laid.lang.classes["media_nouns"]
    for j in laid.places_of(words[at])[:MENTIONS_LOOKED_AT]:
        k = j
        while k > 0 and j - k < LONGEST and words[k - 1][0].isupper() and not nouns.length_before(laid.tokens.lower, k - 1):
            k -= 1
        if j != at and k > 0 and nouns.length_before(laid.tokens.lower, k - 1):
            return True
    return False


def _behind_comma(laid: LaidOut, at: int, last: int, *, credited: bool) -> tuple[int, int] | None:
    """ "surat kabar Oslo, Lembaran Siang,", "media setempat, Lembaran Siang,": whose name follows; not "harian Pelita, Jawa Barat,".

    Of an Indonesian paper that is not credited only where a known place or an English article says so.
    """
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    if last + 2 >= len(words) or words[last + 1] != "," or not words[last + 2][0].isupper() or _dated(laid, last + 2):
        return None
    first, end = last + 2, name_end(laid, last + 2)
    placed = all(sort_of(laid, k) == "P" for k in range(at, last + 1))
    named = laid.lang.code == "en" or credited or placed or lower[first] in sets["foreign_articles"]
    if not named or (laid.lang.code == "id" and all(sort_of(laid, k) == "P" for k in range(first, end + 1))):
        return None
    long = end > first or (placed and laid.lang.code == "id")
    return (first, end) if long and end + 1 < len(words) and words[end + 1] in ",." else None
