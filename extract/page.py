"""One page → one article: title, sapo, paragraphs and captions in page order, each stretch typed.

Where a source's hints or a known platform name the body, its lines are read as they stand; elsewhere trafilatura
finds the body. Nothing is taken from the page's frame, and what cannot be read is a problem, never an empty success.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from extract.byline import author_of, split_signature
from extract.captions import CLOSE, OPEN, Caption, repeats_title, shelve, split_tokens
from extract.charset import decode
from extract.lines import Line, read_lines
from extract.markup import clean, parse, remove, select, text_of
from extract.model import Article, Block, BlockKind, PageHints, Problem, Published
from extract.platforms import UNKNOWN, Platform, recognise
from extract.published import elsewhere, find_published, is_article, json_ld
from extract.text import fold

MAX_BYTES = 5_000_000
MIN_TEXT = 120  # characters below the title; what is shorter is a notice, a wall or a soft 404

_JUNK = (
    "script, style, noscript, template, iframe, object, embed, form, button, input, select, textarea, svg, nav, footer, "
    "[hidden], .related, .relate, .related-news, .relatedNews, .news-related, .article-relate, .article-related, "
    ".box-related, .tin-lien-quan, .tinlienquan, .tin-cung-chuyen-muc, .box-tinlienquan, .latest, .other-news, "
    ".tags, .tag, .block_tag, .keywords, .share, .social, .sharemxh, .comment, .comments, #comment, #comments, "
    ".breadcrumb, .ads, .advertisement, .banner, .print, .fb-like, .zalo-share-button, .box-tin-tai-tro"
)
_SAPO = ".sapo, .detail-sapo, .article-sapo, .article__sapo, .cms-desc, .chapeau, .article-desc, .post-summary, .article-summary, h2.desc, p.lead"
_AUTHOR = ".detail-author, .article-author, .article__author, .author-name, p.author, div.author, span.author, [rel=author], .byline, [itemprop=author]"
_SECTION = ".breadcrumb a, .breadcrumbs a, .bread-crumb a, .bread-crumb-detail a, .breadcrumb-item a"
_BOILERPLATE = re.compile(
    r"(?:[>»]+|xem thêm|đọc thêm|tin liên quan|bài liên quan|tin cùng chuyên mục|cùng chuyên mục|có thể bạn quan tâm|"
    r"tin bài cuối cùng|không còn dữ liệu để load|từ khóa|bình luận|chia sẻ bài viết|in bài viết|gửi bài viết|theo|nguồn|"
    r"tags?|quảng cáo|tin mới|tin nổi bật|bài viết liên quan|mời quý độc giả xem thêm)\s*[:.…>]*",
    re.IGNORECASE,
)
_SEE_ALSO = re.compile(r"(?:[>»]{1,3}|xem thêm\s*:|đọc thêm\s*:|tin liên quan\s*:)\s*\S", re.IGNORECASE)
_NOT_FOUND = re.compile(
    r"\b404\b|khong tim thay|khong ton tai|page not found|^not found|bai viet da bi (?:xoa|go)|truy cap bi tu choi|"
    r"tu choi truy cap|access denied|just a moment"
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
_OWN_PAPER = re.compile(r"báo|đài|tạp chí|online|điện tử|cổng|trang|tin tức|news|\.vn|\.com", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page gave: an article or None, and what was not understood."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A parsed page and where on it to look."""

    tree: HtmlElement
    url: str | None
    hints: PageHints
    platform: Platform
    meta: dict[str, str]
    ld: tuple[dict[str, object], ...]

    def selectors(self, field: str) -> tuple[str, ...]:
        """The source's selector before the platform's."""
        hint = getattr(self.hints, field)
        return ((hint,) if hint else ()) + getattr(self.platform, field)


@cache
def _check(hints: PageHints) -> None:
    """Raises ValueError naming the hint whose selector is no CSS."""
    nothing = etree.fromstring("<i/>", etree.HTMLParser())
    for field in fields(hints):
        value = getattr(hints, field.name)
        for css in value if isinstance(value, tuple) else (value,):
            try:
                select(nothing, css)
            except ValueError as error:
                raise ValueError(f"page hint {field.name!r}: {error}") from error


def _http(url: str | None) -> str | None:
    url = clean(url)
    return url if _HTTP.fullmatch(url) else None


def _open(body: bytes, url: str | None, content_type: str | None, hints: PageHints) -> tuple[_Page | None, list[Problem]]:
    if len(body) > MAX_BYTES:
        return None, [Problem(kind="page-limit", detail=f"{len(body)} bytes, at most {MAX_BYTES} are read")]
    if body.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return None, [Problem(kind="not-html", detail="a file of another kind")]
    html, decoding = decode(body, content_type)
    tree, parsing = parse(html.replace(OPEN, "").replace(CLOSE, ""))
    problems = [*decoding, *parsing]
    if tree is None:
        return None, problems or [Problem(kind="no-article", detail="an empty page")]
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                meta.setdefault(name.lower(), clean(element.get("content")))
    canonical = next((_http(e.get("href")) for e in select(tree, "link[rel=canonical]")), None)
    known = tuple(filter(None, (_http(url), canonical, _http(meta.get("og:url")))))
    page = _Page(
        tree=tree,
        url=next(iter(known), None),
        hints=hints,
        platform=recognise(tree, known) or UNKNOWN,
        meta=meta,
        ld=tuple(item for item in json_ld(tree) if is_article(item)),
    )
    return page, problems


def _site_free(title: str) -> str:
    """A <title> without the paper's name behind it: "… | Báo X", "… - Báo X Online"."""
    found = _SITE_SUFFIX.search(title)
    return title[: found.start()] if found and (" | " in found[0] or _OWN_PAPER.search(found[0])) else title


def _title(page: _Page) -> tuple[str, HtmlElement | None]:
    """The headline and its element: the h1 that the page's metadata confirm, since rubrics are h1 too."""
    for css in page.selectors("title"):
        for element in select(page.tree, css):
            if text := clean(element.get("content")) if element.tag == "meta" else text_of(element):
                return text, None if element.tag == "meta" else element
    stated = [page.meta.get("og:title", ""), clean(page.tree.findtext(".//title"))]
    headings = [(text, e) for e in page.tree.iter("h1") if (text := text_of(e))]
    for text, element in headings:
        if any(fold(text) in fold(s) for s in stated if s) and len(text.split()) >= 3:
            return text, element
    for text, element in headings:
        if len(text.split()) >= 4 and not elsewhere(element):
            return text, element
    title = next((t for t in map(_site_free, stated) if t), "")
    element = next((e for e in page.tree.iter("h2", "h3") if title and text_of(e) == title), None)
    return title, element


def _near(elements: list[HtmlElement], anchor: HtmlElement | None) -> HtmlElement | None:
    """The first of ``elements`` in the smallest part of the page that also holds ``anchor``."""
    elements = [e for e in elements if not elsewhere(e, anchor)]
    for scope in anchor.iterancestors() if anchor is not None else ():
        for element in elements:
            if scope is element or scope in element.iterancestors():
                return element
    return elements[0] if elements else None


def _body(page: _Page) -> tuple[HtmlElement | None, list[Problem]]:
    """The element that holds the article, where the source or the platform knows it; the fullest of the matches."""
    problems: list[Problem] = []
    for css in page.selectors("body"):
        found = select(page.tree, css)
        best = max(found, key=lambda e: len(text_of(e)), default=None)
        if best is not None and text_of(best):
            return best, problems
        if css == page.hints.body:
            problems.append(Problem(kind="selector", detail=f"body selector {css!r} finds no text"))
    return None, problems


def _sapo(page: _Page, title: HtmlElement | None) -> HtmlElement | None:
    for css in (*page.selectors("sapo"), _SAPO):
        element = _near([e for e in select(page.tree, css) if text_of(e)], title)
        if element is not None:
            return element
    return None


def _author(page: _Page, anchor: HtmlElement | None) -> tuple[str | None, list[HtmlElement]]:
    """The author an element names, and the elements that hold no text of the article."""
    for css in (*page.selectors("author"), _AUTHOR):
        found = [e for e in select(page.tree, css) if not elsewhere(e, anchor, lists=False)]
        element = _near([e for e in found if author_of(text_of(e))], anchor)
        if element is not None:
            return author_of(text_of(element)), found
    return None, []


def _stated_author(page: _Page) -> str | None:
    """The author of JSON-LD, if a person, else of a meta element, if it looks like a person's name."""
    for item in page.ld:
        authors = item.get("author")
        for one in authors if isinstance(authors, list) else [authors]:
            if isinstance(one, dict) and one.get("@type") == "Person" and isinstance(one.get("name"), str):
                if name := author_of(one["name"]):
                    return name
    name = author_of(page.meta.get("author"))
    return name if name and len(name.split()) >= 2 and not _OWN_PAPER.search(name) else None


def _section(page: _Page) -> str | None:
    """The paper's rubric: the last link of the breadcrumb, else what metadata say."""
    for css in (*page.selectors("section"), _SECTION):
        names = [n for e in select(page.tree, css) if (n := text_of(e)) and len(n) <= 60]
        names = [n for n in names if fold(n) not in ("trang chu", "home")]
        if names:
            return names[-1]
    stated = page.meta.get("article:section") or next((s for i in page.ld if isinstance(s := i.get("articleSection"), str)), "")
    return clean(stated) or None


def _generic_lines(tree: HtmlElement) -> list[Line]:
    """The body's lines as trafilatura finds it; metadata are left out, for its dates are guesses."""
    document = trafilatura.bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
        with_metadata=False,
        deduplicate=False,  # its memory outlives a page: the fourth reading of a text would be empty
    )
    body = getattr(document, "body", None)
    return read_lines(body) if body is not None else []


def _is_related(line: Line) -> bool:
    return line.linked or bool(_BOILERPLATE.fullmatch(line.text.lstrip("- "))) or (
        bool(_SEE_ALSO.match(line.text.lstrip("- "))) and len(line.text) <= 250
    )


class _Text:
    """The article's blocks as they come; each text stands once where repetition means nothing."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.blocks: list[tuple[BlockKind, str]] = [("title", title)]
        self.captions: set[str] = set()
        self.unstated: list[tuple[int, str]] = []

    def add(self, kind: BlockKind, text: str) -> None:
        if text:
            self.blocks.append((kind, text))

    def caption(self, caption: Caption) -> None:
        key = fold(caption.text)
        if repeats_title(caption.text, self.title) or key in self.captions:
            return
        self.captions.add(key)
        if not caption.stated:
            self.unstated.append((len(self.blocks), key))
        self.add("caption", caption.text)

    def finished(self) -> list[tuple[BlockKind, str]]:
        """Blocks without those attribute captions whose words stand elsewhere in the article."""
        dropped = set[int]()
        for place, key in self.unstated:
            rest = fold("\n".join(t for i, (_, t) in enumerate(self.blocks) if i != place and i not in dropped))
            if key.rstrip(". …") in rest:
                dropped.add(place)
        return [b for i, b in enumerate(self.blocks) if i not in dropped]


def _is_sapo(line: Line, following: Line | None, description: str) -> bool:
    """Whether the first line is the lead: the page's description says it too, or it alone is all bold."""
    if line.item or line.row or OPEN in line.text:
        return False
    if line.bold and len(line.text) >= 60 and following is not None and not following.bold:
        return True
    start = fold(description).rstrip(". …")
    return len(start) >= 40 and (fold(line.text).startswith(start) or fold(line.text).rstrip(". …") == start)


def _assemble(lines: list[Line], captions: tuple[Caption, ...], title: str, sapo: str, page: _Page) -> list[tuple[BlockKind, str]]:
    text = _Text(title)
    text.add("sapo", sapo)
    first = next((i for i, line in enumerate(lines) if OPEN not in line.text and fold(line.text) != fold(title)), None)
    if first is not None and not sapo:
        following = next((line for line in lines[first + 1 :] if OPEN not in line.text), None)
        lead = first if _is_sapo(lines[first], following, page.meta.get("description", "")) else None
    else:
        lead = None
    for place, line in enumerate(lines):
        for piece in split_tokens(line.text):
            if isinstance(piece, int):
                if piece < len(captions):
                    text.caption(captions[piece])
            elif fold(piece) == fold(title) or (sapo and fold(piece) == fold(sapo)):
                continue
            else:
                text.add("sapo" if place == lead else "paragraph", piece)
    return text.finished()


def _article(blocks: list[tuple[BlockKind, str]], page: _Page, author: str | None, published: Published | None) -> Article:
    placed: list[Block] = []
    start = 0
    for kind, text in blocks:
        placed.append(Block(kind=kind, start=start, end=start + len(text)))
        start += len(text) + 2
    return Article(
        text="\n\n".join(text for _, text in blocks),
        blocks=tuple(placed),
        url=page.url,
        title=blocks[0][1],
        sapo=next((text for kind, text in blocks if kind == "sapo"), None),
        author=author,
        section=_section(page),
        published=published,
    )


def _refusal(blocks: list[tuple[BlockKind, str]], lines: list[Line], page: _Page, *, generic: bool, dated: bool) -> Problem | None:
    """Why what was read is no article: nothing there, an error page, or a list of headlines."""
    title, size = blocks[0][1], sum(len(text) for _, text in blocks[1:])
    if not title:
        return Problem(kind="no-article", detail="no title")
    if _NOT_FOUND.search(fold(title)) and size < 2000:
        return Problem(kind="no-article", detail=f"an error page: {title[:80]}")
    if size < MIN_TEXT:
        return Problem(kind="no-article", detail=f"{size} characters of text, at least {MIN_TEXT} make an article")
    if generic and not page.ld:
        linked = sum(len(line.text) for line in lines if line.linked)
        sentences = sum(1 for line in lines if len(line.text) >= 80 and not line.linked)
        items = sum(1 for line in lines if line.item or line.linked)
        if not dated or sentences == 0 or linked > size or items * 2 > len(lines):
            return Problem(kind="no-article", detail="a list of headlines")
    return None


def read_page(
    body: bytes, *, url: str | None, content_type: str | None = None, hints: PageHints = PageHints()  # noqa: B008
) -> Reading:
    """Read one article out of a page's bytes.

    ``url`` is the page's address (only http and https are kept; without one the page's canonical link counts),
    ``content_type`` the response header, ``hints`` the source's selectors, which precede what is known of platforms.
    The article is None where the page holds none; ``problems`` then says why, and names what else went wrong.

    Raises ValueError naming a hint that is no CSS selector; nothing else, whatever the bytes are.
    """
    _check(hints)
    page, problems = _open(body, url, content_type, hints)
    if page is None:
        return Reading(article=None, problems=tuple(problems))
    title, heading = _title(page)
    root, trouble = _body(page)
    problems += trouble
    published = find_published(page.tree, selectors=page.selectors("published"), title=heading, body=root)
    author, signatures = _author(page, heading if heading is not None else root)
    section_page = replace(page)
    sapo_element = _sapo(page, heading)
    if sapo_element is not None and root is not None and (sapo_element is root or sapo_element in root.iterancestors()):
        sapo_element = None
    sapo = ""
    if sapo_element is not None:
        leads = [line.text for line in read_lines(sapo_element) if not _is_related(line)]
        sapo = clean(" ".join(leads))
        sapo = "" if fold(sapo) == fold(title) else sapo
    article_section = _section(section_page)
    for element in (*signatures, *([sapo_element] if sapo_element is not None else [])):
        if root is None or (element is not root and element not in root.iterancestors()):
            remove(element)
    for css in (_JUNK, *page.hints.remove, *page.platform.remove):
        for element in select(page.tree, css):
            if root is None or (element is not root and element not in root.iterancestors()):
                remove(element)
    scope = root if root is not None else page.tree
    captions = shelve(scope, page.selectors("caption"))
    lines = read_lines(root) if root is not None else _generic_lines(page.tree)
    kept, signature = split_signature([line for line in lines if not _is_related(line)])
    blocks = _assemble(kept, captions, title, sapo, page)
    if refusal := _refusal(blocks, lines, page, generic=root is None, dated=heading is not None or published is not None):
        return Reading(article=None, problems=(*problems, refusal))
    article = _article(blocks, page, author or signature or _stated_author(page), published)
    article = replace(article, section=article_section)
    if "\ufffd" in article.text and not any(p.kind == "charset" for p in problems):
        problems.append(Problem(kind="charset", detail=f"{article.text.count(chr(0xFFFD))} characters were lost before this page"))
    return Reading(article=article, problems=tuple(problems))
