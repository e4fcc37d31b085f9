"""Heads of bodies' names that no list holds, known by their capitals and the place or committee behind them."""

from __future__ import annotations

import re

from extract.view import Doc

SHORT = "short"  # stands for the entry of such a head
# "UBMTTQVN huyện A", "BCHQS tỉnh B", "VP. UBND tỉnh": capitals before a place or a committee head its name; what is
# short for a matter ("NTM xã A") or for a kind of place does not.
_MATTERS = "NTM|XH|KT|QP|AN|ANTT|OCOP|TDTT|TTATXH|CBCC|CCVC|CNVC|THPT|THCS|TP|TX|HCM|TT|VHVN|PCTT|BTC|GTVT|KTXH|ĐH|CĐ"
_SHORT_HEAD = re.compile(
    rf"(?<![\w&/.-])(?<![&-] )(?!(?:{_MATTERS})\b)([A-ZĐ]{{2,10}})"
    r"(?=(?:\. ?| )(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|quận|TP|TX"
    r"|(?:UBND|HĐND)(?= (?:tỉnh|thành phố|huyện|xã|phường|thị xã)))\b)"
)


def with_short_heads(doc: Doc, known: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """The heads known in a Doc (token → token after it, entry), and those that no list holds."""
    found = list(_SHORT_HEAD.finditer(doc.text))
    if found:
        token = {t.idx: t.i for t in doc}
        for m in found:
            i = token.get(m.start())
            if i is not None and i not in known:
                known[i] = (i + 1 + (doc[i + 1].text == "."), SHORT)
    return known
