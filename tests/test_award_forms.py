"""Forms of awards: every one of the catalogue, told apart by who grants them."""

from __future__ import annotations

import pytest
from reading import facts

from extract.facts.award_forms import CERTIFICATE, FLAG, Form, entries, identified
from extract.lexicon import load
from extract.model import Award


def test_a_flag_is_never_a_persons_and_a_fighters_title_never_a_bodys() -> None:
    assert facts(Award, "Ông Trần Văn Lộc nhận Cờ thi đua của UBND tỉnh.") == []
    assert facts(Award, "Sở Y tế được công nhận danh hiệu Chiến sĩ thi đua cơ sở.") == []


def test_every_catalogue_form_is_recognised_in_a_sentence() -> None:
    """Each entry's own examples hold it; here each name is granted and comes out under its identifier."""
    needs_a_name = {"huy_hieu", "huych_vi", "chien_si_thi_dua", "danh_hieu_doan_the"}  # or to be called "danh hiệu"
    missed = []
    for entry in load("awards"):
        if entry.id in needs_a_name | set(OWNED):
            continue
        phrase = entry.phrases[0]
        noun = "cá nhân" if entry.values.get("recipients") == "person" else "tập thể"
        rows = facts(Award, f"Tại buổi lễ thi đua, 7 {noun} được trao tặng {phrase}.")
        if [a.count for a in rows] != [7] or rows[0].form != entry.id:
            missed.append((entry.id, [(a.award, a.form, a.count) for a in rows]))
    assert missed == []


# Forms that only their grantor tells apart.
OWNED = {
    "co_bo_tinh": "Cờ thi đua của UBND tỉnh",
    "co_quan_khu": "Cờ thi đua của Bộ Tư lệnh Quân khu 9",
    "bk_bo_tinh": "Bằng khen của Bộ trưởng Bộ Y tế",
    "bk_quan_khu_dhqg": "Bằng khen của Tư lệnh Quân khu 2",
    "tranh_co_ngoai_luat": "Bằng khen của Trung ương Đoàn",
}


@pytest.mark.parametrize(("form", "award"), OWNED.items())
def test_forms_told_apart_by_their_owner(form: str, award: str) -> None:
    assert [(a.form, a.count) for a in facts(Award, f"Tại buổi lễ, 7 tập thể nhận {award}.")] == [(form, 7)]


@pytest.mark.parametrize(
    ("base", "grantor", "form"),
    [
        (FLAG, "Chính phủ", "co_chinh_phu"),
        (FLAG, "UBND tỉnh Quảng Ngãi", "co_bo_tinh"),
        (FLAG, "Bộ Tư lệnh Quân khu 9", "co_quan_khu"),
        (FLAG, "Tổng Liên đoàn Lao động Việt Nam", "tranh_co_ngoai_luat"),
        (CERTIFICATE, "Thủ tướng Chính phủ", "bk_thu_tuong"),
        (CERTIFICATE, "Chủ tịch UBND tỉnh", "bk_bo_tinh"),
        (CERTIFICATE, "Bộ trưởng Bộ Công an", "bk_bo_tinh"),
        (CERTIFICATE, None, CERTIFICATE),
    ],
)
def test_the_grantor_decides_the_identifier(base: str, grantor: str | None, form: str) -> None:
    assert identified(Form(id=base, name="", start=0, end=1), grantor).id == form


def test_grantors_point_to_forms_of_the_catalogue() -> None:
    for entry in load("grantors"):
        assert {entry.values["flag"], entry.values["certificate"]} <= set(entries())
