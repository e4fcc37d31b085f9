"""Reading kept pages: what is stale, what fails, what an earlier page still says."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from keeping import FILLER, NOON, PAPER, exchange, keep
from poison import ObedientReader

from archive.reading import PageReader
from archive.reread import ReadAs, read_all, read_stale
from archive.store import ArchiveError, Store, open_store
from extract.model import PageHints

WORDS = (
    "Sáng nay, Sở Y tế tỉnh Quảng Ngãi được Chủ tịch UBND tỉnh tặng Bằng khen vì có thành tích xuất sắc trong năm qua.",
    *FILLER,
)
SOURCES = {PAPER.id: ReadAs(row=PAPER, hints=PageHints())}


def page(title: str) -> bytes:
    title = f"{title}: Sở Y tế nhận Bằng khen"
    paragraphs = "".join(f"<p>{words}</p>" for words in WORDS)
    body = f"<h1>{title}</h1><div class='who'>Lê An</div><div id='content'>{paragraphs}</div>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.register([PAPER])
        yield opened


def titles(store: Store) -> list[str]:
    return [
        title.partition(":")[0] for (title,) in store.db.execute("SELECT title FROM articles ORDER BY title").fetchall()
    ]


def complaints(store: Store) -> list[tuple[str, str]]:
    return [tuple(row) for row in store.db.execute("SELECT kind, url FROM issues ORDER BY id").fetchall()]


def test_what_was_read_is_not_read_again(store: Store, reader: PageReader) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")), exchange("/b-2.html", page("Bài hai")))
    steps: list[tuple[int, int]] = []
    assert read_stale(store, SOURCES, lambda done, total: steps.append((done, total)), reader=reader).articles == {
        PAPER.id: 2
    }
    assert steps == [(1, 2), (2, 2)]
    assert read_stale(store, SOURCES, reader=reader).articles == {}
    keep(store, exchange("/c-3.html", page("Bài ba")))
    assert read_stale(store, SOURCES, reader=reader).articles == {PAPER.id: 1}


def test_a_mended_source_file_is_read_with(store: Store, reader: PageReader) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    read_stale(store, SOURCES, reader=reader)
    mended = {PAPER.id: ReadAs(row=replace(PAPER, name="Báo Mới"), hints=PageHints(author=".who"))}
    assert read_stale(store, mended, reader=reader).articles == {PAPER.id: 1}
    assert store.db.execute("SELECT author FROM articles").fetchone() == ("Lê An",)
    assert store.db.execute("SELECT name FROM sources").fetchone() == ("Báo Mới",)


def test_pages_of_other_sources_are_left_alone(store: Store, reader: PageReader) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    report = read_stale(store, {})
    assert report.articles == {}
    assert [PAPER.id in warning for warning in report.warnings] == [True]
    assert read_stale(store, SOURCES, reader=reader).articles == {PAPER.id: 1}


def test_a_stub_never_replaces_an_article(store: Store, reader: PageReader) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    read_stale(store, SOURCES, reader=reader)
    keep(store, replace(exchange("/a-1.html", b"<html><p>404</p></html>"), fetched_at=NOON + timedelta(days=1)))
    assert read_stale(store, SOURCES, reader=reader).problems == {PAPER.id: 1}
    assert titles(store) == ["Bài một"]
    # Nor does it after everything was read anew, by this version or another.
    read_all(store, SOURCES, reader=reader)
    assert titles(store) == ["Bài một"]
    assert complaints(store) == [("no-article", "http://bao-thu.localhost/a-1.html")]
    # A good page takes the complaint away.
    keep(store, replace(exchange("/a-1.html", page("Bài một, sửa")), fetched_at=NOON + timedelta(days=2)))
    read_stale(store, SOURCES, reader=reader)
    assert (titles(store), complaints(store)) == (["Bài một, sửa"], [])


def test_an_article_that_contradicts_itself_is_an_issue_and_no_failure(store: Store, reader: PageReader) -> None:
    said = "Khối thi đua Nội chính có 4 cơ quan, đơn vị gồm: Sở Tư pháp; Thanh tra tỉnh và Công an tỉnh."
    keep(store, exchange("/a-1.html", page("Bài một").replace(b"<p>", f"<p>{said}</p><p>".encode(), 1)))
    assert read_stale(store, SOURCES, reader=reader).problems == {PAPER.id: 0}
    assert complaints(store) == [("member-count", "http://bao-thu.localhost/a-1.html")]


def test_a_page_that_breaks_a_rule_costs_only_itself(store: Store, reader: PageReader) -> None:
    keep(store, *(exchange(f"/a-{n}.html", page(f"Bài {n}" + " #raise" * (n == 1))) for n in range(3)))
    with ObedientReader() as breaking:
        report = read_stale(store, SOURCES, reader=breaking)
    assert (report.articles, report.problems) == ({PAPER.id: 2}, {PAPER.id: 1})
    assert complaints(store) == [("error in the program", "http://bao-thu.localhost/a-1.html")]
    assert store.scalar("SELECT detail FROM issues") == "IndexError: list index out of range"
    read_stale(store, SOURCES, reader=reader)
    assert titles(store) == ["Bài 0", "Bài 1 #raise", "Bài 2"]
    assert complaints(store) == []


@pytest.mark.fault(18, 21, 48)
def test_a_page_that_no_worker_survives_is_tried_twice_and_recorded(store: Store, reader: PageReader) -> None:
    """The next page is read as if nothing had been; what an earlier page of the address said stays said."""
    keep(store, *(exchange(f"/a-{n}.html", page(f"Bài {n}")) for n in range(4)))
    read_stale(store, SOURCES, reader=reader)
    before = [tuple(row) for row in store.db.execute("SELECT * FROM articles WHERE id <> 4").fetchall()]
    commands = ("#abort", "#spin", "#eat")
    for n, command in enumerate((*commands, "sửa")):
        kept = exchange(f"/a-{n}.html", page(f"Bài {n} {command}"))
        keep(store, replace(kept, fetched_at=NOON + timedelta(days=1)))
    with ObedientReader(seconds=1.5, memory=200 << 20) as obedient:
        report = read_stale(store, SOURCES, reader=obedient)
        assert (report.articles, report.problems) == ({PAPER.id: 4}, {PAPER.id: 3})
        causes = [cause for (cause,) in store.db.execute("SELECT detail FROM issues ORDER BY id").fetchall()]
        assert causes == [
            f"{cause}; tried 2 times"
            for cause in (
                "crashed (SIGABRT)",
                "no answer within 1.5 s",
                "more memory than 200 MB",
            )
        ]
        assert {kind for kind, _ in complaints(store)} == {"poison page"}
        # This version does not try it again.
        assert read_stale(store, SOURCES, reader=obedient).articles == {}
    assert titles(store) == [*(f"Bài {n}" for n in range(3)), "Bài 3 sửa"]
    fingerprint = store.scalar("SELECT fingerprint FROM articles WHERE id = 4")
    assert [tuple(row) for row in store.db.execute("SELECT * FROM articles WHERE id <> 4").fetchall()] == before
    # Another does.
    store.db.execute("UPDATE readings SET fingerprint = 'older'")
    read_stale(store, SOURCES, reader=reader)
    assert complaints(store) == []
    assert titles(store) == [f"Bài {n} {command}" for n, command in enumerate((*commands, "sửa"))]
    assert {row[0] for row in store.db.execute("SELECT fingerprint FROM articles").fetchall()} == {fingerprint}


@pytest.mark.fault(21)
def test_workers_killed_from_outside_cost_no_page(tmp_path: Path) -> None:
    """Killed at any page: what is read and what its rows hold is what a quiet run reads."""
    with open_store(tmp_path / "0") as store:
        store.register([PAPER])
        keep(store, *(exchange(f"/a-{n}.html", page(f"Bài {n}")) for n in range(15)))
    shutil.copytree(tmp_path / "0", tmp_path / "3")
    dumps = []
    for kills in (0, 3):
        with open_store(tmp_path / str(kills)) as store, ObedientReader() as obedient:

            def kill(done: int, total: int, left: int = kills, reader: PageReader = obedient) -> None:
                if done % 4 == 0 and done // 4 <= left and reader.worker.pid:
                    os.kill(reader.worker.pid, signal.SIGKILL)

            assert read_stale(store, SOURCES, kill, reader=obedient).articles == {PAPER.id: 15}
            dumps.append(list(store.db.conn.iterdump()))
    assert dumps[0] == dumps[1]


def test_without_a_worker_the_reading_ends_with_one_clear_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ArchiveError, match="no worker process could be started"):
        read_stale(store, SOURCES)
    assert store.scalar("SELECT count(*) FROM readings WHERE fingerprint = ''") == 1


def test_an_unreadable_kept_page_stays_due(store: Store, reader: PageReader) -> None:
    path = keep(store, exchange("/a-1.html", page("Bài một")))
    keep(store, exchange("/b-2.html", page("Bài hai")))
    away = path.rename(path.with_suffix(".away"))
    report = read_stale(store, SOURCES, reader=reader)
    assert (report.articles, report.problems) == ({PAPER.id: 1}, {PAPER.id: 1})
    assert complaints(store) == [("kept page unreadable", "http://bao-thu.localhost/a-1.html")]
    away.rename(path)
    assert read_stale(store, SOURCES, reader=reader).articles == {PAPER.id: 1}
    assert complaints(store) == []


def test_reading_all_anew_leaves_readers_nothing_half(store: Store, reader: PageReader) -> None:
    keep(store, *(exchange(f"/a-{n}.html", page(f"Bài {n}")) for n in range(3)))
    read_stale(store, SOURCES, reader=reader)

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_all(store, SOURCES, interrupt, reader=reader)
    assert titles(store) == ["Bài 0", "Bài 1", "Bài 2"]
