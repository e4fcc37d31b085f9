"""Pages a second of a crawl, against a bare Scrapy spider on the same papers: python -m benchmarks.crawl [PAGES]

Both ask several hosts for one page at a time each, without delay, in turns on the same server. The bare spider keeps
nothing; the crawl writes each response to WARC, to captures and to the ledger, durable every second, and asks
robots.txt. Wall and CPU seconds of the client's process alone, start of Scrapy included; the ratio is that of the
best run of each, for what else the machine does slows both.
"""

from __future__ import annotations

import asyncio
import gzip
import multiprocessing
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess

from archive.store import open_store
from crawler.run import crawl
from crawler.sources import load_all

ADDRESSES = ["127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4"]  # a host each
ROUNDS = 3
SIZES = (3_000, 100_000)  # bytes of a page, unpacked
WORDS = (
    "khối", "thi", "đua", "cơ", "quan", "tỉnh", "tổng", "kết", "khen", "thưởng", "năm", "hội", "nghị", "phong", "trào",
    "đơn", "vị", "công", "tác", "lãnh", "đạo", "xã", "phường", "nhân", "dân",
)  # fmt: skip


def body(number: int, size: int) -> bytes:
    """An article page of about this many bytes."""
    words = random.Random(number)  # noqa: S311 - the same page each time
    text: list[str] = []
    left = size
    while left > 0:
        text.append(f"<p>{' '.join(words.choices(WORDS, k=60))} {words.randrange(10**6)}.</p>")
        left -= len(text[-1].encode())
    return f"<html><body><h1>Tin {number}</h1>{''.join(text)}</body></html>".encode()


def serve(pages: int, size: int, pipe: Any) -> None:
    """Papers of one front page each, in a process of its own."""
    bodies = {f"/a-{100000 + number}.html": body(number, size) for number in range(pages)}
    links = "".join(f'<a href="{path}">tin</a>' for path in bodies)
    bodies["/"] = f"<html><body>{links}</body></html>".encode()
    # Both clients say that they unpack gzip; newspapers' servers send it.
    bodies = {path: gzip.compress(page, 6) for path, page in bodies.items()}
    head = "HTTP/1.1 {} OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    head += "Content-Encoding: gzip\r\nContent-Length: {}\r\n\r\n"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                page = bodies.get(request.split(b" ", 2)[1].decode(), b"")
                writer.write(head.format(200 if page else 404, len(page)).encode() + page)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, ADDRESSES[0], 0)
        port = server.sockets[0].getsockname()[1]
        await asyncio.start_server(answer, ADDRESSES[1:], port)
        pipe.send(port)
        await server.serve_forever()

    asyncio.run(run())


def homes(port: int) -> list[str]:
    """The front pages."""
    return [f"http://{address}:{port}/" for address in ADDRESSES]


class Bare(Spider):
    """Follows the links of the front pages and reads nothing."""

    name = "bare"
    # As many requests under way as the crawl has.
    custom_settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_REQUESTS": 2 * len(ADDRESSES)}  # noqa: RUF012 - Scrapy's way

    def parse(self, response: Any) -> Any:
        for link in response.css("a::attr(href)").getall():
            yield Request(response.urljoin(link), callback=self.ignore)

    def ignore(self, response: Any) -> None:
        pass


def bare(port: int) -> None:
    """The yardstick."""
    process = CrawlerProcess({"LOG_LEVEL": "WARNING"})
    process.crawl(Bare, start_urls=homes(port))
    process.start()


def ours(port: int) -> None:
    """The crawl as it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, home in enumerate(homes(port)):
            (folder / f"paper{number}.toml").write_text(
                f'id = "paper{number}"\nname = "Báo"\nhome = "{home}"\narticle = "^/a-"\n'
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


def compare(pages: int, size: int) -> None:
    """Print a line for each run, and the ratio."""
    processes = multiprocessing.get_context("spawn")
    here, there = processes.Pipe()
    server = processes.Process(target=serve, args=(pages // len(ADDRESSES), size, there), daemon=True)
    server.start()
    port = here.recv()
    best: dict[str, tuple[float, float]] = {}
    for _ in range(ROUNDS):
        for job in (bare, ours):
            runner = processes.Process(target=timed, args=(job, port, there))
            runner.start()
            wall, cpu = here.recv()
            runner.join()
            before = best.get(job.__name__, (wall, cpu))
            best[job.__name__] = (min(wall, before[0]), min(cpu, before[1]))
            print(
                f"{job.__name__:5} {pages / wall:6.1f} pages/s, {1000 * cpu / pages:5.2f} ms CPU a page, {wall:.1f} s"
            )
    server.kill()
    ratios = (best["bare"][number] / best["ours"][number] for number in (0, 1))
    print("pages of {} bytes: {:.2f} of the bare spider's rate, {:.2f} by CPU".format(size, *ratios))


def main() -> None:
    """Compare on small and on large pages."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for size in SIZES:
        compare(pages, size)


if __name__ == "__main__":
    main()
