"""What the templates may ask of the archive; each is a coroutine that only the pages that need it call."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from datasette import hookimpl

from archive import article_page, front_page
from archive.metadata import ABOUT, DATABASE, LICENSE, LICENSE_URL, TITLE, queries


def when(iso: str | None) -> str:
    """``2024-01-05T19:08:00+07:00`` → ``5 January 2024, 19:08``; a day alone stays one; UTC is said."""
    if not iso:
        return ""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    day = f"{moment.day} {moment:%B %Y}"
    if len(iso) == len("2024-01-05"):
        return day
    return f"{day}, {moment:%H:%M}{' UTC' if moment.tzname() == 'UTC' else ''}"


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    async def rows(sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        found = await datasette.databases[DATABASE].execute(sql, dict(parameters))
        return [dict(row) for row in found.rows]

    def asking(function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def ask(*arguments: object) -> Any:
            return await function(rows, *arguments) if DATABASE in datasette.databases else None

        return ask

    async def labels(table: str, row: Any) -> dict[str, tuple[str, Any]]:
        """Column → (table, label) of each reference of a row: Datasette labels them in tables, but not on row pages."""
        found = {}
        for key in await datasette.databases[DATABASE].foreign_keys_for_table(table):
            value = row[key["column"]]
            label = (await datasette.expand_foreign_keys(DATABASE, table, key["column"], [value])).get(
                (key["column"], value)
            )
            if value is not None:
                found[key["column"]] = (key["other_table"], value if label is None else label)
        return found

    env.filters["when"] = when
    env.globals.update(
        site_title=TITLE,
        site_about=ABOUT,
        site_license=LICENSE,
        site_license_url=LICENSE_URL,
        site_database=DATABASE,
        canned_queries={query.name: query for query in queries()},
        archive_is_demo=asking(front_page.is_demo),
        archive_front=asking(front_page.read),
        archive_forms=asking(front_page.award_forms),
        archive_provinces=asking(front_page.provinces),
        archive_fact=asking(front_page.fact),
        archive_fact_counts=asking(front_page.fact_counts),
        archive_excerpt=asking(front_page.excerpt),
        archive_article=asking(article_page.read),
        row_labels=labels,
    )
