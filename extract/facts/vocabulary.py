"""Whether an article can hold a fact at all: asked of every article, before any other work.

Most of a newspaper is about something else. Plain substring tests on the lower-cased text tell so without the match
form, tokens or a pipeline; they may let an article pass that holds nothing, never the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.lexicon import load
from extract.model import Article
from extract.text import match_form, spellings

# Without one of these an article tells of no bloc, leader, campaign or event. A numbered "Khối số 3" that is nowhere
# said to be one of emulation is a block of flats.
_WORDS = (
    "thi đua",
    "khen",
    "phong trào",
    "huân chương",
    "huy chương",
    "kỷ niệm chương",
    "huy hiệu",
    "danh hiệu",
    "tặng thưởng",
    *(f"{bloc} {role}" for bloc in ("khối", "cụm") for role in ("trưởng", "phó")),
    "lao động tiên tiến",
    "đơn vị tiên tiến",
    "chiến sĩ tiên tiến",
    "lao động xuất sắc",
    "vững mạnh xuất sắc",
    "đơn vị quyết thắng",
    "ưu tú",
    "emulation",
    "merit",
    "labor ",
    "labour ",
    "insignia",
    # Short for many phrases of the awards' lexicon.
    "cstđ",
    "anh hùng",
    "cờ đơn vị",
    "cờ tập thể",
    "cờ dẫn",
    'cờ "',
    "cờ “",
    "cờ ‘",
    "phố văn",
)
# What several of all words share: where it is missing, none of them need be looked for.
_SHARED = ("nhân dân", " văn", "chương", "lao động", "tiên tiến", "hiệu", "giải thưởng", "nd", "ưt")
# Where a phrase of the lexicon may stand in the text in other letters: a tone on either of two vowels, a mark with or
# without blanks.
_UNCERTAIN = re.compile(r"\S*(?:[òóỏõọ][ae]|[ùúủũụ]y)\S*|[^\w\s]|\d")
# Blanks that are not the common one, as in :func:`extract.text.match_form`.
_BLANKS = "".join(c for c in map(chr, range(0x3001)) if c.isspace() and c not in " \n" and match_form(c) == " ")


def holds_vocabulary(article: Article) -> bool:
    """Whether a word stands in the article without which it can hold no fact."""
    text = article.text.lower()
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return any(shared in text and any(word in text for word in words) for shared, words in _groups())


@cache
def _groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words by what they share; a word that shares nothing is a group of its own."""
    groups: dict[str, list[str]] = {}
    for word in _words():
        groups.setdefault(next((shared for shared in _SHARED if shared in word), word), []).append(word)
    return tuple((shared, tuple(words)) for shared, words in groups.items())


def _words() -> tuple[str, ...]:
    """The words above and, of each award that holds none of them, what every spelling of it has."""
    phrases = (phrase for layer in ("awards", "english") for entry in load(layer) for phrase in entry.phrases)
    return _shortest(word for part in (*_WORDS, *map(_certain, phrases)) for word in spellings(part))


def _certain(phrase: str) -> str:
    return max(_UNCERTAIN.split(phrase), key=len).strip()


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words in which no other of them stands."""
    kept: list[str] = []
    for word in sorted(dict.fromkeys(words), key=len):
        if not any(short in word for short in kept):
            kept.append(word)
    return tuple(kept)
