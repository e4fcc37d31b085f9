"""Articles from files: saved pages of known and unknown sources, and the annotators' JSON."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from crawler.sources import Source, load_all
from extract.annotation import article_from_json
from extract.model import Article, PageHints
from extract.page import read_page

_HALF = re.compile("[\ud800-\udfff]")  # no text: it cannot be written as UTF-8


class NoArticle(Exception):
    """A file that holds no article; the message names it and says why."""


def load_article(file: Path) -> tuple[str, Article]:
    """An article and its id: the JSON's own, else the file's stem. Raises NoArticle."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise NoArticle(f"{file}: {error.strerror}") from error
    if file.suffix.lower() in (".html", ".htm"):
        return file.stem, _from_page(file, data)
    return _from_json(file, data)


def _from_json(file: Path, data: bytes) -> tuple[str, Article]:
    try:
        value = json.loads(data)
        if not isinstance(value, dict):
            raise NoArticle(f"{file}: not a JSON object")
        if _HALF.search(json.dumps(value, ensure_ascii=False)):
            raise NoArticle(f"{file}: holds half a character, a \\u escape without its other half")
        return _id(value.get("id"), file), article_from_json(value)
    except RecursionError as error:
        raise NoArticle(f"{file}: not an article (nested too deeply)") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NoArticle(f"{file}: not JSON ({error}); saved pages end in .html") from error
    except ValueError as error:
        raise NoArticle(f"{file}: {error}") from error


def _id(value: object, file: Path) -> str:
    """The id that the JSON gives, 0 included; the file's stem where it gives none."""
    if value is None or value == "":
        return file.stem
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NoArticle(f'{file}: "id" must be a string or a whole number')
    return str(value)


def _from_page(file: Path, data: bytes) -> Article:
    reading = read_page(data, url=None)
    # A page that names its address is read once more with what its source knows of its own markup.
    hints = _hints(reading.article.url) if reading.article and reading.article.url else None
    if hints and reading.article:
        reading = read_page(data, url=reading.article.url, hints=hints)
    if reading.article is None:
        why = "; ".join(problem.detail for problem in reading.problems) or "nothing readable on the page"
        raise NoArticle(f"{file}: no article ({why})")
    return reading.article


def _hints(url: str) -> PageHints | None:
    """What the source of an address knows of its own markup."""
    try:
        source = source_of(url)
    except ValueError:
        return None  # a page may say of itself what it likes: no address of anything
    return source.hints if source else None


def source_of(url: str) -> Source | None:
    """The source whose address this is, under whichever of its names. Raises ValueError for no address."""
    return next((source for source in _sources() if source.owns(url)), None)


@cache
def _sources() -> tuple[Source, ...]:
    return load_all()
