"""Enumerations of bodies: "các Sở A; B; C và D", "các Ban X, Y Tỉnh ủy", "Công an các tỉnh A, B và thành phố C".

A plural head is shared by the items to its right until an item brings its own; a tail such as "tỉnh" or "Tỉnh ủy"
is shared by the items to its left that have none. An item whose name is pieced together rests on several spans.
"""

from __future__ import annotations

from typing import Literal

from extract.list_heads import BANKS, Head, Heads
from extract.list_items import Item, both_kinds, in_own_cities, joined, schools, with_category, with_tails
from extract.name_heads import is_word
from extract.names import (
    LOCALITY,
    Name,
    body_at,
    expand,
    head_at,
    is_stop,
    name_end,
    person_end,
    span_of,
    starts,
)
from extract.text import match_form
from extract.view import Doc

_CITIES = frozenset({"hà nội", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh", "huế"})
_SEPARATORS = frozenset({",", ";"})
_CLOSERS = frozenset(",;.)(:…-–")
_BULLETS = frozenset("-–+•*")
_AND = frozenset({"và", "cùng", "&"})
_UNITS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
# Numbers from two on as newspapers write them out.
NUMBERS = {word: n for n, word in enumerate(_UNITS, start=1) if n > 1}
NUMBERS |= {f"mười {word}": 10 + n for n, word in enumerate((*_UNITS[:4], "lăm", *_UNITS[5:9]), start=1)}
NUMBERS["hai mươi"] = 20
# Places that are told by a number: "các phường 1, 2, 3".
_NUMBERED = ("phường", "quận", "khu vực", "khóm", "khu phố")
_SHORT_SCHOOLS = frozenset({"CĐ", "TC"})
_BLOCS = frozenset({"khối", "cụm"})


def split_list(
    doc: Doc,
    start: int,
    end: int,
    *,
    count: int | None = None,
    kinds: Literal["known", "places", "any"] | Head = "known",
) -> tuple[Item, ...]:
    """The bodies enumerated from token ``start`` on; the list ends where no item follows a separator.

    ``count`` is how many the text says there are: it decides whether a last "và" is part of a name. ``kinds``: only
    bodies that tell what they are; also bare names of places; or any name between two separators; or also bare names
    of what a head, told before the list, says that all of them are.
    """
    reader = _Reader(doc, end, free=kinds == "any")
    if kinds == "places":
        reader.head = Head(words="", start=start, end=start, kind=LOCALITY, mixed=True)
    if isinstance(kinds, Head):
        reader.head = kinds
    reader.read(start)
    items = reader.items
    if count is not None and len(items) == count + 1 and reader.last_and is not None:
        items = joined(doc, items, reader.last_and)
    items = [item for item in both_kinds(doc, items) if not _is_untold(doc, item)]
    items = schools(doc, start, in_own_cities(with_category(doc, start, items)))
    return tuple(with_tails(doc, items))


def _is_untold(doc: Doc, item: Item) -> bool:
    """ "Công đoàn các Bộ", "TAND và VKSND các huyện A, B": of which body it is the item does not tell."""
    joined_plural = doc.between(item.end, item.end + 1) == "và" and doc.between(item.end + 2, item.end + 3) == "các"
    bare_head = item.end == item.start + 1 and doc.words[item.start].isupper()
    return doc.norms[item.end - 2] == "các" or (joined_plural and bare_head)


class _Reader(Heads):
    """Reads an enumeration from left to right."""

    def __init__(self, doc: Doc, end: int, *, free: bool = False) -> None:
        super().__init__(doc, end)
        self.free = free
        self.items: list[Item] = []
        self.in_lines = False
        self.last_and: int | None = None  # index of the item before the last "và" between two bare items

    def read(self, i: int) -> None:
        while i < self.end and (
            self.doc.words[i] in ":(" or self.doc.words[i] in _BULLETS or self.doc.words[i].isspace()
        ):
            i += 1
        if i and "\n" in self.doc.words[i - 1]:
            i = self._next_bullet(i) or i
        self.in_lines = i >= 2 and "\n" in self.doc.words[i - 2] and self.doc.words[i - 1] in _BULLETS
        while i < self.end:
            i = self.plural(i)
            found = self._item(i)
            if found is None:
                return
            item, i = found
            self.items.append(item)
            i = self._skip_aside(i)
            following = self._separator(i)
            if following is None:
                return
            i = following

    def _skip_aside(self, i: int) -> int:
        """Over "(Cụm trưởng)" and "- đơn vị Khối trưởng" after an item."""
        doc = self.doc
        if i < self.end and doc.words[i] == "(":
            close = next((j for j in range(i, min(self.end, i + 25)) if doc.words[j] == ")"), None)
            return close + 1 if close else i
        if i < self.end and doc.words[i] in "-–—":
            roles = starts(doc, "roles")
            role = next((j for j in range(i + 1, min(self.end, i + 5)) if j in roles), None)
            return roles[role][0] if role else i
        if i + 1 < self.end and doc.norms[i] in {"làm", "là"} and i + 1 in starts(doc, "roles"):
            return starts(doc, "roles")[i + 1][0]  # "phường A làm Cụm trưởng, phường B làm Cụm phó"
        return i

    def _separator(self, i: int) -> int | None:
        """The token after the separator at ``i``; None at the end of the list."""
        doc = self.doc
        at = i
        while i < self.end and (doc.words[i] in _SEPARATORS or doc.norms[i] in _AND):
            if doc.norms[i] == "và":
                self.last_and = len(self.items) - 1
            i += 1
        j = i + (i < self.end and doc.words[i] == ".")
        if j < self.end and "\n" in doc.words[j]:
            # The next bullet, on a line of its own.
            return self._next_bullet(j + 1)
        return i if i > at else None

    def _next_bullet(self, i: int) -> int | None:
        """The token after the bullet or the number with which the line at ``i`` begins."""
        doc = self.doc
        if i < self.end and doc.words[i] in _BULLETS:
            return i + 1
        if i + 1 < self.end and doc.words[i].isdigit() and len(doc[i]) < 3 and doc.words[i + 1] in {".", ")", "/", "-"}:
            return i + 2
        return None

    def _item(self, i: int) -> tuple[Item, int] | None:
        """The item at ``i`` and the token after it."""
        doc = self.doc
        if i >= self.end or doc.words[i].isspace() or is_stop(doc, i):
            return None
        body = body_at(doc, i, self.end)
        if body is not None and self.in_lines:
            body = self._to_line_end(body)
        if body is not None and doc.between(body.start, body.end).islower():
            body = None  # "các chi nhánh ngân hàng: BIDV, …": a kind, no name
        if body is not None and not (
            self.head and self.head.after and body.kind == BANKS and doc.norms[body.end - 1] == "tỉnh"
        ):
            return self._own(body), body.end
        if body is not None:
            self.head = None
            return self._own(body), body.end
        return self._bare(i) or self._trade_mark(i) or (self._unknown(i) if self.free else None)

    def _to_line_end(self, body: Name) -> Name:
        """ "- Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư": a bullet is one body, unless another begins in it."""
        doc = self.doc
        end = next((j for j in range(body.end, self.end) if "\n" in doc.words[j]), self.end)
        end = next((j for j in range(body.end, end) if doc.words[j] in "(;:.–-|"), end)
        rest = range(body.end, end)
        goes_on = len(rest) > 1 and (doc.words[body.end] == "," or doc.norms[body.end] == "và")
        if not goes_on or any(is_stop(doc, j) or head_at(doc, j) or j in starts(doc, "roles") for j in rest):
            return body
        return Name(start=body.start, end=end, text=expand(doc.between(body.start, end)), kind=body.kind)

    def _own(self, body: Name) -> Item:
        doc = self.doc
        own = span_of(doc, body.start, body.end)
        if self.head and self.head.after and body.kind == BANKS and body.end - body.start == 1:
            words = f"{body.text} {self.head.words}"
            return Item(
                name=expand(words),
                spans=(span_of(doc, self.head.start, self.head.end), own),
                kind=body.kind,
                start=body.start,
                end=body.end,
            )
        outer = self.head
        if outer is not None and outer.outer and body.kind == outer.inner:
            words = f"{doc.between(outer.start, outer.outer)} {body.text}"
            spans = (span_of(doc, outer.start, outer.outer), own)
            return Item(name=expand(words), spans=spans, kind=outer.kind, start=body.start, end=body.end)
        self.inherit(body)
        return Item(name=body.text, spans=(own,), kind=body.kind, start=body.start, end=body.end)

    def _bare(self, i: int) -> tuple[Item, int] | None:
        """A bare item under the head that runs: "Giao thông vận tải", "Tương Dương"."""
        doc, head = self.doc, self.head
        numbered = head is not None and self._number_end(i, head)
        if head is None or not (numbered or (doc.words[i][:1].isupper() and is_word(doc.words[i]))):
            return None
        end = numbered or name_end(doc, i, self.end)
        others = () if i in starts(doc, "provinces") else ("roles", "posts", "honorifics")  # "Bà Rịa - Vũng Tàu"
        if end == i or end - i > 10 or doc.norms[i] in _BLOCS or any(i in starts(doc, layer) for layer in others):
            return None
        own = doc.between(i, end)
        if end == i + 1 and len(own) > 2 and own.isupper() and not own.endswith("HCM"):
            return None  # "THACO" is no place
        says_kind = any(t.text[0].islower() for t in doc[i:end]) or head.words.split()[-1:] == own.split()[1:2]
        if head.own and says_kind and doc.words[i] not in _SHORT_SCHOOLS:
            return None  # "Chi cục Thuế A, Đội Thuế B", "Trung tâm A, Quỹ Bảo vệ môi trường": they say what they are
        shared = head.words
        if shared.endswith("tỉnh") and match_form(own) in _CITIES:
            shared = shared[:-4].rstrip()  # "8 tỉnh: …, Quảng Nam và Đà Nẵng": no province is called so
        if (
            doc.between(end, end + 1) == "thuộc"
            and head.kind == "school"
            and (whole := body_at(doc, end + 1, self.end))
        ):
            end = whole.end
            own = doc.between(i, end)
        words = f"{own} {shared}" if head.after else f"{shared} {own}"
        spans = (span_of(doc, head.start, head.end), span_of(doc, i, end)) if head.words else (span_of(doc, i, end),)
        if head.words and head.end == i:
            spans = (span_of(doc, head.start, end),)
        return Item(name=expand(words), spans=spans, kind=head.kind, start=i, end=end), end

    def _number_end(self, i: int, head: Head) -> int:
        """The token after "2" under "các phường", after "khu vực 2" under "các VKSND"; 0 where none stands at ``i``."""
        doc = self.doc
        at = i + 2 if doc.between(i, i + 2).lower() == "khu vực" and head.kind == "court" else i
        if at == i and not head.words.lower().endswith(_NUMBERED):
            return 0
        number = doc.between(at, at + 1)
        follows = doc.between(at + 1, at + 2)
        alone = not follows or follows in _CLOSERS or follows.lower() in _AND or follows.isspace()
        return at + 1 if number.isdigit() and len(number) < 3 and alone else 0

    def _unknown(self, i: int) -> tuple[Item, int] | None:
        """A body of a kind that is not known, alone between two separators: "Cảng Lâm Giang"."""
        doc = self.doc
        if not (doc.words[i][:1].isupper() and is_word(doc.words[i])) or doc.norms[i] in _BLOCS:
            return None
        end = name_end(doc, i, self.end)
        if end == i or end - i > 12 or any(i in starts(doc, layer) for layer in ("roles", "posts", "honorifics")):
            return None
        if person_end(doc, i, self.end) == end and end - i > 2:
            return None
        alone = (
            end >= self.end
            or doc.words[end] in _CLOSERS
            or doc.norms[end] == "thuộc"
            or doc.norms[end] in _AND
            or "\n" in doc.words[end]
        )
        if not alone:
            return None
        if doc.between(end, end + 1) == "thuộc" and (whole := body_at(doc, end + 1, self.end)):
            end = whole.end  # "TC nghề thuộc ĐH Sông Ba"
        item = Item(name=expand(doc.between(i, end)), spans=(span_of(doc, i, end),), kind="other", start=i, end=end)
        return item, end

    def _trade_mark(self, i: int) -> tuple[Item, int] | None:
        """A company known by capitals alone ("THACO"), where a mark follows at once."""
        word = self.doc.words[i]
        following = self.doc.words[i + 1] if i + 1 < len(self.doc) else ""
        if len(word) < 3 or not (word.isalpha() and word.isupper()) or following not in {",", ";", ".", ")", "và"}:
            return None
        return Item(name=word, spans=(span_of(self.doc, i, i + 1),), kind="company", start=i, end=i + 1), i + 1
