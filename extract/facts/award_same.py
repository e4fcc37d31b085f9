"""Whether two names told in one article mean the same grantor or recipient."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.text import fold, index_form

_COMMITTEE = re.compile(
    r"^(?:chu tich )?(?:(?:ubnd|uy ban nhan dan) )?(tinh|thanh pho|huyen|quan|xa|phuong)(?: (.*))?$"
)


# The President grants in the name of the State: Law 06/2022/QH15, article 77.
_STATE = frozenset({"nha nuoc", "dang, nha nuoc", "dang va nha nuoc", "chu tich nuoc"})


def same_grantor(a: str, b: str) -> bool:
    """Whether two names mean one grantor: a committee and its chair are, a place may be left out of one of them."""
    if fold(a) in _STATE and fold(b) in _STATE:
        return True
    x, y = (_COMMITTEE.match(fold(n)) for n in (a, b))
    if x and y:
        return x[1] == y[1] and (not x[2] or not y[2] or x[2] == y[2])
    return alike(_body_of(a), _body_of(b))


_ITS_HEADS = re.compile(
    r"^(?:Ban Thường vụ|Ban Chấp hành|Ban Giám đốc|Bí thư|Bộ trưởng|Chủ tịch|Tổng Giám đốc|Giám đốc"
    r"|Cục trưởng|Tổng cục trưởng|Hiệu trưởng)\s+(?=\w+\s\w)",
    re.IGNORECASE,
)


def _body_of(name: str) -> str:
    """ "Bộ trưởng Bộ A", "Ban Thường vụ Tỉnh đoàn B": what its head or standing committee grants a body grants."""
    return _ITS_HEADS.sub("", name)


# A place receives as its people, as its committee or under its bare name: "Nhân dân và cán bộ huyện A", "UBND huyện A".
_PLACE = re.compile(
    r"^(?:(?:(?:nhan dan|can bo|dang bo|chinh quyen|quan|dan|va|cac dan toc|,) ?)+|ubnd )?"
    r"((?:tinh|thanh pho|thi xa|thi tran|huyen|quan|xa|phuong|thon|ap) \w.*)$"
)


def _place(name: str) -> str | None:
    folded = fold(name)
    m = _PLACE.match(folded) if len(folded) == len(name) else None
    return name[m.start(1) :] if m else None


def _marks_agree(a: str, b: str) -> bool:
    """Whether two names that are the same without their marks are so with them, or one of them is told without."""
    x, y = index_form(a), index_form(b)
    return x == y or x == fold(a) or y == fold(b) or len(x.split()) != len(y.split())


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    """A name's folded words, without those for its province."""
    words = " ".join(re.sub(r"[^\w&]+", " ", index_form(name)).split())
    without = re.sub(r"(?<=\w)\s(?:tỉnh|thành phố)\b", "", words)  # with its marks: Hà Tĩnh ends with no such word
    if without.count(" ") > 2:
        without = without.removeprefix("trường ")  # "(Trường) Đại học A"
    return fold(without.removeprefix("tỉnh ").removeprefix("thành phố "))


def alike(a: str, b: str) -> bool:
    """Whether one name is the other, or the other with a place or owner added at its end."""
    a, b = (n.removeprefix("gia đình ") for n in (a, b))  # for the dead the family receives
    a, b = (_place(n) or n for n in (a, b))
    x, y = sorted((_plain(a), _plain(b)), key=len)
    if x == y:
        return _marks_agree(a, b)
    if y.startswith(x + " "):
        return True
    short = next((w for w in min(a, b, key=len).split() if w.isupper() and len(w) >= 3), None)
    initials = "".join(w[0] for w in max(a, b, key=len).split()).upper()
    return short is not None and a.split(maxsplit=1)[0] == b.split(maxsplit=1)[0] and short in initials
