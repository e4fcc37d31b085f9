"""SQL functions: the search box and the canned queries understand Vietnamese, with diacritics or without."""

from datasette import hookimpl
from sqlite_utils.utils import sqlite3

from archive.search import contains, to_match
from extract.text import fold


# Last, because Datasette registers its own escape_fts through the same hook.
@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.create_function("escape_fts", 1, lambda query: to_match(str(query)), deterministic=True)
    conn.create_function("thidua_contains", 2, contains, deterministic=True)
    conn.create_function("thidua_fold", 1, lambda text: None if text is None else fold(str(text)), deterministic=True)
