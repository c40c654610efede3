"""Coreference: whom a speaker's name, role, pronoun or enclitic means, from the text before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from saksi.limits import SPEAKERS_REMEMBERED
from saksi.reading.cast import Cast, Figure, party_text
from saksi.reading.drafts import Draft
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.rules.heads import sentence_subject
from saksi.reading.rules.scene import Scene
from saksi.reading.wordsorts import sort_of

WORD = re.compile(r"\w{2,}")
COMMON_GROUND = 2
"""Words that a first mention by role and a later apposition must share ("Kepala militer AS di Afrika" … "militer AS … Afrika")."""


def resolve(laid: LaidOut, drafts: list[Draft], cast: Cast) -> dict[int, Figure]:
    """The figure that each party of the drafts means, by `id(party)`; names first, so that roles can look ahead."""
    meant: dict[int, Figure] = {}
    for draft in drafts:
        for party in [*draft.parties, *draft.relay]:
            if party.form in ("name", "institution") and id(party) not in meant:
                figure = cast.named(party)
                meant[id(party)] = figure
                _learn(laid, figure, party, draft)
    cast.find_short_names()
    recent: list[Figure] = []
    for draft in drafts:
        figures = [_figure(laid, party, draft, drafts, cast, meant, recent) for party in [*draft.relay, *draft.parties]]
        recent.extend(f for f in figures if f is not None)
        del recent[:-SPEAKERS_REMEMBERED]
    return meant


def _learn(laid: LaidOut, figure: Figure, party: Party, draft: Draft) -> None:
    """Keep what the phrase says of the figure: roles, affiliations, and the words of its appositions."""
    text = laid.text
    for start, end in party.roles:
        if text[start:end] not in figure.roles:
            figure.roles.append(text[start:end])
    for start, end in party.affiliations:
        if text[start:end] not in figure.affiliations:
            figure.affiliations.append(text[start:end])
    around = [(a, b) for a, b in [*party.roles, *party.affiliations]]
    around += [
        laid.span(*stretch) for stretch in draft.passed if stretch[0] <= stretch[1] < len(laid.tokens) and draft.rule == "subject-verb"
    ]
    for start, end in around:
        figure.about.update(word for word in WORD.findall(text[start:end].lower()) if word not in laid.lang.small_words)


def _figure(
    laid: LaidOut, party: Party, draft: Draft, drafts: list[Draft], cast: Cast, meant: dict[int, Figure], recent: list[Figure]
) -> Figure | None:
    """Whom one party means, remembered in `meant`."""
    known = meant.get(id(party))
    if known is None:
        if party.form in ("pronoun", "enclitic"):
            known = _pronoun(laid, party, cast, recent)
        elif party.form == "letter":
            known = _letter(laid, party, drafts, cast, meant)
        elif party.form == "phrase":
            known = _role(laid, party, cast, recent)
        if known is not None:
            meant[id(party)] = known
            if party.form == "pronoun":
                known.describe("", (party.start, party.end))
    return known


def _pronoun(laid: LaidOut, party: Party, cast: Cast, recent: list[Figure]) -> Figure | None:
    """The latest speaker that fits; for "it" a body, for "they" a plural, else a person; failing that a person named before."""
    word = laid.text[party.start : party.end].lower()
    pronouns = laid.lang.pronouns
    if word in pronouns["plural"]:
        fits = _subjects_since(laid, party, cast, recent, plural=True) or [f for f in recent if f.plural] or recent
    elif word == "it":
        fits = [f for f in recent if f.kind != "person"] or recent
    elif word in pronouns["singular"] or party.form == "enclitic":
        speakers = [f for f in recent if not f.medium]
        if party.form == "enclitic" or laid.lang.code == "id":
            fits = _subjects_since(laid, party, cast, speakers) or speakers[-1:]
            if party.form != "enclitic" and fits and fits[-1].kind != "person":
                fits = [f for f in speakers if f.kind == "person"] or fits
        else:
            persons = [f for f in speakers if f.kind == "person"]
            fits = [f for f in _subjects_since(laid, party, cast, persons) if f.kind == "person"] or persons
    else:
        fits = _subjects_since(laid, party, cast, recent) or recent
    if fits:
        return fits[-1]
    before = [(end, f) for f in cast.figures if f.kind == "person" for _, end in f.spans if end <= party.start]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _subjects_since(laid: LaidOut, party: Party, cast: Cast, speakers: list[Figure], *, plural: bool = False) -> list[Figure]:
    """Who is the subject of one of the last two sentences, behind the last speaker's words."""
    here = laid.tokens.at(party.start)
    sentence = bisect_right(laid.sentences, here, key=attrgetter("first")) - 1
    last_spoken = max((end for f in speakers[-1:] for _, end in f.spans if end <= party.start), default=0)
    for number in (sentence - 1, sentence - 2):
        if number < 0 or laid.sentences[number].paragraph < laid.sentences[sentence].paragraph - 1:
            break
        before = laid.sentences[number]
        if laid.tokens.starts[before.first] < last_spoken:
            break
        subjects = sentence_subject(Scene(laid, number, before.first, before.last, [], []), before.last)
        for subject in subjects[:1]:
            if subject.form in ("name", "institution") and not plural:
                return [cast.named(subject)]
            if subject.form == "phrase" and sort_of(laid, subject.head) in "RKDN" and _many(laid, subject) == plural:
                return [_role(laid, subject, cast, speakers)]
    return []


def _many(laid: LaidOut, party: Party) -> bool:
    """Whether a phrase means several: "para nelayan", "the fishermen"."""
    tokens, sets = laid.tokens, laid.lang.singles
    if tokens.lower[party.head] in sets["many"]:
        return True
    last = tokens.lower[tokens.at(party.end) - 1]
    return laid.lang.code == "en" and last.endswith(("s", "men", "people")) and not last.endswith("ss")


def _letter(laid: LaidOut, party: Party, drafts: list[Draft], cast: Cast, meant: dict[int, Figure]) -> Figure | None:
    """A of a transcript: the person named first; Q stays who asks."""
    if laid.text[party.start : party.end].lower() in laid.lang.singles["asking"]:
        return None
    people = [f for f in cast.figures if f.kind == "person" and any(end <= party.start for _, end in f.spans)]
    if people:
        return min(people, key=lambda f: min(f.spans))
    return None


def _role(laid: LaidOut, party: Party, cast: Cast, recent: list[Figure]) -> Figure:
    """A role or common phrase: who held it before, or whom it turns out to be; else a figure of its own."""
    form = party_text(laid, party)
    figure = None if _indefinite(laid, party) else cast.by_form.get(form)
    if figure is None:
        figure = _by_definite(laid, party, cast, recent) or _by_role(laid, party, cast) or _by_short_form(form, cast)
    if figure is None:
        return cast.phrase(party)
    figure.describe(form, (party.start, party.end))
    return figure


def _indefinite(laid: LaidOut, party: Party) -> bool:
    """ "seorang pejabat", "a spokesman": somebody new."""
    tokens = laid.tokens
    first = tokens.at(party.start)
    if tokens.lower[first] in laid.lang.singles["indefinite"]:
        return True
    return tokens.lower[max(0, first - 1)] in laid.lang.singles["articles"] - laid.lang.singles["article_definite"]


def _head_words(laid: LaidOut, party: Party) -> list[str]:
    """The words of a phrase that say what somebody is."""
    tokens = laid.tokens
    sets = laid.lang.singles
    return [
        tokens.lower[i]
        for i in range(tokens.at(party.start), tokens.at(party.end))
        if tokens.word(i) and tokens.lower[i] not in sets["determiners"] and tokens.lower[i] not in sets["definite"]
    ]


def _definite(laid: LaidOut, party: Party) -> bool:
    """ "kementerian itu", "sang menteri", "the mayor", or a bare role."""
    tokens = laid.tokens
    first, last = tokens.at(party.start), tokens.at(party.end) - 1
    if laid.lang.code == "id":
        return (
            tokens.lower[last] in laid.lang.singles["definite"]
            or tokens.lower[first] in laid.lang.singles["article_definite"]
            or first == last
        )
    before = tokens.lower[first - 1] if first else ""
    return before in laid.lang.singles["article_definite"] or before in laid.lang.singles["possessives"]


def _by_definite(laid: LaidOut, party: Party, cast: Cast, recent: list[Figure]) -> Figure | None:
    """The latest figure whose name or role holds the phrase's head; "anggota DPR itu" without a match is the last person."""
    if not _definite(laid, party):
        return None
    heads = _head_words(laid, party)
    if not heads:
        return None
    if heads[0] in laid.lang.singles["media_nouns"]:
        return next((f for f in reversed(cast.figures) if f.medium and any(end <= party.start for _, end in f.spans)), None)
    body = heads[0] in laid.lang.singles["institution_heads"]
    pool = [f for f in cast.figures if any(end <= party.start for _, end in f.spans) and not (body and f.kind == "person")]
    for figure in sorted(pool, key=lambda f: -max(end for _, end in f.spans if end <= party.start)):
        words = {w for form in [*figure.forms, *figure.descriptions, *figure.roles] for w in form.lower().split()}
        if heads[0] in words or (heads[-1] in words and laid.lang.code == "en"):
            return figure
    if laid.lang.code == "en" and heads[-1] in laid.lang.singles["companies"]:
        bodies = [f for f in pool if f.kind == "organization" and f.named and not f.medium]
        return max(bodies, key=lambda f: max(end for _, end in f.spans if end <= party.start), default=None)
    marked = laid.tokens.lower[laid.tokens.at(party.end) - 1] in laid.lang.singles["definite"]
    if laid.lang.code == "id" and marked and sort_of(laid, laid.tokens.at(party.start)) in "RK":
        return next((f for f in reversed(recent) if f.kind == "person"), None)
    return None


def _by_role(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """Somebody whose roles and appositions, here or later, share enough of the phrase's words."""
    heads = [w for w in _head_words(laid, party) if w not in laid.lang.small_words]
    tokens = laid.tokens
    roles = {tokens.lower[i] for i in range(tokens.at(party.start), tokens.at(party.end)) if sort_of(laid, i) in "RK"}
    if not roles:
        return None
    best: tuple[int, Figure] | None = None
    for figure in cast.figures:
        if figure.kind != "person" or not figure.named:
            continue
        common = figure.about.intersection(heads)
        enough = len(common) >= min(COMMON_GROUND, len(heads)) or any(
            w in roles and w not in laid.lang.singles["everyday_roles"] for w in common
        )
        if common and enough and (best is None or len(common) > best[0]):
            best = (len(common), figure)
    return best[1] if best is not None and not _indefinite(laid, party) else None


def _by_short_form(form: str, cast: Cast) -> Figure | None:
    """An institution's name that begins or ends with the phrase ("kementerian" of "Kementerian Luar Negeri Belarus")."""
    small = form.lower()
    for figure in reversed(cast.figures):
        if (
            figure.kind == "organization"
            and figure.named
            and figure.forms
            and (figure.name.lower().startswith(small + " ") or figure.name.lower().endswith(" " + small))
        ):
            return figure
    return None
