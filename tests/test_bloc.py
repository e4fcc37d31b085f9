"""Blocs: named, placed; what only looks like a bloc is none."""

from __future__ import annotations

import pytest
from reading import story

from extract.facts import find
from extract.model import Article, Bloc, Member


def blocs(article: Article) -> list[Bloc]:
    return [fact for fact in find(article) if isinstance(fact, Bloc)]


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
    (bloc,) = blocs(story(text))
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
    assert blocs(story(text)) == []


def test_mentions_of_one_bloc_are_one_fact_with_the_longest_name() -> None:
    article = story(
        "Khối thi đua Kinh tế ngành tỉnh Quảng Ngãi họp.",
        "Khối thi đua Kinh tế đã ký giao ước.",
        "Khối thi đua Kinh tế ngành có 8 cơ quan.",
    )
    (bloc,) = blocs(article)
    assert (bloc.name, bloc.member_count) == ("Khối thi đua Kinh tế ngành", 8)


def test_a_name_that_ran_on_once_yields_to_the_one_met_twice() -> None:
    article = story(
        "Khối thi đua Ngân hàng II họp.", "Khối thi đua Ngân hàng II rạng rỡ bên hoa.", "Khối thi đua Ngân hàng II họp."
    )
    assert [bloc.name for bloc in blocs(article)] == ["Khối thi đua Ngân hàng II"]


def test_a_name_without_thi_dua_is_the_bloc_named_in_full() -> None:
    article = story(
        "Khối Mặt trận và đoàn thể ký giao ước.",
        "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh Lai Châu họp.",
    )
    (bloc,) = blocs(article)
    assert bloc.name == "Khối thi đua Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"


def test_an_owner_that_only_the_title_tells_belongs_to_the_name() -> None:
    article = story("Cụm thi đua số 7 họp.", title="Cụm thi đua số 7 ngành Hải quan tổng kết công tác")
    assert [bloc.name for bloc in blocs(article)] == ["Cụm thi đua số 7 ngành Hải quan"]


def test_a_by_name_told_first_in_the_title_is_the_bloc_whose_brackets_tell_it() -> None:
    article = story("Cụm thi đua các tỉnh Tây Nguyên (Cụm số 4) họp.", title="Cụm thi đua số 4 sơ kết công tác")
    assert [bloc.name for bloc in blocs(article)] == ["Cụm thi đua các tỉnh Tây Nguyên"]


def test_a_number_of_places_with_its_zero_is_the_same() -> None:
    article = story("Cụm thi đua 7 tỉnh Tây Bắc họp.", "Cụm thi đua 07 tỉnh Tây Bắc ngành Hải quan gồm nhiều đơn vị.")
    assert len(blocs(article)) == 1


def test_other_initials_are_another_bloc() -> None:
    article = story("Khối thi đua Văn hóa - Xã hội họp.", "Khối thi đua KT-XH cũng đã họp.")
    assert [bloc.name for bloc in blocs(article)] == ["Khối thi đua Văn hóa - Xã hội", "Khối thi đua KT-XH"]


def test_clusters_of_two_owners_are_two_blocs() -> None:
    article = story("Cụm thi đua số 3 Bộ Công an họp. Cụm thi đua số 3 ngành Hải quan họp.")
    assert len(blocs(article)) == 2
    article = story("Cụm thi đua số 3 thuộc Sở Giáo dục và Đào tạo họp. Cụm thi đua số 3 ngành Giáo dục sơ kết.")
    assert len(blocs(article)) == 1


def test_a_man_is_no_province() -> None:
    (bloc,) = blocs(story("Khối thi đua Kinh tế họp, có Đoàn Thanh niên cộng sản Hồ Chí Minh tỉnh.", title=""))
    assert bloc.province is None


def test_a_new_name_is_no_second_bloc() -> None:
    article = story("Khối thi đua Ngân hàng II họp. Từ năm nay Khối mang tên Khối thi đua số 11.")
    assert [bloc.name for bloc in blocs(article)] == ["Khối thi đua Ngân hàng II"]


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
    (bloc,) = blocs(story(text))
    assert bloc.name == name


def test_grades_of_a_school_and_parts_of_a_hospital_are_no_blocs() -> None:
    article = story(
        "Khối 9 về nhất hội trại.", "Khối trưởng khối 9 khen học sinh các lớp.", "Cụm có 2 công ty gồm Công ty A, B."
    )
    assert blocs(article) == []
    of_hospital = story("Khối thi đua Y tế họp. Khối Khám bệnh và Khối Cận lâm sàng đạt khá.")
    assert [bloc.name for bloc in blocs(of_hospital)] == ["Khối thi đua Y tế"]


def test_the_committee_that_forms_the_blocs_tells_their_province() -> None:
    text = "UBND tỉnh Vĩnh Long chia lại các cụm, Cụm thi đua số 9 ra đời với 3 xã. Hai xã ở Trà Vinh cũ."
    (bloc,) = blocs(story(text))
    assert (bloc.province, bloc.member_count) == ("Vĩnh Long", 3)


def test_a_province_that_only_the_article_names_is_marked_inferred() -> None:
    (bloc,) = blocs(story("Khối thi đua Kinh tế họp tại Sở Y tế tỉnh Quảng Ngãi."))
    assert bloc.province == "Quảng Ngãi"
    assert dict(bloc.inferred)["province"]


def test_two_provinces_leave_the_place_open() -> None:
    (bloc,) = blocs(story("Khối thi đua Kinh tế họp. Đoàn tỉnh Quảng Nam và tỉnh Quảng Ngãi dự."))
    assert bloc.province is None


def test_evidence_is_verbatim() -> None:
    article = story("Khối thi đua Kinh tế có 2 sở: các Sở Y tế; Nội vụ.")
    (second,) = [f for f in find(article) if isinstance(f, Member) and f.name == "Sở Nội vụ"]
    assert [article.text[s.start : s.end] for s in second.evidence] == ["Sở", "Nội vụ"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khối thi đua các cơ quan tham mưu của Tỉnh ủy (Khối 1) họp.", "Khối thi đua các cơ quan tham mưu Tỉnh ủy"),
        ("Cụm thi đua số 2 (Khối Văn hóa - Thông tin) tổng kết.", "Cụm thi đua số 2"),
        ("Khối thi đua Văn hóa - Xã hội họp. Sở Y tế là Trưởng Khối thi đua VH-XH.", "Khối thi đua Văn hóa - Xã hội"),
        (
            "Khối thi đua các ban QLDA họp. Năm qua, Khối thi đua các ban Quản lý dự án đạt kết quả tốt.",
            "Khối thi đua các ban Quản lý dự án",
        ),
        ("Lễ ký giao ước thi đua Khối các Sở quản lý tổng hợp (khối 2) đã diễn ra.", "Khối các Sở quản lý tổng hợp"),
    ],
)
def test_what_a_bloc_is_called_in_brackets_is_no_second_bloc(text: str, name: str) -> None:
    assert [bloc.name for bloc in blocs(story(text))] == [name]
