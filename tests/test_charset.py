"""The same letters whatever a page is written in and says of it."""

from __future__ import annotations

import unicodedata

import pytest
from page_parts import LONG, page, read

from extract.charset import decode
from extract.page import read_page


@pytest.mark.parametrize(
    ("encoding", "header", "declared"),
    [
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", None, "<meta charset=windows-1252>"),
        ("utf-8-sig", None, ""),
        ("utf-16", None, ""),
        ("utf-16-le", None, ""),
        ("cp1258", "text/html; charset=windows-1258", ""),
        ("cp1258", None, "<meta charset=windows-1258>"),
    ],
)
def test_the_text_is_the_same_in_every_encoding(encoding: str, header: str | None, declared: str) -> None:
    html = page(LONG).decode().replace("<meta charset='utf-8'>", declared)
    if encoding == "cp1258":  # writes tones as combining marks
        html = "".join(c if c.encode("cp1258", "ignore") else _for_cp1258(c) for c in html)
    reading = read_page(html.encode(encoding), url=None, content_type=header)
    assert reading.article is not None
    assert reading.article.text == read(LONG).text
    assert reading.problems == ()


def _for_cp1258(character: str) -> str:
    """Base with its circumflex, horn or breve composed, tone apart: as cp1258 stores it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = unicodedata.normalize("NFD", character)
    base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
    return base + "".join(c for c in parts if c in tones)


def test_lost_characters_are_told() -> None:
    text, problems = decode("Khối thi đua".encode()[:-3] + b"\xff\xfe")
    assert "\ufffd" in text
    assert [p.kind for p in problems] == ["charset"]
