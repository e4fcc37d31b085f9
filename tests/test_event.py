"""Events: gatherings about emulation and reward on a day that is known."""

from __future__ import annotations

import pytest
from reading import facts

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Event


def events(text: str, *, published: str | None = "2024-01-05") -> list[tuple[str, str, str | None]]:
    return [(f.kind, f.date, f.place) for f in facts(Event, text, title="Tin thi đua", published=published)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Chiều 5/1, Khối thi đua Kinh tế tổ chức hội nghị tổng kết năm 2023 và ký kết giao ước thi đua.",
            ("conference", "2024-01-05", None),
        ),
        (
            "Hôm nay (3/1), tại Sở Y tế (đơn vị Khối trưởng), Khối thi đua Kinh tế tổ chức hội nghị tổng kết.",
            ("conference", "2024-01-03", "Sở Y tế"),
        ),
        (
            "Sáng 4/1, xã Hòa Lâm tổ chức hội nghị tổng kết phong trào thi đua của Cụm thi đua các xã tại trụ sở xã.",
            ("conference", "2024-01-04", "trụ sở xã"),
        ),
        (
            "(LV) - Ngày 3-1, tại TP. Long Xuyên, Cụm thi đua số 2 ký kết giao ước thi đua năm 2024.",
            ("signing", "2024-01-03", "TP. Long Xuyên"),
        ),
        (
            "Hội nghị tổng kết công tác thi đua của Khối sẽ được tổ chức ngày 20-1 tại hội trường Ban Tổ chức Tỉnh ủy.",
            ("conference", "2024-01-20", "hội trường Ban Tổ chức Tỉnh ủy"),
        ),
        (
            "Chiều 3/1, Công an huyện tổ chức lễ khen thưởng, tuyên dương lực lượng phá vụ án xảy ra tại thôn Chợ.",
            ("ceremony", "2024-01-03", None),
        ),
        (
            "Sáng 3/1, Sở Y tế tổ chức hội nghị đại biểu điển hình tiên tiến lần thứ VII qua cầu truyền hình.",
            ("conference", "2024-01-03", None),
        ),
        (
            "Trong các ngày 4, 5/1/2024, tại TP. Huế, Cụm thi đua số 2 tổ chức hội nghị sơ kết, hội thao.",
            ("conference", "2024-01-04", "TP. Huế"),
        ),
        (
            "Theo kế hoạch, sáng ngày 5 tháng 01 năm 2024, tại Viện kiểm sát nhân dân huyện Ba Tơ, Khối ký giao ước.",
            ("signing", "2024-01-05", "Viện kiểm sát nhân dân huyện Ba Tơ"),
        ),
        (
            "Tối 3/1, tại sân khấu Sông Trà, Sở tổ chức chương trình nghệ thuật tuyên dương thợ giỏi.",
            ("ceremony", "2024-01-03", "sân khấu Sông Trà"),
        ),
        (
            "Sáng 4/1, 20 cá nhân được nhận Bằng khen của UBND tỉnh tại chương trình giao lưu điển hình tiên tiến.",
            ("ceremony", "2024-01-04", None),
        ),
        (
            "Hội đồng Thi đua tổ chức tuyên dương điển hình tiên tiến toàn tỉnh lần này vào sáng 4/1, tại Vinh.",
            ("conference", "2024-01-04", "Vinh"),
        ),
        (
            "Câu hỏi được nêu suốt hội nghị tổng kết của Khối thi đua Y tế, sáng 3.1, tại Bệnh viện Phổi.",
            ("conference", "2024-01-03", "Bệnh viện Phổi"),
        ),
        (
            "Ngày 4/1, Công ty Xây lắp phát động đợt thi đua “90 ngày thông xe”.",
            ("launch", "2024-01-04", None),
        ),
        (
            "Ngày 12/1, Cụm sẽ tổ chức lễ phát động phong trào thi đua “Tết xanh” tại công viên Nam Hòa.",
            ("launch", "2024-01-12", "công viên Nam Hòa"),
        ),
        (
            "Ngày 3/1, tại Tòa án nhân dân huyện Sơn Trà, Cụm thi đua số 6 ký kết giao ước thi đua.",
            ("signing", "2024-01-03", "Tòa án nhân dân huyện Sơn Trà"),
        ),
        (
            "Ngày 3/1, tại Hà Nam, Cụm thi đua số 9 tổ chức Hội nghị tổng kết, Hội thao Cụm năm 2023.",
            ("conference", "2024-01-03", "Hà Nam"),
        ),
        (
            "Giám đốc Sở Y tế trao Huân chương Lao động cho Bệnh viện Phổi trong buổi lễ tối 3.1 tại sân nhà máy cũ.",
            ("ceremony", "2024-01-03", "sân nhà máy cũ"),
        ),
        (
            "Ngày 3/1, Trường THPT Đồi Cát tổ chức kỷ niệm 25 năm thành lập và đón nhận Huân chương Lao động.",
            ("ceremony", "2024-01-03", None),
        ),
        (
            "Tối 3/1, tại Cung Văn hóa Hòa Lâm (Hà Nội), tỉnh tổ chức lễ tuyên dương điển hình tiên tiến.",
            ("ceremony", "2024-01-03", "Cung Văn hóa Hòa Lâm (Hà Nội)"),
        ),
        (
            "Ngày 3/1, Khối thi đua Kinh tế họp tổng kết. Hội nghị diễn ra tại phòng họp số 2, Sở Nội vụ.",
            ("conference", "2024-01-03", "phòng họp số 2, Sở Nội vụ"),
        ),
        (
            "Ngày 3/1, Khối thi đua Kinh tế họp tổng kết. Đoàn đã đến thăm hỏi, tổ chức trao quà tại xã Hòa Lâm.",
            ("conference", "2024-01-03", None),
        ),
        (
            "Ngày 29/12, Khối thi đua Kinh tế tổ chức hội nghị tổng kết.",
            ("conference", "2023-12-29", None),
        ),
    ],
)
def test_kind_day_and_place(text: str, event: tuple[str, str, str | None]) -> None:
    assert events(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch nước ký Quyết định số 1/QĐ-CTN ngày 2/1/2024 tặng Huân chương Lao động.",
        "Lễ kỷ niệm 76 năm ngày Bác Hồ kêu gọi thi đua (11/6/1948 - 11/6/2024) sắp diễn ra.",
        "Tối 4/1, giải bóng chuyền các cụm thi đua bế mạc.",
        "Ngày 3/1, báo đăng bài “Khối thi đua Kinh tế tổng kết năm 2023”.",
        "Chiều 4/1, đoàn công tác đến thắp hương, trao quyết định truy tặng Bằng khen cho gia đình.",
        "“Tôi chúc mừng các đồng chí được khen thưởng trong buổi lễ tổng kết hôm nay”, ông nói.",
        "Chiều 4/1, tại cuộc họp báo về thi đua, ông Trần Văn Lộc cho biết kết quả.",
        "Ngày 3/1, Cụm thi đua số 9 khai mạc hội thao chào mừng hội nghị tổng kết.",
        "Vừa qua, Khối thi đua Kinh tế tổ chức hội nghị tổng kết.",
        "Hết năm, mỗi cụm thi đua họp bình xét, gửi kết quả về Ban Thi đua tỉnh trước ngày 15/1.",
        "Tối 3/1, hội thao và hội nghị tổng kết phong trào thể thao của tỉnh khai mạc.",
        "Ngày 4/1, 10/12 xã của huyện có mưa, phong trào thi đua vẫn sôi nổi.",
    ],
)
def test_no_gathering(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Sáng 16-4, LĐLĐ huyện Ba Tơ đã sơ kết 5 năm thực hiện “Phong trào lao động giỏi”.",
            ("conference", "2012-04-16", None),
        ),
        ("Ngày 12/4, UBND tỉnh tổ chức khen thưởng đột xuất các tổ xung kích.", ("ceremony", "2012-04-12", None)),
    ],
)
def test_the_stamp_in_the_text_gives_a_day_its_year(text: str, event: tuple[str, str, str | None]) -> None:
    assert events(f"{text}\n17/04/12 10:05 GMT+7", published=None) == [event]
    assert events(text, published=None) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 20/3, UBND tỉnh tổ chức lễ khen thưởng người cứu nạn trong vụ cháy ngày 6/3/2014.", "2014-03-20"),
        ("Ngày 22/1, UBND tỉnh tổ chức lễ khen thưởng người cứu nạn trong vụ cháy ngày 8/6/2012.", None),
        ("Tối 28/6, Sở Y tế tổ chức lễ tuyên dương nhân ngày truyền thống (28/6/2001).", None),
        ("Ngày 10/6, Hội đồng tổ chức lễ tuyên dương thợ giỏi toàn quốc năm 2015.", "2015-06-10"),
        ("Ngày 10/1, Hội đồng tổ chức lễ tuyên dương thợ giỏi toàn quốc năm 2015.", None),
        ("Ngày 27/6, Cụm thi đua số 4 sơ kết, bàn nhiệm vụ thi đua 6 tháng cuối năm 2023.", "2023-06-27"),
        ("Ngày 27/1, Cụm thi đua số 4 sơ kết, bàn nhiệm vụ thi đua 6 tháng cuối năm 2023.", None),
    ],
)
def test_the_year_that_stands_beside_a_day(text: str, day: str | None) -> None:
    assert [e[1] for e in events(text, published=None)] == ([day] if day else [])


def test_without_the_publication_day_only_a_full_date_counts() -> None:
    assert events("Chiều 5/1, Khối thi đua Kinh tế tổ chức hội nghị tổng kết.", published=None) == []
    full = events("Chiều 5/1/2024, Khối thi đua Kinh tế tổ chức hội nghị tổng kết.", published=None)
    assert full == [("conference", "2024-01-05", None)]


def test_a_gathering_told_twice_is_one_event_with_its_place() -> None:
    article = article_from_json({
        "title": "Tin thi đua", "published": "2024-01-05", "sapo": "Chiều 5/1, Khối thi đua Kinh tế tổ chức tổng kết.",
        "paragraphs": ["Chiều 5/1, tại Sở Y tế, Khối thi đua Kinh tế tổ chức hội nghị tổng kết năm 2023."],
    })  # fmt: skip
    assert [(f.date, f.place) for f in find(article) if isinstance(f, Event)] == [("2024-01-05", "Sở Y tế")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 8/10, Sở Nội vụ tổ chức hội nghị biểu dương điển hình tiên tiến năm 2017.", "2017-10-08"),
        (
            "Lễ tuyên dương thợ giỏi diễn ra sáng 10/6. Tỉnh kỷ niệm ngày thi đua (11/6/1948 - 11/6/2018) trọng thể.",
            "2018-06-10",
        ),
        ("Ngày 26/12, Khối tổ chức hội nghị tổng kết công tác thi đua năm 2018, bàn nhiệm vụ năm 2019.", "2018-12-26"),
        ("Ngày 12/1, Khối tổ chức hội nghị tổng kết công tác thi đua năm 2018.", "2019-01-12"),
        ("Nhân “Tháng Công nhân” 2015, ngày 8/5, tỉnh tổ chức hội nghị biểu dương thợ giỏi năm 2014.", "2015-05-08"),
        ("Sáng 9/6, tỉnh tổ chức lễ kỷ niệm ngày thi đua ái quốc (11/6/1948 - 11/6/2018), trao thưởng.", "2018-06-09"),
        ("Sáng 10/9, Sở Nội vụ tổ chức tuyên dương điển hình tiên tiến năm 2017.", "2017-09-10"),
        # the month fits the year told and the one after it, or the year is another's
        ("Ngày 8/5, tỉnh tổ chức hội nghị biểu dương thợ giỏi năm 2014.", None),
        ("Sáng 3/6, tỉnh tổ chức lễ kỷ niệm ngày ra lời kêu gọi thi đua ái quốc (11/6/1948).", None),
        ("Sáng 18/8, tỉnh tổ chức hội nghị sơ kết 3 năm phong trào thi đua theo Chỉ thị ngày 14/8/2009.", None),
        ("Ngày 10/8, Sở tổ chức hội nghị tổng kết phong trào thi đua năm học 2018-2019.", None),
    ],
)
def test_an_undated_article_gives_a_day_only_where_its_sentence_leaves_one_year(text: str, day: str | None) -> None:
    assert [date for _, date, _ in events(text, published=None)] == ([day] if day else [])
