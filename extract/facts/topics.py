"""Of whom a sentence goes on to tell: the subject of a chain of predicates, and the subject left unsaid.

Vietnamese drops a subject that goes on: "Trường A thành lập năm 1990. Nhiều năm liền được tặng Cờ thi đua". A clause
is cut at its commas; a piece opens with a name (a subject), with a verb or an adverbial (the subject goes on), or with
anything else (another subject, which ends what is known). Nothing is guessed where two subjects compete.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.addresses import ends_with_place, is_place
from extract.facts.appositions import is_post, skip_apposition
from extract.facts.persons import introduction_at
from extract.facts.recipient_names import Recipient, named
from extract.facts.reference import SPEAKS
from extract.facts.units import belongs_to, lies_in
from extract.model import Article
from extract.names import is_stop, starts
from extract.view import Doc

# What opens a piece that tells when, where, why or how.
# fmt: off
_ADVERBIAL = frozenset({
    "năm", "từ", "trong", "với", "nhiều", "tại", "sau", "trước", "ngoài", "bên", "đến", "hiện", "nhân", "dịp",
    "ngày", "sáng", "chiều", "tối", "đặc", "theo", "cũng", "không", "để", "ghi", "nhờ", "tiếp", "đồng", "mới",
    "vừa", "hàng", "hằng", "liên", "đáng", "riêng", "bằng", "phát", "nối", "tính", "những", "qua", "khi",
    "suốt", "vì", "do", "gần", "cùng", "bước", "ở", "về", "cuối", "đầu", "giữa", "tháng", "quý", "giai",
    "nhiệm", "hơn", "trải", "dù", "tuy", "lần", "mỗi", "thời", "xuất", "vượt", "tích", "bởi", "kết", "kể",
})
# Words besides the stops of names that open a predicate.
_PREDICATE = frozenset({
    "thành", "ra", "luôn", "giành", "đoạt", "nêu", "vượt", "khắc", "chủ", "phát", "năng", "sáng", "xứng", "tự", "quyết",
    "phục", "chấp", "gương", "đi", "bám", "tận", "hết", "làm", "nhận", "rèn", "mạnh", "học", "sống", "hiến",
    "cứu", "phấn", "giữ", "đảm", "hoàn", "chăm", "từng", "vinh", "liên", "đạt", "góp", "xây", "tham", "trở",
    "ứng", "đổi", "vươn", "nhiều", "nay", "liền", "vừa", "còn", "rồi", "ba", "hai", "lần", "nhiệt", "giỏi",
    "luân", "duy", "cống", "quản", "sản",
})
# fmt: on
_JOINS = frozenset({"và", "nhưng", "thì", "mà", "còn", "riêng", "rằng"})
_JOINING = frozenset(
    {("đồng", "thời"), ("đặc", "biệt"), ("ngoài", "ra"), ("trong", "đó"), ("hiện", "nay"), ("qua", "đó")}
)
# Between a far subject and its verb none of these stands: what is behind them is of others.
_PARTS = re.compile(
    r"\bcho (?!rằng)|[;:]|trong đó(?!(?: (?:vinh|dự|đã|từng|còn|cũng|năm|\d{4}))*$)|như:"
    r"|truyền thống (?:của )?(?:lực lượng|ngành)|\bvà (?:các|nhiều|những)\b|\bmà\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The subject that a clause names (None where it names none) and whether the subject may be one told before."""

    item: Recipient | None
    dropped: bool


# Whom these mean the article has not told: not the one of whom it told before.
_PRONOUNS = frozenset({"ông", "bà", "anh", "chị", "em", "cô", "thầy", "cụ"})


def clause_subject(doc: Doc, left: int, stop: int) -> Subject:
    """The subject of the last predicate of a clause, tokens ``left:stop`` being all that stands before its verb."""
    nobody = Subject(item=None, dropped=False)
    cut = pieces(doc, left, stop)
    item: Recipient | None = None
    dropped = True
    named_in = -1
    for k, (start, end) in enumerate(cut):
        at = past_joins(doc, start, end)
        if at >= end:
            continue
        found = _named_subject(doc, at, end, stop)
        parts = item is not None and k > 0 and item.end == cut[k - 1][1]
        if found is not None and k and _where_it_lies(doc, found, cut[k - 1], item if parts else None):
            continue
        if found is not None and item is not None and parts and belongs_to(item.text or "", found.text or ""):
            item = replace(item, text=f"{item.text} {found.text}")  # "Khoa A, Bệnh viện B"
            continue
        if found is not None:
            item, dropped, named_in = found, False, k
        elif _another_subject(doc, at, end, known=item is not None, last=end == stop):
            item, dropped = None, False
    if not cut:
        return Subject(item=None, dropped=True)
    if item is None and (not dropped or (stop > left and doc.norms[stop - 1] in _PRONOUNS)):
        return nobody
    between = _text(doc, item.end if item else left, stop)
    if _PARTS.search(between) or SPEAKS.search(between):
        return nobody
    if cut[-1][1] < stop:  # a comma stands before the verb
        return Subject(item=item, dropped=dropped)
    in_last = item is not None and named_in == len(cut) - 1
    last = _text(doc, item.end if item and in_last else cut[-1][0], stop)
    # "Ông A trao hồ sơ của cá nhân được …": what stands before the verb in its own piece is its subject.
    joined = _ENDS_JOINED.search(last) is not None or not in_last
    if not joined or _GENERIC.search(last) or not _goes_to_verb(doc, past_joins(doc, *cut[-1]), stop, item is None):
        return nobody
    return Subject(item=item, dropped=dropped)


def _where_it_lies(doc: Doc, place: Recipient, before: tuple[int, int], item: Recipient | None) -> bool:
    """ "tại huyện A, tỉnh B", "Trường A, huyện B tổ chức …": behind a comma the place in which the one before lies."""
    if item is not None and lies_in(item.text or "", place.text or ""):
        return True
    return is_place(place) and ends_with_place(doc, *before)


# A piece that ends so joins the verb to the predicates before it.
_ENDS_JOINED = re.compile(
    r"\b(?:và|nhưng|rồi|đồng thời|trong đó)(?: (?:đã|từng|còn|cũng|vinh dự|tiếp tục|năm \d{4}))*$"
)
# Those of whom the verb may be told instead, without a name.
_GENERIC = re.compile(
    r"\b(?:cá nhân|tập thể|đơn vị|người|hộ|gia đình|học sinh|giáo viên|cán bộ|doanh nghiệp|tổ chức|sinh viên|hội viên"
    r"|chiến sĩ|đồng chí|công nhân|nhân viên|thành viên)(?: \S+){0,6}$"
    r"|\bcó \d[\d.]* (?!năm\b|lần\b|khóa\b|nhiệm\b)\w+(?: \w+){0,3}$"  # "có 6 đề tài được …"
)
_TIME = re.compile(
    r"^(?:(?:năm|từ|đến|trong|tháng|ngày|giai đoạn|nhiều|liền|liên tiếp|liên tục|hàng|hằng|các|học"
    r"|lần|thứ|qua|nay|sau|đó|vừa|mới|đây|dịp|này|khóa|\W+|[\d/.-]+|hai|ba|bốn|năm|nhất|đầu|tiên)\s*)*$"
)


def _goes_to_verb(doc: Doc, start: int, stop: int, whole: bool) -> bool:
    """Whether the last piece runs to the verb without a noun that could be the verb's subject."""
    if start >= stop or not whole:
        return True
    norm = doc.norms[start]
    return norm not in _ADVERBIAL or norm in _PREDICATE or _TIME.match(_text(doc, start, stop)) is not None


def _text(doc: Doc, start: int, stop: int) -> str:
    return " ".join(doc.norms[start:stop])


def pieces(doc: Doc, left: int, stop: int) -> list[tuple[int, int]]:
    """The pieces between commas; brackets and quotes hold theirs together."""
    words = doc.words
    found: list[tuple[int, int]] = []
    start, depth = left, 0
    for i in range(left, stop):
        if words[i] in "(“":
            depth += 1
        elif words[i] in ")”":
            depth = max(0, depth - 1)
        elif depth == 0 and (words[i] in {",", "…"} or words[i].isspace()):
            found.append((start, i))
            start = i + 1
    found.append((start, stop))
    return [(s, e) for s, e in found if e > s]


def past_joins(doc: Doc, start: int, end: int) -> int:
    norms = doc.norms
    while start < end:
        if norms[start : start + 2] in _JOINING or norms[start : start + 2] == ("tập", "thể"):
            start += 2
        elif norms[start] in _JOINS or not doc.words[start][0].isalnum():
            start += 1
        else:
            break
    return min(start, end)


BEFORE_NAME = frozenset({
    "nay", "qua", "đó", "này", "biết", "liền", "dịp", "lễ", "nghị", "năm", "sau", "vậy", "đề", "việc", "chuyện",
})  # fmt: skip


def _named_subject(doc: Doc, start: int, end: int, stop: int) -> Recipient | None:
    """The name that opens a piece (or stands behind its adverbial) and is followed by a predicate or a post."""
    norms = doc.norms
    for i in range(start, min(end, start + 12)):
        if i > start and not (norms[i - 1] in BEFORE_NAME or doc.words[i - 1].isdigit()):
            continue
        if i > start and norms[start] not in _ADVERBIAL and norms[start : start + 2] != ("được", "biết"):
            break
        found = named(doc, i, stop)
        if found is None or len(found[0]) > 1 or not found[0][0].text:
            continue
        item = found[0][0]
        after = skip_apposition(doc, found[1], stop, item)
        if after < stop and norms[after] in _GIVES:
            return None
        listed = after + 1 < stop and not doc.words[after + 1][:1].islower() and not _part_of(doc, item, after, stop)
        if after >= stop or (doc.words[after] in {",", "-", "–"} and not listed) or _opens_predicate(doc, after):
            return item
        return item if item.kind == "person" and _goes_on(doc, after) else None
    return None


def _part_of(doc: Doc, unit: Recipient, comma: int, stop: int) -> bool:
    """ "Khoa A, Bệnh viện B": behind the comma the body to which the unit belongs."""
    found = named(doc, comma + 1, stop)
    return found is not None and belongs_to(unit.text or "", found[0][0].text or "")


def _goes_on(doc: Doc, i: int) -> bool:
    """Whether a word in lower case behind a person's name tells of that one: any but what joins another to it."""
    return doc.words[i].isalpha() and doc.words[i].islower() and doc.norms[i] not in _JOINS_NAMES


_JOINS_NAMES = frozenset({"và", "cùng", "với", "hay", "hoặc", "của", "tặng", "trao", "cho"})


def _opens_predicate(doc: Doc, i: int) -> bool:
    return doc.words[i][:1].islower() and (is_stop(doc, i) or doc.norms[i] in _PREDICATE)


def _another_subject(doc: Doc, start: int, end: int, *, known: bool, last: bool) -> bool:
    """Whether a piece opens with a subject of its own that is no name we know."""
    norm = doc.norms[start]
    if starts(doc, "stops").get(start, (0, ""))[1] == "pronoun" or doc.norms[start : start + 2] in _FOR_ANOTHER:
        return True
    if any(doc.norms[i] in _GIVES for i in range(start + 1, end)):
        return False  # "…, LĐLĐ tỉnh tặng nhiều Bằng khen, …": who gives in the clause before
    # "A là nhà văn, một trí thức tiêu biểu, đã được …"; "giỏi văn nghệ, thể thao, …": no more than the end of a list
    one = norm == "một" and not _times(doc, start) and doc.words[start + 1].islower()
    if one or (not last and not any(_opens_predicate(doc, i) for i in range(start + 1, end))):
        return False
    if doc.words[start][0].isdigit():
        return not (_times(doc, start) or _TIME.match(_text(doc, start, end)))
    if norm in _ADVERBIAL or norm in _PREDICATE or start in starts(doc, "stops"):
        # "Năm 2010 thôn được …", "Nhiều cá nhân được …"
        return norm in {"nhiều", "những", "hơn", "gần", "mỗi", "hai", "ba"} and not _times(doc, start)
    said = introduction_at(doc, start, end)
    return not (known and (is_post(doc, start) or (said is not None and said[1] in {"work", "force", "study"})))


_GIVES = frozenset({"tặng", "trao"})
_FOR_ANOTHER = (("đại", "diện"), ("thay", "mặt"), ("các", "đơn"))


def _times(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc.norms[i + 1] in {"năm", "lần", "đó", "tháng", "khóa", "nhiệm", "ngày"}


_FIRST_PERSON = frozenset({"tôi", "mình"})
_NEAR = 3  # sentences over which a subject goes on unsaid


def topic_before(doc: Doc, i: int) -> Recipient | None:
    """Whom the sentences before token ``i`` tell of: the last subject of its paragraph, else the article's own."""
    article: Article = doc.article
    at = doc.offsets[i]
    block = next((b for b in article.blocks if b.start <= at < b.end), None)
    if block is None:
        return None
    sentences = doc.sents
    if any(_FIRST_PERSON & set(doc.norms[s.start : s.end]) for s in sentences if s.start <= i < s.end):
        return None
    before = [s for s in sentences if s.end_char <= at and s.start_char >= block.start]
    for sentence in before[: -_NEAR - 1 : -1]:
        found = _sentence_topic(doc, sentence.start, sentence.end)
        if found is not None:
            return found
    return article_topic(doc)


def _sentence_topic(doc: Doc, start: int, end: int) -> Recipient | None:
    """The name that a sentence opens with as its subject; one who only speaks is none."""
    for s, e in pieces(doc, start, end)[:4]:
        found = _named_subject(doc, past_joins(doc, s, e), e, end)
        if found is not None:
            spoken = SPEAKS.search(_text(doc, found.end, min(end, found.end + 30)))
            return found if _is_topic(found) and not spoken else None
        if doc.norms[s] not in _ADVERBIAL:
            return None
    return None


def _is_topic(item: Recipient) -> bool:
    """A person, or a body with a name of its own that is no place."""
    words = (item.text or "").split()
    if item.kind == "person":
        return True
    return words[0] not in {"tỉnh", "thành"} and any(w[:1].isupper() or w.isdigit() for w in words[1:])


def article_topic(doc: Doc) -> Recipient | None:
    """The one subject of the article's title, lead and first paragraph."""
    known: list[Recipient] | None = doc.user_data.get("article_topics")
    if known is None:
        article: Article = doc.article
        ends = [b.end for b in article.blocks if b.kind == "paragraph"][:1]
        opening = [s for s in doc.sents if ends and s.start_char < ends[0]]
        found = (_sentence_topic(doc, s.start, s.end) for s in opening)
        known = list({f.text: f for f in found if f is not None}.values())
        doc.user_data["article_topics"] = known
    return known[0] if len(known) == 1 else None
