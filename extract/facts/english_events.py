"""Gatherings and movements in the English pages of Vietnamese newspapers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from extract.dates import NEAREST
from extract.english import authorities, authority, days, sentences
from extract.model import Campaign, Event, EventKind

_SUBJECT = re.compile(
    r"\b(?:emulation|commend\w*|certificates? of merit|merit certificates?|labou?r order|awards?|award-giving"
    r"|honou?r\w*|outstanding|role models?|exemplary)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:contest|tournament|exhibition|festival|pageant|match|seminar|workshop|trial|fair)\b", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:held|took place|takes place|taking place|organi[sz]ed|opened|gathered|met|convened|attended|launched|launch"
    r"|kicked off|signed|scheduled|presented|conferred|will be held"
    r"|at (?:a|the) (?:ceremony|conference|meeting|congress))"
    r"\b",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (
    ("launch", re.compile(r"\b(?:to launch|launching|launch ceremony|launched|kicked off)\b", re.IGNORECASE)),
    (
        "conference",
        re.compile(
            r"\b(?:conference|congress|meeting|to review|reviewed|(?:year-end|annual|mid-term) review|session"
            r"|gathering)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "signing",
        re.compile(
            r"\b(?:sign(?:ed|ing)? (?:an? )?(?:\d{4} )?emulation (?:agreement|pact|arrangement))\b", re.IGNORECASE
        ),
    ),
    ("ceremony", re.compile(r"\bceremony\b", re.IGNORECASE)),
)
_PLACE = re.compile(
    r"\b(?:in|at) (?:the )?(?P<place>[A-Z][\w'’.-]*(?: (?:of|the|and|city|province|district|town|[A-Z][\w'’.-]*))*)"
)
# "at the provincial convention centre", "in the Lam Giang hall": a house told by what it is.
_HOUSE = re.compile(
    r"\b(?:in|at) (?P<place>the (?:[\w'’-]+ ){0,6}?(?:hall|cent(?:re|er)|headquarters|stadium|square|house|theatre"
    r"|wharf|park|museum|palace|school))\b"
)
_HOLDING = re.compile(
    r"\b(?:held|took place|takes place|met|gathered|organi[sz]ed|convened|scheduled)\b[^.;]{0,60}$", re.IGNORECASE
)
_AT_GATHERING = re.compile(r"\b(?:ceremony|conference|congress|meeting) $", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:dated|signed on|issued on|Directive|Decision|Decree|Resolution|established on|born on|since)[^,;]{0,40}$"
)


_LONGEST_AGO = 20 * 365  # days: a gathering told of that is older is commemorated, not reported
# Behind the first day of "June 11, 1948 - June 11, 2018".
_SINCE = re.compile(r"(?<=\d\d\d\d)\s*[-–]\s*[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b")


def find_events(text: str, published: dt.date | None) -> Iterator[Event]:
    """The gatherings about emulation whose day is known, one a day."""
    seen: set[str] = set()
    for span in sentences(text):
        sentence = text[span.start : span.end]
        if not _SUBJECT.search(sentence) or _FOREIGN.search(sentence) or not _HELD.search(sentence):
            continue
        kind = _kind(sentence)
        for match, day, nearest in days(sentence, published):
            if kind is None or _is_past(sentence, match, day, published) or day.isoformat() in seen:
                continue
            seen.add(day.isoformat())
            yield Event(
                kind=kind,
                date=day.isoformat(),
                place=_place(sentence, match),
                evidence=(span,),
                rule="event.english",
                inferred=(("date", NEAREST),) if nearest else (),
            )
            break


def _is_past(sentence: str, match: re.Match[str], day: dt.date, published: dt.date | None) -> bool:
    """Whether a day is that of a decision or of what is commemorated: "(June 11, 1948 - June 11, 2018)"."""
    long_ago = published is not None and (published - day).days > _LONGEST_AGO
    return (
        long_ago
        or _EARLIER.search(sentence[: match.start()]) is not None
        or _SINCE.match(sentence, match.end()) is not None
    )


def _kind(sentence: str) -> EventKind | None:
    """The first-named purpose; "a ceremony to launch" is a launch."""
    found = [(m.start(), kind) for kind, pattern in _KINDS if (m := pattern.search(sentence))]
    if not found:
        return None
    kind = min(found)[1]
    launched = re.search(r"\bceremony (?:to launch|launching)\b", sentence, re.IGNORECASE)
    return "launch" if launched else kind


def _place(sentence: str, day: re.Match[str]) -> str | None:
    """Where the gathering was held: beside its day or behind the word of holding."""
    houses = list(_HOUSE.finditer(sentence))
    named = (m for m in _PLACE.finditer(sentence) if not any(h.start() <= m.start() < h.end() for h in houses))
    for m in sorted((*houses, *named), key=lambda m: m.start()):
        beside = 0 <= m.start() - day.end() <= 2 or 0 <= day.start() - m.end() <= 4
        if beside or _AT_GATHERING.search(sentence[: m.start()]) or _HOLDING.search(sentence[: m.start()]):
            place = re.sub(r"(?: (?:on|and|the|of))+$", "", m["place"])
            return place.strip(" .,")
    return None


def _quoted(group: str) -> str:
    """A name in double or in single quotes; an apostrophe inside a word ends none."""
    return rf"(?:[“\"](?P<{group}>[^”\"\n]{{4,160}})[”\"]|‘(?P<{group}_single>(?:[^’\n]|’(?=\w)){{4,160}})’)"


_MOVEMENT = r"(?:emulation (?:movement|campaign)s?|(?:movement|campaign) of (?:patriotic )?emulation)"
# "the emulation movement “…”", "a movement of emulation for 2021 has been launched with the theme “…”",
# "emulation movements launched by A, especially the movement ‘…’".
_CAMPAIGN = re.compile(
    rf"(?:{_quoted('before')} (?:patriotic )?emulation (?:movement|campaign)"
    rf"|{_MOVEMENT}(?:(?: (?:in|of|for))? (?P<year>(?:19|20)\d\d))?(?: (?:was|were|has been|have been) launched)?,? "
    r"(?:[^.;“\"‘]{3,60}?,? (?:especially|including|such as|namely) the (?:emulation )?(?:movement|campaign)s? )?"
    r"(?:(?:themed|titled|entitled|called|named|dubbed|on|(?:with|under) the theme(?: of)?):? )?"
    rf"{_quoted('after')})"
)
# "running from 2021 to 2025", "will run until 2025".
_RUNS = re.compile(
    r"\b(?:run|runs|running|last|lasts|lasting|continue|continues) (?:from (?P<first>(?:19|20)\d\d) )?"
    r"(?:to|until|till|through|up to) (?:the end of )?(?P<last>(?:19|20)\d\d)\b"
)
_PERIOD = re.compile(r"\b(?:in|for|during|of) the (?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d) period")
_LAUNCHED_BY = re.compile(
    r"\b(?:(?:launched|initiated|started) by (?=(?P<by>[^,.;]+))"
    r"|which (?!was |were |is |has been )(?=(?P<who>[^,.;]+?) (?:launched|initiated|started)\b))"
)
_LAUNCHES = re.compile(r"\b(?:launched|launches|launch|kicked off|initiated)\b")
_IN_YEAR = re.compile(r"\b(?i:launched|initiated|started) (?:by [^,.;]+? )?in (?P<year>(?:19|20)\d\d)\b")


def find_campaigns(text: str, published: dt.date | None) -> Iterator[Campaign]:
    """The named emulation movements of an English article, each once."""
    seen: set[str] = set()
    for span in sentences(text):
        sentence = text[span.start : span.end]
        for m in _CAMPAIGN.finditer(sentence):
            name = (m["before"] or m["after"] or m["before_single"] or m["after_single"]).strip(" ,.")
            if name.lower() in seen:
                continue
            seen.add(name.lower())
            by, reported = _launcher(sentence, m)
            period = _PERIOD.search(sentence, m.end()) or _PERIOD.search(sentence) or _RUNS.search(sentence, m.end())
            told = _IN_YEAR.search(sentence)
            year = int(told["year"]) if told else published.year if reported and published else None
            first, last = (period["first"], period["last"]) if period else (m["year"], m["year"])
            if period and not first and told and told["year"] < last:
                first = told["year"]  # launched in 2021, it runs until 2025
            yield Campaign(
                name=name,
                start_year=int(first) if first else None,
                end_year=int(last) if last else None,
                launched_by=by,
                launched_in_year=year,
                evidence=(span,),
                rule="campaign.english",
                inferred=(("launched_in_year", "the article reports the launch, year of publication"),)
                if year and not told
                else (),
            )


def _launcher(sentence: str, name: re.Match[str]) -> tuple[str | None, bool]:
    """Who launched, and whether the sentence reports the launch itself."""
    by = _LAUNCHED_BY.search(sentence, name.end()) or _LAUNCHED_BY.search(sentence)
    if by:
        found = authority(sentence, by.start("by") if by["by"] else by.start("who"))
        return (found[0] if found else None), False
    act = next((m for m in _LAUNCHES.finditer(sentence) if m.start() < name.start()), None)
    if act is None:
        return None, False
    return next((name for _, name, _ in authorities(sentence, 0, act.start())), None), True
