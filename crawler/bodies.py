"""From the bytes as sent to the bytes that were meant, and whether they are whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

MAX_SIZE = 8_000_000  # of a body, as sent and unpacked alike: the largest of 1,031 real pages has 1.6 MB

# How a document that came to its end ends; what may follow are comments and space.
_CLOSED = re.compile(rb"</(?:html|body|rss|feed|urlset|sitemapindex|rdf:RDF)\s*>", re.IGNORECASE)
_WALL = re.compile(rb"document\.cookie|location\.(?:reload|replace|href\s*=)|http-equiv=.?refresh", re.IGNORECASE)
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # of UTF-16, whose text is full of NUL bytes
_WALL_SIZE = 2_000


class BodyError(Exception):
    """A body that is not what it should be; ``again``: asking another time may help."""

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.again = again


def decoded(body: bytes, encodings: Sequence[str], limit: int = MAX_SIZE) -> bytes:
    """The body without its content codings (``encodings`` in the order of the header).

    Raises BodyError for a body cut off, larger than ``limit`` when unpacked, or in a coding never asked for.
    """
    for encoding in reversed([name.strip().lower() for name in encodings if name.strip()]):
        match encoding:
            case "gzip" | "x-gzip":
                body = _inflated(body, zlib.MAX_WBITS | 16, limit)
            case "deflate":
                # RFC 9110 means zlib's format; some servers send the bare stream.
                zlib_format = body[:1] == b"\x78"
                body = _inflated(body, zlib.MAX_WBITS if zlib_format else -zlib.MAX_WBITS, limit)
            case "identity":
                pass
            case _:
                raise BodyError(f"content coding {encoding!r}, which was not asked for", again=False)
    return body


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    whole = b""
    while body:
        inflate = zlib.decompressobj(window)
        try:
            whole += inflate.decompress(body, limit + 1 - len(whole))
        except zlib.error as error:
            raise BodyError(f"broken compression: {error}", again=True) from error
        if len(whole) > limit:
            raise BodyError(f"more than {limit} bytes when unpacked", again=False)
        if not inflate.eof:
            raise BodyError("cut off: the compressed body does not come to its end", again=True)
        body = inflate.unused_data.lstrip(b"\0")
        if window != zlib.MAX_WBITS | 16:
            break  # only gzip may hold several members
    return whole


def check(body: bytes, kind: str, *, length_known: bool) -> None:
    """Whether an answer 200 is the page that was asked for. Raises BodyError with what it is instead.

    ``length_known``: the connection itself told that the body is whole (a length, or chunks with an end).
    """
    if not length_known and not _CLOSED.search(body[-4_000:]):
        raise BodyError("cut off: no length was given and the document does not come to its end", again=True)
    if kind not in {"article", "section"}:
        return
    if not body.strip():
        raise BodyError("an empty page", again=True)
    if body.startswith(b"%PDF") or (b"\0" in body[:1024] and not body.startswith(_MARKS)):
        raise BodyError("not a page: binary data", again=False)
    if len(body) < _WALL_SIZE and _WALL.search(body):
        raise BodyError(f"a wall: {len(body)} bytes of script in place of a page", again=True)
