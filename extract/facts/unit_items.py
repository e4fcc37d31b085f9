"""Units of one body in a list: their names hold commas where ";" parts the list, and repeat a kind by its code."""

from __future__ import annotations

import re

from extract.facts.recipient_names import Recipient
from extract.names import expand, head_at, starts
from extract.view import Doc

# fmt: off
_UNIT_HEADS = frozenset({
    "vụ", "phòng", "khoa", "đội", "ban", "cục", "viện", "trung", "văn", "chi", "trường", "tổ", "báo",
})
_BODY_HEADS = frozenset({"vksnd", "tand", "tòa", "công", "sở", "hội", "bệnh", "học", "nhà", "tổng", "ubnd", "đài"})
_TELLS = frozenset({"được", "đã", "vì", "do", "đạt", "nhận", "tặng", "trao", "cho", ":", "(", "với", "gồm"})
# fmt: on


_WITH_BODY = re.compile(r"(?:Văn phòng|Phòng|Ban)\s[^,]*?\b(?:UBND|HĐND|Tỉnh ủy|Thành ủy|Huyện ủy|ĐBQH|Quốc hội)\b")


def unit_item(doc: Doc, i: int, stop: int) -> Recipient | None:
    """Tokens ``i:stop`` as the name of one unit ("Phòng A, B và C, Công an tỉnh D") or body; None if they are none."""
    norms, words = doc.norms, doc[i:stop]
    if i >= stop or not doc.words[i][:1].isupper() or len(words) > 30 or any(t.norm_ in _TELLS for t in words):
        return None
    if i in starts(doc, "honorifics") or i in starts(doc, "posts"):
        return None  # "Trung tá A, Đội trưởng, Phòng B"
    if _holds_another(doc, i, stop) or (
        norms[i] not in _UNIT_HEADS and (norms[i] not in _BODY_HEADS or any(t.text == "," for t in words))
    ):
        return None
    if "," in doc.words[i:stop] and _WITH_BODY.match(words.text.partition(",")[0]):
        return None  # "Văn phòng UBND tỉnh, Sở A": what names its own body has no other behind the comma
    # "Phòng A, Phòng B": equals, not one name.
    again = (j for j in range(i + 1, stop) if norms[j] == norms[i] and doc.words[j][:1].isupper())
    if any(doc.words[j - 1] == "," or norms[j - 1] == "và" for j in again):
        return None
    return Recipient(start=i, end=stop, text=expand(words.text), kind="organization", count=1)


def _holds_another(doc: Doc, i: int, stop: int) -> bool:
    """ "Phòng PC03, PA06 và Đại tá A": a person, or another code like that by which the unit at ``i`` is called."""
    coded = _coded(doc, i + 1)
    return any(
        doc.norms[j - 1] in {",", "và"} and (j in starts(doc, "honorifics") or (coded and _coded(doc, j)))
        for j in range(i + 2, stop)
    )


def _coded(doc: Doc, i: int) -> int:
    """The token behind a code ("PC03", "PA 06"); 0 where none stands at ``i``."""
    m = _CODE.match(doc.words[i]) if i < len(doc) else None
    if m is None:
        return 0
    return i + 1 if m[1] else i + 2 if i + 1 < len(doc) and doc.words[i + 1].isdigit() else 0


_CODE = re.compile(r"^[A-ZĐ]{1,3}(\d{1,3})?$")


def between_semicolons(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "…; Phòng A, B và C, Công an tỉnh D; …": in a list parted by ";" commas stand inside the names of units."""
    words, last = doc.words, min(limit, i + 32)
    stop = next((j for j in range(i, last) if words[j] in {";", "."}), last)
    parted = (stop < limit and words[stop] == ";") or words[i - 1] == ";"
    if stop >= limit or words[stop] != ";":  # behind the last "và" another body
        joins = (j for j in range(i + 1, stop) if doc.norms[j] == "và" and doc.between(j + 1, j + 2)[:1].isupper())
        stop = next((j for j in joins if head_at(doc, j + 1) is not None), stop)
    if not parted or "," not in words[i:stop]:
        return None
    found = unit_item(doc, i, stop)
    return ([found], stop) if found is not None else None


_CODED = re.compile(r"^(.*\s)[A-ZĐ]{1,3} ?\d{1,3}$")


def same_kind(doc: Doc, i: int, limit: int, before: list[Recipient]) -> tuple[list[Recipient], int] | None:
    """A unit called by its code behind one of its kind: "Phòng PC03, PA06 và PA07"."""
    m = _CODED.match(before[-1].text or "") if before else None
    end = _coded(doc, i) if m else 0
    if m is None or not end or end > limit:
        return None
    return [Recipient(start=i, end=end, text=m[1] + doc.between(i, end), kind="organization", count=1)], end
