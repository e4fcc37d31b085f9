"""How fast pages are read and facts are found: ``python benchmarks/reading.py [PAGE.html ...]``.

Without pages, those of the demonstration's newspapers. The baseline is trafilatura alone on the same pages in the
same run; trust the ratios, not the seconds of a busy machine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from extract.facts import find
from extract.page import read_page
from thidua.demo import content, site

ROUNDS = 5


def pages(paths: Sequence[str]) -> list[bytes]:
    """The pages to read."""
    if paths:
        return [Path(path).read_bytes() for path in paths]
    found = []
    for paper in content.PAPERS:
        papers = site.Site(paper, 2)
        found += [papers.get(site.address(paper, article)).body for article in content.printed(paper.id, 2)]
    return found


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the work: the median of some rounds."""
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return statistics.median(times)


def main() -> None:
    """Print a row for each stage."""
    bodies = pages(sys.argv[1:])
    articles = [reading.article for body in bodies if (reading := read_page(body, url=None)).article]
    for article in articles:
        find(article)  # the pipeline is built once a process
    size = sum(len(body) for body in bodies) / len(bodies) / 1024
    print(f"{len(bodies)} pages of {size:.0f} KB, {len(articles)} articles; CPU seconds, median of {ROUNDS}")
    baseline = seconds(lambda: [trafilatura.extract(body.decode("utf-8", "replace")) for body in bodies])
    rows = (
        ("trafilatura alone (baseline)", baseline, len(bodies)),
        ("reading", seconds(lambda: [read_page(body, url=None) for body in bodies]), len(bodies)),
        ("facts", seconds(lambda: [find(article) for article in articles]), len(articles)),
    )
    for name, taken, count in rows:
        print(f"{name:30}{taken:8.3f} s{count / taken:10.0f} a second{taken / baseline:8.2f} × baseline")


if __name__ == "__main__":
    main()
