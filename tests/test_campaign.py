"""Campaigns: named movements with period and launcher; slogans, models and drives are none."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Campaign


def campaigns(*paragraphs: str, published: str | None = "2024-01-05") -> list[Campaign]:
    return facts(Campaign, *paragraphs, title="Tin thi đua", published=published)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Xã hưởng ứng phong trào thi đua “Chung sức xây dựng nông thôn mới”.", ["Chung sức xây dựng nông thôn mới"]),
        ('Xã hưởng ứng phong trào "Ngày Chủ nhật xanh".', ["Ngày Chủ nhật xanh"]),
        (
            "Các phong trào thi đua: “Lao động giỏi”; “Dân vận khéo”; phong trào “Gần dân”; “Sát việc, rõ người”…",
            ["Lao động giỏi", "Dân vận khéo", "Gần dân", "Sát việc, rõ người"],
        ),
        (
            "Ba phong trào thi đua lớn gồm “Một cửa”, “Hai nhanh” và “Ba giảm phiền hà”.",
            ["Một cửa", "Hai nhanh", "Ba giảm phiền hà"],
        ),
        ("Sở phát động phong trào thi đua năm 2024 với chủ đề “Kỷ cương, sáng tạo”.", ["Kỷ cương, sáng tạo"]),
        ("Khối lấy chủ đề “Nói đi đôi với làm” cho phong trào thi đua năm 2024.", ["Nói đi đôi với làm"]),
        (
            "Xã duy trì phong trào thi đua xây dựng xóm làng bình yên do UBND tỉnh phát động.",
            ["xây dựng xóm làng bình yên"],
        ),
        ("Công an xã dẫn đầu phong trào thi đua Vì ANTQ của huyện.", ["Vì ANTQ"]),
        (
            "Trong đợt thi đua này, phong trào học tập, thực hiện 6 điều Bác Hồ dạy được sơ kết.",
            ["học tập, thực hiện 6 điều Bác Hồ dạy"],
        ),
        (
            "Các phong trào thi đua như: “Sạch từ nhà ra ngõ” của Hội Phụ nữ, “Tuổi trẻ giữ biển” của Tỉnh đoàn.",
            ["Sạch từ nhà ra ngõ", "Tuổi trẻ giữ biển"],
        ),
        ("Sở bám sát chủ đề thi đua năm 2024: “Kỷ cương, đi trước”.", ["Kỷ cương, đi trước"]),
        ("Trường đẩy mạnh phong trào thi đua dạy tốt - học tốt.", ["dạy tốt - học tốt"]),
        ("Hội tổng kết phong trào nông dân sản xuất, kinh doanh giỏi.", ["nông dân sản xuất, kinh doanh giỏi"]),
        ("Sở họp thi đua; chủ đề của hội thảo là “Kỷ cương, đi trước”.", []),
        ("Bước sang năm 2026, Khối chọn chủ đề thi đua “Gần dân, sát việc”.", ["Gần dân, sát việc"]),
        ("Hội có phong trào thi đua phụ nữ làm kinh tế giỏi.", ["phụ nữ làm kinh tế giỏi"]),
        ("Các đơn vị có phong trào thi đua mạnh, làm kinh tế giỏi hơn trước.", []),
        # other things in quotes, in the same breath
        ("Xã thi đua, hưởng ứng phong trào “Dân vận khéo” và cuộc vận động “Ngày vì người nghèo”.", ["Dân vận khéo"]),
        ("Phong trào thi đua gắn với mô hình “Ấp không rác” và câu lạc bộ “Năm sạch”.", []),
        ("Phong trào thi đua với khẩu hiệu “Tất cả cho tuyến đầu”.", []),
        # the words on a flag
        ("Lữ đoàn 909 được Bộ Quốc phòng tặng cờ “Đơn vị dẫn đầu phong trào thi đua quyết thắng”.", []),
        # unnamed movements
        ("Phong trào thi đua lập thành tích chào mừng đại hội lan rộng.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [c.name for c in campaigns(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Năm qua, các phong trào thi đua lan rộng như dân vận khéo, doanh nghiệp hội nhập và phát triển...",
            ["dân vận khéo", "doanh nghiệp hội nhập và phát triển"],
        ),
        (
            "Các phong trào thi đua: Xây dựng nông thôn mới; Dân vận khéo được đẩy mạnh.",
            ["Xây dựng nông thôn mới", "Dân vận khéo"],
        ),
        ("Xã lo xây dựng nông thôn mới, phong trào thi đua sôi nổi. Dân vận khéo.", []),
        ("Các phong trào thi đua sôi nổi trong xây dựng nông thôn mới.", []),
        (
            "Nổi bật nhất là phong trào phấn đấu trở thành “Thợ hàn giỏi”, “Sáng tay nghề”.",
            ["Thợ hàn giỏi", "Sáng tay nghề"],
        ),
        (
            "Sở mở phong trào thi đua giữ gìn trật tự cổng trường trong ngành giáo dục giai đoạn 2011-2013.",
            ["giữ gìn trật tự cổng trường trong ngành giáo dục"],
        ),
    ],
)
def test_movements_named_as_examples_and_inside_a_sector(text: str, names: list[str]) -> None:
    assert [c.name for c in campaigns(text)] == names


def test_without_the_vocabulary_of_emulation_a_movement_is_none() -> None:
    assert facts(Campaign, "Phong trào “Áo vàng” làm nước Pháp rung chuyển.") == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Phong trào thi đua “Gần dân” ngành Y tế giai đoạn 2021 - 2025 lan rộng.", (2021, 2025)),
        ("Phong trào thi đua “Gần dân, giai đoạn 2021 - 2025” lan rộng.", (2021, 2025)),
        ("Phong trào thi đua “Gần dân – giai đoạn 2021 - 2025” lan rộng.", (2021, 2025)),
        ("Sở phát động phong trào thi đua năm 2023 với chủ đề “Gần dân, sát việc”.", (2023, 2023)),
        ("Sở mở đợt thi đua “Gần dân” từ ngày 1/8 đến hết ngày 31/12/2019.", (2019, 2019)),
        ("Phong trào thi đua “Gần dân” do UBND tỉnh phát động từ năm 2020.", (None, None)),
    ],
)
def test_period(text: str, period: tuple[int | None, int | None]) -> None:
    (campaign,) = campaigns(text)
    assert (campaign.start_year, campaign.end_year) == period
    assert "2021" not in campaign.name


@pytest.mark.parametrize(
    ("text", "launcher", "year"),
    [
        ("Phong trào “Gần dân” được Thủ tướng Chính phủ phát động năm 2022.", "Thủ tướng Chính phủ", 2022),
        ("Thứ trưởng Bộ Tư pháp Trần Văn Lộc phát động phong trào thi đua “Gần dân”.", "Bộ Tư pháp", 2024),
        ("Sở Y tế bám sát việc phát động, duy trì phong trào “Gần dân”.", None, None),
        ("Sở Nội vụ tổ chức lễ kỷ niệm ngày thành lập Sở Y tế và phát động phong trào “Gần dân”.", "Sở Nội vụ", 2024),
        ("Sở Nội vụ tổ chức tại Bệnh viện Hoa Lư lễ phát động phong trào “Gần dân”.", "Sở Nội vụ", 2024),
        ("Tỉnh ủy, UBND tỉnh phát động phong trào “Gần dân”.", "Tỉnh ủy; UBND tỉnh", 2024),
        ("Tại Bộ Y tế, Sở Y tế phát động phong trào “Gần dân”.", "Sở Y tế", 2024),
        ("Tại xã Ba Hòa, tỉnh Lam Giang, Sở Y tế phát động phong trào “Gần dân”.", "Sở Y tế", 2024),
        ("Sở Y tế duy trì phong trào “Gần dân” nhiều năm.", None, None),
        ("Từ khi Bộ Y tế phát động phong trào thi đua “Bệnh viện xanh”, sân vườn đẹp hơn.", "Bộ Y tế", None),
        ("Trong những năm qua, Sở Y tế đã phát động phong trào thi đua “Năm sạch”.", "Sở Y tế", None),
    ],
)
def test_launcher_and_year(text: str, launcher: str | None, year: int | None) -> None:
    (campaign,) = campaigns("Tin thi đua.", text)
    assert (campaign.launched_by, campaign.launched_in_year) == (launcher, year)


def test_joint_launchers_before_a_list_hold_for_the_list() -> None:
    found = campaigns(
        "Những phong trào do Thủ tướng Chính phủ và Chủ tịch UBND tỉnh Yên Bái phát động gồm: “Một cửa”; “Hai nhanh”."
    )
    assert {c.launched_by for c in found} == {"Thủ tướng Chính phủ; Chủ tịch UBND tỉnh Yên Bái"}
    assert len(found) == 2


def test_launcher_behind_one_of_a_list_is_that_ones() -> None:
    found = campaigns("Sở duy trì phong trào thi đua “Một cửa”, phong trào “Hai nhanh” do UBND tỉnh phát động.")
    assert [c.launched_by for c in found] == [None, "UBND tỉnh"]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("Với chủ đề “Gần dân, sát việc”, nông dân thi đua cấy nhanh, gặt gọn.", ["Gần dân, sát việc"]),
        ("Chủ đề: “Gần dân, sát việc”.", ["Gần dân, sát việc"]),
        ("Đợt thi đua có chủ đề “Gần dân, sát việc”.", ["Gần dân, sát việc"]),
        ("Với chủ đề “Gần dân, sát việc”, chương trình văn nghệ có 5 tiết mục.", []),
        ("Hội thảo có chủ đề “Gần dân, sát việc”.", []),
        ("Tin khác. Với chủ đề “Gần dân, sát việc”, nông dân cấy nhanh.", []),
    ],
)
def test_the_theme_of_a_movement_launched_in_the_sentence_before(behind: str, names: list[str]) -> None:
    found = campaigns(
        "Sáng 3/1, Sở Y tế chính thức phát động phong trào thi đua yêu nước năm 2024 với 3 nội dung.", behind
    )
    assert [c.name for c in found] == names
    assert all((c.launched_by, c.launched_in_year, c.start_year) == ("Sở Y tế", 2024, 2024) for c in found)


def test_the_launch_told_in_the_next_sentence() -> None:
    (campaign,) = campaigns(
        "Tỉnh tổng kết phong trào thi đua “Một cửa”.", "Phong trào được UBND tỉnh phát động năm 2022."
    )
    assert (campaign.launched_by, campaign.launched_in_year, len(campaign.evidence)) == ("UBND tỉnh", 2022, 2)


def test_a_repeated_name_is_one_row_and_another_period_another() -> None:
    same = campaigns(
        "Phong trào thi đua “Một cửa” lan rộng.", "Phong trào thi đua “Một cửa” giai đoạn 2021-2025 hiệu quả."
    )
    assert [(c.start_year, len(c.evidence)) for c in same] == [(2021, 2)]
    two = campaigns(
        "Phong trào thi đua “Một cửa” giai đoạn 2016-2020.", "Phong trào thi đua “Một cửa” giai đoạn 2021-2025."
    )
    assert [c.start_year for c in two] == [2016, 2021]


def test_a_period_behind_those_among_whom_it_runs() -> None:
    text = "Hội nghị tổng kết phong trào thi đua “Sáng kiến nhỏ” trong đoàn viên, lao động (giai đoạn 2007 - 2012)."
    assert [(c.start_year, c.end_year) for c in campaigns(text)] == [(2007, 2012)]
    text = "Phong trào thi đua “Sáng kiến nhỏ” trong toàn tỉnh năm 2012 lan rộng."
    assert [(c.start_year, c.end_year) for c in campaigns(text)] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ tổng kết phong trào “Xóm làng xanh” giai đoạn 2010 - 2015.", ["Xóm làng xanh"]),
        ("Phong trào “Thơ mới” để lại nhiều bài hay.", []),
        ("Triển lãm về phong trào “Thơ mới” năm 1936 mở cửa.", []),
    ],
)
def test_without_a_word_of_emulation_a_movement_needs_quotes_and_a_period(text: str, names: list[str]) -> None:
    assert [f.name for f in facts(Campaign, text)] == names


@pytest.mark.parametrize(
    ("tail", "period"),
    [
        ("(từ ngày 1/8 đến ngày 30/11/2023)", (2023, 2023)),
        ("từ ngày 20-9 đến 22-12-2023", (2023, 2023)),
        ("từ ngày 15/12 đến ngày 3/2/2024", (2023, 2024)),
        (", kéo dài từ nay đến hết năm 2025", (2024, 2025)),
        (", bắt đầu từ hôm nay và kết thúc ngày 13-8-2024", (2024, 2024)),
        ("(từ 13/10 đến 20/11)", (2023, 2023)),
        ("từ tháng 3 đến tháng 9/2024", (2024, 2024)),
        ("do Công đoàn ngành phát động trong giai đoạn 2018 - 2020", (2018, 2020)),
        ("từ sân trường đến lớp học", (None, None)),
    ],
)
def test_a_movement_that_runs_between_two_days(tail: str, period: tuple[int | None, int | None]) -> None:
    (campaign,) = campaigns(f"Sở Y tế có phong trào thi đua “Vì người bệnh” {tail}.")
    assert (campaign.start_year, campaign.end_year) == period


def test_who_launches_together_is_named_together() -> None:
    (campaign,) = campaigns(
        "UBND tỉnh phối hợp với Công an tỉnh tổ chức lễ phát động phong trào thi đua “Xóm bình yên”."
    )
    assert campaign.launched_by == "UBND tỉnh; Công an tỉnh"


@pytest.mark.parametrize(
    ("text", "launcher"),
    [
        ("Cũng trong buổi lễ, quỹ phát động phong trào “Góp gạo nuôi em”.", "Quỹ tín dụng nhân dân Đồi Cát"),
        ("Dịp này, tỉnh phát động phong trào “Góp gạo nuôi em”.", "tỉnh"),
        ("Dịp này, mọi người phát động phong trào “Góp gạo nuôi em”.", None),
    ],
)
def test_a_launcher_taken_up_by_its_noun_alone(text: str, launcher: str | None) -> None:
    (campaign,) = campaigns("Quỹ tín dụng nhân dân Đồi Cát tổng kết công tác thi đua.", text)
    assert campaign.launched_by == launcher


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trong các phong trào được nêu có “Góp gạo nuôi em” và “Xóm đèn sáng”.", ["Góp gạo nuôi em", "Xóm đèn sáng"]),
        ("Phong trào thi đua của xã có “Góp gạo nuôi em” làm nòng cốt.", []),
        ("Phong trào thi đua Hội Luật gia năm 2019 sôi nổi.", []),
        ("Phong trào thi đua Hà Lâm sôi nổi.", []),
        ("Xã có phong trào thi đua Chung sức dựng bản, làng văn hóa.", []),
        ("Xã có phong trào thi đua toàn dân đào mương UBND huyện vừa phát động.", []),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert [c.name for c in campaigns("Tin thi đua.", text)] == names
