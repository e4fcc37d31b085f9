"""What has changed behind the archive's back is found and named: in texts, rows, pages, records and the ledger."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commands import run, targets
from sqlite_utils import Database

from archive.check import check_archive, resets_wal
from archive.store import Store, open_store
from thidua.demo.papers import DemoPapers


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a demonstration paper, as a crawl leaves it."""
    home = tmp_path_factory.mktemp("whole")
    with DemoPapers(anywhere=True) as papers:
        run(home, "crawl", "bao-song-hau", "--allow-loopback", *targets(papers))
    return home


@pytest.fixture
def home(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "home")
    return tmp_path / "home"


def problems(home: Path) -> dict[str, str]:
    """The problems of each check that finds any."""
    with open_store(home, create=False) as store:
        checks = check_archive(store, datetime.now(UTC))
    return {one.name: "\n".join(one.problems) for one in checks if one.problems and one.name != "SQLite library"}


def test_a_sound_archive_has_no_problems_and_is_not_changed(home: Path) -> None:
    before = {path: path.read_bytes() for path in (home / "warc").iterdir()}
    dump = list(Database(home / "work" / "archive.db").conn.iterdump())
    output = run(home, "check")
    assert "kept bytes" in output
    told = {one["name"]: one for one in json.loads(run(home, "check", "--json"))}
    assert not any(one["problems"] for one in told.values())
    assert told["texts and quotes"]["count"] == 14
    assert told["facts"]["count"] > 50
    assert told["kept bytes"]["count"] > 60
    assert {path: path.read_bytes() for path in (home / "warc").iterdir()} == before
    assert list(Database(home / "work" / "archive.db").conn.iterdump()) == dump


CHANGED = (
    (
        "UPDATE articles SET text = substr(text, 1, length(text) - 1) || '!'",
        "texts and quotes",
        "its text is not",
    ),
    ("UPDATE evidence SET start = start + 1 WHERE id = 7", "texts and quotes", "evidence 7 does not quote"),
    ("UPDATE facts SET quote = quote || '.' WHERE id = 3", "texts and quotes", "fact 3"),
    ("DELETE FROM evidence WHERE fact_id = 5", "facts", "fact 5 has no evidence"),
    ("DELETE FROM campaigns", "facts", "has no row in campaigns"),
    ("UPDATE captures SET sha256 = 'x' WHERE id = 4", "kept bytes", "is not what capture 4 speaks of"),
    ("UPDATE captures SET warc_offset = warc_offset + 1 WHERE id = 4", "kept bytes", "capture 4"),
    ("UPDATE ledger SET state = 'lost' WHERE rowid = 9", "ledger", "1 addresses"),
    ("UPDATE ledger SET reason = NULL WHERE state = 'stored'", "ledger", "reason"),
    ("DROP INDEX facts_kind", "schema", "facts_kind"),
    ("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')", "search index", "search index"),
)


@pytest.mark.fault(10, 60, 71)
@pytest.mark.parametrize(("sql", "check", "words"), CHANGED)
def test_what_was_changed_is_named(home: Path, sql: str, check: str, words: str) -> None:
    with open_store(home) as store:
        store.db.execute("PRAGMA foreign_keys = OFF")
        with store.db.atomic():
            store.db.execute(sql)
    assert words in problems(home)[check]
    assert words in run(home, "check", status=1)


def flipped(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 1
    path.write_bytes(data)


@pytest.mark.fault(10, 22)
def test_every_bit_that_flips_in_a_record_is_found(home: Path) -> None:
    (file,) = (home / "warc").iterdir()
    whole = file.read_bytes()
    with open_store(home) as store:
        row = next(store.db.query("SELECT * FROM captures WHERE kind = 'article' LIMIT 1"))
        found: list[str] = []
        for part in range(1, 8):
            flipped(file, row["warc_offset"] + part * row["warc_length"] // 8)
            found.append("\n".join(kept_bytes(store)))
            file.write_bytes(whole)
        assert kept_bytes(store) == ()
    assert all(str(file) in words and f"capture {row['id']}" in words for words in found)


def kept_bytes(store: Store) -> tuple[str, ...]:
    return next(one.problems for one in check_archive(store, datetime.now(UTC)) if one.name == "kept bytes")


def _remove(home: Path) -> None:
    (file,) = (home / "warc").iterdir()
    file.rename(home / "warc" / "other.warc.gz")


def _cut(home: Path) -> None:
    (file,) = (home / "warc").iterdir()
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.fault(22)
@pytest.mark.parametrize("damage", [_remove, _cut])
def test_captures_without_their_bytes_are_named(home: Path, damage: Callable[[Path], None]) -> None:
    damage(home)
    assert "captures lead to it" in problems(home)["kept bytes"] or "has no record" in problems(home)["kept bytes"]


def test_a_private_table_among_what_is_published_is_named(home: Path) -> None:
    published = Database(home / "archive.db")
    published.execute("CREATE TABLE ledger (url TEXT)")
    published.close()
    assert "private table ledger" in problems(home)["published"]


def test_versions_of_sqlite_that_lose_commits_are_known() -> None:
    assert all(map(resets_wal, [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2)]))
    assert not any(map(resets_wal, [(3, 6, 23), (3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 54, 1)]))
