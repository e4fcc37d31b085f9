"""The period of an emulation movement: years, two days between which it runs, or a year in its own name."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract.dates import NEAREST, RELATIVE_YEAR, Years, find_days, find_years
from extract.text import match_form

_PERIOD_GAP = re.compile(r"^[\s,(]*(?:trong\s+)?(?:\d+ tháng (?:đầu|cuối) |quý [ivx]+ )?$")
# "“…” trong công nhân, viên chức (giai đoạn 2007 - 2012)", "“…” ngành Giáo dục giai đoạn": among whom, then the period.
_SCOPE_GAP = re.compile(r"^\s*(?:trong|(?:của |toàn )?ngành|(?:của )?toàn)(?:\s+[^\W\d]+,?){1,6}\s*[(,]?\s*$")
_TAIL_PERIOD = re.compile(r"[\s,(–-]*\b(?:giai đoạn\s+(\d{4})\s*[-–]\s*(\d{4})|năm(?:\s+(\d{4}))?)\)?\s*$")
_SCHOOL_YEAR_NOW = re.compile(r"^\s*(?:trong )?năm học này")

_LAUNCHED_FOR = re.compile(r"[\s,(]*do [^\";:]{3,90}? phát động\s+(?:trong\s+)?(?=giai đoạn)")
_D, _M, _Y = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
# "(từ ngày 1/8 đến ngày 30/11/2023)", "kéo dài từ nay đến hết năm 2017", "bắt đầu từ hôm nay, kết thúc ngày 13-8".
_BETWEEN = re.compile(
    r"[\s,(]*(?:(?:thời gian|kéo dài|diễn ra|bắt đầu|thực hiện|triển khai|phát động|được|sẽ|tính|trong)\s*:?\s+)*"
    rf"(?:từ|kể từ)\s+(?:nay|hôm nay|(?:ngày\s+)?{_D}\s?[/.-]\s?(?P<m1>{_M})(?:\s?[/.-]\s?(?P<y1>{_Y}))?"
    rf"|tháng\s+(?P<m3>{_M})(?:\s?[/.-]\s?(?P<y3>{_Y}))?)\s*,?\s*(?:và\s+)?(?:sẽ\s+)?"
    r"(?:đến|tới|-|kết thúc|hết)\s+(?:vào\s+)?(?:hết\s+|cuối\s+)?"
    rf"(?:(?:ngày\s+)?{_D}\s?[/.-]\s?(?P<m2>{_M})(?:\s?[/.-]\s?(?P<y2>{_Y}))?"
    rf"|tháng\s+(?P<m4>{_M})(?:\s?[/.-]\s?(?P<y4>{_Y}))?|năm\s+(?P<y5>{_Y}))(?![\d/])"
)
# "(2021 - 2025)": years alone between brackets.
_BRACKETED = re.compile(rf"\s*\(\s*({_Y})\s*-\s*({_Y})\s*\)")
# The period behind a name without quotes.
BEHIND = re.compile(
    rf"[\s,(]*\b(?:(?:trong\s+)?giai đoạn\s+{_Y}\s*-\s*{_Y}|từ năm {_Y} đến (?:hết )?năm {_Y})|{_BRACKETED.pattern}"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name inside a sentence: offsets into the sentence's match form, quotes outside."""

    start: int
    end: int
    outer_end: int
    head_end: int  # end of the head that names it a campaign
    theme: bool = False


def tail_of(matched: str, name: Name, starts: list[int]) -> str:
    """What stands behind a name, up to the next of the names that start at ``starts``."""
    return matched[name.outer_end : min((s for s in starts if s > name.start), default=len(matched))]


def own_period(name: str) -> tuple[str, Years | None]:
    """A period written inside the quotes ("… giai đoạn 2019 - 2025") is no part of the name."""
    m = _TAIL_PERIOD.search(match_form(name))
    if not m or m.start() < 4:
        return name, None
    bare = name[: m.start()].strip(" ,-–")
    if m[1]:
        return bare, Years(start=m.start(), end=m.end(), first=int(m[1]), last=int(m[2]))
    if m[3]:
        return bare, Years(start=m.start(), end=m.end(), first=int(m[3]), last=int(m[3]))
    return bare, None


def period_of(
    matched: str, name: Name, tail: str, published: dt.date | None, inferred: list[tuple[str, str]]
) -> Years | None:
    if published is not None and _SCHOOL_YEAR_NOW.match(tail):
        year = published.year if published.month >= 8 else published.year - 1
        inferred += [("start_year", RELATIVE_YEAR), ("end_year", RELATIVE_YEAR)]
        return Years(start=0, end=0, first=year, last=year)
    after = find_years(tail, published)
    if after and _PERIOD_GAP.match(tail[: after[0].start]):
        return after[0]
    if after and after[0].first != after[0].last and _SCOPE_GAP.match(tail[: after[0].start]):
        return after[0]
    launched = _LAUNCHED_FOR.match(tail)
    of_launch = (y for y in after if launched and y.first != y.last and y.start - launched.end() <= 1)
    between = next(of_launch, None) or _bracketed(tail) or _between_days(tail, published)
    if between:
        inferred += [(key, between.basis) for key in ("start_year", "end_year") if between.basis]
        return between
    if name.theme:
        # "phong trào thi đua năm 2024 với chủ đề “…”": the year of the movement whose theme it is.
        for part in (
            matched[name.head_end : name.start],
            tail[:60],
            matched[max(0, name.head_end - 80) : name.head_end],
        ):
            years = find_years(part, published)
            if years:
                if years[0].basis:
                    inferred += [("start_year", years[0].basis), ("end_year", years[0].basis)]
                return years[0]
    return None


def _bracketed(tail: str) -> Years | None:
    m = _BRACKETED.match(tail)
    return Years(start=m.start(), end=m.end(), first=int(m[1]), last=int(m[2])) if m else None


def _between_days(tail: str, published: dt.date | None) -> Years | None:
    """The years of "từ ngày 1/8 đến ngày 30/11/2023": a day without a year lies in that of the other, or before."""
    told = _BETWEEN.match(tail)
    if told is None:
        return None
    first, last = told["m1"] or told["m3"], told["m2"] or told["m4"]
    start, end = told["y1"] or told["y3"], told["y2"] or told["y4"] or told["y5"]
    basis = None
    if not start and not first and published is not None:
        start, basis = str(published.year), RELATIVE_YEAR  # "từ nay"
    over = int(bool(first and last) and int(last) < int(first))
    if end and not start:
        start = str(int(end) - over) if first and last else None
    elif start and not end:
        end = str(int(start) + over)
    elif not start and published is not None and (days := find_days(f"ngày {told[0].split()[-1]}", published)):
        end, basis = str(days[0].value.year), NEAREST
        start = str(int(end) - over)
    if not start or not end or not 0 <= int(end) - int(start) <= 30:
        return None
    return Years(start=0, end=told.end(), first=int(start), last=int(end), basis=basis)
