"""Where an article mentions an emulation bloc, and what that mention calls it.

A bloc (khối thi đua of offices, cụm thi đua of places) is named by a number, a theme or both, often with the body
that runs it: "Cụm thi đua số 3 Bộ Công an", "Khối thi đua các cơ quan Đảng tỉnh Bình Định". Once named it is
"Khối" or "Cụm".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.names import PROVINCES, body_at, expand, is_stop, name_end, starts
from extract.sentences import sentence_spans
from extract.text import match_form
from extract.tokens import norms_of

_TYPES = frozenset({"khối", "cụm"})
_ROMAN = re.compile(r"[IVX]+")
# First syllables of themes written in lower case: "Khối thi đua doanh nghiệp", never "Khối thi đua cấp tỉnh".
_THEMES = frozenset(
    {
        "cơ",
        "doanh",
        "đơn",
        "trường",
        "huyện",
        "thành",
        "thị",
        "xã",
        "phường",
        "ngành",
        "ngân",
        "hội",
        "sở",
        "ban",
        "bộ",
        "đoàn",
        "tổ",
        "miền",
        "vùng",
        "khu",
        "kinh",
        "văn",
        "nội",
        "tổng",
        "khoa",
        "giáo",
        "công",
        "mặt",
        "nông",
        "lực",
        "đồng",
        "phía",
        "khối",
    }
)
_MANY = frozenset({"các", "những", "hai", "ba", "bốn", "nhiều", "mỗi", "từng"})
_PLACES = "tỉnh(?! ủy| đoàn)|thành phố|tp\\.?|huyện(?! ủy| đoàn)|thị xã|quận"
_PLACE_TAIL = re.compile(rf"\s+(?:của\s+)?({_PLACES})(?:\s+(\S.*))?$", re.IGNORECASE)
_PLACE_WORD = re.compile(rf"\s+(?:của\s+)?(?:{_PLACES})(?!\w)")
_PROVINCE_NAMES = sorted((match_form(name) for name in PROVINCES.values()), key=len, reverse=True)
_BARE_PROVINCE = re.compile(rf"\s+(?:của\s+)?({'|'.join(map(re.escape, _PROVINCE_NAMES))})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A bloc mentioned at tokens ``start:end``; ``name`` is empty where the text only says "Khối", "Cụm"."""

    start: int
    end: int
    type: str  # "khối" or "cụm"
    name: str = ""
    number: str = ""
    owner: bool = False
    province: str | None = None
    district: str | None = None


def mentions(doc: Doc) -> Iterable[Mention]:
    """The mentions of blocs in a Doc, in text order."""
    norms = norms_of(doc)
    sentence_ends = {sent.start: sent.end for sent in sentence_spans(doc)}
    limit = 0
    i = 0
    while i < len(norms):
        limit = sentence_ends.get(i, limit)
        mention = _mention_at(doc, norms, i, limit) if norms[i] in _TYPES else None
        if mention is not None:
            yield mention
        end = mention.end if mention else i + 1
        for j in range(i + 1, end):
            limit = sentence_ends.get(j, limit)
        i = end


def _mention_at(doc: Doc, norms: tuple[str, ...], i: int, limit: int) -> Mention | None:
    full = norms[i + 1 : i + 3] == ("thi", "đua")
    numbered = norms[i + 1 : i + 2] == ("số",)
    previous = norms[i - 1] if i else ""
    paired = previous in {",", "và", "/"} and norms[i - 2 : i - 1] in (("khối",), ("cụm",))  # "các cụm, khối thi đua"
    many = previous in _MANY or (previous.isdigit() and len(previous) < 4) or paired
    if full and not many:
        return _named(doc, i, i + 3, limit) or Mention(start=i, end=i + 3, type=norms[i])
    if numbered and not many and doc[i].text[0].isupper():
        return _named(doc, i, i + 1, limit)
    if many or previous in {"trưởng", "phó"} or (i + 1 < limit and norms[i + 1] in {"trưởng", "phó"}):
        return None
    follows = doc[i + 1] if i + 1 < limit else None
    alone = follows is None or not follows.text[0].isalnum() or is_stop(doc, i + 1) or follows.norm_ == "và"
    return Mention(start=i, end=i + 1, type=norms[i]) if alone and doc[i].text[0].isupper() else None


def _named(doc: Doc, start: int, i: int, limit: int) -> Mention | None:
    """A mention with a name of its own: a number with or without its owner, or a theme."""
    number = _number_at(doc, i, limit)
    if number is None:
        return _themed(doc, start, i, limit)
    text, i = number
    owner_end = _owner_end(doc, i, limit)
    end = owner_end or i
    words = doc[start:i].text
    if owner_end:
        at = i + (doc[i].text in {",", "-", "–", "(", "của"})
        words += " " + doc[at:owner_end].text
    name, province, district = _placed(expand(words))
    more = _place_after(doc, end, limit) if not (province or district) else None
    if more:
        end, province, district = more
    return Mention(
        start=start,
        end=end,
        type=doc[start].norm_,
        name=_capitalised(name),
        number=text,
        owner=bool(owner_end),
        province=province,
        district=district,
    )


def _number_at(doc: Doc, i: int, limit: int) -> tuple[str, int] | None:
    if i < limit and doc[i].norm_ == "số" and i + 1 < limit:
        i += 1
        if doc[i].text.isdigit() or _ROMAN.fullmatch(doc[i].text):
            return doc[i].text.lstrip("0"), i + 1
        return None
    if (
        i < limit
        and doc[i + 1 : i + 2].text not in {"/", "%"}
        and (_ROMAN.fullmatch(doc[i].text) or (doc[i].text.isdigit() and not _counts(doc, i, limit)))
    ):
        return doc[i].text, i + 1
    return None


def _counts(doc: Doc, i: int, limit: int) -> bool:
    return i + 1 < limit and doc[i + 1].is_alpha and doc[i + 1].text.islower() and not is_stop(doc, i + 1)


def _owner_end(doc: Doc, i: int, limit: int) -> int | None:
    """The token after the body that runs a numbered bloc: "Cụm thi đua số 7, Bộ Công an"."""
    at = i
    if at < limit and (doc[at].text in {",", "-", "–", "("} or doc[at].norm_ in {"thuộc", "của"}):
        at += 1
    if at >= limit:
        return None
    if doc[at].norm_ == "các" and at + 1 < limit and not is_stop(doc, at + 1):
        return name_end(doc, at, limit, plural=True)
    if doc[at].norm_ in {"ngành", "khu"} and at + 1 < limit and doc[at + 1].text[0].isupper():
        return name_end(doc, at + 1, limit)
    body = body_at(doc, at, limit)
    if body is None or body.kind == "locality":
        return None
    if doc[i].text == "," and body.kind != "ministry":
        return None
    return body.end


def _themed(doc: Doc, start: int, i: int, limit: int) -> Mention | None:
    if i >= limit or doc[i].is_space or is_stop(doc, i) or not doc[i].is_alpha:
        return None
    lower = doc[i].text[0].islower() and doc[i].norm_ != "các"
    if lower and not (doc[start].text[0].isupper() and doc[i].norm_ in _THEMES):
        return None
    end = name_end(doc, i, limit, plural=True)
    name, province, district = _placed(expand(doc[start:end].text))
    if len(name.split()) <= 3 or name.split()[-1] in {"các", "và"}:
        return None
    more = _place_after(doc, end, limit) if not (province or district) else None
    if more:
        end, province, district = more
    return Mention(
        start=start, end=end, type=doc[start].norm_, name=_capitalised(name), province=province, district=district
    )


def _capitalised(name: str) -> str:
    """ "khối Thi đua các cơ quan" → "Khối thi đua các cơ quan"."""
    return re.sub(r"^(\w)(\w+) [Tt]hi [Đđ]ua\b", lambda m: f"{m[1].upper()}{m[2].lower()} thi đua", name)


def _placed(name: str) -> tuple[str, str | None, str | None]:
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
    """:func:`_placed` for a name that ends in a kind of place, with or without the place's own name."""
    kind, place = tail[1], tail[2]
    if place is None:
        # "Cụm thi đua thành phố, thị xã, huyện": the last of several kinds of places is no tail.
        return (name if form[: tail.start()].endswith(",") else name[: tail.start()]), None, None
    if not name[tail.start(2)].isupper():
        return name, None, None
    known = next((n for n in PROVINCES.values() if match_form(n) == place), None)
    # "Công an thành phố Hà Nội" runs the bloc: without the place the owner has no name.
    if len(place.split()) > 4 or form[: tail.start()].endswith("công an"):
        return name, known, None
    if kind == "tỉnh" or (known and kind not in {"huyện", "quận", "thị xã"}):
        return name[: tail.start()], known or name[tail.start(2) :], None
    return name[: tail.start()], None, name[tail.start(1) :]


def _place_after(doc: Doc, i: int, limit: int) -> tuple[int, str | None, str | None] | None:
    """Where a bloc lies, told behind its name: "của tỉnh Lạng Sơn", "trên địa bàn tỉnh Bình Dương", "Khánh Hòa"."""
    at = i
    if at < limit and doc[at].text == "(":
        close = next((j for j in range(at, min(limit, at + 20)) if doc[j].text == ")"), None)
        at = close + 1 if close else at
    at += at < limit and doc[at].norm_ == "đóng"
    if doc[at : at + 3].text.lower() == "trên địa bàn":
        at += 3
    at += at < limit and doc[at].norm_ in {"của", "thuộc", "ở", "tại"}
    if at >= limit:
        return None
    body = body_at(doc, at, limit)
    if body is None or body.kind != "locality":
        provinces = starts(doc, "provinces")
        if at == i and at in provinces and doc[at].text[0].isupper():
            return provinces[at][0], PROVINCES[provinces[at][1]], None
        return None
    _, province, district = _placed("x x x x " + body.text)
    return (body.end, province, district) if province or district else None
