"""The clauses in which awards are given: the verb over a form, its voice, its giver, its recipients.

A sentence often holds a chain ("A được tặng X; Y cho B; Z cho C"). Each mention of a form opens a clause; a clause
without a verb of its own goes on with the verb and giver of the one before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.award_ceremonies import of_the_jubilee, received_at
from extract.facts.award_classes import dealt
from extract.facts.award_clause import Clause
from extract.facts.award_counts import borne_by_persons, dealt_by_number, number_of, times_of, total_of
from extract.facts.award_forms import FLAGS, Form, find_forms, is_title, past_classes
from extract.facts.award_givers import (
    TO_WHOM,
    active_giver,
    acts,
    agent,
    chain_start,
    last_giver,
)
from extract.facts.award_kin import for_another
from extract.facts.award_mentions import gapped, in_clauses
from extract.facts.award_nominees import nominated, nominee_start, selected
from extract.facts.award_objects import praised, right_of
from extract.facts.award_offers import dealt_among, offered
from extract.facts.award_subjects import behind_colon, listed_after, reaches, subject
from extract.facts.award_tails import listed
from extract.facts.award_verbs import COPULA, HAVE, Verb, praised_by, verbs_over
from extract.facts.bodies import Giver, givers
from extract.facts.clause_links import same_owner, same_subject, several_owners, shared, with_topic, without_undivided
from extract.facts.kinds import kind_without_number
from extract.facts.persons import past_titles
from extract.facts.recipient_names import NUMBERS, Recipient, matched_words
from extract.facts.recipients import recipients_at
from extract.facts.subject_phrases import bracketed, for_itself, held_by, subject_phrase, told_behind
from extract.facts.topics import clause_subject
from extract.view import Doc, Span

# Tokens of a sentence; what is longer is a table or a list that lost its lines, and no clause can be told in it.
_LONGEST = 1500


def find_clauses(sentence: Span) -> tuple[Clause, ...]:
    """The clauses of a sentence that give or take an award, in text order; those nobody receives left out.

    A clause that ends the sentence with a colon stays: its recipients are the lines below it.
    """
    doc = sentence.doc
    if len(sentence) > _LONGEST:
        return ()
    mentioned = find_forms(doc, sentence.start, sentence.end)
    forms = in_clauses(doc, mentioned, sentence)
    verbs = verbs_over(doc, sentence, forms)
    lefts = [_left(doc, sentence, forms, verbs, k) for k in range(len(forms))]
    found: list[Clause] = []
    for k, form in enumerate(forms):
        verb = verbs[k]
        right = next((lefts[j] for j in range(k + 1, len(forms)) if lefts[j] is not None), None)
        end = right if right is not None and right > form.end else sentence.end
        if right is not None and right <= form.end:
            # The next clause starts at once with its subject: this one has nothing behind its form.
            following = next((v for v in verbs[k + 1 :] if v is not None), None)
            end = following.subject_end if following else sentence.end
        previous = found[-1] if found else None
        clause = (
            with_topic(
                doc,
                same_subject(doc, _own_clause(doc, form, verb, lefts[k] or sentence.start, end), previous),
                previous,
            )
            if verb is not None
            else _inherited(doc, form, previous, forms[k - 1] if k else None, end) or _offered(doc, sentence, form, end)
        )
        if clause is not None:
            found.append(with_topic(doc, clause, previous))
    if not found:
        return tuple(
            Clause(form=form, verb=verb, giver=None, recipients=who, start=verb.start, end=sentence.end)
            for form, (verb, who) in dealt_among(doc, sentence, mentioned)
        )
    heads_list = sentence.text.rstrip().endswith(":")
    found = [_counted(doc, _without_titled(c, mentioned)) for c in found]
    found = shared(doc, without_undivided(doc, found))
    if len(found) > 1:
        found = [
            c if who is c.recipients else replace(c, recipients=who, alone=True, times=None)
            for c, (_, who) in zip(found, dealt_by_number(doc, [(c.form, c.recipients) for c in found]), strict=True)
        ]
    receiving = dealt([(c.form, c.recipients) for c in found])
    found = [
        replace(c, form=form, recipients=who, alone=c.alone or form is not c.form)
        for c, (form, who) in zip(found, receiving, strict=True)
    ]
    return tuple(
        replace(c, alone=False) if several_owners(doc, c.form, sentence.end) else c
        for c in same_owner(doc, found)
        if c.recipients or (heads_list and found and c.form is found[-1].form)
    )


_OFTEN = re.compile(r"\b(?:nhiều (?:năm(?! qua| nay| gần đây| trước)|lần)|liên tục|liên tiếp|các năm)\b")


def _counted(doc: Doc, clause: Clause) -> Clause:
    """The clause with what the number of its form counts: recipients left uncounted, or holders of a title."""
    number = number_of(doc, clause.form)
    # "A được tặng X, 33 Y cho tập thể và cá nhân": these are others'
    others = kind_without_number(doc, past_classes(doc, clause.form), clause.end) is not None
    others = others and not any(r.text and r.start >= clause.form.end for r in clause.recipients)
    if number is None:
        others = others and clause.verb.voice == "passive" and not clause.form.many and not _for_what_it_is(doc, clause)
        return replace(clause, recipients=(), alone=True) if others else clause
    known = () if clause.verb.kind == HAVE or others else clause.recipients
    total = total_of(doc, clause.form, clause.verb, known, active=others or clause.verb.voice == "active")
    if total is not None:
        return replace(clause, recipients=(total,), times=None, alone=True)
    if number != clause.times:
        return clause
    if sum(r.count for r in clause.recipients) == number and (
        len(clause.recipients) > 1 or not clause.recipients[0].text
    ):
        return replace(clause, times=None)
    if len(clause.recipients) > 1 and all(r.text for r in clause.recipients):
        return replace(clause, times=None, often=True)
    return clause


_WHAT_IT_IS = re.compile(
    r"cho (?:đơn vị|tập thể|cá nhân|địa phương|doanh nghiệp) (?:dẫn đầu|đạt|có|đã|xuất sắc|tiêu biểu|hoàn thành)\b"
)


def _for_what_it_is(doc: Doc, clause: Clause) -> bool:
    """ "A được tặng X cho đơn vị dẫn đầu phong trào": one is given it as what one is."""
    at = clause.form.until
    one = len(clause.recipients) == 1 and clause.recipients[0].text is not None
    return one and _WHAT_IT_IS.match(matched_words(doc, at, min(clause.end, at + 8))) is not None


def _without_titled(clause: Clause, forms: tuple[Form, ...]) -> Clause:
    """ "gồm 3 Nghệ nhân nhân dân và 1 người được truy tặng X": whom another title counts X is not given to."""
    if not is_title(clause.form) or all(r.text for r in clause.recipients):
        return clause
    titles = {i for f in forms if is_title(f) and f is not clause.form for i in range(f.start, f.end)}
    kept = tuple(
        r for r in clause.recipients if r.text or r.start > clause.form.start or not titles & set(range(r.start, r.end))
    )
    return clause if len(kept) == len(clause.recipients) else replace(clause, recipients=kept)


def _left(doc: Doc, sentence: Span, forms: tuple[Form, ...], verbs: list[Verb | None], k: int) -> int | None:
    """Where the clause of form ``k`` starts: behind the last ";", else before its own subject or giver."""
    previous = forms[k - 1].end if k else sentence.start
    verb = verbs[k]
    if verb is None:
        return forms[k].start if k else None
    semicolon = next((j + 1 for j in range(verb.subject_end - 1, previous - 1, -1) if doc.words[j] == ";"), None)
    if semicolon is not None and verb.voice == "passive" and (row := _row_start(doc, previous, semicolon, verb)):
        semicolon = next((j + 1 for j in range(row - 1, previous - 1, -1) if doc.words[j] == ";"), None)
    if k == 0 and semicolon is not None:
        return _past_titled(doc, sentence.start, semicolon, verb)
    if k == 0 or semicolon is not None:
        return semicolon or sentence.start
    active_before = any(doc.norms[j] == "cho" or doc.words[j] == ":" for j in range(previous, verb.subject_end))
    before = verbs[k - 1]
    active_before = active_before or (before is not None and before.voice == "active")
    return _own_start(doc, verb, previous) if active_before else previous


def _row_start(doc: Doc, previous: int, semicolon: int, verb: Verb) -> int | None:
    """Where the row opens that a ";" parts: "3 đơn vị gồm: A; B; C được …" is one subject."""
    at = next((j for j in range(semicolon - 1, previous, -1) if doc.words[j] == ":" or doc.norms[j] == "gồm"), None)
    found = recipients_at(doc, at + 1, verb.subject_end) if at is not None else None
    if at is None or found is None or found.items[-1].start < semicolon or not all(r.text for r in found.items):
        return None
    many = len(found.items)
    if not any(t.text.lstrip("0") == str(many) or NUMBERS.get(t.norm_) == many for t in doc[max(0, at - 4) : at]):
        return None
    return at if reaches(doc, found.end, verb.subject_end) else None


_HEADING = frozenset({"các", "tập", "thể", "cá", "nhân", "đơn", "vị"})


def _past_titled(doc: Doc, left: int, semicolon: int, verb: Verb) -> int:
    """Where a clause behind ";" starts: before it where its subject is a list of persons with posts, or of units."""
    several = subject(doc, left, verb.subject_end) if verb.voice == "passive" else ()
    if not several or several[0].start >= semicolon:
        return semicolon
    first = several[0].start
    first = next((j for j in range(max(left, first - 5), first) if past_titles(doc, j, first + 1) == first), first)
    while first > left and doc.norms[first - 1] in _HEADING:
        first -= 1
    return left if first == left or doc.words[first - 1] == "," else semicolon


def _own_start(doc: Doc, verb: Verb, previous: int) -> int:
    """Where a verb's own giver or subject starts, behind the recipients of the clause before it."""
    if verb.voice == "active":
        found = [g for g in givers(doc, previous, verb.start) if acts(doc, g, verb.start)]
        found = [g for g in found if doc.norms[g.start - 1] not in TO_WHOM and not _receives(doc, previous, g)]
        if (own := nominee_start(doc, previous, verb.start)) is not None:
            return own
        return chain_start(doc, previous, found[-1]) if found else verb.start
    for j in range(verb.subject_end - 1, previous - 1, -1):
        if doc.words[j] == "," or doc.norms[j] == "và":
            found_items = recipients_at(doc, j + 1, verb.subject_end)
            if found_items is not None and reaches(doc, found_items.end, verb.subject_end):
                return j + 1
    return verb.subject_end


def _receives(doc: Doc, previous: int, giver: Giver) -> bool:
    """ "… cho A và B, tặng …", "… cho đơn vị A và đề nghị tặng …": who ends a list of recipients gives nothing."""
    if giver.end >= len(doc) or doc.norms[giver.end] not in {",", "và", ";"}:
        return False
    leads = [j for j in range(previous, giver.start) if doc.norms[j] in TO_WHOM or doc.words[j] == ":"]
    found = recipients_at(doc, leads[-1] + 1, giver.end) if leads else None
    return found is not None and any(r.start <= giver.start < r.end for r in found.items)


def _own_clause(doc: Doc, form: Form, verb: Verb, left: int, end: int) -> Clause:
    right = right_of(doc, form, end, verb=verb) or praised(doc, form, end)
    inner = recipients_at(doc, verb.end, form.start) if verb.voice == "active" else None
    recipients: tuple[Recipient, ...] = ()
    giver = None
    dropped = False
    voice = verb.voice
    if right:
        recipients, voice = right, "active"
    if voice == "passive":
        recipients, dropped = _who_receives(doc, form, verb, left, end)
        giver = last_giver(doc, verb.subject_end, verb.start) or agent(doc, form.end, end)
        giver = giver or praised_by(doc, verb, form.start)
    else:
        if not recipients and inner is not None:
            recipients = inner.items
        giver = active_giver(doc, left, verb, form)
        if not recipients:
            recipients = listed_after(doc, form, end, ()) or selected(doc, left, verb.start)
        if not recipients:
            recipients = listed_after(doc, form, end, nominated(doc, left, verb.start, doc[left].sent.start))
        if not recipients:
            recipients = for_itself(doc, left, verb.start)
    if verb.kind in {"trao", "nhận"}:
        recipients = tuple(r for r in recipients if not for_another(doc, r, bracket=verb.kind == "nhận"))
    if verb.kind == COPULA:
        # "15 giáo viên là Chiến sĩ thi đua": who is there, not how many got the title.
        recipients = tuple(r for r in recipients if r.text)
    times = times_of(doc, verb, form, left, named=all(r.text for r in recipients))
    if len({r.text is None for r in recipients}) > 1:
        times = None  # "ông A và 8 người đạt … 5 năm liền được tặng": said of the eight
    return Clause(
        form=form,
        verb=verb,
        giver=giver,
        recipients=recipients,
        start=left,
        end=end,
        times=times,
        often=times is None and _OFTEN.search(matched_words(doc, left, form.start)) is not None,
        dropped=dropped,
    )


def _who_receives(doc: Doc, form: Form, verb: Verb, left: int, end: int) -> tuple[tuple[Recipient, ...], bool]:
    """The subject of a passive, and whether it may be one told before."""
    stop = verb.subject_end
    found = bracketed(doc, left, stop) or subject(doc, left, stop) or subject_phrase(doc, left, stop)
    found = listed_after(doc, form, end, found) or told_behind(doc, left, stop, form, end)
    dropped = False
    if not found:
        told = clause_subject(doc, left, stop)
        found, dropped = (told.item,) if told.item else held_by(doc, form, end), told.dropped
    if not found and (host := received_at(doc, left, form, end)) is not None:
        found, dropped = host[1], False
    if verb.kind == "nhận":
        celebrated = of_the_jubilee(doc, left, stop, found)
        found, dropped = celebrated, dropped and celebrated == found
    return found, dropped


def _inherited(doc: Doc, form: Form, previous: Clause | None, last: Form | None, end: int) -> Clause | None:
    """A form without a verb of its own: joined to the one before it, or going on with its verb ("hạng Nhì cho B")."""
    if previous is None or last is None or previous.form is not last:
        return None
    passive = previous.verb.voice == "passive"
    right = right_of(doc, form, end) or behind_colon(doc, form, end)
    right = right or (gapped(doc, last.until, form.start) if passive else ())
    number = number_of(doc, form)
    titles = borne_by_persons(form) and borne_by_persons(last) and number_of(doc, last) is not None
    counted = number is not None and (titles or kind_without_number(doc, past_classes(doc, form), end) is not None)
    if right or counted or (form.elided and form.id in FLAGS):
        # "danh hiệu X và Giấy khen cho hơn 50 tập thể": a total over two awards.
        together = not previous.recipients and listed(doc, last.until, form.start)
        return Clause(
            form=form,
            verb=previous.verb,
            giver=previous.giver,
            recipients=right,
            start=form.start,
            end=end,
            times=number if right and all(r.text for r in right) else None,
            alone=not together,
        )
    behind = doc.norms[form.until] if form.until < end else ""
    if not (form.elided or listed(doc, last.until, form.start)) or behind in {"được", "sẽ"}:
        return None
    return Clause(
        form=form,
        verb=previous.verb,
        giver=previous.giver or agent(doc, form.end, end),
        recipients=previous.recipients if previous.verb.voice == "passive" else (),
        start=form.start,
        end=end,
        # "2 Cờ thi đua, Huân chương …": a number counts its own form only, "5 năm liền" the whole list.
        times=number_of(doc, form) or (None if number_of(doc, last) else previous.times),
        often=previous.often and not number_of(doc, form),
        alone=False,
    )


def _offered(doc: Doc, sentence: Span, form: Form, end: int) -> Clause | None:
    found = offered(doc, form, end, sentence.end) or received_at(doc, sentence.start, form, end)
    if found is None:
        return None
    verb, recipients = found
    return Clause(form=form, verb=verb, giver=None, recipients=recipients, start=sentence.start, end=end)
