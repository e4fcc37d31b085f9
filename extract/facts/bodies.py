"""Who grants an award or launches a campaign: authorities, posts held at a body, bodies, and the blocs themselves.

"Chủ tịch UBND tỉnh" grants; "Phó Chủ tịch UBND tỉnh Trần Văn A" only presents: a deputy, a representative or a
person without a post is never a grantor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.lexicon import load
from extract.model import Bloc
from extract.names import LOCALITY, PROVINCES, Name, body_at, expand, name_end, person_at, starts
from extract.view import Doc
from extract.view import Span as Words

LAYERS = ("authorities", "grantors")
_PROVINCES = frozenset(PROVINCES.values())
_FULL = {entry.id: entry.values["full"] for entry in load("authorities")}
_DEPUTY = re.compile(
    r"^(?:phó|thứ trưởng|ủy viên|đại diện|nguyên|quyền bí thư|trưởng đoàn|đội trưởng|trưởng phòng)\b", re.IGNORECASE
)
_LEADERS = re.compile(r"^(?:đại diện )?lãnh đạo\b", re.IGNORECASE)
_BEFORE_PLACE = frozenset({"được", "của", "nghị", "và", "do", "trình", "từ", "đạo"})
_BLOC = re.compile(r"^(?:khối|cụm)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """One who may grant or launch: tokens ``start:end``, the full form, and whether it only presents."""

    start: int
    end: int
    text: str
    presents: bool = False
    held: bool = False  # a post, not the body itself


def giver_at(doc: Doc, i: int, limit: int) -> Giver | None:
    """The authority, post, body or bloc that starts at token ``i``; a name after a post belongs to it."""
    if i > 1 and doc.words[i - 1] in {"-", "/"} and not (doc.blanks[i - 1] or doc.blanks[i - 2]):
        return None  # "Quyết định số 12/QĐ-UBND": part of a number
    found = _authority(doc, i, limit) or _post(doc, i, limit) or _bloc(doc, i, limit) or _body(doc, i, limit)
    return _pointed(doc, found, limit) if found is not None else None


_ENDS_IN_PLACE = re.compile(r"\b(tỉnh|thành phố|huyện|quận|xã|phường)$", re.IGNORECASE)


def _pointed(doc: Doc, giver: Giver, limit: int) -> Giver:
    """ "Chủ tịch UBND tỉnh này": the place of that kind named last before it."""
    m = _ENDS_IN_PLACE.search(giver.text)
    if m is None or giver.end >= limit or doc.norms[giver.end] not in {"này", "đó", "ấy"}:
        return giver
    places = re.findall(rf"\b{m[1]} ((?:[A-ZĐÂĂÊÔƠƯ]\w+)(?: [A-ZĐÂĂÊÔƠƯ]\w+)*)", doc[: giver.start].text)
    return replace(giver, end=giver.end + 1, text=f"{giver.text} {places[-1]}" if places else giver.text)


# "Chủ tịch nước CHDCND Lào": the state of another country, not ours.
_ABROAD = re.compile(
    r"(?:(?:Cộng h[oò][aà]|CHDCND|CHND)(?: [Dd]ân chủ)?(?: [Nn]hân dân)? )?"
    r"(?:Lào|Campuchia|Cuba|Trung Hoa|Triều Tiên)\b"
)


def _authority(doc: Doc, i: int, limit: int) -> Giver | None:
    found = starts(doc, "authorities").get(i)
    if found is None:
        return None
    end, id_ = found
    text = _FULL[id_]
    if id_ == "party_committee":
        stop = name_end(doc, end, limit)
        if stop == end:
            return None
        text, end = expand(doc.between(i, stop)), stop
        text = re.sub(r"^BCH\b", "Ban Chấp hành", re.sub(r"^BTV\b", "Ban Thường vụ", text))
    elif id_ in {"president", "prime_minister"} and (abroad := _ABROAD.match(doc[end : end + 8].text)):
        end = next((j for j in range(end, limit) if doc.offsets[j] >= doc.offsets[end] + abroad.end()), limit)
        text = f"{text} {abroad[0].strip()}"
    return Giver(start=i, end=_past_person(doc, end, limit), text=text)


def _post(doc: Doc, i: int, limit: int) -> Giver | None:
    found = starts(doc, "posts").get(i)
    if found is None:
        return None
    words = doc[i : found[0]].text
    end = found[0]
    if end < limit and doc.words[end].lower() in {"thường", "trực"}:
        end += 2
    body = body_at(doc, end, limit)
    if body is None and (person := person_at(doc, end, limit)) is not None:
        return _named_holder(doc, i, end, person)
    # "Bộ trưởng Nông nghiệp và Phát triển nông thôn": the ministry's field without its head.
    stop = body.end if body else name_end(doc, end, limit)
    if stop == end:
        return None
    if _LEADERS.match(words):
        if body is None:
            return None
        return Giver(start=i, end=_past_person(doc, stop, limit), text=body.text)
    text = _without_holder(full_name(expand(doc.between(i, stop))))
    text = re.sub(r"(?<=\s)(bộ|sở|cục)(?=\s[A-ZĐ])", lambda m: m[0].capitalize(), text)
    text = text[:1].upper() + text[1:]
    return Giver(
        start=i,
        end=_past_holder(doc, stop, limit),
        text=text,
        presents=_DEPUTY.match(words) is not None or "thi đua" in text.lower(),
        held=True,
    )


def _named_holder(doc: Doc, i: int, end: int, person: Name) -> Giver | None:
    """ "Bộ trưởng Trần Văn A": the post at the body that the article names elsewhere with that person."""
    words = doc.between(i, end)
    if _LEADERS.match(words):
        return None
    if _DEPUTY.match(words):
        return Giver(start=i, end=person.end, text=words, presents=True, held=True)
    family = person.text.split()[-1]
    for at, (after, _) in starts(doc, "posts").items():
        body = body_at(doc, after, len(doc)) if at != i and doc.between(at, after).lower() == words.lower() else None
        if body is None:
            continue
        behind = doc[body.end : min(len(doc), body.end + 7)].text
        if words.lower() == "bộ trưởng" or family in behind or family in body.text:
            text = _without_holder(full_name(expand(doc[at : body.end].text)))
            return Giver(start=i, end=person.end, text=text[:1].upper() + text[1:], held=True)
    return Giver(start=i, end=person.end, text=words[:1].upper() + words[1:], presents=True, held=True)


_HOLDER = re.compile(r"\b(UBND (?:tỉnh|thành phố|huyện|quận|xã|phường))\s+((?:[A-ZĐÂĂÊÔƠƯ]\w+\s*){3,})$")


def _without_holder(name: str) -> str:
    """ "Chủ tịch UBND thành phố Trần Văn An": three capitals that are no province are who holds the post."""
    m = _HOLDER.search(name)
    if m is None or m[2].strip() in _PROVINCES:
        return name
    return name[: m.end(1)]


def _past_person(doc: Doc, i: int, limit: int) -> int:
    person = person_at(doc, i, limit) if i < limit else None
    return person.end if person else i


def _past_holder(doc: Doc, i: int, limit: int) -> int:
    """:func:`_past_person`, also behind a comma: "Giám đốc Công an tỉnh A, Trung tướng B trao"."""
    end = _past_person(doc, i, limit)
    if end > i or i + 1 >= limit or doc.words[i] != ",":
        return end
    person = person_at(doc, i + 1, limit)
    if person is None or person.end >= len(doc):
        return end
    # "…, ông B, Chủ tịch Hội C": a person with a post of his own.
    goes_on = doc.words[person.end].isalpha() and doc.norms[person.end] not in {"và", "cùng"}
    return person.end if goes_on else end


def _bloc(doc: Doc, i: int, limit: int) -> Giver | None:
    if i + 1 >= len(doc) or not _BLOC.match(doc.norms[i]):
        return None
    blocs = [f for f in doc.facts if isinstance(f, Bloc)]
    named = doc.norms[i + 1] == "thi" or doc.words[i][0].isupper()
    if not named:
        return None
    if doc.norms[i + 1] == "thi":
        end = name_end(doc, i + 3, limit)
    else:
        end = i + 1
        if doc.words[end].isalpha() and doc.words[end][0].isupper():
            return None
    text = re.sub(r"\s+(?:tỉnh|thành phố)\s+[A-ZĐ].*$", "", expand(doc.between(i, end)))
    names = {b.name for b in blocs}
    if len(names) == 1:
        text = names.pop()
    elif end == i + 1 or len(text.split()) <= 3:
        return None  # a bloc without a name of its own
    return Giver(start=i, end=end, text=text)


def _body(doc: Doc, i: int, limit: int) -> Giver | None:
    body = body_at(doc, i, limit)
    if body is None:
        return None
    if body.kind == LOCALITY and i > 0 and doc.words[i - 1].isalpha() and doc.norms[i - 1] not in _BEFORE_PLACE:
        return None  # the tail of a longer name: "trưởng Ban … tỉnh Đồng Nai"
    text = _without_holder(full_name(body.text))
    if body.kind != LOCALITY:
        text = text[:1].upper() + text[1:]  # "bộ Y tế"
    return Giver(start=i, end=body.end, text=text)


def givers(doc: Doc, start: int, end: int) -> tuple[Giver, ...]:
    """All givers in tokens ``start:end``, in order, not overlapping."""
    found: list[Giver] = []
    i = start
    while i < end:
        giver = giver_at(doc, i, end)
        if giver is None:
            i += 1
            continue
        found.append(giver)
        i = max(giver.end, i + 1)
    return tuple(found)


def joint_bodies(sentence: Words, start: int, end: int) -> str | None:
    """The givers between two character offsets of a sentence, joined by "; "; None when the text is no giver."""
    span = sentence.char_span(start, end)
    names = [g.text for g in givers(sentence.doc, span.start, span.end)]
    return "; ".join(dict.fromkeys(names)) or None


def _body_before(sentence: Words, offset: int) -> str | None:
    """The giver that is the subject of the verb at a character offset of a sentence."""
    doc = sentence.doc
    until = min(doc.token_at(sentence.start_char + offset), sentence.end)
    found = _acting(doc, sentence, until)
    if not found:
        return None
    gap = doc[found[-1].end : until].text
    if ";" in gap or len(gap) > 90:
        return None
    return _body_served(doc, found[-1]) if found[-1].presents else found[-1].text


def _acting(doc: Doc, sentence: Words, until: int) -> tuple[Giver, ...]:
    """The givers before a verb, but not where it happens ("tại Trường A") or whose day is kept ("ngày thành lập B").

    Where no other is told, these may act.
    """
    found = givers(doc, sentence.start, until)
    return tuple(g for g in found if doc.norms[g.start - 1] not in _NO_ACTOR) or found


_NO_ACTOR = frozenset({"tại", "ở", "lập", "thống"})


def _body_served(doc: Doc, giver: Giver) -> str | None:
    """The body for which a deputy acts: "Thứ trưởng Bộ Tư pháp Trần Văn A phát động"."""
    bodies = (body_at(doc, i, giver.end) for i in range(giver.start, giver.end))
    body = next((b for b in bodies if b and b.kind != LOCALITY), None)
    return full_name(body.text) if body else None


def _opens_clause(doc: Doc, sentence: Words, giver: Giver) -> bool:
    """ "[Sáng 5/3,] Tỉnh ủy, UBND tỉnh phát động": a subject that opens its clause, not what an adverbial names."""
    if giver.text[:1].islower():
        return False  # "tại huyện A, tỉnh B, Sở C": a place
    return giver.start == sentence.start or doc.words[giver.start - 1] in {",", ")", "-", "–"}


_TOGETHER = re.compile(
    r"\s*,?\s*(?:đã |vừa )?(?:(?:phối hợp|liên tịch|kết hợp)\s+)?(?:với|cùng với|cùng|và)\s+(?:các )?"
)


def bodies_before(sentence: Words, offset: int) -> str | None:
    """:func:`_body_before`, and who acts together with it: "A phối hợp với B phát động" → "A; B"."""
    last = _body_before(sentence, offset)
    if last is None:
        return None
    doc = sentence.doc
    until = min(doc.token_at(sentence.start_char + offset), sentence.end)
    found = _acting(doc, sentence, until)
    names = [last]
    for one, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        gap = doc.text[doc.offsets[one.end - 1] + len(doc[one.end - 1]) : doc.offsets[following.start]]
        listed = gap == ", " and not (one.held or following.held) and _opens_clause(doc, sentence, one)
        listed = listed and one.text != "Đảng ủy"  # whose, only the body behind it tells
        if one.presents or not (listed or _TOGETHER.fullmatch(gap)):
            break
        names.append(one.text)
    return "; ".join(dict.fromkeys(reversed(names)))


@lru_cache(maxsize=1024)
def full_name(text: str) -> str:
    """A name as kept: no quotes at its ends, what papers abbreviate beyond the table of names written out."""
    text = re.sub(r"\s+", " ", text).strip(" \"“”'‘’,;.")
    text = re.sub(r"\s+(?:[-–]\s+Ảnh|và (?:phần thưởng|tiền thưởng|quà|hoa)\b.*)$", "", text)
    text = re.sub(r"(?:\b[Tt]hành phố|\bTP)\.?\s?HCM\b", "Thành phố Hồ Chí Minh", text)
    text = re.sub(r"\bCĐ(?= (?:ngành|cơ sở|[Vv]iên chức)\b)", "Công đoàn", text)
    text = re.sub(r"(?<=\bUBND )(?:Tỉnh|Huyện|Quận|Xã|Phường)\b", lambda m: m[0].lower(), text)
    return re.sub(r"\bLĐ\b", "Lao động", text)
