"""Sentences without a form that go on with the awards told before: their decision, the names a total counts, parts.

"Bằng khen được tặng theo Quyết định số …"; "Đó là bà A, …"; "Quyết định số …, truy tặng 9 cá nhân"
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.dates import published_day, reported_days
from extract.facts.award_acts import DECISION, signed
from extract.facts.award_forms import can_hold, find_forms
from extract.facts.award_lists import pure_list
from extract.facts.award_story import Story, named_row
from extract.facts.counted_lists import all_named
from extract.facts.kinds import NOUN
from extract.facts.recipient_names import NUMBERS, token_at
from extract.facts.recipients import recipients_at
from extract.names import span_of
from extract.text import match_form
from extract.view import Span as Words


def told_behind(story: Story, sentence: Words, matched: str) -> None:
    """Add to a story's rows what a sentence without a form tells of the awards before it."""
    if _decided(story, sentence, matched) or not story.last:
        return
    if not (_goes_on(story, sentence) or _act_alone(story, sentence, matched)):
        _continued(story, sentence, matched)


def _goes_on(story: Story, sentence: Words) -> bool:
    """A list of names parted by ";" that runs over into the next sentence or line."""
    head = story.last[-1]
    told = story.doc.article.text[head.award.evidence[-1].start : head.award.evidence[-1].end]
    names = pure_list(sentence) if head.award.recipient and ";" in told and told.rstrip()[-1:] in ";." else ()
    if not names or len({(r.award.award, r.award.grantor) for r in story.last}) > 1:
        return False
    span = span_of(sentence.doc, sentence.start, sentence.end)
    story.last = [named_row(head, name, span) for name in names if can_hold(head.form, name.kind)]
    story.rows += story.last
    return True


# "Theo đó, Quyết định số 81/QĐ-CTN, truy tặng [9 cá nhân]": an act and whom it is for.
_ACT = re.compile(
    r"\W*(?:(?:theo đó|cụ thể|trong đó|cùng với đó|đồng thời|còn)[,:]?\s+)?(?:[^,;:]{0,40}/qđ\s?-\s?[^;:]{0,60}?\s+)?"
    r"(?:(?:phong|truy|trao) tặng|tặng thưởng|tặng)(?:\s+cho)?\s+(?=\d)"
)


def _act_alone(story: Story, sentence: Words, matched: str) -> bool:
    """An act with a number of those honoured and no form: the form is the one told in the sentence before."""
    m = _ACT.match(matched)
    head = story.last[-1]
    if m is None or len({(r.award.award, r.award.grantor, r.award.status) for r in story.last}) > 1:
        return False
    doc = story.doc
    at = token_at(doc, sentence.start, m.end())
    found = recipients_at(doc, at, sentence.end)
    if found is None or found.items[0].start != at or any(r.text for r in found.items):
        return False
    span = span_of(doc, sentence.start, sentence.end)
    number, day = signed(sentence) or (head.award.decision, head.award.decision_date)
    for item in found.items:
        total = named_row(head, item, span)
        award = replace(total.award, count=item.count, decision=number, decision_date=day, rule="award.active.total")
        story.rows.append(replace(total, award=award, sentence=span))
    return True


_DECIDED = re.compile(
    r"^[^,;]{0,20}?\b(bằng khen|giấy khen|cờ thi đua|huân chương|danh hiệu"
    r"|các hình thức khen thưởng)[^,;]{0,30}\b(?:được (?:trao )?tặng|được ban hành"
    r"|theo)[^,;]{0,12} theo\s+quyết định|^theo quyết định"
)


def _decided(story: Story, sentence: Words, matched: str) -> bool:
    """ "Bằng khen được tặng theo Quyết định số … ngày …": the decision of the awards told before."""
    m = _DECIDED.search(matched)
    number = DECISION.search(matched)
    if m is None or number is None:
        return False
    days = reported_days(matched, published_day(story.doc.article.published))
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


def _continued(story: Story, sentence: Words, matched: str) -> None:
    """ "Đó là bà A, …; các ông: B, …": the names whom the total of the sentence before counts."""
    m = _CONTINUES.match(matched)
    totals = [r for r in story.last if r.award.recipient is None]
    if m is None or not totals:
        story.last = []
        return
    doc = story.doc
    at = token_at(doc, sentence.start, m.end())
    parts_of = (all_named(doc, at, sentence.end, r.award.recipient_kind, r.award.count or 0) for r in totals)
    complete_list = next((p[0] for p in parts_of if p), None)
    found = recipients_at(doc, at, sentence.end, loose=True) if complete_list is None else None
    names = tuple(complete_list or (r for r in (found.items if found else ()) if r.text))
    if not names:
        story.last = []
        return
    kinds = {n.kind for n in names}
    rows = [r for r in totals if r.award.recipient_kind in kinds] if len(totals) > 1 else totals
    named = {f.name for f in find_forms(doc, sentence.start, at)}  # "Trong đó, 6 Nghệ nhân nhân dân gồm: …"
    if named:
        rows = [r for r in rows if r.form.name in named]
        rows = [r for r in rows if r.award.count == len(names)] if len(rows) > 1 else rows
    if len(rows) != 1:
        story.last = []
        return
    total = rows[0]
    span = span_of(sentence.doc, sentence.start, sentence.end)
    complete = len(names) == total.award.count
    added = [named_row(total, name, span) for name in names]
    index = story.rows.index(total)
    story.rows[index : index + 1] = added if complete else [total, *added]
    if matched.lstrip()[:1] not in "-+•":
        # "2 tập thể gồm: …" is followed by "3 cá nhân gồm: …".
        story.last = [r for r in totals if r is not total]
