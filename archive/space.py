"""Room on the disk: a run stops while there is still some."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from sqlite_utils.utils import sqlite3

KEEP_FREE = 500_000_000  # bytes that a run leaves free for what else lives on the disk


class NoSpaceError(OSError):
    """A disk that is full, or nearly so; the message says how much is left and how much is wanted."""


def require_space(folder: Path, keep_free: int) -> None:
    """Raises NoSpaceError where less than ``keep_free`` bytes are free."""
    free = shutil.disk_usage(folder).free
    if free < keep_free:
        raise NoSpaceError(f"{free // 1_000_000} MB are free, {keep_free // 1_000_000} MB must stay so")


def is_no_space(error: BaseException | None) -> bool:
    """Whether an error of the file system or of SQLite says that there is no room."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
    full = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return isinstance(error, NoSpaceError) or (isinstance(error, OSError) and error.errno in full)
