"""Whose account a stretch of text is: the statement whose content holds it, and whether two statements are rival accounts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from saksi.limits import CONTENT_CHARS
from saksi.records import Span, Statement


class Accounts:
    """The contents of an article's statements, to be asked for by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        contents = ((span.start, -span.end, n) for n, found in enumerate(statements) for span in found.contents)
        self._contents = sorted(contents)
        self._statements = statements

    def holding(self, start: int, end: int) -> tuple[Statement, Span] | None:
        """The statement of the shortest content that holds the stretch, with that content's span, or None."""
        n = bisect_right(self._contents, (start, 0, len(self._statements)))
        while n > 0:
            n -= 1
            first, minus_last, number = self._contents[n]
            if start - first > CONTENT_CHARS:
                return None
            if end <= -minus_last:
                statement = self._statements[number]
                return statement, next(span for span in statement.contents if span.start == first and span.end == -minus_last)
        return None


def rival(a: Statement, b: Statement) -> bool:
    """Whether two statements stand against each other as accounts.

    They are told by different speakers, not both by nobody; neither answers the other, and neither lies in the other.
    """
    if a.id == b.id or not (a.speakers or b.speakers):
        return False
    if any(one.answers is not None and one.answers.statement == other.id for one, other in ((a, b), (b, a))):
        return False
    if any(x.start < y.end and y.start < x.end for x in a.contents for y in b.contents):
        return False
    return _speakers(a).isdisjoint(_speakers(b))


def _speakers(statement: Statement) -> set[str]:
    return {party.entity or party.text.lower() for party in statement.speakers}
