"""Corrections that a newspaper prints ("đính chính", "cải chính", "nói lại cho rõ") and the article they speak of.

By custom a newspaper that corrects itself names what it corrects by headline and day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.dates import find_days, published_day
from extract.model import Article, Span
from extract.text import match_form

# What a correction is headed, or says of itself in its first lines.
_HEADED = re.compile(r"^\W*(?:nói lại cho rõ|nói lại cho đúng|đính chính|cải chính|thông tin lại|xin lỗi bạn đọc)\b")
_SAYS = re.compile(r"\b(?:xin (?:được )?(?:đính chính|cải chính|nói lại cho rõ)|xin cáo lỗi|nay xin sửa lại)\b")
# "báo đăng bài “…”", "bài viết “…” đăng ngày 5/1": the headline as the correction quotes it.
_QUOTED = re.compile(
    r"\b(?:bài(?: viết| báo)?|tin(?: bài)?|bản tin|phóng sự|tác phẩm)\s*(?:có (?:nhan đề|tựa|tựa đề|tiêu đề)\s*)?:?\s*"
    r'"\s*(?P<title>[^"\n]{8,200}?)\s*"'
)
_PRINTED = re.compile(r"\b(?:đăng|đăng tải|số ra|ra|phát hành|xuất bản|in|đưa|phản ánh|có)\b")
_OPENING = 1200  # code points: a correction names its article at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an article corrects: headline and ISO day as it tells them, and the span that does."""

    title: str | None
    day: str | None
    evidence: Span


def correction(article: Article) -> Correction | None:
    """What an article corrects; None where it is no correction or does not say what it corrects."""
    form = match_form(article.text)[:_OPENING]
    if not (_HEADED.match(match_form(article.title)) or _HEADED.match(form) or _SAYS.search(form)):
        return None
    lines = (m.span() for m in re.finditer(r"[^\n]+", form))
    quoted = [(start, end, m) for start, end in lines if (m := _QUOTED.search(form, start, end))]
    if not quoted:
        return None
    # A line of the text tells more than the headline.
    start, end, match = next((line for line in quoted if line[0] > 0), quoted[0])
    own = published_day(article.published)
    days = [day for day in find_days(form[start:end], own) if own is None or day.value <= own]
    near = [day for day in days if _PRINTED.search(form[start:end][max(0, day.start - 60) : day.end + 40])]
    title = article.text[match.start("title") : match.end("title")]
    return Correction(
        title=" ".join(title.split()), day=near[0].iso if near else None, evidence=Span(start=start, end=end)
    )
