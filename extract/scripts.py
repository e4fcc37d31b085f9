"""What stands in a page's scripts: taken out before the page is parsed, read where a source says its text is there.

Nothing is ever run. A script is a string of characters, and the only thing read from it is one quoted literal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.model import Problem

_START = re.compile(r"<!--|<(script|style)\b[^>]{0,4000}>", re.IGNORECASE)
_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
_DATA_URI = re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s]{200,}")
_LONG_COMMENT = 1_000  # characters; shorter ones are the parser's
_JSON_LD = re.compile(r"ld\+json", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A page's markup without what its scripts and styles hold, and what the scripts held, in page order."""

    html: str
    scripts: tuple[str, ...]


def take_out(html: str) -> Bare:
    """Empty every script that is not JSON-LD, every style and every data: URI; one pass, whatever the page is.

    The elements stay, since platforms are recognised by them. Long comments go, short ones are passed over whole; a
    script that does not end, or holds the start of another, is left to the parser.
    """
    kept: list[str] = []
    scripts: list[str] = []
    done = position = 0
    endless: set[str] = set()  # what has no end behind here is not searched for again
    while found := _START.search(html, position):
        position = found.end()
        name = (found[1] or "").lower()
        if name in endless:
            continue
        if not name:
            end = html.find("-->", found.start() + 2)
            position = position if end < 0 else end + 3
        else:
            closing = _END[name].search(html, position)
            end = closing.start() if closing else -1
        if end < 0:
            endless.add(name)
            continue
        if not name:
            if end - found.start() > _LONG_COMMENT:
                kept.append(html[done : found.start()])
                done = position
            continue
        inner = html[position:end]
        if not _JSON_LD.search(found[0]) and (name == "style" or "<script" not in inner.lower()):
            kept.append(html[done:position])
            done = end
            if name == "script":
                scripts.append(inner)
        position = end
    kept.append(html[done:])
    return Bare(html=_DATA_URI.sub("data:,", "".join(kept)), scripts=tuple(scripts))


_ESCAPES = {
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "0": "\0",
    "\n": "",
    "\u2028": "",
    "\u2029": "",
}
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r\n|(.))", re.DOTALL)
_LITERALS = {
    '"': re.compile(r'[^"\\\n]*+(?:\\(?:\r\n|.)[^"\\\n]*+)*+"', re.DOTALL),
    "'": re.compile(r"[^'\\\n]*+(?:\\(?:\r\n|.)[^'\\\n]*+)*+'", re.DOTALL),
    "`": re.compile(r"[^`\\]*+(?:\\.[^`\\]*+)*+`", re.DOTALL),
}


def _unescaped(match: re.Match[str]) -> str:
    if digits := match[1] or match[2] or match[3]:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    return _ESCAPES.get(match[4], match[4]) if match[4] else ""


def _surrogates_joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def script_text(scripts: tuple[str, ...], name: str) -> str | None:
    """The longest string literal that a script assigns to ``name`` or passes to it; None where there is none.

    ECMAScript string escapes are resolved (ECMA-262, 12.9.4); a template literal with ``${`` is no plain string.
    """
    before = re.compile(rf"(?<![\w$]){re.escape(name)}[\"']?\s*(?:\+?=(?!=)|:|\()\s*([\"'`])")
    found: list[str] = []
    for script in scripts:
        for start in before.finditer(script):
            literal = _LITERALS[start[1]].match(script, start.end())
            if literal is None or (start[1] == "`" and "${" in literal[0]):
                continue
            found.append(_surrogates_joined(_ESCAPE.sub(_unescaped, literal[0][:-1])))
    return max(found, key=len, default=None)


_DECRYPTS = re.compile(
    r"CryptoJS\b|\bAES\.decrypt|crypto\.subtle\.decrypt|\bsjcl\.|\bforge\.cipher|\batob\s*\(|\bdecrypt\w*\s*\("
)
_CIPHERTEXT = re.compile(r"""["'`>][A-Za-z0-9+/_-]{400,}={0,2}["'`<]""")


def encrypted(html: str, scripts: tuple[str, ...]) -> Problem | None:
    """Whether a page without a readable body carries one that its own script must decrypt; it is not decoded."""
    if not any(_DECRYPTS.search(script) for script in scripts):
        return None
    if not any(_CIPHERTEXT.search(part) for part in (*scripts, html)):
        return None
    return Problem(kind="encrypted", detail="the text is sent encrypted, for a script to decode")
