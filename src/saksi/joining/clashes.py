"""Finds what two articles tell of one thing that cannot both be right: rival figures, dates, attributes, a denial of an assertion.

Precision goes before recall: later counts, other places and times, roundings, reworded copies and dropped hedges are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

import msgspec

from saksi.joining.claims import Joined, order_of
from saksi.joining.concepts import concepts, opposites, table
from saksi.joining.propositions import Figure, Proposition, Setting
from saksi.joining.same_claim import rivals, same_speaker
from saksi.joining.when import hours_between
from saksi.reading.figures_apart import exclude
from saksi.records import Clash, Differing, Edit, Family, Place, Reading, Span
from saksi.records.conflict import ConflictKind
from saksi.records.ids import content_id

_UPDATE_HOURS = 5
"""From here on a higher count is taken for a later one."""
_STALE_HOURS = 72
"""Two figures told so far apart are of two moments."""
_REPLACED_WORDS = 2
"""Words that an altered attribute has at most; more are another wording."""
_WEEK = 7


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """Two accounts that cannot both be right, as one pair of articles tells them, the older one first.

    Of those with the same `families` and `words` (case aside, in either order) the one of the least `rank` is shown, so that copies
    do not repeat it.
    """

    clash: Clash
    families: tuple[str, str]
    words: tuple[str, str]
    rank: tuple[str, str, str, str, int, int]


def clashes(
    joined: Sequence[Joined], neighbours: Sequence[tuple[Setting, Setting]], families: Iterable[Family], readings: Mapping[str, Reading]
) -> list[Clash]:
    """Every conflict between two articles, by its id, each once."""
    members: dict[str, list[Proposition]] = {}
    for member in sorted((member for claim in joined for member in claim.members), key=order_of):
        members.setdefault(member.setting.article, []).append(member)
    altered_ones = (
        clash
        for family in families
        for copy in family.copies
        for clash in altered(
            readings[family.origin],
            [edit for edit in family.edits if edit.article == copy],
            members.get(family.origin, ()),
            members.get(copy, ()),
        )
    )
    rival_ones = (rival for x, y in neighbours for rival in rival_accounts(members.get(x.article, ()), members.get(y.article, ())))
    return listed((clash for claim in joined for clash in within(claim)), altered_ones, rival_ones)


def listed(within_claims: Iterable[Clash], altered_ones: Iterable[Clash], rival_ones: Iterable[Rival]) -> list[Clash]:
    """Conflicts of the three sorts by their ids, each once."""
    shown: dict[tuple[tuple[str, str], ...], Rival] = {}
    for rival in rival_ones:
        told = tuple(sorted(zip(rival.families, rival.words, strict=True)))
        if told not in shown or rival.rank < shown[told].rank:
            shown[told] = rival
    found = {clash.conflict: clash for clash in chain(within_claims, altered_ones, (rival.clash for rival in shown.values()))}
    return [found[name] for name in sorted(found)]


def within(claim: Joined) -> Iterator[Clash]:
    """Conflicts between members of one claim, each wording once a family."""
    shown: set[tuple[object, ...]] = set()
    for a, b in combinations([one for one in claim.members if one.field == "text"], 2):
        if a.setting.article == b.setting.article or a.setting.address == b.setting.address is not None:
            continue  # a paper that writes its own report anew does not contradict itself
        for kind, mine, theirs in (*_figures(a, b), *_dates(a, b), *_polarity(claim, a, b)):
            key = (kind, *sorted(((a.setting.family, mine.casefold()), (b.setting.family, theirs.casefold()))))
            if key not in shown:
                shown.add(key)
                yield _clash(a, b, kind, mine, theirs)


def _figures(a: Proposition, b: Proposition) -> Iterator[tuple[ConflictKind, str, str]]:
    """Rival figures of one thing: of their sort they stand alone in both contents; copies have them in the same order."""
    family = a.setting.family == b.setting.family
    for sort in dict.fromkeys(map(_sort, a.figures)):
        mine, theirs = ([figure for figure in one.figures if _sort(figure) == sort] for one in (a, b))
        if len(mine) != len(theirs) or (len(mine) > 1 and not family):
            continue
        for x, y in zip(mine, theirs, strict=True):
            if _bounded(x) and _bounded(y) and exclude(x.value, y.value) and (family or not _updated(a, b, x, y)):
                yield "figure", x.text, y.text


def _bounded(figure: Figure) -> bool:
    return figure.value.low is not None or figure.value.high is not None


def _sort(figure: Figure) -> tuple[str | None, str | None, bool]:
    return figure.value.unit, figure.of, figure.length


def _updated(a: Proposition, b: Proposition, x: Figure, y: Figure) -> bool:
    """Whether the later of two figures may be a later count of the same thing, or of another moment."""
    apart = hours_between(_moment(a), _moment(b))
    if a.updated or b.updated:
        return True
    if apart is None or apart >= _STALE_HOURS:
        return True
    early, late = (x, y) if a.setting.moment <= b.setting.moment else (y, x)
    grows = (late.value.low or late.value.high or 0) >= (early.value.low or early.value.high or 0)
    return not x.length and apart >= _UPDATE_HOURS and grows


def _moment(one: Proposition) -> str:
    """When its article came out; "" where that is not known, or known by the day alone."""
    moment = one.setting.moment
    return f"{moment[:-3]}T12:00:00" if moment.endswith("T24") else moment if moment != "~" else ""


def _dates(a: Proposition, b: Proposition) -> Iterator[tuple[ConflictKind, str, str]]:
    """One day in either content, and another: a weekday that was read a week off is the same."""
    if len(a.days) != 1 or len(b.days) != 1:
        return
    (mine, said), (theirs, told) = a.days[0], b.days[0]
    if mine == theirs or said.casefold() == told.casefold() or _whole_weeks(mine, theirs):
        return
    yield "date", said, told


def _whole_weeks(a: str, b: str) -> bool:
    from datetime import date

    return (date.fromisoformat(a) - date.fromisoformat(b)).days % _WEEK == 0


def _polarity(claim: Joined, a: Proposition, b: Proposition) -> Iterator[tuple[ConflictKind, str, str]]:
    """An assertion in one family against a denial in another; not by one speaker, who corrects himself."""
    sides = {claim.side(a), claim.side(b)}
    if "denied" not in sides or len(sides) == 1 or a.setting.family == b.setting.family or same_speaker(a, b):
        return
    if any(one.points_at is not None for one in (a, b)):
        return
    mine, theirs = (_told(one) if claim.side(one) == "denied" else one.content.text for one in (a, b))
    yield "polarity", mine, theirs


def _told(denial: Proposition) -> str:
    cue = denial.statement.cue
    return cue.text if cue is not None and denial.statement.polarity == "denied" else denial.content.text


def rival_accounts(older: Sequence[Proposition], later: Sequence[Proposition]) -> Iterator[Rival]:
    """Rival accounts of two articles of one happening, two claims: "gold, not sugar" against "sugar", fog against clear weather."""
    for place, a in enumerate(older):
        for at, b in enumerate(later):
            x, y = a.setting, b.setting
            if x.family == y.family or a.field != "text" or b.field != "text":
                continue
            pair = _rival_accounts(a, b) or _opposite(a, b)
            if pair is not None:
                yield Rival(
                    clash=_clash(a, b, "attribute", *pair),
                    families=(x.family, y.family),
                    words=(pair[0].casefold(), pair[1].casefold()),
                    rank=(y.moment, y.article, x.moment, x.article, place, at),
                )


def _rival_accounts(a: Proposition, b: Proposition) -> tuple[str, str] | None:
    """The words set against each other: what one says instead, and what the other has; None where the rest is not alike."""
    if not rivals(a, b):
        return None
    one, other, turned = (a, b, False) if a.opposed & b.words else (b, a, True)
    denied = one.opposed & other.words
    rest = (one.words & other.words) - denied
    if not rest - one.setting.places or _affirms_denied(other, one):
        return None
    mine = _word_of(one, one.words - other.words - one.opposed, last=True)
    theirs = _word_of(other, denied)
    if mine is None or theirs is None:
        return None
    return (theirs, mine) if turned else (mine, theirs)


def _affirms_denied(other: Proposition, one: Proposition) -> bool:
    return other.statement.polarity == "denied" or one.statement.polarity == "denied" or other.negated


def _opposite(a: Proposition, b: Proposition) -> tuple[str, str] | None:
    if a.negated != b.negated or a.statement.polarity != b.statement.polarity:
        return None
    for sort in ("weather", "others"):
        for key in sorted(a.words & opposites(sort).keys()):
            against = opposites(sort)[key] & b.words
            if not against or key in b.words or (sort == "others" and len(a.words & b.words) < max(len(a.words), len(b.words)) - 1):
                continue
            mine, theirs = _word_of(a, {key}), _word_of(b, against)
            if mine is not None and theirs is not None and (sort != "weather" or _said_of_weather(a, b)):
                return mine, theirs
    return None


def _said_of_weather(a: Proposition, b: Proposition) -> bool:
    """Whether either names the weather as such; "a clear answer" says nothing of fog."""
    return "weather" in a.words or "weather" in b.words


def _word_of(one: Proposition, keys: Iterable[str], *, last: bool = False) -> str | None:
    """The words of a content that a concept stands for, the first or the last of them."""
    wanted = set(keys)
    language = one.setting.language
    found = [c for c in concepts(one.content.text, language, one.setting.names) if c.key in wanted]
    if not found:
        return None
    chosen = found[-1] if last else found[0]
    return one.content.text[chosen.start : chosen.end]


def altered(origin: Reading, found: Iterable[Edit], mine: Sequence[Proposition], theirs: Sequence[Proposition]) -> Iterator[Clash]:
    """An attribute or a name that a copy replaced inside of a statement: a conflict with the origin.

    `found` are the edits of the copy, `mine` and `theirs` the statements of the origin and the copy.
    """
    for edit in found:
        if edit.kind not in ("wording", "name") or edit.a is None or edit.b is None or not _attribute(edit, origin):
            continue
        a, b = _holding(edit.a, mine), _holding(edit.b, theirs)
        if a is not None and b is not None:
            yield _clash(a, b, "attribute", edit.removed, edit.added)


def _attribute(edit: Edit, origin: Reading) -> bool:
    """Whether a few words of meaning were replaced by as many others that mean something else; verbs are reworded too often."""
    language = origin.article.language or "en"
    removed, added = edit.removed.split(), edit.added.split()
    if len(removed) != len(added) or len(removed) > _REPLACED_WORDS:
        return False
    old, new = concepts(edit.removed, language), concepts(edit.added, language)
    if len(old) != 1 or len(new) != 1 or old[0].key == new[0].key:
        return False
    return edit.kind == "name" or not (_verb(removed[-1], language) or _verb(added[-1], language))


def _verb(word: str, language: str) -> bool:
    if language == "id":
        return word.casefold().startswith(("me", "di", "ber", "ter"))
    return word in table("en").light


def _holding(span: Span, members: Sequence[Proposition]) -> Proposition | None:
    fitting = [
        one for one in members if one.field == "text" and any(c.start <= span.start and span.end <= c.end for c in one.statement.contents)
    ]
    return min(fitting, key=lambda one: (len(one.content.text), one.statement.id), default=None)


def _clash(a: Proposition, b: Proposition, kind: ConflictKind, mine: str, theirs: str) -> Clash:
    """The conflict, the older article first."""
    if (b.setting.moment, b.setting.article) < (a.setting.moment, a.setting.article):
        a, b, mine, theirs = b, a, theirs, mine
    first, second = _place(a, mine), _place(b, theirs)
    parts = (first.article, first.start, first.end, second.article, second.start, second.end, kind)
    return Clash(conflict=content_id("conflict", *parts), a=first, b=second, kind=kind, differs=(Differing(a=mine, b=theirs),))


def _place(one: Proposition, words: str) -> Place:
    """The stretch of the content that holds the words, else its first one."""
    held = next((content for content in one.statement.contents if words in content.text), one.content)
    return Place(article=one.setting.article, start=held.start, end=held.end, text=held.text)
