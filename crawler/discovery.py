"""Where articles are announced: feeds, sitemaps, section pages. Bytes in, addresses out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urldefrag, urljoin

from lxml import etree, html
from w3lib.encoding import html_to_unicode

from archive.coding import BodyError, decoded
from archive.store import utc
from crawler.bodies import LARGEST
from crawler.sources import Source

Kind = Literal["article", "section", "feed", "sitemap"]

MAX_URLS = 50_000  # in a file, as the protocol of sitemaps allows
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_CHARSET = re.compile(rb"""<\?xml[^>]*?encoding=["']([\w-]+)""")
_VIETNAM = timezone(timedelta(hours=7))


class DiscoveryError(Exception):
    """A feed, sitemap or section page that could not be read; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An address found on a page, with the date of change given beside it (UTC, ISO 8601) if there is one."""

    url: str
    kind: Kind = "article"
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a section page announces, and the address of its next page."""

    found: tuple[Found, ...]
    next_page: str | None = None


def resolve(link: str, base: str) -> str:
    """The absolute address of a link exactly as it is spelt, without fragment. Raises ValueError for none."""
    return urldefrag(urljoin(base, link.strip())).url


def feed(body: bytes, source: Source, *, now: datetime) -> tuple[Found, ...]:
    """Articles of an RSS or Atom feed; a bare ``&`` or a bad date loses nothing but itself.

    A date in the future is no date. Raises DiscoveryError for anything that is not a feed (an HTML page in its
    place, an empty answer).
    """
    root = _xml(body, LARGEST["feed"])
    if _name(root) not in {"rss", "RDF", "feed"}:
        raise DiscoveryError(f"not a feed: its root is <{_name(root)}>")
    items = (element for element in root.iter() if _name(element) in {"item", "entry"})
    return _unique(_keep(source, *_item(element, now)) for element in items)


def sitemap(body: bytes, source: Source, *, now: datetime) -> tuple[Found, ...]:
    """Articles of a sitemap, or the sitemaps of an index of sitemaps; gzip is unpacked.

    A date in the future is no date. Raises DiscoveryError for what is not a sitemap or larger than one may be.
    """
    root = _xml(_unzip(body), LARGEST["sitemap"])
    kinds: dict[str, Kind] = {"urlset": "article", "sitemapindex": "sitemap"}
    if _name(root) not in kinds:
        raise DiscoveryError(f"not a sitemap: its root is <{_name(root)}>")
    if len(root) > MAX_URLS:
        raise DiscoveryError(f"a sitemap of {len(root)} addresses; {MAX_URLS} are allowed")
    found = (
        _keep(source, _text(entry, "loc"), _past(_text(entry, "lastmod"), now), kinds[_name(root)])
        for entry in root
        if _name(entry) in {"url", "sitemap"}
    )
    return _unique(found)


def section(body: bytes, url: str, source: Source, *, content_type: str | None = None) -> Listing:
    """Articles linked from a section page, and its next page by the source's ``next_page`` selector.

    ``url`` is the page's own address, ``content_type`` the header. Raises DiscoveryError for no HTML.
    """
    if len(body) > LARGEST["section"]:
        raise DiscoveryError(f"a page of {len(body)} bytes; {LARGEST['section']} are read")
    # libxml2 ends a page at the first byte that is not of its charset; decoded here, one bad byte is one bad letter.
    _, text = html_to_unicode(content_type, body, default_encoding="utf-8")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(_NOT_TEXT.sub("", text).encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DiscoveryError(f"not an HTML page: {error}") from error
    base = next((href for node in tree.iter("base") if (href := node.get("href"))), "")
    base = _absolute(source, base, url) or url
    links = (_keep(source, link.get("href"), None, base=base) for link in tree.iter("a"))
    return Listing(found=_unique(links), next_page=_next_page(tree, base, url, source))


def _next_page(tree: html.HtmlElement, base: str, url: str, source: Source) -> str | None:
    if not source.next_page:
        return None
    for node in tree.cssselect(source.next_page):
        target = _absolute(source, node.get("href"), base)
        if target and target != url and source.owns(target):
            return target
    return None


def _absolute(source: Source, link: str | None, base: str) -> str | None:
    if not link or link.lstrip().startswith("#"):
        return None
    try:
        return source.canonical(link, base)
    except ValueError:
        return None  # javascript:, mailto:, tel: and the like: links, but to nothing that can be fetched


def _keep(source: Source, link: str | None, hint: str | None, kind: Kind = "article", base: str = "") -> Found | None:
    url = _absolute(source, link, base or source.home)
    if url is None or not (source.is_article(url) if kind == "article" else source.owns(url)):
        return None
    return Found(url=url, kind=kind, hint=hint)


def _unique(found: Iterator[Found | None]) -> tuple[Found, ...]:
    """Each address once, in page order, with its newest hint."""
    best: dict[str, Found] = {}
    for item in found:
        if item is not None and (item.url not in best or (item.hint or "") > (best[item.url].hint or "")):
            best[item.url] = item
    return tuple(best.values())


def _item(element: etree._Element, now: datetime) -> tuple[str | None, str | None]:
    link = _text(element, "link")
    for child in element:
        if _name(child) == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            link = child.get("href")
    if not link and (guid := _child(element, "guid")) is not None and guid.get("isPermaLink", "true") == "true":
        link = guid.text
    raw = next((text for name in ("updated", "pubDate", "published", "date") if (text := _text(element, name))), None)
    return link, _past(raw, now)


def _past(text: str | None, now: datetime) -> str | None:
    date = _date(text)
    return date if date is not None and date <= utc(now) else None


def _date(text: str | None) -> str | None:
    """RFC 822 or ISO 8601 as UTC; a time without a zone is Vietnam's. None for anything else: no guess."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        try:
            moment = parsedate_to_datetime(text.strip())
        except (ValueError, TypeError):
            return None
    try:
        return utc(moment if moment.tzinfo else moment.replace(tzinfo=_VIETNAM))
    except OverflowError:
        return None


def _unzip(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return decoded(body, ["gzip"], LARGEST["sitemap"])
    except BodyError as error:
        raise DiscoveryError(str(error)) from error


def _xml(body: bytes, limit: int) -> etree._Element:
    if len(body) > limit:
        raise DiscoveryError(f"a file of {len(body)} bytes; {limit} are read")
    if b"<!ENTITY" in body:  # no paper needs them; bombs do
        raise DiscoveryError("declares XML entities")
    parser = etree.XMLParser(encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(_utf8(body), parser)
    except etree.XMLSyntaxError as error:
        raise DiscoveryError(f"not XML: {error.msg}") from error
    if root is None:
        raise DiscoveryError("not XML")
    return root


def _utf8(body: bytes) -> bytes:
    declared = _XML_CHARSET.match(body.lstrip(b"\xef\xbb\xbf \t\r\n")[:200])
    try:
        text = body.decode(declared[1].decode("latin-1") if declared else "utf-8-sig", "replace")
    except LookupError:
        text = body.decode("utf-8-sig", "replace")
    return _NOT_TEXT.sub("", text).strip("\ufeff \t\r\n").encode()


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if _name(child) == name), None)


def _text(element: etree._Element, name: str) -> str | None:
    child = _child(element, name)
    # A recovered bare "&" may leave an entity node inside; the text is what stands around it.
    return None if child is None else "".join(child.itertext()).strip() or None
