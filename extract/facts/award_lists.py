"""Awards told by a list: an opening says what is done ("Khối đề nghị khen thưởng:"), each item who gets which form.

    FORM: names        "Cờ thi đua của Chính phủ: Sở A; Bằng khen cho Sở B, Sở C"
    names FORM         "Sở A: Cờ thi đua", "Sở A (Bằng khen)", "1 | Sở A | Bằng khen", "Sở A, đề nghị tặng Bằng khen"

Items stand in the sentence of their opening, behind its colon, or one a line below it; a line without a verb of its
own is governed by its opening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.context import Category, category_at, find_triggers
from extract.facts.award_clause import Clause
from extract.facts.award_counts import titled
from extract.facts.award_forms import Form, find_forms
from extract.facts.award_givers import last_giver
from extract.facts.award_offers import ALREADY
from extract.facts.award_tails import listed
from extract.facts.award_verbs import Verb
from extract.facts.bodies import Giver
from extract.facts.recipient_names import Recipient, matched_words
from extract.facts.recipients import Recipients, recipients_at
from extract.facts.unit_items import unit_item
from extract.text import match_form
from extract.view import Doc, Span

BULLET = re.compile(r"\s*(?:[-–+•*]|\d{1,2}\s?[.)|])\s*\|?\s*")
# What an opening speaks of, and that it opens: "…:", "… như sau", "gồm", a row of column heads.
_SPEAKS = re.compile(
    r"\b(?:khen thưởng|khen tặng|tặng thưởng|tặng|trao|đề nghị|suy tôn|bình xét|bình chọn|danh hiệu|công nhận"
    r"|xét chọn|tuyên dương|biểu dương|vinh danh)\b"
)
_OPENS = re.compile(r"(?::|\bnhư sau|\bsau đây|\bcụ thể|\bgồm(?: có)?)\s*[.:]?\s*$")
_LONGEST_OPENING = 40  # characters of "sau đây", a mark and white space
_COLUMNS = re.compile(r"\|\s*(?:đề nghị |được )*(?:hình thức|danh hiệu|mức|khen thưởng)\b")
# A column of what is asked for, whatever the table's heading says of what was given.
_PROPOSED_COLUMN = re.compile(r"\|[^|]*\b(?:đề nghị|đề xuất|trình)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What an opening says of its items: the category that holds for them, and who gives."""

    category: Category
    giver: Giver | None = None


def opening(sentence: Span, around: Opening | None) -> Opening | None:
    """The opening that a whole sentence is; None when it is none. Within ``around`` it takes what it does not say."""
    matched = sentence.form.strip()
    if _COLUMNS.search(matched):
        if _PROPOSED_COLUMN.search(matched):
            return Opening(category="proposed", giver=around.giver if around else None)
        return around or Opening(category="granted")
    if not _OPENS.search(matched, len(matched) - _LONGEST_OPENING):
        return None
    return _says(sentence, matched, around)


def _says(words: Span, matched: str, around: Opening | None) -> Opening | None:
    found = list(_SPEAKS.finditer(matched))
    if not found:
        return around
    category, trigger = category_at(find_triggers(words), words.end - 1, words.end - 1)
    if category == "granted" and trigger is None and around is not None:
        category = around.category
    at = words.start_char + len(words.text) - len(words.text.lstrip()) + found[-1].start()
    verb = next((t.i for t in words if t.idx >= at), words.end)
    giver = last_giver(words.doc, words.start, verb)
    return Opening(category=category, giver=giver or (around.giver if around else None))


_FORM_HEADS = re.compile(r"[^:]{6,80}:\s*\S")


def implied_opening(above: Span | None, sentence: Span) -> Opening | None:
    """What the last sentence before a list says of an item "1. FORM: names", though it does not end with a colon."""
    m = BULLET.match(sentence.text)
    if above is None or m is None or not _FORM_HEADS.match(sentence.text, m.end()):
        return None
    colon = sentence.start_char + sentence.text.index(":", m.end())
    forms = find_forms(sentence.doc, sentence.start, sentence.end)
    if len(forms) != 1 or forms[0].until >= sentence.end or sentence.doc.offsets[forms[0].until] > colon:
        return None
    return _says(above, above.form.strip(), None)


def category_of(sentence: Span, clause: Clause, around: Opening | None) -> Category:
    """The category of a clause: its own sentence's, where that says nothing its opening's."""
    category, trigger = category_at(find_triggers(sentence), clause.form.start, clause.form.end)
    if trigger is not None or category != "granted":
        return category
    return around.category if around is not None else "proposed" if clause.asked else category


def already_given(sentence: Span, clause: Clause) -> bool:
    """ "kiến nghị thu hồi Bằng khen đã trao cho ông A": whatever is asked for now, it was given."""
    return (
        clause.verb.kind == _GIVEN
        or ALREADY.match(matched_words(sentence.doc, clause.form.until, clause.end)) is not None
    )


def opens_line(sentence: Span) -> bool:
    """Whether a sentence starts its line."""
    text = sentence.doc.text
    return sentence.start_char == 0 or text[sentence.start_char - 1] == "\n"


def is_item(sentence: Span) -> bool:
    """Whether a sentence is an item of a list: a dash opens it, or a number or a row's first cell its line."""
    m = BULLET.match(sentence.text)
    return m is not None and (opens_line(sentence) or not any(c.isdigit() for c in m[0]))


def item_clauses(sentence: Span, around: Opening) -> tuple[Clause, ...]:
    """The clauses of a line below an opening that has no verb of its own."""
    m = BULLET.match(sentence.text)
    start = sentence.start_char + (m.end() if m else 0)
    at = next((t.i for t in sentence if t.idx >= start), sentence.end)
    return _paired(sentence.doc, at, sentence.end, around)


def inline_clauses(sentence: Span) -> tuple[Clause, ...]:
    """The clauses behind the first colon (or "gồm") of a sentence whose words before it are an opening."""
    doc = sentence.doc
    for i in range(sentence.start + 2, sentence.end - 1):
        if doc.words[i] != ":" and not (doc.norms[i] == "gồm" and doc.words[i + 1] != ":"):
            continue
        head = doc[sentence.start : i + 1]
        if find_forms(doc, head.start, head.end):
            return _roll(sentence)
        if (told := _of_holders(doc, head, i + 1, sentence.end)) is not None:
            return told
        around = _says(head, head.form.strip(), None)
        at = next((j for j in range(i + 1, sentence.end) if doc.norms[j] not in {"có", ":"}), sentence.end)
        return _paired(doc, at, sentence.end, around) if around is not None else ()
    return ()


def _roll(sentence: Span) -> tuple[Clause, ...]:
    """ "Ngoài ra còn có FORM: 31 tập thể; FORM đối với 45 cá nhân": a roll without a verb; forms with numbers behind.

    What an article or the sentence before speaks of as proposals was proposed, and what a council meets for.
    """
    doc = sentence.doc
    forms = find_forms(doc, sentence.start, sentence.end)
    if len(forms) < 2 or not all(_number_behind(doc, f.until) for f in forms):
        return ()
    asked = _ASKED.search(match_form(doc.article.title)) or (
        sentence.start and _ASKED_BEFORE.search(doc.sentence_at(sentence.start - 1).form)
    )
    around = Opening(category="proposed" if asked else "granted")
    return _paired(doc, forms[0].start, sentence.end, around)


_ASKED = re.compile(r"\bđề nghị\b|\bhọp (?:phiên )?hội đồng thi đua\b|\bhội đồng thi đua\b.{0,30}\bhọp\b")
_ASKED_BEFORE = re.compile(r"\bđề nghị (?:xét |được )*(?:khen|tặng|phong)\b")


def _number_behind(doc: Doc, i: int) -> bool:
    """Whether ":", "cho" or "đối với" leads to a number from token ``i`` on."""
    at = i
    while at < i + 2 and at < len(doc) and doc.norms[at] in {":", "cho", "đối", "với"}:
        at += 1
    return i < at < len(doc) and doc.words[at].isdigit()


_GIVEN = "đã trao"
_WERE_GIVEN = re.compile(r"\b(?:đã|từng) (?:được )?(?:trao|tặng|phong)(?: tặng)?(?: trước đây)?(?: cho [^:;]{3,90})?")


def _of_holders(doc: Doc, head: Span, start: int, end: int) -> tuple[Clause, ...] | None:
    """ "… đã trao cho A và B, gồm: FORM, FORM của A và FORM của B": forms with holders; None if they have none."""
    if _WERE_GIVEN.search(head.form) is None:
        return None
    found: list[Clause] = []
    waiting: list[Form] = []
    for form in find_forms(doc, start, end):
        waiting.append(form)
        if form.end + 1 >= end or doc.norms[form.end] != "của":
            continue
        at = form.end + 1
        while at < end and doc.norms[at] in {"cá", "nhân", "tập", "thể"}:
            at += 1
        read = recipients_at(doc, at, end)
        holder = read.items[:1] if read is not None else ()
        verb = Verb(start=form.start, end=form.start, kind=_GIVEN, voice="active", subject_end=form.start)
        found += [Clause(form=f, verb=verb, giver=None, recipients=holder, start=start, end=end) for f in waiting]
        waiting = []
    return tuple(c for c in found if c.recipients) or None


# Between a form and the names behind it, and between names and the form behind them.
_TO_NAMES = frozenset({":", "-", "–", "cho", "gồm", "là", "tặng", "đối", "với", '"', "”", "có", "thuộc", "về", "|"})
# fmt: off
_TO_FORM = frozenset({
    ":", "-", "–", "(", "|", ",", "được", "đề", "nghị", "tặng", "thưởng", "đạt", "nhận", "danh", "hiệu", '"', "“",
    "xét", "trao", "công", "xếp", "loại", "hạng", "nhất", "nhì", "hai", "ba", "thứ", "là", "đơn", "vị", "dẫn", "đầu",
})
_BEFORE_FIRST = frozenset({
    "tặng", "trao", "danh", "hiệu", '"', "“", "về", "đề", "nghị", "xét", "công", "nhận", "thưởng", "lượt",
})
# fmt: on


def _paired(doc: Doc, start: int, end: int, around: Opening) -> tuple[Clause, ...]:
    """The forms of ``start:end`` with the names beside them; all stand before their names, or all behind."""
    forms = find_forms(doc, start, end)
    if not forms:
        return ()
    ahead = all(t.norm_ in _BEFORE_FIRST or t.is_digit for t in doc[start : forms[0].start])
    pairs = _forms_first(doc, forms, end) if ahead else _names_first(doc, forms, start)
    return tuple(
        Clause(
            form=form,
            verb=Verb(start=at, end=at, kind="tặng", voice="active", subject_end=at),
            giver=around.giver,
            recipients=recipients,
            start=at,
            end=end,
            alone=alone,
            asked=around.category == "proposed",
        )
        for form, at, recipients, alone in pairs
    )


_Pair = tuple[Form, int, tuple[Recipient, ...], bool]


def _forms_first(doc: Doc, forms: tuple[Form, ...], end: int) -> list[_Pair]:
    pairs: list[_Pair] = []
    for k, form in enumerate(forms):
        limit = forms[k + 1].start if k + 1 < len(forms) else end
        i = max(form.until, form.end)
        while i < limit and doc.norms[i] in _TO_NAMES:
            i += 1
        found = recipients_at(doc, i, limit) if i > form.end else None
        if found is not None and found.items[0].start - i <= 2:
            pairs.append((form, form.start, found.items, True))
        elif (total := titled(doc, form)) is not None:
            pairs.append((form, form.start, (total,), True))
    return pairs


def _names_first(doc: Doc, forms: tuple[Form, ...], start: int) -> list[_Pair]:
    pairs: list[_Pair] = []
    at = start
    for form in forms:
        if pairs and listed(doc, pairs[-1][0].until, form.start):
            last = pairs[-1]
            pairs[-1] = (*last[:3], False)
            pairs.append((form, last[1], last[2], False))
        else:
            while at < form.start and (doc[at].is_punct or doc.words[at].isspace() or doc.norms[at] == "và"):
                at += 1
            found = recipients_at(doc, at, form.start)
            if found is None or found.items[0].start - at > 2:
                return pairs
            if not _leads_to(doc, found.end, form.start):
                return pairs
            pairs.append((form, at, found.items, True))
        at = max(form.until, form.end)
    return pairs


def _leads_to(doc: Doc, i: int, form: int) -> bool:
    """Whether no more than links stand between names and form, or, where they fill cells of a row, other cells."""
    gap = doc[i:form]
    links = len(gap)
    while links and (gap[links - 1].norm_ in _TO_FORM - {"|"} or gap[links - 1].text[0].isdigit()):
        links -= 1
    in_cells = links > 0 and gap[0].text == gap[links - 1].text == "|"
    return in_cells or links == 0 or all(t.norm_ in _TO_FORM for t in gap[:links])


def pure_list(sentence: Span) -> tuple[Recipient, ...]:
    """The names of a sentence that is nothing but names parted by ";"; empty for any other."""
    doc = sentence.doc
    end = sentence.end
    while end > sentence.start and (doc.words[end - 1].isspace() or doc.words[end - 1] in {".", ";", "…"}):
        end -= 1
    cuts = [i for i in range(sentence.start, end) if doc.words[i] == ";"]
    names: list[Recipient] = []
    for start, stop in pairwise([sentence.start - 1, *cuts, end]):
        found = unit_item(doc, start + 1, stop) or recipients_at(doc, start + 1, stop)
        items = found.items if isinstance(found, Recipients) else (found,) if found else ()
        if not cuts or not items or items[-1].end < stop or not all(r.text for r in items):
            return ()
        names += items
    return tuple(names)
