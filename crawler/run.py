"""One crawl from beginning to end: what the command line calls."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy import signals
from scrapy.crawler import CrawlerProcess
from sqlite_utils.utils import sqlite3

from archive.ledger import Ledger
from archive.recovery import recover
from archive.space import KEEP_FREE, is_no_space, require_space
from archive.store import Run, Store
from archive.warc import Keeper
from crawler.settings import settings
from crawler.sources import Source
from crawler.spider import NewsSpider, Progress

__all__ = ["CrawlError", "CrawlReport", "CrawlSpaceError", "Progress", "SourceReport", "crawl"]


class CrawlError(Exception):
    """A crawl that could not go on: the home refused to be written. What was under way is still due."""


class CrawlSpaceError(CrawlError):
    """A crawl that stopped because the disk is full, or nearly so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What a crawl did for one source; counts of addresses."""

    source_id: str
    fetched: int  # answers kept, robots.txt apart
    new: int  # articles kept for the first time
    updated: int
    unchanged: int  # articles asked for that had not changed
    gone: int
    robots: int  # forbidden by robots.txt
    waiting: int  # still due, now or later
    states: Mapping[str, int]  # all addresses ever discovered, by the state they are in
    budget_reached: bool  # as many pages were asked for as one run may
    failures: tuple[tuple[str, str], ...]  # address, reason
    paused: str | None  # why the source was left alone before all was asked for

    @property
    def problems(self) -> int:
        """How many things went wrong."""
        return len(self.failures) + (self.paused is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """What a crawl did; ``errors`` are the program's own, ``interrupted``: it was told to stop and is not finished."""

    run: Run
    sources: Mapping[str, SourceReport]  # by source id
    interrupted: bool
    errors: tuple[str, ...]
    mended: tuple[str, ...]  # what the crawl before had left half done, a line each

    @property
    def problems(self) -> int:
        """How many things went wrong; 0: all that could be asked for was asked for and answered."""
        return sum(source.problems for source in self.sources.values()) + len(self.errors) + self.interrupted


def crawl(  # noqa: PLR0913 - what a crawl is made of
    sources: Sequence[Source],
    store: Store,
    *,
    contact: str,
    allow_loopback: bool = False,
    connect_to: Mapping[str, tuple[str, int]] | None = None,
    progress: Callable[[Progress], None] | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    keep_free: int = KEEP_FREE,
) -> CrawlReport:
    """Ask for all that is due of these sources; once a process, in its main thread if it is to heed Ctrl-C.

    ``contact`` stands in the user agent; ``allow_loopback`` lets papers of this machine in; ``connect_to`` looks for
    a host elsewhere, by plain http. ``keep_free`` bytes of the disk are left free. Raises ValueError for a bad
    contact, HomeError where demo and real sources would mix, CrawlError when the disk or the ledger refuses
    (CrawlSpaceError: for want of room); the run is then left open, the next one continues it.
    """
    configuration = settings(sources, contact=contact, allow_loopback=allow_loopback, connect_to=connect_to)
    with _telling(store):
        require_space(store.home, keep_free)
        store.register(source.row for source in sources)
        run = store.begin_run("crawl", clock())
        mended = recover(store)
        ledger = Ledger(store, run)
        keeper = Keeper(store, run, clock())
        try:
            keeper.begin()
            for source in sources:
                _start(ledger, source)
            keeper.commit()
            spider, reason, strays = _run(
                configuration,
                sources=sources,
                store=store,
                run=run,
                ledger=ledger,
                keeper=keeper,
                clock=clock,
                keep_free=keep_free,
                progress=progress,
            )
            spider.commit()
            if spider.fatal is not None:
                raise spider.fatal
            keeper.close()
        except BaseException:
            keeper.discard()
            raise
    interrupted = reason != "finished"
    if not interrupted:
        store.finish_run(run, clock())
    return CrawlReport(
        run=run,
        sources={source.id: _report(spider, ledger, source.id) for source in sources},
        interrupted=interrupted,
        errors=(*spider.errors, *strays),
        mended=tuple(mended),
    )


@contextmanager
def _telling(store: Store) -> Iterator[None]:
    """What the disk and the database refuse, as one clear line."""
    try:
        yield
    except (OSError, sqlite3.DatabaseError) as error:
        kind = CrawlSpaceError if is_no_space(error) else CrawlError
        raise kind(f"the crawl stopped, {store.home} cannot be written ({error}): mend that and crawl again") from error


def _start(ledger: Ledger, source: Source) -> None:
    ledger.start(source.id, "feed", source.feeds)
    ledger.start(source.id, "sitemap", source.sitemaps)
    roots = source.feeds or source.sitemaps or source.sections
    ledger.start(source.id, "section", source.sections if roots else (source.home,))


def _run(configuration: dict[str, object], **parts: object) -> tuple[NewsSpider, str, list[str]]:
    """Run Scrapy to its end; returns the spider, why it ended, and what went wrong outside its own care."""
    reasons: list[str] = []
    strays: list[str] = []
    process = CrawlerProcess(configuration)
    crawler = process.create_crawler(NewsSpider)

    def closed(reason: str) -> None:
        reasons.append(reason)

    def erred(failure: object) -> None:
        strays.append(str(getattr(failure, "value", failure)))

    crawler.signals.connect(closed, signal=signals.spider_closed)
    crawler.signals.connect(erred, signal=signals.spider_error)
    finished = process.crawl(crawler, **parts)
    finished.addErrback(erred)
    in_main = threading.current_thread() is threading.main_thread()
    with _own_signals(in_main=in_main):
        process.start(install_signal_handlers=in_main)
    if not isinstance(crawler.spider, NewsSpider):
        raise CrawlError(f"the crawler did not start: {'; '.join(strays)}")
    return crawler.spider, reasons[0] if reasons else "never closed", strays


@contextmanager
def _own_signals(*, in_main: bool) -> Iterator[None]:
    """Scrapy takes SIGINT and SIGTERM for a clean stop and would keep them; afterwards they are the caller's again."""
    taken = (signal.SIGINT, signal.SIGTERM) if in_main else ()
    before = {number: signal.getsignal(number) for number in taken}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _report(spider: NewsSpider, ledger: Ledger, source_id: str) -> SourceReport:
    tally = spider.tallies[source_id]
    return SourceReport(
        source_id=source_id,
        fetched=tally.pages,
        new=tally.new,
        updated=tally.updated,
        unchanged=tally.unchanged,
        gone=tally.gone,
        robots=tally.robots,
        waiting=ledger.pending(source_id),
        states=ledger.states(source_id),
        budget_reached=spider.frontier.is_spent(source_id),
        failures=tuple(tally.failures),
        paused=spider.frontier.paused.get(source_id),
    )
