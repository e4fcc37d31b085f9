"""Members that are offices, unions and party bodies: heads and tails told once, brackets, short forms."""

from __future__ import annotations

import pytest
from bloc_parts import read

from extract.model import Member

MEMBERS = [
    (
        "Cụm thi đua số 9 gồm 4 đơn vị: Huyện ủy Cư M’gar, Ea Kar, Đắk R’lấp và Thị ủy An Khê.",
        ["Huyện ủy Cư M’gar", "Huyện ủy Ea Kar", "Huyện ủy Đắk R’lấp", "Thị ủy An Khê"],
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
        (
            "Cụm thi đua số 3 MTTQ tỉnh gồm 4 đơn vị: UBMTTQVN huyện Tân Hải, UBMTTQVN huyện Bình Lộc, "
            "UBMTTQVN huyện An Mỹ và UBMTTQVN thị xã Sông Ba."
        ),
        ["UBMTTQVN huyện Tân Hải", "UBMTTQVN huyện Bình Lộc", "UBMTTQVN huyện An Mỹ", "UBMTTQVN thị xã Sông Ba"],
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
        "Cụm thi đua số 2 gồm phòng GD&ĐT các huyện Tân Hải, Bình Lộc và phòng GD&ĐT thị xã Sông Ba.",
        [
            "Phòng Giáo dục và Đào tạo huyện Tân Hải",
            "Phòng Giáo dục và Đào tạo huyện Bình Lộc",
            "phòng Giáo dục và Đào tạo thị xã Sông Ba",
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
        ("Ngoài Sở Y tế, Khối thi đua Văn xã còn có Sở Giáo dục và Đào tạo, Sở Văn hóa và Thể thao, Sở Du lịch."),
        ["Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Văn hóa và Thể thao", "Sở Du lịch"],
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
        (
            "Cụm thi đua số 6 gồm các đơn vị: Hạt Kiểm lâm Tân Hải, Hạt Kiểm lâm Bình Lộc, Ban quản lý rừng "
            "phòng hộ Sông Ba, Vườn quốc gia Núi Voi."
        ),
        ["Hạt Kiểm lâm Tân Hải", "Hạt Kiểm lâm Bình Lộc", "Ban Quản lý rừng phòng hộ Sông Ba", "Vườn quốc gia Núi Voi"],
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
        ("Trong số 5 thành viên của Khối thi đua số 2 có Sở Y tế, Sở Nội vụ, Sở Tư pháp, Sở Ngoại vụ và Sở Tài chính."),
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp", "Sở Ngoại vụ", "Sở Tài chính"],
    ),
    (
        (
            "Cụm thi đua số 5 tổng kết năm 2024. Cụm gồm 4 đơn vị: Thành ủy Sông Ba, Thị ủy Tân Hải, Huyện ủy "
            "Bình Lộc và An Mỹ."
        ),
        ["Thành ủy Sông Ba", "Thị ủy Tân Hải", "Huyện ủy Bình Lộc", "Huyện ủy An Mỹ"],
    ),
    (
        (
            "Khối thi đua Đoàn thể gồm 5 đơn vị: Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ, Hội Nông dân, "
            "Hội Cựu chiến binh."
        ),
        ["Mặt trận Tổ quốc", "Đoàn Thanh niên", "Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh"],
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
            "Khối thi đua Kinh tế 1 (Sở Công Thương, Sở Xây dựng, Sở Giao thông vận tải và Ban Quản lý các khu "
            "công nghiệp) tổng kết."
        ),
        ["Sở Công Thương", "Sở Xây dựng", "Sở Giao thông vận tải", "Ban Quản lý các khu công nghiệp"],
    ),
    (
        "Tham dự có đại diện các đơn vị thành viên Khối thi đua số 3: Sở Y tế, Sở Nội vụ, Sở Tư pháp.",
        ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"],
    ),
    (
        "Ban Tổ chức Tỉnh ủy, Ban Dân vận Tỉnh ủy thuộc Khối thi đua các ban Đảng đã ký giao ước.",
        ["Ban Tổ chức Tỉnh ủy", "Ban Dân vận Tỉnh ủy"],
    ),
    (
        (
            "Khối thi đua I gồm các bộ: Tài chính, Công Thương, Xây dựng, Khoa học và Công nghệ, Nông nghiệp "
            "và Môi trường."
        ),
        ["Bộ Tài chính", "Bộ Công Thương", "Bộ Xây dựng", "Bộ Khoa học và Công nghệ", "Bộ Nông nghiệp và Môi trường"],
    ),
]


@pytest.mark.parametrize(("text", "names"), MEMBERS)
def test_members(text: str, names: list[str]) -> None:
    found = [fact.name.lower() for fact in read(*text.split("\n")) if isinstance(fact, Member)]
    assert sorted(found) == sorted(name.lower() for name in names)
