"""A newspaper on loopback, and a crawl of it in a process of its own (Twisted's reactor runs only once in one)."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.store import open_store
from crawler.run import crawl
from crawler.sources import load_all

Headers = dict[str, str]


@dataclass
class Page:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: Headers = field(default_factory=dict)
    length: bool = True  # send a Content-Length


@dataclass
class Paper:
    """A running server: ``pages`` by path, ``log`` of (path, host, headers) as asked."""

    port: int = 0
    pages: dict[str, Page | Callable[[Headers], Page]] = field(default_factory=dict)
    log: list[tuple[str, Headers]] = field(default_factory=list)
    hook: Callable[[int], None] | None = None  # called with the number of requests so far

    @property
    def home(self) -> str:
        return f"http://paper.localhost:{self.port}/"

    def asked(self, path: str) -> list[Headers]:
        return [headers for asked, headers in self.log if asked == path]

    def paths(self) -> list[str]:
        return [path for path, _ in self.log]

    def add(self, path: str, body: str | bytes = "", *, status: int = 200, length: bool = True, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Page(data, status, {"Content-Type": "text/html; charset=utf-8", **named}, length)


DATE = "Fri, 05 Jan 2024 19:08:00 +0700"


def article(title: str) -> str:
    """An invented article page."""
    text = "Hội nghị tổng kết công tác thi đua của khối các cơ quan tỉnh. " * 5
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"


def listing(*links: str, next_page: str = "") -> str:
    """An invented section page."""
    anchors = "".join(f'<li><a href="{link}">tin</a></li>' for link in links)
    following = f'<a class="next" href="{next_page}">sau</a>' if next_page else ""
    return f"<html><body><ul>{anchors}</ul>{following}</body></html>"


def rss(*items: tuple[str, str]) -> str:
    """An RSS feed of (link, pubDate)."""
    entries = "".join(f"<item><link>{link}</link><pubDate>{date}</pubDate></item>" for link, date in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title>{entries}</channel></rss>'


@contextmanager
def serving() -> Iterator[Paper]:
    """A paper that answers until the block ends."""
    paper = Paper()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet, where they fit
        disable_nagle_algorithm = True  # where not, the second must not wait 40 ms for an acknowledgement

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            paper.log.append((self.path, headers))
            if paper.hook:
                paper.hook(len(paper.log))
            page = paper.pages.get(self.path, Page(b"not here", 404))
            page = page(headers) if callable(page) else page
            self.send_response(page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if page.length:
                self.send_header("Content-Length", str(len(page.body)))
            else:
                self.send_header("Connection", "close")
            self.end_headers()
            if page.status != 304:
                self.wfile.write(page.body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    paper.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield paper
    finally:
        server.shutdown()
        server.server_close()


def write_source(folder: Path, paper_home: str, *, discovery: str = "", extra: str = "", name: str = "paper") -> None:
    """A source's file for a test paper, without delay."""
    folder.mkdir(exist_ok=True)
    folder.joinpath(f"{name}.toml").write_text(
        f'id = "{name}"\nname = "Báo Thử"\nhome = "{paper_home}"\narticle = \'^/[a-z0-9-]+-\\d{{6}}\\.html$\'\n'
        f"{extra}\n[discovery]\n{discovery}\n[politeness]\ndelay = 0\n",
        encoding="utf-8",
    )


class Crawl:
    """A crawl under way in a process of its own, which has the crawler imported already."""

    def __init__(self, home: Path, folder: Path, options: dict[str, Any]) -> None:
        home.mkdir(exist_ok=True)
        self._stderr = home.parent / f"{home.name}.stderr"
        self._pipe, theirs = _PROCESSES.Pipe()
        given = {"allow_loopback": True, **options}
        self.process = _PROCESSES.Process(target=_crawl, args=(home, folder, given, self._stderr, theirs))
        self.process.start()
        theirs.close()

    def report(self) -> dict[str, Any]:
        """Wait for its end; the report, or only ``stderr`` where it made none."""
        try:
            report: dict[str, Any] = self._pipe.recv()
        except EOFError:
            report = {}
        self.process.join(60)
        assert self.process.exitcode is not None
        return {**report, "stderr": self._stderr.read_text() if self._stderr.exists() else ""}

    def signal(self, number: int) -> None:
        pid = self.process.pid
        assert pid is not None
        os.kill(pid, number)


_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["crawler.run", "crawler.sources"])


def _crawl(home: Path, folder: Path, options: dict[str, Any], stderr: Path, pipe: Any) -> None:
    os.dup2(os.open(stderr, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    broken = options.pop("progress_fails", False)
    die_at = options.pop("die_at", 0)
    if now := options.pop("now", None):
        options["clock"] = lambda: now  # a clock does not go from one process to another
    seen = []

    def tell(state: Any) -> None:
        seen.append((state.done, state.known))
        if broken:
            raise RuntimeError("progress bar broken")

    statements = count(1)

    def count_down(_: str) -> None:
        if next(statements) == die_at:
            os._exit(9)

    with open_store(home) as store:
        if die_at:
            store.db.conn.set_trace_callback(count_down)
        done = crawl(load_all(folder), store, contact="thu@example.org", progress=tell, **options)
    report = {name: getattr(done, name) for name in ("errors", "interrupted", "problems")}
    sources = {name: asdict(source) for name, source in done.sources.items()}
    pipe.send({**report, "sources": sources, "continued": done.run.continued, "progress": seen})


def run_crawl(home: Path, folder: Path, **options: Any) -> dict[str, Any]:
    """A crawl to its end; loopback is allowed unless the options say otherwise. Returns its report."""
    report = Crawl(home, folder, options).report()
    assert "sources" in report, report["stderr"]
    return report


def rows(home: Path, sql: str) -> list[dict[str, Any]]:
    """Rows of the archive of a home."""
    db = Database(home / "work" / "archive.db")
    try:
        return list(db.query(sql))
    finally:
        db.close()


def ledger(home: Path) -> dict[str, tuple[str, str | None]]:
    """State and reason of each address, by path and query."""
    found = rows(home, "SELECT url, state, reason FROM ledger")
    return {"/" + row["url"].split("/", 3)[3]: (row["state"], row["reason"]) for row in found}


@dataclass
class Place:
    """A home and a folder of sources."""

    home: Path
    folder: Path

    def crawl(self, **options: Any) -> dict[str, Any]:
        return run_crawl(self.home, self.folder, **options)

    def ledger(self) -> dict[str, tuple[str, str | None]]:
        return ledger(self.home)

    def issues(self) -> list[tuple[str, str]]:
        return [(row["kind"], row["detail"]) for row in rows(self.home, "SELECT kind, detail FROM issues")]

    def captures(self) -> list[tuple[str, int, str]]:
        found = rows(self.home, "SELECT url, status, kind FROM captures ORDER BY id")
        return [("/" + row["url"].split("/", 3)[3], row["status"], row["kind"]) for row in found]


def one_section(place: Place, paper: Paper, *links: str, extra: str = "") -> None:
    """A paper of one section page."""
    paper.add("/thoi-su", listing(*links))
    write_source(place.folder, paper.home, discovery='sections = ["/thoi-su"]', extra=extra)
