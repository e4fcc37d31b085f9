"""What a journalist does in the first minute, in a real Chromium, at a desk and on a telephone."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import chromium
from commands import run, targets
from playwright.sync_api import Browser, Page

from crawler.sources import load_all
from thidua.demo.papers import PAPERS, DemoPapers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),  # one home and one server for all of them
]

WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def papers() -> Iterator[DemoPapers]:
    with DemoPapers(anywhere=True) as serving:
        yield serving


@pytest.fixture(scope="module")
def site(papers: DemoPapers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("site")
    demo = [source.id for source in load_all() if source.demo]
    run(home, "crawl", *demo, "--allow-loopback", *targets(papers))
    yield from _served(home)


def _served(home: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", str(home), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait(address: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"nothing answers at {address}")


@pytest.fixture(scope="module")
def browser(papers: DemoPapers) -> Iterator[Browser]:
    ports = {paper.host: paper.port for paper in PAPERS}
    rules = ",".join(f"MAP {host}:{ports[host]} {to}:{port}" for host, (to, port) in papers.targets.items())
    with chromium(f"--host-resolver-rules={rules}") as opened:
        yield opened


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on which no script fails, nothing is asked from elsewhere and nothing runs off the side."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(site) else None)
    page.goto(site)
    yield page
    assert not complaints
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    page.close()


def test_from_words_without_marks_to_the_highlighted_sentence(page: Page) -> None:
    page.get_by_role("searchbox").first.fill("quang ngai")
    page.keyboard.press("Enter")
    page.wait_for_url("**/archive/articles?_search=quang+ngai*")
    assert "Quảng Ngãi" in page.inner_text("main")
    page.get_by_role("link", name="Sáu trường THPT phía bắc Quảng Ngãi").first.click()
    page.wait_for_url("**/archive/articles/*")
    highlighted = page.locator("a.mark")
    assert highlighted.count() > 5
    # A quote among the facts leads to the sentence in the text, on the same page.
    page.locator("blockquote a[href^='#']", has_text="Cụm trưởng").first.click()
    target = page.url.rpartition("#")[2]
    assert "Cụm trưởng" in page.locator(f"a.mark:has([id='{target}'])").inner_text()


def test_who_was_only_proposed(page: Page) -> None:
    page.get_by_role("link", name="Past awards").first.click()
    page.wait_for_url("**/archive/past_awards*")
    page.get_by_label("Province").fill("binh dinh")
    page.get_by_label("Status").select_option("proposed")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**status=proposed*")
    text = page.inner_text("main")
    assert "Cờ thi đua của Chính phủ" in text
    assert page.locator("table tbody tr").count() > 3
    assert not page.locator("table tbody tr", has_text="granted").count()


def test_every_page_says_that_the_news_is_invented(page: Page, site: str) -> None:
    for path in ("/", "/archive", "/archive/articles", "/archive/awards", "/archive/past_awards", "/archive/bloc"):
        page.goto(site + path)
        assert "invented" in page.inner_text("body"), path


def test_the_original_opens_at_the_paper(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/archive/articles?_search=quang+ngai")
    page.get_by_role("link", name="Sáu trường THPT phía bắc Quảng Ngãi").first.click()
    page.get_by_role("link", name="original").first.click()
    page.wait_for_url("http://*.localhost:*/**")
    assert "Sáu trường THPT phía bắc Quảng Ngãi" in page.inner_text("h1")
    page.close()
