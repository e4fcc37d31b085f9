"""Members of blocs, their totals, and the year of a composition, one telling each."""

from __future__ import annotations

import pytest
from reading import story

from extract.facts import find
from extract.model import Article, Bloc, Member


def blocs(article: Article) -> list[Bloc]:
    return [fact for fact in find(article) if isinstance(fact, Bloc)]


def members(article: Article) -> list[str]:
    return [fact.name for fact in find(article) if isinstance(fact, Member)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Khối thi đua Kinh tế có 8 cơ quan, đơn vị.", 8),
        ("Khối thi đua Kinh tế hiện có 24 doanh nghiệp thành viên, hoạt động trong nhiều lĩnh vực.", 24),
        ("Khối thi đua Kinh tế có 2 đơn vị được tặng Cờ thi đua.", None),
        ("Khối thi đua doanh nghiệp đóng trên địa bàn tỉnh có 36 đơn vị thành viên.", 36),
        ("Khối thi đua Kinh tế (gọi tắt là Khối) có 9 đơn vị.", 9),
        ("Sau sáp nhập, Khối thi đua Kinh tế còn 4 đơn vị.", 4),
        ("Hội nghị Khối thi đua Kinh tế có 7/8 đơn vị dự.", None),
        ("Khối thi đua Kinh tế có 3 tập thể được khen thưởng.", None),
        ("7 đơn vị của Cụm thi đua số 5 đã giao lưu bóng bàn.", 7),
        ("5 doanh nghiệp trong Khối thi đua Kinh tế được Chủ tịch UBND tỉnh tặng Bằng khen.", None),
    ],
)
def test_stated_totals(text: str, count: int | None) -> None:
    (bloc,) = blocs(story(text))
    assert bloc.member_count == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Cụm thi đua số 6 Hội Cựu chiến binh (CCB) Việt Nam gồm các tỉnh: Phú Thọ, Hà Nam.",
            ["Hội Cựu chiến binh tỉnh Phú Thọ", "Hội Cựu chiến binh tỉnh Hà Nam"],
        ),
        (
            "Khối thi đua Hội có 3 đơn vị, gồm Hội Đông y, Ban đại diện Hội Người cao tuổi và Hội Nhà báo.",
            ["Hội Đông y", "Ban đại diện Hội Người cao tuổi", "Hội Nhà báo"],
        ),
        (
            "Dự có lãnh đạo Sở Văn hóa, Thể thao và Du lịch các tỉnh trong Cụm thi đua số 2 gồm: Hà Nam, Phú Thọ.",
            ["Sở Văn hóa, Thể thao và Du lịch tỉnh Hà Nam", "Sở Văn hóa, Thể thao và Du lịch tỉnh Phú Thọ"],
        ),
        ("Cụm thi đua số 2 có 3 đơn vị gồm Thanh tra các đơn vị: Sở Công thương, Sở Xây dựng, Ban Dân tộc.", []),
        (
            "Khối thi đua các Sở quản lý (Khối 1) gồm các sở: Y tế; Nội vụ; Khoa học và Công nghệ đã họp.",
            ["Sở Y tế", "Sở Nội vụ", "Sở Khoa học và Công nghệ"],
        ),
        (
            "Tham gia Cụm thi đua số 7 có BHXH các tỉnh: Bến Tre, Long An.",
            ["Bảo hiểm xã hội tỉnh Bến Tre", "Bảo hiểm xã hội tỉnh Long An"],
        ),
        ("Khối thi đua Kinh tế (Sở Y tế, Sở Nội vụ, Sở Tài chính) họp.", ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("Khối thi đua Kinh tế họp. Một số thành viên như Sở Y tế, Sở Nội vụ đạt khá.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Cụm thi đua Bộ CHQS 2 tỉnh Quân khu 2 (gồm các tỉnh: Phú Thọ, Lào Cai) họp.",
            ["Bộ Chỉ huy Quân sự tỉnh Phú Thọ", "Bộ Chỉ huy Quân sự tỉnh Lào Cai"],
        ),
        ("Khối thi đua Nội chính gồm Công an tỉnh; Khối thi đua Kinh tế gồm Sở Y tế.", ["Công an tỉnh", "Sở Y tế"]),
        (
            "Công an các tỉnh Sơn La, Lai Châu thuộc Cụm thi đua số 2 Bộ Công an ký giao ước.",
            ["Công an tỉnh Sơn La", "Công an tỉnh Lai Châu"],
        ),
        ("Sở Y tế, Sở Nội vụ đều là thành viên của Khối thi đua Văn xã.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Là đơn vị thành viên Khối thi đua Văn xã, Sở Y tế đã góp ý.", ["Sở Y tế"]),
        ("Tặng Cờ thi đua cho Sở Y tế, Sở Nội vụ thuộc Khối thi đua Văn xã.", []),
        ("Lãnh đạo Sở Y tế và các đơn vị thuộc Khối thi đua Văn xã dự.", []),
        ("Thành viên của Khối thi đua Văn xã: Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Cùng với Sở Y tế, Khối thi đua Văn xã có Sở Nội vụ và Báo Lâm Giang.",
            ["Sở Y tế", "Sở Nội vụ", "Báo Lâm Giang"],
        ),
        ("Sở Y tế, Sở Nội vụ hợp thành Khối thi đua Văn xã.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Ba xã Tân An, Phú Lộc, Bình Hải chung một Cụm đã lâu. Cụm thi đua số 5 vừa họp.",
            ["xã Tân An", "xã Phú Lộc", "xã Bình Hải"],
        ),
        (
            "Cụm thi đua số 5, nơi quy tụ ba cục hải quan Hà Nam, Nam Định, Thái Bình, vừa họp.",
            ["Cục hải quan Hà Nam", "Cục hải quan Nam Định", "Cục hải quan Thái Bình"],
        ),
        (
            "Cụm thi đua số 5 ra đời với 3 xã, phường. Ba địa phương ấy là các xã Tân An, Phú Lộc và phường Hải An.",
            ["xã Tân An", "xã Phú Lộc", "phường Hải An"],
        ),
        (
            "Khối thi đua Cảng biển có 3 đơn vị: Cảng Lâm Giang, Bảo Minh Lâm Giang và Bến xe Sơn Trà.",
            ["Cảng Lâm Giang", "Bảo Minh Lâm Giang", "Bến xe Sơn Trà"],
        ),
        (
            "Tỉnh chia thành 2 cụm thi đua: Cụm 1 gồm xã Tân An, xã Hải An; Cụm 2: xã Phú Lộc, xã Bình Hải.",
            ["xã Tân An", "xã Hải An", "xã Phú Lộc", "xã Bình Hải"],
        ),
        ("Cụm thi đua số 2 gồm 2 gồm các cơ quan: Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Khối thi đua Y tế gồm BV Phổi và BV Mắt.", ["Bệnh viện Phổi", "Bệnh viện Mắt"]),
        ("Khối thi đua Văn xã kết nạp thêm Sở Ngoại vụ.", ["Sở Ngoại vụ"]),
        (
            "Khối thi đua Văn xã do Sở Y tế làm Khối trưởng. Các thành viên khác là Sở Nội vụ, Sở Ngoại vụ.",
            ["Sở Nội vụ", "Sở Ngoại vụ"],
        ),
        ("Khối thi đua Văn xã gồm có các đơn vị sau: Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Cụm thi đua số 3 gồm 2 đơn vị VKSND cấp huyện: Sơn Trà, Bình Hải.",
            ["Viện kiểm sát nhân dân Sơn Trà", "Viện kiểm sát nhân dân Bình Hải"],
        ),
        ("Cụm thi đua số 3 (Công an các tỉnh Hà Nam, Nam Định) họp.", ["Công an tỉnh Hà Nam", "Công an tỉnh Nam Định"]),
        (
            "Cụm thi đua số 3 - Công an các tỉnh Hà Nam, Nam Định - họp.",
            ["Công an tỉnh Hà Nam", "Công an tỉnh Nam Định"],
        ),
        ("Công an 2 tỉnh Hà Nam, Nam Định (Cụm thi đua số 3) họp.", ["Công an tỉnh Hà Nam", "Công an tỉnh Nam Định"]),
        ("Sở Y tế và Sở Nội vụ - hai thành viên của Khối thi đua Văn xã - ký.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Sở Y tế, một trong tám thành viên của Khối thi đua Văn xã, góp ý.", ["Sở Y tế"]),
        ("Với tư cách thành viên Khối thi đua Văn xã, Sở Y tế góp ý.", ["Sở Y tế"]),
        ("Ba xã của Cụm thi đua số 5: Tân An, Phú Lộc và Bình Hải.", ["xã Tân An", "xã Phú Lộc", "xã Bình Hải"]),
        ("Khối thi đua Văn xã từng có 3 đơn vị, nay còn 2 đơn vị: Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Khối thi đua Văn xã vừa kết nạp Sở Ngoại vụ, nâng số thành viên lên 9.", ["Sở Ngoại vụ"]),
        ("Sở Y tế (Khối thi đua Văn xã) xếp thứ nhất.", []),
        ("Khối thi đua Văn xã (2 đơn vị) gồm Sở Y tế và Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Khối thi đua Văn xã được bổ sung Sở Ngoại vụ.", ["Sở Ngoại vụ"]),
        ("Khối thi đua Văn xã bổ sung tiêu chí do Sở Ngoại vụ soạn.", []),
        (
            "Cụm thi đua số 1 gồm xã Hải An làm Cụm trưởng, xã Tân An và xã Phú Lộc.",
            ["xã Hải An", "xã Tân An", "xã Phú Lộc"],
        ),
        ("Khối thi đua Nội chính gồm 3 cơ quan: Công an, Quân sự, Biên phòng.", ["Công an", "Quân sự", "Biên phòng"]),
        ("Khối thi đua Văn xã có 9 đơn vị. Ba đơn vị này là Sở Y tế, Sở Nội vụ, Sở Ngoại vụ.", []),
        ("Cụm thi đua số 5 gồm 3 nội dung: Dân vận, An toàn giao thông, Văn hóa.", []),
        ("Sở Y tế, Sở Nội vụ tách khỏi Khối thi đua Văn xã.", []),
        ("Hội nghị Khối thi đua Văn xã có sự tham gia của Sở Y tế, Sở Nội vụ.", []),
        ("Dự họp có đại diện Sở Y tế, Sở Nội vụ thuộc Khối thi đua Văn xã.", []),
        ("Đại diện 2 đơn vị thuộc Khối thi đua Văn xã: Sở Y tế, Sở Nội vụ ký.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Khối thi đua Văn xã có sự tham gia của Sở Y tế và Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Khối thi đua Văn xã thành lập theo Quyết định số 5, gồm 2 đơn vị: Hội Đông y; Hội Văn học và Nghệ thuật.",
            ["Hội Đông y", "Hội Văn học và Nghệ thuật"],
        ),
        ("Cụm thi đua số 2 gồm 3 đơn vị: Ba Tơ, Sơn Hà, Trà Bồng.", ["Ba Tơ", "Sơn Hà", "Trà Bồng"]),
        (
            "Cụm thi đua các tỉnh Nam Bộ gồm các địa phương: Long An, Bà Rịa - Vũng Tàu và Bến Tre.",
            ["Long An", "Bà Rịa - Vũng Tàu", "Bến Tre"],
        ),
        (
            "Cụm thi đua số 1 VKSND tỉnh Hà Nam gồm 3 đơn vị: VKSND thành phố Phủ Lý và các huyện Bình Lục, Lý Nhân.",
            [
                "Viện kiểm sát nhân dân thành phố Phủ Lý",
                "Viện kiểm sát nhân dân huyện Bình Lục",
                "Viện kiểm sát nhân dân huyện Lý Nhân",
            ],
        ),
        ("Cụm thi đua số 5 gồm 2 Thuế tỉnh: Phú Thọ, Hưng Yên.", ["Thuế tỉnh Phú Thọ", "Thuế tỉnh Hưng Yên"]),
        (
            "Cụm thi đua số 2 gồm các trường THPT: Bình Sơn, Sơn Mỹ và Trường THPT chuyên Lê Khiết. Sở GD&ĐT dự.",
            ["Trường THPT Bình Sơn", "Trường THPT Sơn Mỹ", "Trường THPT chuyên Lê Khiết"],
        ),
        ("Khối thi đua Ngân hàng gồm các chi nhánh ngân hàng: BIDV, Agribank.", ["BIDV", "Agribank"]),
        (
            "Khối thi đua Nội chính họp. Các đơn vị trong khối gồm Công an tỉnh (Khối trưởng), TAND tỉnh đều dự.",
            ["Công an tỉnh", "Tòa án nhân dân tỉnh"],
        ),
    ],
)
def test_members(text: str, names: list[str]) -> None:
    assert members(story(text)) == names


def test_members_in_bullets() -> None:
    article = story(
        "Khối thi đua Tổng hợp gồm các đơn vị:",
        "- Sở Tài chính",
        "- Sở Nội vụ;",
        "- Văn phòng UBND tỉnh.",
        "Hội nghị bế mạc.",
    )
    assert members(article) == ["Sở Tài chính", "Sở Nội vụ", "Văn phòng UBND tỉnh"]


def test_members_in_numbered_lines() -> None:
    article = story(
        "Danh sách thành viên Khối thi đua Tổng hợp:", "1. Sở Tài chính", "2. Sở Nội vụ;", "3) Sở Y tế.", "Hết."
    )
    assert members(article) == ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]


def test_members_in_the_rows_of_a_table() -> None:
    rows = (
        "Khối thi đua Văn xã | Sở Y tế, Sở Nội vụ | Sở Y tế",
        "Khối thi đua Tổng hợp | Sở Tài chính, Sở Tư pháp | -",
    )
    article = story("UBND tỉnh phân chia các khối.", "Tên khối | Thành viên | Khối trưởng", *rows)
    assert members(article) == ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp"]
    winners = story("Kết quả bình xét.", "Tên khối | Đạt Cờ thi đua", rows[0])
    assert members(winners) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Khối thi đua Văn xã năm 2023 gồm 2 đơn vị: Sở Y tế, Sở Nội vụ.", 2023),
        ("Hiện Khối thi đua Văn xã có 2 đơn vị: Sở Y tế, Sở Nội vụ.", 2024),
        ("Khối thi đua Văn xã gồm 2 đơn vị: Sở Y tế, Sở Nội vụ.", None),
    ],
)
def test_the_year_of_a_composition(text: str, year: int | None) -> None:
    assert [bloc.year for bloc in blocs(story(text))] == [year]


def test_a_changed_composition_is_a_bloc_of_each_year() -> None:
    article = story(
        "Năm 2021, Khối thi đua Mặt trận có 2 đơn vị: Hội Nông dân tỉnh và Tỉnh đoàn. "
        "Từ năm 2022, Khối tiếp nhận thêm Hội Người cao tuổi tỉnh, nâng tổng số thành viên lên 3."
    )
    assert [(bloc.year, bloc.member_count) for bloc in blocs(article)] == [(2021, 2), (2022, 3)]
    of_2022 = [fact.name for fact in find(article) if isinstance(fact, Member) and fact.year == 2022]
    assert of_2022 == ["Hội Nông dân tỉnh", "Tỉnh đoàn", "Hội Người cao tuổi tỉnh"]


def test_who_enters_a_bloc_makes_a_composition_of_that_year() -> None:
    article = story(
        "Khối thi đua Nội chính gồm Sở Tư pháp và Thanh tra tỉnh.",
        "Từ năm 2024, Sở Ngoại vụ tham gia Khối thi đua Nội chính.",
    )
    assert [bloc.year for bloc in blocs(article)] == [None, 2024]
    of_2024 = [fact.name for fact in find(article) if isinstance(fact, Member) and fact.year == 2024]
    assert of_2024 == ["Sở Tư pháp", "Thanh tra tỉnh", "Sở Ngoại vụ"]
    (alone,) = blocs(story("Từ năm 2024, Sở Ngoại vụ tham gia Khối thi đua Nội chính."))
    assert alone.year == 2024
