"""Who is selected or proposed, told before "đề nghị": "Cụm suy tôn A, đề nghị tặng", "A, B đề nghị tặng"."""

from __future__ import annotations

import re

from extract.facts.award_subjects import names_at, subject
from extract.facts.recipient_names import Recipient, matched_words, token_at
from extract.facts.recipients import recipients_at
from extract.facts.topics import clause_subject
from extract.names import starts
from extract.view import Doc

_SELECT = re.compile(r"\b(?:suy tôn|bình chọn|bỏ phiếu chọn|bầu chọn|lựa chọn|chọn|đề cử|bình bầu|xếp|chấm)\s+")


def selected(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """ "Cụm suy tôn xã A đứng đầu, đề nghị … tặng Cờ thi đua": the one selected is the one proposed."""
    destined = _destined(doc, left, stop)
    if destined:
        return destined
    text = doc.between(left, stop).lower()
    chosen = list(_SELECT.finditer(text))
    if not chosen:
        return ()
    at = min(token_at(doc, left, chosen[-1].end()), stop)
    if named := names_at(doc, at, stop) or _provinces(doc, at, stop):
        return named
    # "suy tôn đơn vị đứng đầu Cụm là xã A"
    told = next((j + 1 for j in range(at, stop) if doc.norms[j] == "là"), stop)
    told += 2 if doc.norms[told : told + 2] in (("đơn", "vị"), ("tập", "thể")) else 0
    return names_at(doc, told, stop)


def _destined(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """ "chọn 12 người để Chủ tịch nước quyết định [tặng]": a number stands before "để"."""
    at = next((j for j in range(stop - 1, max(left, stop - 9) - 1, -1) if doc.norms[j] == "để"), None)
    if at is None:
        return ()
    for s in range(max(left, at - 10), at):
        found = recipients_at(doc, s, at)
        if found is not None and found.items[0].start == s and found.end == at:
            return found.items if all(r.text is None for r in found.items) else ()
    return ()


def _provinces(doc: Doc, i: int, stop: int) -> tuple[Recipient, ...]:
    """ "chọn Khánh Hòa và Quảng Nam để đề nghị …": provinces named without their word."""
    found: list[Recipient] = []
    while i < stop and i in starts(doc, "provinces") and doc.words[i][:1].isupper():
        end = starts(doc, "provinces")[i][0]
        found.append(Recipient(start=i, end=end, text=doc.between(i, end), kind="organization", count=1))
        if end >= stop or doc.norms[end] not in {",", "và"}:
            break
        i = end + 1
    return tuple(found)


_PROPOSES = (("đề", "nghị"), ("đề", "xuất"))
# What a meeting does before it proposes; of a body named behind it without a verb, that is what is proposed for it.
_NOMINATES = re.compile(
    r"\b(?:suy tôn|bình xét|bình chọn|bình bầu|bầu chọn|bỏ phiếu|chấm điểm|xếp (?:thứ|hạng|loại|vị thứ)|dẫn đầu"
    r"|đứng đầu|kết quả|đề nghị)\b"
)
_PROPOSERS = re.compile(r"^(?:Khối|Cụm|Hội đồng|Hội nghị|Ban (?:Thi đua|Tổ chức|Giám đốc)|UBND|Chủ tịch)\b")


def _proposal(doc: Doc, left: int, stop: int) -> int | None:
    """Where the last "đề nghị" of tokens ``left:stop`` starts."""
    norms = doc.norms
    return next((j for j in range(stop - 2, left - 1, -1) if norms[j : j + 2] in _PROPOSES), None)


def nominated(doc: Doc, left: int, stop: int, opening: int) -> tuple[Recipient, ...]:
    """ "suy tôn A …; B, C đề nghị UBND tỉnh tặng", "10 đơn vị đề nghị tặng": those before "đề nghị" are proposed.

    A body that proposes for others says for whom; it stands here only where the sentence (from token ``opening`` on)
    has already told of a choice among bodies.
    """
    at = _proposal(doc, left, stop)
    if at is None:
        return ()
    until = at
    while until > left and doc.norms[until - 1] in {",", "(", "được", "và", "thống", "nhất", "đã", "cùng"}:
        until -= 1
    found = subject(doc, left, until)
    if not found:
        # "A được các đơn vị trong Khối suy tôn, đề nghị …"
        told = clause_subject(doc, left, until).item
        return (told,) if told is not None and _CHOSEN.search(matched_words(doc, told.end, at)) else ()
    if found[0].text is None:
        return found
    first = found[0].start
    opens = first == left or not doc.words[first - 1].isalpha() or doc.norms[first - 1] in {"và", "còn", "riêng"}
    if not opens or _PROPOSERS.match(found[0].text):
        return ()
    return found if _NOMINATES.search(matched_words(doc, opening, found[0].start)) else ()


_CHOSEN = re.compile(r"\bđược (?:[^,;:.]{0,60}? )?(?:suy tôn|bình chọn|bình bầu|bầu chọn|tín nhiệm|lựa chọn)\b")


def nominee_start(doc: Doc, previous: int, stop: int) -> int | None:
    """ "đề nghị Bộ A tặng Cờ và B, C đề nghị …": where those stand for whom the second proposal is made."""
    at = _proposal(doc, previous, stop)
    while previous < stop and doc.words[previous] in {")", '"', "”"}:
        previous += 1
    if at is None or doc.norms[previous] not in {"và", ",", "còn"} or at - previous < 3:
        return None
    if any(doc.norms[j] in {"cho", ":", "với"} for j in range(previous, at)):
        return None
    return previous + 1
