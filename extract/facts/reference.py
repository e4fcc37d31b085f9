"""Whom a pronoun or a definite noun means: "anh", "bản thân chị", "vị bác sĩ này", "người thương binh ấy", "hai ông".

One rule for all of them. Those named so far whom the word fits are asked for: called so, introduced by the noun, told
in one sentence with it. One who is left is meant; of several the one of the nearest sentence that names only one;
otherwise nobody is, and there is no row.
"""

from __future__ import annotations

import re
from collections import Counter

from extract.facts.persons import WORDS_OF_ADDRESS, Cast, cast_of, introduced, introduction_at, same_noun
from extract.names import PERSON, Name, starts
from extract.view import Doc

# What may follow a pronoun that stands for a person; "em trai", "anh hùng", "bà con" are other words.
# fmt: off
_SAID_OF_ONE = frozenset({
    "được", "đã", "đạt", "còn", "cũng", "vinh", "vừa", "từng", "liên", "nhiều", "nhận", "đón", "luôn", "lại", "tiếp",
    "vì", "về", "do", "tại", "trong", "với", "kèm", "nhân", "sau", "ở", "để", "từ", "là", "và", "này", "ấy", "vào",
    "xúc", "rất", "lần", "mới", "chính", "đều", "hai", "ba", "bốn", "năm", "vẫn", "bất", "hạnh", "phấn", "khi",
})
_BEFORE_PRONOUN = frozenset({
    "liền", "qua", "nay", "đó", "này", "rồi", "cho", "tặng", "thưởng", "biết", "nhân", "khen", "dương", "mà", "khi",
    "ấy", "vậy", "dịp", "của", "với",
})
# fmt: on
SPEAKS = re.compile(
    r"\b(?:cho biết|cho hay|nói|phát biểu|nhấn mạnh|khẳng định|chia sẻ|tâm sự|nhớ lại|xúc động(?! (?:khi|vì|nhận|đón))"
    r"|bộc bạch|kể|thông tin|đưa tin|phản ánh|trả lời|bày tỏ|tâm tình|nhận xét)\b"
)
_SELF = frozenset({("cá", "nhân"), ("bản", "thân")})
_POINTING = frozenset({"này", "ấy", "đó", "nọ", "trên"})
_BEFORE_NOUN = frozenset({"vị", "viên", "người", "chàng", "cậu", "cô", "nữ", "nam"})
_NOUN = 4  # syllables a noun may take behind one of them
_WOMAN, _MAN = frozenset({"bà", "chị", "cô"}), frozenset({"ông", "anh", "thầy"})
# Words of address that newspapers change for one another in telling of one person; "ông" and "anh" are two.
_ALSO_CALLED = {
    "chị": {"cô"}, "cô": {"chị", "bà"}, "bà": {"cô", "cụ"}, "anh": {"thầy"}, "thầy": {"anh", "ông"},
    "ông": {"thầy", "cụ"}, "cụ": {"ông", "bà"}, "em": {"cháu", "bé"}, "cháu": {"em", "bé"}, "bé": {"em", "cháu"},
}  # fmt: skip
_OF_WOMEN = frozenset({"nữ", "cô", "phụ nữ", "cô gái", "cô giáo"})
_OF_MEN = frozenset({"nam", "chàng", "cậu", "đàn ông", "chàng trai", "thầy giáo"})
# Nouns that say no more than that one is a person; of what age.
_ANYBODY = frozenset({"phụ nữ", "đàn ông", "chàng trai", "cô gái"})
_PUPILS = frozenset({"học sinh", "học trò", "sinh", "em"})


def by_pronoun(doc: Doc, i: int, limit: int) -> Name | None:
    """The one person named so far for whom the words at ``i`` stand; None where none does, or several may."""
    norms = doc.norms
    if i >= limit:
        return None
    if norms[i] == "tôi":
        return speaker(doc, i)
    at = i + 2 if norms[i : i + 2] in _SELF else i
    pronoun = norms[at] in WORDS_OF_ADDRESS if at < limit else False
    if pronoun or norms[at : at + 2] == ("đồng", "chí"):
        word = norms[at]
        end = at + (2 if word == "đồng" else 1)
        if end < len(norms) and not (norms[end] in _SAID_OF_ONE or doc[end].is_punct or doc.words[end].isspace()):
            read = _noun_phrase(doc, at, limit)  # "cô học trò này"
            if read is None:
                return None
            word, end = read
        elif end < limit and norms[end] in _POINTING:
            end += 1
    else:
        read = _noun_phrase(doc, at, limit)
        if read is None:
            return None
        word, end = read
    before = doc[i - 1] if i else None
    if before and not (before.is_punct or before.is_space or before.norm_ in _BEFORE_PRONOUN or before.text.isdigit()):
        return None
    name = antecedent(doc, i, word)
    return Name(start=i, end=end, text=name, kind=PERSON) if name else None


def _noun_phrase(doc: Doc, i: int, limit: int) -> tuple[str, int] | None:
    """ "vị bác sĩ này", "nữ giáo viên [đã]": (the noun with what tells the sex, the token after it)."""
    norms, words = doc.norms, doc.words
    if i >= limit:
        return None
    led = norms[i] in _BEFORE_NOUN
    at = i + 1 if led else i
    step = introduction_at(doc, i, limit)
    noun = step[0] if step is not None and step[1] != "former" else _titled(doc, i, limit)
    if noun is None and led:
        noun = _titled(doc, at, limit) or next(
            (j for j in range(at + 1, min(limit, at + _NOUN)) if norms[j] in _POINTING and words[j].islower()), None
        )
        if noun is None:
            step = introduction_at(doc, at, limit)
            noun = step[0] if step is not None else None
    if noun is None or noun > limit:
        return None
    if noun < limit and norms[noun] in _POINTING:
        return " ".join(norms[i:noun]), noun + 1
    told = noun >= len(norms) or norms[noun] in _SAID_OF_ONE or not norms[noun][0].isalnum()
    return (" ".join(norms[i:noun]), noun) if told and norms[i] in {"nữ", "nam", "vị", "chàng"} and noun > at else None


def _titled(doc: Doc, i: int, limit: int) -> int | None:
    """The token after the rank or post at ``i``."""
    found = starts(doc, "honorifics").get(i) or starts(doc, "posts").get(i)
    return found[0] if found is not None and found[0] <= limit and doc.norms[i] not in WORDS_OF_ADDRESS else None


def antecedent(doc: Doc, i: int, word: str) -> str | None:
    """The person for whom a word of address (``"đồng"``: of any person) or a noun at ``i`` stands."""
    cast = cast_of(doc)
    so_far = [p for p in cast.named if p.start < i]
    names = {p.text for p in so_far}
    if word == "đồng":
        fitting = names
    elif word in WORDS_OF_ADDRESS:
        fitting = _addressed(cast, names, word)
    else:
        fitting = _described(doc, cast, so_far, word)
    if len(fitting) <= 1:
        return next(iter(fitting), None)
    # The nearest sentence that names one of those called so, if it names only one.
    last = max(p.start for p in so_far if p.text in fitting)
    sentence = next(s for s in reversed(doc.sents) if s.start <= last)
    near = {p.text for p in so_far if p.text in fitting and p.start >= sentence.start}
    if sentence.end <= i and SPEAKS.search(" ".join(doc.norms[last : sentence.end])):
        return None  # of two, the one who only spoke: "Ông A trồng quế. Ông B cho biết …. Ông được tặng …"
    return near.pop() if len(near) == 1 else None


def speaker(doc: Doc, i: int) -> Name | None:
    """Who says "tôi" at ``i``: the one person outside the quotes of its sentence, beside a verb of saying."""
    if doc.norms[i] != "tôi" or (i and doc.norms[i - 1] in {"chúng", "của", "cho", "với"}):
        return None
    sentence = doc.sentence_at(i)
    outside = _outside_quotes(doc, sentence.start, sentence.end)
    if i in outside or not SPEAKS.search(" ".join(doc.norms[j] for j in outside)):
        return None
    found: set[str | None] = set()
    for j in outside:
        person = introduced(doc, j, sentence.end)
        if person is not None:
            found.add(person.text)
        elif doc.norms[j] in WORDS_OF_ADDRESS and SPEAKS.match(" ".join(doc.norms[j + 1 : j + 3])):
            found.add(antecedent(doc, j, doc.norms[j]))
    name = found.pop() if len(found) == 1 else None
    return Name(start=i, end=i + 1, text=name, kind=PERSON) if name else None


def _outside_quotes(doc: Doc, start: int, end: int) -> list[int]:
    inside, out = False, []
    for j in range(start, end):
        if doc.words[j] in {"“", "”", '"', "«", "»"}:
            inside = doc.words[j] in {"“", "«"} or (doc.words[j] == '"' and not inside)
        elif not inside:
            out.append(j)
    return out


def _addressed(cast: Cast, names: set[str], word: str) -> set[str]:
    """Those called so; else those whom no word of address fits; else the only one, called by a word like it."""
    fitting = {n for n in names if word in cast.addressed.get(n, set())}
    fitting = fitting or {n for n in names if not cast.addressed.get(n) and _may_be_called(n, word)}
    if not fitting and len(names) == 1:
        fitting = {n for n in names if cast.addressed.get(n, set()) & _ALSO_CALLED.get(word, set())}
    return fitting


def _described(doc: Doc, cast: Cast, so_far: list[Name], phrase: str) -> set[str]:
    """Those introduced by the noun of a phrase ("vị bác sĩ", "nữ giáo viên"); else those told in a sentence with it."""
    first, _, rest = phrase.partition(" ")
    noun = rest if rest and first in _BEFORE_NOUN else phrase
    names = {p.text for p in so_far if not _of_the_other_sex(cast, p.text, first, noun)}
    meant = {same_noun(n) for n in (phrase, noun)}
    titled = {n for n in names if meant & cast.titles.get(n, set())}
    if titled:
        return titled
    if noun in _ANYBODY or phrase in _ANYBODY:
        return names if len({p.text for p in so_far}) == 1 else set()
    if noun in _PUPILS:
        return {n for n in names if {"em", "cháu"} & cast.addressed.get(n, set())}
    return {p.text for p in so_far if p.text in names and _beside(doc, p, noun)}


def _beside(doc: Doc, person: Name, noun: str) -> bool:
    """Whether the sentence that names a person tells the noun of them: "Ông A là thương binh", not "con trai là"."""
    sentence = doc.sentence_at(person.start)
    behind = doc.norms[person.end : sentence.end]
    before, found, _ = f" {' '.join(behind)} ".partition(f" {noun} ")
    if found:
        return not _KIN & set(before.split())
    return f" {noun} " in f" {' '.join(doc.norms[sentence.start : person.start])} "


_KIN = frozenset({"con", "vợ", "chồng", "bố", "mẹ", "cha", "cháu", "em", "bạn"})


def _of_the_other_sex(cast: Cast, name: str, first: str, noun: str) -> bool:
    called = cast.addressed.get(name, set())
    woman = bool(called & _WOMAN) or "Thị" in name.split()[1:-1]
    man = bool(called & _MAN)
    return (bool({first, noun} & _OF_WOMEN) and man and not woman) or (bool({first, noun} & _OF_MEN) and woman)


def _may_be_called(name: str, word: str) -> bool:
    """Whether a word of address fits a name: one with "Thị" in it is a woman's."""
    return not (word in {"ông", "anh"} and "Thị" in name.split()[1:-1])


def listed_together(doc: Doc, i: int, count: int) -> tuple[str, ...]:
    """The persons whom the article has named together so far ("ông A và ông B"), when one such list has ``count``."""
    cast = cast_of(doc)
    found: list[tuple[str, ...]] = []
    row: list[Name] = []
    for person in [p for p in cast.named if p.start < i]:
        gap = doc[row[-1].end : person.start] if row else None
        joined = gap is not None and len(gap) <= 8 and all(_joins(doc, t.i) for t in gap) and len(gap) > 0
        if not joined:
            found.append(tuple(p.text for p in row))
            row = []
        row.append(person)
    found.append(tuple(p.text for p in row))
    fitting = Counter(tuple(sorted(set(names))) for names in found if len(set(names)) == count)
    first, second = (*fitting.most_common(2), ((), 0), ((), 0))[:2]
    return first[0] if first[1] > second[1] else ()


def _joins(doc: Doc, i: int) -> bool:
    """Whether a token between two persons may stand in a list of them: a mark, "và", a title."""
    if doc.words[i] in {",", ".", ";"} or doc.norms[i] in {"và", "cùng"} or i in starts(doc, "honorifics"):
        return True
    return any(introduction_at(doc, j, i + 1) is not None for j in (i, max(0, i - 1)))
