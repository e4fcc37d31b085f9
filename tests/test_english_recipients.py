"""Who receives in the English pages: bodies beside numbers, whose post it is, names with numbers and marks."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Award


def who(text: str) -> list[str | int | None]:
    article = article_from_json({"title": "News", "paragraphs": [text], "published": "2024-03-01"})
    return [f.recipient or f.count for f in find(article) if isinstance(f, Award)]


# fmt: off
SENTENCES: list[tuple[str, list[str | int]]] = [
    # a body joined to the numbers behind it
    ("The minister’s certificates of merit were awarded to the collective of the Surgery Department and four \
doctors of the hospital.", ["Surgery Department", 4]),
    ("The ministry presented certificates of merit to 12 teachers at the Lam Giang High School.", [12]),
    # whose post it is, or from where, is not who receives
    ("The Labour Order was granted to Doctor Le Thi Na, Director of Lam Giang Hospital and Doctor Tran Van Mo, Deputy \
Director of Lam Giang Hospital.", ["Le Thi Na", "Tran Van Mo"]),
    ("Vice Chairman Le Van Na offered certificates of merit to individuals of Lam Giang Hospital in the city.", []),
    ("Le Thi Na, head of the Department of Health, was awarded a certificate of merit in the city.", ["Le Thi Na"]),
    # others' than the subject's
    ("Lam Giang Hospital received certificates of merit from the minister for its best individuals and \
collectives in the fight.", []),
    # a number in a name counts nobody; marks are kept
    ("The Hà Nội-based 208 Military Lowland Hospital last week received the Hero of Labor title for the work of years.",
     ["208 Military Lowland Hospital"]),
    ("On April 24 Lam Giang Hospital was awarded the Labour Order in the city.", ["Lam Giang Hospital"]),
    ("The Labour Order was given to the Đông Sơn Cooperative and Mr Đỗ Văn Na at the ceremony in the city on Monday.",
     ["Đỗ Văn Na", "Đông Sơn Cooperative"]),
    ("The State President presented the Labour Order to the national women's football team in the city.",
     ["national women's football team"]),
    ("Lam Giang 1 High School was honored to receive the third-class Labor Medal in the city.",
     ["Lam Giang 1 High School"]),
    ("The State President awarded the Labour Order to Chu Lam - Giang Son Rubber Joint Stock Company under the Lam \
Rubber Group.", ["Chu Lam - Giang Son Rubber Joint Stock Company"]),
    ("The Labour Order was granted to Mr Le Van Na - Director of Lam Giang Hospital in the city.", ["Le Van Na"]),
    ("Lam Giang province honored with the first-class Independence Order at the ceremony of the year.",
     ["Lam Giang province"]),
    ("Seven foreign non-governmental organisations on June 9 were granted the Vietnamese minister’s \
certificates of merit for the work in the city.", [7]),
    ("The State President presented the first-class Labour Order to the Ministry of Science and Technology (MoST) in \
the city.", ["Ministry of Science and Technology"]),
    ("The Lam Committee has selected the best, many of them have been awarded the title Hero of Labour.", []),
    # who receives before what
    ("The State President awarded Lam Giang Hospital the third-class Labour Order in the city.",
     ["Lam Giang Hospital"]),
    ("The committee awarded 12 collectives and 5 individuals certificates of merit in the city.", [12, 5]),
    ("The committee granted the farmers a certificate of merit in the city.", []),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_who_receives(text: str, expected: list[str | int]) -> None:
    assert who(text) == expected
