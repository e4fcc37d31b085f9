"""Where names begin and end, what they are called in full, and how enumerations come apart."""

from __future__ import annotations

import pytest

from extract.facts import pipeline
from extract.holders import holders, people
from extract.lists import split_list
from extract.names import expand, organizations, span_of
from extract.tokens import blank_language, view_of
from extract.view import Doc


def read(text: str) -> Doc:
    """The view of a text of one sentence."""
    return view_of(pipeline().get_pipe("layers")(pipeline().make_doc(text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Từ tháng 3, Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh Phú Yên là Khối trưởng",
            ["Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh Phú Yên"],
        ),
        (
            "Ban Quản lý Khu kinh tế Vân Phong và các khu công nghiệp Khánh Hòa và Ban Dân tộc tỉnh đã họp",
            ["Ban Quản lý Khu kinh tế Vân Phong và các khu công nghiệp Khánh Hòa", "Ban Dân tộc tỉnh"],
        ),
        ("Sở VH,TT&DL và Sở Y tế họp", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
        ("Sở Xây dựng tổ chức hội nghị tại trụ sở Bộ GD&ĐT", ["Sở Xây dựng", "Bộ Giáo dục và Đào tạo"]),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh chủ trì", ["Văn phòng Đoàn Đại biểu Quốc hội và HĐND tỉnh"]),
        ("BHXH tỉnh Nam Định, đơn vị vừa được bầu", ["Bảo hiểm xã hội tỉnh Nam Định"]),
        (
            "Công ty CP Dệt may Tân Phước và Công ty TNHH MTV Én",
            ["Công ty Cổ phần Dệt may Tân Phước", "Công ty TNHH MTV Én"],
        ),
        ("họp tại TP. Long Xuyên và thị xã Ayun Pa", ["thành phố Long Xuyên", "thị xã Ayun Pa"]),
        (
            "Báo Giáo dục và Thời đại, Trường ĐH Mỏ - Địa chất",
            ["Báo Giáo dục và Thời đại", "Trường Đại học Mỏ - Địa chất"],
        ),
        ("Hội nghị của cán bộ, hội viên và nhà báo bàn về môi trường xã hội, báo cáo công tác", []),
        ("VKSND huyện Cần Đước – Cụm trưởng năm 2024", ["Viện kiểm sát nhân dân huyện Cần Đước"]),
    ],
)
def test_bodies(text: str, names: list[str]) -> None:
    doc = read(text)
    assert [name.text for name in organizations(doc, 0, len(doc))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("đồng chí Trương Hoàng Dũ – Viện trưởng VKSND huyện Cần Đước", ["Trương Hoàng Dũ"]),
        ("Đại tá Giàng A Phử, Chính ủy Bộ CHQS tỉnh Lào Cai", ["Giàng A Phử"]),
        ("GS.TS. Đỗ Bá Khoan, Phó Chủ tịch Hội Đông y Việt Nam", ["Đỗ Bá Khoan"]),
        ("Phó Trưởng ban Thường trực Ban Tổ chức Tỉnh ủy Đoàn Quang Tựu trình bày", ["Đoàn Quang Tựu"]),
        ("Đồng chí Phó Giám đốc Sở Y tế phát biểu", []),
        ("Trường THPT Nguyễn Trung Trực đăng cai", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    doc = read(text)
    assert [name.text for name in people(doc, 0, len(doc))] == names


@pytest.mark.parametrize(
    ("text", "body", "person"),
    [
        ("Ông Cao Xuân Trình, Giám đốc BHXH tỉnh Vĩnh Phúc", "Bảo hiểm xã hội tỉnh Vĩnh Phúc", "Cao Xuân Trình"),
        ("Chủ tịch UBND phường Đô Vinh Trượng Minh Quân", "UBND phường Đô Vinh", "Trượng Minh Quân"),
        ("Chánh Thanh tra tỉnh Hồ Văn Bình", "Thanh tra tỉnh", "Hồ Văn Bình"),
        ("Giám đốc BIDV Phú Thọ Lò Thị Mận", "BIDV Phú Thọ", "Lò Thị Mận"),
        (
            "Đồng chí Lê Văn Hai, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Y tế",
            "Sở Y tế",
            "Lê Văn Hai",
        ),
    ],
)
def test_a_person_is_joined_with_post_and_body(text: str, body: str, person: str) -> None:
    doc = read(text)
    (holder,) = holders(doc, 0, len(doc))
    assert holder.body is not None
    assert holder.person is not None
    assert (holder.body.text, holder.person.text) == (body, person)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("Nông nghiệp & PTNT", "Nông nghiệp và Phát triển nông thôn"),
        ("Tp. Huế", "thành phố Huế"),
        ("Cty CP Muối Biển", "Công ty Cổ phần Muối Biển"),
        ("CĐ Cty Muối Biển", "Công đoàn Công ty Muối Biển"),
        ("CĐ cơ sở Trường CĐ Lam Giang", "Công đoàn cơ sở Trường Cao đẳng Lam Giang"),
        ("UBND tỉnh", "UBND tỉnh"),
        ("Sở Tư pháp", "Sở Tư pháp"),  # Tư is no TƯ
        ("“Sở  Y tế”", "Sở Y tế"),
    ],
)
def test_abbreviations_are_written_out(short: str, full: str) -> None:
    assert expand(short) == full


LISTS = [
    (
        "các Sở Xây dựng; Giao thông vận tải; Tài nguyên và Môi trường và Ban Dân tộc tỉnh.",
        None,
        ["Sở Xây dựng", "Sở Giao thông vận tải", "Sở Tài nguyên và Môi trường", "Ban Dân tộc tỉnh"],
    ),
    (
        "các Ban Nội chính, Tổ chức, Tuyên giáo và Dân vận Tỉnh ủy; Văn phòng Tỉnh ủy.",
        4,
        ["Ban Nội chính Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Văn phòng Tỉnh ủy"],
    ),
    (
        "Hội Luật gia (Khối trưởng), Hội Nhà báo, Hội Khuyến học tỉnh.",
        None,
        ["Hội Luật gia tỉnh", "Hội Nhà báo tỉnh", "Hội Khuyến học tỉnh"],
    ),
    (
        "VKSND các huyện Cần Giuộc, Cần Đước và thành phố Tân An.",
        None,
        [
            "Viện kiểm sát nhân dân huyện Cần Giuộc",
            "Viện kiểm sát nhân dân huyện Cần Đước",
            "Viện kiểm sát nhân dân thành phố Tân An",
        ],
    ),
    (
        "6 huyện: Con Cuông, Kỳ Sơn và Quỳ Hợp gặp mặt tại huyện",
        None,
        ["huyện Con Cuông", "huyện Kỳ Sơn", "huyện Quỳ Hợp"],
    ),
    ("8 tỉnh: Quảng Trị, Quảng Nam và Đà Nẵng", None, ["tỉnh Quảng Trị", "tỉnh Quảng Nam", "Đà Nẵng"]),
    ("Công an 13 tỉnh, thành phố: Cần Thơ, Long An", None, ["Công an Cần Thơ", "Công an Long An"]),
    (
        "chi nhánh Huế của các ngân hàng BIDV và Sacombank; Agribank tỉnh.",
        None,
        ["BIDV chi nhánh Huế", "Sacombank chi nhánh Huế", "Agribank tỉnh"],
    ),
    ("THACO, Công ty TNHH Én, đã ký kết giao ước", None, ["THACO", "Công ty TNHH Én"]),
    ("các bạn đoàn viên, thanh niên", None, []),
]


@pytest.mark.parametrize(("text", "count", "names"), LISTS)
def test_lists(text: str, count: int | None, names: list[str]) -> None:
    doc = read(text)
    assert [item.name for item in split_list(doc, 0, len(doc), count=count)] == names


def test_an_item_with_a_shared_head_rests_on_two_spans() -> None:
    text = "các Sở Xây dựng; Công thương"
    doc = read(text)
    first, second = split_list(doc, 0, len(doc))
    assert [text[s.start : s.end] for s in first.spans] == ["Sở Xây dựng"]
    assert [text[s.start : s.end] for s in second.spans] == ["Sở", "Công thương"]


def test_a_shared_tail_is_evidence_too() -> None:
    text = "Hội Luật gia, Hội Nhà báo tỉnh"
    doc = read(text)
    first = split_list(doc, 0, len(doc))[0]
    assert [text[s.start : s.end] for s in first.spans] == ["Hội Luật gia", "tỉnh"]


def test_spans_leave_white_space_out() -> None:
    doc = view_of(blank_language()("\n Sở Y tế \n"))
    span = span_of(doc, 0, len(doc))
    assert doc.text[span.start : span.end] == "Sở Y tế"
