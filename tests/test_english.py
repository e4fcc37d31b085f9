"""The English of Vietnamese newspapers: its language, sentences and authorities."""

from __future__ import annotations

import pytest

from extract.english import authority, is_english, sentences


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Chairman of the provincial People’s Committee", "Chủ tịch UBND tỉnh"),
        ("People's Committee of the Mekong Delta province of Ben Tre", "UBND tỉnh Bến Tre"),
        ("Hanoi People's Committee", "UBND thành phố Hà Nội"),
        ("Minister of Labour, Invalids and Social Affairs", "Bộ trưởng Bộ Lao động - Thương binh và Xã hội"),
        ("the Vietnamese Government", "Chính phủ"),
        ("the Party and State", "Đảng, Nhà nước"),
        ("the State budget", None),
        ("President of the association", None),
    ],
)
def test_authorities_bear_their_vietnamese_names(phrase: str, name: str | None) -> None:
    found = authority(phrase)
    assert (found[0] if found else None) == name


def test_language_and_sentences() -> None:
    assert is_english("The head of the bloc in Nghệ An province spoke to the delegates.")
    assert not is_english("Khối thi đua họp tổng kết tại tỉnh Nghệ An.")
    text = "Mr. Le Van A. spoke. No. 5 of the year won.\nThe end."
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "Mr. Le Van A. spoke.",
        "No. 5 of the year won.",
        "The end.",
    ]
