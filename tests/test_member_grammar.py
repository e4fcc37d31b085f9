"""How a composition changes or is completed: the rest of those counted, who comes and goes, columns of tables."""

from __future__ import annotations

import pytest
from bloc_parts import INTRODUCTIONS, KHOI, names_of, read, sentence

from extract.model import Bloc, Member
from extract.text import match_form

# Four members of whom two are told by their office, and the others as the rest.
THE_REST = (
    "{K} gồm 4 đơn vị: Sở Tư pháp làm {K} trưởng, Thanh tra tỉnh làm {K} phó, {R}.",
    "{K} có 4 đơn vị. Sở Tư pháp làm {K} trưởng, Thanh tra tỉnh làm {K} phó; {R}.",
    "{K} có 4 thành viên. Sở Tư pháp là {K} trưởng, Thanh tra tỉnh là {K} phó, {R}.",
)
REST = (
    "hai đơn vị còn lại là Tòa án nhân dân tỉnh và Công an tỉnh",
    "2 thành viên còn lại gồm Tòa án nhân dân tỉnh, Công an tỉnh",
    "các đơn vị còn lại là: Tòa án nhân dân tỉnh và Công an tỉnh",
)


@pytest.mark.parametrize("rest", REST)
@pytest.mark.parametrize("template", THE_REST)
def test_the_rest_of_those_counted(template: str, rest: str) -> None:
    found = names_of(read(INTRODUCTIONS[0].format(B=KHOI.text), sentence(template, K="Khối", R=rest)))
    assert found == {"sở tư pháp", "thanh tra tỉnh", "tòa án nhân dân tỉnh", "công an tỉnh"}


def test_a_rest_that_does_not_make_up_the_count_is_not_read() -> None:
    text = "Khối có 9 sở. Sở Tư pháp làm Khối trưởng, Tỉnh đoàn làm Khối phó; 2 sở còn lại là Sở Y tế, Sở Nội vụ."
    assert names_of(read(INTRODUCTIONS[0].format(B=KHOI.text), text)) == set()


# Who comes in is a member from that year on; who leaves, or wins, is none by it.
COMINGS = (
    ("Năm 2024, Khối có thêm Sở Y tế và Hội Luật gia tỉnh.", {"sở y tế", "hội luật gia tỉnh"}),
    ("Từ năm 2024, Khối có thêm thành viên mới là Sở Y tế.", {"sở y tế"}),
    ("Năm 2024, Khối có thêm 2 đơn vị là Sở Y tế và Hội Luật gia tỉnh.", {"sở y tế", "hội luật gia tỉnh"}),
    ("Năm 2024, Khối có thêm Sở Y tế được tặng Cờ thi đua.", set()),
    ("Năm 2024, Khối có thêm Sở Y tế đạt danh hiệu đơn vị văn hóa.", set()),
    ("Năm 2024, Sở Y tế không còn là thành viên của Khối.", set()),
    ("Từ năm 2024, Sở Y tế rời Khối.", set()),
    ("Khối giảm 2 đơn vị là Sở Y tế và Hội Luật gia tỉnh do sáp nhập.", set()),
)


@pytest.mark.parametrize(("text", "names"), COMINGS)
def test_who_comes_and_who_goes(text: str, names: set[str]) -> None:
    found = read(INTRODUCTIONS[0].format(B=KHOI.text), text)
    assert {(match_form(f.name), f.year) for f in found if isinstance(f, Member)} == {(name, 2024) for name in names}


HEADS = ("TT | {b} | {n} | {m}", "{b} | {m} | {n}", "{b} | {n} | Ghi chú | {m}")
BLOC_HEADS = ("Tên khối", "Khối thi đua", "Khối", "Tên các khối thi đua")
COUNT_HEADS = ("Số đơn vị", "Số thành viên", "Số lượng đơn vị thành viên", "Tổng số đơn vị")
MEMBER_HEADS = ("Đơn vị thành viên", "Thành viên", "Các đơn vị thành viên", "Tên đơn vị thành viên")


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("turn", range(4))
def test_a_table_with_counts_and_members_as_columns(head: str, turn: int) -> None:
    found = read(
        head.format(b=BLOC_HEADS[turn], n=COUNT_HEADS[turn], m=MEMBER_HEADS[turn]),
        head.format(b="Khối thi đua Nội chính", n="2", m="Sở Tư pháp, Thanh tra tỉnh"),
        head.format(b="Khối thi đua Kinh tế", n="12 đơn vị", m="-"),
    )
    assert [(f.name, f.member_count) for f in found if isinstance(f, Bloc)] == [
        ("Khối thi đua Nội chính", 2),
        ("Khối thi đua Kinh tế", 12),
    ]
    assert names_of(found) == {"sở tư pháp", "thanh tra tỉnh"}


def test_a_column_of_winners_or_marks_tells_no_composition() -> None:
    found = read(
        "Tên khối | Số điểm | Số cờ thi đua | Đơn vị dẫn đầu",
        "Khối thi đua Nội chính | 96 | 2 | Sở Tư pháp, Thanh tra tỉnh",
    )
    assert [(f.name, f.member_count) for f in found if isinstance(f, Bloc)] == [("Khối thi đua Nội chính", None)]
    assert names_of(found) == set()
