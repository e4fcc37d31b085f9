"""Items of an enumeration, and what they share: a tail said once, a category said once, "và" inside a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Span
from extract.names import expand, head_at, span_of
from extract.view import Doc

# Kinds of bodies that exist once in every province, so that one "tỉnh" at the end serves a whole row of them.
_SHARES_TAIL = frozenset({"union", "force", "court", "office", "authority"})
# Kinds of bodies that every district has.
_IN_PLACES = frozenset({"court", "force", "union", "party"})
# Among these the row goes on: "Hội A, Tỉnh đoàn, Hội B tỉnh".
_IN_ROWS = _SHARES_TAIL | {"other"}
# Names that tell their level: "Tỉnh đoàn".
_WHOLE = ("tỉnh đoàn", "thành đoàn", "huyện đoàn")
_TAILS = frozenset({"tỉnh", "thành phố", "huyện", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One body of an enumeration: its full name, the spans it rests on, its kind, and its own tokens."""

    name: str
    spans: tuple[Span, ...]
    kind: str
    start: int
    end: int


def joined(doc: Doc, items: Sequence[Item], before: int) -> list[Item]:
    """The items with those around a last "và" made one."""
    if before + 1 >= len(items):
        return list(items)
    left, right = items[before], items[before + 1]
    if any(len(item.spans) < 2 and item.kind != "other" for item in (left, right)):
        return list(items)
    name = f"{left.name} {expand(doc.between(left.end, right.end))}"
    span = Span(start=left.spans[-1].start, end=right.spans[-1].end)
    one = replace(left, name=name, spans=(*left.spans[:-1], span), end=right.end)
    return [*items[:before], one, *items[before + 2 :]]


def both_kinds(doc: Doc, items: Sequence[Item]) -> list[Item]:
    """ "TAND và VKSND các huyện A, B": heads told alone before a plural one are in each of its places too."""
    out: list[Item] = []
    alone: list[Item] = []
    for k, item in enumerate(items):
        if _is_head_alone(doc, item):
            alone.append(item)
            continue
        if alone and doc[alone[-1].end + 2 : alone[-1].end + 3].text == "các":
            shared = expand(doc.words[alone[-1].end + 1]) + " "
            run = [i for i in items[k:] if i.name.startswith(shared) and i.spans[0].start == item.spans[0].start]
            out += [_in_place(bare, other, shared) for bare in alone for other in run]
        else:
            out += alone
        alone = []
        out.append(item)
    return [*out, *alone]


def _in_place(head: Item, item: Item, shared: str) -> Item:
    return replace(item, name=f"{head.name} {item.name.removeprefix(shared)}", spans=(*head.spans, *item.spans))


def _is_head_alone(doc: Doc, item: Item) -> bool:
    """Whether an item is a head without a name behind it, and another body follows: "TAND" in "TAND và VKSND"."""
    joins = doc[item.end : item.end + 1].text in {"và", ","} and head_at(doc, item.end + 1) is not None
    return joins and item.end == item.start + 1 and item.kind in _IN_PLACES


def with_category(doc: Doc, start: int, items: Sequence[Item]) -> list[Item]:
    """ "9 công đoàn: Công đoàn Bộ A, Bộ B, Cục C": the category that the first item alone repeats is shared by all."""
    if len(items) < 3 or start < 2 or doc.words[start - 1] != ":":
        return list(items)
    words = doc.between(max(0, start - 3), start - 1).lower()
    first = items[0]
    if first.start != start or not words or not first.name.lower().startswith(words):
        return list(items)
    if any(item.name.lower().startswith(words) for item in items[1:]):
        return list(items)
    length = len(doc[max(0, start - 3) : start - 1])
    shared = span_of(doc, start, start + length)
    head = doc.between(start, start + length)
    return [first, *(replace(i, name=f"{head} {i.name}", spans=(shared, *i.spans), kind=first.kind) for i in items[1:])]


def in_own_cities(items: Sequence[Item]) -> list[Item]:
    """ "5 thành phố: A, thành phố B, C": one that writes the word itself shows that the others go without it."""
    word = " thành phố "
    own = [i for i in items if word in f" {i.name.lower()}" and len(i.spans) == 2 and _from_text(i)]
    bare = [i for i in items if i not in own and len(i.spans) == 2 and word in f" {i.name.lower()}"]
    if not own or not bare:
        return list(items)
    return [replace(i, name=f" {i.name}".replace(word, " ").strip()) if i in bare else i for i in items]


def _from_text(item: Item) -> bool:
    """Whether the words for its place stand in the item itself."""
    return item.spans[-1].end - item.spans[-1].start > len(item.name.split("thành phố ")[-1])


_OF_PROVINCE = re.compile(r" tỉnh (?:[A-ZĐ]\w+ ?){2,3}$")
# Organs of a party committee: their names alone tell whose they are not.
_PARTY_ORGANS = re.compile(
    r"(?:Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Tuyên giáo và Dân vận)|Ủy ban Kiểm tra|Văn phòng)"
)
# "Chi nhánh Agribank Tân Hải": what bears the name of its place needs no tail.
_ITS_PLACE = re.compile(r" (?!Hồ Chí Minh$)(?:[A-ZĐÂÁÀĂÊÔƠƯ][a-zà-ỹ]+ ){1,2}[A-ZĐÂÁÀĂÊÔƠƯÝ][a-zà-ỹ]+$")
# Kinds of schools as lists of schools shorten them.
_SCHOOL = re.compile(r"(?:ĐH|CĐ|TC|THPT|THCS|TH|MN|PTDTNT|PTDT|Cao đẳng|Trung cấp)(?= [\w(])")
_SCHOOL_WORDS = {"TC": "Trung cấp", "CĐ": "Cao đẳng", "ĐH": "Đại học"}


def schools(doc: Doc, start: int, items: Sequence[Item]) -> list[Item]:
    """ "3 trường: ĐH A, CĐ B, TC C": each is a trường of its kind, by the noun that counts them."""
    kinds = [_SCHOOL.match(doc.between(item.start, item.end)) for item in items]
    noun = next(
        (i for i in range(min(start + 2, len(doc) - 1), max(-1, start - 7), -1) if doc.norms[i] == "trường"), None
    )
    if noun is None or sum(kind is not None for kind in kinds) < 2:
        return list(items)
    return [_as_school(doc, noun, item) if kind else item for item, kind in zip(items, kinds, strict=True)]


def _as_school(doc: Doc, noun: int, item: Item) -> Item:
    words = doc.between(item.start, item.end)
    words = _SCHOOL.sub(lambda m: _SCHOOL_WORDS.get(m[0], m[0]), words, count=1)
    spans = (span_of(doc, noun, noun + 1), item.spans[-1])
    return replace(item, name=expand(f"Trường {words}"), spans=spans, kind="school")


def with_tails(doc: Doc, items: Sequence[Item]) -> list[Item]:
    """Give the tail at an item's end to the items before it that lack one and stand in the same row."""
    out = list(items)
    tail: str | None = None
    for k in range(len(out) - 1, 0, -1):
        left, right = out[k - 1], out[k]
        if ";" in doc.between(left.end, right.start):
            tail = None
        own = _tail(right.name)
        if own:
            shared = own.endswith("ủy") or _kind(doc, right) in _IN_ROWS
            tail, at = own if shared else None, right.spans[-1].end
        elif tail and _kind(doc, right) not in _IN_ROWS:
            tail = None
        if tail is None or ";" in doc.between(left.end, right.start) or _tail(left.name) or _has_place(left.name):
            continue
        same_head = left.name.split()[0] == right.name.split()[0] and len(left.spans) + len(right.spans) > 2
        if tail.endswith("ủy"):
            shares = same_head or _PARTY_ORGANS.fullmatch(left.name) is not None
        else:
            shares = _kind(doc, left) in _SHARES_TAIL and not _ITS_PLACE.search(left.name)
        if shares and not left.name.lower().endswith(_WHOLE):
            name = expand(f"{left.name} {tail}")
            out[k - 1] = replace(left, name=name, spans=(*left.spans, Span(start=at - len(tail), end=at)))
    return out


def _kind(doc: Doc, item: Item) -> str:
    """The kind of an item; a bare head ("LĐLĐ") is of its head's kind."""
    head = head_at(doc, item.start) if item.kind == "other" or item.end == item.start + 1 else None
    return head[1] if head else item.kind


def _tail(name: str) -> str | None:
    if named := _OF_PROVINCE.search(name):
        return named[0].strip()
    lower = name.lower()
    return next((name[-len(t) :] for t in sorted(_TAILS, key=len, reverse=True) if lower.endswith(" " + t)), None)


def _has_place(name: str) -> bool:
    return any(
        f" {word} " in f" {name.lower()} "
        for word in ("tỉnh", "thành phố", "huyện", "thị xã", "việt nam", "trung ương")
    )
