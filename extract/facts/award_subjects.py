"""The recipients to the left of a verb: the subject of a passive, the names a number counts."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.addresses import ends_with_place, is_place
from extract.facts.award_forms import Form
from extract.facts.award_kin import represented
from extract.facts.counted import under_head
from extract.facts.counted_lists import all_named
from extract.facts.recipient_names import NUMBERS, Recipient, matched_words, skip_brackets
from extract.facts.recipients import recipients_at
from extract.facts.reference import SPEAKS
from extract.facts.units import behind_a_unit, ends_numbered, glued, quantified
from extract.holders import people
from extract.view import Doc

# Between the last recipient and the verb it is the subject of.
_TO_PASSIVE = re.compile(
    r"^[\s,]*(?:(?:cùng|và) (?:các|những|nhiều) (?:\w+ ){1,4})?"
    r"(?:(?:đã|từng|vừa|mới|cũng|đều|còn|sẽ|lần lượt|tiếp tục|vinh dự|tự hào|xứng đáng|chính thức|đang|hiện"
    r"|là tập thể|là đơn vị|là cá nhân|trong số|này|khác|trên|lên|đứng|lần đầu tiên"
    r"|xếp thứ (?:nhất|nhì|hai|ba|\w+)|đứng đầu(?: cụm| khối)?|dẫn đầu(?: cụm| khối)?|đứng thứ \w+|\d+ năm liền"
    r"|nhiều (?:năm|lần)|liên tục|liên tiếp|liền|suốt|đồng thời"
    r"|\d+ lần|năm \d{4}|và|-|–|một|trong|thành phố|tỉnh|của tỉnh|của bệnh viện|của huyện|thay mặt"
    r"|(?:cùng|và) (?:anh|em|chị|vợ|chồng|bố|mẹ|con|cha)(?: trai| gái| ruột)?|có|đề nghị(?: xét)?)[\s,]*)*$"
)

# "là một trong những điển hình (của tỉnh) [được]", "là nữ công nhân duy nhất [được]": the subject is one of those told.
_IS_ONE_OF = re.compile(
    r"^(?:\([^)]*\) ?)?[,–-]? ?(?:(?:đã|cũng|hiện|còn|chính|vinh dự|tự hào) )*(?:là|trở thành) "
    r"(?:một trong (?:những|số|các)\b[^,;:()\d]{0,90}"
    r"|[^,;:()\d]{2,70}\b(?:duy nhất|đầu tiên|tiêu biểu|xuất sắc|hiếm hoi|trẻ nhất"
    r"|dẫn đầu|đứng đầu)\b[^,;:()\d]{0,50})$"
)
# "được Khối suy tôn là đơn vị dẫn đầu phong trào thi đua [được đề nghị]": whoever was chosen.
_IS_CHOSEN = re.compile(
    r"^,? ?(?:(?:đã|cũng|vinh dự|tiếp tục) )*được (?:[^,;:()\d]{1,60} )?(?:suy tôn|bình chọn|bình bầu|bình xét|bầu chọn"
    r"|lựa chọn|xếp|đánh giá|công nhận)\b [^;:()\d]{2,110}$"
)
# "xúc động khi [được]", "cho rằng vinh dự vì [được]": what one does or feels, and when or why.
_WHEN = re.compile(
    r"^(?:\([^)]*\) ?)?[,–-]? ?[^,;:()\d]{0,60}\b(?:khi|vì|lúc|sau khi|ngày|kỷ niệm"
    r"|niềm vui)(?: (?:mình|bản thân|lần đầu tiên|lần đầu|vừa|đã|vinh dự|lại|là người))* $"
)
# ", người vừa [được]", "- đơn vị [được]", ", tập thể nhiều năm liền [được]": who or what the subject is.
_WHO = re.compile(
    r"^(?:\([^)]*\) ?)?[,–-] ?(?:(?:cũng|chính) )?(?:là )?(?:người(?: \w+){0,3}"
    r"|(?:đơn vị|tập thể|cá nhân|địa phương|doanh nghiệp|gương mặt|nhân vật)(?: (?:đầu tiên|duy nhất|tiêu biểu))?) $"
)
# What is told besides: "không chỉ làm giỏi mà còn", and then the verb.
_ALSO = re.compile(r"^(?:không chỉ|không những|chẳng những) [^;:()]{2,90}?,? mà (?:còn )?(?:vinh dự |đã |vừa )*$")
_NOT_YET = re.compile(r"\b(?:sẽ|mong|muốn|hy vọng|nếu|phấn đấu|cố gắng|ước|chờ|đợi|chưa|không phải|cho)\b")


def reaches(doc: Doc, i: int, stop: int) -> bool:
    """Whether all that stands between a subject and its verb goes on with that subject."""
    text = "".join(t.norm_ + " " for t in doc[i:stop])
    return _TO_PASSIVE.match(text) is not None or _goes_to_verb(doc, i, stop, text)


def _goes_to_verb(doc: Doc, i: int, stop: int, text: str) -> bool:
    """Whether a copula or a feeling leads to the verb, and nobody else is named or counted on the way."""
    i = skip_brackets(doc, i, stop)
    if _NOT_YET.search(text) or any(t.norm_ in NUMBERS and t.norm_ not in {"một", "năm"} for t in doc[i:stop]):
        return False
    if _IS_ONE_OF.match(text) or _IS_CHOSEN.match(text):
        return True
    named = any(t.text[:1].isupper() for t in doc[i:stop])
    return not named and any(pattern.match(text) for pattern in (_WHEN, _ALSO, _WHO))


def subject(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """The list of recipients that ends where the verb's complex starts."""
    # "A chúc mừng B đón nhận …": who is congratulated has received.
    left = next((i + 1 for i in range(stop - 1, left, -1) if _is_wish(doc, i)), left)
    s = left - 1
    while s + 1 < stop:
        s += 1
        if doc[s].is_punct or doc.words[s].isspace() or doc.norms[s] == "là":
            continue
        found = recipients_at(doc, s, stop)
        if found is None or found.items[0].start - s > 5:
            continue
        items = represented(doc, s, found.items, stop)
        if not _may_be_subject(doc, left, items[0].start if items[0].text is None else s, items[0]):
            s = items[0].end - 1
            continue
        if items[0].text and behind_a_unit(doc, left, items[0].start, items[0].text):
            return ()
        if items[0].text and SPEAKS.search(matched_words(doc, items[-1].end, stop)):
            continue  # "ông A cho biết có hai người được …": who only tells of it
        if not (
            reaches(doc, found.end, stop)
            or (items[0].kind == "person" and items[0].text and len(items) == 1 and _lives(doc, found.end, stop))
            or (items[0].text and len(items) == 1 and _goes_on(doc, found.end, stop))
        ):
            continue
        if is_place(items[0]) and doc.words[s - 1] == "," and ends_with_place(doc, left, s - 1):
            return ()  # "thôn A, xã B được …": where the first lies
        if is_place(items[0]) and people(doc, left, items[0].start):
            return ()  # "đồng chí A, cảnh sát khu vực, quận B được …": where the person works
        # "61 đơn vị của các cấp học và phòng giáo dục được …": the number counts them as well.
        if items[0].text is None:
            items = tuple(r for r in items if not (r.text and r.text[:1].isupper() and doc.words[r.start].islower()))
        if items[0].text is None and len(items) == 1:
            return _with_named(doc, left, items[0])
        return items
    return ()


# Where a person lives stands between the name and the verb: "bà A ở thị trấn B (huyện C) đạt …".
_LIVES = re.compile(
    r"^(?:\([^)]*\) ?)?,? ?(?:hiện |đang )*(?:ở|ngụ|trú|cư trú|thường trú|quê|sống)(?: tại| ở)? "
    r"(?:(?:số|thôn|xóm|ấp|bản|làng|tổ|khu|xã|phường|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|tp) ?[^;:]{1,60}?[, ]*)+"
    r"(?:\([^)]*\) ?)?,? ?(?:đã |vừa |vinh dự |cũng )*$"
)


# For whom one competes: "vận động viên A của tỉnh B cũng …".
_OF_TEAM = re.compile(r"^của (?!(?:ông|bà|anh|chị|em)\b)(?:\w+ ){1,7}?(?:đã |vừa |vinh dự |cũng )*$")


# What one was at the time: "ông A khi còn là Giám đốc Sở B được …".
_WAS = re.compile(
    r"^(?:\([^)]*\) ?)?,? ?(?:khi|lúc|hồi|thời)(?: (?:còn|đang|ấy))* (?:là|làm|giữ|đảm nhận|đương chức|công tác)\b"
    r"[^,;:.]{2,110}$"
)


def _lives(doc: Doc, i: int, stop: int) -> bool:
    text = "".join(t.norm_ + " " for t in doc[i:stop])
    if _WAS.match(text):
        return True
    return (_LIVES.match(text) or _OF_TEAM.match(text)) is not None and not re.search(
        r"\b(?:được|có|và|là|cho)\b", text
    )


def _is_wish(doc: Doc, i: int) -> bool:
    return doc.norms[i] == "mừng" and doc.norms[i - 1] == "chúc"


# fmt: off
_NOT_SUBJECT = frozenset({
    "được", "bị",
    "tại", "ở", "của", "do", "với", "cùng", "bởi", "cứu", "từ", "theo", "trường", "sở", "thuộc", "về", "đến",
    "tới", "giữa", "trên", "cho", "vào", "ngoài", "cạnh",
})
_BEFORE_COUNT = frozenset({
    "có", "và", "trong", "số", "cả", "đã", "rằng", "thì", "là", "khi", "nay", "này", "nghị", "lễ", "gồm",
    "tổng", "dịp", "chọn", "tôn", "bầu", "xét", "đó", "thêm", "chỉ",
})
# fmt: on


def _may_be_subject(doc: Doc, left: int, i: int, item: Recipient) -> bool:
    """A name behind a preposition, or a number behind a verb ("cứu 22 ngư dân"), is no subject."""
    if i <= left or doc[i - 1].is_punct or doc.words[i - 1].isspace():
        # "Đại đội 7 - Đội 5 được …", "Lực lượng vũ trang (LLVT) Quân khu 7": the end of a longer name
        short = doc.words[i - 1] == ")" and doc.words[i - 3] == "(" and doc.words[i - 2].isupper()
        numbered = doc.words[i - 1] in {"-", "–"} and (ends_numbered(doc, i - 2) or glued(doc, i - 1))
        return not (i - 3 >= left and (short or numbered))
    word = doc.norms[i - 1]
    if item.text is None:
        return (
            word in _BEFORE_COUNT
            or doc.norms[i - 2 : i] == ("đối", "với")
            or doc.words[i - 1][0].isdigit()
            or (doc.words[i - 1][0].isupper() and i - 1 == left)
        )
    if (
        quantified(doc, i)
        or (word in _NOT_SUBJECT and not (word == "của" and _did(doc, left, i, item)))
        or doc.norms[i - 2 : i] in _FOUNDED
        or " ".join(t.norm_ for t in doc[max(left, i - 2) : i]) in {"cá nhân", "tập thể", "đơn vị"}
    ):
        return False
    if doc.norms[i] == "tập" and word in {"nhiều", "các", "những", "số"}:
        return word == "các" and item.start == i + 2 and doc.words[i + 2][:1].isupper()  # "Các tập thể Phòng A, B"
    before = doc.words[i - 1][:1]
    if item.kind == "person":
        # "vợ ông A được …": somebody else
        return word not in _KIN and (before.isupper() or before.isdigit() or word in _BEFORE_PERSON or word == "của")
    # "nhân viên Công ty A": where somebody works; "đội Robot Trường A": the end of another's name
    works = doc.words[i - 1].islower() and word in _ROLE_ENDS
    return not works and not (i - 1 > left and doc.words[i - 1].isalpha() and before.isupper())


def _did(doc: Doc, left: int, i: int, item: Recipient) -> bool:
    """Whether a deed stands before the person at ``i`` who did it."""
    return item.kind == "person" and _DEED.search(matched_words(doc, left, i)) is not None


# "Hành động dũng cảm của anh A đã được …": who did it is given the award.
_DEED = re.compile(r"\b(?:hành động|việc làm|nghĩa cử|tấm gương|đóng góp|cống hiến)\b[^,;:.()]{0,90} của $")
_FOUNDED = (("thành", "lập"), ("truyền", "thống"))  # "50 năm thành lập lực lượng A và đón nhận …"
_KIN = frozenset({"vợ", "chồng", "con", "mẹ", "cha", "bố", "má", "cháu", "em", "chị", "dì", "chú", "bác"})
_ROLE_ENDS = frozenset({"viên", "bộ", "đốc", "trưởng", "phó", "tịch", "sĩ", "sinh", "thư", "nhân", "đạo", "dân"})


# fmt: off
_BEFORE_PERSON = frozenset({
    "và", "có", "thì", "là", "khi", "nay", "sau", "đó", "đốc", "tịch", "trưởng", "thư", "viên", "sĩ", "sinh",
    "ông", "bà", "nhân", "như", "gồm", "liền", "qua", "còn", "riêng", "rằng", "mà",
})
# fmt: on


_GOES_ON = re.compile(
    r"^(?:\([^)]*\) ?)?(?:đã |cũng |vừa )*(?:được|giữ|đảm nhận|làm|hoàn thành|đạt|dẫn đầu|xếp|đứng|có) (?:(?! cho "
    r"|;|:).){2,150} (?:và|, )(?: ?(?:đã|còn|cũng|vinh dự|tiếp tục))* ?$"
)


def _goes_on(doc: Doc, i: int, stop: int) -> bool:
    """ "A giữ vai trò Trưởng khối và được tặng …": the subject of the first verb is the subject of the second."""
    text = "".join(t.norm_ + " " for t in doc[i:stop])
    return _GOES_ON.match(text) is not None


def _with_named(doc: Doc, left: int, total: Recipient) -> tuple[Recipient, ...]:
    """ "Ông A là một trong 15 cá nhân được …": the name beside the number; "A và B là hai cá nhân": the names alone."""
    j = total.start if doc.norms[total.start] == "trên" else total.start - 1
    while j > left and doc.norms[j] in {"số", "tổng", "những"}:
        j -= 1
    if (
        doc.norms[j] in {"trong", "trên"}
        and doc.words[j - 1].isdigit()
        and 1 < int(doc.words[j - 1]) < (total.count or 0)
    ):
        return (replace(total, count=int(doc.words[j - 1])),)  # "12 trong số 15 thôn"
    among = doc.norms[j] == "trong" and (doc.norms[j - 1] in NUMBERS or doc.words[j - 1].isdigit())
    if not among and doc.norms[j] != "là":
        return (total,)
    j -= among
    while j > left and doc.norms[j - 1] in {"là", "cũng", "vinh", "dự", "đã", "vừa"}:
        j -= 1
    names = tuple(r for r in subject(doc, left, j) if r.text)
    return (total, *names) if among else names if len(names) == total.count else (total,)


def behind_colon(doc: Doc, form: Form, end: int) -> tuple[Recipient, ...]:
    """ "…; Bằng khen: A, B": the list behind the colon that follows a form at once."""
    at = form.until
    while at < end and doc.words[at] in {'"', "”", "’"}:
        at += 1
    if at >= end or doc.words[at] != ":":
        return ()
    found = recipients_at(doc, at + 1, end)
    return found.items if found else ()


def listed_after(doc: Doc, form: Form, end: int, subject: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """ "Hai đơn vị được … tặng Cờ thi đua năm 2018: A và B": the list behind the form names whom the number counts."""
    counted = subject[0] if len(subject) == 1 and subject[0].text is None else None
    for j in range(form.end, min(end, form.until + 12)):
        if doc.words[j] in {";", "."}:
            break
        told = j == form.until and not any(r.text for r in subject[:2])
        bracketed = counted and j == form.until and doc.words[j] == "("
        if doc.words[j] != ":" and not bracketed and not ((counted or told) and doc.norms[j] in {"gồm", "là"}):
            continue
        found = recipients_at(doc, j + 1, end)
        if found is None:
            if doc.words[j] == ":":
                return subject
            continue
        names = _named_of(found.items)
        if counted is None:
            return subject or found.items
        if len(names) != counted.count:
            read = all_named(doc, j + 1, end, counted.kind, counted.count)
            names = tuple(read[0]) if read else names
        if len(names) == counted.count:
            return tuple(under_head(doc, counted.start + 1, list(names)))
    if not subject and any(doc.norms[j] == "khác" for j in range(max(0, form.start - 14), form.start)):
        # "Các cá nhân khác được tặng … còn có A, B".
        at = next((j + 1 for j in range(form.end, min(end, form.end + 8)) if doc.norms[j] in {"có", "là", "gồm"}), None)
        return names_at(doc, at, end)
    if counted is not None:
        return (*subject, *names_at(doc, _partial_list(doc, form, end, counted), end))
    return subject


def _named_of(items: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    return tuple(r for r in items if r.text)


def names_at(doc: Doc, at: int | None, end: int) -> tuple[Recipient, ...]:
    """The names that start at a token; none for None."""
    found = recipients_at(doc, at, end) if at is not None else None
    return _named_of(found.items) if found else ()


def _partial_list(doc: Doc, form: Form, end: int, counted: Recipient) -> int | None:
    """Where some of those counted are named: "Trong 6 cá nhân được tặng … có bác sĩ A", "…, trong đó có anh B"."""
    norms = doc.norms
    among = norms[counted.start - 1] in {"trong", "số"}
    for j in range(form.end, min(end, form.end + (10 if among else 40))):
        if norms[j : j + 3] == ("trong", "đó", "có"):
            return j + 3
        if among and norms[j] == "có":
            return j + 1
    return None
