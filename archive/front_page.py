"""What the front page, the article list and the forms show beside Datasette's own context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.search import EXACT, to_match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.article_page import Row, Rows

_DEMO: Final = "SELECT EXISTS (SELECT 1 FROM sources WHERE demo = 1) AS demo"
_FIGURES: Final = """
SELECT
  (SELECT count(*) FROM articles) AS articles,
  (SELECT count(DISTINCT article_id) FROM facts) AS articles_with_facts,
  (SELECT count(*) FROM captures) AS captures,
  (SELECT count(*) FROM facts) AS facts,
  (SELECT count(*) FROM blocs) AS blocs,
  (SELECT count(*) FROM bloc_members) AS members,
  (SELECT count(*) FROM bloc_leaders) AS leaders,
  (SELECT count(*) FROM campaigns) AS campaigns,
  (SELECT count(*) FROM awards) AS awards,
  (SELECT count(*) FROM awards WHERE status = 'granted') AS granted,
  (SELECT count(*) FROM awards WHERE status = 'proposed') AS proposed,
  (SELECT count(*) FROM events) AS events,
  (SELECT min(published) FROM articles) AS first_published,
  (SELECT max(published) FROM articles) AS last_published,
  (SELECT max(fetched_at) FROM captures) AS last_fetched"""
_SOURCES: Final = """
SELECT sources.id, sources.name, sources.home, sources.province, sources.demo,
  (SELECT count(*) FROM articles WHERE source_id = sources.id) AS articles
FROM sources ORDER BY sources.name"""
_ARTICLES: Final = """
SELECT articles.id, articles.title, articles.published, sources.name AS paper,
  (SELECT count(*) FROM facts WHERE article_id = articles.id) AS facts
FROM articles JOIN sources ON sources.id = articles.source_id
ORDER BY articles.published DESC, articles.id DESC LIMIT :limit"""
# CROSS JOIN keeps the order of the loops: newest articles first, then their awards, until there are enough.
_AWARDS: Final = """
SELECT awards.*, facts.uid, facts.quote, articles.title, articles.published, sources.name AS paper
FROM articles CROSS JOIN awards ON awards.article_id = articles.id
JOIN facts ON facts.id = awards.fact_id JOIN sources ON sources.id = articles.source_id
ORDER BY articles.published DESC, articles.id DESC LIMIT :limit"""
_FORMS: Final = "SELECT id, name FROM award_forms WHERE id IN (SELECT form_id FROM awards) ORDER BY name"
_PROVINCES: Final = """
SELECT DISTINCT province FROM (
  SELECT province FROM awards UNION SELECT province FROM blocs
  UNION SELECT province FROM sources UNION SELECT province_now FROM sources
) WHERE province <> '' ORDER BY province"""
# Control characters never stand in a stored text, so they can tell where a match begins and ends.
_BEGIN, _END = "\x02", "\x03"
_EXCERPT: Final = """
SELECT rowid AS id,
  highlight(articles_fts, :title, char(2), char(3)) AS title,
  snippet(articles_fts, :body, char(2), char(3), '…', 40) AS body
FROM articles_fts WHERE articles_fts MATCH :match AND rowid = :id"""
_FACT: Final = """
SELECT facts.*, articles.title, articles.published, sources.name AS paper
FROM facts JOIN articles ON articles.id = facts.article_id JOIN sources ON sources.id = articles.source_id
WHERE facts.id = :id"""
_FACT_COUNTS: Final = "SELECT kind, count(*) AS facts FROM facts WHERE article_id = :id GROUP BY kind ORDER BY kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Figures of the archive, its sources, and its newest articles and awards."""

    figures: Row
    sources: Sequence[Row]
    articles: Sequence[Row]
    awards: Sequence[Row]


Found = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it was searched for."""


async def read(rows: Rows, *, articles: int = 8, awards: int = 5) -> FrontPage:
    """The front page, with so many of the newest ``articles`` and ``awards``."""
    return FrontPage(
        figures=(await rows(_FIGURES, {}))[0],
        sources=await rows(_SOURCES, {}),
        articles=await rows(_ARTICLES, {"limit": articles}),
        awards=await rows(_AWARDS, {"limit": awards}),
    )


async def is_demo(rows: Rows) -> bool:
    """Whether the archive holds invented newspapers."""
    return bool((await rows(_DEMO, {}))[0]["demo"])


async def award_forms(rows: Rows) -> Sequence[Row]:
    """The forms that were awarded: id and name."""
    return await rows(_FORMS, {})


async def provinces(rows: Rows) -> tuple[str, ...]:
    """Every province that is named."""
    return tuple(row["province"] for row in await rows(_PROVINCES, {}))


async def fact(rows: Rows, fact_id: int) -> Row | None:
    """A fact with the title, time and paper of its article."""
    found = await rows(_FACT, {"id": fact_id})
    return found[0] if found else None


async def fact_counts(rows: Rows, article_id: int) -> Sequence[Row]:
    """How many facts of each kind an article states."""
    return await rows(_FACT_COUNTS, {"id": article_id})


async def excerpt(rows: Rows, article_id: int, query: str) -> tuple[Found, Found] | None:
    """Title of an article and the part of its text where ``query`` was found, as written; None if it was not."""
    match = to_match(query)
    title = 0 if EXACT in match else 2  # the columns that were asked; the index re-reads the raw text for both
    found = await rows(_EXCERPT, {"id": article_id, "match": match, "title": title, "body": title + 1})
    return (_split(found[0]["title"]), _split(found[0]["body"])) if found else None


def _split(marked: str) -> Found:
    pieces = []
    for number, part in enumerate(marked.split(_BEGIN)):
        inside, end, outside = part.partition(_END)
        pieces += [(inside, True), (outside, False)] if number and end else [(part, False)]
    return tuple(piece for piece in pieces if piece[0])
