"""Members told from their own side: "A và B thuộc Khối …", "bảy xã A, B chung một Khối", "A gia nhập Khối"."""

from __future__ import annotations

import re

from extract.facts.bloc import Group
from extract.facts.mention import Mention
from extract.facts.said import ATTENDED, MANY, NUMBER, ONE_OR_MANY, TOTAL, UNIT, Said, number, offset_token
from extract.list_items import Item
from extract.lists import NUMBERS, split_list
from extract.names import body_at, head_at, span_of
from extract.view import Doc
from extract.view import Span as Tokens

_ADVERBS = r"(?:(?:hiện|nay|đều|cùng|vốn|đang|được|đã|vừa|chính thức|lại|mới|sẽ)\s+)*"
_MEMBERS = rf"(?:{ONE_OR_MANY} )?(?:{UNIT} )?thành viên(?: của| trong| thuộc)?"
# "A, B thuộc Khối …", "A và B đều là thành viên của Cụm …".
_BELONGS = re.compile(
    rf"(?:\s(?:,\s*)?{_ADVERBS}(?:thuộc|trong|nằm trong|ở trong|là {_MEMBERS})"
    rf"|\s*[,(–-]\s*(?:là )?(?:(?:một trong )?(?:số )?{MANY} )?(?:{UNIT} )?"
    r"thành viên(?: của| trong| thuộc)?)\s*$"
)
# "Công an 3 tỉnh A, B, C (Cụm thi đua số 3) họp": bodies of one kind, and their bloc in brackets.
_BRACKETED = re.compile(r"\s\(\s*(?:thuộc )?$")
# Stronger: nothing but a member can be said so, even of "Khối" without its name.
_SHARES = re.compile(
    rf"\s(?:,\s*)?{_ADVERBS}(?:chung|là {_MEMBERS}|sinh hoạt (?:chung )?(?:trong|ở|tại)|ở chung|hợp thành"
    r"|tạo thành|xếp (?:chung )?(?:vào|trong)|phân (?:vào|về)|ghép (?:thành|vào)"
    r"|(?:góp mặt|có mặt) (?:trong|ở))\s*(?:một )?$"
)
_ENTERS = re.compile(
    rf"\s(?:,\s*)?{_ADVERBS}(?:tham gia(?: vào)?|gia nhập|kết nạp vào|bổ sung vào|chuyển (?:về|sang|vào)|tiếp nhận vào)"
    r"\s*$"
)
_AS_MEMBER = re.compile(rf"^\s*(?:với (?:vai trò|tư cách) (?:là )?|là )(?:một )?(?:trong những )?{_MEMBERS}\s*$")
_JOINS = re.compile(
    rf"\s*(?:đã |vừa |chính thức |sẽ |được )*"
    r"(?P<verb>tiếp nhận|kết nạp|bổ sung|đón(?=[^,.;]{0,20} thành viên)|có)(?P<more>\s+thêm)?\s+"
    rf"(?:(?:{NUMBER}\s+)?(?:{UNIT}\s+)?(?:thành viên\s+)?(?:mới\s+)?(?:là|gồm|:)?\s*:?\s*)?"
)
# Behind who has come in nothing is said of them but that they have.
_ENDS = re.compile(
    r"\s*(?:[.;]|$|(?:mới )?(?:gia nhập|tham gia|chuyển (?:sang|về|đến)|nâng|đưa)\b|,\s*(?:nâng|đưa|tổng|từ|do|sau)\b)"
)
_RAISED = re.compile(
    rf"\b(?:nâng|đưa) (?:tổng )?(?:số )?(?:đơn vị |thành viên )*(?:của (?:khối|cụm) )?(?:thành viên )?lên (?:thành )?"
    rf"{NUMBER}\b"
)
_WINNERS = re.compile(r"\b(?:tặng|cờ thi đua|bằng khen|khen thưởng|suy tôn)\b")
_FAR = 90  # tokens of a row before the bloc to which it belongs


def belonging(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Công an các tỉnh A, B thuộc Cụm …", "Là thành viên Khối …, Sở A": members named before or after, no winners."""
    before = doc.form[sent.start_char : doc.offsets[mention.start]]
    if _WINNERS.search(before):
        return None
    if mention.name and _AS_MEMBER.match(before):
        return _as_member(doc, sent, mention, group)
    enters = _ENTERS.search(before) if mention.name else None
    belongs = _SHARES.search(before) or enters or (_BELONGS.search(before) if mention.name else None)
    bracketed = _BRACKETED.search(before) if mention.name and not belongs else None
    belongs = belongs or bracketed
    if belongs is None:
        return None
    end = offset_token(doc, sent.start, mention.start, sent.start_char + belongs.start())
    end -= end > sent.start and doc.words[end - 1] == ","
    items = _row_before(doc, sent.start, end)
    if not items or _are_guests(doc, sent, items):
        return None
    if bracketed and (len(items) < 2 or any(len(item.spans) == 1 for item in items[1:])):
        return None
    said = Said(group=group, items=items, rule="member.belongs", evidence=(span_of(doc, items[0].start, mention.end),))
    if enters:
        said.joins = True
    return said


def _as_member(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    if mention.end + 1 >= sent.end or doc.words[mention.end] != ",":
        return None
    body = body_at(doc, mention.end + 1, sent.end)
    if body is None or doc[body.end : body.end + 1].text in {",", "và"}:
        return None
    items = split_list(doc, mention.end + 1, body.end)
    return Said(group=group, items=items, rule="member.belongs", evidence=(span_of(doc, mention.start, body.end),))


def _are_guests(doc: Doc, sent: Tokens, items: tuple[Item, ...]) -> bool:
    """Whether a row of bodies attends: of "dự có Sở A, Sở B và Sở C thuộc Khối" the last alone may belong to it."""
    before = doc.form[sent.start_char : doc.offsets[items[0].start]]
    return ATTENDED.search(before) is not None and any(len(item.spans) == 1 for item in items[1:])


def _row_before(doc: Doc, start: int, end: int) -> tuple[Item, ...]:
    """The row of bodies that ends at token ``end``."""
    for i in range(max(start, end - _FAR), end):
        counts = doc.norms[i] in {"các", "chi"} or doc.norms[i] in NUMBERS
        if head_at(doc, i) is None and not counts:
            continue
        items = split_list(doc, i, end)
        if items and items[-1].end == end:
            return items
    return ()


# "Trong Cụm, ngoài A là Cụm trưởng, còn có B".
_BESIDES = re.compile(r"\s*,?\s*(?:ngoài|bên cạnh|cùng với)\s+")
_STILL_HAS = re.compile(r"(?:,\s*|\s)(?:(?:khối|cụm)\s+)?(?:còn có|còn gồm|còn bao gồm|gồm có|gồm)\s*:?\s*")
# "chứng kiến lễ ký giao ước thi đua giữa A, B, C": those bind themselves whose bloc it is.
_SIGNED = re.compile(r"\bký (?:kết )?(?:bản )?giao ước(?: thi đua)?[^.;:,]{0,40}?\s(?:giữa|của)\s+")


_SAID_BETWEEN = re.compile(
    r"\s*(?:,?\s*(?:là |\()(?:đơn vị )?(?:(?:cụm|khối) (?:trưởng|phó)|(?:trưởng|phó) (?:cụm|khối))"
    r"[^,()]{0,40}\)?)?,?\s*"
)
_DO = re.compile(r"\s*(?:đã |vừa |cũng )*(?:được|đạt|nhận|đoạt|dẫn đầu|có|là)\b")


def _after(doc: Doc, items: tuple[Item, ...]) -> int:
    return doc[: items[-1].end].end_char


def beside(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Trong Cụm thi đua số 4, ngoài xã A là Cụm trưởng, còn có xã B và xã C": all three."""
    start = doc.offsets[mention.end] if mention.end < sent.end else sent.end_char
    form = doc.form[start : sent.end_char]
    opens = _BESIDES.match(form)
    still = _STILL_HAS.search(form, opens.end()) if opens else None
    if opens is None or still is None:
        return None
    limit = offset_token(doc, mention.end, sent.end, start + still.start())
    first = split_list(doc, offset_token(doc, mention.end, sent.end, start + opens.end()), limit)
    others = split_list(doc, offset_token(doc, mention.end, sent.end, start + still.end()), sent.end)
    if not first or not others or not _SAID_BETWEEN.fullmatch(doc.form[_after(doc, first) : start + still.start()]):
        return None
    if _DO.match(doc.form[_after(doc, others) : sent.end_char]):
        return None  # "ngoài A, còn có B được tặng Bằng khen"
    evidence = (span_of(doc, mention.start, others[-1].end),)
    return Said(group=group, items=(*first, *others), rule="member.gom", evidence=evidence)


def signed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Thường trực Khối thi đua II chứng kiến lễ ký giao ước giữa Công đoàn 4 Bộ: A; B": as many as are counted."""
    offset = doc.offsets[mention.end] if mention.end < sent.end else sent.end_char
    opens = _SIGNED.search(doc.form[offset : sent.end_char])
    if opens is None:
        return None
    total = re.match(TOTAL, doc.form[offset + opens.end() : sent.end_char])
    begin = offset_token(doc, mention.end, sent.end, offset + opens.end())
    start = offset_token(doc, begin, sent.end, offset + opens.end() + total.end()) if total else begin
    items = split_list(doc, start, sent.end) or split_list(doc, begin, sent.end)
    counted = next((int(t.text) for t in doc[begin : begin + 6] if t.text.isdigit() and len(t) < 3), None)
    if len(items) < 3 or len(items) != counted:
        return None
    evidence = (span_of(doc, mention.start, items[-1].end),)
    return Said(group=group, items=items, count=counted, rule="member.signed", evidence=evidence)


def joined(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "từ năm 2022, Khối tiếp nhận thêm A, nâng tổng số thành viên lên 8"."""
    offset = doc.offsets[mention.end] if mention.end < sent.end else sent.end_char
    form = doc.form[offset : sent.end_char]
    joins = _JOINS.match(form)
    if not joins:
        return None
    i = offset_token(doc, mention.end, sent.end, offset + joins.end())
    told = number(joins["n"]) if joins["n"] else None
    items = split_list(doc, i, sent.end, count=told)
    raised = _RAISED.search(form)
    free = split_list(doc, i, sent.end, count=told, kinds="any")
    if len(free) > len(items) and (raised or len(free) == told):
        items = free
    told_so = joins["more"] or re.match(r"\s*được bổ sung", form)
    if not items or not (raised or told_so):
        return None
    if joins["verb"] == "có" and not raised and not _ENDS.match(doc.form[_after(doc, items) : sent.end_char]):
        return None  # "Khối có thêm Sở A được tặng Cờ thi đua"
    count = number(raised["n"]) if raised else None
    evidence = (span_of(doc, sent.start, sent.end),)
    return Said(group=group, items=items, count=count, joins=True, rule="member.joins", evidence=evidence)
