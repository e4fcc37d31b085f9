"""How blocs and their members are told: parts a journalist combines, and sentences made of them.

Each part says what it adds to the facts expected. A part that fails with most others shows a wording not read; one
that fails with a single other part shows two mechanisms that are too rigid for each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from bloc_parts import BLOCS, CUM, INTRODUCTIONS, KHOI, names_of, read, sentence

from extract.model import Bloc, Leader
from extract.text import match_form


@dataclass(frozen=True)
class Listed:
    """An enumeration as written, and the members it names."""

    text: str
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.names)


def listed(text: str, *names: str) -> Listed:
    return Listed(text, names)


LISTS = (
    listed(
        "Sở Tài chính; Sở Xây dựng; Thanh tra tỉnh và Cục Thống kê tỉnh",
        "Sở Tài chính",
        "Sở Xây dựng",
        "Thanh tra tỉnh",
        "Cục Thống kê tỉnh",
    ),
    listed(
        "các Sở: Nội vụ, Tài chính, Tư pháp và Ban Dân tộc tỉnh",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Tư pháp",
        "Ban Dân tộc tỉnh",
    ),
    listed(
        "các sở Nội vụ, Tài chính, Lao động - Thương binh và Xã hội; Thanh tra tỉnh; Văn phòng UBND tỉnh",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Lao động - Thương binh và Xã hội",
        "Thanh tra tỉnh",
        "Văn phòng UBND tỉnh",
    ),
    listed(
        "Văn phòng Đoàn ĐBQH, HĐND tỉnh; Văn phòng UBND tỉnh; Sở Nội vụ",
        "Văn phòng Đoàn Đại biểu Quốc hội, HĐND tỉnh",
        "Văn phòng UBND tỉnh",
        "Sở Nội vụ",
    ),
    listed(
        "Công an các huyện Tân Hải, Sơn Bình, Phú Lộc và Công an thị xã An Khê",
        "Công an huyện Tân Hải",
        "Công an huyện Sơn Bình",
        "Công an huyện Phú Lộc",
        "Công an thị xã An Khê",
    ),
    listed(
        "Công an các tỉnh Nam Định, Thái Bình, Hà Nam và thành phố Hải Phòng",
        "Công an tỉnh Nam Định",
        "Công an tỉnh Thái Bình",
        "Công an tỉnh Hà Nam",
        "Công an thành phố Hải Phòng",
    ),
    listed(
        "TAND các huyện: Tân Hải, Sơn Bình, Phú Lộc",
        "Tòa án nhân dân huyện Tân Hải",
        "Tòa án nhân dân huyện Sơn Bình",
        "Tòa án nhân dân huyện Phú Lộc",
    ),
    listed(
        "VKSND huyện Tân Hải, VKSND huyện Sơn Bình và VKSND thị xã An Khê",
        "Viện kiểm sát nhân dân huyện Tân Hải",
        "Viện kiểm sát nhân dân huyện Sơn Bình",
        "Viện kiểm sát nhân dân thị xã An Khê",
    ),
    listed(
        "TAND và VKSND các huyện Tân Hải, Sơn Bình",
        "Tòa án nhân dân huyện Tân Hải",
        "Tòa án nhân dân huyện Sơn Bình",
        "Viện kiểm sát nhân dân huyện Tân Hải",
        "Viện kiểm sát nhân dân huyện Sơn Bình",
    ),
    listed(
        "LĐLĐ tỉnh, Hội LHPN tỉnh, Hội Nông dân tỉnh, Tỉnh đoàn và Hội CCB tỉnh",
        "Liên đoàn Lao động tỉnh",
        "Hội Liên hiệp Phụ nữ tỉnh",
        "Hội Nông dân tỉnh",
        "Tỉnh đoàn",
        "Hội Cựu chiến binh tỉnh",
    ),
    listed(
        "Hội Chữ thập đỏ, Hội Đông y, Hội Luật gia, Hội Người mù tỉnh, cùng Liên minh HTX tỉnh",
        "Hội Chữ thập đỏ tỉnh",
        "Hội Đông y tỉnh",
        "Hội Luật gia tỉnh",
        "Hội Người mù tỉnh",
        "Liên minh Hợp tác xã tỉnh",
    ),
    listed(
        "các trường THPT: Tân Hải, Nguyễn Huệ, Sơn Bình; Trường PTDT nội trú tỉnh; Trường THCS và THPT Phú Lộc",
        "Trường THPT Tân Hải",
        "Trường THPT Nguyễn Huệ",
        "Trường THPT Sơn Bình",
        "Trường Phổ thông dân tộc nội trú tỉnh",
        "Trường THCS và THPT Phú Lộc",
    ),
    listed(
        "các Ban Tổ chức, Tuyên giáo, Dân vận Tỉnh ủy và Ủy ban Kiểm tra Tỉnh ủy",
        "Ban Tổ chức Tỉnh ủy",
        "Ban Tuyên giáo Tỉnh ủy",
        "Ban Dân vận Tỉnh ủy",
        "Ủy ban Kiểm tra Tỉnh ủy",
    ),
    listed(
        "chi nhánh Sông Ba của các ngân hàng BIDV, Agribank, ACB",
        "BIDV chi nhánh Sông Ba",
        "Agribank chi nhánh Sông Ba",
        "ACB chi nhánh Sông Ba",
    ),
    listed(
        "các xã Tân Lập, Phú Hòa, Bình Minh và thị trấn Sơn Trà",
        "xã Tân Lập",
        "xã Phú Hòa",
        "xã Bình Minh",
        "thị trấn Sơn Trà",
    ),
    listed("xã Tân Lập, xã Phú Hòa, phường Bình Minh", "xã Tân Lập", "xã Phú Hòa", "phường Bình Minh"),
    listed("huyện Tân Lập, huyện Phú Hòa và thành phố Sông Ba", "huyện Tân Lập", "huyện Phú Hòa", "thành phố Sông Ba"),
    listed(
        "Công ty Cổ phần May Sông Ba, Công ty TNHH MTV Cao su Lâm Giang và Nhà máy Đường Phú Tân",
        "Công ty Cổ phần May Sông Ba",
        "Công ty TNHH MTV Cao su Lâm Giang",
        "Nhà máy Đường Phú Tân",
    ),
    listed(
        "Ban Quản lý dự án giao thông tỉnh, Quỹ Đầu tư phát triển tỉnh, Vườn Quốc gia Núi Voi",
        "Ban Quản lý dự án giao thông tỉnh",
        "Quỹ Đầu tư phát triển tỉnh",
        "Vườn Quốc gia Núi Voi",
    ),
    listed(
        "Huyện ủy Tân Hải, Huyện ủy Sơn Bình và Thành ủy Sông Ba",
        "Huyện ủy Tân Hải",
        "Huyện ủy Sơn Bình",
        "Thành ủy Sông Ba",
    ),
    listed(
        "BĐBP các tỉnh Nam Định, Thái Bình, BĐBP thành phố Hải Phòng và Hải đoàn 38",
        "Bộ đội Biên phòng tỉnh Nam Định",
        "Bộ đội Biên phòng tỉnh Thái Bình",
        "Bộ đội Biên phòng thành phố Hải Phòng",
        "Hải đoàn 38",
    ),
    listed(
        "HND các tỉnh Điện Biên, Lai Châu và Lào Cai",
        "Hội Nông dân tỉnh Điện Biên",
        "Hội Nông dân tỉnh Lai Châu",
        "Hội Nông dân tỉnh Lào Cai",
    ),
    listed(
        "Bệnh viện Đa khoa tỉnh, Trung tâm Y tế huyện Tân Hải và Trung tâm Kiểm soát bệnh tật tỉnh",
        "Bệnh viện Đa khoa tỉnh",
        "Trung tâm Y tế huyện Tân Hải",
        "Trung tâm Kiểm soát bệnh tật tỉnh",
    ),
    listed(
        "Công an các huyện Ea Kar, M’Đrắk, Krông Hin và Công an thị xã An Khê",
        "Công an huyện Ea Kar",
        "Công an huyện M’Đrắk",
        "Công an huyện Krông Hin",
        "Công an thị xã An Khê",
    ),
    listed("Sở Y tế và Sở Khoa học và Công nghệ", "Sở Y tế", "Sở Khoa học và Công nghệ"),
    listed(
        "Báo Lâm Giang, Đài Phát thanh - Truyền hình tỉnh, Hội Nhà báo tỉnh",
        "Báo Lâm Giang",
        "Đài Phát thanh - Truyền hình tỉnh",
        "Hội Nhà báo tỉnh",
    ),
    listed(
        "sáu cục hải quan Đà Nẵng, Quảng Nam, Quảng Ngãi, Bình Định, Khánh Hòa, Đắk Lắk",
        "Cục Hải quan Đà Nẵng",
        "Cục Hải quan Quảng Nam",
        "Cục Hải quan Quảng Ngãi",
        "Cục Hải quan Bình Định",
        "Cục Hải quan Khánh Hòa",
        "Cục Hải quan Đắk Lắk",
    ),
    listed(
        "VKSND các huyện, thị xã: An Khê, Tân Hải, Sơn Bình",
        "Viện kiểm sát nhân dân An Khê",
        "Viện kiểm sát nhân dân Tân Hải",
        "Viện kiểm sát nhân dân Sơn Bình",
    ),
    listed(
        "Sở Tài chính (Khối trưởng), Sở Xây dựng (Khối phó), Cục Thuế tỉnh và Kho bạc Nhà nước tỉnh",
        "Sở Tài chính",
        "Sở Xây dựng",
        "Cục Thuế tỉnh",
        "Kho bạc Nhà nước tỉnh",
    ),
    listed(
        "Văn phòng Tỉnh ủy, Đảng ủy các cơ quan tỉnh, Trường Chính trị tỉnh",
        "Văn phòng Tỉnh ủy",
        "Đảng ủy các cơ quan tỉnh",
        "Trường Chính trị tỉnh",
    ),
    listed(
        "HTX Vận tải Sông Ba, HTX Vận tải Tân Hải, HTX Nông nghiệp Phú Lộc",
        "Hợp tác xã Vận tải Sông Ba",
        "Hợp tác xã Vận tải Tân Hải",
        "Hợp tác xã Nông nghiệp Phú Lộc",
    ),
    listed(
        "Hội Nhà báo các tỉnh: Thanh Hóa, Nghệ An, Hà Tĩnh",
        "Hội Nhà báo tỉnh Thanh Hóa",
        "Hội Nhà báo tỉnh Nghệ An",
        "Hội Nhà báo tỉnh Hà Tĩnh",
    ),
)

# {K} = Khối or Cụm, {L} = the list, {n} = how many it names. Each tells all members.
OPENINGS = (
    "{K} gồm {L}.",
    "{K} gồm: {L}.",
    "{K} bao gồm {L}.",
    "{K} có {n} đơn vị: {L}.",
    "{K} có {n} đơn vị thành viên, gồm {L}.",
    "{K} hiện có {n} thành viên gồm: {L}.",
    "{K} có {n} thành viên là {L}.",
    "{n} thành viên của {K} là {L}.",
    "Các đơn vị thành viên gồm: {L}.",
    "Các thành viên của {K} gồm: {L}.",
    "Thành viên của {K} là {L}.",
    "Tham gia {K} có {L}.",
    "{K} được thành lập gồm {n} đơn vị là {L}.",
    "{K} quy tụ {L}.",
    "{L} cùng sinh hoạt trong {K}.",
    "{L} là {n} thành viên của {K}.",
    "{L} là các đơn vị thành viên của {K}.",
    "Cùng sinh hoạt trong {K} có {L}.",
    "{K} là nơi sinh hoạt chung của {L}.",
    "Trong {K} có {L}.",
    "Theo quyết định của UBND tỉnh, {K} gồm {L}.",
    "{K} được hợp thành từ {n} đơn vị: {L}.",
    "Có {n} đơn vị cùng tham gia {K}: {L}.",
    "{K} đông nhất tỉnh với {n} thành viên: {L}.",
    "{K} lớn hơn năm trước, gồm {L}.",
    "Hiện {K} có {n} đơn vị tham gia, đó là: {L}.",
    "Thành phần {K} gồm {L}.",
    "{n} đơn vị thành viên trong {K} gồm có {L}.",
    "Năm nay {K} có {n} đơn vị, cụ thể: {L}.",
    "{K} do {n} đơn vị hợp thành: {L}.",
    "Đại diện {n} đơn vị trong {K} ({L}) ký giao ước thi đua.",
)
# The list stands beside the bloc's own name.
OPENINGS_INSIDE = (
    "Sáng 5/1, {B} (gồm {L}) tổ chức hội nghị tổng kết.",
    "Sáng 5/1, {B}, gồm {L}, tổ chức hội nghị tổng kết.",
    "{n} đơn vị thuộc {B} gồm {L} đã ký kết giao ước thi đua.",
    "{B} có {n} đơn vị thành viên là {L}.",
    "{B} ({n} đơn vị): {L}.",
    "{L} cùng thuộc {B}.",
    "{B} gồm {n} thành viên: {L}.",
    "Theo quyết định mới, {B} gồm có {L}.",
    "{B}, nơi {L} cùng sinh hoạt, vừa họp tổng kết.",
)


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_blocs_introduced(introduction: str) -> None:
    wrong = []
    for named in BLOCS:
        text = introduction.format(B=named.text)
        found = [(match_form(fact.name), fact.province) for fact in read(text) if isinstance(fact, Bloc)]
        if found != [(match_form(named.name), named.province)]:
            wrong.append((text, found))
    assert wrong == []


# A bloc that opens its clause may cover fields parted by a comma; what else stands behind a comma is no part of it.
COVERED = (
    ("Sáng 5/1, Cụm thi đua các tỉnh ven biển, đầm phá phía Nam họp.", "các tỉnh ven biển, đầm phá phía Nam"),
    ("2 | Bảo Việt Sông Ba | Khối thi đua ngân hàng, bảo hiểm", "ngân hàng, bảo hiểm"),
    ("Khối thi đua các doanh nghiệp, đứng đầu là Công ty Cổ phần May Sông Ba, đã họp.", "các doanh nghiệp"),
    ("Ngày 5/1, Khối thi đua các doanh nghiệp, nòng cốt là công nhân, đã họp.", "các doanh nghiệp"),
    ("Trong Khối thi đua các doanh nghiệp, công tác an toàn được chú trọng.", "các doanh nghiệp"),
    ("Sáng 5/1, Khối thi đua các hội, trong đó có Hội Đông y tỉnh, đã họp.", "các hội"),
)


@pytest.mark.parametrize(("text", "theme"), COVERED)
def test_what_a_bloc_covers(text: str, theme: str) -> None:
    assert [fact.name.split("thi đua ")[1] for fact in read(text) if isinstance(fact, Bloc)] == [theme]


def test_a_name_told_in_full_once_goes_on_elsewhere() -> None:
    facts = read(
        "Sáng 5/1, Cụm thi đua các tỉnh ven biển, đầm phá phía Nam họp.",
        "Năm 2024, tỉnh Trà Vinh làm Cụm trưởng Cụm thi đua các tỉnh ven biển, đầm phá phía Nam.",
    )
    names = {fact.name if isinstance(fact, Bloc) else fact.bloc for fact in facts if isinstance(fact, Bloc | Leader)}
    assert names == {"Cụm thi đua các tỉnh ven biển, đầm phá phía Nam"}


def test_the_decision_on_all_blocs_tells_their_province() -> None:
    facts = read(
        "Ngày 22/9, Chủ tịch UBND tỉnh Cà Mau ký Quyết định về việc tổ chức các khối, cụm thi đua trên địa bàn tỉnh.",
        "- Cụm thi đua số 1 có 3 đơn vị: các phường An Lạc, Bạc Liêu, Hiệp Tân.",
        "- Khối thi đua văn hóa - xã hội, gồm: Sở Y tế, Sở Nội vụ, Sở Tài chính.",
    )
    assert {(fact.province, fact.level) for fact in facts if isinstance(fact, Bloc)} == {("Cà Mau", "province")}


@pytest.mark.parametrize("opening", OPENINGS)
def test_members_told_of_the_bloc_named_before(opening: str) -> None:
    wrong = []
    for number, members in enumerate(LISTS):
        named = KHOI if number % 2 or "Khối" in members.text else CUM
        text = sentence(opening, K=named.kind, L=members.text, n=members.count)
        found = names_of(read(INTRODUCTIONS[0].format(B=named.text), text))
        if found != {match_form(name) for name in members.names}:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize("opening", OPENINGS_INSIDE)
def test_members_told_beside_the_name(opening: str) -> None:
    wrong = []
    for number, members in enumerate(LISTS):
        named = (KHOI, CUM, BLOCS[5], BLOCS[10])[number % 4] if "Khối" not in members.text else KHOI
        text = sentence(opening, B=named.text, L=members.text, n=members.count)
        found = names_of(read("Tin về công tác thi đua.", text))
        if found != {match_form(name) for name in members.names}:
            wrong.append((text, found))
    assert wrong == []


def test_a_bullet_is_one_member() -> None:
    lines = (
        "Danh sách thành viên Khối:",
        "- Ban Quản lý dự án giao thông tỉnh (Khối trưởng)",
        "- Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư tỉnh (Khối phó)",
        "- Vườn Quốc gia Núi Voi",
        "- Quỹ Đầu tư phát triển tỉnh",
    )
    assert names_of(read(INTRODUCTIONS[0].format(B=KHOI.text), *lines)) == {
        "ban quản lý dự án giao thông tỉnh",
        "trung tâm xúc tiến thương mại, du lịch và đầu tư tỉnh",
        "vườn quốc gia núi voi",
        "quỹ đầu tư phát triển tỉnh",
    }


# Nobody is a member by these.
NO_MEMBERS = (
    "{K} họp tại nơi {L} đặt trụ sở.",
    "Dự hội nghị của {K} có {L}.",
    "Hội nghị của {K} có sự tham dự của {L}.",
    "{K} đã tặng Giấy khen cho {L}.",
    "{K} suy tôn {L} nhận Cờ thi đua.",
    "{K} có {L} dẫn đầu phong trào thi đua.",
    "Trong {K}, {L} được tặng Bằng khen.",
    "{K} học tập kinh nghiệm của {L}.",
    "{K} tổ chức hội thao, gồm các đội của {L}.",
    "{K} đến thăm {L}.",
    "{K} phối hợp với {L} tổ chức ngày hội.",
    "Khối diễu hành gồm {L}.",
    "Đảng ủy Khối gồm {L}.",
)


@pytest.mark.parametrize("template", NO_MEMBERS)
def test_no_members(template: str) -> None:
    wrong = []
    for number, members in enumerate(LISTS):
        named = KHOI if number % 2 or "Khối" in members.text else CUM
        text = sentence(template, K=named.kind, L=members.text)
        if found := names_of(read(INTRODUCTIONS[0].format(B=named.text), text)):
            wrong.append((text, found))
    assert wrong == []
