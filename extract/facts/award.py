"""Awards: which form, by whom, to whom or to how many, for which year, granted or proposed.

The clauses of a sentence say who gets what; context rules say whether it was granted, proposed or refused; this
module adds grantor, year and decision, and keeps one row an award and recipient (or total) of the article.
A caption or lead tells only what the body does not, a title only when it names the grantor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from extract.context import Category, category_at, find_triggers, parts
from extract.facts.aliases import written_out
from extract.facts.award_acts import (
    decision_of,
    granted_by,
)
from extract.facts.award_behind import told_behind
from extract.facts.award_below import follow
from extract.facts.award_classes import order
from extract.facts.award_clause import Clause
from extract.facts.award_counts import each_class
from extract.facts.award_forms import LAYER, UNCLASSED, can_hold, canonical, entries, held_by, identified
from extract.facts.award_givers import by_state
from extract.facts.award_lists import (
    BULLET,
    already_given,
    category_of,
    implied_opening,
    inline_clauses,
    is_item,
    item_clauses,
    opening,
    opens_line,
)
from extract.facts.award_pointers import point_back
from extract.facts.award_records import record_at, record_clauses
from extract.facts.award_rows import Row, by_law, of_the_dead, unique, with_grantors
from extract.facts.award_story import Story, named_row
from extract.facts.award_verbs import REVOKE
from extract.facts.award_years import HELD, NEWS, When, award_years, reported
from extract.facts.clauses import find_clauses
from extract.facts.recipient_names import Recipient
from extract.facts.recipients import recipients_at
from extract.model import Article, Award, Span, Status
from extract.names import span_of
from extract.tokens import component
from extract.view import Doc
from extract.view import Span as Words


def find_awards(doc: Doc) -> tuple[Award, ...]:
    """The awards of an article, in text order, each recipient or total once."""
    article: Article = doc.article
    if not doc.matches.get(LAYER):
        return ()
    point_back(doc)
    story = Story(doc=doc, report=reported(doc), forms=tuple(start for start, _, _ in doc.matches[LAYER]))
    titled: tuple[Row, ...] = ()
    blocks = {(b.start, b.end): b.kind for b in article.blocks}
    for sentence in doc.sents:
        kind = next((k for (s, e), k in blocks.items() if s <= sentence.start_char < e), "paragraph")
        story.body = kind == "paragraph"
        _read(story, sentence)
        if kind == "title":
            story.rows = [r for r in story.rows if _told_in_full(r)]
            titled = tuple(story.rows)
            story.last, story.heading, story.opening, story.pending = [], None, None, None
    again = [t for t in titled if by_state(t.form) and _told_again(t, story.rows)]
    rows = [r for r in story.rows if not any(r is t for t in again)]
    return tuple(by_law(r) for r in unique(with_grantors(doc, rows)))


def _told_in_full(row: Row) -> bool:
    """Whether a title, which shortens, tells an award with its grantor; a state's award with its class and by whom."""
    if by_state(row.form):
        classed = order(row.form) != "" or "classes" not in entries()[row.form.id].values
        return row.award.recipient is not None and classed and row.award.status in {"granted", "proposed"}
    return row.award.grantor is not None and row.award.status == "granted"


def _told_again(row: Row, rows: list[Row]) -> bool:
    """Whether the text tells of the award of a title, whatever it tells."""
    name = order(row.form) or row.form.name
    return any((order(r.form) or r.form.name) == name for r in rows if r.sentence != row.sentence)


def _read(story: Story, sentence: Words) -> None:
    story.item, story.recorded, above = is_item(sentence), False, story.above
    if not story.item and sentence.text.strip():
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
    elif story.rows:
        told_behind(story, sentence, sentence.form)
    if story.rows or story.heading is not None:
        follow(story, sentence, rows)


def _told(story: Story, sentence: Words) -> list[Row]:
    """The rows of a sentence that names forms."""
    rows: list[Row] = []
    story.heading = None
    record = record_at(sentence, _only_one(story.last))
    if record is None and story.record is not None and story.item:
        record = story.record, sentence.start
    clauses = record_clauses(sentence.doc, record[0], record[1], sentence.end) if record is not None else ()
    story.recorded = record is not None and (bool(clauses) or not story.item)
    if story.recorded:
        story.part = sentence
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


def _goes_on_proposing(story: Story, sentence: Words, clause: Clause, category: Category) -> bool:
    """ "A trình B tặng X. Tặng Y cho C.": a verb that opens its sentence without a subject goes on."""
    counted = clause.giver is None and not any(r.text for r in clause.recipients)
    if category == "granted" and counted and sentence.start and _DETAILS.match(sentence.form):
        before = sentence.doc.sentence_at(sentence.start - 1)
        if category_at(find_triggers(before), before.end - 1, before.end - 1)[0] == "proposed":
            return True  # "đề nghị khen thưởng 22 tập thể. Trong đó, 4 tập thể nhận Cờ …"
    opens = next((t.i for t in sentence if t.text[0].isalnum()), -1) == clause.verb.start
    proposed = bool(story.last) and all(r.award.status == "proposed" for r in story.last)
    return category == "granted" and opens and clause.verb.voice == "active" and clause.giver is None and proposed


# What tells the parts of the sentence before, and not that they were done already.
_DETAILS = re.compile(r"\W*(?:trong (?:số )?đó|cụ thể|gồm)\b(?!.*\b(?:đã|vừa)\b)")


def _only_one(rows: list[Row]) -> Recipient | None:
    """The one whom all rows name."""
    names = {(r.award.recipient, r.award.recipient_kind) for r in rows}
    name, kind = names.pop() if len(names) == 1 else (None, "person")
    return Recipient(start=0, end=0, text=name, kind=kind, count=1) if name else None


def _below(story: Story, sentence: Words) -> list[Row]:
    """The rows of a sentence without a form: the names of a line below a heading; an opening is kept for the next."""
    if not sentence.text.strip():
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
            row = named_row(heading, recipient, span)
            yield row if recipient.text else replace(row, award=replace(row.award, count=recipient.count))


def _rows(story: Story, sentence: Words, clause: Clause, status: Status) -> Iterator[Row]:
    """The rows of one clause, one a recipient (and year) or total."""
    doc = story.doc
    matched = sentence.form
    span = span_of(sentence.doc, sentence.start, sentence.end)
    grantor = granted_by(doc, sentence, matched, clause, status)
    grantor = written_out(doc, grantor) if grantor else None
    form = identified(clause.form, grantor)
    report = replace(story.report, heading=story.above if story.item else None)
    part = story.part or sentence
    when = award_years(part, part.form, clause, report, status)
    before = already_given(sentence, clause)
    if when.basis in {NEWS, HELD} and before:
        when = When(years=())
    if story.recorded and when.basis:
        when = When(years=())  # a record tells its years, or none
    decision, decision_date = decision_of(sentence, matched, clause, status)
    if decision_date and (not when.years or when.basis == NEWS):
        when = When(years=(int(decision_date[:4]),), basis="year of the decision")
    dead = _posthumous(doc, clause)
    for recipient in map(of_the_dead, clause.recipients) if dead else clause.recipients:
        held = held_by(form, recipient.kind)
        if not can_hold(held, recipient.kind) or not _counts(clause, recipient, status):
            continue
        count, years = _how_often(story.doc, clause, recipient, when)
        sources = (when.source, _naming(doc, sentence, recipient))
        award = Award(
            award=canonical(held, grantor),
            form=held.id,
            grantor=grantor,
            recipient=written_out(doc, recipient.text) if recipient.text else None,
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
            yield Row(row, span, held, when.basis is None and year is not None, story.body, before, dead)


def _posthumous(doc: Doc, clause: Clause) -> bool:
    """Whether a clause speaks of an award for the dead, which their families are handed."""
    norms = doc.norms
    return any(
        norms[i] == "truy" and norms[i + 1] == "tặng" for i in range(clause.start, min(clause.end, len(norms) - 1))
    )


def _counts(clause: Clause, recipient: Recipient, status: Status) -> bool:
    """Whether a recipient of a clause makes a row: a total needs a form of its own, a name a told number of awards."""
    if clause.form.many and (recipient.text is not None or clause.verb.voice == "passive"):
        return False
    if recipient.text is not None:
        return clause.form.id != UNCLASSED
    # Of what did not happen only the named is told firmly enough.
    return status not in {"refused", "revoked"} and clause.alone and not clause.times


def _how_often(doc: Doc, clause: Clause, recipient: Recipient, when: When) -> tuple[int | None, tuple[int | None, ...]]:
    """(count, the years of the rows): "năm 2011, 2012" are two rows, "5 năm liền" is one row of five."""
    if recipient.text is None:
        return recipient.count, when.years if len(when.years) == 1 else (None,)
    if len(when.years) > 1 and clause.times in {None, len(when.years)}:
        return 1, when.years
    if clause.often:
        return None, (None,)
    if clause.times:
        count = 1 if each_class(doc, clause.form, clause.times) else clause.times
        return count, when.years if clause.times == 1 and len(when.years) == 1 else (None,)
    return recipient.count, when.years if len(when.years) == 1 else (None,)


def _naming(doc: Doc, sentence: Words, recipient: Recipient) -> Span | None:
    """The sentence that names in full whom a sentence calls "anh", "ông Thạo", "nhà trường", or leaves unsaid."""
    if not recipient.text or recipient.text in sentence.text:
        return None
    at = doc.article.text.find(recipient.text)
    found = next((s for s in doc.sents if s.start_char <= at < s.end_char), None)
    return span_of(doc, found.start, found.end) if found is not None else None


@component("awards")
def awards(doc: Doc) -> None:
    """Add the awards of a Doc to its facts."""
    doc.facts = (*doc.facts, *find_awards(doc))
