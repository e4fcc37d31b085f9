"""Days and years in prose: with and without a year, relative, periods, school years."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.dates import find_days, find_years, past_year, published_day, reported_days
from extract.model import Published
from extract.text import match_form

PUBLISHED = dt.date(2024, 1, 5)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ngày 05 tháng 01 năm 2024", ["2024-01-05"]),
        ("ngày 21 tháng 3", ["2024-03-21"]),
        ("Chiều 5/1, Khối", ["2024-01-05"]),
        ("Ngày 30-12, tại", ["2023-12-30"]),
        ("Sáng nay, 5.1, Cục", ["2024-01-05"]),
        ("Hôm nay (5-1), Cụm", ["2024-01-05"]),
        ("Sáng qua, Cụm họp", ["2024-01-04"]),
        ("Trong hai ngày 15 và 16-11, tại", ["2023-11-15"]),
        ("Thứ Năm, 20/06/2024 - 02:51", ["2024-06-20"]),
        ("từ 11/6/1948 đến 11/6/2024", ["1948-06-11", "2024-06-11"]),
        ("10/12 xã, 9/9 đơn vị, tỷ lệ 1/2", []),
        ("ngày 31/2", []),
        ("cả ngày 24/24 giờ", []),
        ("Quyết định 158 năm 2002", []),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    assert [d.iso for d in find_days(match_form(text), PUBLISHED)] == days


def test_a_day_without_a_year_is_inferred_and_says_so() -> None:
    inferred, stated = find_days(match_form("Chiều 5/1 và ngày 4/1/2024"), PUBLISHED)
    assert inferred.basis is not None
    assert stated.basis is None


def test_without_publication_only_full_dates() -> None:
    assert [d.iso for d in find_days("chiều 5/1, sáng qua, ngày 4/1/2024", None)] == ["2024-01-04"]


def test_spans_are_spans_of_the_text() -> None:
    text = "Chiều 5/1, Khối thi đua họp tổng kết năm 2023."
    (day,) = find_days(match_form(text), PUBLISHED)
    (year,) = find_years(match_form(text), PUBLISHED)
    assert (text[day.start : day.end], text[year.start : year.end]) == ("Chiều 5/1", "năm 2023")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("năm 2023", [(2023, 2023)]),
        ("năm học 2015-2016", [(2015, 2015)]),
        ("giai đoạn 2021 – 2025", [(2021, 2025)]),
        ("từ năm 2018 đến năm 2022", [(2018, 2022)]),
        ("năm 2009 và 2010", [(2009, 2010)]),
        ("năm nay, năm ngoái, năm tới", [(2024, 2024), (2023, 2023), (2025, 2025)]),
        ("năm qua", [(2023, 2023)]),
        ("năm tập thể, 2023 người", []),
    ],
)
def test_years(text: str, years: list[tuple[int, int]]) -> None:
    assert [(y.first, y.last) for y in find_years(match_form(text), PUBLISHED)] == years


def test_the_past_year_is_the_one_just_ended_in_spring_and_the_running_one_later() -> None:
    assert past_year(dt.date(2024, 1, 10)) == 2023
    assert past_year(dt.date(2024, 11, 10)) == 2024


def test_published_day() -> None:
    stamp = Published(raw="x", iso="2024-01-05T19:08:00+07:00", precision="minute", basis="json")
    assert published_day(stamp) == PUBLISHED
    assert published_day(None) is None


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Sáng 10-3, khối ký kết giao ước thi đua năm 2024.", dt.date(2024, 11, 20), "2024-03-10"),
        ("Sáng 10-3, khối ký kết giao ước thi đua.", dt.date(2024, 11, 20), "2024-03-10"),
        ("Chiều 5-1, khối ký kết giao ước thi đua năm 2024.", dt.date(2024, 12, 20), "2024-01-05"),
        ("Chiều 5-1, khối tổng kết năm 2023.", dt.date(2024, 1, 6), "2024-01-05"),
        # told of as to come, or soon
        ("Hội nghị sẽ diễn ra vào sáng 10-3.", dt.date(2024, 11, 20), "2025-03-10"),
        ("Chiều 5-1, khối họp.", dt.date(2024, 12, 20), "2025-01-05"),
        ("Sáng 10-3-2025, khối họp.", dt.date(2024, 11, 20), "2025-03-10"),
    ],
)
def test_a_report_tells_of_no_day_far_ahead(text: str, published: dt.date, day: str) -> None:
    assert [d.iso for d in reported_days(match_form(text), published)] == [day]
