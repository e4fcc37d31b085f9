"""Members of blocs: enumerations that a bloc "gồm" or "có", stated totals, and changes of composition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from extract.dates import find_years, published_day
from extract.facts.bloc import Blocs, Group, blocs_of
from extract.facts.mention import Mention
from extract.lists import Item, split_list
from extract.model import Bloc, Member, Span
from extract.names import body_at, expand, head_at, span_of
from extract.sentences import sentence_spans
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
    rf"\s*[,(]?\s*(?:(?:hiện|nay|hiện nay|vẫn|đang|nay đã|được|thành lập)\s+)*"
    rf"(?P<verb>(?:bao )?gồm(?: có)?|có|quy tụ|tập hợp|là)\s*:?\s*"
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
    rf"\b{_N}\s+(?:{_NOUN}|{_PLACE})(?:\s*,\s*(?:{_NOUN}|{_PLACE}|thành))*\s+(?:của|trong|thuộc)\s*(?:toàn\s+)?$"
)
_SOME = re.compile(r"\bmột số (?:đơn vị |doanh nghiệp )?thành viên (?:tiêu biểu )?(?:như|gồm|là)\s*:?\s*")
_JOINS = re.compile(r"\s*(?:tiếp nhận|kết nạp|bổ sung|có)\s+thêm\s+(?:thành viên\s+(?:mới\s+)?(?:là\s+)?)?")
_RAISED = re.compile(
    rf"\bnâng (?:tổng )?(?:số )?(?:đơn vị |thành viên )*(?:của (?:khối|cụm) )?(?:thành viên )?lên (?:thành )?{_N}\b"
)


@dataclass(slots=True)
class _Said:
    """What one place in the text says of a bloc's composition."""

    group: Group
    items: tuple[Item, ...] = ()
    count: int | None = None
    year: int | None = None
    joins: bool = False
    rule: str = ""
    evidence: tuple[Span, ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()


@Language.component("members")
def members(doc: Doc) -> Doc:
    """Add a Bloc fact for every bloc of the Doc, and a Member fact for each of its members."""
    found = blocs_of(doc)
    said = [s for sent in sentence_spans(doc) for s in _compositions(doc, found, sent)] if found.groups else []
    doc.user_data["items"] = [item for s in said for item in s.items]
    facts = tuple(fact for group in found.groups for fact in _facts(doc, group, [s for s in said if s.group is group]))
    doc._.facts = (*doc._.facts, *facts)
    return doc


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)


def _offset_token(doc: Doc, start: int, end: int, offset: int) -> int:
    """The first token of ``start:end`` at or after a code point."""
    return next((i for i in range(start, end) if doc[i].idx >= offset), end)


def _compositions(doc: Doc, found: Blocs, sent: Tokens) -> Iterator[_Said]:
    for mention in (m for m in found.mentions if sent.start <= m.start < sent.end):
        group = found.meant(mention)
        if group is None:
            continue
        said = (
            _listed(doc, sent, mention, group)
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
            yield _Said(group=group, items=items, rule="member.some")


def _limit(doc: Doc, sent: Tokens) -> int:
    """The end of the sentence, or of the bullets under it when it ends in a colon."""
    end = sent.end
    last = next((i for i in range(end - 1, sent.start, -1) if not doc[i].is_space), end)
    if doc[last].text != ":":
        return end
    while end < len(doc) and doc[end].text in {"-", "–", "+", "•", "*"}:
        end = doc[end].sent.end
    return end


def _listed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> _Said | None:
    """ "Khối có 8 cơ quan, đơn vị gồm: A; B", "Tham gia Cụm có BHXH các tỉnh A, B"."""
    offset = doc[mention.end].idx if mention.end < sent.end else sent.end_char
    form = form_of(doc)[offset : sent.end_char]
    opens = _OPENS.match(form)
    if not opens:
        return _bracketed(doc, sent, mention, group)
    before = form_of(doc)[sent.start_char : doc[mention.start].idx]
    member_of = re.search(r"\b(?:tham gia|trong|thành viên (?:của|trong))\s+(?:toàn\s+)?$", before)
    if opens["verb"] == "có" and _ATTENDED.search(before):
        return None
    if opens["verb"] == "là" and not (opens["total"] or (member_of and "thành viên" in member_of[0])):
        return None
    count = _number(opens["n"]) if opens["n"] else None
    i = _offset_token(doc, mention.end, sent.end, offset + opens.end())
    if count is None:
        places = _PLACES_FIRST.search(form, opens.end())
        if places and places.start() - opens.end() < 40 and not re.search(r"[,;]", form[opens.end() : places.start()]):
            count = _number(places["n"])
    if count is None and (total := _TOTAL_BEFORE.search(before)):
        count = _number(total["n"])
    limit = _limit(doc, sent)
    items = split_list(doc, i, limit, count=count) if _may_list(doc, i, opens) else ()
    if not items and opens["total"]:
        # "gồm 6 trường: Phước Hậu, Mỹ Tường", "gồm các trường THPT: …": the counted noun is the head of the list.
        i = _offset_token(doc, mention.end, sent.end, offset + opens.start("total"))
        items = split_list(doc, i, limit, count=count)
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
    return _Said(group=group, items=of_bloc, count=count, rule="member.gom", evidence=whole)


def _bracketed(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> _Said | None:
    """ "Khối thi đua các trường đại học (Trường A, Trường B)": three bodies or more right behind the bloc's name."""
    i = mention.end
    if not mention.name or i >= sent.end or doc[i].text != "(":
        return None
    close = next((j for j in range(i, sent.end) if doc[j].text == ")"), sent.end)
    items = split_list(doc, i + 1, close)
    if len(items) < 3 or items[-1].end != close:
        return None
    return _Said(group=group, items=items, rule="member.bracket", evidence=(span_of(doc, mention.start, close),))


def _may_list(doc: Doc, i: int, opens: re.Match[str]) -> bool:
    """ "Khối có Sở A …" lists only where "có" is followed by more than one body; "gồm" and ":" always may."""
    if i >= len(doc):
        return False
    if opens["verb"] != "có" or (opens["then"] or "").strip():
        return True
    return head_at(doc, i) is not None or doc[i].text.isdigit() or doc[i].norm_ in {"các", *_NUMBERS}


def _total_only(doc: Doc, group: Group, mention: Mention, opens: re.Match[str]) -> _Said | None:
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
    return _Said(group=group, count=count, rule="bloc.total", evidence=(evidence,))


def _joined(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> _Said | None:
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
    return _Said(
        group=group, items=items, count=_number(raised["n"]), joins=True, rule="member.joins", evidence=evidence
    )


def _counted(doc: Doc, sent: Tokens, mention: Mention, group: Group) -> _Said | None:
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
    return _Said(group=group, count=_number(total["n"]), rule="bloc.total_of", evidence=(evidence,))


def _date(doc: Doc, sent: Tokens, mention: Mention, said: _Said) -> None:
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


def _facts(doc: Doc, group: Group, said: Sequence[_Said]) -> Iterator[Bloc | Member]:
    listed = [s for s in said if s.items]
    joins = [s for s in listed if s.joins and s.year]
    plain = [s for s in listed if not s.joins]
    counts = [s for s in said if s.count is not None and not s.joins]
    dated = next((s for s in plain if s.year), next((s for s in counts if s.year), None))
    count = next((s for s in counts if not s.items), counts[0] if counts else None)
    count = next((s for s in counts if s.items), count)
    year = dated.year if dated else None
    items = _distinct([i for s in plain for i in s.items])
    if group.level is None and items and all(item.kind == "school" for item in items):
        group.level = "sector"  # "Cụm thi đua số 2 gồm các trường THPT …"
    yield _bloc(doc, group, year, count, [s for s in (dated, count) if s])
    rules = {id(i): s.rule for s in plain for i in s.items}
    for item in items:
        yield _member(group, item, year, rules[id(item)])
    for join in joins:
        yield _bloc(doc, group, join.year, join, [join])
        for item in _distinct([*items, *join.items]):
            yield _member(group, item, join.year, join.rule, () if item in join.items else (*join.evidence,))


def _distinct(items: Sequence[Item]) -> list[Item]:
    seen: dict[str, Item] = {}
    for item in items:
        seen.setdefault(match_form(item.name), item)
    return list(seen.values())


def _bloc(doc: Doc, group: Group, year: int | None, count: _Said | None, said: Sequence[_Said]) -> Bloc:
    named = next((m for m in group.mentions if m.name == group.name), group.mentions[0])
    spans = [span_of(doc, doc[named.start].sent.start, doc[named.start].sent.end)]
    spans += [span for s in said for span in s.evidence]
    if group.province_span:
        spans.append(group.province_span)
    inferred = [pair for s in said for pair in s.inferred]
    if group.province_inferred:
        inferred.append(("province", group.province_inferred))
    return Bloc(
        name=group.name,
        province=group.province,
        level=group.level,
        year=year,
        member_count=count.count if count else None,
        evidence=tuple(dict.fromkeys(spans)),
        rule=f"bloc.{'number' if named.number else 'theme'}",
        inferred=tuple(dict.fromkeys(inferred)),
    )


def _member(group: Group, item: Item, year: int | None, rule: str, more: tuple[Span, ...] = ()) -> Member:
    return Member(bloc=group.name, name=item.name, year=year, evidence=(*item.spans, *more), rule=rule)
