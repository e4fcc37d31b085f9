"""One page → one article: title, sapo, paragraphs and captions in page order, each stretch typed.

Where a source's hints or a known platform name the body, its lines are read as they stand; elsewhere trafilatura
finds the body. Nothing is taken from the page's frame, and what cannot be read is a problem, never an empty success.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from itertools import pairwise

from lxml.etree import SubElement
from lxml.html import HtmlElement, fragment_fromstring

from extract.blocks import Piece, assemble, is_related, join
from extract.byline import split_signature
from extract.captions import CLOSE, OPEN, Caption, shelve
from extract.charset import Decoded, decode
from extract.generic import article_element, article_lines, article_text
from extract.lines import Line, read_lines
from extract.markup import clean, parse, remove, select, text_of
from extract.metadata import Page, find_author, find_sapo, find_section, find_title, stated_author
from extract.model import Article, PageHints, Problem
from extract.platforms import platforms, recognise
from extract.plausible import plausible
from extract.published import chosen, is_article, json_ld, publication_times
from extract.scripts import Bare, encrypted, script_text, take_out
from extract.text import fold

MAX_BYTES = 16_000_000  # as fetched: papers put pictures and data into their pages
MAX_MARKUP = 5_000_000  # characters without what scripts, styles and data: URIs hold
MAX_TEXT = 200_000  # characters of an article: twenty times the longest that newspapers print
MIN_TEXT = 120  # characters below the title; what is shorter is a notice, a wall or a soft 404

_NOT_FOUND = re.compile(
    r"\b404\b|khong tim thay|khong ton tai|page not found|^not found|bai viet da bi (?:xoa|go)|truy cap bi tu choi|"
    r"tu choi truy cap|access denied|just a moment"
)
_HTTP = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page gave: an article or None, and what was not understood."""

    article: Article | None
    problems: tuple[Problem, ...] = ()
    charset: str = ""  # that the page was read in; empty for what is no text
    charset_basis: str = ""  # what that rests on


@cache
def _check(hints: PageHints) -> None:
    """Raises ValueError naming the hint whose selector is no CSS."""
    nothing = fragment_fromstring("<p></p>")
    for field in fields(hints):
        if field.name == "script":
            continue
        value = getattr(hints, field.name)
        for css in value if isinstance(value, tuple) else (value,):
            try:
                select(nothing, css)
            except ValueError as error:
                raise ValueError(f"page hint {field.name!r}: {error}") from error


def _http(url: str | None) -> str | None:
    url = clean(url)
    return url if _HTTP.fullmatch(url) else None


def _decoded(body: bytes, content_type: str | None) -> Decoded | Problem:
    """The page's characters, or why they are not read."""
    if len(body) > MAX_BYTES:
        return Problem(kind="page-limit", detail=f"{len(body)} bytes, at most {MAX_BYTES} are read")
    if body.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return Problem(kind="not-html", detail="a file of another kind")
    return decode(body, content_type)


def _open(bare: Bare, url: str | None, hints: PageHints) -> tuple[Page | None, list[Problem]]:
    if (size := len(bare.html)) > MAX_MARKUP:
        return None, [Problem(kind="page-limit", detail=f"{size} characters of markup, at most {MAX_MARKUP} are read")]
    tree, parsing = parse(bare.html)
    problems = [*parsing]
    if tree is None:
        return None, problems or [Problem(kind="no-article", detail="an empty page")]
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := element.get(key):
                meta.setdefault(name.lower(), clean(element.get("content")))
    canonical = next((_http(e.get("href")) for e in select(tree, "link[rel=canonical]")), None)
    known = tuple(filter(None, (_http(url), canonical, _http(meta.get("og:url")))))
    page = Page(
        tree=tree,
        url=next(iter(known), None),
        hints=hints,
        platform=recognise(tree, known),
        meta=meta,
        ld=tuple(item for item in json_ld(tree) if is_article(item)),
        scripts=bare.scripts,
    )
    return page, problems


def _body_tag(tree: HtmlElement) -> HtmlElement:
    body = tree.find("body")
    return tree if body is None else body


def _fill(page: Page) -> list[Problem]:
    """Put the body that a script holds where the page leaves it empty, if the source says which script's it is."""
    if not (name := page.hints.script):
        return []
    html = script_text(page.scripts, name)
    tree, problems = parse(html) if html and html.strip() else (None, ())
    if tree is None:
        return [*problems, Problem(kind="selector", detail=f"script {name!r} holds no text")]
    places = [e for css in page.known("body") for e in select(page.tree, css)]
    place = next((e for e in places if not text_of(e)), None)
    if place is None:
        if places:
            return []  # the page came with its text
        place = SubElement(_body_tag(page.tree), "div")
    body = _body_tag(tree)
    place.text = body.text
    place.extend(list(body))
    return []


def _body(page: Page) -> tuple[HtmlElement | None, list[Problem]]:
    """The element that holds the article, where the source or the platform knows it; the fullest of the matches."""
    problems: list[Problem] = []
    empty = None
    for css in page.known("body"):
        found = select(page.tree, css)
        best = max(found, key=lambda e: len(text_of(e)), default=None)
        if best is not None and (text_of(best) or _pictures(best)):
            return best, problems
        empty = empty if best is None else best
        if css == page.hints.body:
            problems.append(Problem(kind="selector", detail=f"body selector {css!r} finds no text"))
    if empty is not None:
        # Some papers send an empty body and let a script fill it; what stands around it is not the article.
        problems.append(Problem(kind="empty-body", detail="the article's element is empty in the page as sent"))
    return empty, problems


def _pictures(element: HtmlElement) -> bool:
    return next(element.iter("img"), None) is not None


def _take_out(page: Page, title: str, heading: HtmlElement | None, root: HtmlElement | None) -> tuple[str | None, str]:
    """Author and sapo where elements of their own hold them; these elements and what is no text leave the tree."""
    above = {root, *root.iterancestors()} if root is not None else set[HtmlElement]()
    author, signatures = find_author(page, heading if heading is not None else root)
    lead = find_sapo(page, heading)
    sapo = ""
    if lead is not None and lead not in above:
        sapo = clean(" ".join(line.text for line in read_lines(lead) if not is_related(line)))
        signatures.append(lead)
    junk = [e for css in (*page.selectors("remove"), *page.known("published")) for e in select(page.tree, css)]
    for element in (*signatures, *junk):
        if element not in above:
            remove(element)
    return author, "" if fold(sapo) == fold(title) else sapo


def _lines(page: Page, root: HtmlElement | None) -> tuple[list[Line], tuple[Caption, ...]]:
    """The lines of the body, captions as tokens; where nothing names the body, trafilatura finds it."""
    if root is not None:
        captions = shelve(root, page.selectors("caption"))
        return read_lines(root), captions
    article = article_text(page.tree)
    found = article_element(page.tree, article)
    captions = shelve(page.tree if found is None else found, page.selectors("caption"))
    return (article_lines(page.tree, article) if found is None else read_lines(found)), captions


def _is_listing(lines: list[Line], pieces: list[Piece]) -> bool:
    """Whether lines are linked headlines, alone or each with its lead; a box of headlines in an article is not."""
    linked = [line for line in lines if line.linked]
    pairs = sum(first.linked and not second.linked for first, second in pairwise(lines))
    told = [piece for kind, piece in pieces if kind == "caption" or (kind == "paragraph" and len(piece) >= 80)]
    many = (pairs >= 5 and pairs * 3 >= len(lines)) or len(linked) * 3 >= len(lines) * 2
    return many or not told or sum(len(line.text) for line in linked) > sum(map(len, told))


def _refusal(pieces: list[Piece], lines: list[Line], page: Page, *, generic: bool, dated: bool) -> Problem | None:
    """Why what was read is no article: nothing there, an error page, or a list of headlines."""
    title, size = pieces[0][1], sum(len(text) for _, text in pieces[1:])
    if not title:
        return Problem(kind="no-article", detail="no title")
    if _NOT_FOUND.search(fold(title)) and len(title.split()) <= 10 and size < 1000:
        return Problem(kind="no-article", detail=f"an error page: {title[:80]}")
    if size > MAX_TEXT:
        return Problem(kind="page-limit", detail=f"{size} characters of text, at most {MAX_TEXT} are read")
    if size < MIN_TEXT or not any(kind in ("paragraph", "caption") for kind, _ in pieces):
        return Problem(kind="no-article", detail=f"{size} characters of text in the page as sent")
    if generic and not page.ld and (not dated or _is_listing(lines, pieces)):
        return Problem(kind="no-article", detail="a list of headlines")
    return None


def read_page(
    body: bytes,
    *,
    url: str | None,
    content_type: str | None = None,
    hints: PageHints = PageHints(),  # noqa: B008
    fetched: datetime | None = None,
) -> Reading:
    """Read one article out of a page's bytes.

    ``url`` is the page's address (only http and https are kept; without one the page's canonical link counts),
    ``content_type`` the response header, ``hints`` the source's selectors, which precede what is known of platforms,
    ``fetched`` when the page was fetched: nothing came out later.
    The article is None where the page holds none; ``problems`` then says why, and names what else went wrong.

    Raises ValueError naming a hint that is no CSS selector; nothing else, whatever the bytes are.
    """
    _check(hints)
    decoded = _decoded(body, content_type)
    if isinstance(decoded, Problem):
        return Reading(article=None, problems=(decoded,))
    bare = take_out(decoded.text.replace(OPEN, "").replace(CLOSE, ""))
    page, problems = _open(bare, url, hints)
    article, trouble = (None, []) if page is None else _article(page, fetched)
    problems = [*decoded.problems, *problems, *trouble]
    if article is None and (hidden := encrypted(bare.html, bare.scripts)):
        problems.append(hidden)
    if article is not None and "\ufffd" in article.text and not any(p.kind == "charset" for p in problems):
        lost = article.text.count("\ufffd")
        problems.append(Problem(kind="charset", detail=f"{lost} characters were lost before the page was sent"))
    return Reading(article=article, problems=tuple(problems), charset=decoded.charset, charset_basis=decoded.basis)


def _article(page: Page, fetched: datetime | None) -> tuple[Article | None, list[Problem]]:
    scripted = _fill(page)
    title, heading = find_title(page)
    root, trouble = _body(page)
    times = publication_times(
        page.tree, selectors=page.known("published"), visible=platforms().generic.published, title=heading, body=root
    )
    times, untrue = plausible(times, page.url, fetched)
    published = chosen(times)
    section = find_section(page)
    author, sapo = _take_out(page, title, heading, root)
    lines, captions = _lines(page, root)
    kept, signature = split_signature([line for line in lines if not is_related(line)])
    pieces = assemble(kept, captions, title=title, sapo=sapo, description=page.meta.get("description", ""))
    refusal = _refusal(pieces, lines, page, generic=root is None, dated=heading is not None or published is not None)
    problems = [*scripted, *trouble]
    if refusal:
        return None, [*problems, refusal]
    problems += untrue
    text, blocks = join(pieces)
    article = Article(
        text=text,
        blocks=blocks,
        url=page.url,
        title=title,
        sapo=next((piece for kind, piece in pieces if kind == "sapo"), None),
        author=author or signature or stated_author(page),
        section=section,
        published=published,
    )
    return article, problems
