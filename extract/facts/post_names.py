"""The name of a person that ends a post: "Chủ nhiệm khoa Ngoại Trần Quốc B", "Đại sứ E tại Việt Nam Adam F"."""

from __future__ import annotations

from extract.facts.nations import past_nation
from extract.names import PERSON, Name, is_stop, person_at, person_end, starts
from extract.person_names import foreign_end
from extract.view import Doc

# Entries of honorifics, and of nouns that introduce, that stand in chains: "Tiến sĩ, Bác sĩ A", "PGS - TS B".
IN_CHAINS = frozenset({"degree", "rank", "honour", "work"})
_LONGEST_POST = 12  # tokens between what opens a post and the name of who holds it
# Places, schools, houses and firms are called after persons: the name at once behind these is theirs.
_CALLED_AFTER = frozenset({
    "trường", "thpt", "thcs", "học", "non", "đường", "phố", "phường", "xã", "huyện", "tỉnh", "quận", "thôn", "bản",
    "ấp", "viện", "ty", "tnhh", "phần", "mtv", "nghiệp", "đoàn", "quỹ", "giải", "chùa", "thị", "trấn", "gia", "đình",
    "em", "con", "cha", "mẹ", "bố", "vợ", "chồng", "ủy", "và", "ông", "bà", "anh", "chị", "cho", "tặng", "trao",
})  # fmt: skip


def behind_post(doc: Doc, i: int, at: int, limit: int) -> Name | None:
    """ "Chủ nhiệm khoa Ngoại Trần Quốc B", "nguyên Cán bộ Ban C Lê Văn D": the name that ends a post of any length.

    "Đại sứ E tại Việt Nam Adam F": the name behind a post that ends in the country is a person's, of whatever tongue.
    """
    words, norms = doc.words, doc.norms
    if at >= limit or not (at > i or i in starts(doc, "posts")):
        return None
    first = starts(doc, "posts").get(at, (at, ""))[0]
    end = first
    while end < min(limit, first + _LONGEST_POST) and (words[end][0].isalpha() or _hyphen(doc, end)):
        if is_stop(doc, end) and norms[end] != "của":
            break
        if norms[end] in {"cho", "tặng", "trao"}:
            return None
        if norms[end] == "và" and words[end + 1 : end + 2] and words[end + 1][:1].isupper():
            break
        if end > first and starts(doc, "honorifics").get(end, (0, ""))[1] in IN_CHAINS:
            titled = person_at(doc, end, limit)
            return titled if titled is not None and titled.start in starts(doc, "surnames") else None
        end += 1
    envoy = next((j + 4 for j in range(first, end - 4) if norms[j + 1 : j + 4] == ("tại", "việt", "nam")), None)
    while end < limit and norms[end : end + 3] == ("tại", "việt", "nam"):
        envoy, end = end + 3, foreign_end(doc, end + 3, limit)
    if envoy is not None and end > envoy:
        return Name(start=envoy, end=end, text=doc.between(envoy, end), kind=PERSON)
    for start in range(max(first, end - 4), end - 2):
        called = norms[start - 1] in _CALLED_AFTER or {"trường", "ty", "quỹ", "giải"} & set(norms[first:start])
        if start in starts(doc, "surnames") and not called and person_end(doc, start, limit) == end:
            return Name(start=start, end=end, text=doc.between(start, end), kind=PERSON)
    return None


def _hyphen(doc: Doc, i: int) -> bool:
    """Whether a hyphen inside a word stands at ``i``: "Đại sứ Ô-xtrây-li-a"."""
    return doc.words[i] == "-" and not doc.blanks[i] and not doc.blanks[i - 1]


def from_abroad(doc: Doc, at: int, limit: int) -> Name | None:
    """ "[chuyên gia] bắn súng người Hàn Quốc A B", "… người Hàn Quốc - A B": the name behind what one is and whence."""
    words = doc.words
    person = next(
        (j for j in range(at, min(limit, at + _TRADE)) if not words[j].islower() or doc.norms[j] == "người"), at
    )
    nation = past_nation(doc, person + 1, limit) if person < limit and doc.norms[person] == "người" else 0
    if nation <= person + 1:
        return None
    nation += words[nation : nation + 1] in (("-",), ("–",))
    end = foreign_end(doc, nation, limit)
    return Name(start=nation, end=end, text=doc.between(nation, end), kind=PERSON) if end > nation + 1 else None


_TRADE = 6  # tokens that tell what one does
