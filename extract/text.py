"""The text layer: one stored form (NFC), one equal-length form to match on, two folded forms to search with.

Vietnamese writes one syllable in several ways: composed or decomposed marks, the tone on either vowel
of an open *oa/oe/uy* (hòa/hoà, ủy/uỷ; both are in print, Decision 240/QĐ of 1984 prefers hoà), i or y as
the only vowel (kĩ/kỹ), several quotes and dashes. Facts are stored as written and compared as matched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from extract.model import Block, BlockKind

BLOCK_SEPARATOR = "\n\n"

# Zero-width, control and direction characters carry no meaning in a newspaper's text, but break words or turn them
# about: a soft hyphen inside "Khối" hides it from every rule. TAB and NEWLINE stay.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def normalise(text: str) -> str:
    """The form that is stored: NFC, no invisible characters, Đ written as Đ (old pages print the Icelandic Ð)."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").replace("\u00f0", "đ")


def compose(parts: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Join typed parts, in page order, into an article's text and the blocks that type it; empty parts vanish."""
    blocks: list[Block] = []
    texts: list[str] = []
    position = 0
    for kind, raw in parts:
        text = normalise(raw).strip()
        if not text:
            continue
        blocks.append(Block(kind=kind, start=position, end=position + len(text)))
        texts.append(text)
        position += len(text) + len(BLOCK_SEPARATOR)
    return BLOCK_SEPARATOR.join(texts), tuple(blocks)


def _tone_pairs() -> dict[str, str]:
    """Late tone placement → early: ``oà`` → ``òa``, ``uỷ`` → ``ủy`` (both lower case, both two letters)."""
    compose = unicodedata.normalize
    return {
        first + compose("NFC", second + tone): compose("NFC", first + tone) + second
        for first, second in ("oa", "oe", "uy")
        for tone in _TONES
    }


_PAIRS = _tone_pairs()
# Only an open syllable moves its tone: hoàn and khoẻn keep theirs, and so does quý, whose u is part of qu. The
# pattern starts with its letters, for which re looks fast, and looks back from behind them.
_LATE_TONE = re.compile(rf"[{''.join({p[0] for p in _PAIRS})}](?<!q.)[{''.join({p[1] for p in _PAIRS})}](?!\w)")
_SAME_LENGTH = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t", " "),
    "\u00d0": "đ",
}
_OTHER_SIGN = re.compile(f"[{''.join(_SAME_LENGTH)}]")


def _lower(text: str) -> str:
    """Lower case, one code point for one (``İ`` would become two)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def match_form(text: str) -> str:
    """The form that rules match: lower case, early tone, the usual one of i and y, straight quotes and dashes; as long.

    A span of the match form is therefore the same span of the text.
    """
    lowered = _lower(_OTHER_SIGN.sub(_same_sign, text))
    return _OTHER_VOWEL.sub(_usual_vowel, _LATE_TONE.sub(_early_tone, lowered))


# Of the syllables that i and y both spell, the one that newspapers print less: rules are written in the other one.
_USUAL_VOWEL = {
    "kí": "ký",
    "kì": "kỳ",
    "kĩ": "kỹ",
    "kỉ": "kỷ",
    "lí": "lý",
    "mĩ": "mỹ",
    "tỉ": "tỷ",
    "sỹ": "sĩ",
    "qui": "quy",
    "quí": "quý",
}
_OTHER_VOWEL = re.compile(rf"[klmtsq](?<!\w.)(?:{'|'.join(s[1:] for s in _USUAL_VOWEL)})(?!\w)")


def _usual_vowel(match: re.Match[str]) -> str:
    return _USUAL_VOWEL.get(match[0], match[0])


def spellings(form: str) -> tuple[str, ...]:
    """A lower-case phrase and, where it holds a syllable that i and y both spell, the phrase in the other spelling."""
    other = form
    for rare, usual in _USUAL_VOWEL.items():
        other = re.sub(rf"\b{usual}\b", rare, other)
    return (form,) if other == form else (form, other)


def _same_sign(match: re.Match[str]) -> str:
    return _SAME_LENGTH[match[0]]


def _early_tone(match: re.Match[str]) -> str:
    return _PAIRS.get(match[0], match[0])


# i and y spell the same vowel after these consonants when it stands alone: kĩ/kỹ, lí/lý, mĩ/mỹ, quí/quý, sĩ/sỹ, tỉ/tỷ.
_I_OR_Y = re.compile(r"\b(h|k|l|m|s|t|v|qu)([iìíĩỉị])\b")
_TO_Y = str.maketrans("iìíĩỉị", "yỳýỹỷỵ")


def index_form(text: str) -> str:
    """The exact search form: what is typed with diacritics finds every spelling of the same syllable."""
    return _I_OR_Y.sub(lambda m: m[1] + m[2].translate(_TO_Y), match_form(unicodedata.normalize("NFC", text)))


def last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern in a text ends; -1 where there is none."""
    return max((m.end() for m in pattern.finditer(text)), default=-1)


@cache
def _bare(character: str) -> str:
    if character in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


class _Bare(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _bare(chr(code))
        return self[code]


_TO_BARE = _Bare()


def fold(text: str) -> str:
    """The unmarked search form: no diacritics, đ as d, i/y unified; as many words as :func:`index_form`."""
    return index_form(text).translate(_TO_BARE)
