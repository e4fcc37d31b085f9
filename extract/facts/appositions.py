"""What stands around the names of a list: openers, brackets, posts behind a person, separators."""

from __future__ import annotations

import re

from extract.facts.addresses import past_address, past_nested
from extract.facts.kinds import COUNT, PRONOUNS
from extract.facts.persons import past_epithet, past_titles
from extract.facts.recipient_names import Recipient, matched_words, skip_brackets, token_at
from extract.facts.units import belongs_to, lies_in
from extract.names import body_at, head_at, is_stop, person_at, person_end, starts
from extract.view import Doc

_SEPARATORS = frozenset({",", ";", "và"})


# "các đơn vị:", "và các ông, bà:": what introduces a list.
_LIST_OF = re.compile(
    r"(?:các|những)\s+(?:ông, bà|ông|bà|đồng chí|cá nhân|đơn vị|tập thể|cơ quan|địa phương|tổ chức|doanh nghiệp"
    r"|tập thể, cá nhân|cá nhân, tập thể)(?:\s(?:sau|gồm|là))?\s*:\s*"
    r"|(?:ông, bà|ông|bà|đồng chí|cá nhân|đơn vị|tập thể)\s*:\s*"
)
# What opens a list with the name of a group, as "các diễn viên của bộ phim gồm:" does.
_GROUP = re.compile(r"(?:các|những)\s[^\W\d][^,;:.()–\n-]{1,60}?(?:\s(?:bao gồm|gồm có|gồm|là)\s*:?|:)\s")
_OPENERS = frozenset({("cho",), (":",), ("là",), ("gồm",), ("-",), ("+",), ("tập", "thể"), ("toàn", "thể"),
            ("toàn", "bộ"), ("đại", "diện"), ("thành", "viên"), ("bao", "gồm"), ("thân", "nhân")})  # fmt: skip


# Before a body's name no more than a word for what it is: "cho đơn vị Sở A".
_WHAT_IT_IS = frozenset({("đơn", "vị"), ("cơ", "quan"), ("địa", "phương"), ("doanh", "nghiệp"), ("tổ", "chức")})


_SEVERAL = frozenset({"các", "những", "hai", "ba", "bốn", "năm"})


def skip_openers(doc: Doc, i: int, limit: int) -> int:
    """The token at which the first name of a list stands."""
    norms = doc.norms
    while i < limit:
        heading = _past_heading(doc, i, limit)
        opener: tuple[str, ...] | None = next((norms[i : i + n] for n in (1, 2) if norms[i : i + n] in _OPENERS), None)
        if opener is None and norms[i : i + 2] in _WHAT_IT_IS and i + 2 < limit and head_at(doc, i + 2):
            opener = norms[i : i + 2]
        if heading > i:
            i = heading
        elif opener is not None:
            i += len(opener)
        elif (norms[i] in _SEVERAL or norms[i].isdigit()) and i + 1 < limit and past_epithet(doc, i + 1, limit) > i + 1:
            i = past_epithet(doc, i + 1, limit)  # "hai “hiệp sĩ” A, B"
        elif norms[i] in {"các", "những"} and norms[i + 1 : i + 2] and norms[i + 1] in PRONOUNS and i + 2 < limit:
            if not doc.words[i + 2][:1].isupper():
                break
            i += 2  # "là các em A và B"
        elif doc.words[i].isspace():
            i += 1
        else:
            break
    return i


def _past_heading(doc: Doc, i: int, limit: int) -> int:
    """The token after what says of what a list is: "các đơn vị:", "các diễn viên của bộ phim gồm:"; ``i`` if nothing.

    The head of bodies ("các hội: A, B") is part of their names.
    """
    if i + 1 >= limit:
        return i
    m = _LIST_OF.match(matched_words(doc, i, min(limit, i + 8)))
    if m is None and doc.norms[i] in {"các", "những"} and i + 1 not in starts(doc, "organizations"):
        m = _GROUP.match(matched_words(doc, i, min(limit, i + 20)))
    return token_at(doc, i, m.end()) if m else i


def skip_apposition(doc: Doc, i: int, limit: int, item: Recipient) -> int:
    """The token after brackets, the address and, behind a person, the posts and what else is said of one."""
    i = skip_brackets(doc, i, limit)
    if item.text is None:
        return i
    if item.kind == "organization":
        if i < limit and doc.words[i] in "-–" and doc.blanks[i] and (whole := body_at(doc, i + 1, limit)):
            return whole.end if belongs_to(item.text, whole.text) or lies_in(item.text, whole.text) else i
        return _past_parent(doc, past_nested(doc, item.start, i, limit), limit)
    i = skip_brackets(doc, past_address(doc, i, limit), limit)
    return _past_posts(doc, i, limit) if item.kind == "person" else i


def _past_parent(doc: Doc, i: int, limit: int) -> int:
    """The token after ", thuộc Đồn B", "(trực thuộc Sở B)": what the body before ``i`` belongs to."""
    at = i + (i < limit and doc.words[i] == ",")
    at += doc.norms[at : at + 1] == ("trực",)
    body = body_at(doc, at + 1, limit) if doc.norms[at : at + 1] == ("thuộc",) else None
    return body.end if body is not None else i


def _past_posts(doc: Doc, i: int, limit: int) -> int:
    """The token after the posts of the person before ``i``: "bà A, Phó Giám đốc Sở B; ông C, nguyên Chủ tịch Hội D"."""
    while i + 1 < limit and doc.words[i] in {",", "-", "–"}:
        at = i + 1
        if not is_post(doc, at):
            end = past_address(doc, i, limit)
            if end == i and doc.words[i] == ",":
                end = _said_of_one(doc, at, limit)
            if end <= at:
                break
            i = end
            continue
        stop = at
        while stop < limit and doc.words[stop] not in {";", ":"} and not doc.words[stop].isspace():
            if doc.words[stop] == "(":
                stop = max(skip_brackets(doc, stop, limit), stop + 1)
                continue
            if doc.words[stop] == "," or doc.norms[stop] == "và":
                after = stop + 1
                starts_person = after < limit and (
                    person_at(doc, after, limit) is not None
                    or (doc.norms[stop] == "và" and person_end(doc, after, limit) is not None)
                    or past_titles(doc, after, limit) > after
                    or COUNT.match(matched_words(doc, after, min(limit, after + 10))) is not None
                )
                if starts_person or (doc.words[stop] == "," and is_post(doc, after)) or _next_body(doc, stop, limit):
                    break
            if doc.norms[stop] in _GOES_ON and doc.words[stop].islower():
                break
            stop += 1
        if stop == at:
            break
        i = stop
    return i


def _next_body(doc: Doc, i: int, limit: int) -> bool:
    """ "…, Giám đốc Bệnh viện A, và Trường B", "… và tập thể Trường B": no part of the post."""
    norms = doc.norms
    return norms[i : i + 3] == ("và", "tập", "thể") or (i + 2 < limit and norms[i : i + 2] == (",", "và"))


def _said_of_one(doc: Doc, i: int, limit: int) -> int:
    """The token after what is told of a person behind a comma, a phrase in lower case: ", lớp 12A1", ", chủ quán Sen".

    ``i`` where another recipient, a verb or an adverbial stands there.
    """
    words, norms = doc.words, doc.norms
    together = norms[i] == "cùng" and norms[i + 1 : i + 2] != () and norms[i + 1] in _TOGETHER
    if not words[i].isalpha() or not words[i].islower() or (not together and (is_stop(doc, i) or norms[i] in _OTHER)):
        return i
    if i in starts(doc, "organizations") or person_at(doc, i, limit) is not None or past_titles(doc, i, limit) > i:
        return i
    if COUNT.match(matched_words(doc, i, min(limit, i + 10))):
        return i
    end = i + 1
    while end < min(limit, i + 16) and words[end] not in {",", ";", ":", "(", "."} and not doc.words[end].isspace():
        if words[end].islower() and norms[end] in _ENDS_SAID:
            break
        end += 1
    return end


_TOGETHER = frozenset({"học", "dạy", "công", "quê", "trú", "ngụ", "ở", "thuộc", "là", "làm", "sinh"})
# What opens no more than an adverbial, another name or the next predicate.
# fmt: off
_OTHER = frozenset({
    "và", "cùng", "trong", "là", "đặc", "riêng", "đồng", "hai", "ba", "tập", "cá", "gia", "hộ", "nhóm", "đội", "tổ",
    "đơn", "các", "những", "thôn", "ấp", "chùa", "khoa", "ban", "nhân", "bằng", "nêu", "quyết", "dũng", "mang", "góp",
    "phát", "liên", "nhiều", "luôn", "kịp", "không", "cứu", "giúp", "hiến", "giấy", "cờ", "huân", "huy", "kỷ", "danh",
})
# fmt: on
_ENDS_SAID = frozenset({"và", "được", "đã", "nhận", "đón", "vừa", "vinh", "cũng", "là", "vì", "do", "đạt"})


# fmt: off
_POST_WORDS = frozenset({
    "nguyên", "chuyên", "giáo", "học", "cán", "công", "nhân", "trú", "quê", "phó", "trưởng", "đội", "tổ", "bí",
    "hiệu", "chủ", "giám", "viện", "sinh", "thuyền", "người", "nữ", "nam", "pháp", "trụ",
})
# fmt: on


# A verb behind the post goes on with the sentence: "…, Phó Giám đốc Sở B, cho biết", "… đã nhận".
_GOES_ON = frozenset({"được", "nhận", "vì", "người", "đã", "cho", "nói", "kể", "khẳng", "nhấn", "trao", "tặng"})


def is_post(doc: Doc, i: int) -> bool:
    if i >= len(doc):
        return False
    return i in starts(doc, "posts") or doc.norms[i] in _POST_WORDS


def _starts_item(doc: Doc, i: int, limit: int) -> bool:
    """Whether a number, a body or a person stands at ``i``: "A cùng B được …", "A cùng 5 người"."""
    return (
        COUNT.match(matched_words(doc, i, min(limit, i + 9))) is not None
        or doc.norms[i : i + 2] == ("tập", "thể")
        or head_at(doc, i) is not None
        or person_at(doc, i, limit) is not None
        or past_titles(doc, i, limit) > i
        or (doc.words[i][:1].isupper() and (person_end(doc, i, limit) or 0) > i + 1)
    )


def next_item(doc: Doc, i: int, limit: int) -> int | None:
    """The token at which the next item of the list starts; None where the list ends."""
    joined = i + 1 < limit and doc.norms[i] == "cùng" and _starts_item(doc, i + 1, limit)
    if i >= limit or (doc.norms[i] not in _SEPARATORS and not joined):
        return None
    at = i + 1
    while at < limit and (doc.words[at].isspace() or doc.norms[at] in {"và", "-", "cho", "+", "cùng", "•"}):
        at += 1
    if doc.norms[at : at + 3] == ("đặc", "biệt", "là"):
        at += 3
    at = _past_heading(doc, at, limit)
    return at if at < limit else None
