"""Awards as newspapers tell them: brackets, pointers, titles abbreviated, what was given and is asked back."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award

G = "granted"


def told(*paragraphs: str, published: str | None = None) -> list[tuple[str, str | None, str | int | None, int | None]]:
    rows = facts(Award, *paragraphs, published=published)
    return [(a.award, None if a.inferred else a.grantor, a.recipient or a.count, a.year) for a in rows]


TAKEN_BACK = (
    "Bộ Y tế kiến nghị thu hồi hiện vật đã trao cho Công ty Bông Lúa, gồm: Huân chương Lao động hạng Nhì, Anh hùng "
    "Lao động của Công ty Bông Lúa và Huân chương Lao động hạng Ba của cá nhân bà Lê Thị Mai."
)

# fmt: off
CASES = [
    # a bracket without a name tells of the name before it
    ("Em Lê Thị Mai (học sinh được trao tặng Bằng khen của Bộ Y tế) phát biểu.",
     [("Bằng khen", "Bộ Y tế", "Lê Thị Mai", None)]),
    ("Em Lê Thị Mai (bạn của Trần Văn Lộc được trao tặng Bằng khen) phát biểu.", []),
    # two who give, one who receives
    ("Hội Đông y tỉnh đã tặng Bằng khen, UBND xã Tân Long tặng Giấy khen cho ông Trần Văn Lộc.",
     [("Bằng khen", "Hội Đông y tỉnh", "Trần Văn Lộc", None),
      ("Giấy khen", "UBND xã Tân Long", "Trần Văn Lộc", None)]),
    # with whom one receives
    ("Anh Trần Văn Lộc cùng em trai được Bộ Y tế tặng Bằng khen.", [("Bằng khen", "Bộ Y tế", "Trần Văn Lộc", None)]),
    # a place said again
    ("UBND tỉnh Lâm Giang cho hay Chủ tịch UBND tỉnh này vừa tặng Bằng khen cho ông Trần Văn Lộc.",
     [("Bằng khen", "Chủ tịch UBND tỉnh Lâm Giang", "Trần Văn Lộc", None)]),
    # what is asked back was given
    ("Bộ Y tế kiến nghị Thủ tướng thu hồi kỷ vật và Bằng khen đã trao trước đây cho nhà nông Trần Văn Lộc.",
     [("Bằng khen", None, "Trần Văn Lộc", None)]),
    ("Bộ Y tế kiến nghị Thủ tướng thu hồi Bằng khen đã tặng cho ông Trần Văn Lộc.",
     [("Bằng khen", "Thủ tướng Chính phủ", "Trần Văn Lộc", None)]),
    ("Bộ Y tế kiến nghị Thủ tướng thu hồi Bằng khen của ông Trần Văn Lộc.", []),
    (TAKEN_BACK,
     [("Huân chương Lao động hạng Nhì", None, "Công ty Bông Lúa", None),
      ("Anh hùng Lao động", None, "Công ty Bông Lúa", None),
      ("Huân chương Lao động hạng Ba", None, "Lê Thị Mai", None)]),
    # posts at bodies told by their heads; places and schools bear names of persons
    ("Giám đốc Công ty Trần Văn Lộc được Bộ Y tế tặng Bằng khen.", [("Bằng khen", "Bộ Y tế", "Trần Văn Lộc", None)]),
    ("Bộ Y tế tặng Bằng khen cho Chủ tịch xã Lê Thị Mai.", [("Bằng khen", "Bộ Y tế", "Lê Thị Mai", None)]),
    ("Chủ tịch xã Lê Minh Xuân được tặng Bằng khen.", []),
    # letters used as a name
    ("SBC là công ty lớn. Năm 2007, SBC đã đón nhận Bằng khen của Bộ Y tế.", [("Bằng khen", "Bộ Y tế", "SBC", 2007)]),
    ("CBCS có mặt. Năm 2007, CBCS đã đón nhận Bằng khen của Bộ Y tế.", []),
    # "danh hiệu này"
    ("Xã chưa có ai được phong Nhà giáo ưu tú. Bà Lê Thị Mai được nhận danh hiệu này vào tháng 3/2015.",
     [("Nhà giáo ưu tú", None, "Lê Thị Mai", 2015)]),
    ("Có người là Nhà giáo ưu tú, có người là Thầy thuốc ưu tú. Bà Lê Thị Mai được nhận danh hiệu này.", []),
    # how often something else was
    ("Ông Trần Văn Lộc và 6 đảng viên đạt tiêu chuẩn “tốt” 5 năm liền (2004-2008) đã được tặng Bằng khen của Bộ Y tế.",
     [("Bằng khen", "Bộ Y tế", "Trần Văn Lộc", None), ("Bằng khen", "Bộ Y tế", 6, None)]),
    ("Sở Y tế nhiều năm qua luôn đạt thành tích tốt, được UBND tỉnh tặng Bằng khen.",
     [("Bằng khen", "UBND tỉnh", "Sở Y tế", None)]),
    # some of those rewarded
    ("Năm 2009, tỉnh có 940 tổ chức được khen thưởng, trong đó 82 tổ chức, cá nhân được Bộ Y tế tặng Bằng khen.",
     [("Bằng khen", "Bộ Y tế", 82, 2009)]),
    # a post ends before the next who is named
    ("Có hai trường hợp được tặng Bằng khen là ông Trần Văn Lộc, Giám đốc Sở Y tế, và Trường Đại học Lâm Giang.",
     [("Bằng khen", None, "Trần Văn Lộc", None), ("Bằng khen", None, "Trường Đại học Lâm Giang", None)]),
    # the day of the act
    ("Ông Trần Văn Lộc được Bộ Y tế tặng Bằng khen vào cuối năm 1996.",
     [("Bằng khen", "Bộ Y tế", "Trần Văn Lộc", 1996)]),
    # the year told last before a clause is that clause's
    ("Năm 2007, Sở Y tế nhận Bằng khen; và năm 2008, tỉnh mở bệnh viện, bà Lê Thị Mai được nhận Giấy khen.",
     [("Bằng khen", None, "Sở Y tế", 2007), ("Giấy khen", None, "Lê Thị Mai", 2008)]),
    # titles as unions write them
    ("Toàn ngành có 8.420 lượt CNVCLĐ đạt danh hiệu “LĐ tiên tiến”; 312 CSTĐ cơ sở, 57 CSTĐ các cấp.",
     [("Lao động tiên tiến", None, 8420, None), ("Chiến sĩ thi đua cơ sở", None, 312, None),
      ("Chiến sĩ thi đua các cấp", None, 57, None)]),
    ("Bà Lê Thị Mai được công nhận danh hiệu Chiến sỹ thi đua tỉnh Lâm Giang năm học 2010-2011.",
     [("Chiến sĩ thi đua cấp tỉnh", None, "Lê Thị Mai", 2010)]),
    ("Bà Lê Thị Mai được công nhận Chiến sĩ thi đua Tổng Liên đoàn.",
     [("Chiến sĩ thi đua Tổng Liên đoàn", None, "Lê Thị Mai", None)]),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t[:60] for t, _ in CASES])
def test_awards_of_articles(text: str, expected: list[object]) -> None:
    assert [(a, g, r, y) for a, g, r, y in told(text)] == expected or sorted(map(str, told(text))) == sorted(
        map(str, expected)
    )


def test_what_was_taken_back_after_all_is_no_award() -> None:
    rows = told(
        "Thủ tướng Chính phủ đã thu hồi Bằng khen đối với ông Trần Văn Lộc.",
        "Trước đó, Bộ Y tế kiến nghị thu hồi kỷ vật và Bằng khen đã trao trước đây cho nhà nông Trần Văn Lộc.",
    )
    assert len(rows) == 1


def test_a_proposal_that_was_granted_is_told_as_granted() -> None:
    rows = told(
        "Sở Y tế góp lời vào hồ sơ phong Anh hùng Lao động cho bác sĩ Trần Văn Lộc.",
        "Ông Trần Văn Lộc được phong Anh hùng Lao động năm 2015.",
    )
    assert [r[2:] for r in rows] == [("Trần Văn Lộc", 2015)]


def test_a_standing_committee_grants_for_its_body() -> None:
    rows = told(
        "Ban Thường vụ Tỉnh đoàn Lâm Giang trao Bằng khen cho anh Trần Văn Lộc.",
        "Anh Trần Văn Lộc nhận Bằng khen của Tỉnh đoàn Lâm Giang.",
        "Chị Lê Thị Mai nhận Bằng khen của Huyện đoàn Ba Tơ.",
    )
    assert [r[2] for r in rows] == ["Trần Văn Lộc", "Lê Thị Mai"]


def test_the_names_that_a_total_counts_have_its_grantor() -> None:
    rows = told(
        "Chủ tịch UBND tỉnh Lâm Giang tặng Bằng khen cho 2 em học sinh.",
        "Hai em học sinh được tặng Bằng khen gồm: Trần Văn Lộc và Lê Thị Mai.",
        "Trước đó, Tỉnh đoàn Lâm Giang trao Bằng khen cho em Trần Văn Lộc và em Lê Thị Mai.",
    )
    assert len(rows) == 4
    assert {r[2] for r in rows} == {"Trần Văn Lộc", "Lê Thị Mai"}


def test_decision_by_its_number_alone() -> None:
    (row,) = facts(Award, "UBND tỉnh trao Bằng khen cho 4 tập thể theo Quyết định số 61 ngày 9/4/2015.", published=None)
    assert (row.decision, row.decision_date, row.year) == ("61", "2015-04-09", 2015)


def test_a_flag_told_first_without_its_owner_and_then_with_it_is_one() -> None:
    given = "Bộ Công Thương tặng Cờ thi đua cho Công ty Hoa Sim. Thủ tướng Chính phủ tặng Cờ thi đua cho Sở Y tế."
    each = [
        ("Cờ thi đua của Bộ Công Thương", "Bộ Công Thương", "Công ty Hoa Sim", 2019),
        ("Cờ thi đua của Chính phủ", "Thủ tướng Chính phủ", "Sở Y tế", 2019),
    ]
    assert told("Công ty Hoa Sim và Sở Y tế được tặng Cờ thi đua năm 2019.", given) == each
    counted = told("Năm 2019 có 2 đơn vị được tặng Cờ thi đua.", given)
    assert [(award, who) for award, _, who, _ in counted] == [(award, who) for award, _, who, _ in each]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế thu hồi Bằng khen của",
        "Bộ Y tế tặng Bằng khen cho nữ",
        "Sở Y tế đề nghị tặng Bằng khen lên",
        "Nhiều Bằng khen của Chủ tịch UBND tỉnh Lâm Giang tặng cá nhân",
        "Bộ Y tế và Công đoàn ngành Y tế tặng Cờ thi đua xuất sắc,",
    ],
)
def test_a_text_that_breaks_off_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_a_list_that_breaks_off_tells_its_names() -> None:
    text = "Bộ Y tế tặng Bằng khen cho ông Trần Văn Lộc; Phòng Y tế, Phòng Khám và"
    assert [r[2] for r in told(text)] == ["Trần Văn Lộc", "Phòng Y tế"]
