"""What one place in the text says of a bloc's composition, and the words with which bodies are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.bloc import Group
from extract.list_items import Item
from extract.lists import NUMBERS
from extract.model import Span
from extract.view import Doc

_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
NUMBER = rf"(?P<n>{_NUMBER})"
MANY = rf"(?:{NUMBER}|các|những)"
ONE_OR_MANY = rf"(?:các|những|một|{_NUMBER})"
UNIT = r"(?:đơn vị|cơ quan|địa phương|doanh nghiệp)"  # what members are called, whatever they are
PLACE = r"(?:tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|quận|đặc khu)"
NOUN = (
    r"(?:cơ quan|đơn vị|thành viên|doanh nghiệp|địa phương|tổ chức|sở|ngành|bộ|trường|công đoàn|hội|ban|chi nhánh"
    r"|ngân hàng|công ty|viện|báo|huyện ủy|đảng bộ|đầu mối|bệnh viện|hợp tác xã|htx|cơ sở)"
)
# How many there are, and what may stand between that and the first of them.
TOTAL = (
    rf"(?P<total>(?:{MANY}\s+{NOUN}(?:\s*(?:,|và|\s)\s*{NOUN})*"
    rf"(?:\s+(?:thành viên|trực thuộc|tham gia|cấp tỉnh|cấp huyện|trên địa bàn(?: tỉnh| huyện)?(?! \w)"
    rf"|hợp thành|tạo thành|sau đây|sau|dưới đây))*))\s*"
    rf"(?P<then>[,:(]?\s*(?:(?:bao )?gồm(?: có)?|là|đó là|cụ thể(?: là)?|trong đó có|như|lần lượt là)?\s*:?)\s*"
)
ATTENDED = re.compile(r"\b(?:dự|tham dự|đến dự|về dự|đại diện)\b[^,;:]*$")


@dataclass(slots=True)
class Said:
    """What one place in the text says of a bloc's composition."""

    group: Group
    items: tuple[Item, ...] = ()
    count: int | None = None
    year: int | None = None
    joins: bool = False
    more: bool = False  # besides those told elsewhere
    rule: str = ""
    evidence: tuple[Span, ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()


def number(text: str) -> int:
    return NUMBERS.get(text) or int(text)


def offset_token(doc: Doc, start: int, end: int, offset: int) -> int:
    """The first token of ``start:end`` at or after a code point."""
    return min(max(doc.token_at(offset), start), end)
