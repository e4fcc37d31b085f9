"""Find the facts of an article: one module a kind, composed here."""

from __future__ import annotations

from extract.model import Article, Fact


def find(article: Article) -> tuple[Fact, ...]:
    """The facts of an article, in the order of its text, each with its evidence."""
    return ()
