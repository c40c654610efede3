"""The order of the steps of a reading, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from saksi import __version__
from saksi.reading.captions import find_captions
from saksi.reading.conflicts import find_conflicts
from saksi.reading.credits import find_credits, find_dateline
from saksi.reading.doubts import doubts
from saksi.reading.events import find_events
from saksi.reading.laid_out import lay_out
from saksi.reading.language import language
from saksi.reading.numerals import lexemes
from saksi.reading.place_mentions import with_places
from saksi.reading.quantities import find_quantities
from saksi.reading.statements import find_told, named_mentions, statements
from saksi.reading.tagged_names import settled_names, take_tagged
from saksi.reading.tagger import tag_names
from saksi.reading.terms import with_terms
from saksi.reading.times import find_times
from saksi.records import Article, Credit, Mention, Note, Reading, Statement
from saksi.words.actors import Gazetteer
from saksi.words.packs import LANGUAGES

ENGINE: Final = f"saksi {__version__}"
READ_AS: Final = {"ms": "id"}
"""Languages that are near enough to one with a pack to be read with it."""
UNREAD: Final = Note(code="language", what="statements", why="not looked for: the text is neither recognised as Indonesian nor as English")
AS_KIN: Final = Note(
    code="language", what="statements", why="read with the Indonesian words, though the text is Malay; some will be missed"
)


def read(article: Article, known: Gazetteer | None = None) -> Reading:
    """Everything that Saksi finds in one article. Pure: the same article and actors give the same reading.

    `known` are the actors to look for: those that ship with Saksi, unless others are given (with a user's rows laid over them).

    A text in a language without a pack comes back unread, with a note; Malay is read as Indonesian, with a note.
    """
    code = READ_AS.get(article.language or "", article.language)
    if code not in LANGUAGES:
        return Reading(article=_noted(article, UNREAD), engine=ENGINE, captions=article.captions)
    if code != article.language:
        article = _noted(article, AS_KIN)
    text = article.text
    captions = find_captions(text, code, article.captions)
    credits = find_credits(text, code)
    laid = lay_out(text, language(code))
    article = _noted(article, *doubts(laid))
    told = find_told(laid, captions, _own_names(article, credits), known=known)
    settled = settled_names(told)
    take_tagged(told, tag_names(laid, settled), settled)
    entities, ids = told.cast.entities(article.id)
    entities = with_terms(told.cast.roll.persons(), entities, ids, article, known)
    mentions: list[Mention] = named_mentions(told, article.id, entities, ids)
    cut = lexemes(laid.tokens, code)
    times = find_times(text, cut, code, article.published)
    mentions = sorted([*mentions, *times, *find_quantities(text, cut, code, times)], key=lambda m: (m.start, m.end))
    entities, mentions = with_places(told, article, entities, mentions)
    found = statements(told, article.id, entities, ids, mentions, ENGINE)
    happened = find_events(laid, article.id, entities, mentions, found)
    return Reading(
        article=article,
        engine=ENGINE,
        title_statements=_line(article.title, code, article.id, "title"),
        dek_statements=_line(article.dek, code, article.id, "dek"),
        captions=captions,
        credits=credits,
        dateline=find_dateline(text, code, article.published),
        entities=(*entities, *happened.entities),
        mentions=tuple(sorted([*mentions, *happened.mentions], key=lambda m: (m.start, m.end))),
        statements=found,
        events=happened.events,
        relations=happened.relations,
        conflicts=find_conflicts(text, code, found, mentions, captions),
    )


def _own_names(article: Article, credits: Sequence[Credit]) -> frozenset[str]:
    """The outlet, and the one agency that is credited, as their names are compared."""
    agencies = {credit.agency for credit in credits}
    carriers = (article.outlet, *(agencies if len(agencies) == 1 else ()))
    return frozenset(name.casefold() for name in carriers if name)


def _noted(article: Article, *notes: Note) -> Article:
    return msgspec.structs.replace(article, notes=(*article.notes, *notes)) if notes else article


def _line(line: str | None, code: str, article: str, field: str) -> tuple[Statement, ...]:
    """The statements of a title or dek; their speakers are named but not tied to the text's entities."""
    if not line:
        return ()
    lang = language(code)
    laid = lay_out(line, lang)
    if lang.triggers.isdisjoint(laid.tokens.lower) and not laid.closing and ":" not in line:
        return ()
    told = find_told(laid, (), frozenset(), headline=True)
    return statements(told, article, (), {}, (), ENGINE, field)
