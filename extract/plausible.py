"""Whether a publication time can be true: not after the page was fetched, and not against the date in its address.

Papers write the time of a move to another system, or a typing error, into their metadata; their addresses were made
when the article was. Of several times the first that agrees with the address stands; where none does, none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from extract.model import Problem, Published
from extract.published import FIRST_YEAR, VIETNAM

AGREES = timedelta(days=7)  # an article may be drafted a few days before it comes out
CLOCKS = timedelta(days=1)  # by which a paper's clock may be ahead of ours

# Written by the publishing system when the article is made.
_DAY_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d\d)[/-]?(?P<d>\d\d)/")
_MONTH_PATH = re.compile(r"/(?P<y>20\d\d)/?(?P<m>0[1-9]|1[0-2])/")
# VCCorp: three digits of the site, then yymmddhhmmss.
_SERIAL = re.compile(
    r"-\d{3}(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{0,5}\.(?:htm|chn|html)$"
)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


def address_days(url: str | None) -> tuple[date, date] | None:
    """The first and the last day on which an article of this address may have been made; None where it tells none."""
    path = (url or "").split("?")[0].split("#")[0]
    for pattern, century in ((_DAY_PATH, 0), (_SERIAL, 2000)):
        if (m := pattern.search(path)) and (day := _day(int(m["y"]) + century, int(m["m"]), int(m["d"]))):
            return day, day
    if (m := _MONTH_PATH.search(path)) and (first := _day(int(m["y"]), int(m["m"]), 1)):
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return None


def plausible(
    times: Sequence[Published], url: str | None, fetched: datetime | None
) -> tuple[list[Published], tuple[Problem, ...]]:
    """The times that can be true, in their order, and a problem where the first of them is not among those.

    ``fetched`` is the moment of the fetch, with its zone; without one nothing is too late.
    """
    latest = (fetched + CLOCKS).astimezone(VIETNAM).date() if fetched else date.max
    days = address_days(url)
    kept: list[Published] = []
    against: list[str] = []
    for time in times:
        day = date.fromisoformat(time.iso[:10])
        if day > latest:
            against.append(f"{time.raw!r} ({time.basis}) is later than the page was fetched")
        elif days and not days[0] - AGREES <= day <= days[1] + AGREES:
            against.append(f"{time.raw!r} ({time.basis}) contradicts the date in the address")
        else:
            kept.append(time)
    if not times or (kept and kept[0] is times[0]):
        return kept, ()
    return kept, (Problem(kind="published", detail=against[0]),)
