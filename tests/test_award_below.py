"""Names told in lines or sentences below the total that counts them; a list that is not complete leaves the total."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award

MEN = ["Lê Văn Mơ", "Hồ Thị Sen", "Trần Văn Lộc"]
LINES = (
    "{}Ông Lê Văn Mơ, Trưởng thôn Đông{}",
    "{}Bà Hồ Thị Sen (SN 1980), nông dân xã Bàn Thạch{}",
    "{}Anh Trần Văn Lộc{}",
)
BARE = ("{}Lê Văn Mơ, Trưởng thôn Đông{}", "{}Hồ Thị Sen (SN 1980), xã Bàn Thạch{}", "{}Trần Văn Lộc, thợ mộc{}")
RANKS = (
    "{}Đại tá Lê Văn Mơ (Lê Mười), nguyên Chính ủy Lữ đoàn 909{}",
    "{}Giáo sư, Tiến sĩ Hồ Thị Sen, nguyên Hiệu trưởng{}",
    "{}Liệt sĩ Trần Văn Lộc, nguyên tiểu đội trưởng{}",
)
OPENINGS = (
    ("UBND tỉnh tặng Bằng khen cho 3 cá nhân gồm:",),
    ("UBND tỉnh tặng Bằng khen cho 3 cá nhân, đó là:",),
    ("UBND tỉnh tặng Bằng khen cho ba cá nhân.", "Các cá nhân gồm:"),
    ("UBND tỉnh tặng Bằng khen cho 3 cá nhân. Cụ thể:",),
    ("UBND tỉnh tặng Bằng khen cho 3 cá nhân. Danh sách cụ thể như sau:",),
    ("Danh sách 3 đại biểu nhận Bằng khen của UBND tỉnh:",),
)
MARKS = (("- ", ";"), ("– ", "."), ("• ", ""), ("1. ", "."), ("1) ", ""), ("a) ", ";"), ("", "."))


def named(*paragraphs: str) -> list[str | int | None]:
    return [a.recipient or a.count for a in facts(Award, *paragraphs)]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("lines", [LINES, BARE, RANKS])
def test_each_name_in_a_line_of_its_own(opening: tuple[str, ...], lines: tuple[str, ...]) -> None:
    wrong = [
        mark for mark in MARKS if sorted(map(str, named(*opening, *(x.format(*mark) for x in lines)))) != sorted(MEN)
    ]
    assert wrong == []


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_is_told_of_one_does_not_end_the_list(opening: tuple[str, ...]) -> None:
    lines = [x.format("1. ", ".") + " Ông đã hiến 200 m2 đất." for x in LINES]
    assert sorted(map(str, named(*opening, *lines))) == sorted(MEN)


# fmt: off
# ruff: noqa: ISC004
ARTICLES = [
    # by places, in the sentences behind
    (("UBND tỉnh tặng Bằng khen cho 3 cá nhân.",
      "Cụ thể, huyện Ba Sơn có 2 trường hợp: bà Hồ Thị Sen (SN 1971, xã Bàn Thạch) và ông Lê Văn Mơ (SN 1968). "
      "Thị trấn Quế Lâm có 1 trường hợp: anh Trần Văn Lộc (SN 1990)."), MEN),
    (("UBND tỉnh tặng Bằng khen cho 3 cá nhân gồm: xã Bàn Thạch: ông Lê Văn Mơ, bà Hồ Thị Sen; xã Hòa Lân: anh Trần "
      "Văn Lộc.",), MEN),
    # the first beside the opening, the others below
    (("UBND tỉnh tặng Bằng khen cho 2 cá nhân.", "Các cá nhân gồm: Ông Lê Văn Mơ, Giám đốc Công ty Muối Biển.",
      "Bà Hồ Thị Sen, Giám đốc Công ty Gốm Ba Sơn."), MEN[:2]),
    # two numbers, one list
    (("Tỉnh có 2 vận động viên và 1 huấn luyện viên được UBND tỉnh tặng Bằng khen gồm: Lê Văn Mơ, Hồ Thị Sen và HLV "
      "Trần Văn Lộc.",), MEN),
    # bodies: rows of a table, groups
    (("2 đơn vị sau đây được tặng Cờ thi đua của Chính phủ:", "1 | Sở Tư pháp", "2 | Công an huyện Ba Sơn"),
     ["Sở Tư pháp", "Công an huyện Ba Sơn"]),
    (("UBND tỉnh tặng Bằng khen cho 2 tập thể và 2 cá nhân.", "* Tập thể:", "- Sở Tư pháp", "- Ban Dân tộc",
      "* Cá nhân:", "- Ông Lê Văn Mơ, Trưởng thôn Đông", "- Bà Hồ Thị Sen"), ["Sở Tư pháp", "Ban Dân tộc", *MEN[:2]]),
    # the total of two that the list's own number counts; bodies and persons of one total
    (("Chủ tịch nước tặng danh hiệu Nghệ nhân nhân dân cho 9 cá nhân và truy tặng danh hiệu này cho 2 cá nhân. 2 nghệ "
      "nhân được truy tặng đợt này: Lê Văn Mơ (Hà Nam), Hồ Thị Sen (Lai Châu).",), [9, *MEN[:2]]),
    (("UBND tỉnh tặng Bằng khen cho 4 tập thể, cá nhân gồm: Sở Tư pháp (Lam Giang); Ban Dân tộc.", "Các cá nhân gồm: "
      "Ông Lê Văn Mơ, Giám đốc Công ty Muối Biển.", "Bà Hồ Thị Sen, Giám đốc Công ty Gốm Ba Sơn."),
     ["Sở Tư pháp", "Ban Dân tộc", *MEN[:2]]),
    # one a sentence
    (("UBND tỉnh tặng Bằng khen cho 3 vận động viên sau: Kình ngư Lê Văn Mơ, sinh năm 2000, đoạt 5 huy chương. VĐV "
      "điền kinh Hồ Thị Sen, vô địch chạy 800 m. Võ sĩ Trần Văn Lộc có hai huy chương.",), MEN),
    (("UBND tỉnh tặng Bằng khen cho 3 vận động viên sau: Kình ngư Lê Văn Mơ, sinh năm 2000, đoạt 5 huy chương. Giải "
      "kéo dài 3 ngày. VĐV Hồ Thị Sen phát biểu. VĐV Trần Văn Lộc cảm ơn.",), [3]),
    # bodies no head tells: the number vouches for the marks, and a name goes on in small letters to its mark
    (("UBND tỉnh tặng Bằng khen cho 5 cơ quan báo chí.", "Cụ thể, 5 cơ quan báo chí được khen thưởng gồm: Báo Lam "
      "Giang mới, Báo Hoa Ban; Ngọn lửa nhân dân; Tuổi trẻ TP.HCM và Tia Sáng."),
     ["Báo Lam Giang mới", "Báo Hoa Ban", "Ngọn lửa nhân dân", "Tuổi trẻ Thành phố Hồ Chí Minh", "Tia Sáng"]),
    # counted again, however long after the total
    (("UBND tỉnh tặng Bằng khen cho 2 tập thể và 2 cá nhân.", "Đây là dịp ghi nhận những đóng góp của năm.",
      "2 tập thể được khen thưởng gồm: Sở Tư pháp; Ban Dân tộc.",
      "2 cá nhân được khen thưởng là ông Lê Văn Mơ và bà Hồ Thị Sen."), ["Sở Tư pháp", "Ban Dân tộc", *MEN[:2]]),
    # counted for something else, or as another number
    (("UBND tỉnh tặng Bằng khen cho 2 cá nhân.", "Hội nghị diễn ra trong buổi sáng.",
      "3 cá nhân được khen thưởng gồm: ông Lê Văn Mơ, bà Hồ Thị Sen, anh Trần Văn Lộc."), [2]),
    (("UBND tỉnh tặng Bằng khen cho 2 cá nhân; Sở Tư pháp tặng Giấy khen cho 2 cá nhân.", "Hội nghị diễn ra trong buổi "
      "sáng.", "2 cá nhân được khen thưởng gồm: ông Lê Văn Mơ, bà Hồ Thị Sen."), [2, 2]),
    # fewer or more than told: the total stays
    (("Danh sách 3 đại biểu nhận Bằng khen của UBND tỉnh:", "1. Ông Lê Văn Mơ.", "2. Bà Hồ Thị Sen."), [3]),
    (("UBND tỉnh tặng Bằng khen cho 3 cá nhân gồm:", "Lê Văn Mơ, Trưởng thôn Đông", "Hồ Thị Sen"), [3]),
    # no list of those awarded
    (("UBND tỉnh tặng Bằng khen cho 2 cá nhân.", "Tới dự có các đồng chí:", "- Ông Lê Văn Mơ", "- Bà Hồ Thị Sen"), [2]),
    (("UBND tỉnh tặng Bằng khen cho 2 cá nhân.", "Hội nghị kết thúc.", "Các cá nhân gồm:", "Ông Lê Văn Mơ",
      "Bà Hồ Thị Sen"), [2]),
]
# fmt: on


@pytest.mark.parametrize(("paragraphs", "expected"), ARTICLES)
def test_articles(paragraphs: tuple[str, ...], expected: list[str | int]) -> None:
    assert sorted(map(str, named(*paragraphs))) == sorted(map(str, expected))
