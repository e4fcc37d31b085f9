"""Crawls that are killed, interrupted, or find no room: nothing is lost, and the next run goes on."""

import os
import resource
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from papers import (
    DATE,
    Crawl,
    Page,
    Paper,
    Place,
    article,
    listing,
    one_section,
    rows,
    rss,
    run_crawl,
    serving,
    write_source,
)

from archive.ledger import ledger_problems
from archive.store import open_store
from archive.warc import read


@pytest.fixture
def paper() -> Iterator[Paper]:
    with serving() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "home", tmp_path / "sources")


def big_paper(place: Place, paper: Paper, pages: int = 4, each: int = 5) -> None:
    """Sections whose paging depends on what earlier pages brought, and a feed that announces the first page's links."""
    names = [f"/a-{100000 + number}.html" for number in range(pages * each)]
    for number in range(pages):
        links = names[number * each : (number + 1) * each]
        path = "/thoi-su" + (f"?p={number + 1}" if number else "")
        paper.add(path, listing(*links, next_page=f"?p={number + 2}" if number + 1 < pages else ""))
    paper.add("/rss.xml", rss(*((name, DATE) for name in names[:each])))
    for name in names:
        paper.add(name, article(name))
    write_source(
        place.folder, paper.home, discovery='feeds = ["/rss.xml"]\nsections = ["/thoi-su"]\nnext_page = "a.next"'
    )


def kept_set(home: Path) -> set[tuple[str, int, str]]:
    return {
        (row["url"], row["status"], row["sha256"]) for row in rows(home, "SELECT url, status, sha256 FROM captures")
    }


@pytest.mark.fault(1, 22)
@pytest.mark.parametrize("k", [1, 2, 3, 7, 16])
def test_killed_at_the_kth_request_the_next_run_completes_all(
    paper: Paper, place: Place, tmp_path: Path, k: int
) -> None:
    big_paper(place, paper)
    undisturbed = Place(tmp_path / "other", place.folder)
    undisturbed.crawl()
    total = len(paper.log)
    paper.log.clear()
    alive: list[bool] = []

    def kill(count: int) -> None:
        if count == k:
            alive.append(victim.process.is_alive())
            victim.signal(signal.SIGKILL)

    victim = Crawl(place.home, place.folder, {})
    paper.hook = kill
    assert "sources" not in victim.report()
    assert alive == [True]
    assert victim.process.exitcode == -signal.SIGKILL
    paper.hook = None
    report = place.crawl()
    assert report["continued"]
    assert {state for state, _ in place.ledger().values()} == {"stored"}
    assert place.ledger() == undisturbed.ledger()
    assert kept_set(place.home) == kept_set(undisturbed.home)
    # Articles that were kept are not asked for again, at most the two under way; what the last second's sections and
    # feeds brought was not committed, so they are.
    articles = [path for path in paper.paths() if path.startswith("/a-")]
    assert len(articles) <= len(set(articles)) + 2
    assert len(paper.log) <= total + k + 3


@pytest.mark.fault(1, 2)
def test_killed_at_any_statement_the_next_run_completes_all(paper: Paper, place: Place) -> None:
    """Statements of every part of a crawl: its start, the roots, what they bring, the articles, the end."""
    big_paper(place, paper, pages=2, each=3)
    for number in (3, 8, 14, 21, 30, 44, 61, 83, 110, 140):
        home = place.home.with_name(f"home{number}")
        crawl = Crawl(home, place.folder, {"die_at": number})
        crawl.report()
        assert crawl.process.exitcode == 9
        report = run_crawl(home, place.folder)
        assert (report["problems"], report["sources"]["paper"]["waiting"]) == (0, 0)
        with open_store(home) as store:
            assert ledger_problems(store.db, datetime.now(UTC)) == []
            assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
            assert store.scalar("SELECT count(DISTINCT url) FROM ledger WHERE kind = 'article'") == 6
            for row in store.db.query("SELECT warc_file, warc_offset, warc_length, url FROM captures"):
                assert read(store.warc, row["warc_file"], row["warc_offset"], row["warc_length"]).url == row["url"]


@pytest.mark.fault(20)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly_and_the_next_run_goes_on(paper: Paper, place: Place, number: int) -> None:
    big_paper(place, paper)
    crawl = Crawl(place.home, place.folder, {})
    paper.hook = lambda count: crawl.signal(number) if count == 6 else None
    report = crawl.report()
    assert report["interrupted"]
    assert report["problems"] > 0
    assert report["sources"]["paper"]["waiting"] > 0
    paper.hook = None
    report = place.crawl()
    assert (report["continued"], report["interrupted"], report["sources"]["paper"]["waiting"]) == (True, False, 0)


@pytest.mark.fault(4)
def test_a_disk_that_refuses_ends_the_crawl_with_one_clear_line(paper: Paper, place: Place) -> None:
    links = [f"/a-{number}.html" for number in range(100001, 100011)]
    one_section(place, paper, *links)
    for link in links:
        paper.add(link, article(link).encode() + os.urandom(200_000).replace(b"\0", b"x"))
    crawl = Crawl(place.home, place.folder, {})
    resource.prlimit(crawl.process.pid or 0, resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    err = crawl.report()["stderr"]
    assert crawl.process.exitcode == 1
    assert f"Error: the crawl stopped, {place.home} cannot be written" in err
    assert len(paper.log) < 10  # it did not go on fetching what it could not keep
    place.crawl()
    assert {state for state, _ in place.ledger().values()} == {"stored"}


@pytest.mark.fault(4)
def test_a_disk_that_is_nearly_full_is_left_alone(paper: Paper, place: Place) -> None:
    one_section(place, paper)
    crawl = Crawl(place.home, place.folder, {"keep_free": 10**18})
    assert "CrawlSpaceError: the crawl stopped" in crawl.report()["stderr"]
    assert paper.log == []


@pytest.mark.fault(19)
def test_few_file_descriptors_are_enough(paper: Paper, place: Place) -> None:
    big_paper(place, paper)
    crawl = Crawl(place.home, place.folder, {})
    resource.prlimit(crawl.process.pid or 0, resource.RLIMIT_NOFILE, (64, 64))
    assert crawl.report()["problems"] == 0
    assert {state for state, _ in place.ledger().values()} == {"stored"}


@pytest.mark.fault(16, 17)
def test_a_clock_that_jumps_starves_nothing_and_asks_nothing_twice(paper: Paper, place: Place) -> None:
    """A night ten years ahead in which a page fails, then one a day before it began."""
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    one_section(place, paper, "/a-100001.html", "/b-100002.html")
    paper.add("/a-100001.html", article("a"))
    paper.add("/b-100002.html", "down", status=502)
    for days in (0, 3650):
        place.crawl(now=now + timedelta(days=days))
    assert place.ledger()["/b-100002.html"][0] == "pending"
    paper.add("/b-100002.html", article("b"))
    place.crawl(now=now - timedelta(days=1))
    assert {state for state, _ in place.ledger().values()} <= {"stored", "unchanged"}
    assert len(paper.asked("/a-100001.html")) == 1
    runs = rows(place.home, "SELECT started, finished FROM runs ORDER BY id")
    assert [run["started"][:10] for run in runs] == ["2026-03-01", "2036-02-27", "2026-02-28"]
    assert all(run["started"] == run["finished"] for run in runs)


def test_an_error_of_the_program_is_not_lost(paper: Paper, place: Place) -> None:
    one_section(place, paper)
    report = place.crawl(progress_fails=True)
    assert report["errors"] == ("progress bar broken",)
    assert report["problems"] > 0


@pytest.mark.fault(24, 25)
def test_a_host_that_asked_for_an_hour_is_not_asked_within_it(paper: Paper, place: Place) -> None:
    """By the next run either, whatever the run; another paper's host goes on meanwhile."""
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    one_section(place, paper, "/a-100001.html")
    paper.pages["/a-100001.html"] = Page(b"", 429, {"Retry-After": "3600"})
    other = paper.home.replace("paper.localhost", "other.localhost")
    write_source(place.folder, other, discovery='sections = ["/other"]', name="other")
    paper.add("/other", listing("/c-100003.html"))
    paper.add("/c-100003.html", article("c"))
    first = place.crawl(now=now)["sources"]
    assert (first["other"]["new"], first["other"]["paused"]) == (1, None)
    asked = len(paper.log)
    second = place.crawl(now=now + timedelta(minutes=59))["sources"]
    assert "(until 2026-03-01T13:00:00Z)" in second["paper"]["paused"]
    assert {headers["host"].split(":")[0] for _, headers in paper.log[asked:]} == {"other.localhost"}
    paper.add("/a-100001.html", article("a"))
    third = place.crawl(now=now + timedelta(minutes=61))["sources"]
    assert (third["paper"]["new"], third["paper"]["paused"]) == (1, None)
    assert rows(place.home, "SELECT * FROM hosts") == []


@pytest.mark.fault(40)
def test_a_night_without_news_writes_little(paper: Paper, place: Place) -> None:
    """What is held is not written again: the articles' rows in the ledger stay those of the night that brought them."""
    links = [f"/a-{number}.html" for number in range(100001, 100021)]
    one_section(place, paper, *links)
    for link in links:
        paper.add(link, article(link))
    place.crawl()
    sql = "SELECT * FROM ledger WHERE kind = 'article'"
    before = (rows(place.home, sql), len(paper.log))
    place.crawl()
    assert rows(place.home, sql) == before[0]
    assert len(paper.log) - before[1] == 2  # robots.txt and the section
