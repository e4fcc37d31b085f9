"""Awards told of who receives them: every subject with every predicate, every award and every way to refer to someone.

The sentences are put together from parts, each with what it adds to the row expected, so that no rule can know them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from reading import facts, written

from extract.model import Award


def _low(name: str | None) -> str | None:
    """A name with a small letter at its head: a sentence that opens with "thôn A" writes "Thôn A"."""
    return name[0].lower() + name[1:] if name else None


Row = tuple[str, str | None, str | int | None, str]  # award, grantor as written, recipient or count, status


def rows(*paragraphs: str, title: str = "Tin tức") -> set[Row]:
    found = facts(Award, *paragraphs, title=title)
    return {(a.award, written(a), _low(a.recipient) or a.count, a.status) for a in found}


# fmt: off
# (as it stands in the sentence, the recipient's name or number)
PERSONS = [
    ("Ông Đặng Văn Khải", "Đặng Văn Khải"),
    ("Anh Lò Văn Xương (34 tuổi, trú bản Nà Sánh, xã Chiềng Pha)", "Lò Văn Xương"),
    ("Bà Triệu Thị Mến, Bí thư Chi bộ bản Nà Sánh,", "Triệu Thị Mến"),
    ("Chị Hồ Thị Thảo Vy - công nhân Công ty May Bình Lam -", "Hồ Thị Thảo Vy"),
    ("Bác sĩ chuyên khoa II Trịnh Quang Bảo, Trưởng khoa Cấp cứu Bệnh viện Đa khoa Lam Sơn,", "Trịnh Quang Bảo"),
    ("PGS.TS Vũ Đình Luyến", "Vũ Đình Luyến"),
    ("Thượng tá Nguyễn Hữu Cảnh, Trưởng Công an huyện Sơn Lạc,", "Nguyễn Hữu Cảnh"),
    ("Cô giáo Phan Thị Hoài An", "Phan Thị Hoài An"),
    ("Em Trần Gia Bảo (học sinh lớp 8A2, Trường THCS Thanh Hà)", "Trần Gia Bảo"),
    ("Giám đốc Công ty TNHH Phú Long Hà Minh Quyết", "Hà Minh Quyết"),
    ("Nguyên Chủ tịch UBND huyện Sơn Lạc Ngô Đức Thành", "Ngô Đức Thành"),
    ("Già làng Y Krông Niê", "Y Krông Niê"),
    ("Đại đức Thích Minh Trí, trụ trì chùa Long Khánh,", "Thích Minh Trí"),
    ("Cựu chiến binh Bùi Xuân Đáng, 72 tuổi, ở thôn Đông Thượng,", "Bùi Xuân Đáng"),
    ("Cá nhân bà Lê Thị Thu Hiền", "Lê Thị Thu Hiền"),
    ("Thủ khoa Võ Nhật Minh", "Võ Nhật Minh"),
    ("Nữ trưởng thôn Hoàng Thị Dung", "Hoàng Thị Dung"),
]
BODIES = [
    ("Trường Tiểu học Tân Lập", "Trường Tiểu học Tân Lập"),
    ("Bệnh viện Đa khoa Lam Sơn", "Bệnh viện Đa khoa Lam Sơn"),
    ("Công ty Cổ phần Dệt may Sông Lam (Sodatex)", "Công ty Cổ phần Dệt may Sông Lam"),
    ("Hợp tác xã Nông nghiệp Thanh Hà", "Hợp tác xã Nông nghiệp Thanh Hà"),
    ("Đồn Biên phòng Pa Lừ", "Đồn Biên phòng Pa Lừ"),
    ("Lữ đoàn 574", "Lữ đoàn 574"),
    ("VNPT Lam Giang", "VNPT Lam Giang"),
    ("Công ty Cổ phần Sản xuất và Thương mại Lam Sơn", "Công ty Cổ phần Sản xuất và Thương mại Lam Sơn"),
    ("Trung tâm Bảo tồn và Phát triển bền vững Hà Sơn", "Trung tâm Bảo tồn và Phát triển bền vững Hà Sơn"),
    ("Đài Tiếng nói Hà Sơn", "Đài Tiếng nói Hà Sơn"),
    ("Tập đoàn Hoa Ban", "Tập đoàn Hoa Ban"),
    ("Hội Nông dân huyện Sơn Lạc", "Hội Nông dân huyện Sơn Lạc"),
    ("Thôn Đông Thượng", "thôn Đông Thượng"),
    ("Cán bộ và nhân dân xã Chiềng Pha", "Cán bộ và nhân dân xã Chiềng Pha"),
    ("Tập thể Khoa Nhi, Bệnh viện Đa khoa Lam Sơn,", "Khoa Nhi Bệnh viện Đa khoa Lam Sơn"),
    ("Câu lạc bộ Hát Then Nà Sánh", "Câu lạc bộ Hát Then Nà Sánh"),
    ("Doanh nghiệp tư nhân Kim Phụng", "Doanh nghiệp tư nhân Kim Phụng"),
    ("Gia đình ông Lý Văn Sáng", "gia đình Lý Văn Sáng"),
]
COUNTED: list[tuple[str, str | int]] = [
    ("5 chiến sĩ", 5),
    ("Gần 20 công nhân của nhà máy", 20),
    ("Bảy tập thể tiêu biểu", 7),
    ("12 hộ gia đình hiến đất làm đường", 12),
]
# (from the subject on to the award; {g} the giver)
PREDICATES = [
    "{s} được {g} tặng {a}.",
    "{s} đã được {g} trao tặng {a}.",
    "{s} vừa được {g} quyết định tặng {a}.",
    "{s} vinh dự được {g} tặng thưởng {a}.",
    "{s} cũng đã vinh dự được {g} tặng {a} vì có nhiều đóng góp cho địa phương.",
    "{s} đã nhiều lần được {g} tặng {a}.",
    "{s} từng được {g} khen tặng {a}.",
    "Mới đây, {s} được {g} tặng {a} về thành tích xuất sắc trong lao động sản xuất.",
    "Với những thành tích đó, năm 2021, {s} đã được {g} tặng {a}.",
    "Ghi nhận những đóng góp ấy, {s} được {g} tặng {a}.",
    "Nhờ đó, {s} liên tục được {g} tặng {a}.",
    "Năm 2022, {s} là một trong những điển hình được {g} tặng {a}.",
    "Sau gần 10 năm miệt mài, {s} được {g} ghi nhận và tặng {a}.",
    "{s} được các đơn vị bình chọn là điển hình dẫn đầu phong trào thi đua được {g} tặng {a}.",
]
OF_ONE = ("nhiều lần", "một trong", "từng", "liên tục", "năm liền")  # said of one, not of a number
FELT = [  # of people only
    "{s} xúc động khi được {g} tặng {a}.",
    "{s} không giấu được niềm vui khi được {g} tặng {a}.",
    "{s} rất phấn khởi vì vừa được {g} tặng {a}.",
]
OWNED = [  # the giver stands with the award, or nowhere
    "{s} vinh dự đón nhận {a}.",
    "{s} được nhận {a}.",
    "{s} đã nhận {a}.",
    "{s} được tặng {a}.",
    "{s} được trao {a}.",
    "{s} được trao tặng {a} tại hội nghị sáng qua.",
    "{s} vừa được tặng thưởng {a}.",
    "{s} là một trong những gương mặt vinh dự nhận {a}.",
    "Tại buổi lễ, {s} vinh dự được đón nhận {a}.",
    "{s} từng được tặng {a}.",
    "{s} hai năm liền được tặng {a}.",
]
# (as it stands, canonical, grantor as written)
GIVEN = [
    ("Bằng khen", "Bằng khen"),
    ("Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Ba"),
    ("Kỷ niệm chương", "Kỷ niệm chương"),
    ("bằng khen và quà", "Bằng khen"),
]
GIVERS = ["Chủ tịch UBND tỉnh", "Bộ Y tế", "Chủ tịch nước", "Hội Chữ thập đỏ Việt Nam"]
OF = [
    ("Bằng khen của Thủ tướng Chính phủ", "Bằng khen", "Thủ tướng Chính phủ"),
    ("bằng khen của Bộ trưởng Bộ Y tế", "Bằng khen", "Bộ trưởng Bộ Y tế"),
    ("Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Nhì", None),
    ("Huân chương Lao động hạng Ba do Chủ tịch nước trao tặng", "Huân chương Lao động hạng Ba", "Chủ tịch nước"),
    ("Giấy khen của UBND huyện Sơn Lạc", "Giấy khen", "UBND huyện Sơn Lạc"),
]
# fmt: on


def sentence(pattern: str, subject: str, **parts: str) -> str:
    """A pattern filled; inside a sentence a subject that is a common noun starts with a small letter."""
    if not pattern.startswith("{s}") and subject.split(maxsplit=1)[0] in _COMMON:
        subject = subject[0].lower() + subject[1:]
    text = pattern.format(s=subject, **parts)
    return text.replace(",,", ",").replace("- ,", "-").replace("-,", "-")


# fmt: off
_COMMON = {
    "Ông", "Anh", "Bà", "Chị", "Bác", "Cô", "Em", "Già", "Cựu", "Cá", "Thủ", "Nữ", "Nguyên", "Thôn", "Cán", "Tập",
    "Gia", "Gần", "Bảy",
}
# fmt: on


SUBJECTS = [*PERSONS, *BODIES, *COUNTED]
Case = tuple[tuple[str, ...], set[Row]]


def row(award: str, grantor: str | None, who: str | int) -> Row:
    return award, grantor, who if isinstance(who, int) else _low(who), "granted"


def passives() -> Iterator[Case]:
    """Every subject with every predicate that names the giver; awards and givers in turn."""
    pairs = [*product(SUBJECTS, PREDICATES), *product(PERSONS, FELT)]
    for k, ((s, who), pattern) in enumerate(pairs):
        if isinstance(who, int) and any(words in pattern for words in OF_ONE):
            continue
        a, award = GIVEN[k % len(GIVEN)]
        g = "Chủ tịch nước" if award.startswith("Huân chương") else GIVERS[(k // 4 + k) % len(GIVERS)]
        yield (sentence(pattern, s, a=a, g=g),), {row(award, g, who)}


def received() -> Iterator[Case]:
    """Every subject with every verb of receiving; the giver stands with the award, or nowhere."""
    for k, ((s, who), pattern) in enumerate(product(SUBJECTS, OWNED)):
        if isinstance(who, int) and any(words in pattern for words in OF_ONE):
            continue
        a, award, giver = OF[0 if "năm liền" in pattern else k % len(OF)]
        yield (sentence(pattern, s, a=a),), {row(award, giver, who)}


# fmt: off
# (how the article opens, the name, by what the one told of is called later)
STORIES = [
    ("Anh Lò Văn Xương sinh ra và lớn lên ở bản Nà Sánh, xã Chiềng Pha.", "Lò Văn Xương",
     ["anh", "anh Xương", "Lò Văn Xương", "cá nhân anh", "bản thân anh", "Xương"]),
    ("Bác sĩ Trịnh Quang Bảo gắn bó với vùng cao đã hơn 20 năm.", "Trịnh Quang Bảo",
     ["bác sĩ Bảo", "anh", "ông", "vị bác sĩ này", "bác sĩ này", "người bác sĩ ấy", "nam bác sĩ",
      "bản thân bác sĩ Bảo"]),
    ("Cô giáo Phan Thị Hoài An dạy học ở điểm trường Huổi Cáy từ năm 2009.", "Phan Thị Hoài An",
     ["cô", "cô An", "cô giáo An", "cô giáo Hoài An", "nữ giáo viên này", "chị", "cô giáo ấy"]),
    ("Thượng tá Nguyễn Hữu Cảnh là Trưởng Công an huyện Sơn Lạc.", "Nguyễn Hữu Cảnh",
     ["anh", "đồng chí", "đồng chí Cảnh", "Thượng tá Cảnh", "Thượng tá Nguyễn Hữu Cảnh", "vị thượng tá này"]),
    ("Bà Triệu Thị Mến trồng quế từ khi còn trẻ.", "Triệu Thị Mến", ["bà", "bà Mến", "người phụ nữ ấy"]),
    ("Ông Bùi Xuân Đáng là thương binh hạng 2/4, trở về quê năm 1978.", "Bùi Xuân Đáng",
     ["ông", "ông Đáng", "người thương binh ấy", "thương binh Bùi Xuân Đáng", "cựu chiến binh Bùi Xuân Đáng"]),
    ("Nghệ nhân Hà Thị Xôm (sinh năm 1950) hát then từ thuở nhỏ.", "Hà Thị Xôm",
     ["bà", "nghệ nhân Xôm", "nghệ nhân Hà Thị Xôm", "nữ nghệ nhân", "nghệ nhân này"]),
    ("Em Trần Gia Bảo là học sinh lớp 8A2, Trường THCS Thanh Hà.", "Trần Gia Bảo",
     ["em", "Bảo", "Gia Bảo", "em Bảo", "cậu học trò này", "nam sinh này"]),
    ("Trường Tiểu học Tân Lập được thành lập năm 1985.", "Trường Tiểu học Tân Lập",
     ["trường", "nhà trường", "đơn vị", "tập thể nhà trường", "ngôi trường này", "trường này"]),
    ("Công ty Cổ phần Dệt may Sông Lam có hơn 1.200 công nhân.", "Công ty Cổ phần Dệt may Sông Lam",
     ["công ty", "đơn vị", "doanh nghiệp", "doanh nghiệp này", "công ty này", "tập thể công ty", "Dệt may Sông Lam"]),
    ("Bệnh viện Đa khoa Lam Sơn có 400 giường bệnh.", "Bệnh viện Đa khoa Lam Sơn",
     ["bệnh viện", "đơn vị", "tập thể bệnh viện", "bệnh viện này"]),
    ("Hợp tác xã Nông nghiệp Thanh Hà (HTX Thanh Hà) ra đời năm 1998.", "Hợp tác xã Nông nghiệp Thanh Hà",
     ["HTX", "hợp tác xã", "đơn vị", "HTX Thanh Hà", "hợp tác xã này"]),
    ("Đồn Biên phòng Pa Lừ có 40 cán bộ, chiến sĩ.", "Đồn Biên phòng Pa Lừ", ["đồn", "đơn vị", "tập thể đơn vị"]),
    ("Hội Nông dân huyện Sơn Lạc có 9.000 hội viên.", "Hội Nông dân huyện Sơn Lạc", ["hội", "đơn vị", "tập thể Hội"]),
    ("Lữ đoàn 574 đóng quân ở Tây Nguyên.", "Lữ đoàn 574", ["lữ đoàn", "đơn vị", "tập thể lữ đoàn"]),
    ("Câu lạc bộ Hát Then Nà Sánh có 30 thành viên.", "Câu lạc bộ Hát Then Nà Sánh", ["câu lạc bộ", "CLB"]),
]
AMONG = [  # what stands between the opening and the award: nothing, a line about nobody, another who only speaks
    None,
    "Những năm đầu, công việc gặp nhiều khó khăn vì thiếu vốn, đường sá lại cách trở.",
    "“Đây là tấm gương để mọi người học tập”, lãnh đạo địa phương nhận xét.",
]
U, H, PM = ("Bằng khen", "UBND tỉnh"), ("Huân chương Lao động hạng Ba", None), ("Bằng khen", "Thủ tướng Chính phủ")
TOLD = [
    ("{r} đã được UBND tỉnh tặng Bằng khen.", [U]),
    ("Năm 2019, {r} được UBND tỉnh tặng Bằng khen.", [U]),
    ("Với những thành tích đó, {r} vinh dự được UBND tỉnh tặng Bằng khen.", [U]),
    ("Năm 2018, {r} vinh dự đón nhận Huân chương Lao động hạng Ba.", [H]),
    ("Không chỉ được bà con yêu mến, {r} còn được UBND tỉnh tặng Bằng khen.", [U]),
    ("Phần thưởng cao quý nhất mà {r} nhận được là Huân chương Lao động hạng Ba.", [H]),
    ("{r} đã nhận nhiều phần thưởng: Huân chương Lao động hạng Ba (2015), Bằng khen của Thủ tướng Chính phủ (2018).",
     [H, PM]),
    ("Năm 2015, {r} được UBND tỉnh tặng Bằng khen; năm 2018 được tặng Huân chương Lao động hạng Ba.", [U, H]),
    ("Ghi nhận những nỗ lực ấy, năm 2020, UBND tỉnh đã tặng Bằng khen cho {r}.", [U]),
    ("Vì vậy, {r} được nhận cờ, được UBND tỉnh tặng Bằng khen.", [U]),
    ("Đến nay, {r} đã được tặng Huân chương Lao động hạng Ba, Bằng khen của Thủ tướng Chính phủ và nhiều giấy khen.",
     [H, PM]),
    ("{r} là một trong những điển hình được UBND tỉnh tặng Bằng khen năm 2022.", [U]),
]
UNSAID = [  # the subject dropped
    ("Năm 2019, được UBND tỉnh tặng Bằng khen.", [U]),
    ("Nhiều năm liền được UBND tỉnh tặng Bằng khen.", [U]),
    ("Với những thành tích đó, đã vinh dự được UBND tỉnh tặng Bằng khen.", [U]),
    ("Đặc biệt, năm 2018, vinh dự đón nhận Huân chương Lao động hạng Ba.", [H]),
]
# fmt: on


def stories() -> Iterator[Case]:
    """Every way to refer to the one told of, with every predicate, near its opening or far from it."""
    for opening, name, refs in STORIES:
        for k, (ref, (pattern, given)) in enumerate(product(refs, TOLD)):
            text = pattern.format(r=ref)
            text = text[0].upper() + text[1:]
            among = AMONG[(k + k // len(TOLD)) % len(AMONG)]
            yield ((f"{opening} {text}",) if among is None else (opening, among, text)), {row(*g, name) for g in given}
        for pattern, given in UNSAID:
            yield (f"{opening} {pattern}",), {row(*g, name) for g in given}
            yield (f"{opening} {AMONG[1]} {pattern}",), {row(*g, name) for g in given}


@pytest.mark.parametrize("cases", [passives, received, stories], ids=lambda made: made.__name__)
def test_every_part_goes_with_every_other(cases: Callable[[], Iterator[Case]]) -> None:
    wrong = [(text, expected, found) for text, expected in cases() if (found := rows(*text)) != expected]
    assert not wrong, f"{len(wrong)} read otherwise, the first: {wrong[:3]}"


# fmt: off
# (inside a sentence, the name, what such a one is called in apposition)
NAMED = [
    ("ông Đặng Văn Khải", "Đặng Văn Khải", "người"),
    ("cô giáo Phan Thị Hoài An", "Phan Thị Hoài An", "người"),
    ("Trường Tiểu học Tân Lập", "Trường Tiểu học Tân Lập", "đơn vị"),
    ("Công ty Cổ phần Dệt may Sông Lam", "Công ty Cổ phần Dệt may Sông Lam", "đơn vị"),
]
SHAPES = [  # the clause of the award inside another, before its subject or behind much else
    "{s}, {n} vừa được UBND tỉnh tặng Bằng khen, đang là tấm gương cho nhiều người.",
    "{s} - {n} được UBND tỉnh tặng Bằng khen năm 2022 - đang là tấm gương cho nhiều người.",
    "Trong số đó có {s}, {n} vừa được UBND tỉnh tặng Bằng khen.",
    "Đó là {s}, {n} được UBND tỉnh tặng Bằng khen.",
    "Một trong những gương mặt đó là {s}, vừa được UBND tỉnh tặng Bằng khen.",
    "Tiêu biểu như {s} được UBND tỉnh tặng Bằng khen.",
    "Nổi bật có {s} được UBND tỉnh tặng Bằng khen vì thành tích xuất sắc.",
    "Được UBND tỉnh tặng Bằng khen, {s} rất vui.",
    "Vinh dự được UBND tỉnh tặng Bằng khen, {s} càng quyết tâm phấn đấu.",
    "Vừa được UBND tỉnh tặng Bằng khen, {s} cho biết sẽ tiếp tục phấn đấu.",
    "Vì những đóng góp ấy, {s} được lãnh đạo huyện biểu dương, được UBND tỉnh tặng Bằng khen.",
    "{s} không chỉ làm giỏi mà còn được UBND tỉnh tặng Bằng khen.",
    "Nhiều năm qua, {s} luôn đi đầu và đã được UBND tỉnh tặng Bằng khen.",
    "Theo ông Lê Đình Phú, Chủ tịch UBND xã, {s} đã được UBND tỉnh tặng Bằng khen.",
    "Ông Lê Đình Phú cho biết thêm: “Năm 2020, {s} được UBND tỉnh tặng Bằng khen”.",
    "Sau khi được Sở Nội vụ thẩm định, {s} đã được UBND tỉnh tặng Bằng khen.",
    "Tính đến nay, {s} đã 3 lần được UBND tỉnh tặng Bằng khen.",
]
HIMSELF = [  # behind "Anh Lò Văn Xương …"
    "“Năm 2019, tôi được UBND tỉnh tặng Bằng khen”, anh Xương kể.",
    "“Tôi đã được UBND tỉnh tặng Bằng khen và đó là niềm vui lớn”, anh nói.",
    "Anh Xương chia sẻ: “Năm 2019, tôi được UBND tỉnh tặng Bằng khen”.",
    "Anh Xương cho biết, năm 2019 anh được UBND tỉnh tặng Bằng khen.",
    "Xương tâm sự: “Được UBND tỉnh tặng Bằng khen, tôi rất vui”.",
    "Theo lời anh, năm 2019 anh được UBND tỉnh tặng Bằng khen.",
    "Anh bảo, khi được UBND tỉnh tặng Bằng khen, anh rất bất ngờ.",
]
NOBODY = [  # no award, another's, or one of whom the text does not tell plainly
    ["{s} chưa được UBND tỉnh tặng Bằng khen."],
    ["{s} xứng đáng được UBND tỉnh tặng Bằng khen."],
    ["{s} mong được UBND tỉnh tặng Bằng khen."],
    ["{s} phấn đấu được UBND tỉnh tặng Bằng khen."],
    ["{s} được mời dự lễ trao Bằng khen của Thủ tướng Chính phủ."],
    ["{s} được UBND tỉnh gửi thư khen."],
    ["{s} không nhận Bằng khen."],
    ["{s} từ chối nhận Bằng khen của UBND tỉnh."],
    ["{s} hướng dẫn 5 học sinh được tặng Bằng khen."],
    ["Nếu đạt kết quả, {s} được UBND tỉnh tặng Bằng khen."],
    ["Cá nhân được tặng Bằng khen được thưởng 3 triệu đồng."],
    ["Theo quy định, tập thể được tặng Huân chương Lao động hạng Ba được thưởng tiền."],
    ["Vợ ông Đặng Văn Khải từng được tặng Bằng khen."],
    ["Con trai ông Đặng Văn Khải được UBND tỉnh tặng Bằng khen."],
    ["Học trò của thầy Đặng Văn Khải được UBND tỉnh tặng Bằng khen."],
    ["Trên tường nhà ông Đặng Văn Khải là những tấm bằng khen, giấy khen."],
    ["Ông Đặng Văn Khải khoe những tấm bằng khen đã ngả màu."],
    ["Ông Đặng Văn Khải và ông Bùi Xuân Đáng cùng quê.", "Năm 2019, ông được UBND tỉnh tặng Bằng khen."],
    ["Bác sĩ Lò Quang Bảo và bác sĩ Lê Văn Sơn khám bệnh.", "Năm 2019, vị bác sĩ này được UBND tỉnh tặng Bằng khen."],
    ["Ông Đặng Văn Khải có con trai là bác sĩ.", "Năm 2019, bác sĩ này được UBND tỉnh tặng Bằng khen."],
    ["Ông Đặng Văn Khải trồng quế.", "Ông Lê Đình Phú, Chủ tịch UBND xã, cho biết đây là tấm gương.",
     "Năm 2019, ông được UBND tỉnh tặng Bằng khen."],
    ["Công ty Hoa Ban và Công ty Sông Lam ký hợp đồng.", "Năm 2019, công ty được UBND tỉnh tặng Bằng khen."],
]
# fmt: on


@pytest.mark.parametrize("shape", SHAPES)
def test_the_clause_stands_anywhere_in_its_sentence(shape: str) -> None:
    for subject, name, noun in NAMED:
        text = shape.format(s=subject, n=noun)
        assert rows(text[0].upper() + text[1:]) == {row("Bằng khen", "UBND tỉnh", name)}


@pytest.mark.parametrize("saying", HIMSELF)
def test_one_tells_of_oneself(saying: str) -> None:
    opening = "Anh Lò Văn Xương sinh ra và lớn lên ở bản Nà Sánh, xã Chiềng Pha."
    assert rows(opening, saying) == {row("Bằng khen", "UBND tỉnh", "Lò Văn Xương")}


@pytest.mark.parametrize("paragraphs", NOBODY)
def test_what_is_not_told_of_one_gives_no_row(paragraphs: list[str]) -> None:
    for subject, _, _ in NAMED:
        told = [p.format(s=subject) for p in paragraphs]
        assert rows(*(p[0].upper() + p[1:] for p in told)) == set()


def test_a_brand_told_more_than_once_is_a_body() -> None:
    told = "Năm 2020, Lam Giang Co.op vinh dự được Chủ tịch nước tặng Huân chương Lao động hạng Ba."
    assert rows("Lam Giang Co.op có 30 siêu thị.", told) == {
        row("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Lam Giang Co.op")
    }
    assert rows(told) == set()


ORDER = "Huân chương Lao động hạng Ba"
# What an order is received at, and who receives it.
# fmt: off
CEREMONIES = [
    ("{s} tổ chức lễ đón nhận {a}.", "{s}"),
    ("{s} tổ chức lễ đón nhận {a} của Chủ tịch nước tặng thưởng.", "{s}"),
    ("Sáng 12/5, {s} long trọng tổ chức lễ công bố quyết định và đón nhận {a}.", "{s}"),
    ("{s} tổ chức lễ kỷ niệm 40 năm thành lập và đón nhận {a}.", "{s}"),
    ("{s} tổ chức lễ kỷ niệm 50 năm thành lập lực lượng Quan trắc và đón nhận {a}.", "{s}"),
    ("{s} tổ chức lễ đón nhận {a} cho Bệnh viện Lam Sơn.", "Bệnh viện Lam Sơn"),
    ("UBND huyện Sơn Lạc tổ chức lễ kỷ niệm 50 năm thành lập {s} và đón nhận {a}.", "{s}"),
    ("Sáng 12/5 diễn ra lễ kỷ niệm 50 năm Ngày truyền thống {s} (1970 - 2020) và đón nhận {a}.", "{s}"),
    ("Lễ kỷ niệm 30 năm thành lập {s}, đón nhận {a} diễn ra sáng 12/5.", "{s}"),
    ("Huyện ủy Sơn Lạc tổ chức lễ kỷ niệm 75 năm thành lập Đoàn Thanh niên, {s} đón nhận {a}.", "{s}"),
    ("Phó Thủ tướng dự lễ đón nhận {a} của {s}.", "{s}"),
    ("Tại lễ đón nhận {a}, lãnh đạo {s} cảm ơn các đại biểu.", None),
]
# fmt: on


@pytest.mark.parametrize(("shape", "who"), CEREMONIES)
@pytest.mark.parametrize("body", ["Sở Tư pháp", "Trường THPT Lam Sơn", "Bộ Chỉ huy Quân sự tỉnh Đồng Nai"])
def test_a_ceremony_of_receiving(shape: str, who: str | None, body: str) -> None:
    told = {(a, _low(r) if isinstance(r, str) else r) for a, _, r, _ in rows(shape.format(s=body, a=ORDER))}
    assert told == ({(ORDER, _low(who.format(s=body)))} if who else set())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"Bệnh viện Lam Sơn đón nhận {ORDER}", {(ORDER, "bệnh viện Lam Sơn", "granted")}),
        (f"Đề nghị tặng {ORDER} cho ông Lò Văn Xương", {(ORDER, "lò Văn Xương", "proposed")}),
        ("Bệnh viện Lam Sơn đón nhận Huân chương Lao động", set()),
    ],
)
def test_a_title_alone_tells_an_order(title: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(a, r, s) for a, _, r, s in rows("Nhiều đại biểu đến dự.", title=title)} == expected


def test_the_text_tells_the_order_of_a_title() -> None:
    title = f"Bệnh viện Lam Sơn đón nhận {ORDER}"
    told = rows(f"Bệnh viện Đa khoa Lam Sơn được Chủ tịch nước tặng {ORDER}.", title=title)
    assert told == {row(ORDER, "Chủ tịch nước", "Bệnh viện Đa khoa Lam Sơn")}


# fmt: off
NO_GRANTORS = [  # who presents, hosts, honours, proposes or hands over together grants nothing
    ("Phó Thủ tướng Thường trực Chính phủ Mai Văn Lĩnh đã trao tặng Huân chương Lao động hạng Nhì cho {r}.", None),
    ("Đảng ủy, Bộ Chỉ huy Quân sự tỉnh tổ chức Lễ trao Huân chương Lao động hạng Nhì cho {r}.", None),
    ("Sở Văn hóa Lam Giang vinh danh, trao tặng Huân chương Lao động hạng Nhì cho {r}.", None),
    ("Thay mặt lãnh đạo Đảng, Nhà nước, bà Mai Thị Lĩnh đã trao Huân chương Lao động hạng Nhì cho {r}.", None),
    ("Sở Nội vụ đề nghị tặng Bằng khen cho {r}.", None),
    ("Công an huyện Sơn Lạc phối hợp Trường THPT Tân Lập trao Giấy khen cho {r}.", None),
    ("Chủ tịch UBND tỉnh - bà Lê Thị Nguyệt vừa quyết định tặng Bằng khen cho {r}.", "Chủ tịch UBND tỉnh"),
    ("Giám đốc Công an tỉnh, Đại tá Lê Hữu Sáng, đã tặng Giấy khen cho {r}.", "Giám đốc Công an tỉnh"),
    ("Công an tỉnh kiến nghị Bộ trưởng Bộ Công an tặng Bằng khen cho {r}.", "Bộ trưởng Bộ Công an"),
]
NO_RECIPIENTS = [  # taken for another, or on a condition; a sea and an island are no persons
    "Lãnh đạo huyện đã trao Bằng khen của UBND tỉnh cho bà Trịnh Thị Xoan (mẹ em Trần Gia Bảo).",
    "Lãnh đạo huyện đã trao Bằng khen của UBND tỉnh cho ông Lê Văn Vẻ, bố của chiến sĩ Trần Gia Bảo.",
    "Công ty May Bình Lam sẽ được tặng Cờ thi đua của UBND tỉnh nếu hoàn thành chỉ tiêu.",
    "Trường hợp hoàn thành, Công ty May Bình Lam được tặng Cờ thi đua của UBND tỉnh.",
    "Đội tàu tuần tra trên Thái Bình Dương. Năm 2021, ông được UBND tỉnh tặng Bằng khen.",
    "Bài hát kể về Trường Sơn, về Hoàng Sa. Năm 2021, ông được UBND tỉnh tặng Bằng khen.",
]
# fmt: on


@pytest.mark.parametrize(("told", "grantor"), NO_GRANTORS)
def test_who_grants_is_not_who_presents_hosts_or_proposes(told: str, grantor: str | None) -> None:
    for subject, name, _ in NAMED:
        assert {(g, who) for _, g, who, _ in rows(told.format(r=subject))} == {(grantor, _low(name))}


@pytest.mark.parametrize("text", NO_RECIPIENTS)
def test_who_takes_it_for_another_is_given_nothing(text: str) -> None:
    assert rows(text) == set()
