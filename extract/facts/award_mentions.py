"""Which mentions of award forms open clauses, and which are only mentioned ("30 gia đình văn hóa được nhận X")."""

from __future__ import annotations

import re

from extract.facts.award_forms import Form, is_title
from extract.facts.award_tails import listed
from extract.facts.award_verbs import past_aspect, verb_before
from extract.facts.kinds import COUNT
from extract.facts.recipient_names import NUMBERS, Recipient, matched_words
from extract.facts.recipients import recipients_at
from extract.names import person_at
from extract.view import Doc, Span


def in_clauses(doc: Doc, forms: tuple[Form, ...], sentence: Span) -> tuple[Form, ...]:
    """The forms without those only mentioned ("30 gia đình văn hóa được nhận Bằng khen"), which part no clauses."""
    kept: list[Form] = []
    for form in forms:
        if borne(doc, form, sentence) or (kept and _receives(doc, kept[-1], form)):
            continue
        left = kept[-1].end if kept else sentence.start
        at = past_aspect(doc, form.until, sentence.end)
        following = {doc.norms[i] for i in (form.end, at) if i < sentence.end}
        counted = form.until < sentence.end and COUNT.match(matched_words(doc, form.until, form.until + 9)) is not None
        joined = bool(kept) and (form.start - kept[-1].end <= 6 or listed(doc, kept[-1].until, form.start))
        if (
            form.elided
            or joined
            or (bool(kept) and (counted or bool(gapped(doc, kept[-1].until, form.start))))
            or _numbered_beside(doc, form, forms)
            or following & {"cho", "tặng", "trao", "khen", "được", "thuộc", "đối", ":", "là"}
            or verb_before(doc, left, form.start) is not None
            or ("đón", "nhận") in (doc.norms[form.start - 2 : form.start], doc.norms[form.start - 4 : form.start - 2])
        ):
            kept.append(form)
    return tuple(kept)


def gapped(doc: Doc, end: int, start: int) -> tuple[Recipient, ...]:
    """ "5 đơn vị được tặng X, 12 đơn vị [Y] và 30 cá nhân [Z]": the number between two forms that share a verb."""
    at = end
    while at < start and doc.norms[at] in {",", ";", "và", "cùng", "có"}:
        at += 1
    if at == end or not 1 < start - at <= _LONGEST_COUNT or not doc.words[at].isdigit():
        return ()
    found = recipients_at(doc, at, start)
    if found is None or any(r.text for r in found.items):
        return ()
    behind = {t.norm_ for t in doc[found.items[-1].end : start]}
    return found.items if behind <= {"danh", "hiệu", "đạt", "được", "nhận", '"', "“"} else ()


_LONGEST_COUNT = 12  # tokens


def _numbered_beside(doc: Doc, form: Form, forms: tuple[Form, ...]) -> bool:
    """ "6 Nghệ nhân nhân dân và 28 Nghệ nhân ưu tú": a number of bearers of a title beside one of another."""
    following = next((f for f in forms if f.start > form.start), None)
    return (
        following is not None
        and is_title(form)
        and is_title(following)
        and form.start > 0
        and doc.words[form.start - 1].isdigit()
        and listed(doc, form.until, following.start)
    )


_TO_NUMBER = re.compile(rf"^cho (?:(?:các|những|\d+|{'|'.join(NUMBERS)}) )?$")


def _receives(doc: Doc, last: Form, form: Form) -> bool:
    """ "tặng Bằng khen cho 5 gia đình văn hóa": a title straight behind "cho" tells who receives."""
    gap = "".join(t.norm_ + " " for t in doc[last.until : form.start])
    return is_title(form) and _TO_NUMBER.match(gap) is not None


def borne(doc: Doc, form: Form, sentence: Span) -> bool:
    """ "cho Nghệ nhân ưu tú Trần Văn A": a title before the name of the one who bears it is not given."""
    before = doc.norms[form.start - 1] if form.start > sentence.start else ""
    titled = is_title(form) and form.end < sentence.end and before not in {"hiệu", "nhận", "tặng", "phong", "“", '"'}
    return titled and person_at(doc, form.end, sentence.end) is not None
