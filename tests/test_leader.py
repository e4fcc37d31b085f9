"""Who leads a bloc, in which year; and who only seems to."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Leader

NAMED = "Khối thi đua Kinh tế và Cụm thi đua số 2 ký giao ước."


def leaders(*paragraphs: str, published: str | None = "2024-01-05") -> list[Leader]:
    return facts(Leader, NAMED, *paragraphs, published=published)


CASES = [
    (
        "Năm 2024, Sở Y tế là Khối trưởng, Sở Nội vụ là Khối phó Khối thi đua Kinh tế.",
        [("head", 2024, "Sở Y tế", None), ("deputy", 2024, "Sở Nội vụ", None)],
    ),
    (
        "Hội nghị bầu Sở Y tế làm Khối trưởng, Báo Bình Định làm Khối phó năm 2024.",
        [("head", 2024, "Sở Y tế", None), ("deputy", 2024, "Báo Bình Định", None)],
    ),
    ("Cụm trưởng năm 2023 là Bộ CHQS tỉnh Kiên Giang.", [("head", 2023, "Bộ Chỉ huy Quân sự tỉnh Kiên Giang", None)]),
    ("Chức Cụm phó năm 2024 do BHXH tỉnh Hà Nam đảm nhận.", [("deputy", 2024, "Bảo hiểm xã hội tỉnh Hà Nam", None)]),
    (
        "Ông Cao Xuân Trình, Giám đốc BHXH tỉnh Vĩnh Phúc, Cụm trưởng năm 2023 phát biểu.",
        [("head", 2023, "Bảo hiểm xã hội tỉnh Vĩnh Phúc", "Cao Xuân Trình")],
    ),
    (
        "Ông Cao Xuân Trình – Phó Giám đốc Sở Y tế – Đại diện Khối trưởng điều hành hội nghị.",
        [("head", None, "Sở Y tế", None)],
    ),
    (
        "Thay mặt đơn vị Khối trưởng năm 2015, ông Hoàng Thế Vinh, Thứ trưởng Bộ Tài chính cho biết.",
        [("head", 2015, "Bộ Tài chính", None)],
    ),
    (
        "Huyện Con Cuông bàn giao vai trò Cụm trưởng năm 2023 cho huyện Quỳ Hợp. Huyện Kỳ Sơn đảm nhận Cụm phó.",
        [
            ("head", 2023, "huyện Quỳ Hợp", None),
            ("head", None, "huyện Con Cuông", None),
            ("deputy", 2023, "huyện Kỳ Sơn", None),
        ],
    ),
    (
        "Sở Y tế bàn giao cờ luân lưu cho Sở Nội vụ, đơn vị sẽ gánh vác nhiệm vụ Khối trưởng năm 2025.",
        [("head", 2025, "Sở Nội vụ", None)],
    ),
    (
        "Hội nghị bầu Khối trưởng và Khối phó năm 2021. Kết quả Sở Y tế làm Khối trưởng; Sở Nội vụ làm Khối phó.",
        [("head", 2021, "Sở Y tế", None), ("deputy", 2021, "Sở Nội vụ", None)],
    ),
    (
        "Năm 2023 Sở Y tế là Khối trưởng. Năm 2024, nhiệm vụ này được giao cho Sở Nội vụ.",
        [("head", 2023, "Sở Y tế", None), ("head", 2024, "Sở Nội vụ", None)],
    ),
    (
        "Sở Y tế - Khối trưởng năm 2023 - nhường lại vị trí cho Sở Nội vụ.",
        [("head", 2023, "Sở Y tế", None), ("head", None, "Sở Nội vụ", None)],
    ),
    ("Vị trí Khối trưởng năm 2025 được trao cho Sở Y tế.", [("head", 2025, "Sở Y tế", None)]),
    ("Năm 2024 Sở Y tế sẽ điều hành với tư cách Khối trưởng.", [("head", 2024, "Sở Y tế", None)]),
    ("Thay Sở Y tế làm Khối trưởng là Sở Nội vụ.", [("head", None, "Sở Nội vụ", None)]),
    ("Khối phó: Sở Y tế, Sở Nội vụ.", [("deputy", None, "Sở Y tế", None), ("deputy", None, "Sở Nội vụ", None)]),
    (
        "Khối trưởng, Khối phó năm 2024 lần lượt là Sở Tư pháp và Thanh tra tỉnh.",
        [("head", 2024, "Sở Tư pháp", None), ("deputy", 2024, "Thanh tra tỉnh", None)],
    ),
    (
        "BSCKII. Ông Thị Mai, Giám đốc Bệnh viện Phổi (Trưởng khối) nói.",
        [("head", None, "Bệnh viện Phổi", "Ông Thị Mai")],
    ),
    (
        "(Cụm thi đua số 7 do xã Sơn Trà làm cụm trưởng, xã Bình Hải làm cụm phó; Cụm 8 do xã Ba Vì làm cụm trưởng)",
        [
            ("head", None, "xã Sơn Trà", None),
            ("deputy", None, "xã Bình Hải", None),
            ("head", None, "xã Ba Vì", None),
        ],
    ),
    (
        "Cụm thi đua các tỉnh Đồng bằng sông Hồng thống nhất: năm 2018 Hà Nam làm Cụm trưởng, năm 2019 Nam Định.",
        [("head", 2018, "Hà Nam", None), ("head", 2019, "Nam Định", None)],
    ),
    ("Năm nay, Sở Y tế làm Khối trưởng.", [("head", 2024, "Sở Y tế", None)]),
    (
        "Năm học 2023-2024, Trường THPT Sơn Mỹ đảm nhận vai trò Cụm trưởng.",
        [("head", 2023, "Trường THPT Sơn Mỹ", None)],
    ),
    (
        "Hai Cụm phó năm 2022 là Sở Y tế và Sở Nội vụ.",
        [("deputy", 2022, "Sở Y tế", None), ("deputy", 2022, "Sở Nội vụ", None)],
    ),
    (
        "Lịch luân phiên: năm 2018 Sở Y tế làm Khối trưởng, năm 2019 đến lượt Sở Nội vụ và năm 2020 là Sở Tài chính.",
        [("head", 2018, "Sở Y tế", None), ("head", 2019, "Sở Nội vụ", None), ("head", 2020, "Sở Tài chính", None)],
    ),
    (
        "Trưởng khối năm 2019: Sở TN&MT; Phó khối 1: Sở Xây dựng.",
        [("head", 2019, "Sở Tài nguyên và Môi trường", None), ("deputy", 2019, "Sở Xây dựng", None)],
    ),
    ("Chủ tịch UBND phường Đô Vinh là Cụm trưởng.", [("head", None, "phường Đô Vinh", None)]),
    ("Với vai trò Khối trưởng, Sở Y tế đã tổ chức nhiều hoạt động.", [("head", None, "Sở Y tế", None)]),
    ("Kết quả, Sở Tư pháp trúng cử Khối trưởng.", [("head", None, "Sở Tư pháp", None)]),
    ("Đồng chí Lê Văn Ba, Trưởng khối, Giám đốc Sở Xây dựng dự.", [("head", None, "Sở Xây dựng", "Lê Văn Ba")]),
    (
        "Bàn giao đơn vị Cụm trưởng năm 2024 từ Công an tỉnh Hà Nam cho Công an tỉnh Sơn La.",
        [("head", 2024, "Công an tỉnh Sơn La", None), ("head", None, "Công an tỉnh Hà Nam", None)],
    ),
    (
        "Công an tỉnh Sơn La nhận bàn giao Cụm trưởng năm 2024 từ Công an tỉnh Hà Nam.",
        [("head", 2024, "Công an tỉnh Sơn La", None), ("head", None, "Công an tỉnh Hà Nam", None)],
    ),
    (
        "Sở Y tế và Sở Nội vụ được bầu làm Khối trưởng, Khối phó năm 2025.",
        [("head", 2025, "Sở Y tế", None), ("deputy", 2025, "Sở Nội vụ", None)],
    ),
    (
        "Khối trưởng, Khối phó năm 2025 lần lượt là Sở Y tế và Sở Nội vụ.",
        [("head", 2025, "Sở Y tế", None), ("deputy", 2025, "Sở Nội vụ", None)],
    ),
    (
        "Bầu Sở Y tế làm Khối trưởng, các Sở Nội vụ, Sở Tài chính làm Khối phó năm 2025.",
        [
            ("head", 2025, "Sở Y tế", None),
            ("deputy", 2025, "Sở Nội vụ", None),
            ("deputy", 2025, "Sở Tài chính", None),
        ],
    ),
    (
        "Bầu Sở Y tế là Khối trưởng và Sở Nội vụ - Khối phó năm 2020.",
        [("head", 2020, "Sở Y tế", None), ("deputy", 2020, "Sở Nội vụ", None)],
    ),
    (
        "Đơn vị Cụm trưởng Hội Luật gia tỉnh BR-VT nêu ý kiến.",
        [("head", None, "Hội Luật gia tỉnh Bà Rịa - Vũng Tàu", None)],
    ),
    ("Cụm trưởng Lê Văn Tám phát biểu.", [("head", None, None, "Lê Văn Tám")]),
    ("Đại diện đơn vị Khối trưởng - Sở Y tế báo cáo.", [("head", None, "Sở Y tế", None)]),
    (
        "Thay mặt đơn vị Khối trưởng, đồng chí Trưởng Ban Dân vận Tỉnh ủy phát biểu.",
        [("head", None, "Ban Dân vận Tỉnh ủy", None)],
    ),
    (
        "2 Cụm phó do Chủ tịch Hội Nông dân tỉnh và Chủ tịch Hội Đông y tỉnh đảm nhận.",
        [("deputy", None, "Hội Nông dân tỉnh", None), ("deputy", None, "Hội Đông y tỉnh", None)],
    ),
    ("LHPCO được bầu làm Khối trưởng trong năm 2021.", [("head", 2021, "LHPCO", None)]),
    ("Ông Thái Văn Sỹ Nguyên, Khối trưởng năm 2022 cho biết.", [("head", 2022, None, "Thái Văn Sỹ Nguyên")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_leaders(text: str, expected: list[tuple[str, int | None, str | None, str | None]]) -> None:
    assert [(f.role, f.year, f.organization, f.person) for f in leaders(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị còn phần bình bầu Khối trưởng, Khối phó Khối thi đua Văn xã năm 2022.",
        "Hội nghị giới thiệu Sở Y tế làm Khối trưởng, Sở Nội vụ làm Khối phó để Hội đồng xem xét, quyết định.",
        "Sở Y tế là đơn vị dẫn đầu Khối thi đua Kinh tế.",
        "Sở Y tế đăng cai, chủ trì hội nghị; các khối trưởng, cụm trưởng dự.",
        "Tặng hoa chúc mừng đơn vị Cụm trưởng, Cụm phó năm 2024.",
        "Bài báo viết Sở Y tế làm Khối trưởng năm 2019.",
        "Đại diện Văn phòng Hội Luật gia, Cụm trưởng, Cụm phó các cụm dự.",
        "Ông Lê Văn Hai, nguyên Khối trưởng nhớ lại.",
        "Thầy Nguyễn Văn An, khối trưởng khối 12 cho biết.",
        "Sở Y tế không làm Khối trưởng.",
        "Dự họp có lãnh đạo Sở Y tế, Khối trưởng các khối thi đua.",
    ],
)
def test_who_is_no_leader(text: str) -> None:
    assert leaders(text) == []


def test_no_bloc_no_leader() -> None:
    assert facts(Leader, "Bà Trần Thị Mai là Trưởng khối, được khen thưởng.") == []


def test_what_the_sentence_does_not_say_is_marked_inferred() -> None:
    (fact,) = leaders("Năm nay, Sở Y tế làm Cụm trưởng.")
    assert set(dict(fact.inferred)) == {"year", "bloc"}
    assert len(fact.evidence) == 2


def test_a_caption_repeats_no_fact() -> None:
    assert len(leaders("Năm 2024, Sở Y tế là Khối trưởng.", "Năm 2024, Sở Y tế là Khối trưởng.")) == 1


def test_the_leader_is_called_as_the_list_of_members_calls_it() -> None:
    (fact,) = leaders("Cụm thi đua số 2 gồm 2 huyện: Con Cuông (Cụm trưởng) và Kỳ Sơn.")
    assert (fact.organization, fact.bloc) == ("huyện Con Cuông", "Cụm thi đua số 2")


def test_a_year_told_before_brings_its_sentence_as_evidence() -> None:
    (_, deputy) = leaders("Năm 2022, Sở Y tế làm Khối trưởng. Sở Nội vụ đảm nhận Khối phó.")
    assert (deputy.year, len(deputy.evidence)) == (2022, 3)
    assert dict(deputy.inferred)["year"] == "the office told before"


def test_a_member_may_be_called_by_its_bare_name_once_listed() -> None:
    found = leaders("Cụm thi đua số 2 gồm các tỉnh Phú Thọ, Quảng Trị. Quảng Trị là Cụm trưởng năm 2023.")
    assert [(f.year, f.organization) for f in found] == [(2023, "tỉnh Quảng Trị")]


def test_the_title_of_an_assignment_tells_its_year() -> None:
    (fact,) = facts(Leader, "Khối 1 do Sở Y tế làm khối trưởng.", title="Phân công cụm, khối thi đua năm 2019")
    assert (fact.bloc, fact.year, "year" in dict(fact.inferred)) == ("Khối 1", 2019, True)


def test_a_member_of_a_branch_may_be_called_without_the_word_for_its_place() -> None:
    found = leaders("Cụm thi đua số 2 gồm 2 Thuế tỉnh: Phú Thọ, Hưng Yên. Bầu Thuế Hưng Yên làm Cụm trưởng.")
    assert [f.organization for f in found] == ["Thuế tỉnh Hưng Yên"]


def test_an_office_of_an_unnamed_bloc_keeps_its_year() -> None:
    (fact,) = leaders("Ông Lê Văn Tư, Giám đốc Sở Y tế - Khối trưởng Khối thi đua năm 2023 báo cáo.")
    assert (fact.year, fact.person, fact.organization) == (2023, "Lê Văn Tư", "Sở Y tế")
