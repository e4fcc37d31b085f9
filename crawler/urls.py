"""One spelling for each address: what the ledger is keyed by and what is asked of the host."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, unquote_to_bytes, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that say how a reader came to a page or how it is dressed, never which page it is.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|zclid|_gl|mc_[ce]id|igshid|print|amp", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
# RFC 3986: what may stand unescaped in a path, and in a query beside it.
_PATH_SAFE = "/:@!$&'()*+,;=-._~"
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def canonical_url(url: str, base: str | None = None) -> str:
    """The canonical spelling of an http(s) address, resolved against ``base`` where it is relative.

    Scheme and host in lower case, internationalised names in ASCII, no default port, no user, no fragment, no
    tracking parameters; the path NFC, percent-encoded in one way, without dot segments or doubled slashes.
    What tells pages apart stays: scheme, final slash, order and values of the other parameters.
    Raises ValueError, naming the address, where it is none or not http(s).
    """
    cleaned = re.sub(r"[\x00-\x20\x7f]+", lambda m: "%20" if m[0] == " " else "", url.strip())
    try:
        parts = urlsplit(urljoin(base, cleaned) if base else cleaned)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"not an address: {url!r} ({error})") from error
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"not an http(s) address: {url!r}")
    scheme = parts.scheme.lower()
    host = ascii_host(parts.hostname)
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        netloc += f":{port}"
    return urlunsplit((scheme, netloc, _path(parts), _query(parts.query), ""))


def ascii_host(host: str) -> str:
    """A host name as it is sent: lower case, ASCII, no final dot. Raises ValueError where it cannot be one."""
    host = unicodedata.normalize("NFC", host).rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError(f"not a host name: {host!r}") from error


def _path(parts: SplitResult) -> str:
    decoded = unquote_to_bytes(_ESCAPE.sub("%25", parts.path))
    try:
        path = unicodedata.normalize("NFC", decoded.decode("utf-8"))
    except UnicodeDecodeError:
        return _tidy(quote(decoded, safe=_PATH_SAFE))  # some other charset: its bytes are all that is known
    # An escaped slash is part of a segment, not a border between two: it must not be unescaped.
    if b"%2f" in parts.path.lower().encode():
        return _tidy(quote(unicodedata.normalize("NFC", parts.path), safe=_PATH_SAFE + "%"))
    return _tidy(quote(path, safe=_PATH_SAFE))


def _tidy(path: str) -> str:
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in {"", "."}:
            segments.append(segment)
    final = "/" if segments and path.endswith(("/", "/.", "/..")) else ""
    return "/" + "/".join(segments) + final


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    if len(kept) == len(pairs) and "=" not in query and "&" not in query:
        return quote(query, safe=_PATH_SAFE + "?%")  # "?page2": no pairs to speak of
    return urlencode(kept, errors="surrogateescape")
