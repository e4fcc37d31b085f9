"""The classes of one order in a row: "Huân chương Lao động hạng Nhất, hạng Nhì, hạng Ba cho A, B và C".

As many classes as names: one each, in order. One name has got them all. With any other number nobody can tell who
got which.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.facts.award_forms import Form
from extract.facts.recipient_names import Recipient

_Told = tuple[Form, tuple[Recipient, ...]]


def dealt(told: list[_Told]) -> list[_Told]:
    """Each form with those who receive it, the names before or behind several classes dealt out among them.

    A number of recipients of several classes is one of the order ("hạng Nhì, Ba cho 9 cá nhân").
    """
    told = [(form, () if _told_by_class(told, k) else who) for k, (form, who) in enumerate(told)]
    starts = [k for k, (form, who) in enumerate(told) if not (k and _goes_on(*told[k - 1], form, who))]
    out: list[_Told] = []
    for k, end in pairwise([*starts, len(told)]):
        around = [told[j][1] for j in (k - 1, end) if 0 <= j < len(told)]
        out += _among(told[k:end], shared=told[k][1] in around)
    return out


def _told_by_class(told: list[_Told], k: int) -> bool:
    """ "Huân chương Lao động các hạng cho 5 người (hạng Nhì 2 người, hạng Ba 3 người)": the classes tell it all."""
    following = told[k + 1][0] if k + 1 < len(told) else None
    return following is not None and following.elided and order(following) == told[k][0].name


def _goes_on(before: Form, their: tuple[Recipient, ...], form: Form, who: tuple[Recipient, ...]) -> bool:
    """Whether a form is another class of the order before it, for the same."""
    return form.elided and order(form) != "" and order(before) == order(form) and their == who


def order(form: Form) -> str:
    """The order or medal of a form that tells a class; empty for any other."""
    return form.name.rsplit(" hạng ", 1)[0] if " hạng " in form.name else ""


def _among(row: list[_Told], *, shared: bool) -> list[_Told]:
    """The forms of one row; ``shared``: other forms beside them have the same recipients."""
    names = row[0][1]
    named = all(r.text for r in names)
    if len(row) < 2 or (named and len(names) < 2):
        return row
    if named and len(names) == len(row):
        return [(form, (r,)) for (form, _), r in zip(row, names, strict=True)]
    if named or shared or any(r.text for r in names):
        return [(form, ()) for form, _ in row]
    whole = replace(row[0][0], name=order(row[0][0]), until=row[-1][0].until)
    return [(whole, names), *((form, ()) for form, _ in row[1:])]
