"""What has been read of an article so far, as its sentences are read for awards one after another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extract.facts.award_lists import Opening
from extract.facts.award_rows import Row
from extract.facts.award_years import Report
from extract.facts.recipient_names import Recipient
from extract.model import Span
from extract.view import Doc
from extract.view import Span as Words

if TYPE_CHECKING:
    from extract.facts.award_below import Pending


@dataclass(slots=True)
class Story:
    """The rows of an article so far, and what of the lines before holds for the sentence that is read."""

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
    pending: Pending | None = None  # totals whose names may follow
    part: Words | None = None  # the sentence, up to a full stop that lost its blank


def named_row(total: Row, name: Recipient, span: Span) -> Row:
    award = replace(
        total.award,
        recipient=name.text,
        recipient_kind=name.kind,
        count=1,
        evidence=tuple(dict.fromkeys((*total.award.evidence, span))),
        rule=total.award.rule.removesuffix(".total") + ".list",
    )
    return replace(total, award=award)
