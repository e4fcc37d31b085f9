"""Awards: who gets which from whom, how many, for which year, granted or only proposed."""

from __future__ import annotations

import pytest
from reading import facts, story, written

from extract.annotation import article_from_json, article_to_json
from extract.facts import find
from extract.model import Award


def awards(*paragraphs: str, title: str = "Tin tức", published: str | None = "2024-01-05") -> list[Award]:
    return facts(Award, *paragraphs, title=title, published=published)


def told(*paragraphs: str, title: str = "Tin tức") -> list[tuple[str, str | None, str | int | None, str]]:
    """(award, grantor, recipient or count, status) of each row."""
    return [(a.award, written(a), a.recipient or a.count, a.status) for a in awards(*paragraphs, title=title)]


G, P = "granted", "proposed"

CHAIN = (
    "Khối thống nhất đề nghị Chính phủ tặng Cờ thi đua cho Sở Y tế; UBND tỉnh tặng Cờ thi đua cho Sở Nội vụ; "
    "Chủ tịch UBND tỉnh tặng Bằng khen cho 2 đơn vị."
)

# fmt: off
SENTENCES = [
    # who leads a bloc, not whose flag it is
    ("Cụm thi đua số 2 họp. Sở Y tế được Bộ Y tế tặng Cờ thi đua dẫn đầu Khối.",
     [("Cờ thi đua của Bộ Y tế", "Bộ Y tế", "Sở Y tế", G)]),
    # active and passive, totals by kind
    ("Chủ tịch UBND tỉnh tặng Bằng khen cho 3 tập thể và 12 cá nhân.",
     [("Bằng khen", "Chủ tịch UBND tỉnh", 3, G), ("Bằng khen", "Chủ tịch UBND tỉnh", 12, G)]),
    ("Tại hội nghị, 3 tập thể và 12 cá nhân được Bộ Y tế tặng Bằng khen.",
     [("Bằng khen", "Bộ Y tế", 3, G), ("Bằng khen", "Bộ Y tế", 12, G)]),
    ("Dịp này, 53 tập thể, cá nhân được tặng Huân chương Lao động hạng Ba.",
     [("Huân chương Lao động hạng Ba", None, 53, G)]),
    ("Giám đốc Sở Tài chính tặng Giấy khen cho 05 tập thể, 20 cá nhân.",
     [("Giấy khen", "Giám đốc Sở Tài chính", 5, G), ("Giấy khen", "Giám đốc Sở Tài chính", 20, G)]),
    ("Bộ Nội vụ tặng Bằng khen 17 cá nhân và Bộ Y tế tặng Bằng khen 35 cá nhân.",
     [("Bằng khen", "Bộ Nội vụ", 17, G), ("Bằng khen", "Bộ Y tế", 35, G)]),
    ("Sở Y tế vinh dự nhận Cờ thi đua và Bằng khen do UBND thành phố trao tặng.",
     [("Cờ thi đua của UBND thành phố", "UBND thành phố", "Sở Y tế", G),
      ("Bằng khen", "UBND thành phố", "Sở Y tế", G)]),
    ("Ông Trần Văn Lộc là một trong 15 cá nhân được Bộ Y tế tặng Bằng khen.",
     [("Bằng khen", "Bộ Y tế", 15, G), ("Bằng khen", "Bộ Y tế", "Trần Văn Lộc", G)]),
    ("Bà Lê Thị Mai, nhân viên Công ty Điện lực Sơn Trà, vừa được Thủ tướng Chính phủ tặng Bằng khen.",
     [("Bằng khen", "Thủ tướng Chính phủ", "Lê Thị Mai", G)]),
    ("Tỉnh trao 30 triệu đồng cho Công an tỉnh Lào Cai, tặng Bằng khen cho 3 tập thể.", [("Bằng khen", None, 3, G)]),
    ("Nhóm thợ cứu 22 ngư dân nhận Bằng khen của UBND tỉnh.", []),
    ("Năm 2014, 2015 chị lại đạt danh hiệu Chiến sĩ thi đua cơ sở.", []),
    # named bodies, localities, persons with posts
    ("UBND tỉnh tặng Cờ thi đua cho Sở Xây dựng, Sở Y tế và huyện Ba Tơ.",
     [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", r, G) for r in ("Sở Xây dựng", "Sở Y tế", "huyện Ba Tơ")]),
    ("Bộ trưởng Bộ Công an tặng Bằng khen cho ông Trần Văn Lộc, Phó Giám đốc Sở Y tế; bà Lê Thị Mai, cán bộ xã.",
     [("Bằng khen", "Bộ trưởng Bộ Công an", r, G) for r in ("Trần Văn Lộc", "Lê Thị Mai")]),
    ("Sở Tư pháp vinh dự đón nhận Huân chương Lao động hạng Nhì.",
     [("Huân chương Lao động hạng Nhì", None, "Sở Tư pháp", G)]),
    ("Hai huyện Ba Tơ và Sơn Hà được Thủ tướng Chính phủ tặng Bằng khen.",
     [("Bằng khen", "Thủ tướng Chính phủ", r, G) for r in ("huyện Ba Tơ", "huyện Sơn Hà")]),
    ("Bộ Công an tặng Cờ thi đua cho Công an các tỉnh Lào Cai, Yên Bái.",
     [("Cờ thi đua của Bộ Công an", "Bộ Công an", r, G) for r in ("Công an tỉnh Lào Cai", "Công an tỉnh Yên Bái")]),
    # a number with its complete list gives the names
    ("UBND tỉnh tặng Bằng khen cho 2 tập thể: Đồn Biên phòng Lũng Cú, Phòng Cảnh sát hình sự và 5 cá nhân.",
     [("Bằng khen", "UBND tỉnh", r, G) for r in ("Đồn Biên phòng Lũng Cú", "Phòng Cảnh sát hình sự", 5)]),
    ("UBND tỉnh tặng Bằng khen cho 9 cá nhân, trong đó có bác sĩ Lê Thị Mai.",
     [("Bằng khen", "UBND tỉnh", 9, G), ("Bằng khen", "UBND tỉnh", "Lê Thị Mai", G)]),
    # elision: the class, the verb, the subject
    ("Chủ tịch nước tặng Huân chương Lao động hạng Nhất cho Sở Y tế; hạng Nhì cho Sở Tài chính; hạng Ba cho Sở Nội vụ.",
     [("Huân chương Lao động hạng Nhất", "Chủ tịch nước", "Sở Y tế", G),
      ("Huân chương Lao động hạng Nhì", "Chủ tịch nước", "Sở Tài chính", G),
      ("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Sở Nội vụ", G)]),
    ("Sở Y tế được tặng Cờ thi đua của Chính phủ, Sở Nội vụ được tặng Cờ thi đua của Bộ Nội vụ.",
     [("Cờ thi đua của Chính phủ", "Chính phủ", "Sở Y tế", G),
      ("Cờ thi đua của Bộ Nội vụ", "Bộ Nội vụ", "Sở Nội vụ", G)]),
    # one "đề nghị" governs the chain to the end of the sentence
    (CHAIN,
     [("Cờ thi đua của Chính phủ", "Chính phủ", "Sở Y tế", P),
      ("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "Sở Nội vụ", P),
      ("Bằng khen", "Chủ tịch UBND tỉnh", 2, P)]),
    ("5 cá nhân được đề nghị nhận Bằng khen của Bộ Y tế.", [("Bằng khen", "Bộ Y tế", 5, P)]),
    ("Ông Lê Văn Mơ được trình nhận Bằng khen của Bộ Y tế.", [("Bằng khen", "Bộ Y tế", "Lê Văn Mơ", P)]),
    ("Bên cạnh việc tặng quà, Bộ Y tế trao Bằng khen cho 3 sĩ quan.", [("Bằng khen", "Bộ Y tế", 3, G)]),
    ("Ban Bí thư T.Ư Đoàn tặng Bằng khen cho Hội Nông dân T.Ư Lam Giang.",
     [("Bằng khen", "Ban Bí thư Trung ương Đoàn", "Hội Nông dân Trung ương Lam Giang", G)]),
    ("Sở Y tế được đề nghị UBND tỉnh tặng Cờ thi đua.", [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "Sở Y tế", P)]),
    ("Cụm suy tôn xã Tân Long dẫn đầu, trình UBND tỉnh tặng Cờ thi đua.",
     [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "xã Tân Long", P)]),
    ("Xét đề nghị của Giám đốc Sở Nội vụ, Chủ tịch UBND tỉnh tặng Bằng khen cho Sở Y tế.",
     [("Bằng khen", "Chủ tịch UBND tỉnh", "Sở Y tế", G)]),
    # the presenter is not the grantor
    ("Thừa ủy quyền của Chủ tịch nước, đồng chí Trần Văn Lộc trao Huân chương Lao động hạng Ba cho Sở Y tế.",
     [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Sở Y tế", G)]),
    ("Phó Chủ tịch UBND tỉnh Trần Văn Lộc trao Bằng khen cho Sở Y tế.", [("Bằng khen", None, "Sở Y tế", G)]),
    ("Đồng chí Trần Văn Lộc trao Bằng khen của Thủ tướng Chính phủ cho Sở Y tế.",
     [("Bằng khen", "Thủ tướng Chính phủ", "Sở Y tế", G)]),
    # a number counts its own form only
    ("Sở Y tế được tặng 2 Cờ thi đua của Bộ Y tế, Huân chương Lao động hạng Ba.",
     [("Cờ thi đua của Bộ Y tế", "Bộ Y tế", "Sở Y tế", G), ("Huân chương Lao động hạng Ba", None, "Sở Y tế", G)]),
    # the body behind the comma is the one a unit belongs to
    ("Phòng Cảnh sát hình sự, Công an tỉnh Lào Cai được Bộ Công an tặng Bằng khen.",
     [("Bằng khen", "Bộ Công an", "Phòng Cảnh sát hình sự Công an tỉnh Lào Cai", G)]),
    ("Phòng Cảnh sát điều tra tội phạm về ma túy, Công an tỉnh Lào Cai được tặng Bằng khen.",
     [("Bằng khen", None, "Phòng Cảnh sát điều tra tội phạm về ma túy Công an tỉnh Lào Cai", G)]),
    ("Phòng Chăm lo với bà con, Công an tỉnh Lào Cai được tặng Bằng khen.", []),
    ("Bộ Công an tặng Bằng khen cho Công an tỉnh Lào Cai, Sở Y tế.",
     [("Bằng khen", "Bộ Công an", r, G) for r in ("Công an tỉnh Lào Cai", "Sở Y tế")]),
    ("Đồng chí Trần Văn Lộc, cảnh sát khu vực phường Bến Gót, quận Lê Chân, Hải Phòng được Bộ Công an tặng Bằng khen.",
     [("Bằng khen", "Bộ Công an", "Trần Văn Lộc", G)]),
    ("Tại hội nghị, huyện Ba Tơ, huyện Sơn Hà được Bộ Nội vụ tặng Bằng khen.",
     [("Bằng khen", "Bộ Nội vụ", r, G) for r in ("huyện Ba Tơ", "huyện Sơn Hà")]),
    ("Công an xã được Công an tỉnh Lào Cai tặng Giấy khen.", []),
    ("Chính phủ tặng Cờ thi đua cho Cục Thú y Hiện nay đã có 31 tỉnh tiêm phòng.",
     [("Cờ thi đua của Chính phủ", "Chính phủ", "Cục Thú y", G)]),
    # several who give together; who is asked first, and where the giver lies
    ("UBND tỉnh và Bộ Y tế tặng Bằng khen cho 3 tập thể.", [("Bằng khen", "UBND tỉnh; Bộ Y tế", 3, G)]),
    ("Sở Y tế được Bộ Y tế và Bộ Nội vụ tặng Bằng khen.", [("Bằng khen", "Bộ Y tế; Bộ Nội vụ", "Sở Y tế", G)]),
    ("UBND thành phố Sơn La, UBND phường Chiềng Lề trao tặng Giấy khen cho 3 cá nhân.",
     [("Giấy khen", "UBND thành phố Sơn La; UBND phường Chiềng Lề", 3, G)]),
    ("UBND phường Chiềng Lề, tỉnh Sơn La trao tặng Giấy khen cho 3 cá nhân.",
     [("Giấy khen", "UBND phường Chiềng Lề", 3, G)]),
    ("Theo đề nghị của Sở Nội vụ, UBND tỉnh tặng Bằng khen cho 3 tập thể.", [("Bằng khen", "UBND tỉnh", 3, G)]),
    ("Giám đốc Sở Y tế, Chủ tịch Hội Đông y tỉnh tặng Bằng khen cho 3 tập thể.", [("Bằng khen", None, 3, G)]),
    # one subject of several verbs
    ("Sở Y tế được Bộ Y tế tặng Cờ thi đua cho 8 khoa, tặng Bằng khen cho 15 tập thể.",
     [("Cờ thi đua của Bộ Y tế", "Bộ Y tế", 8, G), ("Bằng khen", "Bộ Y tế", 15, G)]),
    ("UBND tỉnh tặng Cờ thi đua cho Sở Y tế; tặng Bằng khen cho 3 tập thể và tặng Giấy khen cho 4 cá nhân.",
     [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "Sở Y tế", G), ("Bằng khen", "UBND tỉnh", 3, G),
      ("Giấy khen", "UBND tỉnh", 4, G)]),
    ("Liên đoàn Lao động tỉnh vừa công nhận 5 cơ sở đứng đầu cụm thi đua, tặng Bằng khen cho 7 tập thể.",
     [("Bằng khen", "Liên đoàn Lao động tỉnh", 7, G)]),
    ("Thừa ủy quyền của Chủ tịch nước, ông An trao Huân chương Dũng cảm cho ông Trần Lộc; Bộ Y tế tặng Bằng khen 3 xã.",
     [("Huân chương Dũng cảm", "Chủ tịch nước", "Trần Lộc", G), ("Bằng khen", "Bộ Y tế", 3, G)]),
    ("Ông Trần Văn Lộc đón nhận Huân chương Lao động hạng Ba của Chủ tịch nước.",
     [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Trần Văn Lộc", G)]),
    ("Lễ trao Huân chương Lao động hạng Ba của Công ty Điện lực cho 3 cá nhân.",
     [("Huân chương Lao động hạng Ba", None, 3, G)]),
    # a list of awards with one subject, a title without its level, a title by choice
    ("Ông Trần Văn Lộc nhiều lần nhận danh hiệu Chiến sĩ thi đua, Giấy khen của Cục Thuế, Bằng khen của Bộ Tài chính.",
     [("Chiến sĩ thi đua", None, "Trần Văn Lộc", G), ("Giấy khen", "Cục Thuế", "Trần Văn Lộc", G),
      ("Bằng khen", "Bộ Tài chính", "Trần Văn Lộc", G)]),
    ("Bà Lê Thị Hoa liên tiếp nhận Bằng khen của Bộ Y tế.", [("Bằng khen", "Bộ Y tế", "Lê Thị Hoa", G)]),
    ("Thượng tá Hồ Bá Tiếp nhận Bằng khen của Bộ Công an.", [("Bằng khen", "Bộ Công an", "Hồ Bá Tiếp", G)]),
    ("Ba chiến sĩ thi đua dự lễ trao Bằng khen; 5 người đạt danh hiệu Chiến sĩ thi đua ngành Thuế.",
     [("Chiến sĩ thi đua ngành Thuế", None, 5, G)]),
    ("Ông Trần Văn Lộc được bình chọn là Chiến sĩ thi đua cơ sở.",
     [("Chiến sĩ thi đua cơ sở", None, "Trần Văn Lộc", G)]),
    ("Khối bình chọn Sở Y tế là đơn vị tiên tiến.", []),
    # flags count the bodies that get them
    ("Liên đoàn Lao động tỉnh tặng 6 Cờ thi đua cho công đoàn cấp trên và 43 cờ cho công đoàn cơ sở.",
     [("Cờ thi đua của Liên đoàn Lao động tỉnh", "Liên đoàn Lao động tỉnh", n, G) for n in (6, 43)]),
    ("Công đoàn tỉnh đón nhận Cờ vững mạnh xuất sắc của Tổng Liên đoàn Lao động Việt Nam.",
     [("Cờ vững mạnh xuất sắc", "Tổng Liên đoàn Lao động Việt Nam", "Công đoàn tỉnh", G)]),
    # old orders, and a class misprinted by a letter
    ("Ông Trần Văn Lộc được tặng Huân chương Kháng chiến chống Mỹ cứu nước hạng Nhì, Huân chương Quyết thắng hạng Ba.",
     [("Huân chương Kháng chiến chống Mỹ cứu nước hạng Nhì", None, "Trần Văn Lộc", G),
      ("Huân chương Quyết thắng hạng Ba", None, "Trần Văn Lộc", G)]),
    ("Ông Trần Văn Lộc được tặng Huân chương Lao động bạng Nhì.",
     [("Huân chương Lao động hạng Nhì", None, "Trần Văn Lộc", G)]),
    # honours with a name of their own
    ("Bộ Nội vụ tặng Kỷ niệm chương “Vì sự nghiệp ngành Nội vụ” cho 15 cá nhân.",
     [("Kỷ niệm chương Vì sự nghiệp ngành Nội vụ", "Bộ Nội vụ", 15, G)]),
    ("Bác sĩ Lê Thị Mai được phong tặng danh hiệu Thầy thuốc ưu tú.", [("Thầy thuốc ưu tú", None, "Lê Thị Mai", G)]),
    # nothing at all
    ("UBND tỉnh tặng nhiều Bằng khen cho các tập thể, cá nhân.", []),
    ("Năm tới, 4 đơn vị đăng ký danh hiệu Tập thể lao động xuất sắc.", []),
    ("Sở Y tế được suy tôn dẫn đầu Khối.", []),
    ("Bộ trưởng Bộ Công an gửi Thư khen tới Công an tỉnh Lào Cai.", []),
    ("Đội Quảng Nam nhận huy chương đồng, đội Đà Nẵng nhận cúp vô địch.", []),
    ("Theo quy định, 3 cá nhân được tặng Bằng khen sẽ có tiền thưởng.", []),
    ("Tỉnh trao tiền thưởng cho 5 tập thể và công nhận 3 sản phẩm OCOP 4 sao.", []),
    ("Công trình của Sở Y tế trình bày tại chương trình trao Bằng khen.", []),
    ("Sau một năm chuẩn bị, Bệnh viện Hà Sơn đón nhận Huân chương Lao động hạng Nhất.",
     [("Huân chương Lao động hạng Nhất", None, "Bệnh viện Hà Sơn", "granted")]),
    # no order or title of the state is a locality's; whose the hall is; a post and who holds it
    ("Lãnh đạo Huyện ủy, UBND huyện Quế Lâm trao bằng vinh danh “Bà mẹ Việt Nam anh hùng” cho mẹ Võ Thị Đành.",
     [("Bà mẹ Việt Nam anh hùng", None, "Võ Thị Đành", "granted")]),
    ("Tại Hội trường UBND xã Nà Hồ, UBND huyện Lạc truy tặng danh hiệu “Bà mẹ Việt Nam anh hùng” cho mẹ Lò Thị Tỉnh.",
     [("Bà mẹ Việt Nam anh hùng", None, "Lò Thị Tỉnh", "granted")]),
    ("Tại nhà văn hóa UBND phường Nà Sầm, UBND thành phố Hà Sơn tặng Bằng khen cho 3 cá nhân.",
     [("Bằng khen", "UBND thành phố Hà Sơn", 3, "granted")]),
    ("Giám đốc Công an tỉnh Hà Sơn, Trung tướng Nguyễn Hải Lâm tặng Giấy khen cho 2 cá nhân.",
     [("Giấy khen", "Giám đốc Công an tỉnh Hà Sơn", 2, "granted")]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[s[:50] for s, _ in SENTENCES])
def test_a_sentence_gives_its_awards(sentence: str, expected: list[tuple[str, str | None, str | int, str]]) -> None:
    assert sorted(map(str, told(sentence))) == sorted(map(str, expected))


# fmt: off
NOT_GIVEN = [
    ("Hội đồng thống nhất đề nghị khen thưởng 7 tập thể. Trong đó, có 4 tập thể nhận Cờ thi đua của Chính phủ.",
     [("Cờ thi đua của Chính phủ", "Chính phủ", 4, P)]),
    ("Hội đồng đề nghị khen thưởng 7 người. Trong đó, ông Trần Văn Lộc được Bộ Y tế tặng Bằng khen.",
     [("Bằng khen", "Bộ Y tế", "Trần Văn Lộc", G)]),
    ("Hội đồng đề nghị khen thưởng 7 tập thể. Trong đó, có 4 tập thể đã được nhận Cờ thi đua của Chính phủ.",
     [("Cờ thi đua của Chính phủ", "Chính phủ", 4, G)]),
    ("Danh sách đề nghị khen thưởng gồm có: Bằng khen của Bộ Nội vụ cho 2 cá nhân; Cờ thi đua cho 3 tập thể.",
     [("Bằng khen", "Bộ Nội vụ", 2, P), ("Cờ thi đua", None, 3, P)]),
    ("Khối suy tôn Sở Y tế nhận Cờ thi đua của UBND tỉnh; Sở Nội vụ nhận Bằng khen của Bộ Nội vụ.",
     [("Cờ thi đua của UBND tỉnh", "UBND tỉnh", "Sở Y tế", P), ("Bằng khen", "Bộ Nội vụ", "Sở Nội vụ", P)]),
    ("Bộ Xây dựng quyết định hủy bỏ danh hiệu Tập thể lao động xuất sắc đối với Tổng công ty Sao Biển.",
     [("Tập thể lao động xuất sắc", "Bộ Xây dựng", "Tổng công ty Sao Biển", "revoked")]),
    ("UBND tỉnh thu hồi Bằng khen đã tặng ông Trần Văn Lộc, nguyên Giám đốc Sở Tài chính.",
     [("Bằng khen", "UBND tỉnh", "Trần Văn Lộc", "revoked")]),
    ("UBND tỉnh thu hồi Bằng khen của ông Trần Văn Lộc.", [("Bằng khen", "UBND tỉnh", "Trần Văn Lộc", "revoked")]),
    ("Bà Lê Thị Mai bị tước danh hiệu Nhà giáo Ưu tú.", [("Nhà giáo ưu tú", None, "Lê Thị Mai", "revoked")]),
    ("Sở kiến nghị UBND tỉnh thu hồi Bằng khen của ông Trần Văn Lộc.", []),
    ("Khối không đề nghị tặng Bằng khen cho Sở Xây dựng.", [("Bằng khen", None, "Sở Xây dựng", "refused")]),
    ("Khối không đề nghị tặng Bằng khen cho 2 đơn vị nộp báo cáo chậm.", []),
    ("Hội đồng trả lại hồ sơ đề nghị tặng Huân chương Lao động hạng Nhì cho Sở Y tế.",
     [("Huân chương Lao động hạng Nhì", None, "Sở Y tế", "refused")]),
    ("Trường Trung học phổ thông Hòa Bình sẽ được tặng Huân chương Lao động hạng Ba.",
     [("Huân chương Lao động hạng Ba", None, "Trường Trung học phổ thông Hòa Bình", "promised")]),
    ("Tại lễ kỷ niệm, UBND tỉnh sẽ tặng Bằng khen cho 5 tập thể.", [("Bằng khen", "UBND tỉnh", 5, "promised")]),
    ("Nếu hoàn thành chỉ tiêu, Sở Xây dựng sẽ được tặng Bằng khen.", []),
    ("Xã An Bình chưa được tặng Huân chương Lao động hạng Ba.", []),
    # got ready, rehearsed, put off, remembered
    ("Trường THPT Quế Lâm chuẩn bị đón nhận Huân chương Lao động hạng Ba.", []),
    ("Trường THPT Quế Lâm sẵn sàng cho lễ đón nhận Huân chương Lao động hạng Ba.", []),
    ("Kiểm tra công tác chuẩn bị lễ đón nhận Huân chương Lao động hạng Nhất của huyện Quế Lâm.", []),
    ("Hướng tới lễ đón nhận Huân chương Lao động hạng Nhất của Bệnh viện Hà Sơn.", []),
    ("Họp báo về Lễ kỷ niệm 50 năm thành lập và đón nhận Huân chương Lao động hạng Nhất của Bệnh viện Hà Sơn.", []),
    ("Hoãn trao Huân chương Lao động hạng Ba cho Công ty Sông Hồ.", []),
    ("Nhớ ngày Công ty Sông Hồ đón nhận danh hiệu Anh hùng Lao động.", []),
    ("Ngày mai, huyện Quế Lâm đón nhận Huân chương Lao động hạng Nhất.",
     [("Huân chương Lao động hạng Nhất", None, "huyện Quế Lâm", "promised")]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), NOT_GIVEN, ids=[s[:50] for s, _ in NOT_GIVEN])
def test_what_is_revoked_refused_or_only_promised_says_so(sentence: str, expected: list[object]) -> None:
    assert told(sentence) == expected


def test_who_alone_may_grant_by_law_is_the_grantor_and_said_to_be_inferred() -> None:
    (order, certificate) = awards("Sở Y tế được tặng Huân chương Lao động hạng Ba và Bằng khen.")
    assert order.grantor == "Chủ tịch nước"
    assert dict(order.inferred)["grantor"].startswith("by law: Luật Thi đua, khen thưởng 2022, Điều ")
    assert certificate.grantor is None
    (lao,) = awards("Chủ tịch nước CHDCND Lào tặng Huân chương Hữu nghị cho Sở Y tế.")
    assert lao.grantor != "Chủ tịch nước"


def test_only_what_was_granted_or_proposed_is_exchanged_as_an_award() -> None:
    article = story("UBND tỉnh tặng Bằng khen cho Sở Y tế và thu hồi Bằng khen của ông Trần Văn Lộc.")
    data = article_to_json("a", article, find(article))
    assert [a["recipient"] for a in data["awards"]] == ["Sở Y tế"]
    assert [a["recipient"] for a in data["awards_not_given"]] == ["Trần Văn Lộc"]


def test_kinds_of_recipients() -> None:
    kinds = [
        a.recipient_kind
        for a in awards("UBND tỉnh tặng Bằng khen cho 3 tập thể, 4 cá nhân và 5 hộ gia đình.")
    ]  # fmt: skip
    assert kinds == ["organization", "person", "group"]
    assert [a.recipient_kind for a in awards("UBND tỉnh tặng Bằng khen cho 30 tập thể, cá nhân.")] == ["group"]


def test_names_in_the_next_sentence_replace_the_number_they_complete() -> None:
    total = "Hai cá nhân được Bộ Y tế tặng Bằng khen."
    rows = told(total, "Đó là bà Lê Thị Mai, Phó Giám đốc Sở Y tế và ông Trần Văn Lộc.")
    assert [r[2] for r in rows] == ["Lê Thị Mai", "Trần Văn Lộc"]


def test_list_behind_a_colon() -> None:
    rows = told("Hai đơn vị được đề nghị UBND tỉnh tặng Cờ thi đua năm 2018: Cục Thuế tỉnh và Sở Y tế.")
    assert [(r[2], r[3]) for r in rows] == [("Cục Thuế tỉnh", P), ("Sở Y tế", P)]


def test_lines_below_a_heading_take_what_it_says() -> None:
    rows = told(
        "Khối đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho:",
        "- Sở Y tế",
        "- Ông Trần Văn Lộc, Phó Giám đốc Sở Tài chính",
        "- 3 tập thể khác.",
        "Hội nghị kết thúc. Sở Nội vụ đăng cai năm tới.",
    )
    assert [(r[1], r[2], r[3]) for r in rows] == [("Chủ tịch UBND tỉnh", r, P) for r in ("Sở Y tế", "Trần Văn Lộc", 3)]


def test_a_number_before_a_form_and_the_names_behind_it() -> None:
    def counts(sentence: str) -> list[int | None]:
        return [a.count for a in awards(sentence)]

    assert counts("Sở Y tế được tặng hai Cờ thi đua của Bộ Y tế, Huân chương Lao động hạng Ba.") == [2, 1]
    assert counts("UBND tỉnh tặng 2 Cờ thi đua cho Sở Y tế và Sở Nội vụ.") == [1, 1]
    assert counts("UBND tỉnh tặng 3 Cờ thi đua cho Sở Y tế và Sở Nội vụ.") == [None, None]
    assert counts("UBND tỉnh tặng ba Bằng khen cho ba cá nhân.") == [3]
    assert counts("Sở Y tế nhiều năm liền được UBND tỉnh tặng Cờ thi đua.") == [None]
    assert counts("Sở Y tế 3 năm liền được UBND tỉnh tặng Cờ thi đua, Bằng khen của Bộ Y tế.") == [3, 3]


def test_several_years_running_are_a_count_without_a_year() -> None:
    (award,) = awards("Sở Y tế được UBND tỉnh tặng Cờ thi đua 5 năm liền.")
    assert (award.count, award.year) == (5, None)


def test_a_repeated_award_is_one_row_and_takes_what_the_second_telling_adds() -> None:
    (award,) = awards(
        "Sở Y tế nhận Bằng khen.", "Sở Y tế được Thủ tướng Chính phủ tặng Bằng khen năm 2022."
    )  # fmt: skip
    assert (award.grantor, award.year, len(award.evidence)) == ("Thủ tướng Chính phủ", 2022, 2)


def test_captions_add_only_what_the_body_does_not_tell() -> None:
    body = "UBND tỉnh tặng Bằng khen cho 3 tập thể."
    article = article_from_json({
        "title": "Tin", "published": "2024-01-05", "paragraphs": [body],
        "captions": ["Ông Trần Văn Lộc trao Bằng khen cho Sở Y tế.", "Sở Y tế nhận Cờ thi đua của UBND tỉnh."],
    })  # fmt: skip
    rows = [f for f in find(article) if isinstance(f, Award)]
    assert [(a.award, a.recipient) for a in rows] == [("Bằng khen", None), ("Cờ thi đua của UBND tỉnh", "Sở Y tế")]


def test_short_forms_are_resolved_when_the_article_leaves_one_reading() -> None:
    short = "Năm 2020, ông Lộc được UBND tỉnh tặng Bằng khen."
    assert [row[2] for row in told("Kỹ sư Trần Văn Lộc làm việc ở xã.", short)] == ["Trần Văn Lộc"]
    assert told("Kỹ sư Trần Văn Lộc và kỹ sư Lê Bá Lộc làm việc ở xã.", short) == []


OPENING = "Phòng Cảnh sát hình sự, Công an tỉnh Lào Cai luôn chăm lo phong trào thi đua."
UNIT = "Phòng Cảnh sát hình sự Công an tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Đơn vị liên tiếp giành danh hiệu Đơn vị quyết thắng, đơn vị dẫn đầu ngành, được tặng Bằng khen.",
            [("Đơn vị quyết thắng", None, UNIT, G), ("Bằng khen", None, UNIT, G)],
        ),
        ("Tập thể đơn vị từng được tặng Huân chương Chiến công.", [("Huân chương Chiến công", None, UNIT, G)]),
        (
            "Mới đây, đơn vị đã được Công an tỉnh Lào Cai đề nghị Bộ Công an tặng Cờ thi đua.",
            [("Cờ thi đua của Bộ Công an", "Bộ Công an", UNIT, P)],
        ),
        ("Các đơn vị đã được tặng Bằng khen.", []),
        ("Đơn vị được tặng Bằng khen rất vui.", []),
        ("Cả tỉnh có đơn vị vừa nhận Bằng khen.", []),
    ],
)
def test_the_unit_is_the_one_body_of_the_opening(sentence: str, expected: list[object]) -> None:
    assert told(OPENING, sentence) == expected
    assert told(OPENING.replace("thi đua", "thi đua với Sở Y tế"), sentence) == []


def test_a_pronoun_is_the_one_person_named_so_far() -> None:
    for opening in ("Trong 6 năm qua anh", "Năm 2020, anh"):
        rows = told("Anh Trần Văn Lộc sống ở xã.", opening + " được công nhận là Chiến sĩ thi đua cơ sở.")
        assert [r[2] for r in rows] == ["Trần Văn Lộc"]
    article = story("Anh Trần Văn Lộc sống ở xã.", "Năm 2020, anh được tặng Bằng khen.")
    (award,) = (f for f in find(article) if isinstance(f, Award))
    assert article.text[award.evidence[0].start : award.evidence[0].end] == "Anh Trần Văn Lộc sống ở xã."
    short = "Năm 2020, anh được UBND tỉnh tặng Bằng khen."
    assert told("Anh Lê Bá Mai và anh Trần Văn Lộc làm việc ở xã.", short) == []
    assert told("Bà Lê Thị Mai làm việc ở xã.", short) == []


def test_a_company_called_by_its_letters() -> None:
    rows = told("Tổng công ty VXK - nơi ông làm việc - thi đua tốt.", "VXK đã được tặng Huân chương Lao động năm 2011.")
    assert rows == [("Huân chương Lao động", None, "Tổng công ty VXK", G)]


def test_a_full_stop_without_its_blank_ends_what_is_proposed() -> None:
    rows = told(OPENING, "Đơn vị còn được tặng Bằng khen.Trong quý này, đơn vị đã được đề nghị tặng Giấy khen.")
    assert [(r[0], r[3]) for r in rows] == [("Bằng khen", G), ("Giấy khen", P)]


def test_evidence_is_the_sentence_that_tells_it() -> None:
    article = story("Trời mưa to. UBND tỉnh tặng Bằng khen cho 3 tập thể. Ai cũng vui.")
    (award,) = (f for f in find(article) if isinstance(f, Award))
    assert [article.text[s.start : s.end] for s in award.evidence] == ["UBND tỉnh tặng Bằng khen cho 3 tập thể."]


def test_who_is_congratulated_has_received() -> None:
    found = awards(
        "Bà Lê Thị Na vừa đón nhận Huân chương Lao động hạng Ba của Chủ tịch nước.",
        "Ông Trần Văn Lộc, Giám đốc Sở Y tế, chúc mừng bà Lê Thị Na, Trưởng trạm, đón nhận Huân chương Lao động hạng "
        "Ba do Nhà nước trao tặng.",
    )
    assert [(f.recipient, f.grantor) for f in found] == [("Lê Thị Na", "Chủ tịch nước")]
