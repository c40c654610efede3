"""A story: the articles on one happening, the texts that they carry, and what they claim, side by side."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address
from saksi.desk.asking import page_number, pages
from saksi.desk.clashing import facing
from saksi.desk.forms import Row, formed
from saksi.desk.lines import Desk
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.sharing import shared_story
from saksi.joining.claims import Joined
from saksi.ledger.protocol import Ledger
from saksi.limits import DESK_DOSSIER_ARTICLES, DESK_LISTED, PAGE_ROWS
from saksi.records import Article


def story(request: Request) -> Response:
    """`/story/{article}`: the story of any of its articles, whose id may be shortened. Raises NotInLedger."""
    ledger: Ledger = request.app.state.ledger
    present: Present = request.app.state.keeper.present()
    desk = Desk(ledger)
    ids = told_in(request, desk)
    articles = [desk.reading(name).article for name in ids[:DESK_DOSSIER_ARTICLES]]
    family_of = {article.id: ledger.family(article.id, compared=0) for article in articles}
    claims = sorted(present.claims_of(frozenset(ids)), key=lambda joined: -len(joined.claim.families))
    conflicts = [clash for clash in present.conflicts if clash.a.article in ids and clash.b.article in ids]
    return printed(
        request,
        "story.html",
        articles=articles,
        shared=shared_story(request, articles[0], len(ids)),
        total=len(ids),
        families={family.family: family for family in family_of.values()},
        claims=[joined.claim for joined in claims[:DESK_LISTED]],
        claims_total=len(claims),
        sides={joined.claim.claim: _sides(joined) for joined in claims[:DESK_LISTED]},
        conflicts=[facing(clash, desk) for clash in conflicts[:DESK_LISTED]],
    )


def story_form(request: Request) -> Response:
    """`/story/{article}.json`, `.csv`, `.atom`: the articles of a story, oldest first, by pages. Raises NotInLedger."""
    desk = Desk(request.app.state.ledger)
    ids, number = told_in(request, desk), page_number(request)
    shown = [desk.reading(name).article for name in ids[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]]
    return formed(request, "articles", [_row(article) for article in shown], pages(number, len(ids)))


def _row(article: Article) -> Row:
    more = {"outlet": article.outlet, "language": article.language, "uri": article.uri, "status": article.status}
    address, moment = article_address(article.id), article.published or article.fetched
    return Row(id=article.id, address=address, title=article.title or article.id, moment=moment, more=more)


def told_in(request: Request, desk: Desk) -> tuple[str, ...]:
    """The ids of the articles of a story, oldest first, by any of them; the id may be shortened. Raises NotInLedger."""
    present: Present = request.app.state.keeper.present()
    asked = desk.reading(request.path_params["article"]).article
    return present.stories.get(asked.id, (asked.id,))


def _sides(joined: Joined) -> dict[str, list[str]]:
    """Per article the sides on which its statements stand to a claim, each once."""
    found: dict[str, list[str]] = {}
    for member in joined.members:
        here = found.setdefault(member.setting.article, [])
        if (side := joined.side(member)) not in here:
            here.append(side)
    return found
