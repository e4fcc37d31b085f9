"""Where the facts of an article disagree with what it says of them; kept as problems, never mended by guessing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.model import Article, Bloc, Fact, Member, Problem
from extract.text import match_form

# Rules that tell of some members: examples ("một số thành viên như …"), newcomers, those who say where they belong.
# All others read lists that mean to be whole.
_PARTS = frozenset({"member.some", "member.joins", "member.belongs"})
_OPENS_PART = re.compile(r"\b(?:trong đó có|tiêu biểu|như|(?:thành viên|đơn vị) (?:khác|còn lại)|including|such as)\b")
_STAYS_OPEN = re.compile(r"\s*(?:,|và|;)?\s*(?:…|\.\.\.|v\.\s?v|vân vân|một số|nhiều|các đơn vị khác|etc)")


def disagreements(article: Article, facts: Iterable[Fact]) -> tuple[Problem, ...]:
    """The problems: so far, a bloc's declared number of members that is not the number of those listed."""
    found = tuple(facts)
    return tuple(_miscounted(article, found))


def _miscounted(article: Article, facts: tuple[Fact, ...]) -> Iterator[Problem]:
    for bloc in facts:
        if not isinstance(bloc, Bloc) or bloc.member_count is None:
            continue
        listed = [f for f in facts if isinstance(f, Member) and (f.bloc, f.year) == (bloc.name, bloc.year)]
        if not listed or len(listed) == bloc.member_count or any(f.rule in _PARTS for f in listed):
            continue
        if not _partial(article, bloc, listed):
            detail = f"{bloc.name}: {bloc.member_count} members declared, {len(listed)} listed"
            yield Problem(kind="member-count", detail=detail)


def _partial(article: Article, bloc: Bloc, listed: list[Member]) -> bool:
    """Whether the list itself says that it does not name all."""
    form = match_form(article.text)
    first = min(span.start for member in listed for span in member.evidence)
    last = max(span.end for member in listed for span in member.evidence)
    told = max((span.start for span in bloc.evidence if span.start <= first), default=first)
    return _OPENS_PART.search(form[told:first]) is not None or _STAYS_OPEN.match(form[last:]) is not None
