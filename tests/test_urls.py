"""canonical_url: one spelling a page, and never two pages under one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.urls import canonical_url

SAME = [
    ("HTTP://Example.VN:80", "http://example.vn/"),
    ("https://example.vn:443/a.html#top", "https://example.vn/a.html"),
    ("https://example.vn./a.html?utm_source=zalo&fbclid=x", "https://example.vn/a.html"),
    ("https://example.vn/a.html?p=2&utm_medium=m", "https://example.vn/a.html?p=2"),
    ("https://example.vn/a.html?print=1", "https://example.vn/a.html"),
    ("https://example.vn//a/./b/../c.html", "https://example.vn/a/c.html"),
    ("https://example.vn/tin/", "https://example.vn/tin/"),
    ("https://example.vn/tin/..", "https://example.vn/"),
    ("  https://example.vn/a\n.html ", "https://example.vn/a.html"),
    ("https://example.vn/tin tức", "https://example.vn/tin%20t%E1%BB%A9c"),
    ("https://example.vn/tin%20t%e1%bb%a9c", "https://example.vn/tin%20t%E1%BB%A9c"),
    ("https://example.vn/tin%20tư\u0301c", "https://example.vn/tin%20t%E1%BB%A9c"),  # NFD
    ("https://example.vn/a%2fb", "https://example.vn/a%2fb"),  # an escaped slash is no border
    ("https://example.vn/100%", "https://example.vn/100%25"),
    ("https://example.vn/%C4%F4", "https://example.vn/%C4%F4"),  # not UTF-8: kept byte for byte
    ("https://báo.vn/x", "https://xn--bo-mia.vn/x"),
    ("https://example.vn/s?q=thi+đua", "https://example.vn/s?q=thi+%C4%91ua"),
    ("https://example.vn/?page2", "https://example.vn/?page2"),
    ("http://user:secret@example.vn/a", "http://example.vn/a"),
    ("http://[::1]:8011/a", "http://[::1]:8011/a"),
]


@pytest.mark.parametrize(("given_url", "canonical"), SAME)
def test_one_spelling(given_url: str, canonical: str) -> None:
    assert canonical_url(given_url) == canonical


@pytest.mark.parametrize(("given_url", "canonical"), SAME)
def test_canonical_is_a_fixed_point(given_url: str, canonical: str) -> None:
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.vn/a", "https://example.vn/a/"),
        ("https://example.vn/a", "http://example.vn/a"),
        ("https://example.vn/?p=1", "https://example.vn/?p=2"),
        ("https://example.vn/A", "https://example.vn/a"),
        ("https://example.vn:8011/a", "https://example.vn:8012/a"),
    ],
)
def test_different_pages_stay_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


def test_relative_addresses_are_resolved() -> None:
    assert canonical_url("../b.html?p=1#x", "https://example.vn/tin/a.html") == "https://example.vn/b.html?p=1"
    assert canonical_url("//cdn.example.vn/b", "https://example.vn/") == "https://cdn.example.vn/b"


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "javascript:void(0)",
        "mailto:a@b.vn",
        "file:///etc/passwd",
        "http://",
        "http://a:99999/",
        "http://[::1/",
        "/x",
    ],
)
def test_what_is_no_address_is_named(bad: str) -> None:
    with pytest.raises(ValueError, match="address"):
        canonical_url(bad)


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_path_has_a_fixed_point_in_ascii(path: str, query: str) -> None:
    once = canonical_url("https://example.vn/" + path.replace("#", "") + "?" + query)
    assert once.isascii()
    assert canonical_url(once) == once
