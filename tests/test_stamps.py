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
        "17/04/12 10:05 GMT+7",
        "17/04/2012, 10:05",
        "Thứ ba, 17/04/2012 - 10:05",
        "Thứ Ba, ngày 17/4/2012 10:05 (GMT+7)",
        "10:05 17/04/2012",
        "10h05 | 17-04-2012",
        "Đăng ngày: 17.04.2012 10:05",
    ],
)
def test_a_line_of_a_day_and_a_clock(line: str) -> None:
    assert iso("Sở Y tế được tặng Bằng khen.", line, "Xã hội") == "2012-04-17T10:05:00+07:00"


@pytest.mark.parametrize(
    "line",
    [
        "17/04/2012",  # a day alone may be a signature's or an event's
        "Lúc 10:05 17/04/2012, đám cháy được dập tắt.",
        "Cập nhật: 17/04/2012 10:05",  # when it was changed, not when it came out
        "10:05",
        "31/02/2013 10:05",
    ],
)
def test_no_stamp(line: str) -> None:
    assert iso("Sở Y tế được tặng Bằng khen.", line) is None


def test_two_stamps_of_one_day_are_one_and_of_two_days_none() -> None:
    assert iso("Tin.", "17/04/12 10:05", "17/04/12 11:00") == "2012-04-17T10:05:00+07:00"
    assert iso("Tin.", "17/04/12 10:05", "18/04/12 08:00") is None
