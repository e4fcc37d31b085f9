"""The year of an award: the achievement's, else the decision's, else that of the act the article reports.

Stated: "tặng Cờ thi đua năm 2023", "có thành tích xuất sắc năm 2023", "năm 2022, A được …". Not stated: the year
that the reported gathering sums up, else that of the day on which the act is told to have been done, else the year of
publication (or, not known, of the one gathering told) when the article reports the act as its news.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from extract.dates import RELATIVE, RELATIVE_YEAR, Years, find_days, find_years, published_day, reported_days
from extract.facts.award_clause import Clause
from extract.facts.award_tails import listed_years
from extract.model import Article, Event, Span, Status
from extract.names import span_of
from extract.view import Doc
from extract.view import Span as Words

NEWS = "the act is the article's news, year of publication"
HELD = "the act is the article's news, year of the gathering it reports"
_ACTED = "year of the day of the act"
_SUMS_UP = re.compile(
    r"\b(?:tổng kết|sơ kết|bình xét|nhìn lại|đánh giá)\b[^.;]{0,110}?\b(năm học \d{4}\s*-\s*\d{4}"
    r"|năm \d{4}(?!\s*[-–]))|\b(tổng kết) năm học (\d{4})"
    r"|\bhọp\b[^.;]{0,60}?\bxét,? (?:đề nghị )?khen thưởng\b[^.;]{0,140}?\bnăm \d{4}(?!\s*[-–])"
    r"|\b(?:hội nghị|(?:buổi )?lễ|chương trình|đại hội|đêm) \W?(?:biểu dương|tuyên dương|tôn vinh|vinh danh|trao tặng"
    r"|trao|công bố|khen thưởng|gặp mặt)\b(?:[^.;]|\.(?=\S)){0,120}?\bnăm \d{4}(?!\s*[-–])"
)
# "Kết thúc năm 2014, toàn tỉnh có …", "Trong năm 2023, cả 6 đơn vị đều …": the year whose results are told.
_RESULTS = re.compile(
    r"\bkết thúc (năm (?:học )?\d{4}(?:\s*-\s*\d{4})?)"
    r"|(?<!mong rằng, )(?<!mong )\btrong (năm \d{4}),? (?:cả|tất cả|\d+|các đơn vị|toàn|khối|cụm)\b"
    r"(?:(?!\bsẽ\b)[^.;]){0,60}?\b(?:đều|đã)\b"
)
# "Danh sách đề nghị tặng Huân chương … năm 2014": the year of what is proposed.
_PROPOSED = re.compile(
    r"\b(?:danh sách|hồ sơ|trường hợp|cá nhân|tập thể)\b[^.;\n]{0,60}?\b(?:đề nghị|xét|đề cử)\b[^.;\n]{0,120}?"
    r"\bnăm (\d{4})\b"
)
_EARLIER = re.compile(
    r"\b(?:trước đó|trước đây|từng|nhiều năm|những năm qua|thời gian (?:vừa )?qua"
    r"|từ năm \d{4}\s*-\s*\d{4}|\d+ năm (?:qua|liền)|đã (?:được|có|nhận"
    r"|đạt)|thời kỳ|lúc bấy giờ|kể từ)\b"
)
_NEWS = re.compile(
    r"\b(?:tại (?:hội nghị|buổi lễ|lễ|đại hội|buổi|chương trình|sự kiện)|dịp này|nhân dịp|(?<!thời gian )vừa|hôm nay"
    r"|sáng|chiều|tối|cùng ngày"
    r"|cũng trong|cùng đợt|thừa ủy quyền|cũng tại)\b"
)


@dataclass(frozen=True, slots=True)
class Report:
    """What an article reports: the year its gathering sums up, and the year it came out."""

    summed_up: int | None
    summed_up_at: Span | None
    published: int | None
    basis: str = NEWS  # by what ``published`` is known
    proposed: int | None = None  # the year of the list of proposals it tells of
    day: dt.date | None = None  # the last day it names in full, where all are of one year and it has none of its own
    news: bool = True  # whether its news are awards: else an act needs words that say it is news
    heading: Words | None = None  # the line above the list in which the sentence stands


def reported(doc: Doc) -> Report:
    """The report of an article."""
    day = published_day(doc.article.published)
    matched = doc.form
    m = _SUMS_UP.search(matched) or _RESULTS.search(matched)
    year = at = None
    if m:
        told = find_years(matched[m.start() : m.end() + 12], day)
        years = tuple(y for y in told if y.basis is None) or told  # "hội nghị tổng kết năm nay … năm 2012"
        if years:
            year = years[-1].first if len(years) == 1 else years[0].first
            sentence = next((s for s in doc.sents if s.start_char <= m.start() < s.end_char), None)
            if sentence is not None:
                at = span_of(doc, sentence.start, sentence.end)
    if day is None:
        held = {int(f.date[:4]) for f in doc.facts if isinstance(f, Event)} or _held(doc)
        known, basis = (held.pop() if len(held) == 1 else None), HELD
    else:
        known, basis = day.year, NEWS
    m = _PROPOSED.search(matched)
    proposed = int(m[1]) if m else None
    last = _last_day(matched) if day is None else None
    return Report(year, at, known, basis, proposed, last, news=day is None or _tells_of_awards(doc))


_AWARDING = re.compile(
    r"\b(?:trao|tặng|truy tặng|khen|khen thưởng|bằng khen|giấy khen|huân chương|tuyên dương|biểu dương|tôn vinh"
    r"|vinh danh|đón nhận|tổng kết|sơ kết|suy tôn|phong tặng)\b"
)


def _tells_of_awards(doc: Doc) -> bool:
    """Whether title, sapo or opening speak of awarding, or a gathering is told: a portrait has no such news."""
    article: Article = doc.article
    if any(isinstance(f, Event) for f in doc.facts):
        return True
    first = next((b.start for b in article.blocks if b.kind == "paragraph"), 0)
    return _AWARDING.search(doc.form[: first + _OPENING]) is not None


_OPENS_DAY = re.compile(r"(?:^|[,–-]\s*|\bvừa qua,?\s*|\bmới đây,?\s*)$")
_TAKES_PLACE = re.compile(r"\b(?:tổ chức|diễn ra|khai mạc|công bố|long trọng|trao|tặng)\b")
_OPENING = 900  # code points of the body in which the news itself stands


def _held(doc: Doc) -> set[int]:
    """The year of the first day that opens a clause of the article's opening and says when something took place."""
    article: Article = doc.article
    first = next((b.start for b in article.blocks if b.kind == "paragraph"), 0)
    for sentence in doc.sents:
        if sentence.start_char > first + _OPENING:
            break
        matched = sentence.form
        for day in find_days(matched, None):
            if _OPENS_DAY.search(matched[: day.start]) and _TAKES_PLACE.search(matched[day.end :]):
                return {day.value.year}
    return set()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The years of an award, one row each (none: not told), why where inferred, and the sentence inferred from."""

    years: tuple[int, ...]
    basis: str | None = None
    source: Span | None = None


def award_years(sentence: Words, matched: str, clause: Clause, report: Report, status: Status) -> When:
    """The years that the form's own words tell, else its clause, the heading of its list, the report."""
    return (
        _told(sentence, matched, clause)
        or _headed(report.heading)
        or _listed_for(report, status)
        or _of_the_act(sentence, matched, clause, report, status)
    )


def _told(sentence: Words, matched: str, clause: Clause) -> When | None:
    if clause.form.years:
        return When(years=clause.form.years)
    day = published_day(sentence.doc.article.published)
    years = tuple(y for y in find_years(matched, day) if not _names_something_else(matched, y))
    stated = _stated(sentence, matched, clause, years)
    if stated is None:
        return None
    listed = listed_years(matched[stated.start : stated.end])
    return When(years=listed if len(listed) > 1 else (stated.first,), basis=stated.basis)


def _headed(heading: Words | None) -> When | None:
    year = _one_year(heading) if heading is not None else None
    if heading is None or year is None:
        return None
    at = span_of(heading.doc, heading.start, heading.end)
    return When(years=(year,), basis="what heads the list says", source=at)


def _listed_for(report: Report, status: Status) -> When | None:
    if status != "proposed" or report.proposed is None:
        return None
    return When(years=(report.proposed,), basis="the proposals the article tells of are that year's")


def _of_the_act(sentence: Words, matched: str, clause: Clause, report: Report, status: Status) -> When:
    """The year of the day on which it was given, else what the report tells."""
    if clause.times and clause.times > 1:
        return When(years=())
    before = matched[: sentence.doc.offsets[clause.form.start] - sentence.start_char]
    acted = _acted(sentence, matched, clause, report) if status not in {"revoked", "refused"} else None
    if status == "granted" and _EARLIER.search(before) and not _NEWS.search(before):
        return acted or When(years=())
    if not report.news and not _NEWS.search(before):
        report = replace(report, published=None)
    return _of_report(report, acted)


def _of_report(report: Report, acted: When | None) -> When:
    """The year summed up, else that of the act told or reported."""
    if report.summed_up is not None:
        basis = f"the gathering sums up năm {report.summed_up}"
        return When(years=(report.summed_up,), basis=basis, source=report.summed_up_at)
    if acted is None and report.published is not None:
        return When(years=(report.published,), basis=report.basis)
    return acted or When(years=())


_DAY_OF_ANOTHER = re.compile(
    r"(?:\(|\d{4}\s?[-–]|\bsinh|\btừ|\bđến|\btới|\bthành lập|\bkỷ niệm[^,;]{0,40}|\bra đời|\btrước|\bsau"
    r"|\b(?:quyết định|nghị quyết|nghị định|chỉ thị|thông tư|luật|kế hoạch|chiến lược|văn bản|tờ trình|công văn)\b"
    r"[^,;]{0,40})"
    r"\s*$"
)
_MONTH = re.compile(r"\btháng\s+\d{1,2}\s*(?:[/-]|năm)\s*((?:19|20)\d\d)\b")
_SHORT_DAY = re.compile(
    r"\b(?:ngày|hôm nay|hôm qua|sáng|chiều|tối)\s*,?\s*\(?\s*(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/.-])"
)


def _acted(sentence: Words, matched: str, clause: Clause, report: Report) -> When | None:
    """ "Ngày 12/3/2019, Bộ A tặng …", "đầu tháng 1-2018, …": the year of the day before the verb in its clause."""
    doc = sentence.doc
    start, verb = doc.offsets[clause.start] - sentence.start_char, doc.offsets[clause.verb.start] - sentence.start_char
    days = [
        (d.start, d.value.year)
        for d in reported_days(matched[:verb], published_day(doc.article.published))
        if d.basis != RELATIVE
    ]
    days += [(m.start(), int(m[1])) for m in _MONTH.finditer(matched[:verb])]
    years = [year for at, year in sorted(days) if at >= start and not _DAY_OF_ANOTHER.search(matched[:at])]
    year = years[-1] if years else _of_days_around(matched, start, report.day)
    return When(years=(year,), basis=_ACTED) if year is not None else None


def _of_days_around(matched: str, start: int, last: dt.date | None) -> int | None:
    """The year of a day told without it: that of the days told before, none where it lies before them."""
    m = _SHORT_DAY.search(matched, max(start, 0)) if last is not None else None
    if m is None or last is None or _DAY_OF_ANOTHER.search(matched[: m.start()]):
        return None
    return last.year if (int(m[2]), int(m[1])) >= (last.month, last.day) else None


# "khoảng 5h ngày 3-4-2017", "Trước đó, ngày 3-4-2017": a day on which something happened.
_HAPPENED = re.compile(
    r"(?:^|[\n.,;]|\d{1,2}\s?(?:h|giờ)\s?\d*|\b(?:khoảng|vào|lúc|sáng|chiều|tối|trưa|đêm|hôm|trước đó))\s*$"
)


def _last_day(matched: str) -> dt.date | None:
    """The last of the days on which the article tells that something happened, where they are of one year."""
    days = [
        d.value
        for d in find_days(matched, None)
        if _HAPPENED.search(matched[max(0, d.start - 20) : d.start])
        and not _DAY_OF_ANOTHER.search(matched[max(0, d.start - 80) : d.start])
    ]
    return max(days) if len({d.year for d in days}) == 1 else None


def _one_year(heading: Words) -> int | None:
    """The year of "Kết quả khen thưởng năm 2019:"; None where there is none, or another beside it."""
    years = {(y.first, y.last) for y in find_years(heading.form, None)}
    first, last = years.pop() if len(years) == 1 else (0, 1)
    return first if first == last else None


def _adverbial(matched: str, year: Years) -> bool:
    """Whether a year stands for itself ("Trước đó, năm 2022 A …", "trong năm 2022 có …"), not inside a name."""
    alone = re.search(r"(?:^|[,;.])\s*(?:trong\s+|vào\s+|và\s+)?$", matched[: year.start]) is not None
    return alone or re.match(r"\s*(?:,|có\b|toàn\b|đã\b|cụm\b)", matched[year.end :]) is not None


_TO_YEAR = re.compile(r"\s*(?:đến|tới)(?: hết)?(?: năm(?: học)?)? (?:\d{4}|năm)\b")


def _names_something_else(matched: str, year: Years) -> bool:
    """A period, or the year of a decision, a founding or a plan, is no year of achievement."""
    if year.first != year.last and len(listed_years(matched[year.start : year.end])) < 2:
        return True
    before = matched[max(0, year.start - 60) : year.start]
    if year.basis == RELATIVE_YEAR and re.search(r"\b(?:hội nghị|lễ|đại hội|chương trình)(?: \w+){0,3} $", before):
        return True  # "tại hội nghị tổng kết năm nay": when it meets, not which year it sums up
    if re.search(r"\btừ(?: năm(?: học)?)?\s*$", before) and _TO_YEAR.match(matched[year.end :]):
        return True  # "từ năm học 2012-2013 đến (năm học) 2016-2017"
    since = re.search(r"\b(?:từ|kể từ)(?: năm)?\s*$", before) or re.match(
        r"(?:kể )?từ\b", matched[year.start : year.end]
    )
    if since and re.match(r"\s*(?:đến|tới|cho đến) nay\b|\s*trở lại đây", matched[year.end :]):
        return True  # "từ năm 2008 đến nay": an open span
    return (
        re.search(
            r"(?:tháng \d{1,2}[ /-]?|đến(?: hết)?|thành lập(?: từ)?|ra đời|sinh|quyết định \S+|nhiệm vụ|kế hoạch"
            r"|phương hướng|điều hành(?: hoạt động)?"
            r"|giao ước(?: thi đua)?|tuổi|(?:khối|cụm) (?:trưởng|phó)|(?:trưởng|phó) (?:khối|cụm))"
            r"(?: (?:thi đua|trong|cho|của))*\s*$",
            before,
        )
        is not None
    )


def _opens_next(matched: str, form_end: int, year: Years) -> bool:
    """ "…, năm 2015 được tặng": the year behind a separator opens the clause of the next award."""
    between, behind = matched[form_end : year.start], matched[year.end : year.end + 40]
    return re.search(r"[,;]\s*(?:(?:đến|và|vào|sang|rồi|tiếp đó,?)\s+)*$", between) is not None and (
        re.match(r"[\s,]*(?:tiếp tục |lại |vinh dự |đơn vị |đã )*(?:được|đón|nhận|đạt)\b", behind) is not None
    )


def _stated(sentence: Words, matched: str, clause: Clause, years: tuple[Years, ...]) -> Years | None:
    """The year behind the form, else elsewhere in its clause, else at the head of the sentence."""
    doc = sentence.doc

    def offset(token: int) -> int:
        return (doc.offsets[token] if token < len(doc) else len(doc.text)) - sentence.start_char

    form_end, start, end = offset(clause.form.end), offset(clause.start), offset(clause.end)
    behind = [
        y for y in years if form_end - 1 <= y.start <= min(end, form_end + 12) and not _opens_next(matched, form_end, y)
    ]
    if behind:
        return behind[0]
    inside = [y for y in years if form_end <= y.start < end and not _opens_next(matched, form_end, y)]
    ahead = [y for y in years if start <= y.start < form_end]
    if ahead and (
        not inside or matched[start : ahead[-1].start].strip(" ,") in {"", "trong", "trước đó,", "trước đó", "và", "từ"}
    ):
        return ahead[-1]
    if inside:
        return inside[0]
    # "Năm 2022, A …; B …", "Ghi nhận thành tích năm 2022, A …; B …": what opens the sentence holds for its chain.
    verb = offset(clause.verb.start)
    # "Trong năm 2022 huyện tặng A; B; C": the one year before a verb holds for all that the verb gives.
    one = years if len(years) == 1 and verb < start else ()
    lead = [y for y in years if y.start < start and (_adverbial(matched, y) or (y in one and y.end <= verb))]
    return lead[-1] if lead else None
