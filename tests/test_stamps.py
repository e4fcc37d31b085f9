"""The stamp of publication that stands as a line of an article's text."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.stamps import stamped


def iso(*lines: str) -> str | None:
    found = stamped(article_from_json({"title": "Tin", "paragraphs": list(lines), "published": None}))
    return found.iso if found else None


@pytest.mark.parametrize(
    "line",
    [
        "28/05/13 21:32 GMT+7",
        "28/05/2013, 21:32",
        "Thứ ba, 28/05/2013 - 21:32",
        "Thứ Ba, ngày 28/5/2013 21:32 (GMT+7)",
        "21:32 28/05/2013",
        "21h32 | 28-05-2013",
        "Đăng ngày: 28.05.2013 21:32",
    ],
)
def test_a_line_of_a_day_and_a_clock(line: str) -> None:
    assert iso("Sở Y tế được tặng Bằng khen.", line, "Xã hội") == "2013-05-28T21:32:00+07:00"


@pytest.mark.parametrize(
    "line",
    [
        "28/05/2013",  # a day alone may be a signature's or an event's
        "Lúc 21:32 28/05/2013, đám cháy được dập tắt.",
        "Cập nhật: 28/05/2013 21:32",  # when it was changed, not when it came out
        "21:32",
        "31/02/2013 21:32",
    ],
)
def test_no_stamp(line: str) -> None:
    assert iso("Sở Y tế được tặng Bằng khen.", line) is None


def test_two_stamps_of_one_day_are_one_and_of_two_days_none() -> None:
    assert iso("Tin.", "28/05/13 21:32", "28/05/13 22:00") == "2013-05-28T21:32:00+07:00"
    assert iso("Tin.", "28/05/13 21:32", "29/05/13 08:00") is None
