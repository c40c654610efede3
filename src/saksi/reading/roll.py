"""Roll: the known actors of one text and the figures that they became, so that one actor is one figure whatever it is called."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from saksi.reading.actors import actor_tokens, known_actors
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.records.entity import EntityKind
from saksi.words.actors import Actor, Gazetteer

Stretch = tuple[int, int]


class Roll:
    """Who of the gazetteer is named where and as which figure.

    `actors` by the stretch of the text, `tokens` their last token and kind by the first token, `figures` by the actor's key.
    """

    def __init__(self, laid: LaidOut, known: Gazetteer | None = None) -> None:
        self.laid = laid
        named = known_actors(laid, known)
        self.actors: dict[Stretch, Actor] = {(found.start, found.end): found.actor for found in named}
        self.tokens = actor_tokens(laid, named)
        self.figures: dict[str, Figure] = {}

    def figure(self, form: str, span: Stretch, by_form: dict[str, Figure]) -> Figure | None:
        """The figure that the actor named here has already, by whatever name ("Jokowi" where Joko Widodo was named)."""
        actor = self.actors.get(span)
        figure = self.figures.get(actor.key) if actor is not None else None
        if figure is not None:
            by_form.setdefault(form, figure)
        return figure

    def take(self, span: Stretch, figure: Figure | None) -> None:
        """Let a figure be the actor named here. What the gazetteer says it is counts before the look of one name ("Hezbollah")."""
        actor = self.actors.get(span)
        if actor is None or figure is None or figure.kind in ("state", "place"):
            return
        if (actor.kind == "person") != (figure.kind == "person") and (actor.kind == "person" or len(figure.forms) > 1):
            return
        self.figures.setdefault(actor.key, figure)
        figure.qid = figure.qid or actor.qid
        figure.kind = actor.kind

    def kinds(self) -> dict[int, EntityKind]:
        """What each figure that is a known actor is, by the identity of the figure."""
        kinds = {actor.key: actor.kind for actor in self.actors.values()}
        return {id(figure): kinds[key] for key, figure in self.figures.items() if key in kinds}

    def persons(self) -> dict[int, str]:
        """The usual English name of each figure that is a known person, by the identity of the figure."""
        names = {actor.key: actor.name_en for actor in self.actors.values() if actor.kind == "person"}
        return {id(figure): names[key] for key, figure in self.figures.items() if key in names}

    def rest(self, others: Iterable[Figure], by_form: dict[str, Figure]) -> list[Figure]:
        """New figures for the actors that no rule of names found; other mentions of those that were are added to them."""
        self._without_lands_inside(others)
        taken = sorted(span for figure in others for span in figure.spans)
        fresh: list[Figure] = []
        for span, actor in self.actors.items():
            if _touches(taken, span):
                continue
            insort(taken, span)
            figure = self.figures.get(actor.key)
            if figure is None:
                figure = self.figures[actor.key] = Figure(kind=actor.kind, named=True, qid=actor.qid)
                fresh.append(figure)
            form = " ".join(self.laid.text[slice(*span)].split())
            figure.add(form, span)
            by_form.setdefault(form, figure)
        return fresh

    def _without_lands_inside(self, others: Iterable[Figure]) -> None:
        """Forget the states and places that are only part of a known actor's name: "Libya" of "Tentara Nasional Libya"; not
        "Israel" of "tentara Israel", which says whose troops they are."""
        actors = sorted(span for span in self.actors if self.laid.text[span[0]].isupper())
        for figure in others if actors else ():
            if figure.kind in ("state", "place"):
                for span in [span for span in figure.spans if _inside(actors, span)]:
                    figure.forget(span)


def _inside(longer: list[Stretch], span: Stretch) -> bool:
    """Whether a span is part of a longer one; `longer` in order and apart."""
    k = bisect_left(longer, (span[0] + 1, -1)) - 1
    return k >= 0 and span[1] <= longer[k][1] and longer[k] != span


def _touches(taken: list[Stretch], span: Stretch) -> bool:
    """Whether a mention lies over a stretch already; `taken` in order."""
    k = bisect_left(taken, (span[1], -1))
    return any(end > span[0] for _, end in taken[max(0, k - 3) : k])
