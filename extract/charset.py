"""Bytes of a page → text: byte order mark, validity as UTF-8, what header and page declare, validity as Vietnamese."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extract.legacy import recover, spelled
from extract.model import Problem

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# What browsers read where a page says so (WHATWG Encoding Standard, labels of windows-1252).
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_FEW = 3  # words beyond ASCII below which letters tell nothing
_SURE = 0.9  # share of such words that are Vietnamese syllables


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A page's text, the character set it was read in, what that rests on, and what went wrong on the way."""

    text: str
    charset: str
    basis: str
    problems: tuple[Problem, ...] = ()


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


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of ``body`` in Unicode; undecodable bytes become U+FFFD, never silently.

    Valid UTF-8 wins over every declaration: Vietnamese in any other encoding is practically never valid UTF-8,
    while servers do declare the wrong one (a UTF-8 page sent as iso-8859-1 is the usual case). A page that is not
    UTF-8 is read as windows-1258, or in the letters of an older system, where that and only that makes it
    Vietnamese; else as declared. A charset that the letters decided against or without a declaration is a problem.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _replacing(body[len(bom) :], name, "its byte order mark")
    if wide := _utf16_without_bom(body):
        return _replacing(body, wide, "its zero bytes")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        if len(_MANY_BYTES.findall(body)) * 4 < text.count("\ufffd"):
            return _not_utf8(body, content_type)
        return _replacing(body, "utf-8", "its bytes")
    if older := recover(text):
        return _by_letters(*older)
    return Decoded(text=text, charset="utf-8", basis="its bytes")


def _not_utf8(body: bytes, content_type: str | None) -> Decoded:
    labels = [("header", m[1]) for m in [_IN_HEADER.search(content_type or "")] if m]
    labels += [("page", m[1].decode("ascii", "replace")) for m in [_DECLARED.search(body[:4096])] if m]
    declared = [(name, where) for where, label in labels if (name := _codec(label)) and name != "utf-8"]
    for name, where in declared:
        try:
            text = body.decode(name)
        except UnicodeDecodeError:
            continue
        if name != "cp1252" and _is_vietnamese(text):
            return Decoded(text=text, charset=name, basis=f"declared by its {where}")
    latin = body.decode("latin-1").translate(_SIGNS)
    if older := recover(latin):
        return _by_letters(*older)
    if _is_vietnamese(text := body.decode("cp1258", "replace")) and spelled(latin) < spelled(text):
        return _by_letters(text, "cp1258")
    for name, where in declared:
        text = body.decode(name, "replace")
        if text.count("\ufffd") <= len(text) // 1000:
            return Decoded(text=text, charset=name, basis=f"declared by its {where}", problems=_lost(text, name))
    unsure = Problem(kind="charset", detail="neither UTF-8 nor declared nor Vietnamese: read as cp1252")
    if declared or len(_MANY_BYTES.findall(body)):
        return _replacing(body, "utf-8", "nothing")
    return Decoded(text=latin, charset="cp1252", basis="nothing", problems=(unsure,))


# Quotes and dashes of windows-1252, which legacy pages use too; its five undefined bytes stay controls.
_SIGNS = {byte: sign for byte in range(0x80, 0xA0) if (sign := bytes([byte]).decode("cp1252", "ignore"))}


def _is_vietnamese(text: str) -> bool:
    good, total = spelled(text)
    return total >= _FEW and good >= _SURE * total


def _by_letters(text: str, name: str) -> Decoded:
    told = Problem(kind="charset", detail=f"read as {name}, by its letters")
    return Decoded(text=text, charset=name, basis="its letters", problems=(told, *_lost(text, name)))


def _lost(text: str, name: str) -> tuple[Problem, ...]:
    lost = text.count("\ufffd")
    return (Problem(kind="charset", detail=f"{lost} undecodable places, read as {name}"),) if lost else ()


def _replacing(body: bytes, name: str, basis: str) -> Decoded:
    text = body.decode(name, "replace")
    return Decoded(text=text, charset=name, basis=basis, problems=_lost(text, name))
