"""How fast pages are read and facts are found: ``python benchmarks/extract.py [PAGE.html ...] [--passed-over FILE]``.

Without pages, those of the demonstration's newspapers. The baseline is trafilatura alone on the same pages in the
same run; every round does all stages in turn, and a ratio is that of one round, so that what else the machine does
weighs on both. Only ratios are worth quoting. FILE holds articles that are not about emulation, one JSON object a
line with "title", "text" or "paragraphs"; without it they are the demonstration's.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.path[0] == str(Path(__file__).parent):
    sys.path.pop(0)  # run as a script, this file would be the package "extract"

import trafilatura

from extract.annotation import article_from_json
from extract.facts import find, holds_vocabulary
from extract.model import Article
from extract.page import read_page
from thidua.demo import content, site

BASELINE = "trafilatura alone (baseline)"
ROUNDS = 7
DAY = 2
# Facts may cost half of what trafilatura costs; passing over an article a tenth of a millisecond.
MOST_OF_BASELINE = 0.5
MOST_PASSING = 0.1


def demonstration() -> list[bytes]:
    """The pages of the demonstration's newspapers."""
    found = []
    for paper in content.PAPERS:
        papers = site.Site(paper, DAY)
        found += [papers.get(site.address(paper, article)).body for article in content.printed(paper.id, DAY)]
    return found


def from_lines(path: Path) -> list[Article]:
    """The articles of a JSON-lines file."""
    with path.open(encoding="utf-8") as file:
        return [article_from_json(json.loads(line)) for line in file]


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the work, once."""
    started = time.process_time()
    work()
    return time.process_time() - started


def read(bodies: list[bytes]) -> list[Article]:
    """The articles of pages."""
    return [article for body in bodies if (article := read_page(body, url=None).article)]


def measure(title: str, bodies: list[bytes]) -> None:
    """Print a row for each stage."""
    articles = read(bodies)
    size = sum(len(body) for body in bodies) / len(bodies) / 1024
    length = sum(len(article.text) for article in articles) / len(articles)
    print(
        f"{title}: {len(bodies)} of {size:.0f} KB, articles of {length:.0f} characters; CPU, median of {ROUNDS} rounds"
    )
    stages: dict[str, Callable[[], object]] = {
        BASELINE: lambda: [trafilatura.extract(body.decode("utf-8", "replace")) for body in bodies],
        "reading": lambda: read(bodies),
        "facts": lambda: [find(article) for article in articles],
        "reading + facts": lambda: [find(article) for article in read(bodies)],
    }
    for stage in stages.values():
        stage()  # what is built once a process
    rounds = [{name: cpu_seconds(stage) for name, stage in stages.items()} for _ in range(ROUNDS)]
    for name in stages:
        each = statistics.median(r[name] for r in rounds) / len(bodies) * 1000
        ratio = statistics.median(r[name] / r[BASELINE] for r in rounds)
        print(f"{name:30}{each:9.2f} ms each{ratio:8.2f} × baseline")
        if name == "facts" and ratio > MOST_OF_BASELINE:
            print(f"  more than {MOST_OF_BASELINE} × baseline")


def measure_passing(articles: list[Article]) -> None:
    """Print how long articles without a word of emulation take, on average."""
    passed_over = [article for article in articles if not holds_vocabulary(article)]
    if not passed_over:
        return
    each = statistics.median(
        cpu_seconds(lambda: [find(article) for article in passed_over]) for _ in range(ROUNDS)
    ) / len(passed_over)
    print(f"{len(passed_over)} of {len(articles)} articles passed over{each * 1000:11.3f} ms each")
    if each * 1000 > MOST_PASSING:
        print(f"  more than {MOST_PASSING} ms each")


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description="Measure the reading of pages and the finding of facts.")
    parser.add_argument("pages", nargs="*", type=Path, help="pages to read; the demonstration's without")
    parser.add_argument("--passed-over", type=Path, metavar="FILE", help="JSON lines: articles on other matters")
    options = parser.parse_args()
    bodies = [path.read_bytes() for path in options.pages] or demonstration()
    if not read(bodies):
        raise SystemExit("no article in these pages: give saved pages of single articles")
    measure("all pages", bodies)
    about = [body for body in bodies if any(map(holds_vocabulary, read([body])))]
    if 0 < len(about) < len(bodies):
        measure("pages about emulation alone", about)
    measure_passing(from_lines(options.passed_over) if options.passed_over else read(bodies))


if __name__ == "__main__":
    main()
