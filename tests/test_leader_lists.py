"""Leaders of blocs in many wordings, told of bodies and of persons."""

from __future__ import annotations

import pytest
from bloc_parts import read

from extract.model import Leader

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
    facts = [fact for fact in read(*text.split("\n")) if isinstance(fact, Leader)]
    found = [(fact.role, fact.organization, fact.person, fact.year) for fact in facts]
    assert sorted(found, key=str) == sorted(rows, key=str)
