"""Who receives, in the English of Vietnamese newspapers: counted kinds, persons with their titles, bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.english import BODY_NOUNS, NUMBER, authority, number, province
from extract.lexicon import load
from extract.model import RecipientKind
from extract.text import fold

_ORGANIZATIONS = (
    r"collectives?|organi[sz]ations?|units?|agencies|enterprises?|businesses|companies|localities|communes?|schools?"
    r"|hospitals?|departments?|establishments?|members|cooperatives?|districts?|provinces|newspapers?|courts?|banks?|universit(?:y|ies)|cities|villages?|wards?"
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
# Capitals, with the marks that some papers keep ("Đồng Nai").
_U = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper())
_NAME = rf"[{_U}]\w+(?: [{_U}]\w*){{1,4}}"
_TITLE = (
    r"(?:Mr|Ms|Mrs|Dr|Doctor|Prof|Assoc\. Prof|Associate Professor|Professor|Colonel|Captain|Major|Lieutenant|Comrade)"
)
_PERSON = rf"(?:Mr|Ms|Mrs|Dr|Prof|Assoc\. Prof)\.? (?P<titled>{_NAME})"
_BODY = (
    rf"(?P<body>(?:\d{{1,3}}(?:st|nd|rd|th)? )?(?:[{_U}][\w'’.&/-]*)"
    rf"(?:(?: (?:of|and|the|for|in|-|–))* [{_U}0-9][\w'’.&/-]*)*"
    rf"(?: (?:province|city|district|commune|ward))?)(?<=\w)(?: of (?:[{_U}]\w+ )+(?:[Cc]ity|[Pp]rovince)\b)?"
)
_TEAM = re.compile(
    r"\b(?P<team>(?=(?:[\w'’-]+ ){0,5}(?:national|Viet ?[Nn]am(?:ese)?|U-?\d\d)\b)"
    r"(?!(?:the|and|of|to) )(?:[\w'’-]+ ){1,6}team)\b"
)
_BODY_WORD = re.compile(
    rf"\b(?:{BODY_NOUNS}|Division|Brigade|Regiment|District|Commune|Factory|Cooperative|Team|Embassy|Museum|Theatre"
    r"|Theater|Society|Station|JSC|Co|Party|Ward|Town|Club|Magazine|Front|Zone|Region|Customs|Enterprise|Bureau"
    r"|Directorate|Organi[sz]ation|Foundation|Airport|Airlines|Battalion)\b|\b(?:province|district|commune|city)$"
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


# "… Photo HÀ NỘI — The hospital received": a picture's words and the dateline
_DATELINE = re.compile(rf"^.*\b[{_U}]{{2,}} [—–-] ", re.DOTALL)


# "…, many of them have been awarded": nobody named before is the subject.
_OF_THEM = re.compile(
    r"\b(?:many|some|most|several|all|\w+) of (?:them|whom|which)(?: ha(?:ve|s|d))?\s*$", re.IGNORECASE
)


def subject(text: str) -> tuple[Recipient, ...]:
    """The one named, or the numbers counted, at the head of a clause."""
    text = _DAY.sub(",", _RELATIVE.sub(" ", _DATELINE.sub("", text)))
    if _OF_THEM.search(text):
        return ()
    counts = _counts(text)
    if counts:
        return counts
    holders, text = _holders(text)
    named = [*holders, *_people(text), *_bodies(text)]
    return tuple(named[:1])


def objects(text: str) -> tuple[Recipient, ...]:
    """Those named and counted behind a verb, up to what is told of them."""
    end = _WHO_ENDS.search(text)
    text = text[: end.start()] if end else text
    holders, text = _holders(text)
    counts = _counts(text)
    if not counts:
        return (*holders, *_people(text), *_bodies(text)) or _ministry(text)
    # "to the Surgery Department and four individuals": a body joined to the numbers behind it
    first = next(m for m in _COUNT.finditer(text) if _plural(m))
    joined = _JOINED.search(text[: first.start()])
    return (*holders, *(_bodies(joined["ahead"]) if joined else ()), *counts)


def _ministry(text: str) -> tuple[Recipient, ...]:
    """ "to the Ministry of Health": who grants elsewhere receives here."""
    m = re.match(rf"(?:the )?(Ministry of {_BODY})", text)
    return (Recipient(re.sub(r"^The ", "", m[1]).strip(" ."), "organization", 1),) if m else ()


_JOINED = re.compile(r"^(?P<ahead>(?:(?!\b(?:from|under|at)\b).)*?),? and (?:(?:nearly|over|more than|about) )?$")
_INVARIANT = frozenset({"people", "women", "police", "personnel"})


def _plural(m: re.Match[str]) -> bool:
    """Whether the noun behind a number is counted by it: no plural in "the 108 Military Hospital"."""
    noun = m["noun"].lower()
    if number(m["n"]) == 1:
        return m["noun"][0].islower()  # "Lam Giang 1 High School" is a name
    return noun.endswith("s") or noun in _INVARIANT


def _counts(text: str) -> tuple[Recipient, ...]:
    found: list[Recipient] = []
    for m in filter(_plural, _COUNT.finditer(text)):
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
    rf"(?P<name>{_NAME})"
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
    rf"{_BODY_WORD.pattern}|\b(?:River|Mountain|Lake|Street|Road|Bridge|Island|Canal|Bay|Sea|Delta|Market|Museum|Port|City"
    r"|Province)$"
)


# "On April 24": a capital at the head of a sentence is no family name.
_HYPHENATED = re.compile(
    rf" (?:\d+ )?[{_U}]| [-–] (?!{_TITLE}\b)(?:[{_U}]\w* )+(?:JSC|Company|Corporation|Co|Group|Bank)\b"
)
_NO_NAME = re.compile(r"^(?:On|At|In|The|By|For|From|To|An|Than) ")


def _people(text: str) -> Iterator[Recipient]:
    for m in re.finditer(
        rf"{_PERSON}|\b(?P<bare>{_NAME})\b(?! (?:[Pp]rovince|[Cc]ity|district|commune|ward|town))",
        text,
    ):
        name = m["titled"] or _CALLED.sub("", m["bare"])
        if not m["titled"] and (_NO_NAME.match(name) or _HYPHENATED.match(text, m.end())):
            continue
        if m["titled"] or (
            fold(name.split()[0]) in _surnames() and not _NO_PERSON.search(name) and province(name) is None
        ):
            yield Recipient(name, "person", 1)


# "the City’s Lam Son District", "Hanoi’s Lam Son Ward": whose it is, is none of its name.
_NOT_NAME = re.compile(
    r"^.*-based |^(?:The|At|On|In) |^(?:[A-Z]{2,}|.*[Cc]ity|.*[Pp]rovince)['’]s (?=[A-Z])"
    r"|^(?:\w+ )?\w+['’]s (?=(?:[A-Z]\w+ ){1,3}(?:District|Ward|Commune|Town)$)"
)


# Whose post it is, not who is given: "Director of Lam Giang Hospital", "a teacher at Lam Giang High School".
_POST = (
    r"(?i:director(?:[- ]general)?|general director|head|chair(?:man|woman|person)?|secretary|principal|rector"
    r"|president|dean|editor[- ]in[- ]chief|ambassador|minister|commander|leader|manager|chief|teacher|lecturer|student"
    r"|officer|member|doctor|worker|employee|farmer|staff)"
)
_OF_POST = re.compile(rf"\b(?:{_POST}(?: \w+)?|[a-z]+s) (?:of|at|from|in|with) (?:the )?$|\bunder (?:the )?$")
_IS_POST = re.compile(rf"^(?:(?i:deputy|vice|former|general|acting|executive|party|state|prime)[- ])*{_POST}\b")
_DAY = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.? \d{1,2}\b(?:, \d{4})?,?"
)


def _bodies(text: str) -> Iterator[Recipient]:
    for m in re.finditer(_BODY, text):
        name = re.split(rf" and (?={_TITLE}\b)", m["body"])[0]
        name = _NOT_NAME.sub("", name).strip(" .")
        posts = any(map(_IS_POST.match, re.split(r" [-–] ", name)))
        if posts or _OF_POST.search(text[: m.start()]):
            continue
        if len(name.split()) > 1 and _BODY_WORD.search(name) and authority(name) is None:
            yield Recipient(name, "organization", 1)
    for m in _TEAM.finditer(text):
        yield Recipient(m["team"], "organization", 1)
