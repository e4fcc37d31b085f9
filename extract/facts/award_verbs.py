"""The verbs over award forms: which verb gives or takes a form, its voice, and where its subject ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.facts.award_forms import Form
from extract.facts.bodies import Giver, givers
from extract.facts.recipient_names import NUMBERS, matched_words, token_at
from extract.facts.recipients import recipients_at
from extract.view import Doc, Span

Voice = Literal["active", "passive"]
REVOKE = "thu hồi"
HAVE = "có"  # "Sở có 5 Chiến sĩ thi đua cấp tỉnh"
_PROPOSE = "đề nghị"  # "đề nghị Cờ thi đua cho 5 tập thể"
COPULA = "là"  # "ông A là Chiến sĩ thi đua cấp tỉnh"


_TWO = {
    **{(first, "tặng"): "tặng" for first in ("trao", "truy", "phong", "khen", "ký", "gửi")},
    ("tặng", "thưởng"): "tặng",
    ("khen", "thưởng"): "tặng",
    ("vinh", "danh"): "công nhận",
    ("công", "nhận"): "công nhận",
    ("đón", "nhận"): "nhận",
    ("bình", "chọn"): "bình chọn",
    ("bình", "bầu"): "bình chọn",
    ("bầu", "chọn"): "bình chọn",
    ("thu", "hồi"): REVOKE,
    ("hủy", "bỏ"): REVOKE,
    ("đề", "nghị"): _PROPOSE,
    ("đề", "xuất"): _PROPOSE,
}


_ONE = {
    "tặng": "tặng",
    "trao": "trao",
    "nhận": "nhận",
    "đạt": "đạt",
    "giành": "đạt",
    "đoạt": "đạt",
    "phong": "tặng",
    "cấp": "tặng",
    "giữ": "đạt",
    "gửi": "trao",
    "thưởng": "tặng",
    "tước": REVOKE,
    "bầu": "bình chọn",
    "được": "nhận",
    "là": COPULA,
    "có": HAVE,
}


# Syllables that make another word of the verb: "ghi nhận", "trao đổi", "phong trào".
_NOT_BEFORE = {
    "nhận": {"ghi", "tiếp", "xác", "chứng", "cảm", "thu", "công", "đảm", "thừa", "nhìn", "chấp", "phủ"},
    "đạt": {"chưa", "không", "diễn"},
    "phong": {"tác", "văn", "tiên", "xung", "tiền"},
    "giành": {"để"},
    "thưởng": {"phần", "tiền", "giải", "khen", "tặng", "mức", "quỹ", "số", "trao", "lương", "tưởng"},
    "được": {"giành", "đạt", "đoạt", "lấy", "nhận", "dành", "có", "không", "chưa", "sẽ"},
}
# "công tác khen thưởng", "thi đua - khen thưởng", "hình thức khen thưởng" are nouns.
_NOUN_BEFORE = frozenset({"tác", "đua", "-", "–", "thức", "quỹ", "luật", "ban", "mức", "sơ"})


_NOMINAL = {"lễ", "buổi", "việc", "phần", "dịp"}  # "tại lễ đón nhận …" names an occasion


_NOT_AFTER = {
    "nhận": {"thức", "thấy", "định", "xét", "làm", "nhiệm"},
    "trao": {"đổi"},
    "phong": {"trào", "cách", "phú", "trao"},
}


# Between a verb and the form it gives.
# fmt: off
_TO_FORM = frozenset({
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
    "danh", "hiệu", "các", "những", "tấm", "chiếc", "số", "thêm", "quyết", "định", "về", "việc", "được",
    "hình", "thức", "khen", "thưởng", "cao", "quý", "là", "của", "cùng", "lúc", "lá", "“", '"', "'", "‘", "(",
    "đột", "xuất", "nhiều", "vững", "bằng",
})
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of giving or receiving at tokens ``start:end``; ``subject_end``: where its subject must end."""

    start: int
    end: int
    kind: str
    voice: Voice
    subject_end: int


def past_aspect(doc: Doc, i: int, limit: int) -> int:
    """The token behind "đã", "vừa", "cũng"."""
    while i < limit and doc.norms[i] in {"đã", "vừa", "cũng", "lần", "lượt"}:
        i += 1
    return i


def verbs_over(doc: Doc, sentence: Span, forms: tuple[Form, ...]) -> list[Verb | None]:
    left = sentence.start
    out: list[Verb | None] = []
    for form in forms:
        out.append(None if form.elided else verb_before(doc, left, form.start))
        left = form.end
    return out


def verb_before(doc: Doc, left: int, start: int) -> Verb | None:
    """The nearest verb to the left that reaches the form at ``start``."""
    for j in range(start - 1, max(left, start - 26) - 1, -1):
        if doc.words[j] == ";" or (doc.norms[j] == "cho" and j < start - 1 and not _rewarded(doc, left, j, start)):
            return None
        pair = (doc.norms[j - 1], doc.norms[j]) if j > left else None
        if pair in _TWO and not (pair[1] == "nhận" and j - 2 >= left and doc.norms[j - 2] in _NOMINAL):
            verb = _voiced(doc, left, j - 1, j + 1, _TWO[pair])
        elif pair not in _TWO and doc.norms[j] in _ONE and _is_verb(doc, j):
            verb = _voiced(doc, left, j, j + 1, _ONE[doc.norms[j]])
        else:
            continue
        if verb.kind == COPULA and not (j == start - 1 and _names_holder(doc, left, j)):
            continue
        if verb.kind == _PROPOSE and not all(t.norm_ in _TO_FORM or t.is_digit for t in doc[verb.end : start]):
            return None  # "đề nghị của Sở A, Bằng khen …"
        if verb.kind == HAVE and not _counts_titles(doc, left, j, start):
            continue
        if pair == ("khen", "thưởng") and j - 2 >= left and not _rewards(doc, left, j - 1):
            continue
        if verb.kind == "bình chọn" and not (verb.voice == "passive" and doc.norms[verb.end] in {"là", "danh", "đạt"}):
            continue  # "Khối bình chọn …": a proposal, or a choice of another kind
        return verb if _reaches_form(doc, verb, start) else None
    return None


def _rewarded(doc: Doc, left: int, j: int, start: int) -> bool:
    """ "khen thưởng cho 7 Tập thể lao động tiên tiến": a number of titles behind "cho" is what is given."""
    number = matched_words(doc, j + 1, start).split()
    counted = bool(number) and all(w in NUMBERS or w.replace(".", "").isdigit() for w in number)
    return counted and j - 2 >= left and doc.norms[j - 2 : j] in {("khen", "thưởng"), ("danh", "hiệu")}


def _is_verb(doc: Doc, j: int) -> bool:
    word = doc.norms[j]
    if doc.words[j][:1].isupper() and j > 0 and doc.words[j - 1].isalpha() and doc.words[j - 1][:1].isupper():
        return False
    before = doc.norms[j - 1] if j else ""
    if j > 1 and all(t.is_alpha and t.text[:1].isupper() for t in doc[j - 2 : j]):
        before = ""  # the last of "Lê Văn Tiếp" makes no "tiếp nhận"
    if before == "tiếp" and j > 1 and doc.norms[j - 2] == "liên":
        before = ""  # nor does "liên tiếp nhận"
    after = doc.norms[j + 1] if j + 1 < len(doc) else ""
    return before not in _NOT_BEFORE.get(word, set()) and after not in _NOT_AFTER.get(word, set())


def _reaches_form(doc: Doc, verb: Verb, start: int) -> bool:
    gap = doc[verb.end : start]
    if all(t.norm_ in _TO_FORM or t.is_digit or t.is_space for t in gap) or _titles_by_number(doc, verb, start):
        return True
    if len(gap) > 1 and gap[-2].norm_ == "cho" and all(t.norm_ in _TO_FORM for t in gap[:-2]):
        return True  # "khen thưởng cho 7 Tập thể lao động tiên tiến"
    if _PRAISED.match(matched_words(doc, verb.end, start)) or _with_other_gifts(doc, verb, start):
        return True
    if any(t.text == ":" for t in gap) or len(gap) > 24:
        return False
    between = recipients_at(doc, verb.end, start)
    if between is not None and all(t.norm_ in _TO_FORM or t.text == "," for t in doc[between.end : start]):
        return True
    found = givers(doc, verb.end, start)
    return bool(found) and all(t.norm_ in _TO_FORM for t in doc[found[-1].end : start])


# fmt: off
_GIFTS = frozenset({
    "hoa", "quà", "tiền", "phần", "học", "suất", "lẵng", "bức", "trướng", "vật", "kỷ", "cúp", "biểu", "trưng", "chứng",
    "triệu", "thưởng", "sổ", "giải", "nhà", "khen", "quyết", "hiện", "kim",
})
# fmt: on
# A letter is no award; the form may stand behind it: "trao Thư khen của Bộ A và [Bằng khen]".
_LETTER = re.compile(r"thư (?:khen|chúc mừng|cảm ơn)(?: của [^,;:.]{3,70})?(?:,| và| cùng) $")
_BESIDE = frozenset({"và", ",", "cùng", "kèm", "với", "theo"})
_OTHER_GIFTS = 12  # tokens that what else is given may take


def _with_other_gifts(doc: Doc, verb: Verb, start: int) -> bool:
    """ "trao hoa và [Bằng khen]", "tặng 5 triệu đồng, [Bằng khen]": the form ends a list of what is given.

    What else is given is a noun phrase: no recipient, no other verb and no one's name stands in it.
    """
    gap = doc[verb.end : start]
    if _LETTER.match(matched_words(doc, verb.end, start)):
        return True
    end = len(gap)
    while end and gap[end - 1].norm_ not in _BESIDE and (gap[end - 1].norm_ in _TO_FORM or gap[end - 1].is_digit):
        end -= 1
    if verb.kind == REVOKE or not 1 < end <= _OTHER_GIFTS or gap[end - 1].norm_ not in _BESIDE:
        return False
    return any(t.norm_ in _GIFTS for t in gap) and not any(
        t.norm_ in {"cho", "của", "được", "là", "tại", ";", "đã", "nhiều", "các", "những"} or t.is_space for t in gap
    )


# Titles that are counted: "được phong tặng, gồm 3 Nghệ nhân nhân dân", "công nhận: 163 tập thể lao động tiên tiến".
_TITLES_AMONG = re.compile(
    r"^(?:(?:các )?danh hiệu )?(?:[^:;]{0,90},)? ?(?:gồm|bao gồm|gồm có|trong đó(?: có)?|cụ thể)"
    r"\s*[:,]?\s*\d+ (?:danh hiệu )?$"
)
_TITLES_NUMBERED = re.compile(r"^(?: ?(?:các )?danh hiệu)?\s*:\s*\d[\d.]* (?:danh hiệu )?$")


def _titles_by_number(doc: Doc, verb: Verb, start: int) -> bool:
    """Whether no more than a list's opening and a number stand between a verb and the titles it gives."""
    pattern = _TITLES_AMONG if verb.voice == "passive" else _TITLES_NUMBERED
    return pattern.match(matched_words(doc, verb.end, start)) is not None


# "nhận nhiều phần thưởng của Đảng, Nhà nước như: …", "các danh hiệu: năm 2010: …".
_PRAISED = re.compile(
    r"^(?:được\s+)?(?:thêm\s+)?(?:(?:nhiều|các|những|một số|hai|ba|\d+)\s+)?"
    r"(?:phần thưởng|hình thức|danh hiệu|thành tích|giải thưởng|sự ghi nhận|huân chương)"
    r"(?:\s+(?:thi đua|khen thưởng|cao quý|cao|vinh dự|lớn|khác|tiêu biểu|và|,|danh hiệu|hình thức|huy chương))*"
    r"(?:\s+(?:của|do|từ)\s+[^:;.]{3,60}?(?:\s+trao(?: tặng)?|\s+tặng(?: thưởng)?)?)?\s*,?\s*"
    r"(?::|(?:như|gồm|bao gồm|gồm có|cụ thể|cụ thể là|tiêu biểu(?: là| như)?|đó là|trong đó có|là)\s*:?)\s*"
    r"(?:-\s*)?(?:năm \d{4}\s*:?\s*)?(?:\d+\s+|hai\s+|ba\s+|nhiều\s+)?(?:(?:danh hiệu|tấm)\s+)?\"?\s*$"
)


def _counts_titles(doc: Doc, left: int, j: int, start: int) -> bool:
    """ "có 5 Chiến sĩ thi đua": a number and the title; not of guests ("Dự lễ có 70 Chiến sĩ thi đua")."""
    number = matched_words(doc, j + 1, start).split()
    if not number or not all(w in NUMBERS or w.replace(".", "").isdigit() or w in {"danh", "hiệu"} for w in number):
        return False
    return not {"dự", "biểu", "mặt", "mời", "gặp"} & {t.norm_ for t in doc[left:j]}


def _rewards(doc: Doc, left: int, i: int) -> bool:
    """Whether "khen thưởng" is the verb: not in "công tác khen thưởng", nor in "hủy quyết định khen thưởng"."""
    before = [t.norm_ for t in doc[max(left, i - 8) : i]]
    return bool(before) and before[-1] not in _NOUN_BEFORE and not {"hủy", "hồi", "bỏ"} & set(before)


def _names_holder(doc: Doc, left: int, j: int) -> bool:
    """ "Ông Trần Văn A là …": the words before "là" end with a name, an age or the like in brackets left out."""
    i = j - 1
    if i > left and doc.words[i] == ")":
        i = next((k - 1 for k in range(i, max(left, i - 12), -1) if doc.words[k] == "("), i)
    i = _before_adverbs(doc, left, i + 1) - 1
    while i > left and doc.norms[i] in {"cũng", "đồng", "thời", "hiện", "đều", "còn", "từng", "đã"}:
        i -= 1
    if re.search(r"[,;] (?:\w+ )?(?:năm|lần)(?: liền| liên tục| liên tiếp)?\s*$", matched_words(doc, left, j)):
        return True  # "…, 5 năm liền là Chiến sĩ thi đua": of the subject before
    if i < left or not doc.words[i].isalpha():
        return i > left and doc.words[i] == ","  # "bà A, giáo viên Trường B, là …"
    # "năm 2019, anh là …", "từ năm 2018 đến nay đều là …": of one told before.
    meant = doc.norms[i] in _PRONOUNS and (i == left or not doc.words[i - 1].isalpha() or doc.words[i][:1].isupper())
    return doc.words[i][:1].isupper() or meant or (doc.norms[i] == "nay" and i + 1 < j)


_PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "em", "cô", "thầy", "cụ"})


def praised_by(doc: Doc, verb: Verb, start: int) -> Giver | None:
    """ "phần thưởng của Đảng, Nhà nước: Huân chương …": whose the forms of the list are."""
    if not _PRAISED.match(matched_words(doc, verb.end, start)):
        return None
    found = givers(doc, verb.end, start)
    return found[0] if len(found) == 1 and doc.norms[found[0].start - 1] in {"của", "do", "từ"} else None


def _voiced(doc: Doc, left: int, start: int, end: int, kind: str) -> Verb:
    """A verb with its voice: "được" before it, through a giver and words of proposing, makes it passive."""
    if kind in {"nhận", "đạt", COPULA, HAVE}:
        asked = _proposed_to(doc, left, start)
        return Verb(start=start, end=end, kind=kind, voice="passive", subject_end=_before_adverbs(doc, left, asked))
    if start > left and doc.norms[start - 1] in {"lễ", "buổi"}:
        # "được mời dự lễ trao …": who attends is given nothing.
        return Verb(start=start, end=end, kind=kind, voice="active", subject_end=start)
    inside = {i for g in givers(doc, max(left, start - 18), start) for i in range(g.start, g.end)}
    for j in range(start - 1, max(left, start - 20) - 1, -1):
        if (doc.norms[j] == "được" or (doc.norms[j] == "bị" and kind == REVOKE)) and j not in inside:
            if matched_words(doc, j + 1, start).startswith(_COMMISSIONED):
                break  # "được ủy quyền trao": who hands it over
            return Verb(start=start, end=end, kind=kind, voice="passive", subject_end=_before_adverbs(doc, left, j))
        if (
            doc.words[j] == ","
            and (j - 1 in inside or doc.norms[j - 1] in _ANY_BODY)
            and (j + 1 in inside or doc.norms[j + 1] in _ANY_BODY)
        ):
            continue  # "được A, B và C tặng", "được UBND tỉnh, bộ, ngành tặng"
        if doc.words[j] == "," and j + 1 == start and doc.norms[j - 1] in _GIVING:
            continue  # "được phong tặng, truy tặng"
        if j not in inside and (doc.words[j] in {",", ";", ":", "("} or doc.words[j].isspace()):
            break
    return Verb(start=start, end=end, kind=kind, voice="active", subject_end=start)


def _proposed_to(doc: Doc, left: int, start: int) -> int:
    """ "A được đề nghị [nhận X]", "A được trình [nhận X]": where the words of proposing start; else ``start``."""
    norms = doc.norms
    for n in (2, 1):
        i = start - n
        if i > left and norms[i - 1] == "được" and norms[i:start] in _PROPOSING:
            return i
    return start


_PROPOSING = (("đề", "nghị"), ("đề", "xuất"), ("trình",), ("xét",))
_GIVING = frozenset({"tặng", "trao", "phong", "nhận", "thưởng"})
# Givers without a name of their own, beside others.
_ANY_BODY = frozenset({"bộ", "ngành", "ban", "đoàn", "các", "cấp", "trung", "hội", "tỉnh", "ương"})
_COMMISSIONED = (
    "sự ủy",
    "sự uỷ",
    "ủy quyền",
    "uỷ quyền",
    "ủy nhiệm",
    "uỷ nhiệm",
    "phân công",
    "giao",
    "mời",
    "cử",
    "thay mặt",
)


def _before_adverbs(doc: Doc, left: int, i: int) -> int:
    while i > left:
        at = max(left, i - 6)
        if m := _OFTEN.search(matched_words(doc, at, i)):
            i = token_at(doc, at, m.start(1))
        elif doc.words[i - 1].islower() and doc.norms[i - 1] in _ADVERBS:
            i -= 1
        else:
            break
    return i


# fmt: off
_ADVERBS = frozenset({
    "được", "đã", "vừa", "vinh", "dự", "cũng", "đều", "mới", "còn", "tự", "hào", "nhiều", "lần", "từng", "lượt", "liên",
    "tục", "tiếp",
})
# fmt: on
# "Sở Y tế 2 lần được", "ông A 5 năm liền nhận": how often, and no part of the subject.
_OFTEN = re.compile(
    rf"(?:^|\s)((?:\d{{1,2}}|{'|'.join(NUMBERS)}|nhiều)\s+(?:lần|năm\s+(?:liền|liên tục|liên tiếp)))\s*$"
)
