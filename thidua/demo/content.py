"""What the invented newspapers print: four papers, and their articles as data files, one JSON file an article.

Papers, persons, bodies, figures and events do not exist; provinces and the forms of awards do. An article file
is ``articles/<paper>/<slug>.json``; the slug is part of the article's address.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection

ARTICLES = Path(__file__).parent / "articles"

Table: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One invented newspaper; ``province`` is the name until June 2025, ``province_now`` the one since."""

    id: str
    name: str
    host: str
    port: int
    province: str
    province_now: str
    platform: str
    feed: str
    sections: tuple[Section, ...]
    closed: tuple[str, ...] = ()  # paths that robots.txt forbids

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"


LATEST = Section(slug="tin-moi", name="Tin mới")

PAPERS: tuple[Paper, ...] = (
    Paper(
        id="bao-duyen-hai",
        name="Báo Duyên Hải",
        host="bao-duyen-hai.localhost",
        port=8011,
        province="Bình Định",
        province_now="Gia Lai",
        platform="mastercms",
        feed="/rss/home.rss",
        sections=(
            LATEST,
            Section(slug="thoi-su", name="Thời sự"),
            Section(slug="kinh-te-bien", name="Kinh tế biển"),
            Section(slug="doi-song", name="Đời sống"),
            Section(slug="van-hoa-the-thao", name="Văn hóa - Thể thao"),
        ),
    ),
    Paper(
        id="bao-trung-du",
        name="Báo Trung Du",
        host="bao-trung-du.localhost",
        port=8012,
        province="Vĩnh Phúc",
        province_now="Phú Thọ",
        platform="hex7",
        feed="/rss/home.rss",
        sections=(
            LATEST,
            Section(slug="thoi-su", name="Thời sự"),
            Section(slug="kinh-te", name="Kinh tế"),
            Section(slug="xa-hoi", name="Xã hội"),
            Section(slug="the-thao", name="Thể thao"),
        ),
    ),
    Paper(
        id="bao-song-hau",
        name="Báo Sông Hậu",
        host="bao-song-hau.localhost",
        port=8013,
        province="Hậu Giang",
        province_now="Cần Thơ",
        platform="aid",
        feed="/rss/trang-chu/",
        sections=(
            LATEST,
            Section(slug="thoi-su", name="Thời sự"),
            Section(slug="nong-nghiep", name="Nông nghiệp"),
            Section(slug="xa-hoi-phap-luat", name="Xã hội - Pháp luật"),
            Section(slug="giao-duc", name="Giáo dục"),
        ),
        closed=("/tim-kiem/", "/print/"),
    ),
    Paper(
        id="bao-lam-giang",
        name="Báo Lam Giang",
        host="bao-lam-giang.localhost",
        port=8014,
        province="Nghệ An",
        province_now="Nghệ An",
        platform="zce",
        feed="/rss/home.rss",
        sections=(
            LATEST,
            Section(slug="chinh-tri", name="Chính trị"),
            Section(slug="kinh-te", name="Kinh tế"),
            Section(slug="xa-hoi", name="Xã hội"),
            Section(slug="suc-khoe", name="Sức khỏe"),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A picture's caption; ``after`` is the number of paragraphs that stand before it."""

    after: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as one day prints it.

    ``updated`` is the time of its last change, ``published`` until there is one. ``form`` is the Unicode form of
    the page ("NFC" or "NFD"); ``entities`` says that the body writes its accents as HTML entities.
    ``former_slug`` is an older address of the same article, which the feed still prints.
    """

    paper: str
    slug: str
    number: int
    title: str
    section: str
    published: datetime
    updated: datetime
    paragraphs: tuple[str | Table, ...]
    sapo: str | None = None
    author: str | None = None
    captions: tuple[Caption, ...] = ()
    day: int = 1
    form: str = "NFC"
    entities: bool = False
    former_slug: str | None = None
    revisions: tuple[tuple[int, Article], ...] = field(default=(), repr=False)

    @property
    def hex7(self) -> str:
        """The seven hexadecimal digits that end an address of the yyyymm-hex7 family."""
        return hashlib.sha256(f"{self.paper}/{self.number}".encode()).hexdigest()[:7]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every paragraph and table cell, in order."""
        return tuple(
            text
            for part in self.paragraphs
            for text in ([part] if isinstance(part, str) else [cell for row in part for cell in row])
        )

    def on(self, day: int) -> Article | None:
        """The article as ``day`` prints it, None before its first day."""
        if day < self.day:
            return None
        return next((text for first, text in reversed(self.revisions) if day >= first), self)


def _known(keys: Collection[str], allowed: Collection[str], where: Path) -> None:
    if unknown := sorted(set(keys) - set(allowed)):
        raise ValueError(f"{where}: unknown key {', '.join(unknown)}; allowed: {', '.join(sorted(allowed))}")


def _part(part: str | dict[str, list[list[str]]]) -> str | Table:
    return part if isinstance(part, str) else tuple(tuple(row) for row in part["table"])


def _values(raw: dict[str, Any]) -> dict[str, Any]:
    """JSON values as the fields of :class:`Article` want them."""
    values = dict(raw)
    for key in ("published", "updated"):
        if key in values:
            values[key] = datetime.fromisoformat(values[key])
    if "paragraphs" in values:
        values["paragraphs"] = tuple(_part(part) for part in values["paragraphs"])
    if "captions" in values:
        values["captions"] = tuple(Caption(**caption) for caption in values["captions"])
    return values


def read_article(path: Path) -> Article:
    """One article file; a ``revision`` names a later day and whatever that day prints otherwise.

    Raises ValueError naming the file and the key for an unknown key.
    """
    raw = json.loads(path.read_text(encoding="utf-8"))
    revision = raw.pop("revision", None)
    allowed = {f.name for f in fields(Article)} - {"paper", "slug", "updated", "revisions"}
    _known(raw, allowed, path)
    values = _values(raw)
    article = Article(paper=path.parent.name, slug=path.stem, updated=values["published"], **values)
    if revision is None:
        return article
    _known(revision, {"title", "sapo", "paragraphs", "captions", "day", "updated"}, path)
    day = revision.pop("day")
    return replace(article, revisions=((day, replace(article, **_values(revision))),))


@cache
def articles(paper: str) -> tuple[Article, ...]:
    """Every article that a paper ever prints, oldest first."""
    found = [read_article(path) for path in sorted((ARTICLES / paper).glob("*.json"))]
    return tuple(sorted(found, key=lambda a: (a.published, a.number)))


def printed(paper: str, day: int) -> tuple[Article, ...]:
    """The articles a paper shows on ``day``, last changed first."""
    shown = [text for article in articles(paper) if (text := article.on(day)) is not None]
    return tuple(sorted(shown, key=lambda a: (a.updated, a.number), reverse=True))


@cache
def headlines(paper: str) -> tuple[str, ...]:
    """Headlines of others in the sidebar: no article of this paper says what they say."""
    path = Path(__file__).parent / "headlines.json"
    return tuple(json.loads(path.read_text(encoding="utf-8"))[paper])
