"""Awards for a deed, told in a short story: what is given beside them, whose they are, units called by letters."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Award

Told = tuple[str, str | None, str | int | None]


def told(*paragraphs: str) -> list[Told]:
    """(award, grantor, recipient or number) of each row."""
    article = article_from_json({"title": "Tin tức", "paragraphs": list(paragraphs), "published": "2024-03-01"})
    return [(a.award, a.grantor, a.recipient or a.count) for a in find(article) if isinstance(a, Award)]


BK, GK, BADGE = "Bằng khen", "Giấy khen", "Huy hiệu Tuổi trẻ dũng cảm"
ORDER, STATE = "Huân chương Chiến công hạng Nhì", "Chủ tịch nước"

# fmt: off
STORIES: list[tuple[str, list[Told]]] = [
    # money is given with the award, before it or behind it
    ("Tổ công tác được thưởng 15 triệu đồng cùng bằng khen cho 2 tập thể, 7 cá nhân.",
     [(BK, None, 2), (BK, None, 7)]),
    ("UBND tỉnh Lam Giang thưởng nóng 20 triệu đồng và tặng Bằng khen cho Công an huyện Bắc Phù.",
     [(BK, "UBND tỉnh Lam Giang", "Công an huyện Bắc Phù")]),
    ("Ban An toàn giao thông tỉnh Lam Giang trao quyết định, giấy khen và tiền thưởng cho anh Phan Bá Bào.",
     [(GK, "Ban An toàn giao thông tỉnh Lam Giang", "Phan Bá Bào")]),
    ("Hội trao Giấy khen cùng phần thưởng của Hội Chữ thập đỏ tỉnh Lam Giang cho em Trần Thị Lan Chi.",
     [(GK, "Hội Chữ thập đỏ tỉnh Lam Giang", "Trần Thị Lan Chi")]),
    ("Đội bóng được thưởng 1 tỷ đồng sau trận đấu, chưa ai nhận Bằng khen.", []),
    # two verbs with the object behind the second
    (f"Anh Trần Lam trao {BADGE} của Trung ương Đoàn, tặng Giấy khen của Tỉnh đoàn Lam Giang cho em Đỗ Bảo Chi.",
     [(BADGE, "Trung ương Đoàn", "Đỗ Bảo Chi"), (GK, "Tỉnh đoàn Lam Giang", "Đỗ Bảo Chi")]),
    # where a giver lies stands behind a dash; places and the police as papers abbreviate them
    ("UBND phường Mai Sơn - quận Lam Hà tặng giấy khen cho ông Phan Bá Bào.",
     [(GK, "UBND phường Mai Sơn", "Phan Bá Bào")]),
    ("Chủ tịch UBND H.Bắc Phù (Lam Giang) tặng giấy khen cho ông Phan Bá Bào.",
     [(GK, "Chủ tịch UBND huyện Bắc Phù", "Phan Bá Bào")]),
    ("Đại tá Trần Lam trao giấy khen của công an tỉnh cho ông Phan Bá Bào.", [(GK, "Công an tỉnh", "Phan Bá Bào")]),
    ("UBND Q.3 tặng giấy khen cho công an P.Mai Sơn.", [(GK, "UBND quận 3", "Công an phường Mai Sơn")]),
    ("UBND tỉnh tặng bằng khen cho lực lượng công an viên.", []),
    # units of the police are called by letters and a number
    ("Bộ Công an tặng Bằng khen cho Phòng PC02, PC04; Đại tá Phan Bá Bào.",
     [(BK, "Bộ Công an", "Phòng PC02"), (BK, "Bộ Công an", "Phòng PC04"), (BK, "Bộ Công an", "Phan Bá Bào")]),
    ("Các tập thể Phòng PC03, PA06 và Đại tá Phan Bá Bào, Phó Giám đốc; Thiếu tá Trần Lam đón nhận " + ORDER,
     [(ORDER, STATE, "Phòng PC03"), (ORDER, STATE, "Phòng PA06"), (ORDER, STATE, "Phan Bá Bào"),
      (ORDER, STATE, "Trần Lam")]),
    ("Nhiều tập thể Phòng PC03 được UBND tỉnh tặng Bằng khen.", []),
    (f"Tặng {ORDER} cho Đoàn đặc nhiệm phòng, chống ma túy và tội phạm vùng cao (Đoàn 8) và Trung tá Trần Lam.",
     [(ORDER, STATE, "Đoàn đặc nhiệm phòng, chống ma túy và tội phạm vùng cao"), (ORDER, STATE, "Trần Lam")]),
    # semicolons part those who receive, or two clauses
    ("Ông Phan Bá Bào, Trưởng thôn Lam Nai; bà Lê Thị Na được UBND tỉnh tặng Bằng khen.",
     [(BK, "UBND tỉnh", "Phan Bá Bào"), (BK, "UBND tỉnh", "Lê Thị Na")]),
    ("Ông Phan Bá Bào, Trưởng thôn Lam Nai được thưởng tiền; bà Lê Thị Na được UBND tỉnh tặng Bằng khen.",
     [(BK, "UBND tỉnh", "Lê Thị Na")]),
]
# fmt: on


@pytest.mark.parametrize(("story", "expected"), STORIES, ids=[s[:60] for s, _ in STORIES])
def test_a_short_story_tells_its_awards(story: str, expected: list[Told]) -> None:
    assert told(story) == expected
