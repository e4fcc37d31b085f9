"""The persons of an article: found behind what introduces them, and again by a short form or a pronoun.

A person is named in full once and then called by the last syllables of the name ("ông Thạo", "Lan Anh"), by a word
of address ("em", "anh") or by what the person is ("tài xế này"). Any of these stands for a person only when the
article leaves one reading; two readings are no name, and so no row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from extract.facts.nations import past_nation
from extract.facts.post_names import IN_CHAINS, behind_post, from_abroad
from extract.holders import people
from extract.lexicon import load
from extract.names import LOCALITY, PERSON, Name, body_at, head_at, is_stop, person_at, person_end, starts
from extract.places import REGIONS
from extract.view import Doc

_ADDRESS = "address"


@cache
def _introductions() -> dict[tuple[str, ...], str]:
    return {tuple(re.findall(r"\w+|[^\w\s]", p)): entry.id for entry in load("introductions") for p in entry.phrases}


@cache
def _introducing() -> frozenset[str]:
    return frozenset(words[0] for words in _introductions())


_LONGEST = 4


def introduction_at(doc: Doc, i: int, limit: int) -> tuple[int, str] | None:
    """The noun that introduces a person at token ``i``: (token after it, id of its entry)."""
    norms = doc.norms
    known = _introductions()
    for n in range(min(_LONGEST, limit - i) if i < limit and norms[i] in _introducing() else 0, 0, -1):
        id_ = known.get(norms[i : i + n])
        if id_ is not None and (norms[i] != "bạn" or doc.between(i + 1, i + 2)[:1].isupper()):  # not "bạn của ông A"
            return i + n, id_
    return None


_DEGREES = frozenset({"ts", "ths", "pgs", "gs", "bs", "cki", "ckii", "tskh", "ds"})


def past_titles(doc: Doc, i: int, limit: int) -> int:
    """The token after all that introduces a person at ``i``: "cá nhân đồng chí", "bác sĩ chuyên khoa II"."""
    at, _ = _titles(doc, i, limit)
    return at


def _titles(doc: Doc, i: int, limit: int) -> tuple[int, bool]:
    """(token after the titles at ``i``, whether they are said of one person whatever follows)."""
    at, of_one = i, False
    honorifics, posts = starts(doc, "honorifics"), starts(doc, "posts")
    while at < limit:
        step = introduction_at(doc, at, limit)
        if at > i and doc.words[at][:1].isupper() and doc.norms[at] in WORDS_OF_ADDRESS:
            break  # "chị Anh" is called Anh
        if step is not None and not (at == i and doc.norms[at] in {"nữ", "nam", "quyền"}):
            if at == i and doc.norms[i] == "mẹ" and introduction_at(doc, step[0], limit):
                break  # "mẹ liệt sĩ A" is not A
            of_one = of_one or step[1] == _ADDRESS
            at = step[0]
        elif (close := past_epithet(doc, at, limit)) > at:
            at = close
        elif at in honorifics:
            of_one, at = True, honorifics[at][0]
        elif at in posts and at > i:
            at = posts[at][0]
        elif at > i and doc.norms[at] == "chuyên" and doc[at + 1 : at + 2].text == "khoa":
            at += 3
        elif at > i and (doc.words[at] in {".", "I", "II"} or doc.norms[at] in _DEGREES or _chained(doc, at, limit)):
            at += 1
        elif at > i and doc.norms[at] == "người" and (nation := past_nation(doc, at + 1, limit)) > at + 1:
            of_one, at = True, nation  # "HLV người Hàn Quốc A"
        elif at > i and (nation := _before_foreigner(doc, at, limit)) > at:
            at = nation
        else:
            break
    return min(at, limit), of_one


def past_epithet(doc: Doc, i: int, limit: int) -> int:
    """The token after what a person is called in quotes before the name ("người hùng"); ``i`` where none stands."""
    if doc.words[i] not in {'"', "“", "‘", "'"}:
        return i
    close = next((j for j in range(i + 2, min(limit, i + 5)) if doc.words[j] in {'"', "”", "’", "'"}), i)
    said = close > i and all(doc.words[j].islower() and doc.words[j].isalpha() for j in range(i + 1, close))
    return close + 1 if said else i


def _before_foreigner(doc: Doc, i: int, limit: int) -> int:
    """ "Đại sứ Nhật Bản A B", "chuyên gia Hàn Quốc C D": the token after the nation behind what one is; else ``i``."""
    nation = past_nation(doc, i, limit)
    envoy = doc.norms[i - 1] in {"sứ", "sự", "quyền"}  # "anh Đức Anh", "bà Mỹ Lệ Thu" are so called
    named = all(w[:1].isupper() and w.isalpha() for w in doc.words[nation : nation + 2]) and nation + 2 <= limit
    return nation if named and (envoy or nation > i + 1) else i


def _chained(doc: Doc, i: int, limit: int) -> bool:
    """Whether the comma or dash at ``i`` goes on in a chain of titles."""
    if doc.words[i] not in {",", "-", "–"} or i + 1 >= limit:
        return False
    found = starts(doc, "honorifics").get(i + 1) or introduction_at(doc, i + 1, limit)
    return (found is not None and found[1] in IN_CHAINS) or doc.norms[i + 1] in _DEGREES


def introduced(doc: Doc, i: int, limit: int, *, known: bool = False) -> Name | None:
    """The person at ``i``, titles, posts and the body they are held at left out.

    ``known``: the place is one where a person stands (a list of persons), so that any two capitals are a name.
    """
    person = person_at(doc, i, limit)
    if person is not None and not _is_place(doc, person.start, person.end):
        return _whole(doc, person)
    at, of_one = _titles(doc, i, limit)
    person = person_at(doc, at, limit) if at > i else None
    if person is None and at > i:
        person = _named_behind(doc, at, limit, of_one, known)
    if person is None:
        person = _post_holder(doc, i, limit) or _at_a_body(doc, i, at, limit) or behind_post(doc, i, at, limit)
        person = person or (from_abroad(doc, at, limit) if at > i else None)
    if person is None and known and at == i and head_at(doc, i) is None:
        person = _capitals(doc, i, limit)
    if person is None:
        person = short_form(doc, at, limit, bare=at == i and not known)
        if person is not None and at > i:
            person = Name(start=i, end=person.end, text=person.text, kind=PERSON)
    return _whole(doc, person) if person else None


def _capitals(doc: Doc, at: int, limit: int) -> Name | None:
    end = person_end(doc, at, limit, known=True)
    if end is None or _is_place(doc, at, end):
        return None
    return Name(start=at, end=end, text=doc.between(at, end), kind=PERSON)


def _named_behind(doc: Doc, at: int, limit: int, of_one: bool, known: bool) -> Name | None:
    """A name behind a title; behind an occupation alone, no item of a list of persons, it may be a place."""
    person = _capitals(doc, at, limit) if at < limit and head_at(doc, at) is None else None
    if person is None:
        return None
    ends = known and (person.end >= limit or not doc.words[person.end].isalpha() or is_stop(doc, person.end))
    return person if of_one or ends or person.end - at >= 3 or at in starts(doc, "surnames") else None


def _is_place(doc: Doc, start: int, end: int) -> bool:
    province = starts(doc, "provinces").get(start)
    if province is not None and province[0] >= end:
        return True
    text = doc.between(start, end)
    return text in REGIONS or text in {"Việt Nam", "Hồ Chí Minh"}


# "đường Lê A", "chiến dịch Hoàng B", "biển Thái C": what has a place or event before its name and no title is that.
_PLACED = frozenset({
    "đường", "phố", "biển", "đảo", "vịnh", "núi", "dãy", "sông", "hồ", "đèo", "cầu", "cảng", "ga", "chợ", "vùng",
    "miền", "nước", "trường", "trận", "dịch", "ở", "tại", "bến", "rừng", "ngõ", "hẻm", "khu",
})  # fmt: skip


def _placed(doc: Doc, start: int) -> bool:
    return start > 0 and doc.norms[start - 1] in _PLACED and doc.words[start - 1].islower()


def _post_holder(doc: Doc, i: int, limit: int) -> Name | None:
    """ "[nguyên] Chủ tịch UBND tỉnh A Trần Văn B": the name at once behind the post and its body."""
    at = i
    step = introduction_at(doc, at, limit)
    while step is not None and step[1] == "former":
        at = step[0]
        step = introduction_at(doc, at, limit)
    found = starts(doc, "posts").get(at)
    if found is None:
        return None
    end = found[0]
    if end < limit and doc.norms[end] == "thường":
        end += 2
    bare = _behind_head(doc, end, limit)
    if bare is not None:
        return bare
    if (nation := _before_foreigner(doc, end, limit)) > end:
        return _capitals(doc, nation, limit)
    body = body_at(doc, end, limit) if end < limit else None
    if body is not None and (swallowed := _swallowed(doc, body)):
        return swallowed
    end = body.end if body else end
    return _behind_body(doc, end, limit) or _behind_mark(doc, end, limit)


def _behind_mark(doc: Doc, i: int, limit: int) -> Name | None:
    """ "Giám đốc Sở A, ông Trần Văn B", "Đại sứ C - bà D": who holds it, behind a mark and an address."""
    if i + 1 >= limit or doc.words[i] not in {",", "-", "–"} or doc.norms[i + 1] not in WORDS_OF_ADDRESS | {"ngài"}:
        return None
    return person_at(doc, i + 1, limit)


_AT_THEIR_HEAD = frozenset({"company", "department", "union", "office", "bank", "ministry", LOCALITY})
_MIDDLE = frozenset({"Văn", "Thị", "Hữu", "Đình", "Viết", "Quốc", "Đăng"})


def _behind_head(doc: Doc, i: int, limit: int) -> Name | None:
    """ "Giám đốc Công ty Trần Văn B", "Chủ tịch xã Trần Văn B": the body is told by its head alone.

    Communes and schools bear names of the dead: behind the word for a place only a name that has such a middle counts.
    """
    head = head_at(doc, i) if i < limit else None
    if head is None or head[1] not in _AT_THEIR_HEAD or head[0] not in starts(doc, "surnames"):
        return None
    end = person_end(doc, head[0], limit)
    if end is None or not 3 <= end - head[0] <= 4 or head[0] in starts(doc, "provinces"):
        return None
    if head[1] == LOCALITY and doc.words[head[0] + 1] not in _MIDDLE:
        return None
    return Name(start=i, end=end, text=doc[head[0] : end].text, kind=PERSON)


def _at_a_body(doc: Doc, i: int, at: int, limit: int) -> Name | None:
    """ "phóng viên Báo A Trần Văn B": the name at once behind the body the person works at."""
    if at == i or at >= limit:
        return None
    body = body_at(doc, at, limit)
    if body is None:
        return None
    return _behind_body(doc, body.end, limit) or _swallowed(doc, body)


def _swallowed(doc: Doc, body: Name) -> Name | None:
    """ "[phóng viên] Báo Lam Giang Đinh Bá Dần": three capitals led by a family name, behind two that name the body."""
    at = body.end - 3
    words = [t.text for t in doc[max(body.start + 1, at - 2) : body.end]]
    if len(words) < 5 or at not in starts(doc, "surnames") or not all(w.istitle() for w in words):
        return None
    return Name(start=at, end=body.end, text=doc[at : body.end].text, kind=PERSON)


def _behind_body(doc: Doc, end: int, limit: int) -> Name | None:
    if end >= limit or end not in starts(doc, "surnames"):
        return person_at(doc, end, limit) if end < limit and end in starts(doc, "honorifics") else None
    province = starts(doc, "provinces").get(end)
    at = province[0] if province else end
    person = _capitals(doc, at, limit)
    return person if person and person.end - at >= 2 else None


def _whole(doc: Doc, person: Name) -> Name:
    """A short name that is the end of one told in full ("Lan Anh") is told in full."""
    person = _before_occupation(doc, _past_province(doc, person))
    found = cast_of(doc).tails.get(person.text, set())
    if len(found) == 1:
        return Name(start=person.start, end=person.end, text=next(iter(found)), kind=PERSON)
    return person


def _before_occupation(doc: Doc, person: Name) -> Name:
    """ "Ngô Bá Đông Đạo diễn hình ảnh": the first syllable of an occupation behind the name is none of it."""
    last = person.end - 1
    after = introduction_at(doc, last, len(doc)) if last - person.start >= 3 else None
    if after is None or after[0] <= person.end:
        return person
    return Name(start=person.start, end=last, text=doc[person.start : last].text, kind=PERSON)


def _past_province(doc: Doc, person: Name) -> Name:
    """ "Chủ tịch UBND Hà Nội Trần Văn Lộc": the province before the name is none of it."""
    province = starts(doc, "provinces").get(person.start)
    if province is None or province[0] + 2 > person.end:
        return person
    return Name(start=province[0], end=person.end, text=doc[province[0] : person.end].text, kind=PERSON)


@dataclass(slots=True)
class Cast:
    """The persons of an article: full names by what they may be called, and how each is addressed."""

    tails: dict[str, set[str]] = field(default_factory=dict)
    named: list[Name] = field(default_factory=list)  # every full name where it stands
    addressed: dict[str, set[str]] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)  # the nouns that introduce each


def cast_of(doc: Doc) -> Cast:
    known: Cast | None = doc.user_data.get("cast")
    if known is None:
        known = doc.user_data["cast"] = Cast()
        _fill(doc, known)
    return known


def _fill(doc: Doc, cast: Cast) -> None:
    known = (p for p in people(doc, 0, len(doc)) if not _is_place(doc, p.start, p.end) and not _placed(doc, p.start))
    found = [_past_province(doc, p) for p in known]
    full = {p.text for p in found if len(p.text.split()) >= 3 or p.start in starts(doc, "surnames")}
    full -= {name for name in full if any(other.endswith(" " + name) for other in full)}
    times = Counter(p.text for p in found)
    for name in tuple(full):
        # A name that ran on into the next word, or broke off: the one told more often is the name.
        for other in tuple(full):
            if other.startswith(name + " "):
                full.discard(name if times[name] < times[other] else other)
    cast.named = [p for p in found if p.text in full]
    for name in full:
        words = name.split()
        for k in range(1, len(words)):
            cast.tails.setdefault(" ".join(words[k:]), set()).add(name)
    for p in cast.named:
        _note(doc, cast, p.text, p.start)
    for i, word in enumerate(doc.words):
        if word in cast.tails and len(cast.tails[word]) == 1 and i:
            (name,) = cast.tails[word]
            _note(doc, cast, name, i)


def _note(doc: Doc, cast: Cast, name: str, i: int) -> None:
    cast.addressed.setdefault(name, set()).update(_called(doc, i))
    for n in range(1, min(_LONGEST, i) + 1):
        noun = doc.norms[i - n : i]
        if _introductions().get(noun, "former") != "former":
            cast.titles.setdefault(name, set()).add(same_noun(" ".join(noun)))


# Nouns that say the same of one person.
_SAME_NOUN = {
    "lái xe": "tài xế", "nữ sinh": "học sinh", "nam sinh": "học sinh", "em học sinh": "học sinh",
    "nam sinh viên": "sinh viên", "nữ sinh viên": "sinh viên", "chàng sinh viên": "sinh viên", "lão ngư": "ngư dân",
    "lão nông": "nông dân", "nữ nhân viên": "nhân viên", "nam nhân viên": "nhân viên", "pv": "phóng viên",
    "nhà báo": "phóng viên", "bs": "bác sĩ", "cô giáo": "giáo viên", "thầy giáo": "giáo viên",
    "nhà giáo": "giáo viên",
}  # fmt: skip


def same_noun(noun: str) -> str:
    return _SAME_NOUN.get(noun, noun)


WORDS_OF_ADDRESS = frozenset({"ông", "bà", "anh", "chị", "em", "cháu", "cô", "thầy", "cụ", "bé"})


def _called(doc: Doc, i: int) -> Iterator[str]:
    """The word of address before (or at the start of) a name at ``i``, through ranks; a pupil is an "em"."""
    norms, words = doc.norms, doc.words
    for j in range(i, max(-1, i - 4), -1):
        if j < i and words[j] in {",", ".", ";", ":"}:
            return
        if norms[j] in WORDS_OF_ADDRESS and (j < i or words[j].islower()):
            yield norms[j]
            return
        if j < i and norms[j] == "sinh" and norms[j - 1] in {"học", "nữ", "nam"}:
            yield "em"
            return


def short_form(doc: Doc, i: int, limit: int, *, bare: bool = False) -> Name | None:
    """ "Thạo", "Lan Anh": the one person of the article whose name ends so; ``bare``: no title stands before it."""
    words = doc.words
    if i >= limit or not words[i][0].isupper() or not words[i].isalpha():
        return None
    end = i + 1
    while end < min(len(words), i + 3) and words[end][0].isupper() and words[end].isalpha():
        end += 1
    if end > limit or (bare and (_reads_otherwise(doc, i) or end - i > 2)):
        return None
    found = cast_of(doc).tails.get(doc.between(i, end), set())
    return Name(start=i, end=end, text=next(iter(found)), kind=PERSON) if len(found) == 1 else None


def _reads_otherwise(doc: Doc, i: int) -> bool:
    """Whether a bare capital at ``i`` may be a word of address, the head of a body, a post or a place."""
    return (
        doc.norms[i] in WORDS_OF_ADDRESS
        or doc.words[i].isupper()
        or any(i in starts(doc, layer) for layer in ("organizations", "posts", "provinces", "honorifics", "stops"))
    )
