"""How the crawler behaves: every setting of Scrapy that the archive's promises rest on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from crawler.bodies import LARGEST
from crawler.network import ALLOW_LOOPBACK, CONNECT_TO, ConnectToHandler, GuardedResolver
from crawler.sources import Source

ROBOTS_TOKEN = "thidua"  # noqa: S105 - the name that robots.txt knows the crawler by
DEFAULT_DELAY = 3.0  # seconds between requests to a host that no source names: where robots.txt leads to
MAX_DELAY = 60.0  # seconds: AutoThrottle's longest pause; a source's own delay or robots.txt may ask for more

# What stands in a manual for an address.
_PLACEHOLDER = re.compile(
    r"(?:mailto:)?(?:you|your\S*|name|user|me|e?mail|contact)@example\.\w+|https?://(?:www\.)?example\.\S*",
    re.IGNORECASE,
)


def user_agent(contact: str) -> str:
    """The honest name under which the crawler goes out. Raises ValueError without a contact or with a placeholder."""
    if not contact.strip() or not (contact.isascii() and contact.isprintable()):
        raise ValueError(
            "contact must be a mail address or a page, in ASCII, where the archive's keeper can be reached"
        )
    if _PLACEHOLDER.fullmatch(contact.strip()):
        raise ValueError(f"contact must be your own address, {contact.strip()!r} is nobody's")
    return f"thidua/{version('thidua')} (newspaper archive; contact: {contact.strip()})"


def settings(
    sources: Sequence[Source],
    *,
    contact: str,
    allow_loopback: bool = False,
    connect_to: Mapping[str, tuple[str, int]] | None = None,
) -> dict[str, Any]:
    """Scrapy's settings for a crawl of these sources."""
    return {**_POLITE, **_SAFE, **_OWN} | {
        "USER_AGENT": user_agent(contact),
        "DOWNLOAD_SLOTS": slots(sources),
        # Two a source are enough: one being answered, one waiting for its turn.
        "CONCURRENT_REQUESTS": max(8, 2 * len(sources)),
        ALLOW_LOOPBACK: allow_loopback,
        CONNECT_TO: dict(connect_to or {}),
    }


def slots(sources: Sequence[Source]) -> dict[str, dict[str, float]]:
    """Per host: one request at a time, and the longest delay that a source on it asks for."""
    delays: dict[str, float] = {}
    for source in sources:
        delays[source.host] = max(source.delay, delays.get(source.host, 0.0))
    return {host: {"concurrency": 1, "delay": delay, "jitter": 0.0} for host, delay in delays.items()}


_POLITE: dict[str, Any] = {
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": DEFAULT_DELAY,
    "DOWNLOAD_DELAY_JITTER": 0.0,  # the delay is a promise, not an average
    "AUTOTHROTTLE_ENABLED": True,  # by the subclass in EXTENSIONS, which keeps each host's own floor
    "AUTOTHROTTLE_MAX_DELAY": MAX_DELAY,
    "AUTOTHROTTLE_START_DELAY": DEFAULT_DELAY,
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "vi",
        "Accept-Encoding": "gzip, deflate",
    },
    "ROBOTSTXT_OBEY": True,  # by the middleware below; Scrapy's takes a broken robots.txt for a permission
    "REFERER_ENABLED": False,
    "COOKIES_ENABLED": False,
}

_SAFE: dict[str, Any] = {
    "DOWNLOAD_MAXSIZE": min(LARGEST.values()),  # each request tells the size of its own kind
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_TIMEOUT": 30,  # of the whole answer
    "DOWNLOAD_FAIL_ON_DATALOSS": True,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "DOWNLOAD_HANDLERS": {
        "http": ConnectToHandler,
        "https": ConnectToHandler,
        **dict.fromkeys(("data", "file", "ftp", "s3")),
    },
    "TWISTED_DNS_RESOLVER": GuardedResolver,
    "DNS_TIMEOUT": 10,
    "HTTPPROXY_ENABLED": False,  # a proxy would resolve names itself, past the guard
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "METAREFRESH_ENABLED": False,
}

_OWN: dict[str, Any] = {
    # The ledger is the only memory: what to fetch, what to fetch again, what redirects lead to.
    "SCHEDULER": "crawler.spider.LedgerScheduler",
    "JOBDIR": None,
    "HTTPCACHE_ENABLED": False,
    "RETRY_ENABLED": False,
    "REDIRECT_ENABLED": False,
    "HTTPERROR_ALLOW_ALL": True,
    "COMPRESSION_ENABLED": False,  # unpacked by Keep, after the bytes as sent are on disk
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "crawler.robots.Robots": 100,
        "crawler.middlewares.Keep": 595,
    },
    "EXTENSIONS": {
        "crawler.middlewares.Throttle": 0,
        "scrapy.extensions.throttle.AutoThrottle": None,
        "scrapy.extensions.logstats.LogStats": None,
        "scrapy.extensions.feedexport.FeedExporter": None,
        "scrapy.extensions.memusage.MemoryUsage": None,
    },
    "STATS_DUMP": False,
    "LOG_LEVEL": "WARNING",
    "LOG_INSTALL_ROOT_HANDLER": False,  # what is logged where is the caller's choice
}
