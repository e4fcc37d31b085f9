"""Heads and deputies of blocs: who is, was or becomes Khối trưởng, Cụm trưởng, Khối phó, Cụm phó, and in which year.

A leader is a body, a person, or a person with the body at which they hold a post. The words between a holder and the
office decide: a verb ("là", "giữ vai trò", "được bầu làm") or mere apposition; anything else is no statement. Someone
nominated, someone who chairs or hosts, and the body that ranks first are not leaders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.dates import Years
from extract.facts.bloc import Group, blocs_of
from extract.facts.incumbent import Found, holders_of, paired
from extract.facts.leader_rows import leaders_in_rows
from extract.facts.leader_same import consolidated
from extract.facts.office import Office, Sentence, follows, read_sentence, sentences_with, with_anaphors
from extract.facts.said import UNIT, offset_token
from extract.holders import Holder
from extract.model import Bloc, Leader, Span
from extract.names import span_of, starts
from extract.text import last_end, match_form
from extract.tokens import component
from extract.view import Doc
from extract.view import Span as Tokens

_PENDING = re.compile(r"\b(?:giới thiệu|dự kiến|đề cử|ứng cử|ưu tiên|xin rút|rút khỏi|đề xuất|gợi ý|xem xét)\b")
_DECIDED = re.compile(r"\b(?:bầu|nhất trí|công nhận|quyết định|biểu quyết)\b")
_RETRACTED = re.compile(
    r"(?<!như )(?<!như bài )\b(?:bài báo|bài viết|báo|tin|bài)\s+(?:đã\s+)?(?:viết|nêu|đưa|in|đăng|ghi)\b|\bthay vì\b"
)
# "A không phải là Cụm trưởng": denied of this office, not of those told beside it.
_DENIED = re.compile(r"\b(?:không phải|chưa phải|không|chưa|chưa từng|từ chối)(?: là| làm)?(?: đơn vị)?\s*$")
# "A từng làm Khối trưởng": in which year is not told, nor that A is one now.
_ONCE = re.compile(r"\btừng (?:được )?(?:là|làm|giữ|đảm nhận|đảm nhiệm|bầu)\b[^,;.:]{0,30}$")
# "khối 12 của trường có 30 học sinh, khối trưởng là cô A": who heads a grade of a school.
_GRADE = re.compile(r"\bkhối (?:lớp )?(?:\d|1[0-2])\b(?=.*\b(?:học sinh|giáo viên|cô|thầy)\b)")
_LEADING = re.compile(
    r"\s*(?:-\s*)?(?:theo đó|cụ thể|trước đó|như vậy|trong đó)?\s*,?\s*(?:(?:từ|trong|bước sang)\s+)?năm\b"
)
_ROTATION = re.compile(r"\s*[,:]?\s*(?:là|đến lượt|tới lượt|do|thì|sẽ là|thuộc về)?\s*")
_TOLD_BEFORE = "the office told before"
_IN_TITLE = "the title tells for which year the blocs are formed"
_ASSIGNED = re.compile(
    r"\b(?:giao nhiệm vụ|phân công|phân chia|chia|thành lập|tổ chức|củng cố|kiện toàn)\b[^.]*\b(?:cụm|khối)[^.]*"
    r"\bnăm ((?:19|20)\d\d)\s*$"
)
_VERBAL = frozenset({"leader.holds", "leader.named"})


@component("leaders")
def leaders(doc: Doc) -> None:
    """Add a Leader fact for every holder of an office in a bloc."""
    roles = starts(doc, "roles")
    found = blocs_of(doc)
    if not roles or not (found.groups or any(m.end - m.start > 1 for m in found.mentions)):
        return
    facts: list[Leader] = []
    roles = with_anaphors(doc, roles)
    previous: tuple[Tokens, Known | None] | None = None
    for sent in sentences_with(doc, roles):
        said = read_sentence(doc, sent, found, roles)
        known = previous[1] if previous and follows(doc, previous[0], sent) else _of_composition(doc, sent)
        own = list(_leaders(said, known))
        facts += own
        dated = [fact for fact in own if fact.year]
        one = len({fact.year for fact in dated}) == 1
        previous = (sent, _known(dated[-1]) if one else (None if own else _to_be_chosen(said)))
    facts += leaders_in_rows(doc, found, roles)
    doc.facts = (*doc.facts, *consolidated(facts))


@dataclass(frozen=True, slots=True)
class Known:
    """The year for which the sentence before told of an office, and where."""

    year: int
    evidence: Span


def _known(leader: Leader) -> Known | None:
    return Known(year=leader.year, evidence=leader.evidence[0]) if leader.year else None


def _of_composition(doc: Doc, sent: Tokens) -> Known | None:
    """ "Năm 2018, Cụm gồm 6 tỉnh. A được bầu làm Cụm trưởng.": the year of the bloc told right before its leaders."""
    if not sent.start or not follows(doc, before := doc[sent.start - 1].sent, sent):
        return None
    told = [
        (fact.year, span)
        for fact in doc.facts
        if isinstance(fact, Bloc) and fact.year
        for span in fact.evidence
        if before.start_char <= span.start < before.end_char
    ]
    return Known(year=told[0][0], evidence=told[0][1]) if len({year for year, _ in told}) == 1 else None


_TO_CHOOSE = re.compile(r"\b(?:bầu|cử|chọn|lựa chọn|phân công|suy tôn|bỏ phiếu)\b")


def _to_be_chosen(said: Sentence) -> Known | None:
    """ "Hội nghị bầu Cụm trưởng, Cụm phó năm 2021.": who was chosen is told in the sentence behind."""
    years = {office.year.first for office in said.offices if office.year}
    if len(years) != 1 or not _TO_CHOOSE.search(said.form(said.sent.start, said.sent.end)):
        return None
    return Known(year=years.pop(), evidence=span_of(said.doc, said.sent.start, said.sent.end))


def _leaders(said: Sentence, known: Known | None) -> Iterator[Leader]:
    before = said.form(said.sent.start, said.sent.end)
    if _RETRACTED.search(before):
        return
    pairs = paired(said)
    for office in said.offices:
        if _is_pending(said, office) or _is_of_many(said, office):
            continue
        own = [found for of, found in pairs if of is office]
        for found in own or holders_of(said, office):
            leader = _leader(said, office, found, known)
            if leader.year and found.rule in _VERBAL:
                known = _known(leader)  # "năm 2023 A là Cụm trưởng, B là Cụm phó"
            yield leader
        yield from _rotation(said, office)


def _is_pending(said: Sentence, office: Office) -> bool:
    if office.start > said.sent.start and said.doc.words[office.start - 1] == "nguyên":
        return True
    before = said.form(said.sent.start, office.start)
    if _DENIED.search(before) or (office.mention is None and _GRADE.search(said.form(said.sent.start, said.sent.end))):
        return True
    if office.year is None and _ONCE.search(before):
        return True
    last = last_end(_PENDING, before)
    return last >= 0 and not _DECIDED.search(before, last)


def _is_of_many(said: Sentence, office: Office) -> bool:
    """ "Khối trưởng các khối thi đua": heads of several blocs, whoever stands before them."""
    return re.match(r"\s*các (?:khối|cụm)\b", said.form(office.own_end, said.sent.end)) is not None


def _rotation(said: Sentence, office: Office) -> Iterator[Leader]:
    """ "năm 2018 A làm Khối trưởng, năm 2019 đến lượt B và năm 2020 là C"."""
    if office.year is None and not said.years:
        return
    later = next((o.start for o in said.offices if o.start > office.start), said.sent.end)
    for year in said.years:
        if year is office.year or year.start < said.doc.offsets[office.end - 1]:
            continue
        token = offset_token(said.doc, office.end, later, year.end)
        holder = next((h for h in said.held if token <= h.start < later), None)
        if holder is None or not _ROTATION.fullmatch(said.form(token, holder.start)):
            continue
        if not re.match(r"\s*(?:[,;.]|và\b|$)", said.form(holder.end, said.sent.end)):
            continue
        yield _made(said, office, Found(holder=holder, rule="leader.rotation"), year.first, ())


def _leader(said: Sentence, office: Office, found: Found, known: Known | None) -> Leader:
    year, inferred = _year_of(said, office, found, known)
    leader = _made(said, office, found, year, inferred)
    if known is not None and ("year", _TOLD_BEFORE) in inferred:
        return replace(leader, evidence=tuple(dict.fromkeys((*leader.evidence, known.evidence))))
    return leader


def _year_of(
    said: Sentence, office: Office, found: Found, known: Known | None
) -> tuple[int | None, tuple[tuple[str, str], ...]]:
    """The year of an office and its basis: said with it, heading the sentence, or of an office beside or before."""
    if found.rule == "leader.hands_over":
        return None, ()
    if office.year:
        return office.year.first, _basis(office.year)
    if found.rule == "leader.apposed" and (announced := _announced(said, office, found)):
        return announced.first, _basis(announced)
    if found.rule in {"leader.apposed", "leader.on_behalf"}:
        assigned = found.rule == "leader.apposed" and said.doc.words[said.sent.start] in "-–+•*"
        return _year_elsewhere(said, None) if assigned else (None, ())  # a line of those assigned
    later = next((o.year for o in said.offices if o.start > office.start and o.year), None)
    holder_start = said.doc.offsets[found.holder.start]
    leading = _LEADING.match(said.form(said.sent.start, said.sent.end))
    first = (
        said.years[0] if said.years and leading and said.years[0].start < said.sent.start_char + leading.end() else None
    )
    close = next(
        (y for y in reversed(said.years) if y.end <= holder_start and _close(said.doc, y.end, holder_start)), None
    )
    # A year with a colon heads the offices after it, as in "các chức danh năm 2024: Khối trưởng …".
    heading = next((y for y in said.years if re.match(r"\s*(?:gồm)?\s*:", said.doc.form[y.end : y.end + 8])), None)
    heading = heading if heading and heading.end <= said.doc.offsets[office.start] else None
    earlier = next((o.year for o in reversed(said.offices) if o.start < office.start and o.year), None)
    chosen = (
        close
        or heading
        or first
        or later
        or _behind_row(said, found)
        or (earlier if found.rule != "leader.takes_over" else None)
    )
    if chosen:
        return chosen.first, _basis(chosen)
    return _year_elsewhere(said, known) if found.rule in _VERBAL else (None, ())


def _behind_row(said: Sentence, found: Found) -> Years | None:
    """ "Khối trưởng là A, hai Khối phó là B và C năm 2025.": a year behind the last holder is that of all."""
    last = next((h for h in reversed(said.held) if h.start >= found.holder.start), None)
    if last is None or found.rule not in _VERBAL:
        return None
    end = said.doc[last.start : last.end].end_char
    form = said.doc.form
    return next(
        (
            y
            for y in said.years
            if re.fullmatch(r"\s*(?:trong|cho|của)?\s*", form[end : y.start])
            and re.match(r"\s*(?:[.;]|$)", form[y.end : said.sent.end_char])
        ),
        None,
    )


def _announced(said: Sentence, office: Office, found: Found) -> Years | None:
    """ "bầu Cụm trưởng, Cụm phó năm 2024 là A (Cụm trưởng) và B (Cụm phó)": the year of the offices announced."""
    if said.doc[found.holder.end : found.holder.end + 1].text not in {"(", "-", "–", "—"}:
        return None
    before = [o for o in said.offices if o.end <= found.holder.start]
    announced = next((o for o in reversed(before) if o.year), None)
    if announced is None or not re.match(
        r"\s*(?:(?:là|gồm|lần lượt là)\s*:?|:)\s", said.form(announced.end, office.start) + " "
    ):
        return None
    return announced.year


def _year_elsewhere(said: Sentence, known: Known | None) -> tuple[int | None, tuple[tuple[str, str], ...]]:
    """The year of the office told in the sentence before, or of the assignment that the title announces."""
    if known is not None:
        return known.year, (("year", _TOLD_BEFORE),)
    if assigned := _ASSIGNED.search(match_form(said.doc.article.title)):
        return int(assigned[1]), (("year", _IN_TITLE),)
    return None, ()


def _close(doc: Doc, end: int, start: int) -> bool:
    return re.fullmatch(rf"\s*[,:]?\s*(?:là)?\s*(?:{UNIT}\s+)?", doc.form[end:start]) is not None


def _basis(year: Years) -> tuple[tuple[str, str], ...]:
    return (("year", year.basis),) if year.basis else ()


def _made(
    said: Sentence, office: Office, found: Found, year: int | None, inferred: tuple[tuple[str, str], ...]
) -> Leader:
    doc = said.doc
    group = said.blocs.of.get(office.mention.start) if office.mention and office.mention.name else None
    spans = [span_of(doc, said.sent.start, said.sent.end)]
    if group is None:
        inside = [m for m in said.blocs.mentions if m.name and said.sent.start <= m.start < said.sent.end]
        group = (
            said.blocs.of[inside[-1].start]
            if inside and inside[-1].start < office.start
            else _bloc_of_member(said, office, found) or said.blocs.near(office.start)
        )
        if group and not inside:
            inferred = (*inferred, ("bloc", "the bloc that the article speaks of"))
            spans.append(_named_at(doc, group))
    return Leader(
        bloc=group.name if group else None,
        year=year,
        role=office.role,
        organization=_body(doc, found.holder),
        person=found.holder.person.text if found.holder.person and not found.body_only else None,
        evidence=tuple(spans),
        rule=found.rule,
        inferred=inferred,
    )


def _bloc_of_member(said: Sentence, office: Office, found: Found) -> Group | None:
    """The only bloc among whose members the holder of a bare office was listed."""
    body = found.holder.body
    if body is None or len(said.blocs.groups) < 2:
        return None
    kind = said.doc[office.start : office.own_end].form
    groups = [
        g for g in said.doc.user_data.get("member_of", {}).get(_form(body.text), ()) if g.mentions[0].type in kind
    ]
    return groups[0] if len(groups) == 1 else None


def _named_at(doc: Doc, group: Group) -> Span:
    mention = next((m for m in group.mentions if m.name == group.name), group.mentions[0])
    return span_of(doc, mention.start, mention.end)


@lru_cache(maxsize=4096)
def _form(name: str) -> str:
    return match_form(name)


def _body(doc: Doc, holder: Holder) -> str | None:
    """The holder's body as the list of members calls it; a chair of a people's committee stands for the place."""
    if holder.body is None:
        return None
    items = [item.name for item in doc.user_data.get("items", ())]
    forms = {_form(item) for item in items}
    name = next((b.text for b in holder.bodies if _form(b.text) in forms), holder.body.text)
    if holder.post and holder.body.kind == "authority":
        name = re.sub(
            r"^(?:UBND|HĐND|Ủy ban nhân dân)\s+(?=(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|quận|đặc khu) \S)",
            "",
            name,
        )
    form = _form(name)
    if form in forms:
        return name
    longer = {item for item in items if _form(item).endswith(" " + form)}
    return longer.pop() if len(longer) == 1 else name
