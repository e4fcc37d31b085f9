"""Make the captures table, and the ledger's memory of what is kept, anew from the WARC files alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.coding import BodyError, decoded
from archive.store import HomeError, SourceRow, Store, make_uid
from archive.warc import Damage, codings_of, insert_capture, records, why

_ENDED = {200: "stored", 404: "gone", 410: "gone"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One kept response: the run's facts, its row, why it was asked for, and what the ledger remembers of it."""

    run: dict[str, str]
    row: dict[str, Any]
    why: dict[str, str]
    validators: dict[str, str | None]


def reindex(store: Store, sources: Mapping[str, SourceRow]) -> tuple[int, tuple[str, ...]]:
    """Enter the responses of WARC files that the captures table does not hold: (how many, what is wrong with files).

    The ledger is seeded on the way, so that the next crawl does not ask for what is kept. A damaged stretch of a file,
    and a file that is not ours, are issues. Raises HomeError where a file names a source that is not in ``sources``.
    """
    known = {row[0] for row in store.db.execute("SELECT uid FROM captures").fetchall()}
    entered = 0
    wrong: list[str] = []
    for path in sorted(store.warc.glob("*.warc.gz")):
        for found in _responses(path, known, wrong):
            source_id = found.why["source"]
            if source_id not in sources:
                raise HomeError(f"{path} holds pages of {source_id}, of which there is no source file")
            store.register([sources[source_id]])
            _enter(store, found)
            entered += 1
    with store.db.atomic():
        # What a file cannot tell of its run: when it ended, and how much it kept.
        store.db.execute(
            "UPDATE runs SET finished = (SELECT max(fetched_at) FROM captures WHERE run_id = runs.id), "
            "fetched = (SELECT count(*) FROM captures WHERE run_id = runs.id) WHERE finished = ''"
        )
    for detail in wrong:
        store.issue(stage="keep", kind="damaged file", detail=detail)
    return entered, tuple(wrong)


def enter_file(store: Store, path: Path, known: set[str]) -> int:
    """Enter the responses of one file that are not ``known`` by uid, of sources that the archive knows; how many."""
    registered = {row[0] for row in store.db.execute("SELECT id FROM sources").fetchall()}
    found = [found for found in _responses(path, known, []) if found.why["source"] in registered]
    for response in found:
        _enter(store, response)
    return len(found)


def _responses(path: Path, known: set[str], wrong: list[str]) -> Iterator[_Found]:
    """The responses of a file that are not known: each is followed by a record of why it was asked for."""
    run: dict[str, str] | None = None
    row: dict[str, Any] | None = None
    validators: dict[str, str | None] = {}
    for item in records(path):
        if isinstance(item, Damage):
            wrong.append(f"{path}: bytes {item.start} to {item.end} hold no whole record")
            row = None
            continue
        offset, length, record = item
        if record.rec_type == "warcinfo":
            run = _run_of(record)
            if run is None:
                wrong.append(f"{path} was not written by this program: keep other people's files elsewhere")
                return
        elif record.rec_type == "response" and _uid(record) not in known:
            row, validators = _row(record, path.name, offset, length)
        elif record.rec_type == "metadata" and row is not None and run is not None:
            yield _Found(run=run, row=row, why=why(record), validators=validators)
            row = None


def _run_of(record: Any) -> dict[str, str] | None:
    lines = record.content_stream().read().decode("utf-8", "replace").splitlines()
    line = next((line for line in lines if line.startswith("run: ")), None)
    run: dict[str, str] | None = json.loads(line.removeprefix("run: ")) if line else None
    return run


def _uid(record: Any) -> str:
    return make_uid("capture", record.rec_headers.get_header("WARC-Record-ID"))


def _row(record: Any, name: str, offset: int, length: int) -> tuple[dict[str, Any], dict[str, str | None]]:
    headers, head = record.rec_headers, record.http_headers
    sent = record.raw_stream.read()
    validators = {
        "etag": head.get_header("ETag"),
        "last_modified": head.get_header("Last-Modified"),
        "last_hash": _unpacked_hash(sent, head),
    }
    return {
        "uid": _uid(record),
        "url": headers.get_header("WARC-Target-URI"),
        "status": int(head.get_statuscode()),
        "fetched_at": headers.get_header("WARC-Date"),
        "content_type": head.get_header("Content-Type"),
        "sha256": hashlib.sha256(sent).hexdigest(),
        "warc_file": name,
        "warc_offset": offset,
        "warc_length": length,
    }, validators


def _unpacked_hash(sent: bytes, head: Any) -> str | None:
    """The ledger's memory of a body: of its bytes unpacked, for a server may pack the same page another way."""
    try:
        return hashlib.sha256(decoded(sent, codings_of(head))).hexdigest()
    except BodyError:
        return None


def _enter(store: Store, found: _Found) -> None:
    with store.db.atomic():
        row = {
            **found.row,
            "run_id": _run_id(store, found.run),
            "source_id": found.why["source"],
            "kind": found.why["kind"],
            "canonical_url": found.why["canonical_url"],
        }
        insert_capture(store, row)
        if row["kind"] == "article" and row["status"] in _ENDED:
            _remember(store, row, found.validators)


def _run_id(store: Store, run: dict[str, str]) -> int:
    store.db.execute(
        "INSERT INTO runs (uid, kind, started, finished) VALUES (?, ?, ?, '') ON CONFLICT (uid) DO NOTHING",
        [run["uid"], run["kind"], run["started"]],
    )
    return int(store.scalar("SELECT id FROM runs WHERE uid = ?", [run["uid"]]))


def _remember(store: Store, row: dict[str, Any], validators: dict[str, str | None]) -> None:
    """What the ledger knows of an article after its newest answer."""
    store.db.execute(
        "INSERT INTO ledger (url, source_id, kind, state, reason, etag, last_modified, last_hash, run_id) "
        "VALUES (:url, :source_id, 'article', :state, :reason, :etag, :last_modified, :last_hash, :run_id) "
        "ON CONFLICT (url) DO UPDATE SET state = excluded.state, reason = excluded.reason, next_try = NULL, "
        "run_id = excluded.run_id, "
        "etag = excluded.etag, last_modified = excluded.last_modified, last_hash = excluded.last_hash "
        "WHERE NOT EXISTS "
        "(SELECT 1 FROM captures c WHERE c.canonical_url = excluded.url AND c.fetched_at > :fetched_at)",
        {
            "url": row["canonical_url"],
            "source_id": row["source_id"],
            "state": _ENDED[row["status"]],
            "reason": f"status {row['status']}",
            "run_id": row["run_id"],
            "fetched_at": row["fetched_at"],
            **validators,
        },
    )
