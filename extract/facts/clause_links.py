"""What clauses of a sentence take from one another: an unsaid subject, a shared object, the owner told last."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.award_clause import Clause
from extract.facts.award_forms import BY_BODIES, Form
from extract.facts.award_givers import coordinated, may_grant
from extract.facts.award_tails import listed
from extract.facts.bodies import givers
from extract.facts.recipient_names import matched_words
from extract.facts.topics import topic_before
from extract.view import Doc, Span

_TITLE = re.compile(r"^[\s\"”’,]*(?:đơn vị|tập thể|cá nhân|lá cờ) (?:dẫn đầu|xuất sắc|tiêu biểu)\b[^,;:]*,[\s\"]*$")


def _apposed_title(opening: Span) -> bool:
    """ "… đạt danh hiệu X, đơn vị dẫn đầu phong trào …, được tặng Y": another title of the same subject."""
    return _TITLE.match(matched_words(opening.doc, opening.start, opening.end)) is not None


_LINKS = frozenset({"và", "đồng", "thời", "cũng", "đã", "còn", "tiếp", "tục"})


def same_subject(doc: Doc, clause: Clause, previous: Clause | None) -> Clause:
    """ "A được tặng X; được phong tặng Y": a verb that opens its clause has the subject of the one before."""
    also = _also_given(doc, clause, previous) if previous is not None and not clause.recipients else None
    return also or _with_subject(doc, clause, previous)


def _with_subject(doc: Doc, clause: Clause, previous: Clause | None) -> Clause:
    if previous is not None and previous.giver is not None and clause.giver is None and clause.verb.voice == "active":
        # "Bộ A tặng X cho B, tặng Y cho C".
        opening = doc[clause.start : clause.verb.start]
        goes_on = coordinated(doc, clause.verb) and not any(
            t.text[:1].isalnum() and t.norm_ not in _LINKS for t in opening
        )
        if goes_on and may_grant(previous.giver, clause.verb, clause.form):
            return replace(clause, giver=previous.giver)
    if clause.recipients or previous is None:
        return clause
    if clause.verb.voice == "active":
        return _of_the_same(doc, clause, previous)
    if previous.verb.voice == "active":
        return clause
    opening = doc[clause.start : clause.verb.subject_end]
    if not _apposed_title(opening) and not all(
        t.is_punct
        or t.is_space
        or t.text[0].isdigit()
        or t.norm_ in {"và", "năm", "lần", "tiếp", "tục", "đồng", "thời", "sau", "đó", "nhiều", "liền", "cũng", "còn"}
        for t in opening
    ):
        return clause
    return replace(clause, recipients=tuple(r for r in previous.recipients if r.text))


def with_topic(doc: Doc, clause: Clause, previous: Clause | None) -> Clause:
    """A clause that leaves its subject unsaid goes on with that of the clause or of the sentence before."""
    if not clause.dropped or clause.recipients:
        return clause
    if previous is not None:
        goes_on = previous.verb.voice == "passive"
        return replace(clause, recipients=tuple(r for r in previous.recipients if r.text)) if goes_on else clause
    topic = topic_before(doc, clause.verb.start)
    if topic is None or (clause.giver is not None and clause.giver.text == topic.text):
        return clause
    return replace(clause, recipients=(topic,))


def _also_given(doc: Doc, clause: Clause, previous: Clause) -> Clause | None:
    """ "ông A được B tặng X, phong tặng Y": a second verb under one "được", of one subject and one giver.

    "A được tặng X và trao Y cho C" says for whom.
    """
    gap = [t.norm_ for t in doc[previous.form.until : clause.verb.start]]
    if (
        (previous.verb.voice, clause.verb.voice) != ("passive", "active")
        or not gap
        or len(gap) > 3
        or not _LINKED.issuperset(gap)
    ):
        return None
    if clause.giver not in {None, previous.giver} or {"cho", ":", "với"} & set(
        doc.norms[clause.form.until : clause.end]
    ):
        return None
    named = tuple(r for r in previous.recipients if r.text)
    verb = replace(clause.verb, voice="passive")
    return replace(clause, recipients=named, giver=previous.giver, verb=verb) if named else None


_LINKED = frozenset({",", ";", "và", "đồng", "thời", "cũng"})


def _of_the_same(doc: Doc, clause: Clause, previous: Clause) -> Clause:
    """ "A được B tặng X; C tặng Y", "B tặng X cho A và đề nghị C tặng Y": those named before get this as well."""
    named = tuple(r for r in previous.recipients if r.text)
    start = clause.giver.start if clause.giver else clause.verb.start
    behind = [t.norm_ for t in doc[clause.form.until : clause.end]]
    if len(named) < len(previous.recipients) or {"cho", "tặng", "với", ":"} & set(behind):
        return clause
    while start > previous.form.end and doc.norms[start - 1] in _ASKING:
        start -= 1
    asked = doc.norms[start] in _ASKING
    if previous.verb.voice == "passive" and clause.giver is not None and clause.giver.start > previous.form.end:
        follows = previous.form.until >= start - 2
    else:
        follows = asked and max(r.end for r in named) >= start - 3 if named else False
    joined = doc.words[start - 1] in {",", ";"} or doc.norms[start - 1] in {"và", "thời"}
    if not (follows and joined):
        return clause
    return replace(clause, recipients=named, verb=replace(clause.verb, voice=previous.verb.voice))


# fmt: off
_ASKING = frozenset({"đề", "nghị", "xuất", "trình", "kiến", "đang", "đã", "cũng", "báo", "cáo"})
# fmt: on


def _with_one_object(doc: Doc, clause: Clause, following: Clause) -> bool:
    """ "tặng Bằng khen và truy tặng Huân chương cho ông A": two verbs joined by "và" share what stands behind both."""
    gap = doc[clause.form.until : following.verb.start]
    if clause.giver is not None and following.giver is not None and following.giver.start == clause.form.until + 1:
        # "A tặng Bằng khen, B tặng Giấy khen cho ông C": each gives its own to the one named last.
        return (
            clause.verb.voice == following.verb.voice == "active"
            and (gap[0].text in {",", ";"} or gap[0].norm_ == "và")
            and all(r.start > following.form.start for r in following.recipients)
        )
    joined = any(t.norm_ == "và" for t in gap) and doc.norms[following.verb.start - 1] in _BEFORE_SECOND
    # "tặng Huy hiệu của A, tặng Giấy khen cho em B"; of a number it is not told whether it counts both
    joined = joined or ([t.text for t in gap] == [","] and all(r.text for r in following.recipients))
    return (
        clause.verb.voice == following.verb.voice == "active"
        and len(gap) <= 14
        and joined
        and all(r.start > following.form.start for r in following.recipients)
    )


_BEFORE_SECOND = frozenset({"và", "thời", "nghị", "định"})


def same_owner(doc: Doc, clauses: list[Clause]) -> list[Clause]:
    """ "8 đơn vị giành Cờ thi đua và 14 đơn vị giành Bằng khen của Bộ A": the owner stands behind the last of two."""
    out = list(clauses)
    for k in range(len(out) - 1):
        first, second = out[k], out[k + 1]
        gap = doc[first.form.until : second.form.start]
        if (
            first.giver is None
            and first.form.owner is None
            and second.form.owner is not None
            and {first.form.id, second.form.id} <= BY_BODIES
            and first.verb.voice == second.verb.voice == "passive"
            and first.form.until < len(doc)
            and doc.norms[first.form.until] == "và"
            and not any(t.text in {",", ";", ":"} for t in gap)
            and second.giver is None
        ):
            out[k] = replace(first, form=replace(first.form, owner=second.form.owner))
    return out


def without_undivided(doc: Doc, clauses: list[Clause]) -> list[Clause]:
    """ "A được tặng 120 X và Y cho các tập thể, cá nhân": whom the last of the list goes to, all of it goes to."""
    out = list(clauses)
    for k in reversed(range(len(out) - 1)):
        clause, following = out[k], out[k + 1]
        told = clause.recipients and not following.recipients and following.alone
        if told and clause.verb.voice == "passive" and listed(doc, clause.form.until, following.form.start):
            out[k] = replace(clause, recipients=(), alone=True)
    return out


def shared(doc: Doc, clauses: list[Clause]) -> list[Clause]:
    """Joined forms ("Cờ thi đua và Bằng khen cho A") take the recipients that one of them has."""
    out = list(clauses)
    for k in range(1, len(out)):
        clause = out[k]
        if clause.alone:
            continue
        first = out[k - 1]
        # "hạng Nhất cho A, hạng Nhì, Ba cho 9 người": what has its own recipients shares none with the next.
        linked = clause.verb.voice == "passive" or listed(doc, first.form.until, clause.form.start)
        out[k] = replace(clause, recipients=(first.recipients if linked else ()) or clause.recipients)
    shares = [not c.alone for c in out]  # with the form before it
    for k in reversed(range(len(out) - 1)):
        following = out[k + 1]
        apart = following.verb.voice == "active" and not listed(doc, out[k].form.until, following.form.start)
        if shares[k + 1] and not following.form.many and not apart:
            out[k] = replace(out[k], alone=False)
        clause = out[k]
        joined = listed(doc, clause.form.until, following.form.start)
        if joined and clause.giver is None and following.giver is not None and shares[k + 1]:
            out[k] = clause = replace(clause, giver=following.giver)
        if not clause.recipients and following.recipients and (joined or _with_one_object(doc, clause, following)):
            out[k] = replace(clause, recipients=following.recipients, alone=False)
    return out


def several_owners(doc: Doc, form: Form, limit: int) -> bool:
    """ "Cờ thi đua của Chính phủ và Bộ Y tế": a total over two awards."""
    if form.owner is None or form.end + 1 >= limit or doc.norms[form.end] not in {"và", ","}:
        return False
    found = givers(doc, form.end + 1, min(limit, form.end + 10))
    return (
        bool(found)
        and found[0].start == form.end + 1
        and not any(t.norm_ in {"tặng", "trao", "đã", "vừa"} for t in doc[found[0].end : found[0].end + 2])
    )
