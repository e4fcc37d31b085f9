"""Who receives at a ceremony of receiving, which names no act: "A tổ chức lễ đón nhận X", "lễ đón nhận X của A".

The host receives for itself, unless the clause says for whom: "Sở A tổ chức lễ đón nhận X cho Trường B".
"""

from __future__ import annotations

import re

from extract.facts.award_forms import Form
from extract.facts.award_objects import right_of
from extract.facts.award_subjects import subject
from extract.facts.award_verbs import Verb
from extract.facts.recipient_names import Recipient, matched_words, token_at
from extract.facts.subject_phrases import held_by, subject_phrase
from extract.view import Doc

_BEFORE_FORM = 30  # tokens that the name of the ceremony may take
_CEREMONY = re.compile(
    r"(?:(?<=\s)|^)((?:(?:long trọng|trọng thể|trang trọng|đã|vừa|sẽ) )*"
    r"tổ chức (?:(?:long trọng|trọng thể|trang trọng) )?)?"
    r"(?:buổi )?lễ (?:[^,;:.]{2,70} và |, )?(?:vinh dự )?(?:đón nhận|đón) (?:quyết định )?(?:danh hiệu )?[\"“]?\s*$"
)


def received_at(doc: Doc, left: int, form: Form, end: int) -> tuple[Verb, tuple[Recipient, ...]] | None:
    """Those who receive the form at tokens ``left:end`` at its ceremony, with the verb of the ceremony's name."""
    at = max(left, form.start - _BEFORE_FORM)
    m = _CEREMONY.search(matched_words(doc, at, form.start))
    if m is None:
        return None
    start = token_at(doc, at, m.start())
    who = right_of(doc, form, end) or held_by(doc, form, end)
    if not who and m[1]:
        host = subject(doc, left, start) or subject_phrase(doc, left, start)
        who = tuple(r for r in host if r.text)
    verb = Verb(start=form.start - 1, end=form.start, kind="nhận", voice="passive", subject_end=start)
    return (verb, who) if who else None
