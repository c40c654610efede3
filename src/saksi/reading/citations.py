"""Citations: a medium that is cited ("seperti dikutip X", "as quoted by X") or cites ("X, mengutip Y, melaporkan")."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Draft, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.media import name_end, outlet_at
from saksi.reading.parties import Party
from saksi.reading.subjects import subject_before
from saksi.reading.subjects_behind import subject_after

TURNS: Final = 4
"""Tokens between a cited medium and its own verb of citing ("Meridian, which in turn quoted")."""


def read_citations(laid: LaidOut, number: int, group: list[Draft]) -> None:
    """Give the drafts of one sentence the media that it cites, and the cited parties as speakers."""
    sentence = laid.sentences[number]
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(sentence.first, sentence.last):
        like = lower[i] in sets["cited_if_like"] and i > sentence.first and lower[i - 1] in sets["cited_like"] - sets["relative"]
        citing = lower[i] in sets["citing"] or _which_cites(laid, i)
        carried = _carried(laid, i) and outlet_at(laid, i + 1 + (lower[i + 1] in sets["passive_agent"])) is not None
        if not (like or carried or citing or lower[i] in sets["cited"]) or laid.quote_of[i] >= 0:
            continue
        begin = i + 1
        while begin < sentence.last and lower[begin] in sets["cited_by"]:
            begin += 1
        if citing and any(d.cue is not None and d.cue[0] == laid.tokens.starts[i] for d in group):
            continue
        if citing:
            _citing(laid, number, i, begin, group)
        elif carried or laid.lang.code == "id" or begin > i + 1 or lower[i - 1] in sets["cited_like"]:
            _cited(laid, i, begin, group)


def _which_cites(laid: LaidOut, i: int) -> bool:
    """ "The Post, which cited two officials, …": an English relative of a medium that cites; "as cited by the Post" is none."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    return laid.lang.code == "en" and i > 0 and lower[i] in sets["quoting"] and lower[i - 1] in sets["relative"]


def _carried(laid: LaidOut, i: int) -> bool:
    """ "a statement carried by the agency BNA", "keterangan yang dimuat Antara": a word of somebody's that a medium took over.

    Not "a flag carried by the Post".
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = i - 2 if i > 1 and lower[i - 1] in sets["relative"] else i - 1
    if before < 0 or lower[i] not in sets["carried"] or not (lower[before] in laid.lang.nouns or lower[before] in sets["interviews"]):
        return False
    return laid.lang.code == "id" or lower[i + 1] in sets["passive_agent"]


def _cited(laid: LaidOut, verb: int, begin: int, group: list[Draft]) -> None:
    """ "seperti dikutip (dari) X", "yang dikutip CNN", "as quoted by X": X has handed on what the sentence holds."""
    credited = laid.lang.code == "id" or any(word in laid.lang.singles["passive_agent"] for word in laid.tokens.lower[verb + 1 : begin])
    outlet = outlet_at(laid, begin, credited=credited)
    if outlet is None or _somebody(laid, outlet):
        return
    relay = Party(*laid.span(*outlet), form="institution", head=outlet[0])
    for draft in group:
        if draft.rule.startswith("noun"):
            continue
        own = any(p.start == relay.start for p in [*draft.parties, *draft.relay])
        if (draft.cue is not None or draft.rule == "quote-alone") and not own and (draft.cue is None or relay.start != draft.cue[0]):
            draft.relay.append(relay)
    _without(laid, group, verb, outlet[1])


def _somebody(laid: LaidOut, name: tuple[int, int]) -> bool:
    """Whether what looks like an outlet is a state or place ("dikutip dari Jakarta")."""
    return name[0] in laid.forms and laid.forms[name[0]] >= name[1] and outlet_at(laid, name[0]) is None


def _without(laid: LaidOut, group: list[Draft], first: int, last: int) -> None:
    """Take the relay phrase and what leads into it out of the contents."""
    words, lower = laid.tokens.words, laid.tokens.lower
    while first > 0 and (lower[first - 1] in laid.lang.singles["cited_like"] or words[first - 1] == ","):
        first -= 1
    first = _with_noun(laid, first)
    start, end = laid.tokens.starts[first], laid.tokens.ends[last]
    for draft in group:
        cut: list[tuple[int, int]] = []
        for a, b in draft.contents:
            if a < start < b and b <= end + 1:
                if laid.tokens.ends[first - 1] > a:
                    cut.append((a, laid.tokens.ends[first - 1]))
            elif start <= a < end < b and (rest := content_stretch(laid, last + 1, laid.tokens.at(b) - 1)) is not None:
                cut.append(rest)
            elif not (start <= a and b <= end):
                cut.append((a, b))
        draft.contents = cut or draft.contents


def _with_noun(laid: LaidOut, first: int) -> int:
    """ "in a statement | carried by BNA", "dalam keterangan | yang dimuat Antara": from the preposition of what was taken over."""
    lower, lang = laid.tokens.lower, laid.lang
    if first < 2 or lower[first - 1] not in lang.nouns or not any(word in lang.singles["carried"] for word in lower[first : first + 2]):
        return first
    noun = first - 1 - (lower[first - 2] in lang.singles["articles"])
    return noun - 1 if noun and lower[noun - 1] in lang.singles["prepositions"] else first


def _citing(laid: LaidOut, number: int, verb: int, begin: int, group: list[Draft]) -> None:
    """The cited party becomes the speaker of what the medium says in this sentence; a cited medium hands on what others say."""
    sentence = laid.sentences[number]
    parties, end = _cited_party(laid, begin, sentence.last)
    if not parties:
        return
    chain, parties, end = _in_turn(laid, parties, end, sentence.last)
    medium = next((d for d in group if d.parties and (is_medium(laid, d.parties[0]) or _cites(laid, d, sentence.first, verb))), None)
    if is_medium(laid, parties[0]) and not chain:
        _ahead(laid, parties, verb, group)
        return
    if medium is not None:
        medium.relay = [*medium.relay, *medium.parties, *chain]
        medium.parties = parties
        return
    quoted = next((d for d in group if d.parties and d.parties[0].start == parties[0].start and d.where > verb), None)
    if quoted is not None:
        by = _outlet_before(laid, sentence.first, verb) or subject_before(laid, verb, sentence.first).parties
        quoted.relay = [*by, *chain, *quoted.relay]
        return
    for k in range(end + 1, min(end + 4, sentence.last)):
        if laid.tokens.lower[k] in laid.lang.singles["complementizers"]:
            start, _ = complement_start(laid, k, sentence.last)
            stretch = content_stretch(laid, start, clause_end(laid, start, sentence.last, []))
            before = [*_medium_before(laid, sentence.first, verb), *chain]
            if stretch is not None:
                group.append(Draft(parties, laid.span(verb, verb), [stretch], None, "citing", number, verb, relay=before))
            return


def _ahead(laid: LaidOut, cited: list[Party], verb: int, group: list[Draft]) -> None:
    """ "Mengutip Reuters, Hasan mengatakan …": the agency handed it on; "Harian X, mengutip Reuters, melaporkan": both did."""
    outer = next((d for d in group if d.parties and _cites(laid, d, verb + 1, verb)), None)
    for draft in group:
        if draft is outer or draft.cue is None or draft.cue[0] < laid.tokens.starts[verb]:
            continue
        if not any(p.start == cited[0].start for p in [*draft.parties, *draft.relay]):
            draft.relay += cited
    if outer is not None and len(group) == 1:
        outer.relay = [*outer.relay, *outer.parties]
        outer.parties = cited


def _in_turn(laid: LaidOut, parties: list[Party], end: int, right: int) -> tuple[list[Party], list[Party], int]:
    """ "citing Meridian, which in turn quoted a pilot": the media in between, who was quoted, and where that ends."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for k in range(end + 1, min(end + 2 + TURNS, right)):
        if lower[k] in sets["quoting"] and any(lower[j] in sets["relative"] for j in range(end + 1, k)):
            quoted, last = subject_after(laid, k + 1, right)
            return (parties, quoted, last) if quoted else ([], parties, end)
    return [], parties, end


def _cites(laid: LaidOut, draft: Draft, first: int, verb: int) -> bool:
    """Whether the draft's speaker is the one who cites.

    It stands right before the verb ("X, mengutip Y, …", "X yang mengutip Y"), or the verb opens the sentence.
    """
    between = laid.text[draft.parties[0].end : laid.tokens.starts[verb]].strip(" ,)\n").lower()
    if draft.form is not None and draft.form.act == "report" and draft.cue is not None and draft.cue[1] <= laid.tokens.starts[verb]:
        return True
    stands_before = between == "" or between in laid.lang.singles["relative"]
    return (stands_before and draft.parties[0].end <= laid.tokens.starts[verb]) or verb == first


def _cited_party(laid: LaidOut, begin: int, last: int) -> tuple[list[Party], int]:
    """Who is cited, in or without quotation marks, and the last token of the phrase."""
    if begin in laid.closing:
        stretch = content_stretch(laid, begin, laid.closing[begin])
        return ([Party(*stretch, form="phrase", head=begin + 1)] if stretch else [], laid.closing[begin])
    return subject_after(laid, begin, last)


def _medium_before(laid: LaidOut, first: int, verb: int) -> list[Party]:
    """The outlet before its verb of citing, else whatever name stands there."""
    if outlet := _outlet_before(laid, first, verb):
        return outlet
    capitals = [i for i in range(first, verb) if laid.tokens.capital(i)]
    return [Party(*laid.span(capitals[0], name_end(laid, capitals[0])), form="institution", head=capitals[0])] if capitals else []


def _outlet_before(laid: LaidOut, first: int, verb: int) -> list[Party]:
    """The outlet that stands before its verb of citing."""
    found = (outlet_at(laid, i) for i in range(first, verb) if laid.tokens.capital(i))
    return [Party(*laid.span(*outlet), form="institution", head=outlet[0]) for outlet in found if outlet is not None][:1]


def is_medium(laid: LaidOut, party: Party) -> bool:
    """Whether a party is a news outlet, by name or by a word for one."""
    return party.head >= 0 and party.form != "enclitic" and outlet_at(laid, party.head) is not None
