"""What the rules find in one article and why: its text with every span of evidence, each fact with what it rests on.

Texts come from outside. No string of an :class:`Explanation` can steer a terminal or turn the direction of a line, and
the replacement is one character for one, so that offsets and quotes hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from archive.article_page import TABLES, Card, Mark, Quote, TextBlock, heading, listed, text_blocks
from archive.articles import fact_uid
from archive.kept import KeptArticle, NotKept, kept_article
from crawler.urls import canonical_url
from extract.annotation import values
from extract.facts import find
from extract.facts.vocabulary import holds_vocabulary
from extract.model import Article, Fact, Span
from thidua.articles import NoArticle, load_article, source_of
from thidua.printable import shown

KINDS: Final = tuple(TABLES)  # the order of the article's page on the site
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_KEY = re.compile(r"[0-9]{1,15}|[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An article to be explained: from a file, or as the archive keeps it."""

    name: str  # what the user called it
    article: Article
    kept: KeptArticle | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained(Card):
    """One fact. ``label`` is its number with the first letter of its kind, as it stands at its spans in the text."""

    label: str
    unknown: tuple[str, ...]  # fields without a value
    is_new: bool  # the article is kept, but what the archive holds of it lacks this fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything that is shown; ``blocks`` and ``places`` go together."""

    name: str
    title: str
    about: tuple[tuple[str, str], ...]  # (label, value): where the article comes from
    blocks: tuple[TextBlock, ...]
    places: tuple[str, ...]
    facts: tuple[Explained, ...]  # in the order of KINDS, then of the text
    nothing: str  # why no fact was found; empty where there are some
    gone: tuple[str, ...]  # kind and quote of rows of the archive that today's rules do not find

    @property
    def counts(self) -> dict[str, int]:
        """Kind → how many facts, of those that were found."""
        found = Counter(fact.kind for fact in self.facts)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    @property
    def is_stale(self) -> bool:
        """Whether the archive's rows of the article are not what today's rules find."""
        return bool(self.gone) or any(fact.is_new for fact in self.facts)


def subject(name: str, home: Path) -> Subject:
    """The article of a file, or the one that the archive of ``home`` keeps under an address, an id or a uid.

    Raises NoArticle, with what to do, where there is none; HomeError where an archive is asked and there is none.
    """
    if _ADDRESS.match(name):
        return _by_address(name, home)
    if _KEY.fullmatch(name) and not Path(name).exists():
        try:
            kept = kept_article(home, key=name)
        except NotKept as error:
            raise NoArticle(f"{error}; its ids stand on the site and in the table articles") from error
        return Subject(name=name, article=kept.article, kept=kept)
    if not Path(name).exists():
        raise NoArticle(f"{name}: no such file, and neither an address (https://…) nor the id of an article")
    return Subject(name=name, article=load_article(Path(name))[1])


def _by_address(name: str, home: Path) -> Subject:
    try:
        url = canonical_url(name)
        owner = source_of(url)
    except ValueError as error:
        raise NoArticle(str(error)) from error
    try:
        kept = kept_article(home, url=url)
    except NotKept as error:
        crawl = f"`thidua crawl {owner.id}` fetches what is new there, or " if owner else ""
        raise NoArticle(f"{error}: {crawl}save the page and explain its file") from error
    return Subject(name=name, article=kept.article, kept=kept)


def explain(of: Subject) -> Explanation:
    """What the rules find in an article today; beside a kept one, how that differs from the archive's rows."""
    article = of.article
    found = sorted(find(article), key=_in_order)
    uids = {id(fact): fact_uid(of.kept.uid, fact) if of.kept else "" for fact in found}
    labels = _labels(found)
    places = _places(article)
    facts = []
    marks: list[Mark] = []
    for fact, label in zip(found, labels, strict=True):
        uid = uids[id(fact)]
        is_new = of.kept is not None and uid not in of.kept.rows
        facts.append(_explained(fact, label, article, places, "" if is_new else uid, is_new=is_new))
        marks += _marks(fact, label)
    blocks = [(block.kind, block.start, block.end) for block in article.blocks]
    return Explanation(
        name=shown(of.name, one_line=True),
        title=shown(article.title or of.name, one_line=True),
        about=tuple((label, shown(value, one_line=True)) for label, value in _about(of) if value),
        blocks=text_blocks(shown(article.text), blocks, marks),
        places=places,
        facts=tuple(facts),
        nothing="" if facts else _nothing(article),
        gone=_gone(of.kept.rows, set(uids.values())) if of.kept else (),
    )


def ranges(labels: Iterable[str]) -> str:
    """Labels of facts in short: ``a3 a4 a5 m1`` is ``a3–5 m1``."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and label[0] == runs[-1][-1][0] and int(label[1:]) == int(runs[-1][-1][1:]) + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return " ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1][1:]}" for run in runs)


def outermost_first(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that begin together: the longest first, then in the order of kinds and numbers."""
    return sorted(marks, key=lambda mark: (-mark.end, KINDS.index(mark.kind), int(mark.fact[1:])))


def _in_order(fact: Fact) -> tuple[int, int]:
    return KINDS.index(fact.KIND), fact.evidence[0].start


def _labels(facts: Sequence[Fact]) -> list[str]:
    """A letter and a number for each: no two kinds begin with the same letter."""
    numbers: Counter[str] = Counter()
    labels = []
    for fact in facts:
        numbers[fact.KIND] += 1
        labels.append(f"{fact.KIND[0]}{numbers[fact.KIND]}")
    return labels


def _places(article: Article) -> tuple[str, ...]:
    """What each block is called; paragraphs and captions are counted."""
    numbers: Counter[str] = Counter()
    places = []
    for block in article.blocks:
        numbers[block.kind] += 1
        counted = block.kind in {"paragraph", "caption"}
        places.append(f"{block.kind} {numbers[block.kind]}" if counted else block.kind)
    return tuple(places)


def _marks(fact: Fact, label: str) -> list[Mark]:
    status = str(values(fact).get("status", ""))
    return [
        Mark(anchor=_anchor(label, seq), fact=label, kind=fact.KIND, status=status, start=span.start, end=span.end)
        for seq, span in enumerate(fact.evidence)
    ]


def _explained(  # noqa: PLR0913 - the fact, its number, where it stands, its row
    fact: Fact, label: str, article: Article, places: Sequence[str], uid: str, *, is_new: bool
) -> Explained:
    said = values(fact)
    known = {name: value for name, value in said.items() if value is not None}
    basis = {name: shown(text, one_line=True) for name, text in fact.inferred}
    return Explained(
        label=label,
        kind=fact.KIND,
        heading=shown(heading(fact.KIND, known), one_line=True),
        status=str(known.get("status", "")),
        values=listed({name: shown(str(value), one_line=True) for name, value in known.items()}, basis),
        unknown=tuple(name.replace("_", " ") for name in said if name not in known and name not in basis),
        rule=fact.rule,
        quotes=tuple(
            Quote(
                text=shown(article.text[span.start : span.end]),
                place=_place(span, article, places),
                start=span.start,
                end=span.end,
                anchor=_anchor(label, seq),
            )
            for seq, span in enumerate(fact.evidence)
        ),
        uid=uid,
        is_new=is_new,
    )


def _anchor(label: str, seq: int) -> str:
    return f"quote-{label}-{seq}"


def _place(span: Span, article: Article, places: Sequence[str]) -> str:
    inside = [place for block, place in zip(article.blocks, places, strict=True) if _meet(span, block.start, block.end)]
    return inside[0] if len(inside) == 1 else f"{inside[0]} – {inside[-1]}" if inside else ""


def _meet(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


def _about(of: Subject) -> Iterable[tuple[str, str]]:
    article, kept = of.article, of.kept
    if kept:
        yield "newspaper", kept.source
    yield "address", article.url or ""
    if article.published:
        said = article.published
        yield "published", f"{said.iso} (“{said.raw}” in {said.basis or 'the page'})"
    else:
        yield "published", "not stated: years and days are only what the text says in full"
    yield "author", article.author or ""
    if kept:
        yield "article", f"{kept.id} (/articles/{kept.uid})"
    else:
        yield "file", of.name


def _nothing(article: Article) -> str:
    if holds_vocabulary(article):
        return (
            "No fact was found in this article: it has words of emulation or reward, but no rule reads them as a fact."
        )
    return "No fact was found in this article: it has no word of emulation or reward, so no rule was asked."


def _gone(rows: Mapping[str, tuple[str, str]], found: set[str]) -> tuple[str, ...]:
    return tuple(f"{kind}: {shown(quote, one_line=True)}" for uid, (kind, quote) in rows.items() if uid not in found)
