"""Who launched an emulation movement, and in which year.

The launch stands behind the name ("do UBND tỉnh phát động từ năm 2020", "UBND tỉnh vừa phát động tháng 1/2019"),
before the list of names, or is what the sentence reports ("Năm 2022, Sở Y tế phát động phong trào …").
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract.dates import Years, published_day, reported_days
from extract.facts.bodies import bodies_before, givers, joint_bodies
from extract.facts.campaign_period import BEHIND as PERIOD_BEHIND
from extract.facts.campaign_period import Name, tail_of
from extract.text import match_form
from extract.view import Span as Words

_Y = r"(?:19|20)\d\d"
_VERB = r"(?:phát động|khởi xướng|đề xướng)"
_DONE = r"(?:(?:đã|vừa|mới|đồng|cùng|chính thức|tổ chức|cùng nhau|phối hợp)\s+)*"
_TIME = r"(?:ngay|từ|vào|trong|hồi|đầu|giữa|cuối|năm|tháng \d{1,2}|ngày \d{1,2}\s?[/.-]\s?\d{1,2}|[/.-])"
# "từ năm 2020", "tháng 1/2019", "đầu năm 2015"; a period ("năm 2020 - 2025") is when the movement runs.
WHEN = rf"(?:[\s,]*(?:{_TIME}\s*)+(?P<year>{_Y})\b(?!\s*(?:-|đến)\s*\d))?"
# The launch behind a name: "do A và B phát động", "được A phát động", "mà A vừa phát động", "A vừa phát động".
BEHIND = re.compile(
    rf"\b(?:do\s+(?P<by>[^\";:]{{2,110}}?)|(?:được|mà|của)\s+(?P<of>(?:(?!\bdo\b)[^\";:,]){{2,90}}?))\s+{_DONE}{_VERB}{WHEN}"
)
_BARE = re.compile(rf"[\s,)]*(?P<bare>[^\";:,.()]{{2,60}}?)\s+(?:đã|vừa|mới)\s+{_DONE}{_VERB}{WHEN}")
# What may stand between a name and its launch: the period, those among whom it runs.
_NEAR = 60
_ACT = re.compile(
    rf"\b(?<!việc )(?:(?:đã|cũng|vừa|chính thức|tiếp tục|về việc)\s+)*(?:{_VERB}|lấy chủ đề"
    r"|(?:công bố|mở|ban hành)(?=\s(?:(?:các|hai|ba|một|\d)\s)?(?:phong trào|đợt|cao điểm|chuyên đề thi đua)\b))"
    r"(?! (?:bởi|từ)\b)"
)
_LONG_AGO = re.compile(
    r"\b(?:từ khi|kể từ|từ ngày|(?:những|các|nhiều|\d+|mấy) năm (?:qua|gần đây|nay|trước)|thời gian (?:vừa )?qua"
    r"|lâu nay|trước đây|hằng năm|hàng năm)\b"
)
# "Năm 2022, …", "Từ tháng 3/2021, …" at the head of a clause.
_OPENS = re.compile(
    rf"(?:^|[,;.(]\s*|\s-\s)(?:(?:ngay|trước đó|từ|vào|trong|đầu|giữa|cuối)\s+)*(?:tháng \d{{1,2}}\s?[/-]\s?"
    rf"|tháng \d{{1,2}} năm |năm )(?P<year>{_Y}),?\s"
)
_SAME_ACT = 110  # characters between a launch and the name of what is launched, and between a year and its act


@dataclass(frozen=True, slots=True)
class Launch:
    """Who launched a movement and when, with the basis of a year that is not told."""

    by: str | None = None
    year: int | None = None
    basis: str | None = None


def launch_of(sentence: Words, name: Name, starts: list[int], period: Years | None) -> Launch:
    """The launch of a name; ``starts`` are the offsets of all names of its sentence."""
    matched = sentence.form
    behind = _behind(sentence, tail_of(matched, name, starts), name.outer_end)
    if behind is not None:
        return behind
    # Before the list: "các phong trào thi đua do A và B phát động …: “…”; “…”".
    before = list(BEHIND.finditer(matched[: min(starts)]))
    if before and before[-1]["by"]:
        m = before[-1]
        return Launch(joint_bodies(sentence, *m.span("by")), _int(m["year"]))
    acts = list(_ACT.finditer(matched[: name.start]))
    if not acts or name.start - acts[-1].end() >= _SAME_ACT:
        return Launch()
    if not name.theme and any(acts[-1].end() < s < name.start for s in starts):
        return Launch()
    by = bodies_before(sentence, acts[-1].start()) or _referred(sentence, matched, acts[-1].start())
    if by is None or _LONG_AGO.search(matched[: name.start]):
        return Launch(by)
    return Launch(by, *_year_of_act(matched[: acts[-1].start()], _published(sentence), period))


def _behind(sentence: Words, tail: str, offset: int) -> Launch | None:
    m = BEHIND.search(tail)
    if m is not None and m.start() < _NEAR:
        group = "by" if m["by"] else "of"
        by = joint_bodies(sentence, offset + m.start(group), offset + m.end(group)) or _short(m[group])
        year, basis = _int(m["year"]), None
        if group == "of" and year is None and re.match(r"\s+ngay\b", tail[m.end() :]):
            year, basis = _reported(_published(sentence), None)
        return Launch(by, year, basis) if by or group == "by" else None
    period = PERIOD_BEHIND.match(tail)
    m = _BARE.match(tail, period.end() if period else 0)
    by = (joint_bodies(sentence, offset + m.start("bare"), offset + m.end("bare")) or _short(m["bare"])) if m else None
    return Launch(by, _int(m["year"])) if m and by else None


_PLACES = re.compile(r"(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường)")


def _short(words: str) -> str | None:
    """ "do tỉnh phát động": the locality as written."""
    return words.strip() if _PLACES.fullmatch(words.strip()) else None


# "quỹ phát động", "bệnh viện đã phát động": one named before, taken up by its noun alone.
_SUBJECT = re.compile(r"(?:^|[,;.]\s)(?:cũng\s)?(?P<noun>[^\W\d]+(?: [^\W\d]+)?)\s+(?:đã |cũng |vừa |chính thức )*$")


def _referred(sentence: Words, matched: str, act: int) -> str | None:
    m = _SUBJECT.search(matched[:act])
    if m is None:
        return None
    noun = m["noun"].removeprefix("toàn ")
    if short := _short(noun):
        return short
    named = [g for g in givers(sentence.doc, 0, sentence.start) if not g.held and not g.presents]
    return next((g.text for g in reversed(named) if match_form(g.text).startswith(f"{noun} ")), None)


def _year_of_act(before: str, day: dt.date | None, period: Years | None) -> tuple[int | None, str | None]:
    """The year of a launch that a sentence reports: told at the head of its clause, of its day, or the article's."""
    told = list(_OPENS.finditer(before))
    if told and len(before) - told[-1].end() < _SAME_ACT:
        return int(told[-1]["year"]), None
    days = reported_days(before, day)
    if days and len(before) - days[-1].end < _SAME_ACT:
        return days[-1].value.year, days[-1].basis
    return _reported(day, period)


def _reported(day: dt.date | None, period: Years | None) -> tuple[int | None, str | None]:
    if day is not None:
        return day.year, "the article reports the launch, year of publication"
    if period is not None and period.first == period.last:
        return period.first, "the article reports the launch, year of the movement"
    return None, None


def _published(sentence: Words) -> dt.date | None:
    return published_day(sentence.doc.article.published)


def _int(value: str | None) -> int | None:
    return int(value) if value else None


_LATER = re.compile(
    rf"^\s*(?:đây là )?phong trào (?:này )?(?:được|do)\s+(?P<by>[^\";:,]{{3,90}}?)\s+{_DONE}{_VERB}{WHEN}"
)


def told_later(sentence: Words) -> Launch | None:
    """ "Phong trào được UBND tỉnh phát động năm 2022" after the sentence that names the one campaign."""
    m = _LATER.match(sentence.form)
    return Launch(joint_bodies(sentence, *m.span("by")), _int(m["year"])) if m else None
