"""What stands behind the name of an award form and belongs to it, and how forms are joined to a list.

    FORM (năm 2016) của Chủ tịch nước; FORM lần thứ 2, 3 FORM (2004 và 2011) và FORM …

The attributes of a form, in any order: the years in which it was given, whose it is, a motto in quotes, for the
how manieth time, for what. Forms of a list have only separators, numbers and "danh hiệu" between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.bodies import Giver, giver_at
from extract.facts.recipient_names import NUMBERS, matched_words, token_at
from extract.view import Doc

_Y = r"(?:19|20)\d\d"
_YEARS = rf"{_Y}(?:\s*(?:,\s*và|,|;|và|-|–|đến)\s*(?:năm\s+)?{_Y})*"
_IN_BRACKETS = re.compile(
    rf"\s*\(\s*(?:(?:vào|trong)\s+)?(?:(?:các|những)\s+)?(?:năm(?:\s+học)?\s*:?\s*)?({_YEARS})\s*\)"
)
# A year behind a comma may open the next clause ("…, năm 2015 được tặng"): one without "năm" cannot.
_STATED = re.compile(
    rf"\s*(?:(?:vào|trong|cho)\s+)?(?:(?:các|những|hai|ba|bốn|\d)\s+)?năm(?:\s+học)?\s+"
    rf"({_Y}(?:\s*(?:,\s*và|,|và|-|–)\s*{_Y})*)(?!\d)"
)
# "vào tháng 3/2015", "vào cuối năm 1996", "ngày 12-3-2010": the day of the act is as good as its year.
_DAY = re.compile(
    rf"\s*(?:vào|hồi|từ)?\s*(?:(?:đầu|cuối|giữa)\s+(?:tháng|năm)|tháng|ngày)\s+"
    rf"(?:(?:\d{{1,2}}\s?[/.-]\s?){{0,2}}|\d{{1,2}}\s+năm\s+|\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+)({_Y})(?!\d)"
)
_ORDINAL = re.compile(
    r"\s*\(\s*truy tặng\s*\)|"
    r"\s*\(?\s*lần\s+(?:thứ\s+)?(?:\d{1,2}|nhất|hai|ba|tư|năm|đầu(?:\s+tiên)?|[ivx]+)\b(?:\s*\))?"
)
_CLOSING = re.compile(r"\s*[\"”’'](?=[\s,;.)]|$)")
_MOTTO = re.compile(r"\s*[\"“]\s*[^\"“”]{3,120}[\"”]")
_FOR = re.compile(
    r"\s*(?:về|vì)\s+(?:đã\s+)?(?:có\s+)?(?:(?:những|nhiều|các)\s+)?(?:thành tích|đóng góp)\b[^,;:.()]{0,110}(?=[,;])"
)
# "Giấy khen cùng phần thưởng của A": both are A's.
_WITH_GIFTS = re.compile(
    r"\s*(?:,|và|cùng|kèm|kèm theo|cùng với)\s+(?:(?:phần|tiền|mức) thưởng|quà|hiện kim)"
    r"(?:\s+[^\s,;:.()]+){0,6}?(?=\s+của\s)"
)
_LIST = re.compile(rf"{_Y}")
_LABEL = re.compile(rf"\bnăm\s+({_Y})\s*:\s*(?:danh\s+hiệu\s+)?[\"“]?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """The attributes behind a form: the token at which they end, the owner, the years (none: not told)."""

    end: int
    owner: Giver | None
    years: tuple[int, ...]


def tail(doc: Doc, start: int, limit: int, *, owned: bool) -> Tail:
    """The attributes that stand from token ``start`` on; ``owned``: whether an owner may be among them."""
    end = start
    owner: Giver | None = None
    years: tuple[int, ...] = ()
    while end < min(limit, start + 60):
        rest = matched_words(doc, end, min(limit, end + 40))
        if not years and (m := _IN_BRACKETS.match(rest) or _STATED.match(rest) or _DAY.match(rest)):
            years = listed_years(m[1])
        elif owned and owner is None and doc.norms[end] == "của" and (giver := giver_at(doc, end + 1, limit)):
            owner, end = giver, giver.end
            continue
        else:
            m = _ORDINAL.match(rest) or _CLOSING.match(rest) or _MOTTO.match(rest) or _FOR.match(rest)
            m = m or (_WITH_GIFTS.match(rest) if owned and owner is None else None)
        if m is None or not m.end():
            break
        end = token_at(doc, end, m.end())
    return Tail(end=end, owner=owner, years=years)


def listed_years(text: str) -> tuple[int, ...]:
    """The years of "2010, 2012 và 2014", the first of two that follow each other ("2017-2018"); none of a period."""
    years = tuple(int(y) for y in _LIST.findall(text))
    if not re.search(r"[-–]|đến", text):
        return years
    return years[:1] if len(years) == 2 and years[1] == years[0] + 1 else ()


def labelled(doc: Doc, start: int, form: int) -> tuple[int, ...]:
    """ "năm 2009: FORM": the year that labels an item of a list."""
    m = _LABEL.search(matched_words(doc, max(start, form - 9), form))
    return (int(m[1]),) if m else ()


# fmt: off
_BETWEEN = frozenset({
    ",", ";", "và", "cùng", "với", "(", ")", "danh", "hiệu", "nhiều", "các", "những", "một", "số", "tấm", "chiếc", "lá",
    "thêm", "“", '"', "'", "‘", "hình", "thức", "đồng", "thời", "-", "–", "+", ":", "năm", "hoặc",
    "tập", "thể", "huân", "chương",
})
# fmt: on
_SEPARATORS = frozenset({",", ";", "và", "cùng"})


def listed(doc: Doc, end: int, start: int) -> bool:
    """Whether a form at token ``start`` goes on with the list in which the one that ends at ``end`` stands."""
    gap = doc[end:start]
    if len(gap) > 12 or not all(
        t.norm_ in _BETWEEN or t.is_space or t.norm_ in NUMBERS or t.text.replace(".", "").isdigit() for t in gap
    ):
        return False
    return any(t.norm_ in _SEPARATORS for t in gap)


_MANY = re.compile(
    r"\b(?:nhiều|một số|hàng (?:chục|trăm)|hàng loạt|vô số)\s+(?:(?:tấm|chiếc|lá|danh hiệu)\s+)?[\"“]?\s*$"
)


def many(doc: Doc, start: int, form: int) -> bool:
    """ "nhiều Bằng khen": more than one, nobody says how many; that is no row."""
    return _MANY.search(matched_words(doc, max(start, form - 5), form)) is not None
