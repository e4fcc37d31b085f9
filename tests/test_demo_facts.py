"""A paper's page says what its article says: nothing is lost in the markup, nothing comes from beside the article."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json, values
from extract.facts import find
from extract.model import Fact
from extract.page import read_page
from extract.text import normalise
from thidua.demo.content import PAPERS, Article, Paper, printed
from thidua.demo.site import Site, address

DAY = 2
PRINTED = [(paper, article) for paper in PAPERS for article in printed(paper.id, DAY)]


def said(facts: tuple[Fact, ...]) -> set[tuple[object, ...]]:
    return {(fact.KIND, *values(fact).values()) for fact in facts}


def written(article: Article) -> dict[str, object]:
    """The article as its author wrote it, before any markup."""
    paragraphs = []
    for part in article.paragraphs:
        paragraphs += [part] if isinstance(part, str) else [" | ".join(row) for row in part]
    return {
        "title": article.title,
        "sapo": article.sapo,
        "paragraphs": paragraphs,
        "captions": [caption.text for caption in article.captions],
        "published": article.published.isoformat(),
    }


@pytest.mark.parametrize(("paper", "article"), PRINTED, ids=[article.slug for _, article in PRINTED])
def test_a_page_says_what_its_article_says(paper: Paper, article: Article) -> None:
    page = Site(paper, DAY).get(address(paper, article))
    reading = read_page(page.body, url=None, content_type=page.media_type)
    assert reading.article is not None
    assert reading.article.title == normalise(article.title)
    assert said(find(reading.article)) == said(find(article_from_json(written(article))))
