"""Make the captures table, and the ledger's memory of what is kept, anew from the WARC files alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from archive.store import HomeError, SourceRow, Store, make_uid
from archive.warc import insert_capture, read, records

_VALIDATORS = ("etag", "last_modified")
_ENDED = {200: "stored", 404: "gone", 410: "gone"}


def reindex(store: Store, sources: Mapping[str, SourceRow]) -> int:
    """Enter the responses of WARC files that the captures table does not hold; returns how many were entered.

    The ledger is seeded on the way, so that the next crawl does not ask for what is kept.
    """
    known = {row[0] for row in store.db.execute("SELECT uid FROM captures").fetchall()}
    entered = 0
    for path in sorted(store.warc.glob("*.warc.gz")):
        run_id: int | None = None
        response: dict[str, Any] | None = None
        for offset, length, record in records(path):
            if record.rec_type == "warcinfo":
                run_id = _reindexed_run(store, record.content_stream().read().decode())
            elif record.rec_type == "response":
                response = _response_row(record, path.name, offset, length)
            elif record.rec_type == "metadata" and response and run_id is not None:
                if response["uid"] not in known:
                    why = json.loads(record.content_stream().read())
                    if why["source"] not in sources:
                        raise HomeError(f"{path} holds pages of {why['source']}, of which there is no source file")
                    store.register([sources[why["source"]]])
                    _enter(store, response, run_id, why)
                    entered += 1
                response = None
    return entered


def _enter(store: Store, response: dict[str, Any], run_id: int, why: dict[str, Any]) -> None:
    row = {
        **{name: value for name, value in response.items() if name not in _VALIDATORS},
        "run_id": run_id,
        "source_id": why["source"],
        "kind": why["kind"],
        "canonical_url": why["canonical_url"],
    }
    # The ledger remembers the body unpacked: a server may pack the same page another way.
    kept = read(store.warc, row["warc_file"], row["warc_offset"], row["warc_length"])
    with store.db.atomic():
        insert_capture(store, row)
        if why["kind"] == "article" and response["status"] in _ENDED:
            store.db.execute(
                "INSERT INTO ledger (url, source_id, kind, state, etag, last_modified, last_hash, run_id) "
                "VALUES (?, ?, 'article', ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET state = excluded.state, "
                "etag = excluded.etag, last_modified = excluded.last_modified, last_hash = excluded.last_hash",
                [
                    row["canonical_url"],
                    row["source_id"],
                    _ENDED[response["status"]],
                    response["etag"],
                    response["last_modified"],
                    hashlib.sha256(kept.body).hexdigest(),
                    run_id,
                ],
            )


def _reindexed_run(store: Store, info: str) -> int:
    line = next(line for line in info.splitlines() if line.startswith("run: "))
    run = json.loads(line.removeprefix("run: "))
    with store.db.atomic():
        store.db.execute(
            "INSERT INTO runs (uid, kind, started, finished) VALUES (?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING",
            [run["uid"], run["kind"], run["started"], run["started"]],
        )
    return int(store.scalar("SELECT id FROM runs WHERE uid = ?", [run["uid"]]))


def _response_row(record: Any, name: str, offset: int, length: int) -> dict[str, Any]:
    headers = record.rec_headers
    return {
        "uid": make_uid("capture", headers.get_header("WARC-Record-ID")),
        "url": headers.get_header("WARC-Target-URI"),
        "status": int(record.http_headers.get_statuscode()),
        "fetched_at": headers.get_header("WARC-Date"),
        "content_type": record.http_headers.get_header("Content-Type"),
        "sha256": hashlib.sha256(record.raw_stream.read()).hexdigest(),
        "warc_file": name,
        "warc_offset": offset,
        "warc_length": length,
        "etag": record.http_headers.get_header("ETag"),
        "last_modified": record.http_headers.get_header("Last-Modified"),
    }
