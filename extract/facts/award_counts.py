"""Numbers around award forms: how many of a form, how often, and how many who are not counted otherwise."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.award_forms import FLAGS, Form, can_hold, entries, is_title, past_classes
from extract.facts.award_tails import listed
from extract.facts.award_verbs import HAVE, Verb
from extract.facts.kinds import kind_without_number
from extract.facts.recipient_names import NUMBERS, Recipient, matched_words
from extract.model import RecipientKind
from extract.view import Doc

_FIGURES = re.compile(r"^(?:\d{1,3}(?:\.\d{3})*|(?!19|20)\d{4})$")  # four digits without a stop may be a year
_FEW = rf"(\d{{1,2}}|{'|'.join(NUMBERS)})"
_YEARS_RUNNING = re.compile(rf"\b{_FEW}\s+năm(?:\s+học)?\s+(?:liền|liên tục|liên tiếp)\b")
_TIMES = re.compile(rf"(?<!lần )(?<!thứ )\b{_FEW}\s+(?:năm\s+(?:liền|liên tục|liên tiếp)|lần)\b")


def number_of(doc: Doc, form: Form) -> int | None:
    """The number that counts a form: "2 Cờ thi đua", "hai Bằng khen", "1.257 Chiến sĩ thi đua"."""
    i = form.start - 1
    while i > 0 and (doc.norms[i] in {"chiếc", "tấm", "lá", "lượt"} or doc.words[i] in '"“'):
        i -= 1
    if form.elided and i > 1 and (doc.norms[i - 1], doc.norms[i]) == ("huân", "chương"):
        i -= 2  # "2 Huân chương Độc lập hạng Ba, 9 Huân chương hạng Nhì"
    i = _before_title(doc, i)
    if emulation_title(form) and i > 1 and (doc.norms[i - 1], doc.norms[i]) == ("tập", "thể"):
        i -= 2  # "3 tập thể Đơn vị tiên tiến"
    if i < 1 or doc.norms[i - 1] in {"trong", "từ", "năm"}:
        return None
    figures = _figures(doc, i)
    if figures is not None:
        return figures
    word = doc.words[i]  # "ông Lê Văn Bảy Bằng khen": a name is no number
    opens = doc.words[i - 1].isspace() or doc.words[i - 1] in {"-", "–", "+", "•", "*", ":", "."}
    return NUMBERS.get(doc.norms[i]) if (word.islower() or opens) and doc.norms[i] not in {"năm", "một"} else None


_TITLE_NOUNS = frozenset({("danh", "hiệu"), ("vinh", "dự"), ("cao", "quý"), ("nhà", "nước")})


def _before_title(doc: Doc, i: int) -> int:
    """The token before "danh hiệu (vinh dự Nhà nước)" that ends at ``i``: "5 danh hiệu Nghệ sĩ nhân dân"."""
    at = i
    while at > 1 and (doc.norms[at - 1], doc.norms[at]) in _TITLE_NOUNS:
        at -= 2
        if (doc.norms[at + 1], doc.norms[at + 2]) == ("danh", "hiệu"):
            return at
    return i


def _figures(doc: Doc, i: int) -> int | None:
    """The number in figures that ends at token ``i``; its thousands may be tokens of their own."""
    start = i
    while start > 1 and doc.words[start].isdigit() and len(doc[start]) == 3 and doc.words[start - 1] == ".":
        if not doc.words[start - 2].isdigit():
            break
        start -= 2
    text = doc[start : i + 1].text
    return int(text.replace(".", "")) if _FIGURES.match(text) else None


def times_of(doc: Doc, verb: Verb, form: Form, left: int, *, named: bool) -> int | None:
    """How often: "tặng 6 bằng khen", "5 năm liền", "2 lần được"; of those only counted, not ("hiến máu 40 lần")."""
    if form.start > verb.end and (number := number_of(doc, form)):
        return number
    text = matched_words(doc, max(left, verb.subject_end - 14), form.end)
    behind = re.split(r"[,;.]", matched_words(doc, form.end, min(len(doc), form.end + 7)), maxsplit=1)[0]
    after = _YEARS_RUNNING.search(behind)
    m = after or (_TIMES if named else _YEARS_RUNNING).search(text)
    return (int(m[1]) if m[1].isdigit() else NUMBERS[m[1]]) if m else None


def each_class(doc: Doc, form: Form, times: int) -> bool:
    """Whether an order was got in as many classes as times, so each of them once."""
    classes = _CLASSES.search(matched_words(doc, max(0, form.start - 6), min(len(doc), form.end + 7)))
    return classes is not None and times == len(_CLASS.findall(classes[0]))


# "3 lần được tặng Huân chương Lao động (hạng Nhất, Nhì, Ba)": one of each class.
_CLASS = re.compile(r"\b(?:nhất|nhì|hai|ba)\b")
_CLASSES = re.compile(rf"\bhạng {_CLASS.pattern}(?:(?: ?, ?| và |, và )(?:hạng )?{_CLASS.pattern})+")


def total_of(doc: Doc, form: Form, verb: Verb, recipients: tuple[Recipient, ...], *, active: bool) -> Recipient | None:
    """Who is counted by the awards alone.

    "tặng 34 Bằng khen cho cá nhân và tập thể"; "tặng 6 Cờ thi đua cho công đoàn cấp trên": a flag is one body's;
    "Sở có 5 Chiến sĩ thi đua cấp tỉnh, 3 Tập thể lao động xuất sắc": a title is one holder's. That a body has
    bearers of a title of honour tells no award. ``active``: whether the clause tells of giving.
    """
    at = form.until + 1
    holder: RecipientKind | None = None
    number = number_of(doc, form)
    if number is None:
        return None
    titled = emulation_title(form) or (borne_by_persons(form) and verb.kind != HAVE)
    if titled and not any(r.text and can_hold(form, r.kind) for r in recipients):
        holder = entries()[form.id].values.get("recipients")
    if holder is None and active and not recipients:
        holder = kind_without_number(doc, past_classes(doc, form), len(doc))
        behind = doc[form.end + 1] if form.end + 1 < len(doc) and doc.norms[form.end] == "cho" else None
        if holder is None and form.id in FLAGS and behind is not None:
            holder = "organization" if behind.is_alpha and behind.norm_ not in {"các", "những"} else None
    return Recipient(start=at, end=at, text=None, kind=holder, count=number) if holder else None


def titled(doc: Doc, form: Form) -> Recipient | None:
    """ "18 lượt Chiến sĩ thi đua cấp tỉnh", "3 Tập thể lao động xuất sắc": so many who are called by a title."""
    number = number_of(doc, form)
    holder = entries()[form.id].values.get("recipients") if emulation_title(form) or borne_by_persons(form) else None
    if number is None or holder is None:
        return None
    return Recipient(start=form.until, end=form.until, text=None, kind=holder, count=number)


def emulation_title(form: Form) -> bool:
    """Whether a form is a title of emulation that only persons, or only bodies, can hold."""
    values = entries()[form.id].values
    return values["kind"] == "danh hiệu thi đua" and "recipients" in values and form.id not in FLAGS


def borne_by_persons(form: Form) -> bool:
    """Whether a form is a title by which so many who bear it are called: "8 Nhà giáo ưu tú", "5 Chiến sĩ thi đua"."""
    return emulation_title(form) or (is_title(form) and entries()[form.id].values.get("recipients") == "person")


_Told = tuple[Form, tuple[Recipient, ...]]


def dealt_by_number(doc: Doc, told: list[_Told]) -> list[_Told]:
    """ "tặng 5 X, 9 Y cho 14 em", "6 X và 2 Y cho tập thể, cá nhân": of those behind, as many as each form's number."""
    out = list(told)
    end = len(out) - 1
    while end > 0:
        start = end
        while start and number_of(doc, out[start][0]) and listed(doc, out[start - 1][0].end, out[start][0].start):
            start -= 1
        numbers = [number_of(doc, form) for form, _ in out[start : end + 1]]
        who = out[end][1]
        if start < end and len(who) == 1 and who[0].text is None and all(numbers):
            of_last = who[0].count == numbers[-1] and kind_without_number(doc, past_classes(doc, out[end][0]), len(doc))
            if of_last or who[0].count == sum(n or 0 for n in numbers):
                for k, number in zip(range(start, end + 1), numbers, strict=True):
                    out[k] = (out[k][0], (replace(who[0], count=number or 0),))
        end = start - 1 if start < end else end - 1
    return out
