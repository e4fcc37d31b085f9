"""Real pages, served on loopback under their papers' own names, crawled through the papers' own source files.

The pages are their publishers' and lie beside the project, never in it.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from commands import run
from papers import listing, serving
from sqlite_utils import Database

pytestmark = pytest.mark.shared

FRAGMENT = "/xa-hoi/202211/khen-thuong-dot-xuat-luc-luong-kham-pha-vu-cuop-ngan-hang-1a2b3c4/"
SEED = "/quang-ngai-khoi-thi-dua-kinh-te-nganh-trien-khai-nhiem-vu-nam-2024-367941.html"
CANTHO = (
    "/tap-trung-trien-khai-cac-dot-thanh-tra-kiem-tra-co-trong-tam-trong-diem-nhat-la-cac-linh-vuc-co-ng-a196670.html"
)
BANK = "/doanh-nghiep-bao-lo-nhung-lai-mo-rong-kinh-doanh-112379.html"
# Per source: (path of the section, its page or None for one made here, path of the article, its page)
SERVED = {
    "baoxaydung.com.vn": ("/chinh-tri", None, SEED, "seed/page.html"),
    "baothainguyen.vn": (
        "/xa-hoi/",
        None,
        FRAGMENT,
        "pages/baothainguyen.vn/khen-thuong-dot-xuat-2022-11-15.fragment.html",
    ),
    "baocantho.com.vn": (
        "/thoi-su/",
        "pages/baocantho.com.vn/saved_baocantho_category.html",
        CANTHO,
        "pages/baocantho.com.vn/saved_baocantho_article.html",
    ),
    "thoibaonganhang.vn": ("/", None, BANK, "pages/thoibaonganhang.vn/mastercms-112379.fragment.html"),
}
SOURCES = ("baoxaydung", "baothainguyen", "baocantho", "thoibaonganhang")


@pytest.fixture(scope="module")
def archive(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Database:
    home = tmp_path_factory.mktemp("real")
    with serving() as server:
        for section, section_page, article, page in SERVED.values():
            server.add(article, shared.joinpath(page).read_bytes())
            server.add(section, shared.joinpath(section_page).read_bytes() if section_page else listing(article))
        feed = f"<rss><channel><item><link>https://thoibaonganhang.vn{BANK}</link></item></channel></rss>"
        server.add("/rss_feed/trang-chu", feed, Content_Type="application/rss+xml")
        _without_delay(home / "sources")
        targets = [f"--connect-to={host}=127.0.0.1:{server.port}" for host in SERVED]
        run(
            home, "crawl", f"--sources={home / 'sources'}", "--allow-loopback", *targets, status=1
        )  # sections that nobody serves are problems
    return Database(home / "archive.db")


def _without_delay(folder: Path) -> None:
    """The papers' own source files, but for the seconds between requests, which loopback does not need."""
    folder.mkdir()
    for name in SOURCES:
        text = resources.files("crawler").joinpath("sources", f"{name}.toml").read_text(encoding="utf-8")
        assert "[politeness]" not in text
        (folder / f"{name}.toml").write_text(f"{text}\n[politeness]\ndelay = 0\n", encoding="utf-8")


def article(archive: Database, source: str, path: str) -> dict[str, Any]:
    [row] = archive.query("SELECT * FROM articles WHERE source_id = ? AND url LIKE ?", [source, f"%{path}"])
    return dict(row)


def blocks(archive: Database, row: dict[str, Any], kind: str) -> list[str]:
    spans = archive.query("SELECT * FROM blocks WHERE article_id = ? AND kind = ? ORDER BY seq", [row["id"], kind])
    return [row["text"][span["start"] : span["end"]] for span in spans]


def test_the_seed_ends_as_its_facts(archive: Database, shared: Path) -> None:
    gold = json.loads((shared / "seed" / "seed.json").read_text(encoding="utf-8"))
    row = article(archive, "baoxaydung", SEED)
    assert (row["title"], row["author"], row["published"]) == (gold["title"], gold["author"], gold["published"])
    counts = dict(
        archive.execute("SELECT kind, count(*) FROM facts WHERE article_id = ? GROUP BY kind", [row["id"]]).fetchall()
    )
    assert counts == {"bloc": 1, "member": 8, "leader": 3, "campaign": 6, "award": 3, "event": 1}
    for table, kind in (
        ("blocs", "blocs"),
        ("bloc_leaders", "leaders"),
        ("campaigns", "campaigns"),
        ("awards", "awards"),
        ("events", "events"),
    ):
        found = list(archive.query(f"SELECT * FROM {table} WHERE article_id = ?", [row["id"]]))
        for fact in gold["gold"][kind]:
            wanted = {name: value for name, value in fact.items() if not name.endswith("_accept") and name != "members"}
            assert any(
                all(_agrees(one.get(name), value, fact.get(f"{name}_accept")) for name, value in wanted.items())
                for one in found
            ), fact
    names = [name for (name,) in archive.execute("SELECT name FROM bloc_members WHERE article_id = ?", [row["id"]])]
    assert sorted(names) == sorted(gold["gold"]["blocs"][0]["members"])
    for fact_id, start, end, quote in archive.execute(
        'SELECT fact_id, start, "end", quote FROM evidence WHERE article_id = ?', [row["id"]]
    ):
        assert row["text"][start:end] == quote, fact_id


def _agrees(found: object, wanted: object, accepted: list[object] | None) -> bool:
    return found in [wanted, *(accepted or [])]


def test_bao_thai_nguyen(archive: Database) -> None:
    row = article(archive, "baothainguyen", FRAGMENT)
    assert row["title"].startswith("Chủ tịch UBND tỉnh Thái Nguyên khen thưởng đột xuất")
    assert row["sapo"].startswith("Sáng 15-11")
    assert len(blocks(archive, row, "caption")) == 2
    assert not set(blocks(archive, row, "caption")) & set(blocks(archive, row, "paragraph"))


def test_bao_can_tho(archive: Database) -> None:
    row = article(archive, "baocantho", CANTHO)
    assert (row["published"], row["published_precision"]) == ("2026-01-08T18:21:00+07:00", "minute")
    assert len(blocks(archive, row, "caption")) == 1
    assert "Xem thêm" not in row["text"]
    listed = archive.execute(
        "SELECT count(*) FROM captures WHERE source_id = 'baocantho' AND kind = 'article'"
    ).fetchone()[0]
    assert listed > 10, "the real section page leads to its articles"


def test_thoi_bao_ngan_hang(archive: Database) -> None:
    row = article(archive, "thoibaonganhang", BANK)
    assert (row["author"], row["published"]) == ("Ngọc Hậu", "2021-03-10T09:00:00+07:00")
    assert row["sapo"].startswith("Kiến nghị Bộ Công thương")
    assert blocks(archive, row, "caption") == ["Công ty TNHH Grab hiện vẫn báo lỗ"]
    assert "Ngọc Hậu" not in row["text"]
