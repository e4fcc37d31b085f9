"""The clauses in which awards are given: the verb over a form, its voice, its giver, its recipients.

A sentence often holds a chain ("A được tặng X; Y cho B; Z cho C"). Each mention of a form opens a clause; a clause
without a verb of its own goes on with the verb and giver of the one before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span

from extract.facts.award_forms import Form, find_forms
from extract.facts.bodies import Giver, givers
from extract.facts.recipients import Recipient, recipients_at
from extract.names import starts

Voice = Literal["active", "passive"]
_TWO = {
    ("trao", "tặng"): "tặng", ("tặng", "thưởng"): "tặng", ("truy", "tặng"): "tặng", ("phong", "tặng"): "tặng", ("khen", "tặng"): "tặng",
    ("ký", "tặng"): "tặng", ("công", "nhận"): "công nhận", ("đón", "nhận"): "nhận", ("gửi", "tặng"): "tặng",
}  # fmt: skip
_ONE = {"tặng": "tặng", "trao": "trao", "nhận": "nhận", "đạt": "đạt", "phong": "tặng", "cấp": "tặng"}
_NOT_BEFORE = {
    "nhận": {"ghi", "tiếp", "xác", "chứng", "cảm", "thu", "công", "đảm"}, "trao": set(), "đạt": {"chưa", "không", "diễn"}, "tặng": set(),
    "phong": {"tác", "văn", "tiên", "xung", "tiền"},
}  # fmt: skip
_NOMINAL = {"lễ", "buổi", "việc", "phần", "dịp"}  # "tại lễ đón nhận …" names an occasion
_NOT_AFTER = {
    "nhận": {"thức", "thấy", "định", "xét", "làm", "nhiệm"},
    "trao": {"đổi"},
    "phong": {"trào", "cách", "phú", "trao"},
}
# Between a verb and the form it gives.
_TO_FORM = frozenset(
    "danh hiệu các những tấm chiếc số thêm quyết định về việc được hình thức khen thưởng cao quý là của cùng lúc lá “ \" ' ‘ ( đột xuất".split()
)
# Between a giver and its verb.
_TO_VERB = frozenset(
    "đã vừa mới cũng còn sẽ tiếp tục quyết định ký ban hành có công bố số về việc xét xem thống nhất trực tiếp được đề nghị biểu dương tuyên khen thưởng và trân trọng"
    " trao tặng thưởng tổ chức lễ buổi truy bằng hội đồng , / - ngày tháng năm theo hôm nay qua chính thức đại diện lên cấp trên có thẩm quyền hồ sơ thủ tục tại".split()
)
# Between the last recipient and the verb it is the subject of.
_TO_PASSIVE = re.compile(
    r"^[\s,]*(?:(?:đã|vừa|mới|cũng|đều|còn|sẽ|lần lượt|tiếp tục|vinh dự|tự hào|xứng đáng|chính thức|đang|hiện|là tập thể|là đơn vị|là cá nhân|trong số|này|khác|trên|lên|đứng|lần đầu tiên"
    r"|xếp thứ (?:nhất|nhì|hai|ba|\w+)|đứng đầu(?: cụm| khối)?|dẫn đầu(?: cụm| khối)?|đứng thứ \w+|\d+ năm liền|nhiều năm liền|\d+ lần|năm \d{4}|và|-|–|một|trong|thành phố|tỉnh|của tỉnh|của bệnh viện|của huyện|thay mặt|có)[\s,]*)*$"
)
_SELECT = re.compile(r"\b(?:suy tôn|bình chọn|bỏ phiếu chọn|bầu chọn|lựa chọn|chọn|đề cử|bình bầu)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of giving or receiving at tokens ``start:end``; ``subject_end``: where its subject must end."""

    start: int
    end: int
    kind: str
    voice: Voice
    subject_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One form with what its clause says of it; ``start:end`` are the tokens of the clause."""

    form: Form
    verb: Verb
    giver: Giver | None
    recipients: tuple[Recipient, ...]
    start: int
    end: int
    times: int | None = None
    alone: bool = True  # no other form shares the recipients


def find_clauses(sentence: Span) -> tuple[Clause, ...]:
    """The clauses of a sentence that give or take an award, in text order; those nobody receives left out."""
    doc = sentence.doc
    forms = _in_clauses(doc, find_forms(doc, sentence.start, sentence.end), sentence)
    verbs = _verbs(doc, sentence, forms)
    lefts = [_left(doc, sentence, forms, verbs, k) for k in range(len(forms))]
    found: list[Clause] = []
    for k, form in enumerate(forms):
        verb = verbs[k]
        right = next((lefts[j] for j in range(k + 1, len(forms)) if lefts[j] is not None), None)
        end = right if right is not None and right > form.end else sentence.end
        if right is not None and right <= form.end:
            # The next clause starts at once with its subject: this one has nothing behind its form.
            following = next((v for v in verbs[k + 1 :] if v is not None), None)
            end = following.subject_end if following else sentence.end
        previous = found[-1] if found else None
        clause = (
            _same_subject(doc, _own_clause(doc, sentence, form, verb, lefts[k] or sentence.start, end, forms), previous)
            if verb is not None
            else _inherited(doc, form, previous, forms[k - 1] if k else None, end) or _offered(doc, sentence, form, end)
        )
        if clause is not None:
            found.append(clause)
    return tuple(
        replace(c, alone=False) if _several_owners(doc, c.form, sentence.end) else c for c in _shared(doc, found) if c.recipients
    )


def _several_owners(doc: Doc, form: Form, limit: int) -> bool:
    """ "cờ thi đua của Chính phủ và Bộ Quốc phòng": a total over two awards."""
    if form.owner is None or form.end + 1 >= limit or doc[form.end].norm_ not in {"và", ","}:
        return False
    found = givers(doc, form.end + 1, min(limit, form.end + 10))
    return bool(found) and found[0].start == form.end + 1 and not any(
        t.norm_ in {"tặng", "trao", "đã", "vừa"} for t in doc[found[0].end : found[0].end + 2]
    )


def _in_clauses(doc: Doc, forms: tuple[Form, ...], sentence: Span) -> tuple[Form, ...]:
    """The forms without those only mentioned ("90 gia đình văn hóa được nhận Bằng khen"), which part no clauses."""
    kept: list[Form] = []
    for form in forms:
        left = kept[-1].end if kept else sentence.start
        following = doc[form.end].norm_ if form.end < sentence.end else ""
        joined = bool(kept) and form.start - kept[-1].end <= 6
        if form.elided or joined or following in {"cho", "tặng", "được"} or _verb_before(doc, left, form.start) is not None:
            kept.append(form)
    return tuple(kept)


def _verbs(doc: Doc, sentence: Span, forms: tuple[Form, ...]) -> list[Verb | None]:
    left = sentence.start
    out: list[Verb | None] = []
    for form in forms:
        out.append(None if form.elided else _verb_before(doc, left, form.start))
        left = form.end
    return out


def _verb_before(doc: Doc, left: int, start: int) -> Verb | None:
    """The nearest verb to the left that reaches the form at ``start``."""
    for j in range(start - 1, max(left, start - 26) - 1, -1):
        if doc[j].text == ";" or (doc[j].norm_ == "cho" and j < start - 1):
            return None
        pair = (doc[j - 1].norm_, doc[j].norm_) if j > left else None
        if pair in _TWO and not (pair[1] == "nhận" and j - 2 >= left and doc[j - 2].norm_ in _NOMINAL):
            verb = _voiced(doc, left, j - 1, j + 1, _TWO[pair])
        elif pair not in _TWO and doc[j].norm_ in _ONE and _is_verb(doc, j):
            verb = _voiced(doc, left, j, j + 1, _ONE[doc[j].norm_])
        else:
            continue
        return verb if _reaches_form(doc, verb, start) else None
    return None


def _is_verb(doc: Doc, j: int) -> bool:
    word = doc[j].norm_
    if doc[j].text[:1].isupper() and j > 0 and doc[j - 1].is_alpha and doc[j - 1].text[:1].isupper():
        return False
    before = doc[j - 1].norm_ if j else ""
    after = doc[j + 1].norm_ if j + 1 < len(doc) else ""
    return before not in _NOT_BEFORE.get(word, set()) and after not in _NOT_AFTER.get(word, set())


def _reaches_form(doc: Doc, verb: Verb, start: int) -> bool:
    gap = doc[verb.end : start]
    if all(t.norm_ in _TO_FORM or t.is_digit or t.is_space for t in gap):
        return True
    if any(t.text == ":" for t in gap) or len(gap) > 24:
        return False
    between = recipients_at(doc, verb.end, start)
    if between is not None and all(t.norm_ in _TO_FORM or t.text == "," for t in doc[between.end : start]):
        return True
    found = givers(doc, verb.end, start)
    return bool(found) and all(t.norm_ in _TO_FORM for t in doc[found[-1].end : start])


def _voiced(doc: Doc, left: int, start: int, end: int, kind: str) -> Verb:
    """A verb with its voice: "được" before it, through a giver and words of proposing, makes it passive."""
    if kind in {"nhận", "đạt"}:
        return Verb(start=start, end=end, kind=kind, voice="passive", subject_end=_before_adverbs(doc, left, start))
    inside = {i for g in givers(doc, max(left, start - 18), start) for i in range(g.start, g.end)}
    for j in range(start - 1, max(left, start - 20) - 1, -1):
        if doc[j].norm_ == "được" and j not in inside:
            return Verb(start=start, end=end, kind=kind, voice="passive", subject_end=_before_adverbs(doc, left, j))
        if j not in inside and (doc[j].text in {",", ";", ":", "("} or doc[j].is_space):
            break
    return Verb(start=start, end=end, kind=kind, voice="active", subject_end=start)


def _before_adverbs(doc: Doc, left: int, i: int) -> int:
    while i > left and doc[i - 1].norm_ in {
        "được",
        "đã",
        "vừa",
        "vinh",
        "dự",
        "cũng",
        "đều",
        "mới",
        "còn",
        "tự",
        "hào",
        "lần",
        "lượt",
    }:
        i -= 1
    return i


def _left(doc: Doc, sentence: Span, forms: tuple[Form, ...], verbs: list[Verb | None], k: int) -> int | None:
    """Where the clause of form ``k`` starts: behind the last ";", else before its own subject or giver."""
    previous = forms[k - 1].end if k else sentence.start
    verb = verbs[k]
    if verb is None:
        return forms[k].start if k else None
    semicolon = next((j + 1 for j in range(verb.subject_end - 1, previous - 1, -1) if doc[j].text == ";"), None)
    if k == 0:
        return semicolon or sentence.start
    if semicolon is not None and not _passive_through(doc, verb, semicolon, previous):
        return semicolon
    active_before = any(doc[j].norm_ == "cho" or doc[j].text == ":" for j in range(previous, verb.subject_end))
    if not active_before:
        return previous
    if verb.voice == "active":
        found = [g for g in givers(doc, previous, verb.start) if _acts(doc, g, verb.start)]
        return found[-1].start if found else verb.start
    for j in range(verb.subject_end - 1, previous, -1):
        if doc[j].text == "," or doc[j].norm_ == "và":
            found_items = recipients_at(doc, j + 1, verb.subject_end)
            if found_items is not None and _reaches(doc, found_items.end, verb.subject_end):
                return j + 1
    return verb.subject_end


def _passive_through(doc: Doc, verb: Verb, semicolon: int, previous: int) -> bool:
    """Whether the subject list itself holds the semicolon; never after a form, where it parts the clauses."""
    return False


def _reaches(doc: Doc, i: int, stop: int) -> bool:
    return _TO_PASSIVE.match("".join(t.norm_ + " " for t in doc[i:stop])) is not None


def _acts(doc: Doc, giver: Giver, verb: int) -> bool:
    gap = doc[giver.end : verb]
    return (
        len(gap) <= 26
        and all(
            t.norm_ in _TO_VERB or t.text[0].isdigit() or (t.text.isupper() and len(t) <= 4) or t.text in {"/", "-"}
            for t in gap
        )
        and not any(t.text == ";" for t in gap)
    )


def _own_clause(
    doc: Doc, sentence: Span, form: Form, verb: Verb, left: int, end: int, forms: tuple[Form, ...]
) -> Clause:
    right = _right(doc, form, end, forms)
    inner = recipients_at(doc, verb.end, form.start) if verb.voice == "active" else None
    recipients: tuple[Recipient, ...] = ()
    giver = None
    voice = verb.voice
    if right:
        recipients, voice = right, "active"
    if voice == "passive":
        recipients = _subject(doc, left, verb.subject_end)
        recipients = _listed_after(doc, form, end, recipients)
        giver = _last_giver(doc, verb.subject_end, verb.start) or _agent(doc, form.end, end)
    else:
        if not recipients and inner is not None:
            recipients = inner.items
        giver = _active_giver(doc, left, verb)
        if not recipients:
            recipients = _listed_after(doc, form, end, ()) or _selected(doc, left, verb.start)
    return Clause(
        form=form,
        verb=verb,
        giver=giver,
        recipients=recipients,
        start=left,
        end=end,
        times=_times(doc, verb, form, left),
    )


def _same_subject(doc: Doc, clause: Clause, previous: Clause | None) -> Clause:
    """ "A được tặng X; được phong tặng Y": a verb that opens its clause has the subject of the one before."""
    if clause.recipients or previous is None or clause.verb.voice == "active" or previous.verb.voice == "active":
        return clause
    opening = doc[clause.start : clause.verb.subject_end]
    if not all(t.is_punct or t.is_space or t.text[0].isdigit() or t.norm_ in {"và", "năm", "lần", "tiếp", "tục", "đồng", "thời", "sau", "đó"} for t in opening):
        return clause
    return replace(clause, recipients=tuple(r for r in previous.recipients if r.text))


def _right(doc: Doc, form: Form, end: int, forms: tuple[Form, ...]) -> tuple[Recipient, ...]:
    """The recipients behind the form: after "cho", "tặng", "dành cho"; a number may follow the form at once."""
    i = form.end
    direct = recipients_at(doc, i, end) if i < end and doc[i].norm_ not in {",", "và", ";", ":", "của", "cho"} else None
    if direct is not None and direct.items[0].start == i and direct.items[0].text is None:
        return direct.items
    for j in range(i, min(end, i + 24)):
        if doc[j].text in {";", ".", ":"} or doc[j].is_space:
            return ()
        if (
            doc[j].norm_ == "cho"
            or (doc[j].norm_ == "tặng" and j - i <= 4)
            or (doc[j].norm_, doc[j - 1].norm_) == ("với", "đối")
        ):
            found = recipients_at(doc, j + 1, end)
            if found is None:
                return ()
            return (*_without_next_subject(doc, found.items, found.end, end), *_partial(doc, found.end, end))
        if doc[j].norm_ in {"được", "nhận", "đã", "là"} and j > i:
            return ()
    return ()


_GOES_WITH = frozenset({"vì", "do", "có", "trong", "tại", "ở", "với", "về", "nhân", "của", "theo", "để", "từ", "khi", "đạt", "tiêu", "xuất", "hoàn", "là", "như", "năm", "thuộc", "tham"})


def _without_next_subject(doc: Doc, items: tuple[Recipient, ...], i: int, end: int) -> tuple[Recipient, ...]:
    """ "… cho A, Ban B đã họp": the last name, behind a comma and before a verb, is the next subject."""
    if len(items) < 2 or i >= end or doc[items[-1].start - 1].text != "," or items[-1].text is None:
        return items
    verb = i in starts(doc, "stops") and doc[i].text.islower() and doc[i].norm_ not in _GOES_WITH
    return items[:-1] if verb else items


def _partial(doc: Doc, i: int, end: int) -> tuple[Recipient, ...]:
    """ "…, trong đó có bác sĩ A": names told beside the number."""
    for j in range(i, min(end, i + 6)):
        if [t.norm_ for t in doc[j : j + 3]] == ["trong", "đó", "có"]:
            found = recipients_at(doc, j + 3, end)
            return tuple(r for r in found.items if r.text) if found else ()
    return ()


def _subject(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """The list of recipients that ends where the verb's complex starts."""
    s = left - 1
    while s + 1 < stop:
        s += 1
        if doc[s].is_punct or doc[s].is_space:
            continue
        found = recipients_at(doc, s, stop)
        if found is None or found.items[0].start - s > 5:
            continue
        items = found.items
        if not _may_be_subject(doc, left, items[0].start if items[0].text is None else s, items[0]):
            s = items[0].end - 1
            continue
        if not (_reaches(doc, found.end, stop) or (items[0].text and len(items) == 1 and _goes_on(doc, found.end, stop))):
            continue
        if items[0].text is None and len(items) == 1:
            return (*items, *_one_of(doc, left, items[0].start))
        return items
    return ()


_NOT_SUBJECT = frozenset({"tại", "ở", "của", "do", "với", "cùng", "bởi", "cứu", "từ", "theo", "trường", "sở", "thuộc", "về", "đến", "tới", "giữa", "trên", "cho", "vào"})
_BEFORE_COUNT = frozenset({"có", "và", "trong", "số", "cả", "đã", "rằng", "thì", "là", "khi", "nay", "này", "nghị", "lễ", "gồm", "tổng", "dịp"})


def _may_be_subject(doc: Doc, left: int, i: int, item: Recipient) -> bool:
    """A name behind a preposition, or a number behind a verb ("cứu 22 ngư dân"), is no subject."""
    if i <= left or doc[i - 1].is_punct or doc[i - 1].is_space:
        return True
    word = doc[i - 1].norm_
    if item.text is None:
        return word in _BEFORE_COUNT or doc[i - 1].text[0].isdigit() or (doc[i - 1].text[0].isupper() and i - 1 == left)
    if word in _NOT_SUBJECT or " ".join(t.norm_ for t in doc[max(left, i - 2) : i]) in {"cá nhân", "tập thể", "đơn vị"}:
        return False
    if doc[i].norm_ == "tập" and word in {"nhiều", "các", "những", "số"}:
        return False
    before = doc[i - 1].text[:1]
    if item.kind != "person" and doc[i - 1].text.islower() and word in _ROLE_ENDS:
        return False  # "nhân viên Công ty A": where somebody works
    return item.kind != "person" or before.isupper() or before.isdigit() or word in _BEFORE_PERSON


_ROLE_ENDS = frozenset({"viên", "bộ", "đốc", "trưởng", "phó", "tịch", "sĩ", "sinh", "thư", "nhân", "đạo"})
_BEFORE_PERSON = frozenset({"và", "có", "thì", "là", "khi", "nay", "sau", "đó", "đốc", "tịch", "trưởng", "thư", "viên", "sĩ", "sinh", "ông", "bà", "nhân"})
_GOES_ON = re.compile(r"^(?:\([^)]*\) ?)?(?:đã |cũng |vừa )*(?:được|giữ|đảm nhận|làm|hoàn thành|đạt|dẫn đầu|xếp|đứng|có) (?:(?! cho |;|:).){2,150} (?:và|, )(?: ?(?:đã|còn|cũng|vinh dự|tiếp tục))* ?$")


def _goes_on(doc: Doc, i: int, stop: int) -> bool:
    """ "A giữ vai trò Trưởng khối và được tặng …": the subject of the first verb is the subject of the second."""
    text = "".join(t.norm_ + " " for t in doc[i:stop])
    return _GOES_ON.match(text) is not None


def _one_of(doc: Doc, left: int, start: int) -> tuple[Recipient, ...]:
    """ "Ông A là một trong 15 cá nhân được …": the name beside the number."""
    j = start - 1
    while j > left and doc[j].norm_ in {"số", "tổng"}:
        j -= 1
    if doc[j].norm_ != "trong" or doc[j - 1].norm_ not in {"một", "1"}:
        return ()
    j -= 1
    while j > left and doc[j - 1].norm_ in {"là", "cũng", "vinh", "dự", "đã", "vừa"}:
        j -= 1
    return tuple(r for r in _subject(doc, left, j) if r.text)


def _listed_after(doc: Doc, form: Form, end: int, subject: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """ "Hai đơn vị được … tặng Cờ thi đua năm 2018: A và B": the list behind the colon names whom the number counts."""
    for j in range(form.end, min(end, form.end + 12)):
        if doc[j].text == ":":
            found = recipients_at(doc, j + 1, end)
            if found is None:
                return subject
            names = tuple(r for r in found.items if r.text)
            if len(subject) == 1 and subject[0].text is None:
                return names if len(names) == subject[0].count else subject
            return found.items if not subject else subject
        if doc[j].text in {";", "."}:
            break
    if not subject and any(doc[j].norm_ == "khác" for j in range(max(0, form.start - 14), form.start)):
        # "Các cá nhân khác được tặng … còn có A, B".
        at = next((j + 1 for j in range(form.end, min(end, form.end + 8)) if doc[j].norm_ in {"có", "là", "gồm"}), None)
        found = recipients_at(doc, at, end) if at is not None else None
        return tuple(r for r in found.items if r.text) if found else ()
    # "Trong 10 cá nhân được tặng … có bác sĩ A".
    if len(subject) == 1 and subject[0].text is None and doc[subject[0].start - 1].norm_ in {"trong", "số"}:
        for j in range(form.end, min(end, form.end + 10)):
            if doc[j].norm_ == "có":
                found = recipients_at(doc, j + 1, end)
                return (*subject, *(r for r in found.items if r.text)) if found else subject
    return subject


def _selected(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """ "Cụm suy tôn xã A đứng đầu, đề nghị … tặng Cờ thi đua": the one selected is the one proposed."""
    text = doc[left:stop].text.lower()
    chosen = list(_SELECT.finditer(text))
    if not chosen:
        return ()
    offset = doc[left].idx + chosen[-1].end()
    at = next((t.i for t in doc[left:stop] if t.idx >= offset), stop)
    found = recipients_at(doc, at, stop)
    return tuple(r for r in found.items if r.text) if found else _provinces(doc, at, stop)


def _provinces(doc: Doc, i: int, stop: int) -> tuple[Recipient, ...]:
    """ "chọn Khánh Hòa và Quảng Nam để đề nghị …": provinces named without their word."""
    found: list[Recipient] = []
    while i < stop and i in starts(doc, "provinces") and doc[i].text[:1].isupper():
        end = starts(doc, "provinces")[i][0]
        found.append(Recipient(start=i, end=end, text=doc[i:end].text, kind="organization", count=1))
        if end >= stop or doc[end].norm_ not in {",", "và"}:
            break
        i = end + 1
    return tuple(found)


def _active_giver(doc: Doc, left: int, verb: Verb) -> Giver | None:
    found = [g for g in givers(doc, left, verb.start) if _acts(doc, g, verb.start)]
    if not found:
        return None
    giver = found[-1]
    if giver.start > left and doc[giver.start - 1].norm_ == "cho":
        return None  # "trao tiền cho A, tặng Bằng khen cho B": A gives nothing
    if giver.presents or (verb.kind == "trao" and (giver.held or verb.end - verb.start == 1)):
        return None
    return giver


def _last_giver(doc: Doc, start: int, stop: int) -> Giver | None:
    found = givers(doc, start, stop)
    if not found or found[-1].presents:
        return None
    # "được Bộ A đề nghị tặng": the one who proposes does not grant.
    proposes = any(t.norm_ in {"nghị", "xuất", "trình"} for t in doc[found[-1].end : stop])
    return None if proposes else found[-1]


def _agent(doc: Doc, start: int, end: int) -> Giver | None:
    """ "… Cờ thi đua do UBND thành phố trao tặng"."""
    for j in range(start, min(end, start + 30)):
        if doc[j].norm_ == "do" and doc[j].text.islower():
            found = givers(doc, j + 1, min(end, j + 16))
            if found and found[0].start == j + 1 and not found[0].presents:
                following = doc[found[0].end].norm_ if found[0].end < end else ""
                return found[0] if following in {"trao", "tặng", "ký", "truy", "phong", "khen"} else None
    return None


def _times(doc: Doc, verb: Verb, form: Form, left: int) -> int | None:
    """How often: "tặng 6 bằng khen", "5 năm liền", "2 lần được"."""
    if form.start > verb.end and doc[form.start - 1].is_digit:
        return int(doc[form.start - 1].text)
    text = " ".join(t.norm_ for t in doc[max(left, verb.subject_end - 14) : form.end])
    following = " ".join(t.norm_ for t in doc[form.end : min(len(doc), form.end + 5)])
    after = re.search(r"\b(\d{1,2}) (?:năm liền|năm liên tục|năm liên tiếp)\b", following)
    m = after or re.search(r"\b(\d{1,2}) (?:năm liền|năm liên tục|năm liên tiếp|lần)\b", text)
    return int(m[1]) if m else None


def _inherited(doc: Doc, form: Form, previous: Clause | None, last: Form | None, end: int) -> Clause | None:
    """A form without a verb of its own: joined to the one before it, or going on with its verb ("hạng Nhì cho B")."""
    if previous is None or last is None or previous.form is not last:
        return None
    right = _right(doc, form, end, ())
    gap = doc[last.end : form.start]
    if right:
        return Clause(form=form, verb=previous.verb, giver=previous.giver, recipients=right, start=form.start, end=end)
    joined = all(t.text in {",", "(", ")"} or t.norm_ in {"và", "cùng", "năm"} or t.is_digit for t in gap)
    if not joined:
        return None
    return Clause(
        form=form,
        verb=previous.verb,
        giver=previous.giver,
        recipients=(),
        start=form.start,
        end=end,
        times=previous.times,
        alone=False,
    )


def _offered(doc: Doc, sentence: Span, form: Form, end: int) -> Clause | None:
    """ "Hai Cờ thi đua của Bộ được Cụm đề nghị dành cho A và B": the form is the subject."""
    words = [t.norm_ for t in doc[form.end : min(end, form.end + 10)]]
    if not words or words[0] != "được" or "cho" not in words:
        return None
    right = _right_of_offer(doc, form.end + words.index("cho") + 1, end)
    if not right:
        return None
    verb = Verb(start=form.end, end=form.end + 1, kind="tặng", voice="active", subject_end=form.start)
    return Clause(form=form, verb=verb, giver=None, recipients=right, start=sentence.start, end=end)


def _right_of_offer(doc: Doc, i: int, end: int) -> tuple[Recipient, ...]:
    found = recipients_at(doc, i, end)
    return found.items if found else ()


def _shared(doc: Doc, clauses: list[Clause]) -> list[Clause]:
    """Joined forms ("Cờ thi đua và Bằng khen cho A") take the recipients that one of them has."""
    out = list(clauses)
    for k in range(len(out) - 1, -1, -1):
        clause = out[k]
        if clause.alone or k == 0:
            continue
        first = out[k - 1]
        recipients = first.recipients or clause.recipients
        out[k] = Clause(
            form=clause.form,
            verb=clause.verb,
            giver=clause.giver,
            recipients=recipients,
            start=clause.start,
            end=clause.end,
            times=clause.times,
            alone=False,
        )
    for k, clause in enumerate(out[:-1]):
        following = out[k + 1]
        if not following.alone:
            clause = out[k] = replace(clause, alone=False)
        joined = all(t.text == "," or t.norm_ in {"và", "cùng"} for t in doc[clause.form.end : following.form.start])
        if not clause.recipients and joined and following.recipients:
            out[k] = Clause(
                form=clause.form,
                verb=clause.verb,
                giver=clause.giver,
                recipients=following.recipients,
                start=clause.start,
                end=clause.end,
                alone=False,
            )
    return out
