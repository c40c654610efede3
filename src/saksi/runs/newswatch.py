"""Looks, as an article is joined, whether it brings what a watch for news asks for; in the transaction that adds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection

from saksi.joining.propositions import Proposition
from saksi.ledger.forerunners import Held, before_all, before_one, by_date, forerunners, held_one
from saksi.limits import STORY_COPIES
from saksi.records import Alert, Edit, Forerunner, Reading, Span, Statement
from saksi.runs.account import setting_in
from saksi.runs.news import Brought, Story, denials, dropped_hedges, figures, second_origins, story_of
from saksi.runs.watching import Watcher, fields_of, line_round


def alerts_as_joined(connection: Connection, watchers: Sequence[Watcher], fresh: Sequence[str], raised: str) -> Iterator[Alert]:
    """What the articles `fresh` (ids), which the ledger has just got, bring one after the other."""
    for place, article in enumerate(fresh if watchers else ()):
        held = held_one(connection, article)
        if held is not None:
            copies = _copies(connection, held, fresh[place + 1 :])
            yield from _alerts(connection, watchers, held, before_all(fresh[place + 1 :]), copies, raised)


def alerts_so_far(connection: Connection, watcher: Watcher, raised: str) -> Iterator[Alert]:
    """What the articles of a ledger brought, each as it came out; a hedge is dropped from the origin as the ledger knows it now."""
    for dated, article in by_date(connection):
        held = held_one(connection, article)
        if held is not None:
            copies = [held] if held.family.origin != article else []
            yield from _alerts(connection, [watcher], held, before_one(dated, article), copies, raised)


def _alerts(
    connection: Connection,
    watchers: Sequence[Watcher],
    held: Held,
    earlier: ColumnElement[bool],
    copies: Sequence[Held],
    raised: str,
) -> Iterator[Alert]:
    of_claims = [one for one in watchers if one.watch.news != "hedge" and one.admits(held.reading) and _may(one, held.reading)]
    if of_claims:
        setting = setting_in(held.reading, held.family)
        others = list(forerunners(connection, setting, held.family, earlier))
        story = story_of(held.reading, setting, [(one.reading, setting_in(one.reading, one.family)) for one in others])
        known = {one.reading.article.id: one.reading for one in (held, *others)}
        for watcher in of_claims:
            yield from _of_claims(watcher, story, known, raised)
    for watcher in watchers:
        if watcher.watch.news == "hedge" and copies:
            origin = held_one(connection, held.family.origin)
            yield from _of_copies(watcher, origin, copies, raised) if origin is not None else ()


def _may(watcher: Watcher, reading: Reading) -> bool:
    """Whether a statement fits, and for a figure whether there are any: else no other article need be looked at."""
    if watcher.watch.news == "figure" and not any(mention.kind == "quantity" for mention in reading.mentions):
        return False
    return any(watcher.fits(reading, field, one) for field, statements in fields_of(reading) for one in statements)


def _of_claims(watcher: Watcher, story: Story, known: dict[str, Reading], raised: str) -> Iterator[Alert]:
    reading = known[story.article]

    def fits(one: Proposition) -> bool:
        return watcher.fits(reading, one.field, one.statement)

    found = list(_brought(watcher, story, fits))
    of_text = [one for one in found if one.said.field == "text"]
    for one in of_text or found:  # a headline that repeats the text raises no second alert
        alert = watcher.alert_of(reading, raised, one.said.field, one.said.statement)
        before = None if one.before is None else _told(known[one.before.setting.article], one.before)
        yield msgspec.structs.replace(alert, news=watcher.watch.news, claim=one.claim, before=before)


def _brought(watcher: Watcher, story: Story, fits: Callable[[Proposition], bool]) -> Iterator[Brought]:
    if watcher.watch.news == "denial":
        return denials(story, fits)
    if watcher.watch.news == "figure":
        return figures(story, fits, change=watcher.watch.change)
    return second_origins(story, fits)


def _of_copies(watcher: Watcher, origin: Held, copies: Iterable[Held], raised: str) -> Iterator[Alert]:
    for copy in copies:
        found: dict[str, Alert] = {}
        for edit in dropped_hedges(origin.reading, copy.reading) if watcher.admits(copy.reading) else ():
            alert = _of_edit(watcher, origin.reading, copy.reading, edit, raised)
            if alert is not None:
                found.setdefault(alert.statement, alert)
        yield from found.values()


def _of_edit(watcher: Watcher, origin: Reading, copy: Reading, edit: Edit, raised: str) -> Alert | None:
    """The alert about one dropped hedge, None where the watch asks for other words or speakers."""
    quote = line_round(copy.article.text, edit.b.start if edit.b is not None else 0)
    hedged = line_round(origin.article.text, edit.a.start if edit.a is not None else 0)
    statement = _said_at(copy, edit.b)
    if watcher.of_who_says_what and (statement is None or not watcher.fits(copy, "text", statement)):
        return None
    if not all(word.search(quote) or word.search(hedged) for word in watcher.words):
        return None
    if statement is not None:
        made = watcher.alert_of(copy, raised, "text", statement)
    else:
        made = watcher.made(copy, raised, statement="", quotes=(quote,), start=copy.article.text.find(quote))
    return msgspec.structs.replace(made, news="hedge", before=_before(origin, hedged))


def _said_at(reading: Reading, span: Span | None) -> Statement | None:
    """The statement in whose contents a place of the text stands, the innermost one."""
    if span is None:
        return None
    fitting = [
        (sum(len(content.text) for content in one.contents), one)
        for one in reading.statements
        if any(content.start < span.end and span.start < content.end for content in one.contents)
    ]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _copies(connection: Connection, held: Held, later: Sequence[str]) -> list[Held]:
    """The copies that an article makes comparable: itself, or all that were there before where it is the origin."""
    if held.family.origin != held.reading.article.id:
        return [held]
    others = [one for one in held.family.articles if one != held.family.origin and one not in later][:STORY_COPIES]
    return [one for one in (held_one(connection, other) for other in others) if one is not None]


def _told(reading: Reading, one: Proposition) -> Forerunner:
    names = {entity.id: entity.name for entity in reading.entities}
    speaker = one.statement.speakers[0] if one.statement.speakers else None
    said = None if speaker is None else names.get(speaker.entity or "", speaker.text)
    return msgspec.structs.replace(_before(reading, one.content.text), statement=one.statement.id, speaker=said)


def _before(reading: Reading, quote: str) -> Forerunner:
    article = reading.article
    return Forerunner(
        article=article.id,
        quote=quote,
        outlet=article.outlet,
        published=article.published,
        uri=article.uri,
        language=article.language,
    )
