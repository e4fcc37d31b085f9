"""Recipients by the shape of their phrase alone: a noun with a name of its own, whatever the noun.

Where a text tells who receives stands a body even when no list knows its head ("chùa Phước Lộc", "Liên danh số 1",
"nhóm thiện nguyện Nắng Mới", "buôn Ea Sút"). Such a phrase opens with a noun, holds a capital or a number behind it,
and runs to a closed-class word, a verb or a mark. It is read only where a recipient is expected; nouns for people,
for what people do or make, and quantified nouns open none.
"""

from __future__ import annotations

import re

from extract.facts.persons import introduction_at
from extract.facts.recipient_names import Recipient, ends_bare
from extract.names import LOCALITY, body_at, expand, is_stop, name_end, person_end, starts
from extract.text import fold
from extract.view import Doc

# What people do, make or are, and quantities: no body, though a name may follow ("phong trào Sạch", "giải Bông Lúa").
# fmt: off
_NO_BODY = frozenset({
    "sự", "việc", "cuộc", "giải", "bài", "cuốn", "vở", "ca", "lễ", "ngày", "năm", "tháng", "sáng", "chiều", "tối",
    "hôm", "đợt", "kỳ", "lần", "mục", "số", "tiền", "quà", "bằng", "giấy", "cờ", "huân", "huy", "kỷ", "cúp", "thư",
    "hình", "ảnh", "lãnh", "cán", "nhân", "quân", "đồng", "người", "con", "vợ", "chồng", "mẹ", "cha", "bố", "họ",
    "cả", "toàn", "các", "những", "nhiều", "mọi", "mỗi", "một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín",
    "mười", "từng", "vài", "mấy", "hàng", "riêng", "chính", "cấp", "ngành", "khối", "cụm", "nghề", "đất", "quê",
    "nước", "thi", "khen", "ý", "đời", "tên", "giọng", "nền", "môn", "cây", "bức", "tấm", "chiếc", "ông", "bà",
    "anh", "chị", "em", "cháu", "cô", "thầy", "cụ", "tôi", "mình", "ta", "đó", "này", "ai", "nơi", "lúc", "khi",
    "trận", "ánh", "trên", "dưới", "tập", "tác", "đề", "bộ", "thưởng", "dành", "sản", "và", "hoặc",
    "ghi", "chúc", "gửi", "động", "tri", "mừng", "xin", "ra", "vào", "lên", "xuống", "đi", "làm", "nhất",
    "song", "nhưng", "thì", "tuy", "nếu", "hơn", "gần", "khoảng", "đặc", "đáng", "tiếp", "bên", "ngoài", "trước",
    "liền", "dịp", "nguyên", "tân", "cựu", "biết", "hay", "rằng", "thấy", "phép", "chống",
})
_NO_BODIES = frozenset({
    ("phong", "trào"), ("công", "tác"), ("công", "trình"), ("công", "cuộc"), ("thành", "tích"), ("thành", "viên"),
    ("thành", "tựu"), ("thành", "công"), ("chương", "trình"), ("dự", "án"), ("quá", "trình"), ("kết", "quả"),
    ("quyết", "định"), ("kế", "hoạch"), ("nghị", "quyết"), ("thời", "kỳ"), ("giai", "đoạn"), ("nhiệm", "vụ"),
    ("mô", "hình"), ("điểm", "sáng"), ("danh", "hiệu"), ("danh", "nhân"), ("phần", "thưởng"), ("trị", "giá"),
    ("đại", "diện"), ("đại", "biểu"), ("đại", "hội"), ("thủ", "trưởng"), ("gia", "đình"), ("gia", "tộc"),
    ("thế", "hệ"), ("truyền", "thống"), ("nghĩa", "vụ"), ("trách", "nhiệm"), ("tinh", "thần"), ("hoạt", "động"),
    ("thương", "hiệu"), ("thương", "binh"), ("hội", "nghị"), ("hội", "thi"), ("hội", "viên"), ("vụ", "án"),
    ("địa", "chỉ"), ("địa", "danh"), ("phong", "tục"), ("luật", "sư"), ("thầy", "thuốc"), ("học", "trò"),
    ("danh", "sách"), ("tổng", "số"),
})
# fmt: on
_BEFORE_MARK = 5  # words that may stand between the noun and its name
_LONGEST = 14


def phrase_at(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """The body whose phrase starts at token ``i``, known by its shape, and the token after it."""
    words, norms = doc.words, doc.norms
    if i + 1 >= limit or not words[i].isalpha() or norms[i] in _NO_BODY or norms[i : i + 2] in _NO_BODIES:
        return None
    if i in starts(doc, "stops"):
        return None
    if i in starts(doc, "posts") or i in starts(doc, "honorifics") or introduction_at(doc, i, limit):
        return None
    end = _without_credit(doc, i, name_end(doc, i + 1, limit))
    mark = next((j for j in range(i + 1, min(end, i + 1 + _BEFORE_MARK)) if _is_mark(words[j])), None)
    end = _without_next(doc, mark, end) if mark is not None else end
    if mark is None or _is_amount(doc, mark) or end - i > _LONGEST or not _own_noun(doc, i, mark):
        return None
    return [Recipient(start=i, end=end, text=expand(doc.between(i, end)), kind="organization", count=1)], end


# Of these the person named is another's: the wife, the mother, the family receives.
_KIN = frozenset({
    "vợ", "chồng", "con", "mẹ", "cha", "bố", "má", "gia", "thân", "em", "cháu", "dâu", "rể", "đình", "bạn", "đại",
})  # fmt: skip
_TITLES = 3  # words that may stand before a name


def person_by_noun(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "trung vệ Lê Văn Đài", "xạ thủ Hoàng Xuân Lộc": a person behind a noun that no list knows."""
    words, norms = doc.words, doc.norms
    at = i
    while at < min(limit, i + _TITLES) and words[at].isalpha() and words[at].islower() and norms[at] not in _KIN:
        if at in starts(doc, "stops") or at in starts(doc, "organizations"):
            return None
        at += 1
    if at == i or at >= limit or at not in starts(doc, "surnames"):
        return None
    end = person_end(doc, at, limit)
    if end is None or end - at < 3:
        return None
    return [Recipient(start=i, end=end, text=doc.between(at, end), kind="person", count=1)], end


def bare_noun_at(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "quỹ", "đội", "Vùng" alone: the one phrase of the article so far that opens with the noun and bears a name."""
    words, norms = doc.words, doc.norms
    if i >= limit or not words[i].isalpha() or norms[i] in _NO_BODY or norms[i : i + 2] in _NO_BODIES:
        return None
    if is_stop(doc, i) or not ends_bare(doc, i + 1) or i in starts(doc, "posts") or introduction_at(doc, i, limit):
        return None
    names: dict[str, str] = {}
    for j in range(i):
        if norms[j] == norms[i] and words[j][0].isupper() and (name := _name_at(doc, j)):
            names.setdefault(fold(name), name)
    full = {n for f, n in names.items() if not any(o != f and o.startswith(f + " ") for o in names)}
    if len(full) != 1:
        return None
    return [Recipient(start=i, end=i + 1, text=full.pop(), kind="organization", count=1)], i + 1


# Letters that stand for people of a kind, sorts of bodies or matters, not for a body.
# fmt: off
_NO_LETTERS = frozenset({
    "CBCC", "CBCCVC", "CBCNV", "CBCS", "CBGV", "CBNV", "CCB", "CNVC", "CNVCLĐ", "CNLĐ", "NLĐ", "CNCB", "NGNLĐ", "LLVT",
    "ĐVTN", "VĐV", "HLV", "HSSV", "TNXP", "CSGT", "CSTĐ", "TTATXH", "ANTT", "ATGT", "TNGT", "HTX", "DNNN", "DNTN",
    "KHKT", "KHCN", "XHCN", "GDP", "FDI", "ODA", "THPT", "THCS", "TNHH", "UBND", "HĐND", "MTTQ", "TCTD", "NSND", "NSƯT",
    "PTTH", "XKLĐ", "BCH", "BTV", "CLB", "CNH", "HĐH", "TDTT", "VHTT", "BHXH", "BHYT", "NTM", "ĐBQH", "HCV", "HCB",
    "HCĐ", "CHXHCN", "LĐLĐ", "KCN", "TAND", "VKSND", "CATP", "CSND", "CAND", "QĐND",
})
# fmt: on


def acronym_at(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "SBC", "TLH": letters that the article uses as a name more than once and never writes out."""
    word = doc.words[i]
    if not (3 <= len(word) <= 8 and word.isalpha() and word.isupper()) or word in _NO_LETTERS:
        return None
    if word != expand(word) or list(doc.words).count(word) < 2 or (i + 1 < limit and not is_stop(doc, i + 1)):
        return None
    return [Recipient(start=i, end=i + 1, text=word, kind="organization", count=1)], i + 1


def brand_at(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "Lam Giang Co.op", "Vinabotex": a name the article tells more than once in which a word is no syllable."""
    words = doc.words
    end, own = i, -1
    while end < min(limit, i + 6) and not doc.words[end].isspace():
        dotted = words[end] == "." and end > i and not doc.blanks[end - 1] and not doc.blanks[end]
        if not words[end][:1].isupper() and not dotted:
            break
        own = end - 1 if dotted else end if _NO_SYLLABLE.search(words[end]) else own
        end += 2 if dotted else 1
    if own < i or end > limit or (end < limit and not is_stop(doc, end)) or i in starts(doc, "posts"):
        return None
    if words.count(words[own]) < 2 or person_end(doc, i, limit) == end:
        return None
    return [Recipient(start=i, end=end, text=doc.between(i, end), kind="organization", count=1)], end


# A letter that Vietnamese does not write, or more letters than a syllable holds.
_NO_SYLLABLE = re.compile(r"^[A-Z][a-z]*[fjwz][a-z]*$|^[FJWZ][a-z]+$|^[A-Z][a-z]{7,}$")


def _name_at(doc: Doc, i: int) -> str | None:
    body = body_at(doc, i, len(doc))
    if body is not None:
        return body.text if body.kind != LOCALITY and any(w[:1].isupper() for w in body.text.split()[1:]) else None
    found = phrase_at(doc, i, len(doc))
    return found[0][0].text if found else None


def _without_credit(doc: Doc, start: int, end: int) -> int:
    """The end before a dash with blanks around it: "ban chuyên án - Ảnh: …"."""
    return next((j for j in range(start + 1, end) if doc.words[j] in "-–" and doc.blanks[j]), end)


def _without_next(doc: Doc, mark: int, end: int) -> int:
    """The end before "và" and another phrase with a name: "tổ dân phố số 5 và câu lạc bộ Bông Lúa"."""
    norms, words = doc.norms, doc.words
    return next((j for j in range(mark, end) if norms[j] == "và" and any(map(_is_mark, words[j + 1 : end]))), end)


def _is_mark(word: str) -> bool:
    """A capital or a number: what gives a noun a name."""
    return word[:1].isupper() or word[:1].isdigit()


def _is_amount(doc: Doc, i: int) -> bool:
    """Whether the number at ``i`` counts what follows ("10 năm", "5 triệu") and names nothing."""
    words = doc.words
    return words[i][0].isdigit() and i + 1 < len(words) and doc.norms[i + 1] in _COUNTED


_COUNTED = frozenset({
    "năm", "tháng", "ngày", "giờ", "tuổi", "lần", "người", "triệu", "nghìn", "ngàn", "tỷ", "đồng", "%", "suất",
    "cá", "tập", "đơn", "sở", "cơ", "doanh", "học", "giáo", "hộ", "gương", "điển", "cán", "chiến",
})  # fmt: skip
_NOUNS = frozenset({
    "thôn", "ấp", "bản", "buôn", "làng", "khóm", "khu", "chùa", "đền", "nhóm", "đội", "tổ", "đoàn", "quán", "tàu",
    "quỹ", "hạt", "trạm", "xưởng", "đồn", "chốt", "tiệm", "trại", "hội",
})  # fmt: skip


def _own_noun(doc: Doc, i: int, mark: int) -> bool:
    """Whether the phrase opens with a noun: a lower-case word, or a capital that a lower-case word or number follows.

    Two capitals at the start may be a person's name, unless the first is one of the commonest nouns.
    """
    words = doc.words
    if doc.norms[i] in _NOUNS:
        return True
    return words[i].islower() or mark > i + 1 or words[mark][0].isdigit() or (words[i].isupper() and len(words[i]) > 1)
