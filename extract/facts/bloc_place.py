"""Where a bloc lies: the province or district at the end of its name, or told behind it."""

from __future__ import annotations

import re

from extract.names import PROVINCES, body_at, starts
from extract.text import match_form
from extract.view import Doc

_PLACES = "tỉnh(?! ủy| đoàn)|thành phố|tp\\.?|huyện(?! ủy| đoàn)|thị xã|quận"
_PLACE_TAIL = re.compile(rf"\s+(?:của\s+)?({_PLACES})(?:\s+(\S.*))?$", re.IGNORECASE)
_PLACE_WORD = re.compile(rf"\s+(?:của\s+)?(?:{_PLACES})(?!\w)")
_PROVINCE_NAMES = sorted((match_form(name) for name in PROVINCES.values()), key=len, reverse=True)
_BARE_PROVINCE = re.compile(rf"\s+(?:của\s+)?({'|'.join(map(re.escape, _PROVINCE_NAMES))})$")
_NO_TAIL = re.compile(r"(?:,|\b(?:tuyến|cấp|hạng))$")  # "bệnh viện tuyến tỉnh"
_OF_PLACE = re.compile(r"\b(?:ubnd|hđnd|nhân dân)$")


def placed(name: str) -> tuple[str, str | None, str | None]:
    """A name without the province or district at its end, the province, and the district."""
    form = match_form(name)
    bare = _BARE_PROVINCE.search(form)
    tail = next(
        (m for i in reversed([m.start() for m in _PLACE_WORD.finditer(form)]) if (m := _PLACE_TAIL.match(form, i))),
        None,
    )
    # "các tỉnh Bắc Trung Bộ", "9 tỉnh Quân khu 2": a plural is the bloc's theme, not its place.
    if tail and not re.search(r"(?:\bcác|\bmột số|\d)$", form[: tail.start()]):
        return _placed_by(name, form, tail)
    if (
        bare
        and len(form[: bare.start()].split()) > 3
        and not re.search(r"\b(?:tỉnh|phố|bộ|và|,)$", form[: bare.start()])
    ):
        return name[: bare.start()], next(n for n in PROVINCES.values() if match_form(n) == bare[1]), None
    return name, None, None


def _placed_by(name: str, form: str, tail: re.Match[str]) -> tuple[str, str | None, str | None]:
    """:func:`placed` for a name that ends in a kind of place, with or without the place's own name."""
    kind, place = tail[1], tail[2]
    if _OF_PLACE.search(form[: tail.start()]) and not (place and name[tail.start(2)].isupper()):
        return name, None, None  # "các đơn vị thuộc UBND tỉnh": there is one in every place
    if place is None:
        # "Cụm thi đua thành phố, thị xã, huyện": the last of several kinds is no tail, nor is a level.
        return (name if _NO_TAIL.search(form[: tail.start()]) else name[: tail.start()]), None, None
    if not name[tail.start(2)].isupper():
        return name, None, None
    known = next((n for n in PROVINCES.values() if match_form(n) == place), None)
    # "Công an thành phố Hà Nội" runs the bloc: without the place the owner has no name.
    if len(place.split()) > 4 or form[: tail.start()].endswith("công an"):
        return name, known, None
    if kind == "tỉnh" or (known and kind not in {"huyện", "quận", "thị xã"}):
        return name[: tail.start()], known or name[tail.start(2) :], None
    return name[: tail.start()], None, name[tail.start(1) :]


def place_after(doc: Doc, i: int, limit: int) -> tuple[int, str | None, str | None] | None:
    """Where a bloc lies, told behind its name: "của tỉnh Lạng Sơn", "trên địa bàn tỉnh Bình Dương", "Khánh Hòa"."""
    at = i
    if at < limit and doc.words[at] == "(":
        close = next((j for j in range(at, min(limit, at + 20)) if doc.words[j] == ")"), None)
        at = close + 1 if close else at
    at += at < limit and doc.norms[at] == "đóng"
    if doc[at : at + 3].text.lower() == "trên địa bàn":
        at += 3
        if at < limit and doc.norms[at] in {"tỉnh", "huyện"} and not doc[at + 1 : at + 2].text[:1].isupper():
            return at + 1, None, None
    at += at < limit and doc.norms[at] in {"của", "thuộc", "ở", "tại"}
    if at >= limit:
        return None
    body = body_at(doc, at, limit)
    if body is None or body.kind != "locality":
        provinces = starts(doc, "provinces")
        if at == i and at in provinces and doc.words[at][0].isupper():
            return provinces[at][0], PROVINCES[provinces[at][1]], None
        return None
    _, province, district = placed("x x x x " + body.text)
    return (body.end, province, district) if province or district else None
