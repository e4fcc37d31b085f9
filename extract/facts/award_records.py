"""The record of one: a heading that speaks of achievements ("Tóm tắt thành tích: …"), and the forms behind or below it.

    [Sơ lược|Một số] thành tích|khen thưởng|danh hiệu … [của X]: FORM năm …; năm … được GIVER tặng FORM

What a record lists was given before, whatever the lines around it propose. Whose it is the heading says, else the
line before, else it is the article's one subject's.
"""

from __future__ import annotations

import re

from extract.facts.award_clause import Clause
from extract.facts.award_counts import times_of
from extract.facts.award_forms import Form, can_hold, find_forms
from extract.facts.award_givers import last_giver
from extract.facts.award_subjects import subject
from extract.facts.award_verbs import Verb
from extract.facts.bodies import Giver, givers
from extract.facts.recipient_names import Recipient, named, token_at
from extract.facts.topics import article_topic
from extract.view import Doc, Span

_RECORD = re.compile(
    r"\s*(?:[-–+•*]\s*|\d{1,2}\s?[.)]\s*)?(?:(?:tóm tắt|sơ lược|một số|những|các|bảng|về|nhiều|danh sách|trích)\s+)*"
    r"(?:thành tích|khen thưởng|phần thưởng|hình thức khen thưởng|danh hiệu|giải thưởng)\b([^:.;]{0,90}):\s*"
)
# What somebody was given: "Phần thưởng được Đảng, Nhà nước trao tặng"
_RECEIVED = re.compile(r"^(?!.*\b(?:đề nghị|đề xuất|đăng ký|xét|sẽ)\b)[^:]*\b(?:đã )?được\b[^:]*\b(?:trao|tặng|nhận)\b")
_NO_RECORD = re.compile(r"\b(?:đề nghị|đề xuất|đăng ký|xét|suy tôn|bình chọn|trình|tặng|trao|công bố|quyết định)\b")


def record_at(sentence: Span, before: Recipient | None) -> tuple[Recipient, int] | None:
    """Whose record a sentence opens, and the token behind its colon; ``before``: of whom the line before tells."""
    matched = sentence.form
    m = _RECORD.match(matched)
    if m is None and (received := _BEEN_GIVEN.search(matched)):
        return _told_of_subject(sentence, received)
    if m is None or (_NO_RECORD.search(m[1]) and not _RECEIVED.search(m[1])):
        return None
    doc = sentence.doc
    at = token_at(doc, sentence.start, m.end() - (sentence[0].idx - sentence.start_char))
    if find_forms(doc, sentence.start, at):
        return None  # "Danh hiệu Anh hùng Lao động: A"
    holder = _owner(doc, sentence.start, at) or before or article_topic(doc)
    return (holder, min(at, sentence.end)) if holder is not None else None


# The end of a line of which somebody is the subject: "… được Nhà nước tặng thưởng"
_BEEN_GIVEN = re.compile(
    r"\bđược\b(?![^:]*\b(?:đề nghị|đề xuất|xét|sẽ)\b)[^:.;]{0,80}?\b(?:tặng|trao|phong)(?: tặng| thưởng)*"
    r"(?:\s+(?:nhiều|các|những)\s[^:.;]{0,60})?\s*:\s*$"
)


def _told_of_subject(sentence: Span, received: re.Match[str]) -> tuple[Recipient, int] | None:
    """The named subject of a line that ends "… được tặng thưởng:"; what it lists stands below it."""
    doc = sentence.doc
    at = token_at(doc, sentence.start, received.start() - (sentence[0].idx - sentence.start_char))
    if find_forms(doc, sentence.start, sentence.end):
        return None
    while at > sentence.start and doc.norms[at - 1] in _ASPECT:
        at -= 1
    found = subject(doc, sentence.start, at)
    return (found[0], sentence.end) if len(found) == 1 and found[0].text else None


_ASPECT = frozenset({"đã", "từng", "vinh", "dự", "cũng", "còn", "vừa"})


def _owner(doc: Doc, start: int, end: int) -> Recipient | None:
    norms = doc.norms
    for i in range(start, end - 1):
        if norms[i] == "của":
            found = named(doc, i + 1, end, known=True)
            return found[0][0] if found and len(found[0]) == 1 and found[0][0].text else None
    return None


_TO_ANOTHER = frozenset({"cho", "tặng", ":"})


def record_clauses(doc: Doc, holder: Recipient, start: int, end: int) -> tuple[Clause, ...]:
    """A clause for each form of tokens ``start:end``, all of them the holder's."""
    forms = find_forms(doc, start, end)
    found: list[Clause] = []
    left = start
    for k, form in enumerate(forms):
        limit = forms[k + 1].start if k + 1 < len(forms) else end
        stop = next((j for j in range(form.end, limit) if doc.words[j] == ";"), limit)
        left = next((j + 1 for j in range(form.start - 1, left - 1, -1) if doc.words[j] == ";"), left)
        to_another = doc.norms[form.until] in _TO_ANOTHER if form.until < end else False
        if not form.many and not to_another and can_hold(form, holder.kind):
            verb = Verb(start=left, end=left, kind="nhận", voice="passive", subject_end=left)
            giver = _giver(doc, form, left, stop)
            times = times_of(doc, verb, form, left, named=True)
            clause = Clause(
                form=form, verb=verb, giver=giver, recipients=(holder,), start=left, end=stop, times=times
            )  # fmt: skip
            found.append(clause)
        left = form.end
    return tuple(found)


def _giver(doc: Doc, form: Form, left: int, stop: int) -> Giver | None:
    """The one behind "được", or the last one behind "của": "Bằng khen Đã có thành tích … của Bộ A năm 2017"."""
    norms = doc.norms
    passive = next((j for j in range(form.start - 1, left - 1, -1) if norms[j] == "được"), None)
    if passive is not None:
        return last_giver(doc, passive + 1, form.start)
    behind = [g for g in givers(doc, form.end, stop) if norms[g.start - 1] == "của" and not g.presents]
    return behind[-1] if behind and form.owner is None else None
