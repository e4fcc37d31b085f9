"""Emulation blocs: where an article mentions one, which mentions mean the same bloc, and what it is called.

A bloc (khối thi đua of offices, cụm thi đua of places) is named by a number, a theme or both, often with the body
that runs it: "Cụm thi đua số 3 Bộ Công an", "Khối thi đua các cơ quan Đảng tỉnh Bình Định". Once named it is
"Khối" or "Cụm".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract.model import Level, Span
from extract.names import PROVINCES, body_at, expand, is_stop, name_end, span_of, starts
from extract.text import match_form
from extract.tokens import form_of

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
_PLACE_BEFORE = re.compile(r"(?<!các )\b(?:tỉnh|thành phố|tp\.?)\s*$")
_PROVINCE_NAMES = sorted((match_form(name) for name in PROVINCES.values()), key=len, reverse=True)
_BARE_PROVINCE = re.compile(rf"\s+(?:của\s+)?({'|'.join(map(re.escape, _PROVINCE_NAMES))})$")
# "sector": a bloc within one ministry, branch or union, whose parts lie in many places.
_SECTOR = re.compile(
    r"(?:(?<!Bắc )(?<!Trung )(?<!Nam )\bBộ|\b(?:Sở|[Nn]gành|Trường|Hội|Công đoàn|Kiểm toán)) [A-ZĐÁÂĂ]"
    r"|\b(?:[Cc]ông an|Viện kiểm sát|Tòa án|Bảo hiểm xã hội|Quân (?:khu|chủng|đoàn)|Tổng cục"
    r"|Ban Nội chính [Tt]rung ương|Ngân hàng Nhà nước|các [Tt]rường)\b"
)
# "Hội Luật gia các tỉnh", "Bộ CHQS 9 tỉnh", "Công đoàn khu vực": such a bloc lies in no single province.
_MANY_PLACES = re.compile(r"\b(?:các|\d+) tỉnh\b|\b(?:khu vực|miền|vùng)\b")
_TODAY = {"hue": "thua-thien-hue"}  # one place under two names
_REGION = re.compile(
    r"(?:các tỉnh )?(?:(?:Bắc|Trung|Nam|Đông|Tây)(?: (?:Bắc|Trung|Nam))? [Bb]ộ|Tây Nguyên|Tây Bắc|Đông Bắc"
    r"|[Dd]uyên hải|[Đđ]ồng bằng (?:sông|Bắc)|[Mm]iền (?:Bắc|Trung|Nam|núi phía Bắc))\b"
)
_NATIONAL = re.compile(r"^các (?:tỉnh|bộ)\b|\btrung ương\b|\bthành phố trực thuộc\b", re.IGNORECASE)


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


@dataclass(slots=True)
class Group:
    """The mentions of one bloc, and its name, place and level as they follow from all of them."""

    mentions: list[Mention] = field(default_factory=list)
    name: str = ""
    province: str | None = None
    province_span: Span | None = None
    province_inferred: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocs:
    """What a Doc says of blocs: all mentions in text order, and the group of each named one (by its start)."""

    mentions: tuple[Mention, ...]
    groups: tuple[Group, ...]
    of: dict[int, Group]

    def meant(self, mention: Mention) -> Group | None:
        """The bloc that a mention means: its own, else the one of its kind named last before it, else the only one."""
        own = self.of.get(mention.start)
        if own is not None:
            return own
        before = [m for m in self.mentions if m.name and m.start < mention.start and m.type == mention.type]
        if before:
            return self.of[before[-1].start]
        return self.groups[0] if len(self.groups) == 1 else None

    def near(self, token: int) -> Group | None:
        """The bloc spoken of at a token: the one named last before it, else the first of the article."""
        before = [m for m in self.mentions if m.name and m.start <= token]
        if before:
            return self.of[before[-1].start]
        return self.groups[0] if self.groups else None


def blocs_of(doc: Doc) -> Blocs:
    """What :func:`blocs` found in a Doc."""
    return cast("Blocs", doc.user_data["blocs"])


@Language.component("blocs")
def blocs(doc: Doc) -> Doc:
    """Find the mentions of blocs and put those of one bloc together."""
    mentions = tuple(_mentions(doc))
    groups = _grouped(doc, [m for m in mentions if m.name])
    of = {m.start: group for group in groups for m in group.mentions}
    doc.user_data["blocs"] = Blocs(mentions=mentions, groups=tuple(groups), of=of)
    return doc


def _mentions(doc: Doc) -> Iterable[Mention]:
    norms = [token.norm_ for token in doc]
    sentence_ends = {sent.start: sent.end for sent in doc.sents}
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


def _mention_at(doc: Doc, norms: Sequence[str], i: int, limit: int) -> Mention | None:
    full = norms[i + 1 : i + 3] == ["thi", "đua"]
    numbered = norms[i + 1 : i + 2] == ["số"]
    previous = norms[i - 1] if i else ""
    paired = previous in {",", "và", "/"} and norms[i - 2 : i - 1] in (["khối"], ["cụm"])  # "các cụm, khối thi đua"
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


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", match_form(name))[3:]


def _same(a: Mention, b: Mention) -> bool:
    if a.type != b.type or bool(a.number) != bool(b.number):
        return False
    if a.number:
        return a.number == b.number
    short, long = sorted((_words(a.name), _words(b.name)), key=len)
    if long[: len(short)] == short:
        return True
    rest = iter(long)
    return len(short) >= 3 and all(word in rest for word in short)


def _grouped(doc: Doc, mentions: Sequence[Mention]) -> list[Group]:
    groups: list[Group] = []
    aliases = {m.start for m in mentions if _renamed(doc, m)}
    for mention in mentions:
        group = next((g for g in groups if any(_same(mention, m) for m in g.mentions)), None)
        if group is None and mention.start in aliases and groups:
            group = groups[-1]
        if group is None:
            group = Group()
            groups.append(group)
        group.mentions.append(mention)
    for group in groups:
        _describe(doc, group, aliases)
    return groups


def _renamed(doc: Doc, mention: Mention) -> bool:
    """ "… từ năm nay Khối mang tên Khối thi đua số 11": a new name, not a new bloc."""
    before = match_form(doc[max(0, mention.start - 5) : mention.start].text)
    return re.search(r"\b(?:mang tên|nay là|gọi là|đổi tên thành|gọi tắt là|đổi thành)\s*[(\"]?$", before) is not None


def _describe(doc: Doc, group: Group, aliases: set[int]) -> None:
    article = doc._.article
    title_end = article.blocks[0].end if article.blocks else 0
    own = [m for m in group.mentions if m.start not in aliases] or group.mentions
    in_body = [m for m in own if doc[m.start].idx >= title_end] or own
    longest = _naming(in_body, own)
    group.name = longest.name
    placed = next((m for m in own if m.province or m.district), None)
    district = next((m.district for m in own if m.district), None)
    named = " ".join(group.name.split()[3:])
    if district:
        group.level = "district"
    elif _REGION.match(named):
        group.level = "national"
    elif _SECTOR.search(named) or (_MANY_PLACES.search(named) and not _NATIONAL.match(named) and named[0].isupper()):
        group.level = "sector"
    elif _NATIONAL.search(named) and not (placed and placed.province):
        group.level = "national"
    elif not longest.number or any(m.province for m in own):
        group.level = "province"
    if placed and placed.province:
        group.province = placed.province
        group.province_span = span_of(doc, placed.start, placed.end)
    elif (
        group.level in {"province", None}
        and not _MANY_PLACES.search(named)
        and not re.search(r"\btrung ương\b", named.lower())
    ):
        _infer_province(doc, group)


def _naming(mentions: Sequence[Mention], everywhere: Sequence[Mention]) -> Mention:
    """The mention with the longest name; a form met once that only adds lower-case words to one met twice ran on."""
    times = Counter(match_form(m.name) for m in everywhere)
    by_length = sorted(mentions, key=lambda m: (m.owner, len(m.name.split())), reverse=True)
    longest = by_length[0]
    form = match_form(longest.name)
    shorter = next(
        (m for m in by_length if form.startswith(match_form(m.name) + " ") and times[match_form(m.name)] > 1), None
    )
    ran_on = shorter and times[form] == 1 and not longest.owner and longest.name[len(shorter.name) + 1].islower()
    return shorter if shorter and ran_on else longest


def _infer_province(doc: Doc, group: Group) -> None:
    """The only province that the article names, when the bloc is one of a province."""
    title_end = doc._.article.blocks[0].end if doc._.article.blocks else 0
    found = {
        i: entry
        for i, (_, entry) in starts(doc, "provinces").items()
        if doc[i].text[0].isupper()
        and (doc[i].idx < title_end or _PLACE_BEFORE.search(form_of(doc)[max(0, doc[i].idx - 12) : doc[i].idx]))
    }
    named = {_TODAY.get(e, e) for i, (_, e) in starts(doc, "provinces").items() if doc[i].text[0].isupper()}
    if len(named) == 1 and found:
        i = min(found)
        group.province = PROVINCES[found[i]]
        group.province_span = span_of(doc, i, starts(doc, "provinces")[i][0])
        group.province_inferred = "the only province that the article names"
