"""Members that are places, whose kind is told once, and who is no member."""

from __future__ import annotations

import pytest
from bloc_parts import read

from extract.model import Member

MEMBERS = [
    (
        "Cụm thi đua các huyện ven biển gồm: Tân Hải, Bình Lộc, Phước Đông và thị xã Sông Ba đã tổng kết.",
        ["huyện Tân Hải", "huyện Bình Lộc", "huyện Phước Đông", "thị xã Sông Ba"],
    ),
    (
        "Cụm thi đua các huyện, thành phố phía Tây (gồm: Tân Hải, Bình Lộc, TP Sông Ba) tổ chức sơ kết.",
        ["Tân Hải", "Bình Lộc", "thành phố Sông Ba"],
    ),
    (
        "Cụm thi đua số 3 gồm 5 huyện, thị xã: TX Sông Ba, Tân Hải, Bình Lộc, Phước Đông, Đồng Xuân.",
        ["thị xã Sông Ba", "Tân Hải", "Bình Lộc", "Phước Đông", "Đồng Xuân"],
    ),
    (
        "Cụm thi đua số 1 có 5 tỉnh, thành phố gồm: Hà Nội, Hải Phòng, Quảng Ninh, Hải Dương, Hưng Yên.",
        ["Hà Nội", "Hải Phòng", "Quảng Ninh", "Hải Dương", "Hưng Yên"],
    ),
    (
        "Cụm thi đua số 5 gồm 4 tỉnh, thành: TP.HCM, Bình Dương, Đồng Nai và Tây Ninh.",
        ["thành phố Hồ Chí Minh", "Bình Dương", "Đồng Nai", "Tây Ninh"],
    ),
    (
        ("Cụm thi đua các tỉnh Bắc Trung Bộ gồm thành phố Huế, Quảng Trị, Quảng Bình, Hà Tĩnh, Nghệ An và Thanh Hóa."),
        ["thành phố Huế", "Quảng Trị", "Quảng Bình", "Hà Tĩnh", "Nghệ An", "Thanh Hóa"],
    ),
    (
        "Cụm thi đua số 2 có 5 xã: Đắk R'lấp, Ia H'Drai, Ea Súp, Chư Sê, Krông Nô.",
        ["xã Đắk R'lấp", "xã Ia H'Drai", "xã Ea Súp", "xã Chư Sê", "xã Krông Nô"],
    ),
    (
        (
            "Hội nghị Cụm thi đua số 4 có sự tham dự của lãnh đạo UBND 5 xã thành viên trong cụm, gồm: Tân "
            "Hải, Bình Lộc, Phước Đông, Đồng Xuân và An Mỹ."
        ),
        ["xã Tân Hải", "xã Bình Lộc", "xã Phước Đông", "xã Đồng Xuân", "xã An Mỹ"],
    ),
    (
        ("Dự hội nghị có đại diện lãnh đạo 4 phường trong Cụm thi đua số 8: Tân Hải, Bình Lộc, Phước Đông, An Mỹ."),
        ["phường Tân Hải", "phường Bình Lộc", "phường Phước Đông", "phường An Mỹ"],
    ),
    (
        ("Trong Cụm thi đua số 4, ngoài xã Tân Hải là Cụm trưởng, còn có xã Bình Lộc, xã An Mỹ và phường Phước Đông."),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "phường Phước Đông"],
    ),
    (
        (
            "Cụm thi đua số 2 do xã Tân Hải làm Cụm trưởng, gồm 4 đơn vị là các xã Tân Hải, Bình Lộc, An Mỹ và "
            "phường Sông Ba."
        ),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "phường Sông Ba"],
    ),
    (
        "Cụm thi đua số 1 gồm 4 đơn vị: Thị trấn Tân Hải, xã Bình Lộc, xã An Mỹ và xã Đông Phú.",
        ["thị trấn Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú"],
    ),
    (
        "Cụm thi đua miền núi phía Bắc gồm các tỉnh Lào Cai, Yên Bái, Sơn La, Điện Biên, Lai Châu.",
        ["tỉnh Lào Cai", "tỉnh Yên Bái", "tỉnh Sơn La", "tỉnh Điện Biên", "tỉnh Lai Châu"],
    ),
    (
        (
            "6 đơn vị thuộc Cụm thi đua số 5 gồm các xã: Tân Hải, Bình Lộc, An Mỹ, Đông Phú, Tây Phú và phường "
            "Sông Ba đã ký kết giao ước thi đua."
        ),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú", "xã Tây Phú", "phường Sông Ba"],
    ),
    (
        "Cụm thi đua số 5 (gồm 4 xã Tân Hải, Bình Lộc, An Mỹ, Đông Phú) vừa tổng kết phong trào thi đua.",
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú"],
    ),
    (
        "Cụm thi đua số 1 các xã vùng cao gồm Nậm Lúc, Bản Cái, Cốc Lầu và Nậm Khánh.",
        ["xã Nậm Lúc", "xã Bản Cái", "xã Cốc Lầu", "xã Nậm Khánh"],
    ),
    (
        "Cụm thi đua các phường trung tâm gồm 5 đơn vị: Tân Hải, Bình Lộc, An Mỹ, Đông Phú, Tây Phú.",
        ["phường Tân Hải", "phường Bình Lộc", "phường An Mỹ", "phường Đông Phú", "phường Tây Phú"],
    ),
    (
        "Cụm thi đua số 2 gồm 3 huyện và 1 thị xã: Tân Hải, Bình Lộc, An Mỹ và Sông Ba.",
        ["Tân Hải", "Bình Lộc", "An Mỹ", "Sông Ba"],
    ),
    (
        "Cụm thi đua số 2 gồm 3 huyện: Tân Hải, Bình Lộc, An Mỹ và thành phố Sông Ba.",
        ["huyện Tân Hải", "huyện Bình Lộc", "huyện An Mỹ", "thành phố Sông Ba"],
    ),
    (
        "Cụm thi đua số 4 gồm các phường 5, 6, 7, Bình Lộc và xã An Mỹ.",
        ["phường 5", "phường 6", "phường 7", "phường Bình Lộc", "xã An Mỹ"],
    ),
    (
        "Tại xã Tân Hải, Cụm thi đua số 3 (xã Tân Hải, Bình Lộc, An Mỹ, Đông Phú) tổng kết năm.",
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú"],
    ),
    (
        ("Năm 2025, sau khi sắp xếp lại, Cụm thi đua số 3 còn 4 đơn vị là các xã Tân Hải, Bình Lộc, An Mỹ, Đông Phú."),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú"],
    ),
    (
        ("Cụm thi đua số 2 gồm 6 đơn vị (xã Tân Hải, xã Bình Lộc, xã An Mỹ, xã Đông Phú, xã Tây Phú, phường Sông Ba)."),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú", "xã Tây Phú", "phường Sông Ba"],
    ),
    (
        ("Hội nghị có sự tham dự của đại diện các sở: Y tế, Nội vụ, Tư pháp. Khối thi đua số 3 có 9 thành viên."),
        [],
    ),
    (
        "Tham dự hội nghị tổng kết Cụm thi đua số 3 có lãnh đạo các xã Tân Hải, Bình Lộc, An Mỹ.",
        [],
    ),
    (
        "Cụm thi đua số 3 có 3 xã được tặng Cờ thi đua gồm: Tân Hải, Bình Lộc, An Mỹ.",
        [],
    ),
    (
        "Cụm thi đua các huyện miền núi có 2 huyện về đích nông thôn mới là Tân Hải và Bình Lộc.",
        [],
    ),
    (
        "Khối thi đua các sở gồm 3 nội dung thi đua: Chuyển đổi số, Cải cách hành chính, Xây dựng Đảng.",
        [],
    ),
    (
        "Trong Khối thi đua số 2, ngoài Sở Y tế được tặng Cờ thi đua còn có Sở Nội vụ được tặng Bằng khen.",
        [],
    ),
    (
        "Hội nghị Cụm thi đua số 3 trao thưởng cho 3 xã trong cụm, gồm: Tân Hải, Bình Lộc, An Mỹ.",
        [],
    ),
    (
        ("Cụm thi đua số 6 ký kết giao ước thi đua giữa 4 đơn vị: xã Tân Hải, xã Bình Lộc, xã An Mỹ, xã Đông Phú."),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú"],
    ),
    (
        "Đại diện 4 xã Tân Hải, Bình Lộc, An Mỹ, Đông Phú ký giao ước thi đua Cụm thi đua số 6.",
        [],
    ),
    (
        "Cụm thi đua phía Nam tập hợp 5 xã, thị trấn: thị trấn Sông Ba, Tân Hải, Bình Lộc, An Mỹ, Đông Phú.",
        ["thị trấn Sông Ba", "Tân Hải", "Bình Lộc", "An Mỹ", "Đông Phú"],
    ),
    (
        "Cụm thi đua số 4 gồm thành phố Sông Ba và các huyện Tân Hải, Bình Lộc.",
        ["thành phố Sông Ba", "huyện Tân Hải", "huyện Bình Lộc"],
    ),
    (
        (
            "Hội nghị tổng kết Khối thi đua số 5 có đại diện Ban Thi đua - Khen thưởng tỉnh, lãnh đạo các đơn "
            "vị: Hội Nhà báo, Hội Luật gia."
        ),
        [],
    ),
    (
        "Khối thi đua số 5 phối hợp với các đơn vị: Sở Y tế, Sở Nội vụ tổ chức hội thao.",
        [],
    ),
    (
        ("Trong năm, Khối thi đua số 5 có nhiều mô hình hay như: Công an xã Tân Hải, Hội Nông dân xã Bình Lộc."),
        [],
    ),
    (
        "Khối thi đua số 5 gồm các hoạt động: Ngày Chủ nhật xanh, Tết vì người nghèo, Hiến máu.",
        [],
    ),
    (
        "Cụm thi đua số 6 gồm các Chi bộ: Trường Mầm non Hoa Sen, Trạm Y tế, Công an xã.",
        [],
    ),
    (
        "Cụm thi đua số 6 Công an tỉnh gồm 4 phòng: Phòng Tham mưu, Phòng Hậu cần, PC06, PC08.",
        ["Phòng Tham mưu", "Phòng Hậu cần", "PC06", "PC08"],
    ),
    (
        (
            "Cụm thi đua số 2 gồm 12 tỉnh miền Tây: Long An, Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng "
            "Tháp, An Giang, Kiên Giang, Hậu Giang, Sóc Trăng, Bạc Liêu và Cà Mau."
        ),
        [
            "tỉnh Long An",
            "tỉnh Tiền Giang",
            "tỉnh Bến Tre",
            "tỉnh Trà Vinh",
            "tỉnh Vĩnh Long",
            "tỉnh Đồng Tháp",
            "tỉnh An Giang",
            "tỉnh Kiên Giang",
            "tỉnh Hậu Giang",
            "tỉnh Sóc Trăng",
            "tỉnh Bạc Liêu",
            "tỉnh Cà Mau",
        ],
    ),
    (
        "Cụm thi đua số 2 có các địa phương: huyện Tân Hải, Bình Lộc, An Mỹ và TP Sông Ba, TX Đông Phú.",
        ["huyện Tân Hải", "huyện Bình Lộc", "huyện An Mỹ", "thành phố Sông Ba", "thị xã Đông Phú"],
    ),
    (
        (
            "Cụm thi đua số 2, gồm TP Sông Ba, huyện Tân Hải, huyện Bình Lộc, do TP Sông Ba làm Cụm trưởng, đã "
            "ký kết giao ước thi đua."
        ),
        ["thành phố Sông Ba", "huyện Tân Hải", "huyện Bình Lộc"],
    ),
    (
        "Cụm thi đua số 1 gồm các xã Tân Hải, Bình Lộc; các phường An Mỹ, Đông Phú; thị trấn Tây Phú.",
        ["xã Tân Hải", "xã Bình Lộc", "phường An Mỹ", "phường Đông Phú", "thị trấn Tây Phú"],
    ),
]


@pytest.mark.parametrize(("text", "names"), MEMBERS)
def test_members(text: str, names: list[str]) -> None:
    found = [fact.name.lower() for fact in read(*text.split("\n")) if isinstance(fact, Member)]
    assert sorted(found) == sorted(name.lower() for name in names)
