"""One article as a home keeps it, read without a lock and without writing: a crawl may be at work beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils.utils import sqlite3

from archive.store import HomeError, no_archive, read_only
from extract.model import Article, Block, Published

# What readers see, then what only the home has: what is not published yet, texts that are published in part.
_DATABASES = ("archive.db", "work/archive.db")
_ARTICLE = """
SELECT articles.*, sources.name AS source_name FROM articles JOIN sources ON sources.id = articles.source_id
WHERE articles.{} = ?"""
_BLOCKS = 'SELECT kind, start, "end" FROM blocks WHERE article_id = ? ORDER BY seq'
_FACTS = "SELECT uid, kind, quote FROM facts WHERE article_id = ? ORDER BY id"
_PAGE = "SELECT fetched_at FROM captures WHERE canonical_url = ? AND kind = 'article' ORDER BY id DESC"


class NotKept(LookupError):
    """An article that the home does not keep; the message names the home and what there is instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptArticle:
    """An article and the rows of its facts: uid → (kind, quote)."""

    id: int
    uid: str
    source: str  # its newspaper's name
    article: Article
    rows: Mapping[str, tuple[str, str]]


def kept_article(home: Path, *, url: str | None = None, key: str = "") -> KeptArticle:
    """The article of a canonical address, or of an ``articles.id`` or ``articles.uid`` (``key``).

    Raises HomeError where there is no archive or none that can be read, NotKept where it holds no such article.
    """
    paths = [home / name for name in _DATABASES if (home / name).is_file()]
    if not paths:
        raise no_archive(home)
    column, value = ("url", url) if url else ("id" if len(key) < 16 else "uid", key)
    why = f"no article {value} in the archive of {home}"
    for path in paths:
        try:
            found, missing = _look(path, column, value or "")
        except sqlite3.DatabaseError as error:
            raise HomeError(f"{path} is not a usable archive ({error}): restore it, or give another --home") from error
        if found:
            return found
        why = missing or why
    raise NotKept(why)


def _look(path: Path, column: str, value: str) -> tuple[KeptArticle | None, str]:
    """The article, or what the database has instead of it."""
    with read_only(path) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute(_ARTICLE.format(column), [value]).fetchone()
        if row is None:
            page = connection.execute(_PAGE, [value]).fetchone() if column == "url" else None
            return None, f"{value}: kept on {page[0]}, but no article was read on it" if page else ""
        if hashlib.sha256(row["text"].encode()).hexdigest() != row["text_sha256"]:
            return None, f"only a part of the text of article {row['id']} is in {path}"
        blocks = connection.execute(_BLOCKS, [row["id"]]).fetchall()
        facts = connection.execute(_FACTS, [row["id"]]).fetchall()
    return _kept(row, blocks, facts), ""


def _kept(row: Any, blocks: list[Any], facts: list[Any]) -> KeptArticle:
    return KeptArticle(
        id=row["id"],
        uid=row["uid"],
        source=row["source_name"],
        article=Article(
            text=row["text"],
            blocks=tuple(Block(kind=kind, start=start, end=end) for kind, start, end in blocks),
            url=row["url"],
            title=row["title"],
            sapo=row["sapo"],
            author=row["author"],
            section=row["section"],
            published=_published(row),
        ),
        rows={uid: (kind, quote) for uid, kind, quote in facts},
    )


def _published(row: Any) -> Published | None:
    if row["published"] is None:
        return None
    return Published(
        raw=row["published_raw"],
        iso=row["published"],
        precision=row["published_precision"],
        basis=row["published_basis"],
    )
