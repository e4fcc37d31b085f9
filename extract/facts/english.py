"""English articles of Vietnamese newspapers: the same facts, read by rules for their English."""

from __future__ import annotations

from extract.dates import published_day
from extract.english import is_english
from extract.facts.english_awards import find_awards, unique
from extract.facts.english_blocs import find_blocs
from extract.facts.english_events import find_campaigns, find_events
from extract.tokens import component
from extract.view import Doc


@component("english")
def english(doc: Doc) -> None:
    """Add the facts of an English article; a Vietnamese one is left alone."""
    article = doc.article
    if is_english(article.text):
        day = published_day(article.published)
        events = tuple(find_events(article.text, day))
        doc.facts = (
            *doc.facts,
            *find_blocs(article.text),
            *find_campaigns(article.text, day),
            *unique(find_awards(article.text, events, day)),
            *events,
        )
