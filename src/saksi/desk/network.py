"""Lays out a network for its drawing: the ends of the strongest ties on a circle, an actor that it is about in the middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import msgspec

from saksi.ledger.survey import Network, Tie
from saksi.limits import NETWORK_DRAWN

SIZE, RADIUS = 620, 165
"""Of the drawing, and of the circle in it, in its own units; around the circle is room for a name."""

_CLEAR = 10.0
"""From the middle of a dot to where a line begins or ends."""

Tone = Literal["spoken", "cooperation", "conflict"]


class End(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in the drawing; `turn` is by how many degrees the name is turned, `inward` that it ends at the dot, not begins."""

    key: str
    name: str
    x: float
    y: float
    turn: float = 0
    inward: bool = False


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One tie as a curve: `path` is its outline, `width` how thick it is, `tone` what it is mostly."""

    tie: Tie
    path: str
    width: float
    tone: Tone


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """What is drawn of a network; `ties` of it are not."""

    ends: tuple[End, ...]
    lines: tuple[Line, ...]
    left_out: int


def drawn(network: Network, around: str | None = None) -> Drawing:
    """The drawing of the strongest ties between at most limits.NETWORK_DRAWN ends."""
    kept = _kept(network.ties, around)
    ring = [key for key in kept if key != around]
    ends = {key: _end(key, network.named[key][0], place, len(ring)) for place, key in enumerate(ring)}
    if around in kept:
        ends[around] = End(key=around, name=network.named[around][0], x=SIZE / 2, y=SIZE / 2)
    ties = [tie for tie in network.ties if tie.source in ends and tie.target in ends]
    strongest = max((tie.total for tie in ties), default=1)
    return Drawing(
        ends=tuple(ends.values()),
        lines=tuple(_line(tie, ends[tie.source], ends[tie.target], strongest) for tie in ties),
        left_out=len(network.ties) - len(ties),
    )


def tone(tie: Tie) -> Tone:
    """Whether one mostly cooperates with the other, mostly not, or only speaks about it."""
    harsh = sum(count for quad, count in tie.acted.items() if quad.endswith("conflict"))
    friendly = sum(tie.acted.values()) - harsh
    if not tie.acted:
        return "spoken"
    return "conflict" if harsh >= friendly else "cooperation"


def _kept(ties: Sequence[Tie], around: str | None) -> list[str]:
    """The ends that are drawn, in the order of the strongest tie of each."""
    kept: dict[str, None] = {} if around is None or not ties else {around: None}
    for tie in ties:
        new = {end for end in (tie.source, tie.target) if end not in kept}
        if len(kept) + len(new) <= NETWORK_DRAWN:
            kept.update(dict.fromkeys((tie.source, tie.target)))
    return list(kept)


def _end(key: str, name: str, place: int, count: int) -> End:
    angle = 2 * math.pi * place / count
    inward = math.pi / 2 < angle < 3 * math.pi / 2
    x, y = SIZE / 2 + RADIUS * math.cos(angle), SIZE / 2 + RADIUS * math.sin(angle)
    turn = math.degrees(angle) + (180 if inward else 0)
    return End(key=key, name=name, x=round(x, 1), y=round(y, 1), turn=round(turn % 360, 1), inward=inward)


def _line(tie: Tie, source: End, target: End, strongest: int) -> Line:
    """A curve that bends towards the middle."""
    bend = [SIZE / 2 + 0.35 * ((a + b) / 2 - SIZE / 2) for a, b in ((source.x, target.x), (source.y, target.y))]
    (x1, y1), (x2, y2) = (_off(end, bend) for end in (source, target))
    path = f"M{x1:.1f} {y1:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {x2:.1f} {y2:.1f}"
    return Line(tie=tie, path=path, width=round(1 + 4 * tie.total / strongest, 1), tone=tone(tie))


def _off(end: End, bend: Sequence[float]) -> tuple[float, float]:
    """The point beside a dot where a line to `bend` leaves it."""
    across, down = bend[0] - end.x, bend[1] - end.y
    far = math.hypot(across, down) or 1.0
    return end.x + across / far * _CLEAR, end.y + down / far * _CLEAR
