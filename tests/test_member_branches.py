"""Members of one branch in many places; schools, banks, companies."""

from __future__ import annotations

import pytest
from bloc_parts import read

from extract.model import Member

MEMBERS = [
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
        (
            "Khối thi đua số 4 được thành lập trên cơ sở 4 đơn vị: Đài PT-TH tỉnh, Báo Sông Ba, Trường Chính "
            "trị tỉnh, Hội Nhà báo tỉnh."
        ),
        ["Đài Phát thanh và Truyền hình tỉnh", "Báo Sông Ba", "Trường Chính trị tỉnh", "Hội Nhà báo tỉnh"],
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
            "Khối thi đua số 8 gồm các cơ quan: Đảng ủy Khối các cơ quan, Đảng ủy Công an, Trường Chính trị, "
            "Báo Sông Ba và Văn phòng Tỉnh ủy."
        ),
        ["Đảng ủy Khối các cơ quan", "Đảng ủy Công an", "Trường Chính trị", "Báo Sông Ba", "Văn phòng Tỉnh ủy"],
    ),
    (
        "Cụm thi đua số 9 quy tụ 3 bộ đội biên phòng tỉnh: Sơn La, Điện Biên và Lai Châu.",
        ["Bộ đội Biên phòng tỉnh Sơn La", "Bộ đội Biên phòng tỉnh Điện Biên", "Bộ đội Biên phòng tỉnh Lai Châu"],
    ),
    (
        "Thành phần Cụm thi đua số 10 gồm: Đảng ủy xã Tân Hải, Bình Lộc, An Mỹ, Đảng ủy phường Sông Ba.",
        ["Đảng ủy xã Tân Hải", "Đảng ủy xã Bình Lộc", "Đảng ủy xã An Mỹ", "Đảng ủy phường Sông Ba"],
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
            "Cụm thi đua trường học số 5 gồm các trường: Mầm non Hoa Sen, Tiểu học Bình Lộc, THCS Tân Hải và "
            "Tiểu học và THCS An Mỹ."
        ),
        ["Trường Mầm non Hoa Sen", "Trường Tiểu học Bình Lộc", "Trường THCS Tân Hải", "Trường Tiểu học và THCS An Mỹ"],
    ),
    (
        "Cụm thi đua số 9 bao gồm Công an các phường 1, 2, 3 và Công an xã Bình Lộc.",
        ["Công an phường 1", "Công an phường 2", "Công an phường 3", "Công an xã Bình Lộc"],
    ),
    (
        "Cụm thi đua số 3 ngành Kiểm sát gồm các VKSND khu vực 1, khu vực 2, khu vực 3.",
        ["Viện kiểm sát nhân dân khu vực 1", "Viện kiểm sát nhân dân khu vực 2", "Viện kiểm sát nhân dân khu vực 3"],
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
        ("Cụm thi đua số 5 họp. Các đơn vị thành viên gồm: Chi cục Thuế Tân Hải, Bình Lộc, An Mỹ và Đội Thuế Sông Ba."),
        ["Chi cục Thuế Tân Hải", "Chi cục Thuế Bình Lộc", "Chi cục Thuế An Mỹ", "Đội Thuế Sông Ba"],
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
        "Cụm thi đua số 4 gồm BHXH huyện: Tân Hải, Bình Lộc, An Mỹ.",
        ["Bảo hiểm xã hội huyện Tân Hải", "Bảo hiểm xã hội huyện Bình Lộc", "Bảo hiểm xã hội huyện An Mỹ"],
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
]


@pytest.mark.parametrize(("text", "names"), MEMBERS)
def test_members(text: str, names: list[str]) -> None:
    found = [fact.name.lower() for fact in read(*text.split("\n")) if isinstance(fact, Member)]
    assert sorted(found) == sorted(name.lower() for name in names)
