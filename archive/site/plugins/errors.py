"""A wrong address or parameter is the reader's, not a fault of ours: a page that says so, no traceback in the log."""

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import Response, hookimpl
from datasette import handle_exception as core
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError

# Where rich is installed, Datasette's own hook, which runs all the same, prints each 404 with every local variable.
core.rich = None


@hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Callable[[], Awaitable[Any]] | None:
    if isinstance(exception, Base400):
        status, message, title = exception.status, str(exception.args[0]) if exception.args else "", None
    elif isinstance(exception, DatasetteError):
        status, message, title = exception.status, str(exception.message), exception.title
    else:
        return None

    async def answer() -> Any:
        if request.path.endswith(".json"):
            body = {"ok": False, "error": message, "status": status, "title": title}
            return Response.json(body, status=status)
        context = {"error": message, "title": title, "status": status}
        return Response.html(await datasette.render_template("error.html", context, request=request), status=status)

    return answer
