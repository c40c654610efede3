"""Sifted places: the cast's mentions of places without those that only open or end a longer name, and units as one place each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from saksi.reading.laid_out import LaidOut
from saksi.reading.place_names import Sets, sets_of
from saksi.records import Mention
from saksi.records.ids import content_id
from saksi.words.gazetteer import candidates


def sifted(laid: LaidOut, mentions: Sequence[Mention], parties: Collection[tuple[int, int]]) -> list[Mention]:
    """The mentions with places set right.

    "Washington" of "George Washington", "Paris" of "Paris Hilton" and "Indonesia" of "Bursa Efek Indonesia" are no mentions of
    places; "Kabupaten Boyolali" is one place, not a body that holds one. `parties` are the spans of who speaks, which stay.
    """
    sets = sets_of(laid.lang.code)
    longer = [m for m in mentions if m.kind in ("person", "organization") and m.end - m.start > len(m.text.split()[0])]
    units = {m.end: m for m in longer if m.kind == "organization" and _unit(m, sets) and (m.start, m.end) not in parties}
    holders = {k: m for m in longer for k in range(m.start, m.end)}
    taken = {m.start for m in mentions if m.entity is not None}
    kept: list[Mention] = []
    for mention in mentions:
        if mention.kind == "place" and mention.entity is not None and (mention.start, mention.end) not in parties:
            named = _with_unit(laid, mention, sets)
            holder = holders.get(mention.start)
            if holder is not None and (holder.kind == "person" or named is mention or units.get(mention.end) is holder):
                continue
            if _opens_name(laid, mention, sets, taken):
                continue
            mention = named
        elif units.get(mention.end) is mention:
            mention = msgspec.structs.replace(mention, kind="place", id=content_id("mention", mention.start, mention.end, "place"))
        kept.append(mention)
    return kept


def _unit(mention: Mention, sets: Sets) -> bool:
    """ "Kabupaten Boyolali", "Bandara Juanda", "Kecamatan Moyudan"; not "Kota Tua Raya Abadi Jaya"."""
    first, *rest = mention.text.split()
    return first in sets.units and 0 < len(rest) < 4


def _opens_name(laid: LaidOut, mention: Mention, sets: Sets, taken: Collection[int]) -> bool:
    """Whether a capitalised word right behind a place makes a longer name of it: "Paris Hilton", not "Alexandria Police"."""
    tokens = laid.tokens
    behind = tokens.at(mention.end)
    if behind >= len(tokens) or tokens.starts[behind] != mention.end + 1 or not tokens.capital(behind):
        return False
    if tokens.starts[behind] in taken or tokens.words[behind] in sets.times or tokens.lower[behind] in sets.common:
        return False
    first = tokens.at(mention.start)
    before = tokens.lower[first - 1] if first else ""
    return before not in sets.before and not candidates(laid.text[mention.start : tokens.ends[behind]])


def _with_unit(laid: LaidOut, mention: Mention, sets: Sets) -> Mention:
    """A place with the word for its sort before it, where that is part of the name: "Kabupaten Bogor"."""
    first = laid.tokens.at(mention.start) - 1
    if first < 0 or laid.tokens.words[first] not in sets.units:
        return mention
    start = laid.tokens.starts[first]
    text = laid.text[start : mention.end]
    return msgspec.structs.replace(mention, start=start, text=text, id=content_id("mention", start, mention.end, "place"))
