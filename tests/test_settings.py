"""Settings: the promises to hosts and to the machine, pinned as Scrapy resolves them."""

from pathlib import Path

import pytest
from papers import write_source
from scrapy.settings import Settings

from crawler.settings import settings, user_agent
from crawler.sources import load_all

PINNED = {
    "ROBOTSTXT_OBEY": True,
    "AUTOTHROTTLE_ENABLED": True,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 3.0,
    "DOWNLOAD_DELAY_JITTER": 0.0,
    "DOWNLOAD_MAXSIZE": 5_000_000,
    "DOWNLOAD_TIMEOUT": 30,
    "DOWNLOAD_FAIL_ON_DATALOSS": True,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "COOKIES_ENABLED": False,
    "REFERER_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "REDIRECT_ENABLED": False,
    "RETRY_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
    "COMPRESSION_ENABLED": False,
    "JOBDIR": None,
}


@pytest.fixture
def resolved(tmp_path: Path) -> Settings:
    write_source(tmp_path, "http://mot.localhost:8011/", name="mot")
    write_source(tmp_path, "http://hai.localhost:8012/", name="hai")
    return Settings(settings(load_all(tmp_path), contact="thu@example.org"))


@pytest.mark.parametrize("name", PINNED)
def test_pinned(resolved: Settings, name: str) -> None:
    assert resolved[name] == PINNED[name]


def test_only_http_is_spoken(resolved: Settings) -> None:
    handlers = resolved.get_component_priority_dict_with_base("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler is not None} == {"http", "https"}


def test_each_host_has_its_slot(resolved: Settings) -> None:
    slots = resolved.getdict("DOWNLOAD_SLOTS")
    assert set(slots) == {"mot.localhost", "hai.localhost"}
    assert all(slot == {"concurrency": 1, "delay": 0.0, "jitter": 0.0} for slot in slots.values())


@pytest.mark.parametrize(
    "contact", ["", "  ", "a@b.vn\r\nX: y", "thư@báo.vn", "you@example.org", "https://example.com/x"]
)
def test_nobody_goes_out_without_a_contact(contact: str) -> None:
    with pytest.raises(ValueError, match="contact"):
        user_agent(contact)
