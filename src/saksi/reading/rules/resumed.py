"""Quotations that go on: behind their attribution, or as a sentence or paragraph that has no cue of its own."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Draft, content_stretch, kind_of
from saksi.reading.rules.scene import Scene

REACH: Final = 40
"""Statements back to the one that goes on; those inside the quotations between are counted."""
OWN: Final = 4
"""Contents that a statement can have of its own; those that it has beyond are quotations by which it went on, all in marks."""


def resumes(scene: Scene, found: list[Draft]) -> Draft | None:
    """The statement that a quotation standing alone goes on from: '"A," she said. "B."', in the next paragraph too.

    It is one that quotes, in the sentence right before; a question hands on to somebody else at the paragraph's end.
    """
    near = found[-REACH:]
    before = [draft for draft in near if draft.rule != "nested" and max(draft.sentence, draft.until) == scene.number - 1]
    quoted = _quoting(scene, before)
    if quoted is None:
        return None
    sentences = scene.laid.sentences
    apart = sentences[scene.number].paragraph - sentences[scene.number - 1].paragraph
    return quoted if not apart or (apart == 1 and _can_go_on(scene, quoted)) else None


def _quoting(scene: Scene, before: list[Draft]) -> Draft | None:
    """The statement of a sentence whose quotation can go on: the one all in marks, over what only hangs on it; else the last."""
    kinds = [(kind_of(scene.laid, draft.contents[:OWN]), draft) for draft in before if draft.parties]
    direct = [draft for kind, draft in kinds if kind == "direct" and draft.rule != "gerund"]
    if direct:
        return direct[-1]
    return kinds[-1][1] if kinds and kinds[-1][0] != "indirect" else None


def _can_go_on(scene: Scene, quoted: Draft) -> bool:
    """Whether a quotation can go on behind a paragraph's end: all of it is quoted, and it does not end in a question."""
    laid = scene.laid
    if kind_of(laid, quoted.contents[:OWN]) != "direct" or (quoted.form is not None and quoted.form.act == "ask"):
        return False
    return laid.text[quoted.contents[-1][1] - 1] != "?"


def resumed_quote(scene: Scene, end: int) -> list[tuple[int, int]]:
    """'"What was in it," he added, "will not be used"': the quote goes on behind the attribution, which ends with token `end`."""
    laid = scene.laid
    later = next((h.first for h in scene.hits if h.first > end and h.form.voice != "noun"), scene.right + 1)
    opening = next((i for i in range(end + 1, scene.right + 1) if i in laid.closing), later)
    if opening >= later or laid.tokens.words[opening - 1] not in ",:.-–—":
        return []
    stretch = content_stretch(laid, opening, laid.closing[opening])
    return [stretch] if stretch else []
