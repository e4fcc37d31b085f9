"""``killed_opening.py HOME N`` opens a home's archive and dies at the N-th statement; N = 0: tells their number."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from sqlite_utils.utils import sqlite3

from archive.store import open_store

home, last = Path(sys.argv[1]), int(sys.argv[2])
count = 0
connect = sqlite3.connect


def counted(statement: str) -> None:
    global count  # noqa: PLW0603
    count += 1
    if count == last:
        os._exit(9)


def traced(*arguments: Any, **keywords: Any) -> Any:
    connection = connect(*arguments, **keywords)
    connection.set_trace_callback(counted)
    return connection


sqlite3.connect = traced
with open_store(home):
    sys.stdout.write(str(count))
