"""Where a gathering is held: the phrase behind "tại" or "ở" that belongs to it."""

from __future__ import annotations

import re

from extract.dates import Day
from extract.text import last_end

_HELD_AT = re.compile(r"\b(?:tổ chức|diễn ra|họp|gặp mặt|gặp gỡ|khai mạc|mở|giao ước(?: thi đua)?)\b")
PLACE = re.compile(
    r"\b(?:tại\s+|ở\s+(?=(?:tp|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|tỉnh|hội trường|nhà văn hóa|trung tâm"
    r"|trụ sở|sân vận động|công viên|quảng trường)\b))"
)
# "tại xã Hòa Lâm, huyện Sơn Lâm, …": the wider place behind the comma; before a verb it is who acts.
_WIDER = re.compile(
    r",\s(?:huyện|quận|thị xã|thành phố|TP\.?|tỉnh|xã|phường)\s(?:[A-ZĐÁÀÂẤẦĂÉÊẾÍÓÔỐỒƠÚƯỨÝ][\w-]*\s?){1,4}"
    r"(?=[,.;:)\n]|$|(?<=\s)(?:\(|ngày\b|sáng\b|chiều\b|tối\b|vào\b|hôm\b|hai\b|từ\b|đã\b|diễn\b))"
)
_END = re.compile(
    r"[,;:…]\s|\s\((?=\d|ngày|sáng|chiều|tối|từ|hôm|khối|cụm|trưởng|phó|đơn vị)"
    r"|(?<!\btp)(?<!\btx)(?<!\btt)\.\s|[,;:.…]$"
    r"|\s(?:để|diễn ra|đã|đang|sẽ|với|do|có|nhằm|vào|và bàn|tổ chức|khối thi đua|cụm thi đua|từ"
    r"|bằng|chứ|trong khuôn khổ|nhân (?:dịp|ngày|kỷ niệm)"
    r"|(?:trong )?(?:hai|ba) ngày|ngày|sáng|trưa|chiều|tối|hôm (?:nay|qua)|kết hợp"
    r"|và (?:phát sóng|truyền hình|trực tuyến|kết nối))\b|\n"
)
# "tại hội nghị" says at what, not where.
NO_PLACE = re.compile(
    r"(?:hội nghị|đại hội|buổi|lễ|cuộc|phiên|chương trình|quyết định|tờ trình|công văn|báo cáo|đây|đó|địa phương"
    r"|điểm [abcd]\b|khoản|điều)"
)
HOUSE = re.compile(r",\s[A-ZĐ]\w[^,;:.]{2,50}(?=\.?\s*$)")  # "tại phòng họp số 2, Sở Y tế."


def _place_stop(text: str, matched: str, start: int) -> re.Match[str] | None:
    """Where a place ends; a word with a capital belongs to a name ("Ban Tổ chức Tỉnh ủy")."""
    return next((m for m in _END.finditer(matched, start) if not text[m.start() : m.end()].strip()[:1].isupper()), None)


# "tổ chức lễ phát động phong trào thi đua “…” tại công viên": what stands in quotes is blanked.
_PURPOSE_AT = re.compile(
    r"\btổ chức (?:hội nghị|lễ|tổng kết|sơ kết|phát động|trao|ký kết|biểu dương|tuyên dương|ra quân)"
    r"(?: (?!tại\b)[^\W\d]+){0,16}(?: năm \d{4})?\s+$"
)


def place_of(text: str, matched: str, day: Day) -> str | None:
    """The phrase behind "tại" beside the day or behind a word of holding; elsewhere "tại" places something else."""
    for m in PLACE.finditer(matched):
        beside = m.start() < day.end + 60 and "," not in matched[day.end + 4 : m.start()]
        if NO_PLACE.match(matched, m.end()) or not (
            beside
            or m.start() - last_end(_HELD_AT, matched[: m.start()]) < 30
            or _PURPOSE_AT.search(matched[: m.start()])
        ):
            continue
        if place := place_at(text, matched, m.end()):
            return place
    return None


# "tại Cung Văn hóa Lam Giang Báo Lam Giang tổ chức": before a verb the body behind a name is who acts.
_ACTS = frozenset({"tổ chức", "đã", "vừa", "khai mạc"})
_ACTING = re.compile(
    r"(?P<last>\w+) (?=(?:UBND|HĐND|Ủy ban|Sở|Công an|Hội|Liên đoàn|[Bb]áo|Đài|Ban|Bộ|Đảng ủy|(?:Tỉnh|Thành|Huyện) đoàn"
    r"|Trường|Công ty|Tập đoàn|Tổng [Cc]ông ty|Cục|Chi cục|Viện|Khối|Cụm)\s)"
)
_OF_A_PLACE = frozenset({"tỉnh", "huyện", "quận", "xã", "phường", "phố"})


def _acting(text: str, start: int, end: int) -> int:
    """Where the body begins that acts behind the name of a place; ``end`` where none does."""
    found = (m for m in _ACTING.finditer(text, start, end) if m["last"][:1].isupper() or m["last"] in _OF_A_PLACE)
    return next((m.end("last") for m in found if text[start : m.start()].strip()), end)


def place_at(text: str, matched: str, start: int) -> str | None:
    """The place that starts at an offset, with the wider one behind its comma; None where it is too long for one."""
    stop = _place_stop(text, matched, start)
    end = stop.start() if stop else len(matched)
    if wider := _WIDER.match(text, end):
        end = wider.end()
    if stop and stop[0].strip() in _ACTS:
        end = _acting(text, start, end)
    place = text[start:end].strip(" .,;:")
    if "(" not in place:
        place = place.split(")")[0]  # told in brackets with its day
    return place if place and len(place) < 90 else None
