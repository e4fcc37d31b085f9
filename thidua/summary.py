"""The table at the end of a job: what each newspaper gave, and what a human should look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from crawler.run import CrawlReport
from crawler.sources import Source
from thidua.jobs import Outcome

KINDS = ("bloc", "member", "leader", "campaign", "award", "event")
SHOWN = 5  # failures of one paper that are listed


def print_summary(outcome: Outcome, sources: Sequence[Source], console: Console) -> None:
    """Print the job's table, one row a newspaper, and its totals in words."""
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for column in ("newspaper", "fetched", "articles", *(f"{kind}s" for kind in KINDS), "problems"):
        table.add_column(column, justify="left" if column == "newspaper" else "right", no_wrap=True)
    rows = [(source, _row(outcome, source)) for source in sources]
    for source, numbers in rows:
        table.add_row(source.name, *map(str, numbers))
    if len(rows) > 1:
        table.add_section()
        totals = [sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True)]
        table.add_row("all", *map(str, totals), style="bold")
    if rows:
        console.print(table)
    for line in _news(outcome, sources):
        console.print(line, highlight=False)


def _row(outcome: Outcome, source: Source) -> list[int]:
    crawled = outcome.crawled.sources[source.id] if outcome.crawled else None
    read = outcome.read
    facts = read.facts.get(source.id, {}) if read else {}
    articles = read.articles.get(source.id, 0) if read else 0
    problems = (crawled.problems if crawled else 0) + (read.problems.get(source.id, 0) if read else 0)
    return [crawled.fetched if crawled else 0, articles, *(facts.get(kind, 0) for kind in KINDS), problems]


def _news(outcome: Outcome, sources: Sequence[Source]) -> Iterator[str]:
    if outcome.crawled:
        yield from _crawled(outcome.crawled, {source.id: source.name for source in sources})
    if outcome.published:
        held = outcome.published
        yield f"published {held.path}: {held.articles} articles, {held.facts} facts"
    yield f"{outcome.seconds:.1f} s"


def _crawled(report: CrawlReport, names: Mapping[str, str]) -> Iterator[str]:
    if report.run.continued:
        yield "this run continued one that was cut off"
    new = sum(source.new for source in report.sources.values())
    updated = sum(source.updated for source in report.sources.values())
    if new or updated:
        yield f"{_number(new, 'new article')}, {updated} updated"
    else:
        yield "nothing new"
    for source in report.sources.values():
        name = names[source.source_id]
        if source.paused:
            yield f"{name}: left alone, {source.paused}"
        yield from (f"{name}: {url}: {reason}" for url, reason in source.failures[:SHOWN])
        if len(source.failures) > SHOWN:
            yield f"{name}: and {len(source.failures) - SHOWN} more; the table issues has them all"
    yield from report.errors
    if report.interrupted:
        yield "interrupted: the next run goes on from here"


def _number(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")
