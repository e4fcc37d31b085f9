"""An archive is copied to another disk and back; only what is new is copied; what is damaged is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from commands import run, start, targets
from keeping import NOON, PAPER, exchange, keep
from sqlite_utils import Database

from archive.backup import back_up, restore
from archive.store import ArchiveError, BusyError, HomeError, open_store
from archive.warc import read
from thidua.demo.papers import PAPERS, DemoPapers


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    with open_store(home) as store:
        store.register([PAPER])
        keep(store, exchange("/a-1.html", b"first"))
    return home


@pytest.fixture
def papers() -> Iterator[DemoPapers]:
    with DemoPapers(anywhere=True) as running:
        yield running


def tables(home: Path) -> str:
    return "\n".join(Database(home / "work" / "archive.db").conn.iterdump())


def holds_what_it_says(home: Path) -> int:
    """Every captures row leads to its response; the database is sound. Returns the number of rows."""
    with open_store(home, create=False) as store:
        assert store.scalar("PRAGMA quick_check") == "ok"
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = list(store.db.query("SELECT * FROM captures"))
        for row in rows:
            kept = read(store.warc, row["warc_file"], row["warc_offset"], row["warc_length"])
            assert (kept.url, kept.status) == (row["url"], row["status"])
    return len(rows)


def test_a_restored_archive_is_the_one_that_was_backed_up(home: Path, tmp_path: Path) -> None:
    made = back_up(home, tmp_path / "disk", NOON)
    assert (made.files, made.copied, made.missing) == (1, 1, ())
    restored = restore(tmp_path / "disk", tmp_path / "new")
    assert restored.path == made.path
    assert tables(tmp_path / "new") == tables(home)
    assert holds_what_it_says(tmp_path / "new") == 1


def test_the_commands_make_a_published_archive_again(home: Path, tmp_path: Path) -> None:
    assert "1 WARC files, 1 of them new" in run(home, "backup", str(tmp_path / "disk"))
    output = run(tmp_path / "new", "restore", str(tmp_path / "disk"))
    assert f"published {tmp_path / 'new' / 'archive.db'}" in output
    assert (tmp_path / "new" / "metadata.json").is_file()
    run(tmp_path / "new", "restore", str(tmp_path / "disk"), status=2)


def test_only_what_is_new_is_copied(home: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    back_up(home, disk, NOON)
    first = next((disk / "warc").glob("*.gz")).stat()
    with open_store(home) as store:
        keep(store, exchange("/b-2.html", b"second"))
    made = back_up(home, disk, NOON + timedelta(days=1))
    assert (made.files, made.copied) == (2, 1)
    assert first in [path.stat() for path in (disk / "warc").glob("*.gz")]
    for day in range(2, 6):
        assert back_up(home, disk, NOON + timedelta(days=day), keep=2).copied == 0
    assert sorted(path.name for path in disk.iterdir() if path.name[0] == "2") == [
        "2026-03-05T120000Z",
        "2026-03-06T120000Z",
    ]
    restore(disk, tmp_path / "new")
    assert holds_what_it_says(tmp_path / "new") == 2


def test_a_file_that_has_grown_since_is_copied_anew(home: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    (file,) = (home / "warc").glob("*.gz")
    whole = file.read_bytes()
    file.write_bytes(whole[:-20])  # a crawl is just writing its last record
    back_up(home, disk, NOON)
    file.write_bytes(whole)
    assert back_up(home, disk, NOON + timedelta(days=1)).copied == 1
    assert (disk / "warc" / file.name).read_bytes() == whole


def test_kept_bytes_that_vanish_from_the_home_stay_in_the_backup(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "disk", NOON)
    (file,) = (home / "warc").glob("*.gz")
    file.unlink()
    output = run(home, "backup", str(tmp_path / "disk"), status=1)
    assert "0 WARC files" in output
    assert (tmp_path / "disk" / "warc" / file.name).is_file()


def test_one_time_of_several_can_be_restored(home: Path, tmp_path: Path) -> None:
    first = back_up(home, tmp_path / "disk", NOON)
    with open_store(home) as store:
        keep(store, exchange("/b-2.html", b"second"))
    back_up(home, tmp_path / "disk", NOON + timedelta(days=1))
    restore(first.path, tmp_path / "new")
    assert holds_what_it_says(tmp_path / "new") == 1


@pytest.mark.fault(9, 10)
def test_damage_is_named_and_makes_no_archive(home: Path, tmp_path: Path) -> None:
    made = back_up(home, tmp_path / "disk", NOON)
    (file,) = (tmp_path / "disk" / "warc").glob("*.gz")
    whole = file.read_bytes()
    for damage in (whole[:-1], whole[:50] + bytes([whole[50] ^ 1]) + whole[51:], None):
        file.unlink() if damage is None else file.write_bytes(damage)
        shutil.rmtree(tmp_path / "new", ignore_errors=True)
        with pytest.raises(ArchiveError, match=file.name):
            restore(tmp_path / "disk", tmp_path / "new")
        assert not (tmp_path / "new" / "work" / "archive.db").exists()
        assert not list((tmp_path / "new" / "warc").iterdir())
    file.write_bytes(whole)
    database = made.path / "archive.db"
    database.write_bytes(database.read_bytes()[:-1] + b"\1")
    with pytest.raises(ArchiveError, match=r"archive\.db is damaged"):
        restore(tmp_path / "disk", tmp_path / "new2")
    manifest = made.path / "manifest.json"
    manifest.write_text(json.dumps({"database": "x", "warc": {"../../etc/passwd": "y"}}))
    with pytest.raises(ArchiveError, match="no manifest"):
        restore(tmp_path / "disk", tmp_path / "new3")


@pytest.mark.fault(9)
def test_a_damaged_database_takes_no_place_of_a_sound_backup(home: Path, tmp_path: Path) -> None:
    made = back_up(home, tmp_path / "disk", NOON)
    path = home / "work" / "archive.db"
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * 8192 + content[16384:])
    with pytest.raises(ArchiveError, match=r"archive\.db"):
        back_up(home, tmp_path / "disk", NOON + timedelta(days=1))
    assert restore(tmp_path / "disk", tmp_path / "new").path == made.path


def test_what_cannot_be_done_is_told(home: Path, tmp_path: Path) -> None:
    with pytest.raises(HomeError, match="no archive"):
        back_up(tmp_path / "nothing", tmp_path / "disk", NOON)
    with pytest.raises(HomeError, match="another folder"):
        back_up(home, home, NOON)
    with pytest.raises(HomeError, match="no backup"):
        restore(home, tmp_path / "new")
    back_up(home, tmp_path / "disk", NOON)
    with pytest.raises(HomeError, match="holds an archive already"):
        restore(tmp_path / "disk", home)
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="file"):
        back_up(home, tmp_path / "file" / "disk", NOON)


@pytest.mark.fault(5)
def test_two_backups_into_one_folder_do_not_meet(home: Path, tmp_path: Path) -> None:
    def second(done: int, total: int) -> None:
        with pytest.raises(BusyError, match="another backup"):
            back_up(home, tmp_path / "disk", NOON)

    assert back_up(home, tmp_path / "disk", NOON, progress=second).copied == 1


def while_crawling(papers: DemoPapers, tmp_path: Path, times: int) -> int:
    """Back up again and again while crawls write; returns how many backups there were, each restored and whole."""
    home, made = tmp_path / "home", 0
    while made < times:
        shutil.rmtree(home, ignore_errors=True)
        crawl = start(home, "crawl", *(paper.id for paper in PAPERS), "--allow-loopback", *targets(papers))
        while crawl.poll() is None and made < times:
            if not (home / "work" / "archive.db").is_file():
                continue
            back_up(home, tmp_path / "disk", NOON + timedelta(seconds=made), keep=1)
            made += 1
            shutil.rmtree(tmp_path / "new", ignore_errors=True)
            restore(tmp_path / "disk", tmp_path / "new")
            holds_what_it_says(tmp_path / "new")
        crawl.kill()
        crawl.communicate()
    return made


@pytest.mark.fault(15)
def test_a_backup_made_while_a_crawl_writes_is_whole(papers: DemoPapers, tmp_path: Path) -> None:
    assert while_crawling(papers, tmp_path, 4) == 4


@pytest.mark.soak
@pytest.mark.fault(15)
def test_fifty_backups_made_while_crawls_write_are_whole(papers: DemoPapers, tmp_path: Path) -> None:
    assert while_crawling(papers, tmp_path, 50) == 50
