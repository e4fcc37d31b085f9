"""Serve a home with Datasette, and the demonstration's papers beside it so that links to originals open."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from archive.published import Published, published
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
            raise PortTaken(f"port {port} cannot be used ({error.strerror}): give another one with --port") from error


def serve(home: Path, port: int) -> int:
    """Serve a home until it is told to stop; returns Datasette's exit status.

    Without the demonstration's papers beside it Datasette takes this process's place and nothing is returned.
    Nothing is written: a home may be served while a crawl works in it. Raises HomeError where nothing is published.
    """
    held = published(home)
    if not held.is_demo:
        _become(home, port)
    with papers_at(_day(held)):
        return serve_beside(home, port)


def _become(home: Path, port: int) -> NoReturn:
    _announce(port)
    command = _command(home, port)
    os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell


def serve_beside(home: Path, port: int) -> int:
    """Serve a home in a process of its own, which ends when this one is told to; returns its exit status."""
    _announce(port)
    before = signal.signal(signal.SIGTERM, _stop)
    server = subprocess.Popen(_command(home, port))  # noqa: S603 - our own interpreter, no shell
    try:
        status = server.wait()
    except KeyboardInterrupt:
        status = 0  # Ctrl-C is how it is meant to end
    finally:
        signal.signal(signal.SIGTERM, before)
        server.terminate()
        server.wait()
    return status if status >= 0 else 128 - status


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _announce(port: int) -> None:
    click.echo(f"Serving at http://127.0.0.1:{port} (Ctrl-C ends)")
    sys.stdout.flush()


def _command(home: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "datasette", "serve", str(home), "--host", "127.0.0.1", "--port", str(port)]


def _day(held: Published) -> int:
    """The day whose papers the home holds: a crawl that was cut off has seen the day after the last whole one."""
    return max(1, held.crawls + held.is_cut_off)


@contextmanager
def papers_at(day: int) -> Iterator[DemoPapers]:
    """The demonstration's papers as of a day. Raises PortTaken where one of their ports is in use."""
    papers = DemoPapers(day=day)
    try:
        papers.start()
    except OSError as error:
        raise PortTaken(error.strerror or str(error)) from error
    try:
        yield papers
    finally:
        papers.stop()
