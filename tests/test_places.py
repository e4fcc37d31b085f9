"""The province that an article speaks of."""

from __future__ import annotations

import pytest

from extract.annotation import article_from_json
from extract.places import province_of


@pytest.mark.parametrize(
    ("title", "text", "province", "named"),
    [
        ("Quảng Ngãi trao Cờ thi đua", "Chủ tịch UBND tỉnh Bình Định đến dự.", "Quảng Ngãi", 1),
        ("Trao Cờ thi đua", "Tại tỉnh Quảng Ngãi, Sở Y tế nhận cờ; UBND tỉnh Quảng Ngãi chúc mừng.", "Quảng Ngãi", 1),
        ("Trao Cờ thi đua", "Đoàn của tỉnh Phú Yên và tỉnh Bình Định cùng dự.", None, 2),
        ("Trao Cờ thi đua", "Ông Trần Hòa Bình mong muốn hòa bình.", None, 0),
        ("Công an hai tỉnh Sơn La, Lai Châu ký kết", "Lễ ký diễn ra tại tỉnh Sơn La.", None, 2),
        ("Gặp mặt cuối năm", "Sáng nay, tại TP. Hồ Chí Minh, cụm họp mặt.", "Hồ Chí Minh", 1),
        ("Trao Huân chương Hồ Chí Minh", "Lễ trao diễn ra tại Cà Mau.", "Cà Mau", 1),
    ],
)
def test_province(title: str, text: str, province: str | None, named: int) -> None:
    assert province_of(article_from_json({"title": title, "text": text})) == (province, named)
