"""From the bytes as sent to the bytes that were meant: content codings, bounded."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

LARGEST = 50_000_000  # of anything that is ever kept: the size the sitemap protocol allows


class BodyError(ValueError):
    """A body that is not what it should be; ``again``: asking another time may help."""

    def __init__(self, reason: str, *, again: bool) -> None:
        super().__init__(reason)
        self.again = again


def decoded(body: bytes, encodings: Sequence[str], limit: int = LARGEST) -> bytes:
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
