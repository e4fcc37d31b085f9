"""The table at the end of a job: what each newspaper gave, and what a human should look at."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from crawler.run import SourceReport
from crawler.sources import Source
from thidua.jobs import Outcome

KINDS = ("bloc", "member", "leader", "campaign", "award", "event")


def print_summary(outcome: Outcome, sources: Sequence[Source], console: Console) -> None:
    """Print the job's table, one row a newspaper, and its totals in words."""
    table = Table(title=None, header_style="bold")
    for column in ("newspaper", "fetched", "articles", *(f"{kind}s" for kind in KINDS), "problems"):
        table.add_column(column, justify="left" if column == "newspaper" else "right")
    rows = [(source, _row(outcome, source)) for source in sources]
    for source, numbers in rows:
        table.add_row(source.name, *map(str, numbers))
    if len(rows) > 1:
        table.add_section()
        totals = [sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True)]
        table.add_row("all", *map(str, totals), style="bold")
    console.print(table)
    for line in _news(outcome):
        console.print(line, highlight=False)


def _row(outcome: Outcome, source: Source) -> list[int]:
    fetched = outcome.crawled.sources[source.id].fetched if outcome.crawled else 0
    problems = outcome.crawled.sources[source.id].problems if outcome.crawled else 0
    read = outcome.read
    facts = read.facts.get(source.id, {}) if read else {}
    articles = read.articles.get(source.id, 0) if read else 0
    problems += read.problems.get(source.id, 0) if read else 0
    return [fetched, articles, *(facts.get(kind, 0) for kind in KINDS), problems]


def _news(outcome: Outcome) -> list[str]:
    lines = []
    if outcome.crawled:
        lines.append(_crawled(list(outcome.crawled.sources.values())))
    if outcome.published:
        held = outcome.published
        lines.append(f"published {held.path}: {held.articles} articles, {held.facts} facts")
    lines.append(f"{outcome.seconds:.1f} s")
    return lines


def _crawled(reports: Sequence[SourceReport]) -> str:
    new = sum(report.new for report in reports)
    updated = sum(report.updated for report in reports)
    unchanged = sum(report.unchanged for report in reports)
    if not new and not updated:
        return f"nothing new: {unchanged} pages asked about, all unchanged"
    return f"{new} new articles, {updated} updated; {unchanged} pages unchanged"
