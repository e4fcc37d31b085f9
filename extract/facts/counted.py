"""A number of recipients, or the names it counts where all of them follow."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.counted_lists import all_named
from extract.facts.kinds import COUNT, PRONOUNS, count_of, kind_of
from extract.facts.recipient_names import (
    PLACES,
    Recipient,
    matched_words,
    several_with_one_head,
    skip_brackets,
    token_at,
)
from extract.facts.reference import listed_together
from extract.names import PROVINCES, body_at, expand, head_at, name_end, person_end
from extract.view import Doc


def counted(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """The number and kind at ``i``, or the names it counts, and the token after them."""
    m = COUNT.match(matched_words(doc, i, min(limit, i + 16)))
    if m is None:
        return None
    count = count_of(m[1])
    if i > 1 and doc.words[i - 1] == "/":
        among = int(doc.words[i - 2]) if doc.words[i - 2].isdigit() and not _is_day(doc, i - 2) else 0
        kept = "giữ" in doc.norms[i : i + 8]  # "4/4 làng giữ vững danh hiệu": none is given one
        count = among if among < count + (not kept) else 0  # "12/15 thôn": twelve of them
    if count == 0 or count > 500_000 or _is_year(doc, i, m[1]):
        return None
    end = token_at(doc, i, m.end())
    nouns = [m[2], *re.findall(r"[^,/]+", re.sub(r"\bvà\b", ",", m[3]))]
    kinds = {kind_of(noun.strip()) for noun in nouns if noun.strip()}
    kind = kinds.pop() if len(kinds) == 1 else "group"
    names = _names_after(doc, end, limit, nouns[-1].strip(), count) or _named_before(doc, i, limit, m)
    if names is not None:
        return names
    points_back = m[2] in PRONOUNS and not m[3] and (count < _MANY or m[2] not in _PUPILS)
    if points_back or (end < limit and doc.norms[end] in {"này", "ấy"}):
        return None  # those told before, and nobody knows who
    return [Recipient(start=i, end=end, text=None, kind=kind, count=count)], _tail(doc, end, limit)


# "hai em" are those told before; "cho 8 em" counts.
_MANY, _PUPILS = 4, frozenset({"em", "cháu"})


def _is_day(doc: Doc, i: int) -> bool:
    """ "ngày 10/10 đơn vị …": a day, not ten of ten."""
    return i > 0 and doc.norms[i - 1] in {"ngày", "sáng", "chiều", "tối", "trưa", "đến", "từ", "nay", "qua", "và"}


def _is_year(doc: Doc, i: int, number: str) -> bool:
    """A year is told behind "năm", or behind another year of a list ("2018, 2019, 2020 Sở A")."""
    if not (number.isdigit() and 1900 < int(number) < 2100):
        return False
    listed = i > 1 and doc.norms[i - 1] in {",", "và", "-", "–"} and re.fullmatch(r"(?:19|20)\d\d", doc.words[i - 2])
    return doc.norms[i - 1] == "năm" or bool(listed)


_SAID_BEFORE = frozenset({"này", "trên", "ấy", "nói"})


def _named_before(doc: Doc, i: int, limit: int, m: re.Match[str]) -> tuple[list[Recipient], int] | None:
    """ "hai ông", "2 sinh viên trên": the persons whom the article has named together, when it is that many."""
    noun, count, end = m[2], count_of(m[1]), token_at(doc, i, m.end())
    pointed = end < limit and doc.norms[end] in _SAID_BEFORE
    if kind_of(noun) != "person" or not (noun in PRONOUNS or pointed) or not 2 <= count <= 6:
        return None
    if not pointed and end < limit and doc.words[end].isalpha() and doc.words[end][:1].isupper():
        return None
    names = listed_together(doc, i, count)
    while end < limit and doc.norms[end] in _SAID_BEFORE:
        end += 1
    items = [Recipient(start=i, end=end, text=name, kind="person", count=1) for name in names]
    return (items, end) if items else None


_LISTED = re.compile(r"^[^;.:(]{0,90}?(?:\s*(?::|gồm|bao gồm|là|gồm có|sau)\s*:?)\s")
_BRACKETED = re.compile(r"^[^;.:,()]{0,90}?\((?:gồm:?\s)?")
_PARTIAL = re.compile(r"^[^;.:]{0,40}?(?:trong đó có|trong đó|như)\s")


def _names_after(doc: Doc, end: int, limit: int, noun: str, count: int) -> tuple[list[Recipient], int] | None:
    """ "hai huyện A và B", "3 tập thể: A, B, C và 5 cá nhân", "2 tập thể xuất sắc (A; B)": all the names counted."""
    if end < limit and doc.words[end][:1].isupper() and count <= 12:
        found = _bare_names(doc, end, limit, noun, count)
        if found is None and kind_of(noun) == "person":
            found = all_named(doc, end, limit, kind_of(noun), count)  # "2 ông A - Trưởng thôn B và C - Trưởng thôn D"
        if found is not None:
            return found
    if end < limit and head_at(doc, end) is not None and 1 < count <= 12:
        several = several_with_one_head(doc, end, limit)  # "3 đơn vị Hội Nông dân các huyện: A, B, C"
        if several is not None and len(several[0]) == count:
            return several
    text = matched_words(doc, end, min(limit, end + 40))
    if _PARTIAL.match(text) or count > 40:
        return None
    for opening in (_LISTED, _BRACKETED):
        m = opening.match(text + " ")
        if m is None:
            continue
        at = token_at(doc, end, m.end())
        read = all_named(doc, at, limit, kind_of(noun), count)
        if read is None:
            continue
        names, stop = read
        names = under_head(doc, end - 1, names)
        if opening is _BRACKETED:
            if stop >= limit or doc.words[stop] != ")":
                continue
            stop += 1
        return names, stop
    return None


def under_head(doc: Doc, noun: int, names: list[Recipient]) -> list[Recipient]:
    """ "8 Sở Y tế gồm: A, B …": bodies called by their provinces alone take the head that is counted, at ``noun``."""
    end = name_end(doc, noun + 1, len(doc)) if doc.words[noun + 1][:1].isupper() else noun + 1
    head = expand(doc.between(noun, end))
    if end == noun + 1 or not all(r.text in _PROVINCES for r in names):
        return names
    return [replace(r, text=f"{head[:1].upper()}{head[1:]} {r.text}") for r in names]


_PROVINCES = frozenset(PROVINCES.values())


def _bare_names(doc: Doc, at: int, limit: int, noun: str, count: int) -> tuple[list[Recipient], int] | None:
    names: list[Recipient] = []
    stop = at
    while len(names) < count and at < limit:
        if kind_of(noun) == "person":
            person = person_end(doc, at, limit, known=True)
            end = person or at
            text = doc.between(at, end)
        else:
            end = at
            while end < limit and doc.words[end].isalpha() and doc.words[end][:1].isupper() and end - at < 5:
                end += 1
            text = f"{noun[:1].upper() + noun[1:] if not PLACES.match(noun) else noun} {expand(doc.between(at, end))}"
            nested = head_at(doc, at)
            if nested is not None and (body := body_at(doc, at, limit)) is not None:
                end, text = body.end, body.text
        if end <= at:
            return None
        names.append(
            Recipient(
                start=at, end=end, text=text, kind="person" if kind_of(noun) == "person" else "organization", count=1
            )
        )
        stop = end = skip_brackets(doc, end, limit)
        if end < limit and doc.norms[end] in {",", "và"}:
            at = end + 1
        else:
            break
    return (names, stop) if len(names) == count else None


# fmt: off
_ENDS_TAIL = frozenset({
    "và", "được", "nhận", "đón", "vinh", "đạt", "đã", "vừa", "tặng", "trao", "vì", "do", "cùng",
})
# fmt: on
_AUXILIARIES = frozenset({"đã", "vừa", "cũng", "đều", "vinh", "dự", "lần", "lượt"})


def _to_verb(doc: Doc, i: int, limit: int) -> int | None:
    """Where the verb stands to which a relative clause runs: "8 học sinh đạt điểm “tốt” (2 năm) [đã được tặng]"."""
    closing = {"(": ")", "“": "”", '"': '"'}
    waits = ""
    norms, words = doc.norms, doc.words
    for j in range(i, min(limit, i + 28)):
        if waits:
            waits = "" if words[j] == waits else waits
        elif words[j] in closing:
            waits = closing[words[j]]
        elif words[j] in {",", ";", ":", "."} or norms[j] in {"và", "cùng"} or words[j].isspace():
            if not _joins_kinds(doc, i, j, limit):
                return None
        elif norms[j] in {"được", "nhận"}:
            verb = next(k for k in range(j, i - 1, -1) if k == i or norms[k - 1] not in _AUXILIARIES)
            return verb if verb > i else None
    runs_out = i < limit < min(len(norms), i + 28) and norms[limit] in _AUXILIARIES | {"được", "nhận"}
    return limit if runs_out else None


def _joins_kinds(doc: Doc, i: int, j: int, limit: int) -> bool:
    """ "17 đồng chí ở các cơ quan, đơn vị [Sở A]": a mark between two common nouns behind "các" parts no items."""
    words, norms = doc.words, doc.norms
    if norms[j] not in {",", "và"} or j + 1 >= limit or not words[j - 1].islower() or not words[j + 1].islower():
        return False
    if norms[j + 1] in _ENDS_TAIL or COUNT.match(matched_words(doc, j + 1, min(limit, j + 10))):
        return False
    return any(norms[k] in {"các", "những", "nhiều"} for k in range(max(i, j - 4), j)) or (
        j - 2 > i and norms[j - 2] in {",", "và"} and _joins_kinds(doc, i, j - 2, limit)
    )


def _tail(doc: Doc, i: int, limit: int) -> int:
    """The token after what qualifies a counted recipient: "khác", "của các huyện", "có thành tích … [được tặng]"."""
    i = skip_brackets(doc, i, limit)
    text = matched_words(doc, i, min(limit, i + 28))
    if limit > i and text[:1].isalpha() and not text.startswith(("được ", "nhận ", "đã ", "vừa ", "tại ", "với ")):
        # A relative clause runs to the verb the number is the subject of: "8 học sinh đạt điểm cao được tặng …".
        verb = _to_verb(doc, i, limit)
        if verb is not None:
            return verb
        if limit <= i + 24 and text.startswith(_ACHIEVING) and not re.search(r"[;:]|\bvà\b", text):
            return limit
    stop = i
    while stop < min(limit, i + 14) and not doc.words[stop].isspace():
        if doc.words[stop] in {",", ";", ":", "."} or doc.norms[stop] in _ENDS_TAIL:
            break
        stop += 1
    return stop


_ACHIEVING = ("đạt thành tích", "có thành tích", "đã có thành", "tiêu biểu")
