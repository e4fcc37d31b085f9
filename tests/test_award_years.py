"""Of which year an award is, and by which decision it was granted."""

from __future__ import annotations

import pytest
from reading import facts, story

from extract.facts import find
from extract.model import Award


def test_the_decision_of_a_revocation_is_the_one_that_revokes() -> None:
    (row,) = facts(
        Award,
        "Bộ trưởng Bộ Y tế có Quyết định số 91/QĐ-BYT hủy bỏ Quyết định số 15/QĐ-BYT về việc tặng Bằng khen của "
        "Bộ Y tế đối với ông Trần Văn Lộc.",
    )
    assert (row.status, row.decision) == ("revoked", "91/QĐ-BYT")


@pytest.mark.parametrize(
    ("sentence", "year", "inferred"),
    [
        ("UBND tỉnh tặng Cờ thi đua năm 2021 cho Sở Y tế.", 2021, False),
        ("Năm 2020, Sở Y tế được UBND tỉnh tặng Cờ thi đua.", 2020, False),
        ("UBND tỉnh tặng Bằng khen cho Sở Y tế vì có thành tích xuất sắc năm 2022.", 2022, False),
        ("Năm ngoái, Sở Y tế được UBND tỉnh tặng Cờ thi đua.", 2023, True),
        ("Tại buổi lễ, UBND tỉnh tặng Cờ thi đua cho Sở Y tế.", 2024, True),
        ("Trước đó, Sở Y tế từng được UBND tỉnh tặng Cờ thi đua.", None, False),
        ("Trong năm học 2018-2019, Trường THPT Sơn Mỹ được UBND tỉnh tặng Cờ thi đua.", 2018, True),
    ],
)
def test_year_is_stated_or_inferred_with_its_basis(sentence: str, year: int | None, inferred: bool) -> None:
    (award,) = facts(Award, sentence)
    assert award.year == year
    assert ("year" in dict(award.inferred)) is inferred


def test_an_open_span_is_no_year_of_achievement() -> None:
    since = "Ông Trần Văn Lộc nhận Bằng khen của UBND tỉnh vì có thành tích từ năm 2008 đến nay."
    assert [a.year for a in facts(Award, since, published=None)] == [None]


def test_the_year_a_gathering_honours_is_that_of_its_awards() -> None:
    meeting = "Liên đoàn Lao động tỉnh tổ chức Hội nghị biểu dương công nhân giỏi năm 2013."
    rows = facts(Award, meeting, "Dịp này, UBND tỉnh tặng Bằng khen cho 20 cá nhân.", published=None)
    assert [(a.year, bool(a.inferred)) for a in rows] == [(2013, True)]


def test_undated_acts_of_a_portrait_take_no_year_from_its_publication() -> None:
    portrait = ("Sở Y tế trồng hoa trước cửa. " * 40, "Với kết quả trên, Sở Y tế được Bộ Y tế tặng Bằng khen.")
    assert [a.year for a in facts(Award, *portrait, title="Một cơ quan xanh")] == [None]
    assert [a.year for a in facts(Award, *portrait, title="Sở Y tế được tặng Bằng khen")] == [2024]
    lately = "Thời gian vừa qua, 4 tập thể được Bộ Y tế tặng Bằng khen."
    assert [a.year for a in facts(Award, lately, title="Tuyên dương")] == [None]
    assert [a.year for a in facts(Award, "Vừa qua, 4 tập thể được Bộ Y tế tặng Bằng khen.", title="Tuyên dương")] == [
        2024
    ]


def test_year_of_a_proposal_is_the_one_its_gathering_sums_up() -> None:
    meeting = "Chiều 5/1, Khối thi đua Kinh tế tổ chức hội nghị tổng kết công tác năm 2023."
    article = story(meeting, "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho 2 đơn vị.")
    (award,) = (f for f in find(article) if isinstance(f, Award))
    assert (award.year, award.status) == (2023, "proposed")
    assert next(article.text[s.start : s.end] for s in award.evidence) == meeting
    assert "2023" in dict(award.inferred)["year"]


def test_decision_with_its_day() -> None:
    (award,) = facts(
        Award, "Chủ tịch UBND tỉnh ban hành Quyết định số 305/QĐ-UBND ngày 9/5/2022 tặng Bằng khen cho Sở Y tế."
    )
    assert (award.decision, award.decision_date, award.year) == ("305/QĐ-UBND", "2022-05-09", 2022)


def test_decision_told_in_a_later_sentence() -> None:
    rows = facts(
        Award,
        "Chiều 10/5, UBND tỉnh truy tặng Bằng khen cho em Trần Bảo Khôi.",
        "Bằng khen được tặng theo Quyết định số 1152/QĐ-UBND ngày 9/5/2022.",
    )
    assert [a.recipient for a in rows] == ["Trần Bảo Khôi"]
    assert [(a.decision, a.decision_date) for a in rows] == [("1152/QĐ-UBND", "2022-05-09")]


def test_decision_of_a_plan_is_not_the_awards() -> None:
    plan = "Thực hiện Quyết định số 12/QĐ-UBND về việc ban hành kế hoạch"
    (award,) = facts(Award, f"{plan}, UBND tỉnh tặng Bằng khen cho Sở Y tế.")
    assert award.decision is None
