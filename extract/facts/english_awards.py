"""Awards in the English pages of Vietnamese newspapers, under their Vietnamese names.

"N collectives received certificates of merit from the Prime Minister", "the provincial People's Committee presented
emulation flags to A and B", "B was honoured with the Labour Order, third class". Who only hands over ("on behalf of")
is no grantor.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.english import NUMBER, authorities, authority, days, of_another_state, plain, sentences
from extract.facts.award_forms import entries
from extract.facts.award_years import NEWS
from extract.facts.english_recipients import Recipient, objects, subject
from extract.lexicon import load
from extract.model import Award, Event, Span, Status
from extract.text import fold

_CLASSES = {"first": "Nhất", "1st": "Nhất", "second": "Nhì", "2nd": "Nhì", "third": "Ba", "3rd": "Ba"}
_CLASS = r"(?:first|second|third|1st|2nd|3rd)"
_PASSIVE = re.compile(
    r"\b(?:(?:was|were|is|are|been) (?:honou?red|proud) to (?:receive|be (?:awarded|presented|granted|given)(?: with)?)"
    r"|(?:was|were|is|are|be|been|being)(?: also| both| all| each| jointly| posthumously| officially)* (?:awarded"
    r"|presented|given|granted|conferred|honou?red|bestowed|handed|named|recogni[sz]ed as|decorated)(?: with)?"
    r"|(?:honou?red|presented|awarded|bestowed) with"  # as headlines say it
    r"|received|receives|receive|receiving|earned|won|accepted|took home|picked up|collected|bagged)\b"
    r"(?P<gap>[^.;]{0,70})$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"\b(?:presented|presents?|presenting|awarded|awards?|awarding|granted|grants?|granting|conferred|confers?|conferring"
    r"|handed over|hand over|bestow(?:ed|s)?|offered|offers|gave)\b(?P<gap>[^.;]{0,70})$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:presented|honou?red|awarded|presents?|honou?rs?|awards?) (?P<who>[^.;]{3,120}?) with\b(?P<gap>[^.;]{0,60})$",
    re.IGNORECASE,
)
_AWARD_WORD = re.compile(r"\b(?:certificates?|orders?|medals?|flags?|titles?|awards?|to|for|by)\b", re.IGNORECASE)
# "received certificates of merit for its outstanding staff": others'.
_FOR_ITS = re.compile(
    r"^[^.;]{0,90}?\bfor (?:its|their|his|her) (?:[\w-]+ ){0,3}?(?:individuals|collectives|staff|members|employees"
    r"|officers|units|leaders|doctors|teachers|people)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^[^.;]{0,60}?\b(?:(?:was|were|are|will be|have been|has been)(?: also)? (?:presented|given|granted|awarded"
    r"|conferred|handed over)(?: to| on| upon)|went to|go to|will go to|have gone to) (?P<who>[^.;]+)",
    re.IGNORECASE,
)
_TO = re.compile(r"^[^.;]{0,70}?\b(?:to|on|upon)\b (?P<who>[^.;]+)", re.IGNORECASE)
# What may stand between a verb and the award: numbers, articles, adjectives, other awards joined by commas.
_GAP_WORDS = (
    rf"(?:(?:the|a|an|its|their|his|her|title|titles|of|prestigious|noble|and|with|posthumously|state|{NUMBER}|many"
    r"|two|vietnamese|[\"“]|government|prime|minister|president|provincial|people's|committee|chairman|city|municipal|['’]s"
    rf"|,|{_CLASS}[- ]class|orders?|medals?|labou?r|emulation|flags?|certificates?|merit|independence|minister's"
    r"|ministry(?:'s|’s)?)[\s,]*)*$"
)
_GAP = re.compile(rf"^\s*{_GAP_WORDS}", re.IGNORECASE)
# "awarded Lam Giang Hospital the Labour Order": who receives stands before what.
_DOUBLE = re.compile(
    r"\b(?:presented|awarded|granted|gave|presents|awards|grants|awarding|granting) (?P<who>(?!the title)[^.;]{3,140}?)"
    rf",?\s+{_GAP_WORDS}",
    re.IGNORECASE,
)
_OWNER_BEHIND = re.compile(r"(?:,? (?:of|from|by|granted by|awarded by|presented by|conferred by|issued by) )")
_PROPOSED = re.compile(
    r"\b(?:propos\w+|recommend\w*|suggest\w*|submit\w*|nominat\w+|request\w*|ask(?:ed|s)? )\b", re.IGNORECASE
)
_DEPUTY = re.compile(r"\b(?:vice|deputy|former|secretary of|official of)[ -]*(?:of )?(?:the )?$", re.IGNORECASE)
_PROMISED = re.compile(r"\b(?:will|is to|are to|is set to) (?:be )?(?:\w+ )?$", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|no|without|if|would|could|could have)\b[^.;,]{0,30}$", re.IGNORECASE)
_BEHALF = re.compile(
    r"\b(?:on behalf of|authori[sz]ed by|under the authori[sz]ation of) (?=(?P<by>[^,.;]+))", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:in|for|during|of) ((?:19|20)\d\d)\b(?!\s?[-–]\s?\d{4})")


@dataclass(frozen=True, slots=True)
class _Named:
    """An award named in a sentence: offsets, Vietnamese name, entry of awards.toml."""

    start: int
    end: int
    name: str
    form: str


def find_awards(text: str, events: tuple[Event, ...], published: dt.date | None) -> Iterator[Award]:
    """The awards of an English article; ``events`` are the gatherings it reports, ``published`` is its day."""
    for span in sentences(text):
        sentence = text[span.start : span.end]
        for named in _named(sentence):
            yield from _awards(sentence, span, named, events, published)


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    known = {phrase: (e.values["name"], e.values["form"]) for e in load("english") for phrase in e.phrases}
    phrases = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    return (
        re.compile(
            rf"(?:\b(?P<before>{_CLASS})[- ]class )?\b(?P<phrase>{phrases})\b(?:[,(]? ?(?P<after>{_CLASS})[- ]class\b)?"
        ),
        known,
    )


def _named(sentence: str) -> Iterator[_Named]:
    pattern, known = _pattern()
    for m in pattern.finditer(plain(sentence)):
        name, form = known[m["phrase"]]
        order = _CLASSES.get(m["before"] or m["after"] or "")
        yield _Named(m.start(), m.end(), f"{name} hạng {order}" if order and "Hu" in name else name, form)


def _awards(
    sentence: str, span: Span, named: _Named, events: tuple[Event, ...], published: dt.date | None
) -> Iterator[Award]:
    clause = max(sentence.rfind("; ", 0, named.start), sentence.rfind(", while ", 0, named.start), -1) + 1
    before, after = sentence[clause : named.start], sentence[named.end :]
    if of_another_state(before, after, order=named.name.startswith("Huân chương")):
        return
    owner, past = _owner(sentence, named)
    found = _recipients(before, after if past is None else sentence[past:])
    if found is None:
        return
    verb_at, recipients, active = found
    status = _status(sentence, clause + verb_at)
    if status is None:
        return
    grantor = owner or _giver(sentence, clause, clause + verb_at, active, named)
    name, form = _owned(named, grantor)
    year, inferred = _year(sentence, events, published if status == "granted" else None)
    for who in recipients:
        yield Award(
            award=name,
            form=form,
            grantor=grantor,
            recipient=who.text,
            recipient_kind=who.kind,
            count=who.count,
            year=year,
            status=status,
            evidence=(span,),
            rule="award.english",
            inferred=inferred,
        )


def _owner(sentence: str, named: _Named) -> tuple[str | None, int | None]:
    """The authority whose award it is: "of the Prime Minister", "the Government's", and where the phrase ends."""
    behind = _OWNER_BEHIND.match(sentence, named.end)
    if behind and (found := authority(sentence, behind.end())):
        return found[0], found[1]
    for i, name, end in authorities(sentence, max(0, named.start - 80), named.start):
        rest = sentence[end : named.start].lower().replace("’", "'")
        if re.fullmatch(r"(?:'s?)?\s*(?:own )?", rest) and not re.search(r"\bvice[- ]$", sentence[:i], re.IGNORECASE):
            return name, None
    return None, None


def _recipients(before: str, after: str) -> tuple[int, tuple[Recipient, ...], bool] | None:
    """Where the verb stands, who receives, and whether the verb is active: the first of the shapes that fits."""
    verb, who, active = next(_shapes(before, after), (0, (), False))
    return (verb, who, active) if who else None


def _shapes(before: str, after: str) -> Iterator[tuple[int, tuple[Recipient, ...], bool]]:
    passive = _PASSIVE.search(before)
    if passive and _GAP.match(passive["gap"]):
        yield passive.start(), () if _FOR_ITS.match(after) else subject(before[: passive.start()]), False
    active = _ACTIVE.search(before)
    given = _GIVEN.match(after)
    if given and not active:
        yield len(before), objects(given["who"]), False
    with_ = _WITH.search(before)
    if with_ and _GAP.match(with_["gap"]):
        yield with_.start(), objects(with_["who"]), True
    double = _DOUBLE.search(before)
    if double and not _AWARD_WORD.search(double["who"]):
        who = objects(double["who"])
        if who:
            yield double.start(), who, True
    to = _TO.match(after)
    if active and to and _GAP.match(active["gap"]):
        yield active.start(), objects(to["who"]), True


def _status(sentence: str, verb: int) -> Status | None:
    before = sentence[:verb]
    if _PROPOSED.search(before):
        return "proposed"
    if _PROMISED.search(before):
        return "promised"
    return None if _NEGATED.search(before) else "granted"


def _giver(sentence: str, clause: int, verb: int, active: bool, named: _Named) -> str | None:
    """The authority that is the subject of an active verb, or for which somebody hands over."""
    behalf = _BEHALF.search(sentence)
    if behalf:
        found = authority(sentence, behalf.start("by"))
        return found[0] if found else None
    last: tuple[str, int] | None = None
    for i, name, end in authorities(sentence, clause, verb if active else clause):
        if last is None or i >= last[1]:
            last = None if _DEPUTY.search(sentence[:i]) else (name, end)
    if last is None:
        return None
    # Orders are granted by the President, whoever of the State's leaders presents them.
    if named.name.startswith("Huân chương") and last[0] not in {"Chủ tịch nước", "Nhà nước", "Đảng, Nhà nước"}:
        return None
    return last[0]


def _owned(named: _Named, grantor: str | None) -> tuple[str, str]:
    """The award with its owner, as the Vietnamese pages' facts name it."""
    if named.form == "co_thi_dua" and grantor:
        if grantor in {"Chính phủ", "Thủ tướng Chính phủ"}:
            return "Cờ thi đua của Chính phủ", "co_chinh_phu"
        owner = re.sub(r"^(UBND (?:tỉnh|thành phố)).*", r"\1", re.sub(r"^Chủ tịch (?=UBND)", "", grantor))
        return f"Cờ thi đua của {owner}", "co_bo_tinh" if owner.startswith(("UBND", "Bộ")) else "co_thi_dua"
    if named.form == "bang_khen" and grantor:
        if grantor in {"Chính phủ", "Thủ tướng Chính phủ"}:
            return named.name, "bk_thu_tuong"
        return named.name, "bk_bo_tinh" if re.search(r"UBND (?:tỉnh|thành)|^Bộ", grantor) else "bang_khen"
    return named.name, named.form


# An act told so is an earlier one, or of no certain day.
_EARLIER = re.compile(
    r"\b(?:previously|earlier|formerly|used to|in the past|over the (?:past )?years?|since|many times|before|ago|so far"
    r"|(?:past|last|previous) (?:\w+ )?years?|years in a row|consecutive"
    r"|ha(?:s|ve|d) (?:also )?(?:been|received|won|earned))\b",
    re.IGNORECASE,
)


def _year(
    sentence: str, events: tuple[Event, ...], published: dt.date | None
) -> tuple[int | None, tuple[tuple[str, str], ...]]:
    """The year told, else that of the one gathering reported, else that in which the news came out."""
    dated = [m.span() for m, _, _ in days(sentence, None)]
    told = next((m for m in _YEAR.finditer(sentence) if not any(a <= m.start() < b for a, b in dated)), None)
    if told:
        return int(told[1]), ()
    if len(events) == 1:
        return int(events[0].date[:4]), (("year", "the gathering that the article reports"),)
    if published is None or _EARLIER.search(sentence):
        return None, ()
    return published.year, (("year", NEWS),)


def unique(awards: Iterable[Award]) -> Iterator[Award]:
    """One row an award and recipient: a headline or caption adds nothing to a telling with its grantor."""
    told: list[Award] = []
    for new in sorted(map(_by_law, awards), key=lambda a: (a.grantor is None, " hạng " not in a.award)):
        if not any(_same(old, new) for old in told):
            told.append(new)
    yield from sorted(told, key=lambda a: a.evidence[0].start)


def _same(old: Award, new: Award) -> bool:
    if (old.status, old.recipient_kind) != (new.status, new.recipient_kind):
        return False
    # "Labour Order" in the headline, its class in the text
    if old.award != new.award and not old.award.startswith(f"{new.award} hạng "):
        return False
    if old.grantor != new.grantor and new.grantor is not None:
        return False
    if old.recipient is None or new.recipient is None:
        return old.recipient == new.recipient and old.count == new.count
    return fold(old.recipient) == fold(new.recipient)


def _by_law(award: Award) -> Award:
    """Who alone may grant an order by law is its grantor where the article names none."""
    values = entries()[award.form].values if award.form in entries() else {}
    if award.grantor is not None or not award.award.startswith("Huân chương") or not values.get("granted_by"):
        return award
    inferred = (*award.inferred, ("grantor", f"by law: {values['basis']}"))
    return replace(award, grantor=str(values["granted_by"]), inferred=inferred)
