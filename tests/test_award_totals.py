"""Awards told by totals: whose a form without an owner is, lists that name all who are counted, shared totals."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award

G, P = "granted", "proposed"


def awards(*paragraphs: str, published: str | None = "2024-01-05") -> list[Award]:
    return facts(Award, *paragraphs, published=published)


def told(*paragraphs: str) -> list[tuple[str, str | None, str | int | None, str]]:
    """(award, grantor, recipient or count, status) of each row."""
    return [(a.award, a.grantor, a.recipient or a.count, a.status) for a in awards(*paragraphs)]


# fmt: off
SENTENCES = [
    # a form beside the same form with an owner is another award
    ("Cuối năm, 6 đơn vị giành Cờ thi đua; 2 đơn vị giành Cờ thi đua của UBND tỉnh.",
     [("Cờ thi đua", None, 6, G), ("Cờ thi đua của UBND tỉnh", "UBND tỉnh", 2, G)]),
    ("Có 9 đơn vị nhận Cờ thi đua của ngành và 2 đơn vị nhận Cờ thi đua của tỉnh.",
     [("Cờ thi đua của ngành", "ngành", 9, G), ("Cờ thi đua của UBND tỉnh", "UBND tỉnh", 2, G)]),
    ("Công ty Lam Sơn được tặng Cờ thi đua 5 năm liền, năm 2017 Công ty Lam Sơn cũng nhận Cờ thi đua của Chính phủ.",
     [("Cờ thi đua", None, "Công ty Lam Sơn", G), ("Cờ thi đua của Chính phủ", "Chính phủ", "Công ty Lam Sơn", G)]),
    # one total over several awards
    ("Hội làm lễ trao Huân chương Độc lập hạng Nhì, danh hiệu Nghệ nhân ưu tú và Giấy khen cho hơn 50 tập thể.", []),
    ("Công đoàn tỉnh tặng 6 Cờ thi đua cho 6 tập thể và 45 Bằng khen cho cá nhân.",
     [("Cờ thi đua của Công đoàn tỉnh", "Công đoàn tỉnh", 6, G), ("Bằng khen", "Công đoàn tỉnh", 45, G)]),
    ("Sở khen thưởng cho 7 tập thể lao động tiên tiến; 90 lao động tiên tiến; 2 tập thể đơn vị tiên tiến.",
     [("Tập thể lao động tiên tiến", None, 7, G), ("Lao động tiên tiến", None, 90, G),
      ("Đơn vị tiên tiến", None, 2, G)]),
    # "được", "đề nghị" straight before the form
    ("Ông Lê Văn Tám và bà Hồ Thị Chín được Bằng khen của Hội Chữ thập đỏ Việt Nam.",
     [("Bằng khen", "Hội Chữ thập đỏ Việt Nam", r, G) for r in ("Lê Văn Tám", "Hồ Thị Chín")]),
    ("Hội đồng nhất trí đề nghị Cờ thi đua của Bộ Y tế cho 8 tập thể; Bằng khen của Bộ Nội vụ cho 5 cá nhân.",
     [("Cờ thi đua của Bộ Y tế", "Bộ Y tế", 8, P), ("Bằng khen", "Bộ Nội vụ", 5, P)]),
    ("Theo đề nghị của Sở Y tế, Bằng khen được tặng cho 5 cá nhân.", [("Bằng khen", None, 5, G)]),
    ("Sở tăng số đề nghị tặng Bằng khen của UBND tỉnh lên 7 tập thể và 9 cá nhân.",
     [("Bằng khen", "UBND tỉnh", 7, P), ("Bằng khen", "UBND tỉnh", 9, P)]),
    # who is to decide has not yet
    ("Sở lựa chọn 12 người để Chủ tịch nước quyết định tặng danh hiệu Nghệ nhân nhân dân.",
     [("Nghệ nhân nhân dân", "Chủ tịch nước", 12, P)]),
    ("Sở lựa chọn 3 đơn vị; 26 thợ giỏi; 30 người để Chủ tịch nước xem xét, tặng danh hiệu Nghệ nhân ưu tú.",
     [("Nghệ nhân ưu tú", "Chủ tịch nước", 30, P)]),
    ("Trong số 9 cá nhân dự thi, Bộ Y tế tặng Bằng khen 4 cá nhân.", [("Bằng khen", "Bộ Y tế", 4, G)]),
    # several givers, some without a name
    ("Có 17 tập thể được UBND tỉnh, các bộ, ngành tặng Bằng khen.", [("Bằng khen", None, 17, G)]),
    ("Có 12 bà mẹ được truy tặng, phong tặng danh hiệu Bà mẹ Việt Nam anh hùng.",
     [("Bà mẹ Việt Nam anh hùng", "Chủ tịch nước", 12, G)]),
    # classes of an order listed over one total, titles of bodies and of persons by one name, an owner told last
    ("16 đơn vị được trao Huân chương Độc lập hạng Nhì, hạng Ba.", [("Huân chương Độc lập", "Chủ tịch nước", 16, G)]),
    ("Chủ tịch nước tặng Huân chương Lao động hạng Nhất cho Sở Y tế, hạng Nhì, Ba cho 9 người; Huân chương Độc lập \
các hạng cho 26 đội.",
     [("Huân chương Lao động hạng Nhất", "Chủ tịch nước", "Sở Y tế", G),
      ("Huân chương Lao động", "Chủ tịch nước", 9, G), ("Huân chương Độc lập", "Chủ tịch nước", 26, G)]),
    ("Sở Y tế được tặng Huân chương Lao động hạng Nhì và Ba.",
     [(f"Huân chương Lao động hạng {c}", "Chủ tịch nước", "Sở Y tế", G) for c in ("Nhì", "Ba")]),
    ("18 tập thể, 240 cá nhân đạt danh hiệu lao động tiên tiến.",
     [("Tập thể lao động tiên tiến", None, 18, G), ("Lao động tiên tiến", None, 240, G)]),
    ("Có 8 đơn vị giành Cờ thi đua và 14 đơn vị giành Bằng khen của Bộ Xây dựng.",
     [("Cờ thi đua của Bộ Xây dựng", "Bộ Xây dựng", 8, G), ("Bằng khen", "Bộ Xây dựng", 14, G)]),
    ("Anh Lê Văn Tám trao Bằng khen và biểu dương việc làm nhanh trí, tận tình của Hồ Văn Chín và Lò Văn Mười.",
     [("Bằng khen", None, r, G) for r in ("Hồ Văn Chín", "Lò Văn Mười")]),
    ("Huyện trao danh hiệu Bà mẹ Việt Nam anh hùng cho thân nhân bà Lê Thị Tám.",
     [("Bà mẹ Việt Nam anh hùng", "Chủ tịch nước", "Lê Thị Tám", G)]),
    ("Bà Lê Thị Tám ở thị trấn Ba Sơn (huyện Ba Sơn) đạt danh hiệu “Nông dân Việt Nam xuất sắc”.",
     [("Nông dân Việt Nam xuất sắc", None, "Lê Thị Tám", G)]),
    ("Hội trao Kỷ niệm chương cho 9 cá nhân. Họ là 9 cá nhân được tặng Kỷ niệm chương “Vì biển xanh” của Bộ Y tế.",
     [("Kỷ niệm chương Vì biển xanh", "Bộ Y tế", 9, G)]),
    ("Chủ tịch UBND huyện Kbang Nguyễn Văn Tám tặng Giấy khen 25 tập thể.",
     [("Giấy khen", "Chủ tịch UBND huyện Kbang", 25, G)]),
    # of those counted so many got each
    ("Sở Y tế trao Huân chương cho 12 người, gồm: 3 Huân chương Độc lập hạng Ba và 9 Huân chương Lao động hạng Ba.",
     [(f"Huân chương {n} hạng Ba", "Chủ tịch nước", k, G) for n, k in (("Độc lập", 3), ("Lao động", 9))]),
    ("UBND tỉnh trao thưởng cho 12 tập thể, gồm 5 Cờ thi đua và 9 Bằng khen.", []),
    ("UBND tỉnh chưa trao thưởng cho 12 tập thể, gồm 5 Cờ thi đua và 7 Bằng khen.", []),
    # how many of how many
    ("Xã có 12/15 thôn được công nhận Thôn văn hóa.", [("Thôn, tổ dân phố văn hóa", None, 12, G)]),
    ("Kết quả, 41/41 đơn vị đạt Tập thể lao động tiên tiến.", [("Tập thể lao động tiên tiến", None, 41, G)]),
    ("Ngày 10/10 đơn vị được tặng Giấy khen.", []),
    ("Hội đồng đề nghị Bộ Y tế công nhận danh hiệu: “Lao động tiên tiến” đối với 6 cá nhân, “Chiến sĩ thi đua cơ sở” \
đối với 3 cá nhân.", [("Lao động tiên tiến", "Bộ Y tế", 6, P), ("Chiến sĩ thi đua cơ sở", "Bộ Y tế", 3, P)]),
    ("Có 9 trong tổng số 12 đơn vị được công nhận Tập thể lao động xuất sắc.",
     [("Tập thể lao động xuất sắc", None, 9, G)]),
    ("Có trên 12 đơn vị được công nhận Tập thể lao động xuất sắc.", [("Tập thể lao động xuất sắc", None, 12, G)]),
    # behind a comma a place says where the one before lies, unless places are told as equals
    ("UBND tỉnh tặng Bằng khen cho Trường THCS Hoa Sim, huyện Ba Sơn.",
     [("Bằng khen", "UBND tỉnh", "Trường THCS Hoa Sim", G)]),
    ("UBND tỉnh tặng Bằng khen cho thầy giáo Lê Văn Tám, Trường THCS Hoa Sim, huyện Ba Sơn.",
     [("Bằng khen", "UBND tỉnh", "Lê Văn Tám", G)]),
    ("UBND tỉnh tặng Bằng khen cho huyện Ba Sơn, Trường THPT Hoa Sim, huyện Ba Tơ.",
     [("Bằng khen", "UBND tỉnh", r, G) for r in ("huyện Ba Sơn", "Trường THPT Hoa Sim", "huyện Ba Tơ")]),
    ("UBND tỉnh tặng Bằng khen cho Sở Y tế, huyện Ba Sơn và xã Tân Lâm.",
     [("Bằng khen", "UBND tỉnh", r, G) for r in ("Sở Y tế", "huyện Ba Sơn", "xã Tân Lâm")]),
    # a number before a body's kind counts bodies
    ("Danh sách 8 Sở Y tế được Bộ Y tế tặng Cờ thi đua.", []),
    ("Ngày 5/1 Sở Y tế được UBND tỉnh tặng Bằng khen.", [("Bằng khen", "UBND tỉnh", "Sở Y tế", G)]),
    ("Các năm 2018, 2019, 2020 Sở Y tế được UBND tỉnh tặng Bằng khen.", [("Bằng khen", "UBND tỉnh", "Sở Y tế", G)] * 3),
    # a verb of announcing is no part of a giver's name
    ("Sở Y tế công bố quyết định tặng Giấy khen cho 12 thầy, cô giáo.", [("Giấy khen", "Sở Y tế", 12, G)]),
    ("Chủ tịch UBND huyện tặng Giấy khen cho 5 gia đình văn hóa.", [("Giấy khen", "Chủ tịch UBND huyện", 5, G)]),
    # a number in words opens no noun; provinces and cities are counted together
    ("Có sáu tập thể và năm cá nhân được phong tặng danh hiệu Anh hùng Lao động.",
     [("Anh hùng Lao động", "Chủ tịch nước", 6, G), ("Anh hùng Lao động", "Chủ tịch nước", 5, G)]),
    ("Sở Y tế là một trong 18 tỉnh, thành, đơn vị được UBND tỉnh tặng Bằng khen.",
     [("Bằng khen", "UBND tỉnh", 18, G), ("Bằng khen", "UBND tỉnh", "Sở Y tế", G)]),
    ("Hai phó giám đốc là Đại tá Lò Văn Thiện và bà Hồ Thị Chín cũng được UBND tỉnh tặng Bằng khen.",
     [("Bằng khen", "UBND tỉnh", r, G) for r in ("Lò Văn Thiện", "Hồ Thị Chín")]),
    ("UBND tỉnh tặng Bằng khen và thưởng bà Hồ Thị Chín.", [("Bằng khen", "UBND tỉnh", "Hồ Thị Chín", G)]),
    ("UBND tỉnh tặng Bằng khen và thưởng 5 triệu đồng.", []),
    # a stop that lost its blank behind a year
    ("Các đơn vị phấn đấu hoàn thành nhiệm vụ năm 2018…Tại hội nghị, UBND tỉnh tặng Bằng khen cho bà Hồ Thị Chín.",
     [("Bằng khen", "UBND tỉnh", "Hồ Thị Chín", G)]),
    # flags by other words
    ("Hội Nông dân tỉnh tặng cờ dẫn đầu phong trào thi đua năm nay cho Hội Nông dân huyện Ba Sơn.",
     [("Cờ thi đua của Hội Nông dân tỉnh", "Hội Nông dân tỉnh", "Hội Nông dân huyện Ba Sơn", G)]),
    ("Cuộc thi có 12 tập thể được tặng danh hiệu “Chiến sĩ thi đua” cấp tỉnh.", []),
    ("Có 12 cá nhân được tặng danh hiệu “Chiến sĩ thi đua” cấp tỉnh.", [("Chiến sĩ thi đua cấp tỉnh", None, 12, G)]),
    ("CA tỉnh Sơn Bắc tặng Giấy khen cho 5 tập thể của CA huyện Ba Sơn.",
     [("Giấy khen", "Công an tỉnh Sơn Bắc", 5, G)]),
    ("Tỉnh trao Huân chương Lao động hạng Ba cho Nghệ nhân ưu tú Lò Văn Thiện.",
     [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Lò Văn Thiện", G)]),
]

# What is counted is the award: the number, the award, who shares them; each number is a total of its own.
NS, NN, HC = "Nghệ sĩ nhân dân", "Nghệ nhân nhân dân", "Huân chương Lao động"
COUNTED = [
    ("phong tặng 4 danh hiệu NSND, 9 danh hiệu NSƯT", [(NS, 4), ("Nghệ sĩ ưu tú", 9)]),
    ("truy tặng 2 danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”", [("Bà mẹ Việt Nam anh hùng", 2)]),
    ("phong tặng danh hiệu cho 7 Nghệ nhân nhân dân (NNND) và 21 Nghệ nhân ưu tú (NNƯT)",
     [(NN, 7), ("Nghệ nhân ưu tú", 21)]),
    ("tặng thưởng 2 Huân chương Lao động hạng Nhì, 11 Huân chương hạng Ba cho 13 cá nhân",
     [(f"{HC} hạng Nhì", 2), (f"{HC} hạng Ba", 11)]),
    ("tặng 1 Huân chương Lao động hạng Nhất và 6 Huân chương Lao động hạng Ba đối với 7 đơn vị",
     [(f"{HC} hạng Nhất", 1), (f"{HC} hạng Ba", 6)]),
    # as many as neither number tells: who got which is not told
    ("tặng 3 Huân chương Lao động hạng Nhì và 6 Huân chương Lao động hạng Ba cho 8 đơn vị", []),
]
ACTS = ("Chủ tịch nước {}.", "Tại buổi lễ, Chủ tịch nước đã {}.", "Chủ tịch nước vừa ký quyết định {}.")
# fmt: on


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("counted", "rows"), COUNTED)
def test_awards_that_are_counted_themselves(act: str, counted: str, rows: list[tuple[str, int]]) -> None:
    assert told(act.format(counted)) == [(award, "Chủ tịch nước", number, G) for award, number in rows]


def test_titles_that_only_tell_who_somebody_is_are_not_given() -> None:
    assert told("Tỉnh Lam Sơn hiện có 3 Nghệ nhân nhân dân và 25 Nghệ nhân ưu tú.") == []
    among = "Tỉnh có 9 nghệ nhân được phong tặng, gồm 2 Nghệ nhân nhân dân, 6 Nghệ nhân ưu tú và 1 nghệ nhân được "
    assert told(among + "truy tặng danh hiệu Nghệ nhân ưu tú.") == [
        (NN, "Chủ tịch nước", 2, G),
        ("Nghệ nhân ưu tú", "Chủ tịch nước", 6, G),
        ("Nghệ nhân ưu tú", "Chủ tịch nước", 1, G),
    ]
    artists = "Chủ tịch nước đã ký Quyết định tặng danh hiệu Nghệ sĩ nhân dân cho 9 Nghệ sĩ ưu tú."
    assert told(artists) == [(NS, "Chủ tịch nước", 9, G)]
    behind = "Trong đó, 2 Nghệ nhân nhân dân gồm: Hồ Thị Chín (xã Đông) và Lò Văn Thiện (xã Tây)."
    assert [r for a, _, r, _ in told(among + "truy tặng danh hiệu Nghệ nhân ưu tú.", behind) if a == NN] == [
        "Hồ Thị Chín",
        "Lò Văn Thiện",
    ]
    ranked = "Sở Y tế tặng giấy khen 4 tập thể và 9 cá nhân, 30 nhân viên giỏi cấp tỉnh."
    assert [r for _, _, r, _ in told(ranked)] == [4, 9]


def test_a_total_without_class_goes_where_all_are_named_with_theirs() -> None:
    total = "Chủ tịch nước ký Quyết định số 82/QĐ-CTN tặng thưởng Huân chương Lao động cho 1 tập thể và 1 cá nhân."
    named = "Theo đó, tặng Huân chương Lao động hạng Nhì cho Sở Y tế; Huân chương Lao động hạng Ba cho bà Hồ Thị Chín."
    assert [(a.award, a.recipient, a.decision) for a in awards(total, named)] == [
        (f"{HC} hạng Nhì", "Sở Y tế", "82/QĐ-CTN"),
        (f"{HC} hạng Ba", "Hồ Thị Chín", "82/QĐ-CTN"),
    ]


def test_a_school_with_and_without_its_first_word_is_one() -> None:
    given = "đón nhận Huân chương Lao động hạng Nhì."
    first, second = (f"{n} Cơ điện Lam Sơn {given}" for n in ("Trường Đại học", "Đại học"))
    assert [a.recipient for a in awards(first, second)] == ["Trường Đại học Cơ điện Lam Sơn"]


@pytest.mark.parametrize(("text", "rows"), SENTENCES)
def test_sentence(text: str, rows: list[tuple[str, str | None, str | int | None, str]]) -> None:
    assert told(text) == rows


def test_semicolons_part_the_items_and_commas_say_where_they_belong() -> None:
    text = (
        "3 tập thể được UBND tỉnh tặng Bằng khen gồm: Bệnh viện Hoa Sim, tỉnh Sơn Bắc; Công an huyện Ba Sơn, Công an "
        "tỉnh Sơn Bắc, Bộ Công an; Nhân dân và cán bộ xã Hồng Lĩnh, huyện Ba Sơn."
    )
    assert [a.recipient for a in awards(text)] == [
        "Bệnh viện Hoa Sim",
        "Công an huyện Ba Sơn",
        "Nhân dân và cán bộ xã Hồng Lĩnh",
    ]


def test_a_list_of_another_length_than_counted_is_not_read_by_its_semicolons() -> None:
    text = "5 tập thể được UBND tỉnh tặng Bằng khen gồm: Bệnh viện Hoa Sim, tỉnh Sơn Bắc; Công an huyện Ba Sơn."
    assert None in [a.recipient for a in awards(text)]


def test_bodies_called_by_their_provinces_take_the_head_that_is_counted() -> None:
    text = "3 Sở Y tế được nhận Cờ thi đua gồm: Lào Cai, Hà Giang và Sơn La."
    assert [a.recipient for a in awards(text)] == ["Sở Y tế Lào Cai", "Sở Y tế Hà Giang", "Sở Y tế Sơn La"]


def test_those_a_total_counts_take_its_decision_and_year() -> None:
    rows = awards(
        "Bộ Y tế vừa ban hành Quyết định số 44/QĐ-BYT về việc tặng Cờ thi đua cho 2 Sở Y tế năm 2022.",
        "2 Sở Y tế được nhận Cờ thi đua gồm: Lào Cai, Hà Giang.",
    )
    assert [(r.recipient, r.decision, r.year) for r in rows] == [
        ("Sở Y tế Lào Cai", "44/QĐ-BYT", 2022),
        ("Sở Y tế Hà Giang", "44/QĐ-BYT", 2022),
    ]


def test_a_place_its_people_and_its_committee_are_one_recipient() -> None:
    rows = awards(
        "Sáng 3/1, UBND huyện Ba Sơn đón nhận Huân chương Lao động hạng Ba.",
        "Tại lễ, Bí thư Tỉnh ủy trao Huân chương Lao động hạng Ba tặng cán bộ, nhân dân huyện Ba Sơn.",
    )
    assert [r.recipient for r in rows] == ["UBND huyện Ba Sơn"]


def test_a_verb_without_subject_goes_on_with_a_proposal() -> None:
    rows = told(
        "Bộ Y tế trình Chủ tịch nước tặng Huân chương Độc lập hạng Nhì cho Trường THPT Hoa Sim. "
        "Tặng Huân chương Lao động hạng Ba cho cô giáo Lê Thị Mận."
    )
    assert [(r[2], r[3]) for r in rows] == [("Trường THPT Hoa Sim", P), ("Lê Thị Mận", P)]


def test_a_span_of_school_years_is_no_year() -> None:
    rows = awards(
        "Bộ Y tế tặng Bằng khen cho cô Lê Thị Mận vì có thành tích từ năm học 2012-2013 đến năm học 2016-2017.",
        published=None,
    )
    assert [r.year for r in rows] == [None]


def titled(title: str, *paragraphs: str) -> list[tuple[str, str | None, str | int | None]]:
    return [(a.award, a.grantor, a.recipient or a.count) for a in facts(Award, *paragraphs, title=title)]


def test_a_title_tells_what_the_body_does_not_only_with_its_grantor() -> None:
    body = "Hội nghị tổng kết phong trào thi đua diễn ra tại Hà Nội."
    flag = [("Cờ thi đua của Chính phủ", "Chính phủ", "Sở Y tế")]
    assert titled("Sở Y tế được Chính phủ tặng Cờ thi đua", body) == flag
    assert titled("Sở Y tế nhận Cờ thi đua", body) == []
    assert titled("Sở Y tế đón nhận Huân chương Lao động", body) == []  # of which class the body tells
    below = "Bộ Y tế tặng Bằng khen cho 3 cá nhân."
    assert titled("Bộ Y tế tặng Bằng khen cho 5 cá nhân", below) == [("Bằng khen", "Bộ Y tế", 3)]


def test_details_of_a_decision_have_its_number_its_day_and_its_grantor() -> None:
    act = "Chủ tịch UBND tỉnh Hà Sơn vừa ký Quyết định số 333/QĐ-UBND ngày 5/2/2022 về việc khen thưởng đột xuất."
    rows = awards(f"{act} Theo đó, tặng Bằng khen cho 5 tập thể và 7 cá nhân.", published="2022-02-08")
    assert [(a.count, a.grantor, a.year, a.decision, a.decision_date) for a in rows] == [
        (n, "Chủ tịch UBND tỉnh Hà Sơn", 2022, "333/QĐ-UBND", "2022-02-05") for n in (5, 7)
    ]
    other = awards(f"{act} Theo đó, Sở Y tế tặng Giấy khen cho 4 cá nhân.")
    assert [(a.grantor, a.decision) for a in other] == [("Sở Y tế", None)]
    posted = awards(f"{act.replace('khen thưởng đột xuất', 'điều động')} Theo đó, tặng Bằng khen cho 5 tập thể.")
    assert [(a.grantor, a.decision) for a in posted] == [(None, None)]


def test_who_proposes_is_not_who_grants() -> None:
    assert told("Sở Nội vụ đề nghị tặng Bằng khen cho 3 cá nhân.") == [("Bằng khen", None, 3, P)]
    assert told("Sở Nội vụ đề nghị UBND tỉnh tặng Bằng khen cho 3 cá nhân.") == [("Bằng khen", "UBND tỉnh", 3, P)]


def test_the_sign_of_a_decision_does_not_part_its_taker_from_the_verb() -> None:
    act = "Thủ tướng Chính phủ Lê Văn Bàng đã có Quyết định số 61/QĐ-TTg ngày 4/1/2024"
    assert told(f"{act} tặng Bằng khen cho bà Lò Thị Hoa.") == [("Bằng khen", "Thủ tướng Chính phủ", "Lò Thị Hoa", G)]
