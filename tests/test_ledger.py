"""The ledger adds up: every address has one end with a reason, or is due at a time that will come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from keeping import NOON, PAPER, exchange, keep

from archive.ledger import LONGEST_WAIT, Ledger, ledger_problems
from archive.store import Store, open_store, utc

URL = "http://bao-thu.localhost/a-1.html"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.register([PAPER])
        yield opened


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """A ledger that adds up: one article that is kept, one that is put off, one that is gone."""
    keep(store, exchange("/a-1.html", b"first"))
    ledger = Ledger(store, store.begin_run("crawl", NOON))
    for name in ("a-1", "b-2", "c-3"):
        ledger.add(f"http://bao-thu.localhost/{name}.html", source_id=PAPER.id, kind="article")
    ledger.settle(URL, "stored", reason="status 200")
    ledger.retry("http://bao-thu.localhost/b-2.html", reason="timeout", after=NOON + timedelta(hours=12))
    ledger.settle("http://bao-thu.localhost/c-3.html", "gone", reason="status 404")
    return ledger


def test_a_ledger_in_order(store: Store, ledger: Ledger) -> None:
    assert ledger.states(PAPER.id) == {"gone": 1, "pending": 1, "stored": 1}
    assert ledger_problems(store.db, NOON) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("state = 'lost'", "in a state that does not exist"),
        ("reason = NULL", "ended without a reason"),
        ("next_try = '2026-03-02T00:00:00Z'", "ended, and yet to be tried again"),
        ("state = 'pending', next_try = '2026-03-02T00:00:00Z'", "put off, though it was never tried"),
        ("state = 'pending', tries = 1, next_try = '2036-03-02T00:00:00Z'", "put off further than anything is"),
        ("url = 'http://bao-thu.localhost/x.html'", "said to be kept, but no answer is"),
        ("url = 'http://bao-thu.localhost/x.html'", "asked for that it does not know, the first " + URL),
    ],
)
def test_what_does_not_add_up_is_told(store: Store, ledger: Ledger, change: str, told: str) -> None:
    store.db.execute(f"UPDATE ledger SET {change} WHERE url = ?", [URL])
    assert any(told in problem for problem in ledger_problems(store.db, NOON))


@pytest.mark.fault(17)
def test_what_a_clock_ahead_put_off_is_due(store: Store, ledger: Ledger) -> None:
    later = NOON + timedelta(days=3650)
    ledger.add("http://bao-thu.localhost/d-4.html", source_id=PAPER.id, kind="article")
    ledger.retry("http://bao-thu.localhost/d-4.html", reason="timeout", after=later)
    assert store.scalar("SELECT next_try FROM ledger WHERE url LIKE '%d-4.html'") == utc(later)
    due = [entry.url for entry in ledger.due([PAPER.id], 10, NOON)]
    assert due == ["http://bao-thu.localhost/d-4.html"]
    # What was put off by a clock that is right is not due before its time.
    assert timedelta(hours=12) < LONGEST_WAIT
