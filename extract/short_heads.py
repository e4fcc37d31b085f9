"""Heads of bodies' names that no list holds, known by their capitals and the place or committee behind them."""

from __future__ import annotations

import re

from extract.view import Doc

SHORT = "short"  # stands for the entry of such a head
# "UBMTTQVN huyện A", "BCHQS tỉnh B", "VP. UBND tỉnh": capitals before a place or a committee head its name; what is
# short for a matter ("NTM xã A") or for a kind of place does not.
_MATTERS = re.compile(
    "NTM|XH|KT|QP|AN|ANTT|OCOP|TDTT|TTATXH|CBCC|CCVC|CNVC|THPT|THCS|TP|TX|HCM|TT|VHVN|PCTT|BTC|GTVT|KTXH|ĐH|CĐ"
)
# It looks back from behind its first letter: re looks fast for letters that a pattern starts with.
_SHORT_HEAD = re.compile(
    r"([A-ZĐ](?<![\w&/.-].)(?<![&-] .)[A-ZĐ]{1,9})"
    r"(?=(?:\. ?| )(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|quận|TP|TX"
    r"|(?:UBND|HĐND)(?= (?:tỉnh|thành phố|huyện|xã|phường|thị xã)))\b)"
)


def with_short_heads(doc: Doc, known: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """The heads known in a Doc (token → token after it, entry), and those that no list holds."""
    for m in _SHORT_HEAD.finditer(doc.text):
        i = doc.token_at(m.start())
        if _MATTERS.fullmatch(m[1]) is None and i < len(doc) and doc.offsets[i] == m.start() and i not in known:
            known[i] = (i + 1 + (doc.words[i + 1] == "."), SHORT)
    return known
