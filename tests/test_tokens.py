"""The text comes back exactly, tokens carry the match form, and sentences end where newspapers end them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extract.sentences
from extract.annotation import article_from_json
from extract.text import match_form
from extract.tokens import article_doc, blank_language, view_of

assert extract.sentences  # registers the component

NLP = blank_language()
NLP.add_pipe("sentences")

NAUGHTY = [
    "",
    " ",
    "\n\n",
    "  hai  dấu cách ",
    "Tỉnh uỷ\u00a0Hoà Bình\tvà\u2028Ban",
    "👍🏽 Khối\u00adthi đua 😀",
    "“A. B”… «C»",
    "5/1-2024, 1.218 tập thể; 123/QĐ-UBND",
    unicodedata.normalize("NFD", "Quảng Ngãi: Khối thi đua Kinh tế ngành"),
    "\ufeffabc\u200bdef",
]


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_comes_back_exactly(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(st.text())
def test_any_text_comes_back_exactly(text: str) -> None:
    doc = NLP.make_doc(text)
    assert doc.text == text
    assert [token.norm_ for token in doc if token.norm_] == [
        match_form(text)[t.idx : t.idx + len(t)] for t in doc if t.norm_
    ]
    view = view_of(doc)
    assert (view.text, view.form) == (text, match_form(text))
    for attribute in ("i", "idx", "text", "norm_", "whitespace_", "is_space", "is_alpha", "is_digit", "is_punct"):
        assert [getattr(t, attribute) for t in view] == [getattr(t, attribute) for t in doc]


@given(st.text(), st.integers(-9, 9), st.integers(-9, 9))
def test_stretches_are_those_of_the_doc(text: str, start: int, end: int) -> None:
    doc = NLP.make_doc(text)
    ours, theirs = view_of(doc)[start:end], doc[start:end]
    assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
    assert [t.i for t in ours[1:-1]] == [t.i for t in theirs[1:-1]]
    if len(theirs):
        assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)


def test_characters_find_their_tokens() -> None:
    view = view_of(NLP.make_doc("Sở Y tế (SYT) họp"))
    touched = [view.char_span(*pair) for pair in ((1, 4), (2, 7), (9, 12), (0, 17))]
    assert [span.text for span in touched] == ["Sở Y", "Y tế", "SYT", "Sở Y tế (SYT) họp"]
    assert view[1:3].char_span(0, 1).text == "Y"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chiều 5/1, GD&ĐT (TĐKT)", ["Chiều", "5", "/", "1", ",", "GD", "&", "ĐT", "(", "TĐKT", ")"]),
        ("giai đoạn 2021-2025", ["giai", "đoạn", "2021", "-", "2025"]),
        ("đạt 1.218 tỷ, 4,2%.", ["đạt", "1.218", "tỷ", ",", "4,2", "%", "."]),
    ],
)
def test_tokens_are_syllables_numbers_and_marks(text: str, words: list[str]) -> None:
    assert [token.text for token in NLP.make_doc(text)] == words


def test_decomposed_syllables_stay_whole() -> None:
    text = unicodedata.normalize("NFD", "Khối thi đua tỉnh")
    assert len(NLP.make_doc(text)) == 4


def test_tokens_carry_the_match_form() -> None:
    assert [token.norm_ for token in NLP.make_doc("Tỉnh uỷ “Hoà”–")] == ["tỉnh", "ủy", '"', "hòa", '"', "-"]
    usual = [token.norm_ for token in NLP.make_doc("Lễ kỉ niệm, chiến sỹ Lí, qui định, công ti")]
    assert usual == ["lễ", "kỷ", "niệm", ",", "chiến", "sĩ", "lý", ",", "quy", "định", ",", "công", "ti"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Chiều 5/1, Khối họp.", "Sở Xây dựng là Khối trưởng."],
        ["PGS.TS. Trần Văn An và GS. Lê Bá dự họp tại TP. Long Xuyên."],
        ["Lúa, ngô, v.v. đều được mùa.", "Dân vui!"],
        ["Khối có 8 sở…", "Các đơn vị ký giao ước?", "Có."],
        ["Lúa, ngô… 5 xã; cà phê…, chè."],
        ["Ảnh: T.V\n", "Hội nghị khai mạc."],
        ["“Tôi làm.”", "“Anh nghỉ.”"],
        ["Trao cờ cho ông Nguyễn Văn A.", "Hội nghị kết thúc."],
        ["Tiêu đề không có dấu chấm\n\n", "Đoạn văn.\n\n", "- gạch đầu dòng;\n", "- dòng hai"],
        ["tổng số 1.218 tập thể, tăng 4,2%."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = "".join(s if s.endswith("\n") else f"{s} " for s in sentences).rstrip(" ")
    assert [sent.text.strip() for sent in view_of(NLP(text)).sents] == [s.strip() for s in sentences]


def test_an_empty_text_has_no_sentences() -> None:
    assert view_of(NLP("")).sents == ()


def test_the_doc_of_an_article_knows_it() -> None:
    article = article_from_json({"title": "Một", "paragraphs": ["Hai."]})
    view = view_of(article_doc(NLP, article))
    assert view.article is article
    assert view.facts == ()
