"""Titles and badges that bear a name of their own: where the mention ends, and the name.

Chiến sĩ thi đua ngành Thuế; Kỷ niệm chương Vì sự nghiệp giáo dục; Nông dân sản xuất kinh doanh giỏi cấp tỉnh
"""

from __future__ import annotations

import re

from extract.names import expand, name_end, starts
from extract.view import Doc


def tokens(doc: Doc, start: int, characters: int) -> int:
    """How many tokens from ``start`` on the given number of characters covers."""
    stop = doc.offsets[start] + characters
    return next((i for i in range(start, len(doc)) if doc.offsets[i] >= stop), len(doc)) - start


def fighter(doc: Doc, start: int, end: int, limit: int) -> tuple[int, str]:
    """ "Chiến sĩ thi đua ngành Thuế", "CSTĐ tỉnh Lâm Giang", "CSTĐ các cấp": where the title ends, and its name."""
    words = doc.between(start, end)
    level = re.sub(r"(?i)^(?:chiến s[ĩỹ] thi đua|CSTĐ)[\s”\"’']*", "", words)
    noun = level.split()[-1].lower()
    if noun == "ngành" and level.lower() == "ngành":
        end = name_end(doc, end, limit)
        level = expand(f"ngành {doc.between(start, end)[len(words) :].strip()}").strip()
    elif noun in {"tỉnh", "bộ", "phố", "ngành", "huyện", "quận"} and not level.lower().startswith("toàn"):
        if not level.lower().startswith("cấp"):
            end = name_end(doc, end, limit)  # the place or ministry itself
            level = f"cấp {level}"
        level = level.lower()
    return end, f"Chiến sĩ thi đua {level}"


_BEHIND_TITLE = frozenset({"và", "năm", "của", "cho", "trong", "cùng", "nhiều", "các"})


def bare_title(doc: Doc, start: int, end: int, limit: int) -> bool:
    """Whether "Chiến sĩ thi đua" is the whole title: not "các chiến sĩ thi đua", nor one of a level ("… ngành X")."""
    return _called(doc, start) and (
        end >= limit or doc[end].is_punct or doc.words[end].isspace() or doc.norms[end] in _BEHIND_TITLE
    )


def _called(doc: Doc, start: int) -> bool:
    """Whether "danh hiệu" stands before a title."""
    return [t.norm_ for t in doc[max(0, start - 3) : start] if t.is_alpha][-2:] == ["danh", "hiệu"]


_LEVEL = re.compile(
    r"\"?\s*(?:các cấp|(?:cấp )?(?:trung ương|tỉnh|thành phố|ngành|huyện|quận|xã|phường|cơ sở)|thủ đô)\b"
)


def told_title(doc: Doc, start: int, end: int, limit: int) -> tuple[int, str] | None:
    """A title named as it is told, with its level; without "danh hiệu" before it the words only describe somebody."""
    if not _called(doc, start):
        return None
    name = re.sub(r"(?<=sản xuất), ", " ", doc.between(start, end))
    if m := _LEVEL.match(doc[end : min(limit, end + 5)].form):
        stop = end + tokens(doc, end, m.end())
        level = doc.between(end, stop).strip(' ”"’')
        name, end = f"{name} {level}", stop
    return end, name[:1].upper() + name[1:]


# A motto in lower case: "kỷ niệm chương vì sự nghiệp giáo dục", but "… vì những đóng góp của bà".
_LOWER_MOTTO = re.compile(r"vì (?:sự nghiệp|sự phát triển|sức kh[oỏ]|thế hệ|giai cấp|an ninh)|tuổi trẻ")
_SHORT_BADGE = frozenset({"bác hồ", "thành phố"})


def motto(doc: Doc, id_: str, start: int, limit: int) -> tuple[int, str] | None:
    """Kỷ niệm chương, Huy hiệu and Huy chương "Vì …" with the name they bear."""
    head = {"ky_niem_chuong": "Kỷ niệm chương", "huy_hieu": "Huy hiệu", "huych_vi": "Huy chương"}[id_]
    at = start + {"kỷ": 3, "knc": 1}.get(doc.norms[start], 2)
    text = doc[at : min(limit, at + 40)].text
    if m := re.match(r"\s*:?\s*[\"“”‘'']\s*([^\"“”’'\n]{3,120}?)\s*[\"“”’']", text):
        return at + tokens(doc, at, m.end()), f"{head} {m[1]}"
    if at < limit and (doc.words[at][:1].isupper() or _LOWER_MOTTO.match(doc[at : min(limit, at + 3)].form)):
        stop = _motto_end(doc, at, limit)
        if stop - at >= 3 or doc[at:stop].form.strip() in _SHORT_BADGE:
            name = expand(doc.between(at, stop))
            return stop, f"{head} {name[:1].upper()}{name[1:]}"
    return (at, head) if id_ == "ky_niem_chuong" else None


_FIELD_GOES_ON = frozenset({"thể thao", "thương binh"})  # "văn hóa, thể thao và du lịch"


def _motto_end(doc: Doc, at: int, limit: int) -> int:
    """The token at which a motto without quotes ends."""
    stop = at
    while stop < min(limit, at + 14):
        token = doc[stop]
        if token.text == "," and doc[stop + 1 : min(limit, stop + 3)].form.strip() in _FIELD_GOES_ON:
            stop += 1
            continue
        verb = stop in starts(doc, "stops") and token.text.islower() and token.norm_ != "vì"
        if verb and doc[stop - 1 : stop + 2].form.strip() not in {"dựng tổ chức", "tác tổ chức"}:
            break
        if not (token.is_alpha or token.text == "-") or token.norm_ in {"cho", "tặng", "năm"}:
            break
        stop += 1
    return stop
