"""Pronouns and nouns for bodies: whom "it", "they", "mereka", "the agency" and "organisasi itu" mean, from what stands before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from saksi.reading.bodies import called_so, may_be_body
from saksi.reading.cast import Cast
from saksi.reading.descriptions import whom_description
from saksi.reading.determined import many, somebody_new
from saksi.reading.figure import Figure
from saksi.reading.heard import SENTENCES_BACK, Heard
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.said_words import said_words
from saksi.reading.subjects_before import head_of, subject_mention
from saksi.reading.verbs import finite_at, past_like, verb_like
from saksi.reading.wordsorts import sort_of

LONGEST_HEAD: Final = 6
"""Tokens of a plural subject at the head of a sentence ("Two of the older teachers")."""

Fits = Callable[[Figure], bool]


def body_of_paragraph(laid: LaidOut, cast: Cast, here: int, since: int) -> Figure | None:
    """A body that the paragraph before the pronoun is about, where the last speaker's paragraph is over."""
    if since < 0 or laid.sentences[since].paragraph == laid.sentences[here].paragraph:
        return None
    for number in range(here - 1, max(since, here - SENTENCES_BACK), -1):
        sentence = laid.sentences[number]
        if sentence.paragraph != laid.sentences[here].paragraph:
            break
        found = subject_mention(laid, cast, sentence.first, sentence.last + 1, lambda f: f.kind in ("organization", "group") and f.named)
        if found is not None:
            return found
    return None


def whom_it(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard]) -> Figure | None:
    """ "it": a body, a state or a document; the subject since the last one spoke, else the last one that spoke.

    What the words "that it said" go on from is not meant: "citing a letter that it said was forged" is the newspaper.
    """
    at = laid.tokens.at(party.start)
    here = laid.sentence_of(laid.tokens.at(party.start))
    behind = laid.tokens.starts[at - 1] - 1 if at and laid.tokens.lower[at - 1] in laid.lang.singles["relative"] else -1

    def fits(figure: Figure) -> bool:
        if figure.kind in ("person", "place") or figure.plural:
            return figure.kind == "person" and " " not in figure.name and may_be_body(laid, figure)
        return behind < 0 or not any(end == behind for _, end in figure.spans)

    last = next((h for h in reversed(heard) if fits(h.figure)), None)
    since = last.sentence if last is not None else -1
    if behind >= 0 and since < here:
        sentence = laid.sentences[here]
        inside = [f for _, _, f in cast.mentions_between(laid.tokens.starts[sentence.first], party.start) if fits(f) and f.kind != "state"]
        found = next((f for f in inside if f.medium), inside[0] if inside else None)
        if found is not None:
            return _as_body(found)
    found = next(_subjects_since(laid, cast, here, since, at, fits), None)
    return _as_body(found) if found is not None else _as_body(last.figure) if last is not None else None


def _as_body(figure: Figure) -> Figure:
    """The figure, which its name alone did not show to be no person."""
    if figure.kind == "person":
        figure.kind = "organization"
    return figure


def _subjects_since(laid: LaidOut, cast: Cast, here: int, since: int, at: int, fits: Fits) -> Iterator[Figure]:
    """The subjects that fit of the sentences from the pronoun's own, at token `at`, back to the one of number `since`."""
    for number in range(here, max(since, here - SENTENCES_BACK, -1), -1):
        sentence = laid.sentences[number]
        until = at if number == here else sentence.last + 1
        found = subject_mention(laid, cast, sentence.first, until, fits)
        if found is None:
            for subject in head_of(laid, cast, number):
                found = _body_subject(laid, cast, subject) if laid.tokens.at(subject.start) < until else None
        if found is not None and fits(found):
            yield found


def _body_subject(laid: LaidOut, cast: Cast, subject: Party) -> Figure | None:
    """The body that a sentence's subject is: one that the text knows, "The anglers' club", or a name that nothing else tells of."""
    if subject.form == "phrase":
        known = whom_description(laid, subject, cast) if not somebody_new(laid, subject) else None
        if known is None and not many(laid, subject) and said_words(laid, subject).key in laid.lang.singles["bodies"]:
            return cast.phrase(subject)
        return known
    if subject.form in ("name", "institution") and (subject.form == "institution" or laid.lang.code == "en"):
        return cast.named(subject)
    return None


def whom_body_noun(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard]) -> Figure | None:
    """Whom "the group", "organisasi itu", "misi PBB itu" means where no name or role holds the noun.

    The subject since somebody spoke, a body that spoke last, the body of whoever spoke last, else the body named last.
    """
    tokens, sets = laid.tokens, laid.lang.singles
    first, last = tokens.at(party.start), tokens.at(party.end) - 1
    noun = said_words(laid, party).key
    if noun not in sets["bodies"] and noun not in sets["companies"] and noun not in sets["any_body"]:
        return None
    pointed = tokens.lower[last] in sets["definite"] if laid.lang.code == "id" else first and tokens.lower[first - 1] in sets["definite"]
    if not pointed or many(laid, party):
        return None
    known = party.affiliations or any(tokens.capital(i) for i in range(first + 1, last + 1))
    if known and laid.lang.code == "en":
        return None

    def fits(figure: Figure) -> bool:
        known = figure.named or (figure is (heard[-1].figure if heard else None) and figure.name[:1].isupper() and " " in figure.name)
        return known and figure.kind != "state" and not figure.medium and may_be_body(laid, figure) and called_so(laid, figure, noun)

    here = laid.sentence_of(laid.tokens.at(party.start))
    spoke = heard[-1] if heard else None
    found = next(_subjects_since(laid, cast, here, spoke.sentence if spoke is not None else -1, first, fits), None)
    if found is None and spoke is not None:
        found = spoke.figure if fits(spoke.figure) else next((f for f in _bodies_of(cast, spoke.figure) if fits(f)), None)
    if found is None:
        found = cast.latest_before(party.start, lambda f: f.kind == "organization" and fits(f))
    return _as_body(found) if found is not None else None


def _bodies_of(cast: Cast, figure: Figure) -> Iterator[Figure]:
    """The bodies to which somebody belongs, as far as the text names them."""
    for form in figure.affiliations:
        known = cast.by_form.get(form)
        if known is not None:
            yield known


def whom_they(laid: LaidOut, cast: Cast, party: Party, heard: Sequence[Heard]) -> Figure | None:
    """ "they", "mereka": several people or a body of them, among the subjects since they spoke, else who spoke last."""
    here = laid.sentence_of(laid.tokens.at(party.start))
    last = next((h for h in reversed(heard) if h.figure.plural), None) or next(
        (h for h in reversed(heard) if h.figure.kind != "person"), None
    )
    since = last.sentence if last is not None else -1
    body: Figure | None = None
    for number in range(here - 1, max(since, here - SENTENCES_BACK, -1), -1):
        sentence = laid.sentences[number]
        for subject in (*head_of(laid, cast, number), None):
            several = subject if subject is not None else _plural_at_head(laid, sentence.first, sentence.last)
            if several is None or several.form != "phrase":
                continue
            if many(laid, several) or _crowd(laid, several):
                return whom_description(laid, several, cast) or cast.phrase(several)
        if body is None:
            body = subject_mention(
                laid, cast, sentence.first, sentence.last + 1, lambda f: f.kind in ("organization", "group") and not f.medium
            )
    if body is not None and (last is None or not last.figure.plural):
        return body
    return last.figure if last is not None else None


def _plural_at_head(laid: LaidOut, first: int, right: int) -> Party | None:
    """A plural subject that a comma, a relative or a preposition parts from its verb: "Bakers, as ever, were", "Dua pedagang, …"."""
    tokens, sets = laid.tokens, laid.lang.singles
    first += tokens.lower[first] in sets["articles"]
    for end in range(first, min(first + LONGEST_HEAD, right)):
        nxt = end + 1
        word = tokens.lower[end]
        if not tokens.word(end) or laid.quote_of[end] >= 0 or word in sets["prepositions"] or (end > first and tokens.capital(end)):
            return None
        stops = tokens.words[nxt] == "," or tokens.lower[nxt] in sets["relative"] or tokens.lower[nxt] in sets["prepositions"]
        if stops or past_like(laid, nxt) or verb_like(laid, nxt) or finite_at(laid, nxt):
            alone = tokens.lower[first] in laid.lang.closed or (end == first and tokens.lower[first] in sets["many"])
            return None if alone else Party(*laid.span(first, end), form="phrase", head=first)
    return None


def _crowd(laid: LaidOut, party: Party) -> bool:
    """ "Warga", "Suporter yang …": in Indonesian a bare noun for people can mean several."""
    first = laid.tokens.at(party.start)
    word, sets = laid.tokens.lower[first], laid.lang.singles
    return laid.lang.code == "id" and (word in sets["crowds"] or word in sets["groups_around"] or sort_of(laid, first) == "N")
