"""Lists that are as long as the number before them says: the count vouches for how the list is parted."""

from __future__ import annotations

from dataclasses import replace

from extract.facts.appositions import next_item, skip_apposition, skip_openers
from extract.facts.collectives import collective
from extract.facts.kinds import COUNT
from extract.facts.recipient_names import (
    Recipient,
    abbreviates,
    bare_province,
    elided,
    ends_raw,
    matched_words,
    named,
    raw_name,
    several_with_one_head,
)
from extract.facts.unit_items import unit_item
from extract.model import RecipientKind
from extract.names import is_stop
from extract.view import Doc


def all_named(doc: Doc, at: int, limit: int, kind: RecipientKind, count: int) -> tuple[list[Recipient], int] | None:
    """The names of a kind from ``at`` on, and the token after them, when they are as many as are counted."""
    by_marks = _parted(doc, at, limit, kind, count)
    if by_marks is not None:
        return by_marks
    read = _names_from(doc, at, limit, kind, count)
    if len(read[0]) == count:
        read = _not_one_more(doc, at, limit, kind, read[0]) or read
    return read if len(read[0]) == count and not _goes_on(doc, read[1], limit) else None


def _goes_on(doc: Doc, i: int, limit: int) -> bool:
    """Whether the list goes on with a name: then commas inside its items were taken for its own."""
    following = next_item(doc, i, limit)
    return (
        following is not None
        and ";" in doc.words[i:limit]
        and COUNT.match(matched_words(doc, following, min(limit, following + 6))) is None
    )


def _names_from(doc: Doc, at: int, limit: int, kind: RecipientKind, count: int) -> tuple[list[Recipient], int]:
    """As many as ``count`` names from ``at`` on, and the token after them."""
    names: list[Recipient] = []
    stop = at
    while len(names) < count and at < limit:
        at = skip_openers(doc, at, limit)
        read = several_with_one_head(doc, at, limit) or _name(doc, at, limit, kind, known=bool(names))
        read = read or elided(doc, at, limit, names)
        if read is None:
            break
        new, stop = read
        names += new
        stop = skip_apposition(doc, stop, limit, new[-1])
        following = next_item(doc, stop, limit)
        if following is None and len(names) < count:
            following = _past_clause(doc, stop, limit, kind)
        if following is None:
            break
        at = following
    return names, stop


_CLAUSE = 24  # tokens that what is told of one of a list may take


def _past_clause(doc: Doc, i: int, limit: int, kind: RecipientKind) -> int | None:
    """ "A đã hoàn thành nhiệm vụ và B …", "ông C đạo diễn; bà D …": the next name behind what is told of one."""
    norms, words = doc.norms, doc.words
    for j in range(i, min(limit - 1, i + _CLAUSE)):
        if words[j] in {":", "."} or words[j].isspace():
            return None
        if words[j] == ";" or norms[j] == "và":
            at = skip_openers(doc, j + 1, limit)
            if at < limit and _name(doc, at, limit, kind, known=True) is not None:
                return j + 1
    return None


def _not_one_more(
    doc: Doc, at: int, limit: int, kind: RecipientKind, names: list[Recipient]
) -> tuple[list[Recipient], int] | None:
    """ "2 tập thể: Trung tâm A, Đài B và Nhóm C": where one more is named, the two that a comma parts are one.

    No names at all where the text leaves open which two.
    """
    more, stop = _names_from(doc, at, limit, kind, len(names) + 1)
    if len(more) == len(names) or more[-1].kind != kind or doc.norms[more[-1].start - 1] != "và":
        return None
    pairs = [k for k in range(len(more) - 1) if doc.words[more[k].end] == "," and more[k + 1].start == more[k].end + 1]
    if len(pairs) != 1:
        return [], stop
    k = pairs[0]
    whole = replace(more[k], end=more[k + 1].end)
    return [*more[:k], whole, *more[k + 2 :]], stop


def _name(doc: Doc, at: int, limit: int, kind: RecipientKind, *, known: bool) -> tuple[list[Recipient], int] | None:
    """The name at token ``at`` of a recipient counted as one of ``kind``; ``known``: names of the list are read."""
    body = named(doc, at, limit, known=kind == "person" or (known and kind != "organization"))
    raw = raw_name(doc, at, limit) if kind == "organization" else None
    if raw is not None and body is not None and body[0][0].kind != "person" and _ends_item(doc, body[1], limit):
        raw = None
    return bare_province(doc, at, limit) or raw or body


def _parted(doc: Doc, at: int, limit: int, kind: RecipientKind, count: int) -> tuple[list[Recipient], int] | None:
    """ "2 tập thể: A, tỉnh X; B, Bộ Y": in a list parted by semicolons a comma only tells where an item belongs.

    The names are told only where the list has as many items as are counted: parted by its semicolons alone, by these
    and its last "và", or, of bodies, by commas as well ("A, B; C; D và E").
    """
    words, norms = doc.words, doc.norms
    stop = next((i for i in range(at, limit) if _ends_list(doc, at, i)), limit)
    semicolons = [i for i in range(at, stop) if words[i] == ";"]
    if count < 2 or (not semicolons and count > 2):
        return None
    behind = semicolons[-1] if semicolons else at
    joint = [i for i in range(behind, stop) if norms[i] == "và" and i + 1 < stop and words[i + 1][:1].isupper()][-1:]
    schemes = [semicolons, [*semicolons, *joint] if count > 2 else []]
    if semicolons and kind == "organization":
        commas = [i for i in range(at, stop) if words[i] == "," and not _bracketed(doc, at, i)]
        schemes.append(sorted((*semicolons, *commas, *joint)))
    for cuts in schemes:
        if len(cuts) == count - 1:
            ends = [*cuts, stop]
            items = [_part(doc, i, j, kind) for i, j in zip([at, *(c + 1 for c in cuts)], ends, strict=True)]
            names = [item for item in items if item is not None]
            if len(names) == count == len({r.text for r in names}):
                return names, stop
    return None


def _ends_list(doc: Doc, at: int, i: int) -> bool:
    """Whether the list that opens at ``at`` is over at ``i``: a full stop, a colon, a line's end, or its bracket's."""
    word = doc.words[i]
    closed = word == ")" and not _bracketed(doc, at, i)
    return closed or word == ":" or word.isspace() or (word == "." and not abbreviates(doc, i))


def _bracketed(doc: Doc, at: int, i: int) -> bool:
    """Whether token ``i`` stands in a bracket that opened behind ``at``."""
    return doc.words[at:i].count("(") > doc.words[at:i].count(")")


def _part(doc: Doc, start: int, end: int, kind: RecipientKind) -> Recipient | None:
    """The one name of a part of a list, and all that belongs to it."""
    norms = doc.norms
    first = skip_openers(doc, start, end)
    if first < end and norms[first] == "và":
        first += 1
    last = end - 1 if norms[end - 1] == "và" else end
    if first >= last:
        return None
    unit = unit_item(doc, first, last) if norms[first] in _INNER else None
    if unit is not None:
        return unit
    read = collective(doc, first, last) or _name(doc, first, last, kind, known=True)
    if read is None or len(read[0]) != 1 or read[0][0].kind != kind:
        return None
    item, at = read[0][0], read[1]
    return _to_end(doc, item, at, last) if kind == "organization" else item


def _to_end(doc: Doc, body: Recipient, at: int, end: int) -> Recipient:
    """A body whose name goes on in small letters to the end of its part: "Báo Hà Nội mới", "An ninh biển đảo"."""
    words = doc.words[at:end]
    if at != body.end or not 0 < len(words) <= _REST or not all(w.isalpha() and w.islower() for w in words):
        return body
    if any(ends_raw(doc, i) for i in range(at, end)):
        return body
    return replace(body, end=end, text=f"{body.text} {doc.between(at, end)}")


_REST = 3  # syllables of a name behind its last capital
_INNER = frozenset({"phòng", "đội", "khoa"})  # units inside bodies, which are told with them


def _ends_item(doc: Doc, i: int, limit: int) -> bool:
    """Whether an item of a list ends before token ``i``."""
    return i >= limit or doc.words[i] in {",", ";", ")", "("} or doc.norms[i] == "và" or is_stop(doc, i)
