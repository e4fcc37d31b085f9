"""Whose turn it is: entries of the ledger, handed out source by source."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from datetime import datetime

from archive.ledger import Entry, Ledger
from crawler.sources import Source

_PER_SOURCE = 2  # one on its way, one waiting for the host's delay to pass
_BATCH = 20


class Frontier:
    """Hands out what is due, never more than a few entries of one source at a time.

    It holds no memory of its own that matters: what it has handed out and not seen done is still due in the ledger.
    """

    def __init__(self, ledger: Ledger, sources: Sequence[Source], clock: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._clock = clock
        self._budgets = {source.id: source.budget for source in sources}
        self._turns = deque(self._budgets)
        self._ready: dict[str, deque[Entry]] = {source.id: deque() for source in sources}
        self._dry: set[str] = set()
        self._out: Counter[str] = Counter()
        self.paused: dict[str, str] = {}

    def next(self) -> Entry | None:
        """The next entry to ask for; None while there is none or every source has enough on its way."""
        for _ in range(len(self._turns)):
            source_id = self._turns[0]
            self._turns.rotate(-1)
            if self._out[source_id] < _PER_SOURCE and self._has(source_id):
                self._out[source_id] += 1
                self._budgets[source_id] -= 1
                return self._ready[source_id].popleft()
        return None

    def waiting(self) -> bool:
        """Whether anything is due that this run may still ask for."""
        return any(self._has(source_id) for source_id in self._turns)

    def done(self, entry: Entry) -> None:
        """An entry that was handed out has been settled; what it brought may be due now."""
        self._out[entry.source_id] -= 1
        self._dry.discard(entry.source_id)

    def pause(self, source_id: str, reason: str) -> None:
        """Ask nothing more of a source in this run; what is due stays due."""
        self.paused.setdefault(source_id, reason)

    def is_spent(self, source_id: str) -> bool:
        """Whether as many entries of a source were handed out as one run may ask for."""
        return self._budgets[source_id] <= 0

    def _has(self, source_id: str) -> bool:
        if source_id in self.paused or self.is_spent(source_id):
            return False
        ready = self._ready[source_id]
        if not ready and source_id not in self._dry:
            ready.extend(self._ledger.due([source_id], _BATCH, self._clock()))
            if not ready:
                self._dry.add(source_id)
        return bool(ready)
