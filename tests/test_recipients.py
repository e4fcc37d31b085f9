"""Who receives an award: persons and bodies by any of their names, in lists, or left unsaid in their own story."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award


def received(*paragraphs: str, title: str = "Tin tức") -> list[str | int | None]:
    """The recipient, or the number of recipients, of each award of an article."""
    return [f.recipient or f.count for f in facts(Award, *paragraphs, title=title)]


# fmt: off
INTRODUCED = [
    ("Bộ Y tế tặng Bằng khen cho tài xế Phan Bá Bào.", ["Phan Bá Bào"]),
    ("Bộ Y tế trao Bằng khen tặng nguyên Phó Thủ tướng Vũ Văn Hoài.", ["Vũ Văn Hoài"]),
    ("Bộ Y tế tặng Bằng khen cho cá nhân đồng chí Phạm Văn Lục - Chủ tịch Công ty A.", ["Phạm Văn Lục"]),
    ("Bộ Y tế tặng Bằng khen cho phóng viên Báo Lam Giang Đinh Bá Dần.", ["Đinh Bá Dần"]),
    ("Bộ Y tế tặng Bằng khen cho Chủ tịch UBND tỉnh Lam Giang Đinh Bá Dần.", ["Đinh Bá Dần"]),
    ("Bộ Y tế tặng Bằng khen cho thủ môn Bùi Văn Dần, tiền vệ Lê Bá Mai và HLV Kim Jong Min.",
     ["Bùi Văn Dần", "Lê Bá Mai", "Kim Jong Min"]),
    # an occupation before a place or a body names nobody
    ("Bộ Y tế tặng Bằng khen cho ngư dân Quảng Ngãi.", []),
    ("Bộ Y tế tặng Bằng khen cho nhân viên Công ty Thoại Hà.", []),
    ("Bộ Y tế tặng Bằng khen cho công nhân Việt Nam.", []),
]
CALLED = [
    # (what the article tells first, the sentence of the award, its recipients)
    ("Tài xế Phan Bá Bào cứu người.", "Bộ Y tế tặng Bằng khen cho tài xế Bào.", ["Phan Bá Bào"]),
    ("Tài xế Phan Bá Bào cứu người.", "Bộ Y tế tặng Bằng khen cho tài xế này.", ["Phan Bá Bào"]),
    ("Em Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho Lan Chi.", ["Trần Thị Lan Chi"]),
    ("Em Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho em vì việc làm đẹp.", ["Trần Thị Lan Chi"]),
    ("Nữ sinh Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho em.", ["Trần Thị Lan Chi"]),
    ("Em Trần Thị Lan Chi trả lại tiền.", "Bộ Y tế tặng Bằng khen cho em trai bà Mai.", []),
    ("Em Trần Thị Chi và em Lê Thị Chi trả tiền.", "Bộ Y tế tặng Bằng khen cho Chi.", []),
    ("Em Trần Thị Chi và em Lê Thị Mai trả tiền.", "Bộ Y tế tặng Bằng khen cho em.", []),
    ("Em Trần Thị Chi và bà Lê Thị Mai trả tiền.", "Bộ Y tế tặng Bằng khen cho em.", ["Trần Thị Chi"]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), INTRODUCED, ids=[s[:60] for s, _ in INTRODUCED])
def test_a_person_behind_what_introduces_one(sentence: str, expected: list[str]) -> None:
    assert received(sentence) == expected


@pytest.mark.parametrize(("opening", "sentence", "expected"), CALLED, ids=[f"{o[:25]} {s[:60]}" for o, s, _ in CALLED])
def test_a_person_called_by_a_short_form_or_a_pronoun(opening: str, sentence: str, expected: list[str]) -> None:
    assert received(opening, sentence) == expected


# fmt: off
LISTED = [
    ("Bộ Y tế tặng Bằng khen cho 3 tập thể xuất sắc (Kon Tum, Chi hội Nhà báo Bộ Công Thương; Ban kiểm tra).",
     ["Kon Tum", "Chi hội Nhà báo Bộ Công Thương", "Ban kiểm tra"]),
    ("Bộ Y tế tặng Bằng khen cho hai tập thể xuất sắc gồm: Công an TP. Nam Hòa và Công an TP. Lai Khê.",
     ["Công an thành phố Nam Hòa", "Công an thành phố Lai Khê"]),
    ("Bộ Y tế trao Bằng khen cho 2 phóng viên Lò Anh Tráng và Nguyễn Bá Lữ.", ["Lò Anh Tráng", "Nguyễn Bá Lữ"]),
    ("Hai cá nhân được Bộ Y tế tặng Bằng khen là ông Lò Văn Pháo và bà Lê Thị Mai.", ["Lò Văn Pháo", "Lê Thị Mai"]),
    ("15 cá nhân được Bộ Y tế tặng Bằng khen gồm 7 ngư dân, trong đó có anh Lò Văn Pháo.", [15, "Lò Văn Pháo"]),
    ("Bộ Y tế tặng Bằng khen cho các đơn vị: Quảng Trị, Cà Mau, Lai Châu.", ["Quảng Trị", "Cà Mau", "Lai Châu"]),
    ("Ông Lê Đình Hòa và 6 đảng viên xếp loại “tốt” (2020) được tặng Bằng khen.", ["Lê Đình Hòa", 6]),
    ("Bộ Y tế tặng Bằng khen cho ông Lê Đình Hòa (40 tuổi), cùng 4 thuyền viên.", ["Lê Đình Hòa", 4]),
    # what joins common nouns in what is told of those counted opens no item
    ("17 đồng chí công tác tại các cơ quan, đơn vị Bộ CHQS tỉnh được Bộ Y tế tặng Bằng khen.", [17]),
    ("12 người là lãnh đạo các sở, ban, ngành và đoàn thể tỉnh được Bộ Y tế tặng Bằng khen.", [12]),
    ("5 cán bộ của các phòng và Công an tỉnh Lam Giang được Bộ Y tế tặng Bằng khen.", [5, "Công an tỉnh Lam Giang"]),
    ("5 cán bộ của các phòng và 2 tập thể được Bộ Y tế tặng Bằng khen.", [5, 2]),
    ("Bộ Chỉ huy Bộ đội Biên phòng (BĐBP) tỉnh Lam Giang được Bộ Y tế tặng Bằng khen.",
     ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lam Giang"]),
    ("Bộ Y tế tặng Bằng khen cho 4 người của Sở A, Cục B; 7 tập thể và 9 cá nhân của Sở C.", [4, 7, 9]),
    ("Bộ Y tế tặng Bằng khen cho 4 gia đình, 5 dòng họ, 6 cộng đồng và 7 chi hội trực thuộc.", [4, 5, 6, 7]),
    ("Bộ Y tế tặng Bằng khen cho Hội Luật gia huyện Lam Giang, Đơn vị xuất sắc năm 2023.",
     ["Hội Luật gia huyện Lam Giang"]),
    ("Đây là những tập thể tích cực phòng, chống dịch Covid-19 được Bộ Y tế tặng Bằng khen.", []),
    ("Hội Khuyến học (KH) tỉnh họp. Hội KH tỉnh được Bộ Y tế tặng Bằng khen.", ["Hội Khuyến học tỉnh"]),
    ("Mặt trận Tổ quốc (MTTQ) họp. Ủy ban MTTQ tỉnh Lam Giang được Bộ Y tế tặng Bằng khen.",
     ["Ủy ban MTTQ tỉnh Lam Giang"]),
    ("Lực lượng vũ trang (LLVT) Quân khu 7 được Bộ Y tế tặng Bằng khen.", []),
    # a number that does not count the names stays a number
    ("Bộ Y tế tặng Bằng khen cho 5 tập thể xuất sắc (Cà Mau, Lai Châu).", [5]),
]
COLLECTIVES = [
    ("Bộ Y tế tặng Bằng khen cho tập thể lãnh đạo, cán bộ Công ty Cổ phần Hoa Lư.", ["Công ty Cổ phần Hoa Lư"]),
    ("Bộ Y tế tặng Bằng khen cho gia đình ông Lò Văn Pháo.", ["gia đình Lò Văn Pháo"]),
    ("Bộ Y tế tặng Bằng khen cho tập thể tàu cá QN-12345TS.", ["tàu cá QN-12345TS"]),
    ("Bộ Y tế tặng Bằng khen cho ngành tư pháp.", ["ngành tư pháp"]),
    ("Bộ Y tế tặng Bằng khen và tuyên dương em Lò Văn Pháo.", ["Lò Văn Pháo"]),
    # some of the staff, any sector, any family are nobody's name
    ("Bộ Y tế tặng Bằng khen cho cán bộ Sở Nội vụ.", []),
    ("Bộ Y tế tặng Bằng khen cho các ngành, đoàn thể.", []),
    ("Bộ Y tế tặng Bằng khen cho gia đình có hai con.", []),
]
GOING_ON = [
    # (what the article tells first, the sentence of the award, its recipients)
    ("Trường THCS Lam Giang thành lập năm 1990.", "Nhà trường được Bộ Y tế tặng Bằng khen.",
     ["Trường THCS Lam Giang"]),
    ("Trường THCS Lam Giang và Trường THCS Ba Hòa thi đua.", "Nhà trường được Bộ Y tế tặng Bằng khen.", []),
    ("Trường THCS Lam Giang đổi mới.", "Đơn vị hoàn thành nhiệm vụ, trong đó vinh dự được Bộ Y tế tặng Bằng khen.",
     ["Trường THCS Lam Giang"]),
    ("Trường THCS Lam Giang đổi mới.", "Có 5 giáo viên giỏi, trong đó nhiều người được Bộ Y tế tặng Bằng khen.", []),
    ("Trường THCS Lam Giang họp.", "Trường THCS Ba Hòa được Bộ Y tế tặng Bằng khen cho đơn vị đạt thành tích cao.",
     ["Trường THCS Ba Hòa"]),
    ("Trường THCS Lam Giang họp.", "Trường THCS Ba Hòa được Bộ Y tế tặng Bằng khen cho các đơn vị trực thuộc.", []),
    # on behalf of a body one receives for it; what one is given oneself is one's own
    ("Tin vui.", "Đại diện cho ngành Tài chính, ông Lò Văn Pháo được Bộ Y tế tặng Bằng khen.", ["Lò Văn Pháo"]),
    ("Tin vui.", "Thay mặt Trường THCS Lam Giang, ông Lò Văn Pháo, Hiệu trưởng đã đón nhận Bằng khen của Bộ Y tế.",
     ["Trường THCS Lam Giang"]),
    ("Trường THCS Lam Giang thành lập năm 1990.", "Các trường đều được Bộ Y tế tặng Bằng khen.", []),
    ("Công ty Cổ phần Vinabo 14 họp.", "Vinabo 14 đã được Bộ Y tế tặng Bằng khen.", ["Công ty Cổ phần Vinabo 14"]),
    ("Xã Lam Giang đổi mới từng ngày.", "Công an xã được Bộ Y tế tặng Bằng khen.", ["Công an xã Lam Giang"]),
    ("Xã Lam Giang và xã Ba Hòa đổi mới.", "Công an xã được Bộ Y tế tặng Bằng khen.", []),
    ("Trường THCS Lam Giang được thành lập năm 1990.", "Năm 2010, được Bộ Y tế tặng Bằng khen.",
     ["Trường THCS Lam Giang"]),
    ("Ông Lò Văn Pháo sống ở xã.", "Nhiều việc làm của xã đã được Bộ Y tế tặng Bằng khen.", []),
    ("Ông Lò Văn Pháo cho biết thêm.", "Năm 2010, được Bộ Y tế tặng Bằng khen.", []),
    ("Anh Lò Văn Pháo và anh Lê Bá Mai cứu người.", "Bộ Y tế tặng Bằng khen cho hai anh.",
     ["Lê Bá Mai", "Lò Văn Pháo"]),
    ("Anh Lò Văn Pháo, anh Lê Bá Mai và anh Vũ Sơn cứu người.", "Bộ Y tế tặng Bằng khen cho hai anh.", []),
    ("Tin vui.", "Trường THCS Lam Giang luôn đoạt giải cao về văn nghệ, thể thao, được Bộ Y tế tặng Bằng khen.",
     ["Trường THCS Lam Giang"]),
    ("Tin vui.", "Sở Nội vụ nhận 20 hồ sơ của cá nhân được Bộ Y tế tặng Bằng khen.", []),
    ("Tin vui.", "Bộ Y tế tặng Bằng khen cho 2 cá nhân.", [2]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), [*LISTED, *COLLECTIVES], ids=lambda v: str(v)[:60])
def test_lists_and_collectives(sentence: str, expected: list[str | int]) -> None:
    assert received(sentence) == expected


@pytest.mark.parametrize(("opening", "sentence", "expected"), GOING_ON, ids=lambda v: str(v)[:60])
def test_a_subject_told_before(opening: str, sentence: str, expected: list[str]) -> None:
    assert received(opening, sentence) == expected


def test_names_in_the_sentence_behind_a_number() -> None:
    total = "Bộ Y tế tặng Bằng khen cho 2 cá nhân."
    for names in (
        "Họ gồm: ông Lò Văn Pháo, anh Lê Bá Mai.",
        "Theo đó, 2 sinh viên được khen là: Lò Văn Pháo và Lê Bá Mai.",
    ):
        assert received(f"{total} {names}") == ["Lò Văn Pháo", "Lê Bá Mai"]
    assert received(f"{total} Họ gồm: ông Lò Văn Pháo.") == [2, "Lò Văn Pháo"]


def test_an_office_that_names_its_body_has_no_other_behind_the_comma() -> None:
    text = "Sở Y tế được UBND tỉnh tặng Cờ thi đua; Văn phòng UBND tỉnh, Sở Tư pháp được UBND tỉnh tặng Bằng khen."
    assert received(text) == ["Sở Y tế", "Văn phòng UBND tỉnh", "Sở Tư pháp"]
