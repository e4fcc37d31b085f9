"""Rows of tables: their cells, and what the heads of columns call a bloc."""

from __future__ import annotations

import re

from extract.view import Doc
from extract.view import Span as Tokens

BLOC_COLUMN = re.compile(r"\s*(?:tên )?(?:các )?(?:khối|cụm)(?: thi đua)?\s*")
Cell = tuple[int, int]  # tokens start:end


def cells(doc: Doc, sent: Tokens) -> list[Cell]:
    """The cells of a row, as tokens ``start:end``; a sentence that is no row is one cell."""
    bars = [i for i in range(sent.start, sent.end) if doc.words[i] == "|"]
    return list(zip((sent.start, *(i + 1 for i in bars)), (*bars, sent.end), strict=True))


def texts(doc: Doc, row: list[Cell]) -> list[str]:
    """The match forms of the cells of a row."""
    return [doc[a:b].form for a, b in row]
