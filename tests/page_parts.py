"""Pages of invented markup, and what is read of them."""

from __future__ import annotations

from extract.model import Article
from extract.page import read_page


def pieces(article: Article) -> list[list[str]]:
    return [[block.kind, article.text[block.start : block.end]] for block in article.blocks]


PARAGRAPH = "Hội nghị đánh giá cao nỗ lực của các đơn vị trong Khối và thống nhất phương hướng năm tới. "


def page(body: str, *, head: str = "", title: str = "Khối thi đua số 7 ký kết giao ước") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><div class='khung'><h1>{title}</h1><div id='newscontents'>{body}</div></div></body></html>"
    ).encode()


def read(body: str, **more: str) -> Article:
    reading = read_page(page(body, **more), url="https://bao.example/x-a1234.html")
    assert reading.article is not None, reading.problems
    return reading.article


LONG = f"<p>{PARAGRAPH * 2}</p>"
