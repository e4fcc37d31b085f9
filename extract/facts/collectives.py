"""Recipients that are called neither a body nor a person: the staff of a body, a sector, a force, a crew, a family."""

from __future__ import annotations

import re

from extract.facts.persons import introduced
from extract.facts.recipient_names import Recipient, matched_words, named, token_at
from extract.facts.reference import by_pronoun
from extract.names import body_at, expand, name_end, starts
from extract.view import Doc

_PEOPLE = re.compile(
    r"(?:đảng bộ, chính quyền và nhân dân|đảng bộ và nhân dân|cán bộ và nhân dân|nhân dân và cán bộ"
    r"|cán bộ, nhân dân|quân và dân|nhân dân)\s"
)
_STAFF_NOUN = (
    r"(?:tập thể|ban lãnh đạo|lãnh đạo|ban giám đốc|cán bộ|công chức|viên chức|công nhân viên|công nhân|nhân viên"
    r"|người lao động|lao động|chiến sĩ|giáo viên|giảng viên|thầy và trò|thầy, trò|thầy trò|thầy cô|y, bác sĩ|bác sĩ"
    r"|học sinh|sinh viên|đoàn viên|hội viên|xã viên|thuyền viên|cb|cnv|cbcnv|cbcs)"
)
_STAFF = re.compile(rf"(?:toàn thể\s|tập thể\s)?{_STAFF_NOUN}(?:\s?(?:,|và|-|–|cùng)?\s?{_STAFF_NOUN})*\s(?:của\s)?")
_FAMILY = re.compile(r"(?:hộ\s)?gia đình\s|(hộ)\s")
_FIELDS = (
    "tư pháp|y tế|giáo dục|công an|kiểm sát|tòa án|thuế|hải quan|ngân hàng|giao thông|xây dựng|điện|than|dầu khí"
    "|đường sắt|hàng không|nông nghiệp|công thương|văn hóa|du lịch|thanh tra|nội vụ|tài chính|kho bạc|bưu điện|dệt may"
    "|cao su|hàng hải|lâm nghiệp|thủy sản|thống kê|bảo hiểm|ngoại giao|tài nguyên|thông tin|khoa học|lao động|dân số"
)
_SECTOR = re.compile(rf"(?:toàn\s)?ngành\s(?=(?:{_FIELDS})\b)")
_BRANCH = re.compile(r"(?:toàn\s)?ngành\s")
_FORCE = re.compile(r"(?:lực lượng|đội tuyển|câu lạc bộ|clb|ban nhạc|đoàn nghệ thuật)\s")
# A team is called by its sport and what it plays for; what it plays in may follow.
_TEAM = re.compile(
    r"(?:đội tuyển|đội|tuyển|đt)\s(?:[^\W\d]+\s){0,5}?(?:quốc gia(?: việt nam)?|việt nam|qg)(?=\s(?!\w+ nam\b))"
)
_PLAYS = frozenset({"dự", "tham"})
_CREW = re.compile(r"(?:tập thể\s)?((?:ê\s?[-–]?\s?)?kíp\s)")
_BOAT = re.compile(
    r"(?:tập thể\s)?(?:(?:thuyền viên|ngư dân|cán bộ, chiến sĩ)\s)?(tàu\s(?:cá\s|du lịch\s|kéo\s|vận tải\s)?)"
)


def collective(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """The collective recipient at token ``i`` and the token after it."""
    if not doc.words[i].isalpha():
        return None
    text = matched_words(doc, i, min(limit, i + 16))
    return (
        _people(doc, i, limit, text)
        or _boat(doc, i, limit, text)
        or _crew(doc, i, limit, text)
        or _staff(doc, i, limit, text)
        or _family(doc, i, limit, text)
        or _called_by_kind(doc, i, limit, text)
    )


def _people(doc: Doc, i: int, limit: int, text: str) -> tuple[list[Recipient], int] | None:
    """ "Nhân dân và cán bộ huyện A" is one recipient."""
    m = _PEOPLE.match(text)
    body = body_at(doc, token_at(doc, i, m.end()), limit) if m else None
    if body is None:
        return None
    return _one(i, body.end, expand(doc[i : body.end].text))


def _staff(doc: Doc, i: int, limit: int, text: str) -> tuple[list[Recipient], int] | None:
    """ "tập thể lãnh đạo, cán bộ Công ty A": all its people are the body; "cán bộ Sở B" are some of them."""
    m = _STAFF.match(text)
    whole = [t.norm_ for t in doc[max(0, i - 2) : i]] in (["tập", "thể"], ["toàn", "thể"])
    if m is None or not (whole or len(re.findall(_STAFF_NOUN, m[0])) > 1):
        return None
    at = token_at(doc, i, m.end())
    found = named(doc, at, limit) or _called_by_kind(doc, at, limit, matched_words(doc, at, min(limit, at + 16)))
    if found is None or found[0][0].kind != "organization":
        return None
    return _one(i, found[1], found[0][0].text or "")


def _family(doc: Doc, i: int, limit: int, text: str) -> tuple[list[Recipient], int] | None:
    m = _FAMILY.match(text)
    if m is None:
        return None
    at = token_at(doc, i, m.end())
    person = introduced(doc, at, limit, known=True) or by_pronoun(doc, at, limit)
    if person is None:
        return None
    item = Recipient(start=i, end=person.end, text=f"{m[1] or 'gia đình'} {person.text}", kind="group", count=1)
    return [item], person.end


def _called_by_kind(doc: Doc, i: int, limit: int, text: str) -> tuple[list[Recipient], int] | None:
    """ "ngành tư pháp", "lực lượng Kiểm ngư", "đội tuyển Điền kinh Việt Nam": a name of its own must follow."""
    if team := _TEAM.match(text):
        end = after = token_at(doc, i, team.end())
        if after < limit and doc.norms[after] in _PLAYS:
            after = next((j for j in range(after, min(limit, after + 14)) if doc.norms[j] in _TEAM_ENDS), limit)
        words = doc.between(i, end).split()
        if all(w.islower() for w in words[1:-2]) and not {"của", "cho", "và"} & {w.lower() for w in words}:
            return _one(i, end, expand(doc.between(i, end)))[0], after
    sector = _SECTOR.match(text)
    quoted = i > 0 and doc.words[i - 1] in {'"', "“"}  # “Ngành A làm theo …”: a motto
    m = sector or (None if quoted else _BRANCH.match(text)) or _FORCE.match(text)
    if m is None:
        return None
    at = token_at(doc, i, m.end())
    if at >= limit or not (sector or doc.words[at][:1].isupper() or doc.words[at].isdigit()):
        return None
    end = name_end(doc, at, limit)
    while at < end < limit and doc.words[end][0].isdigit() and not doc.blanks[end - 1]:
        end = name_end(doc, end + 1, limit)  # "U19 nữ Lam Sơn": letters and number are one word
    return _one(i, end, expand(doc.between(i, end))) if end > at else None


_TEAM_ENDS = frozenset({",", ";", ".", "được", "vinh", "đã", "nhận", "vừa", "và"})


def _crew(doc: Doc, i: int, limit: int, text: str) -> tuple[list[Recipient], int] | None:
    """ "ê-kíp phẫu thuật Bệnh viện A", "kíp trực Trạm B": the crew called by where it works or what it makes."""
    m = _CREW.match(text)
    if m is None:
        return None
    start, at = token_at(doc, i, m.start(1)) if m.start(1) else i, token_at(doc, i, m.end())
    end = name_end(doc, at, limit)
    if end == at or not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in doc[at:end]):
        return None
    return _one(i, end, expand(doc.between(start, end)))


def _boat(doc: Doc, i: int, limit: int, text: str) -> tuple[list[Recipient], int] | None:
    """ "tập thể tàu cá QN-12345TS", "tàu du lịch Sông Lam 1": the crew of the boat called so."""
    m = _BOAT.match(text)
    if m is None:
        return None
    at = end = token_at(doc, i, m.end())
    while end < min(limit, at + 6) and (
        doc.words[end][:1].isupper() or doc.words[end][0].isdigit() or doc.words[end] in "-–"
    ):
        end += 1
    while end > at and doc.words[end - 1] in "-–":
        end -= 1
    if end == at or not any(t.text[0].isdigit() for t in doc[at:end]) or end in starts(doc, "posts"):
        return None
    start = token_at(doc, i, m.start(1)) if m.start(1) else i
    return _one(i, end, doc.between(start, end).strip())


def _one(start: int, end: int, text: str) -> tuple[list[Recipient], int]:
    return [Recipient(start=start, end=end, text=text, kind="organization", count=1)], end
