"""An explanation in a terminal: spans coloured by kind; in brackets with the kind's letter where there is no colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from archive.article_page import Mark, Piece, TextBlock
from thidua.explain import Explained, Explanation, outermost_first, ranges

WIDTH = 100  # columns of text that are read with ease
# Kind → (ground of its spans, ground of its label): the colours of the article's page, like a highlighter pen, so
# that they are read on a dark terminal and on a light one.
_PEN: Final = {
    "bloc": ("#dcefe3", "#2f6f4f"),
    "member": ("#dcebf7", "#3f7fb5"),
    "leader": ("#e9dff5", "#7a4bb0"),
    "award": ("#ffe9b8", "#b37400"),
    "campaign": ("#f9dcea", "#b0407a"),
    "event": ("#dfe8ec", "#4d6a78"),
}
# The same where a terminal has sixteen colours, which would make all those grounds white.
_SIXTEEN: Final = {
    "bloc": "green",
    "member": "blue",
    "leader": "magenta",
    "award": "yellow",
    "campaign": "red",
    "event": "cyan",
}
_SHORT: Final = {"paragraph": "par", "caption": "cap"}


def print_explanation(explanation: Explanation, console: Console) -> None:
    """Print it; the console must not read markup."""
    if console.color_system and not console.no_color:
        width = min(console.width, WIDTH)
        for part in _coloured(explanation, _pen(console)):
            console.print(part, width=width)
    else:
        for line in _plain(explanation):
            console.print(line, soft_wrap=True)


def _rows(fact: Explained) -> Iterator[tuple[str, str, str]]:
    """What stands under a fact's head, as (label, value, note): values, what is unknown, rule, quotes, its row."""
    for value in fact.values:
        yield value.label, value.text, f"← inferred: {value.basis}" if value.basis else ""
    if fact.unknown:
        yield "not stated", ", ".join(fact.unknown), ""
    yield "rule", fact.rule, ""
    for number, quote in enumerate(fact.quotes):
        yield "" if number else "quote", f"“{quote.text}”", f"({quote.place}, {quote.start}–{quote.end})"
    if fact.is_new:
        yield "row", "none in the archive", ""
    elif fact.uid:
        yield "row", f"/facts/{fact.uid}", ""


def _sentences(explanation: Explanation) -> Iterator[str]:
    """What is said at the end."""
    if explanation.nothing:
        yield explanation.nothing
    yield from (f"A row of the archive that today's rules do not find: {row}" for row in explanation.gone)
    if explanation.is_stale:
        yield "The archive was read by other rules than today's: `thidua extract` reads it anew."


def _plain(explanation: Explanation) -> Iterator[str]:
    """One line a block and a value, however long: for pipes, files and terminals without colour."""
    yield from (f"{label:<12}{value}" for label, value in explanation.about)
    yield ""
    for block, place in zip(explanation.blocks, explanation.places, strict=True):
        yield _hanging(f"{_short(place):<8}", "".join(_bracketed(block.pieces)))
        yield ""
    if explanation.facts:
        counts = (f"{kind[0]} = {kind} ({count})" for kind, count in explanation.counts.items())
        yield "⟦letter and number of a fact, its words⟧: " + ", ".join(counts)
    for fact in explanation.facts:
        yield ""
        yield f"{fact.label:<5}{fact.kind}: {fact.heading}{f' [{fact.status}]' if fact.status else ''}"
        for label, value, note in _rows(fact):
            yield _hanging(f"     {label:<18}", f"{value}{f'  {note}' if note else ''}")
    for sentence in _sentences(explanation):
        yield ""
        yield sentence


def _hanging(label: str, text: str) -> str:
    return label + text.replace("\n", "\n" + " " * len(label))


# Kind → style of its spans, style of its labels.
Pen = Mapping[str, tuple[Style, Style]]


def _pen(console: Console) -> Pen:
    if console.color_system == "standard":
        return {
            kind: (Style(color="black", bgcolor=ground), Style(color="white", bgcolor=ground, bold=True))
            for kind, ground in _SIXTEEN.items()
        }
    return {
        kind: (Style(color="#1f1b16", bgcolor=light), Style(color="#ffffff", bgcolor=dark, bold=True))
        for kind, (light, dark) in _PEN.items()
    }


def _coloured(explanation: Explanation, pen: Pen) -> Iterator[RenderableType]:
    """The same to be wrapped to a column that is read with ease."""
    yield from (_grid(10, 0, Text(label, "dim"), Text(value)) for label, value in explanation.about)
    yield ""
    for block, place in zip(explanation.blocks, explanation.places, strict=True):
        yield _grid(6, 0, Text(_short(place), "dim"), _marked(block, pen))
        yield ""
    if explanation.counts:
        yield _legend(explanation, pen)
    for fact in explanation.facts:
        yield ""
        head = Text(fact.heading, "bold")
        if fact.status:
            head.append(f"  {fact.status}", "italic" if fact.status == "granted" else "bold italic underline")
        yield _grid(5, 0, Text(f" {fact.label} ", pen[fact.kind][1]), head)
        for label, value, note in _rows(fact):
            text = Text(value)
            if note:
                text.append(f"  {note}", "dim italic")
            yield _grid(16, 6, Text(label, "dim"), text)
    for sentence in _sentences(explanation):
        yield ""
        yield Text(sentence, "bold")


def _grid(first: int, indent: int, label: Text, value: Text) -> Padding:
    """A label in a column of that many places, and what it labels beside it."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=first)
    table.add_column(overflow="fold")
    table.add_row(label, value)
    return Padding(table, (0, 0, 0, indent))


def _marked(block: TextBlock, pen: Pen) -> Text:
    text = Text(style={"title": "bold", "sapo": "bold", "caption": "italic"}.get(block.kind, ""))
    before: tuple[Mark, ...] = ()
    for piece in block.pieces:
        for group in _opened(piece, before):
            text.append(f" {ranges(mark.fact for mark in group)} ", pen[group[0].kind][1])
        text.append(piece.text, pen[piece.marks[0].kind][0] if piece.marks else "")
        before = piece.marks
    return text


def _legend(explanation: Explanation, pen: Pen) -> Text:
    text = Text()
    for kind, count in explanation.counts.items():
        text.append(f" {kind[0]} ", pen[kind][1]).append(f" {count} {kind}{'' if count == 1 else 's'} ")
        text.append("  ")
    return text


def _short(place: str) -> str:
    kind, _, number = place.partition(" ")
    return f"{_SHORT.get(kind, kind)} {number}".strip()


def _opened(piece: Piece, before: Sequence[Mark]) -> list[list[Mark]]:
    """The marks that this piece is in and the one before it was not; those of one kind and end together."""
    marks = outermost_first(mark for mark in piece.marks if mark not in before)
    return [list(group) for _, group in groupby(marks, lambda mark: (mark.end, mark.kind))]


def _bracketed(pieces: Sequence[Piece]) -> Iterator[str]:
    """The text with ⟦label words⟧; a bracket that closes another than the innermost says which: ``label⟧``."""
    stack: list[list[Mark]] = []
    before: tuple[Mark, ...] = ()
    for piece, following in zip(pieces, [*(piece.marks for piece in pieces[1:]), ()], strict=True):
        for group in _opened(piece, before):
            stack.append(group)
            yield f"⟦{ranges(mark.fact for mark in group)} "
        yield piece.text
        before = piece.marks
        for group in [group for group in reversed(stack) if group[0] not in following]:
            yield "⟧" if group is stack[-1] else f" {ranges(mark.fact for mark in group)}⟧"
            stack.remove(group)
