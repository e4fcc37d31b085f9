"""The publishing systems newspapers use, recognised by their markup (``data/platforms.toml``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from lxml.html import HtmlElement

from extract.markup import select

_FILE = "extract/data/platforms.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One publishing system: how it is recognised, then CSS selectors in order of preference."""

    id: str
    markers: tuple[str, ...]
    url: str = ""  # regular expression
    title: tuple[str, ...] = ()
    sapo: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


UNKNOWN = Platform(id="", markers=())
_RECOGNITION = ("id", "markers", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platforms:
    """All known systems, in the order they are tried, and what is tried on every page behind their selectors."""

    known: tuple[Platform, ...]
    generic: Platform = UNKNOWN


def _entry(entry: dict[str, object], file: str) -> Platform:
    allowed = [field.name for field in fields(Platform)]
    name = entry.get("id") if isinstance(entry.get("id"), str) else "?"
    if unknown := sorted(set(entry) - set(allowed)):
        raise ValueError(f"{file}: platform {name!r}: unknown key {unknown[0]!r}; allowed: {', '.join(allowed)}")
    if missing := [key for key in ("id", "markers") if not entry.get(key)]:
        raise ValueError(f"{file}: platform {name!r}: key {missing[0]!r} is missing")
    values: dict[str, object] = {}
    for key, value in entry.items():
        expected = str if key in ("id", "url") else list
        if not isinstance(value, expected) or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
            shape = "a string" if expected is str else "a list of strings"
            raise ValueError(f"{file}: platform {name!r}: key {key!r} must be {shape}")
        values[key] = tuple(value) if isinstance(value, list) else value
    return Platform(**values)  # type: ignore[arg-type]


def read_platforms(text: str, file: str = _FILE) -> Platforms:
    """Platforms of a TOML text, in its order.

    Raises ValueError, one line naming file, platform and key, for unknown, missing or misshapen keys and bad TOML.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: not TOML: {error}") from error
    if unknown := sorted(set(data) - {"generic", "platform"}):
        raise ValueError(f"{file}: unknown key {unknown[0]!r}; allowed: generic, platform")
    generic = data.get("generic", {})
    if wrong := [key for key in _RECOGNITION if key in generic]:
        raise ValueError(f"{file}: generic: key {wrong[0]!r} is only for platforms")
    return Platforms(
        known=tuple(_entry(entry, file) for entry in data.get("platform", [])),
        generic=_entry({"id": "generic", "markers": ["html"], **generic}, file),
    )


@cache
def platforms() -> Platforms:
    """The platforms that come with the package."""
    return read_platforms((files("extract") / "data" / "platforms.toml").read_text(encoding="utf-8"))


def recognise(tree: HtmlElement, addresses: tuple[str, ...] = ()) -> Platform:
    """The platform of a page: by its markup, else by its addresses, else ``UNKNOWN``."""
    known = platforms().known
    for platform in known:
        if any(select(tree, css) for css in platform.markers):
            return platform
    for platform in known:
        if platform.url and any(re.search(platform.url, address) for address in addresses):
            return platform
    return UNKNOWN
