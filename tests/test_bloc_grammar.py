"""How blocs, their members and their leaders are told: parts a journalist combines, and sentences made of them.

Each part says what it adds to the facts expected. A part that fails with most others shows a wording not read; one
that fails with a single other part shows two mechanisms that are too rigid for each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Bloc, Fact, Leader, Member
from extract.text import match_form

PUBLISHED = "2024-03-01"


def read(*paragraphs: str) -> tuple[Fact, ...]:
    return tuple(find(article_from_json({"title": "Tin tức", "published": PUBLISHED, "paragraphs": list(paragraphs)})))


@dataclass(frozen=True)
class Named:
    """A bloc as it is written, and its name and province."""

    text: str
    name: str
    province: str | None = None

    @property
    def kind(self) -> str:
        return self.name.split()[0]


BLOCS = (
    Named(
        "Khối thi đua các cơ quan tham mưu, tổng hợp tỉnh Hậu Giang",
        "Khối thi đua các cơ quan tham mưu, tổng hợp",
        "Hậu Giang",
    ),
    Named("Khối thi đua Văn hóa - Xã hội tỉnh Cà Mau", "Khối thi đua Văn hóa - Xã hội", "Cà Mau"),
    Named("Cụm thi đua số 5", "Cụm thi đua số 5"),
    Named("Cụm thi đua số 12, Bộ Công an", "Cụm thi đua số 12 Bộ Công an"),
    Named("Cụm thi đua số 3 ngành Giáo dục tỉnh Nghệ An", "Cụm thi đua số 3 ngành Giáo dục", "Nghệ An"),
    Named("Khối thi đua số II tỉnh Cà Mau", "Khối thi đua số II", "Cà Mau"),
    Named("Cụm thi đua các tỉnh Tây Nguyên", "Cụm thi đua các tỉnh Tây Nguyên"),
    Named("Cụm thi đua 7 tỉnh trung du và miền núi phía Bắc", "Cụm thi đua 7 tỉnh trung du và miền núi phía Bắc"),
    Named(
        "Khối thi đua các hội có tính chất đặc thù tỉnh Quảng Ninh",
        "Khối thi đua các hội có tính chất đặc thù",
        "Quảng Ninh",
    ),
    Named(
        "Khối thi đua các tổ chức chính trị - xã hội tỉnh Quảng Nam",
        "Khối thi đua các tổ chức chính trị - xã hội",
        "Quảng Nam",
    ),
    Named("Khối thi đua các đơn vị sự nghiệp kinh tế", "Khối thi đua các đơn vị sự nghiệp kinh tế"),
    Named("Khối thi đua doanh nghiệp nhà nước tỉnh Bình Định", "Khối thi đua doanh nghiệp nhà nước", "Bình Định"),
    Named(
        "Cụm thi đua các huyện, thị xã phía Bắc tỉnh Bình Phước", "Cụm thi đua các huyện, thị xã phía Bắc", "Bình Phước"
    ),
    Named("Khối thi đua các trường đại học, cao đẳng", "Khối thi đua các trường đại học, cao đẳng"),
    Named("Cụm thi đua số 2 các trường THPT tỉnh Quảng Ngãi", "Cụm thi đua số 2 các trường THPT", "Quảng Ngãi"),
    Named("Cụm thi đua các Hội Nông dân Tây Bắc", "Cụm thi đua các Hội Nông dân Tây Bắc"),
    Named("Khối thi đua các cơ quan Nội chính tỉnh Lâm Đồng", "Khối thi đua các cơ quan Nội chính", "Lâm Đồng"),
    Named("Khối thi đua các ngân hàng thương mại cổ phần", "Khối thi đua các ngân hàng thương mại cổ phần"),
    Named(
        "Khối thi đua các cơ quan Đảng, Mặt trận và đoàn thể của tỉnh Đồng Nai",
        "Khối thi đua các cơ quan Đảng, Mặt trận và đoàn thể",
        "Đồng Nai",
    ),
    Named("Cụm thi đua số 4 Bộ đội Biên phòng", "Cụm thi đua số 4 Bộ đội Biên phòng"),
    Named("Cụm thi đua Hội Nhà báo (HNB) các tỉnh Bắc miền Trung", "Cụm thi đua Hội Nhà báo các tỉnh Bắc miền Trung"),
    Named("Khối thi đua các đơn vị trực thuộc Sở Y tế", "Khối thi đua các đơn vị trực thuộc Sở Y tế"),
)

INTRODUCTIONS = (
    "Sáng 5/1, {B} tổ chức hội nghị tổng kết công tác thi đua năm 2023.",
    "Chiều 9-1, tại hội trường UBND tỉnh, {B} đã ký kết giao ước thi đua năm 2024.",
    "Tại hội nghị tổng kết của {B} diễn ra ngày 10/1, nhiều ý kiến được nêu ra.",
    "Ngày 12/1, đại diện lãnh đạo tỉnh dự hội nghị tổng kết hoạt động của {B}.",
    "“{B}” vừa họp phiên thường kỳ.",
    "Hội nghị do {B} tổ chức bàn về công tác thi đua.",
    "Năm 2023, {B} hoàn thành các chỉ tiêu đã ký kết.",
    "Là năm thứ ba hoạt động, {B} có nhiều đổi mới.",
    "{B} vừa tổ chức hội thao chào mừng ngày truyền thống.",
    "Phát biểu chỉ đạo hội nghị, lãnh đạo tỉnh ghi nhận nỗ lực của {B}.",
)


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
)
# The list stands beside the bloc's own name.
OPENINGS_INSIDE = (
    "Sáng 5/1, {B} (gồm {L}) tổ chức hội nghị tổng kết.",
    "Sáng 5/1, {B}, gồm {L}, tổ chức hội nghị tổng kết.",
    "{n} đơn vị thuộc {B} gồm {L} đã ký kết giao ước thi đua.",
    "{B} có {n} đơn vị thành viên là {L}.",
    "{B} ({n} đơn vị): {L}.",
    "- {B}: {L}.",
    "{L} cùng thuộc {B}.",
    "{B} gồm {n} thành viên: {L}.",
    "Theo quyết định mới, {B} gồm có {L}.",
)


Row = tuple[str, str | None, str | None, int | None]


@dataclass(frozen=True)
class Body:
    """A body as it is written, and its name."""

    text: str
    name: str


BODIES = (
    (Body("Sở Tài chính", "Sở Tài chính"), Body("Cục Thống kê tỉnh", "Cục Thống kê tỉnh")),
    (
        Body("Sở Lao động - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        Body("Thanh tra tỉnh", "Thanh tra tỉnh"),
    ),
    (Body("huyện Tân Hải", "huyện Tân Hải"), Body("thị xã An Khê", "thị xã An Khê")),
    (
        Body("Công an huyện Sơn Bình", "Công an huyện Sơn Bình"),
        Body("Phòng Cảnh sát cơ động", "Phòng Cảnh sát cơ động"),
    ),
    (
        Body("BĐBP TP Hải Phòng", "Bộ đội Biên phòng thành phố Hải Phòng"),
        Body("BĐBP tỉnh Nam Định", "Bộ đội Biên phòng tỉnh Nam Định"),
    ),
    (Body("HND tỉnh Điện Biên", "Hội Nông dân tỉnh Điện Biên"), Body("HND tỉnh Lào Cai", "Hội Nông dân tỉnh Lào Cai")),
    (Body("Trường THPT Nguyễn Huệ", "Trường THPT Nguyễn Huệ"), Body("Trường THPT Sơn Bình", "Trường THPT Sơn Bình")),
    (
        Body("Công ty Cổ phần May Sông Ba", "Công ty Cổ phần May Sông Ba"),
        Body("Nhà máy Đường Phú Tân", "Nhà máy Đường Phú Tân"),
    ),
    (Body("VietinBank Sông Ba", "VietinBank Sông Ba"), Body("ACB Sông Ba", "ACB Sông Ba")),
    (Body("Liên minh HTX tỉnh", "Liên minh Hợp tác xã tỉnh"), Body("Hội Luật gia tỉnh", "Hội Luật gia tỉnh")),
    (Body("Văn phòng Tỉnh ủy", "Văn phòng Tỉnh ủy"), Body("Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh ủy")),
)

# How an office is called: head and deputy; {K} = Khối or Cụm, {k} = khối or cụm.
OFFICES = (
    ("{K} trưởng", "{K} phó"),
    ("{k} trưởng", "{k} phó"),
    ("Trưởng {k}", "Phó Trưởng {k}"),
    ("Trưởng {K}", "Phó Trưởng {K}"),
    ("trưởng {k} thi đua", "phó trưởng {k} thi đua"),
    ("{K} trưởng {K} thi đua", "{K} phó {K} thi đua"),
)
# Words of the year, and the year meant.
YEARS = (("năm 2025", 2025), ("năm 2024", 2024), ("năm nay", 2024), ("năm tới", 2025), ("năm học 2024 - 2025", 2024))

# {A}, {B}: bodies; {H}, {D}: head and deputy; {Y}: the year. What each tells: (role, "A" or "B", whether in the year).
LEADS = (
    ("{A} giữ chức {H} {Y}, {B} giữ chức {D}.", "hA dB"),
    ("{A} đảm nhận vai trò {H}, {B} làm {D} {Y}.", "hA dB"),
    ("{Y}, {A} làm {H}, {B} làm {D}.", "hA dB"),
    ("{Y}, {K} do {A} làm {H}, {B} làm {D}.", "hA dB"),
    ("{A} được bầu làm {H}, {B} được bầu làm {D} {Y}.", "hA dB"),
    ("{H} {Y} là {A}, {D} là {B}.", "hA dB"),
    ("{A} và {B} đồng làm {H} {Y}.", "hA hB"),
    ("{A} và {B} cùng làm {D} {Y}.", "dA dB"),
    ("Hai {D} {Y} là {A} và {B}.", "dA dB"),
    ("Hai {D} {Y} gồm {A} và {B}.", "dA dB"),
    ("Đơn vị nhận nhiệm vụ {H} {Y} là {A}; {D} vẫn là {B}.", "hA dB"),
    ("Hội nghị đã suy tôn {A} làm {H}, {B} làm {D} {Y}.", "hA dB"),
    ("Hội nghị thống nhất phân công {A} đảm nhiệm {H}, {B} đảm nhiệm {D} {Y}.", "hA dB"),
    ("UBND tỉnh chỉ định {A} làm {H} {Y}.", "hA"),
    ("{A} tiếp nhận nhiệm vụ {H} {Y} từ {B}.", "hA xB"),
    ("{B} bàn giao nhiệm vụ {H} {Y} cho {A}.", "hA xB"),
    ("{B} bàn giao cờ luân lưu cho {A}, đơn vị {H} {Y}.", "hA"),
    ("{B} trao cờ cho {A}, đơn vị sẽ gánh vai {H} {Y}.", "hA"),
    ("Nhiệm vụ {H} {Y} thuộc về {A}.", "hA"),
    ("Nhiệm vụ {H} {Y} được giao cho {A}, {D} là {B}.", "hA dB"),
    ("Theo nguyên tắc luân phiên, {Y} {A} làm {H}, {B} làm {D}.", "hA dB"),
    ("Các đơn vị đã bầu {H}, {D} {Y}: {A} là {H}; {B} là {D}.", "hA dB"),
    ("Kết quả bầu {H}, {D} {Y}: {A} - {H}; {B} - {D}.", "hA dB"),
    ("Kết quả, {A} trúng cử {H}, {B} trúng cử {D} {Y}.", "hA dB"),
    ("Đơn vị {H} {Y}: {A}; đơn vị {D}: {B}.", "hA dB"),
    ("{A} tiếp tục là đơn vị {H} {Y}, đơn vị {D} là {B}.", "hA dB"),
    ("Trên cương vị {H} {Y}, {A} đã tổ chức nhiều hoạt động.", "hA"),
    ("Hội nghị tín nhiệm bầu {A} và {B} lần lượt làm {H} và {D} {Y}.", "hA dB"),
    ("{Y}, chức {H} do {A} đảm nhận, chức {D} do {B} đảm nhận.", "hA dB"),
    ("{Y}, {A} được các đơn vị tín nhiệm bầu giữ chức {H}.", "hA"),
    ("Với sự thống nhất cao, {A} được chọn làm {H}, còn {B} là {D} {Y}.", "hA dB"),
    ("{A} là {H}, {B} là {D} {K} {Y}.", "hA dB"),
    ("Tại hội nghị, {A} đã nhận nhiệm vụ {H} {Y}.", "hA"),
    ("{A}, {H} {Y}, báo cáo kết quả hoạt động.", "hA"),
    ("{A} ({H} {Y}) báo cáo kết quả hoạt động.", "hA"),
    ("Hội nghị do {A}, đơn vị {H} {Y}, tổ chức.", "hA"),
    ("Đại diện {A}, {H} {Y}, ký giao ước thi đua.", "hA"),
    ("Ông Nguyễn Văn An, lãnh đạo {A}, {H} {Y}, phát biểu.", "hA"),
    ("{H} {Y}, {A}, đã xây dựng kế hoạch hoạt động.", "hA"),
    ("{A} làm {H} {Y}; các {D} gồm: {B}.", "hA dB"),
    ("{A} vừa được bầu là {H} {Y}, thay {B}.", "hA"),
    ("Thay {B}, {A} sẽ đảm trách {H} {Y}.", "hA"),
    ("Hội nghị công nhận {A} là {H} và {B} là {D} {Y}.", "hA dB"),
    ("Từ {Y}, {A} sẽ thay {B} làm {H}.", "hA"),
)
# Nobody leads a bloc here.
NO_LEADS = (
    "Hội nghị giới thiệu {A} làm {H} {Y}.",
    "Dự kiến {A} làm {H}, {B} làm {D} {Y}.",
    "{A} không phải là {H} {Y}.",
    "{A} chưa từng làm {H}.",
    "{A} xin rút khỏi vị trí {H} {Y}.",
    "Nếu được bầu làm {H} {Y}, {A} sẽ đăng cai hội thao.",
    "Vì sao {A} không làm {H} {Y}?",
    "Mỗi năm một đơn vị làm {H}, {A} chưa đến lượt.",
    "{H} khối 12 của {A} là cô Lý Thanh Bình.",
    "Riêng khối 12 của {A} có 100% học sinh đỗ tốt nghiệp, khối trưởng là cô Lý Thanh Bình.",
    "{A} đề nghị các đơn vị bầu {H} {Y} sớm hơn.",
    "{A} là đơn vị dẫn đầu {K} {Y}.",
    "{H} do các đơn vị trong {K} bầu ra mỗi năm một lần.",
    "{A} từ chối làm {H} {Y}.",
    "Có ý kiến đề xuất {A} làm {H} {Y}.",
    "{A} ứng cử {H} {Y}.",
    "Việc bầu {H} {Y} sẽ diễn ra tại {A}.",
    "{A} chúc mừng {H} {Y}.",
)
