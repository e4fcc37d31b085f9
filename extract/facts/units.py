"""Units and the body they belong to: "Phòng Cảnh sát hình sự, Công an tỉnh A" names one recipient, not two.

Behind a comma the body of which a unit is a part tells where the unit belongs; a list of equals has no such pair.
"""

from __future__ import annotations

import re

from extract.view import Doc

_PROVINCIAL_POLICE = r"Công an (?:tỉnh|thành phố|TP)|Công an [A-ZĐ]\w+ [A-ZĐ]\w+$"
_MINISTRY = r"Bộ (?!Chỉ huy|CHQS|Tư lệnh|[Đđ]ội)"
# A unit's name and the bodies it can be a part of.
_PARTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(unit), re.compile(body))
    for unit, body in (
        (r"[Pp]hòng\s", rf"{_PROVINCIAL_POLICE}|Sở |UBND |Cục |Bệnh viện |Trường |Bộ (?:Chỉ huy|CHQS)"),
        (r"[Đđ]ội\s", r"Công an |Chi cục |Cục "),
        (r"[Kk]hoa\s", r"Bệnh viện |Trường |Đại học |Trung tâm "),
        (
            r"(?:Tiểu đội|Trung đội|Đại đội|Tiểu đoàn)\s",
            r"Tiểu đoàn |Trung đoàn |Lữ đoàn |Sư đoàn |Bộ (?:Chỉ huy|CHQS)",
        ),
        (
            r"(?:Trung đoàn|Lữ đoàn|Sư đoàn|Hải đoàn)\s",
            r"Sư đoàn |Quân (?:khu|đoàn|chủng) |Binh chủng |Bộ (?:Chỉ huy|CHQS)",
        ),
        (r"Đồn [Bb]iên phòng|Đồn [Bb]P", r"Bộ Chỉ huy |Bộ đội [Bb]iên phòng |BĐBP "),
        (r"(?:Cục|Vụ|Tổng cục|Viện)\s", rf"{_MINISTRY}|.* tối cao$|Tổng cục "),
    )
)
_UNITS = frozenset({"phòng", "đội", "khoa", "đồn"})
_CLAUSE_WORDS = frozenset({"được", "và", "đã", "là", "có", "của", "tại", "tặng", "cho"})


def belongs_to(unit: str, body: str) -> bool:
    """Whether the first name can be that of a part of the second."""
    return any(part.match(unit) and whole.match(body) for part, whole in _PARTS)


_RANKS = (
    ("thôn", "xóm", "ấp", "bản", "làng", "buôn", "khóm", "tổ", "khu", "khối"),
    ("xã", "phường", "thị trấn"),
    ("huyện", "quận", "thị xã", "thành phố"),
    ("tỉnh",),
)
_IN_A_PLACE = re.compile(
    r"^(?:Trường|Bệnh viện|Trạm|Trung tâm|Công ty|Doanh nghiệp|Hợp tác xã|HTX|Nhà máy|Xí nghiệp|Chi bộ|Chi hội"
    r"|Câu lạc bộ|CLB|Đồn|Nông trường|Lâm trường|Chùa|Giáo xứ|Cơ sở|Mầm non|Tiểu học|THCS|THPT)\b"
)
_PLACE_WORD = re.compile(rf"\b({'|'.join(w for rank in _RANKS for w in rank)})\s")


# Schools and institutes are told with the university or academy they are part of, and called without it.
_MEMBER = re.compile(r"(?:Trường (?:Đại học|ĐH|Cao đẳng)|Viện|Học viện|Trung tâm|Bệnh viện)\s")
_OF_UNIVERSITY = re.compile(r"(?:Đại học|ĐH|Viện Hàn lâm)\s")


def lies_in(unit: str, place: str) -> bool:
    """Whether a place can be the one in which the unit (a school, a commune, a committee of one) lies.

    A university is one to its schools.
    """
    if _MEMBER.match(unit) and _OF_UNIVERSITY.match(place) and not unit.startswith("Viện Hàn"):
        return True
    m = re.match(_PLACE_WORD, place)
    if m is None:
        return False
    inner = re.match(_PLACE_WORD, unit) or re.search(
        rf"^(?:UBND|Đảng ủy|Công an|Hội|Đoàn|Ban)\b.*?{_PLACE_WORD.pattern}", unit
    )
    return _rank(inner[1]) < _rank(m[1]) if inner else _IN_A_PLACE.match(unit) is not None


def _rank(word: str) -> int:
    return next(n for n, rank in enumerate(_RANKS) if word in rank)


def behind_a_unit(doc: Doc, left: int, i: int, body: str) -> bool:
    """Whether the body at token ``i`` stands behind "," and a unit of its own whose name was not read to its end."""
    if i <= left or doc.words[i - 1] != ",":
        return False
    for j in range(i - 2, max(left, i - 18) - 1, -1):
        if doc[j].is_punct or doc.words[j].isspace() or doc.norms[j] in _CLAUSE_WORDS:
            return False
        if doc.norms[j] in _UNITS and doc.words[j][:1].isupper():
            return belongs_to(doc.words[j] + " ", body)
    return False


_NUMBERED = frozenset(
    {"năm", "tháng", "ngày", "quý", "/", "-", "–", ".", "lần", "số", "thứ", "cụm", "khối", "khóa", "kỳ"}
)


def quantified(doc: Doc, i: int) -> bool:
    """ "8 Sở Y tế": a number before a body's kind counts bodies; in "ngày 5/1 Sở Y tế" it ends another phrase."""
    return i > 1 and doc.words[i - 1].isdigit() and len(doc.words[i - 1]) <= 2 and doc.norms[i - 2] not in _NUMBERED


def ends_numbered(doc: Doc, i: int) -> bool:
    """ "Đại đội 7": whether the number at token ``i`` stands behind a unit's word and is no day."""
    return doc.words[i].isdigit() and doc.words[i - 1].isalpha() and doc.norms[i - 1] not in _NUMBERED


def glued(doc: Doc, i: int) -> bool:
    """ "Trường Sông Lam- Lê Lợi": whether the dash at token ``i`` follows a name without a blank."""
    return not doc.blanks[i - 1] and doc.words[i - 1].isalpha() and doc.words[i - 1][:1].isupper()


_TOLD_OF = frozenset({
    ("thành", "lập"), ("trực", "thuộc"), ("ra", "đời"), ("đóng", "quân"), ("công", "tác"), ("phục", "vụ"),
    ("hoạt", "động"), ("chiến", "đấu"), ("làm", "nhiệm"),
})  # fmt: skip


def told_of(doc: Doc, i: int) -> bool:
    """Whether a clause about a body starts at token ``i``: "thành lập năm 1990", "trực thuộc Sở A"."""
    return doc.norms[i : i + 2] in _TOLD_OF
