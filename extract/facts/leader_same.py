"""Whether two tellings name the same leader, and which of them says more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Leader
from extract.text import match_form


def consolidated(facts: Sequence[Leader]) -> list[Leader]:
    """Each leader once: the telling with person and year absorbs those of the same holder that lack them."""
    named = [f for f in facts if f.organization or f.person]
    named = [_dated(f, named) for f in named]
    kept = [f for f in named if not any(_absorbs(other, f) for other in named if other is not f)]
    return [f for f in kept if f.rule != "leader.hands_over" or not any(_same_holder(f, o) for o in kept if o is not f)]


def _dated(fact: Leader, others: Sequence[Leader]) -> Leader:
    """A person apposed without a year, with that of their body where it leads the bloc in one year only."""
    if fact.year is not None or not fact.person or not fact.organization or fact.rule != "leader.apposed":
        return fact
    same = [o for o in others if o.bloc == fact.bloc and o.person in (None, fact.person) and _same_holder(o, fact)]
    told = [o for o in same if o.year is not None]
    if len({o.year for o in told}) != 1 or any(o.rule == "leader.takes_over" for o in told):
        return fact
    evidence = tuple(dict.fromkeys((*fact.evidence, *told[0].evidence)))
    return replace(fact, year=told[0].year, evidence=evidence, inferred=(*fact.inferred, ("year", _OF_BODY)))


_OF_BODY = "the year in which the person's body leads the bloc"


def _same_holder(a: Leader, b: Leader) -> bool:
    if a.role != b.role:
        return False
    same_body = a.organization is not None and _unplaced(a.organization) == _unplaced(b.organization or "")
    return same_body or (a.person is not None and a.person == b.person)


def _unplaced(name: str) -> str:
    """A name in which "Sở Tài chính tỉnh An Giang" and "Sở Tài chính An Giang" are one."""
    return re.sub(r" (?:tỉnh|thành phố|huyện|xã|phường)(?= )", "", match_form(name))


def _absorbs(a: Leader, b: Leader) -> bool:
    """Whether ``a`` says all that ``b`` says, and more."""
    if not _same_holder(a, b) or (b.year is not None and a.year != b.year) or (b.person and a.person != b.person):
        return False
    if b.organization and not a.organization:
        return False
    more = (a.year is not None, a.person is not None, a.organization is not None)
    less = (b.year is not None, b.person is not None, b.organization is not None)
    return more > less and all(x >= y for x, y in zip(more, less, strict=True))
