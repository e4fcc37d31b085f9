"""An archive written by an earlier version is brought up to the schema of today, with nothing lost."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.reread import enter_lexicon
from archive.search import keep_index_current
from archive.store import SCHEMA_VERSION, migrations, open_store
from extract.rules import rules

CAPTURE = {
    "id": 1, "uid": "c", "url": "https://a.example/1", "canonical_url": "https://a.example/1", "source_id": "bao-a",
    "run_id": 1, "kind": "article", "status": 200, "fetched_at": "2026-01-01T00:00:00Z", "sha256": "0",
    "warc_file": "r.warc.gz", "warc_offset": 0, "warc_length": 1,
}  # fmt: skip


def first_schema() -> str:
    """The schema of the first archives."""
    sql = resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8")
    for table in ("rules", "corrections", "state", "versions", "copies", "sightings", "bands", "hosts"):
        sql, made = re.subn(rf"CREATE TABLE {table} \(.*?\) STRICT(?:, WITHOUT ROWID)?;\n", "", sql, flags=re.DOTALL)
        assert made == 1
    sql = re.sub(r"CREATE INDEX (?:facts_rule|corrections_corrects|issues_run|issues_url) .*\n", "", sql)
    sql = re.sub(r"CREATE INDEX readings_stale .*", "CREATE INDEX readings_fingerprint ON readings(fingerprint);", sql)
    sql = re.sub(r"CREATE INDEX (?:versions|copies|sightings|bands)_\w+ .*\n", "", sql)
    sql = re.sub(r"  summary TEXT,.*\n", "", sql)
    sql = re.sub(r",(.*)\n  (?:tls|gone_at) TEXT .*\n", r"\1\n", sql)
    sql = re.sub(r"  classes TEXT,.*\n", "", sql)
    sql = re.sub(r"  run_id INTEGER REFERENCES runs\(id\),  -- the last run.*\n", "", sql)
    return re.sub(r"(CREATE TABLE readings \(\n.*\n)  source_id .*\n", r"\1", sql)


def structure(database: Database) -> dict[str, set[str]]:
    """The columns of every table, and all indexes."""
    tables = {table.name: {column.name for column in table.columns} for table in database.tables}
    indexes = database.query(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'"
    )
    return {**tables, "indexes": {row["name"] for row in indexes}}


def first_archive(home: Path) -> Path:
    with open_store(home, create=True):
        pass
    path = home / "work" / "archive.db"
    path.unlink()
    for journal in path.parent.glob("archive.db-*"):
        journal.unlink()
    database = Database(path)
    database.conn.execute("PRAGMA page_size = 8192")
    database.executescript(first_schema())
    database.conn.execute("PRAGMA user_version = 1")
    database.table("_sqlite_migrations").insert(
        {"migration_set": "thidua", "name": "0001_schema", "applied_at": "2026-01-01"}, pk=None
    )
    database.table("sources").insert({"id": "bao-a", "name": "Báo A", "home": "https://a.example/", "demo": 1})
    database.table("runs").insert({"id": 1, "uid": "r", "kind": "crawl", "started": "2026-01-01T00:00:00Z"})
    database.table("captures").insert(CAPTURE)
    database.table("readings").insert({"url": CAPTURE["canonical_url"], "capture_id": 1, "fingerprint": "old"})
    (home / "warc" / CAPTURE["warc_file"]).touch()
    database.close()
    return path


def test_an_archive_from_before_the_table_of_rules_gets_it(tmp_path: Path) -> None:
    path = first_archive(tmp_path)
    assert "rules" not in Database(path).table_names()
    with open_store(tmp_path) as store:
        assert [row["id"] for row in store.db.query("SELECT id FROM sources")] == ["bao-a"]
        enter_lexicon(store)
        assert store.scalar("SELECT count(*) FROM rules") == len(rules())
        (orders,) = store.db.query("SELECT classes FROM award_forms WHERE name = 'Huân chương Lao động'")
        assert orders["classes"] == "Nhất, Nhì, Ba"
        assert "facts_rule" in {index.name for index in store.db.table("facts").indexes}


def test_an_archive_of_the_first_schema_becomes_one_of_todays(tmp_path: Path) -> None:
    with open_store(tmp_path / "new") as store:
        today = structure(store.db)
    before = Database(first_archive(tmp_path))
    assert {"readings_before", "state", "corrections"}.isdisjoint(before.table_names())
    assert structure(before) != today
    before.close()
    with open_store(tmp_path) as store:
        assert structure(store.db) == today
        assert list(store.db.query("SELECT * FROM readings")) == [
            {"url": CAPTURE["canonical_url"], "source_id": "bao-a", "capture_id": 1, "fingerprint": "old"}
        ]
        assert keep_index_current(store.db)
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert store.scalar("PRAGMA user_version") == SCHEMA_VERSION


def test_a_new_archive_needs_no_migration(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        assert store.db.table("rules").exists()
        assert not list(migrations.pending(store.db))


def opened_until(home: Path, last: int) -> subprocess.CompletedProcess[str]:
    """Open the home's archive in a process that dies at its ``last``-th statement (0: tells how many there are)."""
    program = Path(__file__).with_name("killed_opening.py")
    return subprocess.run(
        [sys.executable, str(program), str(home), str(last)], capture_output=True, text=True, check=False
    )


def killed_at(before: Path | None, tmp_path: Path, statements: slice) -> int:
    """Kill the opening of a new or an old home at these statements; how many times it came back whole."""
    home = tmp_path / "killed"

    def fresh() -> None:
        shutil.rmtree(home, ignore_errors=True)
        if before:
            shutil.copytree(before, home)

    fresh()
    total = int(opened_until(home, 0).stdout)
    today = structure(Database(home / "work" / "archive.db"))
    killed = range(1, total + 1)[statements]
    for statement in killed:
        fresh()
        assert opened_until(home, statement).returncode == 9
        with open_store(home) as store:
            assert structure(store.db) == today, f"killed at statement {statement}"
            assert store.scalar("PRAGMA user_version") == SCHEMA_VERSION
            assert store.scalar("PRAGMA quick_check") == "ok"
            assert [row["uid"] for row in store.db.query("SELECT uid FROM captures")] == ["c"] * bool(before)
            assert store.scalar("SELECT count(*) FROM readings") == bool(before)
    return len(killed)


@pytest.mark.fault(2, 12)
@pytest.mark.parametrize("is_old", [False, True], ids=["new", "old"])
def test_an_upgrade_that_is_killed_is_done_by_the_next_opening(tmp_path: Path, is_old: bool) -> None:
    before = tmp_path / "before" if is_old else None
    if before:
        first_archive(before)
    assert killed_at(before, tmp_path, slice(3, None, 25)) >= 5


@pytest.mark.soak
@pytest.mark.fault(2, 12)
@pytest.mark.parametrize("is_old", [False, True], ids=["new", "old"])
def test_an_upgrade_may_be_killed_at_every_statement(tmp_path: Path, is_old: bool) -> None:
    before = tmp_path / "before" if is_old else None
    if before:
        first_archive(before)
    assert killed_at(before, tmp_path, slice(None)) >= 100
