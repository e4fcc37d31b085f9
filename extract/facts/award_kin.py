"""Who takes an award on behalf of another: "trao … cho bà A (mẹ em B)" hands the mother what her child was given."""

from __future__ import annotations

from extract.facts.recipient_names import Recipient
from extract.view import Doc

# "con" is left out: of a child the parents are told to say whose it is.
_KIN = frozenset({"mẹ", "má", "bố", "ba", "cha", "vợ", "chồng", "thân"})
_SIBLINGS = frozenset({("anh", "trai"), ("em", "trai"), ("em", "gái"), ("chị", "gái"), ("bà", "nội"), ("ông", "nội")})
_TO_NAME = 5  # tokens from the word of kinship to the name


def for_another(doc: Doc, item: Recipient, *, bracket: bool = False) -> bool:
    """Whether what stands at once behind a person says of whom it is kin; ``bracket``: only in brackets."""
    i, norms, words = item.end, doc.norms, doc.words
    if item.kind != "person" or not item.text or i + 2 >= len(words):
        return False
    if words[i] != "(" and (bracket or words[i] not in {",", "-", "–"}):
        return False
    at = i + 1 + (norms[i + 1] == "là")
    if norms[at] not in _KIN and norms[at : at + 2] not in _SIBLINGS:
        return False
    behind = words[at + 1 : at + 1 + _TO_NAME]
    return any(w[:1].isupper() and all(v.isalpha() and v.islower() for v in behind[:k]) for k, w in enumerate(behind))


def represented(doc: Doc, s: int, items: tuple[Recipient, ...], stop: int) -> tuple[Recipient, ...]:
    """ "Đại diện Sở A, ông B đón nhận" is the body's, "Đại diện Sở A, ông B được tặng" the person's."""
    around = (doc.norms[s : s + 2], doc.norms[max(0, s - 2) : s])
    if len(items) < 2 or not any(words in _REPRESENTS for words in around):
        return items
    if [r.kind for r in items[:2]] != ["organization", "person"]:
        return items
    return items[1:] if "được" in doc.norms[stop : stop + _COMPLEX] else items[:1]


_REPRESENTS = (("đại", "diện"), ("thay", "mặt"))
_COMPLEX = 4  # tokens a verb's auxiliaries may take
