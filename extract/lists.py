"""Enumerations of bodies: "các Sở A; B; C và D", "các Ban X, Y Tỉnh ủy", "Công an các tỉnh A, B và thành phố C".

A plural head is shared by the items to its right until an item brings its own; a tail such as "tỉnh" or "Tỉnh ủy"
is shared by the items to its left that have none. An item whose name is pieced together rests on several spans.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from extract.list_heads import CITY_WORDS, Head
from extract.list_items import Item, in_own_cities, joined, schools, with_category, with_tails
from extract.names import (
    KINDS,
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
_PLURAL = frozenset({"các", "những", *_UNITS[1:]})
# Words with which it goes on where places lie.
_LIE = frozenset({"phía", "trực", "thuộc", "miền", "vùng", "khu", "ven", "trên", "ở", "nội", "ngoại", "biên"})
# Places that are told by a number: "các phường 1, 2, 3".
_NUMBERED = ("phường", "quận", "khu vực", "khóm", "khu phố")
_SHORT_SCHOOLS = frozenset({"CĐ", "TC"})
# Of these the first word serves the names behind it: "Trường A, B", "Huyện ủy A, B".
_SAME_FIRST = frozenset({"party", "force", "court", "school"})
# Bodies that are in every place: "Công an thành phố A và các huyện B, C" names no huyện.
_ELIDED = frozenset({"court", "force"})
_BANKS = "bank"
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
    items = [item for item in items if not _is_untold(doc, item)]
    items = schools(doc, start, in_own_cities(with_category(doc, start, items)))
    return tuple(with_tails(doc, items))


def _is_untold(doc: Doc, item: Item) -> bool:
    """ "Công đoàn các Bộ", "TAND và VKSND các huyện A, B": of which body it is the item does not tell."""
    joined_plural = doc[item.end : item.end + 1].text == "và" and doc[item.end + 2 : item.end + 3].text == "các"
    bare_head = item.end == item.start + 1 and doc[item.start].text.isupper()
    return doc[item.end - 2].norm_ == "các" or (joined_plural and bare_head)


class _Reader:
    """Reads an enumeration from left to right."""

    def __init__(self, doc: Doc, end: int, *, free: bool = False) -> None:
        self.doc = doc
        self.end = end
        self.free = free
        self.head: Head | None = None
        self.items: list[Item] = []
        self.last_and: int | None = None  # index of the item before the last "và" between two bare items

    def read(self, i: int) -> None:
        while i < self.end and (self.doc[i].text in ":(" or self.doc[i].text in _BULLETS or self.doc[i].is_space):
            i += 1
        if i and "\n" in self.doc[i - 1].text:
            i = self._next_bullet(i) or i
        while i < self.end:
            i = self._plural(i)
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
        if i < self.end and doc[i].text == "(":
            close = next((j for j in range(i, min(self.end, i + 25)) if doc[j].text == ")"), None)
            return close + 1 if close else i
        if i < self.end and doc[i].text in "-–—":
            roles = starts(doc, "roles")
            role = next((j for j in range(i + 1, min(self.end, i + 5)) if j in roles), None)
            return roles[role][0] if role else i
        if i + 1 < self.end and doc[i].norm_ in {"làm", "là"} and i + 1 in starts(doc, "roles"):
            return starts(doc, "roles")[i + 1][0]  # "phường A làm Cụm trưởng, phường B làm Cụm phó"
        return i

    def _separator(self, i: int) -> int | None:
        """The token after the separator at ``i``; None at the end of the list."""
        doc = self.doc
        at = i
        while i < self.end and (doc[i].text in _SEPARATORS or doc[i].norm_ in _AND):
            if doc[i].norm_ == "và":
                self.last_and = len(self.items) - 1
            i += 1
        j = i + (i < self.end and doc[i].text == ".")
        if j < self.end and "\n" in doc[j].text:
            # The next bullet, on a line of its own.
            return self._next_bullet(j + 1)
        return i if i > at else None

    def _next_bullet(self, i: int) -> int | None:
        """The token after the bullet or the number with which the line at ``i`` begins."""
        doc = self.doc
        if i < self.end and doc[i].text in _BULLETS:
            return i + 1
        if i + 1 < self.end and doc[i].text.isdigit() and len(doc[i]) < 3 and doc[i + 1].text in {".", ")", "/", "-"}:
            return i + 2
        return None

    def _plural(self, i: int) -> int:
        """Read "các Sở", "Công an các tỉnh:", "6 tỉnh:", "chi nhánh Huế của các ngân hàng" and set the head."""
        doc = self.doc
        start = i = self._past_count(i)
        prefix_end = i
        head = head_at(doc, i) if i < self.end else None
        if head is not None and doc[i].text.islower() and (head[1] == LOCALITY or doc[i].text == "chi"):
            head = None
        if head is not None:
            # "Công an các tỉnh", "Hội CCB 6 tỉnh", "Hội Cựu chiến binh các tỉnh": the body before the plural of places.
            prefix_end = self._before_count(head[0], name_end(doc, head[0], self.end))
            i = prefix_end
            if self._of_level(start, i, head[1]):
                return i + 1
        heads = starts(doc, "organizations")
        many = self._is_many(i)
        branches = i + (many and head is None)
        if doc[branches : branches + 2].text.lower() == "chi nhánh" and head is None:
            return self._branches(branches)
        first = i = i + 1
        kind = KINDS[heads[i][1]] if many and i in heads else ""
        if not kind or (head is not None and kind != LOCALITY and not self._goes_to_colon(heads[i][0])):
            return start
        head_end = heads[i][0]
        if kind != LOCALITY and head is None:
            head_end = self._whole_head(head_end)
        i = head_end
        if kind == LOCALITY and self._is_mixed(heads[first][0]):
            return self._mixed_places(start, prefix_end, first)
        words = doc[first:head_end].text
        before = doc[start:prefix_end].text if head is not None else ""
        before = before[:1].upper() + before[1:]
        if head is None:
            words = words if kind == LOCALITY else words[:1].upper() + words[1:]
        i = self._past_opening(self._past_qualifier(i) if kind == LOCALITY else i)
        outer = self.head
        if head is None and kind == LOCALITY and outer is not None and outer.outer:
            # "VKSND thành phố A và các huyện B, C": the body goes on
            self.head = replace(outer, words=f"{doc[outer.start : outer.outer].text} {words}")
            return i
        self.head = Head(
            words=f"{before} {words}".strip(),
            start=start if head is not None else first,
            end=head_end,
            kind=head[1] if head is not None else kind,
            outer=prefix_end if head is not None else 0,
            inner=kind,
        )
        return i

    def _goes_to_colon(self, i: int) -> bool:
        """ "Công đoàn 4 Bộ: Bộ A; Bộ B": the plural is of bodies within bodies, told behind a colon."""
        return self.doc[i : i + 1].text == ":"

    def _before_count(self, i: int, end: int) -> int:
        """ "Công đoàn 10 Bộ": the body's name ends before the number of those in which it is."""
        heads = starts(self.doc, "organizations")
        return next((j for j in range(i, end - 1) if self._is_many(j) and j + 1 in heads), end)

    def _past_opening(self, i: int) -> int:
        """ "6 tỉnh:", "5 xã gồm:", "4 phường là": over what opens a list behind a plural."""
        while i < self.end and self.doc[i].norm_ in {"bao", "gồm", "là", "sau", "đây"}:
            i += 1
        return i + (i < self.end and self.doc[i].text in {":", "("})

    def _past_qualifier(self, i: int) -> int:
        """ "4 thành phố trực thuộc Trung ương: A, B", "các huyện phía Nam tỉnh: A, B": over what tells the places."""
        if self.doc[i : i + 1].text not in _LIE:
            return i  # "3 xã được tặng Cờ thi đua gồm: A, B": what they did
        colon = next((j for j in range(i, min(self.end, i + 9)) if not self.doc[j].is_alpha), i)
        return colon if self.doc[colon : colon + 1].text == ":" else i

    def _whole_head(self, i: int) -> int:
        """ "sáu cục hải quan A, B", "5 Chi cục Thuế khu vực: A, B": what follows a plural head belongs to the head."""
        doc = self.doc
        whole = name_end(doc, i, self.end)
        if i < whole < self.end and doc[whole].text == ":":
            return whole
        if i >= self.end or not doc[i].text.islower() or doc[i - 1].text[:1].isupper():
            return i
        more = starts(doc, "organizations").get(i) or starts(doc, "fields").get(i)
        goes_on = more is not None and more[0] < self.end and doc[more[0]].text[:1].isupper()
        return more[0] if more and goes_on else i

    def _past_count(self, i: int) -> int:
        """ "6 VKSND các huyện": the number counts what follows."""
        many = head_at(self.doc, i + 1) if i + 1 < self.end and self.doc[i].text.isdigit() else None
        counts = many and self.doc[many[0] : many[0] + 1].text == "các" and self.doc[i + 1].text[0].isupper()
        return i + 1 if counts else i

    def _is_mixed(self, i: int) -> bool:
        """Whether another kind of places follows the one that ends at ``i``: "các huyện, thị xã", "huyện và xã"."""
        doc, heads = self.doc, starts(self.doc, "organizations")
        if doc[i : i + 1].text == ",":
            return doc[i + 1 : i + 2].text == "thành" or (i + 1 in heads and KINDS[heads[i + 1][1]] == LOCALITY)
        if doc[i : i + 1].text == "và" and doc[i + 1 : i + 2].text.isdigit():
            return i + 2 in heads and KINDS[heads[i + 2][1]] == LOCALITY  # "3 huyện và 1 thị xã: A, B, C, D"
        after = heads.get(i + 1) if doc[i : i + 1].text == "và" else None
        return after is not None and KINDS[after[1]] == LOCALITY and not doc[after[0] : after[0] + 1].text[:1].isupper()

    def _mixed_places(self, start: int, prefix_end: int, i: int) -> int:
        """ "13 tỉnh, thành phố: Cần Thơ, Long An": which is which is not said, the names stay bare."""
        doc, heads = self.doc, starts(self.doc, "organizations")
        while i < self.end and (
            (i in heads and KINDS[heads[i][1]] == LOCALITY)
            or doc[i].text in {",", "và"}
            or (doc[i].text.isdigit() and i + 1 in heads)
            or (doc[i].text == "thành" and doc[i - 1].text in {",", "và"})  # "6 tỉnh, thành"
        ):
            i = heads[i][0] if i in heads else i + 1
        i = self._past_opening(self._past_qualifier(i))
        before = doc[start:prefix_end].text
        kind = (head_at(doc, start) or (0, LOCALITY))[1]
        outer = prefix_end if prefix_end > start else 0
        self.head = Head(words=before, start=start, end=prefix_end, kind=kind, outer=outer, mixed=True)
        return i

    def _branches(self, i: int) -> int:
        """ "chi nhánh Huế của các ngân hàng A, B": "A chi nhánh Huế"."""
        doc = self.doc
        place = i + 2
        if doc[place : place + 3].text.lower() == "ngân hàng:":
            return place + 3  # "các chi nhánh ngân hàng: BIDV, Agribank"
        while place < self.end and doc[place].text[:1].isupper():
            place += 1
        j = place
        while j < self.end and doc[j].norm_ in {"của", "các", "ngân", "hàng", "nh"}:
            j += 1
        if place == i + 2 or j == place:
            return i
        self.head = Head(
            words=doc[i:place].text.lower()[:9] + doc[i:place].text[9:], start=i, end=place, kind=_BANKS, after=True
        )
        return j

    def _of_level(self, start: int, i: int, kind: str) -> bool:
        """Set the head that ends at ``i`` in "VKSND cấp huyện: Sơn Trà, Bình Hải"."""
        doc = self.doc
        if doc[i : i + 1].text != ":":
            return False
        if doc[i - 2 : i].text not in {"cấp huyện", "cấp xã", "cấp tỉnh"}:
            word = starts(doc, "organizations").get(i - 1)
            of_places = kind != LOCALITY and word is not None and KINDS[word[1]] == LOCALITY
            if of_places:
                self.head = Head(words=doc[start:i].text, start=start, end=i, kind=kind)  # "BHXH huyện: A, B"
            return of_places
        self.head = Head(words=doc[start : i - 2].text, start=start, end=i - 2, kind=kind)
        return True

    def _is_many(self, i: int) -> bool:
        if i >= self.end:
            return False
        word = self.doc[i]
        return word.norm_ in _PLURAL or (word.text.isdigit() and int(word.text) > 1 and len(word.text) < 4)

    def _item(self, i: int) -> tuple[Item, int] | None:
        """The item at ``i`` and the token after it."""
        doc = self.doc
        if i >= self.end or doc[i].is_space or is_stop(doc, i):
            return None
        body = body_at(doc, i, self.end)
        if body is not None and doc[body.start : body.end].text.islower():
            body = None  # "các chi nhánh ngân hàng: BIDV, …": a kind, no name
        if body is not None and not (
            self.head and self.head.after and body.kind == _BANKS and doc[body.end - 1].norm_ == "tỉnh"
        ):
            return self._own(body), body.end
        if body is not None:
            self.head = None
            return self._own(body), body.end
        return self._bare(i) or self._trade_mark(i) or (self._unknown(i) if self.free else None)

    def _own(self, body: Name) -> Item:
        doc = self.doc
        own = span_of(doc, body.start, body.end)
        if self.head and self.head.after and body.kind == _BANKS and body.end - body.start == 1:
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
            words = f"{doc[outer.start : outer.outer].text} {body.text}"
            spans = (span_of(doc, outer.start, outer.outer), own)
            return Item(name=expand(words), spans=spans, kind=outer.kind, start=body.start, end=body.end)
        self._inherit(body)
        return Item(name=body.text, spans=(own,), kind=body.kind, start=body.start, end=body.end)

    def _inherit(self, body: Name) -> None:
        """A body with a head of its own hands it to the bare items that follow ("Huyện ủy A, B, C")."""
        head = head_at(self.doc, body.start)
        if head is None or (self.head is not None and self.head.after):
            return
        end, kind = head
        place = starts(self.doc, "organizations").get(end) if kind != LOCALITY else None
        if place and KINDS[place[1]] != LOCALITY:
            place = None
        end = place[0] if place else end
        if end >= body.end and kind != LOCALITY and not place:
            self.head = None  # "Công an, Quân sự, Biên phòng": nothing was left out
            return
        if kind == LOCALITY or place:
            self._inherit_place(body, head, place[0] if place else 0)
        elif kind in {"office", "press"} and (own := self._own_place(body, end)):
            self.head = Head(words=self.doc[body.start : own].text, start=body.start, end=own, kind=kind, own=True)
        elif kind in _SAME_FIRST:
            words = self.doc[body.start : end].text
            self.head = Head(words=words, start=body.start, end=end, kind=kind, own=True)
        else:
            self.head = None

    def _own_place(self, body: Name, i: int) -> int:
        """Where the place begins in "Chi cục Thuế Tân Hải", a body's kind and field and the name of a place; else 0."""
        doc = self.doc
        i = starts(doc, "fields").get(i, (i, ""))[0]
        i += doc[i : i + 1].text == "Thuế"
        rest = doc[i : body.end]
        return i if len(rest) in {2, 3} and all(t.text.istitle() for t in rest) else 0

    def _inherit_place(self, body: Name, head: tuple[int, str], place_end: int) -> None:
        """ "xã A, B": B is a xã as well; "TP A, B": of towns a list has one, so what the list said before goes on."""
        doc, (head_end, kind) = self.doc, head
        word_end = place_end or head_end
        town = doc[body.start : word_end].text.lower().endswith(CITY_WORDS)
        if self.head is not None and (self.head.mixed or (town and self.head.kind == kind)):
            return
        if town and not place_end:
            self.head = Head(words="", start=body.start, end=body.start, kind=kind, mixed=True)
            return
        end = head_end if town else word_end
        outer = head_end if kind in _ELIDED and place_end else 0
        self.head = Head(
            words=doc[body.start : end].text, start=body.start, end=end, kind=kind, outer=outer, mixed=town
        )

    def _bare(self, i: int) -> tuple[Item, int] | None:
        """A bare item under the head that runs: "Giao thông vận tải", "Tương Dương"."""
        doc, head = self.doc, self.head
        numbered = head is not None and self._number_end(i, head)
        if head is None or not (numbered or (doc[i].text[:1].isupper() and doc[i].is_alpha)):
            return None
        end = numbered or name_end(doc, i, self.end)
        others = () if i in starts(doc, "provinces") else ("roles", "posts", "honorifics")  # "Bà Rịa - Vũng Tàu"
        if end == i or end - i > 10 or doc[i].norm_ in _BLOCS or any(i in starts(doc, layer) for layer in others):
            return None
        own = doc[i:end].text
        if end == i + 1 and len(own) > 2 and own.isupper() and not own.endswith("HCM"):
            return None  # "THACO" is no place
        says_kind = any(t.text[0].islower() for t in doc[i:end]) or head.words.split()[-1:] == own.split()[1:2]
        if head.own and says_kind and doc[i].text not in _SHORT_SCHOOLS:
            return None  # "Chi cục Thuế A, Đội Thuế B", "Trung tâm A, Quỹ Bảo vệ môi trường": they say what they are
        shared = head.words
        if shared.endswith("tỉnh") and match_form(own) in _CITIES:
            shared = shared[:-4].rstrip()  # "8 tỉnh: …, Quảng Nam và Đà Nẵng": no province is called so
        if doc[end : end + 1].text == "thuộc" and head.kind == "school" and (whole := body_at(doc, end + 1, self.end)):
            end = whole.end
            own = doc[i:end].text
        words = f"{own} {shared}" if head.after else f"{shared} {own}"
        spans = (span_of(doc, head.start, head.end), span_of(doc, i, end)) if head.words else (span_of(doc, i, end),)
        if head.words and head.end == i:
            spans = (span_of(doc, head.start, end),)
        return Item(name=expand(words), spans=spans, kind=head.kind, start=i, end=end), end

    def _number_end(self, i: int, head: Head) -> int:
        """The token after "2" under "các phường", after "khu vực 2" under "các VKSND"; 0 where none stands at ``i``."""
        doc = self.doc
        at = i + 2 if doc[i : i + 2].text.lower() == "khu vực" and head.kind == "court" else i
        if at == i and not head.words.lower().endswith(_NUMBERED):
            return 0
        number = doc[at : at + 1].text
        follows = doc[at + 1 : at + 2].text
        alone = not follows or follows in _CLOSERS or follows.lower() in _AND or follows.isspace()
        return at + 1 if number.isdigit() and len(number) < 3 and alone else 0

    def _unknown(self, i: int) -> tuple[Item, int] | None:
        """A body of a kind that is not known, alone between two separators: "Cảng Lâm Giang"."""
        doc = self.doc
        if not (doc[i].text[:1].isupper() and doc[i].is_alpha) or doc[i].norm_ in _BLOCS:
            return None
        end = name_end(doc, i, self.end)
        if end == i or end - i > 12 or any(i in starts(doc, layer) for layer in ("roles", "posts", "honorifics")):
            return None
        if person_end(doc, i, self.end) == end and end - i > 2:
            return None
        alone = (
            end >= self.end
            or doc[end].text in _CLOSERS
            or doc[end].norm_ == "thuộc"
            or doc[end].norm_ in _AND
            or "\n" in doc[end].text
        )
        if not alone:
            return None
        if doc[end : end + 1].text == "thuộc" and (whole := body_at(doc, end + 1, self.end)):
            end = whole.end  # "TC nghề thuộc ĐH Sông Ba"
        item = Item(name=expand(doc[i:end].text), spans=(span_of(doc, i, end),), kind="other", start=i, end=end)
        return item, end

    def _trade_mark(self, i: int) -> tuple[Item, int] | None:
        """A company known by capitals alone ("THACO"), where a mark follows at once."""
        word = self.doc[i].text
        following = self.doc[i + 1].text if i + 1 < len(self.doc) else ""
        if len(word) < 3 or not (word.isalpha() and word.isupper()) or following not in {",", ";", ".", ")", "và"}:
            return None
        return Item(name=word, spans=(span_of(self.doc, i, i + 1),), kind="company", start=i, end=i + 1), i + 1
