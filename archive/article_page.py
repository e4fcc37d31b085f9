"""What the page of one article shows: its text with the facts marked in it, and the facts themselves.

Nothing here is HTML: the template gets plain strings and escapes every one of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

Row = Mapping[str, Any]
Rows = Callable[[str, Mapping[str, Any]], Awaitable[Sequence[Row]]]
"""Runs a SELECT with named parameters against the published archive."""

# Kind of fact → its table, and what it is called in Vietnamese. The order is that of the page.
TABLES: Final = {
    "bloc": ("blocs", "khối, cụm thi đua"),
    "member": ("bloc_members", "thành viên"),
    "leader": ("bloc_leaders", "khối trưởng, khối phó"),
    "award": ("awards", "khen thưởng"),
    "campaign": ("campaigns", "phong trào thi đua"),
    "event": ("events", "hội nghị, sự kiện"),
}
_ARTICLE: Final = """
SELECT articles.*, sources.name AS source_name, sources.home AS source_home, captures.fetched_at, captures.sha256,
  captures.url AS captured_url, captures.status, captures.warc_file, captures.warc_offset, captures.warc_length
FROM articles JOIN sources ON sources.id = articles.source_id JOIN captures ON captures.id = articles.capture_id
WHERE articles.id = :id"""
# An archive published before there was this table has no such link.
_HAS_CORRECTIONS: Final = "SELECT 1 FROM sqlite_master WHERE name = 'corrections'"
_CORRECTIONS: Final = """
SELECT c.article_id = :id AS corrects, c.title, c.day, a.id, a.title AS headline
FROM corrections c LEFT JOIN articles a ON a.id = iif(c.article_id = :id, c.corrects_id, c.article_id)
WHERE c.article_id = :id OR c.corrects_id = :id ORDER BY corrects DESC, a.id"""
_BLOCKS: Final = 'SELECT kind, start, "end" FROM blocks WHERE article_id = :id ORDER BY seq'
_FACTS: Final = "SELECT * FROM facts WHERE article_id = :id ORDER BY id"
_EVIDENCE: Final = "SELECT * FROM evidence WHERE article_id = :id ORDER BY fact_id, seq"
_FORMS: Final = "SELECT id, name FROM award_forms WHERE id IN (SELECT form_id FROM awards WHERE article_id = :id)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of evidence as the page shows it. ``anchor`` is its place in the page, ``fact`` the fact's uid."""

    anchor: str
    fact: str
    kind: str
    status: str  # of an award, else empty
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that lies in the same marks from end to end; ``marks`` from the shortest to the longest."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[str, ...]  # anchors of the marks that begin here

    @property
    def classes(self) -> str:
        """CSS classes: the kinds of the marks, and the status of an award that is not (or no longer) granted."""
        kinds = [mark.kind for mark in self.marks]
        return " ".join(dict.fromkeys([*kinds, *(m.status for m in self.marks if m.status not in {"", "granted"})]))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A headline, lead, paragraph or caption, cut at the boundaries of its marks."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A field of a fact; ``basis`` says from what it was inferred, where the quote does not state it."""

    label: str
    text: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words of a fact, and where they stand, in code points; ``anchor`` is empty where that is not shown."""

    text: str
    place: str  # kind of block, "caption"; or which one, "caption 2"
    start: int
    end: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A fact as the page lists it."""

    uid: str  # of its row in the archive; empty where it has none
    kind: str
    status: str
    heading: str
    values: tuple[Value, ...]
    quotes: tuple[Quote, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The facts of one kind."""

    kind: str
    vietnamese: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Everything the page shows. ``whole`` is false where only a part of the text is published."""

    article: Row
    blocks: tuple[TextBlock, ...]
    groups: tuple[Group, ...]
    whole: bool
    corrections: tuple[Row, ...] = ()  # what this article corrects, and what corrects it


async def read(rows: Rows, article_id: int) -> ArticlePage:
    """The page of an article. Raises LookupError if the archive has no such article."""
    here = {"id": article_id}
    found = await rows(_ARTICLE, here)
    if not found:
        raise LookupError(f"no article {article_id}")
    article = dict(found[0])
    text: str = article["text"]
    facts = await rows(_FACTS, here)
    evidence = await rows(_EVIDENCE, here)
    values = await _values(rows, {fact["kind"] for fact in facts}, here)
    marks = _marks(text, facts, evidence, values)
    forms = {row["id"]: row["name"] for row in await rows(_FORMS, here)}
    cards = [_card(fact, values.get(fact["id"], {}), evidence, marks, forms) for fact in facts]
    blocks = [(row["kind"], row["start"], row["end"]) for row in await rows(_BLOCKS, here)]
    return ArticlePage(
        article=article,
        blocks=text_blocks(text, blocks, list(marks.values())),
        groups=_groups(cards),
        corrections=tuple(await rows(_CORRECTIONS, here)) if await rows(_HAS_CORRECTIONS, {}) else (),
        whole=hashlib.sha256(text.encode()).hexdigest() == article["text_sha256"],
    )


async def _values(rows: Rows, kinds: set[str], here: Row) -> dict[int, Row]:
    """Fact id → its row in the table of its kind."""
    tables = [TABLES[kind][0] for kind in TABLES if kind in kinds]
    found = [await rows(f"SELECT * FROM {table} WHERE article_id = :id", here) for table in tables]  # noqa: S608
    return {row["fact_id"]: row for some in found for row in some}


def _marks(
    text: str, facts: Sequence[Row], evidence: Sequence[Row], values: Mapping[int, Row]
) -> dict[tuple[int, int], Mark]:
    """(fact id, seq) → mark, of the evidence that stands in ``text`` word for word."""
    by_id = {fact["id"]: fact for fact in facts}
    marks = {}
    for row in evidence:
        fact = by_id.get(row["fact_id"])
        if fact and row["quote"] and text[row["start"] : row["end"]] == row["quote"]:
            marks[row["fact_id"], row["seq"]] = Mark(
                anchor=f"quote-{fact['uid']}-{row['seq']}",
                fact=fact["uid"],
                kind=fact["kind"],
                status=_status(fact, values),
                start=row["start"],
                end=row["end"],
            )
    return marks


def _status(fact: Row, values: Mapping[int, Row]) -> str:
    return str(values.get(fact["id"], {})["status"]) if fact["kind"] == "award" and fact["id"] in values else ""


def text_blocks(text: str, blocks: Sequence[tuple[str, int, int]], marks: Sequence[Mark]) -> tuple[TextBlock, ...]:
    """Cut the blocks of a text, (kind, start, end), at the boundaries of all marks; marks may overlap and nest.

    A text whose blocks are not known is one of paragraphs. What lies beyond the text is left out.
    """
    known = [(kind, start, min(end, len(text))) for kind, start, end in blocks if start < len(text)]
    return tuple(
        TextBlock(kind=kind, pieces=_pieces(text, start, end, marks)) for kind, start, end in known or _paragraphs(text)
    )


def _paragraphs(text: str) -> list[tuple[str, int, int]]:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        if part:
            blocks.append(("paragraph", start, start + len(part)))
        start += len(part) + 2
    return blocks


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: (mark.end - mark.start, mark.start, mark.anchor),
    )
    cuts = {start, end}.union(*({max(mark.start, start), min(mark.end, end)} for mark in inside))
    return tuple(
        Piece(
            text=text[left:right],
            marks=tuple(mark for mark in inside if mark.start <= left and right <= mark.end),
            begins=tuple(mark.anchor for mark in inside if mark.start == left),
        )
        for left, right in pairwise(sorted(cuts))
    )


def _card(
    fact: Row, values: Row, evidence: Sequence[Row], marks: Mapping[tuple[int, int], Mark], forms: Mapping[str, str]
) -> Card:
    quotes = tuple(
        Quote(
            text=row["quote"],
            place=row["block"],
            start=row["start"],
            end=row["end"],
            anchor=marks[row["fact_id"], row["seq"]].anchor if (row["fact_id"], row["seq"]) in marks else "",
        )
        for row in evidence
        if row["fact_id"] == fact["id"]
    )
    shown = {name: value for name, value in dict(values).items() if not name.endswith("_id") and value is not None}
    if values and "form_id" in dict(values):
        shown["form"] = forms.get(values["form_id"], values["form_id"])
    basis = json.loads(fact["inferred"]) if fact["inferred"] else {}
    return Card(
        uid=fact["uid"],
        kind=fact["kind"],
        status=str(shown.get("status", "")),
        heading=heading(fact["kind"], shown),
        values=listed(shown, basis),
        quotes=quotes,
        rule=fact["rule"],
    )


def listed(known: Row, basis: Mapping[str, str]) -> tuple[Value, ...]:
    """The fields of a fact that are known, and those of which it is only known how they were inferred."""
    return tuple(
        Value(label=name.replace("_", " "), text=str(known.get(name, "")), basis=str(basis.get(name, "")))
        for name in dict.fromkeys((*known, *basis))
    )


def heading(kind: str, values: Row) -> str:
    """One line that says what a fact is about; ``values`` hold only what is known."""
    match kind:
        case "award":
            whom = values.get("recipient") or _total(values)
            return f"{values.get('award', '')} → {whom}" if whom else str(values.get("award", ""))
        case "leader":
            who = " – ".join(filter(None, (values.get("person"), values.get("organization"))))
            return f"{who}, {values.get('role', '')} {values.get('year') or ''}".rstrip()
        case "event":
            return f"{values.get('kind', '')}, {values.get('date', '')}".strip(", ").capitalize()
        case _:
            return _with_year(str(values.get("name", "")), values)


def _total(values: Row) -> str:
    count, kind = values.get("count"), values.get("recipient_kind", "")
    return "" if count is None else f"{count} {kind}{'' if count == 1 else 's'}".replace("persons", "people")


def _with_year(text: str, values: Row) -> str:
    return f"{text}, {values['year']}" if values.get("year") else text


def _groups(cards: Sequence[Card]) -> tuple[Group, ...]:
    """Cards by kind, in the order of TABLES, then whatever kind that does not know."""
    kinds = dict.fromkeys((*TABLES, *(card.kind for card in cards)))
    groups = (
        Group(kind=kind, vietnamese=TABLES.get(kind, ("", ""))[1], cards=tuple(c for c in cards if c.kind == kind))
        for kind in kinds
    )
    return tuple(group for group in groups if group.cards)
