"""How often the facts found in annotated articles are right: precision and recall by kind of fact.

Two facts are the same when their key agrees (who or what, in which role or status); they agree as a whole when the
details that the annotation states agree too. One fact found answers one annotated. ``FIELD_accept`` beside a field
lists further values that are right, beside a null one those that may stand there; what is annotated under
``gold_optional`` counts neither way. A bloc's members are facts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import Any

from extract.names import expand
from extract.text import fold

Json = Mapping[str, Any]

LISTS = {"leader": "leaders", "campaign": "campaigns", "award": "awards", "event": "events"}
KINDS = ("bloc", "member", *LISTS)
DETAILS: Mapping[str, tuple[str, ...]] = {
    "bloc": ("province", "year", "member_count"),
    "member": (),
    "leader": ("year", "bloc"),
    "campaign": ("start_year", "end_year", "launched_by", "launched_in_year"),
    "award": ("grantor", "year", "count", "decision", "decision_date"),
    "event": ("date", "place"),
}
_LITTLE = frozenset({"va", "cac", "cua", "thuoc", "tai", "nhung"})
_PLACE = re.compile(r"^(.*\S) (tinh|thanh pho|huyen|thi xa|thi tran|quan|xa|phuong)((?: \S+){0,4})$")


@dataclass(slots=True)
class Tally:
    """Facts annotated, found, found and annotated, and of these the ones whose details agree too."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    whole: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.gold + other.gold, self.found + other.found, self.hit + other.hit, self.whole + other.whole)

    def figures(self) -> dict[str, float]:
        """Precision, recall, F1, and F1 of whole facts."""
        return {
            "precision": round(self.hit / self.found if self.found else 1.0, 3),
            "recall": round(self.hit / self.gold if self.gold else 1.0, 3),
            "f1": round(_f1(self.hit, self), 3),
            "whole_f1": round(_f1(self.whole, self), 3),
        }


def _f1(right: int, tally: Tally) -> float:
    return 2 * right / (tally.found + tally.gold) if tally.found + tally.gold else 1.0


def tallies(articles: Sequence[Json], found: Sequence[Json]) -> dict[str, Tally]:
    """The tally of each kind over annotated articles and what was found in each, in the same order."""
    out = {kind: Tally() for kind in KINDS}
    for article, answer in zip(articles, found, strict=True):
        for kind in KINDS:
            optional = _facts(article.get("gold_optional") or {}, kind)
            out[kind] += _tally(kind, _facts(article["gold"], kind), optional, _facts(answer, kind))
    return out


def _facts(data: Json, kind: str) -> list[Json]:
    if kind in LISTS:
        return list(data.get(LISTS[kind]) or [])
    blocs = data.get("blocs") or []
    if kind == "bloc":
        return list(blocs)
    return [
        {"name": m if isinstance(m, str) else m["name"], "bloc": b["name"], "bloc_accept": b.get("name_accept") or []}
        for b in blocs
        for m in b.get("members") or []
    ]


def _tally(kind: str, gold: list[Json], optional: list[Json], found: list[Json]) -> Tally:
    matches = _MATCHES[kind]
    pairs = [
        (sum(_detail(g, f, name) for name in DETAILS[kind]), -i, -j)
        for (i, g), (j, f) in product(enumerate(gold), enumerate(found))
        if matches(g, f)
    ]
    answered: dict[int, int] = {}
    whole = 0
    for agreeing, i, j in sorted(pairs, reverse=True):
        if -i not in answered and -j not in answered.values():
            answered[-i] = -j
            whole += agreeing == len(DETAILS[kind])
    spare = [f for j, f in enumerate(found) if j not in answered.values()]
    excused = sum(any(matches(o, f) for o in optional) for f in spare)
    return Tally(gold=len(gold), found=len(found) - excused, hit=len(answered), whole=whole)


def _accepted(gold: Json, name: str) -> list[Any]:
    return [value for value in (gold.get(name), *(gold.get(f"{name}_accept") or [])) if value not in (None, "")]


def _detail(gold: Json, found: Json, name: str) -> bool:
    """What the annotation leaves open agrees with anything, but for a null with values beside it."""
    value, accepted = found.get(name), _accepted(gold, name)
    if gold.get(name) in (None, "") and (not accepted or value in (None, "")):
        return True
    return any(_equal(right, value) for right in accepted)


def _equal(right: Any, value: Any) -> bool:
    if value in (None, ""):
        return False
    text = str(right)
    if re.fullmatch(r"[\d?]{4}(?:-[\d?]{2}-[\d?]{2}.*)?|\d+", text):
        return re.fullmatch(re.escape(text[:10]).replace(r"\?", "."), str(value)[:10]) is not None
    return same_name(text, str(value))


def plain(name: str) -> str:
    """A name without diacritics, quotes, marks, capitals and abbreviations."""
    words = re.sub(r"[^\w&/.-]+", " ", fold(expand(name)).replace("–", "-").replace(" - ", " "))
    return " ".join(word.strip(".-") for word in words.replace(" sy", " si").split() if word.strip(".-"))


def same_name(a: str, b: str, at_least: float = 1.0) -> bool:
    """Whether two names are one: but for little words, and for a place that only one of them adds at its end.

    ``at_least``: the part of their letters that long names must share to be one all the same.
    """
    x, y = plain(a), plain(b)
    if re.findall(r"\d+", x) != re.findall(r"\d+", y):
        return False
    if _words(x) == _words(y) or _unplaced(x, y) or _unplaced(y, x):
        return True
    return at_least < 1.0 and SequenceMatcher(None, x, y, autojunk=False).ratio() >= at_least


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _LITTLE]


def _unplaced(longer: str, shorter: str) -> bool:
    m = _PLACE.match(longer)
    return m is not None and len(m[1].split()) > 1 and _words(shorter) in (_words(m[1]), _words(f"{m[1]} {m[2]}"))


def _any_name(gold: Json, name: str, value: Any, at_least: float = 1.0) -> bool:
    return bool(value) and any(same_name(right, value, at_least) for right in _accepted(gold, name))


def _named(gold: Json, found: Json) -> bool:
    return _any_name(gold, "name", found.get("name"), 0.86)


def _member(gold: Json, found: Json) -> bool:
    return _any_name(gold, "name", found["name"]) and _any_name(gold, "bloc", found["bloc"], 0.7)


def _leader(gold: Json, found: Json) -> bool:
    years = _accepted(gold, "year")
    if gold["role"] != found["role"] or (years and found.get("year") and found["year"] not in years):
        return False
    holders = [*_accepted(gold, "organization"), *_accepted(gold, "person")]
    return any(same_name(h, f) for h in holders for f in (found.get("organization"), found.get("person")) if f)


def _award(gold: Json, found: Json) -> bool:
    if found["status"] not in _accepted(gold, "status") or not any(
        _same_form(name, gold, found) for name in _accepted(gold, "award")
    ):
        return False
    counted = gold.get("count") is not None
    if gold.get("recipient") and not (gold.get("recipient_kind") == "group" and counted):
        return _any_name(gold, "recipient", found.get("recipient"))
    return not counted or (not found.get("recipient") and found.get("count") in _accepted(gold, "count"))


def _same_form(name: str, gold: Json, found: Json) -> bool:
    (a, owner), (b, other) = _form(name, gold), _form(found["award"], found)
    classes = [re.findall(r"\bhang (?:nhat|nhi|ba)\b", form) for form in (a, b)]
    if classes[0] != classes[1] or SequenceMatcher(None, a, b, autojunk=False).ratio() < 0.88:
        return False
    return a != "co thi dua" or not owner or not other or same_name(owner, other, 0.75)


def _form(name: str, fact: Json) -> tuple[str, str]:
    """The form and whose it is: the Prime Minister's flag is the Government's, the chairman's that of the committee."""
    form, _, owner = plain(name).partition(" cua ")
    owner = owner or plain(fact.get("grantor") or "")
    owner = re.sub(r"^chu tich (?=ubnd|uy ban)", "", re.sub(r"^thu tuong(?: chinh phu)?$", "chinh phu", owner))
    return re.sub(r"(?<=^co thi dua) (?:xuat sac|don vi|dan dau).*", "", form), owner


def _event(gold: Json, found: Json) -> bool:
    return found["kind"] in _accepted(gold, "kind") and _detail(gold, found, "date")


_MATCHES: Mapping[str, Callable[[Json, Json], bool]] = {
    "bloc": _named,
    "member": _member,
    "leader": _leader,
    "campaign": _named,
    "award": _award,
    "event": _event,
}
