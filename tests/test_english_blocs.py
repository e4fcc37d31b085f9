"""Blocs in the English pages of Vietnamese newspapers."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Bloc, Leader, Member


def facts(*paragraphs: str) -> list[Bloc | Member | Leader]:
    article = article_from_json({"title": "News", "paragraphs": list(paragraphs)})
    return [f for f in find(article) if isinstance(f, Bloc | Member | Leader)]


def test_a_bloc_of_a_province_with_shared_heads() -> None:
    found = facts(
        "The General Economic Emulation Bloc of Nghe An province held a conference.",
        "The bloc is made up of five agencies: the Departments of Finance, Industry and Trade, and Transport; the "
        "Provincial Tax Department; and the State Treasury of Nghe An.",
    )
    (bloc,) = [f for f in found if isinstance(f, Bloc)]
    assert (bloc.name, bloc.province, bloc.member_count) == ("General Economic Emulation Bloc", "Nghệ An", 5)
    assert [f.name for f in found if isinstance(f, Member)] == [
        "Department of Finance",
        "Department of Industry and Trade",
        "Department of Transport",
        "Provincial Tax Department",
        "State Treasury of Nghe An",
    ]


def test_leaders_elected_and_in_apposition() -> None:
    found = facts(
        "The Economic Emulation Bloc of Ben Tre province met.",
        "Phan Xuan Tho, Director of the Department of Finance and head of the bloc in 2023, spoke.",
        "They elected the Department of Transport as head and the State Treasury as deputy head of the bloc for 2024.",
        "The 2022 head of the bloc, the Department of Justice, handed over.",
    )
    assert [(f.role, f.year, f.organization, f.person) for f in found if isinstance(f, Leader)] == [
        ("head", 2023, "Department of Finance", "Phan Xuan Tho"),
        ("head", 2024, "Department of Transport", None),
        ("deputy", 2024, "State Treasury", None),
        ("head", 2022, "Department of Justice", None),
    ]


def test_a_cluster_of_a_ministry() -> None:
    found = facts(
        "Emulation Cluster No.3 of the Ministry of Public Security signed an agreement.",
        "The Son La Police was elected head of the cluster for 2022.",
    )
    (bloc,) = [f for f in found if isinstance(f, Bloc)]
    assert (bloc.name, bloc.level) == ("Emulation Cluster No.3 of the Ministry of Public Security", "sector")
    assert [(f.role, f.year, f.organization) for f in found if isinstance(f, Leader)] == [
        ("head", 2022, "Son La Police")
    ]


def test_what_is_no_bloc() -> None:
    assert facts("The emulation bloc praised the winners of the emulation movement.") == []
    assert facts("The industrial cluster won the emulation flag; he is the head of the cluster.") == []


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
