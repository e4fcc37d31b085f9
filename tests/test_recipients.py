"""Who receives an award: persons and bodies by any of their names, in lists, or left unsaid in their own story."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Award


def received(*paragraphs: str, title: str = "Tin tức") -> list[str | int | None]:
    """The recipient, or the number of recipients, of each award of an article."""
    article = article_from_json({"title": title, "paragraphs": list(paragraphs), "published": "2024-01-05"})
    return [f.recipient or f.count for f in find(article) if isinstance(f, Award)]


# fmt: off
INTRODUCED = [
    ("Bộ Y tế tặng Bằng khen cho tài xế Phan Văn Bào.", ["Phan Văn Bào"]),
    ("Bộ Y tế trao Bằng khen tặng nguyên Phó Thủ tướng Vũ Văn Hoài.", ["Vũ Văn Hoài"]),
    ("Bộ Y tế tặng Bằng khen cho cá nhân đồng chí Phạm Gia Lục - Chủ tịch Công ty A.", ["Phạm Gia Lục"]),
    ("Bộ Y tế tặng Bằng khen cho phóng viên Báo Lam Giang Đinh Hữu Dần.", ["Đinh Hữu Dần"]),
    ("Bộ Y tế tặng Bằng khen cho Chủ tịch UBND tỉnh Lam Giang Đinh Hữu Dần.", ["Đinh Hữu Dần"]),
    ("Bộ Y tế tặng Bằng khen cho thủ môn Bùi Tiến Dần, tiền vệ Lê Bá Mai và HLV Kim Jong Min.",
     ["Bùi Tiến Dần", "Lê Bá Mai", "Kim Jong Min"]),
    # an occupation before a place or a body names nobody
    ("Bộ Y tế tặng Bằng khen cho ngư dân Quảng Ngãi.", []),
    ("Bộ Y tế tặng Bằng khen cho nhân viên Công ty Thoại Hà.", []),
    ("Bộ Y tế tặng Bằng khen cho công nhân Việt Nam.", []),
]
CALLED = [
    # (what the article tells first, the sentence of the award, its recipients)
    ("Tài xế Phan Văn Bào cứu người.", "Bộ Y tế tặng Bằng khen cho tài xế Bào.", ["Phan Văn Bào"]),
    ("Tài xế Phan Văn Bào cứu người.", "Bộ Y tế tặng Bằng khen cho tài xế này.", ["Phan Văn Bào"]),
    ("Em Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho Lan Chi.", ["Trần Thị Lan Chi"]),
    ("Em Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho em vì việc làm đẹp.", ["Trần Thị Lan Chi"]),
    ("Nữ sinh Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho em.", ["Trần Thị Lan Chi"]),
    ("Em Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho em trai bà Mai.", []),
    ("Em Trần Thị Chi và em Lê Thị Chi trả tiền.", "Bộ Y tế tặng Bằng khen cho Chi.", []),
    ("Em Trần Thị Chi và em Lê Thị Mai trả tiền.", "Bộ Y tế tặng Bằng khen cho em.", []),
    ("Em Trần Thị Chi và bà Lê Thị Mai trả tiền.", "Bộ Y tế tặng Bằng khen cho em.", ["Trần Thị Chi"]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), INTRODUCED, ids=[s[:60] for s, _ in INTRODUCED])
def test_a_person_behind_what_introduces_one(sentence: str, expected: list[str]) -> None:
    assert received(sentence) == expected


@pytest.mark.parametrize(("opening", "sentence", "expected"), CALLED, ids=[f"{o[:25]} {s[:60]}" for o, s, _ in CALLED])
def test_a_person_called_by_a_short_form_or_a_pronoun(opening: str, sentence: str, expected: list[str]) -> None:
    assert received(opening, sentence) == expected
