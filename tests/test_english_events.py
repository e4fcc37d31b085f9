"""Gatherings and movements in the English pages of Vietnamese newspapers."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.facts import find
from extract.model import Campaign, Event, Fact


def facts(*paragraphs: str, published: str | None = "2024-03-01") -> tuple[Fact, ...]:
    return find(article_from_json({"title": "News", "paragraphs": list(paragraphs), "published": published}))


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
