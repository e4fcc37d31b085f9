"""Outcomes that whole crawls do not reach: waits, tries, odd statuses."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive.ledger import Entry
from crawler.outcome import MAX_TRIES, Answer, judge, next_try, retry_after
from crawler.sources import Source, load

NOW = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
HOME = "https://baothu.example.vn/"


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "thu.toml"
    path.write_text(f'id = "thu"\nname = "Báo Thử"\nhome = "{HOME}"\narticle = "-a"\n', encoding="utf-8")
    return load(path)


def entry(kind: str = "article", last_hash: str | None = None) -> Entry:
    return Entry(
        url=f"{HOME}x-a1", source_id="thu", kind=kind, etag=None, last_modified=None, last_hash=last_hash, tries=0
    )


def answer(status: int, body: bytes = b"", **headers: str) -> Answer:
    return Answer(url=f"{HOME}x-a1", status=status, headers=headers, body=body)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), ("0", 0), ("-5", 0), ("1e9", 86400), ("999999999999", 86400),
        ("Sat, 10 Jan 2026 13:00:00 GMT", 3600), ("Fri, 09 Jan 2026 13:00:00 GMT", 0),
        ("Sat, 10 Jan 2099 13:00:00 GMT", 86400),
    ],
)  # fmt: skip
def test_retry_after(value: str, seconds: int) -> None:
    assert retry_after(value, NOW) == timedelta(seconds=seconds)


@pytest.mark.parametrize("value", [None, "", "soon", "Sat, 99 Jan 2026", "Sat, 10 Jan 2026 13:00:00", "nan"])
def test_no_usable_retry_after(value: str | None) -> None:
    assert retry_after(value, NOW) is None


def test_tries_are_spaced_and_end() -> None:
    waits = [next_try(tries, None, NOW) for tries in range(MAX_TRIES)]
    hours = [None if moment is None else (moment - NOW) / timedelta(hours=1) for moment in waits]
    assert hours == [0, 12, 24, 48, None]
    assert next_try(0, timedelta(hours=5), NOW) == NOW + timedelta(hours=5)


@pytest.mark.parametrize("status", [401, 403, 408, 429, 500, 502, 503, 520, 599])
def test_what_may_pass_is_tried_again(source: Source, status: int) -> None:
    assert judge(source, entry(), answer(status), NOW).state is None


@pytest.mark.parametrize(
    ("status", "state"),
    [(404, "gone"), (410, "gone"), (304, "unchanged"), (400, "refused"), (204, "refused"), (300, "refused")],
)
def test_what_is_final_is_settled(source: Source, status: int, state: str) -> None:
    assert judge(source, entry(), answer(status), NOW).state == state


def test_a_lost_article_or_further_page_is_no_issue_but_a_lost_root_is(source: Source) -> None:
    assert judge(source, entry(), answer(404), NOW).issue is None
    assert judge(source, entry("section"), answer(404), NOW).issue is None
    assert judge(source, replace(entry("section"), url=HOME), answer(404), NOW).issue == "missing"


def test_validators_and_hash_are_remembered(source: Source) -> None:
    first = judge(source, entry(), answer(200, b"<p>tin</p>", etag='"1"', **{"last-modified": "hôm qua"}), NOW)
    assert (first.state, first.etag, first.last_modified) == ("stored", '"1"', "hôm qua")
    again = judge(source, entry(last_hash=first.last_hash), answer(200, b"<p>tin</p>"), NOW)
    assert again.state == "unchanged"


@pytest.mark.parametrize("location", ["", "http://[", "javascript:alert(1)", "data:text/html,x"])
def test_a_redirect_to_nowhere_fails(source: Source, location: str) -> None:
    assert judge(source, entry(), answer(302, location=location), NOW).state == "failed"
