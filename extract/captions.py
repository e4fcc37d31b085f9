"""Captions of pictures: found by markup, taken out of the text's flow, put back as blocks of their own kind.

Leaders of a bloc and recipients of an award may stand in a caption only, and trafilatura either drops captions
or mixes them with paragraphs. So each caption is replaced by a one-line token before the text is read, and the
tokens that survive the reading are turned back into captions, in page order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement, builder

from extract.markup import clean, remove, select, text_of
from extract.text import fold

# Private-use characters cannot stand in a page: the parser's input is freed of them.
OPEN, CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
MAX_CAPTION = 800  # characters; longer text below a picture is a paragraph

_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp)\b|^(?:img|dsc|anh|image|photo)[\s_-]*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A picture's caption; ``stated`` is False where only an attribute (img alt, data-title) holds it."""

    text: str
    stated: bool = True


class _Shelf:
    """Captions taken out so far; gives each its token."""

    def __init__(self) -> None:
        self.captions: list[Caption] = []

    def token(self, text: str, *, stated: bool = True) -> HtmlElement:
        self.captions.append(Caption(text=text, stated=stated))
        return builder.P(f"{OPEN}{len(self.captions) - 1}{CLOSE}")


def _replace(element: HtmlElement, tokens: list[HtmlElement]) -> None:
    for token in tokens:
        element.addprevious(token)
    remove(element)


def _images(element: HtmlElement) -> list[HtmlElement]:
    return list(element.iter("img", "amp-img"))


def _has_token(element: HtmlElement) -> bool:
    return any(OPEN in (e.text or "") for e in element.iter("p"))


def _attribute_caption(element: HtmlElement) -> str:
    """The longest of the picture's own descriptions; lightbox links hold the caption in data-title."""
    texts = [clean(a.get("data-title")) for a in element.iter("a")]
    texts += [clean(i.get(key)) for i in _images(element) for key in ("data-caption", "alt", "title")]
    texts = [t for t in texts if len(t.split()) >= 5 and len(t) <= MAX_CAPTION and not _FILE_NAME.search(t)]
    return max(texts, key=len, default="")


def _shelve_explicit(root: HtmlElement, css: str, shelf: _Shelf) -> None:
    for element in select(root, css):
        if element is root or _has_token(element):
            continue
        text = text_of(element)
        token = shelf.token(text) if text and len(text) <= MAX_CAPTION else None
        if token is None:
            continue
        if element.tag in ("td", "th"):
            for child in list(element):
                remove(child)
            element.text = None
            element.append(token)
        else:
            _replace(element, [token])


def _shelve_figures(root: HtmlElement, shelf: _Shelf) -> None:
    for figure in list(root.iter("figure")):
        if figure is root or not _images(figure):
            continue
        tokens = [p for p in figure.iter("p") if OPEN in (p.text or "")]
        text = "" if tokens else text_of(figure)
        if text and len(text) <= MAX_CAPTION:
            tokens = [shelf.token(text)]
        elif not text and not tokens and (described := _attribute_caption(figure)):
            tokens = [shelf.token(described, stated=False)]
        if tokens or not text:
            _replace(figure, tokens)


def _caption_cells(table: HtmlElement) -> list[HtmlElement] | None:
    """Text cells of a table that only sets pictures and their captions; None for any other table."""
    images = len(_images(table))
    if not images or any(t is not table for t in table.iter("table")):
        return None
    cells = [c for c in table.iter("td", "th") if text_of(c)]
    if len(cells) > images + 1 or any(len(text_of(c)) > MAX_CAPTION for c in cells):
        return None
    return cells


def _shelve_tables(root: HtmlElement, shelf: _Shelf) -> None:
    for table in list(root.iter("table")):
        if table is root or (cells := _caption_cells(table)) is None:
            continue
        tokens: list[HtmlElement] = []
        for cell in cells:
            known = [p for p in cell.iter("p") if OPEN in (p.text or "")]
            tokens += known or [shelf.token(text_of(cell))]
        if not cells and (described := _attribute_caption(table)):
            tokens = [shelf.token(described, stated=False)]
        _replace(table, tokens)


def _all_in(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    whole = len(text_of(element))
    inner = [e for e in element.iter(*tags) if not any(a.tag in tags for a in e.iterancestors() if a is not element)]
    return whole > 0 and sum(len(text_of(e)) for e in inner) >= 0.9 * whole


def _looks_like_caption(element: HtmlElement) -> bool:
    """Set in italics, or centred and not bold as headings are."""
    text = text_of(element)
    if not text or len(text) > MAX_CAPTION or _images(element):
        return False
    if _all_in(element, ("em", "i")) or _ITALIC.search(element.get("style") or ""):
        return True
    first = next(iter(element), None)
    centred = any(
        _CENTRED.search(e.get("style") or "") or (e.get("align") or "").lower() == "center"
        for e in (element, first)
        if e is not None
    )
    return centred and not _all_in(element, ("strong", "b"))


def _picture_block(image: HtmlElement, root: HtmlElement) -> HtmlElement:
    """The largest element around a picture that holds no text."""
    block = image
    parent = block.getparent()
    while parent is not None and parent is not root and parent.tag not in ("td", "tr", "body") and not text_of(parent):
        block, parent = parent, parent.getparent()
    return block


def _shelve_loose(root: HtmlElement, shelf: _Shelf) -> None:
    """Pictures outside figures and tables: their caption is the next block, or shares the picture's paragraph."""
    done: set[HtmlElement] = set()
    for image in _images(root):
        block = _picture_block(image, root)
        if block in done or block is root:
            continue
        done.add(block)
        following = block.getnext()
        while following is not None and not text_of(following) and not _images(following):
            following = following.getnext()
        parent = block.getparent()
        if following is not None and not clean(block.tail) and OPEN in text_of(following):
            continue
        if following is not None and not clean(block.tail) and _looks_like_caption(following):
            _replace(following, [shelf.token(text_of(following))])
        elif parent is not None and parent is not root and parent.tag in ("p", "div") and _shares(parent, block):
            token = shelf.token(text_of(parent))
            _replace(parent, [token])
        elif described := _attribute_caption(block):
            block.addprevious(shelf.token(described, stated=False))


def _shares(paragraph: HtmlElement, picture: HtmlElement) -> bool:
    """Whether a paragraph is one picture and its caption, the caption in italics or the whole centred."""
    text = text_of(paragraph)
    if not text or len(text) > MAX_CAPTION or len(_images(paragraph)) != 1 or _has_token(paragraph):
        return False
    if any(e.tag in ("p", "div", "table", "ul", "ol") and e is not picture for e in paragraph.iterdescendants()):
        return False
    style = paragraph.get("style") or ""
    centred = _CENTRED.search(style) or (paragraph.get("align") or "").lower() == "center"
    return bool(centred) or _all_in(paragraph, ("em", "i"))


def shelve(root: HtmlElement, css: tuple[str, ...]) -> tuple[Caption, ...]:
    """Replace every caption below ``root`` by a token paragraph; returns the captions by token number.

    ``css`` selects what holds nothing but captions; figures, tables of pictures, and the italic or centred line
    below a picture are known without it.
    """
    shelf = _Shelf()
    for selectors in css:
        _shelve_explicit(root, selectors, shelf)
    _shelve_figures(root, shelf)
    _shelve_tables(root, shelf)
    _shelve_loose(root, shelf)
    return tuple(shelf.captions)


def split_tokens(text: str) -> list[str | int]:
    """A line in pieces: text, or the number of a caption."""
    parts = _TOKEN.split(text)
    pieces: list[str | int] = []
    for place, part in enumerate(parts):
        if place % 2:
            pieces.append(int(part))
        elif part.strip(" |-"):
            pieces.append(part.strip() if len(parts) == 1 else part.strip(" |"))
    return pieces


def repeats_title(text: str, title: str) -> bool:
    """Whether a caption is the article's title again: many systems fill img alt and title with it."""
    caption, head = fold(text).strip(" .-–"), fold(title).strip(" .-–")
    if caption == head:
        return True
    # "… - Ảnh 1." and cut copies
    return bool(caption) and (
        re.fullmatch(re.escape(head) + r"[\s.:|-]*(?:anh|hinh|photo)?\s*(?:so)?\s*\d*\W*", caption) is not None
        or (len(caption) >= 30 and head.startswith(caption.rstrip(". …")))
    )
