"""Lists of award forms, the years of awards, and who grants what is only handed over."""

from __future__ import annotations

import pytest
from reading import facts, written

from extract.facts.award_tails import listed_years
from extract.model import Award

Told = tuple[str, str | None, str | int | None, int | None, int | None]


def told(*paragraphs: str) -> list[Told]:
    """(award, grantor, recipient or number, count, year) of each row of an article without a date."""
    rows = facts(Award, *paragraphs, published=None)
    return [(a.award, written(a), a.recipient or a.count, a.count, a.year) for a in rows]


LOC, HOA, FIRM = "Trần Văn Lộc", "Lê Thị Hoa", "Sở Y tế"
THIRD, SECOND, FIRST = (f"Huân chương Lao động hạng {c}" for c in ("Ba", "Nhì", "Nhất"))
TITLE = "Chiến sĩ thi đua cơ sở"

LONG = (
    "Sở Y tế được tặng Huân chương Lao động hạng Nhì năm 2016 của Chủ tịch nước; Cờ Chính phủ (năm 2018); "
    "2 Bằng khen của Bộ Y tế và Bằng khen của Bộ Nội vụ năm 2019."
)
LABELLED = (
    "Sở Y tế đón nhận nhiều phần thưởng của Đảng, Nhà nước: Năm 2013: Huân chương Lao động hạng Nhì; "
    "năm 2007: Huân chương Lao động hạng Ba."
)

# fmt: off
LISTS: list[tuple[str, list[Told]]] = [
    # a list goes on over ";", ",", "và"; every form has its own owner, year and number
    (LONG,
     [(SECOND, "Chủ tịch nước", FIRM, 1, 2016), ("Cờ thi đua của Chính phủ", "Chính phủ", FIRM, 1, 2018),
      ("Bằng khen", "Bộ Y tế", FIRM, 2, None), ("Bằng khen", "Bộ Nội vụ", FIRM, 1, 2019)]),
    # "nhiều" tells no number: no row, nor for what shares it; the list goes on behind it
    ("Sở Y tế được tặng Huân chương Lao động hạng Ba; nhiều Bằng khen, Giấy khen của UBND tỉnh.",
     [(THIRD, None, FIRM, 1, None)]),
    ("7 cá nhân được Bộ Y tế tặng Bằng khen cùng nhiều Giấy khen.", [("Bằng khen", "Bộ Y tế", 7, 7, None)]),
    # the class alone repeats the order
    ("Ông Trần Văn Lộc được tặng Huân chương Lao động hạng Ba (2004), hạng Nhì (2009) và hạng Nhất (2014).",
     [(THIRD, None, LOC, 1, 2004), (SECOND, None, LOC, 1, 2009), (FIRST, None, LOC, 1, 2014)]),
    # a list under "phần thưởng cao quý", its items labelled by years
    (LABELLED,
     [(SECOND, "Đảng, Nhà nước", FIRM, 1, 2013), (THIRD, "Đảng, Nhà nước", FIRM, 1, 2007)]),
    ("Sở Y tế được tặng thưởng nhiều phần thưởng cao quý như: Huân chương Lao động hạng Ba, Bằng khen của Bộ Y tế.",
     [(THIRD, None, FIRM, 1, None), ("Bằng khen", "Bộ Y tế", FIRM, 1, None)]),
    # the owner of joined certificates is told once; an order is never a minister's
    ("Sở Y tế nhận Bằng khen và Cờ thi đua của Bộ Y tế.",
     [("Bằng khen", "Bộ Y tế", FIRM, 1, None), ("Cờ thi đua của Bộ Y tế", "Bộ Y tế", FIRM, 1, None)]),
    ("Sở Y tế nhận Huân chương Lao động hạng Ba và Bằng khen của Bộ Y tế.",
     [(THIRD, None, FIRM, 1, None), ("Bằng khen", "Bộ Y tế", FIRM, 1, None)]),
    # mottos behind a colon; a second verb with the subject of the first
    ("Ông Trần Văn Lộc được Bộ Y tế tặng Kỷ niệm chương “Vì giai cấp nông dân”, kỷ niệm chương: “Vì sức khỏe”.",
     [("Kỷ niệm chương Vì giai cấp nông dân", "Bộ Y tế", LOC, 1, None),
      ("Kỷ niệm chương Vì sức khỏe", "Bộ Y tế", LOC, 1, None)]),
    ("Sở Y tế được Bộ Nội vụ tặng Bằng khen, Cờ thi đua, được công nhận Tập thể lao động tiên tiến 3 năm liền.",
     [("Bằng khen", "Bộ Nội vụ", FIRM, 1, None), ("Cờ thi đua của Bộ Nội vụ", "Bộ Nội vụ", FIRM, 1, None),
      ("Tập thể lao động tiên tiến", None, "Sở Y tế", 3, None)]),
]

YEARS: list[tuple[str, list[Told]]] = [
    # a year told with an office is that office's
    ("Sở Y tế được tặng Cờ thi đua và được bầu làm Khối phó trong năm 2016.", [("Cờ thi đua", None, FIRM, 1, None)]),
    # years told in a list are a row each; a number of years in a row is one row
    ("Bà Lê Thị Hoa đạt danh hiệu Chiến sĩ thi đua cơ sở các năm 2010, 2012 và 2014.",
     [(TITLE, None, HOA, 1, y) for y in (2010, 2012, 2014)]),
    ("Năm 2011, 2012, bà Lê Thị Hoa liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở.",
     [(TITLE, None, HOA, 1, y) for y in (2011, 2012)]),
    ("Sở Y tế từng được Nhà nước hai lần trao tặng danh hiệu Anh hùng Lao động (năm 2002 và 2009).",
     [("Anh hùng Lao động", "Nhà nước", FIRM, 1, y) for y in (2002, 2009)]),
    ("Ông Trần Văn Lộc giành danh hiệu Chiến sĩ thi đua cơ sở 5 năm liền.", [(TITLE, None, LOC, 5, None)]),
    # the year behind a comma opens the next clause
    ("Năm 2012, ông Trần Văn Lộc được tặng Huân chương Lao động hạng Ba, năm 2015 được tặng Bằng khen.",
     [(THIRD, None, LOC, 1, 2012), ("Bằng khen", None, LOC, 1, 2015)]),
    # how often is no part of the name before it, and holds for its own award
    ("Sở Y tế 2 lần được tặng Cờ thi đua của Chính phủ; 3 năm liền nhận Cờ thi đua của UBND tỉnh.",
     [("Cờ thi đua của Chính phủ", "Chính phủ", FIRM, 2, None),
      ("Cờ thi đua của UBND tỉnh", "UBND tỉnh", FIRM, 3, None)]),
    ("Ông Trần Văn Lộc đã 3 lần được nhận Bằng khen của Bộ Y tế.", [("Bằng khen", "Bộ Y tế", LOC, 3, None)]),
    ("Ông Trần Văn Lộc khi còn là Giám đốc Công ty Muối Biển được nhận Bằng khen của Bộ Y tế.",
     [("Bằng khen", "Bộ Y tế", LOC, 1, None)]),
    # as often as in classes: each once
    ("Sở Y tế đã 3 lần được tặng Huân chương Lao động (hạng Nhất, Nhì, Ba).",
     [(f"Huân chương Lao động hạng {c}", None, FIRM, 1, None) for c in ("Nhất", "Nhì", "Ba")]),
    # a full stop that lost its blank ends what a year holds for
    ("Năm 2009, Sở Nội vụ được tặng Bằng khen của Bộ Y tế.Dịp này, Bộ Y tế tặng Cờ thi đua cho Sở Y tế.",
     [("Bằng khen", "Bộ Y tế", "Sở Nội vụ", 1, 2009), ("Cờ thi đua của Bộ Y tế", "Bộ Y tế", FIRM, 1, None)]),
    # "40 lần" tells how often they gave, not how often they got
    ("12 cá nhân hiến máu 40 lần được Bộ Y tế tặng Bằng khen.", [("Bằng khen", "Bộ Y tế", 12, 12, None)]),
]

VERBS: list[tuple[str, list[Told]]] = [
    # semicolons may part the names of one subject
    ("2 đơn vị gồm: Sở Tài chính; Sở Y tế được tặng Bằng khen.",
     [("Bằng khen", None, "Sở Tài chính", 1, None), ("Bằng khen", None, FIRM, 1, None)]),
    ("Dự lễ có 2 đơn vị: Sở Tài chính và Sở Nội vụ; Sở Y tế được tặng Bằng khen.",
     [("Bằng khen", None, FIRM, 1, None)]),
    ("Ông Trần Văn Lộc là Chiến sĩ thi đua cơ sở năm 2018.", [(TITLE, None, LOC, 1, 2018)]),
    ("Ông Trần Văn Lộc là cán bộ của Sở Y tế và là Chiến sĩ thi đua cơ sở.", []),
    ("Dự lễ có 30 đại biểu là Chiến sĩ thi đua cơ sở.", []),
    ("Ông Trần Văn Lộc đạt danh hiệu Lao động tiên tiến, nhiều năm liền là Chiến sĩ thi đua cơ sở.",
     [("Lao động tiên tiến", None, LOC, 1, None), (TITLE, None, LOC, None, None)]),
    # a title is one holder's: its number counts them; guests are only there
    ("Sở Y tế có 5 Chiến sĩ thi đua cơ sở, 2.480 Tập thể lao động xuất sắc.",
     [(TITLE, None, 5, 5, None), ("Tập thể lao động xuất sắc", None, 2480, 2480, None)]),
    ("Dự lễ có 5 Chiến sĩ thi đua cơ sở.", []),
    # the form as subject
    ("Danh hiệu Chiến sĩ thi đua cơ sở thuộc về bà Lê Thị Hoa.", [(TITLE, None, HOA, 1, None)]),
    ("Bằng khen của Bộ Y tế đã được trao cho 5 tập thể.", [("Bằng khen", "Bộ Y tế", 5, 5, None)]),
    ("Con trai cất giữ Giấy khen của UBND xã tặng cho ông Trần Văn Lộc.", [("Giấy khen", "UBND xã", LOC, 1, None)]),
    # names and the number that counts them
    ("Ông Trần Văn Lộc và bà Lê Thị Hoa là hai cá nhân được tặng Bằng khen.",
     [("Bằng khen", None, n, 1, None) for n in (LOC, HOA)]),
    ("Huyện có hai trường hợp được phong Nhà giáo ưu tú là ông Trần Văn Lộc và bà Lê Thị Hoa.",
     [("Nhà giáo ưu tú", None, n, 1, None) for n in (LOC, HOA)]),
    ("Ông Lê Văn An, Giám đốc Sở Y tế, cho biết tỉnh có hai đơn vị được phong Anh hùng Lao động.",
     [("Anh hùng Lao động", None, 2, 2, None)]),
    ("Bộ Y tế tặng ông Lê Văn Bảy Bằng khen.", [("Bằng khen", "Bộ Y tế", "Lê Văn Bảy", 1, None)]),
    # one who got it before gets the next as well
    ("Sở Y tế được Chủ tịch nước tặng Huân chương Lao động hạng Ba năm 2018; Bộ Y tế tặng Bằng khen năm 2016.",
     [(THIRD, "Chủ tịch nước", FIRM, 1, 2018), ("Bằng khen", "Bộ Y tế", FIRM, 1, 2016)]),
    ("Bộ Y tế tặng Bằng khen cho bà Lê Thị Hoa và đề nghị Chủ tịch nước tặng Huân chương Dũng cảm.",
     [("Bằng khen", "Bộ Y tế", HOA, 1, None), ("Huân chương Dũng cảm", "Chủ tịch nước", HOA, 1, None)]),
    ("Bộ Y tế tặng Bằng khen cho bà Lê Thị Hoa; UBND tỉnh tặng Bằng khen cho nhóm thợ.",
     [("Bằng khen", "Bộ Y tế", HOA, 1, None)]),
    ("Bộ Y tế trao Bằng khen, biểu dương bà Lê Thị Hoa.", [("Bằng khen", "Bộ Y tế", HOA, 1, None)]),
    ("Ông Trần Văn Lộc được vinh danh Nhà giáo ưu tú năm 2018.", [("Nhà giáo ưu tú", None, LOC, 1, 2018)]),
    ("Chủ tịch UBND tỉnh ký quyết định khen thưởng Bằng khen cho bà Lê Thị Hoa.",
     [("Bằng khen", "Chủ tịch UBND tỉnh", HOA, 1, None)]),
    ("Hội nghị bàn về công tác khen thưởng Huân chương cho 3 cá nhân.", []),
    ("Bà Lê Thị Hoa thừa nhận Giấy khen in sai.", []),
]

GRANTORS: list[tuple[str, list[Told]]] = [
    # a body hands over what it may grant; the state's orders it only presents, as does who is below
    ("Trung ương Đoàn vừa trao tặng huy hiệu Tuổi trẻ dũng cảm cho ông Trần Văn Lộc.",
     [("Huy hiệu Tuổi trẻ dũng cảm", "Trung ương Đoàn", LOC, 1, None)]),
    ("UBND tỉnh trao Huân chương Lao động hạng Ba cho ông Trần Văn Lộc.", [(THIRD, None, LOC, 1, None)]),
    ("UBND phường Bến Gót trao Bằng khen cho ông Trần Văn Lộc.", [("Bằng khen", None, LOC, 1, None)]),
    ("Đại diện Bộ Y tế trao Bằng khen cho ông Trần Văn Lộc.", [("Bằng khen", None, LOC, 1, None)]),
    ("Thay mặt UBND tỉnh, ông Lê Văn An trao Bằng khen cho 3 tập thể.", [("Bằng khen", "UBND tỉnh", 3, 3, None)]),
    ("Tỉnh thưởng tiền cho Công an huyện Ba Tơ và trao Bằng khen cho 3 tập thể.", [("Bằng khen", None, 3, 3, None)]),
    ("62 tập thể được tặng Bằng khen của bộ Y tế.", [("Bằng khen", "Bộ Y tế", 62, 62, None)]),
    ("CĐ ngành Y tế tặng Bằng khen cho 3 cá nhân.", [("Bằng khen", "Công đoàn ngành Y tế", 3, 3, None)]),
    ("Hội đồng Đội Trung ương (Đội Thiếu niên) đã tặng Bằng khen cho bà Lê Thị Hoa.",
     [("Bằng khen", "Hội đồng Đội Trung ương", HOA, 1, None)]),
    ("Bộ Y tế trao Bằng khen cho bà Lê Thị Hoa, Sở Y tế, UBND xã Ba Tơ và Trường THPT Ba Tơ tặng Giấy khen cho bà Hoa.",
     [("Bằng khen", "Bộ Y tế", HOA, 1, None),
      ("Giấy khen", "Sở Y tế; UBND xã Ba Tơ; Trường THPT Ba Tơ", HOA, 1, None)]),
    ("48 đơn vị được Bộ Y tế tặng Cờ “Đơn vị xuất sắc phong trào thi đua”.",
     [("Cờ thi đua của Bộ Y tế", "Bộ Y tế", 48, 48, None)]),
    ("Ông Trần Văn Lộc được Bộ Y tế, UBND tỉnh và Sở Y tế tặng Giấy khen, đồng thời được Bộ Nội vụ tặng Bằng khen.",
     [("Giấy khen", "Bộ Y tế; UBND tỉnh; Sở Y tế", LOC, 1, None), ("Bằng khen", "Bộ Nội vụ", LOC, 1, None)]),
    ("48 đơn vị tiêu biểu các tuyến và phòng Y tế được Bộ Y tế tặng Bằng khen.",
     [("Bằng khen", "Bộ Y tế", 48, 48, None)]),
    ("48 đơn vị được Bộ Y tế và UBND tỉnh tặng Cờ thi đua.", [("Cờ thi đua", "Bộ Y tế; UBND tỉnh", 48, 48, None)]),
    # each gives a flag of its own; a certificate of two is one row
    ("Sở Y tế được Bộ Y tế và UBND tỉnh tặng Cờ thi đua.",
     [(f"Cờ thi đua của {g}", g, "Sở Y tế", 1, None) for g in ("Bộ Y tế", "UBND tỉnh")]),
    # the awards count those who are not counted themselves
    ("Bộ Y tế tặng 34 Bằng khen cho cá nhân và tập thể.", [("Bằng khen", "Bộ Y tế", 34, 34, None)]),
    ("Bộ Y tế tặng Bằng khen cho các cá nhân và tập thể.", []),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), LISTS + YEARS + VERBS + GRANTORS)
def test_a_sentence_gives_its_awards(sentence: str, expected: list[Told]) -> None:
    assert sorted(map(str, told(sentence))) == sorted(map(str, expected))


def test_the_line_above_a_list_tells_the_year_of_its_lines() -> None:
    rows = told("Kết quả khen thưởng năm 2019:", "- 3 tập thể được Bộ Y tế tặng Bằng khen.")
    assert rows == [("Bằng khen", "Bộ Y tế", 3, 3, 2019)]


# fmt: off
DAYS: list[tuple[tuple[str, ...], int | None]] = [
    (("Ngày 26-1-2018, Bộ Y tế tặng Bằng khen cho 3 cá nhân.",), 2018),
    (("Trước đó, đầu tháng 1-2018, Bộ Y tế tặng Bằng khen cho 3 cá nhân.",), 2018),
    (("Bộ Y tế, thành lập ngày 26-1-1998, tặng Bằng khen cho 3 cá nhân.",), None),
    # the gathering's day; not that of an anniversary or of a resolution
    (("Sáng 17-8-2013, hội nghị sơ kết phong trào khai mạc.", "Dịp này, Bộ Y tế tặng Bằng khen cho 3 cá nhân."), 2013),
    (("Hội nghị tổng kết Nghị quyết số 12 ngày 17-8-2013.", "Dịp này, Bộ Y tế tặng Bằng khen cho 3 cá nhân."), None),
    # a day without its year is of the year of the days around it, unless it lies before them
    (("Khoảng 5h ngày 3-4-2017, kho cháy.", "Ngày 11-4, Bộ Y tế tặng Bằng khen cho 3 cá nhân."), 2017),
    (("Khoảng 5h ngày 3-12-2017, kho cháy.", "Ngày 11-4, Bộ Y tế tặng Bằng khen cho 3 cá nhân."), None),
    # what is proposed is of its list's year
    (("Danh sách đề nghị tặng Huân chương năm 2015 dài.", "3 cá nhân được đề nghị tặng Huân chương Dũng cảm."), 2015),
]
# fmt: on


@pytest.mark.parametrize(("paragraphs", "year"), DAYS)
def test_a_day_tells_the_year_of_an_award(paragraphs: tuple[str, ...], year: int | None) -> None:
    assert [row[4] for row in told(*paragraphs)] == [year]


def test_the_ceremony_tells_the_year() -> None:
    rows = told(
        "Bộ Y tế tổ chức lễ vinh danh người hiến máu tiêu biểu năm 2017.", "Dịp này, 3 cá nhân được tặng Bằng khen."
    )
    assert rows == [("Bằng khen", None, 3, 3, 2017)]


def test_a_certificate_handed_over_is_his_of_whom_the_rest_of_the_article_tells() -> None:
    first, second = "Sở Y tế được Bộ Y tế tặng Bằng khen.", "Ông An trao Bằng khen cho 3 cá nhân."
    assert told(first, second)[1] == ("Bằng khen", "Bộ Y tế", 3, 3, None)
    other = "Sở Nội vụ được UBND tỉnh tặng Bằng khen."
    assert ("Bằng khen", None, 3, 3, None) in told(first, other, second)


def test_who_grant_together_are_apart_where_one_is_told_alone() -> None:
    rows = told("Bộ Y tế và UBND tỉnh tặng Bằng khen cho Sở Nội vụ.", "Sở Nội vụ nhận Bằng khen của Bộ Y tế.")
    assert [r[1] for r in rows] == ["Bộ Y tế", "UBND tỉnh"]


def test_a_minister_without_his_ministry_is_the_one_told_elsewhere() -> None:
    rows = told("Bộ trưởng Bộ Y tế Trần Bá Nam dự lễ.", "Bộ trưởng Trần Bá Nam tặng Bằng khen cho 3 cá nhân.")
    assert rows == [("Bằng khen", "Bộ trưởng Bộ Y tế", 3, 3, None)]


@pytest.mark.parametrize(
    ("words", "years"),
    [("2010, 2012 và 2014", (2010, 2012, 2014)), ("2017-2018", (2017,)), ("2010-2014", ()), ("2016", (2016,))],
)
def test_years_of_a_list_and_of_a_span(words: str, years: tuple[int, ...]) -> None:
    assert listed_years(words) == years
