"""Between the spider and the network: keep every byte, leave hosts time to breathe."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import urlsplit

from scrapy.exceptions import CloseSpider
from scrapy.extensions.throttle import AutoThrottle

from archive.coding import BodyError, decoded
from archive.warc import Exchange
from crawler import bodies

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spider import NewsSpider


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
        if response.status == 200 and kind != "robots":  # of rules, a part is more than nothing
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
