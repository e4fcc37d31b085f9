"""Blocs in the English pages of Vietnamese newspapers."""

from __future__ import annotations

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
