"""After a crash: what stands in the WARC file that was being written, and what the tables say of it, agree again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from keeping import NOON, PAPER, exchange

from archive.ledger import Ledger, ledger_problems
from archive.recovery import recover
from archive.store import Store, open_store
from archive.warc import Damage, Keeper, read, records

NAMES = ("a-1", "b-2", "c-3")


def url(name: str) -> str:
    return f"http://bao-thu.localhost/{name}.html"


def crash(home: Path, *, committed: int) -> Path:
    """A crawl that kept three articles and died; of the first ``committed`` the rows were written too."""
    with open_store(home) as store:
        store.register([PAPER])
        run = store.begin_run("crawl", NOON)
        ledger, keeper = Ledger(store, run), Keeper(store, run, NOON)
        for name in NAMES:
            ledger.add(url(name), source_id=PAPER.id, kind="article")
        for number, name in enumerate(NAMES):
            if number == committed:
                keeper.commit()
            capture = keeper.keep(exchange(f"/{name}.html", name.encode()))
            ledger.settle(url(name), "stored", reason="status 200", etag='"1"', last_hash=capture.sha256)
        if committed == len(NAMES):
            keeper.commit()
        keeper.discard()
        return keeper.path


def due(store: Store) -> list[str]:
    return [entry.url for entry in Ledger(store, store.begin_run("crawl", NOON)).due([PAPER.id], 10, NOON)]


def check(store: Store) -> None:
    """Every row points at a whole record, every whole answer has a row, and the ledger adds up."""
    rows = list(store.db.query("SELECT * FROM captures"))
    for row in rows:
        kept = read(store.warc, row["warc_file"], row["warc_offset"], row["warc_length"])
        assert kept.url == row["url"]
    for path in store.warc.iterdir():
        items = list(records(path))
        assert not any(isinstance(item, Damage) for item in items)
        assert sum(item[1] for item in items if not isinstance(item, Damage)) == path.stat().st_size
    assert ledger_problems(store.db, NOON) == []
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.fault(1)
@pytest.mark.parametrize("committed", [0, 1, 2, 3])
def test_answers_that_were_kept_and_not_committed_are_entered(tmp_path: Path, committed: int) -> None:
    crash(tmp_path, committed=committed)
    with open_store(tmp_path) as store:
        assert store.scalar("SELECT count(*) FROM captures") == committed
        told = recover(store)
        assert len(told) == (committed < 3)
        assert [row[0] for row in store.db.execute("SELECT url FROM captures ORDER BY id")] == [*map(url, NAMES)]
        assert due(store) == []
        check(store)
        assert recover(store) == []


@pytest.mark.fault(3, 22)
@pytest.mark.parametrize("damage", [b"", bytes(300), b"\x1f\x8b\x08garbled"])
def test_a_file_cut_anywhere_costs_only_what_was_cut(tmp_path: Path, damage: bytes) -> None:
    """The tail of a file whose rows were committed: a disk may lose what it called synced."""
    path = crash(tmp_path / "crashed", committed=3)
    whole = path.read_bytes()
    database = (tmp_path / "crashed" / "work" / "archive.db").read_bytes()
    with open_store(tmp_path / "crashed") as store:
        ends = [offset + length for offset, length in store.db.execute("SELECT warc_offset, warc_length FROM captures")]
    cuts = [0, 1, 100, *(end + by for end in ends for by in (-1, 0, 1)), len(whole) - 1]
    for number, cut in enumerate(cuts):
        home = tmp_path / str(number)
        (home / "work").mkdir(parents=True)
        (home / "warc").mkdir()
        (home / "work" / "archive.db").write_bytes(database)
        left = whole[:cut] + damage
        (home / "warc" / path.name).write_bytes(left)
        with open_store(home) as store:
            recover(store)
            kept = [name for name, end in zip(NAMES, ends, strict=True) if left[:end] == whole[:end]]
            assert due(store) == [url(name) for name in NAMES if name not in kept]
            assert [row[0] for row in store.db.execute("SELECT url FROM captures ORDER BY id")] == [*map(url, kept)]
            check(store)


def test_a_lost_answer_gives_way_to_the_one_before(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        for day in range(2):
            run = store.begin_run("crawl", NOON + timedelta(days=day))
            keeper = Keeper(store, run, NOON + timedelta(days=day))
            keeper.keep(exchange("/a-1.html", f"day {day}".encode()))
            keeper.commit()
            if day == 0:
                keeper.close()
        keeper.discard()
        keeper.path.write_bytes(b"")
        assert len(recover(store)) == 1
        assert store.db.execute("SELECT capture_id, fingerprint FROM readings").fetchall() == [(1, "")]
        assert not keeper.path.exists()


def test_a_file_that_was_closed_is_not_looked_at(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        keeper = Keeper(store, store.begin_run("crawl", NOON), NOON)
        keeper.keep(exchange("/a-1.html", b"first"))
        keeper.close()
        keeper.path.write_bytes(b"not even WARC")
        assert recover(store) == []
