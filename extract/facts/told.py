"""Members told away from their bloc: one sentence later, or in a line that begins with the bloc."""

from __future__ import annotations

import re

from extract.facts.bloc import Blocs, Group
from extract.facts.mention import Mention
from extract.facts.said import MANY, NOUN, NUMBER, PLACE, TOTAL, UNIT, Said, number, offset_token
from extract.list_items import Item
from extract.lists import split_list
from extract.model import Span
from extract.names import span_of
from extract.text import match_form
from extract.view import Doc
from extract.view import Span as Tokens

_KINDS = rf"(?:{NOUN}|{PLACE})(?:\s*(?:,|và)\s*(?:{NOUN}|{PLACE}))*"
# "Mười địa phương ấy là …", "Đó là …": who was counted in the sentence before.
_THESE = re.compile(
    rf"\s*(?:-\s*)?(?:(?:đó|ấy|đây) (?:chính )?là|(?:cụ thể|gồm|bao gồm|gồm có|trong đó có|lần lượt là)"
    rf"|{MANY}\s+{_KINDS}(?:\s+thành viên)?(?:\s+(?:ấy|này|đó|trên|nói trên|kể trên|nêu trên))?"
    rf"\s*(?:(?:bao )?gồm(?: có)?|(?:lần lượt |chính )?là|:))\s*:?\s*"
)
# "Các đơn vị thành viên gồm …", "Thành viên là …": of the bloc of which the article speaks.
_MEMBERS = re.compile(
    rf"\s*(?:-\s*)?(?:(?:{MANY}|danh sách(?: các)?)\s+)?(?:{UNIT}\s+)?"
    r"thành viên(?: (?:hiện nay|chính thức|hiện tại|tham gia|khác|còn lại))?\s*"
    r"(?:(?:bao )?gồm(?: có)?|(?:lần lượt |chính )?là|:)"
    r"\s*:?\s*"
)
_SOME = re.compile(
    rf"\b(?:một số|nhiều|vài) (?:{UNIT} )?thành viên (?:tiêu biểu )?"
    r"(?:như|gồm|là)\s*:?\s*"
)
_NOT_MEMBERS = re.compile(r"\b(?:tổ|ban (?:tổ chức|giám khảo|điều hành|chấp hành)|đoàn|hội đồng|giám khảo|trọng tài)\b")
# The heading of a set of lines that divide bodies into blocs; the lines of winners or offices are none.
_DIVIDES = re.compile(
    r"\b(?:chia|phân chia|thành lập|tổ chức|kiện toàn|sắp xếp|củng cố|danh sách|có|gồm|thành phần|thành viên)\b"
    r"[^.]*\b(?:khối|cụm)\b"
)
_OTHER_LINES = re.compile(
    r"\b(?:tặng|khen|cờ thi đua|suy tôn|danh hiệu|dẫn đầu|xếp hạng|kết quả|giải|điểm|trưởng|chủ trì|dự|giao ban|lịch)\b"
)
_LINE = re.compile(
    rf"(?:\s*\((?:gồm |có )?{NUMBER}\s+{_KINDS}(?:\s+thành viên)?\))?\s*[:|]\s*(?:(?:bao )?gồm(?: có)?|có)?\s*:?\s*"
    rf"(?P<rest>(?:các )?{_KINDS} còn lại\s*,?\s*(?:trong đó )?(?:có|gồm)\s*)?"
)
_LINE_TOTAL = re.compile(rf"\s*[:|(]\s*(?:gồm |có )?{TOTAL}")
# The head of a table with one bloc a row.
_HEADER = re.compile(r"(?:^|\|)\s*(?:tên )?(?:khối|cụm)\b[^|]*\|[^|]*\b(?:thành viên|đơn vị|cơ quan)\b")
_BULLETS = frozenset({"-", "–", "+", "•", "*"})
_LINES_BACK = 30


def limit_of(doc: Doc, sent: Tokens) -> int:
    """The end of the sentence, or of the bullets under it when it ends in a colon."""
    end = sent.end
    last = next((i for i in range(end - 1, sent.start, -1) if not doc.words[i].isspace()), end)
    if last == end or doc.words[last] != ":":
        return end
    while end < len(doc) and (doc.words[end] in _BULLETS or _numbered(doc, end)):
        end = next((i for i in range(end, len(doc)) if "\n" in doc.words[i]), len(doc) - 1) + 1
    return end


def _numbered(doc: Doc, i: int) -> bool:
    """Whether a line that begins at ``i`` is numbered: "1. Sở Y tế", "2) Sở Nội vụ"."""
    return doc.words[i].isdigit() and len(doc[i]) < 3 and doc[i + 1 : i + 2].text in {".", ")", "/", "-"}


def more_names(doc: Doc, i: int, limit: int, count: int | None, known: tuple[Item, ...]) -> tuple[Item, ...]:
    """A list read again with names of any kind, where that makes it whole; else ``known``."""
    if i >= limit:
        return known
    free = split_list(doc, i, limit, count=count, kinds="any")
    whole = len(free) == count or (len(free) > max(2, len(known)) and (count is None or len(free) < count))
    return free if whole else known


def told_on(doc: Doc, found: Blocs, sent: Tokens, last: Said | None) -> Said | None:
    """A sentence that lists the members without naming the bloc; ``last``: what was said of a bloc just before."""
    form = sent.form
    if some := _SOME.search(form):
        return _some(doc, found, sent, sent.start_char + some.end())
    counted = last is not None and not last.items and last.count is not None
    these = _THESE.match(form) if counted else None
    opens = these or _MEMBERS.match(form)
    group = last.group if last and these else found.near(sent.start)
    if opens is None or group is None or (not these and _NOT_MEMBERS.search(form[: opens.end()])):
        return None
    own = number(opens["n"]) if opens["n"] else None
    count = own or (last.count if last and these else None)
    if these and last and own and own != last.count:
        return None
    limit = limit_of(doc, sent)
    i = offset_token(doc, sent.start, limit, sent.start_char + opens.end())
    items = more_names(doc, i, limit, count, split_list(doc, i, limit, count=count))
    if not items or (these and len(items) != count) or (len(items) < 2):
        return None
    told_before = last.evidence if last and these else ()
    evidence = (*told_before, span_of(doc, sent.start, items[-1].end))
    year, inferred = (last.year, last.inferred) if last and these else (None, ())
    return Said(
        group=group, items=items, count=count, year=year, rule="member.told_on", evidence=evidence, inferred=inferred
    )


_REST = re.compile(
    rf"\b(?:{NUMBER}|các)\s+{_KINDS}(?:\s+thành viên)?(?:\s+(?:khác|nữa))?\s+còn lại(?: (?:trong|của) (?:khối|cụm))?"
    r"\s+(?:là|gồm)\s*:?\s*"
)


def the_rest(doc: Doc, sent: Tokens, last: Said | None) -> Said | None:
    """ "A làm Khối trưởng, B làm Khối phó, hai đơn vị còn lại là C và D": all, where they are as many as were told."""
    if last is None or last.count is None:
        return None
    opens = _REST.search(sent.form)
    if opens is None:
        return None
    i = offset_token(doc, sent.start, sent.end, sent.start_char + opens.end())
    others = split_list(doc, i, sent.end, count=number(opens["n"]) if opens["n"] else None)
    first = last.items or _leading(doc, sent.start, offset_token(doc, sent.start, i, sent.start_char + opens.start()))
    if not others or len(first) + len(others) != last.count:
        return None
    evidence = (*last.evidence, span_of(doc, sent.start, others[-1].end))
    return Said(
        group=last.group,
        items=(*first, *others),
        count=last.count,
        year=last.year,
        rule="member.told_on",
        evidence=evidence,
        inferred=last.inferred,
    )


def _leading(doc: Doc, start: int, end: int) -> tuple[Item, ...]:
    """Those of whom an office is told before: "A làm Khối trưởng, B và C làm Khối phó"."""
    items: list[Item] = []
    while start < end:
        found = split_list(doc, start, end)
        items += found
        start = max(found[-1].end if found else start, start + 1)
    return tuple(items)


def _some(doc: Doc, found: Blocs, sent: Tokens, offset: int) -> Said | None:
    group = found.near(sent.start)
    items = split_list(doc, offset_token(doc, sent.start, sent.end, offset), sent.end)
    return Said(group=group, items=items, rule="member.some") if group and items else None


def told_on_later(last: Said, sent: Tokens) -> bool:
    """Whether what was said of a bloc may still be told on behind this sentence: it was said at most one before."""
    return bool(last.evidence) and sent.start_char - last.evidence[-1].end < 200 and not last.items


def in_line(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "- Khối thi đua Nội chính: Sở A, Sở B", "Cụm thi đua số 1 (2 xã): A, B" under "… chia làm 3 khối:"."""
    before = doc.form[sent.start_char : doc.offsets[mention.start]]
    starts_line = re.fullmatch(r"\s*(?:[-–+•*]\s*)?(?:\w{1,3}[.)]\s*)?", before) is not None
    in_row = re.search(r"[;:]\s*$", before) is not None and _DIVIDES.search(before) is not None
    if not mention.name or not (starts_line or in_row):
        return None
    offset = doc.offsets[mention.end] if mention.end < sent.end else sent.end_char
    form = doc.form[offset : sent.end_char]
    line, total = _LINE.match(form), _LINE_TOTAL.match(form)
    opens = line if total is None or (line and line["n"]) else total
    if opens is None or not (in_row or opens["n"] or _under_division(doc, sent)):
        return None
    count = number(opens["n"]) if opens["n"] else None
    limit = limit_of(doc, sent)
    start = offset_token(doc, mention.end, limit, offset + opens.end())
    items = split_list(doc, start, limit, count=count)
    if opens["n"] and len(items) != count and (opens is total or not _under_division(doc, sent)):
        items = ()
    few = 1 if line and line["rest"] else 2
    if len(items) < few and (count is None or not (in_row or _under_division(doc, sent))):
        return None
    items = items if len(items) >= few else ()
    end = items[-1].spans[-1].end if items else offset + opens.end()
    evidence = Span(start=doc.offsets[mention.start], end=end)
    return Said(group=group, items=items, count=count, rule="member.line", evidence=(evidence,))


def _under_division(doc: Doc, sent: Tokens) -> bool:
    """Whether the lines among which a sentence stands divide bodies into blocs."""
    spans = [s for s in doc.sents if s.start < sent.start][-_LINES_BACK:]
    for before in reversed(spans):
        form = match_form(before.text)
        if "|" in form and _HEADER.search(form):
            return True
        if _OTHER_LINES.search(form) and not _DIVIDES.search(form):
            if re.match(r"\s*(?:[-–+•*]|\w{1,3}[.)]|khối|cụm)\s*", form):
                continue
            return False
        if _DIVIDES.search(form) and not re.match(r"\s*(?:[-–+•*]\s*)?(?:khối|cụm)\b", form):
            return _OTHER_LINES.search(form) is None or ":" in form[-3:]
        if not re.match(r"\s*(?:[-–+•*]|\w{1,3}[.)]|khối|cụm)", form) and "|" not in form:
            return False
    return False
