"""The invented newspapers: really served, complete on each day, and as awkward to read as they claim to be."""

from __future__ import annotations

import html
import json
import re
import socket
import unicodedata
import xml.etree.ElementTree as ET
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import html as lxml_html

from crawler.sources import FOLDER, load
from thidua.demo.content import ARTICLES, PAPERS, Article, Paper, articles, headlines, printed, read_article
from thidua.demo.papers import DemoPapers
from thidua.demo.site import FEED_SIZE, HANOI, PAGE_SIZE, address

if TYPE_CHECKING:
    from collections.abc import Iterator

DUYEN_HAI, TRUNG_DU, SONG_HAU, LAM_GIANG = PAPERS
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
EMULATION = re.compile(r"(?i)(khối|cụm) thi đua|bằng khen|huân chương|phong trào thi đua")
PORTS: dict[str, int] = {}  # where the running papers listen


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def get(paper: Paper, path: str, method: str = "GET", **headers: str) -> Answer:
    with closing(HTTPConnection("127.0.0.1", PORTS.get(paper.host, paper.port), timeout=10)) as connection:
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())


@pytest.fixture(scope="module")
def papers() -> Iterator[DemoPapers]:
    with DemoPapers(anywhere=True) as running:
        PORTS.update({host: port for host, (_, port) in running.targets.items()})
        yield running
    PORTS.clear()


@pytest.fixture(autouse=True)
def _first_day(papers: DemoPapers) -> None:
    papers.day = 1
    papers.on_request = None
    papers.requests.clear()


def sitemap(paper: Paper) -> dict[str, str]:
    root = ET.fromstring(get(paper, "/sitemap.xml").body)
    return {str(url.findtext(f"{SITEMAP}loc")): str(url.findtext(f"{SITEMAP}lastmod")) for url in root}


def elsewhere() -> Paper:
    """The first paper on a free port, to be served beside the running ones."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return replace(DUYEN_HAI, host="elsewhere.localhost", port=probe.getsockname()[1])


def path_of(paper: Paper, url: str) -> str:
    assert url.startswith(paper.origin + "/")
    return url.removeprefix(paper.origin)


# --- what the papers print


def test_about_sixty_articles_most_of_them_about_something_else() -> None:
    everything = [article for paper in PAPERS for article in articles(paper.id)]
    about = [a for a in everything if EMULATION.search(" ".join([a.title, a.sapo or "", *a.texts]))]
    assert 55 <= len(everything) <= 65
    assert 15 <= len(about) < len(everything) / 2
    assert len({a.title for a in everything}) == len(everything)
    assert all(2 <= len(a.paragraphs) <= 14 for a in everything)


def test_every_section_of_an_article_exists_and_numbers_are_unique() -> None:
    for paper in PAPERS:
        assert {a.section for a in articles(paper.id)} == {s.slug for s in paper.sections[1:]}
        assert len({a.number for a in articles(paper.id)}) == len(articles(paper.id))
        assert len({a.hex7 for a in articles(paper.id)}) == len(articles(paper.id))


def test_the_data_files_are_nfc() -> None:
    for path in ARTICLES.parent.rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path


def test_an_unknown_key_of_an_article_is_an_error_naming_file_and_key(tmp_path) -> None:
    path = tmp_path / "paper" / "slug.json"
    path.parent.mkdir()
    good = next((ARTICLES / DUYEN_HAI.id).glob("*.json")).read_text(encoding="utf-8")
    path.write_text(json.dumps({**json.loads(good), "titel": "x"}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"slug\.json: unknown key titel; allowed: author"):
        read_article(path)


def test_no_article_says_what_the_sidebar_says() -> None:
    for paper in PAPERS:
        printed_text = " ".join(text for a in articles(paper.id) for text in (a.title, *a.texts))
        assert not [line for line in headlines(paper.id) if line in printed_text]


def test_some_facts_stand_in_captions_only() -> None:
    pages = [a for paper in PAPERS for a in articles(paper.id)]
    found = [
        caption.text
        for a in pages
        for caption in a.captions
        if re.search(r"là Khối trưởng|là Cụm trưởng", caption.text)
        and caption.text[:40] not in " ".join([a.title, a.sapo or "", *a.texts])
    ]
    assert len(found) >= 3


# --- how they serve it


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_every_article_page_holds_its_whole_text(paper: Paper, papers: DemoPapers) -> None:
    for article in printed(paper.id, 1):
        answer = get(paper, address(paper, article))
        assert answer.status == 200
        assert 15_000 < len(answer.body) < 60_000
        shown = unicodedata.normalize("NFC", html.unescape(answer.text))
        captions = [caption.text for caption in article.captions]
        missing = [t for t in (article.title, *article.texts, *captions) if t not in shown]
        assert not missing, article.slug
        assert all(line in shown for line in headlines(paper.id))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_paging_ends_and_shows_every_article(paper: Paper, papers: DemoPapers) -> None:
    source = load(FOLDER / f"{paper.id}.toml")
    for section in paper.sections:
        path, pages, seen = f"/{section.slug}" + "/" * (paper.platform != "mastercms"), 0, set()
        while path:
            answer = get(paper, path)
            assert answer.status == 200
            pages += 1
            assert pages < 10, "paging does not end"
            tree = lxml_html.fromstring(answer.body)
            links = {paper.origin + link for link in tree.xpath("//a/@href") if link.startswith("/")}
            seen |= {link for link in links if source.is_article(link)}
            following = tree.cssselect(source.next_page)
            path = following[0].get("href") if following else ""
        wanted = [a for a in printed(paper.id, 1) if section == paper.sections[0] or a.section == section.slug]
        assert seen == {paper.origin + address(paper, a) for a in wanted}
        assert pages == max(1, -(-len(wanted) // PAGE_SIZE))
    assert get(paper, "/tin-moi/trang-99/").status == 404


def test_paging_really_happens() -> None:
    assert all(len(printed(paper.id, 1)) > 2 * PAGE_SIZE for paper in PAPERS)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_home_links_articles_and_every_section(paper: Paper, papers: DemoPapers) -> None:
    links = set(lxml_html.fromstring(get(paper, "/").body).xpath("//a/@href"))
    newest = printed(paper.id, 1)[0]
    assert address(paper, newest) in links
    assert all({f"/{s.slug}", f"/{s.slug}/"} & links for s in paper.sections)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_the_source_file_fits_the_paper(paper: Paper, papers: DemoPapers) -> None:
    source = load(FOLDER / f"{paper.id}.toml")
    assert (source.name, source.home, source.platform) == (paper.name, paper.origin + "/", paper.platform)
    assert (source.province, source.province_now, source.demo) == (paper.province, paper.province_now, True)
    for url in (*source.feeds, *source.sitemaps, *source.sections):
        assert get(paper, path_of(paper, url)).status == 200
    assert all(source.is_article(url) for url in sitemap(paper))
    hints = source.hints
    pages = [a for a in printed(paper.id, 1) if a.captions and a.sapo and a.author]
    for article in pages:
        tree = lxml_html.fromstring(unicodedata.normalize("NFC", get(paper, address(paper, article)).text))
        chosen = {name: tree.cssselect(getattr(hints, name)) for name in ("title", "sapo", "body", "author", "section")}
        assert {name: len(found) for name, found in chosen.items()} == dict.fromkeys(chosen, 1)
        assert chosen["title"][0].text_content().strip("\xa0 ") == article.title
        assert chosen["sapo"][0].text_content().strip() == article.sapo
        assert chosen["author"][0].text_content().strip().endswith(str(article.author))
        captions = [e.text_content().strip() for e in tree.cssselect(hints.caption)]
        assert captions == [c.text for c in article.captions]
    assert pages


def test_sitemaps_and_feeds_of_three_days(papers: DemoPapers) -> None:
    days = []
    for day in (1, 2, 3):
        papers.day = day
        days.append({url: changed for paper in PAPERS for url, changed in sitemap(paper).items()})
        for paper in PAPERS:
            feed = ET.fromstring(get(paper, paper.feed).body)
            dates = [parsedate_to_datetime(str(item.findtext("pubDate"))) for item in feed.iter("item")]
            assert len(dates) == FEED_SIZE
            assert dates == sorted(dates, reverse=True)
            assert dates[0] == max(datetime.fromisoformat(changed) for changed in sitemap(paper).values())
    first, second, third = days
    assert len(first) == sum(len(printed(paper.id, 1)) for paper in PAPERS)
    assert len(second.keys() - first.keys()) == 3
    assert not first.keys() - second.keys()
    changed = [url for url in first if first[url] != second[url]]
    assert len(changed) == 1
    assert second[changed[0]] > first[changed[0]]
    assert third == second
    # What is new is newer than all that was there.
    assert min(second[url] for url in second.keys() - first.keys()) > max(first.values())


def test_only_what_changed_gets_a_new_validator(papers: DemoPapers) -> None:
    urls = [(paper, address(paper, article)) for paper in PAPERS for article in printed(paper.id, 1)]
    tags = {}
    for day in (1, 2):
        papers.day = day
        tags[day] = {path: get(paper, path, "HEAD").headers["etag"] for paper, path in urls}
    changed = [path for path in tags[1] if tags[1][path] != tags[2][path]]
    assert len(changed) == 1
    update = next(a for a in articles(DUYEN_HAI.id) if a.revisions)
    assert changed == [address(DUYEN_HAI, update)]
    later = update.on(2)
    assert later is not None
    assert later.paragraphs != update.paragraphs
    assert later.texts[-1] in get(DUYEN_HAI, changed[0]).text
    papers.day = 1
    assert later.texts[-1] not in get(DUYEN_HAI, changed[0]).text


def test_a_later_article_is_missing_before_its_day(papers: DemoPapers) -> None:
    late = [(paper, a) for paper in PAPERS for a in articles(paper.id) if a.day == 2]
    assert len(late) == 3
    for paper, article in late:
        papers.day = 1
        assert get(paper, address(paper, article)).status == 404
        papers.day = 2
        assert get(paper, address(paper, article)).status == 200


# --- HTTP


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_conditional_requests(paper: Paper, papers: DemoPapers) -> None:
    article = address(paper, printed(paper.id, 1)[0])
    for path in ("/", article, paper.feed, "/sitemap.xml", "/robots.txt"):
        whole = get(paper, path)
        assert whole.status == 200
        tag, date = whole.headers["etag"], whole.headers["last-modified"]
        for known in ({"If_None_Match": tag}, {"If_None_Match": f'"x", W/{tag}'}, {"If_Modified_Since": date}):
            answer = get(paper, path, **known)
            assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
        earlier = (parsedate_to_datetime(date) - timedelta(seconds=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
        assert get(paper, path, If_Modified_Since=earlier).status == 200
        assert get(paper, path, If_Modified_Since="hôm qua".encode().decode("latin-1")).status == 200
        # An entity tag that differs outweighs a date that agrees.
        assert get(paper, path, If_None_Match='"x"', If_Modified_Since=date).status == 200


def test_the_header_clock_is_of_the_visit_and_no_part_of_the_validator() -> None:
    now = [datetime(2031, 3, 6, 2, 51, tzinfo=HANOI)]
    path = address(DUYEN_HAI, printed(DUYEN_HAI.id, 1)[0])
    paper = elsewhere()
    with DemoPapers(papers=(paper,), clock=lambda: now[0]):
        early = get(paper, path)
        now[0] += timedelta(days=3, hours=1)
        late = get(paper, path)
        known = get(paper, path, If_None_Match=early.headers["etag"])
    assert "Thứ năm 06/03/2031 02:51" in early.text
    assert "Chủ nhật 09/03/2031 03:51" in late.text
    assert early.headers["etag"] == late.headers["etag"]
    assert known.status == 304


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_missing_pages_wear_the_papers_dress(paper: Paper, papers: DemoPapers) -> None:
    answer = get(paper, "/khong-co-gi.html")
    assert answer.status == 404
    assert "etag" not in answer.headers
    assert paper.name in answer.text
    assert headlines(paper.id)[0] in answer.text


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_an_older_address_of_an_article_leads_to_it(paper: Paper, papers: DemoPapers) -> None:
    article = printed(paper.id, 1)[0]
    old = get(paper, address(paper, article, "ten-cu"))
    assert (old.status, old.headers["location"]) == (301, paper.origin + address(paper, article))
    assert get(paper, path_of(paper, old.headers["location"])).status == 200


def test_a_feed_still_prints_an_older_address(papers: DemoPapers) -> None:
    feed = ET.fromstring(get(DUYEN_HAI, DUYEN_HAI.feed).body)
    links = [path_of(DUYEN_HAI, str(item.findtext("link"))) for item in feed.iter("item")]
    moved = [link for link in links if get(DUYEN_HAI, link).status == 301]
    assert len(moved) == 1
    assert get(DUYEN_HAI, moved[0]).headers["location"] in sitemap(DUYEN_HAI)


def test_robots_of_one_paper_closes_its_search(papers: DemoPapers) -> None:
    assert "Disallow: /tim-kiem/\n" in get(SONG_HAU, "/robots.txt").text
    assert "/tim-kiem/thoi-su.html" in get(SONG_HAU, address(SONG_HAU, in_section(SONG_HAU, "thoi-su")[0])).text
    for paper in PAPERS:
        assert f"Sitemap: {paper.origin}/sitemap.xml" in get(paper, "/robots.txt").text


def in_section(paper: Paper, slug: str) -> list[Article]:
    return [a for a in printed(paper.id, 1) if a.section == slug]


# --- traps


def test_one_page_is_decomposed_from_head_to_foot(papers: DemoPapers) -> None:
    (article,) = [a for a in articles(TRUNG_DU.id) if a.form == "NFD"]
    text = get(TRUNG_DU, address(TRUNG_DU, article)).text
    assert unicodedata.is_normalized("NFD", text)
    assert not unicodedata.is_normalized("NFC", text)
    assert article.title not in text
    composed = [a for paper in PAPERS for a in articles(paper.id) if a.form == "NFC"]
    assert len(composed) == sum(len(articles(paper.id)) for paper in PAPERS) - 1


def test_one_page_mixes_entities_with_raw_letters(papers: DemoPapers) -> None:
    (article,) = [a for a in articles(TRUNG_DU.id) if a.entities]
    text = get(TRUNG_DU, address(TRUNG_DU, article)).text
    body = text[text.index('<div id="content">') :]
    assert article.texts[0] not in body
    assert "&agrave;" in body
    assert "ế" in body
    assert article.texts[0] in html.unescape(body)


def test_mastercms_repeats_the_title_in_every_picture(papers: DemoPapers) -> None:
    article = next(a for a in printed(DUYEN_HAI.id, 1) if len(a.captions) == 3)
    tree = lxml_html.fromstring(get(DUYEN_HAI, address(DUYEN_HAI, article)).body)
    pictures = tree.cssselect("table.MASTERCMS_TPL_TABLE img")
    assert [(p.get("alt"), p.get("title")) for p in pictures] == [(article.title, article.title)] * 3


def test_hex7_prints_a_caption_three_times(papers: DemoPapers) -> None:
    article = next(a for a in printed(TRUNG_DU.id, 1) if a.captions and not a.entities and a.form == "NFC")
    text = html.unescape(get(TRUNG_DU, address(TRUNG_DU, article)).text)
    assert text.count(article.captions[0].text) == 3


def test_the_day_in_jsonld_and_the_minute_beside_it(papers: DemoPapers) -> None:
    article = printed(SONG_HAU.id, 1)[0]
    tree = lxml_html.fromstring(get(SONG_HAU, address(SONG_HAU, article)).body)
    data = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
    assert data["datePublished"] == article.published.date().isoformat()
    assert tree.cssselect(".pubdate")[0].text == article.published.strftime("%d/%m/%Y - %H:%M")


def test_zce_states_its_time_in_the_head(papers: DemoPapers) -> None:
    article = printed(LAM_GIANG.id, 1)[0]
    tree = lxml_html.fromstring(get(LAM_GIANG, address(LAM_GIANG, article)).body)
    (published,) = tree.xpath("//meta[@property='article:published_time']/@content")
    assert datetime.fromisoformat(published) == article.published


# --- the server


def test_requests_are_noted_in_order(papers: DemoPapers) -> None:
    numbers: list[int] = []
    papers.on_request = numbers.append
    get(DUYEN_HAI, "/robots.txt")
    get(LAM_GIANG, "/nope?x=1")
    assert papers.requests == [(DUYEN_HAI.host, "/robots.txt", 200), (LAM_GIANG.host, "/nope?x=1", 404)]
    assert numbers == [1, 2]


def test_a_connection_serves_several_requests(papers: DemoPapers) -> None:
    with closing(HTTPConnection("127.0.0.1", PORTS[DUYEN_HAI.host], timeout=10)) as connection:
        for path, status in (("/", 200), ("/khong-co", 404), ("/robots.txt", 200)):
            connection.request("GET", path)
            response = connection.getresponse()
            response.read()
            assert (response.status, response.will_close) == (status, False)


def test_days_begin_with_one() -> None:
    with pytest.raises(ValueError, match="day 0: the papers' first day is 1"):
        DemoPapers(day=0)


def test_a_stopped_paper_serves_nobody_and_its_port_is_free_at_once() -> None:
    paper = elsewhere()
    with (
        DemoPapers(papers=(paper,)) as papers,
        closing(HTTPConnection("127.0.0.1", paper.port, timeout=10)) as held,
    ):
        held.request("GET", "/robots.txt")
        held.getresponse().read()
        papers.stop()
        with pytest.raises(ConnectionRefusedError):
            get(paper, "/robots.txt")
        assert held.sock.recv(1) == b""  # the held connection is closed too
        papers.start()
        assert get(paper, "/robots.txt").status == 200


def test_a_taken_port_is_named() -> None:
    paper = elsewhere()
    with (
        DemoPapers(papers=(paper,)),
        pytest.raises(OSError, match=rf"port {paper.port} on 127\.0\.0\.1 is taken, and Báo Duyên Hải needs it"),
    ):
        DemoPapers(papers=(paper,)).start()
