"""Compositions told in a table with one bloc a row: "Tên khối | Số đơn vị | Đơn vị thành viên"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.bloc import Group
from extract.facts.mention import Mention
from extract.facts.rows import BLOC_COLUMN, cells, texts
from extract.facts.said import NOUN, PLACE, Said
from extract.lists import split_list
from extract.names import span_of
from extract.view import Doc
from extract.view import Span as Tokens

_BODIES = rf"(?:{NOUN}|{PLACE})(?:\s*[,/]\s*(?:{NOUN}|{PLACE}))*"
_COUNT = re.compile(rf"\s*(?:tổng )?số(?: lượng)? (?:các )?{_BODIES}(?: thành viên)?\s*")
_MEMBERS = re.compile(rf"\s*(?:(?:tên|danh sách|gồm) )?(?:các )?(?:{_BODIES} )?thành viên\s*|\s*gồm các {_BODIES}\s*")
_NUMBER = re.compile(rf"\s*(?P<n>\d{{1,3}})(?: (?:{_BODIES})(?: thành viên)?)?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The head of such a table: how many cells its rows have, and which tell how many members there are, or who."""

    head: Tokens
    width: int
    count: int | None
    members: int | None


def columns(doc: Doc, sent: Tokens) -> Columns | None:
    """What the head of a table says of its columns; None where a sentence is no head of a table of blocs."""
    row = texts(doc, cells(doc, sent))
    if len(row) < 2 or not any(BLOC_COLUMN.fullmatch(text) for text in row):
        return None
    count = next((i for i, text in enumerate(row) if _COUNT.fullmatch(text)), None)
    members = next((i for i, text in enumerate(row) if _MEMBERS.fullmatch(text)), None)
    return Columns(head=sent, width=len(row), count=count, members=members)


def in_row(doc: Doc, sent: Tokens, mention: Mention, group: Group, table: Columns) -> Said | None:
    """What a row of a table tells of the bloc it names."""
    row = cells(doc, sent)
    if len(row) != table.width or not mention.name:
        return None
    told = _NUMBER.fullmatch(texts(doc, row)[table.count]) if table.count is not None else None
    count = int(told["n"]) if told else None
    items = split_list(doc, *row[table.members], count=count) if table.members is not None else ()
    if not items and (count is None or count < 2):
        return None
    evidence = (span_of(doc, sent.start, sent.end), span_of(doc, table.head.start, table.head.end))
    return Said(group=group, items=items, count=count, rule="member.row", evidence=evidence)
