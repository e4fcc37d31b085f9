"""Forms said again without their name: "danh hiệu này", "danh hiệu cao quý trên".

Such words mean the title told last, where the sentences just before them tell of only one.
"""

from __future__ import annotations

import re

from extract.facts.award_forms import FLAGS, LAYER, entries
from extract.view import Doc, Match

_POINTS = re.compile(r"\bdanh hiệu (?:(?:cao quý|vinh dự|đặc biệt|nói) )*(?:này|ấy|trên|đó)\b")
_NEAR = 3  # sentences before the pointer in which the title is told


def point_back(doc: Doc) -> None:
    """Add to the forms of a Doc those that a pointer repeats; titles that bear a level or a class are left out."""
    spans = doc.spans(LAYER)
    sentences = doc.sents
    found: list[Match] = []
    for m in _POINTS.finditer(doc.form):
        words = doc.char_span(m.start(), m.end())
        before = [s for s in sentences if s.start_char <= m.start()][-_NEAR - 1 :]
        told = {s.id_ for s in spans if before[0].start <= s.start < words.start}
        meant = told.pop() if len(told) == 1 else None
        if meant is not None and _is_plain_title(meant):
            found.append((words.start, words.end, meant))
    if found:
        doc.matches[LAYER] = [*doc.matches[LAYER], *found]


def _is_plain_title(id_: str) -> bool:
    values = entries()[id_].values
    return str(values["kind"]).startswith("danh hiệu") and id_ not in FLAGS | {"cstd_bo_tinh", "cong_dan_uu_tu"}
