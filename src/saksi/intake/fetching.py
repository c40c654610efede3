"""Addresses -> answers: the one way in which Saksi asks the network, redirects, robots.txt and manners included."""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import httpcore2

from saksi import __version__
from saksi.clock import Clock, now
from saksi.errors import FetchRefused
from saksi.intake.asking import Answer, Line, ask
from saksi.intake.coding import ASKED
from saksi.intake.dialling import Dialler, Network
from saksi.intake.exchange import Exchange, Fetched, NotModified, Validators
from saksi.intake.guard import PORTS, Target, judge_address, judge_redirect
from saksi.intake.manners import LATER, Manners, come_back
from saksi.intake.robots import Robots, robots_of
from saksi.limits import FETCH_SECONDS, HOST_GAP_SECONDS, REDIRECTS, ROBOTS_BYTES, ROBOTS_REMEMBERED, ROBOTS_SECONDS, ROBOTS_UNKNOWN_SECONDS

ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
SENDS_ON = (301, 302, 303, 307, 308)


class Fetcher:
    """Fetches addresses and keeps nothing but its manners: what it may ask of each host, and when it asked last.

    It reads SAKSI_CONTACT and SAKSI_PROXY when it is made. `ignore_robots` is for a person who has the right to. The others are
    for tests and for repeating a run: `clock` stamps the answers, `tick` and `sleep` count and wait, `dialler` is the network,
    `trust` the certificates that are believed (the system's by default).

    >>> Fetcher().fetch("https://example.org/")  # doctest: +SKIP
    Fetched(asked='https://example.org/', uri='https://example.org/', status=200, ...)
    """

    def __init__(
        self,
        *,
        ignore_robots: bool = False,
        clock: Clock = now,
        tick: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        dialler: Dialler | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self.ignore_robots = ignore_robots
        self.clock = clock
        self.line = Line(dialler=dialler or Network(), trust=trust or httpcore2.default_ssl_context(), proxy=_proxy(), tick=tick)
        self.manners = Manners(tick, sleep)
        self.agent = _agent()
        self.robots: dict[str, tuple[float, Robots]] = {}

    def fetch(self, uri: str, validators: Validators | None = None) -> Fetched | NotModified:
        """The answer to an address, after at most REDIRECTS redirects, each judged as the first; whatever its status.

        With `validators` of an earlier answer it may be a NotModified. An answer that asks to come back soon is waited for, once.
        Raises FetchRefused for an address that may not be called ("http://10.0.0.1/"), for what robots.txt forbids, and where no
        answer comes.
        """
        target = judge_address(uri)
        asked, host = target.url, target.host
        visit = _Visit()
        for _ in range(REDIRECTS + 1):
            visit.headers = _conditions(validators) if target.host == host else []
            try:
                answer = self._polite(target, visit)
            except FetchRefused as refused:
                where = f"it sends on to {target.url}: " if visit.chain else ""
                raise FetchRefused(asked, where + refused.reason) from refused
            visit.chain.append(answer.exchange)
            location = answer.header("location")
            if answer.status not in SENDS_ON or not location:
                return _result(asked, answer, visit.chain)
            target = judge_redirect(target, location)
            if any(target.url == exchange.uri for exchange in visit.chain):
                raise FetchRefused(asked, f"it sends on in a circle ({target.url}); it may want cookies: save the page from a browser")
        raise FetchRefused(asked, f"it sends on more than {REDIRECTS} times; open it in a browser and give the address that it ends at")

    def sitemaps(self, uri: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of an address's host names; none where it names none or is not known. Raises FetchRefused."""
        rules = self._robots_for(judge_address(uri)).rules
        return () if rules is None else tuple(dict.fromkeys(rules.sitemaps))

    def rest(self, host: str) -> float:
        """Seconds until a host may be asked again, as far as is known: its gap, or what it asked for; 0 where it was never asked."""
        tick = self.line.tick()
        known = [robots for origin, (_, robots) in self.robots.items() if host in origin and urlsplit(origin).hostname == host]
        gap = max((robots.gap(HOST_GAP_SECONDS) for robots in known), default=HOST_GAP_SECONDS)
        asked = self.manners.asked.get(host)
        return max(0.0, self.manners.closed_until.get(host, 0.0) - tick, 0.0 if asked is None else asked + gap - tick)

    def _polite(self, target: Target, visit: _Visit) -> Answer:
        """The answer to one target, asked when its host may be; a redirect within a host is no second visit of it."""
        if why := self.manners.shut(target.host):
            raise FetchRefused(target.url, why)
        robots = Robots() if self.ignore_robots else self._robots_for(target)
        if why := robots.forbids(target.url):
            raise FetchRefused(target.url, why)
        gap = robots.gap(HOST_GAP_SECONDS)
        self.manners.wait(target.host, 0 if visit.host == target.host else gap)
        visit.host = target.host
        answer = self._ask(target, visit)
        if answer.status in LATER and self._comes_back(target, answer):
            self.manners.wait(target.host, gap)
            answer = self._ask(target, visit)
            if answer.status in LATER:
                self._comes_back(target, answer)
        return answer

    def _comes_back(self, target: Target, answer: Answer) -> bool:
        return self.manners.heard(target.host, come_back(answer.header("retry-after"), self.clock()))

    def _ask(self, target: Target, visit: _Visit) -> Answer:
        begun = self.line.tick()
        sent = [("User-Agent", self.agent), ("Accept", ACCEPTED), ("Accept-Encoding", ASKED), *visit.headers]
        answer = ask(self.line, target, sent, begun + visit.left, self.clock().isoformat())
        visit.left -= self.line.tick() - begun
        return answer

    def _robots_for(self, target: Target) -> Robots:
        then, known = self.robots.get(target.origin, (0.0, None))
        age = self.line.tick() - then
        if known is not None and age < (ROBOTS_SECONDS if known.unknown is None else ROBOTS_UNKNOWN_SECONDS):
            return known
        try:
            robots = self._read_robots(target)
        except FetchRefused as refused:
            robots = Robots(unknown=refused.reason)
        self.robots.pop(target.origin, None)
        while len(self.robots) >= ROBOTS_REMEMBERED:
            del self.robots[next(iter(self.robots))]
        self.robots[target.origin] = (self.line.tick(), robots)
        return robots

    def _read_robots(self, target: Target) -> Robots:
        """The host's robots.txt. Raises FetchRefused for trouble with the connection, which is the address's own trouble."""
        place = judge_address(target.origin + "/robots.txt")
        deadline = self.line.tick() + FETCH_SECONDS
        for _ in range(REDIRECTS + 1):
            sent = [("User-Agent", self.agent), ("Accept-Encoding", "identity")]
            answer = ask(self.line, place, sent, deadline, self.clock().isoformat(), most=ROBOTS_BYTES)
            location = answer.header("location")
            if answer.status not in SENDS_ON or not location:
                return robots_of(answer.status, answer.body)
            place = judge_redirect(place, location)
        return Robots()


class _Visit:
    """What one address takes: the exchanges so far, the host of the last, the seconds left for further ones, the next one's headers."""

    def __init__(self) -> None:
        self.chain: list[Exchange] = []
        self.host = ""
        self.left: float = FETCH_SECONDS
        self.headers: list[tuple[str, str]] = []


def _conditions(validators: Validators | None) -> list[tuple[str, str]]:
    if validators is None:
        return []
    named = (("If-None-Match", validators.etag), ("If-Modified-Since", validators.last_modified))
    return [(name, value) for name, value in named if value is not None]


def _result(asked: str, answer: Answer, chain: list[Exchange]) -> Fetched | NotModified:
    uri, fetched = answer.exchange.uri, answer.exchange.moment
    if answer.status == 304:
        return NotModified(asked=asked, uri=uri, fetched=fetched, chain=tuple(chain))
    return Fetched(
        asked=asked, uri=uri, status=answer.status, headers=answer.headers, body=answer.body, fetched=fetched, chain=tuple(chain)
    )


def _agent() -> str:
    """How Saksi names itself, with whom to write to where SAKSI_CONTACT says so."""
    contact = os.environ.get("SAKSI_CONTACT", "").strip()
    if not contact.isascii() or not contact.isprintable() or set(contact) & set("()"):
        raise FetchRefused("SAKSI_CONTACT", "only plain letters, without brackets: an address of mail or of a page")
    return f"Saksi/{__version__}" + (f" (+{contact})" if contact else "")


def _proxy() -> httpcore2.Proxy | None:
    """The proxy of SAKSI_PROXY, which then looks hosts up in our stead; its name and password are not told on."""
    proxy = os.environ.get("SAKSI_PROXY", "").strip()
    if not proxy:
        return None
    try:
        parts = urlsplit(proxy)
        port = parts.port or PORTS[parts.scheme]
        host = parts.hostname or ""
        auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        url = httpcore2.URL(scheme=parts.scheme.encode(), host=host.encode("ascii"), port=port, target=b"/")
    except (ValueError, KeyError) as exc:
        raise FetchRefused("SAKSI_PROXY", "it is no http:// or https:// address of a proxy; look at the setting") from exc
    if not host:
        raise FetchRefused("SAKSI_PROXY", "it names no host; look at the setting")
    return httpcore2.Proxy(url, auth=auth)
