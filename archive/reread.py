"""Read kept pages into articles and facts: what is new, what an older version read, or everything.

The crawl keeps bytes and understands nothing; this is the one way from a kept page to rows, tonight's and all others.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, cast

from archive.articles import drop_article, mark_read, save_article, save_problem
from archive.corrections import link_corrections, save_correction
from archive.reading import PageRead, PageReader
from archive.reindex import reindex
from archive.search import keep_index_current
from archive.store import ArchiveError, SourceRow, Store
from archive.warc import read
from archive.workers import NoWorker, ProgramError
from extract.lexicon import load
from extract.model import Article, Fact, PageHints, Problem
from extract.rules import rules
from extract.version import fingerprint

logger = logging.getLogger(__name__)

_BATCH = 100  # captures looked up at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs:
    """What a source's pages are read with."""

    row: SourceRow
    hints: PageHints

    @property
    def version(self) -> str:
        """The version of the reading for this source: the rules', and what the source's own file says."""
        own = repr((self.hints, self.row.province)).encode()
        return f"{fingerprint()}.{hashlib.sha256(own).hexdigest()[:6]}"


@dataclass(slots=True, kw_only=True)
class ReadReport:
    """What came of reading: counts by source, and by source and kind of fact."""

    articles: dict[str, int] = field(default_factory=dict)
    facts: dict[str, dict[str, int]] = field(default_factory=dict)
    problems: dict[str, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)  # what is wrong with the archive itself, a line each

    def add(self, source: str, facts: tuple[Fact, ...], problems: int, *, is_article: bool) -> None:
        """Count one page."""
        self.articles[source] = self.articles.get(source, 0) + is_article
        self.problems[source] = self.problems.get(source, 0) + problems
        kinds = self.facts.setdefault(source, {})
        for fact in facts:
            kinds[fact.KIND] = kinds.get(fact.KIND, 0) + 1


def read_stale(
    store: Store,
    sources: Mapping[str, ReadAs],
    progress: Callable[[int, int], None] | None = None,
    *,
    reader: PageReader | None = None,
) -> ReadReport:
    """Read every kept page of these sources that this version has not read; others stay as they are.

    ``progress`` is told (pages read, pages in all); ``reader`` is one that the caller has started already. A page that
    cannot be read, or on which the program fails, is recorded as an issue and stays due; a page that no reader survives
    is recorded and done with for this version. Whatever the archive held of it stays. Raises ArchiveError where no
    reader can be started.
    """
    held = {row["id"] for row in store.db.query("SELECT id FROM sources")}
    known = {source_id: source for source_id, source in sources.items() if source_id in held}
    store.register(source.row for source in known.values())
    enter_lexicon(store)
    keep_index_current(store.db)
    report = ReadReport()
    for source_id in sorted(held - known.keys()):
        if store.scalar("SELECT 1 FROM readings WHERE source_id = ? AND fingerprint = '' LIMIT 1", [source_id]):
            report.warnings.append(f"pages of {source_id} are waiting to be read, but there is no source file for it")
    total = sum(_stale_count(store, source_id, source.version) for source_id, source in known.items())
    done = 0
    with ExitStack() as stack:
        if reader is None and total:
            reader = stack.enter_context(PageReader())
        for source_id, source in known.items():
            for capture in _stale_captures(store, source_id, source.version):
                _read_capture(store, capture, source, cast("PageReader", reader), report)
                done += 1
                if progress:
                    progress(done, total)
    with store.db.atomic():
        link_corrections(store)
    return report


def read_all(
    store: Store,
    sources: Mapping[str, ReadAs],
    progress: Callable[[int, int], None] | None = None,
    *,
    reader: PageReader | None = None,
) -> ReadReport:
    """Read every kept page anew, one article after the other; captures missing from the table are entered from WARC.

    Raises HomeError where a WARC file names a source that is not among ``sources``.
    """
    _, wrong = reindex(store, {source_id: source.row for source_id, source in sources.items()})
    with store.db.atomic():
        store.db.execute("UPDATE readings SET fingerprint = ''")
    report = read_stale(store, sources, progress, reader=reader)
    orphans = store.db.execute("SELECT id FROM articles WHERE url NOT IN (SELECT url FROM readings)").fetchall()
    for (article_id,) in orphans:
        drop_article(store, article_id)
    report.warnings += wrong
    return report


def enter_lexicon(store: Store) -> None:
    """Bring the tables of award forms and of rules up to what the extraction knows; unchanged rows are not written."""
    forms = ("name", "gloss", "kind", "level", "granted_by", "basis")
    with store.db.atomic():
        for entry in load("awards"):
            row = {"id": entry.id, **{name: entry.values.get(name) for name in forms}}
            store.enter("award_forms", {**row, "classes": ", ".join(entry.values.get("classes", ())) or None})
        for rule in rules():
            row = {"id": rule.id, "kind": rule.kind, "says": rule.says, "example": rule.examples[0]}
            store.enter("rules", row)


# Both sides of the index instead of <>, which would walk the whole table for tonight's few.
_STALE = "r.source_id = ? AND (r.fingerprint < ? OR r.fingerprint > ?)"


def _stale_count(store: Store, source_id: str, version: str) -> int:
    return int(
        store.scalar(f"SELECT count(*) FROM readings r WHERE {_STALE}", [source_id, version, version])  # noqa: S608
    )


def _stale_captures(store: Store, source_id: str, version: str) -> Iterator[dict[str, Any]]:
    """In the order of capture; what stays due after it was given out is not given out again."""
    last = 0
    while True:
        rows = list(
            store.db.query(
                "SELECT c.*, s.province FROM readings r JOIN captures c ON c.id = r.capture_id "  # noqa: S608
                f"JOIN sources s ON s.id = c.source_id WHERE {_STALE} AND c.id > ? ORDER BY c.id LIMIT ?",
                [source_id, version, version, last, _BATCH],
            )
        )
        if not rows:
            return
        last = rows[-1]["id"]
        yield from rows


def _read_capture(
    store: Store, capture: dict[str, Any], source: ReadAs, reader: PageReader, report: ReadReport
) -> None:
    """Read one page; whatever goes wrong with it costs this page only."""
    try:
        facts, problems, is_article = _replace(store, capture, source, reader)
    except NoWorker as error:
        raise ArchiveError(str(error)) from error
    except (OSError, ValueError) as error:
        _stays_due(store, capture, Problem(kind="kept page unreadable", detail=str(error)))
        facts, problems, is_article = (), 1, False
    except Exception as error:  # a page that breaks a rule must not end the night; the issue says so
        logger.exception("%s", capture["canonical_url"])
        detail = str(error) if isinstance(error, ProgramError) else f"{type(error).__name__}: {error}"
        _stays_due(store, capture, Problem(kind="error in the program", detail=detail))
        facts, problems, is_article = (), 1, False
    report.add(capture["source_id"], facts, problems, is_article=is_article)


def _replace(
    store: Store, capture: dict[str, Any], source: ReadAs, reader: PageReader
) -> tuple[tuple[Fact, ...], int, bool]:
    """Put what a page says in the place of what the archive held of it: (facts, problems, whether it is an article)."""
    page = _read(store, capture, source, reader)
    if page.article is not None:
        _save(store, capture, page, page.article, source)
        return page.facts, len(page.problems), True
    # A soft 404 or a login page never replaces an article: what an earlier page said stays said.
    facts, is_article = _earlier(store, capture, source, reader)
    with store.db.atomic():
        mark_read(store, capture["canonical_url"], source.version)
        for problem in page.problems:
            save_problem(store, capture, problem)
    return facts, len(page.problems), is_article


def _earlier(
    store: Store, capture: dict[str, Any], source: ReadAs, reader: PageReader
) -> tuple[tuple[Fact, ...], bool]:
    """Read the newest earlier page of the address that is an article."""
    rows = store.db.query(
        "SELECT c.*, s.province FROM captures c JOIN sources s ON s.id = c.source_id "
        "WHERE c.canonical_url = ? AND c.kind = 'article' AND c.status = 200 AND c.fetched_at <= ? AND c.id <> ? "
        "ORDER BY c.fetched_at DESC, c.id DESC",
        [capture["canonical_url"], capture["fetched_at"], capture["id"]],
    )
    for row in list(rows):
        page = _read(store, row, source, reader)
        if page.article is not None:
            _save(store, row, page, page.article, source)
            return page.facts, True
    return (), False


def _save(store: Store, capture: dict[str, Any], page: PageRead, article: Article, source: ReadAs) -> None:
    """Write an article with its facts; an article that contradicts itself is an issue, but no failure of the run."""
    with store.db.atomic():
        problems = (*page.problems, *page.disagreements)
        article_id = save_article(store, capture, article, page.facts, problems, source.version)
        if page.correction:
            save_correction(store, article_id, article, page.correction)


def _read(store: Store, capture: dict[str, Any], source: ReadAs, reader: PageReader) -> PageRead:
    """The one way to what a kept page says; this process touches no more of it than its bytes."""
    kept = read(store.warc, capture["warc_file"], capture["warc_offset"], capture["warc_length"])
    return reader.read(kept.body, capture["canonical_url"], kept.content_type, source.hints, capture["fetched_at"])


def _stays_due(store: Store, capture: dict[str, Any], problem: Problem) -> None:
    with store.db.atomic():
        mark_read(store, capture["canonical_url"], "")
        save_problem(store, capture, problem)
