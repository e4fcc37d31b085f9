"""How leaders of blocs are told: parts a journalist combines, and sentences made of them; and who is none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from bloc_parts import CUM, INTRODUCTIONS, KHOI, read, sentence

from extract.model import Leader
from extract.text import match_form


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
    ("{Y}, {A} thay {B} đảm nhận vai trò {H}.", "hA"),
    ("Hội nghị bầu {H}, {D} {Y} gồm: {A} ({H}), {B} ({D}).", "hA dB"),
    ("{A} dẫn đầu phong trào thi đua, đồng thời được bầu làm {H} {Y}.", "hA"),
    ("Trong đó, {A} được đề nghị tặng Cờ thi đua và được các đơn vị tín nhiệm bầu giữ chức {H} {Y}.", "hA"),
    ("{B} đạt kết quả tốt, {A} được bầu làm {H} {Y}.", "hA"),
    ("Là {H} {Y}, đại diện lãnh đạo {A} phát động thi đua.", "hA"),
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
    "Khối trưởng khối 12 của {A} là cô Lý Thanh Bình.",
    "Riêng khối 12 của {A} có 100% học sinh đỗ tốt nghiệp, khối trưởng là cô Lý Thanh Bình.",
    "{A} đề nghị các đơn vị bầu {H} {Y} sớm hơn.",
    "{A} là đơn vị dẫn đầu {K} {Y}.",
    "{H} do các đơn vị trong {K} bầu ra mỗi năm một lần.",
    "{A} từ chối làm {H} {Y}.",
    "Có ý kiến đề xuất {A} làm {H} {Y}.",
    "{A} ứng cử {H} {Y}.",
    "Việc bầu {H} {Y} sẽ diễn ra tại {A}.",
    "{A} chúc mừng {H} {Y}.",
    "{A} thôi giữ chức {H} từ {Y}.",
    "{A} hết nhiệm kỳ {H}.",
)


def told(template: str, turn: int, bodies: tuple[Body, Body]) -> tuple[str, str, int]:
    """A sentence of offices, the bloc told before it, and the year meant; offices and years take turns."""
    named = KHOI if turn % 2 else CUM
    kinds = {"K": named.kind, "k": named.kind.lower()}
    head, deputy = (office.format(**kinds) for office in OFFICES[turn % len(OFFICES)])
    words, year = YEARS[turn % len(YEARS)]
    text = sentence(template, A=bodies[0].text, B=bodies[1].text, H=head, D=deputy, Y=words, K=named.kind)
    return INTRODUCTIONS[0].format(B=named.text), text, year


def leaders_of(*paragraphs: str, title: str = "Tin tức") -> set[tuple[str, str, int | None]]:
    return {
        (fact.role, match_form(fact.organization or fact.person or ""), fact.year)
        for fact in read(*paragraphs, title=title)
        if isinstance(fact, Leader)
    }


@pytest.mark.parametrize(("template", "rows"), LEADS)
def test_leaders(template: str, rows: str) -> None:
    """``rows``: h, d or x (head who leaves: no year), and whose."""
    wrong = []
    for number, bodies in enumerate(BODIES):
        introduction, text, year = told(template, number + len(template), bodies)
        expected = {
            (
                "deputy" if role == "d" else "head",
                match_form(bodies["AB".index(who)].name),
                None if role == "x" else year,
            )
            for role, who in rows.split()
        }
        found = leaders_of(introduction, text)
        if found != expected:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize("template", NO_LEADS)
def test_no_leaders(template: str) -> None:
    wrong = []
    for number, bodies in enumerate(BODIES):
        introduction, text, _ = told(template, number + len(template), bodies)
        if found := leaders_of(introduction, text):
            wrong.append((text, found))
    assert wrong == []


TABLE = (
    "STT | Tên khối | Số đơn vị | Khối trưởng năm 2025 | Khối phó năm 2025",
    "1 | Khối thi đua các sở tổng hợp | 8 | Sở Nội vụ | Sở Ngoại vụ",
    "2 | Khối thi đua doanh nghiệp than | 21 | Công ty Than Núi Voi | (chưa bầu)",
)


def test_a_table_with_offices_as_columns() -> None:
    assert leaders_of(*TABLE) == {
        ("head", "sở nội vụ", 2025),
        ("deputy", "sở ngoại vụ", 2025),
        ("head", "công ty than núi voi", 2025),
    }


def test_a_table_of_winners_names_no_leader() -> None:
    header = "STT | Tên khối | Số đơn vị | Đơn vị dẫn đầu năm 2025 | Cờ thi đua năm 2025"
    assert leaders_of(header, *TABLE[1:]) == set()


def test_lines_of_those_assigned_take_the_year_of_the_title() -> None:
    title = "Giao nhiệm vụ Cụm trưởng, Cụm phó các cụm thi đua năm 2025"
    lines = ("1. Cụm thi đua số 1:", "- Giám đốc Sở Y tế, Cụm trưởng.", "- Giám đốc Sở Tư pháp, Cụm phó.")
    assert leaders_of(*lines, title=title) == {("head", "sở y tế", 2025), ("deputy", "sở tư pháp", 2025)}
    assert leaders_of(*lines) == {("head", "sở y tế", None), ("deputy", "sở tư pháp", None)}


def test_a_bare_office_is_in_the_bloc_that_lists_its_holder() -> None:
    facts = read(
        "Khối thi đua các tổ chức chính trị và Khối thi đua các hội đặc thù của tỉnh Quảng Nam cùng sơ kết.",
        "Khối thứ nhất có 3 thành viên: LĐLĐ tỉnh, Hội LHPN tỉnh, Tỉnh đoàn.",
        "Khối còn lại đông hơn, gồm Hội Chữ thập đỏ, Hội Đông y, Hội Luật gia tỉnh, cùng Liên minh HTX tỉnh.",
        "Hội Luật gia tỉnh (Khối trưởng) và Tỉnh đoàn (Khối trưởng) cho hay việc khó nhất là kinh phí.",
    )
    assert {(fact.bloc, fact.organization) for fact in facts if isinstance(fact, Leader)} == {
        ("Khối thi đua các hội đặc thù", "Hội Luật gia tỉnh"),
        ("Khối thi đua các tổ chức chính trị", "Tỉnh đoàn"),
    }


def test_what_is_denied_of_one_office_is_said_of_the_next() -> None:
    text = "Sở Y tế không phải Khối trưởng; Khối trưởng là Sở Tư pháp, Khối phó vẫn là Sở Nội vụ như bài báo đã viết."
    assert leaders_of(INTRODUCTIONS[0].format(B=KHOI.text), text) == {
        ("head", "sở tư pháp", None),
        ("deputy", "sở nội vụ", None),
    }


# Who leads in one year, told of the body; and the body's head, told beside the office.
OF_BODY = ("Năm nay, huyện Tân Hải làm {H}.", "Huyện Tân Hải được phân công làm {H} năm 2024.")
BESIDE = (
    "Phát biểu kết luận, ông Rơ Mah Tuân - Chủ tịch UBND huyện Tân Hải, {H} - đề nghị các huyện cố gắng.",
    "Ông Rơ Mah Tuân, Chủ tịch UBND huyện Tân Hải, {H} tiếp thu các ý kiến.",
    "Chủ trì hội nghị có ông Rơ Mah Tuân, Chủ tịch UBND huyện Tân Hải, {H}.",
)


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("of_body", OF_BODY)
def test_a_person_leads_in_the_year_of_the_body(of_body: str, beside: str) -> None:
    members = "Cụm gồm các huyện: Tân Hải, Sơn Bình, Phú Lộc."
    texts = [sentence(template, H="Cụm trưởng") for template in (of_body, beside)]
    found = read(INTRODUCTIONS[0].format(B=CUM.text), members, *texts)
    assert [(f.organization, f.person, f.year) for f in found if isinstance(f, Leader)] == [
        ("huyện Tân Hải", "Rơ Mah Tuân", 2024)
    ]


def test_a_person_stays_undated_where_the_body_leads_in_two_years() -> None:
    text = "Huyện Tân Hải làm Cụm trưởng năm 2023. Huyện Tân Hải làm Cụm trưởng năm 2024."
    found = read(INTRODUCTIONS[0].format(B=CUM.text), text, sentence(BESIDE[1], H="Cụm trưởng"))
    assert ("Rơ Mah Tuân", None) in {(f.person, f.year) for f in found if isinstance(f, Leader)}


def test_leaders_told_behind_the_composition_of_a_year() -> None:
    text = "Năm 2022, Cụm gồm các huyện: Tân Hải, Sơn Bình, Phú Lộc. Huyện Tân Hải được bầu làm Cụm trưởng."
    assert leaders_of(INTRODUCTIONS[0].format(B=CUM.text), text) == {("head", "huyện tân hải", 2022)}


# Someone named in full, then by the given name alone.
SHORT = (
    ("Bà Hoa từng làm Khối phó năm 2022.", {("Trần Thị Hoa", "deputy", 2022)}),
    ("Bà Hoa được bầu làm Khối trưởng năm 2025.", {("Trần Thị Hoa", "head", 2025)}),
    ("Bà Hoa từng làm Khối phó.", set()),
    ("Ông Thịnh từng là Khối trưởng năm 2022.", set()),
    ("Bà Hoa không phải là Khối trưởng năm 2025.", set()),
)


@pytest.mark.parametrize(("text", "rows"), SHORT)
def test_short_names(text: str, rows: set[tuple[str, str, int]]) -> None:
    found = read(INTRODUCTIONS[0].format(B=KHOI.text), "Bà Trần Thị Hoa, Giám đốc Sở Tư pháp phát biểu.", text)
    assert {(f.person, f.role, f.year) for f in found if isinstance(f, Leader)} == rows
