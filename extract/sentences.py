"""Where sentences start: newspapers write one sentence, caption, bullet or table row a line, and a few full stops lie.

A newline always ends a sentence. A full stop, question or exclamation mark or ellipsis ends one when a capital,
a number, a quote or a dash follows after a blank, unless it belongs to an abbreviation (PGS.TS., TP., v.v.), to a
person's initial or to the number of an item at the start of its line. Quotes and brackets that close after the mark
stay with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.lexicon import load
from extract.tokens import component
from extract.view import Doc

_ENDS = frozenset(".!?…")
_CLOSES = frozenset("\"”’»)]'")
_OPENS = frozenset("\"“‘«([-–—•*+'")
_NEVER_ENDS = frozenset(phrase for entry in load("abbreviated") for phrase in entry.phrases)


def _is_abbreviated(words: Sequence[str], stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it."""
    if stop == 0 or words[stop] != ".":
        return False
    before = words[stop - 1]
    if before.isdigit() and len(before) <= 2 and (stop == 1 or "\n" in words[stop - 2]):
        return True  # "1. Sở A": the number of an item
    if before.lower() in _NEVER_ENDS:
        return True
    # "A. B. Tuấn": an initial; but "ông Nguyễn Văn A." may end a sentence.
    single = len(before) == 1 and before.isupper()
    return single and (stop == 1 or not words[stop - 2].istitle())


def _ends_sentence(words: Sequence[str], blanks: Sequence[bool], i: int) -> bool:
    """Whether the mark at ``i`` ends a sentence; ``blanks`` tells after which words a blank stands."""
    if _is_abbreviated(words, i):
        return False
    following = i + 1
    while following < len(words) and words[following] in _CLOSES:
        following += 1
    if following == len(words) or words[following].isspace():
        return True
    if not blanks[following - 1]:
        return False
    start = words[following][0]
    # After an ellipsis only a capital starts a sentence: "lúa, ngô… 5 xã" goes on.
    if words[i] == "…" or (i >= 2 and words[i - 1] == "."):
        return start.isupper()
    return start.isupper() or start.isdigit() or start in _OPENS


@component("sentences")
def sentences(doc: Doc) -> None:
    """Cut a Doc into sentences."""
    words, blanks = doc.words, doc.blanks
    starts = [0] if words else []
    pending = False
    for i, word in enumerate(words):
        if word.isspace():
            pending = pending or "\n" in word
        elif not (pending and word in _CLOSES and not words[i - 1].isspace()):
            if pending and i:
                starts.append(i)
            pending = word in _ENDS and _ends_sentence(words, blanks, i)
    doc.set_sentences(starts)
