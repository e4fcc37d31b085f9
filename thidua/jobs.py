"""The jobs behind the commands: crawl → read → publish, in this order, each resumable."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from archive.backup import Backup, back_up, restore
from archive.check import Checked, check_archive
from archive.publish import Snapshot, publish
from archive.reading import PageReader
from archive.reread import ReadAs, ReadReport, read_all, read_stale
from archive.space import KEEP_FREE
from archive.store import open_store
from crawler.run import CrawlReport, crawl
from crawler.sources import Source
from thidua.progress import Progress


class Interrupted(Exception):
    """Told to stop (SIGINT, SIGTERM) while reading or publishing. All that was read so far is kept."""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What a job did; a part that it left out is None."""

    crawled: CrawlReport | None = None
    read: ReadReport | None = None
    published: Snapshot | None = None
    seconds: float = 0.0

    @property
    def is_interrupted(self) -> bool:
        """Whether the crawl was told to stop before it was finished."""
        return bool(self.crawled and self.crawled.interrupted)

    @property
    def has_problems(self) -> bool:
        """Whether a human should look."""
        return bool(self.crawled and self.crawled.problems) or bool(
            self.read and (any(self.read.problems.values()) or self.read.warnings)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How the crawler meets the world: who answers for it, and what tests and the demonstration are allowed."""

    contact: str
    allow_loopback: bool = False
    connect_to: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    keep_free: int = KEEP_FREE  # bytes of the disk


@contextmanager
def stoppable() -> Iterator[None]:
    """SIGTERM stops a job as Ctrl-C does: what is in hand is rolled back and done by the next run."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted("interrupted: the next run goes on from here") from None
    finally:
        signal.signal(signal.SIGTERM, before)


def run_crawl(
    home: Path, sources: Sequence[Source], network: Network, *, known: Sequence[Source], publishing: bool = True
) -> Outcome:
    """Fetch what is due from these sources, read what is new of all that are known, publish.

    A crawl that is told to stop finishes the pages under way; they are read and published, unless it is told again.
    """
    started = time.monotonic()
    # The reader starts beside the crawl, for what the crawl brings.
    with stoppable(), open_store(home) as store, Progress() as progress, PageReader() as reader:
        outcome = Outcome()
        outcome.crawled = crawl(
            sources,
            store,
            contact=network.contact,
            allow_loopback=network.allow_loopback,
            connect_to=network.connect_to,
            keep_free=network.keep_free,
            progress=progress.crawling,
        )
        outcome.read = read_stale(store, _read_as(known), progress.reading, reader=reader)
        if publishing:
            outcome.published = publish(store)
    outcome.seconds = time.monotonic() - started
    return outcome


def run_extract(home: Path, sources: Sequence[Source], *, everything: bool, publishing: bool = True) -> Outcome:
    """Read what an older version has read, or everything; publish."""
    started = time.monotonic()
    with stoppable(), open_store(home, create=False) as store, Progress() as progress:
        outcome = Outcome()
        read = read_all if everything else read_stale
        outcome.read = read(store, _read_as(sources), progress.reading)
        if publishing:
            outcome.published = publish(store)
    outcome.seconds = time.monotonic() - started
    return outcome


def run_publish(home: Path) -> Outcome:
    """Publish what the archive holds."""
    started = time.monotonic()
    with stoppable(), open_store(home, create=False) as store:
        outcome = Outcome(published=publish(store))
    outcome.seconds = time.monotonic() - started
    return outcome


def run_check(home: Path) -> tuple[Checked, ...]:
    """Check everything that the archive holds."""
    with stoppable(), open_store(home, create=False) as store, Progress() as progress:
        return check_archive(store, datetime.now(UTC), progress.checking)


def run_backup(home: Path, folder: Path, *, keep: int) -> Backup:
    """Copy what a backup does not hold yet."""
    with Progress() as progress:
        return back_up(home, folder, datetime.now(UTC), keep=keep, progress=progress.copying)


def run_restore(folder: Path, home: Path, *, publishing: bool = True) -> tuple[Backup, Outcome]:
    """Make a home of a backup; publish it."""
    with Progress() as progress:
        restored = restore(folder, home, progress=progress.copying)
    return restored, run_publish(home) if publishing else Outcome()


def _read_as(sources: Sequence[Source]) -> dict[str, ReadAs]:
    return {source.id: ReadAs(row=source.row, hints=source.hints) for source in sources}
