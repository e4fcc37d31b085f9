"""Hosts that are to be left alone for a while: what a run learned of them holds for the next one too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from archive.store import Store, utc

LONGEST_PAUSE = timedelta(hours=24)
_FIRST_PAUSE = timedelta(hours=1)  # of a host that fails and does not say how long; doubled each time in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A host is not asked before ``until``."""

    until: datetime
    reason: str


class Hosts:
    """The pauses of hosts. A host that answers costs no write unless it had to be left alone before."""

    def __init__(self, store: Store) -> None:
        self._db = store.db
        self._failures = {row["host"]: row["failures"] for row in self._db.query("SELECT host, failures FROM hosts")}

    def pause(self, host: str, reason: str, now: datetime, wait: timedelta | None = None) -> Pause:
        """Leave a host alone for ``wait``; without one for an hour, and twice as long each time in a row.

        Never longer than LONGEST_PAUSE, and never less than no time at all.
        """
        failures = self._failures.get(host, 0) + 1
        wait = _FIRST_PAUSE * 2 ** min(failures - 1, 10) if wait is None else wait
        pause = Pause(until=now + max(timedelta(0), min(wait, LONGEST_PAUSE)), reason=reason)
        with self._db.atomic():
            self._db.execute(
                "INSERT INTO hosts (host, failures, not_before, reason) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (host) DO UPDATE SET failures = excluded.failures, "
                "not_before = excluded.not_before, reason = excluded.reason",
                [host, failures, utc(pause.until), reason],
            )
        self._failures[host] = failures
        return pause

    def answered(self, host: str) -> None:
        """A host gave a page: whatever was held against it is forgotten."""
        if self._failures.pop(host, None) is not None:
            with self._db.atomic():
                self._db.execute("DELETE FROM hosts WHERE host = ?", [host])

    def paused(self, host: str, now: datetime) -> Pause | None:
        """The pause that a host is in. One further off than LONGEST_PAUSE was set by a clock that ran ahead: none."""
        row = self._db.execute("SELECT not_before, reason FROM hosts WHERE host = ?", [host]).fetchone()
        if row is None or row[0] is None or not utc(now) < row[0] <= utc(now + LONGEST_PAUSE):
            return None
        return Pause(until=datetime.fromisoformat(row[0]), reason=row[1] or "")
