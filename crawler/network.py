"""Names and addresses: what may be connected to, and hosts that are looked for elsewhere."""

from __future__ import annotations

import ipaddress
import socket
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self, cast
from urllib.parse import urlsplit, urlunsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer
from twisted.internet.error import DNSLookupError

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.base import ReactorBase

ALLOW_LOOPBACK = "THIDUA_ALLOW_LOOPBACK"
CONNECT_TO = "THIDUA_CONNECT_TO"


# IPv6 that carries an IPv4 address: the network, and how many bits stand right of the address.
_CARRIERS = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),  # mapped, RFC 4291
    (ipaddress.IPv6Network("::/96"), 0),  # compatible, RFC 4291
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),  # NAT64, RFC 6052
    (ipaddress.IPv6Network("2002::/16"), 80),  # 6to4, RFC 3056
)
_NEVER = (
    ipaddress.IPv6Network("2001::/32"),  # Teredo, RFC 4380: leads to a machine behind somebody's NAT
    ipaddress.IPv6Network("fec0::/10"),  # site-local, RFC 3879
)


def why_refused(address: str, *, allow_loopback: bool) -> str | None:
    """Why a resolved address must not be connected to, None if it may: only public addresses are.

    An address inside another (IPv4 carried by IPv6) counts as what it is.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if allow_loopback and (ip.is_loopback or _carried(ip).is_loopback):
        return None
    ip = _carried(ip)
    if ip.is_global and not ip.is_multicast and not any(ip in network for network in _NEVER):
        return None
    return f"{address} is not a public address"


def _carried(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    for network, right in _CARRIERS:
        if ip in network:
            return ipaddress.IPv4Address(int(ip) >> right & 0xFFFFFFFF)
    return ip


def literal(name: str) -> str | None:
    """The address that a name spells, in any of the spellings that a resolver takes for one; None for a real name.

    Digits of other widths and the dots of other scripts count as what IDNA makes of them.
    """
    name = unicodedata.normalize("NFKC", name).replace("\u3002", ".").strip("[]").rstrip(".")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(name))  # 2130706433, 0x7f.1, 127.1
    except (OSError, UnicodeError):
        return None


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, which gives out no address that is not public.

    It sees each name right before each new connection, literal addresses too, so that neither a redirect nor a name
    that changes its mind leads inside. ``refused`` tells why, since Twisted knows only one failure of a lookup.
    """

    def __init__(
        self, reactor: ReactorBase, cache_size: int, timeout: float, *, allow_loopback: bool, trusted: frozenset[str]
    ) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._allow_loopback = allow_loopback
        self._trusted = trusted
        self.refused: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        settings = crawler.settings
        return cls(
            reactor,
            settings.getint("DNSCACHE_SIZE"),
            settings.getfloat("DNS_TIMEOUT"),
            allow_loopback=settings.getbool(ALLOW_LOOPBACK),
            trusted=frozenset(address for address, _ in settings.getdict(CONNECT_TO).values()),
        )

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> defer.Deferred[str]:  # noqa: N802 - Twisted's
        plain = name.lower().rstrip(".")
        local = plain == "localhost" or plain.endswith(".localhost")  # RFC 6761
        address = "127.0.0.1" if local else literal(name)
        if address is None:
            return super().getHostByName(name, timeout).addCallback(self._guard, name)
        try:
            return defer.succeed(self._guard(address, name))
        except DNSLookupError:
            return defer.fail()

    def _guard(self, address: str, name: str) -> str:
        reason = why_refused(address, allow_loopback=self._allow_loopback)
        if reason is None or name in self._trusted:
            self.refused.pop(name, None)
            return address
        self.refused[name] = reason
        raise DNSLookupError(reason)


class ConnectToHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 handler, which looks for some hosts elsewhere, as curl's --connect-to does, by plain http.

    All above it sees the request and the response under the address that was asked for.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._targets: dict[str, Any] = crawler.settings.getdict(CONNECT_TO)

    async def download_request(self, request: Request) -> Response:
        parts = urlsplit(request.url)
        if parts.hostname not in self._targets:
            return await super().download_request(request)
        address, port = self._targets[parts.hostname]
        moved = request.replace(url=urlunsplit(("http", f"{address}:{port}", parts.path or "/", parts.query, "")))
        moved.headers.setdefault("Host", parts.netloc)
        response = await super().download_request(moved)
        request.meta["download_latency"] = moved.meta.get("download_latency")
        return response.replace(url=request.url)


def refusal(url: str) -> str | None:
    """Why the address that the last lookup of this host gave was refused; None where it was not."""
    from twisted.internet import reactor  # noqa: PLC0415 - importing it installs it

    resolver = cast("Any", reactor).resolver
    return resolver.refused.get(urlsplit(url).hostname or "") if isinstance(resolver, GuardedResolver) else None
