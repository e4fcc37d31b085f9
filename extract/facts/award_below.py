"""Names told apart from their award: "… cho 3 cá nhân gồm:", then a name a line; "Cụ thể, huyện A có 2 trường hợp: …".

A total stays pending while the lines below it, or the sentences behind it, name whom it counts. Only when the names
are as many as the total says do they take its place; of a list that is read in part the total alone is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extract.facts.award_forms import can_hold, find_forms
from extract.facts.award_lists import BULLET, opens_line
from extract.facts.award_rows import Row
from extract.facts.award_story import Story, named_row
from extract.facts.counted import counted
from extract.facts.counted_lists import all_named
from extract.facts.kinds import NOUN, count_of
from extract.facts.persons import introduced, past_titles
from extract.facts.phrases import phrase_at
from extract.facts.recipient_names import NUMBERS, Recipient, token_at
from extract.facts.recipients import recipients_at
from extract.model import RecipientKind, Span
from extract.names import person_at, span_of
from extract.view import Doc
from extract.view import Span as Words


@dataclass(slots=True)
class Pending:
    """Totals of one kind of award, and the names below them so far, each with the lines that name them."""

    totals: list[Row]
    opened: bool  # whether a line said that the names follow
    mixed: bool = False  # whether the total counts bodies and persons together
    running: bool = False  # whether each sentence that follows opens with one of the names
    names: dict[RecipientKind, list[tuple[Recipient, Span]]] = field(default_factory=dict)


_LONGEST = 40  # names in one list
_WHO = rf"(?:(?:các|những|\d+|{'|'.join(NUMBERS)}) )?{NOUN}"
_ENDS_OPEN = re.compile(r"(?:\b(?:gồm|sau đây|như sau|cụ thể|đó là|là)\b[^:;.]{0,30}:?|:)\s*$")
_OPENER = re.compile(
    r"\W*(?:(?:theo đó|trong đó|cụ thể|danh sách)\b[^:;.]{0,30}[,:]?\s*)?"
    rf"(?:(?:đó là|bao gồm|gồm(?: có)?|danh sách|cụ thể|như sau)\b[^:;.]{{0,40}}:"
    rf"|(?:theo [^:;.,]{{3,40}}, )?(?:các |những )?{_WHO}(?:[^:;.]{{0,60}}(?:gồm(?: có)?|là|sau đây))?\s*:"
    rf"|{_WHO} là\s|(?<=cụ thể, )"
    rf"|(?P<number>\d+|{'|'.join(NUMBERS)}) {NOUN}[^:;.]{{0,60}}:)"
)
# "huyện A có 2 trường hợp: …", "xã B: …": where those named behind the colon are.
_PLACE = re.compile(r"\W*(?:cụ thể, )?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)\b[^:;.()]{2,60}:")
_GROUP = re.compile(rf"\W*(?:[ivx]+\W|[a-e1-9][.)])?\s*(?:về |các |đối với )?(?:\d+ )?{NOUN}[^:;.,]{{0,30}}:?\s*$")
_INLINE = re.compile(r"\b(?:gồm(?: có)?|đó là|cụ thể)\s*:")
_RUNNING = re.compile(r"\bsau(?: đây)?\s*:")  # "4 vận động viên sau: A đoạt … . B giành … ."
_ROLL = re.compile(r"\W*danh sách (?=\d)")
# "Cụ thể, 17 cơ quan báo chí được khen thưởng gồm: …": those of a total told before, however long before.
_AGAIN = re.compile(
    rf"\W*(?:(?:theo đó|trong đó|cụ thể|danh sách)[,:]?\s*)?(?:các |những )?(?=(?:\d+|{'|'.join(NUMBERS)}) {NOUN})"
    r"[^:;.]{0,110}(?:gồm(?: có)?|là|:)\s*:?\s*"
)
_LETTER = re.compile(r"\s*[a-hđ][.)]\s+")


def follow(story: Story, sentence: Words, rows: list[Row]) -> None:
    """Take what a sentence adds to the names that totals before it wait for; ``rows``: what it tells itself."""
    matched = sentence.form
    if not rows and story.heading is not None and story.pending is None:
        rows = _counted_heading(story, sentence, matched)
    totals = [r for r in rows if r.award.recipient is None and r.award.count]
    if totals:
        _wait(story, sentence, totals, alone=len(totals) == len(rows))
        return
    pending = story.pending
    again = _AGAIN.match(matched) if pending is None and not rows else None
    if again is not None:
        pending = story.pending = _counted_again(story, sentence, again[0])
    if pending is None or rows:
        story.pending = None
        return
    pending.totals = [t for t in pending.totals if any(r is t for r in story.rows)]
    if not pending.totals:
        story.pending = None
        return
    behind = again or _OPENER.match(matched) or _PLACE.match(matched)
    if behind is not None and (not pending.opened or not _items(pending, sentence, _first(sentence))):
        pending.opened = True
        _only_counted(pending, behind)
        _take(pending, _named_behind(pending, sentence, behind.end()), sentence)
    elif pending.running:
        found = _items(pending, sentence, _first(sentence))[:1]
        if not found:
            story.pending = None
            return
        _take(pending, found, sentence)
    elif not pending.opened:
        story.pending = None
        return
    elif opens_line(sentence):
        found = _items(pending, sentence, _first(sentence))
        if not found and not _GROUP.match(matched):
            story.pending = None
            return
        _take(pending, found[:1], sentence)
    _settle(story, pending)


def _wait(story: Story, sentence: Words, totals: list[Row], *, alone: bool) -> None:
    """Wait for the names of the totals of a sentence, where they are all it tells (``alone``) and of one award."""
    story.pending = None
    if len({(r.form.name, r.award.grantor, r.award.status) for r in totals}) > 1 or not alone:
        return
    matched = sentence.form
    mixed = "cá nhân" in matched and all(r.award.recipient_kind == "group" for r in totals)
    story.pending = pending = Pending(totals, _ENDS_OPEN.search(matched.rstrip()) is not None, mixed=mixed)
    if pending.opened:
        return
    if (inner := _INLINE.search(matched)) is not None:
        _take(pending, _named_behind(pending, sentence, inner.end()), sentence)
        _settle(story, pending)
    elif (inner := _RUNNING.search(matched)) is not None:
        _take(pending, _named_behind(pending, sentence, inner.end())[:1], sentence)
        pending.running = bool(pending.names)


def _only_counted(pending: Pending, opener: re.Match[str]) -> None:
    """ "2 nghệ nhân được truy tặng: A, B": of several totals the names stand for the one of that number."""
    number = opener.groupdict().get("number")
    if number is not None:
        told = [t for t in pending.totals if t.award.count == count_of(number)]
        pending.totals = told if len(told) == 1 else pending.totals


def _counted_again(story: Story, sentence: Words, opener: str) -> Pending | None:
    """The one total of the article that the number of an opener counts again; None where it names a form of its own."""
    doc = sentence.doc
    end = token_at(doc, sentence.start, len(opener))
    at = next((i for i in range(sentence.start, end) if doc.norms[i].isdigit() or doc.norms[i] in NUMBERS), end)
    found = counted(doc, at, end)
    if found is None or found[0][0].text is not None or find_forms(doc, sentence.start, end):
        return None
    total = found[0][0]
    told = [r for r in story.rows if r.award.recipient is None and r.award.count == total.count]
    told = [r for r in told if r.award.recipient_kind == total.kind]
    if len({(r.form.name, r.award.grantor, r.award.status) for r in told}) != 1:
        return None
    return Pending(told, opened=False)


def _counted_heading(story: Story, sentence: Words, matched: str) -> list[Row]:
    """ "Danh sách 3 đại biểu nhận FORM:": the total that a heading tells; names below it count only together."""
    m = _ROLL.match(matched)
    if m is None or story.heading is None:
        return []
    doc = sentence.doc
    at = token_at(doc, sentence.start, m.end())
    found = counted(doc, at, sentence.end)
    if found is None or len(found[0]) != 1 or found[0][0].text is not None:
        return []
    total = named_row(story.heading, found[0][0], span_of(doc, sentence.start, sentence.end))
    award = replace(total.award, count=found[0][0].count, rule="award.passive.total")
    story.heading = None
    story.last = [replace(total, award=award)]
    story.rows += story.last
    return list(story.last)


def _first(sentence: Words) -> int:
    """The token behind the dash, number or letter that opens an item."""
    m = BULLET.match(sentence.text) or _LETTER.match(sentence.text.lower())
    start = sentence.start_char + (m.end() if m else 0)
    at = next((t.i for t in sentence if t.idx >= start and not t.is_space), sentence.end)
    return min(at, sentence.end)


def _items(pending: Pending, sentence: Words, at: int, until: int | None = None) -> list[Recipient]:
    """The names that open at a token, of a kind that a total counts."""
    doc, end = sentence.doc, until or sentence.end
    if at >= end:
        return []
    kinds = {"person", "organization"} if pending.mixed else {r.award.recipient_kind for r in pending.totals}
    if "person" in kinds and (person := _person(doc, at, end)) is not None:
        rest = recipients_at(doc, at, end, loose=True)
        several = [r for r in rest.items if r.text and r.kind == "person"] if rest is not None else []
        return several if several and several[0].start <= person.start < several[0].end else [person]
    found = recipients_at(doc, at, end, loose=True)
    if found is None and "organization" in kinds and doc.words[at][:1].isupper():
        phrase = phrase_at(doc, at, end)
        return phrase[0][:1] if phrase is not None else []
    if found is None or found.items[0].start - at > 1 or not found.items[0].text:
        return []
    return [r for r in found.items if r.text and r.kind in kinds] if found.items[0].kind in kinds else []


def _person(doc: Doc, at: int, end: int) -> Recipient | None:
    found = person_at(doc, past_titles(doc, at, end), end) or introduced(doc, at, end)
    if found is None:
        return None
    return Recipient(start=found.start, end=found.end, text=found.text, kind="person", count=1)


def _named_behind(pending: Pending, sentence: Words, characters: int) -> list[Recipient]:
    """The names behind an opener; parts of the list may begin with a place of their own and a colon."""
    doc = sentence.doc
    start = sentence[0].idx + characters
    at = next((t.i for t in sentence if t.idx >= start and not t.is_space), sentence.end)
    if len(pending.totals) == 1 and not pending.names:
        total = pending.totals[0].award
        if (whole := all_named(doc, at, sentence.end, total.recipient_kind, total.count or 0)) is not None:
            return whole[0]
    out: list[Recipient] = []
    while at < sentence.end:
        stop = next((j for j in range(at, sentence.end) if doc.words[j] == ";"), sentence.end)
        colon = next((j for j in range(at, stop) if doc.words[j] == ":"), None)
        first = _items(pending, sentence, at, stop)
        if not first and colon is not None:
            first = _items(pending, sentence, colon + 1, stop)
        out += first
        at = stop + 1
    return out


def _take(pending: Pending, names: list[Recipient], sentence: Words) -> None:
    span = span_of(sentence.doc, sentence.start, sentence.end)
    for name in names:
        told = pending.names.setdefault(name.kind, [])
        if len(told) <= _LONGEST and all(name.text != other.text for other, _ in told):
            told.append((name, span))


def _settle(story: Story, pending: Pending) -> None:
    """Put the names in the place of the totals that count them, as soon as they are as many as all totals say."""
    for kind in {r.award.recipient_kind for r in pending.totals}:
        totals = [r for r in pending.totals if r.award.recipient_kind == kind]
        told = [n for k, each in pending.names.items() if k == kind or pending.mixed for n in each]
        if len(told) != sum(r.award.count or 0 for r in totals):
            return
    for kind, names in pending.names.items():
        first = next((r for r in pending.totals if pending.mixed or r.award.recipient_kind == kind), None)
        if first is not None and can_hold(first.form, kind):
            story.rows = [r for r in story.rows if not _in_place_of(r, pending.totals, first.award.recipient_kind)]
            story.rows += [replace(named_row(first, name, span), sentence=span) for name, span in names]
    story.pending, story.last = None, []


def _in_place_of(row: Row, totals: list[Row], kind: RecipientKind) -> bool:
    """Whether a row is a total of a kind, or a name that was read for it before the list was complete."""
    return any(
        row is t
        or (row.award.recipient is not None and row.award.evidence[: len(t.award.evidence)] == t.award.evidence)
        for t in totals
        if t.award.recipient_kind == row.award.recipient_kind == kind
    )
