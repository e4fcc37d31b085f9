"""Blocs, members and leaders in the English pages of Vietnamese newspapers.

Their English is a narrow, translated one: "the … Emulation Bloc of Nghe An province is made up of seven agencies: the
Departments of A, B, and C; …", "elected A as head and B as deputy head of the bloc for 2024". Names stay as printed,
provinces are called by their Vietnamese names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.model import Bloc, Leader, Level, Member, Role, Span
from extract.names import PROVINCES
from extract.text import fold

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PROVINCES = {fold(name): name for name in PROVINCES.values()}
_NAME = r"[A-Z][\w'’.-]*(?:(?: (?:of|and|the|for|in))* [A-Z][\w'’.-]*)*"
_PERSON = r"[A-Z]\w+(?: [A-Z]\w*){1,4}"
_KIND = r"(?:[Bb]loc|[Cc]luster)"
_WORDS = r"[A-Z]\w+(?:(?: and)? [A-Z]\w+)*"
_NAMED = re.compile(
    rf"\b((?:[A-Z][\w-]* )*[Ee]mulation {_KIND}(?: No\.? ?\d+)?)"
    rf"(?: of (?:the )?(?P<owner>(?:Ministry|General Department) of {_WORDS}|Viet ?[Nn]am {_WORDS}))?"
    rf"(?: of (?P<province>[A-Z]\w+(?:[ -][A-Z]\w+)*) [Pp]rovince)?"
)
_MEMBERS = r"(?:agencies|members|units|bodies|departments|organi[sz]ations)"
_LIST = re.compile(
    rf"\b{_KIND} (?:now )?(?:is (?:made up|composed) of|comprises|consists of|includes|has)"
    rf" (?P<n>\d+|{'|'.join(_NUMBERS)}) {_MEMBERS}(?:: (?P<list>[^.]+))?"
)
_SHARED = re.compile(r"(?:the )?(Department|Ministr|Associat)(?:s|ies|ions) of (.+)")
_ONE = {"Department": "Department", "Ministr": "Ministry", "Associat": "Association"}
_OF_THE_BLOC = rf"of the (?:[Ee]mulation )?{_KIND}"
_IN_YEAR = r"(?: (?:in|for) (?P<year>\d{4}))?"
_APPOSED = re.compile(
    rf"(?P<person>{_PERSON}), (?:[A-Z][\w-]* )+of (?:the )?(?P<body>{_NAME}),?"
    rf" (?:and )?(?P<deputy>deputy )?head {_OF_THE_BLOC}{_IN_YEAR}"
)
_ELECTED = re.compile(
    rf"\b(?:elected|voted|chose|named) (?:the )?(?P<head>{_NAME}) as (?:the )?head"
    rf"(?: and (?:the )?(?P<second>{_NAME}) as (?:the )?deputy head)?(?: {_OF_THE_BLOC})?{_IN_YEAR}"
)
_WAS = re.compile(
    rf"\b(?:[Tt]he )?(?P<body>{_NAME})(?: \([^)]*\))? (?:is|was|has been|will be)"
    r" (?:(?:elected|voted|chosen|named|assigned) )?(?:as |to be )?(?:the )?"
    rf"(?P<deputy>deputy )?head {_OF_THE_BLOC}{_IN_YEAR}"
)


@Language.component("english")
def english(doc: Doc) -> Doc:
    """Add the blocs, members and leaders of an English article about one bloc."""
    text: str = doc._.article.text
    named = [match for match in _NAMED.finditer(text) if len(_name(match).split()) > 2]
    if named:
        doc._.facts = (*doc._.facts, *_facts(text, named))
    return doc


def _facts(text: str, named: list[re.Match[str]]) -> Iterator[Bloc | Member | Leader]:
    first = next((match for match in named if match["province"] or match["owner"]), named[0])
    name = _name(first) + (f" of the {first['owner']}" if first["owner"] else "")
    province = _PROVINCES.get(fold(first["province"])) if first["province"] else None
    level: Level | None = "sector" if first["owner"] else "province" if province else None
    listed = _LIST.search(text)
    count = _number(listed["n"]) if listed else None
    spans = [Span(start=first.start(), end=first.end())]
    if listed:
        spans.append(Span(start=listed.start(), end=listed.end()))
    yield Bloc(
        name=name, province=province, level=level, member_count=count, evidence=tuple(spans), rule="bloc.english"
    )
    if listed and listed["list"]:
        for member, evidence in _members(listed["list"], listed.start("list")):
            yield Member(bloc=name, name=member, evidence=evidence, rule="member.english")
    yield from _leaders(text, name, spans[0])


def _name(match: re.Match[str]) -> str:
    return re.sub(r"^The ", "", match[1])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word)


def _members(listing: str, start: int) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The bodies of "the Departments of A, B, and C; the D; and the E"."""
    for part in re.finditer(r"[^;]+", listing):
        body = re.sub(r"^\s*(?:and )?(?:the )?", "", part[0]).strip()
        at = start + part.start() + part[0].index(body)
        shared = _SHARED.fullmatch(body)
        if shared is None:
            yield body, (Span(start=at, end=at + len(body)),)
            continue
        head = Span(start=at + shared.start(1), end=at + shared.start(2) - len(" of "))
        for item in re.finditer(r"(?:and )?((?:(?!, ).)+)(?:, |$)", shared[2]):
            own = at + shared.start(2) + item.start(1)
            yield f"{_ONE[shared[1]]} of {item[1]}", (head, Span(start=own, end=own + len(item[1])))


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
    for match in _APPOSED.finditer(text):
        yield "deputy" if match["deputy"] else "head", match["body"], match["person"], match
    for match in _ELECTED.finditer(text):
        yield "head", match["head"], None, match
        if match["second"]:
            yield "deputy", match["second"], None, match
    for match in _WAS.finditer(text):
        yield "deputy" if match["deputy"] else "head", match["body"], None, match
