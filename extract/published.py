"""When an article came out: what the page says in fixed places, never a guess.

Not read: the clock of the visit in a page's header, dates of other headlines, years in the text, the time of
reading. A page that does not tell has no publication time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from lxml.html import HtmlElement

from extract.markup import clean, select, text_of
from extract.model import Published

VIETNAM = timezone(timedelta(hours=7))  # no summer time since 1975
FIRST_YEAR, LAST_YEAR = 1990, 2060

_META = (  # in this order; name, property or itemprop
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "published_time",
    "dc.date.issued",
    "dcterms.created",
    "dc.created",
)
# Places of a page whose dates are not the article's: the clock in the header, lists of other articles, comments.
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:top|topbar|header|menu|nav|navbar|footer|sidebar|aside|related|relate|relation|latest|other|"
    r"comments?|widget|clock|weather|today|tinmoi|tin-moi|most|hot)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OWN_HEADER = re.compile(
    r"(?:article|detail|content|post|news|entry|longform)[\w-]*(?:header|top)|(?:header|top)-(?:article|content|detail)",
    re.IGNORECASE,
)
_ELSEWHERE_TAGS = frozenset(("nav", "footer", "aside", "form"))

_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"(?:[T\s]+(?P<h>\d{1,2}):(?P<min>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T(?P<h>\d\d)(?P<min>\d\d)\d{0,2}(?P<zone>Z|[+-]\d{4})?)?(?!\d)"
)
_DAY = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})(?![\d/])"
    r"|(?<![\d/])(?P<d2>\d{1,2})/(?P<m2>\d{2})(?P<y2>20\d{2})(?!\d)"  # a slash forgotten: 20/052022
    r"|(?P<d3>\d{1,2})\s+(?:tháng|Tháng|THÁNG)\s+(?P<m3>\d{1,2})\s*(?:,|năm|Năm|NĂM)?\s*(?P<y3>\d{4})(?!\d)"
)
_CLOCK = re.compile(
    r"(?<![\d:/+.-])(?P<h>\d{1,2})\s?(?::|[hH]|giờ|')\s?(?P<min>\d{2})(?:\s?:\s?(?P<s>\d{2}))?(?!\d)['’]?(?:\s*(?P<half>AM|PM|am|pm|SA|CH))?"
)
_ZONE = re.compile(r"[\[(]?\s*(?:GMT|UTC)\s*(?P<zone>[+-]\s*\d{1,2})(?::?\d{2})?\s*[\])]?", re.IGNORECASE)
_UPDATED = re.compile(r"cập nhật|sửa lần cuối|last updated|modified", re.IGNORECASE)


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 31/02
        return None


def _zone(text: str | None) -> timezone:
    if not text:
        return VIETNAM
    if text in ("Z", "UTC", "GMT"):
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes)) if minutes < 24 * 60 else VIETNAM


def _machine(text: str) -> tuple[date, datetime | None] | None:
    """ISO 8601 and its compact form; a stated zone is converted, no zone means Vietnam."""
    found = _ISO.search(text) or _COMPACT.search(text)
    if not found or not (day := _day(int(found["y"]), int(found["m"]), int(found["d"]))):
        return None
    if not found["h"] or int(found["h"]) > 23 or int(found["min"]) > 59:
        return day, None
    zone = _ZONE_AFTER.search(text, found.end("min"))
    stated = found["zone"] or (zone[1] if zone else None)
    moment = datetime(day.year, day.month, day.day, int(found["h"]), int(found["min"]), tzinfo=_zone(stated))
    moment = moment.astimezone(VIETNAM)
    return moment.date(), moment


_ZONE_AFTER = re.compile(r"\s([+-]\d{2}:\d{2})\s*$")  # 2024-08-04T07:54:29.000 +07:00


def _clock(text: str) -> tuple[int, int, bool] | None:
    """Hour, minute, and whether the clock is an English 12-hour one with seconds (en-US systems print it)."""
    if not (found := _CLOCK.search(text)):
        return None
    hour, minute, half = int(found["h"]), int(found["min"]), (found["half"] or "").upper()
    if half and not 1 <= hour <= 12:
        half = ""  # "19:08 PM" is 19:08
    if half:
        hour = hour % 12 + (12 if half in ("PM", "CH") else 0)
    return (hour, minute, half in ("AM", "PM") and bool(found["s"])) if hour < 24 and minute < 60 else None


def _printed(text: str) -> tuple[date, datetime | None] | None:
    """Day first, as Vietnamese writes it: 05/01/2024 is the fifth of January.

    Month first is read only where the print shows an en-US system: no leading zeros, seconds, AM or PM.
    """
    if (zone := _ZONE.search(text)) and zone["zone"].replace(" ", "").lstrip("+0") != "7":
        return None  # printed for another country; no Vietnamese paper does
    text = _ZONE.sub(" ", text)
    if not (found := _DAY.search(text)):
        return None
    first, second, year = (
        (found["d"], found["m"], found["y"])
        if found["d"]
        else ((found["d2"], found["m2"], found["y2"]) if found["d2"] else (found["d3"], found["m3"], found["y3"]))
    )
    clock = _clock(text[: found.start()] + " | " + text[found.end() :])
    unpadded = not first.startswith("0") and not second.startswith("0")
    month_first = bool(clock and clock[2] and unpadded and found["sep"] == "/" and int(first) <= 12)
    d, m = (second, first) if month_first else (first, second)
    y = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 90 else 1900)
    if not (day := _day(y, int(m), int(d))):
        return None
    return day, datetime(day.year, day.month, day.day, clock[0], clock[1], tzinfo=VIETNAM) if clock else None


def parse_time(raw: str, basis: str) -> Published | None:
    """Read one statement of time; None where it names no whole, possible day between 1990 and 2060.

    A day and month without a year ("16-11"), a relative time ("3 giờ trước") and 31/02 are None.
    """
    raw = clean(raw)[:200]
    if not (found := _machine(raw) or _printed(raw)):
        return None
    day, moment = found
    if moment:
        return Published(raw=raw, iso=moment.isoformat(timespec="seconds"), precision="minute", basis=basis)
    return Published(raw=raw, iso=day.isoformat(), precision="day", basis=basis)


def json_ld(tree: HtmlElement) -> tuple[dict[str, object], ...]:
    """All JSON-LD objects of a page, flat; what is no JSON is skipped (papers leave raw line breaks in strings)."""
    found: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = [json.loads(script.text_content(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and len(found) < 1000:
            item = waiting.pop(0)
            if isinstance(item, dict):
                found.append(item)
                waiting.extend(item[k] for k in ("@graph", "mainEntity") if k in item)
            elif isinstance(item, list):
                waiting.extend(item)
    return tuple(found)


def is_article(item: dict[str, object]) -> bool:
    """Whether a JSON-LD object is an article (NewsArticle, Article, BlogPosting, ReportageNewsArticle)."""
    kinds = item.get("@type")
    return any(
        isinstance(k, str) and k.endswith(("Article", "BlogPosting"))
        for k in (kinds if isinstance(kinds, list) else [kinds])
    )


def elsewhere(element: HtmlElement, title: HtmlElement | None = None, *, lists: bool = True) -> bool:
    """Whether an element stands in the page's frame (header, menu, sidebar) or, with ``lists``, in any list.

    What also holds the ``title`` is not the frame, whatever it is called.
    """
    own = set(title.iterancestors()) if title is not None else set()
    for node in (element, *element.iterancestors()):
        if node in own or node.tag in ("body", "html", "main", "article"):
            break
        # A <header> inside an <article> is the article's own.
        if node.tag == "header" and not any(a.tag == "article" for a in node.iterancestors()):
            return True
        names = _OWN_HEADER.sub(" ", f"{node.get('class') or ''} {node.get('id') or ''}")
        if node.tag in _ELSEWHERE_TAGS or (lists and node.tag == "li") or _ELSEWHERE.search(names):
            return True
    return False


def _statements(element: HtmlElement) -> tuple[str, ...]:
    """What an element says of time: its printed text first, since attributes often hold the day only."""
    return tuple(
        s for s in (text_of(element), element.get("datetime"), element.get("content"), element.get("title")) if s
    )


def _chosen(elements: list[HtmlElement], basis: str) -> Published | None:
    """The first time among ``elements``; hour and day that stand in two neighbouring elements are one time."""
    best: Published | None = None
    for here, following in zip(elements, [*elements[1:], None], strict=False):
        for statement in _statements(here):
            time = parse_time(statement, basis)
            if time and time.precision == "minute":
                return time
            best = best or time
        pair = following is not None and parse_time(f"{text_of(here)} | {text_of(following)}", basis)
        if pair and pair.precision == "minute" and (best is None or best.iso == pair.iso[:10]):
            return pair
        if best:
            return best
    return best


def _named(tree: HtmlElement, css: str, title: HtmlElement | None) -> Published | None:
    """A time where a source or platform says it stands; such a selector is trusted except inside the page's frame."""
    elements = [e for e in select(tree, css) if not elsewhere(e, title, lists=False)]
    return _chosen(elements, f"visible:{css}")


def _visible(
    tree: HtmlElement, selectors: tuple[str, ...], title: HtmlElement | None, body: HtmlElement | None
) -> Iterator[Published]:
    """Times printed near the title: the smallest part of the page that holds the title and a time, not the body."""
    if title is None:
        return
    inside = set(body.iter()) if body is not None else set()
    for css in selectors:
        candidates = [e for e in select(tree, css) if e not in inside and not elsewhere(e, title)]
        for scope in title.iterancestors() if candidates else ():
            if near := [e for e in candidates if scope in e.iterancestors()]:
                if time := _chosen(near, f"visible:{css}"):
                    yield time
                break


def _meta(tree: HtmlElement) -> Iterator[Published]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := meta.get(key):
                metas.setdefault(name.lower(), meta.get("content") or "")
    for name in _META:
        if time := parse_time(metas.get(name.lower(), ""), f"meta:{name}"):
            yield time


def _structured(tree: HtmlElement) -> Iterator[Published]:
    for item in filter(is_article, json_ld(tree)):
        if isinstance(value := item.get("datePublished"), str) and (time := parse_time(value, "json-ld:datePublished")):
            yield time
    for element in select(tree, "[itemprop=datePublished]"):
        if element.tag != "meta" and not elsewhere(element) and (time := _chosen([element], "itemprop:datePublished")):
            yield time


def publication_times(
    tree: HtmlElement,
    *,
    selectors: tuple[str, ...] = (),
    visible: tuple[str, ...] = (),
    title: HtmlElement | None = None,
    body: HtmlElement | None = None,
) -> list[Published]:
    """What a page says of its publication, the most trusted first.

    Order: the source's and platform's ``selectors``, meta elements, JSON-LD, microdata, times printed near the
    title (``visible``: where papers print them). A time printed as "Cập nhật" (updated) counts only where nothing
    else tells.
    """
    named = [t for css in selectors if (t := _named(tree, css, title))]
    times = [*named, *_meta(tree), *_structured(tree), *_visible(tree, visible, title, body)]
    times.sort(key=lambda t: bool(_UPDATED.search(t.raw)))  # stable: the order of the rules stays
    return times


def chosen(times: Sequence[Published]) -> Published | None:
    """The article's publication time: the first, its day refined by a later one's minute of that day."""
    if not times:
        return None
    first = times[0]
    finer = (t for t in times if t.precision == "minute" and t.iso[:10] == first.iso)
    return next(finer, first) if first.precision == "day" else first
