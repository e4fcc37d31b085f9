"""Who receives an award in an English sentence: numbers of bodies and persons, persons and bodies named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.english import BODY_NOUNS, NUMBER, authority, number
from extract.lexicon import load
from extract.model import RecipientKind
from extract.text import fold

_ORGANIZATIONS = (
    r"collectives?|organi[sz]ations?|units?|agencies|enterprises?|businesses|companies|localities|communes?|schools?"
    r"|hospitals?|departments?|establishments?|members|cooperatives?|districts?|provinces|newspapers?|courts?|banks?"
    r"|universit(?:y|ies)|cities|villages?|wards?"
)
_PERSONS = (
    r"individuals?|persons?|people|workers?|labou?rers?|farmers?|teachers?|students?|officials?|soldiers?|athletes?"
    r"|women|entrepreneurs?|journalists?|doctors?|artists?|officers?|donors?|volunteers?|trade unionists?|employees"
)
# "seven reporters", "18 deminers": who does something is a person; of things and bodies named so, none.
_AGENTS = (
    r"(?!\w*(?:papers|cent(?:er|re)s|chapters|clusters|orders|letters|sectors|numbers)\b)[a-z]+(?:ers|ors|ists|ians)"
)
_GROUPS = r"households?|families|groups?|teams?"
_NOUN = rf"(?:{_ORGANIZATIONS}|{_PERSONS}|{_GROUPS}|{_AGENTS})"
_COUNT = re.compile(
    rf"\b(?P<n>{NUMBER}) (?!per cent|percent|class)(?:[\w-]+ ){{0,3}}?(?P<noun>{_NOUN})\b"
    rf"(?:(?:,| and|, and) (?:(?!{NUMBER}\b)[a-z-]+ ){{0,2}}?(?P<more>{_NOUN})\b)?",
    re.IGNORECASE,
)
_PERSON = r"(?:Mr|Ms|Mrs|Dr|Prof|Assoc\. Prof)\.? (?P<titled>[A-Z]\w+(?: [A-Z]\w*){1,4})"
_BODY = (
    r"(?P<body>(?:[A-Z][\w'’.&/-]*)(?:(?: (?:of|and|the|for|in))* [A-Z0-9][\w'’.&/-]*)*"
    r"(?: (?:province|city|district|commune|ward))?)(?<=\w)(?: of (?:[A-Z]\w+ )+(?:[Cc]ity|[Pp]rovince)\b)?"
)
_BODY_WORD = re.compile(
    rf"\b(?:{BODY_NOUNS}|Division|Brigade|Regiment|District|Commune|Factory|Cooperative|Team|Embassy|Museum|Theatre"
    r"|Theater|Society|Station|JSC|Co|Party)\b|\b(?:province|district|commune|city)$"
)
_WHO_ENDS = re.compile(
    r"\b(?:for|who|which|in recognition|in honou?r|at|during|on|thanks|as|with)\b"
    r"|, (?=who|which|in|for|while|and that)|;",
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who receives: a name, or None for a number of them, the kind, and how many."""

    text: str | None
    kind: RecipientKind
    count: int


# "Mr A, who …, had earlier received": what is told of the subject beside its act.
_RELATIVE = re.compile(r",? (?:who|whose|which) [^,;]*, (?=[a-z])")


def subject(text: str) -> tuple[Recipient, ...]:
    """Who is the subject that a clause ends with: what it counts, else the first it names."""
    text = _RELATIVE.sub(" ", text)
    counts = _counts(text)
    if counts:
        return counts
    named = [*_people(text), *_bodies(text)]
    return tuple(named[:1])


def objects(text: str) -> tuple[Recipient, ...]:
    """Who stands behind a verb of giving or "to", up to what is told of them."""
    end = _WHO_ENDS.search(text)
    text = text[: end.start()] if end else text
    holders, text = _holders(text)
    return (*holders, *(_counts(text) or (*_people(text), *_bodies(text))))


def _counts(text: str) -> tuple[Recipient, ...]:
    found: list[Recipient] = []
    for m in _COUNT.finditer(text):
        kinds = {_kind(m["noun"])} | ({_kind(m["more"])} if m["more"] else set())
        kind: RecipientKind = kinds.pop() if len(kinds) == 1 else "group"
        found.append(Recipient(None, kind, number(m["n"])))
    return tuple(found)


def _kind(noun: str) -> RecipientKind:
    if re.fullmatch(rf"{_PERSONS}|{_AGENTS}", noun, re.IGNORECASE):
        return "person"
    return "organization" if re.fullmatch(_ORGANIZATIONS, noun, re.IGNORECASE) else "group"


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(phrase) for entry in load("surnames") for phrase in entry.phrases)


# "Chairwoman of the People's Committee of Lam Giang District Pham Thi Lan": who holds the post.
_HOLDER = re.compile(
    r"\b(?i:chair(?:man|woman|person)?|director(?:[- ]general)?|head|secretary|principal|rector|president) of (?:the )?"
    r"[^,;]{0,80}?\b(?i:district|province|city|commune|ward|town|department|committee|school|hospital) "
    r"(?P<name>[A-Z]\w+(?: [A-Z]\w*){1,4})"
)


def _holders(text: str) -> tuple[tuple[Recipient, ...], str]:
    """The holders of posts who are named behind their body, and the text without them and their bodies."""
    found: list[Recipient] = []
    for m in _HOLDER.finditer(text):
        if fold(m["name"].split()[0]) in _surnames():
            found.append(Recipient(m["name"], "person", 1))
            text = text.replace(m[0], "")
    return tuple(found), text


_CALLED = re.compile(
    r"^(?:Reporter|Journalist|Judge|Teacher|Farmer|Doctor|Captain|Colonel|Major|Artist|Worker"
    r"|Athlete|Coach|Swimmer|Weightlifter) (?=\w+ \w)"
)
_NO_PERSON = re.compile(
    rf"{_BODY_WORD.pattern}|\b(?:River|Mountain|Lake|Street|Road|Bridge|Island|Canal|Bay|Sea|Delta|Market|Port|City"
    r"|Province)$"
)


def _people(text: str) -> Iterator[Recipient]:
    for m in re.finditer(
        rf"{_PERSON}|\b(?P<bare>[A-Z]\w+(?: [A-Z]\w*){{1,4}})\b(?! (?:[Pp]rovince|[Cc]ity|district|commune|ward|town))",
        text,
    ):
        name = m["titled"] or _CALLED.sub("", m["bare"])
        if m["titled"] or (fold(name.split()[0]) in _surnames() and not _NO_PERSON.search(name)):
            yield Recipient(name, "person", 1)


# "the City’s Lam Son District", "Hanoi’s Lam Son Ward": whose it is, is none of its name.
_NOT_NAME = re.compile(
    r"^(?:The|At|On|In) |^(?:[A-Z]{2,}|.*[Cc]ity|.*[Pp]rovince)['’]s (?=[A-Z])"
    r"|^(?:\w+ )?\w+['’]s (?=(?:[A-Z]\w+ ){1,3}(?:District|Ward|Commune|Town)$)"
)


def _bodies(text: str) -> Iterator[Recipient]:
    for m in re.finditer(_BODY, text):
        name = _NOT_NAME.sub("", m["body"]).strip(" .")
        if len(name.split()) > 1 and _BODY_WORD.search(name) and authority(name) is None:
            yield Recipient(name, "organization", 1)
