"""Who receives at a ceremony of receiving, which names no act: "A tổ chức lễ đón nhận X", "lễ đón nhận X của A".

The host receives for itself, unless the clause says for whom: "Sở A tổ chức lễ đón nhận X cho Trường B". A
jubilee without a host, or held by a committee, is that of the body founded: "lễ kỷ niệm 50 năm thành lập Trường B".
"""

from __future__ import annotations

import re

from extract.facts.award_forms import Form
from extract.facts.award_objects import right_of
from extract.facts.award_subjects import subject
from extract.facts.award_verbs import Verb
from extract.facts.phrases import phrase_at
from extract.facts.recipient_names import Recipient, matched_words, named, token_at
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


_JUBILEE = re.compile(r"\bkỷ niệm (?:[^;:]{0,60}? )?(?:thành lập|tái lập|truyền thống|ra đời) (?:của )?(?=\w)")
_TO_RECEIVING = re.compile(
    r"^ ?(?:\([^)]*\))?[ ,]*(?:[-–;] |và |,? ?đồng thời |cùng với )?(?:(?:long trọng|vinh dự|trọng thể"
    r"|công bố quyết định|lễ) (?:và )?)*$"
)
# A committee is host for others; a day of a whole branch or force is no body's jubilee.
_COMMITTEE = re.compile(r"^(?:UBND|HĐND|(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy)\b")
_WHOLE_BRANCH = re.compile(
    r"^(?:[Ll]ực lượng|[Nn]gành|Quân đội|Công an nhân dân|Đảng|Đoàn Thanh niên|Mặt trận|.*\bViệt Nam$)"
)


def of_the_jubilee(doc: Doc, left: int, stop: int, host: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """Who receives at a jubilee told before ``stop``: the host, unless another's founding is celebrated."""
    if (host and not _COMMITTEE.match(host[0].text or "")) or "niệm" not in doc.norms[left:stop]:
        return host
    found = list(_JUBILEE.finditer(matched_words(doc, left, stop)))
    if not found:
        return host
    at = token_at(doc, left, found[-1].end())
    read = named(doc, at, stop) or phrase_at(doc, at, stop)
    if read is None or len(read[0]) != 1 or not read[0][0].text or read[0][0].kind != "organization":
        return host
    whole = _WHOLE_BRANCH.match(read[0][0].text) is not None
    return host if whole or not _TO_RECEIVING.match(matched_words(doc, read[1], stop)) else tuple(read[0])
