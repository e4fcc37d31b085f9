"""Kept bytes: WARC/1.1 files, one new file a run, every response followed by a record of why it was asked for.

The response record holds the body as it was sent, still compressed. The metadata record beside it names
source, run, kind and referrer, so that the captures table can be made again from the files alone.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.coding import decoded
from archive.store import Run, Store, make_uid, utc

OPEN_FILE = "open WARC file"  # name in the table state; its row is gone when the file was closed whole
_LEVEL = 4  # of zlib: a few per cent larger than its best, in a third of the time
_CHUNK = 1 << 16
_FIELDS = "application/warc-fields"  # WARC/1.1, 6.7: what a metadata record is written in
_GZIP = b"\x1f\x8b\x08"  # how a gzip member starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response, the body as sent (still compressed)."""

    url: str
    canonical_url: str
    source_id: str
    kind: str
    status: int
    reason: str
    response_headers: Sequence[tuple[bytes, bytes]]
    body: bytes
    fetched_at: datetime
    request_headers: Sequence[tuple[bytes, bytes]] = ()
    referrer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A row of captures as just written."""

    id: int
    uid: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A response as read back from WARC; ``body`` is decompressed."""

    url: str
    status: int
    content_type: str | None
    body: bytes


class Keeper:
    """Writes one run's responses: their bytes to a new file, their rows to a transaction that commit() ends.

    The rows reach the disk only after the bytes they speak of. What was not committed when the process dies is due
    still, and its records stand whole in the file: :func:`archive.recovery.recover` enters them.
    """

    def __init__(self, store: Store, run: Run, now: datetime) -> None:
        self._store = store
        self._run = run
        stem = f"thidua-{now:%Y%m%d%H%M%S}-{run.uid}"  # names sort in the order of time
        number = next(n for n in range(1, 10_000) if not (store.warc / f"{stem}-{n:04}.warc.gz").exists())
        self.path = store.warc / f"{stem}-{number:04}.warc.gz"
        self.unsynced = 0  # bytes written since the last commit
        with store.db.atomic():
            # Before there is a file: whoever starts after a crash must know which one to look at.
            store.db.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", [OPEN_FILE, self.path.name])
        self._file = self.path.open("xb", buffering=0)
        self._builder = RecordBuilder(warc_version="WARC/1.1")
        self._end = 0
        self._write(_member_of(self._warcinfo()))
        os.fsync(self._file.fileno())
        _sync_folder(store.warc)

    def begin(self) -> None:
        """Open the transaction of the next pages; nothing where it is open."""
        self._store.db.begin()

    def commit(self) -> None:
        """Make all that was kept durable: first the bytes, then the rows. Raises OSError when the disk refuses."""
        if self.unsynced:
            os.fsync(self._file.fileno())
            self.unsynced = 0
        self._store.db.commit()

    def close(self) -> None:
        """Commit, and close a file that is whole."""
        self.commit()
        self._file.close()
        self._store.db.execute("DELETE FROM state WHERE name = ?", [OPEN_FILE])

    def discard(self) -> None:
        """Give up what was not committed; the next run looks through the file. Harmless after close()."""
        self._store.db.rollback()
        self._file.close()

    def keep(self, exchange: Exchange) -> Capture:
        """Write the exchange and, in the open transaction, its captures row. Raises OSError when the disk refuses."""
        sha256 = hashlib.sha256(exchange.body).hexdigest()
        response = self._builder.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.body),
            length=len(exchange.body),
            http_headers=_response_head(exchange),
            warc_headers_dict={"WARC-Date": utc(exchange.fetched_at)},
        )
        record_id = response.rec_headers.get_header("WARC-Record-ID")
        request = self._builder.create_warc_record(
            exchange.url,
            "request",
            http_headers=_request_head(exchange),
            warc_headers_dict=_beside(exchange, record_id),
        )
        packed = _member_of(response)
        self.begin()
        offset = self._write(packed, _member_of(request), _member_of(self._why(exchange, record_id)))
        uid = make_uid("capture", record_id)
        row = {
            "uid": uid,
            "url": exchange.url,
            "canonical_url": exchange.canonical_url,
            "source_id": exchange.source_id,
            "run_id": self._run.id,
            "kind": exchange.kind,
            "status": exchange.status,
            "fetched_at": utc(exchange.fetched_at),
            "content_type": _header(exchange.response_headers, b"content-type"),
            "sha256": sha256,
            "warc_file": self.path.name,
            "warc_offset": offset,
            "warc_length": len(packed),
        }
        return Capture(id=insert_capture(self._store, row), uid=uid, sha256=sha256)

    def _why(self, exchange: Exchange, record_id: str) -> Any:
        why = {
            "via": exchange.referrer,
            "source": exchange.source_id,
            "kind": exchange.kind,
            "canonical_url": exchange.canonical_url,
        }
        payload = "".join(f"{name}: {value}\r\n" for name, value in why.items() if value is not None).encode()
        return self._builder.create_warc_record(
            exchange.url,
            "metadata",
            payload=BytesIO(payload),
            length=len(payload),
            warc_content_type=_FIELDS,  # of any other type, replay programs take the record for the page itself
            warc_headers_dict=_beside(exchange, record_id),
        )

    def _warcinfo(self) -> Any:
        run = {"uid": self._run.uid, "started": utc(self._run.started), "kind": "crawl"}
        info = {"software": "thidua", "format": "WARC File Format 1.1", "run": json.dumps(run)}
        return self._builder.create_warcinfo_record(self.path.name, info)

    def _write(self, *members: bytes) -> int:
        """Append to the file; returns the offset. A disk that takes only a part leaves a torn tail and is told of."""
        offset, data = self._end, memoryview(b"".join(members))
        while data:
            written = self._file.write(data)
            self._end += written
            self.unsynced += written
            data = data[written:]
        return offset


def _member_of(record: Any) -> bytes:
    """A record as one gzip member; what is packed already is not worth much work."""
    plain = BytesIO()
    WARCWriter(plain, gzip=False).write_record(record)
    packed = record.http_headers is not None and record.http_headers.get_header("Content-Encoding")
    deflate = zlib.compressobj(1 if packed else _LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return deflate.compress(plain.getbuffer()) + deflate.flush()


def _sync_folder(folder: Path) -> None:
    """The name of a new file is on disk only when its folder is."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def insert_capture(store: Store, row: dict[str, Any]) -> int:
    """Insert a captures row and, for an article's page that is the newest, make it the one to read; returns its id.

    The newest is the one fetched last, not the one entered last: a row may be entered late, from the file.
    """
    with store.db.atomic():
        cursor = store.db.execute(
            f"INSERT INTO captures ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
            list(row.values()),
        )
        capture_id = int(cursor.lastrowid or 0)
        if row["kind"] == "article" and row["status"] == 200:
            store.db.execute(
                "INSERT INTO readings (url, source_id, capture_id, fingerprint) VALUES (?, ?, ?, '') "
                "ON CONFLICT (url) DO UPDATE SET capture_id = excluded.capture_id, fingerprint = '' "
                "WHERE ? >= (SELECT fetched_at FROM captures WHERE id = readings.capture_id)",
                [row["canonical_url"], row["source_id"], capture_id, row["fetched_at"]],
            )
    return capture_id


def _beside(exchange: Exchange, record_id: str) -> dict[str, str]:
    return {"WARC-Concurrent-To": record_id, "WARC-Date": utc(exchange.fetched_at)}


def _text(value: bytes) -> str:
    return value.decode("latin-1").replace("\r", " ").replace("\n", " ")


def _header(headers: Sequence[tuple[bytes, bytes]], name: bytes) -> str | None:
    return next((_text(value) for key, value in headers if key.lower() == name), None)


def _response_head(exchange: Exchange) -> StatusAndHeaders:
    # The transfer coding is gone by the time a body is whole; the length written is that of the bytes kept.
    gone = {b"transfer-encoding", b"content-length"}
    headers = [(_text(key), _text(value)) for key, value in exchange.response_headers if key.lower() not in gone]
    headers.append(("Content-Length", str(len(exchange.body))))
    return StatusAndHeaders(f"{exchange.status} {exchange.reason}", headers, protocol="HTTP/1.1")


def _request_head(exchange: Exchange) -> StatusAndHeaders:
    path = exchange.url.split("://", 1)[-1].partition("/")[2]
    headers = [(_text(key), _text(value)) for key, value in exchange.request_headers]
    return StatusAndHeaders(f"GET /{path} HTTP/1.1", headers, is_http_request=True)


def read(folder: Path, name: str, offset: int, length: int) -> Kept:
    """Read one response back. Raises OSError or ValueError, naming file and offset, where it is not whole."""
    with (folder / name).open("rb") as file:
        file.seek(offset)
        data = file.read(length)
    if len(data) != length:
        raise ValueError(f"{folder / name}: record at {offset} is cut short")
    try:
        content, _ = _member(data, 0)
        return response(_parsed(content))
    except (zlib.error, EOFError, ValueError) as error:
        raise ValueError(f"{folder / name}: record at {offset}: {error}") from error


def response(record: Any) -> Kept:
    """A response record with its body unpacked. Raises ValueError for another record or a body that is broken."""
    if record.rec_type != "response":
        raise ValueError(f"a {record.rec_type} record in the place of a response")
    head = record.http_headers
    return Kept(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        status=int(head.get_statuscode()),
        content_type=head.get_header("Content-Type"),
        body=decoded(record.raw_stream.read(), codings_of(head)),
    )


def codings_of(head: StatusAndHeaders) -> list[str]:
    """The content codings of a response, in the order in which they were applied."""
    values = [value for name, value in head.headers if name.lower() == "content-encoding"]
    return ",".join(values).split(",")


def why(record: Any) -> dict[str, str]:
    """Why a response was asked for, from the metadata record beside it: via (referrer), source, kind, canonical_url."""
    payload = record.content_stream().read()
    if record.content_type == "application/json":  # as the first archives wrote it
        told = json.loads(payload)
        return {"via" if name == "referrer" else name: value for name, value in told.items() if value is not None}
    lines = payload.decode("utf-8", "replace").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines) if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A stretch of a WARC file, in bytes, that holds no whole record."""

    start: int
    end: int


def records(path: Path, *, digests: bool = False) -> Iterator[tuple[int, int, Any] | Damage]:
    """The whole records of a file as (offset, length, warcio record), and what of it is damaged.

    With ``digests`` a record that was read to its end knows in ``digest_checker`` whether it bears them.

    A tail that is merely cut off is no damage: a run that was killed leaves one, and its addresses are still due.
    A reader of WARC takes such a tail for a shorter whole record; a gzip member that does not end tells.
    """
    if not path.stat().st_size:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        offset = 0
        while offset < len(data):
            try:
                content, length = _member(data, offset)
                record = _parsed(content, digests=digests)
            except (zlib.error, EOFError, ValueError) as error:
                following = _next_record(data, offset + 1)
                if following < len(data) or not isinstance(error, EOFError):
                    yield Damage(start=offset, end=following)
                offset = following
                continue
            yield offset, length, record
            offset += length


def _member(data: bytes | mmap.mmap, offset: int) -> tuple[bytes, int]:
    """The gzip member at an offset: its content, and its length in the file.

    Raises zlib.error for a broken one, EOFError for one that does not end.
    """
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    content, position = bytearray(), offset
    while not inflate.eof:
        chunk = data[position : position + _CHUNK]
        if not chunk:
            raise EOFError("the record does not come to its end")
        content += inflate.decompress(chunk)
        position += len(chunk)
    return bytes(content), position - len(inflate.unused_data) - offset


def _parsed(content: bytes, *, digests: bool = False) -> Any:
    try:
        return next(iter(ArchiveIterator(BytesIO(content), check_digests=digests)))
    except (ArchiveLoadFailed, StopIteration) as error:
        raise ValueError(f"no WARC record: {error}") from error


def _next_record(data: mmap.mmap, position: int) -> int:
    """Where the next gzip member starts that opens a WARC record, the end of the file if none does."""
    while (found := data.find(_GZIP, position)) >= 0:
        with suppress(zlib.error):
            if (
                zlib.decompressobj(zlib.MAX_WBITS | 16)
                .decompress(data[found : found + _CHUNK], 8)
                .startswith(b"WARC/1.")
            ):
                return found
        position = found + 1
    return len(data)
