"""The one spider: takes addresses from the ledger, gives back to it how each one ended and what it brought."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.exceptions import (
    CannotResolveHostError,
    CloseSpider,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)

from archive.hosts import Hosts
from archive.ledger import Entry, Ledger
from archive.space import require_space
from archive.store import Run, Store, utc
from archive.warc import Exchange, Keeper
from archive.workers import Poison, Worker
from crawler.bodies import LARGEST
from crawler.discovery import Found
from crawler.frontier import Frontier
from crawler.network import refusal
from crawler.outcome import Answer, Outcome, judge, next_try
from crawler.robots import AddressRefused, RobotsDenied, RobotsUnreachable
from crawler.settings import DEFAULT_DELAY, slots
from crawler.sources import Source

if TYPE_CHECKING:
    from scrapy.http import Response
    from twisted.python.failure import Failure

logger = logging.getLogger(__name__)

_T = TypeVar("_T")

MAX_REDIRECTS = 5
_BREAKER = 5  # failures in a row after which a host is left alone
_COMMIT_AFTER = 1.0  # seconds: the longest that a page is kept and not durable
_COMMIT_BYTES = 16_000_000
_TRANSIENT = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)


@dataclass(slots=True)
class Tally:
    """What a run has done for one source so far."""

    pages: int = 0  # answers to what the ledger asked for, redirects included
    new: int = 0  # articles kept for the first time
    updated: int = 0
    unchanged: int = 0  # articles that were asked for and had not changed
    gone: int = 0
    robots: int = 0  # addresses that robots.txt forbids
    failures: list[tuple[str, str]] = field(default_factory=list)  # address, reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a run stands, after each address."""

    source_id: str
    url: str
    done: int  # addresses asked for in this run, of all sources
    known: int  # these and the ones that are still to be asked for


class NewsSpider(Spider):
    """Asks for what the ledger says is due. All it knows is in the ledger: killed at any moment, it loses nothing."""

    name = "news"

    def __init__(  # noqa: PLR0913 - the parts of a run
        self,
        *,
        sources: Sequence[Source],
        store: Store,
        run: Run,
        ledger: Ledger,
        keeper: Keeper,
        clock: Callable[[], datetime],
        keep_free: int,
        progress: Callable[[Progress], None] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.sources = {source.id: source for source in sources}
        self.keeper = keeper
        self.clock = clock
        self.frontier = Frontier(ledger, sources, clock)
        self.tallies = {source.id: Tally() for source in sources}
        self.errors: list[str] = []  # of this program, not of the papers
        self.fatal: BaseException | None = None
        self._store, self._run, self._ledger, self._progress = store, run, ledger, progress
        self._floors = {host: slot["delay"] for host, slot in slots(sources).items()}
        self._hops: dict[str, int] = {}
        self._depth: dict[str, int] = {}
        self._hosts = Hosts(store)
        self._failing: Counter[str] = Counter()  # by host, in a row
        self._keep_free = keep_free
        self._done = 0
        self._last: Entry | None = None  # settled last
        self._committing: asyncio.TimerHandle | None = None
        self._leave_alone()
        self._closing: asyncio.Task[None] | None = None
        self._judges = Worker(partial(import_module, judge.__module__), (Outcome, Found))

    def closed(self, _reason: str) -> None:
        """Called by Scrapy at the end."""
        self._judges.close()

    async def start(self) -> AsyncIterator[Any]:
        """Nothing: the scheduler asks the ledger."""
        return
        yield

    def request(self, entry: Entry) -> Request:
        """The request for an entry, conditional where an earlier answer gave validators."""
        headers = {}
        if entry.last_hash is not None:
            conditions = {"If-None-Match": entry.etag, "If-Modified-Since": entry.last_modified}
            headers = {name: value for name, value in conditions.items() if value}
        meta = {
            "entry": entry,
            "source_id": entry.source_id,
            "kind": entry.kind,
            "download_maxsize": LARGEST[entry.kind],
        }
        return Request(
            entry.url, callback=self.parse, errback=self.failed, headers=headers, meta=meta, dont_filter=True
        )

    def floor(self, host: str) -> float:
        """The least delay of a host, seconds."""
        return self._floors.get(host, DEFAULT_DELAY)

    def slow_down(self, host: str, delay: float) -> None:
        """robots.txt asks for at least this delay, seconds."""
        self._floors[host] = max(self.floor(host), delay)
        slot = cast("Any", self.crawler.engine).downloader.slots.get(host)
        if slot is not None:
            slot.delay = max(slot.delay, delay)

    def abort(self, error: BaseException) -> None:
        """End the run: the archive itself cannot go on. What is under way stays due."""
        if self.fatal is None:
            self.fatal = error
            engine = cast("Any", self.crawler.engine)
            self._closing = asyncio.ensure_future(engine.close_spider_async(reason="fatal"))

    def keep(self, exchange: Exchange) -> None:
        """Keep an answer; durable with the next commit. Raises what ended the run where it has ended."""
        if self.fatal is not None:
            raise self.fatal
        self.keeper.keep(exchange)
        if self.keeper.unsynced >= _COMMIT_BYTES:
            self.commit()
        else:
            self._commit_soon()

    def commit(self) -> None:
        """Make durable what was kept and settled so far, and tell of it."""
        if self._committing is not None:
            self._committing.cancel()
            self._committing = None
        if self.fatal is not None:
            return
        try:
            self.keeper.commit()
            require_space(self._store.home, self._keep_free)
        except Exception as error:  # noqa: BLE001 - nothing may go on without its archive; raised again by run.crawl
            self.abort(error)
            return
        self._tell()

    def _commit_soon(self) -> None:
        if self._committing is None:
            self._committing = asyncio.get_running_loop().call_later(_COMMIT_AFTER, self.commit)

    async def parse(self, response: Response, **_: Any) -> Iterable[Request]:
        """Judge an answer and settle its entry; at most one request follows, for another spelling of the address."""
        request = cast("Request", response.request)
        entry: Entry = request.meta["entry"]
        try:
            outcome = await self._judge(entry, _answer(response))
        except Exception as error:
            logger.exception("%s", entry.url)
            outcome = self._error(entry, error)
        self.tallies[entry.source_id].pages += 1
        hops = request.meta.get("hops", 0)
        if outcome.follow and hops < MAX_REDIRECTS:
            meta = {**request.meta, "hops": hops + 1, "referrer": request.url}
            return [request.replace(url=outcome.follow, meta=meta)]
        if outcome.follow or (outcome.redirect and self._hops.get(entry.url, 0) >= MAX_REDIRECTS):
            outcome = Outcome(state="failed", reason=f"more than {MAX_REDIRECTS} redirects", issue="redirect")
        self._settle(entry, outcome)
        return []

    async def _judge(self, entry: Entry, answer: Answer) -> Outcome:
        """The outcome; a page of links is read in a worker, as long as it takes and whatever it does to its reader."""
        source, now = self.sources[entry.source_id], self.clock()
        if entry.kind == "article" or answer.status != 200:
            return judge(source, entry, answer, now)
        try:
            outcome = await asyncio.wrap_future(self._judges.submit(judge, source, entry, answer, now))
        except Poison as error:
            return Outcome(state="failed", reason=str(error), issue=f"unreadable {entry.kind}")
        return cast("Outcome", outcome)

    def failed(self, failure: Failure) -> None:
        """Settle an entry that got no answer."""
        entry: Entry = cast("Any", failure).request.meta["entry"]
        error = cast("BaseException", failure.value)
        if not isinstance(error, CloseSpider):
            self._settle(entry, self._unanswered(entry, error))

    def _unanswered(self, entry: Entry, error: BaseException) -> Outcome:
        reason = str(error) or type(error).__name__
        root = None if entry.kind == "article" else "failed"
        refused = reason if isinstance(error, AddressRefused) else None
        if isinstance(error, CannotResolveHostError):
            refused = refusal(entry.url)
        match error:
            case RobotsDenied():
                return Outcome(state="robots", reason=reason, issue=root and "forbidden by robots.txt")
            case RobotsUnreachable():
                self._pause_source(entry.source_id, reason)
                return Outcome(state=None, reason=reason)
            case _ if refused:
                return Outcome(state="refused", reason=refused, issue="refused address")
            case DownloadCancelledError():
                return Outcome(state="refused", reason="larger than what is read", issue="too large")
        if isinstance(error, _TRANSIENT):
            return Outcome(state=None, reason=f"{type(error).__name__.removesuffix('Error')}: {reason}", issue=root)
        logger.error("%s", entry.url, exc_info=error)
        return self._error(entry, error)

    def _error(self, entry: Entry, error: BaseException) -> Outcome:
        reason = f"{type(error).__name__}: {error}"
        self.errors.append(f"{entry.url}: {reason}")
        return Outcome(state=None, reason=reason, issue="error in the program")

    def _settle(self, entry: Entry, outcome: Outcome) -> None:
        """What a page brought and the page's own end, in one transaction; a ledger that refuses ends the run."""
        if self.fatal is not None:
            return
        try:
            self.keeper.begin()
            with self._ledger.atomic():
                outcome = self._write(entry, outcome)
            self._count(entry, outcome)
            self._commit_soon()
        except Exception as error:  # noqa: BLE001 - nothing may go on without its ledger; raised again by run.crawl
            self.abort(error)
            return
        self.frontier.done(entry)
        self._done += 1
        self._last = entry

    def _tell(self) -> None:
        """What is told of is durable."""
        if self._progress is None or self._last is None:
            return
        known = self._done + sum(self._ledger.pending(source_id) for source_id in self.sources)
        state = Progress(source_id=self._last.source_id, url=self._last.url, done=self._done, known=known)
        try:
            self._progress(state)
        except Exception as error:
            logger.exception("progress")
            self.errors.append(str(error))
            self._progress = None

    def _write(self, entry: Entry, outcome: Outcome) -> Outcome:
        """Returns the outcome as it was written: the last try that fails is a failure."""
        source = self.sources[entry.source_id]
        for found in outcome.found:
            self._enter(found, entry.source_id)
        depth = self._depth.get(entry.url, 1)
        if (
            outcome.next_page
            and depth < source.max_pages
            and self._ledger.has_news(found.url for found in outcome.found)
        ):
            self._depth.setdefault(outcome.next_page, depth + 1)
            self._ledger.start(entry.source_id, "section", [outcome.next_page])
        if outcome.redirect:
            self._hops.setdefault(outcome.redirect, self._hops.get(entry.url, 0) + 1)
            self._enter(Found(url=outcome.redirect, kind=cast("Any", entry.kind)), entry.source_id)
        # A root is asked once by every run, however often it has failed.
        tries = entry.tries if entry.kind == "article" else 0
        after = None if outcome.state else next_try(tries, outcome.wait, self.clock())
        if after is not None:
            self._ledger.retry(entry.url, reason=outcome.reason or "", after=after)
        else:
            outcome = replace(outcome, state=outcome.state or "failed")
            self._ledger.settle(
                entry.url,
                cast("str", outcome.state),
                reason=outcome.reason or "no reason was given",
                etag=outcome.etag,
                last_modified=outcome.last_modified,
                last_hash=outcome.last_hash,
            )
        if outcome.issue:
            self._issue(entry, outcome.issue, outcome.reason or "")
        return outcome

    def _enter(self, found: Found, source_id: str) -> None:
        """Articles and dated sitemaps are due when something tells of a change; all else in every run."""
        if found.kind == "article" or found.hint:
            self._ledger.add(found.url, source_id=source_id, kind=found.kind, hint=found.hint)
        else:
            self._ledger.start(source_id, found.kind, [found.url])

    def _count(self, entry: Entry, outcome: Outcome) -> None:
        tally = self.tallies[entry.source_id]
        match outcome.state:
            case "stored" if entry.kind == "article" and not outcome.redirect:
                tally.new += entry.last_hash is None
                tally.updated += entry.last_hash is not None
            case "unchanged" if entry.kind == "article":
                tally.unchanged += 1
            case "gone":
                tally.gone += 1
            case "robots":
                tally.robots += 1
        if outcome.issue or outcome.state in {None, "failed", "refused"}:
            tally.failures.append((entry.url, outcome.reason or ""))
        self._count_host(entry, outcome)

    def _count_host(self, entry: Entry, outcome: Outcome) -> None:
        host = urlsplit(entry.url).hostname or ""
        self._failing[host] = 0 if outcome.state else self._failing[host] + 1
        if outcome.wait is not None:
            # 429 without a time leaves it to us.
            self._pause(host, f"{outcome.reason}: the host asks to be left alone", outcome.wait or None)
        elif self._failing[host] >= _BREAKER:
            self._pause(host, f"{_BREAKER} failures in a row, the last: {outcome.reason}", None)
        elif outcome.state:
            self._hosts.answered(host)

    def _leave_alone(self) -> None:
        """What an earlier run was told by a host holds for this one."""
        for source in self.sources.values():
            pause = self._hosts.paused(source.host, self.clock())
            if pause is not None:
                self.frontier.pause(source.id, f"{pause.reason} (until {utc(pause.until)})")

    def _pause(self, host: str, reason: str, wait: timedelta | None) -> None:
        """Leave a host alone for the rest of this run, and for as long as it takes after it."""
        of_host = [source.id for source in self.sources.values() if source.host == host]
        if not all(source_id in self.frontier.paused for source_id in of_host):
            self._hosts.pause(host, reason, self.clock(), wait)
            for source_id in of_host:
                self._pause_source(source_id, reason)

    def _pause_source(self, source_id: str, reason: str) -> None:
        if source_id not in self.frontier.paused:
            self.frontier.pause(source_id, reason)
            self._store.issue(stage="fetch", kind="host left alone", source_id=source_id, detail=reason)

    def _issue(self, entry: Entry, kind: str, detail: str) -> None:
        self._store.issue(stage="fetch", kind=kind, source_id=entry.source_id, url=entry.url, detail=detail)


class LedgerScheduler(BaseScheduler):
    """Scrapy's scheduler over the frontier; its own queue holds only further spellings of an entry under way."""

    def __init__(self) -> None:
        self._queue: deque[Request] = deque()
        self._spider: NewsSpider | None = None

    def open(self, spider: Spider) -> None:
        """The engine is about to start."""
        self._spider = cast("NewsSpider", spider)

    def has_pending_requests(self) -> bool:
        """Whether anything is left to ask for in this run."""
        spider = cast("NewsSpider", self._spider)
        return bool(self._queue) or (spider.fatal is None and self._guarded(spider.frontier.waiting) is True)

    def enqueue_request(self, request: Request) -> bool:
        """Take back a request whose address has another spelling."""
        self._queue.append(request)
        return True

    def next_request(self) -> Request | None:
        """The next request, if any source may be asked now."""
        spider = cast("NewsSpider", self._spider)
        if self._queue:
            return self._queue.popleft()
        entry = self._guarded(spider.frontier.next) if spider.fatal is None else None
        return spider.request(entry) if entry else None

    def _guarded(self, ask: Callable[[], _T]) -> _T | None:
        try:
            return ask()
        except Exception as error:  # noqa: BLE001 - Scrapy would log it and hang; raised again by run.crawl
            cast("NewsSpider", self._spider).abort(error)
            return None


def _answer(response: Response) -> Answer:
    headers = {
        name.decode("latin-1").lower(): values[-1].decode("latin-1") for name, values in response.headers.items()
    }
    request = cast("Request", response.request)
    return Answer(
        url=response.url,
        status=response.status,
        headers=headers,
        body=response.body,
        flaw=request.meta.get("flaw"),
    )
