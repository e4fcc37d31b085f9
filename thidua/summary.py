"""The table at the end of a job: what each newspaper gave, and what a human should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from archive.article_page import TABLES
from archive.check import Checked
from crawler.run import CrawlReport, SourceReport
from crawler.sources import Source
from thidua.jobs import Outcome
from thidua.printable import shown

SHOWN = 5  # failures of one paper that are listed


def print_summary(outcome: Outcome, sources: Mapping[str, Source], console: Console) -> None:
    """Print the job's table, one row a newspaper that was crawled or read, and its totals in words.

    ``sources`` are all that are known, by id. The console must not read markup: names and reasons come from outside.
    """
    # Heads in the singular and one blank between columns: the table fits a window of 80 columns.
    table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("newspaper")
    for column in ("page", "article", *TABLES, "problem"):
        table.add_column(column, justify="right", no_wrap=True)
    rows = [(_name(id_, sources), _row(outcome, id_)) for id_ in _worked_on(outcome)]
    for name, numbers in rows:
        table.add_row(name, *map(str, numbers))
    if len(rows) > 1:
        table.add_section()
        totals = [sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True)]
        table.add_row("all", *map(str, totals), style="bold")
    if rows:
        console.print(table)
    for line in _news(outcome, sources):
        console.print(shown(line, one_line=True), soft_wrap=True)


def print_checks(checks: Sequence[Checked], console: Console) -> None:
    """Print what was checked, then every problem and note in a line of its own."""
    table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("check")
    for column in ("looked at", "problem"):
        table.add_column(column, justify="right")
    for one in checks:
        table.add_row(one.name, f"{one.count:,}", str(len(one.problems)))
    console.print(table)
    for one in checks:
        for line in (*one.problems, *one.notes):
            console.print(shown(line, one_line=True), soft_wrap=True)


def _worked_on(outcome: Outcome) -> list[str]:
    crawled = outcome.crawled.sources if outcome.crawled else {}
    read = outcome.read.articles if outcome.read else {}
    return [*crawled, *sorted(read.keys() - crawled.keys())]


def _name(id_: str, sources: Mapping[str, Source]) -> str:
    return shown(sources[id_].name, one_line=True) if id_ in sources else id_


def _row(outcome: Outcome, id_: str) -> list[int]:
    crawled = outcome.crawled.sources.get(id_) if outcome.crawled else None
    read = outcome.read
    facts = read.facts.get(id_, {}) if read else {}
    articles = read.articles.get(id_, 0) if read else 0
    problems = (crawled.problems if crawled else 0) + (read.problems.get(id_, 0) if read else 0)
    return [crawled.fetched if crawled else 0, articles, *(facts.get(kind, 0) for kind in TABLES), problems]


def _news(outcome: Outcome, sources: Mapping[str, Source]) -> Iterator[str]:
    if outcome.crawled:
        yield from _crawled(outcome.crawled, sources)
    if outcome.read:
        yield from outcome.read.warnings
    if outcome.published:
        held = outcome.published
        yield f"published {held.path}: {held.articles} articles, {held.facts} facts"
    yield f"{outcome.seconds:.1f} s"


def _crawled(report: CrawlReport, sources: Mapping[str, Source]) -> Iterator[str]:
    if report.run.continued:
        yield "this run continued one that was cut off"
    yield from report.mended
    new = sum(source.new for source in report.sources.values())
    updated = sum(source.updated for source in report.sources.values())
    if new or updated:
        yield f"{_number(new, 'new article')}, {updated} updated"
    else:
        yield f"nothing new ({_number(sum(source.fetched for source in report.sources.values()), 'page')} asked)"
    states = Counter[str]()
    for source in report.sources.values():
        states.update(source.states)
    yield "addresses known: " + ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    for source in report.sources.values():
        yield from (f"{_name(source.source_id, sources)}: {line}" for line in _of_source(source, sources))
    yield from report.errors
    if report.interrupted:
        yield "interrupted: the next run goes on from here"


def _of_source(report: SourceReport, sources: Mapping[str, Source]) -> Iterator[str]:
    if report.paused:
        yield f"left alone, {report.paused}"
    yield from (f"{url}: {reason}" for url, reason in report.failures[:SHOWN])
    if len(report.failures) > SHOWN:
        yield f"and {len(report.failures) - SHOWN} more; the table issues has them all"
    if report.waiting:
        more = f"{report.waiting} more {'is' if report.waiting == 1 else 'are'} due"
        spent = report.budget_reached and not report.paused
        yield more + (f", its budget of {sources[report.source_id].budget} pages a run is reached" if spent else "")


def _number(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")
