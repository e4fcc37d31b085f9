"""What an answer means: one address, one response, one outcome. Pure functions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from archive.coding import BodyError
from archive.ledger import Entry
from crawler import discovery
from crawler.discovery import DiscoveryError, Found
from crawler.sources import Source

State = Literal["stored", "unchanged", "gone", "robots", "refused", "failed"]

MAX_TRIES = 5
_MAX_WAIT = timedelta(hours=24)
_AGAIN = frozenset({401, 403, 408, 429})  # a wall more often than a verdict on the page; so are all 5xx


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response as the spider sees it: ``headers`` in lower case, the body unpacked."""

    url: str  # as asked for
    status: int
    headers: Mapping[str, str]
    body: bytes
    flaw: BodyError | None = None  # why the body is not what was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an address ends (``state``), or that it is to be tried again (None), and what it brought."""

    state: State | None
    reason: str | None = None
    found: tuple[Found, ...] = ()
    next_page: str | None = None
    redirect: str | None = None  # canonical address that the answer leads to, on the source's own site
    follow: str | None = None  # another spelling of the same address, to be asked at once
    issue: str | None = None  # kind of issue to record with the reason
    wait: timedelta | None = None  # the host asks to be left alone this long
    etag: str | None = None
    last_modified: str | None = None
    last_hash: str | None = None


def judge(source: Source, entry: Entry, answer: Answer, now: datetime) -> Outcome:
    """The outcome of asking for an entry; never raises for what a host may answer."""
    if answer.flaw is not None:
        return Outcome(state=None if answer.flaw.again else "refused", reason=str(answer.flaw), issue="unusable answer")
    match answer.status:
        case 200:
            return _read(source, entry, answer, now)
        case 304:
            return Outcome(state="unchanged", reason="status 304")
        case 301 | 302 | 303 | 307 | 308:
            return _redirected(source, entry, answer)
    return _refused(source, entry, answer, now)


def _refused(source: Source, entry: Entry, answer: Answer, now: datetime) -> Outcome:
    reason = f"status {answer.status}"
    if answer.status in {404, 410}:
        # Articles and further pages come and go; a root that the source's file names should be there.
        root = entry.url in {*source.feeds, *source.sitemaps, *source.sections, source.home}
        return Outcome(state="gone", reason=reason, issue="missing" if root else None)
    if answer.status in _AGAIN or answer.status >= 500:
        wait = retry_after(answer.headers.get("retry-after"), now)
        if wait is None and answer.status == 429:
            wait = timedelta(0)
        return Outcome(state=None, reason=reason, issue="failed", wait=wait)
    return Outcome(state="refused", reason=reason, issue="failed")


def _read(source: Source, entry: Entry, answer: Answer, now: datetime) -> Outcome:
    digest = hashlib.sha256(answer.body).hexdigest()
    same = digest == entry.last_hash
    outcome = Outcome(
        state="unchanged" if same else "stored",
        reason="status 200, the same bytes" if same else "status 200",
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        last_hash=digest,
    )
    if entry.kind == "article":
        return outcome
    try:
        found, next_page = _announced(source, entry, answer, now)
    except DiscoveryError as error:
        return Outcome(state="failed", reason=str(error), issue=f"unreadable {entry.kind}")
    nothing = None if found else f"{entry.kind} without articles"
    # An unchanged page is read all the same: the source's file may have changed.
    reason = "no address in it is an article's by the pattern of the source" if nothing else outcome.reason
    return replace(outcome, reason=reason, found=found, next_page=next_page, issue=nothing)


def _announced(source: Source, entry: Entry, answer: Answer, now: datetime) -> tuple[tuple[Found, ...], str | None]:
    match entry.kind:
        case "feed":
            return discovery.feed(answer.body, source, now=now), None
        case "sitemap":
            return discovery.sitemap(answer.body, source, now=now), None
        case _:
            listing = discovery.section(
                answer.body, answer.url, source, content_type=answer.headers.get("content-type")
            )
            return listing.found, listing.next_page


def _redirected(source: Source, entry: Entry, answer: Answer) -> Outcome:
    location = answer.headers.get("location", "")
    try:
        target = source.canonical(location, answer.url)
        spelling = discovery.resolve(location, answer.url)
    except ValueError as error:
        return Outcome(state="failed", reason=f"redirect to nowhere: {error}", issue="redirect")
    reason = f"redirect to {target}"
    if target == entry.url:
        if spelling == answer.url:
            return Outcome(state="failed", reason=f"{reason}: itself", issue="redirect")
        return Outcome(state=None, reason=reason, follow=spelling)
    if not source.owns(target):
        return Outcome(state="refused", reason=f"{reason}: another host", issue="redirect")
    if entry.kind == "article" and not source.is_article(target):
        return Outcome(state="gone", reason=f"{reason}: no article")
    return Outcome(state="stored", reason=reason, redirect=target)


def retry_after(value: str | None, now: datetime) -> timedelta | None:
    """The pause that a Retry-After header asks for (seconds or an HTTP date), at most a day; None without one."""
    if not value:
        return None
    try:
        wait = timedelta(seconds=min(float(value), _MAX_WAIT.total_seconds()))
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError):
            return None
        if moment.tzinfo is None:
            return None
        wait = moment - now
    return max(timedelta(0), min(wait, _MAX_WAIT))


def next_try(tries: int, wait: timedelta | None, now: datetime) -> datetime | None:
    """When to ask again after the ``tries``-th failure before this one; None: it was the last.

    The first time the next run asks; then half a day, a day, two.
    """
    if tries + 1 >= MAX_TRIES:
        return None
    pause = timedelta(hours=12 * 2 ** (tries - 1)) if tries else timedelta(0)
    return now + max(pause, wait or timedelta(0))
