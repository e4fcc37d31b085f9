"""Cells of tables: addresses become links if a browser may follow them, numbers of facts lead to their article."""

import re
from typing import Any

from datasette import hookimpl
from markupsafe import Markup

from archive.metadata import DATABASE

_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_SHOWN = 48  # characters of an address that a cell has room for


def short(url: str) -> str:
    """An address as a cell shows it."""
    bare = re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")
    return bare if len(bare) <= _SHOWN else f"{bare[: _SHOWN - 1]}…"


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: object, column: str, database: str, datasette: Any) -> Markup | None:
    if database == DATABASE and column == "fact_id" and isinstance(value, int):
        return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/{DATABASE}/facts/{value}"), value)
    if isinstance(value, str) and _WEB.fullmatch(value):
        return Markup('<a href="{}" title="{}" rel="noopener noreferrer nofollow">{}</a>').format(
            value, value, short(value)
        )
    return None
