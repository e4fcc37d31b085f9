"""The flow of an article's text: a paragraph goes on from the one before, whatever picture stands between them.

Rules read an article with its captions behind its paragraphs ("các huân chương trên" is said of the paragraph above,
not of the caption between); the spans they find are those of the text as it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from extract.model import Article, Block, Span
from extract.text import compose


def captions_last(article: Article) -> tuple[Article, Callable[[Span], Span]]:
    """The article with its captions behind all else, and the way back from its spans to the article's own.

    A span must lie within one block; blocks of one kind keep their order.
    """
    blocks = sorted(article.blocks, key=lambda block: block.kind == "caption")
    if tuple(blocks) == article.blocks:
        return article, lambda span: span
    text, moved = compose((block.kind, article.text[block.start : block.end]) for block in blocks)
    starts = [block.start for block in moved]

    def back(span: Span) -> Span:
        at = bisect_right(starts, span.start) - 1
        shift = blocks[at].start - moved[at].start
        return Span(start=span.start + shift, end=span.end + shift)

    return replace(article, text=text, blocks=_same_size(moved, blocks)), back


def _same_size(moved: tuple[Block, ...], blocks: list[Block]) -> tuple[Block, ...]:
    """Composing again what was composed once changes nothing; anything else would shift every quote behind it."""
    if [b.end - b.start for b in moved] != [b.end - b.start for b in blocks]:
        raise ValueError("an article's text is not in its stored form: build it with extract.text.compose")
    return moved
