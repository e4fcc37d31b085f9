"""Addresses that outlive a rebuild: /articles/UID and /facts/UID; the page of a fact is its place in its article."""

from typing import Any

from datasette import Response, hookimpl
from datasette.utils.asgi import NotFound

from archive.metadata import DATABASE

_FACT = "SELECT article_id, uid FROM facts WHERE {} = :key"


async def _fact(datasette: Any, column: str, key: object) -> Any:
    rows = (await datasette.get_database(DATABASE).execute(_FACT.format(column), {"key": key})).rows
    if not rows:
        raise NotFound(f"No fact {key}")
    return Response.redirect(datasette.urls.path(f"/{DATABASE}/articles/{rows[0]['article_id']}#fact-{rows[0]['uid']}"))


async def fact_by_uid(datasette: Any, request: Any) -> Any:
    return await _fact(datasette, "uid", request.url_vars["uid"])


async def fact_by_id(datasette: Any, request: Any) -> Any:
    return await _fact(datasette, "id", int(request.url_vars["id"]))


async def article_by_uid(datasette: Any, request: Any) -> Any:
    uid = request.url_vars["uid"]
    found = await datasette.get_database(DATABASE).execute("SELECT id FROM articles WHERE uid = :uid", {"uid": uid})
    if not found.rows:
        raise NotFound(f"No article {uid}")
    return Response.redirect(datasette.urls.path(f"/{DATABASE}/articles/{found.rows[0]['id']}"))


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    return [
        (rf"^/{DATABASE}/facts/(?P<id>\d{{1,18}})$", fact_by_id),
        (r"^/facts/(?P<uid>\w+)$", fact_by_uid),
        (r"^/articles/(?P<uid>\w+)$", article_by_uid),
    ]
