"""One writer: who is told to wait, how a transaction begins, and what becomes of one that cannot end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from keeping import PAPER
from sqlite_utils.utils import sqlite3

from archive.store import ArchiveError, BusyError, Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.register([PAPER])
        yield opened


HOLDER = """
import pathlib, sys, time
from archive.store import open_store
with open_store(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.fault(5, 6)
def test_the_second_of_two_is_told_who_is_at_work_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        expected = rf"at work in {tmp_path} since 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ, process {holder.pid}:"
        with pytest.raises(BusyError, match=expected), open_store(tmp_path):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert (tmp_path / "work" / "lock").read_text() == f"{holder.pid}\n"
        with open_store(tmp_path):
            assert (tmp_path / "work" / "lock").read_text() == f"{os.getpid()}\n"


@pytest.mark.fault(8)
def test_every_transaction_takes_the_right_to_write_at_its_beginning(store: Store) -> None:
    said: list[str] = []
    store.db.conn.set_trace_callback(said.append)
    with store.db.atomic(), store.db.atomic():
        store.scalar("SELECT 1")
    store.db.begin()
    store.db.begin()
    store.db.commit()
    store.db.conn.set_trace_callback(None)
    assert [line for line in said if line.startswith("BEGIN")] == ["BEGIN IMMEDIATE"] * 2
    for package in ("archive", "crawler", "thidua"):
        for path in (ROOT / package).rglob("*.py"):
            assert not re.search(r"""["']BEGIN(?! IMMEDIATE)\b""", path.read_text(encoding="utf-8")), path


@pytest.mark.fault(8)
def test_who_reads_before_it_writes_meets_no_change_by_another(store: Store) -> None:
    other = sqlite3.connect(store.home / "work" / "archive.db", timeout=0)
    with store.db.atomic():
        assert store.scalar("SELECT name FROM sources") == "Báo Thử"
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("UPDATE sources SET name = 'x'")
        store.db.execute("UPDATE sources SET name = 'y'")
    other.close()


@pytest.mark.fault(7)
def test_a_writer_waits_for_another_program(store: Store) -> None:
    other = sqlite3.connect(store.home / "work" / "archive.db", check_same_thread=False, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    threading.Timer(0.3, other.execute, ["COMMIT"]).start()
    with store.db.atomic():
        store.db.execute("UPDATE sources SET name = 'x'")
    assert store.scalar("SELECT name FROM sources") == "x"
    other.close()


@pytest.mark.fault(7)
def test_a_program_that_never_lets_go_is_told_of_in_one_line(tmp_path: Path) -> None:
    def write() -> None:
        with open_store(tmp_path) as store:
            store.register([PAPER])
            other = sqlite3.connect(tmp_path / "work" / "archive.db", isolation_level=None)
            other.execute("BEGIN EXCLUSIVE")
            store.db.execute("PRAGMA busy_timeout = 10")
            try:
                store.register([PAPER, PAPER])
                store.db.execute("DELETE FROM sources")
            finally:
                other.close()

    with pytest.raises(ArchiveError, match=r"work/archive\.db: database is locked"):
        write()
    with open_store(tmp_path) as store:
        assert store.scalar("SELECT count(*) FROM sources") == 1


def test_a_failed_step_takes_back_itself_and_not_the_pages_before_it(store: Store) -> None:
    def fail() -> None:
        with store.db.atomic(), store.db.atomic():
            store.db.execute("UPDATE sources SET name = 'half'")
            raise RuntimeError

    store.db.begin()
    store.db.execute("UPDATE sources SET province = 'whole'")
    with pytest.raises(RuntimeError):
        fail()
    store.db.commit()
    assert store.db.execute("SELECT name, province FROM sources").fetchone() == ("Báo Thử", "whole")
