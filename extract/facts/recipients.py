"""Who receives: counted kinds ("3 tập thể và 12 cá nhân"), bodies, localities, and persons with their posts.

A list is read item by item. What a shared head or a type of place says once ("Công an các tỉnh A, B", "hai huyện
C và D", "các hội: E, F") is said again for each item. A number with a complete list behind it gives the names only;
with "trong đó có" it gives the number and the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.facts.aliases import full_member
from extract.facts.persons import past_titles
from extract.facts.recipient_names import (
    NUMBERS,
    PLACES,
    Recipient,
    elided,
    matched_words,
    named,
    people_and_cadres,
    raw_name,
    several_with_one_head,
    skip_brackets,
    token_at,
)
from extract.facts.units import belongs_to
from extract.model import RecipientKind
from extract.names import body_at, expand, head_at, person_at, person_end, starts

_ORGANIZATIONS = (
    r"tập thể|cơ quan|đơn vị|tổ chức|doanh nghiệp|công ty|ngân hàng|huyện|xã|phường|thị trấn|quận|tỉnh|trường|sở"
    r"|địa phương|hội|phòng|ban|chi bộ"
    r"|thôn|ấp|khoa|hợp tác xã|công đoàn|đội|tổ|đồn|nhà trường|bệnh viện|chi hội|cơ sở"
)


_PERSONS = (
    r"gương cá nhân|gương điển hình|cá nhân|người dân|người|đồng chí|cán bộ, chiến sĩ|cán bộ, chiến sỹ|cán bộ"
    r"|chiến sĩ|chiến sỹ|ngư dân|học sinh|sinh viên"
    r"|giáo viên|nông dân|lão nông|công nhân|tài xế|lái xe|đại biểu|đoàn viên|đảng viên|công chức|viên chức"
    r"|lao động|lđxs|lđ|nhà giáo|bác sĩ|y, bác sĩ|thuyền viên"
    r"|nhà khoa học|nghệ sĩ|nghệ nhân|hội viên|phụ nữ|thanh niên|em|thầy cô|cô giáo|kỹ sư|công dân|chủ tàu"
    r"|thương binh|cựu chiến binh|trường hợp|ông|bà|chị|anh"
)


# "hai ông", "ba em": pronouns that count those named before.
_PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "em"})


_GROUPS = r"hộ gia đình|hộ|gia đình"


_NOUN = rf"(?:{_GROUPS}|{_PERSONS}|{_ORGANIZATIONS})"


_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?:(?:hơn|gần|trên|khoảng|tổng số|cả|cho)\s+)?(\d{{1,3}}(?:\.\d{{3}})+|\d+|{_NUMBER})\s+"
    rf"(?:lượt\s+|gương\s+)?({_NOUN})\b(?!\s*/)((?:\s*(?:,|và|,\s*và|/)\s*{_NOUN}\b)*)"
)


_SEPARATORS = frozenset({",", ";", "và"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """What a list of recipients holds and the token at which it ends."""

    items: tuple[Recipient, ...]
    end: int


def recipients_at(doc: Doc, start: int, limit: int, *, loose: bool = False) -> Recipients | None:
    """The list of recipients that starts at token ``start``; None when no recipient starts there.

    ``loose``: in a list of persons, what is told of one runs to the next ";" before a person.
    """
    items: list[Recipient] = []
    i = _skip_openers(doc, start, limit)
    end = i
    head: Recipient | None = None
    while i < limit:
        read = _item(doc, i, limit, items)
        if read is None:
            break
        new, i = read
        if items and new[0].text and doc[new[0].start - 1].text == "," and _completes(items[-1], new[0]):
            items[-1] = replace(items[-1], end=new[0].end, text=f"{items[-1].text} {new[0].text}")
            new = new[1:]
        items += new
        head = items[-1]
        i = _skip_apposition(doc, i, limit, head)
        if loose and head.kind == "person" and (i >= limit or doc[i].norm_ not in {";", "và"}):
            i = _next_person(doc, i, limit)
        end = i
        following = _next_item(doc, i, limit)
        if following is None:
            break
        if _in_apposition(doc, i, following, limit, items):
            break
        i = following
    if not items:
        return None
    return Recipients(items=tuple(replace(r, text=full_member(doc, r.text)) if r.text else r for r in items), end=end)


def _completes(unit: Recipient, body: Recipient) -> bool:
    """ "Phòng A, Công an tỉnh B": the body behind the comma is the one the unit belongs to."""
    return unit.text is not None and body.text is not None and belongs_to(unit.text, body.text)


def _next_person(doc: Doc, i: int, limit: int) -> int:
    """The ";" before the next person of a list; ``i`` where there is none."""
    for j in range(i, min(limit, i + 40)):
        if doc[j].text == ";":
            at = j + 1
            return j if person_at(doc, at, limit) or past_titles(doc, at, limit) > at else i
    return i


def _in_apposition(doc: Doc, separator: int, i: int, limit: int, items: list[Recipient]) -> bool:
    """ "A và B, hai đơn vị dẫn đầu": a number that counts the names before it; or a place around a counted kind."""
    if doc[separator].text != ",":
        return False
    if items[-1].text is None:
        # "5 tập thể tiêu biểu của huyện A, tỉnh B": behind a number and a comma only another number goes on.
        return _COUNT.match(matched_words(doc, i, min(limit, i + 10))) is None
    counted = _COUNT.match(matched_words(doc, i, min(limit, i + 10)))
    if counted is None:
        return False
    digits = counted[1].replace(".", "")
    return (int(digits) if digits.isdigit() else NUMBERS[counted[1]]) == len(items)


def _skip_openers(doc: Doc, i: int, limit: int) -> int:
    while i < limit and (
        doc[i].is_space
        or doc[i].norm_ in {":", "cho", "là", "gồm", "đại", "diện", "tập", "-", "+", "toàn", "bộ", "thành"}
    ):
        if doc[i].norm_ == "tập" and not (i + 1 < limit and doc[i + 1].norm_ == "thể"):
            break
        if doc[i].norm_ == "đại" and not (i + 1 < limit and doc[i + 1].norm_ == "diện"):
            break
        if doc[i].norm_ == "bộ" and doc[i - 1].norm_ != "toàn":
            break
        if doc[i].norm_ == "thành" and not (i + 1 < limit and doc[i + 1].norm_ == "viên"):
            break
        i += 2 if doc[i].norm_ in {"tập", "đại", "thành"} else 1
    return i


def _item(doc: Doc, i: int, limit: int, before: list[Recipient]) -> tuple[list[Recipient], int] | None:
    return (
        _counted(doc, i, limit)
        or several_with_one_head(doc, i, limit)
        or people_and_cadres(doc, i, limit)
        or named(doc, i, limit, known=bool(before) and before[-1].kind == "person" and before[-1].text is not None)
        or elided(doc, i, limit, before)
    )


def _counted(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    text = matched_words(doc, i, min(limit, i + 16))
    m = _COUNT.match(text)
    if m is None:
        return None
    digits = m[1].replace(".", "")
    count = int(digits) if digits.isdigit() else NUMBERS[m[1]]
    end = token_at(doc, i, m.end())
    nouns = [m[2], *re.findall(_NOUN, m[3])]
    kinds = {_kind(noun) for noun in nouns}
    kind: RecipientKind = kinds.pop() if len(kinds) == 1 else "group"
    if (
        count == 0
        or count > 500_000
        or (1900 < count < 2100 and m[1].isdigit() and "." not in m[1] and doc[i - 1].norm_ == "năm")
    ):
        return None
    named = _names_after(doc, end, limit, nouns[-1], count)
    if named is not None:
        return named
    if m[2] in _PRONOUNS:
        return None
    return [Recipient(start=i, end=end, text=None, kind=kind, count=count)], _tail(doc, end, limit)


_UNCOUNTED = re.compile(rf"cho\s+(?:(?:các|những)\s+)?({_NOUN})\b((?:\s*(?:,|và|/)\s*(?:các\s+)?{_NOUN}\b)*)")


def kind_without_number(doc: Doc, i: int, limit: int) -> RecipientKind | None:
    """The kind of "cho (các) tập thể và cá nhân", of whom no number is told."""
    m = _UNCOUNTED.match(matched_words(doc, i, min(limit, i + 12)))
    if m is None:
        return None
    kinds = {_kind(noun) for noun in (m[1], *re.findall(_NOUN, m[2]))}
    return kinds.pop() if len(kinds) == 1 else "group"


def _kind(noun: str) -> RecipientKind:
    if re.fullmatch(_GROUPS, noun):
        return "group"
    return "person" if re.fullmatch(_PERSONS, noun) else "organization"


_LISTED = re.compile(r"^[^;.:]{0,60}?(?:\s*(?::|gồm|bao gồm|là|gồm có|sau)\s*:?)\s")


_PARTIAL = re.compile(r"^[^;.:]{0,40}?(?:trong đó có|trong đó|như)\s")


def _names_after(doc: Doc, end: int, limit: int, noun: str, count: int) -> tuple[list[Recipient], int] | None:
    """ "hai huyện A và B", "3 tập thể: A, B, C và 5 cá nhân": the names the number counts, when all are there."""
    if end < limit and doc[end].text[:1].isupper() and count <= 12:
        found = _bare_names(doc, end, limit, noun, count)
        if found is not None:
            return found
    text = matched_words(doc, end, min(limit, end + 40))
    listed = _LISTED.match(text + " ")
    if listed is None or _PARTIAL.match(text) or count > 40:
        return None
    at = token_at(doc, end, listed.end())
    names: list[Recipient] = []
    stop = at
    while len(names) < count and at < limit:
        at = _skip_openers(doc, at, limit)
        raw = raw_name(doc, at, limit) if _kind(noun) == "organization" else None
        read = (
            several_with_one_head(doc, at, limit)
            or raw
            or named(doc, at, limit, known=bool(names))
            or elided(doc, at, limit, names)
        )
        if read is None:
            break
        new, stop = read
        names += new
        stop = _skip_apposition(doc, stop, limit, new[-1])
        following = _next_item(doc, stop, limit)
        if following is None:
            break
        at = following
    return (names, stop) if len(names) == count else None


def _bare_names(doc: Doc, at: int, limit: int, noun: str, count: int) -> tuple[list[Recipient], int] | None:
    names: list[Recipient] = []
    stop = at
    while len(names) < count and at < limit:
        if _kind(noun) == "person":
            person = person_end(doc, at, limit, known=True)
            end = person or at
            text = doc[at:end].text
        else:
            end = at
            while end < limit and doc[end].is_alpha and doc[end].text[:1].isupper() and end - at < 5:
                end += 1
            text = f"{noun[:1].upper() + noun[1:] if not PLACES.match(noun) else noun} {expand(doc[at:end].text)}"
            nested = head_at(doc, at)
            if nested is not None and (body := body_at(doc, at, limit)) is not None:
                end, text = body.end, body.text
        if end <= at:
            return None
        names.append(
            Recipient(
                start=at, end=end, text=text, kind="person" if _kind(noun) == "person" else "organization", count=1
            )
        )
        stop = end = skip_brackets(doc, end, limit)
        if end < limit and doc[end].norm_ in {",", "và"}:
            at = end + 1
        else:
            break
    return (names, stop) if len(names) == count else None


def _tail(doc: Doc, i: int, limit: int) -> int:
    """The token after lower-case words that qualify a counted recipient ("khác", "của các huyện", "tiêu biểu")."""
    i = skip_brackets(doc, i, limit)
    stop = i
    words = 0
    if matched_words(doc, i, min(limit, i + 3)).startswith(
        ("đạt thành tích", "có thành tích", "đã có thành", "tiêu biểu")
    ):
        stops = {"được", "nhận", ";", "và"}
        relative = next((j for j in range(i, min(limit, i + 24)) if doc[j].norm_ in stops or doc[j].is_space), None)
        if relative is None and limit <= i + 24:
            return limit
        if relative is not None and doc[relative].norm_ in {"được", "nhận"}:
            return relative
    while stop < limit and words < 14 and not doc[stop].is_space:
        if doc[stop].text in {",", ";", ":", "."} or doc[stop].norm_ in {
            "và",
            "được",
            "nhận",
            "đón",
            "vinh",
            "đạt",
            "đã",
            "vừa",
            "tặng",
            "trao",
            "vì",
            "do",
            "cùng",
        }:
            break
        stop += 1
        words += 1
    return stop


def _skip_apposition(doc: Doc, i: int, limit: int, item: Recipient) -> int:
    """Brackets, and behind a person the posts: "bà A, Phó Giám đốc Sở B; ông C, nguyên Chủ tịch Hội D"."""
    i = skip_brackets(doc, i, limit)
    if item.kind != "person" or item.text is None:
        return i
    while i + 1 < limit and doc[i].text in {",", "-", "–"}:
        at = i + 1
        if not _is_post(doc, at):
            break
        stop = at
        while stop < limit and doc[stop].text not in {";", ":"} and not doc[stop].is_space:
            if doc[stop].text == "(":
                stop = max(skip_brackets(doc, stop, limit), stop + 1)
                continue
            if doc[stop].text == "," or doc[stop].norm_ == "và":
                after = stop + 1
                starts_person = after < limit and (
                    person_at(doc, after, limit) is not None
                    or (doc[stop].norm_ == "và" and person_end(doc, after, limit) is not None)
                    or past_titles(doc, after, limit) > after
                    or _COUNT.match(matched_words(doc, after, min(limit, after + 10))) is not None
                )
                if starts_person or (doc[stop].text == "," and _is_post(doc, after)):
                    break
            if doc[stop].norm_ in {"được", "nhận", "vì", "người", "đã"} and doc[stop].text.islower():
                break
            stop += 1
        if stop == at:
            break
        i = stop
    return i


# fmt: off
_POST_WORDS = frozenset({
    "nguyên", "chuyên", "giáo", "học", "cán", "công", "nhân", "trú", "quê", "phó", "trưởng", "đội", "tổ", "bí",
    "hiệu", "chủ", "giám", "viện", "sinh", "thuyền", "người", "nữ", "nam",
})
# fmt: on


def _is_post(doc: Doc, i: int) -> bool:
    if i >= len(doc):
        return False
    return i in starts(doc, "posts") or doc[i].norm_ in _POST_WORDS


def _next_item(doc: Doc, i: int, limit: int) -> int | None:
    """The token at which the next item of the list starts; None where the list ends."""
    if i >= limit or doc[i].norm_ not in _SEPARATORS:
        return None
    at = i + 1
    while at < limit and (doc[at].is_space or doc[at].norm_ in {"và", "-", "cho", "+", "cùng", "•"}):
        at += 1
    # "và các ông, bà: A, post; B, post": an introduction.
    m = re.match(
        r"(?:các\s+)?(?:ông, bà|ông|bà|đồng chí|cá nhân|đơn vị|tập thể)\s*:\s*",
        matched_words(doc, at, min(limit, at + 8)),
    )
    if m:
        at = token_at(doc, at, m.end())
    return at if at < limit else None
