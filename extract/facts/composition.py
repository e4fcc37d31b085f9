"""What sentences say of a bloc's composition: its members, how many they are, and for which year.

A list opens behind the bloc ("Khối gồm: A; B"), in brackets, or stands before it ("A và B thuộc Khối …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.dates import find_years, published_day
from extract.facts.belonging import belonging, beside, joined, signed
from extract.facts.bloc import Blocs, Group
from extract.facts.mention import Mention
from extract.facts.said import ATTENDED, MANY, NOUN, NUMBER, ONE_OR_MANY, PLACE, TOTAL, UNIT, Said, number, offset_token
from extract.facts.shared import counted_before, shared_head
from extract.facts.told import in_line, limit_of, more_names, told_on, told_on_later
from extract.list_items import Item
from extract.lists import NUMBERS, split_list
from extract.model import Span
from extract.names import body_at, expand, head_at, span_of
from extract.sentences import sentence_spans
from extract.tokens import form_of
from extract.view import Doc
from extract.view import Span as Tokens

_NOW = (
    r"(?:(?:hiện|nay|hiện nay|hiện tại|năm nay|lần này|vẫn|đang|nay đã|được|đã|vốn|cũng|thành lập|chính thức|chỉ)\s+)*"
)
# A bloc is where its members gather, or was made of them.
_GATHERS = r"(?:(?:là\s+)?nơi (?:hội tụ|quy tụ|tập hợp|gặp gỡ|sinh hoạt)|(?:là\s+)?tập hợp)(?: chung)?(?: của| giữa)?"
_MADE_OF = (
    r"(?:hợp thành|tạo thành|hình thành|ghép|lập nên|tạo nên|cấu thành|sáp nhập) (?:từ|bởi)"
    r"|trên cơ sở(?: hợp nhất| sáp nhập)?(?: của)?"
)
_FORM = r"(?:hợp thành|tạo thành|lập nên|tạo nên|cấu thành)"
_FOUNDED_WITH = (
    r"(?:(?:ra đời|đi vào hoạt động|hoạt động|thành lập|ra mắt)(?: [^,;:.]{1,40}?)?\s+)?với(?: thành phần gồm)?"
)
# "Khối đông nhất tỉnh với 8 thành viên", "Khối lớn hơn năm trước, gồm": what is said of a bloc before its members.
_LIKE = r"(?:đông|lớn|nhỏ|ít|mạnh|mới|trẻ|rộng|xa|quy mô|có tuổi đời)(?: [^\s,;:.()]+){0,6}?"
# What may stand between a bloc and the list of its members; without "gồm" a colon or a known head must open the list.
_OPENS = re.compile(
    rf"(?:\s*\((?:sau đây )?(?:gọi tắt|viết tắt)[^)]{{1,40}}\))?\s*(?:này\s+)?"
    rf"(?:\((?:có |gồm )?(?P<told>\d+) {NOUN}(?: thành viên)?\)\s*)?"
    rf"(?:{_LIKE}(?:,\s*|\s+)(?=(?:bao )?gồm|(?:với|có)\s+(?:sự|{ONE_OR_MANY})\s))?"
    rf"[,(:–-]?\s*{_NOW}(?:từng có [^;:]{{3,40}}?, nay\s+)?"
    rf"(?:(?:(?:trong )?năm (?:học )?\d{{4}}(?:\s*-\s*\d{{4}})?|năm (?:nay|qua)"
    rf"|do [^;:.]{{3,80}} (?:làm|là|giữ (?:vai trò|chức)) (?:đơn vị )?(?:(?:khối|cụm) trưởng|trưởng (?:khối|cụm))"
    rf"|(?:được|vừa|mới|sau khi) [^,;:.]{{3,60}}(?=,)|thành lập [^;:]{{3,160}}?"
    rf"|có sự (?:thay đổi|điều chỉnh|biến động)[^,;:]{{0,40}}),?\s*"
    rf"(?=(?:bao )?gồm|{_NOW}có (?:\d|các )))?"
    rf"{_NOW}"
    rf"(?P<verb>(?:bao )?gồm(?: có)?(?: \d+(?= (?:bao )?gồm\b))?(?: (?:bao )?gồm)?"
    rf"|(?:có|với) (?:sự )?(?:tham gia|góp mặt|có mặt|hiện diện) của|{_MADE_OF}|{_GATHERS}|còn có|có|còn"
    rf"|do(?=\s+{ONE_OR_MANY}\s+{NOUN}(?:\s+thành viên)?\s+{_FORM})"
    rf"|{_FOUNDED_WITH}|quy tụ|tập hợp|hội tụ|là)\s*:?\s*(?:{TOTAL})?"
)
# "Góp mặt trong Cụm là A, B", "Thành viên của Khối: A, B", "Trong Khối có A, B": the bloc before the verb is a place.
_IN_BLOC = re.compile(
    r"(?:(?:góp mặt|có mặt|nằm|sinh hoạt|tham gia|hiện diện|quy tụ|hội tụ)(?: chung| cùng)?"
    r"(?: trong| ở| tại| vào| về)?"
    rf"|(?P<of>(?:các |những |một số |nhiều |\d+ )?(?:{UNIT} )?"
    r"(?:thành viên|(?<=các )đơn vị|(?<=các )cơ quan|(?<=các )địa phương)(?: chính thức| hiện nay| tiêu biểu)?"
    r"(?: của| trong| thuộc)?)|^\s*(?:thuộc|trong))\s+(?:cùng )?(?:một )?(?:toàn )?$"
)
_IS = re.compile(
    rf"\s*(?:này\s*)?,?\s*{_NOW}"
    rf"(?P<verb>(?:bao )?gồm(?: có)?|lần lượt là|chính là|là|còn có|có|như|:)\s*:?\s*(?:{TOTAL})?"
)
# "Ngoài Sở A, Khối còn có Sở B": both belong to it.
_BESIDE = re.compile(rf"^\s*(?:ngoài|bên cạnh|cùng với|cùng)\s+(?:(?:các )?{UNIT}\s+)?")
_MANY = re.compile(rf"\s*{MANY}\s+\w")
_PLACES_FIRST = re.compile(rf"{NUMBER}\s+{PLACE}\b")
_TOTAL_PLACES = re.compile(
    rf"\s*{_NOW}(?:có|gồm|{_FOUNDED_WITH}|{_GATHERS}|quy tụ)\s+{NUMBER}\s+{PLACE}(?:(?:,| và)\s*{PLACE})*"
)
_TOTAL_BEFORE = re.compile(rf"\b{NUMBER}\s+(?:thành viên|đơn vị thành viên|{PLACE})\s+(?:của|trong|thuộc)\s*$")
_AFTER_TOTAL = re.compile(r"\s*(?:[,.;:)(]|$|chứ\b|hoạt động\b|tham gia\b|đóng\b|thuộc\b|trên\b|với\b)")
# "Hội nghị Khối … gồm", "Ban tổ chức hội thao Khối … gồm": what is made up is no bloc.
_GATHERING = re.compile(
    r"\b(?:hội nghị|hội thao|hội thi|hội diễn|hội trại|hội đồng|lễ|buổi|giải|đại hội|tọa đàm|cuộc họp|phiên họp"
    r"|cuộc thi|ban|đội|đoàn|tổ|lãnh đạo|khách|kế hoạch|quy chế|nội dung|chương trình|tiêu chí|phong trào)\b[^.;:,()]*$"
)
# "Năm 2024, các đơn vị trong Cụm gồm": what may stand between a year and the bloc that it dates.
_SOON = re.compile(rf".{{0,11}}|\s*,?\s*(?:các |\d+ )?{UNIT}?(?: thành viên)?(?: trong| của| thuộc| tham gia)?\s*")
# "bầu Trưởng, Phó khối thi đua gồm: A, B": who leads a bloc, not who is in it.
_OFFICE = re.compile(r"(?<!khối )(?<!cụm )\b(?:trưởng|phó)\s*$")
# "trao thưởng cho 3 xã trong Cụm gồm: A, B, C": who won, not who is in it.
_GIVEN = re.compile(r"\b(?:trao|tặng|biểu dương|tuyên dương|suy tôn|khen thưởng cho|thưởng cho)\b[^.;:]*$")
_ACTS = re.compile(r"\s*(?:đã |được |vừa |cùng )*(?:đạt|dẫn đầu|đứng đầu|xếp|nhận|tặng|đoạt|làm tốt|được|là)\b")
_AWARDED = re.compile(r"\b(?:tặng|khen|cờ|suy tôn|đề nghị|danh hiệu|đạt|dẫn đầu|được)\b")
_TOTAL_OF = re.compile(
    rf"\b{NUMBER}\s+(?:{NOUN}|{PLACE})(?:\s*,\s*(?:{NOUN}|{PLACE}|thành))*(?:\s+thành viên)?\s+(?:của|trong|thuộc)"
    r"\s*(?:toàn\s+)?$"
)


def compositions(doc: Doc, found: Blocs) -> Iterator[Said]:
    """What the sentences of a Doc say of the composition of its blocs, in text order."""
    last: Said | None = None
    for sent in sentence_spans(doc):
        inside = [m for m in found.mentions if sent.start <= m.start < sent.end]
        own = [said for mention in inside if (said := _of_mention(doc, found, sent, mention))]
        own = own or [said for said in (told_on(doc, found, sent, last),) if said]
        yield from own
        last = own[-1] if own else (last if last and told_on_later(last, sent) else None)


def _of_mention(doc: Doc, found: Blocs, sent: Tokens, mention: Mention) -> Said | None:
    group = found.meant(mention)
    if group is None:
        return None
    said = (
        _listed(doc, sent, mention, group)
        or beside(doc, sent, mention, group)
        or in_line(doc, sent, mention, group)
        or belonging(doc, sent, mention, group)
        or joined(doc, sent, mention, group)
        or signed(doc, sent, mention, group)
        or _counted(doc, sent, mention, group)
    )
    if said is not None:
        _date(doc, sent, mention, said)
    return said


def _listed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Khối có 8 cơ quan, đơn vị gồm: A; B", "Tham gia Cụm có BHXH các tỉnh A, B"."""
    offset = doc[mention.end].idx if mention.end < sent.end else sent.end_char
    before = form_of(doc)[sent.start_char : doc[mention.start].idx]
    within = _IN_BLOC.search(before)
    opens = (within and _IS.match(form_of(doc)[offset : sent.end_char])) or _OPENS.match(
        form_of(doc)[offset : sent.end_char]
    )
    if not opens or _OFFICE.search(before) or (_GIVEN.search(before) and _TOTAL_BEFORE.search(before)):
        return _bracketed(doc, sent, mention, group) or _after_colon(doc, sent, mention, group)
    if _is_name(doc, offset, opens):
        opens = (
            opens.re.match(opens.string[: opens.end("total") - len(opens["total"].split()[-1])].rstrip(" ,")) or opens
        )
    if opens.string.lstrip()[:1] not in tuple(",(") and _GATHERING.search(before) and not within:
        return None
    if not (within and opens["verb"] != "có") and not _tells_members(opens, before):
        return None
    count = _count(opens, before, counted_before(doc, sent, mention))
    items = _items(doc, sent, mention, (offset, opens), count)
    if not items:
        return _total_only(doc, group, mention, opens)
    last = doc[items[-1].end - 1]
    acts = _ACTS.match(form_of(doc)[last.idx + len(last) : sent.end_char])
    if acts and opens["verb"] in {"có", "còn có"} and not opens["n"]:
        return None  # "Khối có Sở A dẫn đầu": what one of them did
    if count is not None and len(items) > count:
        count = None if opens["n"] is None else count
    if count is None:
        count = _counted_heads(doc, items)
    whole = (span_of(doc, mention.start, items[-1].end),)
    of_bloc = _of_bloc(doc, mention, items)
    if count is None and of_bloc is not items and str(len(items)) in mention.name.split():
        count = len(items)
    some = opens["verb"] == "như" or (within is not None and "một số" in within[0])
    if not some:
        of_bloc = (*_beside(doc, sent, mention), *of_bloc)
    rule = "member.some" if some else "member.gom"
    return Said(group=group, items=of_bloc, count=count, rule=rule, evidence=whole)


def _counted_heads(doc: Doc, items: tuple[Item, ...]) -> int | None:
    """ "gồm 6 Thuế tỉnh: A, B": how many the words before the first of them count, where as many follow."""
    start = min(span.start for span in items[0].spans)
    first = next((i for i in range(items[0].start, -1, -1) if doc[i].idx <= start), 0)
    words = (doc[max(0, first - n) : first].form for n in (2, 1))
    return next((n for w in words if (n := NUMBERS.get(w) or (int(w) if w.isdigit() else 0)) == len(items)), None)


def _beside(doc: Doc, sent: Tokens, mention: Mention) -> tuple[Item, ...]:
    """ "Ngoài A, Khối còn có B": A."""
    opens = _BESIDE.match(form_of(doc)[sent.start_char : doc[mention.start].idx])
    if not opens:
        return ()
    end = mention.start - 1
    start = offset_token(doc, sent.start, mention.start, sent.start_char + opens.end())
    start = next((i for i in range(start, end) if head_at(doc, i) or doc[i].norm_ == "các"), end)
    items = split_list(doc, start, end)
    return items if items and items[-1].end == end and doc[end].text == "," else ()


def _tells_members(opens: re.Match[str], before: str) -> bool:
    """Whether the verb behind a bloc can open its members: not "Dự họp Khối có", "Khối là", "Khối với"."""
    verb = opens["verb"]
    if verb in {"có", "còn có"}:
        return ATTENDED.search(before) is None
    if verb == "còn" or verb.endswith("với") or "với thành phần" in verb:
        return opens["n"] is not None or (verb != "với" and _MANY.match(opens.string, opens.end("verb")) is not None)
    member_of = re.search(r"\bthành viên (?:của|trong)\s+(?:toàn\s+)?$", before)
    return verb != "là" or bool(opens["total"] or member_of)


def _count(opens: re.Match[str], before: str, told: int | None) -> int | None:
    """How many members there are, as told behind the bloc or before it."""
    if opens["n"]:
        return number(opens["n"])
    if opens.groupdict().get("told"):
        return number(opens["told"])
    form = opens.string
    places = _PLACES_FIRST.search(form, opens.end())
    if places and places.start() - opens.end() < 40 and not re.search(r"[,;]", form[opens.end() : places.start()]):
        return number(places["n"])
    total = _TOTAL_BEFORE.search(before) or _TOTAL_OF.search(before)
    return number(total["n"]) if total else told


def _items(
    doc: Doc, sent: Tokens, mention: Mention, opening: tuple[int, re.Match[str]], count: int | None
) -> tuple[Item, ...]:
    """The members listed behind the words that open the list; ``opening``: where these words start, and the words.

    Bodies known by their first word; else, where the words promise a list, whatever names stand in it.
    """
    offset, opens = opening
    known = _known_items(doc, sent, mention, opening, count)
    promised = opens["verb"] not in {"có", "còn", "còn có"} or bool((opens["then"] or "").strip())
    if len(known) == count or not promised:
        return known
    i = offset_token(doc, mention.end, sent.end, offset + opens.end())
    return more_names(doc, i, limit_of(doc, sent), count, known)


def _known_items(
    doc: Doc, sent: Tokens, mention: Mention, opening: tuple[int, re.Match[str]], count: int | None
) -> tuple[Item, ...]:
    offset, opens = opening
    limit = limit_of(doc, sent)
    i = offset_token(doc, mention.end, sent.end, offset + opens.end())
    promised = "gồm" in opens["verb"] or bool((opens["then"] or "").strip()) or opens["verb"] == ":"
    shared = shared_head(doc, sent, mention) if promised else None
    items = split_list(doc, i, limit, count=count, kinds=shared or "known") if _may_list(doc, i, opens) else ()
    if items and not (shared and len(items) == 1 and count != 1):
        return items
    if opens["total"]:
        # "gồm 6 trường: Phước Hậu, Mỹ Tường", "gồm các trường THPT: …": the counted noun is the head of the list.
        i = offset_token(doc, mention.end, sent.end, offset + opens.start("total"))
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
    return doc[mention.theme : mention.end].form


def _bare_places(doc: Doc, sent: Tokens, opening: tuple[int, re.Match[str]], count: int | None) -> tuple[Item, ...]:
    """ "gồm 6 đơn vị: Ba Tơ, Trà Bồng": places of kinds that are not told keep their bare names."""
    offset, opens = opening
    if (
        opens["total"]
        and opens["then"] is not None
        and not opens["then"].strip()
        and "địa phương" not in opens["total"]
    ):
        return ()
    i = offset_token(doc, sent.start, sent.end, offset + opens.end())
    items = split_list(doc, i, sent.end, count=count, kinds="places")
    return items if len(items) == count or (count is None and len(items) >= 3) else ()


def _after_colon(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "6 đơn vị thuộc Khối …: A, B": as many bodies behind the colon as were counted before."""
    total = _TOTAL_OF.search(form_of(doc)[sent.start_char : doc[mention.start].idx])
    if total is None or mention.end >= sent.end or doc[mention.end].text != ":":
        return None
    count = number(total["n"])
    limit = limit_of(doc, sent)
    items = split_list(doc, mention.end + 1, limit, count=count, kinds=shared_head(doc, sent, mention) or "known")
    items = items if len(items) == count else more_names(doc, mention.end + 1, limit, count, items)
    if len(items) != count:
        return None
    evidence = Span(start=sent.start_char + total.start(), end=items[-1].spans[-1].end)
    return Said(group=group, items=items, count=count, rule="member.colon", evidence=(evidence,))


def _bracketed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Khối thi đua các trường đại học (Trường A, Trường B)": three bodies or more right behind the bloc's name.

    Two are enough under one head, also between dashes: "Cụm thi đua số 3 - Công an các tỉnh A, B - họp".
    """
    i = mention.end
    if not mention.name or i >= sent.end or doc[i].text not in {"(", "-", "–"}:
        return None
    closes = {")"} if doc[i].text == "(" else {"-", "–", ","}
    items = split_list(doc, i + 1, next((j for j in range(i, sent.end) if doc[j].text == ")"), sent.end))
    shared = len(items) > 1 and all(len(item.spans) > 1 for item in items[1:])
    if len(items) < (2 if shared else 3) or (doc[i].text != "(" and not shared):
        return None
    close = items[-1].end
    if close < sent.end and doc[close].text not in closes:
        return None
    return Said(group=group, items=items, rule="member.bracket", evidence=(span_of(doc, mention.start, close),))


def _may_list(doc: Doc, i: int, opens: re.Match[str]) -> bool:
    """ "Khối có Sở A …" lists only where "có" is followed by more than one body; "gồm" and ":" always may."""
    if i >= len(doc):
        return False
    if opens["verb"] != "có" or (opens["then"] or "").strip():
        return True
    return head_at(doc, i) is not None or doc[i].text.isdigit() or doc[i].norm_ in {"các", *NUMBERS}


def _total_only(doc: Doc, group: Group, mention: Mention, opens: re.Match[str]) -> Said | None:
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
    evidence = Span(start=doc[mention.start].idx, end=doc[mention.end].idx + end)
    return Said(group=group, count=count, rule="bloc.total", evidence=(evidence,))


def _counted(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "7 đơn vị của Cụm thi đua số 5 đã …", and no award in the sentence."""
    before = form_of(doc)[sent.start_char : doc[mention.start].idx]
    after = form_of(doc)[doc[mention.end - 1].idx : sent.end_char]
    total = _TOTAL_OF.search(before)
    if (
        not total
        or number(total["n"]) < 3
        or _AWARDED.search(after)
        or re.search(r"\b(?:có|trong đó|cho)\s+$", before[: total.start()])
    ):
        return None
    start = sent.start_char + total.start()
    last = doc[mention.end - 1]
    evidence = Span(start=start, end=last.idx + len(last))
    return Said(group=group, count=number(total["n"]), rule="bloc.total_of", evidence=(evidence,))


def _date(doc: Doc, sent: Tokens, mention: Mention, said: Said) -> None:
    """The year that the clause of the mention names: "Năm 2022, Khối có", "hiện có", "từ năm nay"."""
    article = doc.article
    day = published_day(article.published)
    clause_start = next((i + 1 for i in range(mention.start - 1, sent.start, -1) if doc[i].text == ";"), sent.start)
    start = doc[clause_start].idx
    before = form_of(doc)[start : doc[mention.start].idx]
    leading = re.match(r"\s*(?:-\s*)?(?:(?:kể từ|từ|trong|bước sang|bước vào)\s+)?(?:đầu |cuối )?năm\b", before)
    years = [y for y in find_years(before, day) if y.first == y.last]
    if said.joins and not years:
        behind = doc[mention.end - 1]
        form = form_of(doc)[behind.idx + len(behind) : sent.end_char]
        since = re.match(r"\s*(?:kể )?(?:từ|trong)\s+(?:đầu |tháng \d+[/-]?)?(?:năm )?", form)
        years = [y for y in find_years(form, day) if since and y.first == y.last and y.start <= since.end()]
        leading = since
    if leading and years and (said.joins or _SOON.fullmatch(before, years[0].end)):
        said.year = years[0].first
        if years[0].basis:
            said.inferred = (("year", years[0].basis),)
        return
    after = form_of(doc)[doc[mention.end - 1].idx : doc[mention.end - 1].idx + 40]
    own = re.match(r"\w+\s+(?:trong )?năm (?P<y>(?:19|20)\d\d)\s*,?\s*(?:bao gồm|gồm|có|với)\b", after)
    if own and not said.year:
        said.year = int(own["y"])
        return
    now = re.search(r"^\s*(?:hiện|hiện nay|hiện tại)\s*,?\s*$", before)
    if day and (now or re.match(r"\w+\s+(?:hiện|hiện nay|nay)\s+(?:có|gồm)", after)):
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
