"""Awards in the English pages of Vietnamese newspapers."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Award, Fact


def facts(*paragraphs: str, published: str | None = "2024-03-01") -> tuple[Fact, ...]:
    return find(article_from_json({"title": "News", "paragraphs": list(paragraphs), "published": published}))


Row = tuple[str, str | None, str | int | None, str]


def awards(*paragraphs: str) -> list[Row]:
    found = (f for f in facts(*paragraphs) if isinstance(f, Award))
    return [(f.award, f.grantor, f.recipient or f.count, f.status) for f in found]


AWARDS: list[tuple[str, list[Row]]] = [
    (
        "Three schools were each presented with a certificate of merit by the Ministry of Education and Training.",
        [("Bằng khen", "Bộ Giáo dục và Đào tạo", 3, "granted")],
    ),
    (
        "Certificates of merit went to five collectives, and the Department of Health bagged the Government's flag.",
        [("Bằng khen", None, 5, "granted")],
    ),
    (
        "Nine individuals took home certificates of merit from the Ministry of Health.",
        [("Bằng khen", "Bộ Y tế", 9, "granted")],
    ),
    (
        "Ms Lo Thi Hoa was named National Emulation Fighter.",
        [("Chiến sĩ thi đua toàn quốc", None, "Lo Thi Hoa", "granted")],
    ),
    (
        "The Vietnam Journalists’ Association presented certificates of merit to three newspapers of the bloc.",
        [("Bằng khen", "Hội Nhà báo Việt Nam", 3, "granted")],
    ),
    (
        "At the event, 12 collectives and 25 individuals received certificates of merit from the Prime Minister.",
        [("Bằng khen", "Thủ tướng Chính phủ", 12, "granted"), ("Bằng khen", "Thủ tướng Chính phủ", 25, "granted")],
    ),
    (
        "The Prime Minister's certificates of merit were presented to three collectives and five individuals.",
        [("Bằng khen", "Thủ tướng Chính phủ", 3, "granted"), ("Bằng khen", "Thủ tướng Chính phủ", 5, "granted")],
    ),
    (
        (
            "State President Le Van Na has signed a decision to confer the first-class Labour Order on the Lam Giang "
            "General Hospital."
        ),
        [("Huân chương Lao động hạng Nhất", "Chủ tịch nước", "Lam Giang General Hospital", "granted")],
    ),
    (
        (
            "On behalf of the President, Vice Chairman of the provincial People's Committee Tran Van Loc presented the "
            "Labor Order, third class, to the Department of Health."
        ),
        [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Department of Health", "granted")],
    ),
    (
        "Deputy Prime Minister Tran Van Loc presented the second-class Independence Order to Lam Giang province.",
        [("Huân chương Độc lập hạng Nhì", "Chủ tịch nước", "Lam Giang province", "granted")],
    ),
    (
        "The Lam Giang Provincial Police was honoured with the Government's emulation flag for its work.",
        [("Cờ thi đua của Chính phủ", "Chính phủ", "Lam Giang Provincial Police", "granted")],
    ),
    (
        "The Chairman of the Nghe An provincial People's Committee awarded merit certificates to 10 collectives.",
        [("Bằng khen", "Chủ tịch UBND tỉnh Nghệ An", 10, "granted")],
    ),
    (
        "As many as 129 collectives and individuals were awarded certificates of merit by the Ministry of Health.",
        [("Bằng khen", "Bộ Y tế", 129, "granted")],
    ),
    (
        "The Ministry of Justice proposed that the Prime Minister grant certificates of merit to four units.",
        [("Bằng khen", "Thủ tướng Chính phủ", 4, "proposed")],
    ),
    (
        "Two units will be presented with the emulation flag of the Ministry of Finance at the event.",
        [("Cờ thi đua của Bộ Tài chính", "Bộ Tài chính", 2, "promised")],
    ),
    (
        "Dr Le Thi Na was posthumously awarded the title Hero of Labour at the ceremony.",
        [("Anh hùng Lao động", None, "Le Thi Na", "granted")],
    ),
    (
        (
            "The Prime Minister awarded certificates of merit to the Government and people of HCMC’s Lam Giang "
            "District and to the Son La People’s Court."
        ),
        [
            ("Bằng khen", "Thủ tướng Chính phủ", "Lam Giang District", "granted"),
            ("Bằng khen", "Thủ tướng Chính phủ", "Son La People’s Court", "granted"),
        ],
    ),
    (
        "He presented merit certificates to Chairwoman of the People’s Committee of Cu Lam District Pham Thi Na.",
        [("Bằng khen", None, "Pham Thi Na", "granted")],
    ),
    (
        "The 14 organizations were given certificates of merit by the HCMC People’s Committee.",
        [("Bằng khen", "UBND thành phố Hồ Chí Minh", 14, "granted")],
    ),
    (
        "The Ministry of Health presented merit certificates to three newspapers and seven reporters.",
        [("Bằng khen", "Bộ Y tế", 3, "granted"), ("Bằng khen", "Bộ Y tế", 7, "granted")],
    ),
    (
        "Hanoi’s Lam Son District was awarded the second-class Labour Order.",
        [("Huân chương Lao động hạng Nhì", "Chủ tịch nước", "Lam Son District", "granted")],
    ),
    (
        "Reporter Tran Van Loc, who works on the Le River, had earlier got a rest and received a merit certificate.",
        [("Bằng khen", None, "Tran Van Loc", "granted")],
    ),
    (
        "The Lam Embassy in Ruritania on April 24 was granted with a first-class Labour Order.",
        [("Huân chương Lao động hạng Nhất", "Chủ tịch nước", "Lam Embassy in Ruritania", "granted")],
    ),
    (
        "The State President presented the third-class Labour Order to Que Lam district of Ha Son City.",
        [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Que Lam district", "granted")],
    ),
    (
        "Ha Son Association of Flood/storm Victims (HAFV) was honoured with the Labour Order, third class.",
        [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "Ha Son Association of Flood/storm Victims", "granted")],
    ),
    # orders of other states
    ("The Lao Vice President granted first-class Labour Orders of Laos to Lam Son University.", []),
    ("The Cambodian King conferred the first-class Friendship Order on Lam Son University.", []),
    ("The people in the villages on the Le River were in the news, and received an emulation flag.", []),
    ("The company has received many certificates of merit from the Prime Minister over the years.", []),
    ("He won a friendship medal in the contest of the school in the city.", []),
    ("The three units were not awarded the emulation flag of the Government in the year.", []),
]


@pytest.mark.parametrize(("text", "expected"), AWARDS)
def test_awards(text: str, expected: list[Row]) -> None:
    assert awards(text) == expected


def test_an_undivided_number_is_a_group() -> None:
    (award,) = (
        f for f in facts("The 20 collectives and individuals received certificates of merit.") if isinstance(f, Award)
    )
    assert (award.recipient_kind, award.form) == ("group", "bang_khen")


def test_a_headline_repeats_what_the_text_tells_with_its_grantor() -> None:
    told = awards(
        "Cu Lam District receives Labour Order", "State President Le Van Na awards the Labour Order to Cu Lam District."
    )
    assert told == [("Huân chương Lao động", "Chủ tịch nước", "Cu Lam District", "granted")]


def test_an_act_reported_as_news_is_of_the_year_of_publication() -> None:
    (award,) = (f for f in facts("Two units of the town received certificates of merit.") if isinstance(f, Award))
    assert (award.year, "year" in dict(award.inferred)) == (2024, True)
    (award,) = (
        f
        for f in facts("It was previously awarded that two units received certificates of merit.")
        if isinstance(f, Award)
    )
    assert award.year is None


def test_the_year_is_told_or_that_of_the_gathering() -> None:
    told = facts("Two units were given the Government's emulation flags for 2022 at the ceremony on March 5.")
    assert [f.year for f in told if isinstance(f, Award)] == [2022]
    (award,) = (
        f
        for f in facts("At the ceremony on February 5, two units received certificates of merit.")
        if isinstance(f, Award)
    )
    assert (award.year, "year" in dict(award.inferred)) == (2024, True)


def test_a_headline_leaves_out_the_class() -> None:
    told = awards(
        "Lam Embassy honoured with Labour Order", "The Lam Embassy on April 24 was given a first-class Labour Order."
    )
    assert told == [("Huân chương Lao động hạng Nhất", "Chủ tịch nước", "Lam Embassy", "granted")]
