"""Generated metadata: current, complete, and true to the schema."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import pytest
from datasette.app import DEFAULT_SETTINGS
from sqlite_utils import Database

from archive import metadata
from archive.metadata import MetadataError, parse_query, parse_schema

ROOT = Path(__file__).parents[1]
SCHEMA = resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8")
CONTRACT = (
    "sources runs captures articles facts organizations people blocs bloc_members bloc_leaders campaigns awards "
    "award_forms events evidence issues"
)


@pytest.mark.parametrize(
    ("path", "generate"), [("metadata.json", metadata.metadata_json), ("docs/data.md", metadata.data_dictionary)]
)
def test_the_committed_file_is_current(path: str, generate: object) -> None:
    assert callable(generate)
    assert (ROOT / path).read_text(encoding="utf-8") == generate(), "run: python -m archive.metadata"


def test_every_public_table_and_column_is_described() -> None:
    database = Database(memory=True)
    database.executescript(SCHEMA)
    tables = metadata.generate()["databases"]["archive"]["tables"]
    public = {table.name for table in metadata.public_tables()}
    assert set(CONTRACT.split()) <= public
    for name in public:
        assert tables[name]["title"]
        assert tables[name]["description"]
        assert list(tables[name]["columns"]) == [column.name for column in database.table(name).columns]
        assert all(tables[name]["columns"].values())
    everything = set(database.table_names()) - {"sqlite_sequence"}
    assert everything - public == set(metadata.private_tables()) | set(metadata.INDEX_TABLES) - {"articles_fts_src"}


def test_what_a_table_is_looked_at_by_exists() -> None:
    columns = {table.name: {column.name for column in table.columns} for table in metadata.public_tables()}
    assert metadata.VIEWS.keys() <= columns.keys()
    for name, view in metadata.VIEWS.items():
        named = {view[key] for key in ("label_column", "sort", "sort_desc") if key in view}
        assert named | set(view.get("facets", ())) <= columns[name]


def test_private_tables_are_denied_and_the_search_index_is_not_among_them() -> None:
    assert metadata.private_tables() == ("bands", "ledger", "readings", "hosts", "state")
    tables = metadata.generate()["databases"]["archive"]["tables"]
    for name in ("ledger", "readings", "articles_fts", "articles_fts_data", "articles_fts_src"):
        assert tables[name] == {"allow": False, "hidden": True}


def test_settings_are_known_to_datasette_and_public_sql_is_off() -> None:
    chosen = json.loads((ROOT / "settings.json").read_text(encoding="utf-8"))
    assert chosen.keys() <= DEFAULT_SETTINGS.keys()
    assert not any(chosen[name] for name in ("default_allow_sql", "allow_download", "suggest_facets"))


def test_the_checkout_links_to_the_package() -> None:
    for name in ("templates", "plugins", "static", "queries"):
        assert (ROOT / name).readlink() == Path("archive/site") / name


def test_a_table_without_a_comment_is_an_error() -> None:
    with pytest.raises(MetadataError, match="table medals has no comment above it"):
        parse_schema("-- About something else.\n\nCREATE TABLE medals (\n  id INTEGER PRIMARY KEY\n) STRICT;")


def test_a_column_without_a_comment_is_an_error_unless_private() -> None:
    text = "-- {}Medals.\nCREATE TABLE medals (\n  id INTEGER PRIMARY KEY,\n  metal TEXT\n) STRICT;"
    with pytest.raises(MetadataError, match=r"column medals\.metal has no comment beside it"):
        parse_schema(text.format(""))
    (medals,) = parse_schema(text.format("private "))
    assert medals.private
    assert medals.description == "Medals."


def test_comments_of_several_lines_and_references_are_read() -> None:
    (medals,) = parse_schema(
        "-- Medals,\n-- of all metals.\nCREATE TABLE medals (\n"
        '  id INTEGER PRIMARY KEY,\n  "end" TEXT NOT NULL,  -- ribbon - or not\n'
        "  owner INTEGER REFERENCES people(id)\n) STRICT;\nCREATE INDEX medals_owner ON medals(owner);"
    )
    assert medals.description == "Medals, of all metals."
    end, owner = medals.columns[1:]
    assert (end.name, end.description) == ("end", "ribbon - or not")
    assert (owner.reference, owner.description) == ("people.id", "its row in people")


def test_a_query_file_must_say_what_it_is() -> None:
    header = "-- title: T\n-- description: D\n-- parameter a: first\n-- example: ?a=1\n"
    query = parse_query("q", header + "SELECT :a")
    assert (query.parameters, query.sql) == ((("a", "first"),), "SELECT :a")
    with pytest.raises(MetadataError, match=r"queries/q\.sql: no line '-- example: …' on top"):
        parse_query("q", "-- title: T\n-- description: D\nSELECT 1")
    with pytest.raises(MetadataError, match=r"queries/q\.sql: '-- colour: red' is none of"):
        parse_query("q", "-- colour: red\nSELECT 1")


def test_every_parameter_of_a_query_is_documented() -> None:
    for query in metadata.queries():
        assert set(re.findall(r"(?<!:):([a-z_]+)", query.sql)) == {name for name, _ in query.parameters}
