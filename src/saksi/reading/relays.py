"""Relays: who passed a statement on: a medium that reports somebody, "seperti dikutip X", "told the AP", an outer speaker."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final

from saksi.limits import RELAYS
from saksi.reading.citations import is_medium, read_citations
from saksi.reading.clause_parts import DASHES
from saksi.reading.drafts import Draft, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import language
from saksi.reading.media import outlet_at
from saksi.reading.parties import Party
from saksi.reading.subjects_behind import subject_after

ADDRESSEE_WITHIN: Final = 14
"""Tokens behind a verb of speech within which who was told it can stand."""
STRETCH: Final = 200
"""Characters of the stretches by which a statement is compared only with those whose contents lie around it: about a sentence."""
SPOKESMAN_WORDS: Final = 3
"""Words of who speaks for somebody ("penasihat hukumnya")."""
DATELINE_TOKENS: Final = 12
"""Tokens of a text's head that a dateline can fill."""
LEAD_CHARS: Final = 8
"""Characters of a content before the inner speaker's phrase ("bahwa para …"): more is matter of the medium's own."""


def add_relays(laid: LaidOut, drafts: list[Draft], own: frozenset[str]) -> list[Draft]:
    """The drafts with their relays, outermost first, without those that only pass another one on.

    `own` are names of the outlet that carries the text; to be told something by phone to oneself is no relay.
    """
    own = own | _carriers(laid)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    kept: list[Draft] = []
    told: dict[int, Party] = {}
    citing = _sentences_with(laid, "cited", "cited_if_like", "citing", "quoting", "carried")
    speaking_for = _sentences_with(laid, "speaking_for")
    for number in sorted({*by_sentence, *citing}):
        group = by_sentence.get(number, [])
        if number in citing:
            read_citations(laid, number, group)
        told |= _told(laid, number, group, own)
        if number in speaking_for:
            _through(laid, number, group)
        kept += _nested(laid, group)
    kept.sort(key=_place)
    _over_sentences(laid, kept)
    for draft in kept:
        if id(draft) in told:
            draft.relay.append(told[id(draft)])
    return kept


def _over_sentences(laid: LaidOut, drafts: list[Draft]) -> None:
    """What somebody says in a turn or quotation of several sentences that others say: its first sentence holds the speaker."""
    starts = [draft.cue[0] if draft.cue is not None else draft.start for draft in drafts]
    for k, outer in enumerate(drafts):
        ends = laid.tokens.ends[laid.sentences[outer.sentence].last]
        if outer.contents[-1][1] <= ends or not outer.parties:
            continue
        for j in range(k + 1, len(drafts)):
            inner = drafts[j]
            if starts[j] >= outer.contents[-1][1]:
                break
            if inner.sentence > outer.sentence and not inner.relay and _holds(outer, inner):
                inner.relay = [p for p in [*outer.relay, *outer.parties] if not any(own.start == p.start for own in inner.parties)]


def _sentences_with(laid: LaidOut, *classes: str) -> set[int]:
    """The numbers of the sentences that hold a word of the classes."""
    words = frozenset().union(*(laid.lang.singles[name] for name in classes))
    found = (i for i, word in enumerate(laid.tokens.lower) if word in words)
    return {laid.sentence_of(i) for i in found}


def _carriers(laid: LaidOut) -> frozenset[str]:
    """The outlet in a dateline at the head of the text ("AMBON, KOMPAS —"), as it is called in lower case."""
    for i in range(1, min(DATELINE_TOKENS, len(laid.tokens) - 1)):
        if laid.tokens.words[i] in DASHES and laid.tokens.starts[i] > laid.tokens.ends[i - 1]:
            parts = (k for k in range(i) if laid.tokens.capital(k) and (k == 0 or not laid.tokens.word(k - 1)))
            found = (outlet_at(laid, k, credited=True) for k in parts)
            return frozenset(laid.tokens.slice(*outlet).casefold() for outlet in found if outlet is not None)
    return frozenset()


def _place(draft: Draft) -> tuple[int, int, int]:
    """Where a statement begins in the text, an outer one before what it holds."""
    starts = [start for start, _ in draft.contents]
    return draft.sentence, min([*starts, *(draft.cue or ())[:1]]), -draft.contents[-1][1]


def _told(laid: LaidOut, number: int, group: list[Draft], own: frozenset[str]) -> dict[int, Party]:
    """ "kepada AFP", "told the BBC", "in an interview with AFP": the medium that was told, unless it carries the text itself.

    By `id(draft)`; what the speaker hands on from others was not told to it by them.
    """
    told: dict[int, Party] = {}
    sentence = laid.sentences[number]
    unquoted = [i for i in range(sentence.first, sentence.last) if laid.quote_of[i] < 0]
    for draft in group:
        if draft.cue is None or draft.relay:
            continue
        cue = laid.tokens.at(draft.cue[1])
        before = bool(draft.parties) and draft.parties[0].end <= draft.cue[0]
        begin = max(sentence.first, laid.tokens.at(draft.parties[0].end)) if before else cue
        last = max(begin, min(cue + ADDRESSEE_WITHIN, sentence.last))
        where = [i for i in unquoted[: bisect_left(unquoted, last)] if i == cue or laid.tokens.lower[i] in _before_told(laid.lang.code)]
        outlet = next(
            (
                found
                for i in where
                if (found := _addressee(laid, i, cue, interview_only=i < (cue if laid.lang.code == "en" else begin))) is not None
            ),
            None,
        )
        if outlet is not None and laid.tokens.slice(*outlet).casefold() not in own:
            told[id(draft)] = Party(*laid.span(*outlet), form="institution", head=outlet[0])
    return told


@cache
def _before_told(code: str) -> frozenset[str]:
    """The words behind which a medium that is told can stand."""
    sets = language(code).singles
    return sets["interviewed_with"] | sets["reached"] | sets["addressee"]


def _addressee(laid: LaidOut, i: int, cue: int, *, interview_only: bool) -> tuple[int, int] | None:
    """The medium that is told at token `i`: behind kepada or to, right behind "told", or behind "interview with"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.quote_of[i] >= 0:
        return None
    if lower[i] in sets["interviewed_with"]:
        begin = i + 1 if lower[i - 1] in sets["interviews"] and i else -1
    elif lower[i] in sets["reached"]:
        begin = _behind_agent(laid, i)
    elif lower[i] in sets["addressee"] and i and lower[i - 1] in sets["speaking"]:
        begin = i + 1
    elif interview_only:
        begin = -1
    elif lower[i] in sets["addressee"]:
        begin = i + 1
    else:
        begin = i if i == cue and lower[i - 1] in sets["telling"] else -1
    outlet = outlet_at(laid, begin) if begin >= 0 else None
    if outlet is None or (laid.lang.code == "id" and not laid.tokens.capital(outlet[0])):
        return None
    return outlet


def _behind_agent(laid: LaidOut, verb: int) -> int:
    """ "dihubungi (oleh) X", "reached by X": where X begins, -1 in English without "by"."""
    begin = verb + 1
    agent = begin < len(laid.tokens) and laid.tokens.lower[begin] in laid.lang.singles["passive_agent"]
    return begin + agent if agent or laid.lang.code == "id" else -1


def _through(laid: LaidOut, number: int, group: list[Draft]) -> None:
    """ "through her lawyer", "lewat juru bicaranya, Lintang": somebody who speaks for the speaker."""
    sentence = laid.sentences[number]
    lower, lang = laid.tokens.lower, laid.lang
    for i in range(sentence.first, sentence.last):
        if lower[i] not in lang.singles["speaking_for"] or laid.quote_of[i] >= 0:
            continue
        theirs = lang.code == "en" and lower[i + 1] in lang.singles["possessives"]
        begin = i + 2 if theirs else i + 1
        parties, last = _spokesman(laid, begin, sentence.last, theirs)
        for draft in group if parties else ():
            if draft.cue is None or not draft.parties or any(p.start == parties[0].start for p in draft.parties):
                continue
            draft.contents = [part for stretch in draft.contents for part in _without(laid, stretch, i, last)]
            draft.relay.extend(parties)


def _spokesman(laid: LaidOut, begin: int, right: int, theirs: bool) -> tuple[list[Party], int]:
    """Who speaks for the speaker: a role behind "her", or one that ends in -nya; by name where a comma adds it."""
    lower, lang = laid.tokens.lower, laid.lang
    spokesmen = lang.classes["spokesmen"]
    if lang.enclitic is None:
        size = spokesmen.length(lower, begin) if theirs else 0
    else:
        near = range(begin, min(begin + SPOKESMAN_WORDS, right + 1))
        end = next((k for k in near if lower[k].endswith(lang.enclitic)), begin)
        words = [*lower[begin:end], lower[end].removesuffix(lang.enclitic)]
        size = len(words) if words[-1] != lower[end] and spokesmen.length(words, 0) == len(words) else 0
    if not size:
        return [], begin
    end = begin + size - 1
    if end + 2 <= right and laid.tokens.words[end + 1] == "," and laid.tokens.capital(end + 2):
        parties, last = subject_after(laid, end + 2, right)
        if parties and parties[0].form == "name" and last < right and laid.tokens.words[last + 1] == ",":
            parties[0].roles.append(laid.span(begin, end))
            return parties, last
    return [Party(*laid.span(begin, end), form="phrase", head=begin)], end


def _without(laid: LaidOut, stretch: tuple[int, int], first: int, last: int) -> list[tuple[int, int]]:
    """What a content holds before and behind the phrase of who speaks for the speaker, tokens `first` to `last`."""
    start, end = laid.tokens.starts[first], laid.tokens.ends[last]
    if not stretch[0] <= start or not end <= stretch[1]:
        return [stretch]
    parts = [content_stretch(laid, laid.tokens.at(stretch[0]), first - 1), content_stretch(laid, last + 1, laid.tokens.at(stretch[1]) - 1)]
    return [part for part in parts if part is not None] or [stretch]


def _nested(laid: LaidOut, group: list[Draft]) -> list[Draft]:
    """Give inner statements their outer speakers as relay; drop a medium's report that is all somebody's statement.

    From the widest content to the narrowest, so that the statement around each has its own relay already.
    """
    dropped: set[int] = set()
    around: dict[int, list[Draft]] = {}
    for inner in sorted(group, key=_width, reverse=True):
        near = around.get(inner.cue[0] // STRETCH, []) if inner.cue is not None else []
        outer = next((d for d in reversed(near) if _holds(d, inner) and not _aside(laid, inner)), None)
        for stretch in {place // STRETCH for start, end in inner.contents for place in (*range(start, end, STRETCH), end)}:
            around.setdefault(stretch, []).append(inner)
        if outer is None:
            continue
        passes_on = is_medium(laid, outer.parties[0]) or (outer.form is not None and outer.form.act == "report")
        if passes_on and inner.parties and _fills(inner, outer):
            dropped.add(id(outer))
        handed = [p for p in [*outer.relay, *outer.parties] if not any(own.start == p.start for own in inner.parties)]
        inner.relay = [*handed, *[r for r in inner.relay if r.start not in {p.start for p in handed}]][-RELAYS:]
    return [draft for draft in group if id(draft) not in dropped]


def _width(draft: Draft) -> int:
    return draft.contents[-1][1] - draft.contents[0][0]


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner cue stands in the outer content, and the outer speaker hands it on: who denies a claim does not."""
    if inner.cue is None or not outer.parties or not any(a <= inner.cue[0] < b for a, b in outer.contents):
        return False
    return inner.parties != [] or outer.form is None or outer.form.holds


def _aside(laid: LaidOut, inner: Draft) -> bool:
    """The text's own remark on a content, behind its comma, is no part of it.

    "…, klaim yang segera ditepis pemerintah", "…, an allegation that Oslo denies", "…, where officials say two bridges are missing".
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    first = laid.tokens.at(inner.start)
    if inner.rule in ("passive", "object-relative") and lower[first] in sets["articles"]:
        first += 1
    relative = inner.rule == "passive" and lower[first + 1 : first + 2] != [] and lower[first + 1] in sets["relative"]
    noun = inner.rule == "object-relative" or relative
    if inner.rule == "object-relative" and lower[first - 1] in sets["articles"] and lower[first - 1] not in sets["article_definite"]:
        return True
    if noun and lower[first] in laid.lang.nouns:
        before = first - 1 - (lower[first - 1] in sets["articles"])
        return before >= 0 and laid.tokens.words[before] == ","
    if not inner.parties or inner.rule != "subject-verb":
        return False
    opens = max(0, laid.tokens.at(inner.parties[0].start) - 1)
    while opens > 0 and (lower[opens] in sets["articles"] or laid.tokens.capital(opens)):
        opens -= 1
    return lower[opens] in sets["places_of"] and opens > 0 and laid.tokens.words[opens - 1] == "," and laid.quote_of[opens] < 0


def _fills(inner: Draft, outer: Draft) -> bool:
    """Whether the inner statement is all that the outer content holds, from its speaker's phrase to its end."""
    phrase = min([inner.parties[0].start, *[start for start, _ in [*inner.parties[0].roles, *inner.parties[0].affiliations]]])
    start, end = outer.contents[0][0], outer.contents[-1][1]
    return phrase - start <= LEAD_CHARS and abs(inner.contents[-1][1] - end) <= 1
