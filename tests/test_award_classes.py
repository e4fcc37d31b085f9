"""Classes of one order in a row, spellings of forms, and what a list tells of others' awards."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award

ORDER = "Huân chương Lao động"
FIRST, SECOND, THIRD = (f"{ORDER} hạng {c}" for c in ("Nhất", "Nhì", "Ba"))
A, B, C = "Sở Nội vụ", "Công ty Lam Giang", "Sở Y tế"


def told(sentence: str) -> list[tuple[str, str | int | None]]:
    return [(f.award, f.recipient or f.count) for f in facts(Award, sentence)]


# fmt: off
SENTENCES: list[tuple[str, list[tuple[str, str | int]]]] = [
    # as many classes as names: one each, in order
    (f"Chủ tịch nước tặng {FIRST}, hạng Nhì, hạng Ba cho {A}, {B} và {C}.", [(FIRST, A), (SECOND, B), (THIRD, C)]),
    (f"Chủ tịch nước tặng {FIRST}, Nhì và Ba cho {A}, {B} và {C}.", [(FIRST, A), (SECOND, B), (THIRD, C)]),
    (f"{A}, {B} lần lượt được tặng {FIRST}, hạng Ba.", [(FIRST, A), (THIRD, B)]),
    # one name has got them all
    (f"Chủ tịch nước tặng {FIRST}, Nhì, Ba cho {A}.", [(FIRST, A), (SECOND, A), (THIRD, A)]),
    # another number: nobody can tell who got which
    (f"Chủ tịch nước tặng {FIRST}, hạng Nhì, hạng Ba cho {A} và {B}.", []),
    (f"Chủ tịch nước tặng {FIRST}, hạng Nhì cho {A} và 4 cá nhân.", []),
    # a number over several classes is of the order; not where another form shares it
    (f"Chủ tịch nước tặng {FIRST} cho {A}, hạng Nhì, Ba cho 9 cá nhân.", [(FIRST, A), (ORDER, 9)]),
    (f"Chủ tịch nước tặng {FIRST} cho 3 cá nhân, hạng Nhì, Ba cho 9 cá nhân.", [(FIRST, 3), (ORDER, 9)]),
    (f"Chủ tịch nước tặng {SECOND}, hạng Ba và danh hiệu Nhà giáo ưu tú cho 9 cá nhân.", []),
    (f"Chủ tịch nước tặng {FIRST} cho {A}, hạng Nhì cho {B}.", [(FIRST, A), (SECOND, B)]),
    (f"Chủ tịch nước tặng {FIRST} cho {A}, Ba tập thể khác.", [(FIRST, A), (FIRST, 3)]),
    # a class of a medal that no list knows is none of the order before it
    (f"{A} được tặng {FIRST}, Huy chương Kháng chiến hạng Nhì.", [(FIRST, A)]),
    # spellings of a class and of the order
    *((f"Chủ tịch nước tặng {words} cho {A}.", [(THIRD, A)]) for words in (
        f"{ORDER} hạng 3", f"{ORDER} hạng III", f"{ORDER} (hạng Ba)", f"“{ORDER} hạng Ba”", f"{ORDER} cao quý hạng Ba",
        "Huân chương “Lao động” hạng Ba", 'Huân chương "Lao động hạng Ba"', "HC Lao động hạng Ba", "HCLĐ hạng Ba",
        "Huân chương LĐ hạng Ba", "Huân chương cao quý Lao động hạng Ba", "HUÂN CHƯƠNG LAO ĐỘNG HẠNG BA")),
    *((f"{A} được tặng {ORDER} {words}.", [(FIRST, A), (SECOND, A), (THIRD, A)]) for words in (
        "hạng Nhất - Nhì - Ba", "hạng I, II, III", "các hạng Nhất, Nhì, Ba", "(hạng Nhất, Nhì và Ba)")),
    # of several classes of no told order only a number can be counted
    ("Chủ tịch nước tặng Huân chương các hạng cho 11 tập thể.", [("Huân chương", 11)]),
    (f"Chủ tịch nước tặng Huân chương các loại cho {A}.", []),
    # titles of the people's level and badges, as told
    *((f"Tỉnh tặng {words} cho ông Lò Văn Pao.", [(name, "Lò Văn Pao")] if name else []) for words, name in (
        ("danh hiệu “Nông dân sản xuất, kinh doanh giỏi” cấp tỉnh", "Nông dân sản xuất kinh doanh giỏi cấp tỉnh"),
        ("danh hiệu Công nhân giỏi Thủ đô", "Công nhân giỏi Thủ đô"),
        ("quà nông dân sản xuất giỏi", None),
        ("danh hiệu CSTĐ", "Chiến sĩ thi đua"),
        ("danh hiệu CSTĐ cấp huyện", "Chiến sĩ thi đua cấp huyện"),
        ("danh hiệu “Chiến sĩ thi đua” toàn quốc", "Chiến sĩ thi đua toàn quốc"),
        ("kỷ niệm chương vì sự nghiệp giáo dục", "Kỷ niệm chương Vì sự nghiệp giáo dục"),
        ("Kỷ niệm chương Vì sự nghiệp Văn hóa, Thể thao và Du lịch",
         "Kỷ niệm chương Vì sự nghiệp Văn hóa, Thể thao và Du lịch"),
        ("Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn",
         "Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn"),
        ("kỷ niệm chương vì những đóng góp to lớn", "Kỷ niệm chương"),
        ("huy hiệu tuổi trẻ dũng cảm", "Huy hiệu Tuổi trẻ dũng cảm"),
        ("Huy chương “Tuổi trẻ dũng cảm”", "Huy chương Tuổi trẻ dũng cảm"),
        ("Huy hiệu Bác Hồ", "Huy hiệu Bác Hồ"),
        ("Huy hiệu 50 năm tuổi Đảng", None), ("huy hiệu nhỏ", None))),
    # "các hạng" is what its classes tell in brackets
    (f"Chủ tịch nước tặng {ORDER} các hạng cho 3 tập thể, 4 cá nhân (hạng nhất 3 tập thể; hạng ba cho 4 cá nhân).",
     [(FIRST, 3), (THIRD, 4)]),
    (f"Chủ tịch nước tặng {ORDER} các hạng cho 3 tập thể.", [(ORDER, 3)]),
    # what a body's people have received is not counted for the body
    (f"{A} được Nhà nước tặng Huân chương Hồ Chí Minh, 21 {ORDER} các hạng cho cá nhân và tập thể.",
     [("Huân chương Hồ Chí Minh", A), (ORDER, 21)]),
    (f"{A} được Nhà nước tặng Huân chương Hồ Chí Minh, 3 {ORDER}.", [("Huân chương Hồ Chí Minh", A), (ORDER, A)]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_classes(sentence: str, expected: list[tuple[str, str | int]]) -> None:
    assert told(sentence) == expected
