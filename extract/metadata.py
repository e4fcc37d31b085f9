"""What stands around an article: headline, sapo, author and section, each in its own element or in metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from extract.byline import author_of
from extract.markup import clean, select, text_of
from extract.model import PageHints
from extract.platforms import Platform, platforms
from extract.published import elsewhere
from extract.text import fold

MAX_TITLE = 400  # characters
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
_OWN_PAPER = re.compile(r"báo|đài|tạp chí|online|điện tử|cổng|trang|tin tức|news|\.vn|\.com", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page and where on it to look."""

    tree: HtmlElement
    url: str | None
    hints: PageHints
    platform: Platform
    meta: dict[str, str]
    ld: tuple[dict[str, object], ...]
    scripts: tuple[str, ...] = ()  # what the page's scripts hold, which is not in the tree

    def selectors(self, field: str) -> tuple[str, ...]:
        """The source's selectors, the platform's, then what is tried on every page."""
        return (*self.known(field), *getattr(platforms().generic, field))

    def known(self, field: str) -> tuple[str, ...]:
        """The source's selectors, then the platform's."""
        hint = getattr(self.hints, field)
        own = hint if isinstance(hint, tuple) else (hint,)
        return (*filter(None, own), *getattr(self.platform, field))


def _site_free(title: str) -> str:
    """A <title> without the paper's name behind it: "… | Báo X", "… - Báo X Online"."""
    found = _SITE_SUFFIX.search(title)
    return title[: found.start()] if found and (" | " in found[0] or _OWN_PAPER.search(found[0])) else title


def find_title(page: Page) -> tuple[str, HtmlElement | None]:
    """The headline and its element: the h1 that the page's metadata confirm, since rubrics are h1 too."""
    for css in page.selectors("title"):
        for element in select(page.tree, css):
            text = clean(element.get("content")) if element.tag == "meta" else text_of(element)
            if 0 < len(text) <= MAX_TITLE:
                return text, None if element.tag == "meta" else element
    stated = [page.meta.get("og:title", "")[:MAX_TITLE], clean(page.tree.findtext(".//title"))[:MAX_TITLE]]
    headings = [(text, e) for e in page.tree.iter("h1") if 0 < len(text := text_of(e)) <= MAX_TITLE]
    for text, element in headings:
        if any(fold(text) in fold(s) for s in stated if s) and len(text.split()) >= 3:
            return text, element
    for text, element in headings:
        if len(text.split()) >= 4 and not elsewhere(element):
            return text, element
    title = next((t for t in map(_site_free, stated) if t), "")
    lower = next((e for e in page.tree.iter("h2", "h3") if title and text_of(e) == title), None)
    return title, lower


def _near(elements: list[HtmlElement], anchor: HtmlElement | None) -> HtmlElement | None:
    """The first of ``elements`` in the smallest part of the page that also holds ``anchor``."""
    elements = [e for e in elements if not elsewhere(e, anchor)]
    for scope in anchor.iterancestors() if anchor is not None else ():
        for element in elements:
            if scope is element or scope in element.iterancestors():
                return element
    return elements[0] if elements else None


def find_sapo(page: Page, title: HtmlElement | None) -> HtmlElement | None:
    """The element of the lead; of several the one nearest to the title, since lists of headlines have leads too."""
    for css in page.selectors("sapo"):
        element = _near([e for e in select(page.tree, css) if text_of(e)], title)
        if element is not None:
            return element
    return None


def find_author(page: Page, anchor: HtmlElement | None) -> tuple[str | None, list[HtmlElement]]:
    """The author an element names, and the elements that hold no text of the article."""
    for css in page.selectors("author"):
        found = [e for e in select(page.tree, css) if not elsewhere(e, anchor, lists=False)]
        element = _near([e for e in found if author_of(text_of(e))], anchor)
        if element is not None:
            return author_of(text_of(element)), found
    return None, []


def stated_author(page: Page) -> str | None:
    """The author of JSON-LD, if a person, else of a meta element, if it looks like a person's name."""
    for item in page.ld:
        authors = item.get("author")
        for one in authors if isinstance(authors, list) else [authors]:
            person = one.get("name") if isinstance(one, dict) and one.get("@type") == "Person" else None
            if isinstance(person, str) and (name := author_of(person)):
                return name
    name = author_of(page.meta.get("author"))
    return name if name and len(name.split()) >= 2 and not _OWN_PAPER.search(name) else None


def find_section(page: Page) -> str | None:
    """The paper's rubric: the last link of the breadcrumb, else what metadata say."""
    for css in page.selectors("section"):
        names = [n for e in select(page.tree, css) if (n := text_of(e)) and len(n) <= 60]
        names = [n for n in names if fold(n) not in ("trang chu", "home")]
        if names:
            return names[-1]
    stated = page.meta.get("article:section") or next(
        (s for i in page.ld if isinstance(s := i.get("articleSection"), str)), ""
    )
    return clean(stated) or None
