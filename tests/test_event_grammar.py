"""Events by the grammar of the genre: every day with every order, act and place of a gathering."""

from __future__ import annotations

from itertools import product

import pytest
from reading import facts

from extract.model import Event

Key = tuple[str, str, str | None]

# The articles appear on Friday 5 January 2024.
DAYS = (
    ("Sáng 3/1", "2024-01-03"),
    ("Ngày 3-1", "2024-01-03"),
    ("Chiều ngày 3.1", "2024-01-03"),
    ("Hôm qua (4/1)", "2024-01-04"),
    ("Hôm qua, ngày 4/1", "2024-01-04"),
    ("Sáng nay (5-1)", "2024-01-05"),
    ("Trong hai ngày 3 và 4/1", "2024-01-03"),
    ("Hai ngày 3 và 4-1", "2024-01-03"),
    ("Từ ngày 2 đến 4/1", "2024-01-02"),
    ("Tối 3/1/2024", "2024-01-03"),
    ("Ngày 29/12", "2023-12-29"),
    ("Ngày 03 tháng 01 năm 2024", "2024-01-03"),
    ("Mới đây, ngày 3/1", "2024-01-03"),
    ("Sáng thứ Tư (3/1)", "2024-01-03"),
    ("Vào chiều 3/1", "2024-01-03"),
)
SUBJECTS = (
    "Sở Y tế tỉnh",
    "Khối thi đua Kinh tế",
    "UBND huyện Sơn Lâm",
    "Công ty cổ phần Hòa Lâm",
    "Hội Nông dân tỉnh",
)
# What is done, where it is told as the subject's act.
ACTS = (
    ("tổ chức hội nghị tổng kết phong trào thi đua năm 2023", "conference"),
    ("tổ chức tổng kết công tác thi đua, khen thưởng năm 2023", "conference"),
    ("đã sơ kết phong trào thi đua, đồng thời tuyên dương 51 tập thể", "conference"),
    ("họp tổng kết công tác thi đua, khen thưởng", "conference"),
    ("họp bình xét thi đua năm 2023", "conference"),
    ("gặp mặt, tuyên dương 40 điển hình tiên tiến", "conference"),
    ("tổ chức Đại hội Thi đua yêu nước lần thứ V", "conference"),
    ("tổ chức hội nghị điển hình tiên tiến", "conference"),
    (
        "phối hợp với Công an tỉnh tổ chức hội nghị biểu dương người tốt, việc tốt trong phong trào thi đua",
        "conference",
    ),
    ("tổ chức lễ trao Huân chương Lao động hạng Nhì", "ceremony"),
    ("long trọng tổ chức lễ đón nhận Huân chương Lao động hạng Nhì", "ceremony"),
    ("tổ chức lễ kỷ niệm 20 năm thành lập và đón nhận Bằng khen của Bộ Y tế", "ceremony"),
    ("tổ chức trao Bằng khen của UBND tỉnh cho 20 cá nhân", "ceremony"),
    ("đã trao Giấy khen cho 12 tập thể", "ceremony"),
    ("vinh dự đón nhận Cờ thi đua của Chính phủ", "ceremony"),
    ("tổ chức lễ phát động phong trào thi đua năm 2024", "launch"),
    ("phát động phong trào thi đua “Gần dân, sát việc”", "launch"),
    ("tổ chức ký kết giao ước thi đua năm 2024", "signing"),
    ("đã ký kết giao ước thi đua năm 2024", "signing"),
    ("tổ chức lễ ký giao ước thi đua giữa các đơn vị", "signing"),
)
# To hand over is a ceremony where it is told at which place.
AT_A_PLACE = ("đã trao Giấy khen cho 12 tập thể", "vinh dự đón nhận Cờ thi đua của Chính phủ")
# The gathering itself as subject.
GATHERINGS = (
    ("Hội nghị tổng kết công tác thi đua năm 2023 của Khối thi đua Kinh tế", "conference"),
    ("Hội nghị sơ kết phong trào thi đua của Sở Y tế", "conference"),
    ("Đại hội Thi đua yêu nước tỉnh lần thứ V", "conference"),
    ("Lễ trao Huân chương Lao động hạng Ba cho Trường THPT Đồi Cát", "ceremony"),
    ("Lễ tuyên dương điển hình tiên tiến của tỉnh", "ceremony"),
    ("Lễ phát động phong trào thi đua năm 2024", "launch"),
    ("Lễ ký kết giao ước thi đua của các đơn vị", "signing"),
)
PLACES = (
    ("tại Hội trường Công an tỉnh", "Hội trường Công an tỉnh"),
    ("tại TP. Đồi Cát", "TP. Đồi Cát"),
    ("ở thị trấn Đồi Cát", "thị trấn Đồi Cát"),
    ("tại trụ sở UBND tỉnh", "trụ sở UBND tỉnh"),
    ("ở TP Đồi Cát", "TP Đồi Cát"),
    ("tại Nhà Văn hóa Lao động", "Nhà Văn hóa Lao động"),
    ("tại xã Hòa Lâm, huyện Sơn Lâm", "xã Hòa Lâm, huyện Sơn Lâm"),
)
DATELINES = ("", "(HL) - ", "HLO - ", "(Báo Hòa Lâm) – ", "Hòa Lâm - ")
HOLDING = ("diễn ra", "được tổ chức", "sẽ được tổ chức", "vừa diễn ra", "đã khai mạc")
# Days that are none of a gathering's.
OTHERS = (
    "Theo Quyết định số 12/QĐ-UBND ngày 3/1/2024, Sở Y tế được tặng Bằng khen.",
    "Chủ tịch nước đã ký quyết định ngày 3/1/2024 tặng Huân chương Lao động cho Trường THPT Đồi Cát.",
    "Các đơn vị gửi hồ sơ khen thưởng về Sở Y tế trước ngày 3/1.",
    "Tối 3/1, hội thi tiếng hát các cụm thi đua khai mạc tại TP. Đồi Cát.",
    "Sáng 3/1, tại buổi họp báo, Sở Y tế cho biết đã tặng Bằng khen cho 12 cá nhân.",
    "Anh cứu được hai em nhỏ ngày 3/1 và được đề nghị tặng Bằng khen.",
    "Ngày 3/1, ông Trần Văn Lộc cho biết phong trào thi đua năm nay sôi nổi hơn.",
    "Ngày 3/1, đoàn công tác đến thăm Trường THPT Đồi Cát, nơi vừa nhận Bằng khen.",
    "Ngày 3/1, Sở Y tế ban hành kế hoạch tổ chức phong trào thi đua năm 2024.",
    "Phong trào thi đua bắt đầu từ ngày 3/1 đến hết năm.",
    "Ngày 3/1, UBND tỉnh đã ký hướng dẫn tổng kết công tác thi đua năm 2023.",
    "Ngày 3/1, Sở Y tế chỉ đạo các bệnh viện tổ chức ký giao ước thi đua.",
    "Lễ kỷ niệm Ngày Thầy thuốc (3/1) gắn với tổng kết phong trào thi đua.",
    "Sáng 3/1, đoàn công tác đến nhà thăm hỏi, trao Bằng khen cho chị Trần Thị Na.",
    "Từ ngày 3/1 đến ngày 31/3, Khối thi đua Kinh tế phát động đợt thi đua “Cơ quan không giấy tờ”.",
    "Công ty cổ phần Hòa Lâm, thành lập ngày 3/1/2004, được tặng Bằng khen.",
)


# A meeting to come, told behind what else was done; half a year summed up is that of the bloc told before.
TO_COME = (
    "Các đơn vị ký giao ước thi đua gồm 8 chỉ tiêu, dự kiến họp sơ kết học kỳ I vào ngày 16/1/2024 tại TP. Đồi Cát.",
    "Khối thi đua Kinh tế thống nhất tổ chức sơ kết 6 tháng đầu năm vào ngày 16/1/2024 tại TP. Đồi Cát.",
    "Các đơn vị phát động phong trào thi đua và hẹn gặp mặt, tổng kết vào ngày 16/1/2024 tại TP. Đồi Cát.",
)


@pytest.mark.parametrize("text", TO_COME)
def test_meetings_to_come(text: str) -> None:
    assert events(text) == [("conference", "2024-01-16", "TP. Đồi Cát")]


def events(text: str) -> list[Key]:
    return [(f.kind, f.date, f.place) for f in facts(Event, "Tin thi đua, khen thưởng.", text)]


def _inside(day: str) -> str:
    """A day as it stands inside a sentence."""
    words = day.removeprefix("Vào ").removeprefix("Mới đây, ").removeprefix("Trong ")
    return words[0].lower() + words[1:]


def acts() -> list[tuple[str, Key]]:
    out: list[tuple[str, Key]] = []
    for k, (dateline, (day, iso), subject, (act, kind), (at, place)) in enumerate(
        list(product(DATELINES, DAYS, SUBJECTS, ACTS, PLACES))[::131]
    ):
        orders = (
            (f"{dateline}{day}, {at}, {subject} {act}.", place),
            (f"{dateline}{day} {at}, {subject} {act}.", place),
            (f"{dateline}{at[0].upper()}{at[1:]}, {_inside(day)}, {subject} {act}.", place),
            (f"{dateline}{at[0].upper()}{at[1:]}, {subject} {_inside(day)} {act}.", place),
            (f"{dateline}{day}, {subject} {act}.", None),
            (f"{dateline}{day}, {subject} {act}. Hội nghị diễn ra {at}.", place),
        )
        text, where = orders[k % len(orders)]
        if act not in AT_A_PLACE or (where and "diễn ra" not in text):
            out.append((text, (kind, iso, where)))
    return out


def gatherings() -> list[tuple[str, Key]]:
    out: list[tuple[str, Key]] = []
    for k, ((gathering, kind), holding, (day, iso), (at, place)) in enumerate(
        list(product(GATHERINGS, HOLDING, DAYS, PLACES))[::17]
    ):
        inside = _inside(day)
        orders = (
            f"{gathering} {holding} {inside} {at}.",
            f"{gathering} {holding} vào {inside}, {at}.",
            f"{gathering} {holding} {at} {inside}.",
            f"{gathering} {holding} {at} vào {inside}, với 120 đại biểu.",
            f"{gathering} ({inside}, {at}) có 120 đại biểu dự.",
            f"{day}, {gathering[0].lower()}{gathering[1:]} {holding} {at}.",
        )
        out.append((orders[k % len(orders)], (kind, iso, place)))
    return out


@pytest.mark.parametrize(("text", "expected"), [*acts(), *gatherings()])
def test_every_wording_goes_with_every_other(text: str, expected: Key) -> None:
    assert events(text) == [expected]


@pytest.mark.parametrize("text", OTHERS)
def test_the_day_of_something_else_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("place", ["Cung Văn hóa Đồi Cát", "TP Đồi Cát", "Nhà Văn hóa huyện"])
def test_the_place_ends_before_who_acts(place: str) -> None:
    told = f"Ngày 3/1, tại {place} Công an tỉnh tổ chức hội nghị sơ kết phong trào thi đua."
    assert events(told) == [("conference", "2024-01-03", place)]
