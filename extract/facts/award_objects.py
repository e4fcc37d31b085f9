"""The recipients behind a form: what leads to them, two verbs with one object, and where their list ends."""

from __future__ import annotations

import re

from extract.facts.award_forms import Form
from extract.facts.award_verbs import REVOKE, Verb
from extract.facts.kinds import COUNT
from extract.facts.recipient_names import NUMBERS, Recipient, abbreviates, matched_words, token_at
from extract.facts.recipients import recipients_at
from extract.names import starts
from extract.view import Doc


def right_of(doc: Doc, form: Form, end: int, *, verb: Verb | None = None) -> tuple[Recipient, ...]:
    """The recipients behind the form: after "cho", "tặng", "dành cho"; a number may follow the form at once.

    So may persons by their honorific behind an active verb: "tặng Giấy khen em A", "tặng Giấy khen 2 em A và B".

    What is taken back is also told as its holder's: "thu hồi Bằng khen của ông A".
    """
    i = form.end
    direct = recipients_at(doc, i, end) if i < end and doc.norms[i] not in {",", "và", ";", ":", "của", "cho"} else None
    if direct is not None and direct.items[0].start == i and direct.items[0].text is None:
        return direct.items
    if direct is not None and verb is not None and verb.voice == "active" and not doc.words[i][:1].isupper():
        persons = all(r.kind == "person" for r in direct.items)
        if persons and i - form.start < _DIRECT:
            return direct.items
    if i < end and doc.words[i] == "(":
        i = form.until  # "Bằng khen (truy tặng) của Bộ A cho …"
    at = _object(doc, i, end, revoked=verb is not None and verb.kind == REVOKE)
    found = recipients_at(doc, at, end) if at is not None else None
    if at is None or found is None:
        return ()
    counted = any(t.is_digit or t.norm_ in NUMBERS for t in doc[at : found.items[0].start])  # "2 tập thể là A, B"
    items = found.items if counted else _without_next_subject(doc, found.items, found.end, end)
    return (*items, *_partial(doc, found.end, end))


def _object(doc: Doc, i: int, end: int, *, revoked: bool) -> int | None:
    """The token behind the word that leads to those who receive."""
    for j in range(i, min(end, i + 24)):
        norm = doc.norms[j]
        if doc.words[j] in {";", ":"} or doc.words[j].isspace() or (doc.words[j] == "." and not abbreviates(doc, j)):
            return None
        if norm == "cho" or (norm == "tặng" and j - i <= 4) or (revoked and norm == "của"):
            return j + 1
        # "đối với A"; "tăng số đề nghị tặng Bằng khen lên 7 tập thể"
        if (norm, doc.norms[j - 1]) == ("với", "đối") or (norm == "lên" and doc.between(j + 1, j + 2).isdigit()):
            return j + 1
        whom = norm == "với" and j == i and _with(doc, j + 1, end)
        if whom or (norm in {"tới", "đến"} and recipients_at(doc, j + 1, end) is not None):
            return j + 1  # "tặng Bằng khen với 5 cá nhân", "gửi Bằng khen tới tập thể đội"
        if norm in {"được", "nhận", "đã", "là"} and j > i and not (revoked and norm == "đã"):
            return None
    return None


def _with(doc: Doc, i: int, end: int) -> bool:
    """ "tặng Bằng khen với [5 cá nhân]", "hủy quyết định tặng Bằng khen với [Công ty A]"."""
    if COUNT.match(matched_words(doc, i, min(end, i + 11))):
        return True
    found = recipients_at(doc, i, end)
    return found is not None and found.items[0].start == i and found.items[0].kind == "organization"


_DIRECT = 14  # tokens of a form behind which a person may stand at once


_PRAISING = re.compile(
    r"\s*(?:,|và|, và|,? đồng thời|để|,? nhằm)?\s*(?:tuyên dương|biểu dương|khen ngợi|tôn vinh|vinh danh|chúc mừng"
    r"|động viên|khen thưởng|khích lệ|thưởng)\s+"
    r"(?:(?:hành động|tinh thần|nghĩa cử|việc làm|thành tích|lòng dũng cảm)\b[^;:.]{0,110}?\bcủa\s+)?(?=\w)"
)


def praised(doc: Doc, form: Form, end: int) -> tuple[Recipient, ...]:
    """ "tặng Bằng khen và biểu dương ông A": the object of the second verb."""
    m = _PRAISING.match(matched_words(doc, form.until, min(end, form.until + 36)))
    found = recipients_at(doc, token_at(doc, form.until, m.end()), end) if m else None
    return found.items if found else ()


# fmt: off
_GOES_WITH = frozenset({
    "vì", "do", "có", "trong", "tại", "ở", "với", "về", "nhân", "của", "theo", "để", "từ", "khi", "đạt",
    "tiêu", "xuất", "hoàn", "là", "như", "năm", "thuộc", "tham",
})
# fmt: on


def _without_next_subject(doc: Doc, items: tuple[Recipient, ...], i: int, end: int) -> tuple[Recipient, ...]:
    """ "… cho A, Ban B đã họp": the last name, behind a comma and before a verb, is the next subject."""
    if len(items) < 2 or i >= end or doc.words[items[-1].start - 1] not in {",", ";"} or items[-1].text is None:
        return items
    if doc.words[items[-1].start - 1] == ";":  # behind it any predicate opens another clause
        word = doc.words[i]
        return items[:-1] if word.islower() and word.isalpha() and doc.norms[i] not in {*_GOES_WITH, "và"} else items
    verb = i in starts(doc, "stops") and doc.words[i].islower() and doc.norms[i] not in _GOES_WITH
    return items[:-1] if verb else items


def _partial(doc: Doc, i: int, end: int) -> tuple[Recipient, ...]:
    """ "…, trong đó có bác sĩ A", "…, tiêu biểu như B": names told beside the number."""
    for j in range(i, min(end, i + 6)):
        if doc.norms[j : j + 3] in _AMONG_THEM:
            found = recipients_at(doc, j + 3, end)
            return tuple(r for r in found.items if r.text) if found else ()
    return ()


_AMONG_THEM = frozenset({
    ("trong", "đó", "có"), ("tiêu", "biểu", "như"), ("tiêu", "biểu", "là"), ("điển", "hình", "như"),
    ("điển", "hình", "là"),
})  # fmt: skip
