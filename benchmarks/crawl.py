"""Pages a second of a crawl, against a bare Scrapy spider on the same server: python benchmarks/crawl.py [PAGES]

Both ask one host for one page at a time, without delay. The bare spider keeps nothing; the crawl writes each
response to WARC (synced), to captures and to the ledger, and asks robots.txt. Wall and CPU seconds of the client's
process alone, start of Scrapy included.
"""

from __future__ import annotations

import gzip
import multiprocessing
import random
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess

from archive.store import open_store
from crawler.run import crawl
from crawler.sources import load_all

WORDS = ("khối", "thi", "đua", "cơ", "quan", "tỉnh", "tổng", "kết", "khen", "thưởng", "năm", "hội", "nghị")


def body(number: int) -> bytes:
    """An article page of about 28 KB, packed: the mean of real ones."""
    words = random.Random(number)  # noqa: S311 - the same page each time
    text = " ".join(words.choice(WORDS) + str(words.randrange(10**6)) for _ in range(5500))
    return gzip.compress(f"<html><body><h1>Tin {number}</h1><p>{text}</p></body></html>".encode(), 6)


def serve(pages: int, pipe: Any) -> None:
    """A paper of one section page, in a process of its own."""
    bodies = {f"/a-{100000 + number}.html": body(number) for number in range(pages)}
    links = "".join(f'<a href="{path}">tin</a>' for path in bodies)
    bodies["/"] = gzip.compress(f"<html><body>{links}</body></html>".encode())

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            page = bodies.get(self.path)
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page or b"")))
            if page:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(page or b"")

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pipe.send(server.server_address[1])
    server.serve_forever()


class Bare(Spider):
    """Follows the links of the front page and reads nothing."""

    name = "bare"
    # Two requests under way, as the crawl has them: with its 16 Scrapy 2.19 answers one host ten times slower.
    custom_settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_REQUESTS": 2}  # noqa: RUF012 - Scrapy's way

    def parse(self, response: Any) -> Any:
        for link in response.css("a::attr(href)").getall():
            yield Request(response.urljoin(link), callback=self.ignore)

    def ignore(self, response: Any) -> None:
        pass


def bare(port: int) -> None:
    """The yardstick."""
    process = CrawlerProcess({"LOG_LEVEL": "WARNING"})
    process.crawl(Bare, start_urls=[f"http://127.0.0.1:{port}/"])
    process.start()


def ours(port: int) -> None:
    """The crawl as it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paper.toml").write_text(
            f'id = "paper"\nname = "Báo"\nhome = "http://paper.localhost:{port}/"\narticle = "^/a-"\n'
            "[politeness]\ndelay = 0\nbudget = 1000000\n",
            encoding="utf-8",
        )
        with open_store(folder) as store:
            crawl(load_all(folder), store, contact="bench@example.org", allow_loopback=True)


def timed(job: Any, port: int, pipe: Any) -> None:
    """Wall and CPU seconds of a job."""
    wall, cpu = time.perf_counter(), time.process_time()
    job(port)
    pipe.send((time.perf_counter() - wall, time.process_time() - cpu))


def main() -> None:
    """Print one line a contender."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    processes = multiprocessing.get_context("spawn")
    here, there = processes.Pipe()
    server = processes.Process(target=serve, args=(pages, there), daemon=True)
    server.start()
    port = here.recv()
    for job in (bare, ours):
        runner = processes.Process(target=timed, args=(job, port, there))
        runner.start()
        wall, cpu = here.recv()
        runner.join()
        print(f"{job.__name__:5} {pages / wall:6.1f} pages/s, {1000 * cpu / pages:5.2f} ms CPU a page, {wall:.1f} s")
    server.kill()


if __name__ == "__main__":
    main()
