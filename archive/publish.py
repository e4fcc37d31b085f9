"""Publish a night: a checked snapshot without private tables takes the place of archive.db in one step."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from archive.check import check_database
from archive.home import install_site
from archive.metadata import private_tables
from archive.store import PAGE_SIZE, ArchiveError, Store

_OF_MIGRATIONS = "_sqlite_migrations"


class PublishError(ArchiveError):
    """The archive is not fit to be published; what was published before stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was published."""

    path: Path
    articles: int
    facts: int


def publish(store: Store) -> Snapshot:
    """Make archive.db anew from work/archive.db and the home a complete Datasette folder.

    Raises PublishError, naming what is wrong, before anything that readers see is touched.
    """
    new = store.home / "work" / "next.db"
    try:
        new.unlink(missing_ok=True)
        store.db.execute("VACUUM INTO ?", [str(new)])
        snapshot = _checked(new, store.home / "archive.db")
        install_site(store.home)
        _swap(new, snapshot.path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise PublishError(f"not published, what was published stays: {error}") from error
    return snapshot


def _checked(new: Path, target: Path) -> Snapshot:
    """Strip a copy of what is private, check it, and say what it will be at ``target``."""
    connection = sqlite3.connect(new)
    try:
        _strip(connection)
        db = Database(connection)
        _require_sound(db)
        return Snapshot(
            path=target,
            articles=db.execute("SELECT count(*) FROM articles").fetchone()[0],
            facts=db.execute("SELECT count(*) FROM facts").fetchone()[0],
        )
    finally:
        connection.close()


def _strip(connection: sqlite3.Connection) -> None:
    """Drop what is private and leave no trace of it in the file's free pages."""
    connection.execute("PRAGMA secure_delete = ON")
    for name in (*private_tables(), _OF_MIGRATIONS):
        connection.execute(f'DROP TABLE IF EXISTS "{name}"')
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("VACUUM")
    connection.execute("PRAGMA journal_mode = DELETE")


def _require_sound(db: Database) -> None:
    problems = [problem for checked in check_database(db) for problem in checked.problems]
    if problems:
        raise PublishError("not published: " + "; ".join(problems[:5]))


def _swap(new: Path, target: Path) -> None:
    """Put the new file in the place of the old, durably: readers see one or the other, never a mixture."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
