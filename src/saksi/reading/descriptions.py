"""Descriptions: whom a role, a kind of body or another common phrase means ("sang jenderal", "the company", "data BPS")."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.cast import Cast, party_text
from saksi.reading.determined import definite, many, somebody_new
from saksi.reading.drafts import Draft
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.reading.wordsorts import sort_of

LEAD_PARAGRAPHS = 1
"""Paragraphs from the start in which a speaker can stand by role, to be named in a later one."""
REVEALED_WITHIN = 3
"""Paragraphs behind the role within which the name comes."""
OWNERS = frozenset({"owner", "operator", "pemilik"})
COMMON_GROUND = 2
"""Words that a first mention by role and a later apposition must share ("Kepala militer AS di Afrika" … "militer AS … Afrika")."""


def whom_description(laid: LaidOut, party: Party, cast: Cast, recent: Sequence[Figure]) -> Figure | None:
    """Who in the cast is described, None where it is somebody new. `recent` are the speakers so far, in order."""
    holder = evidence_holder(laid, party, cast)
    if holder is not None:
        return holder
    if somebody_new(laid, party) or (many(laid, party) and laid.tokens.lower[party.head] in laid.lang.singles["many"]):
        return cast.by_form.get(party_text(laid, party)) if not somebody_new(laid, party) else None
    form = party_text(laid, party)
    return cast.by_form.get(form) or _by_definite(laid, party, cast, recent) or _by_role(laid, party, cast) or _by_short_form(form, cast)


def evidence_holder(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """The body whose figures or report a phrase names: "data yang dihimpun UNSMIL", "a survey by the Elm Institute"."""
    tokens = laid.tokens
    first, end = tokens.at(party.start), tokens.at(party.end)
    if tokens.lower[first] not in laid.lang.singles["evidence"]:
        return None
    held = [
        figure
        for start, stop, figure in cast.mentions_between(party.start, party.end)
        if figure.kind in ("organization", "group") and figure.named and not figure.medium and stop <= party.end
    ]
    if held:
        return held[0]
    named = next((i for i in range(first + 1, end) if tokens.capital(i) and sort_of(laid, i) == "O"), -1)
    if named < 0 or laid.lang.code != "id":
        return None
    last = named
    while last + 1 < end and (tokens.capital(last + 1) or tokens.lower[last + 1] in laid.lang.singles["name_joints"]):
        last += 1
    return cast.named(Party(*laid.span(named, last), form="institution", head=named)) if last > named else None


def _head_words(laid: LaidOut, party: Party) -> list[str]:
    """The words of a phrase that say what somebody is."""
    tokens, sets = laid.tokens, laid.lang.singles
    return [
        tokens.lower[i]
        for i in range(tokens.at(party.start), tokens.at(party.end))
        if tokens.word(i) and tokens.lower[i] not in sets["determiners"] and tokens.lower[i] not in sets["definite"]
    ]


def _by_definite(laid: LaidOut, party: Party, cast: Cast, recent: Sequence[Figure]) -> Figure | None:
    """The latest figure whose name or role holds the phrase's head, or a word that is a kind of it.

    "anggota DPR itu" without a match is the last person who spoke, "the company" the last body that can be one.
    """
    heads = _head_words(laid, party)
    if not definite(laid, party) or not heads:
        return None
    sets, is_a = laid.lang.singles, laid.lang.is_a
    if heads[0] in sets["media_nouns"]:
        return cast.latest_before(party.start, lambda f: f.medium)
    title = " ".join(heads)
    keys = heads[-1:] if laid.lang.code == "en" else heads[:1]
    wanted = frozenset().union(keys, *(is_a.get(key, frozenset()) for key in (*keys, title)))
    body = any(key in sets["institution_heads"] or key in sets["companies"] or key in sets["bodies"] for key in keys)

    def described(figure: Figure) -> bool:
        if (body and figure.kind == "person") or figure.kind == "place" or (not body and figure.kind == "state"):
            return False
        return not wanted.isdisjoint(figure.words()) and not (figure.plural and figure.named is False)

    found = cast.latest_before(party.start, described)
    if found is not None:
        return found
    if keys[0] in sets["companies"]:
        return cast.latest_before(party.start, lambda f: f.kind == "organization" and f.named and not f.medium and _may_trade(laid, f))
    marked = laid.tokens.lower[laid.tokens.at(party.end) - 1] in sets["definite"]
    if laid.lang.code == "id" and marked and sort_of(laid, laid.tokens.at(party.start)) in "RK":
        return next((f for f in reversed(recent) if f.kind == "person"), None)
    return None


def _may_trade(laid: LaidOut, figure: Figure) -> bool:
    """Whether a body can be a company: no ministry, court or army."""
    return laid.lang.singles["organs"].isdisjoint(figure.words()) and figure.qid is None


def _by_role(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """Somebody whose roles and appositions, here or later, share enough of the phrase's words."""
    heads = [w for w in _head_words(laid, party) if w not in laid.lang.small_words]
    tokens = laid.tokens
    roles = {tokens.lower[i] for i in range(tokens.at(party.start), tokens.at(party.end)) if sort_of(laid, i) in "RK"}
    if not roles or many(laid, party):
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
    return best[1] if best is not None else None


def _by_short_form(form: str, cast: Cast) -> Figure | None:
    """An institution's name that begins or ends with the phrase ("kementerian" of "Kementerian Luar Negeri Belarus")."""
    small = form.lower()
    for figure in reversed(cast.figures):
        if figure.kind == "organization" and figure.named and figure.forms:
            name = figure.name.lower()
            if name.startswith(f"{small} ") or name.endswith(f" {small}"):
                return figure
    return None


def revealed_later(laid: LaidOut, party: Party, draft: Draft, drafts: Sequence[Draft], meant: dict[int, Figure]) -> Figure | None:
    """Whom the first paragraph calls by a role and a later one by name: "The commander said …" / '"…," Arvo Tamm told …'.

    The next speaker with a name is meant where that name has not stood before and brings no role of its own but a rank.
    """
    paragraph = laid.sentences[draft.sentence].paragraph
    leads = paragraph == 0 and somebody_new(laid, party)
    if not leads and not definite(laid, party) and not _bare_title(laid, party):
        return None
    body = not any(sort_of(laid, i) in "RK" for i in range(laid.tokens.at(party.start), laid.tokens.at(party.end)))
    if paragraph > LEAD_PARAGRAPHS or many(laid, party) or (somebody_new(laid, party) and not leads) or body:
        return None
    for later in drafts:
        distance = laid.sentences[later.sentence].paragraph - paragraph
        if later.sentence <= draft.sentence or distance < 1:
            continue
        if distance > REVEALED_WITHIN:
            return None
        for other in later.parties:
            figure = meant.get(id(other)) if other.form in ("name", "institution") else None
            if figure is None or figure.medium or figure.kind in ("state", "place"):
                continue
            return figure if _introduced_bare(laid, figure, other, party) else None
    return None


def _bare_title(laid: LaidOut, party: Party) -> bool:
    """ "Kepala penjaga pantai X mengatakan": in Indonesian a role needs no article."""
    return laid.lang.code == "id" and sort_of(laid, laid.tokens.at(party.start)) in "RK"


def _introduced_bare(laid: LaidOut, figure: Figure, named: Party, described: Party) -> bool:
    """Whether somebody is first named here and without a role that says something else than the description."""
    if min(figure.spans)[0] < min([named.start, *[a for a, _ in named.roles]]):
        return False
    sets, heads = laid.lang.singles, set(_head_words(laid, described))
    if figure.kind == "organization" and (sets["companies"] | OWNERS).isdisjoint(heads):
        return False
    return {word for word in figure.about if word in sets["role_heads"]} <= heads | sets["ranks"]
