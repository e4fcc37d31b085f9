"""Vietnamese full-text search: what a reader types becomes an FTS5 expression, an article becomes index rows.

``articles_fts`` holds each text twice: as written (``title body``, one spelling a syllable) and without
diacritics (``title_f body_f``). A query with any diacritic asks the first pair, so that ``tỉnh`` does not
find ``tình``; a query without asks the second, so that ``dang`` finds ``Đảng``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from sqlite_utils.utils import sqlite3

from extract.text import fold, index_form, match_form, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

Form = Callable[[str], str]

NOTHING: Final = '""'  # the empty phrase: FTS5 accepts it and finds no row
EXACT: Final = "{title body}"
FOLDED: Final = "{title_f body_f}"

# A phrase (its closing quote may be missing) or a run without spaces and quotes; each with its sign and star.
_TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"(?P<phrase_star>\*?)|$)|(?P<word>[^\s"]+))')
# Latin letters with the marks of Vietnamese and its neighbours, and digits.
_PLAIN = re.compile("[0-9a-z\u00df-\u00f6\u00f8-\u017f\u01a1\u01b0\u1ea1-\u1ef9]+")
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[ \n.,:;!?\"'()/-]+")
_COLUMNS: Final = ("title", "body", "title_f", "body_f")
_INSERT: Final = "INSERT INTO articles_fts(rowid, title, body, title_f, body_f) VALUES (?, ?, ?, ?, ?)"
_DELETE: Final = (
    "INSERT INTO articles_fts(articles_fts, rowid, title, body, title_f, body_f) VALUES ('delete', ?, ?, ?, ?, ?)"
)
_LISTED: Final = 3  # rows named in one message


def to_match(query: str) -> str:
    """FTS5 expression of a reader's ``query``: words are all wanted, ``"…"`` is a phrase, ``x*`` a prefix, ``-x`` not.

    Every other character is quoted away, so the result is always valid FTS5. Nothing to search for finds nothing.
    """
    query = normalise(query)
    marked = fold(query) != index_form(query)
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, words, prefix in _terms(query):
        (unwanted if minus else wanted).append(_phrase(words, index_form if marked else fold, prefix=prefix))
    if not wanted:
        return NOTHING
    columns = EXACT if marked else FOLDED
    expression = f"{columns} : ({' AND '.join(wanted)})"
    return f"({expression}) NOT ({columns} : ({' OR '.join(unwanted)}))" if unwanted else expression


def _terms(query: str) -> Iterator[tuple[bool, str, bool]]:
    """(not wanted, words, prefix) of each term that holds at least one letter or digit; ``query`` is NFC."""
    for found in _TERM.finditer(match_form(query)):  # as long as query, with straight quotes and dashes
        start, end = found.span("word" if found["phrase"] is None else "phrase")
        words = query[start:end]
        prefix = words.endswith("*") if found["phrase"] is None else bool(found["phrase_star"])
        if any(map(_is_token, words)):
            yield bool(found["minus"]), words, prefix and _is_token(words.rstrip("*")[-1])


def _is_token(character: str) -> bool:
    """Whether FTS5's unicode61 tokenizer keeps ``character``: letters, numbers, private use."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


def _phrase(words: str, form: Form, *, prefix: bool) -> str:
    if not prefix:
        return f'"{form(words)}"'
    # The last syllable of a prefix is unfinished: "ki*" means kinh as well as kỹ, "hoà*" hoàn as well as hòa. A letter
    # put behind it keeps the forms from taking it for a whole syllable.
    stem = words.rstrip("*")
    spellings = dict.fromkeys((form(stem), form(stem + "n")[:-1]))
    return "(" + " OR ".join(f'"{spelling}" *' for spelling in spellings) + ")"


def contains(text: str | None, query: str | None) -> bool:
    """Whether ``text`` holds ``query`` as whole words in a row; without diacritics if ``query`` is typed without.

    An empty query is held by every text, also by ``None``.
    """
    form, wanted = _wanted(query or "")
    return wanted is None or (text is not None and wanted.search(_compared(text, form)) is not None)


@lru_cache(maxsize=256)
def _wanted(query: str) -> tuple[Form, re.Pattern[str] | None]:
    """The form to compare a query in and the pattern of its words; None if it has no words."""
    form: Form = index_form if fold(query) != index_form(query) else fold
    words = _WORD.findall(form(query))
    return form, re.compile(r"\b" + r"[\W_]+".join(words) + r"\b") if words else None


# A query asks for the same names again and again; folding is most of what it costs.
@lru_cache(maxsize=50_000)
def _compared(text: str, form: Form) -> str:
    return form(text).replace("_", " ")


def _index_values(article_id: int, title: str, body: str) -> tuple[int, str, str, str, str]:
    return article_id, index_form(title), index_form(body), fold(title), fold(body)


def add_to_index(db: Database, article_id: int, title: str, body: str) -> None:
    """Put an article into ``articles_fts``; joins the transaction that is open."""
    db.execute(_INSERT, _index_values(article_id, title, body))


def remove_from_index(db: Database, article_id: int, title: str, body: str) -> None:
    """Take an article out again; ``title`` and ``body`` must be those it was indexed with."""
    db.execute(_DELETE, _index_values(article_id, title, body))


def keep_index_current(db: Database) -> bool:
    """Fill the index anew if another folding made it; whether it did.

    Must come before any article is taken out: FTS5 takes out the words it is told, not the words it holds.
    """
    made_with = db.execute("SELECT value FROM state WHERE name = 'folding'").fetchone()
    if made_with == (_folding(),):
        return False
    with db.atomic():
        db.execute("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')")
        rows = db.execute("SELECT id, title, text FROM articles").fetchall()
        for row in rows:
            add_to_index(db, *row)
        db.execute(
            "INSERT INTO state (name, value) VALUES ('folding', ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [_folding()],
        )
    return True


@cache
def _folding() -> str:
    """A digest of what the two forms make of every letter, alone and in syllables that are spelt in two ways."""
    letters = [chr(code) for code in range(0x20, 0x1F00) if chr(code).isalpha()]
    syllables = [first + vowel for first in ("h", "k", "qu", "th") for vowel in ("oà", "oè", "uỷ", "í", "ý", "oàn")]
    text = " ".join((*letters, *syllables))
    return hashlib.sha256(f"{index_form(text)}\n{fold(text)}".encode()).hexdigest()[:16]


def check_index(db: Database, *, sample: int = 20) -> tuple[str, ...]:
    """Problems of the search index, one line each; empty if it is whole. ``db`` must be writable.

    Checked: one index row an article, as many folded as exact words, FTS5's own 'integrity-check', and
    that each of ``sample`` articles is found by its own title. 'integrity-check' with rank = 1 is no use
    here: it compares the index with the view's unfolded texts and calls a healthy index malformed.
    """
    problems = [*_row_parity(db), *_word_parity(db)]
    try:
        db.execute("INSERT INTO articles_fts(articles_fts) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return (*problems, f"articles_fts: integrity-check fails: {error}")
    return (*problems, *_probes(db, sample))


def _row_parity(db: Database) -> Iterator[str]:
    missing = "SELECT id FROM articles EXCEPT SELECT id FROM articles_fts_docsize"
    extra = "SELECT id FROM articles_fts_docsize EXCEPT SELECT id FROM articles"
    for sql, message in ((missing, "articles without an index row"), (extra, "index rows without an article")):
        if ids := [row[0] for row in db.execute(sql)]:
            yield f"articles_fts: {len(ids)} {message}: {', '.join(map(str, ids[:_LISTED]))}"


def _word_parity(db: Database) -> Iterator[str]:
    for article_id, sizes in db.execute("SELECT id, sz FROM articles_fts_docsize"):
        counts = _varints(sizes)
        if len(counts) != len(_COLUMNS) or counts[:2] != counts[2:]:
            yield f"articles_fts: article {article_id} has {counts} words in {_COLUMNS}, exact and folded must be equal"


def _varints(blob: bytes) -> tuple[int, ...]:
    """SQLite's variable-length integers: seven bits a byte, the high bit says that more follow."""
    values, value = [], 0
    for byte in blob:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            values.append(value)
            value = 0
    return tuple(values)


def _probes(db: Database, sample: int) -> Iterator[str]:
    """The articles of a sample that their own titles do not find."""
    chosen = db.execute("SELECT id, title FROM articles ORDER BY id % 97, id LIMIT ?", (sample,)).fetchall()
    for article_id, title in chosen:
        for columns, form in ((EXACT, index_form), (FOLDED, fold)):
            # Only words of which no version of Unicode doubts where they begin and end.
            words = [word for word in _BREAK.split(form(title)) if _PLAIN.fullmatch(word)]
            quoted = " AND ".join(f'"{word}"' for word in words)
            found = "SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? AND rowid = ?"
            if words and not db.execute(found, (f"{columns} : ({quoted})", article_id)).fetchone():
                yield f"articles_fts: article {article_id} is not found by its own title"
                break
