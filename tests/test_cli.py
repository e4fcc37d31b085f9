"""The commands as a user meets them: exit statuses, one clear line for a mistake, what is told and what is kept."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import run, start, targets
from papers import Page, Paper, listing, serving, write_source

from archive.published import Published, published
from archive.store import open_store
from crawler.sources import load_all
from thidua.articles import load_article
from thidua.demo.papers import DemoPapers

BODY = "Sáng 5/1, khối các cơ quan tham mưu của tỉnh tổng kết công tác năm qua và giao ước thi đua năm tới. "


@pytest.fixture
def paper() -> Iterator[Paper]:
    with serving() as running:
        yield running


def article(title: str) -> str:
    """An invented article that is read as one."""
    ld = '{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2024-01-05T07:30:00+07:00"}'
    return (
        f'<html><head><title>{title}</title><script type="application/ld+json">{ld}</script></head>'
        f"<body><article><h1>Khối tham mưu tổng kết {title}</h1><p>{BODY}</p><p>{BODY[9:]}</p></article></body></html>"
    )


def thidua(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run a command that needs no home: exit status, output, errors."""
    command = [sys.executable, "-m", "thidua", *arguments]
    done = subprocess.run(
        command, capture_output=True, check=False, text=True, timeout=120, env={**os.environ, **environment}
    )
    return done.returncode, done.stdout, done.stderr


def crawl(home: Path, folder: Path, *arguments: str, status: int = 0) -> str:
    """Crawl the papers of a folder on loopback."""
    return run(home, "crawl", *arguments, "--sources", str(folder), "--allow-loopback", status=status)


def paper_of(folder: Path, paper: Paper, *links: str, name: str = "paper", extra: str = "") -> None:
    """A paper of one section page, and articles behind its links."""
    paper.add("/thoi-su", listing(*links))
    for link in links:
        paper.add(link, article(link))
    write_source(folder, paper.home, discovery='sections = ["/thoi-su"]', name=name)
    file = folder / f"{name}.toml"
    file.write_text(file.read_text() + extra)


# ---- mistakes


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["serve", "--port", "99999"], "--port"),
        (["demo", "--port", "-5"], "--port"),
        (["crawl", "--contact", "Nguyễn"], "--contact"),
        (["crawl", "--contact", " "], "--contact"),
        (["crawl", "--allow-loopback", "--connect-to", "bao.vn=127.0.0.1:²"], "--connect-to"),
        (["crawl", "--allow-loopback", "--connect-to", "bao.vn=127.0.0.1:99999999"], "--connect-to"),
        (["crawl", "--allow-loopback", "--connect-to", "bao.vn=bao.vn:80"], "--connect-to"),
        (["crawl", "--allow-loopback", "--connect-to", "=127.0.0.1:80"], "--connect-to"),
        (["crawl", "không-có", "--allow-loopback"], "không-có"),
        (["crawl"], "--contact"),
        (["extract"], "no archive in"),
        (["extract", "--all"], "no archive in"),
        (["publish"], "no archive in"),
        (["serve"], "no archive in"),
    ],
)
def test_a_mistake_is_one_line_and_makes_nothing(arguments: list[str], named: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    status, output, errors = thidua(*arguments, "--home", str(home), THIDUA_CONTACT="")
    assert (status, output) == (2, "")
    assert named in errors.splitlines()[-1]
    assert "Traceback" not in errors
    assert not home.exists()


# ---- facts


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ' + "[" * 100_000, "nested too deeply"),
        ('{"title": "A", "text": "B", "published": "2024-13-45"}', '"published" must be an ISO date'),
        ('{"title": "A", "text": "B", "published": "2024-01-05 sáng"}', '"published" must be an ISO date'),
        ('{"title": "A \\ud800", "text": "B"}', "half a character"),
        ('{"id": ["a"], "text": "B"}', '"id" must be'),
    ],
    ids=["deep", "deep text", "no month", "no time", "surrogate", "id"],
)
def test_facts_of_bad_json_is_one_line(content: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / "bài.json"
    file.write_text(content)
    status, output, errors = thidua("facts", str(file))
    assert (status, output) == (1, "")
    assert errors.startswith(f"thidua: {file}: ")
    assert line in errors
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize(("given", "id_"), [("0", "0"), ("17", "17"), ('"a"', "a"), ("null", "bài"), ('""', "bài")])
def test_the_id_of_facts_is_a_string(given: str, id_: str, tmp_path: Path) -> None:
    file = tmp_path / "bài.json"
    file.write_text(f'{{"id": {given}, "title": "Tin", "published": "2024-01-05T07:30:00+07:00", "text": "{BODY}"}}')
    status, output, _ = thidua("facts", str(file))
    assert status == 0
    assert json.loads(output)["id"] == id_


@pytest.mark.parametrize(
    ("site", "section"),
    [
        ("bao-duyen-hai.localhost:8011", "Thời sự"),
        ("www.bao-duyen-hai.localhost:8011", "Thời sự"),
        ("bao-khac.localhost:8011", None),
        ("bao-duyen-hai.localhost:99999", None),
    ],
)
def test_a_saved_page_is_read_with_its_sources_hints_under_any_of_its_names(
    site: str, section: str | None, tmp_path: Path
) -> None:
    file = tmp_path / "trang.html"
    file.write_text(
        f'<html><head><link rel="canonical" href="http://{site}/tin-123456.html"></head><body>'
        '<div class="bread-crumbs"><a class="cat">Thời sự</a></div><h1>Khối các cơ quan tham mưu tổng kết</h1>'
        f'<div class="format_date_time">05/01/2024 07:30</div><p>{BODY}</p><p>{BODY[9:]}</p></body></html>'
    )
    _, read = load_article(file)
    assert read.section == section


# ---- what is told


def test_names_and_reasons_from_outside_are_no_markup(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    paper_of(folder, paper, "/a-100001.html")
    paper.pages["/a-100001.html"] = Page(b"", 302, {"Location": "http://[/red]/x"})
    file = folder / "paper.toml"
    file.write_text(file.read_text().replace("Báo Thử", "Báo [/b] Thử [red]:smile:"))
    output = crawl(tmp_path, folder, status=1)
    assert "Báo [/b] Thử [red]:smile:" in output
    assert "http://[/red]/x" in output


def test_what_is_left_over_is_told(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    paper_of(folder, paper, *(f"/a-{number}.html" for number in range(100001, 100006)), extra="budget = 4\n")
    first = crawl(tmp_path, folder)
    assert "3 new articles, 0 updated" in first
    assert "Báo Thử: 2 more are due, its budget of 4 pages a run is reached\n" in first
    second = crawl(tmp_path, folder)
    assert "2 new articles, 0 updated" in second
    assert "due" not in second
    assert "nothing new (1 page asked)\n" in crawl(tmp_path, folder)
    paper.add("/thoi-su", "", status=500)
    assert "Báo Thử: 1 more is due\n" in crawl(tmp_path, folder, status=1)


def test_a_source_named_twice_counts_once(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    paper_of(folder, paper, "/a-100001.html")
    output = crawl(tmp_path, folder, "paper", "paper")
    assert output.count("Báo Thử") == 1
    assert "1 new article, 0 updated" in output


def test_a_crawl_of_one_paper_reads_all_that_is_stale(paper: Paper, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    with serving() as other:
        paper_of(folder, paper, "/a-100001.html")
        paper_of(folder, other, "/b-200001.html", name="other")
        crawl(tmp_path, folder)
        file = folder / "other.toml"
        file.write_text(file.read_text().replace("Báo Thử", "Báo Khác") + '[page]\nauthor = "p.author"\n')
        output = crawl(tmp_path, folder, "paper")
    assert re.search(r"^ *Báo Khác +0 +1 ", output, re.MULTILINE)
    assert re.search(r"^ *Báo Thử +1 +0 ", output, re.MULTILINE)


def test_the_list_of_sources_is_whole_in_a_pipe() -> None:
    status, output, _ = thidua("sources", "list", COLUMNS="80")
    assert status == 0
    for source in load_all():
        (line,) = (line for line in output.splitlines() if line.split()[:1] == [source.id])
        assert source.home in line
        assert ("[invented]" in line) is source.demo


# ---- serving


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published archive of one paper that is none of the demonstration's."""
    home = tmp_path_factory.mktemp("home")
    with serving() as paper:
        paper_of(home / "sources", paper, "/a-100001.html")
        crawl(home, home / "sources")
    return home


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int, process: subprocess.Popen[str]) -> bool:
    """Whether the site comes up before its process ends."""
    for _ in range(300):
        if process.poll() is not None:
            return False
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/-/versions.json", timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def beside(home: Path, port: int) -> subprocess.Popen[str]:
    """Serve as `thidua serve` does beside the demonstration's papers, whose own ports a test must not take."""
    code = """
import sys, pathlib, thidua.serving
sys.exit(thidua.serving.serve_beside(pathlib.Path(sys.argv[1]), int(sys.argv[2])))
"""
    return in_python(code, home, port)


def in_python(code: str, home: Path, port: int) -> subprocess.Popen[str]:
    """Start code that takes a home and a port."""
    command = [sys.executable, "-c", code, str(home), str(port)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_serving_needs_no_lock_and_ends_with_sigterm(home: Path, port: int) -> None:
    with open_store(home):  # the nightly is at work
        server = start(home, "serve", "--port", str(port))
        try:
            assert answers(port, server)
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=60)
    assert server.returncode == -signal.SIGTERM
    assert is_free(port)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGINT, 0)])
def test_a_server_of_its_own_ends_with_its_parent(home: Path, port: int, number: int, status: int) -> None:
    server = beside(home, port)
    try:
        assert answers(port, server)
    finally:
        server.send_signal(number)
        server.communicate(timeout=60)
    assert server.returncode == status
    assert is_free(port)


def test_a_server_that_does_not_start_is_a_failure(home: Path, port: int, tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes((home / "archive.db").read_bytes())
    (tmp_path / "metadata.json").write_text("{")
    for server in (start(tmp_path, "serve", "--port", str(port)), beside(tmp_path, port)):
        server.communicate(timeout=60)
        assert server.returncode == 1


def test_an_archive_that_is_none_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_text("kein Archiv, keine Datenbank" * 100)
    status, _, errors = thidua("serve", "--home", str(tmp_path))
    assert status == 2
    assert errors.startswith(f"thidua: {tmp_path / 'archive.db'} is not a published archive")


def test_the_published_archive_tells_whose_papers_it_holds(home: Path, tmp_path: Path) -> None:
    assert published(home) == Published(crawls=1, is_cut_off=False, is_demo=False)
    with DemoPapers(anywhere=True) as papers:
        run(tmp_path, "crawl", "bao-song-hau", "--allow-loopback", *targets(papers))
    assert published(tmp_path) == Published(crawls=1, is_cut_off=False, is_demo=True)


# ---- the demonstration


def test_ctrl_c_in_the_demonstration_ends_it(port: int, tmp_path: Path) -> None:
    code = """
import sys, pathlib, thidua.cli, thidua.demo.papers
with thidua.demo.papers.DemoPapers(anywhere=True) as papers:
    sys.exit(thidua.cli.demonstrate(pathlib.Path(sys.argv[1]), papers, int(sys.argv[2])))
"""
    demo = in_python(code, tmp_path, port)
    while demo.poll() is None and not any(file.stat().st_size > 5000 for file in tmp_path.glob("warc/*.warc.gz")):
        time.sleep(0.02)
    demo.send_signal(signal.SIGINT)
    output, errors = demo.communicate(timeout=120)
    assert demo.returncode == 5, errors
    assert "interrupted: the next run goes on from here" in output
    assert "published" in output
    assert "Serving" not in output
    assert published(tmp_path).is_cut_off
