"""Campaigns by the grammar of the genre: every opening with every head, name, period and launch behind it.

Each part is a wording and what it adds to the fact, so that a name is found however its neighbours are worded.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import pytest
from reading import facts

from extract.model import Campaign

YEAR = 2024  # the articles appear on 5 January

Key = tuple[str, int | None, int | None, str | None, int | None]


class Opening(NamedTuple):
    words: str
    launcher: str | None = None
    year: int | None = None


class Closing(NamedTuple):
    words: str
    launcher: str | None = None
    year: int | None = None


OPENINGS = (
    Opening("Xã Hòa Lâm hưởng ứng "),
    Opening("Hội nghị sơ kết 3 năm thực hiện "),
    Opening("Sáng 4/1, Hội Nông dân tỉnh tổng kết "),
    Opening("Nổi bật là "),
    Opening("Nhờ làm tốt "),
    Opening("Huyện Sơn Lâm cụ thể hóa "),
    Opening("Chủ tịch UBND tỉnh vừa phát động ", "Chủ tịch UBND tỉnh", YEAR),
    Opening("Tại hội nghị, Sở Y tế chính thức phát động ", "Sở Y tế", YEAR),
    Opening("Dịp này, Sở Y tế công bố ", "Sở Y tế", YEAR),
    Opening("Ngày 4/1, Sở Y tế khởi xướng ", "Sở Y tế", YEAR),
    Opening("Chiều 4/1, tại thị trấn Đồi Cát, Sở Y tế tổ chức lễ phát động ", "Sở Y tế", YEAR),
    Opening("Năm 2022, Sở Y tế đã phát động ", "Sở Y tế", 2022),
    Opening("Từ tháng 3/2021, Sở Y tế phát động ", "Sở Y tế", 2021),
    Opening("Những năm qua, Sở Y tế phát động ", "Sở Y tế"),
)
HEADS = (
    "phong trào thi đua ",
    "phong trào ",
    "phong trào thi đua yêu nước ",
    "phong trào thi đua chuyên đề ",
    "phong trào thi đua đặc biệt ",
    "đợt thi đua ",
    "đợt thi đua cao điểm ",
    "đợt thi đua đặc biệt ",
    "đợt cao điểm thi đua ",
    "cao điểm thi đua ",
    "chuyên đề thi đua ",
)
# Between the head and the quotes: among whom, of whom, for what, under which name.
MODIFIERS = (
    "",
    "trong toàn ngành ",
    "trong lực lượng vũ trang tỉnh ",
    "của tuổi trẻ ",
    "của ngành Y tế tỉnh ",
    "chào mừng Đại hội Đảng các cấp ",
    "mang tên ",
    "với tên gọi ",
    "có tên ",
    "lấy tên là ",
    "lớn: ",
    "trọng tâm là ",
    "thiết thực, nhất là ",
    "giai đoạn mới, tiêu biểu là ",
    "lần thứ 2 ",
    "sôi nổi, trong đó nổi bật là ",
)
NAMES = (
    ("“Xóm nhỏ bình yên”", "Xóm nhỏ bình yên"),
    ('"Mỗi ngày một việc tốt"', "Mỗi ngày một việc tốt"),
    ("‘Sạch nhà, đẹp ngõ’", "Sạch nhà, đẹp ngõ"),
    ("«Ba không, hai có»", "Ba không, hai có"),
    ("“ 90 ngày đêm thông cầu ”", "90 ngày đêm thông cầu"),
)
PERIODS: tuple[tuple[str, int | None, int | None], ...] = (
    ("", None, None),
    (" giai đoạn 2021 - 2025", 2021, 2025),
    (", giai đoạn 2021-2025,", 2021, 2025),
    (" (giai đoạn 2021 – 2025)", 2021, 2025),
    (" trong giai đoạn 2021-2025", 2021, 2025),
    (" (2021 - 2025)", 2021, 2025),
    (" từ năm 2021 đến năm 2025", 2021, 2025),
    (" năm 2023", 2023, 2023),
)
CLOSINGS = (
    Closing("."),
    Closing(" trên địa bàn tỉnh."),
    Closing(", qua đó huy động được nhiều nguồn lực."),
    Closing(" và bàn nhiệm vụ mới."),
)
LAUNCHES = (
    Closing(" do UBND tỉnh phát động.", "UBND tỉnh"),
    Closing(", do UBND tỉnh và Công an tỉnh phát động,", "UBND tỉnh; Công an tỉnh"),
    Closing(" do UBND tỉnh khởi xướng từ năm 2020.", "UBND tỉnh", 2020),
    Closing(" do UBND tỉnh phát động đầu năm 2020.", "UBND tỉnh", 2020),
    Closing(" do UBND tỉnh phát động từ tháng 5/2020.", "UBND tỉnh", 2020),
    Closing(" được UBND tỉnh phát động năm 2022.", "UBND tỉnh", 2022),
    Closing(" mà UBND tỉnh phát động vào năm 2022.", "UBND tỉnh", 2022),
    Closing(" UBND tỉnh vừa phát động tháng 12/2023.", "UBND tỉnh", 2023),
    Closing(" của UBND tỉnh phát động.", "UBND tỉnh"),
)
# Without quotes nothing parts a name from the launcher that follows it bare.
LAUNCHES_UNQUOTED = tuple(c for c in LAUNCHES if not c.words.startswith(" UBND"))
# Names without quotes that show themselves as names: by a capital, by "toàn dân", by being known everywhere.
UNQUOTED = (
    ("phong trào thi đua ", "toàn dân đào mương mùa khô"),
    ("phong trào ", "toàn dân đào mương mùa khô"),
    ("phong trào thi đua ", "Chung sức dựng bản mới"),
    ("phong trào ", "toàn dân bảo vệ an ninh Tổ quốc"),
    ("phong trào ", "Giỏi việc nước, đảm việc nhà"),
    ("phong trào thi đua ", "Dân vận khéo"),
    ("phong trào ", "Cả nước chung sức xây dựng nông thôn mới"),
    ("phong trào ", "Thi đua Quyết thắng"),
    ("phong trào thi đua ", "Vì an ninh Tổ quốc"),
    ("phong trào ", "toàn dân đoàn kết xây dựng đời sống văn hóa"),
)
# Names without quotes that only a launch or a period behind them shows.
PLAIN = (
    ("phong trào thi đua ", "xây dựng xóm làng không rác"),
    ("phong trào thi đua ", "giao thông, thủy lợi nội đồng"),
    ("phong trào thi đua ", "bảo đảm trật tự, an toàn giao thông"),
    ("phong trào thi đua ", "cải cách hành chính"),
    ("đợt thi đua ", "thu hoạch lúa chạy lũ"),
)
# Told of the movement itself, not of one with a name; or another thing's name.
OTHERS = (
    "phong trào thi đua yêu nước sôi nổi",
    "phong trào thi đua lập thành tích chào mừng đại hội",
    "phong trào thi đua năm 2024",
    "phong trào thi đua lao động sản xuất",
    "phong trào thi đua trong toàn ngành",
    "phong trào văn nghệ, thể dục thể thao",
    "phong trào công nhân, nông dân",
    "phong trào cách mạng ở địa phương",
    "môn bóng chuyền phong trào",
    "cuộc vận động “Ngày vì bạn nghèo”",
    "chương trình “Bữa cơm ấm”",
    "mô hình “Ngõ không rác”",
    "dự án “Nước sạch về bản”",
    "phong trào thi đua và cuộc vận động “Ngày vì bạn nghèo”",
    "phong trào thi đua với khẩu hiệu “Nhanh hơn nữa”",
    "phong trào thi đua, gắn với mô hình “Ngõ không rác”",
    "hội thi “Bàn tay khéo” và phong trào thi đua của chị em",
    "kế hoạch “Ba sạch” và các phong trào",
)


def campaigns(text: str) -> list[Key]:
    return [
        (f.name, f.start_year, f.end_year, f.launched_by, f.launched_in_year)
        for f in facts(Campaign, "Tin thi đua, khen thưởng.", text)
    ]


def _text(words: str) -> str:
    words = words.replace(",,", ",").replace(",.", ".")
    return words + " xã đã làm được nhiều việc." if words.endswith(",") else words


def quoted() -> list[tuple[str, Key]]:
    out: list[tuple[str, Key]] = []
    parts = product(OPENINGS, HEADS, MODIFIERS, NAMES, PERIODS, CLOSINGS)
    for o, head, modifier, (printed, name), (period, first, last), c in list(parts)[::997]:
        text = _text(o.words + head + modifier + printed + period + c.words)
        out.append((text, (name, first, last, o.launcher, o.year)))
    return out


def launched() -> list[tuple[str, Key]]:
    out: list[tuple[str, Key]] = []
    parts = product(OPENINGS[:6], HEADS, NAMES, PERIODS, LAUNCHES)
    for o, head, (printed, name), (period, first, last), c in list(parts)[::101]:
        out.append((_text(o.words + head + printed + period + c.words), (name, first, last, c.launcher, c.year)))
    return out


def unquoted() -> list[tuple[str, Key]]:
    out: list[tuple[str, Key]] = []
    for o, (head, name), (period, first, last), c in list(product(OPENINGS, UNQUOTED, PERIODS, CLOSINGS))[::31]:
        out.append((_text(o.words + head + name + period + c.words), (name, first, last, o.launcher, o.year)))
    for o, (head, name), (period, first, last), c in list(product(OPENINGS, PLAIN, PERIODS[1:-1], CLOSINGS))[::23]:
        out.append((_text(o.words + head + name + period + c.words), (name, first, last, o.launcher, o.year)))
    for o, (head, name), c in list(product(OPENINGS[:6], UNQUOTED + PLAIN, LAUNCHES_UNQUOTED))[::7]:
        out.append((_text(o.words + head + name + c.words), (name, None, None, c.launcher, c.year)))
    return out


def none() -> list[str]:
    return [o.words + other + c.words for o, other, c in product(OPENINGS, OTHERS, CLOSINGS)][::5]


@pytest.mark.parametrize(("text", "expected"), [*quoted(), *launched(), *unquoted()])
def test_every_wording_goes_with_every_other(text: str, expected: Key) -> None:
    assert campaigns(text) == [expected]


@pytest.mark.parametrize("text", none())
def test_what_is_no_campaign_is_none_anywhere(text: str) -> None:
    assert campaigns(text) == []


@pytest.mark.parametrize("kind", ["", "đặc biệt ", "cao điểm ", "đặc biệt mang tên "])
def test_a_name_may_open_with_a_number(kind: str) -> None:
    text = f"Sở Y tế phát động đợt thi đua {kind}100 ngày vì người bệnh."
    assert [f.name for f in facts(Campaign, text)] == ["100 ngày vì người bệnh"]


@pytest.mark.parametrize("words", ["giai đoạn tiếp theo (2015 – 2020)", "thời gian tới (2025 - 2030)"])
def test_a_time_to_come_is_no_name(words: str) -> None:
    assert facts(Campaign, f"Hội nghị bàn các phong trào thi đua {words}.") == []
