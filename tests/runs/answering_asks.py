"""Stands in for a Fetcher: answers of an address by heart, for many feeds that no server need serve."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from saksi.clock import Clock
from saksi.errors import FetchRefused
from saksi.intake.exchange import Exchange, Fetched, NotModified, Validators


class ByHeart:
    """Every address that `answers` knows answers 200 with its bytes, every other one 404."""

    def __init__(self, answers: Mapping[str, bytes] | Callable[[str], bytes | None], clock: Clock) -> None:
        self.answer = answers if callable(answers) else answers.get
        self.clock = clock
        self.asked: list[str] = []

    def fetch(self, uri: str, validators: Validators | None = None) -> Fetched | NotModified:
        self.asked.append(uri)
        body = self.answer(uri)
        moment = self.clock().isoformat()
        status = 200 if body is not None else 404
        exchange = Exchange(uri=uri, moment=moment, ip=None, request=b"", response=b"", status=status)
        return Fetched(asked=uri, uri=uri, status=status, headers=(), body=body or b"", fetched=moment, chain=(exchange,))

    def sitemaps(self, uri: str) -> tuple[str, ...]:
        raise FetchRefused(uri, "no site stands here")

    def rest(self, host: str) -> float:
        return 0.0
