"""The time of publication that stands as a line of its own in an article's text.

Pages read as plain text, and copies of articles kept by aggregators, carry the page's stamp among their paragraphs
("17/04/12 10:05 GMT+7"). A line that holds a day, a clock and nothing but words of publication is such a stamp; a day
alone, or either of them inside a sentence, is none.
"""

from __future__ import annotations

import re

from extract.model import Article, Published
from extract.published import parse_time

_WEEKDAY = r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật|cn|t[2-7])\s*[,-]?\s*)?"
_SAYS = r"(?:(?:đăng|xuất bản|ngày đăng|ngày xuất bản|đăng lúc|đăng ngày)\s*:?\s*)?"
_DAY = r"(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d)"
_CLOCK = r"\d{1,2}\s?(?::|h|giờ)\s?\d\d(?::\d\d)?(?:\s*(?:am|pm))?"
_ZONE = r"(?:\s*[\[(]?\s*gmt\s*\+\s*7\s*[\])]?)?"
_JOINT = r"\s*(?:[,|-]\s*|lúc\s+)?"
_STAMP = re.compile(
    rf"^[ \t(]*{_SAYS}{_WEEKDAY}(?:{_DAY}{_JOINT}{_CLOCK}{_ZONE}|{_CLOCK}{_ZONE}{_JOINT}{_WEEKDAY}{_DAY})[ \t)]*$",
    re.IGNORECASE | re.MULTILINE,
)
BASIS = "a line of the text that is a day and a clock"


def stamped(article: Article) -> Published | None:
    """When a stamp in the text says the article came out; None where there is none, or two of different days."""
    found = [p for m in _STAMP.finditer(article.text) if (p := parse_time(m[0], BASIS)) is not None]
    return found[0] if len({p.iso[:10] for p in found}) == 1 else None
