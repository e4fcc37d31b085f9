"""Context rules: which category reaches a target, how far a trigger's scope runs, which syllables are no triggers."""

from __future__ import annotations

from typing import get_args

import pytest

from extract.annotation import article_from_json
from extract.context import Category, category_at, find_triggers
from extract.facts import pipeline
from extract.lexicon import load
from extract.tokens import article_doc, view_of


def categories(text: str, target: str = "Bằng khen") -> list[str]:
    """The category at each mention of the target in a text of one sentence."""
    nlp = pipeline()
    doc = view_of(nlp(article_doc(nlp, article_from_json({"title": "", "text": text}))))
    (sentence,) = doc.sents
    triggers = find_triggers(sentence)
    words = target.split()
    return [
        category_at(triggers, i, i + len(words))[0]
        for i in range(len(doc) - len(words) + 1)
        if [t.text for t in doc[i : i + len(words)]] == words
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh tặng Bằng khen cho A.", ["granted"]),
        ("Khối đề nghị tặng Bằng khen cho A; tỉnh tặng Bằng khen cho B.", ["proposed", "proposed"]),
        ("Khối trình tỉnh tặng Bằng khen cho A.", ["proposed"]),
        ("Hai Bằng khen được Cụm đề nghị dành cho A.", ["proposed"]),
        ("Xã được tặng Bằng khen và đề nghị giảm tiêu chí.", ["granted"]),
        ("Khối không đề nghị tặng Bằng khen cho A.", ["refused"]),
        ("Khối không đề nghị tặng Bằng khen cho A; tỉnh tặng Bằng khen cho B.", ["refused", "granted"]),
        ("Khối chưa đề nghị tặng Bằng khen cho A.", ["negated"]),
        ("Tỉnh sẽ tặng Bằng khen cho A.", ["promised"]),
        ("Nếu thắng, A sẽ được tặng Bằng khen.", ["hypothetical"]),
        ("Tỉnh thu hồi Bằng khen của A.", ["revoked"]),
        ("Sở kiến nghị tỉnh thu hồi Bằng khen của A.", ["hypothetical"]),
        ("Sở đề nghị không tặng Bằng khen cho A.", ["hypothetical"]),
        ("Dẫn đầu việc thu hồi đất, xã nhận Bằng khen.", ["granted"]),
        ("Sở đăng ký danh hiệu và Bằng khen.", ["registered"]),
        ("Theo quy định, người được tặng Bằng khen có thưởng.", ["hypothetical"]),
        ("Khối đề nghị xét thêm, trước đó tỉnh tặng Bằng khen cho A.", ["granted"]),
        # pseudo-triggers: a syllable is not a word
        ("Tại chương trình, tỉnh tặng Bằng khen cho A.", ["granted"]),
        ("Ghi nhận quá trình công tác, tỉnh tặng Bằng khen.", ["granted"]),
        ("Công trình hoàn thành, tỉnh tặng Bằng khen.", ["granted"]),
        ("Ông Cao Xuân Trình nhận Bằng khen.", ["granted"]),
        ("Xét đề nghị của Sở, tỉnh tặng Bằng khen.", ["granted"]),
    ],
)
def test_category(text: str, expected: list[str]) -> None:
    assert categories(text) == expected


def test_every_trigger_says_a_known_category_direction_and_scope() -> None:
    for entry in load("triggers"):
        assert entry.values["category"] in set(get_args(Category)), entry.id
        assert entry.values["direction"] in {"forward", "backward", "both"}, entry.id
        assert entry.values["scope"] in {"sentence", "clause"}, entry.id
