"""Descriptions: whom a role, a kind of body or another common phrase means ("sang jenderal", "the company", "data BPS")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.cast import Cast
from saksi.reading.determined import definite, many, somebody_new
from saksi.reading.drafts import Draft
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.name_forms import party_text
from saksi.reading.parties import Party
from saksi.reading.said_words import how_well, said_words
from saksi.reading.wordsorts import sort_of
from saksi.words.world import world

LEAD_PARAGRAPHS: Final = 1
"""Paragraphs from the start in which a speaker can stand by role, to be named in a later one."""
REVEALED_WITHIN: Final = 3
"""Paragraphs behind the role within which the name comes."""
COMMON_GROUND: Final = 2
"""Words that a first mention by role and a later apposition must share ("Kepala militer AS di Afrika" … "militer AS … Afrika")."""


def whom_description(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """Who in the cast is described, None where it is somebody new."""
    holder = evidence_holder(laid, party, cast)
    if holder is not None:
        return holder
    if somebody_new(laid, party):
        return None
    form = party_text(laid, party)
    if laid.tokens.lower[party.head] in laid.lang.singles["many"]:
        return cast.by_form.get(form)
    side, _, rest = form.partition(" ")
    if side.lower() in laid.lang.singles["stands_for_body"] and (body := cast.by_form.get(rest)) is not None and body.named:
        return body
    inner = _body_inside(laid, party)
    if inner is not None and form not in cast.by_form:
        return _by_definite(laid, inner, cast) or _by_short_form(laid, party_text(laid, inner), cast)
    return cast.by_form.get(form) or _by_definite(laid, party, cast) or _by_role(laid, party, cast) or _by_short_form(laid, form, cast)


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


def _body_inside(laid: LaidOut, party: Party) -> Party | None:
    """ "catatan yayasan", "data badan tersebut", "pihak bank": the common noun for the body whose figures or side a phrase means."""
    tokens, sets = laid.tokens, laid.lang.singles
    first, last = tokens.at(party.start), tokens.at(party.end) - 1
    if laid.lang.code != "id" or not first < last or tokens.lower[first] not in sets["evidence"] | sets["stands_for_body"]:
        return None
    bare = last - 1 if tokens.lower[last] in sets["definite"] else last
    noun = tokens.lower[first + 1]
    if bare != first + 1 or not (noun in sets["bodies"] or noun in sets["companies"] or noun in sets["institution_heads"]):
        return None
    return Party(*laid.span(first + 1, last), form="phrase", head=first + 1)


def _by_definite(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """The figure whose name or role fits the phrase best, of several the latest, where its head or a kind of it is among their words.

    "The company" without a match is the last body that can be one. Members are not their association ("nelayan", Serikat Nelayan).
    """
    said = said_words(laid, party)
    if not definite(laid, party):
        return None
    sets = laid.lang.singles
    key = said.key
    wanted = frozenset({key}).union(laid.lang.is_a.get(key, ()), laid.lang.is_a.get(" ".join(said.heads), ()))
    body = key in sets["institution_heads"] or key in sets["companies"] or key in sets["bodies"]
    best: tuple[int, Figure] | None = None
    for figure in cast.latest_first(party.start):
        if (body and figure.kind == "person") or figure.kind == "place" or (not body and figure.kind == "state"):
            continue
        words = figure.words()
        if not body and figure.kind != "person" and key not in sets["associations"] and not sets["associations"].isdisjoint(words):
            continue
        is_one = not wanted.isdisjoint(figure.own_words()) or (figure.medium and key in sets["media_nouns"])
        if not is_one or (figure.plural and not figure.named):
            continue
        fit = how_well(laid, said, figure, words)
        if fit > 0 and (best is None or fit > best[0]):
            best = (fit, figure)
    if best is not None:
        return best[1]
    if key in sets["companies"]:
        return cast.latest_before(party.start, lambda f: f.kind == "organization" and f.named and not f.medium and _may_trade(laid, f))
    return None


def _may_trade(laid: LaidOut, figure: Figure) -> bool:
    """Whether a body can be a company: no ministry, court or army, and no body of states."""
    return laid.lang.singles["organs"].isdisjoint(figure.words()) and figure.name not in world().bodies_in[laid.lang.code]


def _by_role(laid: LaidOut, party: Party, cast: Cast) -> Figure | None:
    """Somebody whose roles and appositions, here or later, share enough of the phrase's words."""
    said = said_words(laid, party)
    heads = [w for w in said.heads if w not in laid.lang.small_words]
    tokens = laid.tokens
    sorted_so = (i for i in range(tokens.at(party.start), tokens.at(party.end)) if sort_of(laid, i) in "RK")
    roles = {tokens.lower[i] for i in sorted_so} - laid.lang.singles["role_prefixes"]
    if not roles or many(laid, party):
        return None
    best: tuple[int, Figure] | None = None
    for figure in cast.figures:
        common = figure.about.intersection(heads)
        if figure.kind != "person" or not figure.named or not common or figure.belongs_to(said.key):
            continue
        if not how_well(laid, said, figure, figure.words()):
            continue
        enough = len(common) >= min(COMMON_GROUND, len(heads)) or any(
            w in roles and w not in laid.lang.singles["everyday_roles"] for w in common
        )
        if enough and (best is None or len(common) > best[0]):
            best = (len(common), figure)
    return best[1] if best is not None else None


def _by_short_form(laid: LaidOut, form: str, cast: Cast) -> Figure | None:
    """An institution's name that begins or ends with the phrase ("kementerian" of "Kementerian Luar Negeri Belarus").

    Members are not their association: not "pedagang" of "Paguyuban Pedagang".
    """
    small = form.lower()
    for figure in reversed(cast.figures):
        if figure.kind == "organization" and figure.named:
            name = figure.name.lower()
            of_members = not laid.lang.singles["associations"].isdisjoint(name.split())
            if name.startswith(f"{small} ") or (name.endswith(f" {small}") and not of_members):
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
    if " " not in figure.name and laid.lang.code == "en" and not named.roles:
        return False
    sets, heads = laid.lang.singles, set(said_words(laid, described).heads)
    if figure.kind == "organization" and (sets["companies"] | sets["owning_roles"]).isdisjoint(heads):
        return False
    if figure.belongs_to(said_words(laid, described).key):
        return False
    return {word for word in figure.about if word in sets["role_heads"]} <= heads | sets["ranks"]
