"""Who wrote it: the signature in or below an article, and how it is told from a paragraph."""

from __future__ import annotations

import re

from extract.lines import Line
from extract.markup import clean

_WORK = r"tin|bài|bài viết|ảnh|ảnh minh họa|clip|video|thực hiện|nội dung|đồ họa|tổng hợp|biên tập"
_SIGNED = re.compile(rf"(?:{_WORK})(?:\s*(?:,|và|&|-|–|/|\+)\s*(?:{_WORK}))*\s*:\s*(?P<who>.+)", re.IGNORECASE)
_PHOTO_ONLY = re.compile(
    r"(?:ảnh|ảnh minh họa|clip|video|đồ họa)(?:\s*(?:,|và|&|-|/)\s*(?:ảnh|clip|video|đồ họa))*\s*:", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:theo|nguồn)\b\s*:?\s*(?P<who>.{0,60})", re.IGNORECASE)
_LABEL = re.compile(r"^(?:tác giả|phóng viên|pv|author|by)\s*:?\s+", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}:\d{2}")
_NOT_A_NAME = re.compile(r"https?:|www\.|@|\d{3}|[?!;\"“”]|\.(?:vn|com|net|org)\b", re.IGNORECASE)
_PAPER = re.compile(r"^(?:báo|đài|tạp chí|cổng|trang)\s|\bonline\b|điện tử", re.IGNORECASE)
_DESK = re.compile(r"tòa soạn|toà soạn|ban biên tập|bbt|pv|phóng viên|nhóm pv|nhóm phóng viên|ttxvn", re.IGNORECASE)
# Words that begin a name of a body, not of a person: the last line may be one of a list of recipients.
_BODY = re.compile(
    r"^(?:ubnd|hđnd|sở|ban|phòng|cục|chi cục|công an|công ty|trường|huyện|xã|phường|thành phố|tỉnh|hội|liên đoàn|bộ|"
    r"tập thể|khối|cụm|đảng|trung tâm|bệnh viện|chi nhánh|ngân hàng|huân chương|bằng khen|cờ|danh hiệu|chiến sĩ)\b",
    re.IGNORECASE,
)
MAX_NAME = 80  # characters of an author field; longer is no signature


def _named(text: str) -> bool:
    """One to seven words, each with a capital: "Ngọc Hậu", "P.Y", "Thu Hà - Văn An", "N.T"."""
    words = [w for w in re.split(r"[\s,&–-]+|\bvà\b", text) if w]
    return (
        0 < len(words) <= 7
        and len(text) <= MAX_NAME
        and all(w[0].isupper() for w in words)
        and not _NOT_A_NAME.search(text)
    )


def author_of(text: str | None) -> str | None:
    """The name in an author field or a signature; None for papers, addresses, times and empty labels."""
    text = clean(text)
    if _PHOTO_ONLY.match(text):
        return None
    if signed := _SIGNED.fullmatch(text):
        text = signed["who"]
    text = (
        re.sub(r"[(\[/].*", "", _LABEL.sub("", text.lstrip("([ "))).strip(" .,-–|)]*")
        if not _SOURCE.match(text)
        else ""
    )
    if not text or len(text) > MAX_NAME or _TIME.search(text) or _NOT_A_NAME.search(text) or _PAPER.search(text):
        return None
    return text if any(c.isupper() for c in text) else None


def _signature(line: Line, before: Line | None) -> bool:
    """Whether the last line of a body is a signature and not its last sentence."""
    text = line.text
    if line.row or line.item or len(text) > MAX_NAME + 20:
        return False
    signed = _SIGNED.fullmatch(text)
    if _DESK.fullmatch(text.strip(" .()[]*")) or (signed and len(signed["who"].split()) <= 9):
        return True
    if line.byline or _SOURCE.fullmatch(text):
        return not text.rstrip().endswith(".") or len(text.split()) <= 6
    bare = text.strip(" .()[]*")
    if not _named(bare) or _BODY.match(bare) or (before and (before.row or before.item or before.text.endswith(":"))):
        return False
    if line.right:
        return True
    # A name that follows other names is one of a list.
    return not (before and _named(before.text)) and (line.bold or 2 <= len(bare.split()) <= 5)


def split_signature(lines: list[Line]) -> tuple[list[Line], str | None]:
    """The lines without the signatures at their end (author, photo credit, source), and the author they name."""
    lines, author = list(lines), None
    for _ in range(4):
        if len(lines) < 2 or not _signature(lines[-1], lines[-2]):
            break
        text = lines.pop().text
        if not _SOURCE.fullmatch(text):
            author = author_of(text) or author
    return lines, author
