"""Where an article mentions an emulation bloc, and what that mention calls it.

A bloc (khối thi đua of offices, cụm thi đua of places) is named by a number, a theme or both, often with the body
that runs it: "Cụm thi đua số 3 Bộ Công an", "Khối thi đua các cơ quan Đảng tỉnh Bình Định". Once named it is
"Khối" or "Cụm". Where an article is about such blocs, a name stands without "thi đua" too: "Khối Nội chính".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.facts.bloc_place import place_after, placed
from extract.facts.bloc_theme import OWNED, branch_end, places_end, theme_end
from extract.names import LOCALITY, body_at, expand, is_stop, name_end, starts
from extract.view import Doc

_TYPES = frozenset({"khối", "cụm"})
_ROMAN = re.compile(r"[IVX]+")
# First syllables of themes written in lower case: "Khối thi đua doanh nghiệp", never "Khối thi đua cấp tỉnh".
_THEMES = frozenset(
    {
        "cơ",
        "doanh",
        "đơn",
        "trường",
        "huyện",
        "thành",
        "thị",
        "xã",
        "phường",
        "ngành",
        "ngân",
        "hội",
        "sở",
        "ban",
        "bộ",
        "đoàn",
        "tổ",
        "miền",
        "vùng",
        "khu",
        "kinh",
        "văn",
        "nội",
        "tổng",
        "khoa",
        "giáo",
        "công",
        "mặt",
        "nông",
        "lực",
        "đồng",
        "phía",
        "khối",
        "báo",
        "đài",
        "bệnh",
        "thuế",
        "viện",
        "kho",
    }
)
# Where the first syllable alone could open a verb ("hợp thành", "tham gia"), the first two of a theme.
_THEME_PAIRS = frozenset(
    tuple(words.split())
    for words in (
        "hợp tác", "tham mưu", "bưu chính", "bảo hiểm", "tài chính", "tín dụng", "thương mại", "dịch vụ", "sự nghiệp",
        "hành chính", "dân tộc", "tôn giáo", "điện lực", "vận tải", "giao thông", "hải quan", "tư pháp", "quân sự",
        "lao động", "chính quyền", "chính trị", "đại học", "cao đẳng", "trung tâm", "thanh tra", "y tế", "chi cục",
        "vũ trang", "nghiệp vụ", "du lịch", "môi trường", "thủy sản", "lâm nghiệp", "chăn nuôi", "xổ số",
        "truyền thông",
    )
)  # fmt: skip
_MANY = frozenset({"các", "những", "hai", "ba", "bốn", "nhiều", "mỗi", "từng"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A bloc mentioned at tokens ``start:end``; ``name`` is empty where the text only says "Khối", "Cụm"."""

    start: int
    end: int
    type: str  # "khối" or "cụm"
    name: str = ""
    theme: int = 0  # the token after "Khối", "Khối thi đua"
    number: str = ""
    owner: str = ""  # the body that runs a numbered bloc
    nth: int = 0  # "Khối thứ hai": the second of those named; -1: "Khối còn lại"
    also: str = ""  # the theme by which a numbered bloc is called as well: "Khối thi đua 14 - Khối doanh nghiệp"
    province: str | None = None
    district: str | None = None


def mentions(doc: Doc) -> Iterable[Mention]:
    """The mentions of blocs in a Doc, in text order."""
    norms = doc.norms
    end = 0
    for i in [i for i, norm in enumerate(norms) if norm in _TYPES]:
        mention = _mention_at(doc, norms, i, doc.sentence_at(i).end) if i >= end else None
        if mention is not None:
            yield mention
            end = mention.end


# "Khối thứ nhất gồm …, Khối còn lại gồm …": which of the blocs named before.
_NTH: dict[tuple[str, ...], int] = {
    ("thứ", "nhất"): 1,
    ("đầu", "tiên"): 1,
    ("thứ", "hai"): 2,
    ("thứ", "ba"): 3,
    ("thứ", "tư"): 4,
    ("còn", "lại"): -1,
}
# "Khối và", "Khối đông nhất tỉnh": words behind "Khối" that begin no name.
_TOLD_OF = frozenset({"và", "đông", "lớn", "nhỏ", "ít", "mạnh", "rộng", "trẻ"})


def _mention_at(doc: Doc, norms: tuple[str, ...], i: int, limit: int) -> Mention | None:
    full = norms[i + 1 : i + 3] == ("thi", "đua")
    previous = norms[i - 1] if i else ""
    paired = previous in {",", "và", "/"} and norms[i - 2 : i - 1] in (("khối",), ("cụm",))  # "các cụm, khối thi đua"
    paired = paired and not (norms[i + 3 : i + 4] == ("số",) or norms[i + 1 : i + 2] == ("số",))
    many = previous in _MANY or (previous.isdigit() and len(previous) < 4) or paired
    if full and not many:
        return _named(doc, i, i + 3, limit) or Mention(start=i, end=i + 3, type=norms[i])
    capital = doc.words[i][0].isupper()
    if norms[i + 1 : i + 2] == ("số",) and not many and capital:
        return _named(doc, i, i + 1, limit)
    of_office = previous in {"trưởng", "phó"} and not (capital and norms[i - 2 : i - 1] in (("khối",), ("cụm",)))
    of_party = previous in {"ủy", "đoàn"}  # "Đảng ủy Khối", "Đoàn Khối"
    if many or of_office or of_party or (i + 1 < limit and norms[i + 1] in {"trưởng", "phó"}):
        return None
    if capital and (nth := _NTH.get(norms[i + 1 : i + 3], 0)):
        return Mention(start=i, end=i + 3, type=norms[i], nth=nth)
    follows = doc[i + 1] if i + 1 < limit else None
    alone = follows is None or not follows.text[0].isalnum() or is_stop(doc, i + 1) or follows.norm_ in _TOLD_OF
    if alone:
        # "các đơn vị trong khối gồm": what has members is the bloc
        after = norms[i + 1 : i + 3] if norms[i + 1 : i + 2] != (",",) else norms[i + 2 : i + 4]
        told = previous in {"trong", "của", "thuộc", "toàn"} and after[:1] in (("gồm",), ("bao",))
        return Mention(start=i, end=i + 1, type=norms[i]) if capital or told else None
    return _named(doc, i, i + 1, limit) if capital and _is_shortened(doc, norms, i) else None


# Without one of these an article is not about emulation blocs, and "Khối Nội chính" may be anything.
_ABOUT_BLOCS = re.compile(
    r"\b(?:(?:khối|cụm) (?:thi đua|trưởng|phó)|(?:trưởng|phó) (?:khối|cụm)|giao ước thi đua|cụm, khối|khối, cụm)\b"
    r"|\b(?:khối|cụm) [^.;]{1,90}?(?:tổng kết|sơ kết|bình xét)[^.;,]{0,40}\bthi đua\b"
    r"|\bcờ thi đua\b[^.]{3,400}\((?:khối|cụm) "
)
# Before these words "Khối" and "Cụm" belong to another name: "Đảng ủy Khối", "Đoàn Khối", "Phó Giám đốc Khối".
_PART_OF = frozenset({"ủy", "đoàn", "bộ", "viên", "đốc", "hội", "phòng", "ban", "lớp", "sinh", "tổ", "liên"})
# What else is called khối or cụm, by the words that follow.
_OTHER_KINDS = re.compile(
    r"(?:công nghiệp|cảng|di tích|dân cư|dân vận|thi|đồi|rạp|từ|pháo|tượng|khách hàng|phố|lớp|liên minh|thịnh vượng"
    r"|thương mại|asean|nato|brics|eu|apec|opec|công trình|nhà máy|thông tin cơ sở|du lịch|đấu|trường học|y tế"
    r"|(?:1?\d|[ivx]+) (?:trường|lớp)|khám bệnh|(?:cận )?lâm sàng|điều trị|hồi sức|phẫu thuật|bán lẻ"
    r"|nhân sự|vận hành)\b"
)


def _is_shortened(doc: Doc, norms: tuple[str, ...], i: int) -> bool:
    """Whether the capital "Khối" at ``i`` opens a bloc's name without "thi đua": "Khối Nội chính"."""
    about: bool | None = doc.user_data.get("about_blocs")
    if about is None:
        about = doc.user_data["about_blocs"] = _ABOUT_BLOCS.search(doc.form) is not None
    if not about or (i and norms[i - 1] in _PART_OF):
        return False
    first = doc.words[i + 1]
    numbered = first.isdigit() or _ROMAN.fullmatch(first)
    if norms[i + 1] == "các":
        return norms[i + 2 : i + 3] in _KINDS_OF_MEMBERS and _opens_clause(doc, i) and not _of_party(doc, norms, i)
    if not (numbered or (first[0].isupper() and len(first) > 1)) or i + 1 in starts(doc, "stops"):
        return False
    if _of_party(doc, norms, i):
        return False
    if numbered and _is_grade(doc, norms, i):
        return False
    return _OTHER_KINDS.match(doc.form, doc.offsets[i + 1]) is None


_KINDS_OF_MEMBERS = {(word,) for word in ("trường", "cơ", "đơn", "doanh", "sở", "hội", "ngân", "tổ", "huyện", "xã")}


def _opens_clause(doc: Doc, i: int) -> bool:
    """Whether "Khối các sở" at ``i`` opens a clause, or is what the words for emulation are of."""
    at = i - (doc.norms[i - 1] == "của") if i else i
    return i == doc[i].sent.start or not doc.words[i - 1][0].isalnum() or doc.norms[at - 2 : at] == ("thi", "đua")


def _of_party(doc: Doc, norms: tuple[str, ...], i: int) -> bool:
    """ "Đảng ủy Khối Doanh nghiệp", then "Khối Doanh nghiệp"."""
    own = norms[i + 1 : i + 3] if norms[i + 1] == "các" else norms[i + 1 : i + 2]
    words = " ".join(map(re.escape, own))
    return re.search(rf"\b(?:ủy|đoàn|bộ) {norms[i]} (?:các )?{words}\b", doc.form) is not None


def _is_grade(doc: Doc, norms: tuple[str, ...], i: int) -> bool:
    """Whether "Khối 9" at ``i`` is a grade of a school: pupils or classes stand in a sentence with it."""
    grade = rf"\b{norms[i]} {re.escape(norms[i + 1])}\b"
    pupils = r"\b(?:học sinh|lớp|cô giáo|thầy giáo)\b"
    form = doc.form
    return re.search(rf"{grade}[^.\n]*{pupils}|{pupils}[^.\n]*{grade}", form) is not None


def _named(doc: Doc, start: int, i: int, limit: int) -> Mention | None:
    """A mention with a name of its own: a number with or without its owner, or a theme."""
    number = _number_at(doc, i, limit)
    if number is None:
        return _themed(doc, start, i, limit)
    text, theme = number[0], i
    i = number[1]
    owner_end = _owner_end(doc, start, i, limit)
    end = owner_end or i
    words = doc.between(start, i)
    owner = ""
    if owner_end:
        at = i + (doc.words[i] in {",", "-", "–", "(", "của"})
        at += doc.words[at] in {"thuộc", "của"} and doc.words[i] == ","
        owner = doc.between(at, owner_end)
        words += " " + owner
    name, province, district = placed(expand(words))
    more = place_after(doc, end, limit) if not (province or district) else None
    if more:
        end, province, district = more
    sub = None if owner or province or district else _subtitle(doc, start, end, limit)
    if sub:
        end, name, province, district = sub.end, f"{name} - {sub.name}", sub.province, sub.district
        end += end < limit and doc.words[end] == ")"
    return Mention(
        start=start,
        end=end,
        type=doc.norms[start],
        name=_capitalised(name),
        theme=theme,
        number=text,
        owner=owner,
        also=sub.name if sub else "",
        province=province,
        district=district,
    )


def _subtitle(doc: Doc, start: int, i: int, limit: int) -> Mention | None:
    """The theme behind a number: "Khối thi đua 14 - Khối doanh nghiệp nhà nước", "Khối 5 (Khối Nội chính)"."""
    if i + 2 >= limit or doc.words[i] not in {"-", "–", "("} or doc.norms[i + 1] != doc.norms[start]:
        return None
    theme = i + 2 + 2 * (doc[i + 2 : i + 4].text.lower() == "thi đua")
    return _themed(doc, i + 1, theme, limit)


def _number_at(doc: Doc, i: int, limit: int) -> tuple[str, int] | None:
    if i < limit and doc.norms[i] in {"số", "thứ"} and i + 1 < limit:
        i += 1
        if doc.words[i].isdigit() or _ROMAN.fullmatch(doc.words[i]):
            return doc.words[i].lstrip("0"), i + 1
        return None
    if (
        i < limit
        and doc[i + 1 : i + 2].text not in {"/", "%"}
        and (_ROMAN.fullmatch(doc.words[i]) or (doc.words[i].isdigit() and not _counts(doc, i, limit)))
    ):
        return doc.words[i], i + 1
    return None


def _counts(doc: Doc, i: int, limit: int) -> bool:
    """Whether the number at ``i`` counts what follows: "Khối 8 cơ quan", not "Khối thi đua 2 ngành Giáo dục"."""
    if i + 2 < limit and doc.norms[i + 1] in OWNED and doc.words[i + 2][0].isupper():
        return False
    if _one_place(doc, i + 1, limit):
        return False  # "Khối thi đua 14 tỉnh Vĩnh Long"
    return i + 1 < limit and doc.words[i + 1].isalpha() and doc.words[i + 1].islower() and not is_stop(doc, i + 1)


def _one_place(doc: Doc, i: int, limit: int) -> bool:
    """Whether one place is named at ``i`` behind the word for it: "tỉnh An Giang", not "tỉnh Bắc Ninh, Hưng Yên"."""
    body = body_at(doc, i, limit) if i < limit else None
    if body is None or body.kind != LOCALITY or (body.end < limit and doc.words[body.end] in {",", "và"}):
        return False
    return doc.norms[i] != "tỉnh" or i + 1 in starts(doc, "provinces")


_BRANCHES = frozenset({"court", "force", "office", "union", "ministry"})


def _owner_end(doc: Doc, start: int, i: int, limit: int) -> int | None:
    """The token after the body that runs a numbered bloc: "Cụm thi đua số 7, Bộ Công an"."""
    at = i
    if at < limit and (doc.words[at] in {",", "-", "–", "("} or doc.norms[at] in {"thuộc", "của"}):
        at += 1 + (doc.words[at] == "," and doc[at + 1 : at + 2].text in {"thuộc", "của"})
    if at >= limit:
        return None
    if doc.norms[at] == "các" and at + 1 < limit and not is_stop(doc, at + 1):
        return name_end(doc, at, limit, plural=True)
    if doc.norms[at] in OWNED and doc.words[at].islower():
        return branch_end(doc, at + 1 + (doc.norms[at] in {"lực", "hệ"}), limit)
    body = body_at(doc, at, limit)
    if body is None or body.kind == LOCALITY or (at > i and _of_many_places(doc, body.end)):
        return None
    if doc.words[i] == "," and at == i + 1 and body.kind != "ministry":
        # "Cụm thi đua số 3, VKSND tỉnh An Giang họp", not "Cụm trưởng Cụm thi đua số 3, Công an huyện U Minh họp".
        opens = start == doc[start].sent.start or doc.words[start - 1] == ","
        goes_on = body.end < limit and is_stop(doc, body.end)
        return body.end if opens and goes_on and body.kind in _BRANCHES else None
    return body.end


def _of_many_places(doc: Doc, i: int) -> bool:
    """ "Cụm thi đua số 3 (Công an các tỉnh A, B)": its members, not its owner."""
    return doc[i : i + 1].text == "các" or doc[i : i + 1].text.isdigit()


# "Cụm thi đua Công đoàn số 3": the owner stands before the number.
_NUMBER_LAST = re.compile(r"^\w+(?: [Tt]hi [Đđ]ua)? (?P<owner>.+) số (?P<n>\d+|[IVX]+)$")


def _themed(doc: Doc, start: int, i: int, limit: int) -> Mention | None:
    places = places_end(doc, i, limit)
    units = doc[i : i + 3].text.lower() == "các đơn vị"  # a word for "they", but not behind "thi đua"
    if not places:
        if i >= limit or doc.words[i].isspace() or (is_stop(doc, i) and not units) or not doc.words[i].isalpha():
            return None
        lower = doc.words[i][0].islower() and doc.norms[i] != "các"
        themed = doc.norms[i] in _THEMES or doc.norms[i : i + 2] in _THEME_PAIRS
        if lower and not (doc.words[start][0].isupper() and themed):
            return None
    end = theme_end(doc, i, places or name_end(doc, i + units, limit, plural=True), limit)
    if units and end <= i + 3:
        return None
    name, province, district = placed(expand(re.sub(r" của (?=\S)", " ", doc.between(start, end))))
    if len(name.split()) <= i - start or name.split()[-1] in {"các", "và"}:
        return None
    more = place_after(doc, end, limit) if not (province or district) else None
    if more:
        end, province, district = more
    counted = _NUMBER_LAST.search(name)
    return Mention(
        start=start,
        end=end,
        type=doc.norms[start],
        name=_capitalised(name),
        theme=i,
        number=counted["n"].lstrip("0") if counted else "",
        owner=counted["owner"] if counted else "",
        province=province,
        district=district,
    )


def _capitalised(name: str) -> str:
    """ "khối Thi đua các cơ quan" → "Khối thi đua các cơ quan"."""
    return re.sub(r"^(\w)(\w+) [Tt]hi [Đđ]ua\b", lambda m: f"{m[1].upper()}{m[2].lower()} thi đua", name)
