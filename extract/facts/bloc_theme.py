"""Where the theme of a bloc ends: with regions, kinds of bodies, or the body to which they belong."""

from __future__ import annotations

import re

from extract.names import LOCALITY, body_at, is_stop, name_end, starts
from extract.view import Doc

# "Cụm thi đua số 2 ngành Y tế", "… lực lượng Cảnh sát", "… khối các trường": what the owner is called beside a body.
OWNED = frozenset({"ngành", "khu", "khối", "lực", "hệ"})


def branch_end(doc: Doc, i: int, limit: int) -> int | None:
    """The token after the branch named at ``i``: "Hải quan", "các trường THPT"."""
    many = i < limit and doc.norms[i] == "các"
    if doc[i : i + 2].text == "vũ trang":
        return i + 2
    if i >= limit or is_stop(doc, i) or not (many or doc.words[i][0].isupper()):
        return None
    return name_end(doc, i, limit, plural=many)


def places_end(doc: Doc, i: int, limit: int) -> int:
    """The token after the name of the places that a bloc counts: "Cụm thi đua 5 thành phố trực thuộc Trung ương"."""
    if i + 1 >= limit or not doc.words[i].isdigit():
        return 0
    head = starts(doc, "organizations").get(i + 1)
    if head is None or head[1] != "dia-phuong":
        return 0
    end = name_end(doc, head[0], limit, plural=True)
    return theme_end(doc, i, end, limit) if end > head[0] or _below_centre(doc, end, limit) else 0


_BELOW_CENTRE = (("trực", "thuộc", "trung", "ương"), ("thuộc", "trung", "ương"))
_REGION = re.compile(
    r"(?:(?:các tỉnh )?(?:bắc|trung|nam|đông|tây)(?: (?:bắc|trung|nam))? bộ|tây nguyên|tây bắc|đông bắc"
    r"|duyên hải(?: (?:nam|bắc))?(?: (?:miền trung|trung bộ))?|đồng bằng (?:sông (?:hồng|cửu long)|bắc bộ)"
    r"|miền (?:bắc|trung|nam)|bắc miền trung)\b"
)


def _below_centre(doc: Doc, i: int, limit: int) -> int:
    """The token after "trực thuộc Trung ương" at ``i``, else 0."""
    words = tuple(token.norm_ for token in doc[i : min(limit, i + 4)])
    return next((i + len(tail) for tail in _BELOW_CENTRE if words[: len(tail)] == tail), 0)


# "các hội có tính chất đặc thù", "các doanh nghiệp có vốn đầu tư nước ngoài": what tells a kind of bodies apart.
_HAVING = frozenset({"tính chất", "vốn đầu", "vốn nhà", "vốn nước", "chức năng"})


def theme_end(doc: Doc, start: int, end: int, limit: int) -> int:
    """Where a theme really ends: with more regions, more kinds of bodies, or the body to which they belong."""
    form = doc.form
    while end + 1 < limit:
        word, following = doc[end], doc[end + 1]
        centre = _below_centre(doc, end, limit)
        region = (
            _REGION.match(form, following.idx)
            if (word.text in {",", "-", "–"} or word.norm_ == "và")
            and _REGION.search(form, doc.offsets[start], word.idx)
            else None
        )
        belongs = word.norm_ in {"thuộc", "của"} or (word.norm_, following.norm_) == ("trực", "thuộc")
        if centre:
            end = centre
        elif word.norm_ == "có" and doc[end + 1 : end + 3].text in _HAVING and doc.norms[start] == "các":
            end = name_end(doc, end + 1, limit, plural=True)
        elif region:
            end = min(doc.token_at(region.end()), limit)
        elif word.text == "," and (more := _more_fields(doc, start, end, limit)):
            end = more
        elif word.norm_ == "và" and doc.norms[start] == "các" and _is_kind(doc, end + 1):
            end = name_end(doc, end + 3, limit, plural=True)
        elif belongs:
            at = end + 1 + (word.norm_ == "trực")
            if doc[at : at + 1].text in OWNED and (branch := branch_end(doc, at + 1, limit)):
                return branch  # "… của ngành Hải quan"
            body = body_at(doc, at, limit)
            return body.end if body and body.kind != LOCALITY else end
        else:
            return end
    return end


def _more_fields(doc: Doc, start: int, comma: int, limit: int) -> int | None:
    """ "Khối thi đua ngân hàng, bảo hiểm họp": what a bloc that opens its clause, or whose place follows, also covers.

    Told so once, the bloc is called so elsewhere: "Cụm trưởng Cụm thi đua các tỉnh miền núi, biên giới".
    """
    tails: set[tuple[str, ...]] = doc.user_data.setdefault("theme_tails", set())
    before = doc.norms[comma - 1]
    for tail in tails:
        if doc.norms[comma - 1 : comma + len(tail) - 1] == tail:
            return min(limit, comma + len(tail) - 1)
    first = start - (3 if doc.norms[start - 2 : start] == ("thi", "đua") else 1)
    end = name_end(doc, comma + 1, limit, plural=True)
    placed = not {"tỉnh", "huyện", "phố"}.isdisjoint(doc.norms[comma + 3 : end])
    if not 2 <= end - comma - 1 <= 10 or not (placed or _opens_clause(doc, first)):
        return None
    if not all(word.islower() for word in doc.words[comma + 1 : comma + 3]) or doc.norms[comma + 1] in _ASIDE:
        return None
    if end + 1 < limit and doc.norms[end] == "và" and doc.words[end + 1].islower() and not is_stop(doc, end + 1):
        end = max(end, name_end(doc, end + 1, limit, plural=True))
    if end < limit and doc.norms[end] in {",", ":", "là", "của"}:
        return None  # an aside ("…, nòng cốt là"), not a part of the name
    tails.add((before, *doc.norms[comma:end]))
    return end


# What opens an aside behind a bloc: "Khối thi đua các doanh nghiệp, đứng đầu …", "…, trong không khí".
_ASIDE = frozenset({"đứng", "trong", "cùng", "nơi", "khi", "sau", "trước", "kể", "tính", "nhờ", "theo", "dù", "vốn"})


def _opens_clause(doc: Doc, i: int) -> bool:
    """Whether nothing but the day or a mark stands before the bloc at ``i``: it is what its clause is about."""
    return i <= doc[i].sent.start or not doc.words[i - 1][0].isalnum()


def _is_kind(doc: Doc, i: int) -> bool:
    """Whether a kind of bodies stands at ``i`` in lower case: "các viện và cơ sở đào tạo"."""
    return doc[i : i + 2].text in {"cơ sở", "cơ quan", "đơn vị", "tổ chức", "doanh nghiệp"}
