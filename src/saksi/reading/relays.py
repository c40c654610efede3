"""Relays: who passed a statement on: a medium that reports somebody, "seperti dikutip X", "told the AP", an outer speaker."""

from __future__ import annotations

from saksi.limits import RELAYS
from saksi.reading.clauses import clause_end, complement_start
from saksi.reading.drafts import Draft, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.media import outlet_at
from saksi.reading.parties import Party
from saksi.reading.subjects_behind import subject_after

LEAD_CHARS = 8
"""Characters of a content before the inner speaker's phrase ("bahwa para …"): more is matter of the medium's own."""


def add_relays(laid: LaidOut, drafts: list[Draft], own: frozenset[str]) -> list[Draft]:
    """The drafts with their relays, outermost first, without those that only pass another one on.

    `own` are names of the outlet that carries the text; to be told something by phone to oneself is no relay.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    kept: list[Draft] = []
    for number, group in by_sentence.items():
        _cited(laid, number, group)
        _told(laid, number, group, own)
        kept += _nested(laid, group)
    return sorted(kept, key=_place)


def _place(draft: Draft) -> tuple[int, int, int]:
    """Where a statement begins in the text, an outer one before what it holds."""
    starts = [start for start, _ in draft.contents]
    return draft.sentence, min([*starts, *(draft.cue or ())[:1]]), -draft.contents[-1][1]


def _cited(laid: LaidOut, number: int, group: list[Draft]) -> None:
    """ "seperti dikutip (dari) X", "yang dikutip CNN", "as quoted by X"; and "X, mengutip Y, melaporkan": Y speaks."""
    sentence = laid.sentences[number]
    lower, words = laid.tokens.lower, laid.tokens.words
    sets = laid.lang.singles
    for i in range(sentence.first, sentence.last):
        if (lower[i] not in sets["cited"] and lower[i] not in sets["citing"]) or laid.quote_of[i] >= 0:
            continue
        begin = i + 1
        while begin < sentence.last and lower[begin] in sets["cited_by"]:
            begin += 1
        if lower[i] in sets["citing"]:
            if not any(draft.cue is not None and draft.cue[0] == laid.tokens.starts[i] for draft in group):
                _citing(laid, number, i, begin, group)
            continue
        outlet = outlet_at(laid, begin, credited=True)
        if outlet is not None:
            relay = Party(*laid.span(*outlet), form="institution", head=outlet[0])
            for draft in group:
                if draft.cue is not None and not any(p.start == relay.start for p in draft.parties) and relay.start != draft.cue[0]:
                    draft.relay.append(relay)
            _without(laid, group, words, i, outlet[1])


def _without(laid: LaidOut, group: list[Draft], words: list[str], first: int, last: int) -> None:
    """Take the relay phrase and what leads into it out of the contents."""
    start = laid.tokens.starts[first]
    while first > 0 and (laid.tokens.lower[first - 1] in laid.lang.singles["cited_like"] or laid.tokens.words[first - 1] == ","):
        first -= 1
        start = laid.tokens.starts[first]
    for draft in group:
        cut: list[tuple[int, int]] = []
        for a, b in draft.contents:
            if a < start < b and b <= laid.tokens.ends[last] + 1:
                end = laid.tokens.ends[first - 1]
                if end > a:
                    cut.append((a, end))
            elif not (start <= a and b <= laid.tokens.ends[last]):
                cut.append((a, b))
        draft.contents = cut or draft.contents


def _citing(laid: LaidOut, number: int, verb: int, begin: int, group: list[Draft]) -> None:
    """The cited party becomes the speaker of the statement that the medium makes in this sentence."""
    sentence = laid.sentences[number]
    parties, end = _cited_party(laid, begin, sentence.last)
    if not parties:
        return
    medium = next((d for d in group if d.parties and (_is_medium(laid, d.parties[0]) or _cites(laid, d, sentence.first, verb))), None)
    if medium is not None:
        medium.relay = [*medium.relay, *medium.parties]
        medium.parties = parties
        return
    for k in range(end + 1, min(end + 4, sentence.last)):
        if laid.tokens.lower[k] in laid.lang.singles["complementizers"]:
            start, _ = complement_start(laid, k, sentence.last)
            stretch = content_stretch(laid, start, clause_end(laid, start, sentence.last, []))
            before = _medium_before(laid, sentence.first, verb)
            if stretch is not None:
                group.append(Draft(parties, laid.span(verb, verb), [stretch], None, "citing", number, verb, relay=before))
            return


def _cites(laid: LaidOut, draft: Draft, first: int, verb: int) -> bool:
    """Whether the draft's speaker is the one who cites.

    It stands right before the verb ("X, mengutip Y, …", "X yang mengutip Y"), or the verb opens the sentence.
    """
    between = laid.text[draft.parties[0].end : laid.tokens.starts[verb]].strip(" ,)\n").lower()
    stands_before = between == "" or between in laid.lang.singles["relative"]
    return (stands_before and draft.parties[0].end <= laid.tokens.starts[verb]) or verb == first


def _cited_party(laid: LaidOut, begin: int, last: int) -> tuple[list[Party], int]:
    if begin in laid.closing:
        stretch = content_stretch(laid, begin, laid.closing[begin])
        return ([Party(*stretch, form="phrase", head=begin + 1)] if stretch else [], laid.closing[begin])
    return subject_after(laid, begin, last)


def _medium_before(laid: LaidOut, first: int, verb: int) -> list[Party]:
    for i in range(first, verb):
        if laid.tokens.capital(i):
            outlet = outlet_at(laid, i)
            if outlet is not None:
                return [Party(*laid.span(*outlet), form="institution", head=outlet[0])]
    named = [i for i in range(first, verb) if laid.tokens.capital(i)]
    return [Party(*laid.span(named[0], _run(laid, named[0])), form="institution", head=named[0])] if named else []


def _run(laid: LaidOut, i: int) -> int:
    while i + 1 < len(laid.tokens) and laid.tokens.capital(i + 1):
        i += 1
    return i


def _told(laid: LaidOut, number: int, group: list[Draft], own: frozenset[str]) -> None:
    """ "kepada AFP", "told the BBC": the medium that was told, unless it is the one that carries the text."""
    sentence = laid.sentences[number]
    for draft in group:
        if draft.cue is None or draft.relay:
            continue
        first, last = laid.tokens.at(draft.cue[1]), min(laid.tokens.at(draft.cue[1]) + 14, sentence.last)
        start = (
            max(sentence.first, laid.tokens.at(draft.parties[0].end)) if draft.parties and draft.parties[0].end <= draft.cue[0] else first
        )
        for i in range(min(start, first), last):
            told = laid.tokens.lower[i] in ("kepada", "to") or (i == first and laid.tokens.lower[i - 1] in ("told", "tells", "telling"))
            if not told or laid.quote_of[i] >= 0:
                continue
            begin = i + 1 if laid.tokens.lower[i] in ("kepada", "to") else i
            outlet = outlet_at(laid, begin)
            if (
                outlet is None
                or laid.tokens.slice(*outlet).casefold() in own
                or (not laid.tokens.capital(outlet[0]) and laid.lang.code == "id")
            ):
                continue
            draft.relay.append(Party(*laid.span(*outlet), form="institution", head=outlet[0]))
            break


def _is_medium(laid: LaidOut, party: Party) -> bool:
    return party.head >= 0 and party.form != "enclitic" and outlet_at(laid, party.head) is not None


def _nested(laid: LaidOut, group: list[Draft]) -> list[Draft]:
    """Give inner statements their outer speakers as relay; drop a medium's report that is all somebody's statement.

    From the widest content to the narrowest, so that the statement around each has its own relay already.
    """
    dropped: set[int] = set()
    widest_first = sorted(group, key=_width, reverse=True)
    for k, inner in enumerate(widest_first):
        outer = next((d for d in reversed(widest_first[:k]) if _holds(d, inner)), None)
        if outer is None:
            continue
        passes_on = _is_medium(laid, outer.parties[0]) or (outer.form is not None and outer.form.act == "report")
        if passes_on and inner.parties and _fills(inner, outer):
            dropped.add(id(outer))
        handed = [*outer.relay, *outer.parties]
        inner.relay = [*handed, *[r for r in inner.relay if r.start not in {p.start for p in handed}]][-RELAYS:]
    return [draft for draft in group if id(draft) not in dropped]


def _width(draft: Draft) -> int:
    return draft.contents[-1][1] - draft.contents[0][0]


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner cue stands in the outer content, and the outer speaker hands it on: who denies a claim does not."""
    if inner.cue is None or not outer.parties or not any(a <= inner.cue[0] < b for a, b in outer.contents):
        return False
    return inner.parties != [] or outer.form is None or outer.form.holds


def _fills(inner: Draft, outer: Draft) -> bool:
    """Whether the inner statement is all that the outer content holds, from its speaker's phrase to its end."""
    phrase = min([inner.parties[0].start, *[start for start, _ in [*inner.parties[0].roles, *inner.parties[0].affiliations]]])
    start, end = outer.contents[0][0], outer.contents[-1][1]
    return phrase - start <= LEAD_CHARS and abs(inner.contents[-1][1] - end) <= 1
