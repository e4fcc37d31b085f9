"""Reading kept pages: what is stale, what fails, what an earlier page still says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from keeping import FILLER, NOON, PAPER, exchange, keep

import archive.reread
from archive.reread import ReadAs, read_all, read_stale
from archive.store import Store, open_store
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


def test_what_was_read_is_not_read_again(store: Store) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")), exchange("/b-2.html", page("Bài hai")))
    steps: list[tuple[int, int]] = []
    assert read_stale(store, SOURCES, lambda done, total: steps.append((done, total))).articles == {PAPER.id: 2}
    assert steps == [(1, 2), (2, 2)]
    assert read_stale(store, SOURCES).articles == {}
    keep(store, exchange("/c-3.html", page("Bài ba")))
    assert read_stale(store, SOURCES).articles == {PAPER.id: 1}


def test_a_mended_source_file_is_read_with(store: Store) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    read_stale(store, SOURCES)
    mended = {PAPER.id: ReadAs(row=replace(PAPER, name="Báo Mới"), hints=PageHints(author=".who"))}
    assert read_stale(store, mended).articles == {PAPER.id: 1}
    assert store.db.execute("SELECT author FROM articles").fetchone() == ("Lê An",)
    assert store.db.execute("SELECT name FROM sources").fetchone() == ("Báo Mới",)


def test_pages_of_other_sources_are_left_alone(store: Store) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    report = read_stale(store, {})
    assert report.articles == {}
    assert [PAPER.id in warning for warning in report.warnings] == [True]
    assert read_stale(store, SOURCES).articles == {PAPER.id: 1}


def test_a_stub_never_replaces_an_article(store: Store) -> None:
    keep(store, exchange("/a-1.html", page("Bài một")))
    read_stale(store, SOURCES)
    keep(store, replace(exchange("/a-1.html", b"<html><p>404</p></html>"), fetched_at=NOON + timedelta(days=1)))
    assert read_stale(store, SOURCES).problems == {PAPER.id: 1}
    assert titles(store) == ["Bài một"]
    # Nor does it after everything was read anew, by this version or another.
    read_all(store, SOURCES)
    assert titles(store) == ["Bài một"]
    assert complaints(store) == [("no-article", "http://bao-thu.localhost/a-1.html")]
    # A good page takes the complaint away.
    keep(store, replace(exchange("/a-1.html", page("Bài một, sửa")), fetched_at=NOON + timedelta(days=2)))
    read_stale(store, SOURCES)
    assert (titles(store), complaints(store)) == (["Bài một, sửa"], [])


def test_an_article_that_contradicts_itself_is_an_issue_and_no_failure(store: Store) -> None:
    said = "Khối thi đua Nội chính có 4 cơ quan, đơn vị gồm: Sở Tư pháp; Thanh tra tỉnh và Công an tỉnh."
    keep(store, exchange("/a-1.html", page("Bài một").replace(b"<p>", f"<p>{said}</p><p>".encode(), 1)))
    assert read_stale(store, SOURCES).problems == {PAPER.id: 0}
    assert complaints(store) == [("member-count", "http://bao-thu.localhost/a-1.html")]


def test_a_page_that_breaks_a_rule_costs_only_itself(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, *(exchange(f"/a-{n}.html", page(f"Bài {n}")) for n in range(3)))
    find = archive.reread.find

    def broken(article):  # type: ignore[no-untyped-def]
        if article.title.startswith("Bài 1:"):
            raise IndexError("list index out of range")
        return find(article)

    monkeypatch.setattr(archive.reread, "find", broken)
    report = read_stale(store, SOURCES)
    assert (report.articles, report.problems) == ({PAPER.id: 2}, {PAPER.id: 1})
    assert complaints(store) == [("error in the program", "http://bao-thu.localhost/a-1.html")]
    monkeypatch.undo()
    read_stale(store, SOURCES)
    assert titles(store) == ["Bài 0", "Bài 1", "Bài 2"]
    assert complaints(store) == []


def test_an_unreadable_kept_page_stays_due(store: Store) -> None:
    path = keep(store, exchange("/a-1.html", page("Bài một")))
    keep(store, exchange("/b-2.html", page("Bài hai")))
    away = path.rename(path.with_suffix(".away"))
    report = read_stale(store, SOURCES)
    assert (report.articles, report.problems) == ({PAPER.id: 1}, {PAPER.id: 1})
    assert complaints(store) == [("kept page unreadable", "http://bao-thu.localhost/a-1.html")]
    away.rename(path)
    assert read_stale(store, SOURCES).articles == {PAPER.id: 1}
    assert complaints(store) == []


def test_reading_all_anew_leaves_readers_nothing_half(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, *(exchange(f"/a-{n}.html", page(f"Bài {n}")) for n in range(3)))
    read_stale(store, SOURCES)
    monkeypatch.setattr(archive.reread, "find", lambda article: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        read_all(store, SOURCES)
    assert titles(store) == ["Bài 0", "Bài 1", "Bài 2"]
