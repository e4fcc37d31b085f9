"""Addresses: only public ones, however they are spelt."""

import pytest

from crawler.network import literal, why_refused

PRIVATE = [
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255",
    "::127.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1", "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "fec0::1", "::", "fe80::1%eth0", "198.18.0.1", "192.0.2.1", "240.0.0.1", "2001:db8::1", "224.0.0.1", "::1",
    "fe80::1", "fc00::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "ff02::1",
]  # fmt: skip


@pytest.mark.fault(32)
@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str) -> None:
    assert why_refused(address, allow_loopback=False) is not None


@pytest.mark.parametrize(
    "address", ["113.160.0.1", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_public_addresses_pass(address: str) -> None:
    assert why_refused(address, allow_loopback=False) is None


@pytest.mark.parametrize("address", PRIVATE)
def test_allowing_loopback_allows_nothing_else(address: str) -> None:
    loopback = address in {"127.0.0.1", "::1", "::ffff:127.0.0.1", "::127.0.0.1", "2002:7f00:1::"}
    assert (why_refused(address, allow_loopback=True) is None) is loopback


@pytest.mark.fault(32)
@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "0x7f000001",
        "127.0.0.1.",
        "[::ffff:7f00:1]",
        "１２７.0.0.1",
        "127。0。0。1",
    ],
)
def test_every_spelling_of_an_address_is_seen_through(name: str) -> None:
    address = literal(name)
    assert address is not None
    assert why_refused(address, allow_loopback=False)
    assert why_refused(address, allow_loopback=True) is None


@pytest.mark.parametrize("name", ["baocantho.com.vn", "127.0.0.1.nip.example", "localhost", "x", "báo.vn"])
def test_names_are_names(name: str) -> None:
    assert literal(name) is None
