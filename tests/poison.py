"""Functions for a worker process that behave as the hostile page in their hands says."""

from __future__ import annotations

import ctypes
import os
import time
from concurrent.futures import Future

from archive.reading import PageRead, PageReader, read_whole
from extract.model import PageHints


def obey(body: bytes, *rest: object) -> PageRead:
    """Read a page, or do what one of these words in it commands."""
    if b"#raise" in body:
        raise IndexError("list index out of range")
    if b"#abort" in body:
        os.abort()
    if b"#crash" in body:
        ctypes.string_at(0)
    if b"#exit" in body:
        os._exit(0)
    if b"#hang" in body:
        time.sleep(600)
    if b"#spin" in body:
        sum(range(10**12))  # C code that gives way to no signal handler
    if b"#eat" in body:
        hoard = []
        while True:
            hoard.append(bytes(1 << 20))
    return read_whole(body, *rest)  # type: ignore[arg-type]


class ObedientReader(PageReader):
    """A reader whose worker does what a page commands."""

    def submit(
        self, body: bytes, url: str, content_type: str | None, hints: PageHints, fetched: str | None = None
    ) -> Future[PageRead]:
        """Ask for a page."""
        return self.worker.submit(obey, body, url, content_type, hints, fetched)
