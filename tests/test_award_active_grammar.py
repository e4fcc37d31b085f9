"""Awards told in the active voice, composed of the parts that reporters combine: all parts must go together."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Award

Who = tuple[str, str | int]  # kind of recipient (p, o, g) and its name or number
Told = tuple[str, str | None, str, str | int | None]  # award, grantor, kind, recipient or number


def told(*paragraphs: str) -> list[Told]:
    article = article_from_json({"title": "Tin tức", "paragraphs": list(paragraphs), "published": "2024-03-01"})
    found = [f for f in find(article) if isinstance(f, Award)]
    return [(a.award, a.grantor, a.recipient_kind[0], a.recipient or a.count) for a in found]


OPENINGS = (
    "",
    "Dịp này, ",
    "Nhân dịp này, ",
    "Tại buổi lễ, ",
    "Cũng tại hội nghị, ",
    "Tại lễ trao thưởng, ",
    "Kết thúc buổi gặp mặt, ",
    "Trong khuôn khổ chương trình, ",
    "Vừa qua, ",
    "Sáng 12/2, tại thành phố Lam Sơn, ",
    "Chiều ngày 12-2, tại Trung tâm Hội nghị tỉnh, ",
    "Theo Quyết định số 125/QĐ-UBND ngày 10/2/2024, ",
    "Để ghi nhận những thành tích trên, ",
    "Với những kết quả ấy, ",
    "Nhân kỷ niệm 40 năm Ngày thành lập ngành, ",
    "Đến dự và chung vui với bà con, ",
    "(Báo Lam Sơn) - ",
)

# The subject, and who grants when it gives ("tặng") and when it hands over ("trao").
GIVERS: tuple[tuple[str, str | None, str | None], ...] = (
    ("UBND tỉnh", "UBND tỉnh", "UBND tỉnh"),
    ("Bộ Y tế", "Bộ Y tế", "Bộ Y tế"),
    ("Trung ương Hội Nông dân Việt Nam", "Trung ương Hội Nông dân Việt Nam", "Trung ương Hội Nông dân Việt Nam"),
    ("Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
    ("Chủ tịch UBND tỉnh Trần Bá Hải", "Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
    ("Bộ trưởng Bộ Y tế Lê Thị Hiền", "Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"),
    ("ông Trần Bá Hải, Chủ tịch UBND tỉnh Đồng Nai", "Chủ tịch UBND tỉnh Đồng Nai", "Chủ tịch UBND tỉnh Đồng Nai"),
    ("bà Lê Thị Hiền - Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"),
    ("đồng chí Trần Bá Hải, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
    ("UBND tỉnh và Bộ Y tế", "UBND tỉnh; Bộ Y tế", "UBND tỉnh; Bộ Y tế"),
    (
        "thừa ủy quyền của Bộ trưởng Bộ Y tế, ông Trần Bá Hải, Phó Chủ tịch UBND tỉnh,",
        "Bộ trưởng Bộ Y tế",
        "Bộ trưởng Bộ Y tế",
    ),
    ("được sự ủy quyền của Thủ tướng Chính phủ, lãnh đạo tỉnh", "Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    ("thay mặt UBND tỉnh, đồng chí Trần Bá Hải, Phó Chủ tịch UBND tỉnh", "UBND tỉnh", "UBND tỉnh"),
    ("thay mặt lãnh đạo Bộ Y tế, Thứ trưởng Lê Thị Hiền", "Bộ Y tế", "Bộ Y tế"),
    ("Phó Chủ tịch UBND tỉnh Trần Bá Hải", None, None),
    ("Ban tổ chức", None, None),
)

# The verbs; whether they only hand over.
ACTS: tuple[tuple[str, bool], ...] = (
    ("tặng", False),
    ("đã tặng", False),
    ("trao tặng", False),
    ("đã quyết định tặng", False),
    ("quyết định tặng thưởng", False),
    ("vừa ký quyết định tặng", False),
    ("ban hành Quyết định số 125/QĐ-UBND về việc tặng", False),
    ("vừa có quyết định khen thưởng và tặng", False),
    ("đã biểu dương và tặng", False),
    ("khen thưởng bằng hình thức tặng", False),
    ("trao", True),
    ("đã trao", True),
    ("cũng đã trao", True),
    ("trực tiếp trao", True),
    ("trân trọng trao", True),
    ("công bố quyết định và trao", True),
    ("đã tặng hoa, trao", True),
    ("đã đến thăm, động viên và trao", True),
    ("chúc mừng, biểu dương và trao", True),
    ("tiến hành trao", True),
    ("trao tặng 100 triệu đồng cho Công an tỉnh Long An, tặng", False),
    ("thưởng nóng 20 triệu đồng và tặng", False),
)

# What is given: the award, and its owner if it is told.
OBJECTS: tuple[tuple[str, str, str | None], ...] = (
    ("Bằng khen", "Bằng khen", None),
    ("bằng khen", "Bằng khen", None),
    ("Bằng khen và tiền thưởng", "Bằng khen", None),
    ("Bằng khen, tiền thưởng", "Bằng khen", None),
    ("Bằng khen kèm tiền thưởng", "Bằng khen", None),
    ("Bằng khen cùng phần thưởng 5 triệu đồng", "Bằng khen", None),
    ("Bằng khen (kèm tiền thưởng theo quy định)", "Bằng khen", None),
    ("hoa và Bằng khen", "Bằng khen", None),
    ("Bằng khen, hoa và quà", "Bằng khen", None),
    ("Bằng khen đột xuất", "Bằng khen", None),
    ("Bằng khen về thành tích phòng, chống dịch", "Bằng khen", None),
    ("Bằng khen của Bộ Công Thương", "Bằng khen", "Bộ Công Thương"),
    ("Bằng khen của Thủ tướng Chính phủ năm 2023", "Bằng khen", "Thủ tướng Chính phủ"),
    ("phần thưởng và Bằng khen", "Bằng khen", None),
)

# fmt: off
RECIPIENTS: tuple[tuple[str, tuple[Who, ...]], ...] = (
    # persons: titles, posts before or behind
    ("ông Lê Văn Mơ", (("p", "Lê Văn Mơ"),)),
    ("NSND Lê Văn Mơ", (("p", "Lê Văn Mơ"),)),
    ("PGS.TS Lê Văn Mơ, Giám đốc Bệnh viện Đa khoa Lam Sơn,", (("p", "Lê Văn Mơ"),)),
    ("Thượng tá Lê Văn Mơ, Trưởng phòng Cảnh sát hình sự", (("p", "Lê Văn Mơ"),)),
    ("em Lê Văn Mơ, học sinh lớp 9A Trường THCS Lam Sơn,", (("p", "Lê Văn Mơ"),)),
    ("anh Lê Văn Mơ (sinh năm 1990, ngụ xã Lam Hà)", (("p", "Lê Văn Mơ"),)),
    ("huấn luyện viên Lê Văn Mơ và vận động viên Hồ Thị Sen", (("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"))),
    ("ThS Lê Văn Mơ, BS Hồ Thị Sen và điều dưỡng Ngô Thị Bưởi",
     (("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"), ("p", "Ngô Thị Bưởi"))),
    ("ông Lê Văn Mơ, Chủ tịch Hội Nông dân xã Lam Hà; bà Hồ Thị Sen, Trưởng thôn Đông",
     (("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"))),
    ("các ông Lê Văn Mơ, Ngô Bá Đông và bà Hồ Thị Sen",
     (("p", "Lê Văn Mơ"), ("p", "Ngô Bá Đông"), ("p", "Hồ Thị Sen"))),
    ("gia đình ông Lê Văn Mơ", (("g", "gia đình Lê Văn Mơ"),)),
    # bodies
    ("Sở Tư pháp", (("o", "Sở Tư pháp"),)),
    ("Công ty Cổ phần Sông Lam", (("o", "Công ty Cổ phần Sông Lam"),)),
    ("tập thể Trường THPT Lam Sơn", (("o", "Trường THPT Lam Sơn"),)),
    ("Sở Tư pháp và Ban Dân tộc", (("o", "Sở Tư pháp"), ("o", "Ban Dân tộc"))),
    ("các đơn vị: Sở Tư pháp, Ban Dân tộc và Báo Lam Sơn",
     (("o", "Sở Tư pháp"), ("o", "Ban Dân tộc"), ("o", "Báo Lam Sơn"))),
    ("đội tuyển bóng chuyền nữ Lam Sơn", (("o", "đội tuyển bóng chuyền nữ Lam Sơn"),)),
    ("đội tuyển U19 nữ Lam Sơn", (("o", "đội tuyển U19 nữ Lam Sơn"),)),
    ("ê-kíp phẫu thuật Bệnh viện Đa khoa Lam Sơn", (("o", "ê-kíp phẫu thuật Bệnh viện Đa khoa Lam Sơn"),)),
    ("nhóm thiện nguyện Nắng Mới", (("o", "nhóm thiện nguyện Nắng Mới"),)),
    ("Trường THPT Lam Sơn và ông Lê Văn Mơ", (("o", "Trường THPT Lam Sơn"), ("p", "Lê Văn Mơ"))),
    # totals
    ("3 tập thể", (("o", 3),)),
    ("3 tập thể và 15 cá nhân", (("o", 3), ("p", 15))),
    ("3 tập thể, 15 cá nhân", (("o", 3), ("p", 15))),
    ("03 tập thể; 15 cá nhân", (("o", 3), ("p", 15))),
    ("ba tập thể cùng 15 cá nhân", (("o", 3), ("p", 15))),
    ("27 học sinh", (("p", 27),)),
    ("1 tập thể và 2 hộ gia đình", (("o", 1), ("g", 2))),
    ("18 tập thể, cá nhân", (("g", 18),)),
    ("15 cán bộ, chiến sĩ", (("p", 15),)),
    # totals and names
    ("2 tập thể là Sở Tư pháp và Ban Dân tộc", (("o", "Sở Tư pháp"), ("o", "Ban Dân tộc"))),
    ("2 tập thể gồm: Sở Tư pháp, Ban Dân tộc", (("o", "Sở Tư pháp"), ("o", "Ban Dân tộc"))),
    ("2 tập thể (Sở Tư pháp và Ban Dân tộc)", (("o", "Sở Tư pháp"), ("o", "Ban Dân tộc"))),
    ("2 cá nhân: ông Lê Văn Mơ, bà Hồ Thị Sen", (("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"))),
    ("2 cá nhân là ông Lê Văn Mơ, Giám đốc Sở Tư pháp và bà Hồ Thị Sen, Chánh Văn phòng Sở Tư pháp",
     (("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"))),
    ("2 tập thể: Sở Tư pháp, Ban Dân tộc và 2 cá nhân: ông Lê Văn Mơ, bà Hồ Thị Sen",
     (("o", "Sở Tư pháp"), ("o", "Ban Dân tộc"), ("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"))),
    ("hai chiến sĩ Lê Văn Mơ và Ngô Bá Đông", (("p", "Lê Văn Mơ"), ("p", "Ngô Bá Đông"))),
)
# fmt: on

REASONS = (
    "",
    " có thành tích xuất sắc trong công tác",
    " đã có thành tích xuất sắc trong phong trào thi đua",
    " vì đã có nhiều đóng góp cho địa phương",
    " vì có thành tích đột xuất trong phòng, chống tội phạm",
    " do có nhiều nỗ lực vượt khó",
    " đã hoàn thành xuất sắc nhiệm vụ được giao",
    " với nhiều thành tích nổi bật",
    " tiêu biểu trong lao động, sản xuất",
    " để ghi nhận những cống hiến ấy",
    " nhân dịp kỷ niệm Ngày truyền thống",
)


@dataclass(frozen=True, slots=True)
class Composed:
    """A sentence, the parts it is composed of, and the rows that it tells."""

    text: str
    parts: tuple[str, ...]
    expected: list[Told]


def composed(recipient: int) -> list[Composed]:
    """A recipient with each act, the other parts turning at steps of their own, so that all pairs meet."""
    out: list[Composed] = []
    phrase, who = RECIPIENTS[recipient]
    for k, (act, hands_over) in enumerate(ACTS):
        opening = OPENINGS[(recipient * 5 + k) % len(OPENINGS)]
        giver, gives, hands = GIVERS[(recipient * 3 + k) % len(GIVERS)]
        if giver.startswith("Phó") and "quyết định" in act.lower():
            giver, gives, hands = GIVERS[0]  # a deputy decides nothing
        thing, award, owner = OBJECTS[(recipient + k) % len(OBJECTS)]
        reason = REASONS[(recipient * 7 + k) % len(REASONS)]
        grantor = owner or (hands if hands_over else gives)
        text = f"{opening}{giver} {act} {thing} cho {phrase if reason else phrase.rstrip(',')}{reason}."
        text = text[0].upper() + text[1:] if text[0] != "(" else text
        out.append(Composed(text, (opening, giver, act, thing, phrase, reason), [(award, grantor, *w) for w in who]))
    return out


@pytest.mark.parametrize("recipient", range(len(RECIPIENTS)), ids=[r for r, _ in RECIPIENTS])
def test_parts_go_together(recipient: int) -> None:
    wrong = [(c.text, found) for c in composed(recipient) if (found := told(c.text)) != c.expected]
    assert wrong == []


SO, BAN = ("o", "Sở Tư pháp"), ("o", "Ban Dân tộc")
MO, SEN = ("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen")
TOTALS = "Chủ tịch UBND tỉnh tặng Bằng khen cho 2 tập thể, 2 cá nhân có thành tích xuất sắc trong công tác."

# The sentences or paragraphs behind totals, and who is told in the end.
# fmt: off
BEHIND_TOTALS: tuple[tuple[tuple[str, ...], tuple[Who, ...]], ...] = (
    (("Các tập thể gồm: Sở Tư pháp và Ban Dân tộc.",
      "Các cá nhân gồm: ông Lê Văn Mơ, Giám đốc Sở Tư pháp; bà Hồ Thị Sen, chuyên viên Ban Dân tộc."),
     (SO, BAN, MO, SEN)),
    (("2 tập thể gồm Sở Tư pháp, Ban Dân tộc.", "Hai cá nhân là ông Lê Văn Mơ và bà Hồ Thị Sen."), (SO, BAN, MO, SEN)),
    (("Trong đó, 2 tập thể là: Sở Tư pháp, Ban Dân tộc.",), (SO, BAN, ("p", 2))),
    (("Hội nghị kết thúc lúc 11 giờ.", "Các cá nhân gồm: ông Lê Văn Mơ và bà Hồ Thị Sen."), (("o", 2), ("p", 2))),
)

ARTISTS = (
    "5 cá nhân gồm các nghệ sĩ tham gia bộ phim Mùa Sen: NSƯT Lê Văn Mơ đạo diễn bộ phim; nghệ sĩ Ngô Bá Đông Đạo diễn "
    "hình ảnh và các diễn viên của bộ phim gồm: NSND Trần Hải, diễn viên Hồ Sen, diễn viên Thu Bưởi"
)
# Who is named beside a number.
NAMED_BESIDE: tuple[tuple[str, tuple[Who, ...]], ...] = (
    ("12 cá nhân, trong đó có ông Lê Văn Mơ và bà Hồ Thị Sen", (("p", 12), MO, SEN)),
    ("5 tập thể, tiêu biểu là Sở Tư pháp, Ban Dân tộc", (("o", 5), SO, BAN)),
    ("12 hộ gia đình sản xuất giỏi, tiêu biểu như hộ ông Lê Văn Mơ (xã Lam Hà)", (("g", 12), ("g", "hộ Lê Văn Mơ"))),
    # what is told of one of those counted stands between two names
    ("2 tập thể là: Sở Tư pháp đã hoàn thành tốt nhiệm vụ và Ban Dân tộc đã có nhiều sáng kiến", (SO, BAN)),
    ("2 tập thể là: Trung tâm Sản xuất phim, Đài Truyền hình Lam Sơn đã làm bộ phim Mùa Sen và Nhóm biên kịch Nắng Mới",
     (("o", "Trung tâm Sản xuất phim"), ("o", "Nhóm biên kịch Nắng Mới"))),
    (ARTISTS, (MO, ("p", "Ngô Bá Đông"), ("p", "Trần Hải"), ("p", "Hồ Sen"), ("p", "Thu Bưởi"))),
    ("2 nguyên lãnh đạo ngành", (("p", 2),)),
)

# Rows of a table below heads of its columns: each head says whether the awards are given or only asked for.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("TT | Đơn vị | Điểm | Hình thức khen thưởng", "granted"),
    ("TT | Đơn vị | Điểm | Danh hiệu", "granted"),
    ("TT | Đơn vị | Điểm | Hình thức đề nghị", "proposed"),
    ("STT | Tên đơn vị | Điểm | Đề nghị khen thưởng", "proposed"),
    ("STT | Tập thể | Tổng điểm | Hình thức khen thưởng đề nghị", "proposed"),
)

# Sentences of the same parts that tell of no award.
NOTHING = (
    "UBND tỉnh trao 20 suất quà và tiền mặt cho 20 hộ nghèo.",
    "UBND tỉnh sẽ trao Bằng khen cho các tập thể đạt giải.",
    "Ban tổ chức trao giải Nhất cho đội Trường THPT Lam Sơn, giải Nhì cho Sở Tư pháp.",
    "Chủ tịch UBND tỉnh gửi Thư khen tới Công an tỉnh và trao 50 triệu đồng cho ban chuyên án.",
    "Bằng khen được tặng cho tập thể có thành tích xuất sắc, kèm tiền thưởng theo quy định.",
    "Sở Tư pháp khen ngợi và tặng hoa cho 3 tập thể.",
    "Chủ tịch UBND tỉnh trao nhiều phần thưởng và Bằng khen cho các tập thể.",
)
# fmt: on


@pytest.mark.parametrize(("behind", "who"), BEHIND_TOTALS, ids=[b[0] for b, _ in BEHIND_TOTALS])
@pytest.mark.parametrize("one_paragraph", [True, False])
def test_names_behind_totals(behind: tuple[str, ...], who: tuple[Who, ...], one_paragraph: bool) -> None:
    paragraphs = (" ".join((TOTALS, *behind)),) if one_paragraph else (TOTALS, *behind)
    assert told(*paragraphs) == [("Bằng khen", "Chủ tịch UBND tỉnh", *w) for w in who]


@pytest.mark.parametrize(("phrase", "who"), NAMED_BESIDE, ids=[p for p, _ in NAMED_BESIDE])
def test_names_beside_a_number(phrase: str, who: tuple[Who, ...]) -> None:
    assert told(f"UBND tỉnh trao Bằng khen cho {phrase}.") == [("Bằng khen", "UBND tỉnh", *w) for w in who]


@pytest.mark.parametrize(("head", "status"), COLUMNS, ids=[h for h, _ in COLUMNS])
def test_rows_of_a_table(head: str, status: str) -> None:
    lines = (head, "1 | Sở Tư pháp | 98,5 | Cờ thi đua của Chính phủ", "2 | Ban Dân tộc | 97 | Bằng khen")
    article = article_from_json({"title": "Tin tức", "paragraphs": list(lines)})
    found = [(a.award, a.recipient, a.status) for a in find(article) if isinstance(a, Award)]
    assert found == [("Cờ thi đua của Chính phủ", "Sở Tư pháp", status), ("Bằng khen", "Ban Dân tộc", status)]


def test_persons_and_posts_fill_cells() -> None:
    head = "STT | Họ và tên | Chức vụ | Hình thức khen thưởng"
    rows = ("1 | Lê Văn Mơ | Giám đốc Sở Tư pháp | Bằng khen của UBND tỉnh", "2 | Hồ Thị Sen | Chuyên viên | Giấy khen")
    assert told(head, *rows) == [("Bằng khen", "UBND tỉnh", *MO), ("Giấy khen", None, *SEN)]


@pytest.mark.parametrize(
    "post", ["Giám đốc Sở Tư pháp", "Chủ tịch UBND huyện Lam Sơn", "Hiệu trưởng Trường THPT Lam Sơn"]
)
def test_any_head_hands_over_a_giay_khen(post: str) -> None:
    assert told(f"Dịp này, {post} trao Giấy khen cho 5 cá nhân.") == [("Giấy khen", post, "p", 5)]
    assert told(f"Dịp này, {post} trao Bằng khen cho 5 cá nhân.") == [("Bằng khen", None, "p", 5)]


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_award(sentence: str) -> None:
    assert told(sentence) == []
