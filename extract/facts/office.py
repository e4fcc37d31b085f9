"""Offices in a bloc as a sentence names them: the role, the bloc and the year said with it, and who stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from extract.dates import Years, find_years, published_day
from extract.facts.bloc import Blocs
from extract.facts.mention import Mention
from extract.holders import Holder, holders, people
from extract.lexicon import load
from extract.list_items import Item
from extract.model import Role
from extract.names import LOCALITY, PERSON, Name, starts
from extract.text import match_form
from extract.view import Doc
from extract.view import Span as Tokens

ROLES = {entry.id: cast("Role", entry.values["role"]) for entry in load("roles")}
_NEAR = 4  # tokens between an office and the year said with it
_BEFORE_YEAR = re.compile(r"(?:tỉnh|thành phố|trong|của|cùng|cho|\(|mới|huyện|nhiệm kỳ|giai đoạn| )*")
_WITHOUT_YEAR = re.compile(r"\s*(?:trong năm|cùng năm(?: học)?|mới|tỉnh|\d(?=\s*:))\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office named at tokens ``start:end``; ``end`` is after the bloc and the year said with it."""

    start: int
    own_end: int
    end: int
    role: Role
    mention: Mention | None
    year: Years | None


@dataclass(slots=True)
class Sentence:
    """A sentence with what leaders rest on: its offices, holders and years (offsets in the article's text)."""

    doc: Doc
    sent: Tokens
    blocs: Blocs
    offices: list[Office]
    held: list[Holder]
    years: list[Years]

    def form(self, start: int, end: int) -> str:
        """The match form between two tokens; ``end`` itself is left out."""
        form = self.doc.form
        return form[self._offset(start, form) : self._offset(end, form)]

    def _offset(self, token: int, form: str) -> int:
        return self.doc.offsets[token] if token < len(self.doc) else len(form)


# What an office is called beside its name.
POST = r"(?:vai trò|nhiệm vụ|trọng trách|trách nhiệm|chức danh|chức vụ|cương vị|vị trí|chức|vai)"
_AGAIN = re.compile(rf"\b(?:{POST}\s+(?=(?:này|ấy|đó)\b)|(?<=nhường )(?:lại )?(?:{POST}|chỗ)\b)")
_AGAIN_WITHIN = 60  # tokens


def with_anaphors(doc: Doc, roles: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """The offices named in a Doc, and where one is meant again: "Năm sau, vai trò này thuộc về Sở B"."""
    places = dict(roles)
    token = {offset: i for i, offset in enumerate(doc.offsets)} if (found := list(_AGAIN.finditer(doc.form))) else {}
    for match in found:
        start = token.get(match.start())
        before = [i for i in roles if start is not None and start - _AGAIN_WITHIN < i < start]
        if start is None or not before or "\n" in doc.form[doc.offsets[max(before)] : match.start()]:
            continue
        sent = doc[max(before)].sent
        if len({ROLES[roles[i][1]] for i in before if i >= sent.start}) == 1:
            words = len(match[0].split())
            this = doc[start + words : start + words + 1].text in {"này", "ấy", "đó"}
            places[start] = (start + words + this, roles[max(before)][1])
    return places


def sentences_with(doc: Doc, roles: dict[int, tuple[int, str]]) -> Iterator[Tokens]:
    seen = -1
    for i in sorted(roles):
        sent = doc[i].sent
        if sent.start != seen:
            seen = sent.start
            yield sent


def follows(doc: Doc, before: Tokens, sent: Tokens) -> bool:
    return before.end == sent.start and "\n" not in doc.form[doc.offsets[before.end - 1] : doc.offsets[sent.start]]


def read_sentence(doc: Doc, sent: Tokens, found: Blocs, roles: dict[int, tuple[int, str]]) -> Sentence:
    article = doc.article
    day = published_day(article.published)
    form = sent.form
    found_years = find_years(form, day)
    periods = [replace(y, start=y.start + sent.start_char, end=y.end + sent.start_char) for y in found_years]
    years = [y for y in periods if y.first == y.last]
    offices: list[Office] = []
    for i, (end, entry) in sorted(roles.items()):
        # "Cụm trưởng Cụm thi đua …" holds no "trưởng cụm"
        if sent.start <= i < sent.end and not (offices and i < offices[-1].own_end):
            offices.append(_office(doc, (i, end, entry), found, periods))
    held = [h for h in _around(doc, sent, offices) if not _is_bloc(h, found)]
    held = [_as_place(doc, h) for h in held]
    held = sorted((*held, *_bare_members(doc, sent, held)), key=lambda h: h.start)
    held = sorted((*held, *_short_names(doc, sent, held)), key=lambda h: h.start)
    held = sorted((*held, *_bare_provinces(doc, sent, held, found)), key=lambda h: h.start)
    held = sorted((*held, *_trade_marks(doc, sent, held)), key=lambda h: h.start)
    return Sentence(doc=doc, sent=sent, blocs=found, offices=offices, held=held, years=years)


def _around(doc: Doc, sent: Tokens, offices: Sequence[Office]) -> Iterator[Holder]:
    """The holders of a sentence; the end of "Cụm trưởng" opens no post ("trưởng Công an")."""
    start = sent.start
    for office in offices:
        found = holders(doc, start, sent.end)
        if any(office.start < h.start < office.own_end for h in found):
            yield from (h for h in found if h.start <= office.start)
            start = office.own_end
    yield from holders(doc, start, sent.end)


def _as_place(doc: Doc, holder: Holder) -> Holder:
    """ "Hà Nam" is a province, though it looks like a person's name."""
    province = starts(doc, "provinces").get(holder.start)
    if holder.person is None or holder.body is not None or province is None or province[0] != holder.end:
        return holder
    place = Name(start=holder.start, end=holder.end, text=doc[holder.start : holder.end].text, kind=LOCALITY)
    return Holder(start=holder.start, end=holder.end, body=place, person=None)


def _bare_provinces(doc: Doc, sent: Tokens, held: Sequence[Holder], found: Blocs) -> Iterator[Holder]:
    """Provinces by their bare names, where the bloc is one of provinces: "năm 2019 Nam Định"."""
    group = found.near(sent.start)
    if group is None or group.level != "national":
        return
    taken = {i for h in held for i in range(h.start, h.end)}
    for i, (end, _) in sorted(starts(doc, "provinces").items()):
        if sent.start <= i < sent.end and i not in taken and doc.words[i][0].isupper() and end - i > 1:
            place = Name(start=i, end=end, text=doc.between(i, end), kind=LOCALITY)
            yield Holder(start=i, end=end, body=place, person=None)


def _short_names(doc: Doc, sent: Tokens, held: Sequence[Holder]) -> Iterator[Holder]:
    """Someone called by the given name alone, once named in full: "Bà Hoa từng làm Khối phó năm 2022"."""
    taken = {i for h in held for i in range(h.start, h.end)}
    for i, (at, _) in sorted(starts(doc, "honorifics").items()):
        if not sent.start <= i < sent.end - 1 or i in taken or at >= sent.end or not doc.words[at][0].isupper():
            continue
        if doc[at + 1 : at + 2].text[:1].isupper():
            continue
        named = {p.text for p in people(doc, 0, sent.start) if p.text.split()[-1] == doc.words[at]}
        if len(named) == 1:
            person = Name(start=at, end=at + 1, text=named.pop(), kind=PERSON)
            yield Holder(start=i, end=at + 1, body=None, person=person)


_WORD_FOR_PLACE = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|xã|phường) ")


def _bare_members(doc: Doc, sent: Tokens, held: Sequence[Holder]) -> Iterator[Holder]:
    """Members called by their bare name, once listed: "Quảng Trị là Cụm phó", "Thuế Quảng Trị"."""
    items = doc.user_data.get("items", ())
    taken = {i for h in held for i in range(h.start, h.end)}
    i = sent.start
    while i < sent.end:
        end = i
        while end < sent.end and end not in taken and doc.words[end].isalpha() and doc.words[end][0].isupper():
            end += 1
        province = starts(doc, "provinces").get(i) if i not in taken else None
        end = max(end, province[0]) if province else end  # "Bà Rịa - Vũng Tàu"
        if end - i > 1 and not doc[i - 1 : i].text[:1].isupper():
            # "Bầu Thuế Quảng Trị …": the first word of a sentence has a capital too
            meant = next(
                (
                    (j, m)
                    for j in range(i, min(i + (1 if province else 2), end - 1))
                    if (m := _meant(items, doc.between(j, end)))
                ),
                None,
            )
            if meant:
                j, item = meant
                yield Holder(start=j, end=end, body=Name(start=j, end=end, text=item.name, kind=item.kind), person=None)
        i = max(end, i + 1)


def _meant(items: Sequence[Item], name: str) -> Item | None:
    """The one member that a name without the word for its place means."""
    form = match_form(name)
    found = {
        item.name: item
        for item in items
        if (item.kind == LOCALITY and match_form(item.name).endswith(" " + form))
        or (item.kind != LOCALITY and _WORD_FOR_PLACE.sub(" ", match_form(item.name)) == form)
    }
    return next(iter(found.values())) if len(found) == 1 else None


_ACRONYMS = frozenset(phrase for entry in load("abbreviations") for phrase in entry.phrases)


def _trade_marks(doc: Doc, sent: Tokens, held: Sequence[Holder]) -> Iterator[Holder]:
    """A company known by capitals alone, as the subject of a verb: "LHPCO được bầu làm Khối trưởng"."""
    taken = {i for h in held for i in range(h.start, h.end)}
    for i in range(sent.start, sent.end - 1):
        word = doc.words[i]
        if i in taken or len(word) < 3 or not (word.isalpha() and word.isupper()) or doc.norms[i] in _ACRONYMS:
            continue
        if doc.norms[i + 1] in _SUBJECT_OF and not doc[i - 1 : i].text[:1].isupper():
            body = Name(start=i, end=i + 1, text=word, kind="company")
            yield Holder(start=i, end=i + 1, body=body, person=None)


_SUBJECT_OF = frozenset({"được", "là", "làm", "giữ", "đảm", "tiếp", "nhận", "trúng"})


def _is_bloc(holder: Holder, found: Blocs) -> bool:
    return any(m.name and m.start < holder.start < m.end for m in found.mentions)


def _office(doc: Doc, place: tuple[int, int, str], found: Blocs, years: Sequence[Years]) -> Office:
    """The office at ``place`` (start, end, entry) with the bloc and the year said behind it."""
    start, own_end, entry = place
    end = own_end
    mention = next(
        (
            m
            for m in found.mentions
            if m.end - m.start > 1
            and own_end - 1 <= m.start <= own_end + 1
            and m.end > own_end
            and doc[own_end : m.start].text not in {";", ".", ")"}
        ),
        None,
    )
    if mention:
        end = mention.end
    elif end < len(doc) and doc.norms[end] in {"khối", "cụm", "mới"}:
        end += 1
    year, end = _year_after(doc, end, years)
    if year is None and (tail := _WITHOUT_YEAR.match(doc[end : end + 5].form)):
        offset = (doc.offsets[end] if end < len(doc) else 0) + tail.end()
        end = next((i for i in range(end, len(doc)) if doc.offsets[i] >= offset), end)
    return Office(start=start, own_end=own_end, end=end, role=ROLES[entry], mention=mention, year=year)


def _year_after(doc: Doc, end: int, years: Sequence[Years]) -> tuple[Years | None, int]:
    """The year said right after an office, and the token after it."""
    for year in years:
        token = next((i for i in range(end, min(len(doc), end + _NEAR + 1)) if doc.offsets[i] >= year.start), None)
        if token is None or doc.offsets[token] >= year.end:
            continue
        if _BEFORE_YEAR.fullmatch(doc[end:token].form):
            return year, next((i for i in range(token, len(doc)) if doc.offsets[i] >= year.end), len(doc))
    return None, end
