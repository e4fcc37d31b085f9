"""Bodies: unpacked whole, or named for what they are."""

import gzip
import zlib

import pytest

from archive.coding import BodyError
from archive.coding import decoded as unpacked
from crawler.bodies import LARGEST, check


def decoded(body: bytes, encodings: list[str]) -> bytes:
    return unpacked(body, encodings, LARGEST["article"])


TEXT = "Khối thi đua các cơ quan tỉnh. ".encode() * 200
RAW = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("body", "codings"),
    [
        (TEXT, []),
        (TEXT, [""]),
        (TEXT, ["identity"]),
        (gzip.compress(TEXT), ["gzip"]),
        (gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]) + bytes(9), ["X-Gzip"]),
        (zlib.compress(TEXT), ["deflate"]),
        (RAW.compress(TEXT) + RAW.flush(), ["deflate"]),
        (gzip.compress(zlib.compress(TEXT)), ["deflate", " gzip"]),
        (b"", ["gzip"]),
    ],
    ids=["plain", "none", "identity", "gzip", "members", "zlib", "raw", "twice", "empty"],
)
def test_what_was_packed_is_unpacked(body: bytes, codings: list[str]) -> None:
    assert decoded(body, codings) == (TEXT if body else b"")


@pytest.mark.parametrize("missing", [1, 8, 40])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_body_cut_off_is_never_half_a_page(pack: object, missing: int) -> None:
    coding = "gzip" if pack is gzip.compress else "deflate"
    with pytest.raises(BodyError, match="cut off") as caught:
        decoded(pack(TEXT)[:-missing], [coding])  # type: ignore[operator]
    assert caught.value.again


def test_bombs_are_refused_in_every_layer() -> None:
    bomb = gzip.compress(bytes(20_000_000))
    for body, codings in ((bomb, ["gzip"]), (gzip.compress(bomb), ["gzip", "gzip"])):
        with pytest.raises(BodyError, match="more than 16000000 bytes when unpacked") as caught:
            decoded(body, codings)
        assert not caught.value.again


def test_an_unknown_coding_is_named() -> None:
    with pytest.raises(BodyError, match="content coding 'br'"):
        decoded(TEXT, ["br"])


@pytest.mark.parametrize(
    ("body", "kind", "length_known"),
    [
        (b"<html><p>Tin</p></html>\n<!-- 0.02s -->", "article", False),
        (b"<rss></rss>", "feed", False),
        (b"<html><p>no end", "article", True),
        (b"<html>document.cookie " + TEXT, "article", True),  # any page may set a cookie
        ("<p>Tin</p>".encode("utf-16"), "article", True),
        (b"\x1f\x8b\x08\x00\x00packed", "sitemap", True),
        (b"", "robots", True),
    ],
)
def test_pages_pass(body: bytes, kind: str, *, length_known: bool) -> None:
    check(body, kind, length_known=length_known)


@pytest.mark.parametrize(
    ("body", "kind", "length_known", "reason"),
    [
        (b"<html><p>no end", "article", False, "cut off"),
        (b"<rss><item>", "feed", False, "cut off"),
        (b" \n", "section", True, "an empty page"),
        (b"%PDF-1.7", "article", True, "binary data"),
        (b"GIF89a\x00\x00", "article", True, "binary data"),
        (b'<meta http-equiv="refresh" content="0">', "article", True, "a wall: 39 bytes"),
        (b"<script>location.href='/?k=1'</script>", "section", True, "a wall: "),
    ],
)
def test_what_is_no_page_is_named(body: bytes, kind: str, reason: str, *, length_known: bool) -> None:
    with pytest.raises(BodyError, match=reason):
        check(body, kind, length_known=length_known)
