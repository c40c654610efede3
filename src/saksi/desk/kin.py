"""The family of an article as the desk shows it: who carried the text, when, and what each copy changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from saksi.desk.wording import EDITS
from saksi.joining.comparison import Passage, compared
from saksi.ledger.protocol import Ledger
from saksi.limits import DESK_COMPARED
from saksi.records import Article, Edit, Family


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a family. `edits` counts what it changed, None for one that was not compared; `kinds` says what,
    as (message of the kind, count). `before` is the text that stood at its address until then, where it is a later text of one."""

    article: Article
    origin: bool
    edits: int | None
    before: Article | None = None
    kinds: tuple[tuple[str, int], ...] = ()
    paragraphs: tuple[tuple[Passage, ...], ...] = ()


class Kinship(msgspec.Struct, frozen=True, kw_only=True):
    """A family, oldest first, with the articles that carry its text; `total` counts those beyond the ones listed too."""

    family: Family
    copies: tuple[Copy, ...]

    @property
    def total(self) -> int:
        return len(self.family.articles)

    @property
    def origin(self) -> Copy:
        return next(copy for copy in self.copies if copy.origin)


def kinship(ledger: Ledger, article: str, *, texts: bool = False) -> Kinship:
    """The family of an article, at most limits.DESK_COMPARED copies of it and the origin; with their compared `texts` if asked.

    Raises NotInLedger.
    """
    family = ledger.family(article, compared=DESK_COMPARED)
    origin = ledger.reading(family.origin).article
    copies = [name for name in family.articles if name != family.origin][:DESK_COMPARED]
    shown = [name for name in family.articles if name == family.origin or name in copies]
    by_copy: dict[str, list[Edit]] = {}
    for edit in family.edits:
        by_copy.setdefault(edit.article, []).append(edit)
    before = {version.article: ledger.reading(version.version_of).article for version in family.versions if version.article in shown}
    found = (_copy(ledger, name, origin, before.get(name), by_copy.get(name, []), texts) for name in shown)
    return Kinship(family=family, copies=tuple(found))


def _copy(ledger: Ledger, name: str, origin: Article, before: Article | None, edits: list[Edit], texts: bool) -> Copy:
    if name == origin.id:
        return Copy(article=origin, origin=True, edits=None)
    article = ledger.reading(name).article
    counted = Counter[str](edit.kind for edit in edits)
    kinds = tuple((EDITS[kind], counted[kind]) for kind in EDITS if kind in counted)
    paragraphs = tuple(_paragraphs(compared((before or origin).text, article.text, edits))) if texts and edits else ()
    return Copy(article=article, origin=False, edits=len(edits), before=before, kinds=kinds, paragraphs=paragraphs)


def _paragraphs(passages: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    """The passages by paragraphs of the copy; a paragraph that was taken out stands by itself."""
    here: list[Passage] = []
    for passage in passages:
        if passage.paragraph:
            yield from _filled(here)
            yield (passage,)
            here = []
            continue
        first, *others = passage.text.split("\n\n")
        here.append(msgspec.structs.replace(passage, text=first))
        for part in others:
            yield from _filled(here)
            here = [msgspec.structs.replace(passage, text=part)]
    yield from _filled(here)


def _filled(passages: list[Passage]) -> Iterator[tuple[Passage, ...]]:
    filled = tuple(passage for passage in passages if passage.text)
    if any(passage.text.strip() for passage in filled):
        yield filled
