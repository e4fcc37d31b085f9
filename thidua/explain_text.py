"""An explanation in a terminal: spans coloured by kind; in brackets with the kind's letter where there is no colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from archive.article_page import Mark, Piece, TextBlock
from thidua.explain import KINDS, Explained, Explanation, ranges

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
    page = _Coloured(console) if console.color_system and not console.no_color else _Plain(console)
    page.print(explanation)


class _Page:
    """What both have in common: the order of things, and their words."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def print(self, explanation: Explanation) -> None:
        for label, value in explanation.about:
            self.line(label, value)
        self.console.print()
        for block, place in zip(explanation.blocks, explanation.places, strict=True):
            self.block(block, place)
        self.legend(explanation)
        for fact in explanation.facts:
            self.fact(fact)
        if explanation.nothing:
            self.sentence(explanation.nothing)
        for row in explanation.gone:
            self.sentence(f"A row of the archive that today's rules do not find: {row}")
        if explanation.gone or any(fact.is_new for fact in explanation.facts):
            self.sentence("The archive was read by other rules than today's: `thidua extract` reads it anew.")

    def fact(self, fact: Explained) -> None:
        """The fact's number and what it is about; its values, what is unknown, its rule, its quotes."""
        self.head(fact)
        for value in fact.values:
            self.row(value.label, value.text, f"← inferred: {value.basis}" if value.basis else "")
        if fact.unknown:
            self.row("not stated", ", ".join(fact.unknown))
        self.row("rule", fact.rule)
        for number, quote in enumerate(fact.quotes):
            self.row("" if number else "quote", f"“{quote.text}”", f"({quote.place}, {quote.start}–{quote.end})")
        if fact.is_new:
            self.row("row", "none in the archive")
        elif fact.uid:
            self.row("row", f"/facts/{fact.uid}")

    def line(self, label: str, value: str) -> None:
        raise NotImplementedError

    def block(self, block: TextBlock, place: str) -> None:
        raise NotImplementedError

    def legend(self, explanation: Explanation) -> None:
        raise NotImplementedError

    def head(self, fact: Explained) -> None:
        raise NotImplementedError

    def row(self, label: str, value: str, note: str = "") -> None:
        raise NotImplementedError

    def sentence(self, text: str) -> None:
        raise NotImplementedError


class _Plain(_Page):
    """One line a block and a value, however long: for pipes, files and terminals without colour."""

    def write(self, text: str, indent: str = "") -> None:
        self.console.print(text.replace("\n", "\n" + indent), soft_wrap=True)

    def line(self, label: str, value: str) -> None:
        self.write(f"{label:<12}{value}")

    def block(self, block: TextBlock, place: str) -> None:
        self.write(f"{_short(place):<8}{''.join(_bracketed(block.pieces))}", " " * 8)
        self.console.print()

    def legend(self, explanation: Explanation) -> None:
        if explanation.facts:
            counts = (f"{kind[0]} = {kind} ({count})" for kind, count in explanation.counts.items())
            self.write("⟦letter and number of a fact, its words⟧: " + ", ".join(counts))

    def head(self, fact: Explained) -> None:
        self.console.print()
        self.write(f"{fact.label:<5}{fact.kind}: {fact.heading}{f' [{fact.status}]' if fact.status else ''}")

    def row(self, label: str, value: str, note: str = "") -> None:
        self.write(f"     {label:<18}{value}{f'  {note}' if note else ''}", " " * 23)

    def sentence(self, text: str) -> None:
        self.console.print()
        self.write(text)


class _Coloured(_Page):
    """Wrapped to a column that is read with ease."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.width = min(console.width, WIDTH)
        self.few = console.color_system == "standard"

    def span(self, kind: str) -> Style:
        if self.few:
            return Style(color="black", bgcolor=_SIXTEEN[kind])
        return Style(color="#1f1b16", bgcolor=_PEN[kind][0])

    def label(self, kind: str) -> Style:
        if self.few:
            return Style(color="white", bgcolor=_SIXTEEN[kind], bold=True)
        return Style(color="#ffffff", bgcolor=_PEN[kind][1], bold=True)

    def grid(self, first: int, indent: int, label: Text, value: Text) -> None:
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=first)
        table.add_column(overflow="fold")
        table.add_row(label, value)
        self.console.print(Padding(table, (0, 0, 0, indent)), width=self.width)

    def line(self, label: str, value: str) -> None:
        self.grid(10, 0, Text(label, "dim"), Text(value))

    def block(self, block: TextBlock, place: str) -> None:
        text = Text(style={"title": "bold", "sapo": "bold", "caption": "italic"}.get(block.kind, ""))
        before: tuple[Mark, ...] = ()
        for piece in block.pieces:
            for group in _grouped(_opened(piece, before)):
                text.append(f" {ranges(mark.fact for mark in group)} ", self.label(group[0].kind))
            text.append(piece.text, self.span(piece.marks[0].kind) if piece.marks else "")
            before = piece.marks
        self.grid(6, 0, Text(_short(place), "dim"), text)
        self.console.print()

    def legend(self, explanation: Explanation) -> None:
        text = Text()
        for kind, count in explanation.counts.items():
            text.append(f" {kind[0]} ", self.label(kind)).append(f" {count} {kind}{'' if count == 1 else 's'} ")
            text.append("  ")
        if text:
            self.console.print(text, width=self.width)

    def head(self, fact: Explained) -> None:
        self.console.print()
        text = Text(fact.heading, "bold")
        if fact.status:
            text.append(f"  {fact.status}", "italic" if fact.status == "granted" else "bold italic underline")
        self.grid(5, 0, Text(f" {fact.label} ", self.label(fact.kind)), text)

    def row(self, label: str, value: str, note: str = "") -> None:
        text = Text(value)
        if note:
            text.append(f"  {note}", "dim italic")
        self.grid(16, 6, Text(label, "dim"), text)

    def sentence(self, text: str) -> None:
        self.console.print()
        self.console.print(Text(text, "bold"), width=self.width)


def _short(place: str) -> str:
    kind, _, number = place.partition(" ")
    return f"{_SHORT.get(kind, kind)} {number}".strip()


def _opened(piece: Piece, before: Sequence[Mark]) -> list[Mark]:
    """The marks that this piece is in and the one before it was not: the longest first."""
    return [mark for mark in reversed(piece.marks) if mark not in before]


def _grouped(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Marks that begin together, by kind and end: the outermost first, each in the order of numbers."""
    groups: dict[tuple[int, int], list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (-mark.end, KINDS.index(mark.kind), int(mark.fact[1:]))):
        groups.setdefault((-mark.end, KINDS.index(mark.kind)), []).append(mark)
    yield from groups.values()


def _bracketed(pieces: Sequence[Piece]) -> Iterator[str]:
    """The text with ⟦label words⟧; a bracket that closes another than the innermost says which: ``label⟧``."""
    stack: list[list[Mark]] = []
    before: tuple[Mark, ...] = ()
    for piece, following in zip(pieces, [*(piece.marks for piece in pieces[1:]), ()], strict=True):
        for group in _grouped(_opened(piece, before)):
            stack.append(group)
            yield f"⟦{ranges(mark.fact for mark in group)} "
        yield piece.text
        before = piece.marks
        for group in [group for group in reversed(stack) if group[0] not in following]:
            yield "⟧" if group is stack[-1] else f" {ranges(mark.fact for mark in group)}⟧"
            stack.remove(group)
