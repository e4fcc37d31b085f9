"""One named recipient: a person with or without titles, a body, a unit inside one, or several with a shared head.

Short forms ("ông Thạo", "SBC", "bệnh viện") are resolved by the article; a place after a place takes its word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.aliases import (
    bare_body,
    body_by_acronym,
    body_by_head,
    body_by_tail,
    body_by_word,
    body_noun_at,
    in_full,
    with_commune,
)
from extract.facts.persons import introduced, past_titles
from extract.facts.reference import by_pronoun
from extract.facts.units import told_of
from extract.model import RecipientKind
from extract.names import LOCALITY, Name, body_at, expand, head_at, is_stop, name_end, person_at, starts
from extract.view import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A named recipient (count 1) or an unnamed number of one kind; tokens ``start:end``."""

    start: int
    end: int
    text: str | None
    kind: RecipientKind
    count: int


def matched_words(doc: Doc, start: int, end: int) -> str:
    if start >= end:
        return ""
    offsets = doc.offsets
    return doc.form[offsets[start] : offsets[end] if end < len(offsets) else None]


def token_at(doc: Doc, start: int, characters: int) -> int:
    return max(start, doc.token_at(doc.offsets[start] + characters))


_COUNTING = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
NUMBERS = {word: value for value, word in enumerate(_COUNTING, start=1)}
PLACES = re.compile(r"^(?:huyện|xã|phường|thị trấn|quận|tỉnh|thôn|ấp)$")


def raw_name(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """An item of a counted list of bodies: from a capital to the next separator, brackets left out."""
    if not doc.words[i][:1].isupper():
        return None
    end = _raw_end(doc, i, limit)
    if end - i < 2:
        return None
    return [Recipient(start=i, end=end, text=expand(doc.between(i, end)), kind="organization", count=1)], end


# fmt: off
_RAW_STOPS = frozenset({
    "vì", "đã", "được", "do", "có", "nhận", "tại", "trong", "với", "nhân", "theo", "để", "bắt", "tham", "vinh",
})
# fmt: on


def _raw_end(doc: Doc, i: int, limit: int) -> int:
    """Where a name without a known head ends: at a separator before a capital or number, or at a closed-class word."""
    end = i
    fields = starts(doc, "fields")
    while end < limit and end - i < 20:
        if end in fields:
            end = fields[end][0]
            continue
        token = doc[end]
        if (
            token.text in {",", ";", ":", "(", ")"}
            or token.is_space
            or (token.text == "." and not abbreviates(doc, end))
        ):
            break
        following = doc[end + 1] if end + 1 < limit else None
        if (
            token.norm_ == "và"
            and following is not None
            and (
                following.text[:1].isupper()
                or following.is_digit
                or following.norm_ in NUMBERS
                or past_titles(doc, end + 1, limit) > end + 1
            )
        ):
            break
        if token.text.islower() and (ends_raw(doc, end) or told_of(doc, end)):
            break
        end += 1
    return end


def ends_raw(doc: Doc, i: int) -> bool:
    """Whether a word stands at ``i`` behind which no name goes on; "nhân dân" is not "nhân dịp"."""
    return doc.norms[i] in _RAW_STOPS and doc.norms[i : i + 2] != ("nhân", "dân")


def abbreviates(doc: Doc, i: int) -> bool:
    """Whether the full stop at ``i`` is that of "TP.", "TX."."""
    return i > 0 and len(doc[i - 1]) <= 3 and doc.words[i - 1][:1].isupper() and not doc.blanks[i - 1]


def several_with_one_head(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "các hội: Người mù, Khuyến học thành phố", "Công an các tỉnh A, B": one head for several names."""
    start = i
    prefix = ""
    lead = i
    if doc.norms[i] not in {"các", "hai", "ba"}:
        head = head_at(doc, i)
        if head is None or head[1] == LOCALITY:
            return None
        lead = next((j for j in range(head[0], min(limit, head[0] + 8)) if doc.norms[j] in {"các", "hai", "ba"}), -1)
        if lead < 0 or any(doc.norms[j] in {",", ";", "và", "của", "cho"} for j in range(i, lead)):
            return None
        prefix = doc.between(i, lead)
    found = starts(doc, "organizations").get(lead + 1)
    if found is None:
        return None
    at = found[0]
    noun = doc[lead + 1 : at].text
    if at < limit and doc.words[at] == ":":
        at += 1
    names: list[Recipient] = []
    stop = at
    base = f"{prefix} {noun}".strip()
    base = base[:1].upper() + base[1:] if prefix or not PLACES.match(noun.lower()) else base
    while at < limit and doc.words[at][:1].isupper():
        if names and head_at(doc, at) is not None and not _place_word(doc, at):
            break
        end = name_end(doc, at, limit)
        if end == at:
            break
        names.append(
            Recipient(
                start=start if not names else at,
                end=end,
                text=expand(f"{base} {doc.between(at, end)}"),
                kind="organization",
                count=1,
            )
        )
        stop = skip_brackets(doc, end, limit)
        if (
            stop < limit
            and doc.norms[stop] in {",", "và", ";"}
            and stop + 1 < limit
            and doc.words[stop + 1][:1].isupper()
        ):
            at = stop + 1
            continue
        break
    if len(names) < 2:
        return None
    return _shared_tail(names), stop


def _place_word(doc: Doc, i: int) -> bool:
    found = starts(doc, "organizations").get(i)
    return found is not None and doc.norms[i] in {"tỉnh", "huyện", "xã"}


_TAIL = re.compile(r"\s(tỉnh|thành phố|huyện|Tỉnh ủy)$")


def _shared_tail(names: list[Recipient]) -> list[Recipient]:
    """ "các hội: A, B và C thành phố": the tail said once belongs to all."""
    tail = _TAIL.search(names[-1].text or "")
    if tail is None or any(_TAIL.search(n.text or "") for n in names[:-1]):
        return names
    return [replace(n, text=f"{n.text} {tail[1]}") if n is not names[-1] else n for n in names]


def named(doc: Doc, i: int, limit: int, *, known: bool = False) -> tuple[list[Recipient], int] | None:
    """A person (``known``: the list has held persons so far) or a body, short forms resolved."""
    person = introduced(doc, i, limit, known=known) or by_pronoun(doc, i, limit)
    if person is not None:
        return [Recipient(start=person.start, end=person.end, text=person.text, kind="person", count=1)], person.end
    word = body_by_word(doc, i, limit)
    if word is not None:
        return [Recipient(start=i, end=word.end, text=word.text, kind="organization", count=1)], word.end
    body = body_by_acronym(doc, i, limit) or _unit(doc, i, limit) or body_at(doc, i, limit)
    body = body or body_by_tail(doc, i, limit)
    if body is None:
        return _bare_head(doc, i, limit)
    end, text = body.end, body.text
    while end - i > 1 and doc.norms[end - 1] in {"lên", "đạt", "đón"} and doc.words[end - 1].islower():
        end -= 1
        text = expand(doc.between(i, end))
    if bare_body(doc, body):
        return _bare_head(doc, i, limit)
    if _ANY_COMMUNE.search(text):
        whole = with_commune(doc, text)
        return ([Recipient(start=i, end=end, text=whole, kind="organization", count=1)], end) if whole else None
    text = in_full(doc, text)
    if doc.words[i][:1].islower() and body.kind not in {LOCALITY, "unit"}:
        text = text[:1].upper() + text[1:]
    return [Recipient(start=i, end=end, text=text, kind="organization", count=1)], end


# "Công an xã", "UBND phường": which of many is not told.
_ANY_COMMUNE = re.compile(r"\b(?:xã|phường|thị trấn)$")
_UNIT_WORDS = (("ban", "chuyên", "án"), ("khoa",), ("đồn",), ("trạm",), ("tổ",), ("đội",), ("hạt",), ("trạm", "phẫu"))


def _unit(doc: Doc, i: int, limit: int) -> Name | None:
    """A unit inside a body, which is no body of its own elsewhere: "Khoa Hồi sức tích cực", "ban chuyên án 305T"."""
    if i >= limit or (doc.norms[i] == "đồn" and head_at(doc, i) is not None):
        return None
    norms = doc.norms
    for words in _UNIT_WORDS:
        n = len(words)
        if norms[i : i + n] != words or i + n > limit:
            continue
        if words[-1] == "án" and doc.words[i][:1].isupper() and ends_bare(doc, i + n):
            return Name(start=i, end=i + n, text="Ban chuyên án", kind="unit")  # an article tells of one
        if i + n >= limit:
            continue
        if not (doc.words[i + n][:1].isupper() or doc.words[i + n][:1].isdigit()) or (
            n == 1 and not doc.words[i][:1].isupper()
        ):
            continue
        end = _raw_end(doc, i + n, limit)
        if end > i + n:
            return Name(start=i, end=end, text=expand(doc.between(i, end)), kind="unit")
    return None


def _bare_head(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """ "Hội", "nhà trường" alone: the one body of that kind of which the article tells."""
    norms = doc.norms
    if i >= limit or (i and (_ends_name(doc, i - 1) or norms[i - 1] in _MANY)):
        return None  # "Đoàn Tập đoàn": the end of another name
    at = i + 1 if norms[i] == "ngôi" else i  # "ngôi trường này"
    if norms[i : i + 2] == ("nhà", "trường"):
        end = i + 2
    else:
        found = starts(doc, "organizations").get(at)
        noun = found[0] if found is not None else body_noun_at(doc, at)
        if noun is None:
            return None
        end = noun
    head = " ".join(norms[at:end])
    if end > limit or not ends_bare(doc, end):
        return None
    text = body_by_head(doc, head, i)
    if text is None:
        return None
    end += end < limit and norms[end] in {"này", "ấy"}
    return [Recipient(start=i, end=end, text=text, kind="organization", count=1)], end


_MANY = frozenset({"các", "những", "nhiều", "mọi", "mỗi", "từng", "số", "nhà", "cấp", "liên"})


def _ends_name(doc: Doc, i: int) -> bool:
    return doc.words[i].isalpha() and doc.words[i][:1].isupper() and doc.norms[i] not in {"nay", "hiện", "dịp", "rồi"}


def ends_bare(doc: Doc, i: int) -> bool:
    """Whether what follows a bare head belongs to no name: "trường đã" is bare, "trường chuyên" is not."""
    if i >= len(doc):
        return True
    word = doc[i]
    return word.is_punct or word.is_space or word.text[0].isdigit() or is_stop(doc, i) or word.norm_ in _AFTER_BARE


_AFTER_BARE = frozenset({"và", "luôn", "từng", "liên", "vinh", "tự", "nhiều", "vì", "liền", "ta", "chúng"})


def elided(doc: Doc, i: int, limit: int, before: list[Recipient]) -> tuple[list[Recipient], int] | None:
    """A place after a place ("huyện A, B"): the word for its kind, or the whole shared head, is said once."""
    if not before or before[-1].text is None or before[-1].kind != "organization" or not doc.words[i][:1].isupper():
        return None
    following = doc.norms[min(i + 1, limit - 1)]
    if i in starts(doc, "organizations") or PLACES.match(following) or (doc.norms[i], following) == ("đơn", "vị"):
        return None  # "Đoàn xã A, Đoàn xã B": a head of its own; "huyện A, Đơn vị dẫn đầu": what the one before is
    if i in starts(doc, "surnames") and person_at(doc, i, limit) is not None and i not in starts(doc, "provinces"):
        return None
    m = re.match(r"^(.*\b(?:tỉnh|huyện|xã|phường|thị trấn|quận|thành phố))\s+[A-ZĐÂĂÊÔƠƯ]", before[-1].text)
    province = starts(doc, "provinces").get(i)
    if m is None and province is None:
        return None
    end = province[0] if province else i
    while not province and end < min(limit, i + 4) and doc.words[end].isalpha() and doc.words[end][:1].isupper():
        end += 1
    name = expand(doc.between(i, end))
    shared = _shared_place(m[1], name) if m and province else m[1] if m else ""
    return [Recipient(start=i, end=end, text=f"{shared} {name}".strip(), kind="organization", count=1)], end


_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"})


def _shared_place(shared: str, name: str) -> str:
    """What provinces share with the one before: "thành phố A, Lào Cai" is no city, "tỉnh A, Đà Nẵng" no province."""
    head, _, word = shared.rpartition("tỉnh" if shared.endswith("tỉnh") else "thành phố")
    other = (shared.endswith("tỉnh") and name in _CITIES) or (shared.endswith("thành phố") and name not in _CITIES)
    return head.strip() if other and not word else shared


def bare_province(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """A province without its word in a list ("Cà Mau, Đồng Tháp"): a mark, "và" or the end follows at once."""
    found = province_at(doc, i, limit)
    if found is None or (found[1] < limit and not _ends_item(doc, found[1])):
        return None
    return found


def _ends_item(doc: Doc, i: int) -> bool:
    return doc.words[i] in {",", ";", ")", "."} or doc.norms[i] == "và"


def province_at(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """A province without its word; "TP.HCM" is one."""
    found = starts(doc, "provinces").get(i)
    end = found[0] if found is not None else _saigon(doc, i)
    if end in {0, i} or end > limit or not doc.words[i][:1].isupper():
        return None
    if end < limit and doc.words[end].isalpha() and doc.words[end][:1].isupper():
        return None  # "Bình Dương Number One", "Long An Trần Văn B"
    return [Recipient(start=i, end=end, text=expand(doc.between(i, end)), kind="organization", count=1)], end


def _saigon(doc: Doc, i: int) -> int:
    """The token after "TP.HCM" in any of its spellings; 0 where it does not stand at ``i``."""
    for n in (1, 2, 3):
        if "".join(doc.norms[i : i + n]) in {"tphcm", "tp.hcm"}:
            return i + n
    return 0


def in_row(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """A province that opens a list of such ("Hà Nam, Hà Tĩnh được tặng"), not inside another list of places."""
    found = province_at(doc, i, limit)
    if found is None or (i and not (doc.words[i - 1].isspace() or doc.words[i - 1] in {",", ".", ":", "–", "-"})):
        return None
    inside = i > 1 and doc.words[i - 1] == "," and doc.words[i - 2][:1].isupper()
    at = found[1] + 1
    joined = at < limit and (doc.words[found[1]] == "," or doc.norms[found[1]] == "và")
    return found if joined and not inside and province_at(doc, at, limit) else None


def skip_brackets(doc: Doc, i: int, limit: int) -> int:
    while i < limit and doc.words[i] == "(":
        opening, i = i, next((j + 1 for j in range(i, min(limit, i + 40)) if doc.words[j] == ")"), i)
        if i == opening:
            break
    return i
