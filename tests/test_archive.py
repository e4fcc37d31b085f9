"""The store, the ledger and the kept bytes: a real SQLite file and real WARC files."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from keeping import NOON, PAPER, exchange, keep
from warcio.archiveiterator import ArchiveIterator
from warcio.recordbuilder import RecordBuilder

from archive.ledger import Ledger
from archive.reindex import reindex
from archive.store import CONTINUE_WITHIN, HomeError, SourceRow, Store, open_store
from archive.warc import Damage, read, records, why


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.register([PAPER])
        yield opened


def test_a_kept_response_is_read_back_as_it_was_sent(store: Store) -> None:
    keep(store, exchange("/a-1.html", "Khối thi đua".encode()), exchange("/b-2.html", b"second"))
    rows = list(store.db.query("SELECT * FROM captures ORDER BY id"))
    kept = [read(store.warc, row["warc_file"], row["warc_offset"], row["warc_length"]) for row in rows]
    assert [one.body for one in kept] == ["Khối thi đua".encode(), b"second"]
    assert kept[0].content_type == "text/html; charset=utf-8"
    assert [row["url"] for row in rows] == [one.url for one in kept]


def test_other_readers_of_warc_find_the_same(store: Store) -> None:
    path = keep(store, exchange("/a-1.html", b"body"))
    with path.open("rb") as file:
        found = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI")) for record in ArchiveIterator(file)
        ]
    url = "http://bao-thu.localhost/a-1.html"
    assert found == [("warcinfo", None), ("response", url), ("request", url), ("metadata", url)]
    # Replay programs take a metadata record of any other type for a second page of the same address.
    with path.open("rb") as file:
        beside = [
            (record.content_type, why(record)) for record in ArchiveIterator(file) if record.rec_type == "metadata"
        ]
    told = {"via": "http://bao-thu.localhost/", "source": PAPER.id, "kind": "article", "canonical_url": url}
    assert beside == [("application/warc-fields", told)]
    checked = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", str(path)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_the_first_archives_told_why_in_json() -> None:
    told = {"source": "bao-thu", "kind": "article", "canonical_url": "http://a.example/1", "referrer": None}
    payload = json.dumps(told).encode()
    record = RecordBuilder().create_warc_record(
        "http://a.example/1",
        "metadata",
        payload=BytesIO(payload),
        length=len(payload),
        warc_content_type="application/json",
    )
    assert why(record) == {"source": "bao-thu", "kind": "article", "canonical_url": "http://a.example/1"}


def extents(path: Path) -> tuple[list[int], list[Damage]]:
    """Where the whole records of a file end, and what of it is damaged."""
    found = list(records(path))
    return [item[0] + item[1] for item in found if not isinstance(item, Damage)], [
        item for item in found if isinstance(item, Damage)
    ]


def test_a_torn_tail_costs_only_the_torn_record(store: Store) -> None:
    path = keep(store, exchange("/a-1.html", b"first"), exchange("/b-2.html", b"second"))
    whole = path.read_bytes()
    ends, _ = extents(path)
    for cut in range(ends[2] - 1, len(whole)):
        path.write_bytes(whole[:cut])
        assert extents(path) == ([end for end in ends if end <= cut], [])


def test_a_damaged_record_costs_no_other_and_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        path = keep(store, *(exchange(f"/a-{n}.html", f"page {n}".encode()) for n in range(5)))
        third = store.db.execute("SELECT warc_offset, warc_length FROM captures WHERE url LIKE '%a-2.html'").fetchone()
    whole = bytearray(path.read_bytes())
    whole[third[0] + 20 : third[0] + 40] = bytes(20)
    path.write_bytes(whole)
    _, [damage] = extents(path)
    assert (damage.start, damage.end) == (third[0], third[0] + third[1])
    for file in (tmp_path / "work").glob("archive.db*"):
        file.unlink()
    with open_store(tmp_path) as store:
        entered, [complaint] = reindex(store, {PAPER.id: PAPER})
        assert entered == 4
        assert f"{path}: bytes {damage.start} to {damage.end}" in complaint
        assert store.scalar("SELECT count(*) FROM issues WHERE stage = 'keep'") == 1


def test_a_file_that_is_not_ours_is_told_and_passed_over(store: Store) -> None:
    keep(store, exchange("/a-1.html", b"first"))
    (store.warc / "other.warc.gz").write_bytes(gzip.compress(b"no WARC at all"))
    entered, [complaint] = reindex(store, {PAPER.id: PAPER})
    assert (entered, "other.warc.gz" in complaint) == (0, True)


def test_what_cannot_be_unpacked_is_kept_and_no_obstacle(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        odd = replace(exchange("/odd", b""), response_headers=[(b"Content-Encoding", b"br")], kind="other")
        keep(store, odd, exchange("/a-1.html", b"first"))
    for file in (tmp_path / "work").glob("archive.db*"):
        file.unlink()
    with open_store(tmp_path) as store:
        assert reindex(store, {PAPER.id: PAPER}) == (2, ())


def test_missing_kept_bytes_are_told_before_anything_is_done(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        path = keep(store, exchange("/a-1.html", b"first"))
    path.rename(tmp_path / "elsewhere.warc.gz")
    with pytest.raises(HomeError, match="bring the folder back"), open_store(tmp_path):
        pass


def test_a_row_entered_late_does_not_become_the_page_to_read(store: Store) -> None:
    later = replace(exchange("/a-1.html", b"new"), fetched_at=NOON + timedelta(days=1))
    keep(store, later)
    keep(store, exchange("/a-1.html", b"old"))
    newest = store.db.execute("SELECT c.fetched_at FROM readings r JOIN captures c ON c.id = r.capture_id").fetchone()
    assert newest == ("2026-03-02T12:00:00Z",)


def test_captures_are_made_again_from_the_files_alone(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        keep(
            store,
            exchange("/a-1.html", b"first"),
            exchange("/x", b"gone", status=404),
            exchange("/rss", b"f", kind="feed"),
        )
        query = "SELECT c.*, r.uid AS run FROM captures c JOIN runs r ON r.id = c.run_id ORDER BY c.id"
        before = list(store.db.query(query))
    for file in (tmp_path / "work").glob("archive.db*"):
        file.unlink()
    with open_store(tmp_path) as store:
        assert reindex(store, {PAPER.id: PAPER}) == (3, ())
        assert list(store.db.query(query)) == before
        assert reindex(store, {PAPER.id: PAPER}) == (0, ())
        states = dict(store.db.execute("SELECT url, state FROM ledger").fetchall())
        assert states == {"http://bao-thu.localhost/a-1.html": "stored", "http://bao-thu.localhost/x": "gone"}


def test_a_file_of_an_unknown_source_is_named(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        path = keep(store, exchange("/a-1.html", b"first"))
        store.db.execute("DELETE FROM readings")
        store.db.execute("DELETE FROM captures")
        with pytest.raises(HomeError, match=rf"{path.name}.*bao-thu"):
            reindex(store, {})


def test_a_newer_archive_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.db.execute("PRAGMA user_version = 99")
    with pytest.raises(HomeError, match="schema 99"), open_store(tmp_path):
        pass


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "archive.db").write_bytes(b"not a database, but long enough to be looked at" * 100)
    with pytest.raises(HomeError, match=r"work/archive\.db is not a usable archive"), open_store(tmp_path):
        pass


def test_invented_and_real_papers_never_share_a_home(store: Store) -> None:
    real = SourceRow(
        id="real", name="R", province=None, province_now=None, home="https://r.vn/", platform=None, demo=False
    )
    with pytest.raises(HomeError, match="--home"):
        store.register([real])


class TestLedger:
    def ledger(self, store: Store, now: datetime = NOON) -> Ledger:
        return Ledger(store, store.begin_run("crawl", now))

    def due(self, ledger: Ledger, now: datetime = NOON) -> list[str]:
        return [entry.url for entry in ledger.due([PAPER.id], 10, now)]

    def test_an_address_is_given_out_once_and_ends_once(self, store: Store) -> None:
        ledger = self.ledger(store)
        assert ledger.add("http://a/", source_id=PAPER.id, kind="article")
        assert not ledger.add("http://a/", source_id=PAPER.id, kind="article")
        assert self.due(ledger) == ["http://a/"]
        assert self.due(ledger) == []
        ledger.settle("http://a/", "stored", reason="status 200", etag='"1"')
        assert self.due(ledger) == []

    def test_what_a_dead_process_had_taken_is_still_due(self, store: Store) -> None:
        first = self.ledger(store)
        first.add("http://a/", source_id=PAPER.id, kind="article")
        assert self.due(first) == ["http://a/"]
        assert self.due(self.ledger(store)) == ["http://a/"]

    def test_roots_are_asked_by_each_run_but_not_again_by_one_that_goes_on(self, store: Store) -> None:
        first = self.ledger(store)
        first.start(PAPER.id, "feed", ["http://a/rss"])
        first.settle("http://a/rss", "stored", reason="status 200", etag='"1"')
        continued = self.ledger(store, NOON + timedelta(minutes=5))
        continued.start(PAPER.id, "feed", ["http://a/rss"])
        assert self.due(continued) == []
        later = self.ledger(store, NOON + CONTINUE_WITHIN)
        later.start(PAPER.id, "feed", ["http://a/rss"])
        [entry] = later.due([PAPER.id], 10, NOON)
        assert (entry.url, entry.etag) == ("http://a/rss", '"1"')

    def test_a_later_change_makes_an_article_due_again(self, store: Store) -> None:
        first = self.ledger(store)
        first.add("http://a/", source_id=PAPER.id, kind="article", hint="2026-01-01T00:00:00Z")
        first.settle("http://a/", "stored", reason="status 200")
        assert not first.add("http://a/", source_id=PAPER.id, kind="article", hint="2026-01-02T00:00:00Z")
        second = self.ledger(store, NOON + CONTINUE_WITHIN)
        assert not second.add("http://a/", source_id=PAPER.id, kind="article", hint="2026-01-02T00:00:00Z")
        assert second.add("http://a/", source_id=PAPER.id, kind="article", hint="2026-01-03T00:00:00Z")
        assert self.due(second) == ["http://a/"]

    def test_a_first_hint_is_only_remembered(self, store: Store) -> None:
        first = self.ledger(store)
        first.add("http://a/", source_id=PAPER.id, kind="article")
        first.settle("http://a/", "stored", reason="status 200")
        second = self.ledger(store, NOON + CONTINUE_WITHIN)
        assert not second.add("http://a/", source_id=PAPER.id, kind="article", hint="2026-01-03T00:00:00Z")
        assert self.due(second) == []

    def test_a_failed_address_waits(self, store: Store) -> None:
        ledger = self.ledger(store)
        ledger.add("http://a/", source_id=PAPER.id, kind="article")
        ledger.retry("http://a/", reason="timeout", after=NOON + timedelta(hours=1))
        fresh = self.ledger(store, NOON)
        assert self.due(fresh) == []
        assert self.due(fresh, NOON + timedelta(hours=1)) == ["http://a/"]

    def test_found_links_and_settlement_stand_or_fall_together(self, store: Store) -> None:
        ledger = self.ledger(store)
        ledger.add("http://a/", source_id=PAPER.id, kind="section")

        def die_half_way() -> None:
            with ledger.atomic():
                ledger.add("http://a/1", source_id=PAPER.id, kind="article")
                ledger.settle("http://a/", "stored", reason="status 200")
                raise RuntimeError

        with pytest.raises(RuntimeError):
            die_half_way()
        assert self.due(self.ledger(store)) == ["http://a/"]


def test_a_run_that_was_cut_off_is_continued_for_some_hours(store: Store) -> None:
    first = store.begin_run("crawl", NOON)
    assert not first.continued
    again = store.begin_run("crawl", NOON + CONTINUE_WITHIN - timedelta(seconds=1))
    assert (again.id, again.continued) == (first.id, True)
    later = store.begin_run("crawl", NOON + CONTINUE_WITHIN)
    assert (later.id == first.id, later.continued) == (False, False)
    store.finish_run(later, NOON + CONTINUE_WITHIN)
    assert not store.begin_run("crawl", NOON + CONTINUE_WITHIN).continued
