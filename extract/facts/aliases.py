"""Short forms in an article: "ông Thạo" for the one Tăng Vĩnh Thạo, "SBC" for "… (SBC)", "bệnh viện" for the title's.

A short form is resolved only when the article leaves one reading; otherwise there is no name and so no row.
"""

from __future__ import annotations

import re

from extract.facts.units import belongs_to
from extract.model import Article, Bloc, Member
from extract.names import LOCALITY, Name, head_at, organizations
from extract.text import match_form
from extract.view import Doc

_ACRONYM = re.compile(r"\(\s*(?:gọi tắt là |viết tắt là |sau đây gọi là )?([A-ZĐ][\w&\-]{1,14})\s*\)")
_TRADE_NAME = re.compile(r"\b((?:[Tt]ổng [Cc]ông ty|[Tt]ập đoàn|[Cc]ông ty) ([A-ZĐ]{2,8}))\b(?! [A-ZĐ])")
_WHOLE = frozenset({"tỉnh đoàn", "thành đoàn", "quận đoàn", "huyện đoàn", "thị đoàn", "trung ương đoàn"})


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


def body_by_acronym(doc: Doc, i: int, limit: int) -> Name | None:
    """ "SBC" where the article has said "Tổng Công ty … (SBC)"."""
    if i >= limit or not re.fullmatch(r"[A-ZĐ][\w&\-]{1,14}", doc[i].text):
        return None
    found = _acronyms(doc).get(doc[i].text, set())
    if len(found) != 1:
        return None
    return Name(start=i, end=i + 1, text=next(iter(found)), kind="body")


def _named_bodies(doc: Doc) -> tuple[Name, ...]:
    """The bodies with a name of their own, where they stand; a unit's name goes on to the body it belongs to."""
    known: tuple[Name, ...] | None = doc.user_data.get("named_bodies")
    if known is None:
        found = (n for n in organizations(doc, 0, len(doc)) if any(w[:1].isupper() for w in n.text.split()[1:]))
        known = doc.user_data["named_bodies"] = tuple(found)
    return known


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
}
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
        names = {n.text[:1].upper() + n.text[1:] for n in fitting if doc[n.start].idx < limit}
        names = {n for n in names if not any(o != n and o.startswith(n + " ") for o in names)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def body_by_tail(doc: Doc, i: int, limit: int) -> Name | None:
    """ "Vinabo 14" where the article has said "Công ty Cổ phần Vinabo 14": the company's own part of its name."""
    if not doc[i].text[:1].isupper() or len(doc[i]) < 3 or doc[i].is_punct:
        return None
    tails: dict[str, set[str]] | None = doc.user_data.get("company_tails")
    if tails is None:
        tails = doc.user_data["company_tails"] = {}
        for name in _named_bodies(doc):
            if name.kind in {"company", "bank"}:
                tails.setdefault(_own_part(name.text), set()).add(name.text)
    end = i
    while end < min(limit, i + 5) and (doc[end].text[:1].isupper() or doc[end].text[0].isdigit()):
        end += 1
    found = tails.get(doc[i:end].text, set()) if end > i else set()
    return Name(start=i, end=end, text=next(iter(found)), kind="company") if len(found) == 1 else None


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


def _units(doc: Doc) -> tuple[str, ...]:
    """The bodies of the title, lead and first paragraph, a unit together with the body it belongs to."""
    known: tuple[str, ...] | None = doc.user_data.get("bodies_of_opening")
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
        known = tuple(dict.fromkeys(name.text for name in found))
        doc.user_data["bodies_of_opening"] = known
    return known


# Before and behind "đơn vị" where it is a subject and means one body: not "các đơn vị", "có đơn vị", "đơn vị được …".
_OPENS = frozenset({"nay", "qua", "đó", "này"})
_SAID_OF_IT = frozenset({"đã", "còn", "cũng", "vinh", "nhiều", "liên", "vừa", "luôn", "từng"})


def body_by_word(doc: Doc, i: int, limit: int) -> Name | None:
    """ "đơn vị", "tập thể đơn vị" as a subject: the one body of which the article's opening speaks.

    In an article about a bloc the word means one of its members, which the text does not tell.
    """
    if [t.norm_ for t in doc[i : i + 2]] != ["đơn", "vị"] or i + 2 >= len(doc) or i + 2 > limit:
        return None
    at = i - 2 if [t.norm_ for t in doc[max(0, i - 2) : i]] == ["tập", "thể"] else i
    before = doc[at - 1] if at else None
    opens = before is None or before.is_punct or before.is_space or before.norm_ in _OPENS or before.is_digit
    if not opens or doc[i + 2].norm_ not in _SAID_OF_IT or any(isinstance(f, Bloc) for f in doc.facts):
        return None
    units = _units(doc)
    return Name(start=i, end=i + 2, text=units[0], kind="body") if len(units) == 1 else None


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
