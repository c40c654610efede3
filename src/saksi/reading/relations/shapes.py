"""Whether a shape fits around a word: the names A and B that stand where it says."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.reading.relations.ground import BETWEEN, CAPITALS, Ground, Named
from saksi.words.relations import Element, Shape

Fit = dict[str, Named]


def fits(ground: Ground, shape: Shape, bounds: tuple[int, int], word: tuple[int, int]) -> Fit | None:
    """Who A and B are where the shape stands around a word, tokens `word`, inside the sentence `bounds`; None where it does not."""
    after = _reach(ground, shape.after, word[1] + 1, 1, bounds)
    if after is None:
        return None
    before = _reach(ground, shape.before, word[0] - 1, -1, bounds)
    return None if before is None else {**after, **before}


def _reach(ground: Ground, elements: Sequence[Element], i: int, step: int, bounds: tuple[int, int]) -> Fit | None:
    if not elements:
        return {}
    element, rest = elements[0], elements[1:]
    here = bounds[0] <= i <= bounds[1]
    if element.sort == "word":
        found = _reach(ground, rest, i + step, step, bounds) if here and ground.scene.laid.tokens.lower[i] in element.words else None
        return _reach(ground, rest, i, step, bounds) if found is None and element.optional else found
    if element.sort == "!":
        return None if here and ground.name_from(i, step) is not None else _reach(ground, rest, i, step, bounds)
    if element.sort in ("~", "^"):
        return _over(ground, element.sort, rest, i, step, bounds)
    name = ground.name_from(i, step) if here else None
    if name is None:
        return None
    name, end = _bracketed(ground, name, i, step, bounds)
    found = _reach(ground, rest, end, step, bounds)
    return None if found is None else {**found, element.sort: name}


def _over(ground: Ground, sort: str, rest: Sequence[Element], i: int, step: int, bounds: tuple[int, int]) -> Fit | None:
    """The rest of a shape behind as few words as it needs."""
    allowed = ground.plain if sort == "~" else ground.capital
    for _ in range(1 + (BETWEEN if sort == "~" else CAPITALS)):
        found = _reach(ground, rest, i, step, bounds)
        if found is not None:
            return found
        if not (bounds[0] <= i <= bounds[1] and allowed(i)):
            return None
        i += step
    return None


def _bracketed(ground: Ground, name: Named, i: int, step: int, bounds: tuple[int, int]) -> tuple[Named, int]:
    """ "Tentara Nasional Libya (LNA)": the short form in brackets is the name of the whole; gives the next token too."""
    words = ground.scene.laid.tokens.words
    if step > 0:
        end = name.last + 1
        short = ground.firsts.get(end + 1) if end < bounds[1] and words[end] == "(" else None
        if short is not None and short.last + 1 <= bounds[1] and words[short.last + 1] == ")":
            return (name if name.kind == "person" else short), short.last + 2
        return name, end
    return name, name.first - 1
