"""The nations of which persons are told: "huấn luyện viên người Hàn Quốc A", "Đại sứ Nhật Bản B"."""

from __future__ import annotations

from extract.view import Doc

_NAMES = (
    "pháp", "anh", "mỹ", "đức", "nga", "ý", "áo", "bỉ", "úc", "lào", "séc", "cuba", "na uy", "nhật", "nhật bản",
    "hàn", "hàn quốc", "trung quốc", "triều tiên", "mông cổ", "hoa kỳ", "thái", "thái lan", "hà lan", "ba lan",
    "phần lan", "đan mạch", "thụy điển", "thụy sĩ", "bồ đào nha", "tây ban nha", "ấn độ", "ai cập", "nam phi",
    "brazil", "argentina", "chile", "mexico", "venezuela", "serbia", "croatia", "singapore", "malaysia", "indonesia",
    "philippines", "myanmar", "campuchia", "brunei", "australia", "new zealand", "canada", "italy", "italia",
    "hungary", "bulgaria", "romania", "rumani", "slovakia", "ukraine", "belarus", "kazakhstan", "israel", "iran",
    "pakistan", "bangladesh", "qatar", "kuwait", "algeria", "angola", "palestine", "ireland", "hy lạp", "thổ nhĩ kỳ",
    "saudi arabia", "liên bang nga", "vương quốc anh",
)  # fmt: skip
_NATIONS = frozenset(tuple(name.split()) for name in _NAMES)
_OPENS = frozenset(words[0] for words in _NATIONS)
_LONGEST = max(map(len, _NATIONS))


def past_nation(doc: Doc, i: int, limit: int) -> int:
    """The token after the nation named at ``i``; ``i`` where none is."""
    if i >= limit or doc.norms[i] not in _OPENS or not doc.words[i][:1].isupper():
        return i
    ends = (i + n for n in range(min(_LONGEST, limit - i), 0, -1))
    return next((end for end in ends if doc.norms[i:end] in _NATIONS), i)
