"""Days and years in Vietnamese prose, read as newspapers write them.

A newspaper leaves out the year of a day near its own date ("Chiều 5/1"); such a day takes the year that puts it
nearest to the publication. Everything works on the match form (:func:`extract.text.match_form`), so spans are
spans of the stored text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.model import Published

NEAREST = "year nearest to the publication"
RELATIVE = "day relative to the publication"
RELATIVE_YEAR = "year relative to the publication"
SCHOOL_YEAR = "a school year counts as the year in which it begins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as written; ``text[start:end]`` in code points. ``basis`` says how what is not written was inferred."""

    start: int
    end: int
    value: dt.date
    basis: str | None = None

    @property
    def iso(self) -> str:
        return self.value.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A year (``first == last``) or a period of years; ``text[start:end]`` in code points."""

    start: int
    end: int
    first: int
    last: int
    basis: str | None = None


def published_day(published: Published | None) -> dt.date | None:
    """The calendar day, in Vietnam, on which an article came out; None when it is not known."""
    if published is None:
        return None
    try:
        return dt.date.fromisoformat(published.iso[:10])
    except ValueError:
        return None


_PART = r"(?:rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm)"
_LEAD = rf"(?:{_PART}\s+(?:ngày|hôm)?\s*|(?:ngày|hôm|mùng)\s+)"
_D = r"0?[1-9]|[12]\d|3[01]"
_M = r"0?[1-9]|1[0-2]"
_Y = r"(?:19|20)\d\d"
_END = r"(?![\d/])"
_NAMED = re.compile(rf"\b(?:{_LEAD})?({_D})\s+tháng\s+({_M})(?:\s*,?\s*năm\s+({_Y}))?{_END}")
_FULL = re.compile(rf"(?:\b{_LEAD})?(?<![\d/.,-])({_D})\s?[/.-]\s?({_M})\s?[/.-]\s?({_Y}){_END}")
# "ngày 5/1", "chiều 5-1", "hôm nay (18-10)", "sáng nay, 1.7": without such a word 10/12 may be ten of twelve.
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_SHORT = re.compile(
    rf"\b(?:{_LEAD}|(?:hôm|{_PART}|ngày)\s+(?:nay|qua|{_WEEKDAY})\s*(?:,\s*)?\(?\s*(?:ngày\s+)?)({_D})\s?[/.-]\s?({_M}){_END}(?!\s?%)"
)
# "trong hai ngày 15 và 16-11": the first day.
_PAIR = re.compile(
    rf"\bngày\s+({_D})(?:\s?[/.-]\s?({_M}))?\s*(?:và|-|đến"
    rf"|,)\s*(?:ngày\s+)?({_D})\s?[/.-]\s?({_M})(?:\s?[/.-]\s?({_Y}))?{_END}"
)
_RELATIVE = re.compile(rf"\b(?:(?:hôm|{_PART})\s+(nay|qua))\b")

# What every day has: two numbers and what joins them, or a word for the day.
_FIGURES = re.compile(r"\d\s?[/.-]\s?\d")
_WITH_YEAR = re.compile(r"\d\s?[/.-]\s?(?:19|20)\d\d")
_ANY_DAY = re.compile(r"\d\s?[/.-]\s?\d|\d\s+tháng\s|\s(?:nay|qua)\b")


def _date(day: str, month: str, year: int) -> dt.date | None:
    try:
        return dt.date(year, int(month), int(day))
    except ValueError:
        return None


def _nearest(day: str, month: str, published: dt.date) -> dt.date | None:
    choices = (_date(day, month, published.year + shift) for shift in (-1, 0, 1))
    return min((c for c in choices if c), key=lambda c: abs((c - published).days), default=None)


def _resolve(day: str, month: str, year: str | None, published: dt.date | None) -> tuple[dt.date | None, str | None]:
    if year:
        return _date(day, month, int(year)), None
    if published is None:
        return None, None
    return _nearest(day, month, published), NEAREST


@lru_cache(maxsize=512)  # rules ask of the same sentences
def find_days(matched: str, published: dt.date | None) -> tuple[Day, ...]:
    """The days named in a match form, in text order and not overlapping.

    A day without a year is left out when the publication day is unknown.
    """
    found: list[Day] = []
    if _ANY_DAY.search(matched) is None:
        return ()
    for start, end, value, basis in _candidates(matched, published):
        if value is not None and not any(d.start < end and start < d.end for d in found):
            found.append(Day(start=start, end=end, value=value, basis=basis))
    return tuple(sorted(found, key=lambda d: d.start))


# What is told of a day to come, or of one that is kept every year.
_TO_COME = re.compile(
    r"\b(?:sẽ|tới|đến|dự kiến|kế hoạch|kết thúc|hết|trước ngày|chào mừng|kỷ niệm|hướng tới|chuẩn bị|sắp|từ nay|mừng)\b"
)
_SOON = 31  # days for which a paper announces a day without its year and without a word for the time to come
_TOMORROW = 7


@lru_cache(maxsize=512)
def reported_days(matched: str, published: dt.date | None) -> tuple[Day, ...]:
    """The days of a report, which tells of what has been: as :func:`find_days`, but none far ahead of publication.

    "Sáng 10-3, khối ký kết giao ước thi đua năm 2024" in a paper of November 2024 is no day of 2025.
    """
    days = find_days(matched, published)
    if published is None or not any(d.basis == NEAREST and d.value > published for d in days):
        return days
    return tuple(_not_ahead(d, matched, published) for d in days)


def _not_ahead(day: Day, matched: str, published: dt.date) -> Day:
    """A day that lies ahead: that of the year before, where it is far off or later than every year that is told."""
    ahead = (day.value - published).days
    if day.basis != NEAREST or ahead <= _TOMORROW or _TO_COME.search(matched):
        return day
    told = [y.last for y in find_years(matched, None)]
    if ahead <= _SOON and not (told and max(told) < day.value.year):
        return day
    try:
        return replace(day, value=day.value.replace(year=day.value.year - 1))
    except ValueError:
        return day  # 29 February


def _candidates(matched: str, published: dt.date | None) -> Iterator[tuple[int, int, dt.date | None, str | None]]:
    figures = _FIGURES.search(matched) is not None
    if figures and "ngày" in matched:
        for m in _PAIR.finditer(matched):
            yield m.start(), m.end(), *_resolve(m[1], m[2] or m[4], m[5], published)
    if "tháng" in matched:
        for m in _NAMED.finditer(matched):
            yield m.start(), m.end(), *_resolve(m[1], m[2], m[3], published)
    if figures and _WITH_YEAR.search(matched):
        for m in _FULL.finditer(matched):
            yield m.start(), m.end(), *_resolve(m[1], m[2], m[3], published)
    if published is None:
        return  # without a year nothing is told
    if figures:
        for m in _SHORT.finditer(matched):
            yield m.start(), m.end(), *_resolve(m[1], m[2], None, published)
    for m in _RELATIVE.finditer(matched):
        yield m.start(), m.end(), published - dt.timedelta(days=m[1] == "qua"), RELATIVE


_ANY_YEAR = re.compile(_Y)
_SCHOOL = re.compile(rf"\bnăm\s+học\s*:?\s*({_Y})\s*[-/]\s*({_Y})\b")
_PERIOD = re.compile(
    rf"\b(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|trong\s+(?:các|những)\s+năm|(?:từ\s+)?năm)\s*:?\s*\(?|từ\s+)"
    rf"({_Y})\s*(?:-|đến(?:\s+(?:hết\s+)?năm)?|tới(?:\s+năm)?)\s*({_Y})\b"
)
_YEAR = re.compile(rf"\bnăm\s*:?\s*({_Y})\b(?!\s?%|\s?-\s?\d)")
_YEAR_LIST = re.compile(rf"\bnăm\s+{_Y}(?:\s*(?:,|và)\s*{_Y})+\b")
# "5 năm qua", "những năm qua" are no year.
_YEAR_WORDS = re.compile(
    r"(?<!\d )(?<!hai )(?<!ba )(?<!bốn )(?<!năm )(?<!mười )(?<!chục )(?<!nhiều )(?<!những )(?<!các )(?<!mấy )"
    r"\b(?:trong\s+)?năm\s+(nay|qua|ngoái|trước|tới|sau)\b(?!\s+học)"
)
_YEAR_SHIFTS = {"nay": 0, "ngoái": -1, "trước": -1, "tới": 1, "sau": 1}


def past_year(published: dt.date) -> int:
    """What "năm qua" means: in the first quarter the year just ended, later the running year."""
    return published.year - 1 if published.month <= 3 else published.year


@lru_cache(maxsize=512)
def find_years(matched: str, published: dt.date | None) -> tuple[Years, ...]:
    """The years and periods named in a match form, in text order and not overlapping."""
    if "năm" not in matched and _ANY_YEAR.search(matched) is None:
        return ()
    found: list[Years] = []

    def add(start: int, end: int, first: int, last: int, basis: str | None = None) -> None:
        if first <= last <= first + 30 and not any(y.start < end and start < y.end for y in found):
            found.append(Years(start=start, end=end, first=first, last=last, basis=basis))

    for m in _SCHOOL.finditer(matched):
        add(m.start(), m.end(), int(m[1]), int(m[1]), SCHOOL_YEAR)
    for m in _PERIOD.finditer(matched):
        add(m.start(), m.end(), int(m[1]), int(m[2]))
    for m in _YEAR_LIST.finditer(matched):
        years = [int(y) for y in re.findall(_Y, m[0])]
        add(m.start(), m.end(), min(years), max(years))
    for m in _YEAR.finditer(matched):
        add(m.start(), m.end(), int(m[1]), int(m[1]))
    if published is not None:
        for m in _YEAR_WORDS.finditer(matched):
            year = past_year(published) if m[1] == "qua" else published.year + _YEAR_SHIFTS[m[1]]
            add(m.start(), m.end(), year, year, RELATIVE_YEAR)
    return tuple(sorted(found, key=lambda y: y.start))
