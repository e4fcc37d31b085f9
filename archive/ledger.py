"""What to fetch: every address once, with how it ended or when to try again.

The spider takes addresses only from here and discovery only adds to it, so that a run that dies at any
moment leaves nothing behind but addresses that are still due.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from archive.store import Run, Store, utc

if TYPE_CHECKING:
    from sqlite_utils import Database

ENDED = ("stored", "unchanged", "duplicate", "gone", "robots", "refused", "failed")
# Nothing waits longer. A later time was written by a clock that ran ahead, and is taken for now.
LONGEST_WAIT = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An address that is due, with the validators of its last answer."""

    url: str
    source_id: str
    kind: str
    etag: str | None
    last_modified: str | None
    last_hash: str | None
    tries: int


class Ledger:
    """The ledger as one run sees it."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._db = store.db
        self._run = run
        self._leased: set[str] = set()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """What is found on a page and the page's own settlement stand or fall together."""
        with self._db.atomic():
            yield

    def start(self, source_id: str, kind: str, urls: Iterable[str]) -> None:
        """Make a source's roots due, unless this run has settled them before it was cut off and continued."""
        with self._db.atomic():
            for url in urls:
                self._db.execute(
                    "INSERT INTO ledger (url, source_id, kind, state) VALUES (?, ?, ?, 'pending') "
                    "ON CONFLICT (url) DO UPDATE SET state = 'pending', next_try = NULL "
                    "WHERE state <> 'pending' AND run_id IS NOT ?",
                    [url, source_id, kind, self._run.id],
                )

    def add(self, url: str, *, source_id: str, kind: str, hint: str | None = None) -> bool:
        """Enter an address; True if it is new, or due again because ``hint`` tells of a later change.

        ``hint`` is the date of change that a sitemap or feed gives, written as :func:`archive.store.utc` does. What
        this run has fetched already is not made due again, and the first hint for an address that was entered
        without one is only remembered: both speak of the state that was fetched.
        """
        with self._db.atomic():
            known = self._db.execute("SELECT state, hint, run_id FROM ledger WHERE url = ?", [url]).fetchone()
            if known is None:
                self._db.execute(
                    "INSERT INTO ledger (url, source_id, kind, state, hint) VALUES (?, ?, ?, 'pending', ?)",
                    [url, source_id, kind, hint],
                )
                return True
            state, old_hint, run_id = known
            if hint is None or (old_hint is not None and hint <= old_hint):
                return False
            changed = old_hint is not None and state != "pending" and run_id != self._run.id
            self._db.execute(
                "UPDATE ledger SET hint = ?, state = CASE WHEN ? THEN 'pending' ELSE state END, "
                "next_try = CASE WHEN ? THEN NULL ELSE next_try END WHERE url = ?",
                [hint, changed, changed, url],
            )
            return changed

    def due(self, source_ids: Sequence[str], limit: int, now: datetime) -> list[Entry]:
        """At most ``limit`` addresses of these sources that are due now; none is given out twice in a run."""
        marks = ", ".join("?" * len(source_ids))
        rows = self._db.query(
            "SELECT url, source_id, kind, etag, last_modified, last_hash, tries FROM ledger "  # noqa: S608 - only marks
            f"WHERE state = 'pending' AND source_id IN ({marks}) "
            "AND (next_try IS NULL OR next_try <= ? OR next_try > ?) ORDER BY rowid LIMIT ?",
            [*source_ids, utc(now), utc(now + LONGEST_WAIT), limit + len(self._leased)],
        )
        entries = [Entry(**row) for row in rows if row["url"] not in self._leased][:limit]
        self._leased.update(entry.url for entry in entries)
        return entries

    def settle(  # noqa: PLR0913 - one column, one argument
        self,
        url: str,
        state: str,
        *,
        reason: str,
        etag: str | None = None,
        last_modified: str | None = None,
        last_hash: str | None = None,
    ) -> None:
        """End an address in one of the states ENDED. Validators left out are kept."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE ledger SET state = ?, reason = ?, next_try = NULL, run_id = ?, "
                "tries = CASE WHEN ? IN ('failed', 'refused') THEN tries + 1 ELSE 0 END, "
                "etag = coalesce(?, etag), last_modified = coalesce(?, last_modified), "
                "last_hash = coalesce(?, last_hash) WHERE url = ?",
                [state, reason, self._run.id, state, etag, last_modified, last_hash, url],
            )
        self._leased.discard(url)

    def retry(self, url: str, *, reason: str, after: datetime) -> None:
        """Leave an address due, not before ``after``."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE ledger SET tries = tries + 1, reason = ?, next_try = ?, run_id = ? WHERE url = ?",
                [reason, utc(after), self._run.id, url],
            )

    def has_news(self, urls: Iterable[str]) -> bool:
        """Whether an address among these is one that no earlier run has seen.

        Asked of the ledger and not remembered, so that a run that was cut off goes on as it would have gone.
        """
        # The list goes in as one JSON parameter: SQLite limits the number of parameters, a page not that of its links.
        sql = (
            "SELECT 1 FROM ledger WHERE url IN (SELECT value FROM json_each(?)) "
            "AND (run_id = ? OR (state = 'pending' AND tries = 0)) LIMIT 1"
        )
        return self._store.scalar(sql, [json.dumps(list(urls)), self._run.id]) is not None

    def pending(self, source_id: str) -> int:
        """How many addresses of a source are still to be fetched, now or later."""
        return int(
            self._store.scalar("SELECT count(*) FROM ledger WHERE state = 'pending' AND source_id = ?", [source_id])
        )

    def states(self, source_id: str) -> dict[str, int]:
        """How many addresses of a source are in each state; together they are all that were ever discovered."""
        return dict(
            self._db.execute(
                "SELECT state, count(*) FROM ledger WHERE source_id = ? GROUP BY state ORDER BY state", [source_id]
            ).fetchall()
        )


# What must not be in a ledger, and how to say it of the number and the first address found.
_NEVER: tuple[tuple[str, str], ...] = (
    (f"state NOT IN ('pending', {', '.join(map(repr, ENDED))})", "in a state that does not exist"),
    ("state <> 'pending' AND coalesce(reason, '') = ''", "ended without a reason"),
    ("state <> 'pending' AND next_try IS NOT NULL", "ended, and yet to be tried again"),
    ("state = 'pending' AND next_try IS NOT NULL AND tries = 0", "put off, though it was never tried"),
    ("state = 'pending' AND next_try > :latest", "put off further than anything is"),
    (
        "state IN ('stored', 'unchanged') AND NOT EXISTS (SELECT 1 FROM captures WHERE canonical_url = ledger.url)",
        "said to be kept, but no answer is",
    ),
)


def ledger_problems(db: Database, now: datetime) -> list[str]:
    """What does not add up in the ledger, a line for each sort of it; none where every address has one true end.

    An address ends in one of ENDED with a reason, or it is pending and tried again within LONGEST_WAIT of ``now``.
    """
    found = []
    parameters: dict[str, Any] = {"latest": utc(now + LONGEST_WAIT)}
    for condition, what in _NEVER:
        sql = f"SELECT count(*), min(url) FROM ledger WHERE {condition}"  # noqa: S608 - our own conditions
        count, first = db.execute(sql, parameters).fetchone()
        if count:
            found.append(f"ledger: {count} addresses {what}, the first {first}")
    # A ledger made again from the kept bytes knows the articles; the next crawl finds sections, feeds and sitemaps.
    sql = (
        "SELECT count(DISTINCT canonical_url), min(canonical_url) FROM captures "
        "WHERE kind = 'article' AND status IN (200, 404, 410) "
        "AND NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.url = captures.canonical_url)"
    )
    count, first = db.execute(sql).fetchone()
    if count:
        found.append(f"ledger: {count} addresses were asked for that it does not know, the first {first}")
    return found
