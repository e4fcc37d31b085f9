"""Sources as data: one TOML file a newspaper, read strictly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import cssselect

from archive.store import SourceRow
from crawler.urls import canonical_url
from extract.model import PageHints

FOLDER = Path(__file__).parent / "sources"

_HINTS = tuple(field.name for field in fields(PageHints))


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _band(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_whole, value)) and value == sorted(value)


# What a value may be: its name in a message, its test.
_Check = tuple[str, Callable[[object], bool]]
_TEXT: _Check = ("a string", lambda value: isinstance(value, str))
_LIST: _Check = ("a list of strings", _strings)
_FLAG: _Check = ("true or false", lambda value: isinstance(value, bool))
_NUMBER: _Check = ("a number of at least 0", lambda value: _whole(value) or (isinstance(value, float) and value >= 0))
_COUNT: _Check = ("a whole number of at least 1", lambda value: _whole(value) and value != 0)
_TABLE: _Check = ("a table", lambda value: isinstance(value, dict))
_BAND: _Check = ("two whole numbers, least and most", _band)
# Key by key: what may stand in a source's file. "" is the top level.
_KEYS: Mapping[str, Mapping[str, _Check]] = {
    "": {
        "id": _TEXT,
        "name": _TEXT,
        "province": _TEXT,
        "province_now": _TEXT,
        "home": _TEXT,
        "hosts": _LIST,
        "platform": _TEXT,
        "demo": _FLAG,
        "article": _TEXT,
        "article_slash": _FLAG,
        "discovery": _TABLE,
        "page": _TABLE,
        "politeness": _TABLE,
        "expect": _TABLE,
    },
    "discovery": {"feeds": _LIST, "sitemaps": _LIST, "sections": _LIST, "next_page": _TEXT, "max_pages": _COUNT},
    "page": {name: _LIST if name == "remove" else _TEXT for name in _HINTS},
    "politeness": {"delay": _NUMBER, "budget": _COUNT},
    "expect": {"articles_per_night": _BAND},
}
_REQUIRED = ("id", "name", "home", "article")


class SourceError(Exception):
    """A source's file that cannot be used; the message is one line naming the file and the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A newspaper as its file describes it; addresses are absolute and canonical."""

    id: str
    name: str
    home: str
    article: re.Pattern[str]  # searched in the path of an address: is it an article's
    province: str | None = None  # before July 2025
    province_now: str | None = None
    platform: str | None = None
    demo: bool = False
    hosts: tuple[str, ...] = ()  # other names of the same site, beside home's with or without www.
    article_slash: bool | None = None  # articles' addresses end with "/"; None: as they are linked
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    next_page: str = ""
    max_pages: int = 10  # of one section in one run
    hints: PageHints = PageHints()  # noqa: RUF009 - frozen
    delay: float = 3.0  # seconds between two requests to the host
    budget: int = 2000  # pages asked of the source in one run; what is left waits for the next
    articles_per_night: tuple[int, int] | None = None

    @property
    def host(self) -> str:
        """The host name of the front page."""
        return urlsplit(self.home).hostname or ""

    @property
    def row(self) -> SourceRow:
        """What the archive keeps of it."""
        return SourceRow(
            id=self.id,
            name=self.name,
            province=self.province,
            province_now=self.province_now,
            home=self.home,
            platform=self.platform,
            demo=self.demo,
        )

    def owns(self, url: str) -> bool:
        """Whether an address is on the source's own site, under any of its names."""
        parts, home = urlsplit(url), urlsplit(self.home)
        if (parts.hostname or "").removeprefix("www.") not in _names(home.hostname or "", self.hosts):
            return False
        # A port that is not the scheme's own tells sites apart (several of them on one machine).
        return parts.port == home.port or (home.port is None and parts.port in {80, 443})

    def canonical(self, url: str, base: str | None = None) -> str:
        """The one spelling of an address; on the source's own site also of host, scheme and final slash.

        Raises ValueError where it is no http(s) address.
        """
        canonical = canonical_url(url, base)
        if not self.owns(canonical):
            return canonical
        home, parts = urlsplit(self.home), urlsplit(canonical)
        path = parts.path
        if self.article_slash is not None and self.article.search(path):
            path = path.rstrip("/") + "/" * self.article_slash
        return urlunsplit((home.scheme, home.netloc, path, parts.query, ""))

    def is_article(self, url: str) -> bool:
        """Whether a canonical address is that of one of the source's articles."""
        return self.owns(url) and self.article.search(urlsplit(url).path) is not None


@cache
def _names(host: str, hosts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.removeprefix("www.") for name in (host, *hosts))


def load_all(folder: Path | None = None) -> tuple[Source, ...]:
    """All sources of a folder (the package's own by default) in the order of their ids. Raises SourceError."""
    folder = folder or FOLDER
    if not folder.is_dir():
        raise SourceError(f"{folder}: no such folder of sources")
    return tuple(load(path) for path in sorted(folder.glob("*.toml")))


def load(path: Path) -> Source:
    """Read one source's file. Raises SourceError naming file, key and what is allowed."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: not TOML: {error}") from error
    try:
        _check(data)
        return _build(data, path.stem)
    except ValueError as error:
        raise SourceError(f"{path}: {error}") from error


def _check(data: dict[str, Any]) -> None:
    for table, allowed in _KEYS.items():
        where = f"[{table}] " if table else ""
        for key, value in (data.get(table, {}) if table else data).items():
            if key not in allowed:
                raise ValueError(f"{where}unknown key {key!r}; allowed: {', '.join(sorted(allowed))}")
            wanted, fits = allowed[key]
            if not fits(value):
                raise ValueError(f"{where}{key} must be {wanted}, not {value!r}")
    for key in _REQUIRED:
        if not data.get(key):
            raise ValueError(f"{key} is missing")


def _build(data: dict[str, Any], stem: str) -> Source:
    if data["id"] != stem:
        raise ValueError(f"id {data['id']!r} must be the file's name, {stem!r}")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", stem):
        raise ValueError(f"id {stem!r} may only hold a-z, 0-9 and -")
    discovery, politeness = data.get("discovery", {}), data.get("politeness", {})
    page, band = data.get("page", {}), data.get("expect", {}).get("articles_per_night")
    _selectors("discovery", {"next_page": discovery.get("next_page", "")})
    _selectors("page", page)
    plain = Source(
        id=data["id"],
        name=data["name"],
        home=_address("home", data["home"]),
        article=_pattern(data["article"]),
        hosts=tuple(data.get("hosts", ())),
        article_slash=data.get("article_slash"),
    )
    if urlsplit(plain.home).path != "/":
        raise ValueError(f"home must be the front page, without a path, not {plain.home}")
    return Source(
        **{name: getattr(plain, name) for name in ("id", "name", "home", "article", "hosts", "article_slash")},
        province=data.get("province"),
        province_now=data.get("province_now"),
        platform=data.get("platform"),
        demo=data.get("demo", False),
        feeds=_roots(plain, "feeds", discovery),
        sitemaps=_roots(plain, "sitemaps", discovery),
        sections=_roots(plain, "sections", discovery),
        next_page=discovery.get("next_page", ""),
        max_pages=discovery.get("max_pages", 10),
        hints=PageHints(**{**page, "remove": tuple(page.get("remove", ()))}),
        delay=float(politeness.get("delay", 3.0)),
        budget=politeness.get("budget", 2000),
        articles_per_night=tuple(band) if band else None,
    )


def _address(key: str, url: str, base: str | None = None) -> str:
    try:
        return canonical_url(url, base)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from error


def _roots(source: Source, key: str, discovery: dict[str, Any]) -> tuple[str, ...]:
    urls = []
    for given in discovery.get(key, ()):
        url = source.canonical(_address(f"[discovery] {key}", given, source.home))
        if not source.owns(url):
            raise ValueError(f"[discovery] {key}: {given} is not on {source.host}; name its host in hosts")
        urls.append(url)
    return tuple(dict.fromkeys(urls))


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise ValueError(f"article: {text!r} is not a regular expression: {error}") from error


def _selectors(table: str, values: Mapping[str, str | list[str]]) -> None:
    for key, value in values.items():
        for selector in [value] if isinstance(value, str) else value:
            try:
                if selector:
                    cssselect.parse(selector)
            except cssselect.SelectorError as error:
                raise ValueError(f"[{table}] {key}: {selector!r} is not a CSS selector: {error}") from error
