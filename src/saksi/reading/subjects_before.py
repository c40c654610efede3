"""Subjects before: whom the sentences before a pronoun are about, by their names, roles and descriptions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from saksi.reading.cast import Cast
from saksi.reading.descriptions import whom_description
from saksi.reading.determined import many, somebody_new
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.parties import Party
from saksi.reading.rules.heads import sentence_subject
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import SHORTEST_VERB, finite_at, past_like, verb_like
from saksi.reading.wordsorts import sort_of

NAME_REACH: Final = 12
"""Tokens that may stand between a mention and the mark or preposition that its phrase begins behind."""
LONGEST_ASIDE: Final = 8
"""Tokens of an apposition behind a name, its commas included."""


def subject_mention(laid: LaidOut, cast: Cast, first: int, until: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """Whom the sentence from token `first` is about: a member of the cast before its verb, else who did it in a passive.

    Neither who stands in an adjunct ("In talks with Orr, …"), nor a possessor ("Orr's wife", "istri Orr").
    """
    tokens = laid.tokens
    if first >= until:
        return None
    sure = laid.lang.code == "en"
    verb = _first_verb(laid, first, until)
    agent = None
    stretches = ((tokens.starts[part[0]], tokens.ends[part[-1]]) for part in _unquoted(laid, first, until))
    for start, end, figure in chain.from_iterable(cast.mentions_between(*stretch) for stretch in stretches):
        i = tokens.at(start)
        if (
            not fits(figure)
            or _owns(laid, i, tokens.at(end))
            or _before_role(laid, tokens.at(end))
            or not (sure or _surely(laid, figure, end))
        ):
            continue
        if figure.kind != "person" and i > first and sort_of(laid, i - 1) in "RK":
            continue
        leads = leads_in(laid, i, first)
        if i < verb and leads in ("", ",") and not _in_adjunct(laid, i, tokens.at(end), first):
            return figure
        if agent is None and _of_passive(laid, leads):
            agent = figure
    return agent


def _surely(laid: LaidOut, figure: Figure, end: int) -> bool:
    """Whether more than capitals makes somebody of a name: a role or description, or words that the text lays at its door.

    Indonesian headings and sentences begin with capitals that name nobody ("Kolaborasi Transformasi akan …").
    """
    if figure.kind != "person" or figure.speaks or figure.roles or figure.about:
        return True
    following = laid.tokens.at(end)
    if following < len(laid.tokens) and laid.tokens.words[following] == ",":
        closing = range(following + 1, min(following + LONGEST_ASIDE, len(laid.tokens)))
        following = next((i + 1 for i in closing if laid.tokens.words[i] in ",."), following)
    return following < len(laid.tokens) and _acts(laid, following)


def _acts(laid: LaidOut, i: int) -> bool:
    """Whether an active verb stands here: "datang", "menolak", "berjalan", or "ditanya"; not "dilakukan", "tersedia"."""
    word = laid.tokens.lower[i]
    return (
        word in laid.lang.singles["coming"]
        or word in laid.lang.singles["reached"]
        or (verb_like(laid, i) and word.startswith(("me", "ber")))
    )


def _first_verb(laid: LaidOut, first: int, until: int) -> int:
    """Token of the first finite verb outside a leading adjunct, `until` without one."""
    lower, lang = laid.tokens.lower, laid.lang
    for i in chain.from_iterable(_unquoted(laid, first + 1, until)):
        verbal = verb_like(laid, i) or past_like(laid, i) or finite_at(laid, i)
        if verbal and lower[i] not in GENITIVES and not _relative_verb(laid, i, first):
            return i
        if lower[i] in lang.cues and lang.cue_at(lower, i) is not None and laid.tokens.words[i].islower():
            return i
    return until


def _unquoted(laid: LaidOut, first: int, until: int) -> Iterator[range]:
    """The tokens between the quotations, in stretches of one or more."""
    begin = first if first >= until or laid.quote_of[first] < 0 else laid.closing[laid.quote_of[first]] + 1
    for n in range(bisect_left(laid.openings, begin), bisect_left(laid.openings, until)):
        opening = laid.openings[n]
        if begin < opening:
            yield range(begin, opening)
        begin = laid.closing[opening] + 1
    if begin < until:
        yield range(begin, until)


def _relative_verb(laid: LaidOut, i: int, first: int) -> bool:
    """ "Orr, who runs the inn, …", "Setelah rapat ditutup, Orr …": a verb of a side clause that a comma ends later.

    Not "In the hall, the officer greeted Lund, Orr and others", where the opening ends before the verb.
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i - 1] in sets["relative"]:
        return True
    openers = sets["because"] | sets["adverbial_openers"] | sets["while"]
    begin = next((k + 1 for k in range(i - 1, first, -1) if lower[k] == ","), first)
    return lower[first] in openers and lower[begin] in openers


def leads_in(laid: LaidOut, i: int, first: int) -> str:
    """What stands before the phrase that names somebody at token `i`: a comma, a preposition or other word, "" at the start."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for k in range(i - 1, max(first - 1, i - NAME_REACH - 1), -1):
        if laid.tokens.words[k] in ",\n" or laid.quote_of[k] >= 0:
            return ","
        if sort_of(laid, k) in "RKHCOAPor." and lower[k] not in sets["kin"] and lower[k] not in sets["prepositions"]:
            continue
        if lower[k] in sets["articles"] or lower[k] in GENITIVES or lower[k] in sets["name_particles"]:
            continue
        if lower[k] in sets["coordinators"] or lower[k] in sets["but"] or lower[k] in sets["turning_to"]:
            return ","
        return lower[k]
    return ""


def _of_passive(laid: LaidOut, before: str) -> bool:
    """ "by Orr", "oleh Orr", "dihadiri Orr": what stands before says that Orr did it."""
    if before in laid.lang.singles["passive_agent"]:
        return True
    return laid.lang.code == "id" and before.startswith("di") and len(before) >= SHORTEST_VERB


def _in_adjunct(laid: LaidOut, i: int, end: int, first: int) -> bool:
    """ "Through her spokesman, Lint Orr, she said": the name only explains the adjunct before its comma."""
    words, sets = laid.tokens.words, laid.lang.singles
    if i <= first + 1 or words[i - 1] != "," or end >= len(words) or words[end] != ",":
        return False
    begin = next((k + 1 for k in range(i - 2, first - 1, -1) if words[k] == ","), first)
    return laid.tokens.lower[begin] in sets["prepositions"]


def _before_role(laid: LaidOut, end: int) -> bool:
    """ "Duero president Amparo Sanz": an English name right before the role of another says whose it is."""
    if laid.lang.code != "en" or end + 1 >= len(laid.tokens):
        return False
    return laid.tokens.words[end].islower() and sort_of(laid, end) in "RK" and laid.tokens.capital(end + 1)


def _owns(laid: LaidOut, first: int, end: int) -> bool:
    """ "Orr's wife", "istri Orr": the mention is a possessor."""
    lower = laid.tokens.lower
    if end < len(lower) and lower[end] in GENITIVES:
        return True
    return first > 0 and lower[first - 1] in laid.lang.singles["kin"] and laid.lang.code == "id"


def head_of(laid: LaidOut, cast: Cast, number: int) -> list[Party]:
    """Who stands at the head of a sentence: one party or none, kept in the cast for the next pronoun that asks."""
    if number not in cast.heads:
        sentence = laid.sentences[number]
        cast.heads[number] = sentence_subject(Scene(laid, number, sentence.first, sentence.last, [], []), sentence.last)[:1]
    return cast.heads[number]


def described_subject(laid: LaidOut, cast: Cast, number: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """A subject without a name: "Seorang petugas turun", "The officer nodded"; or a lone first name of somebody not yet known."""
    for subject in head_of(laid, cast, number):
        if subject.form == "name" and (subject.roles or _comes_in(laid, subject)):
            figure = cast.named(subject)
            return figure if fits(figure) else None
        if subject.form != "phrase" or many(laid, subject) or not _is_person(laid, subject):
            continue
        if somebody_new(laid, subject) or _holds_office(laid, subject):
            figure = whom_description(laid, subject, cast) or cast.phrase(subject)
            return figure if fits(figure) else None
        known = whom_description(laid, subject, cast)
        if known is not None and fits(known):
            return known
    return None


def _holds_office(laid: LaidOut, party: Party) -> bool:
    """ "juru bicara Departemen Luar Negeri AS": a role with its body, though nobody is named."""
    tokens = laid.tokens
    first, end = tokens.at(party.start), tokens.at(party.end)
    return laid.lang.code == "id" and sort_of(laid, first) == "R" and any(sort_of(laid, i) in "OP" for i in range(first + 1, end))


def _is_person(laid: LaidOut, party: Party) -> bool:
    """Whether a phrase means one person: a role or rank at its head, over "seorang" or an article."""
    tokens = laid.tokens
    for i in range(tokens.at(party.start), tokens.at(party.end)):
        if sort_of(laid, i) in "RK":
            return True
        if tokens.lower[i] not in laid.lang.singles["determiners"] and tokens.words[i].islower() and laid.lang.code == "id":
            return False
    return False


def _comes_in(laid: LaidOut, party: Party) -> bool:
    """ "Hasan datang dengan truk": a name of one word before an active verb; "Pencairan dilakukan" is none."""
    tokens = laid.tokens
    i = tokens.at(party.start)
    if laid.lang.code != "id" or tokens.ends[i] != party.end or sort_of(laid, i) != "C" or i + 1 >= len(tokens):
        return False
    word = tokens.lower[i]
    if word.endswith("nya") or (word.endswith("an") and word.startswith(("pe", "ke"))) or f" {word} " in laid.text:
        return False
    return tokens.lower[i + 1] in laid.lang.singles["coming"]
