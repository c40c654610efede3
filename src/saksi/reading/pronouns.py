"""Pronouns: whom he, she, ia, dia, beliau, pihaknya, the enclitic -nya and epithets mean, from what stands before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from saksi.reading.body_pronouns import body_of_paragraph, whom_it, whom_they
from saksi.reading.cast import Cast
from saksi.reading.determined import definite, many, somebody_new
from saksi.reading.figure import Figure
from saksi.reading.gender import gender_of, gender_of_word
from saksi.reading.heard import SENTENCES_BACK, Heard
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.said_words import said_words
from saksi.reading.subjects_before import described_subject, subject_mention
from saksi.reading.wordsorts import sort_of

TO_THE_LAW: Final = 3
"""Tokens behind who speaks within which it is said that the law is told ("mengatakan kepada penyidik")."""


def whom_pronoun(
    laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard], outer: Sequence[Figure], *, quoted: bool
) -> Figure | None:
    """The figure that the pronoun means, or None. `heard` are the speakers so far, in order.

    `outer` are those within whose words, `quoted`, the pronoun stands, whom it cannot mean; in unquoted words it mostly does.
    The subject of a sentence behind the last speaker's goes before that speaker: "Osgood said no. Halvard laughed. She …".
    """
    word = laid.text[party.start : party.end].lower()
    pronouns = laid.lang.pronouns
    if word in pronouns["plural"]:
        return None if quoted else whom_they(laid, cast, party, heard)
    if word in laid.lang.singles["bodily"]:
        return whom_it(laid, cast, party, heard)
    gender = gender_of_word(laid.lang, word)
    fits = _person_of(laid, gender, outer)
    found = _somebody(laid, cast, party, heard, fits, glued=party.form == "enclitic" or word in pronouns["side"])
    if found is not None and found.kind == "person" and not found.gender and not quoted:
        found.gender = gender
    return found


def whom_accused(laid: LaidOut, cast: Cast, party: Party, within: tuple[int, int], accusers: Sequence[Figure]) -> Figure | None:
    """Whom "a charge she denies" means in the words of the charge: the first there who fits, not who charges."""
    word = laid.text[party.start : party.end].lower()
    bodily, person = word in laid.lang.singles["bodily"], _person_of(laid, gender_of_word(laid.lang, word), accusers)
    there = (figure for _, _, figure in cast.mentions_between(*within) if figure not in accusers)
    return next((f for f in there if (f.kind not in ("person", "place") if bodily else person(f))), None)


def _person_of(laid: LaidOut, gender: str, outer: Sequence[Figure]) -> Callable[[Figure], bool]:
    """Whether a figure is one person, not of the other gender, and none of those in whose words it stands."""

    def fits(figure: Figure) -> bool:
        if figure.kind != "person" or figure.plural or figure in outer:
            return False
        return gender == "" or gender_of(laid, figure) in ("", gender)

    return fits


def whom_epithet(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard], outer: Sequence[Figure]) -> Figure | None:
    """Whom "perempuan 32 tahun itu", "pelatih asal Makedonia itu", "the 32-year-old" means: as a pronoun would.

    Only where the phrase points and its head is a word for one person.
    """
    tokens, sets = laid.tokens, laid.lang.singles
    first, last = tokens.at(party.start), tokens.at(party.end) - 1
    if many(laid, party) or somebody_new(laid, party):
        return None
    if laid.lang.code == "id":
        if tokens.lower[last] not in sets["definite"] or not (tokens.lower[first] in sets["humans"] or sort_of(laid, first) in "RK"):
            return None
        gender = ""
    else:
        aged = any(tokens.lower[i].endswith("-year-old") for i in range(first, last + 1))
        if not definite(laid, party) or not (aged or tokens.lower[first] in sets["humans"]):
            return None
        gender = gender_of_word(laid.lang, tokens.lower[first])
    key = said_words(laid, party).key
    person, charged = _person_of(laid, gender, outer), key in sets["charged"] or _before_the_law(laid, last)

    def fits(figure: Figure) -> bool:
        return person(figure) and not figure.belongs_to(key) and not (charged and _of_the_law(laid, figure))

    found = _somebody(laid, cast, party, heard, fits, glued=False)
    return None if found is not None and _of_the_law(laid, found) and _came_in(laid, party, key) else found


def _of_the_law(laid: LaidOut, figure: Figure) -> bool:
    """Whether somebody judges, prosecutes, defends or investigates: a judge is not "the man" whose case is told."""
    return not laid.lang.singles["of_the_law"].isdisjoint(figure.own_words())


def _before_the_law(laid: LaidOut, last: int) -> bool:
    """ "The man told police", "pria itu mengatakan kepada penyidik": who speaks behind token `last` speaks to the law; not "of police"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    near = range(last + 2, min(last + 2 + TO_THE_LAW, len(lower)))
    heard = next((i for i in near if lower[i] in sets["hearing_cases"]), 0)
    told = heard - 2 if heard and lower[heard - 1] in sets["articles"] else heard - 1
    return bool(heard) and (lower[told] in sets["addressee"] or lower[told] in sets["telling"])


def _came_in(laid: LaidOut, party: Party, noun: str) -> bool:
    """Whether a bare "the man", "pria itu" can mean somebody brought in without a name before ("a man", "seorang pria")."""
    tokens, sets = laid.tokens, laid.lang.singles
    first, end = tokens.at(party.start), tokens.at(party.end)
    if sum(tokens.lower[i] not in sets["definite"] for i in range(first, end)) != 1:
        return False
    brought = sets["indefinite"] | (sets["articles"] - sets["article_definite"])
    return any(tokens.lower[i] == noun and tokens.lower[i - 1] in brought for i in range(1, first))


def _somebody(
    laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard], fits: Callable[[Figure], bool], *, glued: bool
) -> Figure | None:
    """A person; behind an enclitic or "pihaknya" also a body, where it spoke last or its own paragraph is about it."""
    here = laid.sentence_of(laid.tokens.at(party.start))
    person = next((h for h in reversed(heard) if fits(h.figure)), None)
    last = next((h for h in reversed(heard) if not h.figure.medium and not h.figure.plural), None) if glued else person
    if last is not None and last.aside and (subject := _subject_of(laid, cast, last.sentence, fits)) is not None:
        last = person = Heard(subject, last.sentence)
    since = max((h.sentence for h in (person, last) if h is not None), default=-1)
    between = _subject_between(laid, cast, party, since, fits)
    if between is not None:
        return between
    if glued and (body := body_of_paragraph(laid, cast, here, since)) is not None:
        return body
    if last is not None and last.figure.kind != "person" and person is not None and _still_about(laid, person, last, here):
        last = person
    if last is None or _newcomer_fits(laid, here, last):
        newcomer = cast.latest_before(party.start, fits)
        if newcomer is not None and (last is None or _is_new(laid, newcomer, here, party.start)):
            return newcomer
    return last.figure if last is not None else None


def _subject_of(laid: LaidOut, cast: Cast, number: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """Whom a sentence is about in whose relative clause another spoke ("Orr was asked about Lund, who said …")."""
    sentence = laid.sentences[number]
    return subject_mention(laid, cast, sentence.first, sentence.last + 1, fits)


def _still_about(laid: LaidOut, person: Heard, body: Heard, here: int) -> bool:
    """Whether the person spoke in the paragraph of the pronoun, where a body's words only came between."""
    sentences = laid.sentences
    return body.figure.kind in ("place", "state") or sentences[person.sentence].paragraph == sentences[here].paragraph


def _newcomer_fits(laid: LaidOut, here: int, last: Heard) -> bool:
    """Whether the last speaker's paragraph is over, so that somebody new may have come in."""
    return laid.lang.code == "en" and laid.sentences[last.sentence].paragraph < laid.sentences[here].paragraph


def _is_new(laid: LaidOut, figure: Figure, here: int, before: int) -> bool:
    """Whether somebody is named for the first time in the sentence before, in the paragraph of the pronoun."""
    first = min((start for start, _ in figure.spans), default=before)
    number = laid.sentence_of(laid.tokens.at(first))
    return number == here - 1 and laid.sentences[number].paragraph == laid.sentences[here].paragraph


def _subject_between(laid: LaidOut, cast: Cast, party: Party, since: int, fits: Callable[[Figure], bool]) -> Figure | None:
    """Who is the subject of a sentence behind the one of number `since`, or of the clause before the pronoun."""
    here = laid.sentence_of(laid.tokens.at(party.start))
    for number in range(here, max(since, here - SENTENCES_BACK, -1), -1):
        if laid.sentences[number].paragraph < laid.sentences[here].paragraph - 1:
            break
        sentence = laid.sentences[number]
        until = laid.tokens.at(party.start) if number == here else sentence.last + 1
        found = subject_mention(laid, cast, sentence.first, until, fits)
        if found is None and number < here:
            found = described_subject(laid, cast, number, fits)
        if found is not None:
            return found
    return None
