"""Whole crawls of newspapers on loopback, each in a process of its own."""

import gzip
import os
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from papers import (
    DATE,
    Headers,
    Page,
    Paper,
    Place,
    article,
    listing,
    one_section,
    rows,
    rss,
    serving,
    write_source,
)
from warcio.archiveiterator import ArchiveIterator

from crawler.sources import FOLDER

DISCOVERY = 'feeds = ["/rss.xml"]\nsitemaps = ["/sitemap.xml"]\nsections = ["/thoi-su"]\nnext_page = "a.next"'


@pytest.fixture
def paper() -> Iterator[Paper]:
    with serving() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "home", tmp_path / "sources")


def responses(home: Path) -> dict[str, tuple[str, dict[str, str], bytes]]:
    """Status line, headers and bytes as sent of each kept response, by address."""
    kept = {}
    for path in sorted((home / "warc").glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if record.rec_type == "response":
                    head = record.http_headers
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    kept[url] = (head.statusline, dict(head.headers), record.raw_stream.read())
    return kept


# ---- discovery, keeping, a second night


def fill(paper: Paper) -> None:
    """A paper with everything: feed, packed sitemap, two section pages, a redirect, a lost page, packed bodies."""

    def conditional(headers: Headers) -> Page:
        same = headers.get("if-none-match") == '"v1"'
        return Page(b"" if same else article("a").encode(), 304 if same else 200, {"ETag": '"v1"'})

    sitemap = "".join(
        f"<url><loc>{paper.home}{name}.html</loc><lastmod>2024-01-05</lastmod></url>"
        for name in ("b-100002", "e-100005")
    )
    paper.add("/rss.xml", rss(("/a-100001.html", DATE), ("/b-100002.html", DATE)).replace("Tin", "Hỏi & đáp"))
    paper.add("/sitemap.xml", gzip.compress(f"<urlset>{sitemap}</urlset>".encode(), mtime=0))
    paper.add(
        "/thoi-su", listing("/a-100001.html", "/b-100002.html", "https://khac.vn/x-100009.html", next_page="?p=2")
    )
    paper.add("/thoi-su?p=2", listing("/c-100003.html", "/d-100004.html", next_page="?p=3"))
    paper.add("/thoi-su?p=3", listing("/a-100001.html", next_page="?p=4"))
    paper.pages["/a-100001.html"] = conditional
    paper.add("/b-100002.html", gzip.compress(article("b").encode(), mtime=0), Content_Encoding="gzip")
    paper.add("/c-100003.html", status=301, Location="/c-moi-100003.html")
    paper.add("/c-moi-100003.html", article("c") + '<a href="/f-100006.html">related</a>')
    paper.add("/d-100004.html", "lost", status=404)
    paper.add("/e-100005.html", b"<html><h1>" + b"\xff\xfe\xe1\xba" * 9 + article("e").encode())


def test_first_night_finds_keeps_and_settles_everything(paper: Paper, place: Place) -> None:
    fill(paper)
    write_source(place.folder, paper.home, discovery=DISCOVERY)
    report = place.crawl()
    assert place.ledger() == {
        "/rss.xml": ("stored", "status 200"),
        "/sitemap.xml": ("stored", "status 200"),
        "/thoi-su": ("stored", "status 200"),
        "/thoi-su?p=2": ("stored", "status 200"),
        "/thoi-su?p=3": ("stored", "status 200"),
        "/thoi-su?p=4": ("gone", "status 404"),
        "/a-100001.html": ("stored", "status 200"),
        "/b-100002.html": ("stored", "status 200"),
        "/c-100003.html": ("stored", f"redirect to {paper.home}c-moi-100003.html"),
        "/c-moi-100003.html": ("stored", "status 200"),
        "/d-100004.html": ("gone", "status 404"),
        "/e-100005.html": ("stored", "status 200"),
    }
    assert sorted(paper.paths()) == sorted([*place.ledger(), "/robots.txt"])  # each asked for once, nothing else
    counts = report["sources"]["paper"]
    assert (counts["fetched"], counts["new"], counts["gone"], counts["failures"]) == (12, 4, 2, ())
    assert report["progress"][-1] == (12, 12)
    assert (report["problems"], report["stderr"]) == (0, "")


def test_every_response_is_kept_as_it_was_sent(paper: Paper, place: Place) -> None:
    fill(paper)
    write_source(place.folder, paper.home, discovery=DISCOVERY)
    place.crawl()
    kept = {"/" + url.split("/", 3)[3]: response for url, response in responses(place.home).items()}
    assert set(kept) == set(paper.paths())
    for path, page in paper.pages.items():
        if isinstance(page, Page):
            assert kept[path][0].split()[0] == str(page.status)
            assert kept[path][2] == page.body
    assert kept["/b-100002.html"][1]["Content-Encoding"] == "gzip"
    assert kept["/c-100003.html"][1]["Location"] == "/c-moi-100003.html"
    kinds = {path: kind for path, _, kind in place.captures()}
    assert (kinds["/robots.txt"], kinds["/rss.xml"], kinds["/thoi-su?p=2"]) == ("robots", "feed", "section")
    assert len(place.captures()) == len(paper.log)


def test_second_night_asks_only_for_what_may_have_changed(paper: Paper, place: Place) -> None:
    fill(paper)
    write_source(place.folder, paper.home, discovery=DISCOVERY)
    place.crawl()
    paper.log.clear()
    later = "Sat, 06 Jan 2024 08:00:00 +0700"
    paper.add("/rss.xml", rss(("/a-100001.html", later), ("/b-100002.html", later), ("/g-100007.html", later)))
    paper.add("/thoi-su", listing("/g-100007.html", "/a-100001.html", next_page="?p=2"))
    paper.add("/b-100002.html", article("b, sửa"))
    paper.add("/g-100007.html", article("g"))
    counts = place.crawl()["sources"]["paper"]
    asked = [path for path in paper.paths() if path.endswith(".html")]
    assert asked == ["/a-100001.html", "/b-100002.html", "/g-100007.html"]
    assert paper.asked("/a-100001.html")[0]["if-none-match"] == '"v1"'
    assert (counts["new"], counts["updated"], counts["unchanged"]) == (1, 1, 1)
    assert place.ledger()["/a-100001.html"][0] == "unchanged"
    assert ("/a-100001.html", 304, "article") in place.captures()
    assert "/thoi-su?p=2" in paper.paths()  # the first page brought news
    assert "/thoi-su?p=3" not in paper.paths()  # the second did not


def test_the_same_body_again_is_unchanged(paper: Paper, place: Place) -> None:
    one_section(place, paper, "/a-100001.html")
    paper.add("/a-100001.html", article("a"))
    place.crawl()
    paper.add("/rss.xml", rss(("/a-100001.html", DATE)))
    write_source(place.folder, paper.home, discovery='feeds = ["/rss.xml"]')
    place.crawl()  # the first hint is only remembered
    paper.add("/rss.xml", rss(("/a-100001.html", "Sat, 06 Jan 2024 08:00:00 +0700")))
    counts = place.crawl()["sources"]["paper"]
    assert len(paper.asked("/a-100001.html")) == 2
    assert (counts["new"], counts["updated"], counts["unchanged"]) == (0, 0, 1)


def test_a_source_without_roots_starts_at_its_front_page(paper: Paper, place: Place) -> None:
    paper.add("/", listing("/a-100001.html"))
    paper.add("/a-100001.html", article("a"))
    write_source(place.folder, paper.home)
    place.crawl()
    assert place.ledger()["/a-100001.html"] == ("stored", "status 200")


def test_endless_paging_ends(paper: Paper, place: Place) -> None:
    def page(number: int) -> Callable[[Headers], Page]:
        return lambda _: Page(listing(f"/a-{100000 + number}.html", next_page=f"?p={number + 1}").encode())

    paper.pages.update({f"/thoi-su?p={number}": page(number) for number in range(2, 30)})
    paper.pages["/thoi-su"] = page(1)
    write_source(place.folder, paper.home, discovery='sections = ["/thoi-su"]\nnext_page = "a.next"\nmax_pages = 4')
    place.crawl()
    assert [path for path in paper.paths() if path.startswith("/thoi-su")] == [
        "/thoi-su", "/thoi-su?p=2", "/thoi-su?p=3", "/thoi-su?p=4",
    ]  # fmt: skip


def test_a_budget_leaves_the_rest_for_the_next_run(paper: Paper, place: Place) -> None:
    links = [f"/a-{number}.html" for number in range(100001, 100007)]
    one_section(place, paper, *links)
    for link in links:
        paper.add(link, article(link))
    path = place.folder / "paper.toml"
    path.write_text(path.read_text() + "budget = 4\n")
    left = [place.crawl()["sources"]["paper"] for _ in range(3)]
    assert [(source["waiting"], source["budget_reached"]) for source in left] == [(3, True), (0, True), (0, False)]
    assert all(len(paper.asked(link)) == 1 for link in links)


# ---- robots.txt and politeness


def test_robots_txt_is_obeyed(paper: Paper, place: Place) -> None:
    one_section(place, paper, "/a-100001.html", "/b-100002.html")
    paper.add(
        "/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: thidua\nDisallow: /a-\n", Content_Type="text/plain"
    )
    paper.add("/b-100002.html", article("b"))
    counts = place.crawl()["sources"]["paper"]
    assert place.ledger()["/a-100001.html"] == ("robots", "robots.txt, line 5: Disallow: /a-")
    assert place.ledger()["/b-100002.html"] == ("stored", "status 200")
    assert not paper.asked("/a-100001.html")
    assert (counts["robots"], counts["failures"]) == (1, ())


@pytest.mark.parametrize("status", [500, 503, 429])
def test_unreachable_robots_txt_forbids_everything(paper: Paper, place: Place, status: int) -> None:
    one_section(place, paper)
    paper.add("/robots.txt", "User-agent: *\nAllow: /", status=status)
    report = place.crawl()
    assert paper.paths() == ["/robots.txt"]
    assert place.ledger()["/thoi-su"][0] == "pending"
    assert f"status {status}" in report["sources"]["paper"]["paused"]
    assert place.issues()[0][0] == "host left alone"
    paper.add("/robots.txt", "User-agent: *\nAllow: /")
    place.crawl()
    assert place.ledger()["/thoi-su"][0] == "stored"


def test_robots_txt_behind_a_redirect_and_crawl_delay(paper: Paper, place: Place) -> None:
    one_section(place, paper, "/a-100001.html")
    paper.add("/robots.txt", status=301, Location="/rules.txt")
    paper.add("/rules.txt", "\ufeffUser-agent: *\nDisallow: /a-\nCrawl-delay: 1\n")
    moments: list[float] = []
    paper.hook = lambda _: moments.append(os.times().elapsed)
    paper.add("/b-100002.html", article("b"))
    paper.add("/thoi-su", listing("/a-100001.html", "/b-100002.html"))
    place.crawl()
    assert paper.paths() == ["/robots.txt", "/rules.txt", "/thoi-su", "/b-100002.html"]
    assert moments[3] - moments[2] >= 0.98  # a promise to the host: never sooner (clock ticks of 10 ms)


def test_one_request_at_a_time_and_never_sooner_than_the_delay(paper: Paper, place: Place) -> None:
    links = [f"/a-{number}.html" for number in range(100001, 100005)]
    one_section(place, paper, *links)
    path = place.folder / "paper.toml"
    path.write_text(path.read_text().replace("delay = 0", "delay = 0.3"))
    moments: list[float] = []
    paper.hook = lambda _: moments.append(os.times().elapsed)
    place.crawl()
    gaps = [after - before for before, after in pairwise(moments)]
    assert len(gaps) == 5
    assert min(gaps) >= 0.28


def test_it_says_who_it_is(paper: Paper, place: Place) -> None:
    one_section(place, paper)
    place.crawl()
    for _, headers in paper.log:
        assert headers["user-agent"].startswith("thidua/")
        assert headers["user-agent"].endswith("(newspaper archive; contact: thu@example.org)")
        assert not {"cookie", "referer"} & set(headers)


# ---- what hosts do wrong


def test_answers_that_are_no_pages(paper: Paper, place: Place) -> None:
    packed, bomb = gzip.compress(article("c").encode()), gzip.compress(bytes(20_000_000))
    pages: dict[str, tuple[Page, str, str]] = {
        "/a-100001.html": (Page(b"%PDF-1.4 ..."), "refused", "not a page: binary data"),
        "/b-100002.html": (Page(b"<script>document.cookie='x=1';location.reload()</script>"), "pending", "a wall: "),
        "/c-100003.html": (Page(packed[:-20], 200, {"Content-Encoding": "gzip"}), "pending", "cut off: "),
        "/d-100004.html": (Page(bomb, 200, {"Content-Encoding": "gzip"}), "refused", "more than 16000000 bytes"),
        "/e-100005.html": (Page(b"x" * 16_000_001), "refused", "larger than what is read"),
        "/f-100006.html": (Page(b"<html><p>half", length=False), "pending", "cut off: no length"),
        "/g-100007.html": (Page(article("g").encode(), length=False), "stored", ""),
        "/h-100008.html": (Page(b"x", 200, {"Content-Encoding": "br"}), "refused", "content coding 'br'"),
        "/i-100009.html": (Page(b" "), "pending", "an empty page"),
        "/k-100010.html": (Page(b"tea", 418), "refused", "status 418"),
    }  # fmt: skip
    one_section(place, paper, *pages)
    paper.pages.update({path: page for path, (page, _, _) in pages.items()})
    report = place.crawl()
    settled = place.ledger()
    for path, (_, state, reason) in pages.items():
        assert settled[path][0] == state
        assert (settled[path][1] or "").startswith(reason)
    assert len(report["sources"]["paper"]["failures"]) == 9
    kinds = {path: kind for path, _, kind in place.captures()}
    assert kinds["/g-100007.html"] == "article"
    assert {kinds[path] for path in pages if path[1] in "abcdfhi"} == {
        "other"
    }  # kept, but nobody reads them as articles


def test_what_is_fetched_is_what_is_read(paper: Paper, place: Place) -> None:
    """A sitemap may be ten times as large as a page."""
    filler = " " * 8_500_000
    paper.add("/sitemap.xml", f"<urlset>{filler}<url><loc>{paper.home}a-100001.html</loc></url></urlset>")
    page = article("a").encode()
    paper.add("/a-100001.html", page + b"<!--" + b"x" * (16_000_000 - len(page) - 7) + b"-->")
    write_source(place.folder, paper.home, discovery='sitemaps = ["/sitemap.xml"]')
    report = place.crawl()
    assert (report["problems"], report["sources"]["paper"]["new"]) == (0, 1)
    assert len(paper.asked("/a-100001.html")) == 1
    assert len(responses(place.home)[f"{paper.home}a-100001.html"][2]) == 16_000_000


def test_redirects(paper: Paper, place: Place) -> None:
    def to(location: str) -> Page:
        return Page(b"", 302, {"Location": location})

    paths = {f"/a-10000{n}.html": to(target) for n, target in enumerate((
        "/", "https://khac.vn/a-100000.html", "file:///etc/passwd", "/a-100003.html", f"{paper.home}a-100005.html",
    ))}  # fmt: skip
    one_section(place, paper, *paths, "/loop-100020.html")
    paper.pages.update(paths)
    for n in range(20, 30):
        paper.pages[f"/loop-1000{n}.html"] = to(f"/loop-1000{n + 1}.html")
    paper.add("/a-100005.html", article("a"))
    place.crawl()
    settled = place.ledger()
    assert settled["/a-100000.html"] == ("gone", f"redirect to {paper.home}: no article")
    assert settled["/a-100001.html"][0] == "refused"
    assert settled["/a-100002.html"][0] == "failed"
    assert settled["/a-100003.html"] == ("failed", f"redirect to {paper.home}a-100003.html: itself")
    assert settled["/a-100004.html"][0] == settled["/a-100005.html"][0] == "stored"
    assert settled["/loop-100025.html"] == ("failed", "more than 5 redirects")
    assert "/loop-100026.html" not in settled


def test_another_spelling_of_the_same_address_is_followed_at_once(paper: Paper, place: Place) -> None:
    one_section(place, paper, "/a-100001.html", extra="article_slash = false")
    text = (place.folder / "paper.toml").read_text().replace("\\.html$", "(\\.html|/?)$")
    (place.folder / "paper.toml").write_text(text)
    paper.add("/thoi-su", listing("/a-100001/"))
    paper.add("/a-100001", status=301, Location="/a-100001/")
    paper.add("/a-100001/", article("a"))
    place.crawl()
    assert place.ledger()["/a-100001"] == ("stored", "status 200")
    assert [path for path, status, _ in place.captures() if status == 200][-1] == "/a-100001/"


def test_a_failure_is_tried_again_in_the_next_run_and_given_up_in_the_end(paper: Paper, place: Place) -> None:
    one_section(place, paper, "/a-100001.html", "/b-100002.html")
    paper.add("/a-100001.html", "down", status=502)
    paper.add("/b-100002.html", "down", status=502)
    report = place.crawl()
    assert place.ledger()["/a-100001.html"] == ("pending", "status 502")
    assert report["problems"] == 2
    paper.add("/a-100001.html", article("a"))
    place.crawl()
    assert place.ledger()["/a-100001.html"] == ("stored", "status 200")
    assert place.ledger()["/b-100002.html"] == ("pending", "status 502")
    assert len(paper.asked("/b-100002.html")) == 2
    place.crawl()
    assert len(paper.asked("/b-100002.html")) == 2  # the third try has half a day's time


def test_a_root_is_asked_in_every_run_however_often_it_failed(paper: Paper, place: Place) -> None:
    paper.add("/rss.xml", "down", status=500)
    write_source(place.folder, paper.home, discovery='feeds = ["/rss.xml"]')
    for _ in range(6):
        place.crawl()
    assert len(paper.asked("/rss.xml")) == 6
    assert ("failed", "status 500") in place.issues()


@pytest.mark.parametrize(("status", "extra", "asked"), [(500, {}, 6), (429, {}, 2), (503, {"Retry-After": "3600"}, 2)])
def test_a_host_in_trouble_is_left_alone(
    paper: Paper, place: Place, status: int, extra: dict[str, str], asked: int
) -> None:
    links = [f"/a-{number}.html" for number in range(100001, 100021)]
    one_section(place, paper, *links)
    for link in links:
        paper.pages[link] = Page(b"", status, extra)
    report = place.crawl()
    # One more may have been on its way when the failure came in.
    assert asked <= len(paper.log) - 1 <= asked + 1
    assert f"status {status}" in report["sources"]["paper"]["paused"]
    assert report["sources"]["paper"]["waiting"] == 20


def test_a_feed_that_is_none_and_a_section_without_articles_are_issues(paper: Paper, place: Place) -> None:
    paper.add("/rss.xml", "<html><body>Xin cho trong giay lat</body></html>")
    paper.add("/thoi-su", listing("/lien-he"))
    write_source(place.folder, paper.home, discovery='feeds = ["/rss.xml"]\nsections = ["/thoi-su"]')
    report = place.crawl()
    assert dict(place.issues()) == {
        "unreadable feed": "not a feed: its root is <html>",
        "section without articles": "no address in it is an article's by the pattern of the source",
    }
    failures = dict(report["sources"]["paper"]["failures"])
    assert set(failures) == {f"{paper.home}rss.xml", f"{paper.home}thoi-su"}


# ---- addresses


def test_private_addresses_are_refused_in_every_spelling(paper: Paper, place: Place) -> None:
    hosts = ["paper.localhost", "127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
    for number, host in enumerate(hosts):
        home = f"http://{host}:{paper.port}/"
        write_source(place.folder, home, discovery='sections = ["/thoi-su"]', name=f"paper{number}")
    report = place.crawl(allow_loopback=False)
    assert paper.log == []
    failures = [failure for source in report["sources"].values() for failure in source["failures"]]
    assert len(failures) == len(hosts)
    assert all("is not a public address" in reason for _, reason in failures)
    assert {row["state"] for row in rows(place.home, "SELECT state FROM ledger")} == {"refused"}


def test_a_real_paper_is_looked_for_elsewhere(paper: Paper, place: Place) -> None:
    paper.add("/rss/cate/thoi-su/", rss(("https://baocantho.com.vn/nganh-tai-chinh-a196559.html", DATE)))
    paper.add("/thoi-su/", listing("http://www.baocantho.com.vn/nganh-tai-chinh-a196559.html?utm_source=x"))
    paper.add("/nganh-tai-chinh-a196559.html", article("a"))
    place.folder.mkdir()
    own = (FOLDER / "baocantho.toml").read_text(encoding="utf-8")
    (place.folder / "baocantho.toml").write_text(own + "[politeness]\ndelay = 0\n", encoding="utf-8")
    connect_to = {"baocantho.com.vn": ("127.0.0.1", paper.port)}
    report = place.crawl(allow_loopback=False, connect_to=connect_to)
    assert report["sources"]["baocantho"]["new"] == 1
    assert {headers["host"] for _, headers in paper.log} == {"baocantho.com.vn"}
    kept = responses(place.home)
    assert all(url.startswith("https://baocantho.com.vn/") for url in kept)
    assert kept["https://baocantho.com.vn/nganh-tai-chinh-a196559.html"][2] == article("a").encode()
    # The sections that this server does not have are missing roots: said, and no reason to stop.
    assert {reason for _, reason in report["sources"]["baocantho"]["failures"]} == {"status 404"}
    assert place.ledger()["/nganh-tai-chinh-a196559.html"] == ("stored", "status 200")
