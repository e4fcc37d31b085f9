"""The invented newspapers as real HTTP servers on loopback, one port a paper.

``python -m thidua.demo.papers --day 1`` serves them until Ctrl-C, to be looked at by hand.
"""

from __future__ import annotations

import errno
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple

import click

from thidua.demo.content import PAPERS, Paper
from thidua.demo.site import HANOI, Resource, Site

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from types import TracebackType

__all__ = ["PAPERS", "DemoPapers", "Paper", "Request"]

LOOPBACK = "127.0.0.1"
LAST_DAY = 3  # nothing changes from here on


class Request(NamedTuple):
    """One request as it was answered; ``path`` holds the query too."""

    host: str
    path: str
    status: int


class DemoPapers:
    """The papers (default: all), served while the ``with`` block runs.

    ``day`` says which day they print and may be changed at any time; 1 is the first, nothing is new from day 3.
    ``clock`` is the time that page headers print (default: now, in Vietnam). ``on_request`` is called with the
    number of each request, from 1, after it was noted and before it is answered. With ``anywhere`` the papers listen
    on free ports, which ``targets`` tells by host, while their addresses stay what they are.

    Raises OSError naming the port if one of them is taken, ValueError for a day before the first.
    """

    def __init__(
        self,
        day: int = 1,
        *,
        papers: tuple[Paper, ...] = PAPERS,
        anywhere: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(HANOI),
        on_request: Callable[[int], None] | None = None,
    ) -> None:
        self.day = day
        self.papers = papers
        self.anywhere = anywhere
        self.clock = clock
        self.on_request = on_request
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        self._servers: list[_Server] = []

    @property
    def targets(self) -> dict[str, tuple[str, int]]:
        """Where each paper listens, by host, while they are served."""
        return {server.paper.host: (LOOPBACK, server.server_port) for server in self._servers}

    @property
    def day(self) -> int:
        return self._day

    @day.setter
    def day(self, day: int) -> None:
        if day < 1:
            raise ValueError(f"day {day}: the papers' first day is 1")
        self._day = day

    def __enter__(self) -> DemoPapers:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Bind every port and serve; all or none."""
        try:
            for paper in self.papers:
                self._servers.append(_Server(paper, self))
        except OSError:
            self.stop()
            raise
        for server in self._servers:
            server.start()

    def stop(self) -> None:
        """Free the ports; open connections are closed, so that nobody is served by a paper that has stopped."""
        while self._servers:
            self._servers.pop().stop()

    def note(self, request: Request) -> None:
        """Keep a request; called by the servers, from their threads."""
        with self._lock:
            self.requests.append(request)
            number = len(self.requests)
        if self.on_request is not None:
            self.on_request(number)


@lru_cache(maxsize=len(PAPERS) * LAST_DAY)
def _site(paper: Paper, day: int) -> Site:
    return Site(paper, day)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True  # the port is free again at once, connections of the last run in TIME_WAIT or not
    request_queue_size = 64

    def __init__(self, paper: Paper, papers: DemoPapers) -> None:
        self.paper = paper
        self.papers = papers
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), name=paper.id, daemon=True)
        try:
            super().__init__((LOOPBACK, 0 if papers.anywhere else paper.port), _Handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            message = f"port {paper.port} on {LOOPBACK} is taken, and {paper.name} needs it; end the other program"
            raise OSError(error.errno, f"{message} (another run of the demo?) and try again") from error

    @property
    def site(self) -> Site:
        return _site(self.paper, min(self.papers.day, LAST_DAY))

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        if self._thread.is_alive():
            self.shutdown()
            self._thread.join()
        self.server_close()
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.shutdown(2)

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        if not isinstance(request, tuple):
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        if not isinstance(request, tuple):
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        # A reader that goes away in the middle of a page is no error of the paper.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "DemoPapers"
    sys_version = ""
    wbufsize = -1  # head and body leave in one packet: two would wait for a delayed acknowledgement
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        papers, paper = self.server.papers, self.server.paper
        resource = self.server.site.get(self.path)
        status = 304 if resource.status == 200 and self._is_known(resource) else resource.status
        papers.note(Request(paper.host, self.path, status))
        body = resource.sent(papers.clock()) if status in {200, 404} else b""
        self.send_response(status)
        if resource.location is not None:
            self.send_header("Location", paper.origin + resource.location)
        if status in {200, 304}:
            self.send_header("ETag", resource.etag)
            self.send_header("Last-Modified", format_datetime(resource.changed.astimezone(UTC), usegmt=True))
        if status != 304:
            self.send_header("Content-Type", resource.media_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _is_known(self, resource: Resource) -> bool:
        """RFC 9110, 13.2.2: a date counts only where no entity tag is given."""
        if tags := self.headers.get("If-None-Match"):
            held = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return "*" in held or resource.etag in held
        if date := self.headers.get("If-Modified-Since"):
            try:
                return resource.changed <= parsedate_to_datetime(date)
            except (TypeError, ValueError):  # not a date, or one without a zone: as if it were not there
                return False
        return False

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Silent: ``DemoPapers.requests`` is the log."""


@click.command()
@click.option("--day", type=click.IntRange(min=1), default=1, show_default=True, help="Which day the papers print.")
def main(day: int) -> None:
    """Serve the invented newspapers on loopback until Ctrl-C."""
    try:
        with DemoPapers(day=day), suppress(KeyboardInterrupt):
            for paper in PAPERS:
                click.echo(f"{paper.name:<16} {paper.origin}/   ({paper.platform})")
            click.echo("Ctrl-C ends.")
            threading.Event().wait()
    except OSError as error:
        raise click.ClickException(error.strerror or str(error)) from error


if __name__ == "__main__":
    main()
