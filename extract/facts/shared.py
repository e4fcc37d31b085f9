"""What the words before a list say that all its items are: "Công an 4 huyện Cụm thi đua số 3 gồm A, B".

The kind is told before the bloc ("lãnh đạo 5 xã thành viên của Cụm: A, B") or is the bloc's own theme ("Cụm thi đua các
huyện ven biển gồm A, B"). Where two kinds are told ("các huyện, thị xã") none is shared.
"""

from __future__ import annotations

import re

from extract.facts.mention import Mention
from extract.facts.said import NUMBER, PLACE, number, offset_token
from extract.list_heads import Head
from extract.names import LOCALITY, head_at, name_end
from extract.view import Doc
from extract.view import Span as Tokens

_INNER = rf"(?P<place>{PLACE})|(?P<inner>bộ|sở|ban)"
_BEFORE = re.compile(rf"\b(?:{NUMBER}|các)\s+(?:{_INNER})\s+(?:thành viên\s+)?(?:(?:của|trong|thuộc)\s+)?(?:toàn\s+)?$")
_THEME = re.compile(rf"(?:(?:số )?(?:\d+|[ivx]+) )?các (?!tỉnh)(?P<place>{PLACE})(?!\s*(?:,|và|-|/)\s*\w)")
_SCHOOLS = re.compile(r"các (?P<school>trường (?:thpt|thcs|tiểu học|mầm non))(?!\s*(?:,|và|-|/)\s*\w)")
_FAR = 12  # tokens of a body before the number of its places


def shared_head(doc: Doc, sent: Tokens, mention: Mention) -> Head | None:
    """The head that the items listed behind a bloc share, by the words before it or by its theme."""
    return _counted(doc, sent, mention) or _themed(doc, mention)


def counted_before(doc: Doc, sent: Tokens, mention: Mention) -> int | None:
    """How many places are counted right before a bloc: "5 xã thành viên trong Cụm"."""
    found = _BEFORE.search(doc.form[sent.start_char : doc.offsets[mention.start]])
    return number(found["n"]) if found and found["n"] else None


def _counted(doc: Doc, sent: Tokens, mention: Mention) -> Head | None:
    found = _BEFORE.search(doc.form[sent.start_char : doc.offsets[mention.start]])
    if found is None:
        return None
    first = offset_token(doc, sent.start, mention.start, sent.start_char + found.start())
    group = "place" if found["place"] else "inner"
    noun = offset_token(doc, sent.start, mention.start, sent.start_char + found.start(group))
    end = offset_token(doc, sent.start, mention.start, sent.start_char + found.end(group))
    body = _body_before(doc, sent.start, first)
    words = doc.between(noun, end)
    if body is None:
        return Head(words=words, start=noun, end=end, kind=LOCALITY) if group == "place" else None
    start, kind = body
    inner = LOCALITY if group == "place" else "ministry" if words.lower() == "bộ" else "office"
    words = f"{doc.between(start, first)} {words}"
    return Head(words=words, start=start, end=end, kind=kind, outer=first, inner=inner)


def _body_before(doc: Doc, start: int, end: int) -> tuple[int, str] | None:
    """The body whose name ends at ``end``: "Công an" of "Công an 4 huyện"; a people's committee is its place."""
    for i in range(max(start, end - _FAR), end):
        head = head_at(doc, i)
        if head and head[1] not in {LOCALITY, "authority"} and name_end(doc, head[0], end) == end:
            return i, head[1]
    return None


def _themed(doc: Doc, mention: Mention) -> Head | None:
    start = doc.offsets[mention.theme]
    theme = doc[mention.theme : mention.end].form
    found = _THEME.match(theme) or _SCHOOLS.match(theme)
    if not mention.name or found is None:
        return None
    kind = LOCALITY if found.re is _THEME else "school"
    begin = offset_token(doc, mention.theme, mention.end, start + found.start(found.lastindex or 0))
    end = offset_token(doc, mention.theme, mention.end, start + found.end(found.lastindex or 0))
    words = doc.between(begin, end)
    return Head(words=words if kind == LOCALITY else words[:1].upper() + words[1:], start=begin, end=end, kind=kind)
