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
from extract.facts.member_openings import IN_BLOC, IS, OPENS, is_name, may_list, tells_members
from extract.facts.member_rows import Columns, columns, in_row
from extract.facts.member_totals import TOTAL_BEFORE, TOTAL_OF, count_of, counted, counted_heads, total_only
from extract.facts.mention import Mention
from extract.facts.said import UNIT, Said, number, offset_token
from extract.facts.shared import counted_before, shared_head
from extract.facts.told import in_line, limit_of, more_names, the_rest, told_on, told_on_later
from extract.list_items import Item
from extract.lists import split_list
from extract.model import Span
from extract.names import body_at, expand, head_at, span_of
from extract.view import Doc
from extract.view import Span as Tokens

# "Ngoài Sở A, Khối còn có Sở B": both belong to it.
_BESIDE = re.compile(rf"^\s*(?:ngoài|bên cạnh|cùng với|cùng)\s+(?:(?:các )?{UNIT}\s+)?")
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
# "Cụm thi đua số 3, nơi sáu huyện A, B gặp nhau mỗi năm": who meets there.
_MEET = re.compile(r"\s*,?\s*(?:cùng |thường )*(?:gặp|sinh hoạt|hội tụ|quy tụ|thi đua|tụ họp|chung)\b")
_ACTS = re.compile(r"\s*(?:đã |được |vừa |cùng )*(?:đạt|dẫn đầu|đứng đầu|xếp|nhận|tặng|đoạt|làm tốt|được|là)\b")


def compositions(doc: Doc, found: Blocs) -> Iterator[Said]:
    """What the sentences of a Doc say of the composition of its blocs, in text order."""
    last: Said | None = None
    table: Columns | None = None
    tables = "|" in doc.text
    for sent in doc.sents:
        if tables:
            table = (columns(doc, sent) or table) if "|" in sent.text else None
        inside = [m for m in found.mentions if sent.start <= m.start < sent.end]
        own = [said for mention in inside if (said := _of_mention(doc, found, sent, mention, table))]
        own = own or [said for said in (told_on(doc, found, sent, last),) if said]
        rest = the_rest(doc, sent, own[-1] if own else last)
        own = [*own[:-1], rest] if rest else own
        yield from own
        last = own[-1] if own else (last if last and told_on_later(last, sent) else None)


def _of_mention(doc: Doc, found: Blocs, sent: Tokens, mention: Mention, table: Columns | None) -> Said | None:
    group = found.meant(mention)
    if group is None:
        return None
    said = (
        (in_row(doc, sent, mention, group, table) if table else None)
        or _listed(doc, sent, mention, group)
        or beside(doc, sent, mention, group)
        or in_line(doc, sent, mention, group)
        or belonging(doc, sent, mention, group)
        or joined(doc, sent, mention, group)
        or signed(doc, sent, mention, group)
        or counted(doc, sent, mention, group)
    )
    if said is not None:
        _date(doc, sent, mention, said)
    return said


def _listed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> Said | None:
    """ "Khối có 8 cơ quan, đơn vị gồm: A; B", "Tham gia Cụm có BHXH các tỉnh A, B"."""
    offset = doc.offsets[mention.end] if mention.end < sent.end else sent.end_char
    before = doc.form[sent.start_char : doc.offsets[mention.start]]
    within = IN_BLOC.search(before)
    opens = (within and IS.match(doc.form[offset : sent.end_char])) or OPENS.match(doc.form[offset : sent.end_char])
    if not opens or _OFFICE.search(before) or (_GIVEN.search(before) and TOTAL_BEFORE.search(before)):
        return _bracketed(doc, sent, mention, group) or _after_colon(doc, sent, mention, group)
    if is_name(doc, offset, opens):
        opens = (
            opens.re.match(opens.string[: opens.end("total") - len(opens["total"].split()[-1])].rstrip(" ,")) or opens
        )
    if opens.string.lstrip()[:1] not in tuple(",(") and _GATHERING.search(before) and not within:
        return None
    if not (within and opens["verb"] != "có") and not tells_members(opens, before):
        return None
    count = count_of(opens, before, counted_before(doc, sent, mention))
    items = _items(doc, sent, mention, (offset, opens), count)
    if not items or (len(items) == 1 and doc.norms[items[0].end : items[0].end + 1] == ("các",)):
        return total_only(doc, group, mention, opens)  # "gồm Thanh tra các đơn vị: Sở A, …": no more than a head
    if _said_otherwise(opens, doc[items[-1].end : sent.end].form):
        return None
    if count is not None and len(items) > count:
        count = None if opens["n"] is None else count
    if count is None:
        count = counted_heads(doc, items)
    whole = (span_of(doc, mention.start, items[-1].end),)
    of_bloc = _of_bloc(doc, mention, items)
    if count is None and of_bloc is not items and str(len(items)) in mention.name.split():
        count = len(items)
    some = opens["verb"] == "như" or (within is not None and "một số" in within[0])
    if not some:
        of_bloc = (*_beside(doc, sent, mention), *of_bloc)
    rule = "member.some" if some else "member.gom"
    return Said(group=group, items=of_bloc, count=count, rule=rule, evidence=whole)


def _said_otherwise(opens: re.Match[str], behind: str) -> bool:
    """Whether what follows the list tells of other things: "Khối có Sở A dẫn đầu", "Cụm họp tại nơi xã A trồng lúa"."""
    if opens["verb"] == "nơi":
        return _MEET.match(behind) is None
    return opens["verb"] in {"có", "còn có"} and not opens["n"] and _ACTS.match(behind) is not None


def _beside(doc: Doc, sent: Tokens, mention: Mention) -> tuple[Item, ...]:
    """ "Ngoài A, Khối còn có B": A."""
    opens = _BESIDE.match(doc.form[sent.start_char : doc.offsets[mention.start]])
    if not opens:
        return ()
    end = mention.start - 1
    start = offset_token(doc, sent.start, mention.start, sent.start_char + opens.end())
    start = next((i for i in range(start, end) if head_at(doc, i) or doc.norms[i] == "các"), end)
    items = split_list(doc, start, end)
    return items if items and items[-1].end == end and doc.words[end] == "," else ()


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
    items = split_list(doc, i, limit, count=count, kinds=shared or "known") if may_list(doc, i, opens) else ()
    if items and not (shared and len(items) == 1 and count != 1):
        return items
    if opens["total"]:
        # "gồm 6 trường: Phước Hậu, Mỹ Tường", "gồm các trường THPT: …": the counted noun is the head of the list.
        i = offset_token(doc, mention.end, sent.end, offset + opens.start("total"))
        return split_list(doc, i, limit, count=count) or _bare_places(doc, sent, opening, count)
    if "gồm" in opens["verb"] and re.match(r"các (?:tỉnh|huyện|xã|phường|quận)", _theme(doc, mention)):
        return _bare_places(doc, sent, opening, count)
    return ()


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
    total = TOTAL_OF.search(doc.form[sent.start_char : doc.offsets[mention.start]])
    if total is None or mention.end >= sent.end or doc.words[mention.end] not in {":", "("}:
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
    if not mention.name or i >= sent.end or doc.words[i] not in {"(", "-", "–"}:
        return None
    closes = {")"} if doc.words[i] == "(" else {"-", "–", ","}
    items = split_list(doc, i + 1, next((j for j in range(i, sent.end) if doc.words[j] == ")"), sent.end))
    shared = len(items) > 1 and all(len(item.spans) > 1 for item in items[1:])
    if len(items) < (2 if shared else 3) or (doc.words[i] != "(" and not shared):
        return None
    close = items[-1].end
    if close < sent.end and doc.words[close] not in closes:
        return None
    return Said(group=group, items=items, rule="member.bracket", evidence=(span_of(doc, mention.start, close),))


def _date(doc: Doc, sent: Tokens, mention: Mention, said: Said) -> None:
    """The year that the clause of the mention names: "Năm 2022, Khối có", "hiện có", "từ năm nay"."""
    article = doc.article
    day = published_day(article.published)
    clause_start = next((i + 1 for i in range(mention.start - 1, sent.start, -1) if doc.words[i] == ";"), sent.start)
    start = doc.offsets[clause_start]
    before = doc.form[start : doc.offsets[mention.start]]
    leading = re.match(r"\s*(?:-\s*)?(?:(?:kể từ|từ|trong|bước sang|bước vào)\s+)?(?:đầu |cuối )?năm\b", before)
    years = [y for y in find_years(before, day) if y.first == y.last]
    if said.joins and not years:
        form = doc.form[doc[: mention.end].end_char : sent.end_char]
        since = re.match(r"\s*(?:kể )?(?:từ|trong)\s+(?:đầu |tháng \d+[/-]?)?(?:năm )?", form)
        years = [y for y in find_years(form, day) if since and y.first == y.last and y.start <= since.end()]
        leading = since
    if leading and years and (said.joins or _SOON.fullmatch(before, years[0].end)):
        said.year = years[0].first
        if years[0].basis:
            said.inferred = (("year", years[0].basis),)
        return
    after = doc.form[doc.offsets[mention.end - 1] : doc.offsets[mention.end - 1] + 40]
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
    end = next((i for i in range(start, end) if doc.words[i].isdigit() or doc.norms[i] == "các"), end)
    words = expand(re.sub(r"\s*\([^)]*\)", "", doc.between(start, end)))  # "Hội Cựu chiến binh (CCB)"
    span = span_of(doc, start, end)
    return tuple(
        replace(item, name=f"{words} {item.name}", spans=(span, *item.spans), kind=body.kind) for item in items
    )
