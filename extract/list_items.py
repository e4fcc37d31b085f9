"""Items of an enumeration, and what they share: a tail said once, a category said once, "và" inside a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.model import Span
from extract.names import expand, span_of

# Kinds of bodies that exist once in every province, so that one "tỉnh" at the end serves a whole row of them.
_SHARES_TAIL = frozenset({"union", "force", "court", "office", "authority"})
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
    if len(right.spans) < 2 or len(left.spans) < 2:
        return list(items)
    name = f"{left.name} {expand(doc[left.end : right.end].text)}"
    span = Span(start=left.spans[-1].start, end=right.spans[-1].end)
    one = replace(left, name=name, spans=(left.spans[0], span), end=right.end)
    return [*items[:before], one, *items[before + 2 :]]


def with_category(doc: Doc, start: int, items: Sequence[Item]) -> list[Item]:
    """ "9 công đoàn: Công đoàn Bộ A, Bộ B, Cục C": the category that the first item alone repeats is shared by all."""
    if len(items) < 3 or start < 2 or doc[start - 1].text != ":":
        return list(items)
    words = doc[max(0, start - 3) : start - 1].text.lower()
    first = items[0]
    if first.start != start or not words or not first.name.lower().startswith(words):
        return list(items)
    if any(item.name.lower().startswith(words) for item in items[1:]):
        return list(items)
    length = len(doc[max(0, start - 3) : start - 1])
    shared = span_of(doc, start, start + length)
    head = doc[start : start + length].text
    return [first, *(replace(i, name=f"{head} {i.name}", spans=(shared, *i.spans), kind=first.kind) for i in items[1:])]


def with_tails(doc: Doc, items: Sequence[Item]) -> list[Item]:
    """Give the tail at an item's end to the items before it that lack one and stand in the same row."""
    out = list(items)
    for k in range(len(out) - 1, 0, -1):
        tail = _tail(out[k].name)
        left, right = out[k - 1], out[k]
        if tail is None or _tail(left.name) or _has_place(left.name) or ";" in doc[left.end : right.start].text:
            continue
        party = tail.endswith("ủy")
        same_head = left.name.split()[0] == right.name.split()[0] and len(left.spans) + len(right.spans) > 2
        if same_head if party else (left.kind in _SHARES_TAIL and right.kind in _SHARES_TAIL):
            at = right.spans[-1].end
            out[k - 1] = replace(
                left, name=f"{left.name} {tail}", spans=(*left.spans, Span(start=at - len(tail), end=at))
            )
    return out


def _tail(name: str) -> str | None:
    lower = name.lower()
    return next((name[-len(t) :] for t in sorted(_TAILS, key=len, reverse=True) if lower.endswith(" " + t)), None)


def _has_place(name: str) -> bool:
    return any(
        f" {word} " in f" {name.lower()} "
        for word in ("tỉnh", "thành phố", "huyện", "thị xã", "việt nam", "trung ương")
    )
