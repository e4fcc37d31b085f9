"""The act by which an award is given: who grants it, and the number and day of the decision."""

from __future__ import annotations

import re

from extract.dates import published_day, reported_days
from extract.facts.award_clause import Clause
from extract.facts.award_forms import STATE
from extract.facts.award_givers import by_state
from extract.facts.bodies import givers
from extract.facts.recipient_names import token_at
from extract.model import Status
from extract.text import match_form
from extract.view import Doc
from extract.view import Span as Words

DECISION = re.compile(
    r"\bquyết định\s+(?:số\s*:?\s*)?(\d+\s?/\s?qđ\s?-\s?[\w-]+|(?<=số )\d{1,5}(?=\s*,?\s*(?:ký )?ngày\b))"
)
_ON_BEHALF = re.compile(
    r"\b(?:(?:thừa|được|theo)\s+(?:sự\s+)?(?:ủy|uỷ)\s+(?:quyền|nhiệm)|thay mặt|thừa lệnh)\s+"
    r"(?:của\s+|cho\s+)?(?:lãnh đạo\s+)?"
)
_MOVEMENT_DECISION = re.compile(
    r"\b(?:kế hoạch|về việc (?:thành lập|phát động|ban hành)|phê duyệt|về phong trào|tổ chức cụm|lập các cụm)\b"
)
# Between two decisions told together, and behind the first of "các Quyết định số A, B".
_DAY = r"(?:ngày|tháng|năm|[\d/.-]|\s)*"
_JOINED = re.compile(rf"{_DAY}(?:[,;]|và|cùng|,\s*và)\s*(?:các\s+)?")
_ANOTHER = re.compile(rf"{_DAY}(?:[,;]|và|cùng)\s*(?:số\s*)?\d+\s?/\s?qđ")


def granted_by(doc: Doc, sentence: Words, matched: str, clause: Clause, status: Status) -> str | None:
    """Who grants; the state's awards only the state does: who hosts, honours or is to submit them gives none."""
    grantor = _told(doc, sentence, matched, clause) or _decided(doc, sentence, matched, clause)
    if status == "proposed" and clause.giver is not None and grantor == clause.giver.text:
        behind = doc[clause.giver.end : max(clause.giver.end, clause.verb.start)].form
        grantor = None if _PROPOSES.match(behind) else grantor
    if grantor is None or not by_state(clause.form):
        return grantor
    submits = status == "proposed" and grantor not in _PRESIDENT
    return grantor if _IN_STATE.match(grantor) and not submits else None


_PRESIDENT = STATE - {"Thủ tướng Chính phủ", "Chính phủ"}
# "Chủ tịch nước CHDCND Lào", "Hội đồng Nhà nước" as well; where a text tells the government, as it tells.
_IN_STATE = re.compile(
    r"^(?:Chủ tịch nước|(?:Đảng, )?Nhà nước|Hội đồng (?:Nhà nước|Bộ trưởng)|(?:Thủ tướng )?Chính phủ)\b"
)


# "Sở Nội vụ đề nghị tặng Bằng khen": who proposes is not who grants.
_PROPOSES = re.compile(
    r"\s*(?:(?:đã|cũng|sẽ|vừa|đang|thống nhất)\s+)*(?:đề nghị|đề xuất|kiến nghị|trình)\b[^,;]{0,20}$"
)


def _decided(doc: Doc, sentence: Words, matched: str, clause: Clause) -> str | None:
    """ "G ký Quyết định số … khen thưởng …. Theo đó, tặng Bằng khen": who took the decision before grants."""
    act = _act_before(sentence, matched, clause)
    m = DECISION.search(act.form) if act is not None else None
    if act is None or m is None:
        return None
    until = token_at(doc, act.start, m.start())
    found = givers(doc, act.start, until)
    named = found[0].text if len(found) == 1 and not found[0].presents else None
    return named if named is None or named in STATE or not by_state(clause.form) else None


def _told(doc: Doc, sentence: Words, matched: str, clause: Clause) -> str | None:
    """The owner of the form, the one on whose behalf it is presented, or the subject of granting; never a presenter."""
    if clause.form.owner is not None and not clause.form.owner.presents:
        return clause.form.owner.text
    offset = doc.offsets[clause.verb.start] - sentence.start_char
    behalf = list(_ON_BEHALF.finditer(matched, 0, max(offset, 0)))
    if behalf:
        at = next((t.i for t in sentence if t.idx - sentence.start_char >= behalf[-1].end()), None)
        found = givers(doc, at, min(at + 16, sentence.end)) if at is not None else ()
        # "Thừa ủy quyền của X, A trao …; Bộ B tặng …": B grants for itself.
        itself = at is not None and clause.giver is not None and clause.giver.start >= clause.start > at
        named = found[0] if found and found[0].start == at and not itself else None
        if (
            named is not None
            and "thi đua" not in named.text.lower()
            and (named.text in STATE or not by_state(clause.form))
        ):
            # Whom one represents for the state's own awards is not yet told to grant them.
            return None if named.text == "Đảng, Nhà nước" and by_state(clause.form) else named.text
    return clause.giver.text if clause.giver else None


# "… ký Quyết định số 12/QĐ-UBND khen thưởng …. Theo đó, tặng Bằng khen cho …": the details are of the decision before.
_DETAILS = re.compile(
    r"\W*(?:theo đó|theo (?:các )?quyết định(?: này| trên| nói trên)?(?=[,:]| \d+ )|cụ thể|trong đó|trong số đó)\b"
)
_COMMENDS = re.compile(r"\b(?:tặng|khen thưởng|phong|công nhận)\b")


def _act_before(sentence: Words, matched: str, clause: Clause) -> Words | None:
    """The sentence before one of details, where it tells of one decision that commends, by the same grantor."""
    if not sentence.start or not _DETAILS.match(matched):
        return None
    told = sentence.doc.sentence_at(sentence.start - 1)
    form = told.form
    found = DECISION.findall(form)
    same = clause.giver is None or match_form(clause.giver.text) in form
    return told if len(found) == 1 and same and _COMMENDS.search(form) else None


Decision = tuple[str, str | None]  # number and ISO day


def signed(sentence: Words) -> Decision | None:
    """The one decision on rewards that a sentence names, for the sentence behind it."""
    if "uyết định" not in sentence.text:
        return None
    matched = sentence.form
    found = [m for m in DECISION.finditer(matched) if not _on_other_things(matched, m)]
    if len(found) != 1 or not _COMMENDS.search(matched) or _ANOTHER.match(matched, found[0].end()):
        return None
    return _numbered(sentence, matched, found[0])


def _on_other_things(matched: str, m: re.Match[str]) -> bool:
    return _MOVEMENT_DECISION.search(matched[m.end() : m.end() + 90].split(" tặng", maxsplit=1)[0]) is not None


def _numbered(sentence: Words, matched: str, m: re.Match[str]) -> Decision:
    """The number and day of the decision at ``m``."""
    number = re.sub(r"\s", "", sentence.text[m.start(1) : m.end(1)])
    days = reported_days(matched, published_day(sentence.doc.article.published))
    near = [d for d in days if 0 <= d.start - m.end() <= 8]
    if not near:
        # "Trước đó, ngày 18/7, Thủ tướng ký Quyết định số …".
        near = [d for d in days if d.end <= m.start() and _SIGNS.search(matched[d.end : m.start()])]
    return number, near[-1].iso if near else None


_SIGNS = re.compile(r"\b(?:ký|ban hành)\b")


def decision_of(sentence: Words, matched: str, clause: Clause, status: Status) -> tuple[str | None, str | None]:
    """The decision that a sentence names for its awards, and its day."""
    found = [m for m in DECISION.finditer(matched) if not _on_other_things(matched, m)]
    if not found:
        act = _act_before(sentence, matched, clause)
        return decision_of(act, act.form, clause, status) if act is not None else (None, None)
    doc = sentence.doc
    offset = doc.offsets[clause.form.start] - sentence.start_char
    before = [m for m in found if m.start() < offset]
    if len(before) > 1 and _JOINED.fullmatch(matched, before[-2].end(), before[-1].start()):
        return None, None  # "Quyết định số A và Quyết định số B tặng X cho M, Y cho N": which is whose is not told
    if before and _ANOTHER.match(matched, before[-1].end()):
        return None, None
    # "Quyết định 477 hủy bỏ Quyết định 48 về việc tặng …": what is revoked is revoked by the first.
    m = before[-1] if before and status != "revoked" else found[0]
    return _numbered(sentence, matched, m)
