"""Members of blocs, and the blocs themselves as facts: one row a bloc and year, its members beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.facts.bloc import Group, blocs_of
from extract.facts.composition import compositions
from extract.facts.said import Said
from extract.list_items import Item
from extract.model import Bloc, Member, Span
from extract.names import span_of
from extract.text import match_form
from extract.tokens import component
from extract.view import Doc


@component("members")
def members(doc: Doc) -> None:
    """Add a Bloc fact for every bloc of the Doc, and a Member fact for each of its members."""
    found = blocs_of(doc)
    said = list(compositions(doc, found)) if found.groups else []
    doc.user_data["items"] = [item for s in said for item in s.items]
    member_of: dict[str, list[Group]] = {}
    for s in said:
        for form in dict.fromkeys(match_form(item.name) for item in s.items):
            if not any(s.group is group for group in member_of.setdefault(form, [])):
                member_of[form].append(s.group)
    doc.user_data["member_of"] = member_of
    facts = tuple(fact for group in found.groups for fact in _facts(doc, group, [s for s in said if s.group is group]))
    doc.facts = (*doc.facts, *facts)


def _facts(doc: Doc, group: Group, said: Sequence[Said]) -> Iterator[Bloc | Member]:
    listed = [s for s in said if s.items]
    joins = [s for s in listed if s.joins and s.year]
    plain = [s for s in listed if s not in joins]
    # What tells all members tells them as they are called; others may be called so or so.
    plain = [s for s in plain if s.rule != "member.belongs"] or plain
    counts = [s for s in said if s.count is not None and s not in joins]
    dated = next((s for s in plain if s.year), next((s for s in counts if s.year), None))
    count = next((s for s in counts if s.items), counts[0] if counts else None)
    year = dated.year if dated else None
    items = _distinct([i for s in plain for i in s.items])
    known = {match_form(item.name) for item in items}
    joins = [s for s in joins if not {match_form(i.name) for i in s.items} <= known]
    if group.level is None and items and all(item.kind == "school" for item in items):
        group.level = "sector"  # "Cụm thi đua số 2 gồm các trường THPT …"
    if items or count or not joins:
        yield _bloc(doc, group, year, count, [s for s in (dated, count) if s])
    rules = {id(i): s.rule for s in plain for i in s.items}
    for item in items:
        yield _member(group, item, year, rules[id(item)])
    for join in joins:
        yield _bloc(doc, group, join.year, join, [join])
        for item in _distinct([*items, *join.items]):
            yield _member(group, item, join.year, join.rule, () if item in join.items else (*join.evidence,))


def _distinct(items: Sequence[Item]) -> list[Item]:
    seen: dict[str, Item] = {}
    for item in items:
        seen.setdefault(match_form(item.name), item)
    return list(seen.values())


def _bloc(doc: Doc, group: Group, year: int | None, count: Said | None, said: Sequence[Said]) -> Bloc:
    named = next((m for m in group.mentions if m.name == group.name), group.mentions[0])
    spans = [span_of(doc, doc[named.start].sent.start, doc[named.start].sent.end)]
    spans += [span for s in said for span in s.evidence]
    if group.province_span:
        spans.append(group.province_span)
    inferred = [pair for s in said for pair in s.inferred]
    if group.province_inferred:
        inferred.append(("province", group.province_inferred))
    return Bloc(
        name=group.name,
        province=group.province,
        level=group.level,
        year=year,
        member_count=count.count if count else None,
        evidence=tuple(dict.fromkeys(spans)),
        rule=f"bloc.{'number' if named.number else 'theme'}",
        inferred=tuple(dict.fromkeys(inferred)),
    )


def _member(group: Group, item: Item, year: int | None, rule: str, more: tuple[Span, ...] = ()) -> Member:
    return Member(bloc=group.name, name=item.name, year=year, evidence=(*item.spans, *more), rule=rule)
