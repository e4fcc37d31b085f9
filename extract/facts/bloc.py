"""Emulation blocs: which mentions mean the same bloc, what it is called, where it lies, and on which level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from extract.facts.mention import Mention, mentions
from extract.model import Level, Span
from extract.names import PROVINCES, expand, span_of, starts
from extract.text import fold, match_form
from extract.tokens import component
from extract.view import Doc

_PLACE_BEFORE = re.compile(r"(?<!các )\b(?:tỉnh|thành phố|tp\.?)\s*$")
# "sector": a bloc within one ministry, branch or union, whose parts lie in many places.
_SECTOR = re.compile(
    r"(?:(?<!Bắc )(?<!Trung )(?<!Nam )\bBộ|\b(?:Sở|[Nn]gành|Trường|Hội|Công đoàn|Kiểm toán)) [A-ZĐÁÂĂ]"
    r"|\b(?:[Cc]ông an|Viện kiểm sát|Tòa án|Bảo hiểm xã hội|Quân (?:khu|chủng|đoàn)|(?:Tổng c|C)ục|Kho bạc|Thanh tra"
    r"|[Ll]iên đoàn Lao động|[Hh]ải quan|Bộ đội Biên phòng|Bộ Tư lệnh|lực lượng [A-ZĐ]\w+"
    r"|Ban Nội chính [Tt]rung ương|Ngân hàng Nhà nước|các [Tt]rường)\b"
)
# "Hội Luật gia các tỉnh", "Bộ CHQS 9 tỉnh", "Công đoàn khu vực": such a bloc lies in no single province.
_MANY_PLACES = re.compile(r"\b(?:các|\d+) tỉnh\b|\b(?:khu vực|miền|vùng)\b")
_TODAY = {"hue": "thua-thien-hue"}  # one place under two names
_REGION = re.compile(
    r"(?:các tỉnh )?(?:(?:Bắc|Trung|Nam|Đông|Tây)(?: (?:Bắc|Trung|Nam))? [Bb]ộ|Tây Nguyên|Tây Bắc|Đông Bắc"
    r"|[Dd]uyên hải|[Đđ]ồng bằng (?:sông|Bắc)|[Mm]iền (?:Bắc|Trung|Nam|núi phía Bắc))\b"
)
_NATIONAL = re.compile(r"^(?:các|\d+) (?:tỉnh|bộ)\b|\btrung ương\b|\bthành phố trực thuộc\b", re.IGNORECASE)


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
        if mention.nth:
            return self._nth(mention)
        before = [m for m in self.mentions if m.name and m.start < mention.start and m.type == mention.type]
        if before:
            return self.of[before[-1].start]
        only = self.groups[0] if len(self.groups) == 1 else None
        return only if only and only.mentions[0].type == mention.type else None

    def _nth(self, mention: Mention) -> Group | None:
        """ "Khối thứ hai": the second of its kind named before; "Khối còn lại": of two, the one not spoken of."""
        before = [m for m in self.mentions if m.start < mention.start and m.type == mention.type]
        named = list({id(g): g for m in before if m.name and (g := self.of[m.start])}.values())
        if mention.nth > 0:
            return named[mention.nth - 1] if mention.nth <= len(named) else None
        spoken = self.meant(before[-1]) if before else None
        others = [g for g in named if g is not spoken]
        return others[0] if len(named) == 2 and len(others) == 1 else None

    def near(self, token: int) -> Group | None:
        """The bloc spoken of at a token: the one named last before it, else the first of the article."""
        before = [m for m in self.mentions if m.name and m.start <= token]
        if before:
            return self.of[before[-1].start]
        return self.groups[0] if self.groups else None


def blocs_of(doc: Doc) -> Blocs:
    """What :func:`blocs` found in a Doc."""
    return cast("Blocs", doc.user_data["blocs"])


@component("blocs")
def blocs(doc: Doc) -> None:
    """Find the mentions of blocs and put those of one bloc together."""
    found = tuple(mentions(doc))
    groups = _grouped(doc, [m for m in found if m.name])
    of = {m.start: group for group in groups for m in group.mentions}
    doc.user_data["blocs"] = Blocs(mentions=found, groups=tuple(groups), of=of)


_TYPE = re.compile(r"^(?:khối|cụm)(?: thi đua)?\s*", re.IGNORECASE)


def _words(name: str) -> list[str]:
    return [word.lstrip("0") or word for word in re.findall(r"\w+", match_form(_TYPE.sub("", name)))]


def _same(a: Mention, b: Mention) -> bool:
    if a.type != b.type:
        return False
    if bool(a.number) != bool(b.number):
        numbered, other = (a, b) if a.number else (b, a)
        return bool(numbered.also) and _words(numbered.also)[: len(_words(other.name))] == _words(other.name)
    if a.number:
        return a.number == b.number and not _of_others(a.owner, b.owner)
    short, long = sorted((_words(a.name), _words(b.name)), key=len)
    if _begins(short, long):
        return True
    rest = iter(long)
    return len(short) >= 3 and all(word in rest for word in short)


def _begins(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a longer name begins with a shorter one, whose words may be initials: "VH-XH" for "Văn hóa - Xã hội"."""
    at = 0
    for word in short:
        if long[at : at + 1] == [word]:
            at += 1
        elif 1 < len(word) <= len(long) - at and fold("".join(w[0] for w in long[at : at + len(word)])) == fold(word):
            at += len(word)
        else:
            return False
    return True


_KINDS_OF_OWNER = frozenset({"thuộc", "ngành", "bộ", "sở", "cục", "tổng", "lực", "lượng", "tỉnh", "khối", "toàn"})


def _of_others(a: str, b: str) -> bool:
    """Whether two owners are two bodies: every ministry counts its own clusters."""
    words = (set(re.findall(r"\w+", match_form(expand(owner)))) - _KINDS_OF_OWNER for owner in (a, b))
    short, long = sorted(words, key=len)
    return bool(short) and not short <= long


def _grouped(doc: Doc, mentions: Sequence[Mention]) -> list[Group]:
    groups: list[Group] = []
    aliases = {m.start for m in mentions if _renamed(doc, m)}
    bracketed = {m.start: before for before, m in pairwise(mentions) if _bracketed(doc, before, m)}
    aliases |= bracketed.keys()
    for mention in mentions:
        group = next((g for g in groups if any(_same(mention, m) for m in g.mentions)), None)
        full = next((g for g in groups if bracketed.get(mention.start) in g.mentions), None)
        if group is not None and full is not None and full is not group:
            full.mentions = [*group.mentions, *full.mentions]  # the title has told its by-name before
            groups.remove(group)
            group = full
        if group is None and mention.start in aliases and groups:
            group = groups[-1]
        if group is None and not mention.number:
            group = _named_in_full(mention, groups)
        if group is None:
            group = Group()
            groups.append(group)
        group.mentions.append(mention)
    for group in groups:
        _describe(doc, group, aliases)
    return groups


def _named_in_full(mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The one bloc of a kind of which a mention may be the short or the full name: "Khối Mặt trận và đoàn thể"."""
    first = _words(mention.name)[:2]
    short = " thi đua" not in match_form(mention.name)
    alike = [
        g
        for g in groups
        if any(
            m.type == mention.type
            and not m.number
            and _words(m.name)[:2] == first
            and (short or " thi đua" not in match_form(m.name))
            for m in g.mentions
        )
    ]
    return alike[0] if len(alike) == 1 else None


def _renamed(doc: Doc, mention: Mention) -> bool:
    """ "… từ năm nay Khối mang tên Khối thi đua số 11": a new name, not a new bloc."""
    before = doc[max(0, mention.start - 5) : mention.start].form
    return re.search(r"\b(?:mang tên|nay là|gọi là|đổi tên thành|gọi tắt là|đổi thành)\s*[(\"]?$", before) is not None


def _bracketed(doc: Doc, before: Mention, mention: Mention) -> bool:
    """ "Khối thi đua các ban của Tỉnh ủy (Khối 1)": what the bloc is called for short, or of what kind it is."""
    at = mention.start - 1
    return (
        0 <= at - before.end <= _OWNER
        and doc.words[at] == "("
        and doc[mention.end : mention.end + 1].text == ")"
        and all(doc.words[i].isalpha() for i in range(before.end, at))
    )


_OWNER = 6  # tokens that may tell whose a bloc is


def _describe(doc: Doc, group: Group, aliases: set[int]) -> None:
    title_end = _title_end(doc)
    own = [m for m in group.mentions if m.start not in aliases] or group.mentions
    in_body = [m for m in own if doc.offsets[m.start] >= title_end] or own
    if not any(m.owner for m in in_body):
        in_body += [m for m in own if m.owner]  # told in the title alone
    longest = _naming(in_body, own)
    group.name = longest.name
    placed = next((m for m in own if m.province or m.district), None)
    district = next((m.district for m in own if m.district), None)
    named = _TYPE.sub("", group.name)
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
    if placed and placed.province and group.level != "national":
        group.province = placed.province
        group.province_span = span_of(doc, placed.start, placed.end)
    elif (
        group.level in {"province", None}
        and not _MANY_PLACES.search(named)
        and not re.search(r"\btrung ương\b", named.lower())
    ):
        _infer_province(doc, group)


def _title_end(doc: Doc) -> int:
    blocks = doc.article.blocks
    return blocks[0].end if blocks and blocks[0].kind == "title" else 0


def _naming(mentions: Sequence[Mention], everywhere: Sequence[Mention]) -> Mention:
    """The mention with the longest name; a form met once that only adds lower-case words to one met twice ran on."""
    times = Counter(match_form(m.name) for m in everywhere)
    by_length = sorted(mentions, key=lambda m: (bool(m.owner), len(m.name.split())), reverse=True)
    longest = by_length[0]
    form = match_form(longest.name)
    shorter = next(
        (m for m in by_length if form.startswith(match_form(m.name) + " ") and times[match_form(m.name)] > 1), None
    )
    ran_on = shorter and times[form] == 1 and not longest.owner and longest.name[len(shorter.name) + 1].islower()
    return shorter if shorter and ran_on else longest


def _is_place(doc: Doc, i: int, entry: str, title_end: int) -> bool:
    """Whether the province's name at ``i`` means the province: in the title, or behind a word for it."""
    in_title = doc.offsets[i] < title_end and entry != "ho-chi-minh"  # the name of the man
    return in_title or _PLACE_BEFORE.search(doc.form[max(0, doc.offsets[i] - 12) : doc.offsets[i]]) is not None


_FOUNDS = re.compile(
    r"\b(?:chia|chia lại|thành lập|sắp xếp|tổ chức lại|về (?:việc )?tổ chức|kiện toàn|phân chia|phê duyệt)\b[^.]*"
    r"\b(?:cụm|khối)\b"
)
_COMMITTEE = re.compile(
    r"\b(?:ubnd|ủy ban nhân dân|hội đồng thi đua(?:,| -|,? và) khen thưởng)\s+(?:tỉnh|thành phố|tp\.?)\s*$"
)


def _founds(doc: Doc, group: Group, i: int) -> bool:
    """Whether the people's committee of the province at ``i`` forms the bloc: "UBND tỉnh A chia lại các cụm"."""
    form = doc.form
    end = doc[i].sent.end_char
    if _COMMITTEE.search(form[max(0, doc.offsets[i] - 60) : doc.offsets[i]]) is None:
        return False
    founds = _FOUNDS.search(form[doc.offsets[i] : end])
    # "quyết định về việc tổ chức các khối, cụm thi đua" forms all of which the article tells.
    in_sentence = any(doc[m.start].sent.start == doc[i].sent.start for m in group.mentions)
    return founds is not None and (in_sentence or " các khối" in founds[0] or " các cụm" in founds[0])


def _infer_province(doc: Doc, group: Group) -> None:
    """The only province that the article names, when the bloc is one of a province."""
    title_end = _title_end(doc)
    found = {
        i: entry
        for i, (_, entry) in starts(doc, "provinces").items()
        if doc.words[i][0].isupper() and _is_place(doc, i, entry, title_end)
    }
    named = {_TODAY.get(e, e) for i, (_, e) in starts(doc, "provinces").items() if doc.words[i][0].isupper()}
    founding = {entry for i, entry in found.items() if _founds(doc, group, i)}
    if len(named) == 1 or len(founding) == 1:
        found = {i: entry for i, entry in found.items() if len(named) == 1 or entry in founding}
    if (len(named) == 1 or len(founding) == 1) and found:
        i = min(found)
        group.province = PROVINCES[found[i]]
        group.province_span = span_of(doc, i, starts(doc, "provinces")[i][0])
        only = "the only province that the article names"
        group.province_inferred = only if len(named) == 1 else "the province whose people's committee forms the blocs"
        group.level = group.level or ("province" if founding else None)
