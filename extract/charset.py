"""Bytes of a page → text: byte order mark, then validity, then what header and page declare."""

from __future__ import annotations

import codecs
import re

from extract.model import Problem

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# What browsers read where a page says so (WHATWG Encoding Standard, labels of windows-1252).
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}


def _codec(label: str) -> str | None:
    name = _LABELS.get(label.lower(), label.lower())
    try:
        info = codecs.lookup(name)
        # Python also knows codecs that are no character sets (base64, zip); a decode of nothing tells them apart.
        return info.name if isinstance(b"".decode(name), str) else None
    except (LookupError, ValueError, TypeError):
        return None


def _utf16_without_bom(body: bytes) -> str | None:
    """Markup is mostly ASCII: in UTF-16 every second byte of its beginning is then zero."""
    head = body[:400]
    if len(head) < 8 or head.count(0) < len(head) // 3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def decode(body: bytes, content_type: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The text of ``body`` and what went wrong on the way (undecodable bytes become U+FFFD, never silently).

    Valid UTF-8 wins over every declaration: Vietnamese in any other encoding is practically never valid UTF-8,
    while servers do declare the wrong one (a UTF-8 page sent as iso-8859-1 is the usual case).
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _replacing(body[len(bom) :], name)
    if wide := _utf16_without_bom(body):
        return _replacing(body, wide)
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = [m[1] for m in [_IN_HEADER.search(content_type or "")] if m]
    declared += [m[1].decode("ascii", "replace") for m in [_DECLARED.search(body[:4096])] if m]
    for name in filter(None, map(_codec, declared)):
        if name == "utf-8":
            continue
        try:
            return body.decode(name), ()
        except UnicodeDecodeError:
            continue
    return _replacing(body, "utf-8")


def _replacing(body: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    text = body.decode(name, "replace")
    lost = text.count("\ufffd")
    return text, (Problem(kind="charset", detail=f"{lost} undecodable places, read as {name}"),) if lost else ()
