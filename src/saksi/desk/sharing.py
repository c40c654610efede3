"""What a claim, an article or a story says of itself where somebody links to it: in the tags of its page, on its card, in a frame."""

from __future__ import annotations

from html import escape

import msgspec
from starlette.requests import Request

from saksi.desk.addresses import article_address, card_address, claim_address, embed_address, story_address
from saksi.desk.lines import Line
from saksi.desk.printing import visit
from saksi.records import Article, Claim, Reading

EMBED_HEIGHT = 320
"""Pixels of the frame in the snippet; a claim of four lines and its counts fit, a longer one is scrolled."""


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """A thing as others show it: `label` says what it is, `title` is verbatim, `told` says where it stands, `facts` what is known of it.

    `address` and `picture` are whole addresses with the desk's host. Every string is plain text, whatever it was taken from.
    """

    label: str
    title: str
    told: str
    facts: str
    language: str
    address: str
    picture: str

    @property
    def description(self) -> str:
        return " · ".join(filter(None, (self.told, self.facts)))


def shared_claim(request: Request, claim: Claim, first: Line) -> Shared:
    """A claim with who said it first and how many assert, deny and leave it open."""
    speaking = visit(request)
    words = speaking.messages.gettext
    counts = (
        (words("Asserted"), len(claim.asserted)),
        (words("Denied"), len(claim.denied)),
        (words("Unsure"), len(claim.unsure)),
        (words("Origins"), claim.origins),
    )
    return Shared(
        label=words("Claim"),
        title=claim.gist,
        told=" · ".join(filter(None, (first.who, first.article.outlet, speaking.date(first.article.published)))),
        facts=" · ".join(f"{name}: {speaking.number(count)}" for name, count in counts),
        language=speaking.language,
        **_places(request, claim_address(claim.claim)),
    )


def shared_article(request: Request, reading: Reading) -> Shared:
    """An article by its headline, with its outlet, its date and how many statements it has."""
    speaking = visit(request)
    article = reading.article
    count = len(reading.title_statements) + len(reading.dek_statements) + len(reading.statements)
    return Shared(
        label=speaking.messages.gettext("Article"),
        title=article.title or speaking.messages.gettext("Without a title"),
        told=" · ".join(filter(None, (article.outlet, speaking.date(article.published)))),
        facts=speaking.messages.ngettext("%(num)s statement", "%(num)s statements", count) % {"num": speaking.number(count)},
        language=speaking.language,
        **_places(request, article_address(article.id)),
    )


def shared_story(request: Request, first: Article, total: int) -> Shared:
    """A story by the headline of its first article, with how many articles tell it."""
    speaking = visit(request)
    return Shared(
        label=speaking.messages.gettext("Story"),
        title=first.title or speaking.messages.gettext("Without a title"),
        told=" · ".join(filter(None, (first.outlet, speaking.date(first.published)))),
        facts=speaking.messages.ngettext("%(num)s article", "%(num)s articles", total) % {"num": speaking.number(total)},
        language=speaking.language,
        **_places(request, story_address(first.id)),
    )


def embed_snippet(request: Request, claim: str, shared: Shared) -> str:
    """The line of HTML by which another page shows a claim in a frame; as text, to be copied."""
    source = _base(request) + embed_address(claim, shared.language)
    look = f'loading="lazy" height="{EMBED_HEIGHT}" style="border:0;width:100%;max-width:40rem"'
    return f'<iframe src="{escape(source)}" title="{escape(shared.label)} – Saksi" {look}></iframe>'


def _places(request: Request, address: str) -> dict[str, str]:
    base = _base(request)
    return {"address": base + address, "picture": base + card_address(address, visit(request).language)}


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")
