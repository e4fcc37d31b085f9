"""Discovery: what feeds, sitemaps and section pages announce, broken as they come."""

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from papers import listing, rss

from crawler.bodies import LARGEST
from crawler.discovery import DiscoveryError, Found, feed, section, sitemap
from crawler.sources import Source, load, load_all

NOW = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
HOME = "https://baothu.example.vn/"


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "thu.toml"
    path.write_text(
        f'id = "thu"\nname = "Báo Thử"\nhome = "{HOME}"\narticle = \'^/[a-z-]+-\\d{{6}}\\.html$\'\n'
        '[discovery]\nnext_page = "a.next"\n',
        encoding="utf-8",
    )
    return load(path)


def urls(found: tuple[Found, ...]) -> list[str]:
    return [item.url.removeprefix(HOME) for item in found]


def test_rss_dates_become_utc(source: Source) -> None:
    body = rss((f"{HOME}a-100001.html", "Fri, 05 Jan 2024 19:08:00 +0700"), ("/b-100002.html", "2024-01-05T12:08:00"))
    assert feed(body.encode(), source, now=NOW) == (
        Found(url=f"{HOME}a-100001.html", hint="2024-01-05T12:08:00Z"),
        Found(url=f"{HOME}b-100002.html", hint="2024-01-05T05:08:00Z"),  # no zone: Vietnam's
    )


@pytest.mark.parametrize(
    "date", ["", "hôm qua", "31/02/2024", "Fri, 99 Jan 2024 19:08:00 +0700", "2031-01-01T00:00:00Z"]
)
def test_a_bad_or_future_date_is_no_date(source: Source, date: str) -> None:
    assert feed(rss(("/a-100001.html", date)).encode(), source, now=NOW) == (Found(url=f"{HOME}a-100001.html"),)


def test_a_bare_ampersand_loses_no_item(source: Source) -> None:
    body = rss(("/a-100001.html", ""), ("/b-100002.html", "")).replace("Tin", "Hỏi & đáp < trả lời")
    body = body.replace("/a-100001.html", "/a-100001.html?utm_source=rss&utm_medium=x")
    assert urls(feed(body.encode(), source, now=NOW)) == ["a-100001.html", "b-100002.html"]


def test_links_in_cdata_and_guid(source: Source) -> None:
    body = (
        "<rss><channel><item><link><![CDATA[ /a-100001.html ]]></link></item>"
        "<item><guid>/b-100002.html</guid></item>"
        '<item><guid isPermaLink="false">/c-100003.html</guid></item></channel></rss>'
    )
    assert urls(feed(body.encode(), source, now=NOW)) == ["a-100001.html", "b-100002.html"]


def test_atom(source: Source) -> None:
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="replies" href="/x-100009.html"/>'
        '<link href="/a-100001.html"/><published>2024-01-05T08:00:00+07:00</published>'
        "<updated>2024-01-06T08:00:00+07:00</updated></entry></feed>"
    )
    assert feed(body.encode(), source, now=NOW) == (Found(url=f"{HOME}a-100001.html", hint="2024-01-06T01:00:00Z"),)


def test_other_hosts_and_other_pages_are_left_out(source: Source) -> None:
    body = rss(
        ("https://khac.vn/a-100001.html", ""), ("/lien-he", ""), ("http://www.baothu.example.vn/a-100001.html", "")
    )
    assert urls(feed(body.encode(), source, now=NOW)) == ["a-100001.html"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body><p>Xin cho</p></body></html>",
        b"khong co gi",
        b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>',
    ],
)
def test_what_is_no_feed_is_an_error_not_an_empty_feed(source: Source, body: bytes) -> None:
    with pytest.raises(DiscoveryError):
        feed(body, source, now=NOW)


URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def test_sitemap_and_its_gzip(source: Source) -> None:
    body = URLSET.format(
        "<url><loc>/a-100001.html</loc><lastmod>2024-01-05</lastmod></url>"
        "<url><loc>https://khac.vn/b-100002.html</loc></url><url><loc>/c-100003.html</loc></url><url/>"
    ).encode()
    expected = (Found(url=f"{HOME}a-100001.html", hint="2024-01-04T17:00:00Z"), Found(url=f"{HOME}c-100003.html"))
    assert sitemap(body, source, now=NOW) == expected
    assert sitemap(gzip.compress(body), source, now=NOW) == expected


def test_sitemap_index(source: Source) -> None:
    body = (
        "<sitemapindex><sitemap><loc>/s-2024.xml.gz</loc><lastmod>2024-01-05T00:00:00Z</lastmod></sitemap>"
        "<sitemap><loc>https://khac.vn/s.xml</loc></sitemap></sitemapindex>"
    )
    assert sitemap(body.encode(), source, now=NOW) == (
        Found(url=f"{HOME}s-2024.xml.gz", kind="sitemap", hint="2024-01-05T00:00:00Z"),
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (gzip.compress(b"<urlset/>")[:-9], "cut off"),
        (gzip.compress(b" " * 50_000_001), "more than"),
        (b"\x1f\x8b\x08" + bytes(7) + b"\x07", "broken compression"),
        (b"<rss/>", "not a sitemap"),
        (b'<!DOCTYPE u [<!ENTITY a "aaaa">]><urlset><url><loc>&a;</loc></url></urlset>', "entities"),
        (URLSET.format("<url/>" * 50_001).encode(), "50001 addresses"),
    ],
    ids=["cut", "bomb", "broken", "feed", "entities", "long"],
)
def test_hostile_sitemaps_are_errors(source: Source, body: bytes, message: str) -> None:
    with pytest.raises(DiscoveryError, match=message):
        sitemap(body, source, now=NOW)


def test_section_links_and_next_page(source: Source) -> None:
    body = listing(
        "/a-100001.html", "b-100002.html#binh-luan", "/a-100001.html?utm_source=x", "https://khac.vn/c-100003.html",
        "javascript:void(0)", "mailto:a@b.vn", "#", "/thoi-su", next_page="?p=2",
    )  # fmt: skip
    page = section(body.encode(), f"{HOME}thoi-su", source)
    assert urls(page.found) == ["a-100001.html", "b-100002.html"]
    assert page.next_page == f"{HOME}thoi-su?p=2"


def test_section_base_and_missing_next_page(source: Source) -> None:
    body = f'<html><head><base href="{HOME}tin/"></head><body><a href="../a-100001.html">tin</a></body></html>'
    page = section(body.encode(), f"{HOME}thoi-su", source)
    assert (urls(page.found), page.next_page) == (["a-100001.html"], None)


@pytest.mark.parametrize("target", ["https://khac.vn/?p=2", "javascript:next()", f"{HOME}thoi-su", ""])
def test_next_page_is_another_page_of_the_paper(source: Source, target: str) -> None:
    body = listing("/a-100001.html", next_page=target)
    assert section(body.encode(), f"{HOME}thoi-su", source).next_page is None


def test_section_survives_bad_bytes_and_bad_charset(source: Source) -> None:
    body = (
        b"<html><p>\xff\xfe\x00"
        + os.urandom(50).replace(b"<", b"").replace(b'"', b"")
        + listing("/a-100001.html").encode()
    )
    for charset in ("", "; charset=utf-8", "; charset=khong-co", "; charset=windows-1258"):
        page = section(body, f"{HOME}thoi-su", source, content_type=f"text/html{charset}")
        assert urls(page.found) == ["a-100001.html"]


def test_section_in_utf_16(source: Source) -> None:
    body = listing("/a-100001.html").encode("utf-16")
    assert urls(section(body, f"{HOME}thoi-su", source).found) == ["a-100001.html"]


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"\x00\x0b", b"\xe1\xba"])
@pytest.mark.parametrize(
    "head", [b"", b'<?xml version="1.0" encoding="utf-8"?>', b'<?xml version="1.0" encoding="tcvn"?>']
)
def test_feed_survives_bad_bytes(source: Source, damage: bytes, head: bytes) -> None:
    plain = rss(("/a-100001.html", ""), ("/b-100002.html", "")).partition("?>")[2].encode()
    body = head + plain.replace(b"Tin", b"T" + damage + b"in")
    assert urls(feed(body, source, now=NOW)) == ["a-100001.html", "b-100002.html"]


def test_section_links_below_very_deep_markup(source: Source) -> None:
    body = "<div>" * 1000 + listing("/a-100001.html")
    assert urls(section(body.encode(), f"{HOME}thoi-su", source).found) == ["a-100001.html"]


@pytest.mark.parametrize("body", [b"", b"  \n ", b"x" * (LARGEST["section"] + 1)])
def test_what_is_no_section_page_is_an_error(source: Source, body: bytes) -> None:
    with pytest.raises(DiscoveryError):
        section(body, f"{HOME}thoi-su", source)


@pytest.mark.shared
def test_a_real_section_page_of_bao_can_tho(shared: Path) -> None:
    source = next(source for source in load_all() if source.id == "baocantho")
    body = (shared / "pages/baocantho.com.vn/saved_baocantho_category.html").read_bytes()
    page = section(body, "https://baocantho.com.vn/thoi-su/", source)
    assert len(page.found) == 78  # counted in the page: distinct addresses ending in -a<digits>.html
    assert page.next_page == "https://baocantho.com.vn/thoi-su?p=2"
