"""Short forms in an article: "ông Thạo" for the one Tăng Vĩnh Thạo, "SBC" for "… (SBC)", "bệnh viện" for the title's.

A short form is resolved only when the article leaves one reading; otherwise there is no name and so no row.
"""

from __future__ import annotations

import re

from extract.facts.units import belongs_to
from extract.model import Article, Bloc, Member
from extract.names import LOCALITY, Name, expand, head_at, organizations
from extract.text import match_form
from extract.view import Doc

_ACRONYM = re.compile(r"\(\s*(?:gọi tắt là |viết tắt là |sau đây gọi là )?([A-ZĐ][\w&\-]{1,14})\s*\)")
_TRADE_NAME = re.compile(r"\b((?:[Tt]ổng [Cc]ông ty|[Tt]ập đoàn|[Cc]ông ty) ([A-ZĐ]{2,8}))\b(?! [A-ZĐ])")
_WHOLE = frozenset({"tỉnh đoàn", "thành đoàn", "quận đoàn", "huyện đoàn", "thị đoàn", "trung ương đoàn", "t.ư đoàn"})


def _acronyms(doc: Doc) -> dict[str, set[str]]:
    known: dict[str, set[str]] | None = doc.user_data.get("bodies_by_acronym")
    if known is None:
        known = {}
        for m in _ACRONYM.finditer(doc.text):
            span = doc.char_span(m.start(), m.end())
            before = [n for n in organizations(doc, max(0, span.start - 24), span.start) if n.end == span.start]
            if before and len(before[-1].text.split()) > 2:
                _add_reading(known.setdefault(m[1], set()), before[-1].text)
        for m in _TRADE_NAME.finditer(doc.text):
            if m[2] not in known:
                known[m[2]] = {m[1][:1].upper() + m[1][1:]}  # "Tổng công ty SBC", then "SBC"
        doc.user_data["bodies_by_acronym"] = known
    return known


def _add_reading(known: set[str], name: str) -> None:
    """Add a name, unless it is one of ``known`` with other capitals ("Cổ phần Xây lắp", "cổ phần xây lắp")."""
    if not any(match_form(name) == match_form(other) for other in known):
        known.add(name)


_WORDS_SHORT = re.compile(r"\(([A-ZĐ]{2,6})\)")
_LETTERS = re.compile(r"\b[A-ZĐ]{2,6}\b")


# These stay as they are in names.
_STAY = frozenset({"UBND", "HĐND", "MTTQ", "THPT", "THCS", "TNHH", "MTV"})


def written_out(doc: Doc, name: str) -> str:
    """ "Hội KH tỉnh" where the article has said "Hội Khuyến học (KH)": the words for letters inside a name."""
    if _LETTERS.search(name) is None:
        return name
    known: dict[str, str] | None = doc.user_data.get("words_by_letters")
    if known is None:
        known = doc.user_data["words_by_letters"] = {}
        for m in _WORDS_SHORT.finditer(doc.text):
            words = doc.text[: m.start()].split()[-len(m[1]) :]
            if "".join(w[0].upper() for w in words) == m[1] and m[1] not in _STAY:
                known.setdefault(m[1], " ".join(words))
    return _LETTERS.sub(lambda m: known.get(m[0], m[0]), name) if known else name


_SHORT = re.compile(r"[A-ZĐ][\w&\-]{1,14}")


def body_by_acronym(doc: Doc, i: int, limit: int) -> Name | None:
    """ "SBC" where the article has said "Tổng Công ty … (SBC)"."""
    if i >= limit or not _SHORT.fullmatch(doc.words[i]):
        return None
    found = _acronyms(doc).get(doc.words[i], set())
    if len(found) != 1:
        return None
    return Name(start=i, end=i + 1, text=next(iter(found)), kind="body")


def _named_bodies(doc: Doc) -> tuple[Name, ...]:
    """The bodies with a name of their own, where they stand; a unit's name goes on to the body it belongs to."""
    known: tuple[Name, ...] | None = doc.user_data.get("named_bodies")
    if known is None:
        found = (n for n in organizations(doc, 0, len(doc)) if any(w[:1].isupper() or w.isdigit() for w in _words(n)))
        known = doc.user_data["named_bodies"] = tuple(found)
    return known


def _words(name: Name) -> list[str]:
    return name.text.split()[1:]


def in_full(doc: Doc, name: str) -> str:
    """ "Trường Tân Lập", "HTX Thanh Hà" where the article has one such body: its head and the end of its full name."""
    known: dict[str, str] | None = doc.user_data.get("bodies_in_full")
    if known is None:
        known = doc.user_data["bodies_in_full"] = _short_forms(doc)
    return known.get(name, name)


def _short_forms(doc: Doc) -> dict[str, str]:
    heads: dict[str, str] = {}  # each name and its head, in the order of their first telling
    short: dict[str, str] = {}
    for body in _named_bodies(doc):
        head = _head_of(doc, body) if body.kind != LOCALITY else ""
        if not head or body.text in heads:
            continue
        tail = body.text[len(head) :]
        if len(tail.split()) > 1 and tail.split()[0][:1].isupper():
            full = [o for o, same in heads.items() if same == head and o.endswith(tail) and o.lower().count(head) == 1]
            if len(full) == 1:
                short[body.text] = full[0]
        heads[body.text] = head
    return short


def _head_of(doc: Doc, name: Name) -> str:
    head = head_at(doc, name.start)
    text = expand(doc[name.start : head[0]].text) if head else ""
    return text.lower() if name.text.lower().startswith(text.lower() + " ") else ""


# Bare words and the heads of the names for which they stand.
_SAME_HEAD = {
    "nhà trường": ("trường", "học viện", "đại học", "cao đẳng"),
    "trường": ("trường", "học viện", "đại học", "cao đẳng"),
    "cty": ("công ty", "tổng công ty"),
    "công ty": ("công ty", "cty", "tổng công ty"),
    "tổng công ty": ("tổng công ty",),
    "nhà máy": ("nhà máy", "công ty"),
    "htx": ("hợp tác xã", "htx"),
    "hợp tác xã": ("hợp tác xã", "htx"),
    "doanh nghiệp": ("công ty", "cty", "tổng công ty", "tập đoàn", "doanh nghiệp tư nhân", "xí nghiệp", "hợp tác xã"),
    "clb": ("câu lạc bộ", "clb"),
    "câu lạc bộ": ("câu lạc bộ", "clb"),
}
# Nouns that stand for a body and head no name, or not every name.
_NOUNS = (("doanh", "nghiệp"), ("câu", "lạc", "bộ"), ("clb",), ("đồn",))


def body_noun_at(doc: Doc, i: int) -> int | None:
    """The token after a noun for a body at ``i`` that is the head of no name."""
    norms = doc.norms
    return next((i + len(noun) for noun in _NOUNS if norms[i : i + len(noun)] == noun), None)


# Of these every article names some that receive nothing.
_ABOVE = frozenset({"bộ", "tỉnh", "ubnd", "sở", "thành phố", "tp", "ủy ban", "hđnd", "ủy ban nhân dân"})


def body_by_head(doc: Doc, head: str, i: int) -> str | None:
    """The one body of that kind for a bare head ("Hội", "nhà trường"): of the title, the opening, or told so far."""
    article: Article = doc.article
    heads = _SAME_HEAD.get(head, (head,))
    fitting = [
        n for n in _named_bodies(doc) if n.start < i and n.text.lower().startswith(tuple(f"{h} " for h in heads))
    ]
    ends = [b.end for b in article.blocks if b.kind == "paragraph"][:1]
    limits = (len(article.title), ends[0] if ends else 0, len(article.text))
    for limit in limits[: 1 if head in _ABOVE else 3]:
        names = {in_full(doc, n.text) for n in fitting if doc.offsets[n.start] < limit}
        names = {n[:1].upper() + n[1:] for n in names}
        names = {n for n in names if not any(o != n and o.startswith(n + " ") for o in names)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def body_by_tail(doc: Doc, i: int, limit: int) -> Name | None:
    """ "Vinabo 14" where the article has said "Công ty Cổ phần Vinabo 14": the company's own part of its name."""
    if i >= limit or not doc.words[i][:1].isupper() or len(doc[i]) < 3 or doc[i].is_punct:
        return None
    tails: dict[str, set[str]] | None = doc.user_data.get("company_tails")
    if tails is None:
        tails = doc.user_data["company_tails"] = {}
        for name in _named_bodies(doc):
            if name.kind in {"company", "bank"}:
                tails.setdefault(_own_part(name.text), set()).add(name.text)
    for end in range(min(limit, i + 6), i, -1) if tails else ():
        found = tails.get(doc.between(i, end), set())
        if len(found) == 1 and (end >= limit or not doc.words[end][:1].isupper()):
            return Name(start=i, end=end, text=next(iter(found)), kind="company")
    return None


_SORTS = re.compile(
    r"^(?:(?:tổng công ty|công ty|tập đoàn|ngân hàng|cty|cổ phần|tnhh|một thành viên|mtv|tmcp|cp|thương mại|nhà nước"
    r"|đầu tư|xây dựng|sản xuất|và|dịch vụ|phát triển)\s+)+",
    re.IGNORECASE,
)


def _own_part(name: str) -> str:
    return _SORTS.sub("", name)


def with_commune(doc: Doc, name: str) -> str | None:
    """ "Công an xã" with the name of the one commune of which the article speaks; None where it speaks of several."""
    noun = re.split(r"\s", name)[-1] if not name.endswith("thị trấn") else "thị trấn"
    places = {n.text for n in organizations(doc, 0, len(doc)) if n.kind == LOCALITY and n.text.startswith(noun + " ")}
    places = {" ".join(p.split()[: 4 if noun == "thị trấn" else 3]) for p in places}
    return f"{name.removesuffix(noun)}{places.pop()}" if len(places) == 1 else None


def _units(doc: Doc, until: int) -> tuple[str, ...]:
    """The bodies of the title, lead and first paragraph before a token, a unit together with the body it belongs to."""
    known: tuple[Name, ...] | None = doc.user_data.get("bodies_of_opening")
    if known is None:
        article: Article = doc.article
        ends = [b.end for b in article.blocks if b.kind == "paragraph"][:1]
        end = next((t.i for t in doc if ends and t.idx >= ends[0]), len(doc))
        found: list[Name] = []
        for name in organizations(doc, 0, end):
            if name.kind == LOCALITY or bare_body(doc, name):
                continue
            before = found[-1] if found else None
            if before and doc[before.end : name.start].text == "," and belongs_to(before.text, name.text):
                found[-1] = Name(start=before.start, end=name.end, text=f"{before.text} {name.text}", kind=before.kind)
            else:
                found.append(name)
        known = doc.user_data["bodies_of_opening"] = tuple(found)
    return tuple(dict.fromkeys(in_full(doc, name.text) for name in known if name.start < until))


# Before and behind "đơn vị" where it is a subject and means one body: not "các đơn vị", "có đơn vị".
_OPENS = frozenset({"nay", "qua", "đó", "này", "mà", "cho", "liền", "ấy", "vậy"})
_SAID_OF_IT = frozenset({
    "đã", "còn", "cũng", "vinh", "nhiều", "liên", "vừa", "luôn", "từng", "lại", "tiếp", "đón", "nhận", "là", "vẫn",
    "này", "xúc", "tự", "rất", "đạt", "giành", "hai", "ba", "lần", "mới", "hoàn",
})  # fmt: skip


def body_by_word(doc: Doc, i: int, limit: int) -> Name | None:
    """ "đơn vị", "tập thể đơn vị" where one body is meant: the one body of which the article's opening speaks.

    In an article about a bloc the word means one of its members, which the text does not tell; before "được" it may
    head a clause on whoever received ("đơn vị được tặng Cờ là Sở A").
    """
    norms = doc.norms
    if norms[i : i + 2] != ("đơn", "vị") or i + 2 > limit:
        return None
    at = i - 2 if norms[max(0, i - 2) : i] == ("tập", "thể") else i
    before = doc[at - 1] if at else None
    if before and not (before.is_punct or before.is_space or before.is_digit or before.norm_ in _OPENS):
        return None
    if _apposed(doc, at):
        return None
    following = norms[i + 2] if i + 2 < len(norms) else "."
    told = not following[0].isalnum() or (
        # "tặng A Cờ thi đua cho đơn vị đạt thành tích": any that has
        following in _SAID_OF_IT and (before is None or before.norm_ != "cho" or following == "này")
    )
    if not told and not (following == "được" and _tells_of_itself(doc, i + 2)):
        return None
    if any(isinstance(f, Bloc) for f in doc.facts):
        return None
    units = _units(doc, doc.sentence_at(i).start)  # not who gives in the same sentence
    end = i + 3 if following == "này" else i + 2
    return Name(start=i, end=end, text=units[0], kind="body") if len(units) == 1 else None


def _apposed(doc: Doc, i: int) -> bool:
    """ "Trường A, đơn vị vừa được": what a body is that opens its piece of the sentence."""
    if i < 2 or doc.words[i - 1] not in {",", "-", "–"}:
        return False
    before = next((n for n in _named_bodies(doc) if n.end == i - 1), None)
    return before is not None and (
        doc.words[before.start][:1].isupper() and (not before.start or doc.norms[before.start - 1] not in _INSIDE)
    )


_INSIDE = frozenset({"của", "tại", "ở", "trong", "do", "với", "theo", "cho", "từ", "dạy", "về"})


def _tells_of_itself(doc: Doc, i: int) -> bool:
    """Whether "được" at ``i`` tells of the unit before it: who gives follows, or an adverbial stands before both.

    "Đơn vị được tặng Cờ là Sở A", "Đơn vị được tặng Bằng khen rất vui" tell of any.
    """
    norms = doc.norms
    sentence = doc.sentence_at(i)
    if {"là", "gồm", ":"} & set(norms[i : sentence.end]):
        return False
    opens = not any(norm[0].isalnum() for norm in norms[sentence.start : i - 2])
    return not opens or norms[i + 1] not in {"tặng", "trao", "nhận", "đón", "công", "khen", "phong"}


def full_member(doc: Doc, name: str) -> str:
    """A member of the article's bloc for a shortened name ("Trường Bình Sơn" → "Trường THPT Bình Sơn")."""
    words = name.split()
    if len(words) < 3:
        return name
    members = {
        f.name
        for f in doc.facts
        if isinstance(f, Member) and f.name.split()[0] == words[0] and f.name.split()[-2:] == words[-2:]
    }
    return members.pop() if len(members) == 1 else name


def bare_body(doc: Doc, body: Name) -> bool:
    """Whether a body's name is no more than its head ("Hội", "Bệnh viện"): no name of its own."""
    head = head_at(doc, body.start)
    if head is None or body.end > head[0] or body.kind in {"bank", "party"}:
        return False
    return doc[body.start : body.end].text.lower() not in _WHOLE
