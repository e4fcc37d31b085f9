"""What the grammars of blocs and of leaders share: reading, and how a bloc is introduced."""

from __future__ import annotations

from dataclasses import dataclass

from reading import story

from extract.facts import find
from extract.model import Fact, Member
from extract.text import match_form

PUBLISHED = "2024-03-01"


def read(*paragraphs: str, title: str = "Tin tức") -> tuple[Fact, ...]:
    return find(story(*paragraphs, title=title, published=PUBLISHED))


def names_of(facts: tuple[Fact, ...]) -> set[str]:
    return {match_form(fact.name) for fact in facts if isinstance(fact, Member)}


@dataclass(frozen=True)
class Named:
    """A bloc as it is written, and its name and province."""

    text: str
    name: str
    province: str | None = None

    @property
    def kind(self) -> str:
        return self.name.split()[0]


def sentence(template: str, **parts: object) -> str:
    text = template.format(**parts)
    return text[0].upper() + text[1:]


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
    Named("Khối thi đua các trạm y tế tuyến huyện tỉnh Lâm Đồng", "Khối thi đua các trạm y tế tuyến huyện", "Lâm Đồng"),
    Named(
        "Khối thi đua bưu chính, viễn thông và điện lực tỉnh Cà Mau",
        "Khối thi đua bưu chính, viễn thông và điện lực",
        "Cà Mau",
    ),
    Named("Khối thi đua bảo hiểm, tín dụng tỉnh Bình Định", "Khối thi đua bảo hiểm, tín dụng", "Bình Định"),
    Named("Khối thi đua hợp tác xã tỉnh Bình Định", "Khối thi đua hợp tác xã", "Bình Định"),
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

KHOI, CUM = BLOCS[0], BLOCS[2]
