"""Recipients known by the shape of their phrase, subjects by that of their clause, records, and titles borne."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award

Told = tuple[str, str | int | None]


def rows(*paragraphs: str) -> list[Award]:
    return facts(Award, *paragraphs)


def told(*paragraphs: str) -> list[Told]:
    """(award, recipient or number) of each row."""
    return [(a.award, a.recipient or a.count) for a in rows(*paragraphs)]


BK, GK, FLAG = "Bằng khen", "Giấy khen", "Cờ thi đua của UBND tỉnh"
BY = "được UBND tỉnh tặng Bằng khen."

# fmt: off
OBJECTS: list[tuple[str, list[str | int]]] = [
    # a noun and a name, whatever the noun; a number names as well
    ("chùa Phước Lộc", ["chùa Phước Lộc"]),
    ("nhóm thiện nguyện Nắng Mới vì giúp người nghèo", ["nhóm thiện nguyện Nắng Mới"]),
    ("khu phố 3, tổ dân phố số 5 và câu lạc bộ Bông Lúa", ["khu phố 3", "tổ dân phố số 5", "câu lạc bộ Bông Lúa"]),
    ("Sở Y tế, chùa Phước Lộc và ông Trần Bá Hải", ["Sở Y tế", "chùa Phước Lộc", "Trần Bá Hải"]),
    ("đơn vị Sở Y tế và Ban Dân tộc", ["Sở Y tế", "Ban Dân tộc"]),
    ("Đoàn xã Lam Nai, Đoàn xã Bắc Phù", ["Đoàn xã Lam Nai", "Đoàn xã Bắc Phù"]),
    ("Huyện ủy Ea H’lam", ["Huyện ủy Ea H’lam"]),
    ("Cà Mau và Bạc Liêu", ["Cà Mau", "Bạc Liêu"]),
    # persons behind any noun, and what is told of them behind a comma
    ("võ sĩ Trần Văn Mơ và xạ thủ Lê Thị Hồng Lan", ["Trần Văn Mơ", "Lê Thị Hồng Lan"]),
    ("ông Trần Văn Lộc, chủ quán Sen, và bà Lê Thị Hiền, lớp trưởng lớp 5A", ["Trần Văn Lộc", "Lê Thị Hiền"]),
    # behind a post alone, in a chain of titles, from abroad
    ("Chủ nhiệm khoa Ngoại Trần Bá Hoàn", ["Trần Bá Hoàn"]),
    ("Trưởng Ban Quản lý chợ Đinh Bá Tuế và Đội trưởng Đội dân phòng Phan Bá Ký", ["Đinh Bá Tuế", "Phan Bá Ký"]),
    ("nguyên Cán bộ Ban Tổ chức Trung ương Lê Bá Bền", ["Lê Bá Bền"]),
    ("tiến sĩ, bác sĩ Hà Thị Quyến - phó giám đốc Bệnh viện Lam Sơn", ["Hà Thị Quyến"]),
    ("PGS – TS Hồ Bá Chước – Hiệu trưởng Trường Đại học Sông Lam", ["Hồ Bá Chước"]),
    ("2 ông Bùi Bá Ráng - Trưởng thôn Đông và Trần Bá Hòe - Trưởng thôn Tây", ["Bùi Bá Ráng", "Trần Bá Hòe"]),
    ("Đại sứ Nhật Bản tại Việt Nam Sato Kenzi", ["Sato Kenzi"]),
    ("ngài Adam Nowy, Đại sứ Ba Lan tại Việt Nam", ["Adam Nowy"]),
    ("chuyên gia Kim Min-ja (quốc tịch Hàn Quốc)", ["Kim Min-ja"]),
    ("HLV trưởng người Hàn Quốc Park Sun-ho", ["Park Sun-ho"]),
    ("Đại sứ Áo tại Việt Nam A.Bóc-xơ", ["A.Bóc-xơ"]),
    ("Đại sứ Ô-xtrây-li-a tại Việt Nam Adam Nowy", ["Adam Nowy"]),
    ("2 cựu chỉ huy các nhóm du kích", [2]),
    ("Đại sứ Hàn Quốc Lee Min Sun và nguyên Đại sứ Mỹ Mark Lopper", ["Lee Min Sun", "Mark Lopper"]),
    ("bà Mỹ Lệ Thu và anh Đức Anh Tuấn", ["Mỹ Lệ Thu", "Đức Anh Tuấn"]),
    ("ông V.I. Petrov, ông Xay-nha Kham-xỉ và ông Jean-Luc Martin",
     ["V.I. Petrov", "Xay-nha Kham-xỉ", "Jean-Luc Martin"]),
    ("ông N.V.A (35 tuổi)", []),
    # who holds a post, behind a mark
    ("Giám đốc Sở Y tế, ông Trần Bá Hải và Chủ tịch Hội Nông dân xã Bắc Phù - bà Lê Thị Hiền",
     ["Trần Bá Hải", "Lê Thị Hiền"]),
    ("Hiệu trưởng Trường THPT Lê Hồng Sơn", []),
    ("Đại sứ Ba Lan tại Việt Nam", []),
    # provinces are equals; around a body or a commune one is where it lies
    ("3 địa phương gồm: Hà Nam, Hà Tĩnh, Lai Châu", ["Hà Nam", "Hà Tĩnh", "Lai Châu"]),
    ("3 tỉnh, thành phố: Hà Nội, TPHCM, Cà Mau", ["Hà Nội", "Thành phố Hồ Chí Minh", "Cà Mau"]),
    ("Trường THPT Lam Sơn, Hà Giang và xã Bắc Phù, Sơn La", ["Trường THPT Lam Sơn", "xã Bắc Phù"]),
    # so is the university around one of its schools
    ("Trường Đại học Kinh tế, Đại học Sông Lam", ["Trường Đại học Kinh tế"]),
    ("Trường Đại học Y - Đại học Sông Lam", ["Trường Đại học Y"]),
    ("3 doanh nghiệp: Kim Phụng, Công ty Cổ phần Gốm Sen và Lam Hồng Food",
     ["Kim Phụng", "Công ty Cổ phần Gốm Sen", "Lam Hồng Food"]),
    ("12 em và 7 thầy cô giáo", [12, 7]),
    ("46 nữ cán bộ công đoàn xuất sắc", [46]),
    ("6 đoàn công tác và 2 cảnh sát bị thương khi chữa cháy", [6, 2]),
    # what is counted is told by the noun's last syllable
    ("11 chi đoàn, 20 dân quân, 3 câu lạc bộ", [11, 20, 3]),
    ("02 đơn vị Hội Nông dân các huyện: Lam Sơn, Lam Hà", ["Hội Nông dân huyện Lam Sơn", "Hội Nông dân huyện Lam Hà"]),
    # of what people do or make, of kin and of the people of a body no row
    ("phong trào Nước Sạch", []),
    ("công trình Cầu Lam", []),
    ("con trai ông Lê Văn Hải", []),
    ("mẹ liệt sĩ Trần Văn Lộc", []),
    ("một số viên chức của trường", []),
]

SUBJECTS: list[tuple[str, list[str | int]]] = [
    (f"Dịp này, chùa Phước Lộc {BY}", ["chùa Phước Lộc"]),
    (f"Năm 2020, Liên danh số 5 đã {BY}", ["Liên danh số 5"]),
    (f"Năm 2020 Đồng Nai {BY}", ["Đồng Nai"]),
    (f"Với thành tích ấy, làng nghề Kim Bông vừa {BY}", ["làng nghề Kim Bông"]),
    (f"Có 6 CĐCS {BY}", [6]),
    (f"Hà Nam, Hà Tĩnh, Lai Châu {BY}", ["Hà Nam", "Hà Tĩnh", "Lai Châu"]),
    (f"Trường THPT Lam Sơn, Hà Giang {BY}", ["Trường THPT Lam Sơn"]),
    (f"Đội tuyển bóng chuyền nữ quốc gia dự Cúp Biển Xanh 2024 {BY}", ["Đội tuyển bóng chuyền nữ quốc gia"]),
    (f"Hòa thượng Thích Phổ Lam - pháp chủ Giáo hội - cũng {BY}", ["Thích Phổ Lam"]),
    (f"Thuyền trưởng Nguyễn Bá Tài và các thuyền viên {BY}", ["Nguyễn Bá Tài"]),
    (f"2 học sinh {BY[:-1]} là các em Mạc Bá Hùng và Võ Bá Hà, cùng học Trường THPT Lam Sơn.",
     ["Mạc Bá Hùng", "Võ Bá Hà"]),
    # what commas enclose belongs to the name before it
    (f"Em Chau Sóc Ny, lớp 12A1, {BY}", ["Chau Sóc Ny"]),
    (f"Ông Trần Bá Hải, ở thôn Đông, xã Lam Sơn, {BY}", ["Trần Bá Hải"]),
    (f"Thôn Đông, xã Lam Sơn {BY}", ["Thôn Đông"]),
    # titles kept, and borne by one told before
    ("Lữ đoàn 6 hai năm liền giữ vững danh hiệu Đơn vị quyết thắng.", ["Lữ đoàn 6"]),
    ("Năm 2019, bà Lê Thị Hiền, giáo viên Trường THCS Lam Sơn, là Chiến sĩ thi đua cấp tỉnh.", ["Lê Thị Hiền"]),
    # the order is its holder's; the dossier without "cho" is one's own
    ("Ông dự lễ kỷ niệm và đón nhận Huân chương Lao động hạng Nhì của Trường THPT Lam Sơn.",
     ["Trường THPT Lam Sơn"]),
    ("Trường THPT Lam Sơn đang hoàn thiện hồ sơ đề nghị Thủ tướng Chính phủ tặng Bằng khen.", ["Trường THPT Lam Sơn"]),
    (f"Ngoài ông Trần Bá Hải, HLV Lê Thị Hiền cũng {BY}", ["Lê Thị Hiền"]),
    (f"Chuyên gia bắn súng người Hàn Quốc Lee Min Sun {BY}", ["Lee Min Sun"]),
    (f"Hành động dũng cảm của anh Trần Bá Hải và chị Lê Thị Hiền đã {BY}", ["Trần Bá Hải", "Lê Thị Hiền"]),
    (f"Con trai của anh Trần Bá Hải {BY}", []),
    ("Bộ Y tế trao Huân chương Lao động cho ông Trần Bá Hải. Ông Trần Bá Hải nhận Huân chương Lao động hạng Ba.",
     ["Trần Bá Hải"]),
    ("Bác sĩ Trần Bá Hải - Trạm trưởng Trạm Y tế xã Bắc Phù - vinh dự được tặng danh hiệu Thầy thuốc ưu tú.",
     ["Trần Bá Hải"]),
    ("1 nghệ nhân được truy tặng danh hiệu Nghệ nhân nhân dân là NNƯT Trần Bá Hải.", ["Trần Bá Hải"]),
    ("Chủ tịch nước ký quyết định đối với 20 cá nhân được tặng danh hiệu Nghệ nhân ưu tú.", [20]),
    ("Trong đợt này, có 12 nghệ sĩ được tặng danh hiệu NSND; 26 nghệ sĩ được tặng danh hiệu NSƯT.", [12, 26]),
    ("Về danh hiệu Nghệ sĩ nhân dân, 12 nghệ sĩ được tặng danh hiệu này.", [12]),
    # who hands over, the people of a place and the end of another's name receive nothing
    ("Giám đốc Sở Y tế được ủy quyền trao Bằng khen cho Trường THPT Lam Sơn.", ["Trường THPT Lam Sơn"]),
    (f"Người dân xã Lam Sơn {BY}", []),
    (f"Các em trong đội Robot Trường THPT Lam Sơn {BY}", []),
    (f"Công trình Cầu Lam {BY}", []),
    ("Xã có 7/7 thôn luôn giữ vững danh hiệu “Thôn văn hóa”.", []),
]
# fmt: on


@pytest.mark.parametrize(("phrase", "expected"), OBJECTS, ids=[p for p, _ in OBJECTS])
def test_recipients_behind_cho(phrase: str, expected: list[str | int]) -> None:
    assert told(f"Chủ tịch UBND tỉnh tặng Bằng khen cho {phrase}.") == [(BK, r) for r in expected]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS, ids=[s for s, _ in SUBJECTS])
def test_recipients_before_the_verb(sentence: str, expected: list[str | int]) -> None:
    assert [r for _, r in told(sentence)] == expected


def test_a_bare_noun_is_the_one_phrase_that_opens_with_it() -> None:
    first = "Quỹ tín dụng nhân dân Cái Mơ thành lập năm 1995."
    assert told(first, "Năm 2014, quỹ liên tục được UBND tỉnh tặng Bằng khen.") == [
        (BK, "Quỹ tín dụng nhân dân Cái Mơ")
    ]
    other = "Quỹ tín dụng nhân dân Cái Sen cũng vậy."
    assert told(first, other, "Năm 2014, quỹ được UBND tỉnh tặng Bằng khen.") == []


def test_a_pronoun_bears_a_title() -> None:
    first = "UBND tỉnh tặng Bằng khen cho anh Trần Bá Hải."
    assert told(first, "Năm 2019, anh là Chiến sĩ thi đua cơ sở.") == [
        (BK, "Trần Bá Hải"),
        ("Chiến sĩ thi đua cơ sở", "Trần Bá Hải"),
    ]


def test_who_ends_a_list_of_recipients_gives_nothing() -> None:
    found = rows("UBND tỉnh tặng Cờ thi đua cho Sở Y tế và Sở Tư pháp, tặng Bằng khen cho Sở Xây dựng.")
    assert [(a.award, a.grantor, a.recipient) for a in found] == [
        (FLAG, "UBND tỉnh", "Sở Y tế"),
        (FLAG, "UBND tỉnh", "Sở Tư pháp"),
        (BK, "UBND tỉnh", "Sở Xây dựng"),
    ]


def test_two_verbs_share_one_object() -> None:
    assert told(
        "UBND tỉnh đề nghị tặng Huân chương Dũng cảm và trao tặng danh hiệu Anh hùng Lao động cho Sở Y tế."
    ) == [
        ("Huân chương Dũng cảm", "Sở Y tế"),
        ("Anh hùng Lao động", "Sở Y tế"),
    ]


def test_names_that_differ_in_a_mark_are_two() -> None:
    assert told("UBND tỉnh tặng Bằng khen cho ông Trần Văn Dũng và ông Trần Văn Dụng.") == [
        (BK, "Trần Văn Dũng"),
        (BK, "Trần Văn Dụng"),
    ]


def test_a_record_lists_what_was_given_before() -> None:
    found = rows(
        "Thực hiện quy định về lấy ý kiến các trường hợp đề nghị khen thưởng cấp Nhà nước, Sở Nội vụ đăng tin.",
        "1. Danh hiệu Anh hùng Lao động: bác sĩ Trần Bá Hải.",
        "Tóm tắt thành tích: năm 2009 được Thủ tướng Chính phủ tặng Bằng khen; Chiến sĩ thi đua toàn quốc năm 2019.",
        "2. Huân chương Lao động hạng Nhất: Trường THPT Lam Sơn.",
        "Tóm tắt thành tích: Cờ thi đua của Chính phủ các năm 2017, 2018.",
    )
    assert [(a.award, a.recipient, a.year, a.status) for a in found] == [
        ("Anh hùng Lao động", "Trần Bá Hải", 2024, "proposed"),
        (BK, "Trần Bá Hải", 2009, "granted"),
        ("Chiến sĩ thi đua toàn quốc", "Trần Bá Hải", 2019, "granted"),
        ("Huân chương Lao động hạng Nhất", "Trường THPT Lam Sơn", 2024, "proposed"),
        ("Cờ thi đua của Chính phủ", "Trường THPT Lam Sơn", 2017, "granted"),
        ("Cờ thi đua của Chính phủ", "Trường THPT Lam Sơn", 2018, "granted"),
    ]


def test_lines_below_the_heading_of_a_record() -> None:
    found = rows(
        "Em Lê Thị Hồng Lan vừa tốt nghiệp.",
        "Sơ lược thành tích của Lê Thị Hồng Lan:",
        "- Bằng khen về học tập của Bộ trưởng Bộ Công an năm 2017.",
        "- Hai giấy khen của Giám đốc Học viện An ninh.",
        "Giờ em đi làm.",
        "- Bằng khen của UBND tỉnh.",
    )
    assert [(a.award, a.grantor, a.recipient, a.count, a.year) for a in found] == [
        (BK, "Bộ trưởng Bộ Công an", "Lê Thị Hồng Lan", 1, 2017),
        (GK, "Giám đốc Học viện An ninh", "Lê Thị Hồng Lan", 2, None),
    ]
    assert told("Thành tích đề nghị khen thưởng: Bằng khen của UBND tỉnh.") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Ông Trần Bá Hải đã được Đảng, Nhà nước tặng thưởng:",
        "Ông Trần Bá Hải được Nhà nước trao tặng nhiều phần thưởng cao quý, gồm:",
        "Các phần thưởng được Đảng, Nhà nước trao tặng:",
    ],
)
def test_lines_below_what_says_that_one_was_given_awards(heading: str) -> None:
    found = rows(
        "Đồng chí Trần Bá Hải, sinh năm 1931, đã từ trần.",
        heading,
        "- Hai Huân chương Hồ Chí Minh;",
        "- Huân chương Chiến công hạng Nhất, Nhì, Ba.",
        "- Huy hiệu 60 năm tuổi Đảng.",
    )
    assert [(a.award, a.recipient, a.count) for a in found] == [
        ("Huân chương Hồ Chí Minh", "Trần Bá Hải", 2),
        *((f"Huân chương Chiến công hạng {c}", "Trần Bá Hải", 1) for c in ("Nhất", "Nhì", "Ba")),
    ]


def test_lines_that_name_who_receives_are_no_ones_record() -> None:
    found = rows("Sở Y tế được UBND tỉnh giao trao tặng:", "- Bằng khen cho ông Trần Bá Hải.")
    assert [(a.award, a.recipient) for a in found] == [(BK, "Trần Bá Hải")]


def test_a_pronoun_is_the_one_whom_no_other_word_of_address_fits() -> None:
    first = "Nhà văn Vũ Đình Khiên và bà Lê Thị Hiền dự lễ."
    given = "Ở tuổi 80, ông được tặng Huân chương Lao động hạng Nhì."
    assert told(first, given) == [("Huân chương Lao động hạng Nhì", "Vũ Đình Khiên")]
    assert told("Nhà văn Lê Thị Hiền dự lễ.", given) == []
    assert told("Nhà văn Vũ Đình Khiên và nhà thơ Trần Văn Lộc dự lễ.", given) == []
