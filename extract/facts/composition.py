"""What sentences say of a bloc's composition: its members, how many they are, and for which year.

A list opens behind the bloc ("Khối gồm: A; B"), in brackets, or stands before it ("A và B thuộc Khối …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from extract.dates import find_years, published_day
from extract.facts.bloc import Blocs, Group
from extract.facts.mention import Mention
from extract.lists import Item, split_list
from extract.model import Span
from extract.names import body_at, expand, head_at, span_of
from extract.text import match_form
from extract.tokens import form_of

_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_PLACE = r"(?:tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|quận|đặc khu)"
_NOUN = (
    r"(?:cơ quan|đơn vị|thành viên|doanh nghiệp|địa phương|tổ chức|sở|ngành|bộ|trường|công đoàn|hội|ban|chi nhánh"
    r"|ngân hàng|công ty|viện|báo|huyện ủy|đảng bộ)"
)
# What may stand between a bloc and the list of its members; without "gồm" a colon or a known head must open the list.
_OPENS = re.compile(
    rf"(?:\s*\((?:sau đây )?(?:gọi tắt|viết tắt)[^)]{{1,40}}\))?\s*[,(:]?\s*"
    rf"(?:(?:hiện|nay|hiện nay|vẫn|đang|nay đã|được|thành lập|chính thức|chỉ)\s+)*"
    rf"(?:(?:năm \d{{4}}|thành lập [^;:]{{3,160}}?|có sự (?:thay đổi|điều chỉnh|biến động)[^,;:]{{0,40}}),?\s*"
    rf"(?=(?:bao )?gồm))?"
    rf"(?P<verb>(?:bao )?gồm(?: có)?|(?:có|với) sự tham gia của|có|còn|với|quy tụ|tập hợp|là)\s*:?\s*"
    rf"(?:(?P<total>(?:{_N}|các|những)\s+{_NOUN}(?:\s*(?:,|và)\s*{_NOUN})*"
    rf"(?:\s+(?:thành viên|trực thuộc|tham gia|cấp tỉnh))*)\s*"
    rf"(?P<then>[,:(]?\s*(?:(?:bao )?gồm(?: có)?|là|trong đó có|như)?\s*:?)\s*)?"
)
_PLACES_FIRST = re.compile(rf"{_N}\s+{_PLACE}\b")
_TOTAL_PLACES = re.compile(rf"\s*(?:hiện\s+)?(?:có|gồm)\s+{_N}\s+{_PLACE}(?:,\s*{_PLACE})*")
_TOTAL_BEFORE = re.compile(rf"\b{_N}\s+(?:thành viên|đơn vị thành viên|{_PLACE})\s+(?:của|trong|thuộc)\s*$")
_AFTER_TOTAL = re.compile(r"\s*(?:[,.;:)(]|$|chứ\b|hoạt động\b|tham gia\b|đóng\b|thuộc\b|trên\b|với\b)")
_ATTENDED = re.compile(r"\b(?:dự|tham dự|đến dự|về dự|đại diện)\b[^,;:]*$")
_ACTS = re.compile(r"\s*(?:đã |được |vừa |cùng )*(?:đạt|dẫn đầu|đứng đầu|xếp|nhận|tặng|đoạt|làm tốt|được|là)\b")
_AWARDED = re.compile(r"\b(?:tặng|khen|cờ|suy tôn|đề nghị|danh hiệu|đạt|dẫn đầu|được)\b")
_TOTAL_OF = re.compile(
    rf"\b{_N}\s+(?:{_NOUN}|{_PLACE})(?:\s*,\s*(?:{_NOUN}|{_PLACE}|thành))*(?:\s+thành viên)?\s+(?:của|trong|thuộc)"
    r"\s*(?:toàn\s+)?$"
)
# "A, B thuộc Khối …", "A và B đều là thành viên của Cụm …", "Là thành viên Khối …, A đã …".
_BELONGS = re.compile(
    r"\s(?:,\s*)?(?:thuộc|trong|(?:đều |cùng )?là (?:các |những |một )?(?:(?:đơn vị|cơ quan) )?thành viên"
    r"(?: của| trong| thuộc)?)\s*$"
)
_AS_MEMBER = re.compile(
    r"^\s*(?:với vai trò |với tư cách )?là (?:một )?(?:trong những )?(?:(?:đơn vị|cơ quan) )?thành viên"
    r"(?: của| trong| thuộc)?\s*$"
)
_SOME = re.compile(r"\bmột số (?:đơn vị |doanh nghiệp )?thành viên (?:tiêu biểu )?(?:như|gồm|là)\s*:?\s*")
_JOINS = re.compile(r"\s*(?:tiếp nhận|kết nạp|bổ sung|có)\s+thêm\s+(?:thành viên\s+(?:mới\s+)?(?:là\s+)?)?")
_RAISED = re.compile(
    rf"\bnâng (?:tổng )?(?:số )?(?:đơn vị |thành viên )*(?:của (?:khối|cụm) )?(?:thành viên )?lên (?:thành )?{_N}\b"
)


@dataclass(slots=True)
class Said:
    """What one place in the text says of a bloc's composition."""

    group: Group
    items: tuple[Item, ...] = ()
    count: int | None = None
    year: int | None = None
    joins: bool = False
    rule: str = ""
    evidence: tuple[Span, ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)


def _offset_token(doc: Doc, start: int, end: int, offset: int) -> int:
    """The first token of ``start:end`` at or after a code point."""
    return next((i for i in range(start, end) if doc[i].idx >= offset), end)


def compositions(doc: Doc, found: Blocs, sent: Tokens) -> Iterator[Said]:
    for mention in (m for m in found.mentions if sent.start <= m.start < sent.end):
        group = found.meant(mention)
        if group is None:
            continue
        said = (
            _listed(doc, sent, mention, group)
            or _belonging(doc, sent, mention, group)
            or _joined(doc, sent, mention, group)
            or _counted(doc, sent, mention, group)
        )
        if said is None:
            continue
        _date(doc, sent, mention, said)
        yield said
    form = form_of(doc)[sent.start_char : sent.end_char]
    some = _SOME.search(form)
    group = found.near(sent.start)
    if some and group:
        i = _offset_token(doc, sent.start, sent.end, sent.start_char + some.end())
        items = split_list(doc, i, sent.end)
        if items:
            yield Said(group=group, items=items, rule="member.some")


def _limit(doc: Doc, sent: Tokens) -> int:
    """The end of the sentence, or of the bullets under it when it ends in a colon."""
    end = sent.end
    last = next((i for i in range(end - 1, sent.start, -1) if not doc[i].is_space), end)
    if doc[last].text != ":":
        return end
    while end < len(doc) and doc[end].text in {"-", "–", "+", "•", "*"}:
        end = doc[end].sent.end
    return end


def _listed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Khối có 8 cơ quan, đơn vị gồm: A; B", "Tham gia Cụm có BHXH các tỉnh A, B"."""
    offset = doc[mention.end].idx if mention.end < sent.end else sent.end_char
    before = form_of(doc)[sent.start_char : doc[mention.start].idx]
    opens = _OPENS.match(form_of(doc)[offset : sent.end_char])
    if not opens:
        return _bracketed(doc, sent, mention, group) or _after_colon(doc, sent, mention, group)
    if _is_name(doc, offset, opens):
        opens = _OPENS.match(opens.string[: opens.end("total") - len(opens["total"].split()[-1])].rstrip(" ,")) or opens
    if not _tells_members(opens, before):
        return None
    count = _count(opens, before)
    items = _items(doc, sent, mention, (offset, opens), count)
    if not items:
        return _total_only(doc, group, mention, opens)
    last = doc[items[-1].end - 1]
    if opens["verb"] == "có" and not opens["n"] and _ACTS.match(form_of(doc)[last.idx + len(last) : sent.end_char]):
        return None  # "Khối có Sở A dẫn đầu": what one of them did
    if count is not None and len(items) > count:
        count = None if opens["n"] is None else count
    whole = (span_of(doc, mention.start, items[-1].end),)
    of_bloc = _of_bloc(doc, mention, items)
    if count is None and of_bloc is not items and str(len(items)) in mention.name.split():
        count = len(items)
    return Said(group=group, items=of_bloc, count=count, rule="member.gom", evidence=whole)


def _tells_members(opens: re.Match[str], before: str) -> bool:
    """Whether the verb behind a bloc can open its members: not "Dự họp Khối có", "Khối là", "Khối với"."""
    if opens["verb"] == "có":
        return _ATTENDED.search(before) is None
    if opens["verb"] in {"còn", "với"}:
        return opens["n"] is not None
    member_of = re.search(r"\bthành viên (?:của|trong)\s+(?:toàn\s+)?$", before)
    return opens["verb"] != "là" or bool(opens["total"] or member_of)


def _count(opens: re.Match[str], before: str) -> int | None:
    """How many members there are, as told behind the bloc or before it."""
    if opens["n"]:
        return _number(opens["n"])
    form = opens.string
    places = _PLACES_FIRST.search(form, opens.end())
    if places and places.start() - opens.end() < 40 and not re.search(r"[,;]", form[opens.end() : places.start()]):
        return _number(places["n"])
    total = _TOTAL_BEFORE.search(before) or _TOTAL_OF.search(before)
    return _number(total["n"]) if total else None


def _items(
    doc: Doc, sent: Tokens, mention: Mention, opening: tuple[int, re.Match[str]], count: int | None
) -> tuple[Item, ...]:
    """The members listed behind the words that open the list; ``opening``: where these words start, and the words."""
    offset, opens = opening
    limit = _limit(doc, sent)
    i = _offset_token(doc, mention.end, sent.end, offset + opens.end())
    items = split_list(doc, i, limit, count=count) if _may_list(doc, i, opens) else ()
    if items:
        return items
    if opens["total"]:
        # "gồm 6 trường: Phước Hậu, Mỹ Tường", "gồm các trường THPT: …": the counted noun is the head of the list.
        i = _offset_token(doc, mention.end, sent.end, offset + opens.start("total"))
        return split_list(doc, i, limit, count=count) or _bare_places(doc, sent, opening, count)
    if "gồm" in opens["verb"] and re.match(r"các (?:tỉnh|huyện|xã|phường|quận)", _theme(doc, mention)):
        return _bare_places(doc, sent, opening, count)
    return ()


def _is_name(doc: Doc, offset: int, opens: re.Match[str]) -> bool:
    """ "gồm 6 đơn vị, Bộ …": what looks like one more noun of the total is the capital of a name."""
    if not opens["total"] or not re.search(r",|\bvà\b", opens["total"]):
        return False
    last = offset + opens.end("total") - len(opens["total"].split()[-1])
    return doc.text[last].isupper()


def _theme(doc: Doc, mention: Mention) -> str:
    return match_form(doc[mention.theme : mention.end].text)


def _bare_places(doc: Doc, sent: Tokens, opening: tuple[int, re.Match[str]], count: int | None) -> tuple[Item, ...]:
    """ "gồm 6 đơn vị: Vĩnh Cửu, Định Quán": places of kinds that are not told keep their bare names."""
    offset, opens = opening
    if (
        opens["total"]
        and opens["then"] is not None
        and not opens["then"].strip()
        and "địa phương" not in opens["total"]
    ):
        return ()
    i = _offset_token(doc, sent.start, sent.end, offset + opens.end())
    items = split_list(doc, i, sent.end, count=count, bare=True)
    return items if len(items) == count or (count is None and len(items) >= 3) else ()


def _after_colon(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "6 đơn vị thuộc Khối …: A, B": as many bodies behind the colon as were counted before."""
    total = _TOTAL_OF.search(form_of(doc)[sent.start_char : doc[mention.start].idx])
    if total is None or mention.end >= sent.end or doc[mention.end].text != ":":
        return None
    count = _number(total["n"])
    items = split_list(doc, mention.end + 1, _limit(doc, sent), count=count)
    if len(items) != count:
        return None
    evidence = Span(start=sent.start_char + total.start(), end=items[-1].spans[-1].end)
    return Said(group=group, items=items, count=count, rule="member.colon", evidence=(evidence,))


def _belonging(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Công an các tỉnh A, B thuộc Cụm …", "Là thành viên Khối …, Sở A": members named before or after, no winners."""
    form = form_of(doc)
    before = form[sent.start_char : doc[mention.start].idx]
    if not mention.name or re.search(r"\b(?:tặng|cờ thi đua|bằng khen|khen thưởng|suy tôn)\b", before):
        return None
    belongs = _BELONGS.search(before)
    if _AS_MEMBER.match(before) and mention.end + 1 < sent.end and doc[mention.end].text == ",":
        body = body_at(doc, mention.end + 1, sent.end)
        if body is None or doc[body.end : body.end + 1].text in {",", "và"}:
            return None
        items = split_list(doc, mention.end + 1, body.end)
        return Said(group=group, items=items, rule="member.belongs", evidence=(span_of(doc, mention.start, body.end),))
    if belongs is None:
        return None
    end = _offset_token(doc, sent.start, mention.start, sent.start_char + belongs.start() + 1)
    end -= end > sent.start and doc[end - 1].text == ","
    for i in range(max(sent.start, end - 80), end):
        if head_at(doc, i) is None and doc[i].norm_ != "các":
            continue
        items = split_list(doc, i, end)
        if items and items[-1].end == end:
            whole = span_of(doc, i, mention.end)
            return Said(group=group, items=items, rule="member.belongs", evidence=(whole,))
    return None


def _bracketed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Khối thi đua các trường đại học (Trường A, Trường B)": three bodies or more right behind the bloc's name."""
    i = mention.end
    if not mention.name or i >= sent.end or doc[i].text != "(":
        return None
    close = next((j for j in range(i, sent.end) if doc[j].text == ")"), sent.end)
    items = split_list(doc, i + 1, close)
    if len(items) < 3 or items[-1].end != close:
        return None
    return Said(group=group, items=items, rule="member.bracket", evidence=(span_of(doc, mention.start, close),))


def _may_list(doc: Doc, i: int, opens: re.Match[str]) -> bool:
    """ "Khối có Sở A …" lists only where "có" is followed by more than one body; "gồm" and ":" always may."""
    if i >= len(doc):
        return False
    if opens["verb"] != "có" or (opens["then"] or "").strip():
        return True
    return head_at(doc, i) is not None or doc[i].text.isdigit() or doc[i].norm_ in {"các", *_NUMBERS}


def _total_only(doc: Doc, group: Group, mention: Mention, opens: re.Match[str]) -> Said | None:
    """ "Khối hiện có 24 doanh nghiệp thành viên", not "Khối có 2 đơn vị được tặng Cờ thi đua"."""
    form = opens.string
    places = _TOTAL_PLACES.match(form)
    total = opens if opens["total"] else places
    if total is None or not total["n"]:
        return None
    end = opens.end("total") if opens["total"] else total.end()
    count = _number(total["n"])
    if count < 2 or not _AFTER_TOTAL.match(form, end) or _AWARDED.search(form[end : end + 60].partition(".")[0]):
        return None
    evidence = Span(start=doc[mention.start].idx, end=doc[mention.end].idx + end)
    return Said(group=group, count=count, rule="bloc.total", evidence=(evidence,))


def _joined(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "từ năm 2022, Khối tiếp nhận thêm A, nâng tổng số thành viên lên 8"."""
    offset = doc[mention.end].idx if mention.end < sent.end else sent.end_char
    form = form_of(doc)[offset : sent.end_char]
    joins = _JOINS.match(form)
    if not joins:
        return None
    i = _offset_token(doc, mention.end, sent.end, offset + joins.end())
    items = split_list(doc, i, sent.end)
    raised = _RAISED.search(form)
    if not items or not raised:
        return None
    evidence = (span_of(doc, sent.start, sent.end),)
    return Said(
        group=group, items=items, count=_number(raised["n"]), joins=True, rule="member.joins", evidence=evidence
    )


def _counted(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "9 đơn vị của Cụm thi đua số 8 đã …", and no award in the sentence."""
    before = form_of(doc)[sent.start_char : doc[mention.start].idx]
    after = form_of(doc)[doc[mention.end - 1].idx : sent.end_char]
    total = _TOTAL_OF.search(before)
    if (
        not total
        or _number(total["n"]) < 3
        or _AWARDED.search(after)
        or re.search(r"\b(?:có|trong đó|cho)\s+$", before[: total.start()])
    ):
        return None
    start = sent.start_char + total.start()
    last = doc[mention.end - 1]
    evidence = Span(start=start, end=last.idx + len(last))
    return Said(group=group, count=_number(total["n"]), rule="bloc.total_of", evidence=(evidence,))


def _date(doc: Doc, sent: Tokens, mention: Mention, said: Said) -> None:
    """The year that the clause of the mention names: "Năm 2022, Khối có", "hiện có", "từ năm nay"."""
    article = doc._.article
    day = published_day(article.published)
    clause_start = next((i + 1 for i in range(mention.start - 1, sent.start, -1) if doc[i].text == ";"), sent.start)
    start = doc[clause_start].idx
    before = form_of(doc)[start : doc[mention.start].idx]
    leading = re.match(r"\s*(?:-\s*)?(?:(?:từ|trong|bước sang|bước vào)\s+)?năm\b", before)
    years = [y for y in find_years(before, day) if y.first == y.last]
    if leading and years and len(before) - years[0].end < 12:
        said.year = years[0].first
        if years[0].basis:
            said.inferred = (("year", years[0].basis),)
        return
    after = form_of(doc)[doc[mention.end - 1].idx : doc[mention.end - 1].idx + 40]
    if day and re.match(r"\w+\s+(?:hiện|hiện nay|nay)\s+(?:có|gồm)", after):
        said.year = day.year
        said.inferred = (("year", '"hiện" is the year of publication'),)


def _of_bloc(doc: Doc, mention: Mention, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The members of a body's bloc that lists places are the body's own in those places.

    "Cụm thi đua Bộ CHQS 9 tỉnh (gồm các tỉnh: A, B)", "Cụm thi đua số 3 Hội LHPN Việt Nam gồm 8 tỉnh: A, B".
    """
    if not mention.name or not all(item.kind == "locality" for item in items):
        return items
    start = next((i for i in range(mention.theme, mention.end) if head_at(doc, i)), mention.end)
    body = body_at(doc, start, mention.end) if start < mention.end else None
    if body is None or body.kind == "locality" or (mention.number and doc[body.end - 2 : body.end].text != "Việt Nam"):
        return items
    end = body.end - 2 if mention.number else body.end
    end = next((i for i in range(start, end) if doc[i].text.isdigit() or doc[i].norm_ == "các"), end)
    words = expand(doc[start:end].text)
    span = span_of(doc, start, end)
    return tuple(
        replace(item, name=f"{words} {item.name}", spans=(span, *item.spans), kind=body.kind) for item in items
    )
