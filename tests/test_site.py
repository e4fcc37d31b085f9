"""The published site in a real Datasette, over a real archive.db: pages, search, queries, escaping, swapping."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import pytest
from datasette.app import Datasette
from datasette.plugins import pm
from sample_archive import ATTACK, HOSTILE, MAIN, build
from sqlite_utils import Database

from archive.home import install_site
from archive.metadata import private_tables, public_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

PAGES = (
    "/",
    "/archive",
    "/archive/articles",
    "/archive/articles?_search=quang+ngai",
    "/archive/articles?source_id=song-tra&_facet=author",
    "/archive/articles?_col=title",
    "/archive/past_awards",
    "/archive/past_awards?form=khac",
    "/archive/bloc",
    *(f"/archive/articles/{number}" for number in range(1, 6)),
    *(f"/archive/{table.name}" for table in public_tables()),
    "/archive/awards/106",
    "/archive/blocs/100",
    "/archive/sources/song-tra",
    "/archive/captures/2",
)


class Site:
    """A Datasette over a home, asked from synchronous tests."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._loop = asyncio.new_event_loop()
        self.datasette = Datasette(config_dir=home)
        self._loop.run_until_complete(self.datasette.invoke_startup())

    def get(self, path: str) -> httpx.Response:
        return self._loop.run_until_complete(self.datasette.client.get(path))

    def html(self, path: str) -> lxml.html.HtmlElement:
        response = self.get(path)
        assert response.status_code == 200, (path, response.text[:500])
        return lxml.html.document_fromstring(response.text)

    def close(self) -> None:
        for database in self.datasette.databases.values():
            database.close()
        self._loop.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    home = tmp_path_factory.mktemp("home")
    install_site(home)
    build(home / "archive.db")
    opened = Site(home)
    yield opened
    opened.close()


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_says_that_the_data_are_invented_and_runs_nothing_of_the_papers(
    site: Site, path: str
) -> None:
    page = site.html(path)
    assert "invented data" in words(page.cssselect(".demo")[0])
    ours = {f"/static/{name}" for name in ("article.js",)}
    for script in page.iter("script"):
        assert script.get("src") in ours
        assert not script.text
    assert not list(page.iter("style", "iframe", "object", "u", "i", "b"))
    for element in page.iter(lxml.html.etree.Element):
        assert not any(name.startswith("on") or name == "style" for name in element.attrib), element.attrib
        for name in ("href", "src", "action"):
            address = element.get(name)
            assert address is None or address.startswith(("/", "#", "?", "http://", "https://")), address


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_ours_leads_somewhere(site: Site, path: str) -> None:
    seen = set()
    for element in site.html(path).iter("a"):
        address = (element.get("href") or "").replace("http://localhost", "")
        if address.startswith("/") and address not in seen:
            seen.add(address)
            assert site.get(address.partition("#")[0]).status_code in {200, 302}, address


def test_security_headers_and_no_pages_about_the_server(site: Site) -> None:
    headers = site.get("/").headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    for path in (
        "versions",
        "settings",
        "plugins",
        "threads",
        "permissions",
        "actor",
        "databases",
        "metadata",
        "logout",
    ):
        assert site.get(f"/-/{path}").status_code == 404
        assert site.get(f"/-/{path}.json").status_code == 404
    assert site.get("/static/site.css").status_code == 200


def test_arbitrary_sql_and_downloads_are_off(site: Site) -> None:
    assert site.get("/archive?sql=select+1").status_code == 403
    assert site.get("/archive.json?sql=select+1").status_code == 403
    assert site.get("/archive/articles?_where=1").status_code == 403
    assert site.get("/archive.db").status_code == 403


def test_one_request_cannot_ask_for_a_huge_string(site: Site) -> None:
    database = site.datasette.get_database("archive")
    with pytest.raises(Exception, match="string or blob too big"):
        site._loop.run_until_complete(database.execute("SELECT length(hex(randomblob(15000000)))"))


def test_private_tables_and_the_index_are_not_served(site: Site) -> None:
    for name in private_tables():
        assert site.get(f"/archive/{name}").status_code == 404
    for name in ("articles_fts", "articles_fts_data", "articles_fts_docsize", "articles_fts_src"):
        assert site.get(f"/archive/{name}").status_code == 403
        assert name not in site.get("/archive?_show_hidden=1").text


def test_a_wrong_address_gets_a_page_with_the_notice(site: Site) -> None:
    for path in ("/archive/nothing", "/archive/articles/999", "/nowhere", "/facts/nothing", "/archive/facts/999"):
        response = site.get(path)
        assert response.status_code == 404
        assert "invented data" in response.text
        assert "Traceback" not in response.text


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("quang ngai", {1}),
        ("dang", {1, 3}),  # Đảng and đăng
        ("Đảng", {3}),
        ("dak lak", {2, 3}),
        ("tỉnh", {1, 2, 4}),
        ("tình", {3}),
        ('"; drop table', set()),
        ("-", set()),
    ],
)
def test_the_search_box_understands_vietnamese(site: Site, query: str, articles: set[int]) -> None:
    found = site.get(f"/archive/articles.json?_shape=array&_col=id&_search={query}").json()
    assert {row["id"] for row in found} == articles
    assert len(site.html(f"/archive/articles?_search={query}").cssselect(".results > li")) == len(articles)


def test_search_shows_the_text_as_written_with_what_was_found(site: Site) -> None:
    (result,) = site.html("/archive/articles?_search=quang+ngai").cssselect(".results > li")
    assert {mark.text_content() for mark in result.iter("mark")} == {"Quảng", "Ngãi"}
    assert "Khối thi đua các cơ quan văn hóa tỉnh Quảng Ngãi" in words(result)
    assert "2 awards" in words(result)
    (hostile,) = site.html("/archive/articles?_search=alert").cssselect(".results > li")
    assert HOSTILE in words(hostile)


def test_an_article_is_shown_word_for_word_in_its_order(site: Site) -> None:
    for number, story in ((1, MAIN), (2, ATTACK)):
        (article,) = site.html(f"/archive/articles/{number}").iter("article")
        shown = [element for element in article if element.tag == "h1" or element.get("data-block")]
        for tag in article.cssselect(".tag"):
            tag.drop_tree()
        assert [element.text_content() for element in shown] == [text for _, text in story.blocks]
        kinds = ["title" if element.tag == "h1" else element.get("data-block") for element in shown]
        assert kinds == [kind for kind, _ in story.blocks]


@pytest.mark.parametrize("number", [1, 2, 5])
def test_highlights_are_exactly_the_quotes(site: Site, number: int) -> None:
    page = site.html(f"/archive/articles/{number}")
    (article,) = page.iter("article")
    marked: dict[str, str] = {}
    for mark in article.cssselect("a.mark"):
        for anchor in mark.get("data-marks").split():
            marked[anchor] = marked.get(anchor, "") + mark.text_content()
    evidence = site.get(f"/archive/evidence.json?_shape=array&_sort=id&_size=max&article_id={number}").json()
    facts = site.get(f"/archive/facts.json?_shape=array&_size=max&article_id={number}").json()
    uids = {fact["id"]: fact["uid"] for fact in facts}
    assert marked == {f"quote-{uids[row['fact_id']]}-{row['seq']}": row["quote"] for row in evidence}
    assert {anchor.get("id") for anchor in article.cssselect(".anchor")} == marked.keys()


def test_highlights_tell_kinds_and_proposed_from_granted(site: Site) -> None:
    page = site.html("/archive/articles/1")
    classes = {mark.text_content(): mark.get("class").split() for mark in page.cssselect("a.mark")}
    assert "proposed" in classes["đề nghị UBND tỉnh tặng Cờ thi đua cho Bảo tàng tỉnh"]
    assert "proposed" not in classes["Chủ tịch UBND tỉnh đã tặng Bằng khen cho bà Trần Thị Hoà"]
    assert {kind for names in classes.values() for kind in names} >= {
        "bloc", "member", "leader", "campaign", "award", "event",
    }  # fmt: skip
    inner = {mark.text_content(): (mark.get("data-inner"), mark.get("data-outer")) for mark in page.cssselect("a.mark")}
    assert inner["phong trào thi đua “Mỗi tuần một cuốn sách”"] == ("campaign", "campaign")


def test_facts_are_listed_with_values_rule_basis_and_linked_quotes(site: Site) -> None:
    page = site.html("/archive/articles/1")
    card = page.get_element_by_id("fact-f00000000000006a")
    text = words(card)
    assert "Cờ thi đua của UBND tỉnh → Bảo tàng tỉnh proposed" in text
    assert "* grantor is inferred: UBND tỉnh, in a paper of Quảng Ngãi" in text
    assert "award.plain" in text
    (quote,) = card.cssselect("blockquote a")
    assert page.get_element_by_id(quote.get("href")[1:]).getparent().text_content() == quote.text_content()


def test_an_article_says_where_it_comes_from(site: Site) -> None:
    page = site.html("/archive/articles/1")
    assert "Báo Sông Trà · Lê Thị Vân · 5 January 2024, 19:08 · Xã hội" in words(page.cssselect(".byline")[0])
    assert page.cssselect(".byline a")[0].get("href") == "https://bao-song-tra.example/tin/1.html"
    kept = words(page.cssselect(".kept")[0])
    capture = site.get("/archive/captures.json?_shape=array&id=1").json()[0]
    assert "fetched 2 February 2024, 01:23 UTC (HTTP 200)" in kept
    assert capture["sha256"] in kept
    assert "2024-02-02.warc.gz, offset 1,000, 900 bytes" in kept


def test_an_address_that_no_browser_should_follow_is_text(site: Site) -> None:
    page = site.html("/archive/articles/2")
    assert "javascript:alert(3)" in words(page.cssselect(".kept")[0])
    assert not [a for a in page.iter("a") if "javascript" in (a.get("href") or "")]


def test_facts_lead_to_their_place_in_the_article(site: Site) -> None:
    place = "/archive/articles/1#fact-f00000000000006a"
    for path in ("/archive/facts/106", "/facts/f00000000000006a"):
        response = site.get(path)
        assert (response.status_code, response.headers["location"]) == (302, place)
    assert site.get("/articles/a000000000000002").headers["location"] == "/archive/articles/2"
    assert site.get("/archive/facts/106.json?_shape=objects").json()["rows"][0]["kind"] == "award"
    (link,) = site.html("/archive/awards/106").cssselect("a.button")
    assert link.get("href") == place


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("", [106, 107, 200]),
        ("province=quang+ngai", [106, 107]),
        ("province=Quảng+Ngãi&status=proposed", [106]),
        ("province=đắk+lắk", [200]),
        ("province=đăk+lăk", []),
        ("year=2022", [200]),
        ("year=x", []),
        ("name=bao+tang", [106]),
        ("name=Hòa", [107]),
        ("name=hoa", [107]),
        ("name=Hóa", []),
        ("form=huan-chuong", [200]),
        ("form=bang+khen", [107]),
        ("status=granted&year=+2023+", [107]),
    ],
)
def test_past_awards(site: Site, question: str, facts: list[int]) -> None:
    rows = site.get(f"/archive/past_awards.json?_shape=array&{question}").json()
    found = sorted(int(row["article"].rpartition("-f")[2], 16) for row in rows)
    assert found == facts
    page = site.html(f"/archive/past_awards?{question}")
    assert len(page.cssselect("table.awards tbody tr")) == len(facts)


def test_past_awards_show_quote_status_and_links(site: Site) -> None:
    (row,) = site.get("/archive/past_awards.json?_shape=array&status=proposed").json()
    assert row == {
        "year": 2023,
        "award": "Cờ thi đua của UBND tỉnh",
        "status": "proposed",
        "recipient": "Bảo tàng tỉnh",
        "recipient_kind": "organization",
        "count": 1,
        "grantor": "UBND tỉnh Quảng Ngãi",
        "decision": None,
        "province": "Quảng Ngãi",
        "quote": "đề nghị UBND tỉnh tặng Cờ thi đua cho Bảo tàng tỉnh",
        "article": "/archive/articles/1#fact-f00000000000006a",
        "title": "Quảng Ngãi: Khối thi đua các cơ quan văn hóa tổng kết năm 2023",
        "paper": "Báo Sông Trà",
        "published": "2024-01-05T19:08:00+07:00",
        "url": "https://bao-song-tra.example/tin/1.html",
    }
    page = site.html("/archive/past_awards?status=proposed&form=co-tinh")
    assert {select.get("name"): select.value for select in page.iter("select")} == {
        "form": "co-tinh",
        "status": "proposed",
    }
    (line,) = page.cssselect("tr.proposed")
    assert {a.get("href") for a in line.iter("a")} == {row["article"], row["url"]}


@pytest.mark.parametrize("name", ["van hoa", "Văn hóa", "văn hoá"])
def test_a_blocs_members_and_leaders_by_year(site: Site, name: str) -> None:
    rows = site.get(f"/archive/bloc.json?_shape=array&bloc={name}").json()
    assert [(row["year"], row["role"], row["organization"]) for row in rows] == [
        (2024, "head", "Thư viện tỉnh"),
        (2023, "member", "Thư viện tỉnh"),
        (2023, "member", "Bảo tàng tỉnh"),
        (2023, "member", "Đoàn Ca kịch Sông Trà"),
    ]
    page = site.html(f"/archive/bloc?bloc={name}")
    assert [words(year) for year in page.cssselect(".year h3")] == ["2024", "2023"]
    assert [len(year.cssselect("li")) for year in page.cssselect(".year")] == [1, 3]


def test_blocs_are_kept_apart_and_years_may_be_unknown(site: Site) -> None:
    page = site.html("/archive/bloc")
    assert [words(name) for name in page.cssselect(".bloc-name")] == [
        "Cụm thi đua số 2 Quảng Ngãi",
        "Khối thi đua các cơ quan văn hóa tỉnh Quảng Ngãi Quảng Ngãi",
    ]
    assert [words(year) for year in page.cssselect(".year h3")] == ["Year not stated", "2024", "2023"]
    assert site.get("/archive/bloc.json?_shape=array&bloc=văn+hòa").json() == []


def test_the_front_page_counts_and_shows_the_newest(site: Site) -> None:
    page = site.html("/")
    figures = {words(dt): words(dt.getnext()) for dt in page.cssselect(".figures dt")}
    assert figures == {"articles": "5", "awards": "3", "blocs": "1", "campaigns": "1", "pages kept": "5"}
    assert "2 granted, 1 proposed" in words(page)
    lists = page.cssselect("main .pair ul.list")
    assert words(lists[0].cssselect("a")[0]) == "Đảng bộ xã họp đầu năm"
    assert lists[1].cssselect("a")[0].get("href") == "/archive/articles/1#fact-f00000000000006a"


def test_real_newspapers_carry_no_notice(tmp_path: Path) -> None:
    install_site(tmp_path)
    build(tmp_path / "archive.db")
    database = Database(tmp_path / "archive.db")
    database.execute("UPDATE sources SET demo = 0")
    database.close()
    real = Site(tmp_path)
    for path in ("/", "/archive/articles/1", "/archive/nothing"):
        assert "invented" not in real.get(path).text
    real.close()


def test_an_excerpt_says_so_and_marks_only_what_it_holds(tmp_path: Path) -> None:
    install_site(tmp_path)
    build(tmp_path / "archive.db")
    database = Database(tmp_path / "archive.db")
    database.execute("UPDATE articles SET text = substr(text, 1, 150) WHERE id = 1")
    database.close()
    part = Site(tmp_path)
    page = part.html("/archive/articles/1")
    (article,) = page.iter("article")
    assert "Only a part of the text is published here" in words(article)
    assert {mark.text_content() for mark in article.cssselect("a.mark")} == {
        "Ngày 5/1/2024",
        "Khối thi đua các cơ quan văn hóa tỉnh Quảng Ngãi",
        "hội nghị",
    }
    card = page.get_element_by_id("fact-f00000000000006a")
    assert words(card.cssselect("blockquote")[0]) == "đề nghị UBND tỉnh tặng Cờ thi đua cho Bảo tàng tỉnh"
    assert not card.cssselect("blockquote a")
    part.close()


def test_a_home_without_an_archive_says_what_to_do(tmp_path: Path) -> None:
    install_site(tmp_path)
    empty = Site(tmp_path)
    assert "There is no archive.db here yet" in words(empty.html("/"))
    empty.close()


def test_a_replaced_archive_is_served_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_site(tmp_path)
    build(tmp_path / "archive.db")
    swapping = Site(tmp_path)
    (plugin,) = [p for p in _plugins() if p.__name__ == "swap.py"]
    monkeypatch.setattr(plugin, "EVERY", 0)
    assert "Chợ hoa ngày Tết" in swapping.get("/archive/articles/4").text
    build(tmp_path / "next.sqlite.new")
    database = Database(tmp_path / "next.sqlite.new")
    database.execute("UPDATE blocks SET \"end\" = 12 WHERE article_id = 4 AND kind = 'title'")
    database.execute("UPDATE articles SET text = 'Chợ cá ngày mưa', title = 'Chợ cá ngày mưa' WHERE id = 4")
    database.close()
    (tmp_path / "next.sqlite.new").replace(tmp_path / "archive.db")
    for _ in range(8):  # every thread's connection
        text = swapping.get("/archive/articles/4").text
        assert "Chợ cá" in text
        assert "Chợ hoa" not in text
    swapping.close()


def _plugins() -> list[object]:
    return [plugin for plugin in pm.get_plugins() if hasattr(plugin, "__name__")]
