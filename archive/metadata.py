"""What Datasette and readers are told about the archive, generated: ``python -m archive.metadata``.

Descriptions of tables and columns are the comments of ``schema.sql``; the canned queries are the files
under ``site/queries``, whose header comments are their title, description, parameters and example.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

DATABASE: Final = "archive"  # Datasette names a database after its file, archive.db
TITLE: Final = "Thi Đua Archive"
ABOUT: Final = (
    "Emulation blocs (khối, cụm thi đua), their members and leaders, emulation campaigns, awards and events, "
    "read from Vietnamese newspapers. Every fact stands beside the exact words it was read from."
)
LICENSE: Final = "CC BY 4.0 for facts and annotations; the newspapers' texts remain their publishers'"
LICENSE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
SOURCE: Final = "Vietnamese newspapers; each article names its own and links to it"

# What a schema cannot say: which column names a row, and how a table is best looked at.
VIEWS: Final[dict[str, dict[str, Any]]] = {
    "sources": {"label_column": "name", "sort": "name"},
    "runs": {"label_column": "started", "sort_desc": "started"},
    "captures": {"label_column": "url", "sort_desc": "fetched_at", "facets": ["source_id", "kind", "status"]},
    "articles": {
        "label_column": "title",
        "sort_desc": "published",
        "facets": ["source_id"],
        "fts_table": "articles_fts",
        "fts_pk": "id",
        "size": 20,
    },
    "versions": {"label_column": "title", "sort_desc": "replaced"},
    "copies": {"label_column": "basis", "facets": ["basis"]},
    "sightings": {"label_column": "url", "facets": ["source_id", "how"]},
    "blocks": {"label_column": "kind", "facets": ["kind"]},
    "corrections": {"label_column": "title"},
    "rules": {"label_column": "id", "sort": "id", "facets": ["kind"], "size": 100},
    "facts": {"label_column": "quote", "facets": ["kind", "rule"]},
    "evidence": {"label_column": "quote", "facets": ["block"]},
    "organizations": {"label_column": "name", "sort": "name"},
    "people": {"label_column": "name", "sort": "name"},
    "blocs": {"label_column": "name", "sort": "name", "facets": ["level", "province"]},
    "bloc_members": {"label_column": "name", "sort": "bloc", "facets": ["year"]},
    "bloc_leaders": {"label_column": "organization", "sort_desc": "year", "facets": ["role", "year"]},
    "campaigns": {"label_column": "name", "sort": "name"},
    "award_forms": {"label_column": "name", "sort": "name", "facets": ["kind"], "size": 100},
    "awards": {"label_column": "award", "sort_desc": "year", "facets": ["status", "year", "form_id"]},
    "events": {"label_column": "date", "sort_desc": "date", "facets": ["kind"]},
    "issues": {"label_column": "kind", "facets": ["stage", "kind", "source_id"]},
}
INDEX_TABLES: Final = tuple(f"articles_fts{part}" for part in ("", "_data", "_idx", "_docsize", "_config", "_src"))

_CREATE = re.compile(r"CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)")
_COLUMN = re.compile(r'  "?(\w+)"? (TEXT|INTEGER|REAL|BLOB)\b([^-]*)(?:-- (.*))?$')
_REFERENCE = re.compile(r"REFERENCES (\w+)\((\w+)\)")
_HEADER = re.compile(r"-- (title|description|example|parameter (\w+)): (.+)")


class MetadataError(ValueError):
    """A comment that should be there is not; the message names the file and what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its SQL type, the ``table.column`` it refers to, and what it means."""

    name: str
    type: str
    reference: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table or view of schema.sql with its comment; ``private`` ones are never published."""

    name: str
    description: str
    private: bool
    view: bool
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A canned query: its file's header and its SQL. ``parameters`` are (name, description) pairs."""

    name: str
    title: str
    description: str
    parameters: tuple[tuple[str, str], ...]
    example: str
    sql: str


def parse_schema(text: str) -> tuple[Table, ...]:
    """Tables and views of a schema in order, each described by the comment lines right above it.

    Raises MetadataError for a table or a column without a description; row numbers and references describe themselves.
    """
    tables: list[Table] = []
    comment: list[str] = []
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith("--"):
            comment.append(line[2:].strip())
        elif not line:
            comment = []
        elif created := _CREATE.match(line):
            if comment or (created[1] == "TABLE" and "VIRTUAL" not in line):
                tables.append(_table(created, " ".join(comment), lines if line.endswith("(") else iter(())))
            comment = []
    return tuple(tables)


def _table(created: re.Match[str], description: str, lines: Any) -> Table:
    name = created[2]
    if not description:
        raise MetadataError(f"schema.sql: table {name} has no comment above it")
    private = description.startswith("private ")
    columns = []
    for line in lines:
        if line.startswith(")"):
            break
        if found := _COLUMN.match(line):
            columns.append(_column(name, found, required=not private))
    return Table(
        name=name,
        description=description.removeprefix("private "),
        private=private,
        view=created[1] == "VIEW",
        columns=tuple(columns),
    )


def _column(table: str, found: re.Match[str], *, required: bool) -> Column:
    reference = _REFERENCE.search(found[3])
    description = found[4] or ""
    if not description and reference:
        description = f"its row in {reference[1]}"
    elif not description and "PRIMARY KEY" in found[3] and found[2] == "INTEGER":
        description = "number of the row, within this archive only"
    if required and not description:
        raise MetadataError(f"schema.sql: column {table}.{found[1]} has no comment beside it")
    return Column(
        name=found[1],
        type=found[2],
        reference=f"{reference[1]}.{reference[2]}" if reference else "",
        description=description,
    )


def parse_query(name: str, text: str) -> Query:
    """A query file: comment lines ``title:``, ``description:``, ``parameter NAME:``, ``example:``, then one SELECT.

    Raises MetadataError for a file without one of them or with any other comment on top.
    """
    values: dict[str, str] = {}
    parameters: list[tuple[str, str]] = []
    lines = text.splitlines()
    while lines and lines[0].startswith("--"):
        line = lines.pop(0)
        found = _HEADER.fullmatch(line)
        if not found:
            raise MetadataError(f"queries/{name}.sql: {line!r} is none of title, description, parameter NAME, example")
        if found[2]:
            parameters.append((found[2], found[3]))
        else:
            values[found[1]] = found[3]
    if missing := {"title", "description", "example"} - values.keys():
        raise MetadataError(f"queries/{name}.sql: no line '-- {min(missing)}: …' on top")
    return Query(name=name, parameters=tuple(parameters), sql="\n".join(lines).strip(), **values)


@cache
def schema_tables() -> tuple[Table, ...]:
    """Tables and views of the package's schema.sql."""
    return parse_schema(resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8"))


@cache
def queries() -> tuple[Query, ...]:
    """The canned queries of the package, by name."""
    folder = resources.files("archive").joinpath("site", "queries")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(parse_query(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8")) for file in files)


def public_tables() -> tuple[Table, ...]:
    """The tables that are published, in the schema's order."""
    return tuple(table for table in schema_tables() if not table.private and not table.view)


def private_tables() -> tuple[str, ...]:
    """Names of the tables that are never published; the search index and its view are not among them."""
    return tuple(table.name for table in schema_tables() if table.private and not table.view)


def generate() -> dict[str, Any]:
    """Datasette's metadata: titles, descriptions, licence, labels, facets, canned queries, and what is denied."""
    tables: dict[str, Any] = {
        table.name: {
            "title": table.name.replace("_", " ").capitalize(),
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
            **VIEWS.get(table.name, {}),
        }
        for table in public_tables()
    }
    # The index repeats whole texts and its view the articles; _search works all the same.
    denied = {name: {"allow": False, "hidden": True} for name in (*INDEX_TABLES, *private_tables())}
    return {
        "title": TITLE,
        "description": ABOUT,
        "license": LICENSE,
        "license_url": LICENSE_URL,
        "source": SOURCE,
        "databases": {
            DATABASE: {
                "title": "All tables",
                "tables": tables | denied,
                "queries": {query.name: _query_metadata(query) for query in queries()},
            }
        },
    }


def _query_metadata(query: Query) -> dict[str, Any]:
    return {
        "sql": query.sql,
        "title": query.title,
        "description": query.description,
        "params": [name for name, _ in query.parameters],
        "example": query.example,
        "hide_sql": True,
    }


def metadata_json() -> str:
    """The text of metadata.json."""
    return json.dumps(generate(), ensure_ascii=False, indent=2) + "\n"


def data_dictionary() -> str:
    """The text of docs/data.md: every public table and column, every canned query."""
    parts = [
        "# Data dictionary",
        (
            "Generated by `python -m archive.metadata` from the comments of `archive/schema.sql` and the headers of "
            "`archive/site/queries/*.sql`; edit those."
        ),
        f"{ABOUT}\n\nLicence: {LICENSE} (<{LICENSE_URL}>).",
        "Spans count Unicode code points into `articles.text`, which is NFC: `quote = text[start:end]`.",
        "## Tables",
    ]
    for table in public_tables():
        parts.append(f"### {table.name}\n\n{table.description}")
        rows = "\n".join(
            f"| `{column.name}` | {column.type} | {_linked(column)} | {_cell(column.description)} |"
            for column in table.columns
        )
        parts.append(f"| column | type | refers to | meaning |\n|---|---|---|---|\n{rows}")
    parts.append("## Canned queries")
    for query in queries():
        parts.append(f"### {query.name}\n\n**{query.title}.** {query.description}")
        parts.append("\n".join(f"- `{name}`: {description}" for name, description in query.parameters))
        parts.append(f"Example: `/{DATABASE}/{query.name}{query.example}`")
    return "\n\n".join(parts) + "\n"


def _linked(column: Column) -> str:
    return f"[{column.reference}](#{column.reference.partition('.')[0]})" if column.reference else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def write(root: Path) -> tuple[Path, ...]:
    """Write metadata.json and docs/data.md under ``root``; returns their paths."""
    paths = (root / "metadata.json", root / "docs" / "data.md")
    for path, text in zip(paths, (metadata_json(), data_dictionary()), strict=True):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths


if __name__ == "__main__":
    for written in write(Path(__file__).parents[1]):
        print(f"wrote {written}")  # noqa: T201 - says what the command did
