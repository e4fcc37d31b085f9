"""Corrections and the articles they correct: kept as told, linked where exactly one article of the paper is meant."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from archive.store import Store
from extract.corrections import Correction
from extract.model import Article
from extract.text import fold

_WINDOW = dt.timedelta(days=3)  # between the day told and the day an article bears: print and web may differ
_BEFORE = dt.timedelta(days=120)  # how long after an article its correction may come, where no day is told


def save_correction(store: Store, article_id: int, article: Article, told: Correction) -> None:
    """Keep what an article says it corrects; :func:`link_corrections` finds the article meant."""
    store.db.execute(
        "INSERT INTO corrections (article_id, title, day, quote) VALUES (?, ?, ?, ?)",
        [article_id, told.title, told.day, article.text[told.evidence.start : told.evidence.end]],
    )


def link_corrections(store: Store) -> None:
    """Link every correction to the one article of its newspaper that it means; where none or several fit, to none."""
    rows = store.db.query(
        "SELECT c.article_id, c.title, c.day, c.corrects_id, a.source_id, a.published "
        "FROM corrections c JOIN articles a ON a.id = c.article_id"
    )
    for row in list(rows):
        meant = _meant(store, row)
        if meant != row["corrects_id"]:
            store.db.execute("UPDATE corrections SET corrects_id = ? WHERE article_id = ?", [meant, row["article_id"]])


def _meant(store: Store, row: dict[str, Any]) -> int | None:
    told: str | None = row["day"] or row["published"]
    if row["title"] is None or told is None:
        return None
    day = dt.date.fromisoformat(told[:10])
    first, last = (day - _WINDOW, day + _WINDOW) if row["day"] else (day - _BEFORE, day)
    found = store.db.execute(
        "SELECT id, title FROM articles WHERE source_id = ? AND id <> ? AND substr(published, 1, 10) BETWEEN ? AND ?",
        [row["source_id"], row["article_id"], first.isoformat(), last.isoformat()],
    ).fetchall()
    title = _plain(row["title"])
    same = [id_ for id_, other in found if _plain(other) == title]
    return same[0] if len(same) == 1 else None


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", fold(title)))
