"""The English of Vietnamese newspapers: whether a text is in it, its sentences, days, numbers, places and authorities.

Their English is a narrow, translated one. Names stay as printed; provinces, and those who grant and launch, are called
as the Vietnamese pages call them, so that facts of both languages meet.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from extract.model import Span
from extract.names import PROVINCES
from extract.text import fold, match_form

# Letters that only Vietnamese has; names keep some in an English page.
_VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
_COMMON = re.compile(r"\b(?:the|of|and|in|to|on|by|for|with|was|were|at)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bProf)(?<!\bAssoc)(?<!\bDist)(?<!\b[A-Z])[.!?][\"”’)]*"
    r"\s+(?=[A-Z“\"0-9])|\n+"
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_WORDS)})"
_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_MONTH = rf"(?P<month>{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in _MONTHS)})\.?"
_DAYS = (
    re.compile(
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?\b(?!,\d)", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?\b", re.IGNORECASE
    ),
    re.compile(r"\b(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<year>(?:19|20)\d\d)\b"),
)
_PROVINCES = {re.sub(r"[ -]+", " ", fold(name)): name for name in PROVINCES.values()}
# In the names of bodies these tell what kind they are.
BODY_NOUNS = (
    r"Department|Ministry|Office|Committee|Inspectorate|Union|Association|Board|Treasury|Police|Command|Court|Procuracy"
    r"|Bank|Fund|Alliance|Federation|University|Academy|School|College|Institute|Centre|Center|Agency|Company"
    r"|Corporation|Group|Council|Television|Newspaper|Hospital|Authority"
)
_PLACE = r"[A-Z]\w+(?:(?: - |[ -])[A-Z]\w+)*"

_SHARE = 14  # one letter in so many is Vietnamese where names keep their marks; in Vietnamese prose one in four


def is_english(text: str) -> bool:
    """Whether a text is English prose, names with Vietnamese letters allowed."""
    start = text[: len(text) // 3]
    if len(_VIETNAMESE.findall(start)) * _SHARE >= len(text):
        return False  # most articles: not all letters need be counted
    letters = sum(map(str.isalpha, text))
    return len(_VIETNAMESE.findall(text)) * _SHARE < letters and len(_COMMON.findall(text)) * 50 > letters


def sentences(text: str) -> Iterator[Span]:
    """The sentences of an English text."""
    start = 0
    for end in (*(m.end() for m in _SENTENCE_END.finditer(text)), len(text)):
        stripped = text[start:end].rstrip()
        if stripped:
            yield Span(start=start, end=start + len(stripped))
        start = end


def number(word: str) -> int:
    """12 for "12" and "twelve", 1200 for "1,200"."""
    lower = word.lower()
    return _WORDS.index(lower) if lower in _WORDS else int(lower.replace(",", ""))


def days(sentence: str, published: dt.date | None) -> Iterator[tuple[re.Match[str], dt.date, bool]]:
    """The days named in a sentence: where, which, and whether the year is the one nearest to the publication."""
    for pattern in _DAYS:
        for m in pattern.finditer(sentence):
            month = int(m["number"]) if "number" in m.groupdict() else _month(m["month"])
            years = [int(m["year"])] if m["year"] else []
            if not years and published is not None:
                years = [published.year + shift for shift in (-1, 0, 1)]
            found = [day for year in years if (day := _day(year, month, int(m["day"])))]
            if found:
                yield m, min(found, key=lambda d: abs((d - (published or d)).days)), m["year"] is None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def province(name: str) -> str | None:
    """The Vietnamese name of a province printed without its marks: "Ba Ria-Vung Tau", "Hoa Binh"."""
    known = _PROVINCES.get(re.sub(r"\s*-\s*|\s+", " ", fold(name)))
    return known or {
        "hcm": "Hồ Chí Minh",
        "hcmc": "Hồ Chí Minh",
        "ho chi minh": "Hồ Chí Minh",
        "hanoi": "Hà Nội",
        "ha noi": "Hà Nội",
    }.get(fold(name))


def provinces(text: str) -> list[str]:
    """The provinces and cities that a text calls so ("Nghe An province"), by their Vietnamese names, each once."""
    found = re.finditer(rf"\b(?P<a>{_PLACE}) (?:[Pp]rovince|[Cc]ity)\b|\b(?:province|city) of (?P<b>{_PLACE})", text)
    known = (_longest(m["a"] or m["b"]) for m in found)
    return list(dict.fromkeys(name for name in known if name))


def _longest(words: str) -> str | None:
    """The province that ends a run of capitals: "Mekong Delta Ben Tre"."""
    parts = words.split(" ")
    return next((name for i in range(len(parts)) if (name := province(" ".join(parts[i:])))), None)


_FIELDS = {
    "home affairs": "Nội vụ",
    "public security": "Công an",
    "national defence": "Quốc phòng",
    "national defense": "Quốc phòng",
    "defence": "Quốc phòng",
    "foreign affairs": "Ngoại giao",
    "justice": "Tư pháp",
    "finance": "Tài chính",
    "planning and investment": "Kế hoạch và Đầu tư",
    "industry and trade": "Công Thương",
    "agriculture and rural development": "Nông nghiệp và Phát triển nông thôn",
    "agriculture and environment": "Nông nghiệp và Môi trường",
    "natural resources and environment": "Tài nguyên và Môi trường",
    "transport": "Giao thông vận tải",
    "construction": "Xây dựng",
    "information and communications": "Thông tin và Truyền thông",
    "labour, invalids and social affairs": "Lao động - Thương binh và Xã hội",
    "labor, war invalids and social affairs": "Lao động - Thương binh và Xã hội",
    "labour, war invalids and social affairs": "Lao động - Thương binh và Xã hội",
    "culture, sports and tourism": "Văn hóa, Thể thao và Du lịch",
    "science and technology": "Khoa học và Công nghệ",
    "education and training": "Giáo dục và Đào tạo",
    "health": "Y tế",
    "ethnic minorities and religions": "Dân tộc và Tôn giáo",
}
_FIELD = "|".join(sorted((f.replace(",", ",?") for f in _FIELDS), key=len, reverse=True))
_LOCAL = (
    rf"(?:the )?(?P<chair>chair(?:man|woman|person)? of )?(?:the )?(?:(?P<kind>provincial|municipal|city|district) "
    rf"|(?P<place>(?-i:{_PLACE}?)) (?:(?P<placed>provincial|municipal|city|district|province's|city's) )?)?"
    r"people's committee(?: of (?:the (?:[\w-]+ ){0,3}?)?(?:(?P<of>province|city|district)(?: of "
    rf"(?P<ofplace>(?-i:{_PLACE})))?|(?P<inplace>(?-i:{_PLACE}))(?: (?P<in>province|city|district))?))?"
)
_OF_PLACE = re.compile(rf" of (?P<place>{_PLACE})")
_AUTHORITIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:the )?(?:party and (?:the )?state|state and (?:the )?party)", re.IGNORECASE), "Đảng, Nhà nước"),
    (re.compile(r"(?:the )?prime minister", re.IGNORECASE), "Thủ tướng Chính phủ"),
    (re.compile(r"(?:the )?(?:vietnamese )?government", re.IGNORECASE), "Chính phủ"),
    (re.compile(r"(?:the )?(?:state )?president(?! of)", re.IGNORECASE), "Chủ tịch nước"),
    (re.compile(r"(?:the )?(?:vietnamese )?state(?! (?:budget|bank|treasury|audit))", re.IGNORECASE), "Nhà nước"),
    *(
        (re.compile(rf"(?:the )?viet ?nam(?:ese)? {words}", re.IGNORECASE), name)
        for words, name in (
            (r"journalists?['’]?s? association", "Hội Nhà báo Việt Nam"),
            (r"farmers?['’]?s? (?:union|association)", "Hội Nông dân Việt Nam"),
            (r"women['’]?s union", "Hội Liên hiệp Phụ nữ Việt Nam"),
            (r"red cross(?: society)?", "Hội Chữ thập đỏ Việt Nam"),
            (r"veterans?['’]?s? association", "Hội Cựu chiến binh Việt Nam"),
            (r"lawyers?['’]?s? association", "Hội Luật gia Việt Nam"),
        )
    ),
    (
        re.compile(r"(?:the )?vietnam general confederation of labou?r", re.IGNORECASE),
        "Tổng Liên đoàn Lao động Việt Nam",
    ),
    (
        re.compile(
            r"(?:the )?(?:central committee of the )?ho chi minh communist youth union(?:'s central committee)?",
            re.IGNORECASE,
        ),
        "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    ),
    (
        re.compile(
            r"(?:the )?(?:central committee of the )?vietnam fatherland front(?: central committee)?", re.IGNORECASE
        ),
        "Ủy ban Trung ương MTTQ Việt Nam",
    ),
)
_MINISTRY = re.compile(rf"(?:the )?(?P<head>ministry|minister) of (?P<field>{_FIELD})\b", re.IGNORECASE)
_COMMITTEE = re.compile(_LOCAL, re.IGNORECASE)


def authority(phrase: str, start: int = 0) -> tuple[str, int] | None:
    """The Vietnamese name of whoever grants or launches at ``start`` of an English phrase, and where the name ends."""
    straight = phrase.translate({ord("’"): "'"})
    found = _COMMITTEE.match(straight, start)
    if found:
        # "the Mekong Delta province of Ben Tre": the region before, the name behind
        behind = _OF_PLACE.match(straight, found.end()) if found["in"] else None
        place = behind["place"] if behind else found["ofplace"] or found["inplace"] or found["place"]
        return _committee(found, province(place.strip()) if place else None), (behind or found).end()
    found = _MINISTRY.match(straight, start)
    if found:
        field = next(v for f, v in _FIELDS.items() if re.sub(",", "", f) == re.sub(",", "", found["field"].lower()))
        return ("Bộ trưởng Bộ " if found["head"].lower() == "minister" else "Bộ ") + field, found.end()
    for pattern, name in _AUTHORITIES:
        found = pattern.match(straight, start)
        if found:
            return name, found.end()
    return None


def authorities(sentence: str, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    """Who is named by a word that begins in ``start:end``: where, the Vietnamese name, where the name ends."""
    for i in range(start, end):
        if (i == 0 or not sentence[i - 1].isalnum()) and (found := authority(sentence, i)):
            yield i, *found


def _committee(found: re.Match[str], known: str | None) -> str:
    kind = (found["kind"] or found["placed"] or found["of"] or found["in"] or "").lower()
    level = {"district": "huyện", "city": "thành phố", "municipal": "thành phố", "city's": "thành phố"}.get(
        kind, "tỉnh"
    )
    if known in {"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ"}:
        level = "thành phố"
    name = f"UBND {level}" + (f" {known}" if known else "")
    return f"Chủ tịch {name}" if found["chair"] else name


def plain(text: str) -> str:
    """The match form of an English text: lower case, straight quotes and dashes, as long as the text."""
    return match_form(text)


# "Labour Orders of Laos", "the Lao President granted …": orders of other states bear the same names.
_FOREIGN = re.compile(r",? of (?:the )?(?!Viet|State|President|Party|Government|Socialist|National)[A-Z]")
_FOREIGN_GIVER = re.compile(
    r"\b(?!Vietnamese)(?:Lao|Thai|[A-Z][a-z]+(?:ese|[aei]an)) (?:Vice )?(?:State|President|King|Queen|Government"
    r"|Prime Minister)\b(?=[^,;]{0,40}\b(?:present|award|grant|confer|bestow|hand|gave|offer))"
)


def of_another_state(before: str, after: str, *, order: bool) -> bool:
    """Whether the award between ``before`` and ``after`` is another state's; only orders are told by what follows."""
    return _FOREIGN_GIVER.search(before) is not None or (order and _FOREIGN.match(after) is not None)
