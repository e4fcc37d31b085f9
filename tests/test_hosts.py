"""Pauses of hosts, across runs and under clocks that jump."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from keeping import NOON

from archive.hosts import LONGEST_PAUSE, Hosts
from archive.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        yield opened


@pytest.mark.fault(24)
@pytest.mark.parametrize(
    ("wait", "paused"),
    [
        (timedelta(seconds=3600), timedelta(hours=1)),
        (timedelta(seconds=-5), timedelta(0)),
        (timedelta(seconds=10**9), LONGEST_PAUSE),
    ],
)
def test_a_host_is_left_alone_as_long_as_it_asks(store: Store, wait: timedelta, paused: timedelta) -> None:
    assert Hosts(store).pause("a.vn", "status 429", NOON, wait).until == NOON + paused
    again = Hosts(store)
    assert again.paused("b.vn", NOON) is None
    assert again.paused("a.vn", NOON + paused) is None
    if paused:
        pause = again.paused("a.vn", NOON + paused - timedelta(seconds=1))
        assert pause is not None
        assert (pause.until, pause.reason) == (NOON + paused, "status 429")


@pytest.mark.fault(25)
def test_each_failure_in_a_row_doubles_the_pause_and_a_page_ends_it(store: Store) -> None:
    waits = [Hosts(store).pause("a.vn", "down", NOON).until - NOON for _ in range(7)]
    assert waits == [timedelta(hours=hours) for hours in (1, 2, 4, 8, 16, 24, 24)]
    hosts = Hosts(store)
    hosts.answered("a.vn")
    assert hosts.paused("a.vn", NOON) is None
    assert hosts.pause("a.vn", "down", NOON).until == NOON + timedelta(hours=1)


def test_a_host_that_always_answers_costs_no_write(store: Store) -> None:
    before = store.db.conn.total_changes
    Hosts(store).answered("a.vn")
    assert store.db.conn.total_changes == before


@pytest.mark.fault(16, 17)
@pytest.mark.parametrize("days", [-1, -3650])
def test_a_clock_that_ran_ahead_starves_no_host(store: Store, days: int) -> None:
    Hosts(store).pause("a.vn", "status 429", NOON, timedelta(hours=24))
    assert Hosts(store).paused("a.vn", NOON + timedelta(days=days)) is None
