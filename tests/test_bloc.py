"""Blocs and members: named, placed, counted, listed; what only looks like a bloc is none."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Article, Bloc, Member


def read(*paragraphs: str, title: str = "Tin tức", published: str | None = "2024-01-05") -> Article:
    return article_from_json({"title": title, "paragraphs": list(paragraphs), "published": published})


def blocs(article: Article) -> list[Bloc]:
    return [fact for fact in find(article) if isinstance(fact, Bloc)]


def members(article: Article) -> list[str]:
    return [fact.name for fact in find(article) if isinstance(fact, Member)]


@pytest.mark.parametrize(
    ("text", "name", "province", "level"),
    [
        (
            "Khối thi đua Kinh tế ngành tỉnh Quảng Ngãi gặp mặt đầu xuân.",
            "Khối thi đua Kinh tế ngành",
            "Quảng Ngãi",
            "province",
        ),
        ("Khối thi đua số 3 của tỉnh Lạng Sơn nhìn lại năm 2025.", "Khối thi đua số 3", "Lạng Sơn", "province"),
        ("Cụm thi đua số 7, Bộ Công an tổng kết.", "Cụm thi đua số 7 Bộ Công an", None, "sector"),
        ("Cụm thi đua số 3 VKSND tỉnh Long An họp.", "Cụm thi đua số 3 Viện kiểm sát nhân dân", "Long An", "sector"),
        ("Cụm thi đua số 3 huyện Mang Thít tổng kết.", "Cụm thi đua số 3", None, "district"),
        (
            "Khối thi đua các bộ, ngành kinh tế tổ chức hội nghị.",
            "Khối thi đua các bộ, ngành kinh tế",
            None,
            "national",
        ),
        (
            "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh Bạc Liêu họp.",
            "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội",
            "Bạc Liêu",
            "province",
        ),
        (
            "Cụm Thi đua các tỉnh Trung du và Duyên hải Bắc Bộ sơ kết.",
            "Cụm thi đua các tỉnh Trung du và Duyên hải Bắc Bộ",
            None,
            "national",
        ),
        (
            "Khối thi đua các cơ quan tham mưu giúp việc Tỉnh ủy họp.",
            "Khối thi đua các cơ quan tham mưu giúp việc Tỉnh ủy",
            None,
            "province",
        ),
        ("Là trưởng Cụm thi đua số 3 tỉnh Cà Mau, Công an huyện U Minh họp.", "Cụm thi đua số 3", "Cà Mau", "province"),
        ("Cụm thi đua Bắc Trung Bộ gồm các tỉnh Thanh Hóa và Nghệ An.", "Cụm thi đua Bắc Trung Bộ", None, "national"),
        (
            "Khối thi đua các cơ quan Trung ương đóng trên địa bàn tỉnh Nghệ An họp.",
            "Khối thi đua các cơ quan Trung ương",
            "Nghệ An",
            "province",
        ),
        ("Cụm thi đua số 5 các trường THPT họp.", "Cụm thi đua số 5 các trường THPT", None, "sector"),
        ("Cụm thi đua thành phố, thị xã, huyện họp.", "Cụm thi đua thành phố, thị xã, huyện", None, "province"),
        ("Cụm thi đua Công đoàn các tỉnh Tây Bắc họp.", "Cụm thi đua Công đoàn các tỉnh Tây Bắc", None, "sector"),
        (
            "Khối thi đua các viện nghiên cứu và cơ sở đào tạo thuộc Bộ Xây dựng họp.",
            "Khối thi đua các viện nghiên cứu và cơ sở đào tạo thuộc Bộ Xây dựng",
            None,
            "sector",
        ),
        (
            "Cụm thi đua các tỉnh Tây Nguyên, Duyên hải Nam Trung Bộ họp.",
            "Cụm thi đua các tỉnh Tây Nguyên, Duyên hải Nam Trung Bộ",
            None,
            "national",
        ),
        (
            "Cụm thi đua 5 thành phố trực thuộc Trung ương họp.",
            "Cụm thi đua 5 thành phố trực thuộc Trung ương",
            None,
            "national",
        ),
        (
            "Khối thi đua 2 ngành Giáo dục và Đào tạo tỉnh Đồng Tháp họp.",
            "Khối thi đua 2 ngành Giáo dục và Đào tạo",
            "Đồng Tháp",
            "sector",
        ),
        (
            "Cụm thi đua số 3, VKSND tỉnh An Giang họp.",
            "Cụm thi đua số 3 Viện kiểm sát nhân dân",
            "An Giang",
            "sector",
        ),
        (
            "Cụm thi đua khu vực Tây Bắc của Kho bạc Nhà nước họp.",
            "Cụm thi đua khu vực Tây Bắc Kho bạc Nhà nước",
            None,
            "sector",
        ),
        ("Cụm Bắc Trung Bộ tổng kết phong trào thi đua.", "Cụm Bắc Trung Bộ", None, "national"),
        ("Khối Nội chính ký giao ước thi đua.", "Khối Nội chính", None, "province"),
        ("Sáng 5/1, Khối 8 họp bình xét thi đua.", "Khối 8", None, None),
        ("Tặng Cờ thi đua của UBND tỉnh cho Sở Y tế (Khối Văn xã).", "Khối Văn xã", None, "province"),
        ("Khối thi đua thứ 4 tỉnh Hà Nam họp.", "Khối thi đua thứ 4", "Hà Nam", "province"),
        ("Cụm thi đua số 5 - CATP Cần Thơ gặp mặt.", "Cụm thi đua số 5 Công an thành phố Cần Thơ", "Cần Thơ", "sector"),
    ],
)
def test_names(text: str, name: str, province: str | None, level: str | None) -> None:
    (bloc,) = blocs(read(text))
    assert (bloc.name, bloc.province, bloc.level) == (name, province, level)


@pytest.mark.parametrize(
    "text",
    [
        "Đảng ủy Khối các cơ quan tỉnh phát động phong trào thi đua.",
        "Các khối thi đua, cụm thi đua của tỉnh đã bình xét.",
        "Cụm công nghiệp An Phú và học sinh khối 12 hưởng ứng phong trào thi đua.",
        "Bốn đơn vị dẫn đầu khối thi đua được tặng Cờ thi đua.",
        "Lãnh đạo cụm thi đua 8/9 tỉnh dự hội nghị.",
        "Khối thi đua cấp tỉnh được chia lại.",
        "Hội đồng xếp hạng các cụm, khối thi đua các huyện.",
        "Đảng ủy Khối Doanh nghiệp ký giao ước thi đua. Khối Doanh nghiệp có 40 chi bộ.",
        "Các đơn vị ký giao ước thi đua. Khối Tiếp tục phấn đấu.",
        "Các đơn vị ký giao ước thi đua tại Cụm Công nghiệp An Phú.",
        "Học sinh Khối 8 và Khối 9 ký giao ước thi đua.",
        "Thí sinh Khối A nhận Bằng khen, ký giao ước thi đua.",
        "Ba năm liền Khối Khách hàng cá nhân nhận Cờ thi đua; các bên ký giao ước thi đua.",
        "Khối ASEAN họp; các đơn vị ký giao ước thi đua.",
    ],
)
def test_what_is_no_bloc(text: str) -> None:
    assert blocs(read(text)) == []


def test_mentions_of_one_bloc_are_one_fact_with_the_longest_name() -> None:
    article = read(
        "Khối thi đua Kinh tế ngành tỉnh Quảng Ngãi họp.",
        "Khối thi đua Kinh tế đã ký giao ước.",
        "Khối thi đua Kinh tế ngành có 8 cơ quan.",
    )
    (bloc,) = blocs(article)
    assert (bloc.name, bloc.member_count) == ("Khối thi đua Kinh tế ngành", 8)


def test_a_name_that_ran_on_once_yields_to_the_one_met_twice() -> None:
    article = read(
        "Khối thi đua Ngân hàng II họp.", "Khối thi đua Ngân hàng II rạng rỡ bên hoa.", "Khối thi đua Ngân hàng II họp."
    )
    assert [bloc.name for bloc in blocs(article)] == ["Khối thi đua Ngân hàng II"]


def test_a_name_without_thi_dua_is_the_bloc_named_in_full() -> None:
    article = read(
        "Khối Mặt trận và đoàn thể ký giao ước.",
        "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh Lai Châu họp.",
    )
    (bloc,) = blocs(article)
    assert bloc.name == "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"


def test_clusters_of_two_owners_are_two_blocs() -> None:
    article = read("Cụm thi đua số 3 Bộ Công an họp. Cụm thi đua số 3 ngành Hải quan họp.")
    assert len(blocs(article)) == 2
    article = read("Cụm thi đua số 3 thuộc Sở Giáo dục và Đào tạo họp. Cụm thi đua số 3 ngành Giáo dục sơ kết.")
    assert len(blocs(article)) == 1


def test_a_man_is_no_province() -> None:
    (bloc,) = blocs(read("Khối thi đua Kinh tế họp, có Đoàn Thanh niên cộng sản Hồ Chí Minh tỉnh.", title=""))
    assert bloc.province is None


def test_a_new_name_is_no_second_bloc() -> None:
    article = read("Khối thi đua Ngân hàng II họp. Từ năm nay Khối mang tên Khối thi đua số 11.")
    assert [bloc.name for bloc in blocs(article)] == ["Khối thi đua Ngân hàng II"]


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
    (bloc,) = blocs(read(text))
    assert bloc.member_count == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Khối thi đua Kinh tế gồm: Sở Xây dựng; Sở Y tế.", ["Sở Xây dựng", "Sở Y tế"]),
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
        ("Dự hội nghị Khối thi đua Kinh tế có lãnh đạo Sở Y tế, Sở Nội vụ.", []),
        (
            "Công an các tỉnh Sơn La, Lai Châu thuộc Cụm thi đua số 2 Bộ Công an ký giao ước.",
            ["Công an tỉnh Sơn La", "Công an tỉnh Lai Châu"],
        ),
        ("Sở Y tế, Sở Nội vụ đều là thành viên của Khối thi đua Văn xã.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Là đơn vị thành viên Khối thi đua Văn xã, Sở Y tế đã góp ý.", ["Sở Y tế"]),
        ("Tặng Cờ thi đua cho Sở Y tế, Sở Nội vụ thuộc Khối thi đua Văn xã.", []),
        ("Lãnh đạo Sở Y tế và các đơn vị thuộc Khối thi đua Văn xã dự.", []),
        ("Thành viên của Khối thi đua Văn xã: Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Khối thi đua Văn xã là nơi sinh hoạt chung của Sở Y tế và Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        (
            "Cùng với Sở Y tế, Khối thi đua Văn xã có Sở Nội vụ và Báo Lâm Giang.",
            ["Sở Y tế", "Sở Nội vụ", "Báo Lâm Giang"],
        ),
        ("Sở Y tế, Sở Nội vụ hợp thành Khối thi đua Văn xã.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Trong Cụm thi đua số 5 có xã Tân An, xã Phú Lộc.", ["xã Tân An", "xã Phú Lộc"]),
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
        ("Hai đơn vị trong Khối thi đua Văn xã gồm Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Khối thi đua Văn xã với 2 thành viên là: Sở Y tế, Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
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
    assert members(read(text)) == names


def test_members_in_bullets() -> None:
    article = read(
        "Khối thi đua Tổng hợp gồm các đơn vị:",
        "- Sở Tài chính",
        "- Sở Nội vụ;",
        "- Văn phòng UBND tỉnh.",
        "Hội nghị bế mạc.",
    )
    assert members(article) == ["Sở Tài chính", "Sở Nội vụ", "Văn phòng UBND tỉnh"]


def test_members_in_numbered_lines() -> None:
    article = read(
        "Danh sách thành viên Khối thi đua Tổng hợp:", "1. Sở Tài chính", "2. Sở Nội vụ;", "3) Sở Y tế.", "Hết."
    )
    assert members(article) == ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]


def test_members_in_the_rows_of_a_table() -> None:
    rows = (
        "Khối thi đua Văn xã | Sở Y tế, Sở Nội vụ | Sở Y tế",
        "Khối thi đua Tổng hợp | Sở Tài chính, Sở Tư pháp | -",
    )
    article = read("UBND tỉnh phân chia các khối.", "Tên khối | Thành viên | Khối trưởng", *rows)
    assert members(article) == ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp"]
    winners = read("Kết quả bình xét.", "Tên khối | Đạt Cờ thi đua", rows[0])
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
    assert [bloc.year for bloc in blocs(read(text))] == [year]


def test_a_changed_composition_is_a_bloc_of_each_year() -> None:
    article = read(
        "Năm 2021, Khối thi đua Mặt trận có 2 đơn vị: Hội Nông dân tỉnh và Tỉnh đoàn. "
        "Từ năm 2022, Khối tiếp nhận thêm Hội Người cao tuổi tỉnh, nâng tổng số thành viên lên 3."
    )
    assert [(bloc.year, bloc.member_count) for bloc in blocs(article)] == [(2021, 2), (2022, 3)]
    of_2022 = [fact.name for fact in find(article) if isinstance(fact, Member) and fact.year == 2022]
    assert of_2022 == ["Hội Nông dân tỉnh", "Tỉnh đoàn", "Hội Người cao tuổi tỉnh"]


def test_who_enters_a_bloc_makes_a_composition_of_that_year() -> None:
    article = read(
        "Khối thi đua Nội chính gồm Sở Tư pháp và Thanh tra tỉnh.",
        "Từ năm 2024, Sở Ngoại vụ tham gia Khối thi đua Nội chính.",
    )
    assert [bloc.year for bloc in blocs(article)] == [None, 2024]
    of_2024 = [fact.name for fact in find(article) if isinstance(fact, Member) and fact.year == 2024]
    assert of_2024 == ["Sở Tư pháp", "Thanh tra tỉnh", "Sở Ngoại vụ"]
    (alone,) = blocs(read("Từ năm 2024, Sở Ngoại vụ tham gia Khối thi đua Nội chính."))
    assert alone.year == 2024


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khối thi đua 14 - Khối doanh nghiệp tỉnh Hà Nam họp.", "Khối thi đua 14 - Khối doanh nghiệp"),
        ("Khối thi đua 14 tỉnh Hà Nam tăng lên 11 đơn vị.", "Khối thi đua 14"),
        ("Cụm thi đua số 2 Quân khu 9 diễn tập.", "Cụm thi đua số 2 Quân khu 9"),
        ("Cụm thi đua Công đoàn số 3 họp. Cụm thi đua số 3 ký giao ước.", "Cụm thi đua Công đoàn số 3"),
        ("Cụm thi đua Tây Bắc của ngành Hải quan họp.", "Cụm thi đua Tây Bắc ngành Hải quan"),
    ],
)
def test_a_number_and_what_stands_beside_it(text: str, name: str) -> None:
    (bloc,) = blocs(read(text))
    assert bloc.name == name


def test_grades_of_a_school_and_parts_of_a_hospital_are_no_blocs() -> None:
    article = read(
        "Khối 9 về nhất hội trại.", "Khối trưởng khối 9 khen học sinh các lớp.", "Cụm có 2 công ty gồm Công ty A, B."
    )
    assert blocs(article) == []
    of_hospital = read("Khối thi đua Y tế họp. Khối Khám bệnh và Khối Cận lâm sàng đạt khá.")
    assert [bloc.name for bloc in blocs(of_hospital)] == ["Khối thi đua Y tế"]


def test_the_committee_that_forms_the_blocs_tells_their_province() -> None:
    text = "UBND tỉnh Vĩnh Long chia lại các cụm, Cụm thi đua số 9 ra đời với 3 xã. Hai xã ở Trà Vinh cũ."
    (bloc,) = blocs(read(text))
    assert (bloc.province, bloc.member_count) == ("Vĩnh Long", 3)


def test_a_province_that_only_the_article_names_is_marked_inferred() -> None:
    (bloc,) = blocs(read("Khối thi đua Kinh tế họp tại Sở Y tế tỉnh Quảng Ngãi."))
    assert bloc.province == "Quảng Ngãi"
    assert dict(bloc.inferred)["province"]


def test_two_provinces_leave_the_place_open() -> None:
    (bloc,) = blocs(read("Khối thi đua Kinh tế họp. Đoàn tỉnh Quảng Nam và tỉnh Quảng Ngãi dự."))
    assert bloc.province is None


def test_evidence_is_verbatim() -> None:
    article = read("Khối thi đua Kinh tế có 2 sở: các Sở Y tế; Nội vụ.")
    (second,) = [f for f in find(article) if isinstance(f, Member) and f.name == "Sở Nội vụ"]
    assert [article.text[s.start : s.end] for s in second.evidence] == ["Sở", "Nội vụ"]
