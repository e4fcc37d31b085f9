"""Awards whose form is the subject ("Cờ thi đua thuộc về A"), and titles by which their bearers are called."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.award_counts import number_of
from extract.facts.award_forms import Form, holder, is_title
from extract.facts.award_subjects import listed_after
from extract.facts.award_verbs import Verb, past_aspect
from extract.facts.recipient_names import Recipient, matched_words, token_at
from extract.facts.recipients import recipients_at
from extract.view import Doc, Span

_Offer = tuple[Verb, tuple[Recipient, ...]]


def offered(doc: Doc, form: Form, end: int, limit: int) -> _Offer | None:
    """ "Hai Cờ thi đua của Bộ đã được trao cho A và B", "danh hiệu X thuộc về A": the verb behind and who receives.

    ``end``: where the next clause starts; ``limit``: the end of the sentence, in which the verb of several may stand.
    """
    at = past_aspect(doc, form.until, end)
    words = [t.norm_ for t in doc[at : min(end, at + 10)]]
    if words[:1] == ["được"] and "cho" in words:
        at += words.index("cho") + 1
    elif words[:2] in (["thuộc", "về"], ["khen", "tặng"], ["tặng", "cho"]):
        at += 2
    elif m := ALREADY.match(matched_words(doc, form.until, end)):
        return _handed(doc, form, token_at(doc, form.until, m.end()), end)
    elif words[:1] == ["tặng"]:  # "Bằng khen của Bộ A tặng Công ty B"
        at += 1
    else:
        return _entitled(doc, form, end, limit)
    found = recipients_at(doc, at, end)
    if found is None or (words[:1] == ["tặng"] and found.items[0].start > at + 2):
        return None
    return Verb(start=form.until, end=form.until + 1, kind="tặng", voice="active", subject_end=form.start), found.items


# "Bằng khen đã trao trước đây cho ông A": what is told of it, be it to take it back, it was given.
ALREADY = re.compile(
    r"\s*(?:mà [^,;:]{3,60}? )?(?:đã|từng) (?:được )?(?:trao tặng|trao|tặng thưởng|tặng|phong tặng|phong|khen thưởng"
    r"|truy tặng)(?: trước đây| trước đó| năm \d{4}| vào năm \d{4})* cho (?=\w)"
)


def _handed(doc: Doc, form: Form, at: int, end: int) -> _Offer | None:
    found = recipients_at(doc, at, end)
    if found is None:
        return None
    return Verb(start=form.until, end=form.until + 1, kind="trao", voice="active", subject_end=form.start), found.items


_HONOURED = re.compile(
    r"^(?:[^,;:.…]| - |…(?= năm)){0,120}\b"
    r"(?:được|đã được|vừa được) (?:vinh danh|công nhận|phong tặng|trao tặng|tôn vinh)\b"
)


def _entitled(doc: Doc, form: Form, end: int, limit: int) -> _Offer | None:
    """ "4 Anh hùng Lao động là A, B, C và D", "7 Công dân ưu tú được vinh danh": so many who bear a title."""
    number = number_of(doc, form)
    if not number or not is_title(form):
        return None
    total = (Recipient(start=form.start, end=form.start, text=None, kind=holder(form), count=number),)
    names = listed_after(doc, form, end, total)
    if names == total and not _HONOURED.match(matched_words(doc, form.until, limit)):
        return None
    at = form.start
    return Verb(start=at - 1, end=at, kind="công nhận", voice="passive", subject_end=at - 1), names


_DEALT = re.compile(r"[,:(]?\s*(?:bao gồm|gồm có|gồm|trong đó có|trong đó)\s*:?\s*[\d.]+\s*$")
_GIVEN = re.compile(r"\b(?:trao|tặng|truy tặng|phong tặng|trao tặng)\b")


def dealt_among(doc: Doc, sentence: Span, forms: tuple[Form, ...]) -> tuple[tuple[Form, _Offer], ...]:
    """ "trao Huân chương cho 12 người, gồm: 3 X, 9 Y": so many of those counted have got each."""
    told = [(form, number) for form in forms if (number := number_of(doc, form))]
    if len(told) < 2 or not _DEALT.search(matched_words(doc, sentence.start, told[0][0].start)):
        return ()
    first = told[0][0].start
    to = next((j for j in range(first - 1, sentence.start, -1) if doc.norms[j] == "cho"), None)
    found = recipients_at(doc, to + 1, first) if to is not None else None
    if to is None or found is None or len(found.items) != 1 or found.items[0].text is not None:
        return ()
    given = _GIVEN.search(matched_words(doc, sentence.start, to))
    total = found.items[0]
    if given is None or total.count != sum(number for _, number in told):
        return ()
    at = token_at(doc, sentence.start, given.start())
    verb = Verb(start=at, end=at + 1, kind="tặng", voice="active", subject_end=at)
    return tuple((form, (verb, (replace(total, count=number),))) for form, number in told)
