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
from extract.view import Doc

# Between a giver and its verb.
# fmt: off
_TO_VERB = frozenset({
    "đã", "vừa", "mới", "cũng", "còn", "sẽ", "tiếp", "tục", "quyết", "định", "ký", "ban", "hành", "có", "công",
    "bố", "số", "về", "việc", "xét", "xem", "thống", "nhất", "trực", "được", "đề", "nghị", "biểu", "dương",
    "tuyên", "khen", "thưởng", "và", "trân", "trọng", "trao", "tặng", "tổ", "chức", "lễ", "buổi", "truy",
    "bằng", "hội", "đồng", ",", "/", "-", "ngày", "tháng", "năm", "theo", "hôm", "nay", "qua", "chính", "thức",
    "đại", "diện", "lên", "cấp", "trên", "thẩm", "quyền", "hồ", "sơ", "thủ", "tại",
})
# fmt: on


TO_WHOM = frozenset({"cho", "với"})  # "tặng Cờ cho A, tặng Bằng khen đối với B": who stands behind gives nothing


def acts(doc: Doc, giver: Giver, verb: int) -> bool:
    gap = doc[skip_brackets(doc, giver.end, verb) : verb]
    if len(gap) and gap[0].norm_ == "và" and len(gap) < 3:
        return False  # "… cho Công an huyện A và trao Bằng khen": another verb of the subject before
    return (
        len(gap) <= 26
        and all(
            t.norm_ in _TO_VERB or t.text[0].isdigit() or (t.text.isupper() and len(t) <= 8) or t.text in {"/", "-"}
            for t in gap
        )
        and not any(t.text == ";" for t in gap)
    )


_JOINS = frozenset({",", "và", "cùng"})
# Behind these a body says whose, where or after whom, and is not itself the giver.
_PREPOSITIONS = frozenset({"của", "tại", "theo", "ở", "với", "từ", "về", "cùng", "sau", "trong", "đến", "tới", "gửi"})


def _without_places(doc: Doc, found: tuple[Giver, ...]) -> tuple[Giver, ...]:
    """ "UBND phường A, thành phố B": the place behind the comma says where the first lies."""
    kept: list[Giver] = []
    for giver in found:
        if kept and giver.text[:1].islower() and doc[kept[-1].end : giver.start].text == ",":
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
    last = chain[-1]
    if len(chain) == 1:
        return last
    before = doc[chain[0].start - 1].norm_ if chain[0].start > left else ""
    if before in _PREPOSITIONS:
        return last if doc[last.start - 1].text == "," else None
    if any(giver.presents for giver in chain):
        return None
    if len(chain) == 2 and commas and belongs_to(chain[0].text, last.text):
        return replace(last, start=chain[0].start, text=f"{chain[0].text} {last.text}")
    if chain[0].held and commas:
        return None  # "ông A, Giám đốc Sở B, Chủ tịch Hội C": posts of one person
    return replace(last, start=chain[0].start, text="; ".join(dict.fromkeys(giver.text for giver in chain)))


def chain_start(doc: Doc, left: int, last: Giver) -> int:
    """Where the givers joined to the last one start: "…, A, B và C tặng"."""
    start = last.start
    for giver in reversed(givers(doc, left, last.start)):
        if start - giver.end > 2 or not all(t.norm_ in _JOINS for t in doc[giver.end : start]):
            break
        if doc[giver.start - 1].norm_ == "cho":
            break
        start = giver.start
    return start


def active_giver(doc: Doc, left: int, verb: Verb, form: Form) -> Giver | None:
    """The subject of an active verb of giving; None for one who only presents."""
    before = givers(doc, left, verb.start)
    acting = [n for n, g in enumerate(before) if acts(doc, g, verb.start)]
    giver = _joint(doc, left, before[: acting[-1] + 1]) if acting else _of_the_verb_before(doc, left, before, verb)
    if giver is None:
        return None
    if giver.start > left and doc[giver.start - 1].norm_ in TO_WHOM:
        return None  # "trao tiền cho A, tặng Bằng khen cho B": A gives nothing
    if verb.kind == "trao" and giver.start > left and doc[giver.start - 1].norm_ == "diện":
        return None  # "đại diện Bộ A trao"
    return giver if may_grant(giver, verb, form) else None


def may_grant(giver: Giver, verb: Verb, form: Form) -> bool:
    """Whether the subject of a verb grants: a deputy presents, and so does who only hands over ("trao").

    A body hands over what is its own to give: any but the state's orders and titles, which the President grants.
    """
    if giver.presents or "thi đua" in giver.text.lower():
        return False
    if verb.kind != "trao":
        return True
    if by_state(form):
        return giver.text in {"Chủ tịch nước", "Nhà nước", "Đảng, Nhà nước"}
    if form.id == CERTIFICATE and _BELOW.match(giver.text):
        return False
    return not giver.held or _HEADS.match(giver.text) is not None


# Who grants no Bằng khen, only Giấy khen (Điều 80); what they hand over is another's.
_BELOW = re.compile(
    r"^(?:Trường|Phòng|(?:UBND|Công an|Hội [\w ]+|Đoàn) (?:xã|phường|huyện|quận|thị)|quận|huyện|xã|phường)\b"
)


# Who by law grants the flag or certificate of what he heads (Luật Thi đua, khen thưởng 2022, Điều 79).
_HEADS = re.compile(r"^(?:Bộ trưởng|Chủ tịch UBND (?:tỉnh|thành phố|Thành phố|TP))\b")
_STATE_KINDS = frozenset({"huân chương", "huy chương", "danh hiệu vinh dự nhà nước", "giải thưởng"})


def by_state(form: Form) -> bool:
    """Whether an award is the state's alone to give: orders, medals, titles of honour, state prizes."""
    return entries()[form.id].values["kind"] in _STATE_KINDS


# fmt: off
_REWARDS = frozenset({
    ("công", "nhận"), ("biểu", "dương"), ("tuyên", "dương"), ("khen", "thưởng"), ("trao", "tặng"), ("vinh", "danh"),
})
# fmt: on


def _of_the_verb_before(doc: Doc, left: int, before: tuple[Giver, ...], verb: Verb) -> Giver | None:
    """ "LĐLĐ tỉnh công nhận 4 đơn vị dẫn đầu, tặng 6 cờ …": the subject of the first of two coordinated verbs."""
    if not before or not coordinated(doc, verb):
        return None
    first = before[0]
    if not (first.start == left or doc[first.start - 1].text in {",", ":"} or doc[first.start - 1].is_space):
        return None
    i = first.end
    while i < verb.start and doc[i].norm_ in {"đã", "vừa", "ra", "quyết", "định", "cũng", "có", "xét"}:
        i += 1
    if (doc[i].norm_, doc[i + 1].norm_) not in _REWARDS:
        return None
    return None if any(t.text == ";" for t in doc[i : verb.start]) else first


def coordinated(doc: Doc, verb: Verb) -> bool:
    """Whether a verb is joined to the one before it, without a subject of its own: "…, tặng", "… và tặng"."""
    i = verb.start
    while i > 0 and doc[i - 1].norm_ in {"cũng", "đã", "còn", "đồng", "thời"}:
        i -= 1
    return i > 0 and doc[i - 1].norm_ in {",", ";", "và"}


def last_giver(doc: Doc, start: int, stop: int) -> Giver | None:
    found = givers(doc, start, stop)
    if not found or found[-1].presents:
        return None
    # "được Bộ A đề nghị tặng": the one who proposes does not grant.
    proposes = any(t.norm_ in {"nghị", "xuất", "trình"} for t in doc[found[-1].end : stop])
    return None if proposes or _others_too(doc, found[-1].end, stop) else _joint(doc, start, found)


def _others_too(doc: Doc, i: int, stop: int) -> bool:
    """ "được UBND tỉnh, các bộ, ngành tặng": givers without a name stand beside the one named."""
    return i < stop and doc[i].text == "," and any(t.norm_ in {"bộ", "ngành", "cấp"} for t in doc[i:stop])


_GIVES = frozenset({"trao", "tặng", "ký", "truy", "phong", "khen", "cấp", "công", "ban", "quyết"})


def agent(doc: Doc, start: int, end: int) -> Giver | None:
    """ "… Cờ thi đua do UBND thành phố trao tặng"."""
    for j in range(start, min(end, start + 36)):
        if doc[j].norm_ == "do" and doc[j].text.islower():
            found = givers(doc, j + 1, min(end, j + 16))
            if found and found[0].start == j + 1 and not found[0].presents:
                following = doc[found[0].end].norm_ if found[0].end < end else ""
                return found[0] if following in _GIVES else None
    return None
