"""Whether what a sentence speaks of was granted, proposed, promised, refused or revoked: context rules as in ConText.

A trigger (``data/triggers.toml``) gives its category to the targets in its scope. The scope runs in the trigger's
direction to the end of the sentence or clause, and stops at a trigger that says the thing is done.

Harkema et al., "ConText: An algorithm for determining negation, experiencer, and temporal status from clinical
reports", Journal of Biomedical Informatics 42 (2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from extract.lexicon import Entry, load
from extract.view import Doc, Span

LAYER = "triggers"
Category = Literal["revoked", "refused", "negated", "registered", "hypothetical", "promised", "proposed", "granted"]
# Where several triggers reach one target, the first of these holds.
_PRECEDENCE: tuple[Category, ...] = (
    "revoked",
    "refused",
    "negated",
    "registered",
    "hypothetical",
    "promised",
    "proposed",
)
_UNDONE = frozenset({"revoked", "refused"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A trigger found in a sentence and the tokens it governs: ``doc[scope_start:scope_end]``."""

    id: str
    category: Category
    start: int
    end: int
    scope_start: int
    scope_end: int


@cache
def _entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in load(LAYER)}


def find_triggers(sentence: Span) -> tuple[Trigger, ...]:
    """The triggers of a sentence whose Doc carries the ``triggers`` layer, each with its scope, in text order."""
    inside = sentence.doc.spans(LAYER, sentence.start, sentence.end)
    if not inside:
        return ()
    category = {s: cast(Category, _entries()[s.id_].values["category"]) for s in inside}
    # "không đề nghị" is a refusal, not a refusal and a proposal.
    kept = [
        s
        for s in inside
        if not any(
            o.start <= s.start and s.end <= o.end and len(o) > len(s) and category[o] != category[s] for o in inside
        )
    ]
    ends = [s for s in kept if category[s] == "granted"]
    pieces = parts(sentence) if kept else ()
    return tuple(_scoped(s, category[s], sentence, pieces, ends) for s in kept)


def _scoped(span: Span, category: Category, sentence: Span, pieces: tuple[Span, ...], ends: list[Span]) -> Trigger:
    values = _entries()[span.id_].values
    part = next((p for p in pieces if p.start <= span.start < p.end), sentence)
    start, end = part.start, part.end
    if values["scope"] == "clause":
        within = _clause(span, sentence)
        start, end = max(start, within[0]), min(end, within[1])
    if values["direction"] == "forward":
        start = span.end
    elif values["direction"] == "backward":
        end = span.start
    if category != "granted":
        end = min([e.start for e in ends if e.start >= span.end] + [end])
    return Trigger(id=span.id_, category=category, start=span.start, end=span.end, scope_start=start, scope_end=end)


def parts(sentence: Span) -> tuple[Span, ...]:
    """A sentence cut at full stops that lost their blank: "… cho cá nhân.Trong đợt này, …"."""
    doc = sentence.doc
    inner = doc.words[sentence.start + 1 : sentence.end - 1]
    if _DOTS.isdisjoint(inner):
        return (sentence,)
    dots = (i for i, word in enumerate(inner, sentence.start + 1) if word in _DOTS)
    stops = [i + 1 for i in dots if _ends_glued(doc, i)]
    cuts = [sentence.start, *stops, sentence.end]
    return tuple(doc[start:end] for start, end in pairwise(cuts))


_DOTS = frozenset({".", "..", "...", "…"})


def _ends_glued(doc: Doc, i: int) -> bool:
    first = i
    while first > 1 and doc.words[first - 1] in _DOTS:
        first -= 1
    before, after = doc[first - 1], doc[i + 1]
    glued = not before.whitespace_ and not doc.blanks[i]
    year = before.text.isdigit() and len(before) == 4  # "năm học 2017-2018…Tại hội nghị"
    return glued and (year or (before.text.islower() and len(before) > 1)) and after.text.istitle()


def _clause(span: Span, sentence: Span) -> tuple[int, int]:
    doc = sentence.doc
    start = next((i + 1 for i in range(span.start - 1, sentence.start - 1, -1) if doc.words[i] == ";"), sentence.start)
    end = next((i for i in range(span.end, sentence.end) if doc.words[i] == ";"), sentence.end)
    return start, end


def category_at(triggers: tuple[Trigger, ...], start: int, end: int) -> tuple[Category, Trigger | None]:
    """The category of the target ``doc[start:end]`` and the trigger that gives it; without one it is granted."""
    reaching = [t for t in triggers if t.scope_start <= start and end <= t.scope_end]
    for category in _PRECEDENCE:
        found = [t for t in reaching if t.category == category]
        if found:
            trigger = max(found, key=lambda t: t.start)
            # "kiến nghị thu hồi", "nếu không trao": what is only proposed or supposed has not been undone.
            only_said = category in _UNDONE and any(
                t.start < trigger.start and t.category in {"proposed", "hypothetical"} for t in triggers
            )
            return ("hypothetical" if only_said else category), trigger
    return "granted", None
