"""robots.txt: what RFC 9309 makes of its text, and of the ways in which it may be answered.

| answer                                      | RFC 9309 | what the crawler does                             |
|---------------------------------------------|----------|---------------------------------------------------|
| 2xx                                         | 2.3.1.1  | obeys the rules                                   |
| up to five redirects, also to other hosts   | 2.3.1.2  | follows them; the rules are the first host's      |
| more redirects, 4xx                         | 2.3.1.3  | there are no rules: may ask                       |
| 429                                         | –        | stays away tonight                                |
| 5xx, no answer, no name, no trusted TLS     | 2.3.1.4  | stays away tonight; an old copy is never used     |
| a redirect to nowhere or to another scheme  | –        | stays away tonight                                |

Of a long file the first 500 KiB count (2.5); a copy counts for 24 hours (2.4).
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import urljoin, urlsplit

from protego import Protego
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, CloseSpider, IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from crawler import bodies
from crawler.network import refusal
from crawler.settings import ROBOTS_TOKEN

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spider import NewsSpider

_LARGEST = 500 * 1024  # RFC 9309, 2.5: what must be read
_MAX_HOPS = 5
_MAX_AGE = timedelta(hours=24)
_MAX_CRAWL_DELAY = 300.0  # seconds
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(
    r"\s*(user[- ]?agent|allow|dis+al+ow|diasllow|disallaw|crawl[- ]delay|request[- ]rate)\s*[:\s]\s*(.*)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\*(?!\w)|[a-z_-]+")
_RATE = re.compile(r"(\d+)\s*/\s*(\d+)\s*([smh]?)", re.IGNORECASE)
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class RobotsDenied(IgnoreRequest):
    """robots.txt does not want the address to be asked for."""


class RobotsUnreachable(IgnoreRequest):
    """There is no telling what robots.txt wants, so nothing may be asked for."""


class AddressRefused(IgnoreRequest):
    """The host's name leads to an address that must not be connected to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line that allows or forbids; ``number`` counts from 1."""

    number: int
    allow: bool
    pattern: str

    def __str__(self) -> str:
        return f"robots.txt, line {self.number}: {'Allow' if self.allow else 'Disallow'}: {self.pattern[:200]}"

    @property
    def text(self) -> str:
        """The rule as a file of its own would say it."""
        return f"{'Allow' if self.allow else 'Disallow'}: {self.pattern}\n"


@dataclass(slots=True)
class _Group:
    rules: list[Rule] = field(default_factory=list)
    delay: float = 0.0


class Rules:
    """What one robots.txt wants of this crawler: the groups that name it, or else those for all.

    Groups are told apart here, since Protego takes the beginning of a name for the name and lets a line that is no
    rule (Crawl-delay) end a run of User-agent lines (RFC 9309, 2.2.1 and 2.2.4). Protego matches the patterns.
    """

    def __init__(self, body: bytes) -> None:
        groups = _groups(_text(body))
        group = groups.get(ROBOTS_TOKEN) or groups.get("*") or _Group()
        self.delay = min(group.delay, _MAX_CRAWL_DELAY)  # seconds
        self._rules = group.rules
        self._all = _matcher(*group.rules)

    def forbids(self, url: str) -> Rule | None:
        """The rule that forbids an address, None where it is allowed."""
        if self._all.can_fetch(url, ROBOTS_TOKEN):
            return None
        matching = [rule for rule in self._rules if not rule.allow and not _matcher(rule).can_fetch(url, ROBOTS_TOKEN)]
        return max(matching, key=lambda rule: len(rule.pattern.encode()))


def _matcher(*rules: Rule) -> Protego:
    return Protego.parse("User-agent: *\n" + "".join(rule.text for rule in rules))


def _text(body: bytes) -> str:
    """The first 500 KiB to the end of a line, as text; UTF-16, which RFC 9309 does not know, is still understood."""
    if len(body) > _LARGEST:
        body = body[:_LARGEST]
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    text = body.decode("utf-16" if body.startswith(_UTF_16) else "utf-8-sig", errors="ignore")
    return text.replace("\0", "").removeprefix("\ufeff")


def _groups(text: str) -> dict[str, _Group]:
    """The groups by product token, those of one token merged (RFC 9309, 2.2.1)."""
    groups: dict[str, _Group] = {}
    agents: list[_Group] = []
    closed = True  # the next User-agent line starts a new group
    for number, line in enumerate(_LINE_ENDS.split(text), 1):
        found = _LINE.match(line.partition("#")[0])
        if found is None:
            continue
        name, value = found[1].lower(), found[2].strip()
        if name.startswith("user"):
            agents = [] if closed else agents
            closed = False
            if token := _TOKEN.match(value.lower()):
                agents.append(groups.setdefault(token[0], _Group()))
        elif name.startswith(("crawl", "request")):
            for group in agents:
                group.delay = max(group.delay, _delay(name, value))
        else:
            closed = True
            for group in agents if value else ():
                group.rules.append(Rule(number=number, allow=name == "allow", pattern=value))
    return groups


def _delay(name: str, value: str) -> float:
    """Seconds between two requests; 0 for what makes no sense. Request-rate is pages / time: 1/10, 6/1m."""
    with suppress(ValueError, ZeroDivisionError):
        if name.startswith("crawl"):
            delay = float(value)
            return delay if delay > 0 else 0.0  # not a number is not above 0 either
        if rate := _RATE.match(value):
            return int(rate[2]) * _SECONDS[rate[3].lower()] / int(rate[1])
    return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    rules: Rules | None  # None: everything is forbidden
    reason: str = ""
    refused: bool = False  # it was not even asked: the address is not public


class Robots:
    """Asks each site's robots.txt before anything else of it, anew in each run and every 24 hours, and obeys it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._asked: dict[str, tuple[datetime, asyncio.Task[_Verdict]]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta["kind"] == "robots":
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        verdict = await self._verdict(site, request.meta["source_id"])
        if verdict.refused:
            raise AddressRefused(verdict.reason)
        if verdict.rules is None:
            raise RobotsUnreachable(f"{site}/robots.txt: {verdict.reason}")
        if rule := verdict.rules.forbids(request.url):
            raise RobotsDenied(str(rule))

    def _verdict(self, site: str, source_id: str) -> asyncio.Task[_Verdict]:
        now = self._spider.clock()
        asked = self._asked.get(site)
        if asked is None or now - asked[0] >= _MAX_AGE:
            asked = self._asked[site] = now, asyncio.ensure_future(self._ask(site, source_id))
        return asked[1]

    async def _ask(self, site: str, source_id: str) -> _Verdict:
        url = f"{site}/robots.txt"
        for hop in range(_MAX_HOPS + 1):
            meta = {"kind": "robots", "source_id": source_id, "download_maxsize": bodies.LARGEST["robots"]}
            asked = Request(url, callback=NO_CALLBACK, meta=meta, dont_filter=True)
            try:
                response = await cast("Any", self._crawler.engine).download_async(asked)
            except CloseSpider:
                raise
            except CannotResolveHostError as error:
                refused = refusal(url)
                return _Verdict(rules=None, reason=refused or str(error), refused=refused is not None and not hop)
            except Exception as error:  # noqa: BLE001 - whatever went wrong, there is no permission
                return _Verdict(rules=None, reason=str(error) or type(error).__name__)
            location = response.headers.get("Location")
            if not (300 <= response.status < 400 and location):
                return self._judge(site, response, asked)
            try:
                url = urljoin(url, location.decode("latin-1"))
                scheme = urlsplit(url).scheme
            except ValueError:
                scheme = ""
            if scheme not in {"http", "https"}:
                return _Verdict(rules=None, reason=f"a redirect to what is no address of the web: {location[:200]!r}")
        return _Verdict(rules=Rules(b""))

    def _judge(self, site: str, response: Response, request: Request) -> _Verdict:
        if flaw := request.meta.get("flaw"):
            return _Verdict(rules=None, reason=str(flaw))
        if 400 <= response.status < 500 and response.status != 429:
            return _Verdict(rules=Rules(b""))
        if not 200 <= response.status < 300:
            return _Verdict(rules=None, reason=f"status {response.status}")
        rules = Rules(response.body)
        if rules.delay:
            self._spider.slow_down(urlsplit(site).hostname or "", rules.delay)
        return _Verdict(rules=rules)

    @property
    def _spider(self) -> NewsSpider:
        return cast("NewsSpider", self._crawler.spider)
