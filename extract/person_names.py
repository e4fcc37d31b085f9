"""Names of persons: where one that starts at a token ends, titles before it left out."""

from __future__ import annotations

from extract.name_heads import DASHES, PERSON, Name, capital, head_at, is_word, starts
from extract.view import Doc


def person_end(doc: Doc, i: int, limit: int, *, known: bool = False) -> int | None:
    """The token after a person's name at ``i``; ``known``: an honorific before it makes any capital a name."""
    surnames, words = starts(doc, "surnames"), doc.words
    if not known and not ((i in surnames or _before_thi(doc, i, limit)) and capital(words[i])):
        return None
    if known and i not in surnames and (foreign := foreign_end(doc, i, limit)) > i + 1 and words[i + 1] in _IN_FOREIGN:
        return foreign
    end = i
    while end < min(limit, i + 6) and capital(words[end]) and is_word(words[end]):
        if len(words[end]) > 1 and words[end].isupper():
            break
        if end - i >= 2 and end not in surnames and _opens_body(doc, end, limit):
            break
        end += 1
        if _hyphenated(doc, end, limit):
            end += 2
    return end if end - i >= 2 else None


def _before_thi(doc: Doc, i: int, limit: int) -> bool:
    """Whether "Thị" and a name follow: it stands behind a family name, be it ever so rare."""
    return i + 2 < limit and doc.words[i + 1] == "Thị" and capital(doc.words[i + 2])


def _hyphenated(doc: Doc, i: int, limit: int) -> bool:
    """Whether a foreign name goes on behind the hyphen at ``i``: "Kim Min-jae"."""
    if i + 1 >= limit or doc.words[i] not in DASHES or doc.blanks[i] or doc.blanks[i - 1]:
        return False
    following = doc.words[i + 1]
    return following.isascii() and following.isalpha() and following.islower() and len(following) <= 5


_IN_FOREIGN = frozenset({".", "-"})


def foreign_end(doc: Doc, i: int, limit: int) -> int:
    """The token after a foreigner's name at ``i``: capitals, hyphens and initials ("V.I. Ivanop", "Kham-xỉ").

    ``i`` itself where only an initial stands there.
    """
    words, blanks = doc.words, doc.blanks
    at = i
    while at < limit and words[at][0].isupper() and words[at].isalpha():
        initial = len(words[at]) == 1
        at += 1
        while at + 1 < limit and words[at] == "-" and not blanks[at] and not blanks[at - 1] and words[at + 1].isalpha():
            initial, at = False, at + 2
        if initial and at + 1 < limit and words[at] == "." and not blanks[at - 1] and words[at + 1][0].isupper():
            at += 1
            continue
        if initial:
            return i  # "ông N.V.A": who that is, is not told
    return at


def _opens_body(doc: Doc, i: int, limit: int) -> bool:
    """Whether a body follows at once: "… Lò Bá Trường, Chủ tịch" has none, "… Trần An Sở Y tế" has."""
    return head_at(doc, i) is not None and i + 1 < limit and capital(doc.words[i + 1])


def person_at(doc: Doc, i: int, limit: int) -> Name | None:
    """The person named at ``i``, honorifics and ranks before the name left out."""
    start, known = i, False
    honorifics = starts(doc, "honorifics")
    while start in honorifics:
        start, known = honorifics[start][0], True
        while start < limit and doc.words[start] in {".", ":"}:
            start += 1
    if known and start < limit and doc.words[start] == "Thị":
        start -= 1  # "Ông Thị Kim Ngân": no family name stands before "Thị", so the word of address is one
    if (
        start >= limit
        or not doc.words[start].isalpha()
        or start in starts(doc, "posts")
        or start in starts(doc, "roles")
    ):
        return None
    if head_at(doc, start) and start not in starts(doc, "surnames"):
        return None
    end = person_end(doc, start, limit, known=known)
    if end is None:
        return None
    return Name(start=start, end=end, text=doc.between(start, end), kind=PERSON)
