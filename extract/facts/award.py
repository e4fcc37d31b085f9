"""Awards: which form, by whom, to whom or to how many, for which year, granted or proposed.

The clauses of a sentence say who gets what; context rules say whether it was granted, proposed or refused; this
module adds grantor, year and decision, and keeps one row an award and recipient (or total) of the article.
A caption or lead tells only what the body does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

from extract.context import Category, category_at, find_triggers, parts
from extract.dates import find_days, published_day
from extract.facts.award_forms import LAYER, Form, can_hold, canonical, identified
from extract.facts.award_same import alike, same_grantor
from extract.facts.award_verbs import REVOKE
from extract.facts.award_years import NEWS, Report, award_year, reported
from extract.facts.bodies import givers
from extract.facts.clauses import Clause, find_clauses
from extract.facts.recipient_names import Recipient
from extract.facts.recipients import recipients_at
from extract.model import Article, Award, Span, Status
from extract.sentences import sentence_spans
from extract.text import fold, match_form
from extract.tokens import sentence_form

_DECISION = re.compile(r"\bquyết định\s+(?:số\s*:?\s*)?(\d+\s?/\s?qđ\s?-\s?[\w-]+)")
_ON_BEHALF = re.compile(r"\b(?:thừa|được)\s+(?:ủy|uỷ)\s+(?:quyền|nhiệm)\s+(?:của\s+)?")
_MOVEMENT_DECISION = re.compile(
    r"\b(?:kế hoạch|về việc (?:thành lập|phát động|ban hành)|phê duyệt|về phong trào|tổ chức cụm|lập các cụm)\b"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in the making: the award, and where and how firmly it is told."""

    award: Award
    sentence: Span
    form: Form
    stated_year: bool
    body: bool  # told in a paragraph, not in a caption, lead or title


@dataclass(slots=True)
class _Story:
    """What has been read of an article so far."""

    doc: Doc
    report: Report
    forms: tuple[int, ...]  # tokens at which forms start
    rows: list[_Row] = field(default_factory=list)
    last: list[_Row] = field(default_factory=list)  # rows of the sentence before
    heading: _Row | None = None  # what the line that heads a list says of the lines below it


def find_awards(doc: Doc) -> tuple[Award, ...]:
    """The awards of an article, in text order, each recipient or total once."""
    article: Article = doc._.article
    if not doc.spans.get(LAYER):
        return ()
    story = _Story(doc=doc, report=reported(doc), forms=tuple(s.start for s in doc.spans[LAYER]))
    blocks = {(b.start, b.end): b.kind for b in article.blocks}
    for sentence in sentence_spans(doc):
        kind = next((k for (s, e), k in blocks.items() if s <= sentence.start_char < e), "paragraph")
        if kind == "title":
            continue
        _read(story, sentence, kind == "paragraph")
    return tuple(r.award for r in _unique(story.rows))


def _read(story: _Story, sentence: Words, body: bool) -> None:
    rows: list[_Row] = []
    if any(sentence.start <= i < sentence.end for i in story.forms):
        story.heading = None
        triggers = find_triggers(sentence)
        for clause in (c for part in parts(sentence) for c in find_clauses(part)):
            category, _ = category_at(triggers, clause.form.start, clause.form.end)
            status = _status(category, clause)
            if status is not None:
                rows += _rows(story, sentence, clause, status, body)
                if not clause.recipients:
                    below = replace(clause, recipients=(_BELOW,))
                    story.heading = next(_rows(story, sentence, below, status, body), None)
    elif story.heading is not None:
        if _BULLET.match(sentence.text):
            rows = list(_listed(story.heading, story.doc, sentence))
        elif sentence.text.strip():
            story.heading = None
    if rows:
        story.rows += rows
        story.last = rows
        return
    if not story.rows:
        return
    matched = sentence_form(sentence)
    if not _decided(story, sentence, matched) and story.last:
        _continued(story, sentence, matched)


def _status(category: Category, clause: Clause) -> Status | None:
    """What a category makes of an award; None where there is none to tell of."""
    if category == "granted" and clause.verb.kind == REVOKE:
        return "revoked"
    return None if category in {"negated", "registered", "hypothetical"} else cast(Status, category)


_BULLET = re.compile(r"\s*(?:[-–+•*]|\d{1,2}[.)])\s*")
# Stands for the recipients that the lines below a heading name.
_BELOW = Recipient(start=0, end=0, text="", kind="group", count=1)


def _listed(heading: _Row, doc: Doc, sentence: Words) -> Iterator[_Row]:
    """The rows of one line of a list: what the heading says ("Đề nghị UBND tỉnh tặng Bằng khen:") holds for it."""
    m = _BULLET.match(sentence.text)
    at = next((t.i for t in sentence if m and t.idx - sentence.start_char >= m.end()), sentence.end)
    found = recipients_at(doc, at, sentence.end)
    span = Span(start=sentence.start_char, end=sentence.start_char + len(sentence.text.rstrip()))
    for recipient in found.items if found else ():
        if can_hold(heading.form, recipient.kind):
            row = _named_row(heading, recipient, span)
            yield row if recipient.text else replace(row, award=replace(row.award, count=recipient.count))


def _rows(story: _Story, sentence: Words, clause: Clause, status: Status, body: bool) -> Iterator[_Row]:
    """The rows of one clause, one a recipient or total."""
    doc = story.doc
    matched = sentence_form(sentence)
    span = Span(start=sentence.start_char, end=sentence.start_char + len(sentence.text.rstrip()))
    grantor = _grantor(doc, sentence, matched, clause)
    form = identified(clause.form, grantor)
    year, basis, source = award_year(sentence, matched, clause, story.report, status)
    decision, decision_date = _decision(story, sentence, matched, clause, status)
    if decision_date and (year is None or basis == NEWS):
        year, basis = int(decision_date[:4]), "year of the decision"
    for recipient in clause.recipients:
        if not can_hold(form, recipient.kind):
            continue
        if recipient.text is None and status in {"refused", "revoked"}:
            continue  # of what did not happen only the named is told firmly enough
        if recipient.text is None and (not clause.alone or clause.times):
            continue
        count: int | None = clause.times if clause.times and recipient.text else recipient.count
        several = bool(clause.times and clause.times > 1) or (clause.often and recipient.text is not None)
        if clause.often and recipient.text:
            count = None
        sources = (source, _naming(doc, sentence, recipient))
        evidence = tuple(dict.fromkeys((span, *(s for s in sources if s))))
        award = Award(
            award=canonical(form, grantor),
            form=form.id,
            grantor=_as_written(form, grantor),
            recipient=recipient.text,
            recipient_kind=recipient.kind,
            count=count,
            year=None if several else year,
            status=status,
            decision=decision,
            decision_date=decision_date,
            evidence=evidence,
            rule=f"award.{clause.verb.voice}" + (".total" if recipient.text is None else ""),
            inferred=(("year", basis),) if basis and year is not None and not several else (),
        )
        yield _Row(award, span, form, basis is None and year is not None, body)


def _naming(doc: Doc, sentence: Words, recipient: Recipient) -> Span | None:
    """The sentence that names the person whom a sentence calls "anh" or "ông Thạo"."""
    if recipient.kind != "person" or not recipient.text or recipient.text in sentence.text:
        return None
    at = doc._.article.text.find(recipient.text)
    found = next((s for s in sentence_spans(doc) if s.start_char <= at < s.end_char), None)
    if found is None:
        return None
    return Span(start=found.start_char, end=found.start_char + len(found.text.rstrip()))


def _as_written(form: Form, grantor: str | None) -> str | None:
    if form.name == "Cờ thi đua" and grantor in {"Thủ tướng Chính phủ", "Thủ tướng"} and form.owner is not None:
        return "Chính phủ"
    return grantor


def _grantor(doc: Doc, sentence: Words, matched: str, clause: Clause) -> str | None:
    """The owner of the form, the one on whose behalf it is presented, or the subject of granting; never a presenter."""
    if clause.form.owner is not None and not clause.form.owner.presents:
        return clause.form.owner.text
    offset = doc[clause.verb.start].idx - sentence.start_char
    behalf = list(_ON_BEHALF.finditer(matched, 0, max(offset, 0)))
    if behalf:
        at = next((t.i for t in sentence if t.idx - sentence.start_char >= behalf[-1].end()), None)
        found = givers(doc, at, min(at + 16, sentence.end)) if at is not None else ()
        # "Thừa ủy quyền của X, A trao …; Bộ B tặng …": B grants for itself.
        itself = at is not None and clause.giver is not None and clause.giver.start >= clause.start > at
        if found and found[0].start == at and not itself:
            return found[0].text
    return clause.giver.text if clause.giver else None


def _decision(
    story: _Story, sentence: Words, matched: str, clause: Clause, status: Status
) -> tuple[str | None, str | None]:
    """The decision that a sentence names for its awards, and its day."""
    found = list(_DECISION.finditer(matched))
    found = [
        m for m in found if not _MOVEMENT_DECISION.search(matched[m.end() : m.end() + 90].split(" tặng", maxsplit=1)[0])
    ]
    if not found:
        return None, None
    doc = story.doc
    offset = doc[clause.form.start].idx - sentence.start_char
    before = [m for m in found if m.start() < offset]
    # "Quyết định 477 hủy bỏ Quyết định 48 về việc tặng …": what is revoked is revoked by the first.
    m = before[-1] if before and status != "revoked" else found[0]
    number = re.sub(r"\s", "", sentence.text[m.start(1) : m.end(1)])
    days = find_days(matched, published_day(doc._.article.published))
    near = [d for d in days if 0 <= d.start - m.end() <= 8]
    if not near:
        # "Trước đó, ngày 18/7, Thủ tướng ký Quyết định số …".
        near = [d for d in days if d.end <= m.start() and re.search(r"\bký\b", matched[d.end : m.start()])]
    return number, near[-1].iso if near else None


_DECIDED = re.compile(
    r"^[^,;]{0,20}?\b(bằng khen|giấy khen|cờ thi đua|huân chương|danh hiệu"
    r"|các hình thức khen thưởng)[^,;]{0,30}\b(?:được (?:trao )?tặng|được ban hành"
    r"|theo)[^,;]{0,12} theo\s+quyết định|^theo quyết định"
)


def _decided(story: _Story, sentence: Words, matched: str) -> bool:
    """ "Bằng khen được tặng theo Quyết định số … ngày …": the decision of the awards told before."""
    m = _DECIDED.search(matched)
    number = _DECISION.search(matched)
    if m is None or number is None:
        return False
    days = find_days(matched, published_day(story.doc._.article.published))
    day = next((d for d in days if 0 <= d.start - number.end() <= 8), None)
    span = Span(start=sentence.start_char, end=sentence.start_char + len(sentence.text.rstrip()))
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


_CONTINUES = re.compile(
    r"^\s*(?:[-+•]\s|đó là|gồm|bao gồm|cụ thể|danh sách|trong số (?:các |những )?(?:cá nhân|tập thể|đơn vị"
    r"|người)[^.;:]{0,40}\bcó\b|trong đó có|các (?:cá nhân|tập thể|đơn vị)[^.;:]{0,50}\b(?:gồm|là)\b)[\s:]*"
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
    found = recipients_at(doc, at, sentence.end, loose=True)
    names = tuple(r for r in found.items if r.text) if found else ()
    if not names:
        story.last = []
        return
    kinds = {n.kind for n in names}
    rows = [r for r in totals if r.award.recipient_kind in kinds] if len(totals) > 1 else totals
    if len(rows) != 1:
        story.last = []
        return
    total = rows[0]
    span = Span(start=sentence.start_char, end=sentence.start_char + len(sentence.text.rstrip()))
    complete = len(names) == total.award.count
    added = [_named_row(total, name, span) for name in names]
    index = story.rows.index(total)
    story.rows[index : index + 1] = added if complete else [total, *added]
    if matched.lstrip()[:1] not in "-+•":
        story.last = []


def _named_row(total: _Row, name: Recipient, span: Span) -> _Row:
    award = replace(
        total.award,
        recipient=name.text,
        recipient_kind=name.kind,
        count=1,
        evidence=tuple(dict.fromkeys((*total.award.evidence, span))),
        rule=total.award.rule.removesuffix(".total") + ".list",
    )
    return replace(total, award=award)


def _unique(rows: list[_Row]) -> list[_Row]:
    """One row an award and recipient (or total); captions and leads add only forms the body does not tell."""
    told = {(_plain(r.award), r.award.status) for r in rows if r.body}
    out: list[_Row] = []
    for row in rows:
        if not row.body and (_plain(row.award), row.award.status) in told:
            continue
        for index, old in enumerate(out):
            if _same(old, row):
                out[index] = _joined(old, row)
                break
        else:
            out.append(row)
    return [r for r in out if not _counts_names(r, out)]


def _counts_names(row: _Row, rows: list[_Row]) -> bool:
    """A small total whose every recipient has a row by name: the list is complete, the total says nothing more."""
    count = row.award.count
    if row.award.recipient is not None or count is None or count > 12:
        return False
    named = [
        r
        for r in rows
        if r.award.recipient is not None
        and (_plain(r.award), r.award.status) == (_plain(row.award), row.award.status)
        and r.award.recipient_kind == row.award.recipient_kind
        and (not r.award.grantor or not row.award.grantor or same_grantor(r.award.grantor, row.award.grantor))
    ]
    return len(named) == count


def _plain(award: Award) -> str:
    return re.sub(r" của .*$", "", fold(award.award))


def _same(old: _Row, new: _Row) -> bool:
    a, b = old.award, new.award
    if a.status != b.status or _plain(a) != _plain(b):
        return False
    if a.grantor and b.grantor and not same_grantor(a.grantor, b.grantor):
        return False
    if a.recipient is None or b.recipient is None:
        if a.recipient != b.recipient or a.count != b.count or a.recipient_kind != b.recipient_kind:
            return False
    elif not alike(a.recipient, b.recipient):
        return False
    return not (old.stated_year and new.stated_year and a.year != b.year)


def _joined(old: _Row, new: _Row) -> _Row:
    """The first telling, with what a later one adds and its sentence as evidence."""
    a, b = old.award, new.award
    takes_year = new.stated_year and not old.stated_year
    if not (takes_year or (b.grantor and not a.grantor) or (b.decision and not a.decision)):
        return old
    named = replace(a, grantor=a.grantor or b.grantor)
    if b.grantor and not a.grantor:
        named = replace(named, award=b.award, form=b.form)
    award = replace(
        named,
        year=b.year if takes_year else a.year,
        inferred=b.inferred if takes_year else a.inferred,
        decision=a.decision or b.decision,
        decision_date=a.decision_date or b.decision_date,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
    )
    return replace(old, award=award, stated_year=old.stated_year or new.stated_year)


@Language.component("awards")
def awards(doc: Doc) -> Doc:
    """Add the awards of a Doc to its facts."""
    doc._.facts = (*doc._.facts, *find_awards(doc))
    return doc
