"""Awards told in the active voice, composed of the parts that reporters combine: all parts must go together."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from reading import facts

from extract.model import Award

Who = tuple[str, str | int]  # kind of recipient (p, o, g) and its name or number
Told = tuple[str, str | None, str, str | int | None]  # award, grantor, kind, recipient or number


def told(*paragraphs: str) -> list[Told]:
    found = facts(Award, *paragraphs, published="2024-03-01")
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
    ("bạn Lê Văn Mơ, học sinh lớp 9A,", (("p", "Lê Văn Mơ"),)),
    ("hai “hiệp sĩ” Lê Văn Mơ và Hồ Thị Sen", (("p", "Lê Văn Mơ"), ("p", "Hồ Thị Sen"))),
    ("Đoàn đặc nhiệm PCMT&TP miền Bắc", (("o", "Đoàn đặc nhiệm PCMT&TP miền Bắc"),)),
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
    "5 cá nhân gồm các nghệ sĩ trong phim Mùa Sen: NSƯT Lê Văn Mơ đạo diễn; nghệ sĩ Ngô Bá Đông Đạo diễn "
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
    found = [(a.award, a.recipient, a.status) for a in facts(Award, *lines, published=None)]
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


CITED = "Chủ tịch nước"
HC = "Huân chương Lao động hạng"

# Several forms under one verb, or none of their own: numbers, classes, titles counted as persons.
# fmt: off
SEVERAL: tuple[tuple[str, list[Told]], ...] = (
    (f"Chủ tịch nước tặng 5 {HC} Nhì, 9 {HC} Ba cho 14 học sinh.",
     [(f"{HC} Nhì", CITED, "p", 5), (f"{HC} Ba", CITED, "p", 9)]),
    (f"Chủ tịch nước tặng 2 {HC} Nhất, 3 {HC} Nhì và 4 {HC} Ba cho các tập thể, cá nhân.",
     [(f"{HC} Nhất", CITED, "g", 2), (f"{HC} Nhì", CITED, "g", 3), (f"{HC} Ba", CITED, "g", 4)]),
    ("UBND tỉnh trao 6 Cờ thi đua, 15 Bằng khen cho 21 tập thể.",
     [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "o", 6), ("Bằng khen", "UBND tỉnh", "o", 15)]),
    (f"Chủ tịch nước tặng 2 {HC} Nhất cho ông Lê Văn Mơ cùng tập thể Trường THPT Lam Sơn.",
     [(f"{HC} Nhất", CITED, *MO), (f"{HC} Nhất", CITED, "o", "Trường THPT Lam Sơn")]),
    ("Bộ Y tế trao Thư khen của Chủ tịch nước và Bằng khen của UBND tỉnh cho anh Lê Văn Mơ.",
     [("Bằng khen", "UBND tỉnh", *MO)]),
    ("6 tập thể nhận Bằng khen của Bộ Y tế và nhiều Kỷ niệm chương của Bộ Nội vụ.", [("Bằng khen", "Bộ Y tế", "o", 6)]),
    (f"Ông Lê Văn Mơ được Chủ tịch nước tặng {HC} Ba, phong tặng danh hiệu Nhà giáo ưu tú.",
     [(f"{HC} Ba", CITED, *MO), ("Nhà giáo ưu tú", CITED, *MO)]),
    ("UBND tỉnh tặng Bằng khen 11 tập thể trong cải cách hành chính và Bằng khen 4 tập thể trong công tác dân vận.",
     [("Bằng khen", "UBND tỉnh", "o", 11), ("Bằng khen", "UBND tỉnh", "o", 4)]),
    (f"Có 5 đơn vị được tặng Cờ thi đua của Chính phủ, 12 đơn vị Cờ thi đua của UBND tỉnh và 3 cá nhân {HC} Ba.",
     [("Cờ thi đua của Chính phủ", "Chính phủ", "o", 5), ("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "o", 12),
      (f"{HC} Ba", CITED, "p", 3)]),
    ("Bộ Y tế trao Giấy khen cho Trạm Y tế Lam Hà, thuộc Trung tâm Y tế Lam Sơn và 9 ngư dân.",
     [("Giấy khen", "Bộ Y tế", "o", "Trạm Y tế Lam Hà"), ("Giấy khen", "Bộ Y tế", "p", 9)]),
    ("Nhiều cá nhân được Nhà nước phong tặng danh hiệu như: 8 Nhà giáo ưu tú; 05 Thầy thuốc nhân dân.",
     [("Nhà giáo ưu tú", "Nhà nước", "p", 8), ("Thầy thuốc nhân dân", "Nhà nước", "p", 5)]),
    ("Chủ tịch nước đã phong tặng 12 Nhà giáo nhân dân và 345 Nhà giáo ưu tú.",
     [("Nhà giáo nhân dân", CITED, "p", 12), ("Nhà giáo ưu tú", CITED, "p", 345)]),
    ("Với 6 Nghệ nhân nhân dân và 28 Nghệ nhân ưu tú được phong tặng đợt này, tỉnh dẫn đầu vùng.",
     [("Nghệ nhân nhân dân", CITED, "p", 6), ("Nghệ nhân ưu tú", CITED, "p", 28)]),
    ("Thêm vào đó là Cờ thi đua của UBND tỉnh: 31 tập thể; danh hiệu Tập thể lao động xuất sắc: 120 tập thể.",
     [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "o", 31), ("Tập thể lao động xuất sắc", None, "o", 120)]),
    # what one has is no award told of
    ("Bệnh viện hiện có 6 Thầy thuốc nhân dân, 28 Thầy thuốc ưu tú.", []),
    # who receives stands at once behind the form
    ("Chủ tịch UBND tỉnh đã tặng Bằng khen em Lê Văn Mơ.", [("Bằng khen", "Chủ tịch UBND tỉnh", *MO)]),
    ("Chủ tịch UBND tỉnh đã tặng Bằng khen 2 em Lê Văn Mơ và Hồ Thị Sen.",
     [("Bằng khen", "Chủ tịch UBND tỉnh", *MO), ("Bằng khen", "Chủ tịch UBND tỉnh", *SEN)]),
    ("UBND tỉnh tặng Bằng khen các ông Lê Văn Mơ, Ngô Bá Đông.",
     [("Bằng khen", "UBND tỉnh", *MO), ("Bằng khen", "UBND tỉnh", "p", "Ngô Bá Đông")]),
    ("UBND tỉnh còn tặng Bằng khen với 7 cá nhân trong đội.", [("Bằng khen", "UBND tỉnh", "p", 7)]),
    # numbers that tell again of those counted or named
    (("Bộ Y tế tặng Bằng khen cho ông Lê Văn Mơ, bà Hồ Thị Sen, anh Ngô Bá Đông và Đại úy Lò Văn Pao. "
     "Trong ảnh: trao Bằng khen cho 3 người dân và 1 cảnh sát viên."),
     [("Bằng khen", "Bộ Y tế", *MO), ("Bằng khen", "Bộ Y tế", *SEN), ("Bằng khen", "Bộ Y tế", "p", "Ngô Bá Đông"),
      ("Bằng khen", "Bộ Y tế", "p", "Lò Văn Pao")]),
    (("190 cá nhân được khen thưởng và trao Huân chương Dũng cảm. Trong đó 40 cá nhân được trao Huân chương Dũng cảm, "
     "150 cá nhân được UBND tỉnh tặng Bằng khen."),
     [("Huân chương Dũng cảm", CITED, "p", 40), ("Bằng khen", "UBND tỉnh", "p", 150)]),
    # for the dead the family is handed it
    ("Bộ Y tế trao Bằng khen (truy tặng) của UBND tỉnh cho gia đình bác sĩ Lê Văn Mơ.",
     [("Bằng khen", "UBND tỉnh", *MO)]),
    (("Lãnh đạo xã trao Bằng khen của Bộ Y tế cho gia đình ông Lê Văn Mơ. Trước đó, Bộ Y tế đã truy tặng Bằng khen cho "
     "ông Lê Văn Mơ."), [("Bằng khen", "Bộ Y tế", *MO)]),
)
# fmt: on


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[t for t, _ in SEVERAL])
def test_several_forms(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


SIGNS = "Chủ tịch nước đã ký"
HERO = "Anh hùng Lao động"
# Which decision is whose.
# fmt: off
DECISIONS: tuple[tuple[str, list[tuple[int, str | None]]], ...] = (
    ((f"{SIGNS} Quyết định số 57/QĐ-CTN và Quyết định số 58/QĐ-CTN, truy tặng danh hiệu Nghệ nhân nhân dân cho 5 cá "
     "nhân và Nghệ nhân ưu tú cho 8 cá nhân."), [(5, None), (8, None)]),
    (f"{SIGNS} các Quyết định số 57/QĐ-CTN, 58/QĐ-CTN phong tặng danh hiệu {HERO} cho 5 cá nhân.", [(5, None)]),
    ((f"{SIGNS} Quyết định số 57/QĐ-CTN phong tặng danh hiệu Nghệ nhân nhân dân cho 4 cá nhân và Quyết định số "
     "58/QĐ-CTN phong tặng danh hiệu Nghệ nhân ưu tú cho 9 cá nhân."), [(4, "57/QĐ-CTN"), (9, "58/QĐ-CTN")]),
    (("UBND tỉnh ban hành Quyết định số 12/QĐ-UBND khen thưởng tập thể. Theo đó, UBND tỉnh tặng Bằng khen cho 6 tập "
     "thể."), [(6, "12/QĐ-UBND")]),
    ("UBND tỉnh ban hành Quyết định số 12/QĐ-UBND phê duyệt kế hoạch. Theo đó, UBND tỉnh tặng Bằng khen cho 6 tập thể.",
     [(6, None)]),
    ((f"{SIGNS} quyết định phong tặng, truy tặng danh hiệu {HERO} cho 10 tập thể, 14 cá nhân. Theo đó, Quyết định số "
     "57/QĐ-CTN, truy tặng 9 cá nhân hy sinh. Còn Quyết định số 58/QĐ-CTN, phong tặng 10 tập thể, 5 cá nhân."),
     [(10, "58/QĐ-CTN"), (9, "57/QĐ-CTN"), (5, "58/QĐ-CTN")]),
)
# fmt: on


@pytest.mark.parametrize(("text", "expected"), DECISIONS, ids=[t for t, _ in DECISIONS])
def test_decisions(text: str, expected: list[tuple[int, str | None]]) -> None:
    assert [(a.count, a.decision) for a in facts(Award, text, published="2024-03-01")] == expected
