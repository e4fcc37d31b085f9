"""Awards proposed, decided or told in passing: whose a proposal is, and what only looks like one."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Award

G, P = "granted", "proposed"
Told = tuple[str, str | int | None, str]


def told(*paragraphs: str, title: str = "Tin tức") -> list[Told]:
    """(award, recipient or count, status) of each row."""
    article = article_from_json({"title": title, "paragraphs": list(paragraphs), "published": "2024-01-05"})
    return [(f.award, f.recipient or f.count, f.status) for f in find(article) if isinstance(f, Award)]


# fmt: off
SENTENCES: list[tuple[str, list[Told]]] = [
    # a council is called after what it considers; what is signed is done
    ("Hội đồng xét tặng danh hiệu Nghệ sĩ ưu tú cho biết Chủ tịch nước mới ký quyết định phong tặng danh hiệu Nghệ \
sĩ ưu tú cho 7 diễn viên.", [("Nghệ sĩ ưu tú", 7, G)]),
    ("Bộ Y tế vừa có quyết định tặng Bằng khen cho 5 cá nhân.", [("Bằng khen", 5, G)]),
    ("Sở trình Bộ Y tế ký quyết định tặng Bằng khen cho 5 cá nhân.", [("Bằng khen", 5, P)]),
    ("Tỉnh đã ký quyết định đề nghị Bộ Y tế tặng Bằng khen cho 5 cá nhân.", [("Bằng khen", 5, P)]),
    # a number of those who ask to be given one
    ("Có 14 nhà giáo đề nghị được phong tặng danh hiệu Nhà giáo ưu tú.", [("Nhà giáo ưu tú", 14, P)]),
    ("Có 3 nhà giáo đề nghị tặng danh hiệu Nhà giáo nhân dân, 1.214 nhà giáo đề nghị xét được tặng danh hiệu Nhà giáo \
ưu tú.", [("Nhà giáo nhân dân", 3, P), ("Nhà giáo ưu tú", 1214, P)]),
    ("Tỉnh tặng Bằng khen cho Sở Y tế, 4 cá nhân được tặng Giấy khen.",
     [("Bằng khen", "Sở Y tế", G), ("Giấy khen", 4, G)]),
    # what goes to others than the subject, and how many of each nobody says
    ("Công ty Sông Lam được Chủ tịch nước tặng 46 Huân chương Lao động và Huân chương Bảo vệ Tổ quốc cho cá nhân, tập \
thể.", []),
    ("Công ty Sông Lam được Chủ tịch nước tặng Huân chương Độc lập hạng Ba và 5 Huân chương Lao động cho cá nhân.",
     [("Huân chương Độc lập hạng Ba", "Công ty Sông Lam", G), ("Huân chương Lao động", 5, G)]),
    ("Công ty Sông Lam được Đảng, Nhà nước tặng Huân chương Lao động hạng Nhì và nhiều Bằng khen cho các tập thể.",
     [("Huân chương Lao động hạng Nhì", "Công ty Sông Lam", G)]),
    # whose the awards are stands behind them
    ("Năm 2016, Viện đã được tặng 4 Bằng khen của Bộ Y tế, Công đoàn Bộ Y tế, Sở Y tế; 5 Giấy khen của Công đoàn khối.",
     []),
    # opinions are asked on what is proposed
    ("Sở Y tế lấy ý kiến cán bộ đối với việc tặng danh hiệu Thầy thuốc ưu tú cho ông Lê Văn Na.",
     [("Thầy thuốc ưu tú", "Lê Văn Na", P)]),
    ("Chủ tịch nước vừa hủy quyết định tặng Huân chương Độc lập hạng Nhì với Công ty Sông Lam.",
     [("Huân chương Độc lập hạng Nhì", "Công ty Sông Lam", "revoked")]),
    # numbers and dashes in names
    ("Trường THPT Sông Lam 1 huyện Ba Tơ tổ chức lễ kỷ niệm 35 năm thành lập và đón nhận Huân \
chương Lao động hạng Nhất.", [("Huân chương Lao động hạng Nhất", "Trường THPT Sông Lam 1 huyện Ba Tơ", G)]),
    ("Thầy trò tưng bừng kỷ niệm 85 năm thành lập Trường Sông Lam- Bình Sơn- Ngô Na và đón nhận Huân chương Độc lập \
hạng Ba.", []),
    ("Có 26 cán bộ quản lý, giáo viên được công nhận Chiến sĩ thi đua cấp tỉnh, tỉ lệ 12%.",
     [("Chiến sĩ thi đua cấp tỉnh", 26, G)]),
    # where a body's name ends
    ("Chủ tịch nước tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân cho 2 đơn vị: Đại đội TNXP 202 Sông Lam công \
tác tại Lào; Đại đội TNXP 333 phục vụ tuyến đường 7.",
     [("Anh hùng Lực lượng vũ trang nhân dân", r, G) for r in ("Đại đội TNXP 202 Sông Lam", "Đại đội TNXP 333")]),
    ("Tập thể 14 chiến sĩ Đại đội 317 - Đội 65 được Chủ tịch nước tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân.",
     []),
    ("Ngày 12/3 - Sở Y tế được tặng Bằng khen.", [("Bằng khen", "Sở Y tế", G)]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_gives_its_awards(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == expected


# fmt: off
ROLLS: list[tuple[str, tuple[str, ...], list[Told]]] = [
    # a roll without a verb is of what the sentence before, or the title, speaks of
    ("Tin tức", ("Có 11 trường hợp đề nghị khen thưởng. Trong đó, khen cả đời cống hiến 2 người (Huân chương Lao \
động hạng Nhì: 2 cá nhân); khen đột xuất 6 trường hợp (Huân chương Lao động hạng Ba đối với 1 tập thể; Bằng khen của \
Thủ tướng Chính phủ với 1 đơn vị, 4 công nhân).",),
     [("Huân chương Lao động hạng Nhì", 2, P), ("Huân chương Lao động hạng Ba", 1, P), ("Bằng khen", 1, P),
      ("Bằng khen", 4, P)]),
    ("Họp Hội đồng thi đua, khen thưởng tỉnh", ("Ngoài ra còn có Bằng khen: 3 tập thể; Giấy khen: 5 cá nhân.",),
     [("Bằng khen", 3, P), ("Giấy khen", 5, P)]),
    ("Tin tức", ("Ngoài ra còn có Bằng khen: 3 tập thể; Giấy khen: 5 cá nhân.",),
     [("Bằng khen", 3, G), ("Giấy khen", 5, G)]),
    # so many who are called by a title, in a line of their own
    ("Tin tức", ("UBND tỉnh Sơn Lâm tặng:", "– 18 lượt Chiến sĩ thi đua cấp tỉnh", "– 650 Tập thể lao động xuất sắc",
                 "- 3 Bằng khen"),
     [("Chiến sĩ thi đua cấp tỉnh", 18, G), ("Tập thể lao động xuất sắc", 650, G)]),
]
# fmt: on


@pytest.mark.parametrize(("title", "paragraphs", "expected"), ROLLS)
def test_rolls(title: str, paragraphs: tuple[str, ...], expected: list[Told]) -> None:
    assert told(*paragraphs, title=title) == expected


def test_the_year_for_which_a_council_meets_is_that_of_what_it_proposes() -> None:
    paragraphs = [
        "Ngày 21-3-2019, Hội đồng Thi đua - Khen thưởng tỉnh họp để xem xét khen thưởng các khối thuộc tỉnh năm 2018.",
        "Hội đồng thống nhất đề nghị tặng Cờ thi đua của UBND tỉnh cho 48 đơn vị.",
    ]
    article = article_from_json({"title": "Tin tức", "paragraphs": paragraphs, "published": "2019-03-21"})
    assert [f.year for f in find(article) if isinstance(f, Award)] == [2018]
