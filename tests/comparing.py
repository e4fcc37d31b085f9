"""Archives as values: what two of them must share to be called equal."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

DERIVED = (
    "articles",
    "blocks",
    "facts",
    "evidence",
    "organizations",
    "people",
    "blocs",
    "bloc_members",
    "bloc_leaders",
    "campaigns",
    "awards",
    "events",
)
# What an id of this archive stands for in any archive.
_MEANING = {
    "article_id": "SELECT uid FROM articles WHERE id = t.article_id",
    "fact_id": "SELECT uid FROM facts WHERE id = t.fact_id",
    "bloc_id": "SELECT uid FROM facts WHERE id = t.bloc_id",
    "organization_id": "SELECT uid FROM organizations WHERE id = t.organization_id",
    "person_id": "SELECT uid FROM people WHERE id = t.person_id",
    "capture_id": "SELECT url FROM captures WHERE id = t.capture_id",
}


def derived(archive: Path) -> dict[str, set[tuple[object, ...]]]:
    """Every derived table as a set of rows, internal ids replaced by permanent ones."""
    db = Database(archive)
    tables = {}
    for table in DERIVED:
        columns = [column.name for column in db[table].columns if column.name != "id"]
        wanted = ", ".join(f"({_MEANING[name]})" if name in _MEANING else f't."{name}"' for name in columns)
        rows = db.execute(f"SELECT {wanted} FROM {table} t").fetchall()
        tables[table] = set(rows)
        assert len(tables[table]) == len(rows), f"{table} holds the same row twice"
    db.close()
    return tables


def captures(archive: Path) -> set[tuple[str, int, str]]:
    """What was fetched: address, status, digest of the body."""
    db = Database(archive)
    rows = set(db.execute("SELECT url, status, sha256 FROM captures").fetchall())
    db.close()
    return rows
