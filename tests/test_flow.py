"""Captions behind the text for the rules, spans of the text as it stands for everybody else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.facts import find
from extract.flow import captions_last
from extract.model import Article, BlockKind, Span
from extract.text import compose

KINDS: tuple[BlockKind, ...] = ("title", "sapo", "paragraph", "caption")
parts = st.lists(st.tuples(st.sampled_from(KINDS), st.text(max_size=20)), max_size=8)


def article_of(blocks: list[tuple[BlockKind, str]]) -> Article:
    text, typed = compose(blocks)
    return Article(text=text, blocks=typed, title="")


@given(parts)
def test_every_stretch_of_a_block_comes_back_to_itself(blocks: list[tuple[BlockKind, str]]) -> None:
    article = article_of(blocks)
    flowing, back = captions_last(article)
    assert [block.kind == "caption" for block in flowing.blocks] == sorted(b.kind == "caption" for b in flowing.blocks)
    for block in flowing.blocks:
        for start in range(block.start, block.end):
            span = Span(start=start, end=block.end)
            own = back(span)
            assert flowing.text[span.start : span.end] == article.text[own.start : own.end]


def test_a_caption_does_not_come_between_two_sentences() -> None:
    award = "Thừa ủy quyền của Chủ tịch nước, ông Lê Văn An trao Huân chương Lao động hạng Ba tặng Sở Y tế tỉnh."
    decision = "Huân chương trên được tặng theo Quyết định số 871/QĐ-CTN ngày 2/8/2023 của Chủ tịch nước."
    plain = article_of([("title", "Trao Huân chương"), ("paragraph", award), ("paragraph", decision)])
    pictured = article_of(
        [
            ("title", "Trao Huân chương"),
            ("paragraph", award),
            ("caption", "Quang cảnh buổi lễ."),
            ("paragraph", decision),
        ]
    )
    for article in (plain, pictured):
        [fact] = find(article)
        assert getattr(fact, "decision", None) == "871/QĐ-CTN"
        assert any("871/QĐ-CTN" in article.text[span.start : span.end] for span in fact.evidence)
