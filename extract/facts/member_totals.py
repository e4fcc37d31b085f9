"""How many members a bloc has, as told beside it or counted by the list."""

from __future__ import annotations

import re

from extract.facts.bloc import Group
from extract.facts.member_openings import FOUNDED_WITH, GATHERS, NOW
from extract.facts.mention import Mention
from extract.facts.said import NOUN, NUMBER, PLACE, Said, number
from extract.list_items import Item
from extract.lists import NUMBERS
from extract.model import Span
from extract.view import Doc
from extract.view import Span as Tokens

_PLACES_FIRST = re.compile(rf"{NUMBER}\s+{PLACE}\b")
_TOTAL_PLACES = re.compile(
    rf"\s*{NOW}(?:có|gồm|{FOUNDED_WITH}|{GATHERS}|quy tụ)\s+{NUMBER}\s+{PLACE}(?:(?:,| và)\s*{PLACE})*"
)
TOTAL_BEFORE = re.compile(rf"\b{NUMBER}\s+(?:thành viên|đơn vị thành viên|{PLACE})\s+(?:của|trong|thuộc)\s*$")
_AFTER_TOTAL = re.compile(r"\s*(?:[,.;:)(]|$|chứ\b|hoạt động\b|tham gia\b|đóng\b|thuộc\b|trên\b|với\b)")
_AWARDED = re.compile(r"\b(?:tặng|khen|cờ|suy tôn|đề nghị|danh hiệu|đạt|dẫn đầu|được)\b")
TOTAL_OF = re.compile(
    rf"\b{NUMBER}\s+(?:{NOUN}|{PLACE})(?:\s*,\s*(?:{NOUN}|{PLACE}|thành))*(?:\s+thành viên)?\s+(?:của|trong|thuộc)"
    r"\s*(?:toàn\s+)?$"
)


def count_of(opens: re.Match[str], before: str, told: int | None) -> int | None:
    """How many members there are, as told behind the bloc or before it."""
    if opens["n"]:
        return number(opens["n"])
    if opens.groupdict().get("told"):
        return number(opens["told"])
    form = opens.string
    places = _PLACES_FIRST.search(form, opens.end())
    if places and places.start() - opens.end() < 40 and not re.search(r"[,;]", form[opens.end() : places.start()]):
        return number(places["n"])
    total = TOTAL_BEFORE.search(before) or TOTAL_OF.search(before)
    return number(total["n"]) if total else told


def counted_heads(doc: Doc, items: tuple[Item, ...]) -> int | None:
    """ "gồm 6 Thuế tỉnh: A, B": how many the words before the first of them count, where as many follow."""
    start = min(span.start for span in items[0].spans)
    first = next((i for i in range(items[0].start, -1, -1) if doc.offsets[i] <= start), 0)
    words = (doc[max(0, first - n) : first].form for n in (2, 1))
    return next((n for w in words if (n := NUMBERS.get(w) or (int(w) if w.isdigit() else 0)) == len(items)), None)


def total_only(doc: Doc, group: Group, mention: Mention, opens: re.Match[str]) -> Said | None:
    """ "Khối hiện có 24 doanh nghiệp thành viên", not "Khối có 2 đơn vị được tặng Cờ thi đua"."""
    form = opens.string
    places = _TOTAL_PLACES.match(form)
    total = opens if opens["total"] else places
    if total is None or not total["n"]:
        return None
    end = opens.end("total") if opens["total"] else total.end()
    count = number(total["n"])
    if count < 2 or not _AFTER_TOTAL.match(form, end) or _AWARDED.search(form[end : end + 60].partition(".")[0]):
        return None
    evidence = Span(start=doc.offsets[mention.start], end=doc.offsets[mention.end] + end)
    return Said(group=group, count=count, rule="bloc.total", evidence=(evidence,))


def counted(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "7 đơn vị của Cụm thi đua số 5 đã …", and no award in the sentence."""
    before = doc.form[sent.start_char : doc.offsets[mention.start]]
    after = doc.form[doc.offsets[mention.end - 1] : sent.end_char]
    total = TOTAL_OF.search(before)
    if (
        not total
        or number(total["n"]) < 3
        or _AWARDED.search(after)
        or re.search(r"\b(?:có|trong đó|cho)\s+$", before[: total.start()])
    ):
        return None
    evidence = Span(start=sent.start_char + total.start(), end=doc[: mention.end].end_char)
    return Said(group=group, count=number(total["n"]), rule="bloc.total_of", evidence=(evidence,))
