"""Where the bodies of an article are: the one province that it speaks of."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import load
from extract.model import Article
from extract.text import match_form

# In front of a province's name in running text; without one of these, "Hòa Bình" may be a person or a street.
_PLACED = r"(?:tỉnh|thành phố|tp\.?|t\.p|ubnd|ở|tại)\s+"


# Also a person, an order and a prize: the city is called one.
_NEVER_BARE = "hồ chí minh"


# Seas, islands, regions and battles that read like a person's name; provinces are in their own list.
REGIONS = frozenset({
    "Thái Bình Dương", "Đại Tây Dương", "Ấn Độ Dương", "Bắc Băng Dương", "Biển Đông", "Đông Dương", "Đông Nam Á",
    "Đông Nam Bộ", "Đông Bắc Á", "Hoàng Sa", "Trường Sa", "Lý Sơn", "Hoàng Liên", "Hoàng Liên Sơn", "Trường Sơn",
    "Điện Biên Phủ", "Bạch Đằng", "Bạch Long Vĩ", "Châu Âu", "Châu Á", "Châu Phi", "Châu Mỹ", "Châu Đại Dương",
    "Thái Lan", "Triều Tiên", "Vũ Hán", "Mạc Tư Khoa", "La Mã", "La Habana", "Hồ Gươm", "Hồ Tây", "Văn Miếu",
    "Mai Châu", "Mai Sơn", "Mai Dịch", "Lương Sơn", "Thạch Hãn", "Đồng Lộc", "Đồng Khởi", "Đồng Tháp Mười", "Hà Thành",
    "Hà Tiên", "Châu Đốc", "Ninh Kiều", "Cao Lãnh", "Cái Bè", "Cái Răng", "Thái Hà", "Tây Nguyên", "Tây Bắc",
})  # fmt: skip


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {phrase: entry.values["name"] for entry in load("provinces") for phrase in entry.phrases}
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?P<placed>{_PLACED})?(?P<name>{'|'.join(map(re.escape, longest_first))})(?!\w)"), known


def province_of(article: Article) -> tuple[str | None, int]:
    """The province an article speaks of, and how many it names.

    It is the one in the headline, else the only one that the text names as a place. (None, 0) is an article that
    names no province, (None, 2) or more one that names several and puts none in its headline.
    """
    titled = _named(article.title, placed=False)
    named = titled if len(titled) == 1 else titled | _named(article.text, placed=True)
    return (next(iter(named)) if len(named) == 1 else None), len(named)


def _named(text: str, *, placed: bool) -> frozenset[str]:
    pattern, known = _names()
    return frozenset(
        known[found["name"]]
        for found in pattern.finditer(match_form(text))
        if text[found.start("name")].isupper() and (found["placed"] or not (placed or found["name"] == _NEVER_BARE))
    )
