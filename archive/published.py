"""What a published archive tells of itself, read without a lock: a home may be served while a crawl works in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils.utils import sqlite3

from archive.store import HomeError, no_archive, read_only


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The crawls that a published archive knows of, and whether its papers are the demonstration's."""

    crawls: int  # that came to their end
    is_cut_off: bool  # the last one did not
    is_demo: bool


def published(home: Path) -> Published:
    """Read the published archive of a home; nothing is written. Raises HomeError where there is none."""
    path = home / "archive.db"
    if not path.is_file():
        if (home / "work" / "archive.db").exists():
            raise HomeError(f"nothing is published in {home}: run `thidua publish` there first")
        raise no_archive(home)
    try:
        with read_only(path) as connection:
            ends = connection.execute("SELECT finished FROM runs WHERE kind = 'crawl' ORDER BY id").fetchall()
            demo = connection.execute("SELECT max(demo) FROM sources").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise HomeError(f"{path} is not a published archive ({error}): run `thidua publish --home {home}`") from error
    finished = [end is not None for (end,) in ends]
    return Published(crawls=sum(finished), is_cut_off=bool(finished) and not finished[-1], is_demo=demo == 1)
