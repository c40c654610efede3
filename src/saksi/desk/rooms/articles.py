"""The list of articles, newest first, by outlet and language."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address, with_query
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.printing import printed
from saksi.ledger.protocol import ArticleRow, Facet, Ledger, StatementFilter
from saksi.limits import PAGE_ROWS


def articles(request: Request) -> Response:
    """`/?outlet=&language=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    ledger: Ledger = request.app.state.ledger
    outlet, language = filter_value(request, "outlet"), filter_value(request, "language")
    number = page_number(request)
    found = ledger.articles(offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS, outlet=outlet, language=language)
    facets = ledger.statements(StatementFilter(), limit=1).facets
    return printed(
        request,
        "articles.html",
        rows=found.rows,
        pages=pages(number, found.total),
        articles_page=lambda page: with_query("/", {"outlet": outlet, "language": language, "page": str(page)}),
        query={"outlet": outlet, "language": language},
        outlets=_choices(facets, "outlet", outlet),
        languages_of_texts=_choices(facets, "language", language),
    )


def articles_form(request: Request) -> Response:
    """`/articles.json`, `/articles.csv`, `/articles.atom` under the same filters."""
    ledger: Ledger = request.app.state.ledger
    number = page_number(request)
    wanted = {name: filter_value(request, name) for name in ("outlet", "language")}
    found = ledger.articles(offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS, **wanted)
    return formed(request, "articles", [_row(row) for row in found.rows], pages(number, found.total))


def _row(row: ArticleRow) -> Row:
    more = {"outlet": row.outlet, "language": row.language, "uri": row.uri, "status": row.status, "statements": row.statements}
    return Row(id=row.id, address=article_address(row.id), title=row.title or row.id, moment=row.published or row.fetched, more=more)


def _choices(facets: dict[str, tuple[Facet, ...]], name: str, chosen: str | None) -> list[str]:
    """What a filter offers, by name; what is chosen is among them even if the ledger no longer has it."""
    values = {facet.value for facet in facets.get(name, ())} | ({chosen} if chosen is not None else set())
    return sorted(values, key=str.casefold)
