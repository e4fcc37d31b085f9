"""Who receives: counted kinds ("3 tập thể và 12 cá nhân"), bodies, localities, and persons with their posts.

A list is read item by item. What a shared head or a type of place says once ("Công an các tỉnh A, B", "hai huyện
C và D", "các hội: E, F") is said again for each item. A number with a complete list behind it gives the names only;
with "trong đó có" it gives the number and the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.facts.aliases import bare_body, body_by_acronym, body_by_head, full_member, person_by_given_name
from extract.model import RecipientKind
from extract.names import LOCALITY, PERSON, Name, body_at, expand, head_at, name_end, person_at, person_end, starts

_NUMBERS = {
    word: value
    for value, words in enumerate(
        ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"), start=1
    )
    for word in (words,)
}
_ORGANIZATIONS = (
    r"tập thể|cơ quan|đơn vị|tổ chức|doanh nghiệp|công ty|ngân hàng|huyện|xã|phường|thị trấn|quận|tỉnh|trường|sở|địa phương|hội|phòng|ban|chi bộ"
    r"|thôn|ấp|khoa|hợp tác xã|công đoàn|đội|tổ|đồn|nhà trường|bệnh viện|chi hội|cơ sở"
)
_PERSONS = (
    r"gương cá nhân|gương điển hình|cá nhân|người dân|người|đồng chí|cán bộ, chiến sĩ|cán bộ, chiến sỹ|cán bộ|chiến sĩ|chiến sỹ|ngư dân|học sinh|sinh viên"
    r"|giáo viên|nông dân|lão nông|công nhân|tài xế|lái xe|đại biểu|đoàn viên|đảng viên|công chức|viên chức|lao động|lđxs|lđ|nhà giáo|bác sĩ|y, bác sĩ|thuyền viên"
    r"|nhà khoa học|nghệ sĩ|nghệ nhân|hội viên|phụ nữ|thanh niên|em|thầy cô|cô giáo|kỹ sư|công dân|chủ tàu|thương binh|cựu chiến binh|trường hợp|ông|bà|chị|anh"
)
# "hai ông", "ba em": pronouns that count those named before.
_PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "em"})
_GROUPS = r"hộ gia đình|hộ|gia đình"
_NOUN = rf"(?:{_GROUPS}|{_PERSONS}|{_ORGANIZATIONS})"
_COUNT = re.compile(
    rf"(?:(?:hơn|gần|trên|khoảng|tổng số|cả|cho)\s+)?(\d{{1,3}}(?:\.\d{{3}})+|\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s+"
    rf"(?:lượt\s+|gương\s+)?({_NOUN})\b(?!\s*/)((?:\s*(?:,|và|,\s*và|/)\s*{_NOUN}\b)*)"
)
_PLURAL_HEAD = re.compile(r"(?:các|hai|ba|bốn|những)\s+")
_ROLE_NOUNS = frozenset(
    "em ngư anh chị ông bà cô thầy kỹ bác học sinh phóng nhà nghệ thuyền đồng tài chiến cháu cụ mẹ giáo y điều ca nhạc vận hoạ họa lão dân chí sĩ sư viên sinh nhân trưởng giáo dưỡng công".split()
)
_ADDRESS = frozenset({"ông", "bà", "anh", "chị", "em", "cháu", "cô", "thầy", "cụ"})
_SEPARATORS = frozenset({",", ";", "và"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A named recipient (count 1) or an unnamed number of one kind; tokens ``start:end``."""

    start: int
    end: int
    text: str | None
    kind: RecipientKind
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """What a list of recipients holds and where it ends; ``partial`` names belong to a number told as well."""

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
        items += new
        head = new[-1]
        i = _skip_apposition(doc, i, limit, head)
        if loose and head.kind == "person" and (i >= limit or doc[i].norm_ not in {";", "và"}):
            i = _next_person(doc, i, limit)
        end = i
        following = _next_item(doc, i, limit, head)
        if following is None:
            break
        if _in_apposition(doc, i, following, limit, items):
            break
        i = following
    if not items:
        return None
    return Recipients(items=tuple(replace(r, text=full_member(doc, r.text)) if r.text else r for r in items), end=end)


def _next_person(doc: Doc, i: int, limit: int) -> int:
    """The ";" before the next person of a list; ``i`` where there is none."""
    for j in range(i, min(limit, i + 40)):
        if doc[j].text == ";":
            at = j + 1
            return j if person_at(doc, at, limit) or _past_titles(doc, at, limit) > at else i
    return i


def _in_apposition(doc: Doc, separator: int, i: int, limit: int, items: list[Recipient]) -> bool:
    """ "A và B, hai đơn vị dẫn đầu": a number that counts the names before it; or a place around a counted kind."""
    if doc[separator].text != ",":
        return False
    if items[-1].text is None:
        # "5 tập thể tiêu biểu của huyện A, tỉnh B": behind a number and a comma only another number goes on.
        return _COUNT.match(_form(doc, i, min(limit, i + 10))) is None
    counted = _COUNT.match(_form(doc, i, min(limit, i + 10)))
    if counted is None:
        return False
    digits = counted[1].replace(".", "")
    return (int(digits) if digits.isdigit() else _NUMBERS[counted[1]]) == len(items)


def _skip_openers(doc: Doc, i: int, limit: int) -> int:
    while i < limit and (
        doc[i].is_space or doc[i].norm_ in {":", "cho", "là", "gồm", "đại", "diện", "tập", "-", "+", "toàn", "bộ", "thành"}
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


def _form(doc: Doc, start: int, end: int) -> str:
    return "".join(t.norm_ + (" " if t.whitespace_ else "") for t in doc[start:end])


def _item(doc: Doc, i: int, limit: int, before: list[Recipient]) -> tuple[list[Recipient], int] | None:
    return (
        _counted(doc, i, limit)
        or _plural(doc, i, limit)
        or _people_and_cadres(doc, i, limit)
        or _named(doc, i, limit, known=bool(before) and before[-1].kind == "person" and before[-1].text is not None)
        or _elided(doc, i, limit, before)
    )


def _counted(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    text = _form(doc, i, min(limit, i + 16))
    m = _COUNT.match(text)
    if m is None:
        return None
    digits = m[1].replace(".", "")
    count = int(digits) if digits.isdigit() else _NUMBERS[m[1]]
    end = _token_at(doc, i, m.end())
    nouns = [m[2], *re.findall(_NOUN, m[3])]
    kinds = {_kind(noun) for noun in nouns}
    kind: RecipientKind = kinds.pop() if len(kinds) == 1 else "group"
    if (
        count == 0
        or count > 500_000
        or (1900 < count < 2100 and m[1].isdigit() and "." not in m[1] and doc[i - 1].norm_ == "năm")
    ):
        return None
    named = _names_after(doc, i, end, limit, nouns[-1], count)
    if named is not None:
        return named
    if m[2] in _PRONOUNS:
        return None
    return [Recipient(start=i, end=end, text=None, kind=kind, count=count)], _tail(doc, end, limit)


def _token_at(doc: Doc, start: int, characters: int) -> int:
    stop = doc[start].idx + characters
    return next((i for i in range(start, len(doc)) if doc[i].idx >= stop), len(doc))


def _kind(noun: str) -> RecipientKind:
    if re.fullmatch(_GROUPS, noun):
        return "group"
    return "person" if re.fullmatch(_PERSONS, noun) else "organization"


_LISTED = re.compile(r"^[^;.:]{0,60}?(?:\s*(?::|gồm|bao gồm|là|gồm có|sau)\s*:?)\s")
_PARTIAL = re.compile(r"^[^;.:]{0,40}?(?:trong đó có|trong đó|như)\s")
_PLACES = re.compile(r"^(?:huyện|xã|phường|thị trấn|quận|tỉnh|thôn|ấp)$")


def _names_after(doc: Doc, i: int, end: int, limit: int, noun: str, count: int) -> tuple[list[Recipient], int] | None:
    """ "hai huyện A và B", "3 tập thể: A, B, C và 5 cá nhân": the names the number counts, when all are there."""
    if end < limit and doc[end].text[:1].isupper() and count <= 12:
        found = _bare_names(doc, end, limit, noun, count)
        if found is not None:
            return found
    text = _form(doc, end, limit)
    listed = _LISTED.match(text + " ")
    if listed is None or _PARTIAL.match(text) or count > 40:
        return None
    at = _token_at(doc, end, listed.end())
    names: list[Recipient] = []
    stop = at
    while len(names) < count and at < limit:
        at = _skip_openers(doc, at, limit)
        raw = _raw_name(doc, at, limit) if _kind(noun) == "organization" else None
        read = _plural(doc, at, limit) or raw or _named(doc, at, limit, known=bool(names)) or _elided(doc, at, limit, names)
        if read is None:
            break
        new, stop = read
        names += new
        stop = _skip_apposition(doc, stop, limit, new[-1])
        following = _next_item(doc, stop, limit, new[-1])
        if following is None:
            break
        at = following
    return (names, stop) if len(names) == count else None


def _raw_name(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """An item of a counted list of bodies: from a capital to the next separator, brackets left out."""
    if not doc[i].text[:1].isupper():
        return None
    end = _raw_end(doc, i, limit)
    if end - i < 2:
        return None
    return [Recipient(start=i, end=end, text=expand(doc[i:end].text), kind="organization", count=1)], end


_RAW_STOPS = frozenset(
    "vì đã được do có nhận tại trong với nhân theo để bắt tham vinh".split()
)


def _raw_end(doc: Doc, i: int, limit: int) -> int:
    """Where a name without a known head ends: at a separator before a capital or number, or at a closed-class word."""
    end = i
    fields = starts(doc, "fields")
    while end < limit and end - i < 20:
        if end in fields:
            end = fields[end][0]
            continue
        token = doc[end]
        if token.text in {",", ";", ".", ":", "("} or token.is_space:
            break
        following = doc[end + 1] if end + 1 < limit else None
        if token.norm_ == "và" and following is not None and (following.text[:1].isupper() or following.is_digit or following.norm_ in _NUMBERS):
            break
        if token.norm_ in _RAW_STOPS and token.text.islower():
            break
        end += 1
    return end


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
            text = f"{noun[:1].upper() + noun[1:] if not _PLACES.match(noun) else noun} {expand(doc[at:end].text)}"
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
        stop = end = _skip_brackets(doc, end, limit)
        if end < limit and doc[end].norm_ in {",", "và"}:
            at = end + 1
        else:
            break
    return (names, stop) if len(names) == count else None


def _plural(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "các hội: Người mù, Khuyến học thành phố", "Công an các tỉnh A, B": one head for several names."""
    start = i
    prefix = ""
    lead = i
    if doc[i].norm_ not in {"các", "hai", "ba"}:
        head = head_at(doc, i)
        if head is None or head[1] == LOCALITY:
            return None
        lead = next((j for j in range(head[0], min(limit, head[0] + 8)) if doc[j].norm_ in {"các", "hai", "ba"}), -1)
        if lead < 0 or any(doc[j].norm_ in {",", ";", "và", "của", "cho"} for j in range(i, lead)):
            return None
        prefix = doc[i:lead].text
    found = starts(doc, "organizations").get(lead + 1)
    if found is None:
        return None
    at = found[0]
    noun = doc[lead + 1 : at].text
    if at < limit and doc[at].text == ":":
        at += 1
    names: list[Recipient] = []
    stop = at
    base = f"{prefix} {noun}".strip()
    base = base[:1].upper() + base[1:] if prefix or not _PLACES.match(noun.lower()) else base
    while at < limit and doc[at].text[:1].isupper():
        if names and head_at(doc, at) is not None and not _place_word(doc, at):
            break
        end = name_end(doc, at, limit)
        if end == at:
            break
        names.append(
            Recipient(
                start=start if not names else at,
                end=end,
                text=expand(f"{base} {doc[at:end].text}"),
                kind="organization",
                count=1,
            )
        )
        stop = _skip_brackets(doc, end, limit)
        if (
            stop < limit
            and doc[stop].norm_ in {",", "và", ";"}
            and stop + 1 < limit
            and doc[stop + 1].text[:1].isupper()
        ):
            at = stop + 1
            continue
        break
    if len(names) < 2:
        return None
    return _shared_tail(names), stop


def _place_word(doc: Doc, i: int) -> bool:
    found = starts(doc, "organizations").get(i)
    return found is not None and doc[i].norm_ in {"tỉnh", "huyện", "xã"}


_TAIL = re.compile(r"\s(tỉnh|thành phố|huyện|Tỉnh ủy)$")


def _shared_tail(names: list[Recipient]) -> list[Recipient]:
    """ "các hội: A, B và C thành phố": the tail said once belongs to all."""
    tail = _TAIL.search(names[-1].text or "")
    if tail is None or any(_TAIL.search(n.text or "") for n in names[:-1]):
        return names
    return [replace(n, text=f"{n.text} {tail[1]}") if n is not names[-1] else n for n in names]


def _people_and_cadres(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "Nhân dân và cán bộ huyện A" is one recipient."""
    m = re.match(
        r"(?:cán bộ và nhân dân|nhân dân và cán bộ|đảng bộ, chính quyền và nhân dân|nhân dân)\s",
        _form(doc, i, min(limit, i + 9)),
    )
    if m is None:
        return None
    at = _token_at(doc, i, m.end())
    body = body_at(doc, at, limit)
    if body is None:
        return None
    return [
        Recipient(start=i, end=body.end, text=expand(doc[i : body.end].text), kind="organization", count=1)
    ], body.end


def _named(doc: Doc, i: int, limit: int, *, known: bool = False) -> tuple[list[Recipient], int] | None:
    """A person (``known``: the list has held persons so far) or a body, short forms resolved."""
    person = _person(doc, i, limit, known)
    if person is not None:
        return [Recipient(start=person.start, end=person.end, text=person.text, kind="person", count=1)], person.end
    body = body_by_acronym(doc, i, limit) or _unit(doc, i, limit) or body_at(doc, i, limit)
    if body is None:
        return _bare_head(doc, i, limit)
    end, text = body.end, body.text
    while end - i > 1 and doc[end - 1].norm_ in {"lên", "đạt", "đón"} and doc[end - 1].text.islower():
        end -= 1
        text = expand(doc[i:end].text)
    if bare_body(doc, body):
        return _bare_head(doc, i, limit)
    if doc[i].text[:1].islower() and body.kind not in {LOCALITY, "unit"}:
        text = text[:1].upper() + text[1:]
    return [Recipient(start=i, end=end, text=text, kind="organization", count=1)], end


def _person(doc: Doc, i: int, limit: int, known: bool) -> Name | None:
    at = _past_titles(doc, i, limit)
    person = person_at(doc, i, limit) or (person_at(doc, at, limit) if at > i else None)
    if person is None and (at > i or (known and head_at(doc, i) is None)):
        end = person_end(doc, at, limit, known=True)
        person = Name(start=at, end=end, text=doc[at:end].text, kind=PERSON) if end else None
    if person is not None:
        # "Chủ tịch UBND Hà Nội Nguyễn Đức Chung": the province before the name is none of it.
        province = starts(doc, "provinces").get(person.start)
        if province is not None and province[0] + 2 <= person.end:
            person = replace(person, start=province[0], text=doc[province[0] : person.end].text)
    return person or (person_by_given_name(doc, i, limit) if at > i or known else None)


_UNIT_WORDS = (("ban", "chuyên", "án"), ("khoa",), ("đồn",), ("trạm",), ("tổ",), ("đội",), ("hạt",), ("trạm", "phẫu"))


def _unit(doc: Doc, i: int, limit: int) -> Name | None:
    """A unit inside a body, which is no body of its own elsewhere: "Khoa Hồi sức tích cực", "ban chuyên án 718M"."""
    for words in _UNIT_WORDS:
        n = len(words)
        if [t.norm_ for t in doc[i : i + n]] != list(words) or i + n >= limit:
            continue
        if not (doc[i + n].text[:1].isupper() or doc[i + n].text[:1].isdigit()) or (n == 1 and not doc[i].text[:1].isupper()):
            continue
        end = _raw_end(doc, i + n, limit)
        if end > i + n:
            return Name(start=i, end=end, text=expand(doc[i:end].text), kind="unit")
    return None


def _bare_head(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "Hội", "bệnh viện" alone: the title's one body of that kind."""
    found = starts(doc, "organizations").get(i)
    if found is None or found[0] > limit:
        return None
    text = body_by_head(doc, doc[i : found[0]].text)
    if text is None:
        return None
    return [Recipient(start=i, end=found[0], text=text, kind="organization", count=1)], found[0]


def _past_titles(doc: Doc, i: int, limit: int) -> int:
    """The token after lower-case words that introduce a person ("ngư dân", "bác sĩ chuyên khoa II", "em")."""
    at = i
    while at < min(limit, i + 5) and doc[at].is_alpha and doc[at].norm_ in _ROLE_NOUNS:
        if not doc[at].text.islower() and not (at == i and doc[at].norm_ in _ADDRESS):
            break
        at += 1
    if at > i and at + 1 < limit and doc[at].norm_ == "chuyên" and doc[at + 1].norm_ == "khoa":
        at += 3
    while at > i and at < limit and (doc[at].text in {".", "II", "I"} or doc[at].norm_ in {"ts", "ths", "pgs", "gs"}):
        at += 1
    return at


def _elided(doc: Doc, i: int, limit: int, before: list[Recipient]) -> tuple[list[Recipient], int] | None:
    """A place after a place ("huyện A, B"): the word for its kind, or the whole shared head, is said once."""
    if not before or before[-1].text is None or before[-1].kind != "organization" or not doc[i].text[:1].isupper():
        return None
    if i in starts(doc, "organizations"):
        return None
    if i in starts(doc, "surnames") and person_at(doc, i, limit) is not None and i not in starts(doc, "provinces"):
        return None
    m = re.match(r"^(.*\b(?:tỉnh|huyện|xã|phường|thị trấn|quận|thành phố))\s+[A-ZĐÂĂÊÔƠƯ]", before[-1].text)
    province = starts(doc, "provinces").get(i)
    if m is None and province is None:
        return None
    end = province[0] if province else i
    while not province and end < min(limit, i + 4) and doc[end].is_alpha and doc[end].text[:1].isupper():
        end += 1
    text = f"{m[1]} {doc[i:end].text}" if m else doc[i:end].text
    return [Recipient(start=i, end=end, text=text, kind="organization", count=1)], end


def _skip_brackets(doc: Doc, i: int, limit: int) -> int:
    while i < limit and doc[i].text == "(":
        close = next((j for j in range(i, min(limit, i + 40)) if doc[j].text == ")"), None)
        if close is None:
            return i
        i = close + 1
    return i


def _tail(doc: Doc, i: int, limit: int) -> int:
    """The token after lower-case words that qualify a counted recipient ("khác", "của các huyện", "tiêu biểu")."""
    i = _skip_brackets(doc, i, limit)
    stop = i
    words = 0
    if _form(doc, i, min(limit, i + 3)).startswith(("đạt thành tích", "có thành tích", "đã có thành", "tiêu biểu")):
        stops = {"được", "nhận", ";", "và"}
        relative = next((j for j in range(i, min(limit, i + 24)) if doc[j].norm_ in stops or doc[j].is_space), limit)
        if relative == limit or doc[relative].norm_ in {"được", "nhận"}:
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
    i = _skip_brackets(doc, i, limit)
    if item.kind != "person" or item.text is None:
        return i
    while i + 1 < limit and doc[i].text in {",", "-", "–"}:
        at = i + 1
        if not _is_post(doc, at):
            break
        stop = at
        while stop < limit and doc[stop].text not in {";", ":"} and not doc[stop].is_space:
            if doc[stop].text == "(":
                stop = max(_skip_brackets(doc, stop, limit), stop + 1)
                continue
            if doc[stop].text == "," or doc[stop].norm_ == "và":
                after = stop + 1
                starts_person = after < limit and (
                    person_at(doc, after, limit) is not None
                    or (doc[stop].norm_ == "và" and person_end(doc, after, limit) is not None)
                    or _past_titles(doc, after, limit) > after
                    or _COUNT.match(_form(doc, after, min(limit, after + 10))) is not None
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


_POST_WORDS = frozenset(
    "nguyên chuyên giáo học cán công nhân trú quê phó trưởng đội tổ bí hiệu chủ giám viện sinh thuyền người nữ nam".split()
)


def _is_post(doc: Doc, i: int) -> bool:
    if i >= len(doc):
        return False
    return i in starts(doc, "posts") or doc[i].norm_ in _POST_WORDS


def _next_item(doc: Doc, i: int, limit: int, item: Recipient) -> int | None:
    """The token at which the next item of the list starts; None where the list ends."""
    if i >= limit or doc[i].norm_ not in _SEPARATORS:
        return None
    at = i + 1
    while at < limit and (doc[at].is_space or doc[at].norm_ in {"và", "-", "cho", "+", "cùng", "•"}):
        at += 1
    # "và các ông, bà: A, post; B, post": an introduction.
    m = re.match(
        r"(?:các\s+)?(?:ông, bà|ông|bà|đồng chí|cá nhân|đơn vị|tập thể)\s*:\s*", _form(doc, at, min(limit, at + 8))
    )
    if m:
        at = _token_at(doc, at, m.end())
    return at if at < limit else None
