"""Heads and parts of names: the layers of the lexicon, where a body's name begins, names written out in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lexicon import load
from extract.model import Span
from extract.short_heads import SHORT, with_short_heads
from extract.text import match_form
from extract.view import Doc

LAYERS = ("fields", "honorifics", "organizations", "posts", "provinces", "stops", "surnames")

PERSON = "person"
LOCALITY = "locality"
KINDS = {entry.id: entry.values["kind"] for entry in load("organizations")} | {SHORT: "office"}
PROVINCES = {entry.id: entry.values["name"] for entry in load("provinces")}
DASHES = frozenset("-–—/")
# Lower-case heads open a name only where the next syllable is a capital ("sở Xây dựng", never "hội viên").
_LOWER = frozenset({LOCALITY, "department", "ministry", "union", "school", "company", "bank", "office"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a Doc: tokens ``start:end``, its full form, and its kind ("person", or a body's kind)."""

    start: int
    end: int
    text: str
    kind: str


def starts(doc: Doc, layer: str) -> dict[int, tuple[int, str]]:
    """Where the longest match of a layer starts: token → (token after it, id of the entry)."""
    known = doc.starts.get(layer)
    if known is None:
        known = {}
        for start, end, entry in doc.matches.get(layer, ()):
            known.setdefault(start, (end, entry))  # the longest comes first
        if layer == "organizations":
            known = with_short_heads(doc, known)
        doc.starts[layer] = known
    return known


def span_of(doc: Doc, start: int, end: int) -> Span:
    """The span of tokens ``start:end`` in code points, without white space at its ends."""
    while end > start and doc.words[end - 1].isspace():
        end -= 1
    while start < end and doc.words[start].isspace():
        start += 1
    return Span(start=doc.offsets[start], end=doc.offsets[end - 1] + len(doc.words[end - 1]))


@cache
def _abbreviation_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    full = {phrase: entry.values["full"] for entry in load("abbreviations") for phrase in entry.phrases}
    longest_first = sorted(full, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first))
    # "TP.Hải Phòng": behind a full stop the name may follow at once.
    return re.compile(rf"(?<![\w&])(?:{alternatives})(?:(?<=\.)|(?!\w))", re.IGNORECASE), full


# "Công an H.Sơn Hà", "UBND Q.3": a letter and a full stop before a name or a number.
_SHORT_PLACES = {"H": "huyện", "Q": "quận", "P": "phường", "X": "xã"}
_SHORT_PLACE = re.compile(r"(?<![\w&.])([HQPX])\.\s?(?=[A-ZĐÂĂÊÔƠƯ]\w|\d{1,2}\b)")


def short_place_at(doc: Doc, i: int, limit: int) -> bool:
    """Whether the letter at ``i`` stands for a kind of place, which a name or a number follows behind its full stop."""
    words = doc.words
    if i + 2 >= limit or words[i] not in _SHORT_PLACES or words[i + 1] != "." or words[i - 1] == ".":
        return False
    following = words[i + 2]
    return following.isdigit() or (len(following) > 1 and capital(following) and following.isalpha())


# Abbreviations that nothing else is written like, in whatever letters: "Tp. Huế", "Cty cổ phần A".
_ANY_CASE = frozenset({"tp", "tx", "cty", "tcty"})


@lru_cache(maxsize=4096)
def expand(name: str) -> str:
    """A name with its abbreviations written out, without quotes, white space single."""
    pattern, full = _abbreviation_pattern()

    def written_out(match: re.Match[str]) -> str:
        short = match[0]
        if not any(map(str.isupper, short.split())) and match_form(short).rstrip(".") not in _ANY_CASE:
            return short
        return full[match_form(short)] + (" " if short.endswith(".") else "")

    name = re.sub(r"[“”\"«»]| \([A-ZĐ]{2,5}\)(?=.)", "", name)
    name = _SHORT_PLACE.sub(lambda m: _SHORT_PLACES[m[1]] + " ", name)
    name = re.sub(r"\b(Bà Rịa) ?[-–] ?(?=Vũng Tàu\b)", r"\1 - ", name)
    return re.sub(r"\s+", " ", pattern.sub(written_out, name)).strip(" ,;:.")


def capital(word: str) -> bool:
    return word[:1].isupper()


def is_stop(doc: Doc, i: int) -> bool:
    """Whether a word that ends names stands at ``i``."""
    return i in starts(doc, "stops") and doc.words[i][:1].islower()


def head_at(doc: Doc, i: int) -> tuple[int, str] | None:
    """The head of a body's name at ``i``: (token after it, kind); a lower-case head needs a capital after it."""
    found = starts(doc, "organizations").get(i)
    if found is None:
        return None
    end, entry = found
    kind, words = KINDS[entry], doc.words
    if capital(words[i]):
        return end, kind
    if kind not in _LOWER:
        # Papers write "công an" small as well: "công an huyện A", "giấy khen của công an tỉnh".
        return (end, kind) if doc.norms[i:end] == ("công", "an") and _before_place(doc, end) else None
    if any(map(capital, words[i + 1 : end])):
        return end, kind  # "trường Cao đẳng nghề A"
    following = end
    while following < len(words) and words[following] in {".", ":"}:
        following += 1
    return (end, kind) if following < len(words) and capital(words[following]) else None


def _before_place(doc: Doc, i: int) -> bool:
    """Whether a kind of place stands at ``i`` with its name behind it, or with what ends a name."""
    found = starts(doc, "organizations").get(i)
    if found is None or KINDS[found[1]] != LOCALITY:
        return short_place_at(doc, i, len(doc))
    end = found[0]
    return end >= len(doc) or not doc.words[end][0].islower() or is_stop(doc, end)


def is_word(word: str) -> bool:
    """Whether a token is a word of letters; "H’leo" and "T.Ư" are."""
    return word.isalpha() or (len(word) > 2 and word[1] in "'’.")


def capitals(doc: Doc, i: int, limit: int) -> int:
    """The token after the run of capitalised words at ``i``."""
    words = doc.words
    while i < limit and words[i][0].isupper() and is_word(words[i]):
        i += 1
    return i
