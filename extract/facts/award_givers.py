"""Who grants: the subject of giving, the agent behind "được" or "do", several joined, and one verb's for the next.

A grantor that cannot be told from the text is none: of two joined givers both are kept, or neither.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.award_forms import CERTIFICATE, Form, entries
from extract.facts.award_verbs import Verb
from extract.facts.bodies import Giver, givers
from extract.facts.recipient_names import skip_brackets
from extract.facts.units import belongs_to
from extract.names import person_at
from extract.view import Doc

# Between a giver and its verb.
# fmt: off
_TO_VERB = frozenset({
    "đã", "vừa", "mới", "cũng", "còn", "sẽ", "tiếp", "tục", "quyết", "định", "ký", "ban", "hành", "có", "công",
    "bố", "số", "về", "việc", "xét", "xem", "thống", "nhất", "trực", "được", "đề", "nghị", "biểu", "dương",
    "tuyên", "khen", "thưởng", "và", "trân", "trọng", "trao", "tặng", "tổ", "chức", "lễ", "buổi", "truy",
    "bằng", "hội", "đồng", ",", "/", "-", "ngày", "tháng", "năm", "theo", "hôm", "nay", "qua", "chính", "thức",
    "đại", "diện", "lên", "cấp", "trên", "thẩm", "quyền", "hồ", "sơ", "thủ", "tại", "tiến", "kịp", "thời", "đột",
    "xuất", "hình", "gửi", "lần", "lượt", "trang", "phong", "vinh", "danh", "ttg",
})
# fmt: on


TO_WHOM = frozenset({"cho", "với"})  # "tặng Cờ cho A, tặng Bằng khen đối với B": who stands behind gives nothing


def acts(doc: Doc, giver: Giver, verb: int) -> bool:
    gap = doc[_past_holder(doc, giver, skip_brackets(doc, giver.end, verb), verb) : verb]
    if len(gap) and gap[0].norm_ == "và" and len(gap) < 3:
        return False  # "… cho Công an huyện A và trao Bằng khen": another verb of the subject before
    if len(gap) and gap[0].text == "," and giver.start and doc.norms[giver.start - 1] in _PREPOSITIONS:
        return False  # "Tại Trung tâm A, ban tổ chức trao", "… của Sở A, đồng thời trao": where or whose
    return (
        len(gap) <= 26
        and all(
            t.norm_ in _TO_VERB or t.text[0].isdigit() or (t.text.isupper() and len(t) <= 8) or t.text in {"/", "-"}
            for t in gap
        )
        and not any(t.text == ";" for t in gap)
    )


def _past_holder(doc: Doc, giver: Giver, i: int, verb: int) -> int:
    """ "Chủ tịch UBND tỉnh - ông A", "Giám đốc Sở B, bà C,": the token behind the person who holds the post."""
    if not giver.held or i + 1 >= verb or doc.words[i] not in {",", "-", "–", "—"}:
        return i
    person = person_at(doc, i + 1, verb)
    if person is None or person.start == i + 1:
        return i  # without a title, another item of a list
    return person.end + (doc.words[person.end] in {",", "-", "–", "—"})


_JOINS = frozenset({",", "và", "cùng"})
# Behind these a body says whose, where or after whom, and is not itself the giver.
_PREPOSITIONS = frozenset({"của", "tại", "theo", "ở", "với", "từ", "về", "cùng", "sau", "trong", "đến", "tới", "gửi"})


def _without_places(doc: Doc, found: tuple[Giver, ...]) -> tuple[Giver, ...]:
    """ "UBND phường A, thành phố B", "UBND xã A - huyện B": the place behind says where the first lies."""
    kept: list[Giver] = []
    for giver in found:
        if kept and giver.text[:1].islower() and doc.between(kept[-1].end, giver.start) in {",", "-", "–"}:
            kept[-1] = replace(kept[-1], end=giver.end)
        else:
            kept.append(giver)
    return tuple(kept)


def _joint(doc: Doc, left: int, found: tuple[Giver, ...]) -> Giver | None:
    """The last giver with those joined to it: "UBND tỉnh và Bộ A" give together, "Cục A, Bộ B" is one body.

    "Theo đề nghị của Sở A, UBND tỉnh …": what stands behind a preposition is not joined.
    """
    found = _without_places(doc, found)
    chain = [found[-1]]
    commas = 0
    for giver in reversed(found[:-1]):
        gap = [t.norm_ for t in doc[giver.end : chain[0].start]]
        if not gap or len(gap) > 2 or not _JOINS.issuperset(gap):
            break
        commas += gap == [","]
        chain.insert(0, giver)
    before = doc.norms[chain[0].start - 1] if chain[0].start > left else ""
    if len(chain) > 1 and _is_place(doc, left, chain[0].start):
        before = "tại"
    if len(chain) > 1 and before in _PREPOSITIONS:
        opens = next((n for n in reversed(range(len(chain))) if doc.words[chain[n].start - 1] == ","), len(chain))
        chain, commas = chain[opens:], 0
    if len(chain) < 2:
        return chain[0] if chain else None
    return _head_among(chain, commas) or _together(chain, commas)


_HALL = 4  # tokens that a house may take before its owner: "tại Hội trường", "tại nhà văn hóa"


def _is_place(doc: Doc, left: int, i: int) -> bool:
    """ "tại Hội trường UBND xã A, UBND huyện B …": whose house it is, not who gives."""
    for j in range(i - 1, max(left, i - 1 - _HALL) - 1, -1):
        if doc.norms[j] in {"tại", "ở"}:
            return True
        if not doc.words[j].isalpha():
            return False
    return False


def _together(chain: list[Giver], commas: int) -> Giver | None:
    """Joined givers as one; None where one of them only presents, or where they are posts of one person."""
    last = chain[-1]
    if any(giver.presents for giver in chain):
        return None
    if len(chain) == 2 and commas and belongs_to(chain[0].text, last.text):
        return replace(last, start=chain[0].start, text=f"{chain[0].text} {last.text}")
    if chain[0].held and commas:
        return None  # "ông A, Giám đốc Sở B, Chủ tịch Hội C": posts of one person
    return replace(last, start=chain[0].start, text="; ".join(dict.fromkeys(giver.text for giver in chain)))


def _head_among(chain: list[Giver], commas: int) -> Giver | None:
    """ "ông A, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh": of the posts of one person the one that grants by law."""
    if not all(giver.held for giver in chain) or commas < len(chain) - 1:
        return None
    heads = [giver for giver in chain if not giver.presents and _HEADS.match(giver.text)]
    return heads[0] if len(heads) == 1 else None


def chain_start(doc: Doc, left: int, last: Giver) -> int:
    """Where the givers joined to the last one start: "…, A, B và C tặng"."""
    start = last.start
    for giver in reversed(givers(doc, left, last.start)):
        if start - giver.end > 2 or not all(t.norm_ in _JOINS for t in doc[giver.end : start]):
            break
        if doc.norms[giver.start - 1] == "cho":
            break
        start = giver.start
    return start


def active_giver(doc: Doc, left: int, verb: Verb, form: Form) -> Giver | None:
    """The subject of an active verb of giving; None for one who only presents."""
    giver = _subject(doc, left, givers(doc, left, verb.start), verb)
    if giver is None:
        return None
    if verb.kind == "trao" and giver.start > left and doc.norms[giver.start - 1] == "diện":
        return None  # "đại diện Bộ A trao"
    if _PROPOSING & set(doc.norms[giver.end : verb.start]):
        return None  # "Sở A đề nghị tặng": who proposes does not grant
    if verb.kind == "trao" and _TOGETHER & set(doc.norms[max(left, giver.start - 2) : giver.start]):
        return None  # "Công an xã phối hợp [với] Trường A trao": two that hand over
    return giver if may_grant(giver, verb, form) else None


_PROPOSING = frozenset({"nghị", "xuất", "trình"})
_TOGETHER = frozenset({"hợp"})


def may_grant(giver: Giver, verb: Verb, form: Form) -> bool:
    """Whether the subject of a verb grants: a deputy presents, and so does who only hands over ("trao").

    A body hands over what is its own to give: any but the state's orders and titles, which the President grants.
    """
    if giver.presents or "thi đua" in giver.text.lower():
        return False
    if by_state(form) and _LOCAL.match(giver.text):
        return False
    if verb.kind != "trao":
        return True
    if by_state(form):
        return giver.text in {"Chủ tịch nước", "Nhà nước", "Đảng, Nhà nước"}
    if form.id == CERTIFICATE and _BELOW.match(giver.text):
        return False
    # A Giấy khen is what the head of any body gives; other certificates and flags few grant.
    return not giver.held or form.id == "giay_khen" or _HEADS.match(giver.text) is not None


# Who grants no Bằng khen, only Giấy khen (Điều 80); what they hand over is another's.
_BELOW = re.compile(
    r"^(?:Trường|Phòng|(?:UBND|Công an|Hội [\w ]+|Đoàn) (?:xã|phường|huyện|quận|thị)|quận|huyện|xã|phường)\b"
)


# Who grants no order or title of the state, whatever is said of the ceremony (Điều 77–78).
_LOCAL = re.compile(
    r"^(?:Chủ tịch |Bí thư |Lãnh đạo )?(?:UBND|HĐND|(?:Huyện|Quận|Thị|Tỉnh|Thành|Đảng) ủy|Sở|Phòng|Trường)\b"
)


# Who by law grants the flag or certificate of what he heads (Luật Thi đua, khen thưởng 2022, Điều 79).
_HEADS = re.compile(r"^(?:Bộ trưởng|Chủ tịch UBND (?:tỉnh|thành phố|Thành phố|TP))\b")
_STATE_KINDS = frozenset({"huân chương", "huy chương", "danh hiệu vinh dự nhà nước", "giải thưởng"})


def by_state(form: Form) -> bool:
    """Whether an award is the state's alone to give: orders, medals, titles of honour, state prizes."""
    return entries()[form.id].values["kind"] in _STATE_KINDS


def _subject(doc: Doc, left: int, before: tuple[Giver, ...], verb: Verb) -> Giver | None:
    """The giver that the verb has for its subject, with those joined to it: right before it, or of a verb before."""
    free = [n for n, g in enumerate(before) if not _given(doc, before, n)]
    acting = [n for n in free if acts(doc, before[n], verb.start)]
    if not acting:
        opens = [
            n for n in free if not doc.words[before[n].start - 1].isalpha() or before[n].start == left or n - 1 in free
        ]
        acting = [n for n in opens[-1:] if _does_more(doc, before[n], verb)]
    return _joint(doc, left, before[: acting[-1] + 1]) if acting else None


def _given(doc: Doc, before: tuple[Giver, ...], n: int) -> bool:
    """ "trao 10 triệu đồng cho A và B, tặng Bằng khen …": A and B are given something, and give nothing."""
    start = before[n].start
    for giver in reversed(before[:n]):
        if start - giver.end > 2 or not all(t.norm_ in _JOINS for t in doc[giver.end : start]):
            break
        start = giver.start
    return start > 0 and doc.norms[start - 1] in TO_WHOM


# What stands behind a body and is no verb of which it is the subject.
# fmt: off
_NO_PREDICATE = frozenset({
    "của", "và", "với", "tại", "ở", "cho", "để", "do", "từ", "về", "trong", "theo", "được", "bị", "là", "khi", "mà",
    "cùng", "thuộc", "như", "gồm", "sau", "trước", "trên", "vì", "nơi", "này", "nhận", "phối",
})
# fmt: on
_PREDICATES = 40  # tokens that other things done by the subject may take


def _does_more(doc: Doc, giver: Giver, verb: Verb) -> bool:
    """ "UBND tỉnh đã thăm hỏi, thưởng 5 triệu đồng và tặng …": the verb goes on with the subject of those before it.

    No other subject may stand between: no person behind a comma, no verb that is told of someone ("được").
    """
    i = skip_brackets(doc, giver.end, verb.start)
    i += doc.words[i] in {",", "-", "–"}
    if not coordinated(doc, verb) or not 0 < verb.start - i <= _PREDICATES:
        return False
    if not doc.words[i].islower() or doc.norms[i] in _NO_PREDICATE:
        return False
    for j in range(i, verb.start):
        if doc.words[j] in {";", ":"} or doc.words[j].isspace() or doc.norms[j] in {"được", "bị"}:
            return False
        if doc.words[j] == "," and (person_at(doc, j + 1, verb.start) or doc.norms[j + 1] in _SUBJECTS):
            return False
    return True


_SUBJECTS = frozenset(
    {"ông", "bà", "anh", "chị", "em", "các", "những", "lãnh", "đại", "ban", "đồng", "đoàn", "khối", "cụm"}
)


def coordinated(doc: Doc, verb: Verb) -> bool:
    """Whether a verb is joined to the one before it, without a subject of its own: "…, tặng", "… và tặng"."""
    i = verb.start
    while i > 0 and doc.norms[i - 1] in _LINKING:
        i -= 1
    return i > 0 and doc.norms[i - 1] in {",", ";", "và", "rồi", "kèm"}


# fmt: off
_LINKING = frozenset({
    "cũng", "đã", "còn", "đồng", "thời", "quyết", "định", "trực", "tiếp", "ký", "tiến", "hành", "xét", "sẽ",
})
# fmt: on


def last_giver(doc: Doc, start: int, stop: int) -> Giver | None:
    found = givers(doc, start, stop)
    if not found or found[-1].presents:
        return None
    # "được Bộ A đề nghị tặng": the one who proposes does not grant.
    proposes = any(t.norm_ in {"nghị", "xuất", "trình"} for t in doc[found[-1].end : stop])
    return None if proposes or _others_too(doc, found[-1].end, stop) else _joint(doc, start, found)


def _others_too(doc: Doc, i: int, stop: int) -> bool:
    """ "được UBND tỉnh, các bộ, ngành tặng": givers without a name stand beside the one named."""
    return i < stop and doc.words[i] == "," and any(t.norm_ in {"bộ", "ngành", "cấp"} for t in doc[i:stop])


_GIVES = frozenset({"trao", "tặng", "ký", "truy", "phong", "khen", "cấp", "công", "ban", "quyết"})


def agent(doc: Doc, start: int, end: int) -> Giver | None:
    """ "… Cờ thi đua do UBND thành phố trao tặng"."""
    for j in range(start, min(end, start + 36)):
        if doc.norms[j] == "do" and doc.words[j].islower():
            found = givers(doc, j + 1, min(end, j + 16))
            if found and found[0].start == j + 1 and not found[0].presents:
                following = doc.norms[found[0].end] if found[0].end < end else ""
                return found[0] if following in _GIVES else None
    return None
