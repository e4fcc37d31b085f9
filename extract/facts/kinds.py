"""The kinds of recipients that are counted, and the numbers that count them ("3 tập thể và 12 cá nhân")."""

from __future__ import annotations

import re

from extract.facts.recipient_names import NUMBERS, matched_words
from extract.lexicon import load
from extract.model import RecipientKind
from extract.view import Doc

_ORGANIZATIONS = (
    r"tập thể|cơ quan|đơn vị|tổ chức|doanh nghiệp|công ty|ngân hàng|huyện|xã|phường|thị trấn|quận|trường|sở"
    r"|tỉnh,? thành(?: phố)?|tỉnh|thành phố|thị xã"
    r"|địa phương|hội|phòng|ban|chi bộ"
    r"|thôn|ấp|khoa|hợp tác xã|công đoàn|đội|tổ|đồn|nhà trường|bệnh viện|chi hội|cơ sở"
    r"|chi đoàn|liên đội|câu lạc bộ|clb|nhóm|tổ dân phố|khu phố|khu dân cư|buôn|bản|làng|htx|cđcs|công đoàn cơ sở"
    r"|phân xưởng|xưởng|nhà máy|xí nghiệp|cửa hàng|trạm|trung tâm|chi nhánh|đại đội|tiểu đoàn|trung đoàn|đảng bộ"
    r"|chi cục|cục|tổng công ty|quỹ|chùa|hạt|tàu|dn|viện|đài|báo|hiệp hội"
    r"|liên đoàn|đoàn công tác|đoàn|đội tuyển|trường học|điểm trường|dòng họ|tổ hợp tác"
    r"|cộng đồng"
)


# What counts persons beside the nouns that introduce one.
_ALSO_PERSONS = (
    r"gương cá nhân|gương điển hình|cá nhân|người dân|người|lao động|lđxs|lđ|y, bác sĩ|y bác sĩ|phụ nữ"
    r"|thầy cô|bà mẹ|lãnh đạo|thành viên|trường hợp|quần chúng|cbcs|cbcnv|cnvc|cnv"
    r"|cnvclđ|cnlđ|cbgv|cbgvnv|đoàn viên công đoàn|nlđ|ccb|gv|hs|sv"
    r"|cán bộ quản lý|cán bộ,? y,? bác sĩ|tấm gương|cảnh sát|nữ công an|quân y|bộ đội"
    r"|sĩ quan|chỉ huy|phi công|thầy cô giáo"
)
_INTRODUCING = frozenset(
    phrase for entry in load("introductions") if entry.id not in {"state", "former"} for phrase in entry.phrases
)
_PERSONS = "|".join(sorted({*_ALSO_PERSONS.split("|"), *map(re.escape, _INTRODUCING)}, key=len, reverse=True))


# "hai ông", "ba em": pronouns that count those named before.
PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "em", "cháu", "cô", "thầy"})


_GROUPS = r"hộ gia đình|hộ|gia đình"


_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))


# What one is called whose last syllable says that one is a person: "đoàn viên", "dân quân", "nữ thương binh".
_BY_SYLLABLE = (
    rf"(?!tập|cá|đơn|các|và|số|người|thành|(?:{_NUMBER})\s)"
    r"[^\W\d]+\s(?:[^\W\d]+\s)?(?:viên|sĩ|nhân|sinh|thủ|quân|giả|dân|binh|sư)"
)
NOUN = rf"(?:{_GROUPS}|{_PERSONS}|{_ORGANIZATIONS}|{_BY_SYLLABLE})"


COUNT = re.compile(
    rf"(?:(?:hơn|gần|trên|khoảng|tổng số|cả|cho)\s+)?(\d{{1,3}}(?:\.\d{{3}})+|\d+|{_NUMBER})\s+"
    rf"(?:(?:lượt|gương|tấm gương|nguyên|cựu|nữ|nam)\s+)?({NOUN})\b(?!\s*/)((?:\s*(?:,|và|,\s*và|/)\s*{NOUN}\b)*)"
)


def count_of(number: str) -> int:
    """The value of a number in digits ("1.218") or in words."""
    digits = number.replace(".", "")
    return int(digits) if digits.isdigit() else NUMBERS[number]


_A_GROUP, _A_PERSON = re.compile(_GROUPS), re.compile(rf"{_PERSONS}|{_BY_SYLLABLE}")


def kind_of(noun: str) -> RecipientKind:
    if _A_GROUP.fullmatch(noun):
        return "group"
    return "person" if _A_PERSON.fullmatch(noun) else "organization"


_UNCOUNTED = re.compile(rf"cho\s+(?:(?:các|những)\s+)?({NOUN})\b((?:\s*(?:,|và|/)\s*(?:các\s+)?{NOUN}\b)*)")


def kind_without_number(doc: Doc, i: int, limit: int) -> RecipientKind | None:
    """The kind of "cho (các) tập thể và cá nhân", of whom no number is told."""
    m = _UNCOUNTED.match(matched_words(doc, i, min(limit, i + 12)))
    if m is None:
        return None
    kinds = {kind_of(noun) for noun in (m[1], *re.findall(NOUN, m[2]))}
    return kinds.pop() if len(kinds) == 1 else "group"
