"""The catalogue of awards is whole, and docs/catalogue.md says of every form where it was read or that it was not."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from extract.lexicon import load

TEXT = (Path(__file__).parent.parent / "docs" / "catalogue.md").read_text(encoding="utf-8")
CONFIRMED, NOT_CONFIRMED = (
    set(re.findall(r"`(\w+)`", part)) for part in TEXT.partition("## Confirmed")[2].split("## Not confirmed")
)
AWARDS = load("awards")


def test_every_form_is_told_of_and_no_other() -> None:
    assert {entry.id for entry in AWARDS} == CONFIRMED | NOT_CONFIRMED


def test_a_grantor_by_law_stands_only_where_it_was_confirmed() -> None:
    with_grantor = {entry.id for entry in AWARDS if "granted_by" in entry.values}
    assert with_grantor <= CONFIRMED - NOT_CONFIRMED
    assert all("basis" in entry.values for entry in AWARDS if entry.id in with_grantor)


def test_only_the_forms_with_classes_have_them() -> None:
    classes = {entry.id: entry.values["classes"] for entry in AWARDS if "classes" in entry.values}
    divided = {"hc_doc_lap", "hc_quan_cong", "hc_lao_dong", "hc_bao_ve_to_quoc", "hc_chien_cong"}
    assert set(classes) == divided | {"huych_chien_si_ve_vang"}
    assert all(names == ["Nhất", "Nhì", "Ba"] for names in classes.values())


@pytest.mark.shared
def test_no_form_of_the_researched_catalogue_is_missing(shared: Path) -> None:
    with (shared / "data" / "award-catalogue.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    known = {entry.id: entry.values for entry in AWARDS}
    assert len(rows) == 46
    assert [row["award_id"] for row in rows if row["award_id"] not in known] == []
    assert [
        row["award_id"]
        for row in rows
        if [c.strip() for c in row["classes"].split(",") if c.strip()] != known[row["award_id"]].get("classes", [])
    ] == []
