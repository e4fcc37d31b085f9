"""After a crawl that was cut off: its WARC file and its rows agree again before the next one begins."""

from __future__ import annotations

import os
from pathlib import Path

from archive.articles import drop_article
from archive.reindex import enter_file
from archive.store import Store
from archive.warc import OPEN_FILE, Damage, records


def recover(store: Store) -> list[str]:
    """Mend what the last crawl left open; returns what was mended, a line each.

    Only the one file that was being written is looked at: the cost does not grow with the archive. A record that was
    cut off is dropped, rows that speak of it (a disk may lose what it called synced) with it, and their addresses
    are due again. A whole record whose row was not committed gets its row.
    """
    name = store.scalar("SELECT value FROM state WHERE name = ?", [OPEN_FILE])
    if name is None:
        return []
    path = store.warc / name
    size = path.stat().st_size if path.exists() else 0
    end = _whole_until(path) if size else 0
    told = []
    if end < size:
        told.append(f"{name}: its last {size - end} bytes are no whole record and were cut off")
    with store.db.atomic():
        lost = _forget(store, name, end)
        if lost:
            told.append(f"{name}: {lost} answers did not reach the disk, their addresses are due again")
        for detail in told:
            store.issue(stage="keep", kind="file cut off", detail=detail)
        if end:
            _cut(path, end, size)
            known = {row[0] for row in store.db.execute("SELECT uid FROM captures WHERE warc_file = ?", [name])}
            entered = enter_file(store, path, known)
            if entered:
                told.append(f"{name}: {entered} answers were kept and not yet entered")
        else:
            path.unlink(missing_ok=True)
        store.db.execute("DELETE FROM state WHERE name = ?", [OPEN_FILE])
    return told


def _whole_until(path: Path) -> int:
    """Where the last whole record of a file ends."""
    end = 0
    for item in records(path):
        if not isinstance(item, Damage):
            end = item[0] + item[1]
    return end


def _cut(path: Path, end: int, size: int) -> None:
    if end < size:
        with path.open("r+b") as file:
            file.truncate(end)
            os.fsync(file.fileno())


def _forget(store: Store, name: str, end: int) -> int:
    """Take back the rows of answers that stand beyond the end of their file; returns how many."""
    db = store.db
    lost = db.execute(
        "SELECT id, canonical_url FROM captures WHERE warc_file = ? AND warc_offset + warc_length > ?", [name, end]
    ).fetchall()
    for capture_id, url in lost:
        db.execute(
            "UPDATE ledger SET state = 'pending', next_try = NULL, etag = NULL, last_modified = NULL, last_hash = NULL "
            "WHERE url = ?",
            [url],
        )
        for (article_id,) in db.execute("SELECT id FROM articles WHERE capture_id = ?", [capture_id]).fetchall():
            drop_article(store, article_id)
        db.execute("DELETE FROM versions WHERE capture_id = ?", [capture_id])
        db.execute("UPDATE issues SET capture_id = NULL WHERE capture_id = ?", [capture_id])
        db.execute("DELETE FROM readings WHERE capture_id = ?", [capture_id])
        db.execute("DELETE FROM captures WHERE id = ?", [capture_id])
        # The page kept before is the one to read again.
        db.execute(
            "INSERT INTO readings (url, source_id, capture_id, fingerprint) "
            "SELECT canonical_url, source_id, id, '' FROM captures "
            "WHERE canonical_url = ? AND kind = 'article' AND status = 200 ORDER BY id DESC LIMIT 1 "
            "ON CONFLICT (url) DO NOTHING",
            [url],
        )
    return len(lost)
