"""A declared number that the list does not bear out is a problem; a list that says it is partial is none."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.checks import disagreements
from extract.facts import find


def problems(text: str) -> list[str]:
    article = article_from_json({"title": "Tin trong tỉnh", "paragraphs": text.split("\n")})
    return [problem.detail for problem in disagreements(article, find(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Khối thi đua Nội chính có 4 cơ quan, đơn vị gồm: Sở Tư pháp; Thanh tra tỉnh và Công an tỉnh.",
            ["Khối thi đua Nội chính: 4 members declared, 3 listed"],
        ),
        ("Khối thi đua Nội chính có 3 cơ quan, đơn vị gồm: Sở Tư pháp; Thanh tra tỉnh và Công an tỉnh.", []),
        ("Khối thi đua Nội chính có 9 đơn vị thành viên, trong đó có Sở Tư pháp và Thanh tra tỉnh.", []),
        ("Khối thi đua Nội chính gồm Sở Tư pháp; Thanh tra tỉnh và Công an tỉnh.", []),
        ("Khối thi đua Nội chính có 9 đơn vị thành viên.", []),
        ("Khối thi đua Nội chính có 4 thành viên.\nCác thành viên khác gồm: Sở Tư pháp; Thanh tra tỉnh.", []),
        ("Khối thi đua Nội chính có 4 thành viên.\nMột số thành viên như Sở Tư pháp, Thanh tra tỉnh dự họp.", []),
        ("Khối thi đua Nội chính có 4 thành viên.\nSở Tư pháp thuộc Khối thi đua Nội chính.", []),
    ],
)
def test_members_are_counted(text: str, expected: list[str]) -> None:
    assert problems(text) == expected
