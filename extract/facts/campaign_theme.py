"""Movements launched without a name, which the sentence behind the launch calls by their theme.

A phát động phong trào thi đua năm N. Với chủ đề "…", …; Phong trào có chủ đề "…"
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.dates import Years, published_day
from extract.facts.campaign_launch import Launch, launch_of
from extract.facts.campaign_period import Name, period_of
from extract.model import Campaign
from extract.view import Span as Words

_LAUNCH = re.compile(r"\bphát động (?:[^\W\d]+ ){0,3}?(?:phong trào|đợt) thi đua(?! \")(?: yêu nước)?\b")
_THEME_OPENS = re.compile(r"\s*(?:với|lấy|theo)?\s*chủ đề(?: (?:là|của năm|năm nay|thi đua|phong trào|đợt))*\s*:?\s*$")
# What has a theme of its own.
_ANOTHER = re.compile(r"\b(?:chương trình|cuộc thi|hội thi|hội thảo|diễn đàn|triển lãm|tọa đàm|đại hội|hội trại)\b")


def opens_with_theme(sentence: Words) -> bool:
    """Whether a sentence opens with a theme in quotes, and tells of nothing else that could have it."""
    opening, _, rest = sentence.form.partition('"')
    return _THEME_OPENS.match(opening) is not None and _ANOTHER.search(rest) is None


def launched(sentence: Words) -> tuple[Launch, Years | None] | None:
    """The launch of a movement that a sentence tells without a name, and its year."""
    matched = sentence.form
    m = _LAUNCH.search(matched) if "phát động" in matched else None
    if m is None:
        return None
    name = Name(m.end(), m.end(), m.end(), m.start(), True)
    period = period_of(matched, name, matched[m.end() :], published_day(sentence.doc.article.published), [])
    launch = launch_of(sentence, Name(m.end(), m.end(), m.end(), m.end(), True), [m.end()], period)
    return (launch, period) if launch.by else None


def with_launch(campaign: Campaign, told: tuple[Launch, Years | None]) -> Campaign:
    """The movement of a theme with the launch that the sentence before tells."""
    launch, period = told
    if campaign.rule != "campaign.theme" or campaign.launched_by is not None:
        return campaign
    year = period if campaign.start_year is None else None
    inferred = (("launched_in_year", launch.basis),) if launch.basis and launch.year else ()
    return replace(
        campaign,
        launched_by=launch.by,
        launched_in_year=launch.year,
        start_year=year.first if year else campaign.start_year,
        end_year=year.last if year else campaign.end_year,
        inferred=(*campaign.inferred, *inferred),
    )
