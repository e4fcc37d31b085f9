"""Corrections: what an article says it corrects, and the one article of its newspaper that this is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from keeping import FILLER, PAPER, exchange, keep
from sqlite_utils import Database

from archive import article_page
from archive.reading import PageReader
from archive.reread import ReadAs, read_all, read_stale
from archive.store import Store, open_store
from extract.annotation import article_from_json
from extract.corrections import correction
from extract.model import PageHints

SOURCES = {PAPER.id: ReadAs(row=PAPER, hints=PageHints())}
WRONG = "Khối thi đua Nội chính Lâm Giang ký giao ước năm 2024"


def told(*paragraphs: str, title: str = "Đính chính") -> tuple[str | None, str | None] | None:
    article = article_from_json({"title": title, "paragraphs": list(paragraphs), "published": "2024-03-04"})
    found = correction(article)
    return (found.title, found.day) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ngày 2/3/2024, báo đăng bài “{WRONG}”. Nay xin đính chính như sau.", (WRONG, "2024-03-02")),
        (f"Trong bài viết “{WRONG}” đăng ngày 2-3 có chi tiết chưa chính xác.", (WRONG, "2024-03-02")),
        (f'Bản tin "{WRONG}" có sai sót.', (WRONG, None)),
        (f"Ngày 15/1/2021 Khối thành lập, như bài “{WRONG}” đã viết.", (WRONG, None)),
        ("Trên số báo ngày 2/3/2024 có sai sót, xin cáo lỗi bạn đọc.", None),
    ],
)
def test_headline_and_day_of_what_is_corrected(text: str, expected: tuple[str, str | None] | None) -> None:
    assert told(text) == expected


def test_the_headline_may_stand_in_the_title_alone() -> None:
    assert told("Xin cáo lỗi bạn đọc.", title=f"Nói lại cho rõ: Bài “{WRONG}”") == (WRONG, None)


def test_an_article_that_corrects_nothing() -> None:
    assert told(f"Xem bài “{WRONG}” đăng ngày 2/3/2024.", title="Sở Y tế nhận Bằng khen") is None
    assert told("Sở đính chính lịch tiêm của bài “Một ngày ở trạm y tế xã vùng cao”.", title="Lịch tiêm mới") is None


def page(title: str, published: str, *sentences: str) -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in (*sentences, *FILLER))
    head = f"<title>{title}</title><meta property='article:published_time' content='{published}T08:00:00+07:00'>"
    return f"<html><head>{head}</head><body><h1>{title}</h1><div id='content'>{paragraphs}</div></body></html>".encode()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.register([PAPER])
        yield opened


def links(store: Store) -> list[tuple[str, str | None]]:
    rows = store.db.execute(
        "SELECT c.day, a.title FROM corrections c LEFT JOIN articles a ON a.id = c.corrects_id ORDER BY c.article_id"
    )
    return [tuple(row) for row in rows.fetchall()]


CORRECTION = page(
    "Nói lại cho rõ", "2024-03-04", f"Ngày 2/3/2024, báo đăng bài “{WRONG}”. Đúng ra, Khối trưởng là Sở Tư pháp."
)


def test_a_correction_is_linked_to_the_one_article_it_means(store: Store, reader: PageReader) -> None:
    keep(store, exchange("/dung-1.html", CORRECTION), exchange("/khac-2.html", page("Tin khác", "2024-03-02", "Tin.")))
    read_stale(store, SOURCES, reader=reader)
    assert links(store) == [("2024-03-02", None)]
    # The article corrected may come to the archive later, and goes on being linked when all is read anew.
    keep(store, exchange("/sai-3.html", page(WRONG.upper(), "2024-03-02", "Khối thi đua Nội chính họp.")))
    read_stale(store, SOURCES, reader=reader)
    assert links(store) == [("2024-03-02", WRONG.upper())]
    read_all(store, SOURCES, reader=reader)
    assert links(store) == [("2024-03-02", WRONG.upper())]


def test_both_pages_tell_of_the_link(store: Store, reader: PageReader) -> None:
    keep(store, exchange("/dung-1.html", CORRECTION), exchange("/sai-3.html", page(WRONG, "2024-03-02", "Khối họp.")))
    read_stale(store, SOURCES, reader=reader)

    async def rows(sql: str, parameters: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        return list(store.db.query(sql, dict(parameters)))

    shown = {
        title: [(c["corrects"], c["headline"]) for c in asyncio.run(article_page.read(rows, id_)).corrections]
        for id_, title in store.db.execute("SELECT id, title FROM articles").fetchall()
    }
    assert shown == {"Nói lại cho rõ": [(1, WRONG)], WRONG: [(0, "Nói lại cho rõ")]}


def test_two_articles_that_fit_are_not_told_apart(store: Store, reader: PageReader) -> None:
    both = [exchange(f"/sai-{n}.html", page(WRONG, "2024-03-02", f"Bản {n} của tin.")) for n in (2, 3)]
    keep(store, exchange("/dung-1.html", CORRECTION), *both)
    read_stale(store, SOURCES, reader=reader)
    assert links(store) == [("2024-03-02", None)]


def test_an_article_of_another_time_is_not_meant(store: Store, reader: PageReader) -> None:
    old = exchange("/cu-2.html", page(WRONG, "2023-03-02", "Khối thi đua Nội chính họp."))
    keep(store, exchange("/dung-1.html", CORRECTION), old)
    read_stale(store, SOURCES, reader=reader)
    assert links(store) == [("2024-03-02", None)]


def test_an_archive_from_before_the_table_gets_it(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as opened:
        opened.db.execute("DROP TABLE corrections")
        opened.db.execute("DELETE FROM _sqlite_migrations WHERE name = '0003_corrections'")
        opened.db.conn.commit()
    with open_store(tmp_path) as opened:
        assert opened.db.table("corrections").exists()
    assert "corrections" in Database(tmp_path / "work" / "archive.db").table_names()
