"""Awards: which form, by whom, to whom or to how many, for which year, granted or proposed.

The clauses of a sentence say who gets what; context rules say whether it was granted, proposed or refused; this
module adds grantor, year and decision, and keeps one row an award and recipient (or total) of the article.
A caption or lead tells only what the body does not, a title only when it names the grantor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from extract.context import Category, parts
from extract.dates import find_days, published_day
from extract.facts.award_acts import DECISION, as_written, decision_of, granted_by
from extract.facts.award_clause import Clause
from extract.facts.award_forms import LAYER, UNCLASSED, can_hold, canonical, held_by, identified
from extract.facts.award_givers import by_state
from extract.facts.award_lists import (
    BULLET,
    Opening,
    already_given,
    category_of,
    implied_opening,
    inline_clauses,
    is_item,
    item_clauses,
    opening,
    opens_line,
    pure_list,
)
from extract.facts.award_pointers import point_back
from extract.facts.award_records import record_at, record_clauses
from extract.facts.award_rows import Row, by_law, unique, with_grantors
from extract.facts.award_verbs import REVOKE
from extract.facts.award_years import HELD, NEWS, Report, When, award_years, reported
from extract.facts.clauses import find_clauses
from extract.facts.counted import parted
from extract.facts.kinds import NOUN
from extract.facts.recipient_names import NUMBERS, Recipient
from extract.facts.recipients import recipients_at
from extract.model import Article, Award, Span, Status
from extract.names import span_of
from extract.sentences import sentence_spans
from extract.text import match_form
from extract.tokens import component, sentence_form, sentence_text
from extract.view import Doc
from extract.view import Span as Words


@dataclass(slots=True)
class _Story:
    """What has been read of an article so far."""

    doc: Doc
    report: Report
    forms: tuple[int, ...]  # tokens at which forms start
    rows: list[Row] = field(default_factory=list)
    last: list[Row] = field(default_factory=list)  # rows of the sentence before
    heading: Row | None = None  # what the line that heads a list says of the lines below it
    opening: Opening | None = None  # what it says where it names no form
    record: Recipient | None = None  # whose record the lines below list
    recorded: bool = False  # whether the sentence is part of a record
    above: Words | None = None  # the last line that is none of a list
    body: bool = True  # whether the sentence stands in a paragraph
    item: bool = False  # whether it is a line of a list
    part: Words | None = None  # the sentence, up to a full stop that lost its blank


def find_awards(doc: Doc) -> tuple[Award, ...]:
    """The awards of an article, in text order, each recipient or total once."""
    article: Article = doc.article
    if not doc.matches.get(LAYER):
        return ()
    point_back(doc)
    story = _Story(doc=doc, report=reported(doc), forms=tuple(start for start, _, _ in doc.matches[LAYER]))
    blocks = {(b.start, b.end): b.kind for b in article.blocks}
    for sentence in sentence_spans(doc):
        kind = next((k for (s, e), k in blocks.items() if s <= sentence.start_char < e), "paragraph")
        story.body = kind == "paragraph"
        _read(story, sentence)
        if kind == "title":
            story.rows = [r for r in story.rows if _told_in_full(r)]
            story.last, story.heading, story.opening = [], None, None
    return tuple(by_law(r) for r in unique(with_grantors(doc, story.rows)))


def _told_in_full(row: Row) -> bool:
    """Whether a title, which shortens, tells an award with its grantor; orders it tells without their class."""
    return row.award.grantor is not None and row.award.status == "granted" and not by_state(row.form)


def _read(story: _Story, sentence: Words) -> None:
    story.item, story.recorded, above = is_item(sentence), False, story.above
    if not story.item and sentence_text(sentence).strip():
        story.above = sentence
    if any(sentence.start <= i < sentence.end for i in story.forms):
        rows = _told(story, sentence)
    else:
        rows = _below(story, sentence)
    if story.recorded:
        story.above = above  # a record stands between the items of a list
    if rows:
        story.rows += rows
        story.last = rows
        return
    if not story.rows:
        return
    matched = sentence_form(sentence)
    if not _decided(story, sentence, matched) and story.last and not _goes_on(story, sentence):
        _continued(story, sentence, matched)


def _goes_on(story: _Story, sentence: Words) -> bool:
    """A list of names parted by ";" that runs over into the next sentence or line."""
    head = story.last[-1]
    told = story.doc.article.text[head.award.evidence[-1].start : head.award.evidence[-1].end]
    names = pure_list(sentence) if head.award.recipient and ";" in told and told.rstrip()[-1:] in ";." else ()
    if not names or len({(r.award.award, r.award.grantor) for r in story.last}) > 1:
        return False
    span = span_of(sentence.doc, sentence.start, sentence.end)
    story.last = [_named_row(head, name, span) for name in names if can_hold(head.form, name.kind)]
    story.rows += story.last
    return True


def _told(story: _Story, sentence: Words) -> list[Row]:
    """The rows of a sentence that names forms."""
    rows: list[Row] = []
    story.heading = None
    record = record_at(sentence, _only_one(story.last))
    if record is None and story.record is not None and story.item:
        record = story.record, sentence.start
    story.recorded = record is not None
    if record is not None:
        story.part = sentence
        clauses = record_clauses(sentence.doc, record[0], record[1], sentence.end)
        return [row for clause in clauses for row in _rows(story, sentence, clause, "granted")]
    around = story.opening if story.item or opens_line(sentence) else None
    if around is None and story.item:
        around = implied_opening(story.above, sentence)
    found = [(part, find_clauses(part)) for part in parts(sentence)]
    if not any(clauses for _, clauses in found):
        found = [(sentence, item_clauses(sentence, around) if around is not None else inline_clauses(sentence))]
    for story.part, clauses in found:
        for clause in clauses:
            category = category_of(sentence, clause, around)
            if _goes_on_proposing(story, sentence, clause, category):
                category = "proposed"
            only_said = category in {"hypothetical", "proposed"} and already_given(sentence, clause)
            status = "granted" if only_said else _status(category, clause)
            if status is None:
                continue
            rows += _rows(story, sentence, clause, status)
            if not clause.recipients:
                below = replace(clause, recipients=(_BELOW,))
                story.heading = next(_rows(story, sentence, below, status), None)
    if not (around is not None and (story.item or rows)):
        story.opening = opening(sentence, None)
    return rows


def _goes_on_proposing(story: _Story, sentence: Words, clause: Clause, category: Category) -> bool:
    """ "A trình B tặng X. Tặng Y cho C.": a verb that opens its sentence without a subject goes on."""
    opens = next((t.i for t in sentence if t.text[0].isalnum()), -1) == clause.verb.start
    proposed = bool(story.last) and all(r.award.status == "proposed" for r in story.last)
    return category == "granted" and opens and clause.verb.voice == "active" and clause.giver is None and proposed


def _only_one(rows: list[Row]) -> Recipient | None:
    """The one whom all rows name."""
    names = {(r.award.recipient, r.award.recipient_kind) for r in rows}
    name, kind = names.pop() if len(names) == 1 else (None, "person")
    return Recipient(start=0, end=0, text=name, kind=kind, count=1) if name else None


def _below(story: _Story, sentence: Words) -> list[Row]:
    """The rows of a sentence without a form: the names of a line below a heading; an opening is kept for the next."""
    if not sentence_text(sentence).strip():
        return []
    if not story.item:
        record = record_at(sentence, _only_one(story.last))
        story.record = record[0] if record is not None else None
    inner = opening(sentence, story.opening if story.item else None)
    if inner is not None or not story.item:
        story.opening = inner
    if story.heading is None:
        return []
    if story.item:
        return list(_listed(story.heading, story.doc, sentence))
    story.heading = None
    return []


def _status(category: Category, clause: Clause) -> Status | None:
    """What a category makes of an award; None where there is none to tell of."""
    if category == "granted" and clause.verb.kind == REVOKE:
        return "revoked"
    return None if category in {"negated", "registered", "hypothetical"} else cast(Status, category)


# Stands for the recipients that the lines below a heading name.
_BELOW = Recipient(start=0, end=0, text="", kind="group", count=1)


def _listed(heading: Row, doc: Doc, sentence: Words) -> Iterator[Row]:
    """The rows of one line of a list: what the heading says ("Đề nghị UBND tỉnh tặng Bằng khen:") holds for it."""
    m = BULLET.match(sentence.text)
    at = next((t.i for t in sentence if m and t.idx - sentence.start_char >= m.end()), sentence.end)
    found = recipients_at(doc, at, sentence.end)
    span = span_of(sentence.doc, sentence.start, sentence.end)
    for recipient in found.items if found else ():
        if can_hold(heading.form, recipient.kind):
            row = _named_row(heading, recipient, span)
            yield row if recipient.text else replace(row, award=replace(row.award, count=recipient.count))


def _rows(story: _Story, sentence: Words, clause: Clause, status: Status) -> Iterator[Row]:
    """The rows of one clause, one a recipient (and year) or total."""
    doc = story.doc
    matched = sentence_form(sentence)
    span = span_of(sentence.doc, sentence.start, sentence.end)
    grantor = granted_by(doc, sentence, matched, clause, status)
    form = identified(clause.form, grantor)
    report = replace(story.report, heading=story.above if story.item else None)
    part = story.part or sentence
    when = award_years(part, sentence_form(part), clause, report, status)
    before = already_given(sentence, clause)
    if when.basis in {NEWS, HELD} and before:
        when = When(years=())
    if story.recorded and when.basis:
        when = When(years=())  # a record tells its years, or none
    decision, decision_date = decision_of(sentence, matched, clause, status)
    if decision_date and (not when.years or when.basis == NEWS):
        when = When(years=(int(decision_date[:4]),), basis="year of the decision")
    for recipient in clause.recipients:
        held = held_by(form, recipient.kind)
        if not can_hold(held, recipient.kind) or not _counts(clause, recipient, status):
            continue
        count, years = _how_often(clause, recipient, when)
        sources = (when.source, _naming(doc, sentence, recipient))
        award = Award(
            award=canonical(held, grantor),
            form=held.id,
            grantor=as_written(form, grantor),
            recipient=recipient.text,
            recipient_kind=recipient.kind,
            count=count,
            year=None,
            status=status,
            decision=decision,
            decision_date=decision_date,
            evidence=tuple(dict.fromkeys((span, *(s for s in sources if s)))),
            rule=f"award.{clause.verb.voice}" + (".total" if recipient.text is None else ""),
        )
        for year in years:
            inferred = (("year", when.basis),) if when.basis and year is not None else ()
            row = replace(award, year=year, inferred=inferred)
            yield Row(row, span, held, when.basis is None and year is not None, story.body, before)


def _counts(clause: Clause, recipient: Recipient, status: Status) -> bool:
    """Whether a recipient of a clause makes a row: a total needs a form of its own, a name a told number of awards."""
    if clause.form.many and (recipient.text is not None or clause.verb.voice == "passive"):
        return False
    if recipient.text is not None:
        return clause.form.id != UNCLASSED
    # Of what did not happen only the named is told firmly enough.
    return status not in {"refused", "revoked"} and clause.alone and not clause.times


def _how_often(clause: Clause, recipient: Recipient, when: When) -> tuple[int | None, tuple[int | None, ...]]:
    """(count, the years of the rows): "năm 2011, 2012" are two rows, "5 năm liền" is one row of five."""
    if recipient.text is None:
        return recipient.count, when.years if len(when.years) == 1 else (None,)
    if len(when.years) > 1 and clause.times in {None, len(when.years)}:
        return 1, when.years
    if clause.often:
        return None, (None,)
    if clause.times:
        return clause.times, when.years if clause.times == 1 and len(when.years) == 1 else (None,)
    return recipient.count, when.years if len(when.years) == 1 else (None,)


def _naming(doc: Doc, sentence: Words, recipient: Recipient) -> Span | None:
    """The sentence that names in full whom a sentence calls "anh", "ông Thạo", "nhà trường", or leaves unsaid."""
    if not recipient.text or recipient.text in sentence.text:
        return None
    at = doc.article.text.find(recipient.text)
    found = next((s for s in sentence_spans(doc) if s.start_char <= at < s.end_char), None)
    return span_of(doc, found.start, found.end) if found is not None else None


_DECIDED = re.compile(
    r"^[^,;]{0,20}?\b(bằng khen|giấy khen|cờ thi đua|huân chương|danh hiệu"
    r"|các hình thức khen thưởng)[^,;]{0,30}\b(?:được (?:trao )?tặng|được ban hành"
    r"|theo)[^,;]{0,12} theo\s+quyết định|^theo quyết định"
)


def _decided(story: _Story, sentence: Words, matched: str) -> bool:
    """ "Bằng khen được tặng theo Quyết định số … ngày …": the decision of the awards told before."""
    m = _DECIDED.search(matched)
    number = DECISION.search(matched)
    if m is None or number is None:
        return False
    days = find_days(matched, published_day(story.doc.article.published))
    day = next((d for d in days if 0 <= d.start - number.end() <= 8), None)
    span = span_of(sentence.doc, sentence.start, sentence.end)
    word = m[1] or ""
    rows = [r for r in story.rows if r.award.status == "granted" and r.award.decision is None]
    rows = (
        [r for r in rows if word in match_form(r.award.award)]
        if word in match_form(" ".join(r.award.award for r in rows))
        else story.last
    )
    if len({r.award.grantor for r in rows}) > 1:
        rows = [r for r in rows if r in story.last]
    for row in rows:
        index = story.rows.index(row)
        award = replace(
            row.award,
            decision=re.sub(r"\s", "", sentence.text[number.start(1) : number.end(1)]),
            decision_date=day.iso if day else None,
            year=row.award.year if row.stated_year or day is None else day.value.year,
            inferred=row.award.inferred if row.stated_year or day is None else (("year", "year of the decision"),),
            evidence=tuple(dict.fromkeys((*row.award.evidence, span))),
        )
        story.rows[index] = replace(row, award=award)
    story.last = []
    return True


_COUNTED = rf"(?:các |những |số |\d+ |(?:{'|'.join(NUMBERS)}) ){NOUN}"
_CONTINUES = re.compile(
    r"^\s*(?:[-+•]\s|(?:(?:theo đó|cụ thể|trong đó)[,:]?\s+)?(?:(?:đó|họ) (?:là|gồm)|gồm|bao gồm|danh sách|cụ thể"
    rf"|trong số {_COUNTED}[^.;:]{{0,40}}\bcó\b|trong đó có|{_COUNTED}[^.;:]{{0,60}}\b(?:bao gồm|gồm|là)\b))[\s:]*"
)


def _continued(story: _Story, sentence: Words, matched: str) -> None:
    """ "Đó là bà A, …; các ông: B, …": the names whom the total of the sentence before counts."""
    m = _CONTINUES.match(matched)
    totals = [r for r in story.last if r.award.recipient is None]
    if m is None or not totals:
        story.last = []
        return
    doc = story.doc
    at = next((t.i for t in sentence if t.idx - sentence.start_char >= m.end()), sentence.end)
    parts_of = (parted(doc, at, sentence.end, r.award.recipient_kind, r.award.count or 0) for r in totals)
    complete_list = next((p[0] for p in parts_of if p), None)
    found = recipients_at(doc, at, sentence.end, loose=True) if complete_list is None else None
    names = tuple(complete_list or (r for r in (found.items if found else ()) if r.text))
    if not names:
        story.last = []
        return
    kinds = {n.kind for n in names}
    rows = [r for r in totals if r.award.recipient_kind in kinds] if len(totals) > 1 else totals
    if len(rows) != 1:
        story.last = []
        return
    total = rows[0]
    span = span_of(sentence.doc, sentence.start, sentence.end)
    complete = len(names) == total.award.count
    added = [_named_row(total, name, span) for name in names]
    index = story.rows.index(total)
    story.rows[index : index + 1] = added if complete else [total, *added]
    if matched.lstrip()[:1] not in "-+•":
        # "2 tập thể gồm: …" is followed by "3 cá nhân gồm: …".
        story.last = [r for r in totals if r is not total]


def _named_row(total: Row, name: Recipient, span: Span) -> Row:
    award = replace(
        total.award,
        recipient=name.text,
        recipient_kind=name.kind,
        count=1,
        evidence=tuple(dict.fromkeys((*total.award.evidence, span))),
        rule=total.award.rule.removesuffix(".total") + ".list",
    )
    return replace(total, award=award)


@component("awards")
def awards(doc: Doc) -> None:
    """Add the awards of a Doc to its facts."""
    doc.facts = (*doc.facts, *find_awards(doc))
