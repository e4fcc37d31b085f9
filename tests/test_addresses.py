"""Addresses and workplaces behind a name are no recipients."""

from __future__ import annotations

import pytest
from reading import facts

from extract.model import Award


def recipients(sentence: str) -> list[str | int | None]:
    return [f.recipient or f.count for f in facts(Award, sentence)]


LOC, BONG = "Trần Văn Lộc", "Lê Thị Bông"

# fmt: off
OBJECTS: list[tuple[str, list[str]]] = [
    # places behind a person in commas, up to the province
    ("ông Trần Văn Lộc, thôn Đông An, xã Mỹ Lâm và bà Lê Thị Bông, thôn Tây An, xã Mỹ Lâm", [LOC, BONG]),
    ("ông Trần Văn Lộc, xã Mỹ Lâm", [LOC]),
    ("ông Trần Văn Lộc, tổ dân phố số 5, phường Đông An, TP. Lam Giang", [LOC]),
    ("ông Trần Văn Lộc ở ấp Đông An, xã Mỹ Lâm, huyện Vũ Lam và bà Lê Thị Bông", [LOC, BONG]),
    ("ông Trần Văn Lộc, ngụ thôn Đông An và thôn Tây An", [LOC]),
    ("bà Lê Thị Bông, 45 tuổi, trú tại khu phố 3, phường Đông An", [BONG]),
    ("gia đình ông Trần Văn Lộc, thôn Đông An, xã Mỹ Lâm", [f"gia đình {LOC}"]),
    # a bare name ends an address; one with an address of its own is a person
    ("ông Trần Văn Lộc, xã Mỹ Lâm, Vũ Lam", [LOC]),
    ("các ông: Trần Văn Lộc, xã Mỹ Lâm, Lê Bông, xã Vũ Lam và Trường THPT Lam Giang",
     [LOC, "Lê Bông", "Trường THPT Lam Giang"]),
    # places around a place, or around the place a body is called by
    ("thôn Đông An, xã Mỹ Lâm, huyện Vũ Lam", ["thôn Đông An"]),
    ("Công an xã Mỹ Lâm, huyện Vũ Lam; Đoàn xã Đông An", ["Công an xã Mỹ Lâm", "Đoàn xã Đông An"]),
    # equals of a list, and what "và" joins
    ("xã Mỹ Lâm, xã Đông An và huyện Vũ Lam", ["xã Mỹ Lâm", "xã Đông An", "huyện Vũ Lam"]),
    ("huyện Vũ Lam, xã Mỹ Lâm", ["huyện Vũ Lam", "xã Mỹ Lâm"]),
    ("ông Trần Văn Lộc và xã Mỹ Lâm", [LOC, "xã Mỹ Lâm"]),
    # a body behind each person is where each works; "và" joins equals
    ("anh Trần Văn Lộc, Cục Thuế tỉnh và chị Lê Thị Bông, Trường THPT Lam Giang", [LOC, BONG]),
    ("anh Trần Văn Lộc, Cục Thuế tỉnh", [LOC]),
    ("anh Trần Văn Lộc và Cục Thuế tỉnh", [LOC, "Cục Thuế tỉnh"]),
    ("ông Trần Văn Lộc ở xã Mỹ Lâm (huyện Vũ Lam) và Cục Thuế tỉnh", [LOC, "Cục Thuế tỉnh"]),
    # "và cá nhân" belongs to no name
    ("Công ty TNHH Lam Giang và cá nhân ông Trần Văn Lộc, Giám đốc Công ty", ["Công ty TNHH Lam Giang", LOC]),
]

SUBJECTS: list[tuple[str, list[str]]] = [
    ("Dịp này, ông Trần Văn Lộc ở thôn Kim Đông, xã Mỹ Lâm, Vũ Lam", [LOC]),
    ("Nhân dân và cán bộ xã Mỹ Lâm, huyện Vũ Lam", ["Nhân dân và cán bộ xã Mỹ Lâm"]),
    ("Công ty TNHH Lam Giang và cá nhân ông Trần Văn Lộc, Giám đốc Công ty", ["Công ty TNHH Lam Giang", LOC]),
    # where the act takes place
    ("Ngày 29/4, tại huyện Vũ Lam, tỉnh Đồng Tháp, theo quyết định mới, Công ty TNHH Lam Giang",
     ["Công ty TNHH Lam Giang"]),
    ("Ngày 29/4, tại huyện Vũ Lam, tỉnh Đồng Tháp, sau nhiều năm phấn đấu,", []),
]
# fmt: on


@pytest.mark.parametrize(("phrase", "expected"), OBJECTS)
def test_behind_cho(phrase: str, expected: list[str]) -> None:
    assert recipients(f"UBND tỉnh tặng Bằng khen cho {phrase}.") == expected


@pytest.mark.parametrize(("phrase", "expected"), SUBJECTS)
def test_before_the_verb(phrase: str, expected: list[str]) -> None:
    assert recipients(f"{phrase} vinh dự được tặng Huân chương Lao động hạng Ba.") == expected
