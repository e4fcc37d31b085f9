"""Serve a home with Datasette, and the demonstration's papers beside it so that links to originals open."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from archive.store import HomeError, open_store
from thidua.demo.papers import DemoPapers


class PortTaken(Exception):
    """A port that the site or the papers need is in use; the message names it and says what to do."""


def require_free(port: int) -> None:
    """Raise PortTaken unless the site can listen on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortTaken(f"port {port} is taken ({error.strerror}): give another one with --port") from error


def serve(home: Path, port: int) -> None:
    """Run Datasette over the home until it is interrupted. Raises HomeError where nothing is published."""
    if not (home / "archive.db").exists():
        raise HomeError(f"{home / 'archive.db'} does not exist: run `thidua demo` or `thidua crawl` first")
    click.echo(f"Serving at http://127.0.0.1:{port} (Ctrl-C ends)")
    command = [sys.executable, "-m", "datasette", "serve", str(home), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command)  # noqa: S603 - our own interpreter, no shell
    try:
        server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()


@contextmanager
def papers_of(home: Path) -> Iterator[None]:
    """Keep the demonstration's papers up, as of the home's last day, where the home holds them."""
    if not (home / "work" / "archive.db").exists():
        yield
        return
    with open_store(home) as store:
        day = store.finished_runs("crawl")
        is_demo = store.scalar("SELECT max(demo) FROM sources") == 1
    if not is_demo:
        yield
        return
    with papers_at(day):
        yield


@contextmanager
def papers_at(day: int) -> Iterator[None]:
    """The demonstration's papers as of a day. Raises PortTaken where one of their ports is in use."""
    papers = DemoPapers(day=day)
    try:
        papers.start()
    except OSError as error:
        raise PortTaken(error.strerror or str(error)) from error
    try:
        yield
    finally:
        papers.stop()
