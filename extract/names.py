"""Names of bodies and persons: where they begin, where they end, and what they are called in full.

A body's name begins with a word that tells its kind (Sở, Ban, UBND, Công ty …) and runs to a closed-class word, a
verb, a mark or another name. Newspapers write the rest of it in lower case as often as not, so capitals alone
decide nothing; "và", commas and dashes inside it are settled by the fields of government.
"""

from __future__ import annotations

from extract.name_heads import (
    DASHES,
    KINDS,
    LAYERS,
    LOCALITY,
    PERSON,
    PROVINCES,
    Name,
    capital,
    capitals,
    expand,
    head_at,
    is_stop,
    is_word,
    short_place_at,
    span_of,
    starts,
)
from extract.person_names import person_at, person_end
from extract.view import Doc

__all__ = [
    "KINDS",
    "LAYERS",
    "LOCALITY",
    "PERSON",
    "PROVINCES",
    "Name",
    "body_at",
    "expand",
    "head_at",
    "is_stop",
    "name_end",
    "openings",
    "organizations",
    "person_at",
    "person_end",
    "span_of",
    "starts",
]

_LONGEST = 26  # syllables of a name
# "Khối thi đua các bộ, ngành kinh tế", "Khối thi đua Mặt trận, đoàn thể": collective nouns that go on after a comma.
_COLLECTIVE = frozenset(
    {
        "ngành",
        "tổng",
        "thành",
        "thị",
        "đoàn",
        "đơn",
        "doanh",
        "tổ",
        "sở",
        "hội",
        "phường",
        "xã",
        "huyện",
        "trường",
        "ban",
        "cao",
        "Mặt",  # trận
        "chính",  # quyền
    }
)
# After a dash or "và" these begin something that is said of the body, or another body.
_APPOSED = frozenset({"đơn", "cơ", "trưởng", "phó", "năm", "lãnh", "đại", "một", "hai", "ba", "các", "khối", "cụm"})
_PLURAL = frozenset({"các", "những", "mấy"})
_OF_MANY = frozenset({"cá nhân", "tập thể", "đơn vị", "đồng chí", "cơ quan", "học sinh"})


def _place_at(doc: Doc, i: int, limit: int) -> int | None:
    """The token after a word for a kind of place at ``i`` (tỉnh, TP., huyện, H. …)."""
    found = starts(doc, "organizations").get(i)
    if found is None:
        return i + 2 if short_place_at(doc, i, limit) else None
    if KINDS[found[1]] != LOCALITY:
        return None
    end = found[0]
    if end < limit and doc.words[end] == "." and doc.words[end - 1].isupper():
        end += 1
    return end


def _place_end(doc: Doc, i: int, limit: int) -> int:
    """The token after the place whose name starts at ``i``, stopping before a person who follows it at once."""
    province = starts(doc, "provinces").get(i)
    end = capitals(doc, i, limit)
    if end == i and i < limit and doc.words[i][0].isdigit():
        return i + 1
    if doc.norms[i - 1] == "tỉnh" and end - i >= 3 and person_end(doc, i, limit) == end and not province:
        return i
    # "Bà Rịa - Vũng Tàu"; "tỉnh An Giang Trần Văn B"
    if province and (province[0] > end or (province[0] < end and person_end(doc, province[0], limit))):
        return province[0]
    if end - i >= 4 and person_end(doc, i + 2, limit) == end:
        one = end - i == 4 and i + 1 in starts(doc, "surnames") and doc.norms[i + 2] in {"văn", "thị"}
        return i + 1 if one else i + 2  # "huyện Kbang Nguyễn Văn An"
    if end - i >= 5:
        return i + 2
    return end


# What no name goes on with: "Bộ A và Kỷ niệm chương …".
_NO_NAMES = ("posts", "honorifics", "roles", "awards")


def _joins(doc: Doc, i: int, limit: int, plural: bool) -> bool:
    """Whether the dash, slash, "&" or "và" at ``i`` goes on inside a name."""
    following = i + 1
    if following >= limit or not doc.words[following][0].isalnum() or is_stop(doc, following):
        return False
    word, norm = doc.words[following], doc.norms[following]
    if (doc.words[i] in DASHES or doc.words[i] == "&") and not doc.blanks[i] and not doc.blanks[i - 1]:
        return True
    if norm == "nhiều" or head_at(doc, following) or any(following in starts(doc, layer) for layer in _NO_NAMES):
        return False
    if doc.norms[i] != "và":
        return norm not in _APPOSED
    if norm in _PLURAL:
        return _joins_plural(doc, following + 1)
    one = doc.between(following, following + 2).lower() in _OF_MANY  # "Công ty A và cá nhân ông B"
    return (plural or not capital(word)) and norm not in _APPOSED and not one


def _joins_plural(doc: Doc, i: int) -> bool:
    """Whether what "và các" counts at ``i`` goes on inside a name: "… và các khu công nghiệp", not "và các cá nhân"."""
    after = starts(doc, "organizations").get(i)
    if after is None:
        return doc.between(i, i + 2).lower() not in _OF_MANY
    return KINDS[after[1]] != LOCALITY and not capital(doc.words[i])


def name_end(doc: Doc, i: int, limit: int, *, plural: bool = False, own: str | None = None) -> int:
    """The token after the name whose head ends at ``i``.

    ``plural``: words for several places may stand inside; ``own``: the kind of the body whose own head
    it is (None: shared by several); in its name "và" may join two trades, in a newspaper's any two capitals.
    """
    fields, provinces, words, norms = starts(doc, "fields"), starts(doc, "provinces"), doc.words, doc.norms
    first = i
    limit = min(limit, i + _LONGEST)
    end = i
    place = False  # after a place only another place goes on
    while i < limit:
        word, norm = words[i], norms[i]
        if word.isspace() or is_stop(doc, i) or _opens_sentence(doc, i):
            break
        if i in fields and not place:
            i = end = fields[i][0]
            continue
        province = provinces.get(i)
        named = province is not None and (first < i or person_end(doc, province[0], limit))
        if province and named and capital(word) and not plural and not place:
            i = end = province[0]
            place = True
            continue
        after_place = _place_at(doc, i, limit) if words[i - 1] != "&" else None
        if after_place is not None:
            if norms[i - 1] in _PLURAL and not plural:
                break
            end = i = _place_end(doc, after_place, limit)
            place = not plural
            continue
        if inside := _past_mark(doc, i, limit, plural):
            i = inside
            continue
        if word in DASHES or word == "&" or norm == "và":
            joint = plural or own == "press" or (own is not None and _two_trades(doc, first, i, limit))
            if i == first or place or not _joins(doc, i, limit, joint):
                break
            i += 1
            continue
        if not (_counted(doc, i, limit, plural) if word[0].isdigit() else not place and _goes_on(doc, i, limit, first)):
            break
        i += 1
        if norm not in _PLURAL:
            end = i
        place = place or (word == "Nam" and words[i - 2] == "Việt" and not plural)
    return end


def _two_trades(doc: Doc, first: int, i: int, limit: int) -> bool:
    """Whether "và" at ``i`` joins two trades in one name: "Công ty Sản xuất và Thương mại A", "Trung tâm Dạy và Học".

    A trade is written as a common noun, its first syllable alone with a capital; what has a name of its own before
    "và" is whole ("Công ty Xi măng Sơn Hà và …").
    """
    words = doc.words
    if i + 2 >= limit or not (capital(words[i + 1]) and words[i + 2].islower() and words[i + 2].isalpha()):
        return False
    if is_stop(doc, i + 2) or i + 1 in starts(doc, "surnames") or words[i + 1].isupper():
        return False
    started = next((j for j in range(i - 1, first - 1, -1) if capital(words[j])), None)
    if started is None or any(words[j].isalpha() and not words[j].islower() for j in range(started + 1, i)):
        return False
    proper = started > first and capital(words[started - 1]) and not words[started - 1].isupper()
    return not proper and words[started].isalpha() and not words[started].isupper()


def _past_mark(doc: Doc, i: int, limit: int, plural: bool) -> int | None:
    """The token after a comma between collective nouns, or after a short form in brackets, inside a name."""
    if plural and doc.words[i] == "," and i + 1 < limit and doc.words[i + 1] in _COLLECTIVE:
        return i + 1
    return _past_short_form(doc, i, limit, plural) if doc.words[i] == "(" else None


def _past_short_form(doc: Doc, i: int, limit: int, plural: bool) -> int | None:
    """ "Trung cấp (TC) Kinh tế", "các trường đại học (ĐH), cao đẳng": the token after a short form inside a name."""
    short = doc.words[i + 1] if i + 3 < limit else ""
    if not (2 <= len(short) <= 5 and short.isupper() and doc.words[i + 2] == ")"):
        return None
    following = doc.words[i + 3]
    goes_on = capital(following) and following.isalpha() and head_at(doc, i + 3) is None
    # or to its place, as in "Bộ đội Biên phòng (BĐBP) tỉnh A"
    goes_on = goes_on or (following.islower() and _place_at(doc, i + 3, limit) is not None)
    return i + 3 if goes_on or (plural and doc.norms[i + 3] in {",", "và", "các"}) else None


# With a capital these open a sentence, also where a caption lost its full stop: "… Cục Y tế Đến nay đã có …".
_OPENINGS = frozenset(
    {("đến", "nay"), ("vừa", "qua"), ("hiện", "nay"), ("trước", "đó"), ("sáng", "nay"), ("mới", "đây")}
)


def _opens_sentence(doc: Doc, i: int) -> bool:
    return capital(doc.words[i]) and doc.norms[i : i + 2] in _OPENINGS and doc.words[i + 1].islower()


_UNITS = frozenset(
    {"quân khu", "quân đoàn", "sư đoàn", "lữ đoàn", "trung đoàn", "tiểu đoàn", "hải đoàn", "binh đoàn", "khu vực"}
)
_NUMBERED = frozenset(unit.split()[1] for unit in _UNITS)


def _numbers_unit(doc: Doc, i: int) -> bool:
    """Whether a unit is told apart by the number at ``i``: "Quân khu 9"."""
    return doc.norms[i - 1] in _NUMBERED and i > 1 and f"{doc.norms[i - 2]} {doc.norms[i - 1]}" in _UNITS


def _counted(doc: Doc, i: int, limit: int, plural: bool) -> bool:
    """Whether a number belongs to the name: "Quân khu 9", "Sư phạm Hà Nội 2"; not "Khối 8 cơ quan"."""
    following = doc.words[i + 1] if i + 1 < limit else None
    if _numbers_unit(doc, i):
        return True  # "Quân khu 9 diễn tập"
    if doc.between(i + 1, i + 3).lower() in {"năm liền", "năm liên", "năm qua", "lần được", "lần liên"}:
        return False  # "Sở Y tế 3 năm liền được …"
    if following is None or not following.islower() or following == "và" or is_stop(doc, i + 1):
        return True
    place = _place_at(doc, i + 1, limit)
    # "Trường THPT Sông Lam 1 huyện Ba Tơ"
    named = place is not None and place < limit and capital(doc.words[place]) and capital(doc.words[i - 1])
    return named or (plural and place is not None)


def _goes_on(doc: Doc, i: int, limit: int, first: int) -> bool:
    """Whether the word at ``i`` belongs to the name that has run from ``first`` on."""
    words = doc.words
    if not is_word(words[i]) or (words[i - 1].isdigit() and words[i].islower() and _numbers_unit(doc, i - 1)):
        return False
    follows_words = i > first and (words[i - 1].islower() or (words[i - 1].isupper() and words[i - 2] in "&-"))
    if follows_words and capital(words[i]) and i in starts(doc, "surnames"):
        # "Ban Tổ chức Tỉnh ủy Đoàn Quang Tựu": three capitals led by a family name are the office's holder.
        return person_end(doc, i, limit) is None or capitals(doc, i, limit) - i < 3
    return True


def body_at(doc: Doc, i: int, limit: int) -> Name | None:
    """The body whose name starts at ``i``."""
    if i not in starts(doc, "organizations"):
        return None
    known: dict[tuple[int, int], Name | None] = doc.user_data.setdefault("body_at", {})
    if (i, limit) not in known:
        head = head_at(doc, i)
        known[i, limit] = _body(doc, i, limit, head) if head else None
    return known[i, limit]


def _body(doc: Doc, i: int, limit: int, head: tuple[int, str]) -> Name | None:
    start, (end, kind) = i, head
    if kind == LOCALITY:
        after = _place_at(doc, i, limit) or end
        end = _place_end(doc, after, limit)
        if end == after:
            return None
        end = _nested_place(doc, end, limit)
    else:
        end = name_end(doc, end, limit, own=kind)
        if kind == "school" and doc.words[end - 1].islower() and i - 1 not in _post_ends(doc):
            end = person_end(doc, end, limit) or end  # "Đại học Y khoa Phạm Bá Lộc" is called after him
    if end == head[0] and kind in {"department", "ministry", "office", "school", "union"} and end - start == 1:
        return None
    text = expand(doc.between(start, end))
    return Name(start=start, end=end, text=text[0].lower() + text[1:] if kind == LOCALITY else text, kind=kind)


def _post_ends(doc: Doc) -> frozenset[int]:
    """The last tokens of the posts of a Doc: behind a post and its body stands who holds it."""
    known: frozenset[int] | None = doc.user_data.get("post_ends")
    if known is None:
        known = doc.user_data["post_ends"] = frozenset(end - 1 for end, _ in starts(doc, "posts").values())
    return known


def _nested_place(doc: Doc, i: int, limit: int) -> int:
    """ "huyện Mang Thít tỉnh Vĩnh Long": the place around a place belongs to its name."""
    after = _place_at(doc, i, limit) if i < limit else None
    if after is not None and capitals(doc, after, limit) > after:
        return _place_end(doc, after, limit)
    return i


def organizations(doc: Doc, start: int, end: int) -> tuple[Name, ...]:
    """The bodies named in tokens ``start:end``, in order, not overlapping."""
    found: list[Name] = []
    past = start
    for i in sorted(starts(doc, "organizations")):
        body = body_at(doc, i, end) if past <= i < end else None
        if body:
            found.append(body)
            past = body.end
    return tuple(found)


def openings(doc: Doc, layers: tuple[str, ...]) -> frozenset[int]:
    """The tokens at which an entry of one of the layers starts."""
    key = "openings " + " ".join(layers)
    known: frozenset[int] | None = doc.user_data.get(key)
    if known is None:
        known = doc.user_data[key] = frozenset().union(*(starts(doc, layer) for layer in layers))
    return known
