"""One kept page → article, facts and problems, read in a worker process: the only place where hostile bytes are read.

A page that costs two workers their lives is a problem like any other page that cannot be read, and the next one's turn.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from archive.workers import MEMORY, SECONDS, Poison, Worker
from extract.checks import disagreements
from extract.corrections import Correction, correction
from extract.facts import find, pipeline
from extract.model import (
    Article,
    Award,
    Bloc,
    Block,
    Campaign,
    Event,
    Fact,
    Leader,
    Member,
    PageHints,
    Problem,
    Published,
    Span,
)
from extract.page import read_page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """What a page says. Without an article, ``problems`` says why."""

    article: Article | None
    problems: tuple[Problem, ...] = ()  # of the reading
    facts: tuple[Fact, ...] = ()
    disagreements: tuple[Problem, ...] = ()  # of the article with itself
    correction: Correction | None = None


_RETURNS = (
    PageRead,
    Article,
    Block,
    Published,
    Problem,
    Span,
    Correction,
    *(Award, Bloc, Campaign, Event, Leader, Member),
)


def read_whole(
    body: bytes, url: str, content_type: str | None, hints: PageHints, fetched: str | None = None
) -> PageRead:
    """Everything that is pure about a page; made to be called in a worker. ``fetched`` is ISO 8601 with its zone."""
    moment = datetime.fromisoformat(fetched) if fetched else None
    reading = read_page(body, url=url, content_type=content_type, hints=hints, fetched=moment)
    article = reading.article
    if article is None:
        problems = reading.problems or (Problem(kind="no-article", detail="nothing readable on the page"),)
        return PageRead(article=None, problems=problems)
    facts = find(article)
    return PageRead(
        article=article,
        problems=reading.problems,
        facts=facts,
        disagreements=disagreements(article, facts),
        correction=correction(article),
    )


class PageReader:
    """Reads pages in a worker process. ``seconds`` and ``memory`` (bytes) are what one page may cost."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.worker = Worker(pipeline_ready, _RETURNS, seconds=seconds, memory=memory)

    def __enter__(self) -> PageReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.worker.close()

    def submit(
        self, body: bytes, url: str, content_type: str | None, hints: PageHints, fetched: str | None = None
    ) -> Future[PageRead]:
        """Ask for a page; the future raises Poison where no worker survives it."""
        return self.worker.submit(read_whole, body, url, content_type, hints, fetched)

    def read(
        self, body: bytes, url: str, content_type: str | None, hints: PageHints, fetched: str | None = None
    ) -> PageRead:
        """Read a page; one that no worker survives is a problem. Raises ProgramError for a broken rule, NoWorker."""
        try:
            return self.submit(body, url, content_type, hints, fetched).result()
        except Poison as error:
            return PageRead(article=None, problems=(Problem(kind="poison page", detail=str(error)),))


def pipeline_ready() -> None:
    """What a worker builds before its first page."""
    pipeline()
