"""A newspaper on loopback, and a crawl of it in a process of its own (Twisted's reactor runs only once in one)."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sqlite_utils import Database

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


_CRAWL = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from archive.store import open_store
from crawler.run import crawl
from crawler.sources import load_all
home, folder, options = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
options["connect_to"] = {host: tuple(to) for host, to in options.get("connect_to", {}).items()}
seen = []
with open_store(home) as store:
    report = crawl(load_all(folder), store, contact="thu@example.org", progress=seen.append, **options)
result = {"sources": {key: asdict(value) for key, value in report.sources.items()}, "errors": report.errors,
          "interrupted": report.interrupted, "problems": report.problems, "continued": report.run.continued,
          "progress": [[state.done, state.known] for state in seen]}
print(json.dumps(result))
"""


def start_crawl(home: Path, folder: Path, **options: Any) -> subprocess.Popen[str]:
    """A crawl under way; loopback is allowed unless the options say otherwise."""
    given = json.dumps({"allow_loopback": True, **options})
    command = [sys.executable, "-c", _CRAWL, str(home), str(folder), given]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run_crawl(home: Path, folder: Path, **options: Any) -> dict[str, Any]:
    """A crawl to its end; returns its report."""
    process = start_crawl(home, folder, **options)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    report: dict[str, Any] = json.loads(out)
    report["stderr"] = err
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
