"""Whether an answer is the page that was asked for, and whole."""

from __future__ import annotations

import re

from archive import coding
from archive.coding import BodyError
from extract.page import MAX_BYTES

# The largest body of each kind that is fetched, kept and read, in bytes, as sent and unpacked alike. The largest of
# 1,031 real pages has 1.6 MB, but a picture or data inside a page may be larger than all of these; the protocol of
# sitemaps allows them 50 MB.
_PLAIN = 5_000_000
LARGEST = {
    "article": MAX_BYTES,
    "section": MAX_BYTES,
    "feed": _PLAIN,
    "sitemap": coding.LARGEST,
    "robots": _PLAIN,
}

# How a document that came to its end ends; what may follow are comments and space.
_CLOSED = re.compile(rb"</(?:html|body|rss|feed|urlset|sitemapindex|rdf:RDF)\s*>", re.IGNORECASE)
_WALL = re.compile(rb"document\.cookie|location\.(?:reload|replace|href\s*=)|http-equiv=.?refresh", re.IGNORECASE)
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # of UTF-16, whose text is full of NUL bytes
_WALL_SIZE = 2_000


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
