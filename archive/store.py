"""work/archive.db: opened by one process at a time, migrated on the way, told about sources, runs and issues.

Everything that writes goes through a :class:`Store`. Who only reads a home, beside a process at work in it, takes
:func:`read_only`.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations
from sqlite_utils.utils import sqlite3

SCHEMA_VERSION = 3
PAGE_SIZE = 8192  # articles of 3 KB pack best at this size: 30 % less than at 4096
# A run that was cut off is continued by the next one this soon after; later, the papers are asked anew.
CONTINUE_WITHIN = timedelta(hours=6)

migrations = Migrations("thidua")


class HomeError(Exception):
    """A home that cannot be used as asked; the message names it and says what to do."""


class BusyError(HomeError):
    """A home in which another process is at work."""


class ArchiveError(Exception):
    """An archive that cannot be read or written: a full disk, a broken file; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """What the archive keeps of a source."""

    id: str
    name: str
    province: str | None
    province_now: str | None
    home: str
    platform: str | None
    demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: its row, and whether it continues one that was cut off."""

    id: int
    uid: str
    started: datetime
    continued: bool


def utc(moment: datetime) -> str:
    """The way times of the crawl are written: UTC, ISO 8601, whole seconds, Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def make_uid(*parts: object) -> str:
    """A permanent identifier made of what a row is about: 16 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:16]


@migrations(name="0001_schema")  # type: ignore[untyped-decorator]  # sqlite-utils is not typed for us
def _schema(db: Database) -> None:
    """A new archive has the schema of today; the migrations below bring older ones up to it."""
    db.executescript(schema_sql())
    db.execute("PRAGMA user_version = 1")


def schema_sql() -> str:
    """What makes an archive of today."""
    return resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8")


@migrations(name="0002_lexicon")  # type: ignore[untyped-decorator]
def _lexicon(db: Database) -> None:
    """What the rules say becomes a table, and awards tell their classes; both are filled before the next reading."""
    if "rules" not in db.table_names():
        db.execute(_statement("rules"))
        db.execute("CREATE INDEX facts_rule ON facts(rule)")
        db.execute("ALTER TABLE award_forms ADD COLUMN classes TEXT")


@migrations(name="0003_corrections")  # type: ignore[untyped-decorator]
def _corrections(db: Database) -> None:
    """What an article corrects; filled when the correction is read again."""
    if "corrections" not in db.table_names():
        db.execute(_statement("corrections"))
        db.execute("CREATE INDEX corrections_corrects ON corrections(corrects_id)")


@migrations(name="0004_readings")  # type: ignore[untyped-decorator]
def _readings(db: Database) -> None:
    """Readings know their source, issues the run that met them last, the archive what folded its search index."""
    if "state" not in db.table_names():
        db.execute(_statement("state"))
        db.execute("ALTER TABLE issues ADD COLUMN run_id INTEGER REFERENCES runs(id)")
        db.execute("CREATE INDEX issues_run ON issues(run_id)")
        db.execute("CREATE INDEX issues_url ON issues(url)")
        db.execute("ALTER TABLE readings RENAME TO readings_before")
        db.execute(_statement("readings"))
        db.execute(
            "INSERT INTO readings (url, source_id, capture_id, fingerprint) "
            "SELECT r.url, c.source_id, r.capture_id, r.fingerprint "
            "FROM readings_before r JOIN captures c ON c.id = r.capture_id"
        )
        db.execute("DROP TABLE readings_before")
        db.execute("CREATE INDEX readings_stale ON readings(source_id, fingerprint)")
    db.execute("PRAGMA user_version = 2")


@migrations(name="0005_reliability")  # type: ignore[untyped-decorator]
def _reliability(db: Database) -> None:
    """Versions, copies and further addresses of articles; pauses of hosts; certificates that were not checked."""
    if "versions" not in db.table_names():
        for table in ("versions", "copies", "sightings", "bands", "hosts"):
            db.execute(_statement(table))
            for index in re.findall(rf"^CREATE INDEX \w+ ON {table}\(.*$", schema_sql(), re.MULTILINE):
                db.execute(index)
        db.execute("ALTER TABLE captures ADD COLUMN tls TEXT")
        db.execute("ALTER TABLE articles ADD COLUMN gone_at TEXT")
        db.execute("ALTER TABLE issues ADD COLUMN summary TEXT")
        db.execute("ALTER TABLE ledger ADD COLUMN summary TEXT")
        db.execute("UPDATE ledger SET reason = 'not recorded' WHERE state <> 'pending' AND reason IS NULL")
    db.execute("PRAGMA user_version = 3")


def _statement(table: str) -> str:
    """What schema.sql says to make a table."""
    found = re.search(rf"^CREATE TABLE {table} \(.*?^\)[^;]*;", schema_sql(), re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"schema.sql makes no table {table}")
    return found[0]


class Archive(Database):  # type: ignore[misc]  # sqlite-utils is not typed for us
    """A database whose transactions take the right to write at their beginning.

    One that read before it writes would find the file changed by then, and no waiting helps (SQLITE_BUSY_SNAPSHOT).
    """

    @contextmanager
    def atomic(self) -> Iterator[Archive]:
        """One transaction; inside another one, a savepoint of it."""
        inner = self.conn.in_transaction
        self.conn.execute("SAVEPOINT inner" if inner else "BEGIN IMMEDIATE")
        try:
            yield self
            self.conn.execute("RELEASE inner" if inner else "COMMIT")
        except BaseException:
            # A full disk may have ended the whole transaction already, with all its savepoints.
            if self.conn.in_transaction:
                for statement in ("ROLLBACK TO inner", "RELEASE inner") if inner else ("ROLLBACK",):
                    self.conn.execute(statement)
            raise

    def begin(self) -> None:
        """Open a transaction for commit() or rollback() to end; nothing where one is open."""
        if not self.conn.in_transaction:
            self.conn.execute("BEGIN IMMEDIATE")


class Store:
    """The open archive of a home: ``db`` is work/archive.db in WAL mode, ``warc`` the folder of kept bytes."""

    def __init__(self, home: Path, db: Archive, lock: int) -> None:
        self.home = home
        self.db = db
        self.warc = home / "warc"
        self._run: Run | None = None  # the run under way, which issues are met by
        self._lock = lock

    def close(self) -> None:
        """Close the database (which folds the WAL back into it) and let the next process in."""
        try:
            self.db.close()
        finally:
            os.close(self._lock)

    def register(self, sources: Iterable[SourceRow]) -> None:
        """Make the sources known. Raises HomeError rather than mix invented papers with real ones in one home."""
        rows = tuple(sources)
        held = {bool(row["demo"]) for row in self.db.query("SELECT DISTINCT demo FROM sources")}
        for row in rows:
            held.add(row.demo)
            if len(held) > 1:
                kinds = ("real newspapers", "the invented papers of the demonstration")
                raise HomeError(
                    f"{self.home} is for {kinds[not row.demo]}, {row.id} belongs to {kinds[row.demo]}: "
                    "they are never mixed; give another folder with --home DIR"
                )
        with self.db.atomic():
            for row in rows:
                self.enter("sources", {**asdict(row), "demo": int(row.demo)})

    def enter(self, table: str, row: Mapping[str, Any]) -> None:
        """Enter a row, or bring the one of the same ``id`` up to date; a row that is already so is not written."""
        assignments = ", ".join(f"{name} = excluded.{name}" for name in row)
        changed = " OR ".join(f"{name} IS NOT excluded.{name}" for name in row)
        self.db.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) "  # noqa: S608 - our own names
            f"ON CONFLICT (id) DO UPDATE SET {assignments} WHERE {changed}",
            list(row.values()),
        )

    def begin_run(self, kind: str, now: datetime) -> Run:
        """Start a run, or go on with the one that was cut off less than CONTINUE_WITHIN ago."""
        last = next(
            self.db.query(
                "SELECT id, uid, started, finished FROM runs WHERE kind = ? ORDER BY id DESC LIMIT 1", [kind]
            ),
            None,
        )
        if last and last["finished"] is None:
            started = datetime.fromisoformat(last["started"])
            if timedelta(0) <= now - started < CONTINUE_WITHIN:
                self._run = Run(id=last["id"], uid=last["uid"], started=started, continued=True)
                return self._run
        uid = make_uid("run", kind, utc(now), (last or {}).get("id", 0))
        with self.db.atomic():
            cursor = self.db.execute("INSERT INTO runs (uid, kind, started) VALUES (?, ?, ?)", [uid, kind, utc(now)])
        self._run = Run(id=int(cursor.lastrowid or 0), uid=uid, started=now, continued=False)
        return self._run

    def finish_run(self, run: Run, now: datetime) -> None:
        """Close a run and count what it kept."""
        with self.db.atomic():
            self.db.execute(
                "UPDATE runs SET finished = ?, fetched = (SELECT count(*) FROM captures WHERE run_id = runs.id), "
                "problems = (SELECT count(*) FROM issues WHERE run_id = runs.id) WHERE id = ?",
                [utc(now), run.id],
            )

    def finished_runs(self, kind: str) -> int:
        """How many runs of a kind came to their end."""
        return int(self.scalar("SELECT count(*) FROM runs WHERE kind = ? AND finished IS NOT NULL", [kind]))

    def scalar(self, sql: str, parameters: list[Any] | dict[str, Any] | None = None) -> Any:
        """The first value of the first row; None where there is no row."""
        row = self.db.execute(sql, parameters or []).fetchone()
        return None if row is None else row[0]

    def issue(  # noqa: PLR0913 - one column, one argument
        self,
        *,
        stage: str,
        kind: str,
        detail: str,
        source_id: str | None = None,
        url: str | None = None,
        article_id: int | None = None,
        capture_id: int | None = None,
    ) -> None:
        """Record what was not understood; met again by a later run, it is the same row."""
        run_id = self._run.id if self._run else None
        uid = make_uid(stage, kind, source_id, url, detail)
        with self.db.atomic():
            self.db.execute(
                "INSERT INTO issues (uid, stage, kind, source_id, url, detail, run_id, article_id, capture_id) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET run_id = excluded.run_id "
                "WHERE excluded.run_id IS NOT NULL",
                [uid, stage, kind, source_id, url, detail, run_id, article_id, capture_id],
            )


@contextmanager
def open_store(home: Path, *, create: bool = True) -> Iterator[Store]:
    """Open (and migrate, and with ``create`` make) the archive of a home, for this process alone.

    Raises HomeError when there is no archive and none is to be made, when another process works in the home, when its
    kept bytes are missing, or when a newer program wrote its archive; ArchiveError when disk or database fail.
    """
    if not (create or (home / "work" / "archive.db").exists() or any((home / "warc").glob("*.warc.gz"))):
        raise no_archive(home)
    lock = _lock(home)
    path = home / "work" / "archive.db"
    try:
        store = Store(home, _connect(path), lock)
    except BaseException:
        os.close(lock)
        raise
    try:
        if store.scalar("SELECT 1 FROM captures LIMIT 1") and not any(store.warc.glob("*.warc.gz")):
            raise HomeError(f"{store.warc} holds no kept pages, but {path} speaks of them: bring the folder back first")
        yield store
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{path}: {error}") from error
    finally:
        store.close()


def no_archive(home: Path) -> HomeError:
    """What to tell a user whose home holds no archive."""
    return HomeError(f"no archive in {home}: run `thidua crawl` or `thidua demo` first, or give its --home")


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that is there, without a lock and without writing: a crawl may be at work beside it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def _lock(home: Path) -> int:
    try:
        (home / "work").mkdir(parents=True, exist_ok=True)
        (home / "warc").mkdir(exist_ok=True)
        lock = os.open(home / "work" / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise HomeError(f"cannot work in {home}: {error.strerror}; give another folder with --home DIR") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # What the file says is for people; the lock alone counts, and a process that is killed gives it back.
        pid = os.read(lock, 20).decode("ascii", "replace").strip() or "unknown"
        since = utc(datetime.fromtimestamp(os.fstat(lock).st_mtime, UTC))
        os.close(lock)
        raise BusyError(
            f"another thidua is at work in {home} since {since}, process {pid}: wait until it has finished"
        ) from error
    with suppress(OSError):  # a full disk is told of where something is lost by it
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
    return lock


def _connect(path: Path) -> Archive:
    connection = sqlite3.connect(path, timeout=30)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    db = Archive(connection)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise HomeError(
                f"{path} was written by a newer thidua (schema {version}, this program knows {SCHEMA_VERSION}): "
                "upgrade this program, or give another folder with --home DIR"
            )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrations.apply(db)
    except sqlite3.DatabaseError as error:
        db.close()
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise BusyError(f"{path} is held by another program: close it there and start again") from error
        raise HomeError(f"{path} is not a usable archive ({error}): restore it, or give another --home") from error
    except BaseException:
        db.close()
        raise
    return db
