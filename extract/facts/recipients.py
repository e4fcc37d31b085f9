"""Who receives: counted kinds ("3 tập thể và 12 cá nhân"), bodies, localities, and persons with their posts.

A list is read item by item. What a shared head or a type of place says once ("Công an các tỉnh A, B", "hai huyện
C và D", "các hội: E, F") is said again for each item. A number with a complete list behind it gives the names only;
with "trong đó có" it gives the number and the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.aliases import full_member
from extract.facts.appositions import next_item, skip_apposition, skip_openers
from extract.facts.collectives import collective
from extract.facts.counted import counted
from extract.facts.kinds import COUNT, count_of
from extract.facts.persons import past_titles
from extract.facts.phrases import bare_noun_at, person_by_noun, phrase_at
from extract.facts.recipient_names import (
    Recipient,
    bare_province,
    elided,
    in_row,
    matched_words,
    named,
    province_at,
    several_with_one_head,
)
from extract.facts.unit_items import between_semicolons, same_kind
from extract.facts.units import belongs_to, lies_in
from extract.names import person_at
from extract.view import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """What a list of recipients holds and the token at which it ends."""

    items: tuple[Recipient, ...]
    end: int


def recipients_at(doc: Doc, start: int, limit: int, *, loose: bool = False) -> Recipients | None:
    """The list of recipients that starts at token ``start``; None when no recipient starts there.

    Behind "cho" and in a list of names any phrase with a name of its own is one.
    ``loose``: in a list of persons, what is told of one runs to the next ";" before a person.
    """
    items: list[Recipient] = []
    i = skip_openers(doc, start, limit)
    led = start > 0 and "cho" in doc.norms[start - 1 : i]
    end = i
    head: Recipient | None = None
    while i < limit:
        read = _item(doc, i, limit, items, led=led)
        if read is None:
            break
        new, i = read
        if items and new[0].text and doc.words[new[0].start - 1] == "," and _completes(items[-1], new[0]):
            items[-1] = replace(items[-1], end=new[0].end, text=f"{items[-1].text} {new[0].text}")
            new = new[1:]
        if items and _tells_where(doc, items, new, i, limit):
            items[-1] = replace(items[-1], end=new[0].end)
            new = []
        items += new
        head = items[-1]
        i = skip_apposition(doc, i, limit, head)
        if loose and head.kind == "person" and (i >= limit or doc.norms[i] not in {";", "và"}):
            i = _next_person(doc, i, limit)
        end = i
        following = next_item(doc, i, limit)
        if following is None:
            break
        if _in_apposition(doc, i, following, limit, items):
            further = _next_number(doc, i, limit) if items[-1].text is None else None
            if further is None:
                break
            following = further
        whole = doc.norms[following : following + 2] in _WHOLE and following + 2 < limit
        i = following + 2 if whole and _item(doc, following + 2, limit, items, led=led) else following
    if not items:
        return None
    items = _without_workplaces(doc, items, ends=next_item(doc, end, limit) is None)
    return Recipients(items=tuple(replace(r, text=full_member(doc, r.text)) if r.text else r for r in items), end=end)


def _without_workplaces(doc: Doc, items: list[Recipient], *, ends: bool) -> list[Recipient]:
    """ "anh A, Sở B và chị C, Trường D", "anh A, Sở B": bodies behind commas are where each of the persons works.

    Two items of a list are joined by "và"; a body behind each person, and nowhere else, is none of the list.
    """
    persons = [k for k, r in enumerate(items) if r.kind == "person" and r.text]
    bodies = [k for k, r in enumerate(items) if r.kind == "organization" and r.text]
    apposed = bodies == [k + 1 for k in persons] and all(doc.words[items[k].start - 1] == "," for k in bodies)
    if not apposed or len(items) != 2 * len(persons) or (len(persons) == 1 and not ends):
        return items
    return [items[k] for k in persons]


_WHOLE = frozenset({("tập", "thể"), ("toàn", "thể")})  # "ông A và tập thể Trường B"


def _tells_where(doc: Doc, items: list[Recipient], new: list[Recipient], after: int, limit: int) -> bool:
    """ "Trường A, huyện B", "ông C, Sở D": behind a comma the place or body of the one before, not another recipient.

    Where the list goes on with, or has told, a place of the same type, all are equals: "xã A, Trường B, xã C".
    """
    if len(new) != 1 or not new[0].text or new[0].kind != "organization" or doc.words[new[0].start - 1] != ",":
        return False
    following = next_item(doc, after, limit)
    word = doc.norms[new[0].start]
    equals = (following is not None and doc.norms[following] == word) or any(
        doc.norms[r.start] == word for r in items if r is not items[-1]
    )
    last = items[-1]
    if equals or not last.text:
        return False
    return last.kind == "person" or lies_in(last.text, new[0].text)


def _completes(unit: Recipient, body: Recipient) -> bool:
    """ "Phòng A, Công an tỉnh B": the body behind the comma is the one the unit belongs to."""
    return unit.text is not None and body.text is not None and belongs_to(unit.text, body.text)


def _next_person(doc: Doc, i: int, limit: int) -> int:
    """The ";" before the next person of a list; ``i`` where there is none."""
    for j in range(i, min(limit, i + 40)):
        if doc.words[j] == ";":
            at = j + 1
            return j if person_at(doc, at, limit) or past_titles(doc, at, limit) > at else i
    return i


def _in_apposition(doc: Doc, separator: int, i: int, limit: int, items: list[Recipient]) -> bool:
    """ "A và B, hai đơn vị dẫn đầu": a number that counts the names before it; or a place around a counted kind."""
    if doc.words[separator] != ",":
        return False
    if items[-1].text is None:
        # "5 tập thể tiêu biểu của huyện A, tỉnh B": behind a number and a comma only another number goes on.
        number = COUNT.match(text := matched_words(doc, i, min(limit, i + 10)))
        # "3 tập thể, 8 người và 40 giáo viên giỏi": behind the last of a list, what is told is a title
        ended = doc.norms[items[-1].start - 1] == "và"
        return number is None or (ended and _RANKED.match(text, number.end()) is not None)
    number = COUNT.match(matched_words(doc, i, min(limit, i + 10)))
    if number is None:
        return False
    return count_of(number[1]) == len(items)


def _next_number(doc: Doc, i: int, limit: int) -> int | None:
    """ "5 người của A, B; 3 tập thể": the number behind the next ";", where the list has one before it."""
    at = next((j for j in range(i, min(limit, i + 24)) if doc.words[j] in {";", ":", "."}), None)
    if at is None or doc.words[at] != ";" or at + 1 >= limit:
        return None
    return at + 1 if COUNT.match(matched_words(doc, at + 1, min(limit, at + 11))) else None


_RANKED = re.compile(r"\s+(?:dạy\s+)?giỏi\b(?:\s+các)?\s+cấp\b")


def _item(doc: Doc, i: int, limit: int, before: list[Recipient], *, led: bool) -> tuple[list[Recipient], int] | None:
    return (
        counted(doc, i, limit)
        or between_semicolons(doc, i, limit)
        or several_with_one_head(doc, i, limit)
        or collective(doc, i, limit)
        or named(doc, i, limit, known=bool(before) and before[-1].kind == "person" and before[-1].text is not None)
        or elided(doc, i, limit, before)
        or same_kind(doc, i, limit, before)
        or (
            bare_province(doc, i, limit)
            if doc.words[i - 1] == "(" or doc.norms[i - 1] in _LISTS
            else in_row(doc, i, limit)
        )
        or (person_by_noun(doc, i, limit) if doc.norms[i - 1] in _LISTS else None)
        or (_by_shape(doc, i, limit) if (before[-1].text is not None if before else led) else None)
    )


_LISTS = frozenset({":", "gồm", "là"})  # behind these a list of names opens


def _by_shape(doc: Doc, i: int, limit: int) -> tuple[list[Recipient], int] | None:
    """A body known by the shape of its phrase, or a province without its word."""
    return (
        person_by_noun(doc, i, limit)
        or phrase_at(doc, i, limit)
        or province_at(doc, i, limit)
        or bare_noun_at(doc, i, limit)
    )
