"""A body in HTML → its lines: one per paragraph, bullet or table row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from extract.markup import clean, text_of

_BLOCK = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 "
        "h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul ",
    )
)
_BOLD = frozenset(("strong", "b", "h1", "h2", "h3", "h4", "h5", "h6"))
_SKIP = frozenset(
    re.findall(
        r"\w+",
        "audio button canvas embed iframe img input noscript object script select style svg template textarea video ",
    )
)
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:author|tacgia|tac-gia|byline|pAuthor|source)(?:$|[\s_-])", re.IGNORECASE)
_STOP = (".", ";", ":", "!", "?", "…")
_NEW_LINE = re.compile(r"\s*(?:[-–—+•*]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line and how it was set, which tells bylines and related headlines from text."""

    text: str
    item: bool = False
    row: bool = False
    bold: bool = False  # all of it
    right: bool = False  # set flush right
    byline: bool = False  # an ancestor's class says author or source
    linked: bool = False  # all of it is a link


class _Writer:
    """Collects pieces of text and their setting, and turns them into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.bold = self.linked = self.chars = 0

    def add(self, text: str | None, *, bold: bool, linked: bool) -> None:
        if text:
            size = len(text.strip())
            self.pieces.append(text)
            self.chars += size
            self.bold += size if bold else 0
            self.linked += size if linked else 0

    @property
    def last(self) -> str:
        """The end of the line so far."""
        return next((piece.rstrip() for piece in reversed(self.pieces) if piece.strip()), "")

    def flush(self, *, item: bool = False, right: bool = False, byline: bool = False) -> None:
        if text := clean("".join(self.pieces)):
            text = "- " + text.lstrip("-–—•+* ") if item and text.strip("-–—•+* ") else text
            self.lines.append(
                Line(
                    text=text,
                    item=item,
                    right=right,
                    byline=byline,
                    bold=self.bold >= 0.95 * self.chars > 0,
                    linked=self.linked >= 0.95 * self.chars > 0,
                )
            )
        self.pieces.clear()
        self.bold = self.linked = self.chars = 0


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [c for c in row if c.tag in ("td", "th")]


def _is_data(table: HtmlElement) -> bool:
    """Whether a table states rows of cells; tables that only set text in a frame or a column do not."""
    if any(t is not table for t in table.iter("table")):
        return False
    rows = [[c for c in _cells(r) if text_of(c)] for r in table.iter("tr")]
    return sum(len(cells) >= 2 for cells in rows) * 2 >= sum(bool(cells) for cells in rows) > 0


def _row(row: HtmlElement) -> Line | None:
    """One table row; an empty cell keeps its place, so that columns stay columns."""
    texts = [text_of(c) for c in _cells(row)]
    filled = [t for t in texts if t]
    if not filled:
        return None
    return Line(text=" ".join(" | ".join(texts).split()) if len(filled) > 1 else filled[0], row=True)


class _Setting:
    """How many open elements set the text bold, linked, right, as an item or as a byline."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(("bold", "linked", "item", "right", "byline"), 0)

    def change(self, node: HtmlElement, step: int) -> None:
        counts = self.counts
        counts["bold"] += step * (node.tag in _BOLD)
        counts["linked"] += step * (node.tag == "a")
        counts["item"] += step * (node.tag == "li")
        right = (node.get("align") or "").lower() == "right" or bool(_RIGHT.search(node.get("style") or ""))
        counts["right"] += step * right
        counts["byline"] += step * bool(_BYLINE_CLASS.search(node.get("class") or ""))

    def line(self) -> dict[str, bool]:
        """What marks the line that ends here."""
        return {name: self.counts[name] > 0 for name in ("item", "right", "byline")}

    def piece(self) -> dict[str, bool]:
        """What marks the text that comes next."""
        return {name: self.counts[name] > 0 for name in ("bold", "linked")}


def _break(node: HtmlElement, writer: _Writer, setting: _Setting) -> None:
    if _breaks(writer.last, node):
        writer.flush(**setting.line())
    else:
        writer.add(" ", bold=False, linked=False)


def _breaks(before: str, line_break: HtmlElement) -> bool:
    """Whether a line break ends a paragraph: a second one behind it, a full stop before it, a bullet after it."""
    following, after = line_break.getnext(), line_break.tail or ""
    double = following is not None and following.tag == "br" and not after.strip()
    return double or before.endswith(_STOP) or bool(_NEW_LINE.match(after))


def read_lines(body: HtmlElement) -> list[Line]:
    """The lines of a body in page order; no recursion, so that deep pages do no harm.

    Blocks end lines; so do two line breaks, or one behind a full stop. Rows of data tables are one line each,
    cells joined by " | "; a bullet starts with "- ". Scripts, forms and media have no text.
    """
    writer, setting = _Writer(), _Setting()
    rows: set[HtmlElement] = set()  # of data tables; each is read at once
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, node in walk:
        if node.tag in _BLOCK:
            writer.flush(**setting.line())
        closed = node in rows or node.tag in _SKIP  # nothing inside is text of its own
        if event == "start":
            if node.tag == "table" and node is not body and _is_data(node):
                rows.update(node.iter("tr"))
            if closed:
                writer.lines += [line] if node in rows and (line := _row(node)) else []
                walk.skip_subtree()
            elif node.tag == "br":
                _break(node, writer, setting)
            else:
                setting.change(node, 1)
                writer.add(node.text, **setting.piece())
            continue
        if not closed and node.tag != "br":
            setting.change(node, -1)
        if node is not body:
            writer.add(node.tail, **setting.piece())
    writer.flush(**setting.line())
    return writer.lines
