"""Read kept pages into articles and facts: what is new, what an older version read, or everything.

The crawl keeps bytes and understands nothing; this is the one way from a kept page to rows, tonight's and all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from warcio.exceptions import ArchiveLoadFailed

from archive.articles import drop_article, mark_read, save_article, save_problem
from archive.reindex import reindex
from archive.store import SourceRow, Store
from archive.warc import read
from extract.facts import find
from extract.lexicon import load
from extract.model import Fact, PageHints, Problem
from extract.page import Reading, read_page
from extract.version import fingerprint

_NO_HINTS = PageHints()


@dataclass(slots=True, kw_only=True)
class ReadReport:
    """What came of reading: counts by source, and by source and kind of fact."""

    articles: dict[str, int] = field(default_factory=dict)
    facts: dict[str, dict[str, int]] = field(default_factory=dict)
    problems: dict[str, int] = field(default_factory=dict)

    def add(self, source: str, facts: tuple[Fact, ...], problems: int, *, is_article: bool) -> None:
        """Count one page."""
        self.articles[source] = self.articles.get(source, 0) + is_article
        self.problems[source] = self.problems.get(source, 0) + problems
        kinds = self.facts.setdefault(source, {})
        for fact in facts:
            kinds[fact.KIND] = kinds.get(fact.KIND, 0) + 1


def read_stale(
    store: Store,
    hints: Mapping[str, PageHints],
    progress: Callable[[int, int], None] | None = None,
) -> ReadReport:
    """Read every kept page that this version has not read; ``progress`` is told (pages read, pages in all)."""
    version = fingerprint()
    enter_award_forms(store)
    # Both sides of the index instead of <>, which would walk the whole table for tonight's few.
    stale = "fingerprint < :v OR fingerprint > :v"
    total = store.scalar(f"SELECT count(*) FROM readings WHERE {stale}", {"v": version})  # noqa: S608
    report = ReadReport()
    for number, capture in enumerate(_stale_captures(store, stale, version), 1):
        _read_capture(store, capture, hints.get(capture["source_id"], _NO_HINTS), version, report)
        if progress:
            progress(number, total)
    return report


def enter_award_forms(store: Store) -> None:
    """Bring the table of award forms up to what the rules know; unchanged rows are not written."""
    columns = ("name", "gloss", "kind", "level", "granted_by", "basis")
    changed = " OR ".join(f"{name} IS NOT excluded.{name}" for name in columns)
    with store.db.atomic():
        for entry in load("awards"):
            store.db.execute(
                f"INSERT INTO award_forms (id, {', '.join(columns)}) VALUES (?, ?, ?, ?, ?, ?, ?) "  # noqa: S608
                f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in columns)} WHERE {changed}",
                [entry.id, *(entry.values.get(name) for name in columns)],
            )


def forget_readings(store: Store, sources: Mapping[str, SourceRow]) -> None:
    """Empty every derived table, so that :func:`read_stale` makes them all anew from the kept bytes.

    Raises HomeError where a WARC file names a source that is not among ``sources``.
    """
    reindex(store, sources)
    with store.db.atomic():
        for (article_id,) in store.db.execute("SELECT id FROM articles").fetchall():
            drop_article(store, article_id)
        store.db.execute("DELETE FROM issues WHERE stage = 'read'")
        store.db.execute("UPDATE readings SET fingerprint = ''")


def _stale_captures(store: Store, stale: str, version: str) -> Iterator[dict[str, Any]]:
    while True:
        rows = list(
            store.db.query(
                "SELECT c.*, s.province FROM readings r JOIN captures c ON c.id = r.capture_id "  # noqa: S608
                f"JOIN sources s ON s.id = c.source_id WHERE {stale} ORDER BY c.id LIMIT 100",
                {"v": version},
            )
        )
        if not rows:
            return
        yield from rows


def _read_capture(store: Store, capture: dict[str, Any], hints: PageHints, version: str, report: ReadReport) -> None:
    reading = _read(store, capture, hints)
    source = capture["source_id"]
    if reading.article is None:
        # What was read of this address before stays: a soft 404 or a login page never replaces an article.
        problems = reading.problems or (Problem(kind="no article", detail="nothing readable on the page"),)
        with store.db.atomic():
            for problem in problems:
                save_problem(store, capture, problem)
            mark_read(store, capture, version)
        report.add(source, (), len(problems), is_article=False)
        return
    facts = find(reading.article)
    save_article(store, capture, reading.article, facts, reading.problems, version)
    report.add(source, facts, len(reading.problems), is_article=True)


def _read(store: Store, capture: dict[str, Any], hints: PageHints) -> Reading:
    try:
        kept = read(store.warc, capture["warc_file"], capture["warc_offset"], capture["warc_length"])
    except (OSError, ValueError, ArchiveLoadFailed) as error:
        return Reading(article=None, problems=(Problem(kind="kept page unreadable", detail=str(error)),))
    return read_page(kept.body, url=capture["canonical_url"], content_type=kept.content_type, hints=hints)
