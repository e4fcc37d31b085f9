"""Awards told by lists below or behind an opening, proposals of meetings, and the years of days told."""

from __future__ import annotations

import pytest
from reading import facts, written

from extract.model import Award

Told = tuple[str, str | None, str | int | None, str]

FLAG, STATE_FLAG, BK = "Cờ thi đua của UBND tỉnh", "Cờ thi đua của Chính phủ", "Bằng khen"
CHAIR = "Chủ tịch UBND tỉnh"
A, B, C, D = "Sở Y tế", "Sở Tư pháp", "Sở Xây dựng", "Sở Công Thương"


def rows(*paragraphs: str, published: str | None = None) -> list[Award]:
    return facts(Award, *paragraphs, published=published)


def told(*paragraphs: str) -> list[Told]:
    """(award, grantor, recipient or number, status) of each row."""
    return [(a.award, written(a), a.recipient or a.count, a.status) for a in rows(*paragraphs)]


def proposed(award: str, grantor: str | None, *recipients: str | int) -> list[Told]:
    return [(award, grantor, r, "proposed") for r in recipients]


# fmt: off
LINES: list[tuple[list[str], list[Told]]] = [
    # what the opening says holds for lines that have a verb of their own
    (["Hội nghị thống nhất đề nghị:", f"- Chính phủ tặng Cờ thi đua: {A}.", f"- UBND tỉnh tặng Cờ thi đua: {B}, {C}."],
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(FLAG, "UBND tỉnh", B, C)]),
    # and for lines without one: the form before its names
    (["Khối thống nhất đề nghị khen thưởng như sau:", f"- Cờ thi đua của Chính phủ: {A}.",
      f"- Cờ thi đua của UBND tỉnh: {B}, {C}.", f"- Bằng khen của Chủ tịch UBND tỉnh cho {D}."],
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(FLAG, "UBND tỉnh", B, C), *proposed(BK, CHAIR, D)]),
    # or behind them; numbers open lines
    (["Các đơn vị được đề nghị khen thưởng:", f"1. {A}: Cờ thi đua của Chính phủ",
      f"2. {B} (Cờ thi đua của UBND tỉnh)"],
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(FLAG, "UBND tỉnh", B)]),
    # a table whose column is headed so
    (["STT | Đơn vị | Hình thức khen thưởng",
      f"1 | {A} | Cờ thi đua của Chính phủ", f"2 | {B} | Bằng khen của UBND tỉnh"],
     [(STATE_FLAG, "Chính phủ", A, "granted"), (BK, "UBND tỉnh", B, "granted")]),
    # numbered names below a form
    (["Danh sách các tập thể được Thủ tướng Chính phủ tặng Bằng khen:", f"1. {A}", f"2. {B}"],
     [(BK, "Thủ tướng Chính phủ", A, "granted"), (BK, "Thủ tướng Chính phủ", B, "granted")]),
    # a line that is none of the list ends it
    (["Hội nghị thống nhất đề nghị:", "Buổi chiều, đoàn đi thăm bản.", f"- Chính phủ tặng Cờ thi đua: {A}."],
     [(STATE_FLAG, "Chính phủ", A, "granted")]),
    # a form without an opening, or with nobody beside it, tells nothing
    (["Nội dung chương trình:", f"- Cờ thi đua của Chính phủ: {A}"], []),
    (["Khối thống nhất đề nghị khen thưởng như sau:", "- Cờ thi đua của Chính phủ: theo hướng dẫn của cấp trên"], []),
]

SENTENCES: list[tuple[str, list[Told]]] = [
    (f"Các đơn vị được đề nghị khen thưởng gồm: {A} (Cờ thi đua của Chính phủ), {B} (Bằng khen của UBND tỉnh).",
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(BK, "UBND tỉnh", B)]),
    (f"Khối suy tôn và đề nghị tặng Cờ thi đua của Chính phủ: {A}; Cờ thi đua của UBND tỉnh: {B}, {C}; Bằng khen: {D}.",
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(FLAG, "UBND tỉnh", B, C), *proposed(BK, None, D)]),
    (f"Khối đề nghị tặng Cờ thi đua: {A}; Bằng khen: 5 tập thể, 3 cá nhân.",
     [*proposed("Cờ thi đua", None, A), *proposed(BK, None, 5, 3)]),
    # those before "đề nghị" are proposed where a choice has been told
    (f"Hội nghị suy tôn {A}, đề nghị Chính phủ tặng Cờ thi đua; {B}, {C} đề nghị UBND tỉnh tặng Cờ thi đua.",
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(FLAG, "UBND tỉnh", B, C)]),
    (f"Cụm suy tôn {A} là đơn vị dẫn đầu, đề nghị UBND tỉnh tặng Cờ thi đua; {B} xếp thứ nhì, đề nghị tặng Bằng khen.",
     [*proposed(FLAG, "UBND tỉnh", A), *proposed(BK, None, B)]),
    (f"Cụm bỏ phiếu suy tôn {A} đề nghị Chính phủ tặng Cờ thi đua và {B}, {C} đề nghị UBND tỉnh tặng Cờ thi đua.",
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(FLAG, "UBND tỉnh", B, C)]),
    ("Qua bình xét, 4 đơn vị được đề nghị tặng Cờ thi đua của Bộ Y tế và 7 đơn vị đề nghị Bộ Y tế tặng Bằng khen.",
     [*proposed("Cờ thi đua của Bộ Y tế", "Bộ Y tế", 4), *proposed(BK, "Bộ Y tế", 7)]),
    (f"{A}, {B} đề nghị UBND tỉnh tặng Bằng khen.", []),
    (f"Kết quả bình xét, Hội đồng {A} đề nghị UBND tỉnh tặng Bằng khen.", []),
    (f"Kết quả xếp loại: {A} (đề nghị tặng Cờ thi đua của UBND tỉnh), {B} (đề nghị UBND tỉnh tặng Bằng khen).",
     [*proposed(FLAG, "UBND tỉnh", A), *proposed(BK, "UBND tỉnh", B)]),
    (f"Cụm bình chọn 1 đơn vị đề nghị tặng Cờ thi đua của Chính phủ ({A}); 2 đơn vị đề nghị tặng Bằng khen ({B}, {C}).",
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed(BK, None, B, C)]),
    ("Các xã suy tôn đơn vị đứng đầu Cụm là đơn vị xã Tân Lâm đề nghị Hội đồng huyện xét tặng cờ UBND Tỉnh.",
     proposed(FLAG, "UBND tỉnh", "xã Tân Lâm")),
    (f"Khối đề nghị tặng Cờ Chính phủ cho {A}, cờ của Bộ Công an cho {B}.",
     [*proposed(STATE_FLAG, "Chính phủ", A), *proposed("Cờ thi đua của Bộ Công an", "Bộ Công an", B)]),
    # in a list parted by ";" commas stand inside the names of units; those of one kind are equals
    ("Bộ Y tế tặng Bằng khen cho: Vụ Hợp tác, giao lưu, Bộ Nội vụ; Vụ Kế hoạch và Đầu tư, Bộ Nội vụ.",
     [(BK, "Bộ Y tế", n, "granted")
      for n in ("Vụ Hợp tác, giao lưu, Bộ Nội vụ", "Vụ Kế hoạch và Đầu tư, Bộ Nội vụ")]),
    ("Bộ Y tế tặng Bằng khen cho: Phòng Tổng hợp, Phòng Hành chính; Sở Nội vụ.",
     [(BK, "Bộ Y tế", n, "granted") for n in ("Phòng Tổng hợp", "Phòng Hành chính", "Sở Nội vụ")]),
    # a subject that is a list parted by ";"; a unit told by its code
    ("Đại tá Lê Văn Khoáng, Phó Giám đốc; Thiếu tá Trần Văn Mận, Phó trưởng Phòng PC91, được Bộ Y tế tặng Bằng khen.",
     [(BK, "Bộ Y tế", n, "granted") for n in ("Lê Văn Khoáng", "Trần Văn Mận")]),
    ("Các tập thể Phòng PC91, PA92 và ông Lê Văn Khoáng, Trưởng phòng; Sở Nội vụ được Bộ Y tế tặng Bằng khen.",
     [(BK, "Bộ Y tế", n, "granted") for n in ("Phòng PC91", "Phòng PA92", "Lê Văn Khoáng", "Sở Nội vụ")]),
    ("Đến dự có ông Lê Văn Khoáng; Sở Nội vụ được Bộ Y tế tặng Bằng khen.", [(BK, "Bộ Y tế", "Sở Nội vụ", "granted")]),
    # of those counted as many as each award's number
    ("Sở tổ chức lễ trao tặng Huân chương cho 12 đồng chí, gồm: 5 Huân chương Độc lập hạng Ba, 7 Huy chương Hữu nghị.",
     [("Huân chương Độc lập hạng Ba", None, 5, "granted"), ("Huy chương Hữu nghị", None, 7, "granted")]),
    ("Đơn vị được khen nhiều lần, trong đó 5 cá nhân được Bộ Y tế tặng Bằng khen.", [(BK, "Bộ Y tế", 5, "granted")]),
    # "trong đó" before the verb goes on with the subject; a branch of any trade; a sum from a city
    ("Sở Nội vụ được cấp trên khen ngợi, trong đó vinh dự được Bộ Y tế tặng Bằng khen.",
     [(BK, "Bộ Y tế", "Sở Nội vụ", "granted")]),
    ("Bộ Y tế tặng Bằng khen cho tập thể cán bộ, viên chức của ngành Thủy lợi Lam Giang.",
     [(BK, "Bộ Y tế", "ngành Thủy lợi Lam Giang", "granted")]),
    ("Phong trào “Ngành Thủy lợi thi đua” lan rộng, được Bộ Y tế tặng Bằng khen.", []),
    ("Bộ Y tế tặng Bằng khen và 2 triệu đồng của TP.HCM cho Sở Nội vụ.", [(BK, "Bộ Y tế", "Sở Nội vụ", "granted")]),
    # "đối với" says for whom, as "cho" does
    (f"Khối đề nghị tặng Cờ thi đua của UBND tỉnh đối với {A}, tặng Bằng khen đối với {B}.",
     [*proposed(FLAG, "UBND tỉnh", A), *proposed(BK, None, B)]),
    # titles by which their bearers are called
    ("Đại hội biểu dương 2 Anh hùng Lao động là Lê Văn Khoáng và Trần Thị Mận.",
     [("Anh hùng Lao động", None, n, "granted") for n in ("Lê Văn Khoáng", "Trần Thị Mận")]),
    ("7 “Công dân ưu tú” năm 2015 được vinh danh.", [("Công dân ưu tú", None, 7, "granted")]),
    ("Dự lễ có 3 Anh hùng Lao động và ông Lê Văn Khoáng.", []),
    # who only tells of it
    ("Ông Lê Văn Khoáng, Phó giám đốc phụ trách Sở Y tế, thông tin: 6 năm qua có hai người được phong Nhà giáo ưu tú.",
     [("Nhà giáo ưu tú", None, 2, "granted")]),
]

YEARS: list[tuple[str, int | None]] = [
    # the day of the act; of an earlier act too
    ("Ngày 12/3/2019, UBND tỉnh tặng Bằng khen cho Sở Y tế.", 2019),
    ("Trước đó, ngày 12/3/2019, UBND tỉnh đã tặng Bằng khen cho Sở Y tế.", 2019),
    ("Trước đó, UBND tỉnh đã tặng Bằng khen cho Sở Y tế.", None),
    # of the gathering, where the paper's day is not known
    ("Sáng 12/3/2019, Sở Y tế tổ chức lễ kỷ niệm. Dịp này, UBND tỉnh tặng Bằng khen cho Sở Tư pháp.", 2019),
    # not a day that only dates a directive, nor the years of a span
    ("Hội nghị về Chỉ thị số 5 ngày 14/8/2009 được tổ chức sáng 18/8. UBND tỉnh tặng Bằng khen cho Sở Y tế.", None),
    ("Sở Y tế được tặng Bằng khen vì thành tích từ năm học 2012-2013 đến 2016-2017.", None),
    # a jubilee kept in the last days of the year before its day
    ("Sáng 31/12, Sở Y tế tổ chức lễ kỷ niệm 45 năm thành lập (3/1/1977 - 3/1/2022) và nhận Bằng khen của tỉnh.", 2021),
    ("Trong 5 năm qua, 3 tập thể được UBND tỉnh tặng Bằng khen.", None),
    # the year whose results are told
    ("Kết thúc năm 2014, toàn tỉnh hoàn thành kế hoạch. UBND tỉnh tặng Bằng khen cho Sở Tư pháp.", 2014),
    ("Trong năm 2012, cả 6 đơn vị đều làm tốt. Cụm đề nghị UBND tỉnh tặng Bằng khen cho Sở Tư pháp.", 2012),
    ("Bà mong rằng, trong năm 2012, các đơn vị sẽ làm tốt. UBND tỉnh tặng Bằng khen cho Sở Tư pháp.", None),
]
# fmt: on


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_an_opening_governs_the_lines_below_it(lines: list[str], expected: list[Told]) -> None:
    assert sorted(map(str, told(*lines))) == sorted(map(str, expected))


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_gives_its_awards(sentence: str, expected: list[Told]) -> None:
    assert sorted(map(str, told(sentence))) == sorted(map(str, expected))


@pytest.mark.parametrize(("paragraph", "year"), YEARS)
def test_the_year_of_the_act(paragraph: str, year: int | None) -> None:
    assert {a.year for a in rows(paragraph)} == {year}


def test_several_years_past_are_no_year() -> None:
    assert rows("Trong 5 năm qua, 3 tập thể được UBND tỉnh tặng Bằng khen.", published="2024-02-01")[0].year is None


def test_a_list_runs_over_into_the_next_line() -> None:
    lines = (
        f"Danh sách các tập thể được Bộ Y tế tặng Bằng khen gồm: {A}; {B}.",
        f"{C}; {D}.",
        "Lễ trao diễn ra vui vẻ.",
    )
    assert told(*lines) == [(BK, "Bộ Y tế", n, "granted") for n in (A, B, C, D)]
    assert told(lines[0], f"{C} nhận cờ lưu niệm; {D} vắng mặt.") == [(BK, "Bộ Y tế", n, "granted") for n in (A, B)]


def test_the_year_of_a_total_is_that_of_all_whom_it_counts() -> None:
    found = rows(
        "Bộ Y tế tặng Bằng khen cho 2 tập thể có thành tích năm 2022.",
        f"Danh sách các tập thể được tặng Bằng khen gồm: {A}; {B}.",
    )
    assert [(a.recipient, a.year) for a in found] == [(A, 2022), (B, 2022)]


def test_one_flag_told_twice_is_no_second_of_two() -> None:
    found = told(
        f"{A} được Chính phủ tặng Cờ thi đua. Tỉnh có hai đơn vị được tặng Cờ thi đua của Chính phủ.",
        f"Thủ tướng Chính phủ tặng Cờ thi đua cho {A}.",
    )
    assert found == [(STATE_FLAG, "Chính phủ", A, "granted"), (STATE_FLAG, "Chính phủ", 2, "granted")]
