"""An archive written by an earlier version is brought up to the schema of today, with nothing lost."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from sqlite_utils import Database

from archive.reread import enter_lexicon
from archive.store import migrations, open_store
from extract.rules import rules


def first_schema() -> str:
    """The schema before there was a table of rules."""
    sql = resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8")
    sql = re.sub(r"CREATE TABLE rules \(.*?\) STRICT;\n", "", sql, flags=re.DOTALL)
    sql = re.sub(r"  classes TEXT,.*\n", "", sql)
    return sql.replace("CREATE INDEX facts_rule ON facts(rule);\n", "")


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


def test_a_new_archive_needs_no_migration(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        assert store.db.table("rules").exists()
        assert not list(migrations.pending(store.db))
