"""Security headers on every response; Datasette's pages about itself are not public."""

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl

Message = Any
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Any, Send], Awaitable[None]]

# No inline script or style anywhere in our templates, so none has to be allowed.
HEADERS = (
    (
        b"content-security-policy",
        (
            b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
            b"base-uri 'none'; frame-ancestors 'none'"
        ),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
)
OPEN = ("/-/static/", "/-/static-plugins/")


def is_hidden(path: str) -> bool:
    """Whether ``path``, below base_url, shows versions, settings, plug-ins, threads, permissions or the like."""
    return f"{path}/".startswith("/-/") and not path.startswith(OPEN)


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    base = datasette.setting("base_url").rstrip("/")

    def wrap(app: App) -> App:
        async def guarded(scope: Message, receive: Any, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return

            async def send_with_headers(message: Message) -> None:
                if message["type"] == "http.response.start":
                    ours = {name for name, _ in HEADERS}
                    kept = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in ours]
                    message = {**message, "headers": [*kept, *HEADERS]}
                await send(message)

            if is_hidden(scope["path"]) or is_hidden(scope["path"].removeprefix(base)):
                await send_with_headers(
                    {"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]}
                )
                await send({"type": "http.response.body", "body": b"Not found"})
            else:
                await app(scope, receive, send_with_headers)

        return guarded

    return wrap
