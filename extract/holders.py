"""Persons with the post and the body told beside their names: "ông A, Giám đốc Sở B", "Chủ tịch UBND phường C D"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.names import PERSON, Name, body_at, expand, head_at, name_end, openings, person_at, person_end, starts
from extract.view import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A body, a person, or a person with the body at which they hold a post; tokens ``start:end``."""

    start: int
    end: int
    body: Name | None
    person: Name | None
    post: bool = False
    bodies: tuple[Name, ...] = ()  # every body at which the person holds a post, in the order of telling


def post_body_at(doc: Doc, i: int, limit: int) -> tuple[int, Name] | None:
    """A post at ``i`` and the body it is held at: (token after the body, body)."""
    found = starts(doc, "posts").get(i)
    if found is None:
        return None
    end = found[0]
    if end < limit and doc.norms[end] == "thường" and end + 1 < limit:
        end += 2
    # "Chánh Thanh tra tỉnh", "Trưởng ban Dân vận": the post's last words are the body's first.
    body = next((b for j in (end - 2, end - 1) if j > i and (b := _inner_body(doc, j, end, limit))), None)
    body = body or body_at(doc, end, limit)
    return (body.end, body) if body else None


def _inner_body(doc: Doc, j: int, end: int, limit: int) -> Name | None:
    words = doc.between(j, end).lower()
    head = head_at(doc, end)
    if words not in {"thanh tra", "văn phòng", "ban", "công an", "phòng"} or (head and doc.norms[end] == doc.norms[j]):
        return None
    stop = name_end(doc, end, limit)
    if stop == end:
        return None
    return Name(start=j, end=stop, text=expand(words.capitalize() + " " + doc.between(end, stop)), kind="office")


def holders(doc: Doc, start: int, end: int) -> tuple[Holder, ...]:
    """Bodies and persons in tokens ``start:end``, a person joined with the post and body told beside the name."""
    return tuple(_holders(doc, start, end))


# What a post, a person or a body can start with.
_OPENS = ("posts", "honorifics", "surnames", "organizations")
_LINKS = frozenset({",", "-", "–", "—", "(", ")"})


def _holders(doc: Doc, i: int, end: int) -> Iterator[Holder]:
    opens = openings(doc, _OPENS)
    while i < end:
        if i not in opens:
            i += 1
            continue
        held = _post_holder(doc, i, end) or _person_holder(doc, i, end)
        if held is None:
            body = body_at(doc, i, end)
            held = Holder(start=i, end=body.end, body=body, person=None) if body else None
        if held is None:
            i += 1
        else:
            yield held
            i = max(held.end, i + 1)


def _post_holder(doc: Doc, i: int, end: int) -> Holder | None:
    """ "Chủ tịch UBND phường A [Trần B]"."""
    post = post_body_at(doc, i, end)
    if post is None:
        return None
    stop, body = post
    person = None
    if stop < end and (last := person_end(doc, stop, end, known=True)):
        person = Name(start=stop, end=last, text=doc.between(stop, last), kind=PERSON)
    return Holder(start=i, end=person.end if person else stop, body=body, person=person, post=True)


def _person_holder(doc: Doc, i: int, end: int) -> Holder | None:
    """ "ông Trần B[, Giám đốc Sở A[, Chủ tịch …]]": the last post outside the party counts."""
    person = person_at(doc, i, end)
    if person is None:
        return None
    stop = following = person.end
    bodies: list[Name] = []
    while following + 1 < end and doc.words[following] in _LINKS:
        post = post_body_at(doc, following + 1, end)
        if post is not None:
            bodies.append(post[1])
            stop = following = post[0]
        elif following + 1 in starts(doc, "posts"):
            # A party post without a body of its own: "Ủy viên Ban Thường vụ Tỉnh ủy".
            following = next((j for j in range(following + 2, min(end, following + 14)) if doc.words[j] == ","), end)
        else:
            break
    body = next((b for b in reversed(bodies) if b.kind != "party"), bodies[-1] if bodies else None)
    return Holder(start=i, end=stop, body=body, person=person, post=bool(bodies), bodies=tuple(bodies))


def people(doc: Doc, start: int, end: int) -> tuple[Name, ...]:
    """The persons named in tokens ``start:end``, in order, not overlapping."""
    return tuple(h.person for h in holders(doc, start, end) if h.person)
