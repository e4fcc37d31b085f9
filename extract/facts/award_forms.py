"""Mentions of award forms: which form, of which class, by which owner, under which name.

"Bằng khen của Thủ tướng Chính phủ" is one mention: the form "Bằng khen" with its owner. After "Huân chương Lao động
hạng Nhất cho A" the form stands elided in "hạng Nhì cho B": that mention repeats the order with another class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from extract.facts.award_tails import labelled, many, tail
from extract.facts.award_titles import bare_title, fighter, motto, tokens, told_title
from extract.facts.bodies import Giver, giver_at
from extract.lexicon import Entry, load
from extract.model import RecipientKind
from extract.text import match_form
from extract.view import Doc

LAYER = "awards"
FLAG = "co_thi_dua"
CERTIFICATE = "bang_khen"
_FLAGS = frozenset({FLAG, "co_chinh_phu", "co_bo_tinh", "co_quan_khu"})
FLAGS = _FLAGS | {"co_vung_manh"}
_CERTIFICATES = frozenset({CERTIFICATE, "bk_thu_tuong", "bk_bo_tinh", "bk_quan_khu_dhqg"})
_NAMED = frozenset({"ky_niem_chuong", "huy_hieu", "huych_vi"})
# Forms that are told as their grantor's ("Bằng khen của Bộ A"); any other may be "of" its holder.
_OWNED = FLAGS | _CERTIFICATES | _NAMED | {"giay_khen", "tranh_co_ngoai_luat", "bang_ld_sang_tao"}
UNCLASSED = "huan_chuong"  # "Huân chương các hạng": which of them each one holds is not told
BY_BODIES = FLAGS | _CERTIFICATES | {"giay_khen"}
_CLASS = re.compile(r"^[\s,(\"]*(?:cao quý\s+)?(?:các\s+)?(?:\w?ạng|loại)\s+(nhất|nhì|ba|1|2|3|iii|ii|i)\b")
_CLASSES = {
    "nhất": "Nhất",
    "1": "Nhất",
    "i": "Nhất",
    "nhì": "Nhì",
    "2": "Nhì",
    "ii": "Nhì",
    "ba": "Ba",
    "3": "Ba",
    "iii": "Ba",
}
_MODIFIER = re.compile(
    r"^\s*(?:đột xuất|xuất sắc|dẫn đầu|đơn vị dẫn đầu|đơn vị xuất sắc|toàn diện|chuyên đề|cao quý)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One mention of an award form: tokens ``start:end`` with class, motto and owner."""

    id: str
    name: str  # canonical, without the owner
    start: int
    end: int
    owner: Giver | None = None
    elided: bool = False
    until: int = 0  # token at which its attributes end: years, owner, motto
    years: tuple[int, ...] = ()  # told behind it or as its label in a list
    many: bool = False  # "nhiều Bằng khen"


@cache
def entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in load(LAYER)}


@cache
def _owners() -> dict[str, Entry]:
    return {entry.id: entry for entry in load("grantors")}


def find_forms(doc: Doc, start: int, end: int) -> tuple[Form, ...]:
    """The award forms mentioned in tokens ``start:end``, in order, elided ones included."""
    spans = doc.spans(LAYER, start, end)
    found: list[Form] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if found and span.start < found[-1].end:
            continue
        if found and _repeats(doc, found[-1], span.id_, span.start, span.end):
            found[-1] = replace(found[-1], end=span.end + 1)
            continue
        form = _form(doc, span.id_, span.start, span.end, end)
        if form is not None:
            found.append(form)
    return _attributed(doc, _with_elided(doc, found, end), start, end)


def _repeats(doc: Doc, form: Form, id_: str, start: int, end: int) -> bool:
    """ "45 Nghệ nhân nhân dân (NNND)": the name in brackets is the same title's."""
    bracketed = start == form.end + 1 and end < len(doc) and (doc.words[start - 1], doc.words[end]) == ("(", ")")
    return bracketed and id_ == form.id and is_title(form)


def _attributed(doc: Doc, forms: tuple[Form, ...], start: int, end: int) -> tuple[Form, ...]:
    """The forms with what stands around each of them: years, owner behind a year, "nhiều"."""
    out: list[Form] = []
    for index, form in enumerate(forms):
        limit = forms[index + 1].start if index + 1 < len(forms) else end
        behind = tail(doc, form.end, limit, owned=form.owner is None)
        owner = behind.owner
        if owner is not None and form.id not in _OWNED and owner.text not in STATE:
            owner = None
        left = out[-1].until if out else start
        listed_on = bool(out) and out[-1].many and _GAP.fullmatch(doc[left : form.start].text.lower()) is not None
        out.append(
            replace(
                form,
                owner=form.owner or owner,
                until=behind.end,
                years=behind.years or labelled(doc, left, form.start),
                many=listed_on or many(doc, left, form.start),
            )
        )
    return _with_shared_owner(doc, out)


_GAP = re.compile(r"\s*(?:,|và|, và|cùng)\s*")  # "nhiều bằng khen, giấy khen": many of both


def _with_shared_owner(doc: Doc, forms: list[Form]) -> tuple[Form, ...]:
    """ "Bằng khen và Cờ thi đua của Thủ tướng": the owner of flags and certificates joined is told once."""
    for k in range(len(forms) - 2, -1, -1):
        form, following = forms[k], forms[k + 1]
        gap = [t.norm_ for t in doc[form.until : following.start] if not t.is_digit]
        same = form.id in BY_BODIES and following.id in BY_BODIES and form.owner is None and not form.years
        if same and following.owner is not None and gap in (["và"], [","], ["cùng"], ["và", "nhiều"]):
            forms[k] = replace(form, owner=following.owner)
    return tuple(forms)


def _form(doc: Doc, id_: str, start: int, end: int, limit: int) -> Form | None:
    name = str(entries()[id_].values["name"])
    if id_ in _FLAGS or id_ in _CERTIFICATES or id_ in {"giay_khen", "tranh_co_ngoai_luat"}:
        return _owned(doc, start, end, limit)
    if id_ == "chien_si_thi_dua" and not bare_title(doc, start, end, limit):
        return None
    if id_ == "danh_hieu_doan_the":
        titled = told_title(doc, start, end, limit)
        return titled and Form(id=id_, name=titled[1], start=start, end=titled[0])
    if id_ in _NAMED:
        titled = motto(doc, id_, start, limit)
        return titled and Form(id=id_, name=titled[1], start=start, end=titled[0])
    if id_ == "cstd_bo_tinh":
        end, name = fighter(doc, start, end, limit)
    if id_ == "cong_dan_uu_tu":
        name = doc.words[start].capitalize() + doc.between(start, end)[len(doc.words[start]) :]
    if name.startswith(("Huân chương", "Huy chương")):
        end, name = _classed(doc, end, limit, name)
    owner = None
    if end + 1 < limit and doc.norms[end] == "của":
        owner = giver_at(doc, end + 1, limit) if id_ == "co_vung_manh" else _state(doc, end + 1, limit)
    end = owner.end if owner else end
    return Form(id=id_, name=name, start=start, end=end, owner=owner)


STATE = frozenset({"Chủ tịch nước", "Thủ tướng Chính phủ", "Chính phủ", "Đảng, Nhà nước", "Nhà nước"})


def _state(doc: Doc, i: int, limit: int) -> Giver | None:
    """ "Huân chương … của Chủ tịch nước": of any other it may as well be the holder's ("Huân chương của Công ty A")."""
    giver = giver_at(doc, i, limit)
    return giver if giver is not None and giver.text in STATE else None


def _classed(doc: Doc, end: int, limit: int, name: str) -> tuple[int, str]:
    rest = doc[end : min(limit, end + 7)].form
    m = _CLASS.match(rest)
    if m is None:
        m = re.match(r"\"?\s*các (?:hạng|loại)\b", rest)
        return (end + tokens(doc, end, m.end()) if m else end), name
    return end + tokens(doc, end, m.end()), f"{name} hạng {_CLASSES[m[1]]}"


def _owned(doc: Doc, start: int, matched: int, limit: int) -> Form | None:
    """A flag or certificate: its owner stands after "của" or directly behind it."""
    first = match_form(doc.words[start])
    base = FLAG if first == "cờ" else CERTIFICATE if first == "bằng" else "giay_khen"
    # The longest phrase may hold the owner: read it again from behind the head words.
    head = {FLAG: ("cờ", "thi", "đua", "đơn", "vị", "dẫn", "đầu", "xuất", "sắc")}.get(base, ("bằng", "giấy", "khen"))
    end = start + 1
    while end < limit and doc.norms[end] in head:
        end += 1
    if end < limit and doc[end].is_punct:
        end = max(end, matched)  # "cờ “Đơn vị dẫn đầu”"
    if m := _MODIFIER.match(doc[end : min(limit, end + 4)].form):
        end += tokens(doc, end, m.end())
    if base == FLAG and (m := _OF_MOVEMENT.match(doc[end : min(limit, end + 12)].form)):
        end += tokens(doc, end, m.end())
    at = end
    if at < limit and doc.norms[at] in {"của", "từ"}:
        at += 1
    led = doc.norms[at - 1] == "đầu" and doc.norms[at : at + 1] in (("khối",), ("cụm",))  # "Cờ thi đua dẫn đầu Khối"
    owner = giver_at(doc, at, limit) if at < limit and not led else None
    if owner is None and base == FLAG and at > end:
        owner = _of_the_place(doc, at, limit)
    if owner is not None and at == end and _acts(doc, owner.end, limit):
        owner = None  # "… Bằng khen, UBND tỉnh tặng": a subject of its own
    name = {FLAG: "Cờ thi đua", CERTIFICATE: "Bằng khen", "giay_khen": "Giấy khen"}[base]
    return Form(id=base, name=name, start=start, end=owner.end if owner else end, owner=owner)


# "cờ “Đơn vị dẫn đầu” phong trào thi đua [của tỉnh]".
_OF_MOVEMENT = re.compile(
    r"^\s*[\"”’]?\s*(?:trong |về )?phong trào thi đua(?: yêu nước| quyết thắng| vì an ninh tổ quốc)?[\"”’]?(?=\W|$)"
)


def _of_the_place(doc: Doc, at: int, limit: int) -> Giver | None:
    """ "Cờ thi đua của tỉnh": a province's flag is its committee's (Luật Thi đua, khen thưởng 2022, Điều 79)."""
    text = doc[at : min(limit, at + 2)].form
    m = re.match(r"(tỉnh|thành phố|ngành)(?=\W|$)", text)
    end = at + tokens(doc, at, m.end()) if m else at
    if m is None or (end < limit and doc.words[end][:1].isupper()):
        return None
    return Giver(start=at, end=end, text=m[1] if m[1] == "ngành" else f"UBND {m[1]}")


def _acts(doc: Doc, i: int, limit: int) -> bool:
    return i < limit and doc.norms[i] in {"tặng", "trao", "đã", "vừa", "quyết", "truy"}


def _with_elided(doc: Doc, forms: list[Form], limit: int) -> tuple[Form, ...]:
    """Add "hạng Nhì", "hạng Ba" and "43 cờ" that repeat the order, medal or flag before them."""
    out: list[Form] = []
    for index, form in enumerate(forms):
        out.append(form)
        if form.name == "Cờ thi đua":
            following = forms[index + 1].start if index + 1 < len(forms) else limit
            out += [
                replace(form, start=i, end=i + 1, owner=None, elided=True)
                for i in range(form.end + 1, following - 1)
                if doc.norms[i] == "cờ" and doc.words[i - 1].isdigit() and doc.norms[i + 1] == "cho"
            ]
        if " hạng " not in form.name and doc[form.end - 2 : form.end].text.lower() != "các hạng":
            continue
        following = forms[index + 1].start if index + 1 < len(forms) else limit
        base = form.name.rsplit(" hạng ", 1)[0]
        i = form.end
        while i < following - 1:
            if doc.norms[i] == "chương" and doc.norms[i + 1] not in {"hạng", "các"}:
                break  # "Huy chương Kháng chiến hạng Nhì": the class of an order or medal that no list knows
            m = _CLASS.match(doc[i : i + 2].form) if doc.norms[i] == "hạng" else None
            if m is not None:
                out.append(Form(id=form.id, name=f"{base} hạng {_CLASSES[m[1]]}", start=i, end=i + 2, elided=True))
                i += 1
            elif (level := _bare_class(doc, i, limit)) is not None and i <= out[-1].end + 1:
                out.append(Form(id=form.id, name=f"{base} hạng {level}", start=i, end=i + 1, elided=True))
            i += 1
    return tuple(out)


def _bare_class(doc: Doc, i: int, limit: int) -> str | None:
    """ "hạng Nhất, Nhì và Ba cho": a class without its word, between marks, "và" and "cho"."""
    level = _CLASSES.get(doc.norms[i]) if not doc.words[i].isdigit() else None
    joined = doc.words[i - 1] in {",", "-", "–"} or doc.norms[i - 1] == "và"
    behind = doc[i + 1] if i + 1 < limit else None
    ends = behind is None or behind.is_punct or behind.is_space or behind.norm_ in {"và", "cho", "của", "hạng"}
    return level if joined and ends else None


def past_classes(doc: Doc, form: Form) -> int:
    """The token after "các hạng", "các loại" behind a form."""
    return form.until + 2 if doc[form.until : form.until + 2].form in {"các hạng", "các loại"} else form.until


def identified(form: Form, grantor: str | None) -> Form:
    """A flag or certificate with the identifier that its grantor decides; a form of another kind unchanged."""
    if form.id not in {FLAG, CERTIFICATE} or not grantor:
        return form
    words = match_form(grantor)
    pattern, owners = _owner_pattern()
    office = _OFFICE.match(words)
    found = [m[0] for at in (0, office.end() if office else 0) if (m := pattern.match(words, at))]
    if not found:
        return form
    return replace(form, id=owners[max(found, key=len)].values["flag" if form.id == FLAG else "certificate"])


_OFFICE = re.compile(r"(?:chủ tịch|bộ trưởng|tổng giám đốc|giám đốc|ban chấp hành|bí thư)\s+")


@cache
def _owner_pattern() -> tuple[re.Pattern[str], dict[str, Entry]]:
    """What finds the longest phrase of a grantor, and whose phrase it is."""
    owners = {phrase: entry for entry in reversed(_owners().values()) for phrase in entry.phrases}
    longest_first = sorted(owners, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})\b"), owners


def held_by(form: Form, kind: RecipientKind) -> Form:
    """The title as that kind of recipient holds it: of bodies "Lao động tiên tiến" is "Tập thể lao động tiên tiến"."""
    of_bodies = {"lao_dong_tien_tien": "tap_the_ld_tien_tien", "chien_si_tien_tien": "don_vi_tien_tien"}.get(form.id)
    if kind != "organization" or of_bodies is None:
        return form
    return replace(form, id=of_bodies, name=str(entries()[of_bodies].values["name"]))


def can_hold(form: Form, kind: RecipientKind) -> bool:
    """Whether that kind of recipient can hold the award: a flag is a body's, "Chiến sĩ thi đua" a person's."""
    only = entries()[form.id].values.get("recipients")
    return only is None or kind in ("group", only)


def is_title(form: Form) -> bool:
    """Whether an award is a title ("Anh hùng Lao động"), by whose name its bearers are called."""
    return str(entries()[form.id].values["kind"]).startswith("danh hiệu")


def holder(form: Form) -> RecipientKind:
    """The kind of recipient that alone can hold the award; "group" where several can."""
    return cast(RecipientKind, entries()[form.id].values.get("recipients") or "group")


def canonical(form: Form, grantor: str | None) -> str:
    """The award's name: a flag carries its owner, without the province's name ("Cờ thi đua của UBND tỉnh")."""
    if not form.name.startswith("Cờ thi đua") or not grantor or "; " in grantor:
        return form.name  # of several grantors' flags together none is told
    owner = re.sub(r"^Thủ tướng(?: Chính phủ)?$", "Chính phủ", grantor)
    owner = re.sub(r"^Chủ tịch (?=UBND)", "", owner)
    owner = re.sub(
        r"^(UBND (?:tỉnh|thành phố|Thành phố))\s.*$", lambda m: m[1].replace("Thành phố", "thành phố"), owner
    )
    return f"Cờ thi đua của {owner}"
