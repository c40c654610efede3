"""The addresses of the desk: made here and nowhere else, so that every link quotes what it carries."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit


def article_address(article: str, statement: str | None = None) -> str:
    """Where an article stands; with `statement` the very place in its text, lit up."""
    address = f"/article/{quote(article, safe='')}"
    if statement is None:
        return address
    return f"{address}?{urlencode({'statement': statement})}#m-{quote(statement, safe='')}"


def family_address(article: str) -> str:
    """The page of the articles that carry one text, by any of them."""
    return f"/family/{quote(article, safe='')}"


def entity_address(article: str, entity: str) -> str:
    """The page of somebody or something that an article names."""
    return f"/article/{quote(article, safe='')}/entity/{quote(entity, safe='')}"


def mention_address(article: str, anchor: str) -> str:
    """One place of a name in an article's text."""
    return f"{article_address(article)}#{quote(anchor, safe='')}"


def statements_address(**filters: str | None) -> str:
    """The table of statements under these filters."""
    return with_query("/statements", filters)


def search_address(**filters: str | None) -> str:
    """What is found under these filters."""
    return with_query("/search", filters)


def claims_address(**filters: str | None) -> str:
    """The list of claims under these filters."""
    return with_query("/claims", filters)


def claim_address(claim: str) -> str:
    """The page of one claim, by its id or that of a statement in it."""
    return f"/claim/{quote(claim, safe='')}"


def embed_address(claim: str, language: str) -> str:
    """One claim for the frame of another page, in a language of the interface."""
    return with_query(f"{claim_address(claim)}/embed", {"lang": language})


def card_address(address: str, language: str) -> str:
    """The picture of a claim, an article or a story, by the address of its page."""
    return with_query(f"{address}.png", {"lang": language})


def conflicts_address(kind: str | None = None, page: int | None = None) -> str:
    """Where articles contradict each other, of one kind or any."""
    return with_query("/conflicts", {"kind": kind, "page": None if page is None else str(page)})


def actor_address(actor: str) -> str:
    """The dossier of an actor over all articles."""
    return f"/actor/{quote(actor, safe='')}"


def actors_address(**filters: str | None) -> str:
    """The list of actors under these filters."""
    return with_query("/actors", filters)


def places_address(**filters: str | None) -> str:
    """The list of places under these filters."""
    return with_query("/places", filters)


def map_address(**filters: str | None) -> str:
    """The same places on a map."""
    return with_query("/map", filters)


def place_address(place: str, /, **filters: str | None) -> str:
    """The page of one place, what it lists under these filters."""
    return with_query(f"/place/{quote(place, safe='')}", filters)


def timeline_address(**filters: str | None) -> str:
    """What is spoken of by its time, under these filters."""
    return with_query("/timeline", filters)


def time_address(at: str, /, **filters: str | None) -> str:
    """The page of a day, month or year that is spoken of, what it lists under these filters."""
    return with_query(f"/timeline/{quote(at, safe='')}", filters)


def network_address(**filters: str | None) -> str:
    """Who speaks about and acts on whom, under these filters; `around` is the key of one."""
    return with_query("/network", filters)


def tie_address(one: str, other: str, /, **filters: str | None) -> str:
    """The page of what is between two, by their keys, under these filters."""
    return with_query(f"/network/{quote(one, safe='')}/{quote(other, safe='')}", filters)


def story_address(article: str) -> str:
    """The story that an article is part of."""
    return f"/story/{quote(article, safe='')}"


def outlet_address(outlet: str) -> str:
    """The page of one outlet."""
    return with_query("/outlet", {"name": outlet})


def form_address(path: str, form: str, query: Mapping[str, str | None]) -> str:
    """A list at `path` in another form ("json", "csv", "atom"); the desk's first page is the list of articles."""
    return with_query(f"{own_path(path if path != '/' else 'articles')}.{form}", query)


def following_address(feed: str | None = None, state: str | None = None, page: int | None = None) -> str:
    """What is followed; with a feed's id or a state, the items of it."""
    return with_query("/following", {"feed": feed, "state": state, "page": None if page is None else str(page)})


def watch_address(watch: str, page: int | None = None) -> str:
    """The alerts of one watch."""
    return with_query(f"/watch/{quote(watch, safe='')}", {"page": None if page is None else str(page)})


def atom_address(watch: str) -> str:
    """The same for readers of feeds."""
    return f"/watch/{quote(watch, safe='')}.atom"


def own_path(path: str) -> str:
    """A path that a browser asked for, quoted anew, with the one leading slash that keeps a link to it on this desk."""
    return "/" + quote(path.lstrip("/"))


def with_query(path: str, query: Mapping[str, str | None]) -> str:
    """`path` with what of the query is not empty, in the order given."""
    kept = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def web_address(uri: str | None) -> str | None:
    """The address if it is one of the web that a link may point to; a path, or a scheme that runs code, is none."""
    try:
        return uri if uri is not None and urlsplit(uri).scheme in ("http", "https") else None
    except ValueError:
        return None


def wikidata_address(qid: str | None) -> str | None:
    """The item in Wikidata, outside of the desk; nothing loads it before somebody follows the link."""
    return f"https://www.wikidata.org/wiki/{quote(qid, safe='')}" if qid else None


def last_part(uri: str | None) -> str | None:
    """What tells an article without a title from another: the end of its path, as "page.txt"."""
    parts = [part for part in (uri or "").replace("\\", "/").split("/") if part]
    return parts[-1] if parts else None


def thing_address(kind: str, thing: str) -> str:
    """The page of what is commented on or collected, an article or a claim."""
    return claim_address(thing) if kind == "claim" else article_address(thing)


def judge_address(statement: str) -> str:
    """Where members judge a statement."""
    return f"/judge/{quote(statement, safe='')}"


def judged_address(address: str, judgement: str) -> str:
    """The same page, where what somebody judged a moment ago can be taken back with one click."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode({"judged": judgement}))))
    return parts._replace(query=query).geturl()


def missed_address(article: str) -> str:
    """Where members add a statement that was not found in an article."""
    return f"/missed/{quote(article, safe='')}"


def judgements_address(page: int | None = None) -> str:
    """The list of what was judged."""
    return with_query("/judgements", {"page": None if page is None else str(page)})


def errand_address(errand: str) -> str:
    """How far the reading is of what a member put in."""
    return f"/read/{quote(errand, safe='')}"


def collection_address(collection: str) -> str:
    """The page of one collection."""
    return f"/collections/{quote(collection, safe='')}"


def login_address(back: str | None = None) -> str:
    """Where members log in, and come back from to the page that they were on."""
    return with_query("/login", {"next": back})


def page_to_go_on(asked: str) -> str:
    """The page of this desk that an address asks to go on to; the first one where it leads anywhere else.

    "/watch?page=2" is one; "//elsewhere.example", "/\\elsewhere.example" and "https://elsewhere.example" are none.
    """
    plain = asked.isascii() and asked.isprintable() and " " not in asked and "\\" not in asked
    return asked if plain and asked.startswith("/") and not asked.startswith("//") else "/"
