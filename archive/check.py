"""Whether an archive is what it says it is: every kept byte, every row, every quote.

A bit that flips in a text or a page is no error to SQLite, and a record cut short is a whole one to most readers of
WARC; only what was counted and digested when it was written tells.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from archive.article_page import TABLES
from archive.ledger import ledger_problems
from archive.metadata import private_tables
from archive.search import check_index
from archive.store import Store, make_uid, read_only, schema_sql
from archive.warc import Damage, records

Progress = Callable[[int, int], None]  # WARC files done, files in all

_SHOWN: Final = 5  # problems of one sort that are named
# https://sqlite.org/wal.html#walresetbug: a commit can be lost where two connections checkpoint at once.
_WAL_RESET: Final = ((3, 7, 0), (3, 51, 3))
_WAL_RESET_MENDED: Final = ((3, 44, 6), (3, 50, 7))  # in these branches from here on
_SPANS: Final = """
SELECT e.id, f.id, e.start, e."end", e.quote, f.quote FROM evidence e JOIN facts f ON f.id = e.fact_id
WHERE e.article_id = ? ORDER BY f.id, e.seq"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One check: what was looked at, how many of it, what is wrong, and what is only worth knowing."""

    name: str
    count: int
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def check_archive(store: Store, now: datetime, progress: Progress | None = None) -> tuple[Checked, ...]:
    """Everything that can be checked of a home, in the order in which one thing rests on the other; changes nothing."""
    return (
        _library(),
        *check_database(store.db),
        _schema(store.db),
        _facts(store.db),
        _warc(store, progress),
        Checked(
            name="ledger",
            count=store.scalar("SELECT count(*) FROM ledger"),
            problems=tuple(ledger_problems(store.db, now)),
        ),
        _published(store.home / "archive.db"),
    )


def check_database(db: Database) -> tuple[Checked, ...]:
    """What must hold before readers see a file: it is sound, references hold, the index is whole, quotes are exact."""
    sound = [row[0] for row in db.execute("PRAGMA quick_check").fetchall() if row[0] != "ok"]
    broken = [f"row {row[1]} of {row[0]} refers to no row of {row[2]}" for row in _rows(db, "PRAGMA foreign_key_check")]
    return (
        Checked(name="database", count=db.execute("PRAGMA page_count").fetchone()[0], problems=_named(sound)),
        Checked(name="references", count=len(db.table_names()), problems=_named(broken)),
        Checked(
            name="search index",
            count=db.execute("SELECT count(*) FROM articles").fetchone()[0],
            problems=_named([f"search index: {problem}" for problem in check_index(db)]),
        ),
        _texts(db),
    )


def _texts(db: Database) -> Checked:
    """Each text is the one that was read, and says what its facts quote, letter by letter."""
    problems: list[str] = []
    count = 0
    for id_, url, text, digest in _rows(db, "SELECT id, url, text, text_sha256 FROM articles ORDER BY id"):
        count += 1
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            problems.append(f"article {id_} ({url}): its text is not the one that was read")
        spans = _rows(db, _SPANS, id_)
        quoted: dict[int, tuple[str, list[str]]] = {}
        for evidence, fact, start, end, quote, whole in spans:
            quoted.setdefault(fact, (whole, []))[1].append(quote)
            if text[start:end] != quote:
                problems.append(f"evidence {evidence} does not quote its article {id_} ({url})")
        for fact, (whole, quotes) in quoted.items():
            if whole != " … ".join(quotes):
                problems.append(f"fact {fact} of article {id_} ({url}) is not what its evidence quotes")
    return Checked(name="texts and quotes", count=count, problems=_named(problems))


def _facts(db: Database) -> Checked:
    """Each fact has its values, its words and its article's reading: no half article."""
    problems = []
    for kind, (table, *_) in TABLES.items():
        sql = f"SELECT id FROM facts WHERE kind = ? AND id NOT IN (SELECT fact_id FROM {table})"  # noqa: S608 - ours
        problems += [f"fact {row[0]} has no row in {table}" for row in _rows(db, sql, kind)]
    problems += [
        f"fact {row[0]} has no evidence"
        for row in _rows(db, "SELECT id FROM facts WHERE id NOT IN (SELECT fact_id FROM evidence)")
    ]
    problems += [
        f"article {row[0]} was read from a page that is not kept under its address"
        for row in _rows(
            db,
            "SELECT a.id FROM articles a LEFT JOIN captures c ON c.id = a.capture_id AND c.canonical_url = a.url "
            "WHERE c.id IS NULL",
        )
    ]
    return Checked(
        name="facts", count=db.execute("SELECT count(*) FROM facts").fetchone()[0], problems=_named(problems)
    )


def _schema(db: Database) -> Checked:
    """Tables, columns and indexes are those of this program."""
    fresh = Database(memory=True)
    fresh.executescript(schema_sql())
    today, here = _structure(fresh), _structure(db)
    problems = [
        f"{name} lacks {', '.join(sorted(parts - here[name]))}" if name in here else f"there is no {name}"
        for name, parts in today.items()
        if not parts <= here.get(name, set())
    ]
    return Checked(name="schema", count=len(today), problems=_named(problems))


def _structure(db: Database) -> dict[str, set[str]]:
    tables = _rows(db, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
    columns = {name: {row[1] for row in _rows(db, f'PRAGMA table_info("{name}")')} for (name,) in tables}
    indexes = {row[0] for row in _rows(db, "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")}
    return {**columns, "indexes": indexes}


def _warc(store: Store, progress: Progress | None) -> Checked:
    """Each record is whole and bears its digests; each capture leads to the response that it speaks of."""
    problems: list[str] = []
    paths = sorted(store.warc.glob("*.warc.gz"))
    count = orphans = 0
    for number, path in enumerate(paths):
        of_file = store.db.query("SELECT * FROM captures WHERE warc_file = ?", [path.name])
        rows = {row["uid"]: row for row in of_file}
        for item in records(path, digests=True):
            if isinstance(item, Damage):
                problems.append(f"{path}: bytes {item.start} to {item.end} hold no whole record")
                continue
            count += 1
            offset, length, record = item
            body = record.raw_stream.read()
            if record.digest_checker.passed is False:
                problems.append(f"{path}: the record at {offset} does not bear its digest")
            if record.rec_type == "response":
                row = rows.pop(make_uid("capture", record.rec_headers.get_header("WARC-Record-ID")), None)
                orphans += row is None
                if row is not None and not _is_of(row, offset, length, record, body):
                    problems.append(f"{path}: the record at {offset} is not what capture {row['id']} speaks of")
        problems += [f"{path}: capture {row['id']} ({row['url']}) has no record" for row in rows.values()]
        if progress:
            progress(number + 1, len(paths))
    names = [path.name for path in paths]
    for name, rows_of in _rows(store.db, "SELECT warc_file, count(*) FROM captures GROUP BY warc_file"):
        if name not in names:
            problems.append(f"{store.warc / name} is missing: {rows_of} captures lead to it")
    notes = (f"{orphans} kept responses have no row: `thidua extract --all` enters them",) if orphans else ()
    return Checked(name="kept bytes", count=count, problems=_named(problems), notes=notes)


def _is_of(row: dict[str, Any], offset: int, length: int, record: Any, body: bytes) -> bool:
    found = (
        offset,
        length,
        record.rec_headers.get_header("WARC-Target-URI"),
        int(record.http_headers.get_statuscode()),
        hashlib.sha256(body).hexdigest(),
    )
    return found == (row["warc_offset"], row["warc_length"], row["url"], row["status"], row["sha256"])


def _published(path: Path) -> Checked:
    """What readers see holds nothing private."""
    if not path.is_file():
        return Checked(name="published", count=0, notes=("nothing is published yet",))
    try:
        with read_only(path) as connection:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            problems = [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        return Checked(name="published", count=0, problems=(f"{path}: {error}: `thidua publish` makes it anew",))
    problems += [f"{path} holds the private table {name}" for name in sorted(tables & set(private_tables()))]
    return Checked(name="published", count=len(tables), problems=_named(problems))


def _library() -> Checked:
    """One SQLite in the process, and none known to lose commits."""
    problems = []
    if sqlite3.__name__ != "sqlite3" or importlib.util.find_spec("pysqlite3"):
        problems.append("two SQLite libraries are installed, which damage a file together: pip uninstall pysqlite3")
    notes = (f"SQLite {sqlite3.sqlite_version} can lose a commit where two programs write: let one write at a time",)
    return Checked(
        name="SQLite library",
        count=1,
        problems=tuple(problems),
        notes=notes if resets_wal(sqlite3.sqlite_version_info) else (),
    )


def resets_wal(version: tuple[int, int, int]) -> bool:
    """Whether a version of SQLite has the WAL-reset bug."""
    first, mended = _WAL_RESET
    return first <= version < mended and not any(version[:2] == fix[:2] and version >= fix for fix in _WAL_RESET_MENDED)


def _rows(db: Database, sql: str, *parameters: object) -> Iterator[tuple[Any, ...]]:
    yield from db.execute(sql, parameters)


def _named(problems: list[str]) -> tuple[str, ...]:
    """The first of many problems of one sort; their number is told."""
    more = len(problems) - _SHOWN
    return (*problems[:_SHOWN], f"… and {more} more of this sort") if more > 0 else tuple(problems)
