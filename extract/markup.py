"""HTML → tree, without losing the rest of a page in silence, and the few questions that are asked of a tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial

import lxml.etree
import lxml.html
from cssselect import SelectorError
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from extract.model import Problem
from extract.text import normalise

# Real article pages have at most some 10,000 elements; trafilatura needs seconds beyond 80,000 (quadratic).
MAX_TAGS = 100_000
MAX_ATTRIBUTES = 5_000  # of one tag; libxml2 compares each with each
MAX_DEPTH = 500  # real pages have at most 43

_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{15000,}")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
# lxml keeps the first root only of "<html></html><head>…<body>…"; without its early end it is one root.
_EARLY_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:font|span|b|i|u|em|strong|big|small|center|o:p)(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.{0,20000}?-->|<(/?)([a-zA-Z][\w:-]{0,40})[^<>]{0,20000}>", re.DOTALL)
_INLINE = frozenset(
    re.findall(
        r"\w+", "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s small span strong sub sup tt u"
    )
)
_SINGLE = frozenset(
    re.findall(
        r"\w+", "area base br col embed hr img input link meta param source track wbr script style textarea title"
    )
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def _too_much(html: str) -> str | None:
    if (tags := html.count("<")) > MAX_TAGS:
        return f"{tags} tags, at most {MAX_TAGS} are read"
    for tag in _LONG_TAG.finditer(html):
        if len(_QUOTED.sub("", tag[0]).split()) > MAX_ATTRIBUTES:
            return f"a tag of more than {MAX_ATTRIBUTES} attributes"
    return None


def _flattened(html: str) -> str:
    """The page with every element below MAX_DEPTH opened: a block element there only parts paragraphs.

    A linear pass that keeps its own stack of names. Elements that HTML closes by itself count as open, so a page may
    be flattened more than it must be; its text and the order of it stay.
    """
    kept: list[str] = []
    stack: list[str] = []
    opened: Counter[str] = Counter()  # how often a name stands on the stack: an end without a start costs nothing
    done = 0
    parted = False  # whether the last thing written parts paragraphs
    for tag in _TAG.finditer(html):
        text = html[done : tag.start()]
        done = tag.end()
        kept.append(text)
        parted = parted and not text.strip()
        name = tag[2].lower() if tag[2] else ""
        if not name or name in _SINGLE or tag[0].endswith("/>"):
            kept.append(tag[0])
            continue
        deep = len(stack) >= MAX_DEPTH
        if not tag[1]:
            stack.append(name)
            opened[name] += 1
        elif opened[name]:
            while (closed := stack.pop()) != name:
                opened[closed] -= 1
            opened[name] -= 1
        if not deep or (tag[1] and len(stack) < MAX_DEPTH):
            kept.append(tag[0])
            parted = False
        elif name not in _INLINE and not parted:
            kept.append("<p>")
            parted = True
    kept.append(html[done:])
    return "".join(kept)


def _parse(html: str) -> tuple[HtmlElement | None, bool]:
    """The tree and whether the parser reached the end of the page."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:  # nothing but white space or comments
        return None, True
    return tree, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def parse(html: str) -> tuple[HtmlElement | None, tuple[Problem, ...]]:
    """The page's tree, or None with the reason.

    libxml2 stops at a nesting limit and returns what it has, without an error: 2,048 elements here (256 without
    ``huge_tree``). A page that exceeds it, or has too many tags, is read again without its inline formatting, whose
    forgotten end tags are the usual cause, then with its deepest elements opened; if that does not help it is
    refused, since half a page must not look like a whole one.
    """
    html = _XML_DECLARATION.sub("", _EARLY_END.sub("", html.replace("\0", "")))
    reason = _too_much(html)
    for simpler in (None, partial(_INLINE_TAG.sub, ""), _flattened):
        html = simpler(html) if simpler else html
        if reason and (reason := _too_much(html)):
            continue
        tree, complete = _parse(html)
        if complete:
            return tree, ()
    if reason:
        return None, (Problem(kind="page-limit", detail=reason),)
    return None, (Problem(kind="parse-limit", detail="nested deeper than the parser reads"),)


@lru_cache(maxsize=1024)
def _selector(css: str) -> CSSSelector:
    try:
        return CSSSelector(css, translator="html")
    except (SelectorError, lxml.etree.XPathError) as error:
        raise ValueError(f"selector {css!r} is not CSS that can be read: {error}") from error


def select(tree: HtmlElement, css: str) -> list[HtmlElement]:
    """Elements of ``tree`` that match, in page order; none for an empty selector.

    Raises ValueError naming a selector that is no CSS.
    """
    return [e for e in _selector(css)(tree) if isinstance(e.tag, str)] if css else []


def clean(text: str | None) -> str:
    """One line of NFC text without invisible characters."""
    return " ".join(normalise(text or "").split())


_APART = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li ol p section "
        "table td th tr ul ",
    )
)


def _pieces(element: HtmlElement) -> Iterator[str]:
    for event, node in lxml.etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag in _APART:
                yield " "
            yield node.text or ""
        else:
            if node.tag in _APART:
                yield " "
            if node is not element:
                yield node.tail or ""


def text_of(element: HtmlElement) -> str:
    """The element's text in one line; block elements and line breaks part words, inline elements do not."""
    return clean("".join(_pieces(element)))


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()
