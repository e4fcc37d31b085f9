"""One invented newspaper as a set of resources: every path of its site on a given day, rendered, with validators.

The markup follows four real families of Vietnamese newspaper systems; their names are those of ``Paper.platform``.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from functools import cached_property, lru_cache
from html.entities import codepoint2name
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from thidua.demo.content import Article, Paper, Section, headlines, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE_SIZE = 6
FEED_SIZE = 12  # fewer than a paper has: a feed alone does not find everything
# Stands where the header prints the time of the visit, so that an ETag does not change with every minute.
CLOCK = "@@clock@@"
HANOI = timezone(timedelta(hours=7))
_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_EPOCH = datetime(2023, 1, 1, tzinfo=HANOI)

# How each family writes an article's address; {key} is what its server looks the article up by.
_ADDRESS = {
    "mastercms": "/{slug}-{number}.html",
    "hex7": "/{section}/{yyyymm}/{slug}-{hex7}/",
    "aid": "/{slug}-a{number}.html",
    "zce": "/{slug}-post{number}.html",
}
_KEY = {
    "mastercms": re.compile(r"^/[a-z0-9-]+-(\d{6})\.html$"),
    "hex7": re.compile(r"^/[a-z0-9-]+/\d{6}/[a-z0-9-]+-([0-9a-f]{7})/$"),
    "aid": re.compile(r"^/[a-z0-9-]+-a(\d+)\.html$"),
    "zce": re.compile(r"^/[a-z0-9-]+-post(\d+)\.html$"),
}
_PAGE = {  # the address of the n-th page of a section, n from 2; MasterCMS counts articles, not pages
    "mastercms": "/{section}?BRSR={offset}",
    "hex7": "/{section}/?page={page}",
    "aid": "/{section}/trang-{page}.html",
    "zce": "/{section}/trang-{page}/",
}


def clock(now: datetime) -> str:
    """The header's clock as MasterCMS prints it: ``Thứ năm 20/06/2024 02:51``."""
    return f"{_WEEKDAYS[now.weekday()]} {now:%d/%m/%Y %H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What a path answers: the body with :data:`CLOCK` unfilled, or the address of a redirect."""

    status: int
    body: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    changed: datetime = _EPOCH
    location: str | None = None

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'

    def sent(self, now: datetime) -> bytes:
        """The bytes of one visit."""
        return self.body.replace(CLOCK.encode(), clock(now).encode())


def _entities(text: str) -> Markup:
    """Escaped, with every character that HTML 4 has a name for by that name; ế, ộ, ư … have none and stay."""
    named = ((codepoint2name.get(ord(c)) if ord(c) > 127 else None, c) for c in html.escape(text, quote=True))
    return Markup("".join(f"&{name};" if name else c for name, c in named))  # noqa: S704 - escaped just above


def address(paper: Paper, article: Article, slug: str | None = None) -> str:
    """The path of an article, or with ``slug`` the one it had under an older title."""
    return _ADDRESS[paper.platform].format(
        slug=slug or article.slug,
        section=article.section,
        yyyymm=f"{article.published:%Y%m}",
        hex7=article.hex7,
        number=article.number,
    )


def section_address(paper: Paper, section: Section, page: int = 1) -> str:
    if page > 1:
        offset = (page - 1) * PAGE_SIZE
        return _PAGE[paper.platform].format(section=section.slug, page=page, offset=offset)
    return f"/{section.slug}" if paper.platform == "mastercms" else f"/{section.slug}/"


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_PLACEHOLDER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><rect width="640" height="400" fill="#cfd8dc"/>'
    '<text x="320" y="210" text-anchor="middle" font-family="sans-serif" font-size="28">Ảnh minh họa</text></svg>'
)


class Site:
    """One paper on one day. Rendering is pure: the same path gives the same resource."""

    def __init__(self, paper: Paper, day: int) -> None:
        self.paper = paper
        self.day = day
        self.articles = printed(paper.id, day)
        self._names = {section.slug: section for section in paper.sections}

    @cached_property
    def changed(self) -> datetime:
        return max((article.updated for article in self.articles), default=_EPOCH)

    @cached_property
    def _by_key(self) -> dict[str, Article]:
        hexed = self.paper.platform == "hex7"
        return {article.hex7 if hexed else str(article.number): article for article in self.articles}

    @cached_property
    def _listings(self) -> dict[str, tuple[Section, int]]:
        """Every listing page by its address."""
        return {
            section_address(self.paper, section, page): (section, page)
            for section in self.paper.sections
            for page in range(1, self._pages(section) + 1)
        }

    def section(self, section: Section) -> tuple[Article, ...]:
        """A section's articles, newest first; the first section shows them all."""
        if section == self.paper.sections[0]:
            return self.articles
        return tuple(article for article in self.articles if article.section == section.slug)

    def _pages(self, section: Section) -> int:
        return max(1, -(-len(self.section(section)) // PAGE_SIZE))

    @lru_cache(maxsize=512)  # noqa: B019 - a site lives as long as its server
    def get(self, target: str) -> Resource:
        """What the paper answers to a request target (path and query)."""
        path = target.partition("?")[0]
        if target in self._listings:
            return self._listing(*self._listings[target])
        if found := _KEY[self.paper.platform].match(path):
            return self._article(found[1], path)
        if not path.endswith("/") and f"{path}/" in self._listings:
            return Resource(status=301, location=f"{path}/")
        return self._other(path)

    def _other(self, path: str) -> Resource:
        if path == "/":
            return self._html("home.html", changed=self.changed, sections=self._fronts())
        makers = {"/robots.txt": self._robots, "/sitemap.xml": self._sitemap, self.paper.feed: self._feed}
        if path in makers:
            return makers[path]()
        if path.endswith((".jpg", ".webp")):
            return Resource(status=200, body=_PLACEHOLDER.encode(), media_type="image/svg+xml")
        if path.startswith("/tim-kiem/"):
            return self._html("section.html", section=Section(slug="tim-kiem", name="Tìm kiếm"), articles=(), next=None)
        return self._missing()

    def _html(
        self, template: str, *, status: int = 200, changed: datetime = _EPOCH, form: str = "NFC", **context: object
    ) -> Resource:
        text = _TEMPLATES.get_template(f"{self.paper.platform}/{template}").render(
            paper=self.paper,
            clock=CLOCK,
            headlines=headlines(self.paper.id),
            address=lambda article, slug=None: address(self.paper, article, slug),
            listing=lambda section: section_address(self.paper, section),
            name=lambda slug: self._names[slug].name,
            entities=_entities,
            **context,
        )
        return Resource(status=status, body=unicodedata.normalize(form, text).encode(), changed=changed)  # type: ignore[arg-type]

    def _missing(self) -> Resource:
        return self._html("missing.html", status=404)

    def _fronts(self) -> list[tuple[Section, Sequence[Article]]]:
        return [(section, self.section(section)[:5]) for section in self.paper.sections]

    def _listing(self, section: Section, page: int) -> Resource:
        shown = self.section(section)[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        following = section_address(self.paper, section, page + 1) if page < self._pages(section) else None
        changed = max((article.updated for article in self.section(section)), default=_EPOCH)
        return self._html("section.html", changed=changed, section=section, articles=shown, next=following)

    def _article(self, key: str, path: str) -> Resource:
        """The article, whatever slug stands before its number: these systems look up the number alone."""
        article = self._by_key.get(key)
        if article is None:
            return self._missing()
        if path != (canonical := address(self.paper, article)):
            return Resource(status=301, location=canonical)
        return self._html(
            "article.html",
            changed=article.updated,
            form=article.form,
            article=article,
            url=self.paper.origin + canonical,
            section=self._names[article.section],
            blocks=list(_blocks(article)),
            related=self._related(article),
        )

    def _related(self, article: Article) -> tuple[Article, ...]:
        """Older articles of the section: what is printed later does not change an article's page."""
        older = [a for a in self.articles if a.section == article.section and a.published < article.published]
        return tuple(sorted((a for a in older if a.day == 1), key=lambda a: a.published, reverse=True)[:5])

    def _robots(self) -> Resource:
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in self.paper.closed or ("",))]
        text = "\n".join([*lines, "", f"Sitemap: {self.paper.origin}/sitemap.xml", ""])
        return Resource(status=200, body=text.encode(), media_type="text/plain; charset=utf-8")

    def _sitemap(self) -> Resource:
        root = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
        for article in self.articles:
            url = ET.SubElement(root, "url")
            ET.SubElement(url, "loc").text = self.paper.origin + address(self.paper, article)
            ET.SubElement(url, "lastmod").text = article.updated.isoformat()
        return Resource(status=200, body=_xml(root), media_type="application/xml", changed=self.changed)

    def _feed(self) -> Resource:
        root = ET.Element("rss", version="2.0")
        channel = ET.SubElement(root, "channel")
        for tag, text in (("title", self.paper.name), ("link", self.paper.origin + "/"), ("language", "vi")):
            ET.SubElement(channel, tag).text = text
        for article in self.articles[:FEED_SIZE]:
            item = ET.SubElement(channel, "item")
            link = self.paper.origin + address(self.paper, article, article.former_slug)
            ET.SubElement(item, "title").text = article.title
            ET.SubElement(item, "link").text = link
            ET.SubElement(item, "guid", isPermaLink="false").text = f"{self.paper.id}-{article.number}"
            ET.SubElement(item, "description").text = article.sapo or article.texts[0]
            ET.SubElement(item, "pubDate").text = format_datetime(article.updated)
        return Resource(
            status=200, body=_xml(root), media_type="application/rss+xml; charset=utf-8", changed=self.changed
        )


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _blocks(article: Article) -> Iterator[tuple[str, object]]:
    """The body in page order: ``("p", text)``, ``("table", rows)``, ``("caption", text)``."""
    for place in range(len(article.paragraphs) + 1):
        yield from (("caption", caption.text) for caption in article.captions if caption.after == place)
        if place < len(article.paragraphs):
            part = article.paragraphs[place]
            yield ("p" if isinstance(part, str) else "table"), part
