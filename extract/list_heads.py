"""What the items of an enumeration share before them: "các Sở", "Công an các huyện", "5 xã thành viên trong Cụm"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.names import KINDS, LOCALITY, Name, head_at, name_end, starts
from extract.view import Doc

# Words for towns: a list names one or two of them among many huyện, so none shares its word with the bare names behind.
CITY_WORDS = ("thành phố", "tp", "tp.", "thị xã", "tx", "tx.")
BANKS = "bank"
_PLURAL = frozenset({"các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"})
# Words with which it goes on where places lie.
_LIE = frozenset({"phía", "trực", "thuộc", "miền", "vùng", "khu", "ven", "trên", "ở", "nội", "ngoại", "biên"})
# Of these the first word serves the names behind it: "Trường A, B", "Huyện ủy A, B".
_SAME_FIRST = frozenset({"party", "force", "court", "school"})
# Bodies that are in every place: "Công an thành phố A và các huyện B, C" names no huyện.
_ELIDED = frozenset({"court", "force"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What following bare items lack: words before them (tokens ``start:end``) or, for branches, after them."""

    words: str
    start: int
    end: int
    kind: str
    after: bool = False
    outer: int = 0  # token after the part of the head that another kind of place keeps: "VKSND" of "VKSND các huyện"
    inner: str = (
        LOCALITY  # the kind of what stands inside: "locality" of "VKSND các huyện", "ministry" of "Công đoàn 10 Bộ"
    )
    mixed: bool = False  # several kinds of places, which is which is not said: bare names stay bare
    own: bool = False  # taken over from the item before, where only names of places and persons go without it


class Heads:
    """Reads the head that runs in an enumeration: from a plural before its items, or from an item with its own."""

    def __init__(self, doc: Doc, end: int) -> None:
        self.doc = doc
        self.end = end
        self.head: Head | None = None

    def plural(self, i: int) -> int:
        """Read "các Sở", "Công an các tỉnh:", "6 tỉnh:", "chi nhánh Huế của các ngân hàng" and set the head."""
        doc = self.doc
        start = i = self._past_count(i)
        prefix_end = i
        head = head_at(doc, i) if i < self.end else None
        lower = doc.words[i].islower() if head is not None else False
        if head is not None and ((lower and head[1] == LOCALITY) or (doc.norms[i] == "chi" and self._of_banks(i))):
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
        if doc.between(branches, branches + 2).lower() == "chi nhánh" and head is None:
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
        words = doc.between(first, head_end)
        before = doc.between(start, prefix_end) if head is not None else ""
        before = before[:1].upper() + before[1:]
        if head is None:
            words = words if kind == LOCALITY else words[:1].upper() + words[1:]
        i = self._past_opening(self._past_qualifier(i) if kind == LOCALITY else i)
        outer = self.head
        if head is None and kind == LOCALITY and outer is not None and outer.outer:
            # "VKSND thành phố A và các huyện B, C": the body goes on
            self.head = replace(outer, words=f"{doc.between(outer.start, outer.outer)} {words}")
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
        return self.doc.between(i, i + 1) == ":"

    def _before_count(self, i: int, end: int) -> int:
        """ "Công đoàn 10 Bộ": the body's name ends before the number of those in which it is."""
        heads = starts(self.doc, "organizations")
        return next((j for j in range(i, end - 1) if self._is_many(j) and j + 1 in heads), end)

    def _past_opening(self, i: int) -> int:
        """ "6 tỉnh:", "5 xã gồm:", "4 phường là": over what opens a list behind a plural."""
        while i < self.end and self.doc.norms[i] in {"bao", "gồm", "là", "sau", "đây"}:
            i += 1
        return i + (i < self.end and self.doc.words[i] in {":", "("})

    def _past_qualifier(self, i: int) -> int:
        """ "4 thành phố trực thuộc Trung ương: A, B", "các huyện phía Nam tỉnh: A, B": over what tells the places."""
        if self.doc.between(i, i + 1) not in _LIE:
            return i  # "3 xã được tặng Cờ thi đua gồm: A, B": what they did
        colon = next((j for j in range(i, min(self.end, i + 9)) if not self.doc.words[j].isalpha()), i)
        return colon if self.doc.between(colon, colon + 1) == ":" else i

    def _whole_head(self, i: int) -> int:
        """ "sáu cục hải quan A, B", "5 Chi cục Thuế khu vực: A, B": what follows a plural head belongs to the head."""
        doc = self.doc
        whole = name_end(doc, i, self.end)
        if i < whole < self.end and doc.words[whole] == ":":
            return whole
        if i >= self.end or not doc.words[i].islower() or doc.words[i - 1][:1].isupper():
            return i
        more = starts(doc, "organizations").get(i) or starts(doc, "fields").get(i)
        goes_on = more is not None and more[0] < self.end and doc.words[more[0]][:1].isupper()
        return more[0] if more and goes_on else i

    def _past_count(self, i: int) -> int:
        """ "6 VKSND các huyện": the number counts what follows."""
        many = head_at(self.doc, i + 1) if i + 1 < self.end and self.doc.words[i].isdigit() else None
        counts = many and self.doc[many[0] : many[0] + 1].text == "các" and self.doc.words[i + 1][0].isupper()
        return i + 1 if counts else i

    def _is_mixed(self, i: int) -> bool:
        """Whether another kind of places follows the one that ends at ``i``: "các huyện, thị xã", "huyện và xã"."""
        doc, heads = self.doc, starts(self.doc, "organizations")
        if doc.between(i, i + 1) == ",":
            return doc.between(i + 1, i + 2) == "thành" or (i + 1 in heads and KINDS[heads[i + 1][1]] == LOCALITY)
        if doc.between(i, i + 1) == "và" and doc.between(i + 1, i + 2).isdigit():
            return i + 2 in heads and KINDS[heads[i + 2][1]] == LOCALITY  # "3 huyện và 1 thị xã: A, B, C, D"
        after = heads.get(i + 1) if doc.between(i, i + 1) == "và" else None
        return after is not None and KINDS[after[1]] == LOCALITY and not doc[after[0] : after[0] + 1].text[:1].isupper()

    def _mixed_places(self, start: int, prefix_end: int, i: int) -> int:
        """ "13 tỉnh, thành phố: Cần Thơ, Long An": which is which is not said, the names stay bare."""
        doc, heads = self.doc, starts(self.doc, "organizations")
        while i < self.end and (
            (i in heads and KINDS[heads[i][1]] == LOCALITY)
            or doc.words[i] in {",", "và"}
            or (doc.words[i].isdigit() and i + 1 in heads)
            or (doc.words[i] == "thành" and doc.words[i - 1] in {",", "và"})  # "6 tỉnh, thành"
        ):
            i = heads[i][0] if i in heads else i + 1
        i = self._past_opening(self._past_qualifier(i))
        before = doc.between(start, prefix_end)
        kind = (head_at(doc, start) or (0, LOCALITY))[1]
        outer = prefix_end if prefix_end > start else 0
        self.head = Head(words=before, start=start, end=prefix_end, kind=kind, outer=outer, mixed=True)
        return i

    def _of_banks(self, i: int) -> bool:
        """ "chi nhánh Huế của các ngân hàng A, B", not "Chi nhánh Ngân hàng A"."""
        return self.doc.words[i].islower() or " của các ngân hàng " in self.doc[i : i + 10].text.lower()

    def _branches(self, i: int) -> int:
        """ "chi nhánh Huế của các ngân hàng A, B": "A chi nhánh Huế"."""
        doc = self.doc
        place = i + 2
        if doc.between(place, place + 3).lower() == "ngân hàng:":
            return place + 3  # "các chi nhánh ngân hàng: BIDV, Agribank"
        while place < self.end and doc.words[place][:1].isupper():
            place += 1
        j = place
        while j < self.end and doc.norms[j] in {"của", "các", "ngân", "hàng", "nh"}:
            j += 1
        if place == i + 2 or j == place:
            return i
        self.head = Head(
            words=doc.between(i, place).lower()[:9] + doc.between(i, place)[9:],
            start=i,
            end=place,
            kind=BANKS,
            after=True,
        )
        return j

    def _of_level(self, start: int, i: int, kind: str) -> bool:
        """Set the head that ends at ``i`` in "VKSND cấp huyện: Sơn Trà, Bình Hải"."""
        doc = self.doc
        if doc.between(i, i + 1) != ":":
            return False
        if doc.between(i - 2, i) not in {"cấp huyện", "cấp xã", "cấp tỉnh"}:
            word = starts(doc, "organizations").get(i - 1)
            of_places = kind != LOCALITY and word is not None and KINDS[word[1]] == LOCALITY
            if of_places:
                self.head = Head(words=doc.between(start, i), start=start, end=i, kind=kind)  # "BHXH huyện: A, B"
            return of_places
        self.head = Head(words=doc.between(start, i - 2), start=start, end=i - 2, kind=kind)
        return True

    def _is_many(self, i: int) -> bool:
        if i >= self.end:
            return False
        word = self.doc[i]
        return word.norm_ in _PLURAL or (word.text.isdigit() and int(word.text) > 1 and len(word.text) < 4)

    def inherit(self, body: Name) -> None:
        """A body with a head of its own hands it to the bare items that follow ("Huyện ủy A, B, C")."""
        head = head_at(self.doc, body.start)
        if head is None or (self.head is not None and self.head.after):
            return
        end, kind = head
        place = starts(self.doc, "organizations").get(end) if kind != LOCALITY else None
        if place and KINDS[place[1]] != LOCALITY:
            place = None
        end = place[0] if place else end
        if end >= body.end and kind != LOCALITY:
            self.head = None  # "Công an, Quân sự, Biên phòng", "Thanh tra tỉnh, …": nothing was left out
            return
        if kind == LOCALITY or place:
            self._inherit_place(body, head, place[0] if place else 0)
        elif kind in {"office", "press"} and (own := self._own_place(body, end)):
            self.head = Head(words=self.doc.between(body.start, own), start=body.start, end=own, kind=kind, own=True)
        elif kind in _SAME_FIRST:
            words = self.doc.between(body.start, end)
            self.head = Head(words=words, start=body.start, end=end, kind=kind, own=True)
        else:
            self.head = None

    def _own_place(self, body: Name, i: int) -> int:
        """Where the place begins in "Chi cục Thuế Tân Hải", a body's kind and field and the name of a place; else 0."""
        doc = self.doc
        i = starts(doc, "fields").get(i, (i, ""))[0]
        i += doc.between(i, i + 1) == "Thuế"
        rest = doc[i : body.end]
        return i if len(rest) in {2, 3} and all(t.text.istitle() for t in rest) else 0

    def _inherit_place(self, body: Name, head: tuple[int, str], place_end: int) -> None:
        """ "xã A, B": B is a xã as well; "TP A, B": of towns a list has one, so what the list said before goes on."""
        doc, (head_end, kind) = self.doc, head
        word_end = place_end or head_end
        town = doc.between(body.start, word_end).lower().endswith(CITY_WORDS)
        if self.head is not None and (self.head.mixed or (town and self.head.kind == kind)):
            return
        if town and not place_end:
            self.head = Head(words="", start=body.start, end=body.start, kind=kind, mixed=True)
            return
        end = head_end if town else word_end
        outer = head_end if kind in _ELIDED and place_end else 0
        self.head = Head(
            words=doc.between(body.start, end), start=body.start, end=end, kind=kind, outer=outer, mixed=town
        )
