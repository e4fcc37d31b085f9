"""Addresses behind a name: "ông A, thôn B, xã C, huyện D", "ông A ở xã B, Lam Giang", "thôn A, xã B".

A place that follows a person in commas is where the person lives, never another recipient. The places of an address
rise from the hamlet to the province; so a place behind a smaller one is where that one lies, while a list holds
equals. Behind "và" stands an equal: there an address ends.
"""

from __future__ import annotations

from extract.facts.persons import past_titles
from extract.facts.recipient_names import Recipient
from extract.names import PROVINCES, head_at, person_at, person_end, starts
from extract.view import Doc

_HAMLET, _COMMUNE, _DISTRICT, _PROVINCE = 1, 2, 3, 4
_LEVELS: dict[tuple[str, ...], int] = {
    **dict.fromkeys(
        (("thôn",), ("bản",), ("ấp",), ("buôn",), ("làng",), ("khóm",), ("xóm",), ("sóc",), ("phum",), ("khu", "phố"),
         ("khu", "dân", "cư"), ("tổ", "dân", "phố"), ("tdp",), ("tổ",), ("khu",), ("đội",), ("số", "nhà")),
        _HAMLET,
    ),
    **dict.fromkeys((("xã",), ("phường",), ("thị", "trấn"), ("đặc", "khu")), _COMMUNE),
    **dict.fromkeys((("huyện",), ("quận",), ("thị", "xã"), ("thành", "phố"), ("tp",), ("tp.",), ("tx",)), _DISTRICT),
    ("tỉnh",): _PROVINCE,
}  # fmt: skip
_LIVES = (("ở",), ("tại",), ("trú",), ("ngụ",), ("quê",), ("cư", "trú"), ("thường", "trú"), ("sinh", "sống"))
_LONGEST_NAME = 5  # syllables of a place
_NUMBERED = frozenset({("tổ",), ("khu",), ("đội",)})  # with a name these are bodies: "tổ Bông Lúa"
_OFFICES = frozenset({"đoàn", "ủy", "hội", "đội"})  # "Tỉnh Đoàn" is no place


def place_level(doc: Doc, i: int, limit: int) -> tuple[int, int] | None:
    """(token after the place whose word stands at ``i``, its level: hamlet 1, commune 2, district 3, province 4)."""
    norms, words = doc.norms, doc.words
    word = next((norms[i : i + n] for n in (3, 2, 1) if norms[i : i + n] in _LEVELS), None)
    if word is None:
        return None
    at = i + len(word)
    if at < limit and words[at] == ".":
        at += 1
    if at < limit and norms[at] == "số":
        at += 1
    if at >= limit or norms[at] in _OFFICES or (word in _NUMBERED and not words[at][0].isdigit()):
        return None
    end = _name(doc, at, limit)
    return (end, _LEVELS[word]) if end > at else None


def _name(doc: Doc, at: int, limit: int) -> int:
    """The token after the capitals or the one number at ``at``."""
    words = doc.words
    if at < limit and words[at][0].isdigit():
        return at + 1
    end = at
    while end < min(limit, at + _LONGEST_NAME) and words[end][:1].isupper() and not words[end].isspace():
        if end > at and (head_at(doc, end) is not None and words[end].isupper()):
            break
        end += 1
    return end


def past_address(doc: Doc, i: int, limit: int, above: int = 0) -> int:
    """The token after the address at ``i``, ``i`` where there is none; its first place lies above level ``above``.

    The address may open with "," or with a verb of living; a bare name behind a place ends it ("xã A, Lam Giang").
    """
    words, norms = doc.words, doc.norms
    at = i + 1 if i < limit and words[i] in {",", "-", "–"} else i
    lives = False
    while (verb := next((v for v in _LIVES if norms[at : at + len(v)] == v), None)) is not None and at < limit:
        at, lives = at + len(verb), True
    if at == i:
        return i
    level, end = above, i
    while at < limit:
        place = place_level(doc, at, limit)
        if place is None:
            bare = _bare_place(doc, at, limit) if end > i else at
            return bare if bare > at else end
        if place[1] <= level:
            return end
        end, level = place
        at = end + (end < limit and (words[end] == "," or norms[end] == "thuộc"))
        if lives and end < limit and norms[end] == "và" and place_level(doc, end + 1, limit):
            return _joined(doc, end + 1, limit)
    return end


def past_nested(doc: Doc, start: int, i: int, limit: int) -> int:
    """The token after the places around the one with which the name ``start:i`` ends.

    "thôn A, xã B", "Công an xã A, huyện B", "Trường C, Hà Giang" are one; "xã A, xã B" are two.
    """
    if i >= limit or doc.words[i] != ",":
        return i
    provinces = starts(doc, "provinces")
    around = provinces.get(i + 1) if not doc.norms[i - 1].endswith("hcm") else None
    if around is not None and not any(j in provinces and provinces[j][0] == i for j in range(max(start, i - 6), i)):
        alone = around[0] >= limit or doc.words[around[0]] != "," or around[0] + 1 not in provinces
        closed = around[0] >= limit or not doc.words[around[0]][:1].isupper()
        return around[0] if alone and closed and around[0] <= limit else i
    for j in range(i - 1, max(start, i - _LONGEST_NAME - 3) - 1, -1):
        own = place_level(doc, j, i)
        if own is not None and own[0] == i:
            return past_address(doc, i, limit, own[1])
    return i


def _joined(doc: Doc, i: int, limit: int) -> int:
    """ "sống ở xã A và xã B": both places are the address."""
    place = place_level(doc, i, limit)
    return place[0] if place else i


def _bare_place(doc: Doc, i: int, limit: int) -> int:
    """The token after a name behind the "," of an address that is a place without its word; ``i`` where it is none.

    "…, xã A, Vũ Lam": a person's name has a title, three syllables, or an address of its own.
    """
    words = doc.words
    if not words[i][:1].isupper() or words[i - 1] != "," or past_titles(doc, i, limit) > i:
        return i
    province = starts(doc, "provinces").get(i)
    end = province[0] if province else i
    while not province and end < limit and words[end].istitle() and words[end].isalpha():
        end += 1
    if end - i > 3 or end == i or (head_at(doc, i) is not None and not province):
        return i
    person = person_at(doc, i, limit) is not None and not province
    if person and (end - i > 2 or person_end(doc, i, limit) != end):
        return i
    behind = end + 1 if end < limit and words[end] in {",", "-", "–", "("} else end
    told = behind > end and behind < limit and (behind in starts(doc, "posts") or place_level(doc, behind, limit))
    return i if told and not (province and place_level(doc, behind, limit) is None) else end


def ends_with_place(doc: Doc, start: int, end: int) -> bool:
    """Whether tokens ``start:end`` end with the name of a place: "ở thôn Đông", "xã A"."""
    name = end
    while name > start and doc.words[name - 1][0].isupper():
        name -= 1
    # "Thôn Đông": the word for the place may open the sentence.
    before = name - 1 if name > start else name
    if name == start and name < end and doc.norms[name] in _PLACE_WORDS:
        return end - name > 1
    return name < end and before >= start and doc.norms[before] in _PLACE_WORDS


# fmt: off
_PLACE_WORDS = frozenset({
    "thôn", "ấp", "bản", "buôn", "làng", "khóm", "xã", "phường", "huyện", "quận", "tỉnh", "phố", "trấn", "đội",
})
# fmt: on


_PROVINCES = frozenset(PROVINCES.values())


def is_place(item: Recipient) -> bool:
    """Whether a named recipient is a place ("quận B", "Hà Nội"), which may be part of an address."""
    return item.text is not None and (item.text[:1].islower() or item.text in _PROVINCES)
