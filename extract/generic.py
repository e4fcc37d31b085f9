"""Where the article stands on a page of unknown make: trafilatura tells which text is the article's,
and the smallest element that holds that text is read as it stands.

trafilatura's own output is not the article: it drops text that stands bare between the paragraphs of a ``<div>``,
and turns a page of pictures into one line (measured on saved pages).
"""

from __future__ import annotations

from collections.abc import Callable

import trafilatura
from lxml.html import HtmlElement

from extract.captions import OPEN
from extract.lines import Line, read_lines
from extract.markup import clean, text_of

SHARE = 0.85  # of the article's text that its element must hold; the rest may be a stray sidebar
MIN_PIECE = 20  # characters; shorter pieces of text stand anywhere

# An element that is one paragraph or row of the article, not its frame.
_TOO_SMALL = frozenset(
    ("a", "b", "blockquote", "em", "font", "h1", "h2", "h3", "i", "li", "p", "span", "strong", "tbody", "tr", "u")
)


def article_text(tree: HtmlElement) -> str:
    """The article's text as trafilatura finds it, in one line; metadata are left out, for its dates are guesses."""
    document = trafilatura.bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
        deduplicate=False,  # its memory outlives a page: the fourth reading of a text would be empty
    )
    body = getattr(document, "body", None)
    return text_of(body) if body is not None else ""


def _finder(article: str) -> Callable[[str], bool]:
    """Whether a piece of text (of MIN_PIECE characters or more) stands in ``article``; pieces come in page order.

    Each search begins behind the last find, and in a long article only where its first characters stand at all:
    else the time would grow with the square of the page.
    """
    position = 0
    starts = {article[i : i + MIN_PIECE] for i in range(len(article))} if len(article) > 100_000 else None

    def found(piece: str) -> bool:
        nonlocal position
        if starts is not None and len(piece) >= MIN_PIECE and piece[:MIN_PIECE] not in starts:
            return False
        at = article.find(piece, position)
        if at < 0:
            at = article.find(piece, 0, position + len(piece))
        if at >= 0:
            position = at + len(piece)
        return at >= 0

    return found


def _weights(tree: HtmlElement, article: str) -> dict[HtmlElement, int]:
    """For each element, how many characters of the article it holds."""
    weights: dict[HtmlElement, int] = {}
    found = _finder(article)
    for element in tree.iter():
        inside = element.getparent()
        for owner, piece in ((element, clean(element.text)), (inside, clean(element.tail))):
            if owner is not None and len(piece) >= MIN_PIECE and found(piece):
                weights[owner] = weights.get(owner, 0) + len(piece)
    for element in reversed(list(tree.iter())):
        parent = element.getparent()
        if parent is not None and element in weights:
            weights[parent] = weights.get(parent, 0) + weights[element]
    return weights


def article_element(tree: HtmlElement, article: str) -> HtmlElement | None:
    """The smallest element that holds nearly all of ``article``; None where only the whole page does."""
    weights = _weights(tree, article)
    total, here = weights.get(tree, 0), tree
    if not total:
        return None
    while inner := [child for child in here if weights.get(child, 0) >= SHARE * total]:
        here = inner[0]
    while here.tag in _TOO_SMALL and (parent := here.getparent()) is not None:
        here = parent
    return None if here.tag in ("html", "body") else here


def article_lines(tree: HtmlElement, article: str) -> list[Line]:
    """The lines of a page that has no frame around its article: those trafilatura knows, and pictures among them."""
    lines = read_lines(tree)
    found = _finder(article)
    known = [OPEN not in line.text and found(line.text.lstrip("- ").split(" | ")[0][:60]) for line in lines]
    if True not in known:
        return []
    first, last = known.index(True), len(known) - 1 - known[::-1].index(True)
    first -= first > 0 and OPEN in lines[first - 1].text
    last += last + 1 < len(lines) and OPEN in lines[last + 1].text
    return [line for line, ours in list(zip(lines, known, strict=True))[first : last + 1] if ours or OPEN in line.text]
