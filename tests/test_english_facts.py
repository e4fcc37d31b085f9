"""Awards, gatherings and movements in the English pages of Vietnamese newspapers."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.english import authority, is_english, sentences
from extract.facts import find
from extract.model import Award, Campaign, Event, Fact, Leader, Member


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ha Nam Department of Health held a conference in Phu Ly city on January 8 to review emulation work.",
            [("conference", "2024-01-08", "Phu Ly city")],
        ),
        (
            "On the evening of March 12, 2020, at the House of the Farmers' Union, the Emulation Congress was held.",
            [("conference", "2020-03-12", "House of the Farmers' Union")],
        ),
        ("On 5/5/2021, the emulation bloc held a meeting.", [("conference", "2021-05-05", None)]),
        (
            "The People's Committee on 15 October, 2023 held a ceremony to launch the emulation movement of the city.",
            [("launch", "2023-10-15", None)],
        ),
        ("Directive No. 20 dated April 9, 2015 on the emulation movement was reviewed at the meeting.", []),
        ("The song contest of the emulation movement was held on April 9, 2015 in the city.", []),
    ],
)
def test_events(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(f.kind, f.date, f.place) for f in facts(text) if isinstance(f, Event)] == expected


def test_a_day_without_a_year_needs_a_date_of_publication() -> None:
    text = "The bloc held a conference on January 8 to review the emulation work of the province."
    assert [f for f in facts(text, published=None) if isinstance(f, Event)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The People's Committee of Ben Tre province on October 15 held a ceremony to launch the emulation "
                "movement “Green villages” in the 2024-2025 period."
            ),
            ("Green villages", 2024, 2025, "UBND tỉnh Bến Tre", 2024),
        ),
        (
            "The “Good teaching” emulation movement, launched by the Ministry of Education and Training in 2019, grew.",
            ("Good teaching", None, None, "Bộ Giáo dục và Đào tạo", 2019),
        ),
    ],
)
def test_campaigns(text: str, expected: tuple[str, int | None, int | None, str, int]) -> None:
    (found,) = (f for f in facts(text) if isinstance(f, Campaign))
    assert (found.name, found.start_year, found.end_year, found.launched_by, found.launched_in_year) == expected


def test_members_behind_a_count_or_namely() -> None:
    found = facts(
        "The emulation block of social organisations in Ha Nam province on May 3 held a conference.",
        "The block has three member units, namely the Ha Nam Bar Association, the Reading Fund, and the Ha Nam "
        "Business Association.",
    )
    assert [f.name for f in found if isinstance(f, Member)] == [
        "Ha Nam Bar Association",
        "Reading Fund",
        "Ha Nam Business Association",
    ]
    found = facts(
        "Leaders of 2 agencies in Emulation Cluster 7 including: Department of Culture, Sports and Tourism, "
        "Department of Justice, and more than 90 delegates of the province attended the event."
    )
    assert [f.name for f in found if isinstance(f, Member)] == [
        "Department of Culture, Sports and Tourism",
        "Department of Justice",
    ]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Chairman of the provincial People’s Committee", "Chủ tịch UBND tỉnh"),
        ("People's Committee of the Mekong Delta province of Ben Tre", "UBND tỉnh Bến Tre"),
        ("Hanoi People's Committee", "UBND thành phố Hà Nội"),
        ("Minister of Labour, Invalids and Social Affairs", "Bộ trưởng Bộ Lao động - Thương binh và Xã hội"),
        ("the Vietnamese Government", "Chính phủ"),
        ("the Party and State", "Đảng, Nhà nước"),
        ("the State budget", None),
        ("President of the association", None),
    ],
)
def test_authorities_bear_their_vietnamese_names(phrase: str, name: str | None) -> None:
    found = authority(phrase)
    assert (found[0] if found else None) == name


def test_language_and_sentences() -> None:
    assert is_english("The head of the bloc in Nghệ An province spoke to the delegates.")
    assert not is_english("Khối thi đua họp tổng kết tại tỉnh Nghệ An.")
    text = "Mr. Le Van A. spoke. No. 5 of the year won.\nThe end."
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "Mr. Le Van A. spoke.",
        "No. 5 of the year won.",
        "The end.",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "The emulation cluster of six northern provinces, including Lao Cai, Yen Bai, Son La, Dien "
                "Bien, Lai Chau and Hoa Binh, held a conference on March 5."
            ),
            ["Lao Cai", "Yen Bai", "Son La", "Dien Bien", "Lai Chau", "Hoa Binh"],
        ),
        (
            (
                "The emulation cluster of four towns and cities under the Ministry of Justice comprising Can Tho, "
                "Hanoi, the Central City of Hue and Ho Chi Minh City met on Monday."
            ),
            ["Can Tho", "Hanoi", "Hue", "Ho Chi Minh City"],
        ),
        (
            (
                "Emulation Cluster No. 4 of Party newspapers held a meeting. The cluster consists of four "
                "newspapers: Can Tho, An Giang, Hau Giang and Soc Trang."
            ),
            ["Can Tho Newspaper", "An Giang Newspaper", "Hau Giang Newspaper", "Soc Trang Newspaper"],
        ),
        (
            (
                "The Emulation Bloc No. 2 of Lam Giang province reviewed its work. The bloc has three members: "
                "the Department of Health, the Department of Justice and the Inspectorate."
            ),
            ["Department of Health", "Department of Justice", "Inspectorate"],
        ),
        (
            (
                "The emulation cluster of four cities did well in many fields, including flood relief, "
                "schooling and trade."
            ),
            [],
        ),
        (
            (
                "Members of the emulation cluster of 4 provinces toured villages nearby, including Bac Ha, "
                "Sa Pa and Lao Cai."
            ),
            [],
        ),
        (
            (
                "The Emulation Cluster No. 3 launched many movements, including Green Sunday, Clean Streets and "
                "Safe Schools."
            ),
            [],
        ),
        (
            (
                "The emulation cluster of the seven Central Highlands and coastal provinces consists of Gia "
                "Lai, Kon Tum, Dak Lak, Dak Nong, Lam Dong, Phu Yen and Khanh Hoa."
            ),
            ["Gia Lai", "Kon Tum", "Dak Lak", "Dak Nong", "Lam Dong", "Phu Yen", "Khanh Hoa"],
        ),
        (
            (
                "Members of Emulation Cluster No. 5 are the Police of Son La, the Police of Lai Chau, and the "
                "Police of Dien Bien."
            ),
            ["Police of Son La", "Police of Lai Chau", "Police of Dien Bien"],
        ),
    ],
)
def test_members_of_blocs_of_places(text: str, names: list[str]) -> None:
    assert [f.name for f in facts(text) if isinstance(f, Member)] == names


def test_leaders_recognised_and_holding_a_position() -> None:
    found = facts(
        "The Ministry recognized the Department of Industry and Trade of Son La province as the head unit and the "
        "Department of Industry and Trade of Lai Chau province as the deputy head unit of Emulation Cluster No. 5. "
        "Vietnam Union of Rowing Clubs holds the position of Deputy Head in 2021."
    )
    leaders = [(f.role, f.organization, f.year) for f in found if isinstance(f, Leader)]
    assert sorted(leaders, key=str) == [
        ("deputy", "Department of Industry and Trade of Lai Chau province", None),
        ("deputy", "Vietnam Union of Rowing Clubs", 2021),
        ("head", "Department of Industry and Trade of Son La province", None),
    ]


@pytest.mark.parametrize(
    ("text", "name", "years"),
    [
        (
            "A movement of emulation for 2021 has been launched with the theme “Steady, clean and kind”.",
            "Steady, clean and kind",
            (2021, 2021),
        ),
        (
            (
                "Wards joined emulation movements launched by the Province, especially the movement ‘All people’s"
                " homes are green’."
            ),
            "All people’s homes are green",
            (None, None),
        ),
        ("The emulation movement “Green Fields” spread in Lam Giang province.", "Green Fields", (None, None)),
    ],
)
def test_movements_by_theme_and_in_single_quotes(text: str, name: str, years: tuple[int | None, int | None]) -> None:
    (found,) = (f for f in facts(text) if isinstance(f, Campaign))
    assert (found.name, (found.start_year, found.end_year)) == (name, years)


def test_commemorated_days_are_no_gatherings() -> None:
    found = facts(
        "At the ceremony held by the province, awards were presented on the 70th year of the appeal (June 11, 1948 - "
        "June 11, 2023)."
    )
    assert "1948-06-11" not in [f.date for f in found if isinstance(f, Event)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("started by the Ministry of Justice in 2021.", ("Bộ Tư pháp", 2021)),
        ("which the Ministry of Justice launched in 2021 for the people.", ("Bộ Tư pháp", 2021)),
        ("which was launched by the Ministry of Justice.", ("Bộ Tư pháp", None)),
    ],
)
def test_who_launched_a_movement_and_when(text: str, expected: tuple[str, int | None]) -> None:
    found = facts(f"The units of the town joined the emulation movement “For a green delta” {text}")
    assert [(f.launched_by, f.launched_in_year) for f in found if isinstance(f, Campaign)] == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "At a ceremony at the provincial convention centre on January 3, the unit received an emulation flag.",
            "the provincial convention centre",
        ),
        (
            "A conference to review emulation in town is scheduled for January 3, 2024 at the Le Lam culture house.",
            "the Le Lam culture house",
        ),
    ],
)
def test_a_house_told_by_what_it_is(text: str, place: str) -> None:
    (event,) = (f for f in facts(text) if isinstance(f, Event))
    assert event.place == place


def test_a_movement_runs_from_its_launch_until_its_last_year() -> None:
    found = facts("Launched in 2021, the emulation movement “Green Lam Giang” will run until 2025.")
    assert [(f.start_year, f.end_year) for f in found if isinstance(f, Campaign)] == [(2021, 2025)]
