"""From a newspaper on loopback to published facts, through the command line: days, kills, rebuilds."""

from __future__ import annotations

import random
import signal
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from commands import run, start, targets
from comparing import captures, derived
from sqlite_utils import Database

from crawler.sources import load_all
from thidua.demo.papers import DemoPapers

DEMO = [source.id for source in load_all() if source.demo]
VISIT = datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=7)))


def crawl(papers: DemoPapers) -> list[str]:
    """The command that crawls the papers, wherever they listen."""
    return ["crawl", *DEMO, "--allow-loopback", *targets(papers)]


@pytest.fixture
def papers() -> Iterator[DemoPapers]:
    # The clock in the papers' headers is stopped, so that the same page has the same bytes in every run.
    with DemoPapers(anywhere=True, clock=lambda: VISIT) as serving:
        yield serving


def test_three_days(papers: DemoPapers, tmp_path: Path) -> None:
    assert "61 new articles" in run(tmp_path, *crawl(papers))
    first = len(papers.requests)
    for name in ("archive.db", "metadata.json", "settings.json", "templates", "plugins", "static", "work", "warc"):
        assert (tmp_path / name).exists(), name

    papers.day = 2
    assert "3 new articles, 1 updated" in run(tmp_path, *crawl(papers))
    second = papers.requests[first:]
    articles = [path for host, path, status in second if status == 200 and _is_article(host, path)]
    assert len(articles) == 4

    papers.day = 3
    before = derived(tmp_path / "archive.db")
    rows = _rows_written(tmp_path)
    assert "nothing new" in run(tmp_path, *crawl(papers))
    third = papers.requests[first + len(second) :]
    assert third
    assert {status for _, path, status in third if path != "/robots.txt"} == {304}
    assert derived(tmp_path / "archive.db") == before
    assert _rows_written(tmp_path) == rows


def _is_article(host: str, path: str) -> bool:
    source = next(source for source in load_all() if source.host == host.partition(":")[0])
    return source.is_article(source.home.rstrip("/") + path)


def _rows_written(home: Path) -> list[tuple[object, ...]]:
    """The derived rows with their internal ids: a row that was written again would have another."""
    db = Database(home / "work" / "archive.db")
    return [tuple(row) for table in ("facts", "evidence", "blocks") for row in db.execute(f"SELECT * FROM {table}")]


def test_an_archive_is_rebuilt_from_warc_alone(papers: DemoPapers, tmp_path: Path) -> None:
    run(tmp_path, *crawl(papers))
    papers.day = 2
    run(tmp_path, *crawl(papers))
    before = (derived(tmp_path / "archive.db"), captures(tmp_path / "archive.db"))
    asked = len(papers.requests)

    run(tmp_path, "extract", "--all")
    assert (derived(tmp_path / "archive.db"), captures(tmp_path / "archive.db")) == before

    for file in [*(tmp_path / "work").glob("archive.db*"), tmp_path / "archive.db"]:
        file.unlink()
    run(tmp_path, "extract", "--all")
    assert (derived(tmp_path / "archive.db"), captures(tmp_path / "archive.db")) == before
    assert len(papers.requests) == asked

    assert "nothing new" in run(tmp_path, *crawl(papers))
    assert not any(status == 200 and _is_article(host, path) for host, path, status in papers.requests[asked:])


@pytest.fixture(scope="module")
def undisturbed(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[dict[str, set[tuple[object, ...]]], set[object], int]:
    home = tmp_path_factory.mktemp("undisturbed")
    with DemoPapers(anywhere=True, clock=lambda: VISIT) as papers:
        run(home, *crawl(papers))
        total = len(papers.requests)
    return derived(home / "archive.db"), set(captures(home / "archive.db")), total


def crawl_killed_at(home: Path, k: int) -> None:
    """Crawl, and kill the process while it waits for the answer to its k-th request."""
    alive: list[bool] = []
    processes: list[subprocess.Popen[str]] = []

    def kill(number: int) -> None:
        if number == k:
            alive.append(processes[0].poll() is None)
            processes[0].kill()

    with DemoPapers(anywhere=True, clock=lambda: VISIT, on_request=kill) as papers:
        processes.append(start(home, *crawl(papers)))
        processes[0].communicate(timeout=120)
    assert alive == [True], f"the crawl was not alive at request {k}"
    assert processes[0].returncode == -signal.SIGKILL


def test_ten_kills(undisturbed: tuple[object, set[object], int], tmp_path: Path) -> None:
    tables, fetched, total = undisturbed
    for k in sorted(random.Random(20240105).sample(range(1, total), 10)):
        home = tmp_path / str(k)
        crawl_killed_at(home, k)
        with DemoPapers(anywhere=True, clock=lambda: VISIT) as papers:
            assert "continued one that was cut off" in run(home, *crawl(papers))
        assert derived(home / "archive.db") == tables, f"killed at request {k}"
        assert captures(home / "archive.db") == fetched, f"killed at request {k}"


def test_a_home_of_invented_papers_takes_no_real_ones(papers: DemoPapers, tmp_path: Path) -> None:
    run(tmp_path, *crawl(papers))
    process = start(tmp_path, "crawl", "baocantho", "--contact", "test@example.org")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    [line] = errors.splitlines()
    assert "--home" in line
    assert "baocantho" in line
