"""The subject of a passive by the shape of its clause, where no name that is known heads it.

    [adverbials, ]NOUN PHRASE[, apposition,] [aspect] VERB

The phrase that opens a piece of the clause and runs to the verb is its subject; so is the name that opens an earlier
piece when all between is what commas enclose. Adverbials that open a piece without a comma ("Năm 2020 nhóm …") are
passed over.
"""

from __future__ import annotations

import re

from extract.facts.addresses import ends_with_place, is_place
from extract.facts.award_forms import Form
from extract.facts.award_givers import by_state
from extract.facts.award_subjects import reaches, subject
from extract.facts.phrases import acronym_at, bare_noun_at, brand_at, person_by_noun, phrase_at
from extract.facts.recipient_names import Recipient, matched_words, named, province_at, token_at
from extract.facts.topics import BEFORE_NAME, past_joins, pieces
from extract.facts.units import behind_a_unit, quantified
from extract.names import starts
from extract.view import Doc

_FAR = 12  # tokens an adverbial without a comma may take


def subject_phrase(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """The one recipient whose phrase is the subject of the verb complex at ``stop``; empty where none is told so."""
    words = doc.words
    cut = pieces(doc, left, stop)
    enclosed = stop > left and words[stop - 1] == ","
    for k in range(len(cut) - 1, -1, -1):
        start, end = cut[k]
        at = past_joins(doc, start, end)
        if at >= end:
            continue
        if k and k == len(cut) - 1 and not enclosed and reaches(doc, at, stop):
            enclosed = True  # "…, 72 tuổi, là một trong những điển hình [được]", "…, xúc động khi [được]"
            continue
        found = _opening(doc, at, end)
        if found is not None:
            item, after = found
            last = k == len(cut) - 1
            if item.text and behind_a_unit(doc, left, item.start, item.text):
                return ()
            if k and ((is_place(item) and ends_with_place(doc, *cut[k - 1])) or _apposed(doc, item, *cut[k - 1])):
                enclosed = True  # "thôn A, xã B được": where the first lies; "đại đức A, trụ trì chùa B, được"
                continue
            return (item,) if reaches(doc, after, stop if last else end) else ()
        if not enclosed or not _nominal(doc, at, end):
            return ()
    return ()


_BRACKET = 8  # tokens between a bracket and its verb; so many stand before it that a name may take


def bracketed(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """ "em A (học sinh được tặng …)": what a bracket tells without a name is told of the one before it."""
    words = doc.words
    at = next((j for j in range(stop - 1, max(left, stop - _BRACKET) - 1, -1) if words[j] in "()"), None)
    if at is None or words[at] == ")" or not all(w.islower() for w in words[at + 1 : stop]):
        return ()
    for i in range(max(left, at - _BRACKET), at):
        found = named(doc, i, at)
        if found is not None and len(found[0]) == 1 and found[0][0].text and found[1] == at:
            return tuple(found[0])
    return ()


_DOSSIER = re.compile(
    r"(?:đang |đã |tiếp tục |còn |cũng )*(?:lập|làm|hoàn thiện|hoàn tất|hoàn chỉnh|hoàn thành|xây dựng|chuẩn bị) hồ sơ"
    r"(?:,? (?:để|trình|và))* $"
)


def for_itself(doc: Doc, left: int, stop: int) -> tuple[Recipient, ...]:
    """ "Trường A đang hoàn thiện hồ sơ đề nghị Chủ tịch nước tặng …": the dossier without "cho" is one's own."""
    norms = doc.norms
    at = next((j for j in range(stop - 2, left - 1, -1) if norms[j : j + 2] == ("đề", "nghị")), None)
    m = _DOSSIER.search(matched_words(doc, left, at)) if at is not None else None
    if m is None:
        return ()
    until = token_at(doc, left, m.start())
    found = subject(doc, left, until) or subject_phrase(doc, left, until)
    return tuple(r for r in found if r.text)


def held_by(doc: Doc, form: Form, end: int) -> tuple[Recipient, ...]:
    """ "lễ đón nhận Huân chương … của Trường A": an order of the state is its holder's."""
    if not by_state(form) or form.owner is not None or form.end + 1 >= end or doc.norms[form.end] != "của":
        return ()
    found = named(doc, form.end + 1, end)
    return tuple(found[0]) if found else ()


# All that stands before a verb whose subject comes behind: "Vinh dự được tặng X, ông A …", "Khi được tặng X, anh …".
_FRONTED = re.compile(
    r"^\W*(?:(?:với việc|việc|khi|sau khi|lúc|nay|vừa|mới|đã|từng|lần đầu tiên|lần đầu|lần thứ \w+|vinh dự|vinh"
    r"|tự hào|tự|nhiều lần|nhiều năm liền|liên tục|liên tiếp|năm \d{4}|là một trong (?:những|các) [^,;:]{2,60}) ?)*$"
)


def told_behind(doc: Doc, left: int, stop: int, form: Form, end: int) -> tuple[Recipient, ...]:
    """The subject that a clause without one has in common with the next: "Được B tặng X, ông A rất vui"."""
    norms, words = doc.norms, doc.words
    opens = next((j + 1 for j in range(stop - 1, left - 1, -1) if words[j] in {"“", '"', ","}), left)
    text = matched_words(doc, opens, stop)
    if not _FRONTED.match(text) or (not text.strip() and opens > left and words[opens - 1] == ","):
        return ()
    comma = next((j for j in range(form.until, min(end, form.until + _FAR)) if words[j] in {",", ";", ":"}), None)
    if comma is None or words[comma] != "," or {"cho", "và", "là"} & set(norms[form.until : comma]):
        return ()
    found = named(doc, comma + 1, end)
    if found is None or len(found[0]) != 1 or found[1] >= end or _gives(doc, found[1]):
        return ()
    item, after = found[0][0], found[1]
    # "4 Bằng khen của Bộ A, Sở B, Sở C": whose they are
    owns = form.owner is not None and item.kind == "organization"
    told = (words[after] == "," and not owns) or (
        words[after].islower() and norms[after] not in {"và", "cùng", "tặng", "trao"}
    )
    return (item,) if item.text and told else ()


def _gives(doc: Doc, i: int) -> bool:
    return bool({"tặng", "trao"} & set(doc.norms[i : i + 4])) and "được" not in doc.norms[i : i + 4]


def _opening(doc: Doc, start: int, end: int) -> tuple[Recipient, int] | None:
    """The recipient that opens tokens ``start:end``, behind an adverbial or not, and the token after it."""
    norms, words = doc.norms, doc.words
    for i in range(start, min(end, start + _FAR)):
        if i > start and not (norms[i - 1] in BEFORE_NAME or words[i - 1].isdigit()):
            continue
        found = (
            named(doc, i, end)
            or province_at(doc, i, end)
            or person_by_noun(doc, i, end)
            or phrase_at(doc, i, end)
            or bare_noun_at(doc, i, end)
            or acronym_at(doc, i, end)
            or brand_at(doc, i, end)
        )
        if found is not None and len(found[0]) == 1 and found[0][0].text and not quantified(doc, i):
            return found[0][0], found[1]
    return None


def _apposed(doc: Doc, item: Recipient, start: int, end: int) -> bool:
    """Whether a phrase in lower case tells what the person is who opens the piece before it."""
    if item.kind != "organization" or not doc.words[item.start].islower() or item.start in starts(doc, "organizations"):
        return False
    before = _opening(doc, past_joins(doc, start, end), end)
    return before is not None and before[0].kind == "person" and before[1] == end


def _nominal(doc: Doc, start: int, end: int) -> bool:
    """Whether a piece has no predicate of its own: no verb that ends names, no aspect, no copula."""
    stops = starts(doc, "stops")
    return not any(stops.get(i, (0, ""))[1] in {"aspect", "copula"} for i in range(start, end))
