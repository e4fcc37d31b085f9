"""The words that open a list of a bloc's members: "Khối gồm", "Tham gia Cụm có", "Khối là nơi gặp gỡ của"."""

from __future__ import annotations

import re

from extract.facts.said import ATTENDED, MANY, NOUN, ONE_OR_MANY, TOTAL, UNIT
from extract.lists import NUMBERS
from extract.names import head_at
from extract.view import Doc

NOW = (
    r"(?:(?:hiện|nay|hiện nay|hiện tại|năm nay|lần này|vẫn|đang|nay đã|được|đã|vốn|cũng|thành lập|chính thức|chỉ)\s+)*"
)
# A bloc is where its members gather, or was made of them.
GATHERS = r"(?:(?:là\s+)?nơi (?:hội tụ|quy tụ|tập hợp|gặp gỡ|sinh hoạt)|(?:là\s+)?tập hợp)(?: chung)?(?: của| giữa)?"
_MADE_OF = (
    r"(?:hợp thành|tạo thành|hình thành|ghép|lập nên|tạo nên|cấu thành|sáp nhập) (?:từ|bởi)"
    r"|trên cơ sở(?: hợp nhất| sáp nhập)?(?: của)?"
)
_FORM = r"(?:hợp thành|tạo thành|lập nên|tạo nên|cấu thành)"
FOUNDED_WITH = (
    r"(?:(?:ra đời|đi vào hoạt động|hoạt động|thành lập|ra mắt)(?: [^,;:.]{1,40}?)?\s+)?với(?: thành phần gồm)?"
)
# "Khối đông nhất tỉnh với 8 thành viên", "Khối lớn hơn năm trước, gồm": what is said of a bloc before its members.
_LIKE = r"(?:đông|lớn|nhỏ|ít|mạnh|mới|trẻ|rộng|xa|quy mô|có tuổi đời)(?: [^\s,;:.()]+){0,6}?"
# What may stand between a bloc and the list of its members; without "gồm" a colon or a known head must open the list.
OPENS = re.compile(
    rf"(?:\s*\((?!(?:bao )?gồm|có|\d)[^(),;:]{{1,60}}\))?\s*(?:này\s+)?"
    rf"(?:\((?:có |gồm )?(?P<told>\d+) {NOUN}(?: thành viên)?\)\s*)?"
    rf"(?:{_LIKE}(?:,\s*|\s+)(?=(?:bao )?gồm|(?:với|có)\s+(?:sự|{ONE_OR_MANY})\s))?"
    rf"[,(:–-]?\s*{NOW}(?:từng có [^;:]{{3,40}}?, nay\s+)?"
    rf"(?:(?:(?:trong )?năm (?:học )?\d{{4}}(?:\s*-\s*\d{{4}})?|năm (?:nay|qua)"
    rf"|do [^;:.]{{3,80}} (?:làm|là|giữ (?:vai trò|chức)) (?:đơn vị )?(?:(?:khối|cụm) trưởng|trưởng (?:khối|cụm))"
    rf"|(?:được|vừa|mới|sau khi) [^,;:.]{{3,60}}(?=,)|thành lập [^;:]{{3,160}}?"
    rf"|có sự (?:thay đổi|điều chỉnh|biến động)[^,;:]{{0,40}}),?\s*"
    rf"(?=(?:bao )?gồm|{NOW}có (?:\d|các )))?"
    rf"{NOW}"
    rf"(?P<verb>(?:bao )?gồm(?: có)?(?: \d+(?= (?:bao )?gồm\b))?(?: (?:bao )?gồm)?"
    rf"|(?:có|với) (?:sự )?(?:tham gia|góp mặt|có mặt|hiện diện) của|{_MADE_OF}|{GATHERS}|nơi|còn có|có|còn"
    rf"|do(?=\s+{ONE_OR_MANY}\s+{NOUN}(?:\s+thành viên)?\s+{_FORM})"
    rf"|{FOUNDED_WITH}|quy tụ|tập hợp|hội tụ|là)\s*:?\s*(?:{TOTAL})?"
)
# "Góp mặt trong Cụm là A, B", "Thành viên của Khối: A, B", "Trong Khối có A, B": the bloc before the verb is a place.
IN_BLOC = re.compile(
    r"(?:(?:góp mặt|có mặt|nằm|sinh hoạt|tham gia|hiện diện|quy tụ|hội tụ)(?: chung| cùng)?"
    r"(?: trong| ở| tại| vào| về)?"
    rf"|(?P<of>(?:các |những |một số |nhiều |\d+ )?(?:{UNIT} )?"
    r"(?:thành viên|(?<=các )đơn vị|(?<=các )cơ quan|(?<=các )địa phương)(?: chính thức| hiện nay| tiêu biểu)?"
    r"(?: của| trong| thuộc)?)|^\s*(?:thuộc|trong))\s+(?:cùng )?(?:một )?(?:toàn )?$"
)
IS = re.compile(
    rf"\s*(?:này\s*)?,?\s*{NOW}"
    rf"(?P<verb>(?:bao )?gồm(?: có)?|lần lượt là|chính là|là|còn có|có|như|:)\s*:?\s*(?:{TOTAL})?"
)
_MANY = re.compile(rf"\s*{MANY}\s+\w")


def tells_members(opens: re.Match[str], before: str) -> bool:
    """Whether the verb behind a bloc can open its members: not "Dự họp Khối có", "Khối là", "Khối với"."""
    verb = opens["verb"]
    if verb in {"có", "còn có"}:
        return ATTENDED.search(before) is None
    if verb == "còn" or verb.endswith("với") or "với thành phần" in verb:
        return opens["n"] is not None or (verb != "với" and _MANY.match(opens.string, opens.end("verb")) is not None)
    member_of = re.search(r"\bthành viên (?:của|trong)\s+(?:toàn\s+)?$", before)
    return verb != "là" or bool(opens["total"] or member_of)


def may_list(doc: Doc, i: int, opens: re.Match[str]) -> bool:
    """ "Khối có Sở A …" lists only where "có" is followed by more than one body; "gồm" and ":" always may."""
    if i >= len(doc):
        return False
    if opens["verb"] != "có" or (opens["then"] or "").strip():
        return True
    return head_at(doc, i) is not None or doc.words[i].isdigit() or doc.norms[i] in {"các", *NUMBERS}


def is_name(doc: Doc, offset: int, opens: re.Match[str]) -> bool:
    """ "gồm 6 đơn vị, Bộ …": what looks like one more noun of the total is the capital of a name."""
    if not opens["total"] or not re.search(r",|\bvà\b", opens["total"]):
        return False
    last = offset + opens.end("total") - len(opens["total"].split()[-1])
    return doc.text[last].isupper()
