"""Gatherings about emulation and reward on a stated day: conference, ceremony, launch or signing.

The kind is the first purpose the sentence names after its gathering ("tổng kết … và ký kết giao ước" is a
conference). A day belongs to a gathering when it opens the sentence or stands beside a word of holding.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.dates import NEAREST, RELATIVE, Day, find_days, find_years, published_day, reported_days
from extract.facts.bloc import blocs_of
from extract.facts.event_place import HOUSE, NO_PLACE, PLACE, place_at, place_of
from extract.model import Event, EventKind
from extract.names import span_of
from extract.text import last_end
from extract.tokens import component
from extract.view import Doc, Span

_SUBJECT = re.compile(
    r"\b(?:thi đua|khen thưởng|giao ước|trao thưởng|bằng khen|giấy khen|huân chương|huy chương|kỷ niệm chương|danh hiệu"
    r"|điển hình tiên tiến"
    r"|gương điển hình|điển hình tiêu biểu|phong trào|anh hùng lao động|(?:khối|cụm) thi đua|tuyên dương|tôn vinh"
    r"|biểu dương|(?:tổng kết|sơ kết|họp) (?:của )?(?:khối|cụm)|(?:khối|cụm) (?:họp|tổng kết|sơ kết))\b"
)
# Where the article speaks of blocs, half a year or a year summed up is theirs.
_OF_BLOC = re.compile(rf"{_SUBJECT.pattern}|\b(?:sơ|tổng) kết (?:(?:\d+|sáu) tháng|quý|học kỳ|(?:cuối |giữa )?năm)\b")
_ANY_SUBJECT = re.compile(r"\b(?:thi đua|khen thưởng|bằng khen|giấy khen|huân chương|danh hiệu)\b")
# Gatherings of another world: contests, fairs, prizes of business.
_FOREIGN = re.compile(
    r"\b(?:giải (?:bóng|thể thao|chạy|vô địch|đấu)|hội thao|(?:hội|cuộc) thi(?! đua)|hội chợ|hội khỏe|liên hoan|gala"
    r"|giải thưởng"
    r"|xét xử|phiên tòa|tọa đàm|hội thảo|tập huấn|họp báo)\b"
)
_EMULATION_MEETS = re.compile(
    r"\b(?:hội nghị|lễ|buổi lễ) (?:sơ kết|tổng kết|biểu dương|tuyên dương|tôn vinh|ký kết giao ước|khen thưởng)\b"
)
_HELD = re.compile(
    r"\b(?:tổ chức|diễn ra|mở|tiến hành|nhóm họp|họp|gặp mặt|gặp gỡ|khai mạc|đã có|ký kết|ký giao ước"
    r"|ký bản giao ước|tổng kết|sơ kết"
    r"|đánh giá|nhìn lại|phát động|bình xét|tuyên dương|biểu dương|là nơi|đón nhận|được (?:nhận|tặng|trao)|đã trao)\b"
)
_GATHERING = re.compile(
    r"\b(?:hội nghị|đại hội|cuộc họp|phiên họp|buổi họp|họp|lễ|buổi lễ|gặp mặt|cuộc gặp|chương trình giao lưu"
    r"|chương trình (?:\w+ ){0,2}(?:tuyên dương|tôn vinh|vinh danh|biểu dương)"
    r"|tổ chức (?:tuyên dương|biểu dương|tôn vinh|vinh danh|khen thưởng|sơ kết|tổng kết)(?! (?:của|theo)\b)"
    r"|buổi giao lưu|giao ban)\b"
)
_PURPOSES: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    (
        "conference",
        re.compile(
            r"\b(?:tổng kết|sơ kết|biểu dương|tuyên dương|nhìn lại|đánh giá|bình xét|họp|giao ban|rà soát|triển khai"
            r"|gặp mặt(?=,| (?:điển hình|các|đại biểu|\d))|(?:đại hội|hội nghị) thi đua"
            r"|hội nghị (?:(?:đại biểu )?điển hình|biểu dương|tuyên dương))\b"
        ),
    ),
    (
        "ceremony",
        re.compile(
            r"\b(?:lễ (?:khen thưởng|biểu dương|công bố|trao|kỷ niệm|đón nhận|đón|truy tặng|tôn vinh|vinh danh"
            r"|tuyên dương)|chương trình (?:\w+ ){0,2}(?:tuyên dương|tôn vinh|vinh danh)"
            r"|được nhận (?:bằng|giấy|huân|danh|cờ)|tổ chức khen thưởng"
            r"|công bố và trao|trao tặng|trao thưởng"
            r"|đón nhận|vinh danh|tôn vinh|kỷ niệm|trao (?:tặng )?(?:bằng|giấy|huân|danh|cờ|các))\b"
        ),
    ),
    ("launch", re.compile(r"\b(?:lễ phát động|lễ ra quân|phát động)\b")),
    (
        "signing",
        re.compile(
            r"\b(?:ký kết giao ước|ký giao ước|ký kết bản giao ước|ký bản giao ước|ký kết thi đua|giao ước thi đua"
            r"|ký kết)\b"
        ),
    ),
)
_OF_A_DOCUMENT = re.compile(
    r"(?:quyết định|kế hoạch|công văn|chỉ thị|nghị quyết|tờ trình|hướng dẫn|văn bản|thông tư|nghị định)[^,;.]{0,60}$"
)
# "… người cứu nạn trong vụ cháy ngày 8/1": the day of what the praised did.
_OF_A_DEED = re.compile(r"\bvụ (?!tổng kết)[^,;.]{0,70}$")


_EARLIER = re.compile(r"trước đó,?\s+(?:vào\s+)?$")


@dataclass(frozen=True, slots=True)
class _Found:
    event: Event
    whole: bool  # the sentence opens with its day


def find_events(doc: Doc) -> tuple[Event, ...]:
    """The gatherings of an article whose day is known; one a day and kind, the fullest mention first."""
    day = published_day(doc.article.published)
    if _ANY_SUBJECT.search(doc.form) is None:
        return ()
    subject = _OF_BLOC if blocs_of(doc).groups else _SUBJECT
    found: dict[str, _Found] = {}
    last: str | None = None  # the day of the gathering told in the sentence before
    for sentence in doc.sents:
        matched = sentence.form
        if last is not None and found[last].event.place is None:
            found[last] = _placed_later(found[last], sentence)
        last = None
        if subject.search(matched) is None:
            continue
        days = reported_days(matched, day)
        if day is None:
            days = tuple(sorted((*days, *_dated(matched, days, doc.form)), key=lambda d: d.start))
        for new in _events(sentence, days, subject):
            old = found.get(new.event.date)
            if old is None or (old.event.place is None and new.event.place and new.event.kind == old.event.kind):
                found[new.event.date] = new
            last = new.event.date
    return tuple(f.event for f in found.values())


# The middle of a year: the day nearest to it lies in that year.
_MIDSUMMER = dt.date(2000, 7, 2)
_IN_SENTENCE = "year told in the sentence"
_OCCASION = re.compile(
    r"\b(?:tháng (?:công nhân|thanh niên|an toàn)|tuần lễ|ngày hội)\b[^.,;:]{0,30}?((?:19|20)\d\d)\b"
)
# "lễ tuyên dương thợ giỏi toàn quốc năm 2015": a nation-wide gathering bears its own year.
_EDITION = re.compile(
    r"\b(?:lễ|hội nghị|đại hội|chương trình) (?:tuyên dương|biểu dương|tôn vinh|vinh danh|gặp mặt|thi đua)[^.,;:]{0,60}"
    r"\btoàn quốc năm ((?:19|20)\d\d)\b"
)
# "sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023": held in the middle of that year.
_HALF = re.compile(r"\bsơ kết\b[^.]{0,200}?\b(?:0?6|sáu) tháng (?:đầu|cuối) năm ((?:19|20)\d\d)\b")
# "(11/6/1948 - 11/6/2013)": the second day is this year's.
_JUBILEE = re.compile(
    r"\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?\d{4}\s*-\s*\1\s?[/.-]\s?\2\s?[/.-]\s?((?:19|20)\d\d)\b"
)
_OF_YEAR = re.compile(
    r"\b(?:tổng kết|sơ kết|bình xét|biểu dương|tuyên dương|tôn vinh|giao lưu|tiêu biểu)\b"
    r"[^.;]{0,160}?\bnăm ((?:19|20)\d\d)\b"
)


def _dated(matched: str, full: tuple[Day, ...], whole: str) -> Iterator[Day]:
    """Days without a year in an article without a date, where their sentence, or an anniversary, leaves one year."""
    for day in find_days(matched, _MIDSUMMER):
        if day.basis != NEAREST or any(d.start < day.end and day.start < d.end for d in full):
            continue
        year = _year_beside(matched, day, full) or _year_told(matched, day.value) or _year_of_jubilee(whole, day.value)
        try:
            if year is not None:
                yield replace(day, value=day.value.replace(year=year), basis=_IN_SENTENCE)
        except ValueError:
            continue  # 29 February of another year


def _year_beside(matched: str, day: Day, full: tuple[Day, ...]) -> int | None:
    """ "Ngày 20/3, … khen thưởng … trong vụ cháy ngày 6/3/2014": that of the other day, not long before it."""
    for other in full:
        before = matched[: other.start]
        if before.endswith("(") or _OF_A_DOCUMENT.search(before) or "kỷ niệm" in matched[day.end : other.start]:
            continue  # the day that is celebrated
        try:
            gap = day.value.replace(year=other.value.year) - other.value
        except ValueError:
            continue
        if 0 < gap.days <= 60:
            return other.value.year
    return None


def _year_told(matched: str, day: dt.date) -> int | None:
    """The year of a day: an anniversary's near it, an occasion's, or that of which the gathering speaks.

    What sums up or honours a year is held late in it or early in the next; where the month fits both, none is told.
    """
    if _JUBILEE.search(matched):
        return _year_of_jubilee(matched, day)
    own = _OCCASION.search(matched) or (_EDITION.search(matched) if day.month >= 3 else None)
    own = own or (_HALF.search(matched) if 5 <= day.month <= 9 else None)
    if own:
        return int(own[1])
    years = sorted({y.first for y in find_years(matched, None) if y.basis is None})
    told = _OF_YEAR.search(matched)
    if told is None or int(told[1]) != years[0] or "năm học" in matched:
        return None
    if len(years) == 1 and day.month >= 7:
        return years[0]
    following = len(years) == 1 or years == [years[0], years[0] + 1]
    if following and "tổng kết" in told[0] and (day.month <= 2 or (len(years) == 2 and day.month >= 11)):
        return years[0] + 1 if day.month <= 2 else years[0]
    return None


def _year_of_jubilee(text: str, day: dt.date) -> int | None:
    """The year of the anniversary that a text celebrates, for a day near it."""
    found = {(int(m[2]), int(m[3])) for m in _JUBILEE.finditer(text)}
    # "Sáng 31/12, … (3/1/1977 - 3/1/2022)": kept in the last days of the year before
    off = {year: (year * 12 + month) - day.month for month, year in found}
    years = {round(months / 12) for months in off.values() if abs(months - 12 * round(months / 12)) <= 1}
    return years.pop() if len(years) == 1 else None


def _events(sentence: Span, days: tuple[Day, ...], subject: re.Pattern[str]) -> Iterator[_Found]:
    matched = _unquoted(sentence.form)
    if not days or subject.search(matched) is None or _is_foreign(matched):
        return
    day = _own_day(matched, days)
    if day is None:
        return
    place = place_of(sentence.text, matched, day)
    kind = _kind(matched, day, place is not None and "hội nghị" not in sentence.doc.form)
    if kind is None:
        return
    yield _Found(
        Event(
            kind=kind,
            date=day.iso,
            place=place,
            evidence=(span_of(sentence.doc, sentence.start, sentence.end),),
            rule=f"event.{kind}",
            inferred=(("date", day.basis),) if day.basis else (),
        ),
        day.start < 30,
    )


def _is_foreign(matched: str) -> bool:
    """Whether the gathering is of another world; a sports meeting beside "hội nghị sơ kết" does not make it one."""
    foreign = _FOREIGN.search(matched)
    own = _EMULATION_MEETS.search(matched)
    return foreign is not None and (own is None or foreign.start() < own.start())


def _unquoted(matched: str) -> str:
    """The match form with what stands in quotes blanked: a title that is quoted reports nothing.

    "sơ kết “Phong trào A”" keeps its word: of a movement the meeting is about, it is the name that is quoted.
    """
    return re.sub(
        r'"(phong trào )?[^"\n]*"', lambda m: " " + (m[1] or "") + " " * (len(m[0]) - 1 - len(m[1] or "")), matched
    )


def _own_day(matched: str, days: tuple[Day, ...]) -> Day | None:
    """The day on which the gathering is held: the first that is not a document's, with a word of holding near it."""
    for day in days:
        before = _LED.sub("", matched[: day.start])
        if _is_period(matched, day) or any(p.search(before) for p in (_OF_A_DOCUMENT, _OF_A_DEED, _EARLIER)):
            continue
        if _OF_GATHERING.search(before):
            return day
        if before.count("(") > before.count(")") and not _TODAY.search(before):
            continue
        if day.basis == RELATIVE and day.start > 30:
            continue  # "trong buổi lễ hôm nay", said in a speech
        if _ACTS_THEN.match(matched, day.end):
            return day
        opening = len(before.strip(" -(")) < 30 or _opens_clause(before)
        if _opens_clause(before) and _GATHERING_ENDS.search(before):
            return day  # "… hội nghị tổng kết của Khối, sáng 19.12, tại …"
        if (opening and _HELD.search(matched, day.end)) or (_GATHERING.search(before) and _held_before(before)):
            return day
    return None


_UNTIL = re.compile(r"\bđến (?:hết )?(?:ngày )?(\d{1,2})[-/.](\d{1,2})\b")


def _is_period(matched: str, day: Day) -> bool:
    """ "Từ ngày 1/8 đến ngày 31/10, Khối phát động đợt thi đua": weeks of work; no meeting lasts so long."""
    until = _UNTIL.search(matched, day.start, day.end)
    if until is None:
        return False
    months = (int(until[2]) - day.value.month) % 12
    return months * 30 + int(until[1]) - day.value.day > 7


_TODAY = re.compile(
    r"(?:^|[.,;–-]\s*|\b(?:sáng|chiều|tối) )(?:hôm )?(?:nay|qua)\s*\((?:ngày )?$"
)  # "Hôm nay (10/7/2018), …"
_LED = re.compile(r"(?:\b(?:trong|vào|từ|hai|ba|các)\s+)+$")  # "trong hai ngày 3 và 4/1"
# "hội nghị tổng kết của Khối (ngày 3/1, ở …)", "trong buổi lễ tối 3/1": the day of the gathering, not of what it marks.
_OF_GATHERING = re.compile(
    r"\b(?:hội nghị|lễ|đại hội|cuộc họp|phiên họp)\b"
    r"(?:(?!\b(?:kỷ niệm|ngày|nhân|thành lập|chào mừng|hưởng ứng)\b)(?:[^.;:,()\d]|\d(?!\d?[/.-]\d))){0,110}[( ]$"
)
# "Tại …, Khối thi đua A ngày 3/1 đã ký kết giao ước": the act stands right behind its day.
_ACTS_THEN = re.compile(
    r"\)?\s(?:đã |vừa |sẽ |long trọng |vinh dự |(?:phối hợp|cùng|kết hợp)(?: với)? [^,;.]{3,60}? )*"
    r"(?:tổ chức|họp|ký|sơ kết|tổng kết|gặp mặt|phát động|đón nhận|tuyên dương|biểu dương|khai mạc|trao)\b"
)
_GATHERING_ENDS = re.compile(r"\b(?:hội nghị|lễ|đại hội|cuộc họp|phiên họp)\b[^.;:,]{0,110},\s*$")


def _held_before(before: str) -> bool:
    """Whether a word of holding stands not far before a day, nearer still where a comma lies between."""
    end = last_end(_HELD, before)
    return end >= 0 and len(before) - end < (40 if "," in before[end:] else 60)


def _opens_clause(before: str) -> bool:
    return before.rstrip().endswith((",", ";", "-", "–"))


# What is a gathering though no noun of one is told: "đã sơ kết phong trào thi đua", "tổ chức ký giao ước".
_IS_MEETING = re.compile(
    r"\b(?:khối|cụm|phát động (?:phong trào|đợt) thi đua"
    r"|tổ chức (?:tuyên dương|biểu dương|tôn vinh|tổng kết|sơ kết|ký|trao|công bố|bình xét|đón nhận|kỷ niệm)"
    r"|(?:sơ|tổng) kết (?:\w+ )?(?:năm|tháng) (?:thực hiện|triển khai|phát động)"
    r"|(?:sơ|tổng) kết (?:phong trào|công tác) thi đua|ký (?:kết )?(?:bản )?giao ước)\b"
)
# To hand over or receive an award at a place told is a ceremony too.
_HANDS_OVER = re.compile(
    r"\b(?:trao(?: tặng)?|đón nhận|được nhận)\s(?:\w+\s){0,3}?"
    r"(?:bằng khen|giấy khen|huân chương|huy chương|danh hiệu|cờ thi đua|kỷ niệm chương)\b"
)
_PLANNED = re.compile(
    r"\b(?:ban hành|kế hoạch|hướng dẫn|chỉ đạo|yêu cầu|đề nghị|chuẩn bị|cho biết|(?<!theo )quyết định|ký)\b"
)


# "ký giao ước thi đua, dự kiến họp sơ kết vào ngày 16/1": the day is that of the meeting to come.
_TO_MEET = re.compile(r"\b(?:dự kiến|thống nhất|sẽ|hẹn|quyết định)(?: sẽ)?(?= (?:tổ chức|họp|sơ kết|tổng kết|gặp)\b)")


def _kind(matched: str, day: Day, alone: bool) -> EventKind | None:
    """The first-named purpose, where the sentence has a gathering's noun or an act that is one.

    ``alone``: the place of the act is told, and no conference of which it may have been part.
    """
    planned = last_end(_TO_MEET, matched[: day.start])
    found = [(m.start(), kind) for kind, pattern in _PURPOSES if (m := pattern.search(matched, max(planned, 0)))]
    if not found:
        return None
    if _GATHERING.search(matched):
        return min(found)[1]
    act = _IS_MEETING.search(matched) or (_HANDS_OVER.search(matched) if alone else None)
    if act is None or (day.end < act.start() and _PLANNED.search(matched, day.end, act.start())):
        return None
    return min(found)[1]


# "Hội nghị diễn ra tại …": where, told behind the sentence that tells when.
_HELD_THERE = re.compile(
    r"\s*(?:hội nghị|buổi lễ|lễ|phiên họp|đại hội|cuộc họp|buổi gặp mặt|chương trình)\b[^.;,:]{0,60}?\s"
    r"(?:(?:được )?(?:tổ chức|diễn ra|khai mạc|họp))\s(?:(?:long trọng|trang trọng)\s)?(?=tại\s|ở\s)"
)


def _placed_later(found: _Found, sentence: Span) -> _Found:
    """A gathering with the place that the sentence behind it tells."""
    matched = sentence.form
    held = _HELD_THERE.match(matched)
    m = PLACE.match(matched, held.end()) if held else None
    if m is None or NO_PLACE.match(matched, m.end()):
        return found
    place = place_at(sentence.text, matched, m.end())
    if place is None:
        return found
    if house := HOUSE.match(sentence.text, m.end() + len(place)):
        place += house[0]
    span = span_of(sentence.doc, sentence.start, sentence.end)
    return replace(found, event=replace(found.event, place=place, evidence=(*found.event.evidence, span)))


@component("events")
def events(doc: Doc) -> None:
    """Add the gatherings of a Doc to its facts."""
    doc.facts = (*doc.facts, *find_events(doc))
