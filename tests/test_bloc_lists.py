"""Lists of members and of offices in many wordings: kinds told once, before or behind, tails, short forms, brackets."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Leader, Member


def read(text: str) -> list[Member | Leader]:
    raw = {"title": "Tin tức", "published": "2024-03-01", "paragraphs": text.split("\n")}
    return [fact for fact in find(article_from_json(raw)) if isinstance(fact, Member | Leader)]


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
        "Cụm thi đua số 9 gồm 4 đơn vị: Huyện ủy Cư M’gar, Ea Kar, Đắk R’lấp và Thị ủy An Khê.",
        ["Huyện ủy Cư M’gar", "Huyện ủy Ea Kar", "Huyện ủy Đắk R’lấp", "Thị ủy An Khê"],
    ),
    (
        "Cụm thi đua số 2 có 5 xã: Đắk R'lấp, Ia H'Drai, Ea Súp, Chư Sê, Krông Nô.",
        ["xã Đắk R'lấp", "xã Ia H'Drai", "xã Ea Súp", "xã Chư Sê", "xã Krông Nô"],
    ),
    (
        (
            "Khối thi đua các trường cao đẳng, trung cấp tỉnh tổng kết năm học. Tham gia khối thi đua năm nay "
            "có 5 trường, gồm: CĐ Y tế Sông Ba, CĐ Nghề Sông Ba, CĐ Du lịch Tân Hải, TC Luật Sông Ba, TC Kỹ "
            "thuật Tân Hải."
        ),
        [
            "Trường Cao đẳng Y tế Sông Ba",
            "Trường Cao đẳng Nghề Sông Ba",
            "Trường Cao đẳng Du lịch Tân Hải",
            "Trường Trung cấp Luật Sông Ba",
            "Trường Trung cấp Kỹ thuật Tân Hải",
        ],
    ),
    (
        (
            "Khối các trường đại học, cao đẳng tỉnh vừa tổng kết phong trào thi đua. Khối gồm Trường ĐH Sông "
            "Ba, Trường CĐ Sư phạm Tân Hải và Trường TC Nghề Bình Lộc."
        ),
        ["Trường Đại học Sông Ba", "Trường Cao đẳng Sư phạm Tân Hải", "Trường Trung cấp Nghề Bình Lộc"],
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
        (
            "Khối thi đua số 7 năm 2025 có 7 đơn vị thành viên: Ủy ban MTTQ, Hội Nông dân, Hội LHPN, Hội CCB, "
            "Tỉnh đoàn, LĐLĐ, Liên minh HTX tỉnh."
        ),
        [
            "Ủy ban MTTQ tỉnh",
            "Hội Nông dân tỉnh",
            "Hội Liên hiệp Phụ nữ tỉnh",
            "Hội Cựu chiến binh tỉnh",
            "Tỉnh đoàn",
            "Liên đoàn Lao động tỉnh",
            "Liên minh Hợp tác xã tỉnh",
        ],
    ),
    (
        (
            "Khối thi đua số 5 gồm có 6 cơ quan: Hội Nhà báo, Hội Luật gia, Hội Đông y, Hội Khuyến học, Liên "
            "hiệp các Hội Khoa học và Kỹ thuật, Liên hiệp các tổ chức hữu nghị tỉnh."
        ),
        [
            "Hội Nhà báo tỉnh",
            "Hội Luật gia tỉnh",
            "Hội Đông y tỉnh",
            "Hội Khuyến học tỉnh",
            "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
            "Liên hiệp các tổ chức hữu nghị tỉnh",
        ],
    ),
    (
        (
            "Khối thi đua Nội chính gồm: Công an, Bộ CHQS, Bộ đội Biên phòng, Viện KSND, TAND, Cục THADS tỉnh; "
            "Sở Tư pháp và Thanh tra tỉnh."
        ),
        [
            "Công an tỉnh",
            "Bộ Chỉ huy Quân sự tỉnh",
            "Bộ đội Biên phòng tỉnh",
            "Viện kiểm sát nhân dân tỉnh",
            "Tòa án nhân dân tỉnh",
            "Cục Thi hành án dân sự tỉnh",
            "Sở Tư pháp",
            "Thanh tra tỉnh",
        ],
    ),
    (
        "Công an 4 huyện Cụm thi đua số 3 gồm Tân Hải, Bình Lộc, Phước Đông và Đồng Xuân đã ký giao ước.",
        ["Công an huyện Tân Hải", "Công an huyện Bình Lộc", "Công an huyện Phước Đông", "Công an huyện Đồng Xuân"],
    ),
    (
        "VKSND 3 huyện Cụm thi đua số 1 gồm: Tân Hải, Bình Lộc và Phước Đông tổ chức hội nghị.",
        [
            "Viện kiểm sát nhân dân huyện Tân Hải",
            "Viện kiểm sát nhân dân huyện Bình Lộc",
            "Viện kiểm sát nhân dân huyện Phước Đông",
        ],
    ),
    (
        (
            "Khối thi đua II có sự tham gia của Công đoàn 4 Bộ: Bộ Tài chính; Bộ Nội vụ; Bộ Văn hóa, Thể thao "
            "và Du lịch; Bộ Tư pháp."
        ),
        [
            "Công đoàn Bộ Tài chính",
            "Công đoàn Bộ Nội vụ",
            "Công đoàn Bộ Văn hóa, Thể thao và Du lịch",
            "Công đoàn Bộ Tư pháp",
        ],
    ),
    (
        (
            "Khối thi đua các ngân hàng gồm: chi nhánh Sông Ba của các ngân hàng Vietcombank, BIDV, Agribank "
            "và VietinBank."
        ),
        [
            "Vietcombank chi nhánh Sông Ba",
            "BIDV chi nhánh Sông Ba",
            "Agribank chi nhánh Sông Ba",
            "VietinBank chi nhánh Sông Ba",
        ],
    ),
    (
        (
            "Khối thi đua số 1 họp. Khối gồm: Văn phòng Tỉnh ủy; Văn phòng Đoàn ĐBQH, HĐND tỉnh; Văn phòng "
            "UBND tỉnh; các Sở Nội vụ, Tư pháp, Ngoại vụ; Ban Dân tộc."
        ),
        [
            "Văn phòng Tỉnh ủy",
            "Văn phòng Đoàn Đại biểu Quốc hội, HĐND tỉnh",
            "Văn phòng UBND tỉnh",
            "Sở Nội vụ",
            "Sở Tư pháp",
            "Sở Ngoại vụ",
            "Ban Dân tộc",
        ],
    ),
    (
        (
            "Khối thi đua số 2 tổng kết năm. Danh sách thành viên Khối:\n- Sở Y tế (Khối trưởng)\n- Sở Nội vụ "
            "(Khối phó)\n- Thanh tra tỉnh"
        ),
        ["Sở Y tế", "Sở Nội vụ", "Thanh tra tỉnh"],
    ),
    (
        ("Trong Cụm thi đua số 4, ngoài xã Tân Hải là Cụm trưởng, còn có xã Bình Lộc, xã An Mỹ và phường Phước Đông."),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "phường Phước Đông"],
    ),
    (
        (
            "Cụm thi đua các trường phổ thông phía Bắc có 4 đơn vị: Trường THCS và THPT Tân Hải, Trường THPT "
            "Bình Lộc, Trường THPT Phan Văn Đạt và Trường PTDT nội trú Phước Đông."
        ),
        [
            "Trường THCS và THPT Tân Hải",
            "Trường THPT Bình Lộc",
            "Trường THPT Phan Văn Đạt",
            "Trường Phổ thông dân tộc nội trú Phước Đông",
        ],
    ),
    (
        ("Cụm thi đua số 1 gồm Sở Nội vụ 4 thành phố trực thuộc trung ương: Hà Nội, Hải Phòng, Đà Nẵng, Cần Thơ."),
        [
            "Sở Nội vụ thành phố Hà Nội",
            "Sở Nội vụ thành phố Hải Phòng",
            "Sở Nội vụ thành phố Đà Nẵng",
            "Sở Nội vụ thành phố Cần Thơ",
        ],
    ),
    (
        (
            "Khối thi đua doanh nghiệp số 1 có 5 thành viên là: Công ty Điện lực Sông Ba, Công ty TNHH MTV Cấp "
            "nước Sông Ba, Tổng công ty Lâm Hải, Viễn thông Sông Ba và Bưu điện tỉnh."
        ),
        [
            "Công ty Điện lực Sông Ba",
            "Công ty TNHH MTV Cấp nước Sông Ba",
            "Tổng công ty Lâm Hải",
            "Viễn thông Sông Ba",
            "Bưu điện tỉnh",
        ],
    ),
    (
        (
            "Khối thi đua số 9 hiện có các thành viên: Cảng Sông Ba, Xí nghiệp Vận tải Tân Hải, Nhà máy Đường "
            "Bình Lộc và Công ty CP Dệt may An Mỹ."
        ),
        ["Cảng Sông Ba", "Xí nghiệp Vận tải Tân Hải", "Nhà máy Đường Bình Lộc", "Công ty Cổ phần Dệt may An Mỹ"],
    ),
    (
        (
            "Cụm thi đua ngành Y tế số 2 gồm Trung tâm Y tế các huyện Tân Hải, Bình Lộc, An Mỹ; Bệnh viện Đa "
            "khoa khu vực Sông Ba; Bệnh viện Mắt."
        ),
        [
            "Trung tâm Y tế huyện Tân Hải",
            "Trung tâm Y tế huyện Bình Lộc",
            "Trung tâm Y tế huyện An Mỹ",
            "Bệnh viện Đa khoa khu vực Sông Ba",
            "Bệnh viện Mắt",
        ],
    ),
    (
        (
            "Cụm thi đua số 2 do xã Tân Hải làm Cụm trưởng, gồm 4 đơn vị là các xã Tân Hải, Bình Lộc, An Mỹ và "
            "phường Sông Ba."
        ),
        ["xã Tân Hải", "xã Bình Lộc", "xã An Mỹ", "phường Sông Ba"],
    ),
    (
        (
            "Năm 2024, Khối thi đua các cơ quan tham mưu có 6 đơn vị thành viên, đó là: Sở Nội vụ, Sở Tư pháp, "
            "Sở Tài chính, Thanh tra tỉnh, Văn phòng UBND tỉnh và Sở Ngoại vụ."
        ),
        ["Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Sở Ngoại vụ"],
    ),
    (
        (
            "Các thành viên Khối thi đua số 3 gồm BHXH tỉnh, KBNN tỉnh, Cục Thuế tỉnh, Cục Thống kê tỉnh, NHNN "
            "chi nhánh tỉnh."
        ),
        [
            "Bảo hiểm xã hội tỉnh",
            "Kho bạc Nhà nước tỉnh",
            "Cục Thuế tỉnh",
            "Cục Thống kê tỉnh",
            "Ngân hàng Nhà nước chi nhánh tỉnh",
        ],
    ),
    (
        (
            "Cụm thi đua số 3 MTTQ tỉnh gồm 4 đơn vị: UBMTTQVN huyện Tân Hải, UBMTTQVN huyện Bình Lộc, "
            "UBMTTQVN huyện An Mỹ và UBMTTQVN thị xã Sông Ba."
        ),
        ["UBMTTQVN huyện Tân Hải", "UBMTTQVN huyện Bình Lộc", "UBMTTQVN huyện An Mỹ", "UBMTTQVN thị xã Sông Ba"],
    ),
    (
        (
            "Cụm thi đua số 2 lực lượng vũ trang có 4 đơn vị: Ban CHQS các huyện Tân Hải, Bình Lộc, An Mỹ và "
            "thị xã Sông Ba."
        ),
        [
            "Ban Chỉ huy Quân sự huyện Tân Hải",
            "Ban Chỉ huy Quân sự huyện Bình Lộc",
            "Ban Chỉ huy Quân sự huyện An Mỹ",
            "Ban Chỉ huy Quân sự thị xã Sông Ba",
        ],
    ),
    (
        "Cụm thi đua số 1 gồm 4 đơn vị: Thị trấn Tân Hải, xã Bình Lộc, xã An Mỹ và xã Đông Phú.",
        ["thị trấn Tân Hải", "xã Bình Lộc", "xã An Mỹ", "xã Đông Phú"],
    ),
    (
        "Cụm thi đua Công đoàn số 2 gồm LĐLĐ huyện Tân Hải, Bình Lộc, An Mỹ và LĐLĐ thị xã Sông Ba.",
        [
            "Liên đoàn Lao động huyện Tân Hải",
            "Liên đoàn Lao động huyện Bình Lộc",
            "Liên đoàn Lao động huyện An Mỹ",
            "Liên đoàn Lao động thị xã Sông Ba",
        ],
    ),
    (
        "Cụm thi đua số 3 Hội Nông dân tỉnh có Hội Nông dân các xã, phường: Tân Hải, Bình Lộc, An Mỹ.",
        ["Hội Nông dân Tân Hải", "Hội Nông dân Bình Lộc", "Hội Nông dân An Mỹ"],
    ),
    (
        "Cụm thi đua miền núi phía Bắc gồm các tỉnh Lào Cai, Yên Bái, Sơn La, Điện Biên, Lai Châu.",
        ["tỉnh Lào Cai", "tỉnh Yên Bái", "tỉnh Sơn La", "tỉnh Điện Biên", "tỉnh Lai Châu"],
    ),
    (
        "Cụm thi đua báo Đảng các tỉnh Đông Nam Bộ gồm các báo: Đồng Nai, Bình Dương, Tây Ninh, Bình Phước.",
        ["Báo Đồng Nai", "Báo Bình Dương", "Báo Tây Ninh", "Báo Bình Phước"],
    ),
    (
        (
            "Hội nghị Khối thi đua số 6 có sự tham gia của 5 đơn vị thành viên trong Khối: Sở Công Thương, Sở "
            "Xây dựng, Sở GTVT, Sở KH&ĐT, Ban Quản lý Khu kinh tế."
        ),
        ["Sở Công Thương", "Sở Xây dựng", "Sở Giao thông vận tải", "Sở Kế hoạch và Đầu tư", "Ban Quản lý Khu kinh tế"],
    ),
    (
        (
            "Khối thi đua số 4 được thành lập trên cơ sở 4 đơn vị: Đài PT-TH tỉnh, Báo Sông Ba, Trường Chính "
            "trị tỉnh, Hội Nhà báo tỉnh."
        ),
        ["Đài Phát thanh và Truyền hình tỉnh", "Báo Sông Ba", "Trường Chính trị tỉnh", "Hội Nhà báo tỉnh"],
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
        ("Cụm thi đua số 7 gồm 5 Chi cục Thuế khu vực: Tân Hải - Bình Lộc, An Mỹ, Đông Phú, Sông Ba và Tây Phú."),
        [
            "Chi cục Thuế khu vực Tân Hải - Bình Lộc",
            "Chi cục Thuế khu vực An Mỹ",
            "Chi cục Thuế khu vực Đông Phú",
            "Chi cục Thuế khu vực Sông Ba",
            "Chi cục Thuế khu vực Tây Phú",
        ],
    ),
    (
        "Cụm thi đua số 2 gồm phòng GD&ĐT các huyện Tân Hải, Bình Lộc và phòng GD&ĐT thị xã Sông Ba.",
        [
            "Phòng Giáo dục và Đào tạo huyện Tân Hải",
            "Phòng Giáo dục và Đào tạo huyện Bình Lộc",
            "phòng Giáo dục và Đào tạo thị xã Sông Ba",
        ],
    ),
    (
        ("Tham gia Cụm thi đua số 4 có 5 đơn vị gồm: TAND tỉnh Sơn La, Lai Châu, Điện Biên, Hòa Bình, Lào Cai."),
        [
            "Tòa án nhân dân tỉnh Sơn La",
            "Tòa án nhân dân tỉnh Lai Châu",
            "Tòa án nhân dân tỉnh Điện Biên",
            "Tòa án nhân dân tỉnh Hòa Bình",
            "Tòa án nhân dân tỉnh Lào Cai",
        ],
    ),
    (
        (
            "Khối thi đua các hội đặc thù gồm 5 hội: Hội Người mù, Hội Người cao tuổi, Hội Khuyến học, Hội Cựu "
            "thanh niên xung phong, Hội Nạn nhân chất độc da cam/dioxin tỉnh."
        ),
        [
            "Hội Người mù tỉnh",
            "Hội Người cao tuổi tỉnh",
            "Hội Khuyến học tỉnh",
            "Hội Cựu thanh niên xung phong tỉnh",
            "Hội Nạn nhân chất độc da cam/dioxin tỉnh",
        ],
    ),
    (
        (
            "Dự ký kết có lãnh đạo của 4 Hội trong Khối thi đua số 3, gồm: Hội Người mù tỉnh (làm trưởng "
            "khối), Hội Khuyến học tỉnh (làm phó khối), Hội Chữ thập đỏ tỉnh, Câu lạc bộ Hưu trí tỉnh."
        ),
        ["Hội Người mù tỉnh", "Hội Khuyến học tỉnh", "Hội Chữ thập đỏ tỉnh", "Câu lạc bộ Hưu trí tỉnh"],
    ),
    (
        (
            "Khối thi đua số 8 gồm các cơ quan: Đảng ủy Khối các cơ quan, Đảng ủy Công an, Trường Chính trị, "
            "Báo Sông Ba và Văn phòng Tỉnh ủy."
        ),
        ["Đảng ủy Khối các cơ quan", "Đảng ủy Công an", "Trường Chính trị", "Báo Sông Ba", "Văn phòng Tỉnh ủy"],
    ),
    (
        ("Ngoài Sở Y tế, Khối thi đua Văn xã còn có Sở Giáo dục và Đào tạo, Sở Văn hóa và Thể thao, Sở Du lịch."),
        ["Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Văn hóa và Thể thao", "Sở Du lịch"],
    ),
    (
        "Cụm thi đua số 9 quy tụ 3 bộ đội biên phòng tỉnh: Sơn La, Điện Biên và Lai Châu.",
        ["Bộ đội Biên phòng tỉnh Sơn La", "Bộ đội Biên phòng tỉnh Điện Biên", "Bộ đội Biên phòng tỉnh Lai Châu"],
    ),
    (
        (
            "Có 4 đơn vị tham gia Khối thi đua Kinh tế tổng hợp là Sở Tài chính, Sở Kế hoạch và Đầu tư, Cục "
            "Thuế tỉnh, Kho bạc Nhà nước tỉnh."
        ),
        ["Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Cục Thuế tỉnh", "Kho bạc Nhà nước tỉnh"],
    ),
    (
        "Thành phần Cụm thi đua số 10 gồm: Đảng ủy xã Tân Hải, Bình Lộc, An Mỹ, Đảng ủy phường Sông Ba.",
        ["Đảng ủy xã Tân Hải", "Đảng ủy xã Bình Lộc", "Đảng ủy xã An Mỹ", "Đảng ủy phường Sông Ba"],
    ),
    (
        (
            "Sáng 5/1, Khối thi đua số 12 tổ chức tổng kết. Khối có sự tham gia của 6 đơn vị gồm Cục Hải quan, "
            "Cục Thuế, Kho bạc Nhà nước, Chi nhánh Ngân hàng Nhà nước, Bảo hiểm xã hội và Cục Thống kê tỉnh "
            "Lâm Giang."
        ),
        [
            "Cục Hải quan tỉnh Lâm Giang",
            "Cục Thuế tỉnh Lâm Giang",
            "Kho bạc Nhà nước tỉnh Lâm Giang",
            "Chi nhánh Ngân hàng Nhà nước tỉnh Lâm Giang",
            "Bảo hiểm xã hội tỉnh Lâm Giang",
            "Cục Thống kê tỉnh Lâm Giang",
        ],
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
        (
            "Cụm thi đua số 3 Liên đoàn Lao động tỉnh gồm 4 công đoàn ngành: Công đoàn ngành Giáo dục, Công "
            "đoàn ngành Y tế, Công đoàn Viên chức, Công đoàn các khu công nghiệp tỉnh."
        ),
        [
            "Công đoàn ngành Giáo dục tỉnh",
            "Công đoàn ngành Y tế tỉnh",
            "Công đoàn Viên chức tỉnh",
            "Công đoàn các khu công nghiệp tỉnh",
        ],
    ),
    (
        (
            "Khối thi đua các cơ quan tham mưu tổng hợp gồm: Văn phòng HĐND tỉnh, Văn phòng UBND tỉnh, Sở Nội "
            "vụ (Khối trưởng), Sở Tài chính (Khối phó), Thanh tra tỉnh."
        ),
        ["Văn phòng HĐND tỉnh", "Văn phòng UBND tỉnh", "Sở Nội vụ", "Sở Tài chính", "Thanh tra tỉnh"],
    ),
    (
        (
            "Cụm thi đua số 6 gồm các đơn vị: Hạt Kiểm lâm Tân Hải, Hạt Kiểm lâm Bình Lộc, Ban quản lý rừng "
            "phòng hộ Sông Ba, Vườn quốc gia Núi Voi."
        ),
        ["Hạt Kiểm lâm Tân Hải", "Hạt Kiểm lâm Bình Lộc", "Ban Quản lý rừng phòng hộ Sông Ba", "Vườn quốc gia Núi Voi"],
    ),
    (
        (
            "Cụm thi đua trường học số 5 gồm các trường: Mầm non Hoa Sen, Tiểu học Bình Lộc, THCS Tân Hải và "
            "Tiểu học và THCS An Mỹ."
        ),
        ["Trường Mầm non Hoa Sen", "Trường Tiểu học Bình Lộc", "Trường THCS Tân Hải", "Trường Tiểu học và THCS An Mỹ"],
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
        "Cụm thi đua số 9 bao gồm Công an các phường 1, 2, 3 và Công an xã Bình Lộc.",
        ["Công an phường 1", "Công an phường 2", "Công an phường 3", "Công an xã Bình Lộc"],
    ),
    (
        "Cụm thi đua số 4 gồm các phường 5, 6, 7, Bình Lộc và xã An Mỹ.",
        ["phường 5", "phường 6", "phường 7", "phường Bình Lộc", "xã An Mỹ"],
    ),
    (
        (
            "Khối thi đua lực lượng vũ trang gồm Trung đoàn 895, Lữ đoàn 950, Tiểu đoàn Bộ binh 7 và Đồn Biên "
            "phòng Bình Lộc."
        ),
        ["Trung đoàn 895", "Lữ đoàn 950", "Tiểu đoàn Bộ binh 7", "Đồn Biên phòng Bình Lộc"],
    ),
    (
        (
            "Khối thi đua số 11 có 5 đơn vị là Điện lực Tân Hải, Bưu điện Tân Hải, Viễn thông Tân Hải, Chi "
            "nhánh Agribank Tân Hải và Phòng giao dịch Ngân hàng CSXH huyện."
        ),
        [
            "Điện lực Tân Hải",
            "Bưu điện Tân Hải",
            "Viễn thông Tân Hải",
            "Chi nhánh Agribank Tân Hải",
            "Phòng giao dịch Ngân hàng Chính sách xã hội huyện",
        ],
    ),
    (
        "Cụm thi đua số 3 ngành Kiểm sát gồm các VKSND khu vực 1, khu vực 2, khu vực 3.",
        ["Viện kiểm sát nhân dân khu vực 1", "Viện kiểm sát nhân dân khu vực 2", "Viện kiểm sát nhân dân khu vực 3"],
    ),
    (
        (
            "Khối thi đua các ban Đảng có 5 thành viên: Ban Tổ chức, Ban Tuyên giáo và Dân vận, Ban Nội chính, "
            "Ủy ban Kiểm tra và Văn phòng Tỉnh ủy."
        ),
        [
            "Ban Tổ chức Tỉnh ủy",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Ban Nội chính Tỉnh ủy",
            "Ủy ban Kiểm tra Tỉnh ủy",
            "Văn phòng Tỉnh ủy",
        ],
    ),
    (
        (
            "Khối thi đua các cơ quan Đảng gồm: Văn phòng, Ban Tổ chức, Ban Tuyên giáo, Ban Dân vận, Ủy ban "
            "Kiểm tra Huyện ủy."
        ),
        [
            "Văn phòng Huyện ủy",
            "Ban Tổ chức Huyện ủy",
            "Ban Tuyên giáo Huyện ủy",
            "Ban Dân vận Huyện ủy",
            "Ủy ban Kiểm tra Huyện ủy",
        ],
    ),
    (
        (
            "Cụm thi đua Hội Liên hiệp Phụ nữ các tỉnh miền Trung có 4 đơn vị là Hội LHPN các tỉnh: Quảng Nam, "
            "Quảng Ngãi, Bình Định và thành phố Đà Nẵng."
        ),
        [
            "Hội Liên hiệp Phụ nữ tỉnh Quảng Nam",
            "Hội Liên hiệp Phụ nữ tỉnh Quảng Ngãi",
            "Hội Liên hiệp Phụ nữ tỉnh Bình Định",
            "Hội Liên hiệp Phụ nữ thành phố Đà Nẵng",
        ],
    ),
    (
        "Cụm thi đua số II gồm: Hội Nông dân 3 tỉnh Hà Nam, Nam Định, Ninh Bình.",
        ["Hội Nông dân tỉnh Hà Nam", "Hội Nông dân tỉnh Nam Định", "Hội Nông dân tỉnh Ninh Bình"],
    ),
    (
        (
            "Khối thi đua doanh nghiệp số 2 gồm các công ty: Cấp nước Sông Ba, Môi trường đô thị Sông Ba, Xổ "
            "số kiến thiết Sông Ba."
        ),
        ["Công ty Cấp nước Sông Ba", "Công ty Môi trường đô thị Sông Ba", "Công ty Xổ số kiến thiết Sông Ba"],
    ),
    (
        ("Khối thi đua II có 4 đơn vị: Tập đoàn Hải Long, Tổng Công ty Sông Lam, Công ty Cổ phần Bắc Hà và VNPT."),
        ["Tập đoàn Hải Long", "Tổng Công ty Sông Lam", "Công ty Cổ phần Bắc Hà", "VNPT"],
    ),
    (
        ("Trong số 5 thành viên của Khối thi đua số 2 có Sở Y tế, Sở Nội vụ, Sở Tư pháp, Sở Ngoại vụ và Sở Tài chính."),
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp", "Sở Ngoại vụ", "Sở Tài chính"],
    ),
    (
        ("Khối thi đua số 3 tỉnh Lâm Giang (gồm các đơn vị: Sở Y tế, Sở Nội vụ, Sở Tư pháp) vừa tổ chức hội nghị."),
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"],
    ),
    (
        "Sở Y tế, Sở Nội vụ và Sở Tư pháp là 3 đơn vị thành viên của Khối thi đua số 3.",
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"],
    ),
    (
        "Đây là lần đầu Khối thi đua số 3, gồm Sở Y tế, Sở Nội vụ và Sở Tư pháp, tổ chức hội thao.",
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"],
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
        (
            "Cụm thi đua số 5 tổng kết năm 2024. Cụm gồm 4 đơn vị: Thành ủy Sông Ba, Thị ủy Tân Hải, Huyện ủy "
            "Bình Lộc và An Mỹ."
        ),
        ["Thành ủy Sông Ba", "Thị ủy Tân Hải", "Huyện ủy Bình Lộc", "Huyện ủy An Mỹ"],
    ),
    (
        ("Cụm thi đua số 5 họp. Các đơn vị thành viên gồm: Chi cục Thuế Tân Hải, Bình Lộc, An Mỹ và Đội Thuế Sông Ba."),
        ["Chi cục Thuế Tân Hải", "Chi cục Thuế Bình Lộc", "Chi cục Thuế An Mỹ", "Đội Thuế Sông Ba"],
    ),
    (
        (
            "Khối thi đua Đoàn thể gồm 5 đơn vị: Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ, Hội Nông dân, "
            "Hội Cựu chiến binh."
        ),
        ["Mặt trận Tổ quốc", "Đoàn Thanh niên", "Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh"],
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
        (
            "Cụm thi đua số 1 của Hội Cựu chiến binh tỉnh gồm Hội CCB các huyện Tân Hải, Bình Lộc, Hội CCB thị "
            "xã Sông Ba, Hội CCB Công an tỉnh."
        ),
        [
            "Hội Cựu chiến binh huyện Tân Hải",
            "Hội Cựu chiến binh huyện Bình Lộc",
            "Hội Cựu chiến binh thị xã Sông Ba",
            "Hội Cựu chiến binh Công an tỉnh",
        ],
    ),
    (
        "Cụm thi đua phía Nam tập hợp 5 xã, thị trấn: thị trấn Sông Ba, Tân Hải, Bình Lộc, An Mỹ, Đông Phú.",
        ["thị trấn Sông Ba", "Tân Hải", "Bình Lộc", "An Mỹ", "Đông Phú"],
    ),
    (
        "Khối thi đua các trường THPT số 1 gồm 5 trường: Tân Hải, Bình Lộc, An Mỹ, Nguyễn Trãi, Lê Lợi.",
        [
            "Trường THPT Tân Hải",
            "Trường THPT Bình Lộc",
            "Trường THPT An Mỹ",
            "Trường THPT Nguyễn Trãi",
            "Trường THPT Lê Lợi",
        ],
    ),
    (
        (
            "Cụm thi đua số 8 hiện có 4 thành viên, bao gồm: Đồn Biên phòng Nậm Lúc, Đồn Biên phòng Bản Cái, "
            "Hải đội 2, Tiểu đoàn Huấn luyện."
        ),
        ["Đồn Biên phòng Nậm Lúc", "Đồn Biên phòng Bản Cái", "Hải đội 2", "Tiểu đoàn Huấn luyện"],
    ),
    (
        ("Cụm thi đua Viễn thông miền Trung gồm VNPT các tỉnh Nghệ An, Hà Tĩnh, Quảng Bình và VNPT thành phố Huế."),
        ["VNPT tỉnh Nghệ An", "VNPT tỉnh Hà Tĩnh", "VNPT tỉnh Quảng Bình", "VNPT thành phố Huế"],
    ),
    (
        (
            "Đến nay, Cụm thi đua số 2 Bộ Tư pháp gồm 6 Sở Tư pháp: Sơn La, Lai Châu, Điện Biên, Hòa Bình, Lào "
            "Cai, Yên Bái."
        ),
        [
            "Sở Tư pháp Sơn La",
            "Sở Tư pháp Lai Châu",
            "Sở Tư pháp Điện Biên",
            "Sở Tư pháp Hòa Bình",
            "Sở Tư pháp Lào Cai",
            "Sở Tư pháp Yên Bái",
        ],
    ),
    (
        "Cụm thi đua số 2 gồm Sở Tư pháp các tỉnh, thành phố: Hải Phòng, Quảng Ninh, Hải Dương.",
        ["Sở Tư pháp Hải Phòng", "Sở Tư pháp Quảng Ninh", "Sở Tư pháp Hải Dương"],
    ),
    (
        (
            "Khối thi đua Kinh tế 1 (Sở Công Thương, Sở Xây dựng, Sở Giao thông vận tải và Ban Quản lý các khu "
            "công nghiệp) tổng kết."
        ),
        ["Sở Công Thương", "Sở Xây dựng", "Sở Giao thông vận tải", "Ban Quản lý các khu công nghiệp"],
    ),
    (
        "Cụm thi đua số 4 gồm BHXH huyện: Tân Hải, Bình Lộc, An Mỹ.",
        ["Bảo hiểm xã hội huyện Tân Hải", "Bảo hiểm xã hội huyện Bình Lộc", "Bảo hiểm xã hội huyện An Mỹ"],
    ),
    (
        "Tham dự có đại diện các đơn vị thành viên Khối thi đua số 3: Sở Y tế, Sở Nội vụ, Sở Tư pháp.",
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"],
    ),
    (
        "Cụm thi đua số 4 gồm thành phố Sông Ba và các huyện Tân Hải, Bình Lộc.",
        ["thành phố Sông Ba", "huyện Tân Hải", "huyện Bình Lộc"],
    ),
    (
        "Ban Tổ chức Tỉnh ủy, Ban Dân vận Tỉnh ủy thuộc Khối thi đua các ban Đảng đã ký giao ước.",
        ["Ban Tổ chức Tỉnh ủy", "Ban Dân vận Tỉnh ủy"],
    ),
    (
        (
            "Năm 2023, Khối thi đua số 5 được thành lập gồm: Hội Nhà báo, Hội Văn học nghệ thuật, Liên hiệp "
            "các Hội KH&KT, Hội Chữ thập đỏ."
        ),
        ["Hội Nhà báo", "Hội Văn học nghệ thuật", "Liên hiệp các Hội Khoa học và Kỹ thuật", "Hội Chữ thập đỏ"],
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
        (
            "Khối thi đua số 15 được chia lại, gồm 6 đơn vị: Ban Quản lý dự án Giao thông, Ban Quản lý dự án "
            "Dân dụng, Quỹ Đầu tư phát triển tỉnh, Trung tâm Phục vụ hành chính công, Vườn quốc gia Núi Voi, "
            "Khu bảo tồn thiên nhiên Sông Ba."
        ),
        [
            "Ban Quản lý dự án Giao thông",
            "Ban Quản lý dự án Dân dụng",
            "Quỹ Đầu tư phát triển tỉnh",
            "Trung tâm Phục vụ hành chính công",
            "Vườn quốc gia Núi Voi",
            "Khu bảo tồn thiên nhiên Sông Ba",
        ],
    ),
    (
        (
            "Cụm thi đua số 11 có sự góp mặt của các đơn vị: Công ty Thủy điện Sông Ba, Thủy điện Tân Hải, "
            "Nhiệt điện Bình Lộc và Truyền tải điện miền Trung."
        ),
        ["Công ty Thủy điện Sông Ba", "Thủy điện Tân Hải", "Nhiệt điện Bình Lộc", "Truyền tải điện miền Trung"],
    ),
    (
        (
            "Cụm thi đua các trường đại học phía Bắc gồm Trường ĐH Y Lâm Giang, Trường ĐH Luật Lâm Giang, Học "
            "viện Nông nghiệp Lâm Giang và Đại học Bách khoa Lâm Giang."
        ),
        [
            "Trường Đại học Y Lâm Giang",
            "Trường Đại học Luật Lâm Giang",
            "Học viện Nông nghiệp Lâm Giang",
            "Đại học Bách khoa Lâm Giang",
        ],
    ),
    (
        (
            "Khối thi đua I gồm các bộ: Tài chính, Công Thương, Xây dựng, Khoa học và Công nghệ, Nông nghiệp "
            "và Môi trường."
        ),
        ["Bộ Tài chính", "Bộ Công Thương", "Bộ Xây dựng", "Bộ Khoa học và Công nghệ", "Bộ Nông nghiệp và Môi trường"],
    ),
    (
        (
            "Khối thi đua các bộ kinh tế có 5 bộ gồm Bộ Tài chính, Bộ Công Thương, Bộ Xây dựng, Bộ Khoa học và "
            "Công nghệ, Ngân hàng Nhà nước Việt Nam."
        ),
        ["Bộ Tài chính", "Bộ Công Thương", "Bộ Xây dựng", "Bộ Khoa học và Công nghệ", "Ngân hàng Nhà nước Việt Nam"],
    ),
    (
        "Cụm thi đua số 3 Cục Thi hành án dân sự gồm các Phòng THADS khu vực: Tân Hải, Bình Lộc, An Mỹ.",
        [
            "Phòng Thi hành án dân sự khu vực Tân Hải",
            "Phòng Thi hành án dân sự khu vực Bình Lộc",
            "Phòng Thi hành án dân sự khu vực An Mỹ",
        ],
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
        "Cụm thi đua Đài PT-TH các tỉnh miền Đông gồm: Đài PT-TH Đồng Nai, Bình Dương, Tây Ninh.",
        [
            "Đài Phát thanh và Truyền hình Đồng Nai",
            "Đài Phát thanh và Truyền hình Bình Dương",
            "Đài Phát thanh và Truyền hình Tây Ninh",
        ],
    ),
    (
        (
            "Khối thi đua các tổ chức tín dụng gồm NHNN tỉnh, Agribank Sông Ba, BIDV Sông Ba, LPBank Sông Ba, "
            "Quỹ tín dụng nhân dân Tân Hải."
        ),
        [
            "Ngân hàng Nhà nước tỉnh",
            "Agribank Sông Ba",
            "BIDV Sông Ba",
            "LPBank Sông Ba",
            "Quỹ tín dụng nhân dân Tân Hải",
        ],
    ),
    (
        "Cụm thi đua số 1 gồm các xã Tân Hải, Bình Lộc; các phường An Mỹ, Đông Phú; thị trấn Tây Phú.",
        ["xã Tân Hải", "xã Bình Lộc", "phường An Mỹ", "phường Đông Phú", "thị trấn Tây Phú"],
    ),
]


@pytest.mark.parametrize(("text", "names"), MEMBERS)
def test_members(text: str, names: list[str]) -> None:
    assert sorted(f.name.lower() for f in read(text) if isinstance(f, Member)) == sorted(n.lower() for n in names)


# The role, the body, the person and the year of each.
LEADERS = [
    (
        (
            "Các đơn vị của Cụm thi đua số 2 đã bầu chọn cụm trưởng và cụm phó cho năm 2025 "
            "là UBMTTQVN huyện Tân Hải (Cụm trưởng) và UBMTTQVN huyện Bình Lộc (Cụm phó)."
        ),
        [("head", "UBMTTQVN huyện Tân Hải", None, 2025), ("deputy", "UBMTTQVN huyện Bình Lộc", None, 2025)],
    ),
    (
        ("Hôm 3-12, VKSND khu vực 2 - TP.HCM (Cụm trưởng Cụm thi đua số VII) mời các đơn vị bạn dự tổng kết năm."),
        [("head", "Viện kiểm sát nhân dân khu vực 2", None, None)],
    ),
    (
        "Khối thi đua số 5 họp. Hội nghị bầu Sở Y tế làm Khối trưởng, Sở Nội vụ làm Khối phó năm 2025.",
        [("head", "Sở Y tế", None, 2025), ("deputy", "Sở Nội vụ", None, 2025)],
    ),
    (
        ("Tại hội nghị tổng kết Khối thi đua số 5, Sở Y tế đã bàn giao nhiệm vụ Khối trưởng năm 2025 cho Sở Nội vụ."),
        [("head", "Sở Nội vụ", None, 2025), ("head", "Sở Y tế", None, None)],
    ),
    (
        "Cụm thi đua số 3 bầu Cụm trưởng năm 2025: xã Tân Hải; Cụm phó: xã Bình Lộc.",
        [("head", "xã Tân Hải", None, 2025), ("deputy", "xã Bình Lộc", None, 2025)],
    ),
    (
        ("Kết quả, xã Tân Hải được bầu làm Cụm trưởng, phường Sông Ba được bầu làm Cụm phó Cụm thi đua số 3 năm 2025."),
        [("head", "xã Tân Hải", None, 2025), ("deputy", "phường Sông Ba", None, 2025)],
    ),
    (
        "Khối thi đua Văn hóa - Xã hội tổng kết. Sở Y tế - Khối trưởng Khối thi đua trình bày báo cáo.",
        [("head", "Sở Y tế", None, None)],
    ),
    (
        ("Khối thi đua các trường đại học bầu chọn Trường ĐH Sông Ba là đơn vị trưởng khối giai đoạn 2023 - 2025."),
        [("head", "Trường Đại học Sông Ba", None, 2023)],
    ),
    (
        "Ban CHQS huyện Tân Hải, Cụm trưởng Cụm thi đua số 2, phát biểu khai mạc.",
        [("head", "Ban Chỉ huy Quân sự huyện Tân Hải", None, None)],
    ),
    (
        "BCHQS huyện Tân Hải (Cụm trưởng Cụm thi đua số 2) đọc báo cáo.",
        [("head", "BCHQS huyện Tân Hải", None, None)],
    ),
    (
        "Hội nghị nhất trí suy tôn VP. UBND tỉnh Sơn La làm Trưởng khối Khối thi đua số 1.",
        [("head", "Văn phòng UBND tỉnh Sơn La", None, None)],
    ),
    (
        "BQL các khu công nghiệp tỉnh được giao làm Khối trưởng Khối thi đua Kinh tế năm 2025.",
        [("head", "Ban Quản lý các khu công nghiệp tỉnh", None, 2025)],
    ),
    (
        "Khối thi đua Nội chính họp. Ông Trần Văn Đạt, Giám đốc Sở Tư pháp, Khối trưởng chủ trì hội nghị.",
        [("head", "Sở Tư pháp", "Trần Văn Đạt", None)],
    ),
    (
        "Cụm trưởng Cụm thi đua số 3 năm 2025 là Đảng ủy xã Tân Hải, Cụm phó là Đảng ủy xã Bình Lộc.",
        [("head", "Đảng ủy xã Tân Hải", None, 2025), ("deputy", "Đảng ủy xã Bình Lộc", None, 2025)],
    ),
    (
        (
            "Khối thi đua số 7 tổng kết năm 2023; bầu Hội Nông dân tỉnh giữ chức Khối trưởng, Hội LHPN tỉnh và "
            "Hội CCB tỉnh giữ chức Khối phó năm 2024."
        ),
        [
            ("head", "Hội Nông dân tỉnh", None, 2024),
            ("deputy", "Hội Liên hiệp Phụ nữ tỉnh", None, 2024),
            ("deputy", "Hội Cựu chiến binh tỉnh", None, 2024),
        ],
    ),
    (
        "Đại diện Cụm thi đua số 2, xã Tân Hải trao cờ luân lưu Cụm trưởng cho xã Bình Lộc.",
        [("head", "xã Bình Lộc", None, None), ("head", "xã Tân Hải", None, None)],
    ),
    (
        (
            "Trong năm 2024, Sở Tài chính với vai trò Khối trưởng Khối thi đua Kinh tế tổng hợp đã tổ chức "
            "nhiều hoạt động."
        ),
        [("head", "Sở Tài chính", None, 2024)],
    ),
    (
        "Hội nghị giới thiệu Sở Y tế làm Khối trưởng Khối thi đua số 4 năm 2025.",
        [],
    ),
    (
        (
            "Hội nghị Khối thi đua số 4 cũng đã bầu Khối trưởng và Khối phó năm 2025. Theo đó, Sở Y tế được "
            "bầu làm Khối trưởng; Sở Nội vụ làm Khối phó."
        ),
        [("head", "Sở Y tế", None, 2025), ("deputy", "Sở Nội vụ", None, 2025)],
    ),
    (
        "Khối thi đua số 4 thống nhất cử Sở Y tế là Trưởng Khối, Phó Trưởng Khối là Sở Nội vụ.",
        [("head", "Sở Y tế", None, None), ("deputy", "Sở Nội vụ", None, None)],
    ),
    (
        (
            "Các đơn vị trong Cụm thi đua số 6 đã bầu ra đơn vị Cụm trưởng, Cụm phó năm 2025 gồm xã Tân Hải và "
            "xã Bình Lộc."
        ),
        [("head", "xã Tân Hải", None, 2025), ("deputy", "xã Bình Lộc", None, 2025)],
    ),
    (
        "Công an tỉnh Sơn La - đơn vị Cụm trưởng Cụm thi đua số 2 Bộ Công an - tổ chức hội nghị.",
        [("head", "Công an tỉnh Sơn La", None, None)],
    ),
    (
        (
            "Cụm thi đua số 8 sơ kết. Hội nghị do đồng chí Lê Thị Hoa, Chủ tịch UBND phường Sông Ba - Cụm "
            "trưởng Cụm thi đua số 8 chủ trì."
        ),
        [("head", "phường Sông Ba", "Lê Thị Hoa", None)],
    ),
    (
        (
            "Tại hội nghị Cụm thi đua số 8, Cụm trưởng năm 2024 (phường Sông Ba) bàn giao cho Cụm trưởng năm "
            "2025 (xã Tân Hải)."
        ),
        [("head", "phường Sông Ba", None, 2024), ("head", "xã Tân Hải", None, 2025)],
    ),
    (
        (
            "Với sự nhất trí cao, Khối thi đua các ngân hàng đã bầu Agribank Sông Ba làm Khối trưởng và BIDV "
            "Sông Ba làm Khối phó nhiệm kỳ 2025-2026."
        ),
        [("head", "Agribank Sông Ba", None, 2025), ("deputy", "BIDV Sông Ba", None, 2025)],
    ),
    (
        (
            "Hội nghị Cụm thi đua số 5 thống nhất chọn UBND huyện Tân Hải đảm nhận vai trò Cụm trưởng, UBND "
            "huyện Bình Lộc đảm nhận vai trò Cụm phó trong năm 2025."
        ),
        [("head", "UBND huyện Tân Hải", None, 2025), ("deputy", "UBND huyện Bình Lộc", None, 2025)],
    ),
    (
        "Sở Y tế (Khối trưởng), Sở Nội vụ (Khối phó) Khối thi đua số 1 đã điều hành hội nghị.",
        [("head", "Sở Y tế", None, None), ("deputy", "Sở Nội vụ", None, None)],
    ),
    (
        ("Năm 2025, chức danh Khối trưởng Khối thi đua số 3 được trao cho Sở Công Thương, Khối phó là Sở Xây dựng."),
        [("head", "Sở Công Thương", None, 2025), ("deputy", "Sở Xây dựng", None, 2025)],
    ),
    (
        (
            "Thay mặt Khối thi đua số 3, ông Đỗ Văn Minh - Giám đốc Sở Công Thương, Trưởng Khối thi đua số 3 "
            "năm 2024 báo cáo kết quả."
        ),
        [("head", "Sở Công Thương", "Đỗ Văn Minh", 2024)],
    ),
    (
        (
            "Tại lễ chuyển giao, Chủ tịch UBND xã Tân Hải Trần Văn Đạt trao cờ Cụm trưởng Cụm thi đua số 3 cho "
            "Chủ tịch UBND xã Bình Lộc Lê Thị Hoa."
        ),
        [("head", "xã Bình Lộc", "Lê Thị Hoa", None), ("head", "xã Tân Hải", None, None)],
    ),
    (
        (
            "Năm 2024, với trách nhiệm là Cụm trưởng, LĐLĐ huyện Tân Hải đã chủ động tham mưu. Cụm thi đua số "
            "2 có 4 đơn vị."
        ),
        [("head", "Liên đoàn Lao động huyện Tân Hải", None, 2024)],
    ),
    (
        "Ban Dân tộc HĐND tỉnh - Trưởng khối thi đua số 4 năm 2024 phát biểu.",
        [("head", "Ban Dân tộc HĐND tỉnh", None, 2024)],
    ),
    (
        "Cụm thi đua số 2: xã Tân Hải tiếp tục được tín nhiệm bầu làm Cụm trưởng năm 2025.",
        [("head", "xã Tân Hải", None, 2025)],
    ),
    (
        (
            "Phát biểu tại hội nghị Khối thi đua số 1, bà Lê Thị Hoa, Phó Giám đốc Sở Y tế - đơn vị Khối "
            "trưởng cho biết kết quả."
        ),
        [("head", "Sở Y tế", None, None)],
    ),
    (
        (
            "Khối thi đua số 1 họp bầu Trưởng khối, Phó khối năm 2025. Kết quả: Trưởng khối: Sở Y tế; Phó "
            "Trưởng khối: Sở Nội vụ."
        ),
        [("head", "Sở Y tế", None, 2025), ("deputy", "Sở Nội vụ", None, 2025)],
    ),
    (
        "Đơn vị Khối trưởng năm 2024 của Khối thi đua số 6 là BHXH tỉnh.",
        [("head", "Bảo hiểm xã hội tỉnh", None, 2024)],
    ),
    (
        "BHXH tỉnh được các đơn vị trong Khối thi đua số 6 tín nhiệm suy tôn làm Khối trưởng cho năm 2025.",
        [("head", "Bảo hiểm xã hội tỉnh", None, 2025)],
    ),
    (
        (
            "Kho bạc Nhà nước tỉnh nhận cờ luân lưu, đảm nhận nhiệm vụ Khối trưởng Khối thi đua số 6 năm 2025 "
            "từ BHXH tỉnh."
        ),
        [("head", "Kho bạc Nhà nước tỉnh", None, 2025), ("head", "Bảo hiểm xã hội tỉnh", None, None)],
    ),
    (
        "Trường THPT Tân Hải (Cụm trưởng) đã tổ chức hội nghị Cụm thi đua số 2 khối THPT.",
        [("head", "Trường THPT Tân Hải", None, None)],
    ),
    (
        "Thượng tá Trần Văn Đạt, Trưởng Công an huyện Tân Hải, Cụm trưởng Cụm thi đua số 3 báo cáo.",
        [("head", "Công an huyện Tân Hải", "Trần Văn Đạt", None)],
    ),
    (
        "Khối thi đua số 8 dự kiến giao Sở Y tế làm Khối trưởng năm 2025.",
        [],
    ),
    (
        "Sở Y tế xin thôi làm Khối trưởng Khối thi đua số 8.",
        [],
    ),
    (
        "Sở Y tế không còn là Khối trưởng Khối thi đua số 8.",
        [],
    ),
    (
        ("Hội nghị do xã Tân Hải, đơn vị Cụm trưởng và xã Bình Lộc, đơn vị Cụm phó Cụm thi đua số 9 phối hợp tổ chức."),
        [("head", "xã Tân Hải", None, None), ("deputy", "xã Bình Lộc", None, None)],
    ),
    (
        (
            "Cụm thi đua số 9 nhất trí luân phiên: năm 2024 xã Tân Hải làm Cụm trưởng, năm 2025 xã Bình Lộc "
            "làm Cụm trưởng."
        ),
        [("head", "xã Tân Hải", None, 2024), ("head", "xã Bình Lộc", None, 2025)],
    ),
    (
        (
            "UBND phường Sông Ba (đơn vị Cụm trưởng Cụm thi đua số 1 năm 2025) chủ trì phối hợp với UBND "
            "phường Tân Hải (Cụm phó) tổ chức hội nghị."
        ),
        [("head", "UBND phường Sông Ba", None, 2025), ("deputy", "UBND phường Tân Hải", None, None)],
    ),
    (
        (
            "Các thành viên Cụm thi đua số 4 bỏ phiếu chọn BCHQS huyện Tân Hải làm Cụm trưởng, BCHQS thị xã "
            "Sông Ba làm Cụm phó năm 2025."
        ),
        [("head", "BCHQS huyện Tân Hải", None, 2025), ("deputy", "BCHQS thị xã Sông Ba", None, 2025)],
    ),
    (
        (
            "Hội nghị bầu Công ty CP Bắc Hà là Khối trưởng, Công ty TNHH Nam Sơn là Khối phó Khối thi đua "
            "doanh nghiệp số 5 năm 2024."
        ),
        [("head", "Công ty Cổ phần Bắc Hà", None, 2024), ("deputy", "Công ty TNHH Nam Sơn", None, 2024)],
    ),
    (
        (
            "Cụm thi đua số 4 tổng kết năm 2024. Hội nghị đã hiệp y chọn Trường Tiểu học Hoa Sen làm Cụm "
            "trưởng, Trường Tiểu học Bình Lộc làm Cụm phó năm học 2024-2025."
        ),
        [("head", "Trường Tiểu học Hoa Sen", None, 2024), ("deputy", "Trường Tiểu học Bình Lộc", None, 2024)],
    ),
    (
        "Năm 2025, Cụm thi đua số 4 do Đảng ủy xã Tân Hải làm Cụm trưởng, Đảng ủy xã Bình Lộc làm Cụm phó.",
        [("head", "Đảng ủy xã Tân Hải", None, 2025), ("deputy", "Đảng ủy xã Bình Lộc", None, 2025)],
    ),
    (
        "Đại diện Khối thi đua số 2, lãnh đạo Sở Y tế (Khối trưởng Khối thi đua) phát động thi đua.",
        [("head", "Sở Y tế", None, None)],
    ),
    (
        (
            "Các đơn vị đã thống nhất bầu VNPT Sông Ba là Khối trưởng Khối thi đua doanh nghiệp năm 2025, "
            "Viettel Sông Ba và Bưu điện tỉnh là Khối phó."
        ),
        [
            ("head", "VNPT Sông Ba", None, 2025),
            ("deputy", "Viettel Sông Ba", None, 2025),
            ("deputy", "Bưu điện tỉnh", None, 2025),
        ],
    ),
    (
        (
            "Hội nghị tiến hành bàn giao vai trò Cụm trưởng Cụm thi đua số 6 năm 2025 từ Công an huyện Tân Hải "
            "sang Công an huyện Bình Lộc."
        ),
        [("head", "Công an huyện Bình Lộc", None, 2025), ("head", "Công an huyện Tân Hải", None, None)],
    ),
    (
        "Sở Y tế là đơn vị đăng cai hội thao Khối thi đua số 2.",
        [],
    ),
    (
        "Sở Y tế là đơn vị dẫn đầu, được Khối trưởng Khối thi đua số 2 đề nghị tặng Cờ.",
        [],
    ),
    (
        "Theo Quy chế, Khối trưởng Khối thi đua số 2 là đơn vị được các thành viên bầu hằng năm.",
        [],
    ),
    (
        "Ông Trần Văn Đạt, Cụm trưởng cụm dân cư số 3, được tặng Giấy khen. Phong trào thi đua lan rộng.",
        [],
    ),
    (
        ("Đồng chí Lê Thị Hoa - Bí thư Huyện đoàn Tân Hải, Cụm trưởng Cụm thi đua số 5 Tỉnh đoàn điều hành hội nghị."),
        [("head", "Huyện đoàn Tân Hải", "Lê Thị Hoa", None)],
    ),
    (
        (
            "Hội nghị bầu BQL Khu kinh tế Sông Ba làm Khối trưởng Khối thi đua số 8, ĐTQG tỉnh Lâm Giang làm "
            "Khối phó năm 2025."
        ),
        [("head", "Ban Quản lý Khu kinh tế Sông Ba", None, 2025), ("deputy", "ĐTQG tỉnh Lâm Giang", None, 2025)],
    ),
    (
        (
            "Khối thi đua các cơ quan Nội chính (Công an tỉnh - Khối trưởng, Sở Tư pháp - Khối phó, Thanh tra "
            "tỉnh) ký kết giao ước."
        ),
        [("head", "Công an tỉnh", None, None), ("deputy", "Sở Tư pháp", None, None)],
    ),
    (
        (
            "Kết thúc hội nghị, Trưởng Cụm thi đua số 2 năm 2024 - Ủy ban MTTQ huyện Tân Hải trao Cờ luân lưu "
            "cho Trưởng Cụm năm 2025 - Ủy ban MTTQ huyện Bình Lộc."
        ),
        [("head", "Ủy ban MTTQ huyện Tân Hải", None, 2024), ("head", "Ủy ban MTTQ huyện Bình Lộc", None, 2025)],
    ),
    (
        "Khối thi đua số 3 họp phiên đầu năm dưới sự chủ trì của Sở Nội vụ - đơn vị Khối trưởng năm 2024.",
        [("head", "Sở Nội vụ", None, 2024)],
    ),
    (
        ("Với 7/7 phiếu, Sở Nội vụ trúng cử Khối trưởng, Sở Y tế trúng cử Khối phó Khối thi đua số 3 năm 2025."),
        [("head", "Sở Nội vụ", None, 2025), ("deputy", "Sở Y tế", None, 2025)],
    ),
]


@pytest.mark.parametrize(("text", "rows"), LEADERS)
def test_leaders(text: str, rows: list[tuple[str, str | None, str | None, int | None]]) -> None:
    found = [(f.role, f.organization, f.person, f.year) for f in read(text) if isinstance(f, Leader)]
    assert sorted(found, key=str) == sorted(rows, key=str)
