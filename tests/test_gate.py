"""Facts are found as precisely and as completely as the floor says; the measuring itself is right."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from pathlib import Path

import pytest
from gate import ROOT, annotated, floor, folders, measure, raised, shortfalls
from scoring import same_name, tallies


def test_no_figure_is_below_its_floor() -> None:
    assert not shortfalls(measure(folders(None)), floor())


@pytest.mark.shared
def test_no_figure_on_real_articles_is_below_its_floor(shared: Path) -> None:
    sets = folders(shared)
    assert set(sets) == {"open", "real"}
    assert not shortfalls(measure(sets), floor())


def test_the_gate_closes() -> None:
    wanted = floor()
    worse = copy.deepcopy(wanted)
    for now in worse.values():
        for row in now["figures"].values():
            for figure in row:
                row[figure] -= 0.01
    figures = sum(len(row) for now in wanted.values() for row in now["figures"].values())
    assert len(shortfalls(worse, wanted)) == figures
    assert not shortfalls(wanted, wanted)
    assert raised(worse, wanted) == wanted
    worse["open"]["digest"] = "another"
    assert len(shortfalls(worse, wanted)) == figures + 1


def test_what_is_annotated_is_wholly_right_against_itself() -> None:
    articles = annotated(folders(None)["open"])
    assert len(articles) == 44
    for kind, tally in tallies(articles, [article["gold"] for article in articles]).items():
        assert tally.gold == tally.found == tally.hit == tally.whole, kind


GOLD = {
    "award": "Bằng khen", "grantor": "UBND tỉnh", "recipient": "Sở Y tế", "recipient_kind": "organization", "count": 1,
    "year": 2023, "status": "granted", "decision": None, "decision_date": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "hit", "whole"),
    [
        ({}, 1, 1),
        ({"recipient": "Sở Y tế tỉnh Lâm Giang"}, 1, 1),
        ({"grantor": "Chủ tịch UBND tỉnh"}, 1, 0),
        ({"year": 2022}, 1, 0),
        ({"grantor": None}, 1, 0),
        ({"status": "proposed"}, 0, 0),
        ({"recipient": "Sở Nội vụ"}, 0, 0),
        ({"award": "Giấy khen"}, 0, 0),
        ({"recipient": None}, 0, 0),
    ],
)
def test_an_award_is_hit_by_its_key_and_whole_by_its_details(change: dict[str, object], hit: int, whole: int) -> None:
    tally = tallies([{"gold": {"awards": [GOLD]}}], [{"awards": [{**GOLD, **change}]}])["award"]
    assert (tally.hit, tally.whole) == (hit, whole)


def test_one_fact_answers_one_and_the_optional_counts_neither_way() -> None:
    other = {**GOLD, "recipient": "Sở Nội vụ"}
    article = {"gold": {"awards": [GOLD]}, "gold_optional": {"awards": [other]}}
    tally = tallies([article], [{"awards": [GOLD, GOLD, other]}])["award"]
    assert (tally.gold, tally.found, tally.hit) == (1, 2, 1)
    assert tally.figures() == {"precision": 0.5, "recall": 1.0, "f1": 0.667, "whole_f1": 0.667}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Sở Văn hóa và Thể thao", "Sở Văn hoá, Thể thao", True),
        ("Công an tỉnh Lâm Giang", "Công an tỉnh", True),
        ("Ban Quản lý Khu kinh tế Mộ Đức", "Ban Quản lý Khu kinh tế Mỹ Đức", False),
        ("Cụm thi đua số 3", "Cụm thi đua số 4", False),
        ("Chiến sỹ", "Chiến sĩ", True),
        ("Sở Y tế", "Y tế", False),
    ],
)
def test_names_are_one_but_for_little_words_and_a_place_at_the_end(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) == same_name(b, a) == same


# Two tellings of one grantor that are as long as each other: which one fills the row must not hang on chance.
_AS_LONG = """UBND tỉnh Bình Sơn tặng Bằng khen cho ông Lò Văn An.
Bằng khen của Chủ tịch UBND tỉnh đã đến tay bà Vi Thị Hoa. Phó Giám đốc Sở Nội vụ trao Bằng khen cho 12 cá nhân."""

_FACTS_OF = """
import sys
from pathlib import Path
from gate import annotated, answer
for folder in sys.argv[2:]:
    print([answer(article) for article in annotated(Path(folder))])
print(answer({"id": "invented", "title": "Khen thưởng", "text": sys.argv[1]}))
"""


def _facts_of(seed: str, sets: dict[str, Path]) -> str:
    tests = ROOT / "tests"
    ran = subprocess.run(
        [sys.executable, "-c", _FACTS_OF, _AS_LONG, *map(str, sets.values())],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(tests), str(ROOT)])},
        text=True,
    )
    return ran.stdout


def test_every_run_gives_the_same_answer() -> None:
    first, *others = [_facts_of(seed, folders(None)) for seed in ("1", "2", "3")]
    assert first.count("Bằng khen") > 10
    assert all(other == first for other in others)
