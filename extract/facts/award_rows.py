"""The rows of an article put together: one an award and recipient (or total), grantors told elsewhere filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from extract.facts.award_classes import order
from extract.facts.award_forms import FLAGS, Form, canonical, entries, find_forms, identified
from extract.facts.award_givers import by_state
from extract.facts.award_same import alike, same_grantor
from extract.facts.recipient_names import Recipient
from extract.model import Award, Span
from extract.names import span_of
from extract.text import fold
from extract.view import Doc


@dataclass(frozen=True, slots=True)
class Row:
    """A row in the making: the award, and where and how firmly it is told."""

    award: Award
    sentence: Span
    form: Form
    stated_year: bool
    body: bool  # told in a paragraph, not in a caption, lead or title
    before: bool = False  # told of as given before, beside what is now asked or decided of it
    dead: bool = False  # told as given to one who has died


def with_grantors(doc: Doc, rows: list[Row]) -> list[Row]:
    """ "Phó Chủ tịch trao Bằng khen cho 5 người": whose it is, where all that the article tells of the form agrees."""
    told: dict[str, list[str]] = {}  # in text order: one wins where two are as full
    if any(r.award.grantor is None and not by_state(r.form) for r in rows):
        for form in find_forms(doc, 0, len(doc)):
            if form.owner is not None and not form.owner.presents:
                told.setdefault(form.name, []).append(form.owner.text)
    for row in rows:
        if row.award.grantor is not None:
            told.setdefault(row.form.name, []).append(row.award.grantor)
    each = [one for row in _with_totals_grantor(rows) for one in _each_grantor(row, rows)]
    return [one if _told_apart(doc, one, rows) else _filled(one, told.get(one.form.name, [])) for one in each]


def _with_totals_grantor(rows: list[Row]) -> list[Row]:
    """ "A tặng Bằng khen cho 2 em. Hai em được tặng Bằng khen gồm: B, C": the names are whom the total counts."""
    out: list[Row] = []
    for k, row in enumerate(rows):
        a = row.award
        named = [r for r in rows if r.sentence == row.sentence and r.form.name == row.form.name and r.award.recipient]
        total = next(
            (
                r
                for r in reversed(rows[:k])
                if r.award.recipient is None and r.form.name == row.form.name and r.award.status == a.status
            ),
            None,
        )
        counts = total is not None and (total.award.count, total.award.recipient_kind) == (len(named), a.recipient_kind)
        if total is None or not counts or a.recipient is None or a.grantor is not None or total.award.grantor is None:
            out.append(row)
            continue
        told = replace(
            a,
            award=total.award.award,
            form=total.award.form,
            grantor=total.award.grantor,
            inferred=(*a.inferred, ("grantor", "that of the total that counts them")),
        )
        out.append(replace(row, form=total.form, award=told))
    return out


def _told_apart(doc: Doc, row: Row, rows: list[Row]) -> bool:
    """ "6 đơn vị giành Cờ thi đua; 2 giành Cờ thi đua của A; 9 giành Cờ thi đua của ngành": three flags.

    Beside the form with its owner, in one sentence, or with an owner that is not read, a form is another's.
    """
    if row.award.grantor is not None or (row.form.until < len(doc) and doc.norms[row.form.until] == "của"):
        return True
    beside = any(
        r.sentence == row.sentence and r.form.name == row.form.name and r.award.grantor is not None for r in rows
    )
    return beside or any(
        f.owner is not None and f.name == row.form.name
        for sentence in doc.sents
        if span_of(doc, sentence.start, sentence.end) == row.sentence
        for f in find_forms(doc, sentence.start, sentence.end)
    )


def _each_grantor(row: Row, rows: list[Row]) -> tuple[Row, ...]:
    """ "A và B tặng Bằng khen": a row each where the article also tells of one alone; each gives a flag of its own."""
    grantors = (row.award.grantor or "").split("; ")
    if len(grantors) == 1 or row.award.recipient is None:
        return (row,)
    apart = any(
        other.award.grantor
        and "; " not in other.award.grantor
        and any(same_grantor(other.award.grantor, g) for g in grantors)
        for other in rows
        if _plain(other) == _plain(row) and alike(other.award.recipient or "?", row.award.recipient)
    )
    if not apart and row.form.id not in FLAGS:
        return (row,)
    forms = [identified(replace(row.form, owner=None), g) for g in grantors]
    return tuple(
        replace(row, award=replace(row.award, award=canonical(f, g), form=f.id, grantor=g))
        for f, g in zip(forms, grantors, strict=True)
    )


def _filled(row: Row, told: list[str]) -> Row:
    award = row.award
    if award.grantor is not None or by_state(row.form) or award.status != "granted" or not told:
        return row
    first = max(told, key=len)
    if not all(same_grantor(first, other) for other in told):
        return row
    form = identified(row.form, first)
    inferred = (*award.inferred, ("grantor", "every other telling of the form names this one"))
    return replace(
        row,
        form=form,
        award=replace(award, award=canonical(form, first), form=form.id, grantor=first, inferred=inferred),
    )


def by_law(row: Row) -> Award:
    """The award of a row; who alone may grant it by law is its grantor where the article names none, and says so."""
    values = entries()[row.form.id].values
    if row.award.grantor is not None or not by_state(row.form) or not values.get("granted_by"):
        return row.award
    inferred = (*row.award.inferred, ("grantor", f"by law: {values['basis']}"))
    return replace(row.award, grantor=str(values["granted_by"]), inferred=inferred)


def unique(rows: list[Row]) -> list[Row]:
    """One row an award and recipient (or total); captions and leads add only forms the body does not tell."""
    told = {(_plain(r), r.award.status) for r in rows if r.body}
    out: list[Row] = []
    for row in rows:
        if not row.body and (_plain(row), row.award.status) in told:
            continue
        for index, old in enumerate(out):
            if _same(old, row) and not _beside(old, row):
                out[index] = _joined(old, row)
                break
        else:
            out.append(row)
    return [r for r in _without_totals(out) if not (_said_short(r, out) or _since_granted(r, out) or _undone(r, out))]


def _beside(old: Row, row: Row) -> bool:
    """ "A được tặng Cờ thi đua 5 năm liền, năm 2017 nhận Cờ thi đua của B": one sentence tells of two flags."""
    return old.sentence == row.sentence and (old.award.grantor is None) != (row.award.grantor is None)


def _undone(row: Row, rows: list[Row]) -> bool:
    """What "đã trao cho A" tells of, where the article tells that it was taken back."""
    a = row.award
    return (
        row.before
        and a.status == "granted"
        and any(
            r.award.status == "revoked"
            and _plain(r) == _plain(row)
            and alike(r.award.recipient or "?", a.recipient or "??")
            for r in rows
        )
    )


def _since_granted(row: Row, rows: list[Row]) -> bool:
    """The proposal of a title of honour, which is given once, for one to whom the article tells it was granted."""
    a = row.award
    return (
        a.status == "proposed"
        and entries()[row.form.id].values["kind"] == "danh hiệu vinh dự nhà nước"
        and a.recipient is not None
        and not row.stated_year
        and any(
            r.award.status == "granted"
            and r.award.award == a.award
            and r.award.recipient is not None
            and alike(r.award.recipient, a.recipient)
            for r in rows
        )
    )


def _said_short(row: Row, rows: list[Row]) -> bool:
    """ "nhận Kỷ niệm chương" where the article tells "Kỷ niệm chương Vì …", "Huân chương X" where its class."""
    if row.form.id != "ky_niem_chuong" and (
        row.award.recipient is None or "classes" not in entries()[row.form.id].values
    ):
        return False
    longer = row.award.award + (" " if row.form.id == "ky_niem_chuong" else " hạng ")
    return any(
        other.award.award.startswith(longer)
        and other.award.status == row.award.status
        and _same_holder(other.award, row.award)
        for other in rows
    )


def _same_holder(a: Award, b: Award) -> bool:
    """Whether two awards tell of one by name, or of as many of a kind."""
    if a.recipient is None or b.recipient is None:
        return (a.recipient, a.recipient_kind, a.count) == (b.recipient, b.recipient_kind, b.count)
    return alike(a.recipient, b.recipient)


def _without_totals(rows: list[Row]) -> list[Row]:
    """The rows without totals whose every recipient has one by name; what is told of all of them is each one's."""
    out = [r for r in rows if not _parted_later(r, rows)]
    for total in rows:
        named = _counted_by(total, rows)
        if not named and _retold(total, rows):
            out = [r for r in out if r is not total]
        if named:
            out = [_detailed(r, total) if any(r is n for n in named) else r for r in out if r is not total]
    return out


def _parted_later(total: Row, rows: list[Row]) -> bool:
    """A total beside all the parts that sentences behind it tell: "cho 14 cá nhân. … 9 cá nhân … 5 cá nhân"."""
    a = total.award
    if a.recipient is not None or a.count is None:
        return False
    classes = [
        r.award.count or 0
        for r in rows
        if r.form.name.startswith(f"{total.form.name} hạng ")
        and (r.award.status, r.award.recipient_kind) == (a.status, a.recipient_kind)
    ]
    if sum(classes) == a.count:
        return True  # "X các hạng cho 5 người: hạng Nhất cho …": each is told with its class
    behind = [
        r
        for r in rows
        if r.sentence.start > total.sentence.start
        and r.award.recipient is None
        and (r.award.status, r.award.recipient_kind) == (a.status, a.recipient_kind)
    ]
    same = [r for r in behind if _plain(r) == _plain(total) and _same_owner(r.award, a)]
    # "190 người được khen thưởng và trao X. Trong đó 40 được trao X, 150 được tặng Y": over different awards.
    beside = [r for r in behind if same and r.sentence == same[0].sentence]
    return any(len(parts) > 1 and sum(r.award.count or 0 for r in parts) == a.count for parts in (same, beside))


_COUNTED = "year told of their total"


def _detailed(named: Row, total: Row) -> Row:
    """One of those a total counts, with what is told only with the total: its decision and its year."""
    a, b = named.award, total.award
    takes_year = b.year is not None and (a.year is None or (total.stated_year and not named.stated_year))
    takes_decision = b.decision is not None and a.decision is None
    if not (takes_year or takes_decision):
        return named
    own = tuple(pair for pair in a.inferred if pair[0] != "year")
    award = replace(
        a,
        year=b.year if takes_year else a.year,
        inferred=(*own, ("year", _COUNTED)) if takes_year else a.inferred,
        decision=b.decision if takes_decision else a.decision,
        decision_date=b.decision_date if takes_decision else a.decision_date,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
    )
    return replace(named, award=award)


def _counted_by(total: Row, rows: list[Row]) -> list[Row]:
    """The rows by name that a total counts, where they are as many as it says."""
    if total.award.recipient is not None or total.award.count is None:
        return []
    named = [
        r
        for r in rows
        if r.award.recipient is not None
        and r.award.status == total.award.status
        and _of_one_order(r, total)
        and total.award.recipient_kind in {r.award.recipient_kind, "group"}
        and _same_owner(r.award, total.award)
    ]
    return named if len(named) == total.award.count else []


def _of_one_order(row: Row, total: Row) -> bool:
    """Whether a total may count a row: it is of the same form, or of a class of the order that the total names."""
    return _plain(row) == _plain(total) or order(row.form) == total.form.name


def _retold(total: Row, rows: list[Row]) -> bool:
    """ "… trao cho 3 người dân và 1 đại úy" behind the names of all four: numbers that together count those named."""
    a = total.award
    told = [
        r
        for r in rows
        if (_plain(r), r.award.status, r.award.recipient_kind) == (_plain(total), a.status, a.recipient_kind)
        and _same_owner(r.award, a)
    ]
    beside = [r for r in told if r.award.recipient is None and r.sentence == total.sentence]
    named = [r for r in told if r.award.recipient is not None]
    return (
        len(beside) > 1
        and len(named) == sum(r.award.count or 0 for r in beside)
        and all(r.sentence.start < total.sentence.start for r in named)
    )


def _same_owner(a: Award, b: Award) -> bool:
    """Whether two awards may be one grantor's; "Cờ thi đua của Chính phủ" is so by its name, whoever gives it."""
    named = a.award == b.award and " của " in a.award
    return named or not a.grantor or not b.grantor or same_grantor(a.grantor, b.grantor)


def _plain(row: Row) -> str:
    """What the award is called without its grantor: "Cờ thi đua" also of "Cờ thi đua của UBND tỉnh"."""
    return _folded(row.form.name)


_folded = lru_cache(maxsize=512)(fold)


def _same(old: Row, new: Row) -> bool:
    a, b = old.award, new.award
    if a.status != b.status or _plain(old) != _plain(new):
        return False
    if not _same_owner(a, b):
        return False
    if a.recipient is None or b.recipient is None:
        if a.recipient != b.recipient or a.count != b.count or a.recipient_kind != b.recipient_kind:
            return False
    elif not alike(a.recipient, b.recipient):
        return False
    return not (old.stated_year and new.stated_year and a.year != b.year)


_FAMILY = "gia đình "


def of_family(award: Award) -> bool:
    return award.recipient is not None and award.recipient.startswith(_FAMILY)


def of_the_dead(recipient: Recipient) -> Recipient:
    """ "truy tặng … cho gia đình ông A": the award is the dead one's, the family is handed it."""
    text = recipient.text or ""
    named = text.startswith(_FAMILY) and text[len(_FAMILY) :][:1].isupper()
    return replace(recipient, text=text[len(_FAMILY) :], kind="person", count=1) if named else recipient


def _joined(old: Row, new: Row) -> Row:
    """The first telling, with what a later one adds and its sentence as evidence."""
    a, b = old.award, new.award
    if (old.dead or new.dead) and (of_family(a) or of_family(b)):
        a = replace(a, recipient=b.recipient if of_family(a) else a.recipient, recipient_kind="person")
        old = replace(old, award=a)
    takes_year = new.stated_year and not old.stated_year
    if not (takes_year or (b.grantor and not a.grantor) or (b.decision and not a.decision)):
        return old
    named = replace(a, grantor=a.grantor or b.grantor)
    if b.grantor and not a.grantor:
        named = replace(named, award=b.award, form=b.form)
    award = replace(
        named,
        year=b.year if takes_year else a.year,
        inferred=b.inferred if takes_year else a.inferred,
        decision=a.decision or b.decision,
        decision_date=a.decision_date or b.decision_date,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
    )
    return replace(old, award=award, stated_year=old.stated_year or new.stated_year)
