"""Media: where a text names a news outlet, by its known form or beside a word for a medium."""

from __future__ import annotations

from functools import cache

from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of
from saksi.words.world import world


@cache
def outlet_words() -> frozenset[str]:
    """The words with which the name of a known outlet can begin."""
    return world().outlet_forms.first_words()


def outlet_at(laid: LaidOut, i: int, *, credited: bool = False) -> tuple[int, int] | None:
    """The known news outlet that begins at token `i`, over an article and a word for a medium; its tokens.

    What is also an everyday word ("Antara") counts beside a word for a medium, or where it is `credited` ("dilansir dari …").
    """
    words, lower, lang = laid.tokens.words, laid.tokens.lower, laid.lang
    j = i
    if j < len(words) and lower[j] in lang.singles["articles"]:
        j += 1
    named = lang.classes["media_nouns"].length(lower, j) if j < len(words) else 0
    at = j + named
    if at < len(words) and lower[at] in lang.singles["media_adjectives"]:
        at += 1
    if at < len(words) and words[at][0].isupper():
        form = world().outlet_forms.at(laid.text, laid.tokens.starts[at], words[at])
        if form is not None:
            known = world().outlets[form]
            if known.kind != "platform" and (not known.ambiguous or named or credited):
                return at, laid.tokens.at(laid.tokens.starts[at] + len(form)) - 1
        if named:
            last = at
            while last + 1 < len(words) and words[last + 1][0].isupper() and sort_of(laid, last + 1) in "CAoOP":
                last += 1
            return (j if words[j][0].isupper() else at), last
    if named:
        return i, j + named - 1
    return None
