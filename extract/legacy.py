"""Letters of the time before Unicode: TCVN3 (ABC) and VNI fonts, and UTF-8 that was taken for windows-1252.

Such a page carries Latin-1 letters that only its font shows as Vietnamese ("c«ng t¸c", "coâng taùc"). Which of the
systems it is, is decided by its letters alone: a reading counts only if it turns words that no Vietnamese syllable
is spelled like into words that one is. TCVN3 writes ư as U+00AD, so this must come before any cleaning.

Tables: TCVN 5712:1993, VN3 (one byte a letter; its capitals are fonts of their own, .VnTimeH, and stay lower case);
VNI-Win (a vowel and the byte of its mark; đ, ơ, ư and some i are single bytes).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from html.entities import name2codepoint

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = (
    "iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uya|uyê|uyu|ia|iê|yê|iu|ai|ao|au|ay|âu|ây|eo|êu|oa|oă|oe|oi|ôi|ơi|"
    "ua|uâ|uă|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?" + f"(?:{_VOWELS})" + "(?:ng|nh|ch|[cmnpt])?"
)
# What a word is made of where any sign may be a letter in disguise.
_WORD = re.compile(
    "[^\\s\x00-\x40\\[-`{-\x7f\u2026\u201c\u201d\u2013]*[^\\s\x00-\x7f\u2026\u201c\u201d\u2013][^\\s\x00-\x40\\[-`{-\x7f\u2026\u201c\u201d\u2013]*"
)


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word of any case, composed or not, is spelled like one Vietnamese syllable."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(parts.count(tone) for tone in _TONES)
    bare = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def spelled(text: str) -> tuple[int, int]:
    """How many words with a letter beyond ASCII are Vietnamese syllables, and how many there are."""
    words: list[str] = _WORD.findall(text)
    return sum(map(is_syllable, words)), len(words)


# 0xA1 … 0xFE; a point where only VN2 has a letter (its accented capitals).
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđ.\u0300\u0309\u0303\u0301\u0323àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù"
    ".ủũúụừửữứựỳỷỹýỵ"
)
_FROM_TCVN3 = {0xA1 + i: letter for i, letter in enumerate(_TCVN3) if letter != "."}


def tcvn3(text: str) -> str:
    """Latin-1 letters of a TCVN3 page → what its font shows."""
    return unicodedata.normalize("NFC", text.translate(_FROM_TCVN3))


def _vni_pairs() -> dict[str, str]:
    acute, grave, tilde, hook, dot = "\u0301", "\u0300", "\u0303", "\u0309", "\u0323"
    tones = dict(zip("ùøûõï", (acute, grave, hook, tilde, dot), strict=True))
    circumflex = {"â": "", **dict(zip("áàåãä", (acute, grave, hook, tilde, dot), strict=True))}
    breve = {"ê": "", **dict(zip("éèúüë", (acute, grave, hook, tilde, dot), strict=True))}
    pairs = {vowel + mark: vowel + tone for vowel in "aeouy" for mark, tone in tones.items()}
    pairs |= {base + mark: shown + tone for base, shown in (("ô", "ơ"), ("ö", "ư")) for mark, tone in tones.items()}
    pairs |= {vowel + mark: vowel + "\u0302" + tone for vowel in "aeo" for mark, tone in circumflex.items()}
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in breve.items()}
    pairs |= {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    return {pair: unicodedata.normalize("NFC", letter) for pair, letter in pairs.items()}


_FROM_VNI = _vni_pairs()
_VNI = re.compile("|".join(sorted(_FROM_VNI, key=len, reverse=True)), re.IGNORECASE)


def _vni_letter(match: re.Match[str]) -> str:
    # The case is the base's: marks typed without shift stand behind capitals too.
    letter = _FROM_VNI[match[0].lower()]
    return letter.upper() if match[0][0].isupper() else letter


def vni(text: str) -> str:
    """Latin-1 letters of a VNI page → what its font shows."""
    return _VNI.sub(_vni_letter, text)


def _continuation(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:  # the five bytes that windows-1252 leaves out pass as controls
        return chr(byte)


_BYTES = {_continuation(byte): byte for byte in range(0x80, 0x100)}
_LEADS = "".join(c for c, byte in _BYTES.items() if 0xC2 <= byte <= 0xF4)
_FOLLOWS = re.escape("".join(c for c, byte in _BYTES.items() if byte < 0xC0))
_DOUBLED = re.compile(f"[{_LEADS}][{_FOLLOWS}]{{1,3}}")


def _undoubled(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[c] for c in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def doubled(text: str) -> str:
    """UTF-8 that was read as windows-1252 and written as UTF-8 again → what it was; only whole sequences change."""
    return _DOUBLED.sub(_undoubled, text)


SYSTEMS: tuple[tuple[str, Callable[[str], str]], ...] = (("tcvn3", tcvn3), ("vni", vni), ("utf-8 twice", doubled))

_EVIDENCE = 8  # words that only the other reading makes Vietnamese
_ENTITIES = {name: code for name, code in name2codepoint.items() if 0xA1 <= code <= 0xFF}
_ENTITY = re.compile(rf"&(?:#(1[6-9]\d|2[0-4]\d|25[0-5])|({'|'.join(_ENTITIES)}));")
# Letters and signs of Latin-1 and windows-1252 that Vietnamese in Unicode does not use.
_STRANGE = re.compile(
    r"[\u00a1-\u00bfÄ-ÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020-\u2022\u2030]"
)
_BLOCK = re.compile(r"(</?(?:p|div|td|th|tr|table|li|ul|ol|h[1-6]|br|body|title|head|option|a)\b[^>]*>)", re.IGNORECASE)


_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")  # of the letters of Vietnamese, those beyond Latin-1


def _gain(old: str, new: str, before: tuple[int, int]) -> int:
    """How many words more are Vietnamese in the new reading; less than none where it cannot be the right one."""
    if new == old:
        return 0
    if _UNICODE.search(old):
        return -1
    good, total = spelled(new)
    return good - before[0] if good >= 0.8 * total else min(good - before[0], -1)


def _plain(match: re.Match[str]) -> str:
    return chr(int(match[1]) if match[1] else _ENTITIES[match[2]])


def recover(html: str) -> tuple[str, str] | None:
    """A page whose letters are those of an older system, in Unicode, and the system's name; None for all others.

    Each stretch between block tags is decided for itself, since new frames surround old texts; a stretch that reads
    as well both ways follows the rest of the page.
    """
    if len(_STRANGE.findall(html)) + len(_ENTITY.findall(html)) < _EVIDENCE:
        return None
    originals = _BLOCK.split(html)
    pieces = [_ENTITY.sub(_plain, piece) for piece in originals]
    before = [spelled(piece) for piece in pieces]
    if sum(total - good for good, total in before) < _EVIDENCE:
        return None
    best: tuple[int, str, list[str], list[int]] | None = None
    for name, system in SYSTEMS:
        after = [system(piece) if total else piece for piece, (_, total) in zip(pieces, before, strict=True)]
        gains = [_gain(*stretch) for stretch in zip(pieces, after, before, strict=True)]
        won = sum(gain for gain in gains if gain > 0)
        if won >= _EVIDENCE and (best is None or won > best[0]):
            best = won, name, after, gains
    if best is None:
        return None
    won, name, after, gains = best
    whole = won > sum(good for (good, _), gain in zip(before, gains, strict=True) if gain <= 0)
    taken = (
        new if gain > 0 or (whole and gain == 0) else old
        for old, new, gain in zip(originals, after, gains, strict=True)
    )
    return "".join(taken), name
