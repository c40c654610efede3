"""Coreference: whom a speaker's name, role, pronoun or enclitic means, from the text before it."""

from __future__ import annotations

from typing import Final

from saksi.limits import SPEAKERS_REMEMBERED
from saksi.reading.appositions import call_by_own_name, describe_cast
from saksi.reading.bodies import may_be_body
from saksi.reading.body_pronouns import whom_body_noun
from saksi.reading.cast import Cast
from saksi.reading.descriptions import revealed_later, whom_description
from saksi.reading.drafts import Draft
from saksi.reading.figure import Figure
from saksi.reading.heard import Heard
from saksi.reading.laid_out import LaidOut
from saksi.reading.owned import learn_words
from saksi.reading.parties import Party
from saksi.reading.pronouns import whom_accused, whom_epithet, whom_pronoun

LONGEST_PHRASE: Final = 12
"""Tokens of what follows a nameless speaker and says who it is."""


def resolve(laid: LaidOut, drafts: list[Draft], cast: Cast) -> dict[int, Figure]:
    """The figure that each party of the drafts means, by `id(party)`; names first, so that roles can look ahead.

    Who only reminds of their own words ("threats that it said had been made") hands nothing on to themselves.
    """
    meant: dict[int, Figure] = {}
    for draft in drafts:
        for party in [*draft.parties, *draft.relay]:
            if id(party) in meant:
                continue
            common = party.form == "phrase" or _medium_by_noun(laid, party)
            figure = cast.named(party) if party.form in ("name", "institution") and not common else None
            if common:
                figure = cast.by_initials(party)
            if figure is not None:
                figure.speaks = True
                if party in draft.relay and draft.rule != "nested" and _reports(draft) and may_be_body(laid, figure):
                    figure.medium = figure.kind != "state"
                    figure.kind = "organization" if figure.medium else figure.kind
                meant[id(party)] = figure
                _learn(laid, cast, figure, party, draft)
    cast.find_short_names()
    cast.index_mentions()
    describe_cast(laid, cast)
    heard: list[Heard] = []
    for draft in drafts:
        outer = [meant[id(party)] for party in draft.relay if id(party) in meant]
        handed_on = any(not figure.medium for figure in outer)
        for party in [*draft.relay, *draft.parties]:
            figure = _figure(laid, party, draft, drafts, cast, meant, heard, outer)
            if figure is not None and not handed_on and party not in draft.relay:
                heard.append(Heard(figure, draft.sentence, draft.relative))
        del heard[:-SPEAKERS_REMEMBERED]
        if draft.relay and draft.parties and draft.start < draft.parties[0].start and draft.parties[0].form == "pronoun":
            draft.relay = [party for party in draft.relay if meant.get(id(party)) is not meant.get(id(draft.parties[0]))]
    return meant


def _reports(draft: Draft) -> bool:
    """Whether whoever hands the statement on does so as media do: "reported, citing two drivers"."""
    return draft.form is not None and draft.form.act == "report"


def _medium_by_noun(laid: LaidOut, party: Party) -> bool:
    """ "The paper", "kantor berita itu": a medium without its name."""
    lower = laid.tokens.lower
    first, end = laid.tokens.at(party.start), laid.tokens.at(party.end)
    if party.form not in ("name", "institution"):
        return False
    first += laid.lang.classes["media_nouns"].length(lower, first)
    return first > laid.tokens.at(party.start) and all(word in laid.lang.singles["definite"] for word in lower[first:end])


def _learn(laid: LaidOut, cast: Cast, figure: Figure, party: Party, draft: Draft) -> None:
    """Keep what the phrase says of the figure: roles, affiliations, and the words of its appositions."""
    text = laid.text
    for start, end in party.roles:
        if text[start:end] not in figure.roles:
            figure.roles.append(text[start:end])
    for start, end in party.affiliations:
        if text[start:end] not in figure.affiliations:
            figure.affiliations.append(text[start:end])
    for start, end in party.affiliations:
        body = cast.by_form.get(text[start:end])
        if body is not None and body.kind == "organization":
            body.add(text[start:end], (start, end))
    around = [(a, b) for a, b in [*party.roles, *party.affiliations]]
    around += [laid.span(*stretch) for stretch in draft.passed if stretch[0] <= stretch[1] < len(laid.tokens)]
    for start, end in around:
        learn_words(laid, figure, laid.tokens.at(start), laid.tokens.at(end) - 1)


def _figure(
    laid: LaidOut,
    party: Party,
    draft: Draft,
    drafts: list[Draft],
    cast: Cast,
    meant: dict[int, Figure],
    heard: list[Heard],
    outer: list[Figure],
) -> Figure | None:
    """Whom one party means, remembered in `meant`."""
    known = meant.get(id(party))
    if known is not None:
        return known
    span = (party.start, party.end)
    if party.form in ("pronoun", "enclitic"):
        known = _pronoun(laid, party, draft, drafts, cast, meant, heard, outer)
        if known is not None and party.form == "pronoun":
            known.describe("", span)
    elif party.form == "letter":
        known = _letter(laid, party, cast)
    elif party.form == "phrase" or _medium_by_noun(laid, party):
        known = (
            whom_description(laid, party, cast)
            or revealed_later(laid, party, draft, drafts, meant)
            or whom_epithet(laid, cast, _with_pointer(laid, party), heard, outer if draft.rule == "nested" else [])
            or whom_body_noun(laid, cast, party, heard)
        )
        if known is None:
            known = cast.phrase(party)
            known.whole = known.whole or _whole_phrase(laid, party, draft)
            call_by_own_name(laid, known, laid.tokens.at(party.start))
        else:
            known.describe(" ".join(laid.text[party.start : party.end].split()), span)
    if known is not None:
        meant[id(party)] = known
        cast.mention_again(known, span)
    return known


def _pronoun(
    laid: LaidOut,
    party: Party,
    draft: Draft,
    drafts: list[Draft],
    cast: Cast,
    meant: dict[int, Figure],
    heard: list[Heard],
    outer: list[Figure],
) -> Figure | None:
    """Whom a pronoun means; who rejects "a charge" beside it is the one charged, who charges never."""
    quoted = draft.rule == "nested"
    if draft.rule == "object-relative" and draft.form is not None and not draft.form.holds:
        beside = next(
            (d for d in reversed(drafts) if d.sentence == draft.sentence and d.contents[-1][1] <= draft.start and d.parties), None
        )
        accusers = [meant[id(speaker)] for speaker in beside.parties if id(speaker) in meant] if beside is not None else []
        if beside is not None and (accused := whom_accused(laid, cast, party, (beside.start, draft.start), accusers)) is not None:
            return accused
        found = whom_pronoun(laid, cast, party, heard, accusers, quoted=quoted)
        return found if found not in accusers else None
    others = outer if quoted else _who_answer(party, draft, drafts, meant)
    return whom_pronoun(laid, cast, party, heard, others, quoted=quoted)


def _who_answer(party: Party, draft: Draft, drafts: list[Draft], meant: dict[int, Figure]) -> list[Figure]:
    """Who denies or bears out "her claim that …", which is not their own; who only speaks of it may be she."""
    if draft.rule != "noun-that":
        return []
    answering = (
        other
        for other in drafts
        if other.sentence == draft.sentence and other.form is not None and (not other.form.holds or other.form.act == "confirm")
    )
    around = (other for other in answering if any(start <= party.start < end for start, end in other.contents))
    return [meant[id(speaker)] for other in around for speaker in other.parties if id(speaker) in meant]


def _with_pointer(laid: LaidOut, party: Party) -> Party:
    """An Indonesian phrase with its relative, up to the word that points ("Perempuan pertama yang memimpin desa itu")."""
    tokens, sets = laid.tokens, laid.lang.singles
    begin = tokens.at(party.end)
    if laid.lang.code != "id" or begin >= len(tokens) or tokens.lower[begin] not in sets["relative"]:
        return party
    for end in range(begin + 1, min(begin + LONGEST_PHRASE, len(tokens))):
        if not tokens.word(end) or tokens.lower[end] in laid.lang.cues:
            return party
        if tokens.lower[end] in sets["definite"]:
            return Party(party.start, tokens.ends[end], form=party.form, head=party.head)
    return party


def _whole_phrase(laid: LaidOut, party: Party, draft: Draft) -> str:
    """A nameless phrase with the preposition or relative that says who it is: "two people with knowledge of the deal"; else ""."""
    tokens, sets = laid.tokens, laid.lang.singles
    first, begin = tokens.at(party.start), tokens.at(party.end)
    cue = tokens.at(draft.cue[0]) if draft.cue is not None and draft.cue[0] > party.start else len(tokens)
    if begin >= len(tokens) or not (
        tokens.lower[begin] in sets["prepositions"]
        or tokens.lower[begin] in sets["relative"] - sets["complementizers"]
        or tokens.lower[begin] == "not"
    ):
        return ""
    end = begin
    while end < min(cue, begin + LONGEST_PHRASE, len(tokens)) and tokens.word(end) and laid.quote_of[end] < 0:
        end += 1
    while end > begin and (tokens.lower[end - 1] in sets["adverbs"] or tokens.lower[end - 1] in sets["time_words"]):
        end -= 1
    stops = end == cue or not tokens.word(min(end, len(tokens) - 1))
    return tokens.slice(first, end - 1) if stops and end - begin > 1 and tokens.lower[begin + 1] not in sets["time_words"] else ""


def _letter(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """A of a transcript: the person named first; Q stays who asks."""
    if laid.text[party.start : party.end].lower() in laid.lang.singles["asking"]:
        return None
    people = [f for f in cast.figures if f.kind == "person" and any(end <= party.start for _, end in f.spans)]
    if people:
        return min(people, key=lambda f: min(f.spans))
    return None
