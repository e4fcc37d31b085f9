"""Copy an archive to another disk, and back: what was kept once is copied once.

A backup is a folder: ``warc/`` with the kept bytes, which never change, and one folder a time it was made, with the
database as it stood and a manifest of every file and its SHA-256. A crawl may be at work meanwhile: the database is
copied as one moment saw it, before the bytes that it speaks of, which are all on disk by then.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils.utils import sqlite3

from archive.store import ArchiveError, BusyError, HomeError, no_archive, read_only, utc

_DATABASE, _MANIFEST = "archive.db", "manifest.json"
_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z")
_CHUNK = 1 << 20
_WARC_NAME = re.compile(r"[\w.-]+\.warc\.gz")  # what a manifest may name: nothing that leads out of the folder
Progress = Callable[[int, int], None]  # files done, files in all


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What was copied: the folder of this time, files kept and how many of them were new, bytes copied."""

    path: Path
    files: int
    copied: int
    size: int
    missing: tuple[str, ...] = ()  # files that an earlier backup holds and the home does not


def back_up(home: Path, target: Path, now: datetime, *, keep: int = 3, progress: Progress | None = None) -> Backup:
    """Copy what a backup does not hold yet; its ``keep`` newest databases stay, and all kept bytes.

    Raises HomeError where there is no archive or the folder is the home's own, BusyError where another backup is at
    work in it, ArchiveError where disk or database fail; what was backed up before stays whole.
    """
    source = home / "work" / "archive.db"
    if not source.is_file():
        raise no_archive(home)
    if target.resolve() in {home.resolve(), (home / "work").resolve(), (home / "warc").resolve()}:
        raise HomeError(f"{target} is the archive itself: back it up to another folder, best on another disk")
    with _told(target), _alone(target):
        (target / "warc").mkdir(exist_ok=True)
        made = target / utc(now).replace(":", "")
        new = target / ".new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        _copy_database(source, new / _DATABASE)
        before = _digests(target)
        digests, copied, size = _copy_new(home / "warc", target / "warc", before, progress)
        manifest = {"made": utc(now), "database": _digest(new / _DATABASE), "warc": digests}
        _write(new / _MANIFEST, json.dumps(manifest, indent=1).encode())
        if made.exists():
            shutil.rmtree(made)
        new.rename(made)
        _sync_folder(target)
        for old in _made(target)[keep:]:
            shutil.rmtree(old)
    gone = tuple(sorted(before.keys() - digests.keys()))
    return Backup(path=made, files=len(digests), copied=copied, size=size, missing=gone)


def restore(source: Path, home: Path, *, progress: Progress | None = None) -> Backup:
    """Make a home of the newest backup in a folder, every file checked against the manifest on the way.

    ``source`` may also be the folder of one time. Raises HomeError where there is no backup or the home holds an
    archive already, ArchiveError, naming the file, where one is missing or damaged; the home is then left without
    a database, so that nothing takes it for an archive.
    """
    made = source if _MADE.fullmatch(source.name) else next(iter(_made(source)), None)
    if made is None or not (made / _MANIFEST).is_file():
        raise HomeError(f"no backup in {source}: give the folder that `thidua backup` was given")
    if (home / "work" / "archive.db").exists() or any((home / "warc").glob("*.warc.gz")):
        raise HomeError(f"{home} holds an archive already: restore into another folder with --home DIR")
    with _told(home):
        manifest = _manifest(made)
        (home / "work").mkdir(parents=True, exist_ok=True)
        (home / "warc").mkdir(exist_ok=True)
        size = 0
        for number, (name, digest) in enumerate(manifest["warc"].items()):
            size += _copy_checked(made.parent / "warc" / name, home / "warc" / name, digest)
            if progress:
                progress(number + 1, len(manifest["warc"]) + 1)
        # Last: a home without its database is no archive, one with it is whole.
        size += _copy_checked(made / _DATABASE, home / "work" / "archive.db", manifest["database"])
        _sync_folder(home / "warc")
        _sync_folder(home / "work")
    return Backup(path=made, files=len(manifest["warc"]), copied=len(manifest["warc"]), size=size)


def _made(folder: Path) -> list[Path]:
    """The times of a backup, the newest first."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted((path for path in found if _MADE.fullmatch(path.name)), reverse=True)


def _digests(target: Path) -> dict[str, str]:
    """What the earlier backups say of the kept bytes they share; the newest word counts."""
    known: dict[str, str] = {}
    for made in reversed(_made(target)):
        known |= _manifest(made)["warc"]
    return known


def _manifest(made: Path) -> dict[str, Any]:
    path = made / _MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_bytes())
        if all(_WARC_NAME.fullmatch(name) for name in manifest["warc"]) and isinstance(manifest["database"], str):
            return manifest
    except (ValueError, KeyError, TypeError):
        pass
    raise ArchiveError(f"{path} is no manifest of a backup: take that of another time")


def _copy_database(source: Path, target: Path) -> None:
    with read_only(source) as connection:
        copy = sqlite3.connect(target)
        try:
            connection.backup(copy)  # in one step: readers of a WAL file see one moment and hold up nobody
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            copy.close()
    if found != "ok":
        raise ArchiveError(f"{source} is damaged ({found}): not backed up; restore an earlier backup")
    _sync(target)


def _copy_new(
    source: Path, target: Path, known: dict[str, str], progress: Progress | None
) -> tuple[dict[str, str], int, int]:
    """Digests of all files, how many were copied, their bytes. One that has grown or was mended is copied anew."""
    paths = sorted(source.glob("*.warc.gz"))
    digests: dict[str, str] = {}
    copied = size = 0
    for number, path in enumerate(paths):
        held = target / path.name
        if path.name in known and held.is_file() and held.stat().st_size == path.stat().st_size:
            digests[path.name] = known[path.name]
        else:
            digests[path.name], length = _copy(path, held)
            copied, size = copied + 1, size + length
        if progress:
            progress(number + 1, len(paths))
    _sync_folder(target)
    return digests, copied, size


def _copy_checked(source: Path, target: Path, digest: str) -> int:
    if not source.is_file():
        raise ArchiveError(f"{source} is missing: the backup is not whole")
    found, size = _copy(source, target, digest)
    if found != digest:
        raise ArchiveError(f"{source} is damaged: its SHA-256 is not the manifest's; take it from another backup")
    return size


def _copy(source: Path, target: Path, expected: str | None = None) -> tuple[str, int]:
    """Copy a file durably; (its SHA-256, its bytes). The target appears whole, and only if it is what was expected."""
    new = target.with_name(f".{target.name}.new")
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reading, new.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    if expected in {None, digest.hexdigest()}:
        new.replace(target)
    else:
        new.unlink()
    return digest.hexdigest(), size


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _sync(path)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What disk or database refuse, in one line."""
    try:
        yield
    except (OSError, sqlite3.DatabaseError) as error:
        name = getattr(error, "filename", None) or folder
        raise ArchiveError(f"{name}: {getattr(error, 'strerror', None) or error}") from error


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """One backup at a time in a folder."""
    target.mkdir(parents=True, exist_ok=True)
    lock = os.open(target / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(f"another backup is at work in {target}: wait until it has finished") from error
        yield
    finally:
        os.close(lock)
