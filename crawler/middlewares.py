"""Between the spider and the network: keep every byte, ask robots.txt first, leave hosts time to breathe."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, CloseSpider, IgnoreRequest
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser

from archive.coding import BodyError, decoded
from archive.warc import Exchange
from crawler import bodies
from crawler.network import refusal
from crawler.settings import ROBOTS_TOKEN

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spider import NewsSpider

_MAX_ROBOTS = 500 * 1024  # RFC 9309, 2.5: what must be read of a robots.txt
_MAX_HOPS = 5  # RFC 9309, 2.3.1.2
_MAX_CRAWL_DELAY = 300.0  # seconds


class RobotsDenied(IgnoreRequest):
    """robots.txt does not want the address to be asked for."""


class RobotsUnreachable(IgnoreRequest):
    """There is no telling what robots.txt wants, so nothing may be asked for."""


class AddressRefused(IgnoreRequest):
    """The host's name leads to an address that must not be connected to."""


class Keep:
    """Writes each response, with its body as sent, to WARC before anything reads it, and unpacks it then.

    A response that is evidently not the page asked for (cut off, a wall, binary) is kept too, but as kind "other",
    so that nothing takes it for the newest state of an article.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        spider = _spider(self._crawler)
        kind, source = request.meta["kind"], spider.sources[request.meta["source_id"]]
        body, flaw = _unpack(response, kind)
        exchange = Exchange(
            url=request.url,
            canonical_url=source.canonical(request.url),
            source_id=source.id,
            kind=kind if flaw is None else "other",
            status=response.status,
            reason=_phrase(response.status),
            response_headers=_pairs(response.headers),
            body=response.body,
            fetched_at=spider.clock(),
            request_headers=[(b"Host", urlsplit(request.url).netloc.encode()), *_pairs(request.headers)],
            referrer=request.meta.get("referrer"),
        )
        try:
            spider.keep(exchange)
        except Exception as error:  # a disk that refuses: what cannot be kept must not be fetched
            spider.abort(error)
            raise CloseSpider("storage") from error
        request.meta["flaw"] = flaw
        return response.replace(body=body)


def _unpack(response: Response, kind: str) -> tuple[bytes, BodyError | None]:
    codings = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1").split(",")
    try:
        body = decoded(response.body, codings, bodies.LARGEST[kind])
        if response.status == 200:
            bodies.check(body, kind, length_known="partial" not in response.flags)
    except BodyError as error:
        return b"", error
    return body, None


def _pairs(headers: Any) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    parser: ProtegoRobotParser | None  # None: everything is forbidden
    reason: str = ""
    refused: bool = False  # it was not even asked: the address is not public


class Robots:
    """Asks each host's robots.txt once a run and obeys it.

    What RFC 9309 says of the ways it may be answered: absent (4xx) allows all, unreachable (5xx, 429, no answer)
    forbids all. A Crawl-delay raises the host's delay.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._asked: dict[str, asyncio.Task[_Rules]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta["kind"] == "robots":
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._asked:
            self._asked[site] = asyncio.ensure_future(self._ask(site, request))
        rules = await self._asked[site]
        if rules.refused:
            raise AddressRefused(rules.reason)
        if rules.parser is None:
            raise RobotsUnreachable(f"{site}/robots.txt: {rules.reason}")
        if not rules.parser.allowed(request.url, ROBOTS_TOKEN):
            raise RobotsDenied("robots.txt forbids it")

    async def _ask(self, site: str, request: Request) -> _Rules:
        url = f"{site}/robots.txt"
        for _ in range(_MAX_HOPS + 1):
            meta = {
                "kind": "robots",
                "source_id": request.meta["source_id"],
                "download_maxsize": bodies.LARGEST["robots"],
            }
            asked = Request(url, callback=NO_CALLBACK, meta=meta, dont_filter=True)
            try:
                response = await _engine(self._crawler).download_async(asked)
            except CloseSpider:
                raise
            except CannotResolveHostError as error:
                refused = refusal(url)
                return _Rules(parser=None, reason=refused or str(error), refused=refused is not None)
            except Exception as error:  # noqa: BLE001 - whatever went wrong, there is no permission
                return _Rules(parser=None, reason=str(error) or type(error).__name__)
            location = response.headers.get("Location")
            if not (300 <= response.status < 400 and location):
                return self._rules(response, asked)
            url = urljoin(url, location.decode("latin-1"))
        return _Rules(parser=None, reason=f"more than {_MAX_HOPS} redirects")

    def _rules(self, response: Response, request: Request) -> _Rules:
        if flaw := request.meta.get("flaw"):
            return _Rules(parser=None, reason=str(flaw))
        if response.status >= 500 or response.status == 429 or response.status < 200:
            return _Rules(parser=None, reason=f"status {response.status}")
        body = response.body[:_MAX_ROBOTS] if response.status < 300 else b""
        parser = ProtegoRobotParser(body, self._crawler.spider)
        if delay := parser.crawl_delay(ROBOTS_TOKEN):
            host = urlsplit(request.url).hostname or ""
            _spider(self._crawler).slow_down(host, min(delay, _MAX_CRAWL_DELAY))
        return _Rules(parser=parser)


class Throttle(AutoThrottle):
    """Scrapy's AutoThrottle, which never goes below the delay that the source, or its robots.txt, asks for.

    Scrapy's own knows one least delay for all hosts and forgets those of DOWNLOAD_SLOTS.
    """

    def _min_delay(self) -> float:
        return 0.0  # each host has a floor of its own

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        key, slot = self._get_slot(request, spider)
        if key is not None and slot is not None:
            slot.delay = max(slot.delay, cast("NewsSpider", spider).floor(key))


def _spider(crawler: Crawler) -> NewsSpider:
    return cast("NewsSpider", crawler.spider)


def _engine(crawler: Crawler) -> Any:
    return crawler.engine
