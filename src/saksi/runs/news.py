"""What an article brings that its forerunners did not have: a decision over claims and edits, without ledger or network.

- denial: somebody denies what they had not denied before. "Rusia membantah" after "Washington menuduh Rusia" is news; a second outlet
  that tells of the same denial by the same speaker is none.
- figure: a figure of a claim that fits none told before. "Seven have died" after "four" is news, "312 houses" after "about 300" is none.
- origin: the second to carry a claim by itself. A copy, or a translation that credits the agency, is none.
- hedge: a copy that tells as certain what its origin hedged: "may have died" became "died".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from saksi.joining.claims import Joined, join, neighbours_of
from saksi.joining.edits import drops_hedge, edits
from saksi.joining.propositions import Figure, Proposition, Setting, propositions
from saksi.joining.same_claim import one_happening, same_speaker
from saksi.reading.figures_apart import exclude
from saksi.records import Edit, Reading


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The claims round one article, `before` it and `after` it was joined; `article` is its id."""

    article: str
    before: tuple[Joined, ...]
    after: tuple[Joined, ...]


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an article brings, with the claim it belongs to, and what it is new to, None where there is nothing."""

    claim: str
    said: Proposition
    before: Proposition | None


def story_of(article: Reading, setting: Setting, others: Sequence[tuple[Reading, Setting]]) -> Story:
    """The claims of an article and of those of the others that tell of the same happening."""
    near = [(reading, its) for reading, its in others if one_happening(setting, its)]
    earlier = [one for reading, its in near for one in propositions(reading, its)]
    pairs = list(neighbours_of(its for _, its in near))
    seen = {reading.article.id: reading.article.published or reading.article.fetched for reading, _ in (*near, (article, setting))}
    own = list(propositions(article, setting))
    all_pairs = [*pairs, *((its, setting) for _, its in near)]
    return Story(
        article=setting.article,
        before=tuple(join(earlier, pairs, seen)),
        after=tuple(join([*earlier, *own], all_pairs, seen)),
    )


def denials(story: Story, fits: Callable[[Proposition], bool]) -> Iterator[Brought]:
    """Each claim that a speaker of the article denies for the first time."""
    for joined, own, others in _joined(story):
        denied = [one for one in others if joined.side(one) == "denied"]
        for one in own:
            if joined.side(one) == "denied" and not any(same_speaker(one, other) for other in denied):
                denied.append(one)
                if fits(one):
                    against = [other for other in joined.members if joined.side(other) != "denied"]
                    yield Brought(claim=joined.claim.claim, said=one, before=next(iter(against), None))


def figures(story: Story, fits: Callable[[Proposition], bool], *, change: float = 0.0) -> Iterator[Brought]:
    """Each claim of which the article tells a figure that fits none told before, and is `change` percent off the newest one, or more."""
    for joined, own, others in _joined(story):
        for one in filter(fits, own):
            against = _figure_before(one, others, change)
            if against is not None:
                yield Brought(claim=joined.claim.claim, said=one, before=against)
                break


def second_origins(story: Story, fits: Callable[[Proposition], bool]) -> Iterator[Brought]:
    """Each claim that, until the article came, no two carried by themselves."""
    before = {_key(member): joined for joined in story.before for member in joined.members}
    for joined, own, others in _joined(story):
        held = {claim.claim.claim: claim for one in others if (claim := before.get(_key(one))) is not None}
        origins = joined.origins()
        if len(origins) < 2 or any(len(claim.origins()) > 1 for claim in held.values()):
            continue
        mine = next((one for one in own if fits(one) and joined.side(one) != "denied"), None)
        if mine is not None:
            other = next((one for one in origins.values() if one.setting.article != story.article), None)
            yield Brought(claim=joined.claim.claim, said=mine, before=other)


def dropped_hedges(origin: Reading, copy: Reading) -> list[Edit]:
    """The edits by which a copy tells as certain what its origin hedged, in the order of the text."""
    return [edit for edit in edits(origin, copy) if drops_hedge(edit)]


def _joined(story: Story) -> Iterator[tuple[Joined, list[Proposition], list[Proposition]]]:
    """Each claim of the article with its own statements, those of the text before those of the head, and the others."""
    for joined in story.after:
        own = [one for one in joined.members if one.setting.article == story.article]
        if own:
            others = [one for one in joined.members if one.setting.article != story.article]
            yield joined, sorted(own, key=lambda one: one.field != "text"), others


def _figure_before(one: Proposition, others: Sequence[Proposition], change: float) -> Proposition | None:
    """The newest that tells another figure of the same, None where one told the same figure or the difference is small."""
    for place, figure in enumerate(one.figures):
        told = [(other, its) for other in others if (its := _counterpart(one, place, other)) is not None]
        if not told or not all(_other(figure, its) for _, its in told):
            continue
        newest, its = max(told, key=lambda pair: pair[0].setting.moment)
        if _percent(figure, its) > change:
            return newest
    return None


def _counterpart(one: Proposition, place: int, other: Proposition) -> Figure | None:
    """The figure of the same in another statement: alone of its sort in both, or in a copy the same one in order."""
    figure = one.figures[place]
    mine, theirs = ([each for each in said.figures if _sort(each) == _sort(figure)] for said in (one, other))
    if len(mine) != len(theirs) or (len(mine) > 1 and one.setting.family != other.setting.family):
        return None
    return theirs[mine.index(figure)]


def _other(a: Figure, b: Figure) -> bool:
    return _middle(a) is not None and _middle(b) is not None and exclude(a.value, b.value)


def _percent(a: Figure, b: Figure) -> float:
    new, old = _middle(a), _middle(b)
    if new is None or old is None:
        return 0.0
    return abs(new - old) / abs(old) * 100 if old else float("inf")


def _middle(figure: Figure) -> float | None:
    bounds = [bound for bound in (figure.value.low, figure.value.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _sort(figure: Figure) -> tuple[str | None, str | None, bool]:
    return figure.value.unit, figure.of, figure.length


def _key(one: Proposition) -> tuple[str, str]:
    return one.setting.article, one.statement.id
