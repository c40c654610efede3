"""Scene: one sentence with its cues, as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass

from saksi.reading.clauses import last_word
from saksi.reading.drafts import Draft, Hit
from saksi.reading.laid_out import LaidOut


@dataclass(slots=True)
class Scene:
    """Tokens `first` to `last` of sentence number `number`; `drafts` are those found in it so far, in order.

    `headline` where the text is a title, in which bare verbs stand for active ones.
    """

    laid: LaidOut
    number: int
    first: int
    last: int
    hits: list[Hit]
    drafts: list[Draft]
    headline: bool = False

    @property
    def right(self) -> int:
        """The last word of the sentence, before its stop."""
        return last_word(self.laid, self.last)

    @property
    def opening(self) -> int:
        """The first word of the sentence, behind the line ends before it."""
        first = self.first
        while first < self.last and self.laid.tokens.words[first] == "\n":
            first += 1
        return first

    def left_of(self, hit: Hit) -> int:
        """Where the clause of a cue can begin: behind the cue before it, else at the sentence's start."""
        tokens = self.laid.tokens
        left = self.first
        for draft in self.drafts:
            if draft.relative and tokens.at(draft.contents[-1][1]) < hit.first:
                continue
            if draft.cue is not None and draft.where < hit.first and not (hit.form.voice == "passive" and draft.rule.startswith("noun")):
                left = max(left, tokens.at(draft.cue[1]))
        return left

    def quote_before(self, token: int) -> int:
        """Opening mark of the quote that ends right before `token` (a comma between them), -1 without one."""
        words = self.laid.tokens.words
        i = token - 1
        while i >= self.first and words[i] in (",", "\n", "-", "–", "—"):
            i -= 1
        opening = self.laid.quote_of[i] if i >= self.first else -1
        if opening < self.first or self.laid.closing[opening] != i or self.laid.title_at(opening):
            return -1
        return opening
