"""Blocs, members and leaders in the English pages of Vietnamese newspapers.

"the … Emulation Bloc of Nghe An province is made up of seven agencies: the Departments of A, B, and C; …", "elected A
as head and B as deputy head of the bloc for 2024".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.english import BODY_NOUNS, NUMBER, number, province, provinces
from extract.model import Bloc, Leader, Level, Member, Role, Span

_NAME = r"[A-Z][\w'’.-]*(?:(?: (?:of|and|the|for|in))* [A-Z][\w'’.-]*)*"
_PERSON = r"[A-Z]\w+(?: [A-Z]\w*){1,4}"
_KIND = r"(?:[Bb]loc|[Bb]lock|[Cc]luster|[Dd]ivision)"
_WORDS = r"[A-Z]\w+(?:(?: and)? [A-Z]\w+)*"
_NAMED = re.compile(
    rf"\b((?:[A-Z][\w-]* )*[Ee]mulation {_KIND}(?: (?:No\.? ?)?\d+)?)\b"
    rf"(?: of (?:the )?(?P<owner>(?:Ministry|General Department) of {_WORDS}|Viet ?[Nn]am {_WORDS}))?"
    rf"(?:,? (?:of|in) (?:the )?(?P<province>[A-Z]\w+(?:[ -][A-Z]\w+)*) (?:[Pp]rovince|[Cc]ity))?"
)
# "the emulation block of cultural, youth and sports bodies": named by what its members are.
_AFTER = "(?:in|held|on|has|have|had|with|was|is|to|including|met|signed)"
_THEMED = re.compile(
    rf"\b[Ee]mulation {_KIND} of (?:the )?(?!the )"
    rf"(?P<theme>[a-z][\w-]*(?:,? (?:and |of |- |– |& )*(?!{_AFTER}\b)[\w-]+){{1,10}}?)(?= {_AFTER}\b|[.;:]|$)"
    r"(?: in (?P<province>[A-Z]\w+(?:[ -][A-Z]\w+)*) (?:province|city))?",
    re.MULTILINE,
)
_PLURALS = (
    "provinces|cities|localities|districts|communes|wards|newspapers|ministries|agencies|departments|universities"
    "|enterprises|industries|sectors|hospitals|banks|schools"
)
# "the emulation cluster of four cities in the Mekong Delta": named by how many it joins.
_JOINING = re.compile(
    rf"\b[Ee]mulation {_KIND} of (?:the )?(?P<theme>(?P<n>{NUMBER}) (?:[\w-]+ ){{0,6}}?(?:{_PLURALS})"
    r"(?: (?:in|of|(?:directly )?under) the (?:[Cc]entral [Gg]overnment|[A-Z][\w-]*(?:(?: and)? [A-Z][\w-]*)*))?)"
    r"(?P<province>(?!))?"
)
_CAPITAL_THEME = re.compile(
    rf"\bEmulation {_KIND} of (?:the )?(?P<theme>(?:(?:[A-Z][\w-]*|and) )+(?:{_PLURALS.title()})"
    rf"(?: in (?:the )?{_WORDS} (?:Delta|Region|Highlands|Coast))?)\b(?P<province>(?!))?"
)
_NOT_NAMES = frozenset({"the", "each", "every", "this", "that", "an", "a", "any", "in", "its", "their", "another"})
_MEMBERS = (
    r"(?:member )?(?:agencies|members|units|bodies|departments|organi[sz]ations"
    rf"|{_PLURALS})"
)
_LIST = re.compile(
    rf"\b{_KIND}(?: (?:No\.? ?)?\d+)?(?: of the [A-Z]\w+ of {_WORDS})? (?:now )?"
    rf"(?:is (?:made up|composed) of|comprises|consists of|includes|has|gathers)"
    rf" (?P<n>{NUMBER}) {_MEMBERS}(?:(?:: |, namely |, including |, which are |, comprising )(?P<list>[^.]+))?"
)
# "heads of 6 agencies in Emulation Cluster 8 including: A, B", "directors of 9 units including: A; B".
_COUNTED = re.compile(
    rf"\b(?P<n>{NUMBER}) {_MEMBERS}(?: (?:in|of) (?:the )?(?:[Ee]mulation )?{_KIND}(?: (?:No\.? ?)?\d+)?)?,?"
    r" (?:including|namely|comprising):? (?P<list>[^.]+)"
)
# "the emulation cluster …, including A, B and C": the names to the verb or the end.
_INCLUDING = re.compile(
    rf"(?:\b[Ee]mulation {_KIND}\b[^.;:]{{0,90}}?,? (?:including|comprising|comprises|consisting of|consists of"
    rf"|is made up of|namely)|\b[Mm]embers of (?:the )?[Ee]mulation {_KIND}\b(?: No)?[^;:]{{0,40}}? (?:are|include)):? "
    r"(?P<list>(?:the )?[A-Z][^.;:]+?)"
    r"(?=,? (?:held|met|has|have|organi[sz]ed|signed|gathered|on [A-Z]\w+ \d)\b|[.;]|$)",
    re.MULTILINE,
)
_CITY_OF = re.compile(r"^(?:the )?(?:[A-Z]\w+ ){0,3}(?:[Cc]ity|[Pp]rovince) of (?=[A-Z])")
_SHARED = re.compile(r"(?:the )?(Department|Ministr|Associat)(?:s|ies|ions) of (.+)")
_ONE = {"Department": "Department", "Ministr": "Ministry", "Associat": "Association"}
# What a comma inside belongs to: names of ministries and departments with three fields.
_FIELDS = re.compile(
    r"(?:Culture, Sports|Labou?r, (?:War )?Invalids|Natural Resources)(?:,? and [A-Z]\w+(?: [A-Z]\w+)*)?"
)
_BODY = re.compile(rf"\b(?:{BODY_NOUNS}|Insurance|Front|Radio|Voice|Branch|Zone)")
_FULL_NAME = rf"{_NAME}(?:, [A-Z]\w+,? and [A-Z]\w+(?: of {_WORDS})?)?(?: (?:province|city))?"
_OF_THE_BLOC = rf"of the (?:[Ee]mulation )?{_KIND}"
_IN_YEAR = r"(?: (?:in|for) (?P<year>\d{4}))?"
_APPOSED = re.compile(
    rf"(?P<person>{_PERSON}), (?:[A-Z][\w-]* )+of (?:the )?(?P<body>{_NAME}),?"
    rf" (?:and )?(?P<deputy>deputy )?head {_OF_THE_BLOC}{_IN_YEAR}"
)
# "Mr. A – Vice President of B – Head of Division".
_DASHED = re.compile(
    rf"(?:Mr|Mrs|Ms|Dr)\.? (?P<person>{_PERSON}) [–-] (?:[A-Z][\w-]* )+of (?:the )?"
    rf"(?P<body>{_NAME}(?: [–-] {_NAME})??)(?: [–-]|,| and) (?:Permanent )?(?P<deputy>Deputy )?Head of (?:the )?"
    rf"(?:[Ee]mulation )?(?:{_KIND}|Unit){_IN_YEAR}"
)
_ELECTED = re.compile(
    rf"\b(?:elected|voted|chose|named|appointed|assigned) (?:the )?(?P<head>{_NAME}) (?:as|to be) (?:the )?head"
    rf"(?:,? and (?:the )?(?P<second>{_NAME}) (?:as|to be) (?:the |its )?deputy head)?(?: {_OF_THE_BLOC})?{_IN_YEAR}"
)
# "recognising A as the head unit and B as the deputy head unit of the cluster".
_RECOGNISED = re.compile(
    rf"\brecogni[sz](?:ing|ed|es) (?:the )?(?P<head>{_FULL_NAME}) as (?:the )?head(?: unit)?"
    rf"(?:,?(?: and)? (?:the )?(?P<second>{_FULL_NAME}) as (?:the )?(?:unit of (?:the )?)?"
    rf"(?:[Dd]eputy(?:[ -][Hh]ead)?|[Vv]ice[ -]?(?:[Hh]ead|{_KIND})))?(?: {_OF_THE_BLOC})?{_IN_YEAR}"
)
_HOLDS = re.compile(
    rf"\b(?P<body>{_NAME}) (?:holds?|will hold|took|takes) the (?:position|post|role) of (?P<deputy>[Dd]eputy )?"
    rf"[Hh]ead(?: (?:unit|{_OF_THE_BLOC}))?{_IN_YEAR}"
)
_WAS = re.compile(
    rf"\b(?:[Tt]he )?(?P<body>{_NAME})(?: \([^)]*\))? (?:is|was|has been|have been|will be|were|became|becomes)"
    r" (?:(?:re-?)?(?:elected|voted|chosen|named|assigned|appointed) )?(?:as |to be )?(?:the )?"
    rf"(?P<deputy>deputy )?head {_OF_THE_BLOC}{_IN_YEAR}"
)
# "the 2023 head of the bloc, the Department of Justice".
_OF_YEAR = re.compile(
    rf"\b[Tt]he (?P<year>\d{{4}}) (?P<deputy>deputy )?head {_OF_THE_BLOC},? (?:the )?(?P<body>{_FULL_NAME})"
)


def find_blocs(text: str) -> tuple[Bloc | Member | Leader, ...]:
    """The bloc of an English article about one bloc, its members and leaders."""
    named = [match for match in _NAMED.finditer(text) if _is_name(match)]
    themed = list(_JOINING.finditer(text)) or list(_CAPITAL_THEME.finditer(text)) or list(_THEMED.finditer(text))
    return tuple(_facts(text, named or themed)) if named or themed else ()


def _is_name(match: re.Match[str]) -> bool:
    words = _name(match).split()
    return len(words) > 2 and words[0].lower() not in _NOT_NAMES


def _facts(text: str, named: list[re.Match[str]]) -> Iterator[Bloc | Member | Leader]:
    first = next((m for m in named if m["province"] or m.groupdict().get("owner")), named[0])
    owner = first.groupdict().get("owner")
    name = _name(first) + (f" of the {owner}" if owner else "")
    known = provinces(text)
    place = province(first["province"]) if first["province"] else None
    inferred: tuple[tuple[str, str], ...] = ()
    central = re.search(r"\b(?:ministries|provinces|cities|industries)\b", name.lower()) is not None
    if place is None and not owner and not central and len(known) == 1:
        place, inferred = known[0], (("province", "the only province that the article names"),)
    level: Level | None = "sector" if owner else "province" if place else "national" if central else None
    listed = _LIST.search(text) or _COUNTED.search(text)
    told = first.groupdict().get("n")
    total = number(listed["n"]) if listed else number(told) if told else None
    including = None if listed and listed["list"] else _INCLUDING.search(text)
    spans = [Span(start=first.start(), end=first.end())]
    if listed:
        spans.append(Span(start=listed.start(), end=listed.end()))
    yield Bloc(
        name=name,
        province=place,
        level=level,
        member_count=total,
        evidence=tuple(spans),
        rule="bloc.english",
        inferred=inferred,
    )
    if listed and listed["list"]:
        papers = re.search(r" newspapers\b", text[listed.start("n") : listed.start("list")]) is not None
        for body, evidence in _members(listed["list"], listed.start("list")):
            member = f"{body} Newspaper" if papers and not _BODY.search(body) else body
            yield Member(bloc=name, name=member, evidence=evidence, rule="member.english")
    elif including:
        places = list(_members(including["list"], including.start("list")))
        if len(places) == total or (total is None and len(places) > 2 and _whole(including["list"], len(places))):
            for member, evidence in places:
                yield Member(bloc=name, name=member, evidence=evidence, rule="member.english")
    yield from _leaders(text, name, spans[0])


def _whole(listing: str, count: int) -> bool:
    """Whether every part of a list gave a name."""
    return len(list(_parts(listing))) == count


def _name(match: re.Match[str]) -> str:
    if "theme" in match.groupdict():
        end = match.end("theme") - match.start()
        words = re.sub(r" of the ", " of ", match[0][:end])
        return words[0].upper() + words[1:]
    return re.sub(r"^The ", "", match[1])


def _members(listing: str, start: int) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The bodies of "the Departments of A, B, and C; the D; and the E", or of "the A, the B, and the C"."""
    for begin, end in _parts(listing):
        body = re.sub(r"^\s*(?:[a-z]{1,3} ){0,2}(?:[A-Z]\w+ [A-Z]?\w+ province[’']s )?", "", listing[begin:end]).strip()
        if not body or not body[0].isupper():
            return
        at = start + begin + listing[begin:end].index(body)
        if city := _CITY_OF.match(body):
            at, body = at + city.end(), body[city.end() :]
        shared = _SHARED.fullmatch(body)
        if shared is None:
            yield body, (Span(start=at, end=at + len(body)),)
            continue
        head = Span(start=at + shared.start(1), end=at + shared.start(2) - len(" of "))
        for item in re.finditer(r"(?:and )?((?:(?!, ).)+)(?:, |$)", shared[2]):
            own = at + shared.start(2) + item.start(1)
            yield f"{_ONE[shared[1]]} of {item[1]}", (head, Span(start=own, end=own + len(item[1])))


def _parts(listing: str) -> Iterator[tuple[int, int]]:
    """Where the items of a list stand: between semicolons, else between commas outside the names of ministries."""
    inside = [m.span() for m in _FIELDS.finditer(listing)]
    marks = r";" if ";" in listing else r","
    cuts = [m.span() for m in re.finditer(rf"{marks}(?: and\b)?", listing)]
    last = cuts[-1][1] if cuts else 0
    final = re.search(r" and (?=(?:the )?[A-Z])", listing[last:])
    bodies = final and [
        _BODY.search(part) for part in (listing[last : last + final.start()], listing[last + final.end() :])
    ]
    if final and (all(bodies or ()) or not _BODY.search(listing)):
        cuts.append((last + final.start(), last + final.end()))
    begin = 0
    for a, b in cuts:
        if not any(i <= a < j for i, j in inside):
            yield begin, a
            begin = b
    yield begin, len(listing)


def _leaders(text: str, bloc: str, named: Span) -> Iterator[Leader]:
    for role, body, person, match in _held(text):
        yield Leader(
            bloc=bloc,
            year=int(match["year"]) if match["year"] else None,
            role=role,
            organization=body,
            person=person,
            evidence=(Span(start=match.start(), end=match.end()), named),
            rule="leader.english",
            inferred=(("bloc", "the bloc that the article speaks of"),),
        )


def _held(text: str) -> Iterator[tuple[Role, str, str | None, re.Match[str]]]:
    """Each role, body and person that a sentence names as leading, with the match that says so."""
    for pattern in (_APPOSED, _DASHED):
        for match in pattern.finditer(text):
            yield "deputy" if match["deputy"] else "head", match["body"], match["person"], match
    for match in (*_ELECTED.finditer(text), *_RECOGNISED.finditer(text)):
        yield "head", match["head"], None, match
        if match["second"]:
            yield "deputy", match["second"], None, match
    for match in (*_WAS.finditer(text), *_HOLDS.finditer(text), *_OF_YEAR.finditer(text)):
        yield "deputy" if match["deputy"] else "head", match["body"], None, match
