"""What is found in an article of a few lines."""

from __future__ import annotations

from typing import TypeVar

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Article, Award, Fact

AnyFact = TypeVar("AnyFact", bound=Fact)


def story(*paragraphs: str, title: str = "Tin tức", published: str | None = "2024-01-05") -> Article:
    return article_from_json({"title": title, "paragraphs": list(paragraphs), "published": published})


def facts(
    kind: type[AnyFact], *paragraphs: str, title: str = "Tin tức", published: str | None = "2024-01-05"
) -> list[AnyFact]:
    """The facts of a kind, in the order of the text."""
    return [f for f in find(story(*paragraphs, title=title, published=published)) if isinstance(f, kind)]


def written(award: Award) -> str | None:
    """The grantor that the article names; not the one that follows from the law."""
    return None if dict(award.inferred).get("grantor", "").startswith("by law") else award.grantor
