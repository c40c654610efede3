"""Determined: whether a common phrase means several, somebody new to the text, or somebody that it knows."""

from __future__ import annotations

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.parties import Party


def somebody_new(laid: LaidOut, party: Party) -> bool:
    """ "seorang pejabat", "a spokesman", "another spokesman": somebody not spoken of before."""
    tokens, sets = laid.tokens, laid.lang.singles
    first = tokens.at(party.start)
    if tokens.lower[first] in sets["indefinite"]:
        return True
    return tokens.lower[max(0, first - 1)] in sets["articles"] - sets["article_definite"]


def many(laid: LaidOut, party: Party) -> bool:
    """Whether a phrase means several: "para nelayan", "ratusan warga", "the fishermen"."""
    tokens, sets = laid.tokens, laid.lang.singles
    if tokens.lower[party.head] in sets["many"]:
        return True
    end = tokens.at(party.end)
    head = next((i for i in range(tokens.at(party.start) + 1, end) if tokens.lower[i] in sets["prepositions"]), end) - 1
    last, affixes = tokens.lower[head], laid.lang.affixes
    return laid.lang.code == "en" and last.endswith(affixes["plural_endings"]) and not last.endswith(affixes["singular_endings"])


def definite(laid: LaidOut, party: Party) -> bool:
    """ "kementerian itu", "sang menteri", "the mayor", or a bare role."""
    tokens, sets = laid.tokens, laid.lang.singles
    first, last = tokens.at(party.start), tokens.at(party.end) - 1
    if laid.lang.code == "id":
        return (
            tokens.lower[last] in sets["definite"]
            or tokens.lower[first] in sets["article_definite"]
            or first == last
            or first in laid.titles
        )
    before = tokens.lower[first - 1] if first else ""
    return before in sets["article_definite"] or before in sets["possessives"] or before in GENITIVES
