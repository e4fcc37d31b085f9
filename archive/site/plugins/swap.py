"""Serve the new archive.db as soon as publishing has put it in the place of the old.

Publishing replaces the file, so open connections go on reading the old one, which has no name any more.
"""

import os
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from datasette import hookimpl

App = Callable[[Any, Any, Any], Awaitable[None]]
EVERY = 0.2  # seconds between two looks at the files


def identities(datasette: Any) -> dict[str, tuple[int, int]]:
    """Database name → device and inode of its file; a file that is not there is left out."""
    found = {}
    for name, database in datasette.databases.items():
        if database.path and os.path.exists(database.path):  # noqa: PTH110 - Datasette's own paths are strings
            status = os.stat(database.path)  # noqa: PTH116
            found[name] = (status.st_dev, status.st_ino)
    return found


def reopen(datasette: Any) -> None:
    """Forget what is remembered of the old files. Datasette keeps one connection a thread: new threads open the new."""
    datasette.inspect_data = None
    for database in datasette.databases.values():
        database.cached_hash = database.cached_size = database._cached_table_counts = None  # noqa: SLF001
        if datasette.executor is None and database.path:
            database._read_connection = None  # noqa: SLF001
    if datasette.executor is not None:
        old = datasette.executor
        datasette.executor = ThreadPoolExecutor(max_workers=datasette.setting("num_sql_threads"))
        old.shutdown(wait=False)  # what it has begun it finishes, on the old file


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    seen = identities(datasette)
    looked = time.monotonic()

    def wrap(app: App) -> App:
        async def swapping(scope: Any, receive: Any, send: Any) -> None:
            nonlocal seen, looked
            if scope["type"] == "http" and time.monotonic() - looked >= EVERY:
                looked = time.monotonic()
                now = identities(datasette)
                if any(now[name] != seen.get(name, now[name]) for name in now):
                    reopen(datasette)
                seen = seen | now
            await app(scope, receive, send)

        return swapping

    return wrap
