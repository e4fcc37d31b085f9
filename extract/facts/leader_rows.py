"""Leaders told in a table with one bloc a row: "Tên khối | Khối trưởng năm 2025 | Khối phó năm 2025"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.dates import Years, find_years, published_day
from extract.facts.bloc import Blocs
from extract.facts.office import ROLES
from extract.facts.rows import BLOC_COLUMN, texts
from extract.facts.rows import cells as cells_of
from extract.lists import split_list
from extract.model import Leader, Role
from extract.names import span_of
from extract.view import Doc
from extract.view import Span as Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column whose cells hold the heads or the deputies of the blocs of their rows."""

    index: int
    role: Role
    year: Years | None


def leaders_in_rows(doc: Doc, found: Blocs, roles: dict[int, tuple[int, str]]) -> Iterator[Leader]:
    """The leaders of the tables of a Doc; ``roles``: where offices are named."""
    header: tuple[Tokens, tuple[Column, ...], int] | None = None
    if "|" not in doc.text:
        return
    for sent in doc.sents:
        cells = cells_of(doc, sent)
        if len(cells) < 2:
            header = None
        elif columns := _columns(doc, cells, roles):
            header = (sent, columns, len(cells))
        elif header is not None and len(cells) == header[2]:
            yield from _leaders(doc, found, header, sent, cells)


def _columns(doc: Doc, cells: list[tuple[int, int]], roles: dict[int, tuple[int, str]]) -> tuple[Column, ...]:
    """The columns of offices that a header names beside a column of blocs."""
    heads = texts(doc, cells)
    if not any(BLOC_COLUMN.fullmatch(text) for text in heads):
        return ()
    day = published_day(doc.article.published)
    columns = []
    for index, (start, end) in enumerate(cells):
        role = next((roles[i][1] for i in range(start, end) if i in roles), None)
        year = next((y for y in find_years(heads[index], day) if y.first == y.last), None)
        if role is not None:
            columns.append(Column(index=index, role=ROLES[role], year=year))
    return tuple(columns)


def _leaders(
    doc: Doc, found: Blocs, header: tuple[Tokens, tuple[Column, ...], int], sent: Tokens, cells: list[tuple[int, int]]
) -> Iterator[Leader]:
    mention = next((m for m in found.mentions if m.name and sent.start <= m.start < sent.end), None)
    if mention is None:
        return
    for column in header[1]:
        start, end = cells[column.index]
        for item in split_list(doc, start, end):
            basis = (("year", column.year.basis),) if column.year and column.year.basis else ()
            yield Leader(
                bloc=found.of[mention.start].name,
                year=column.year.first if column.year else None,
                role=column.role,
                organization=item.name,
                person=None,
                evidence=(span_of(doc, sent.start, sent.end), span_of(doc, header[0].start, header[0].end)),
                rule="leader.row",
                inferred=basis,
            )
