"""Articles and facts as the JSON that annotators write and scorers read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from extract.model import Article, Award, Bloc, BlockKind, Campaign, Event, Fact, Leader, Member, Published
from extract.text import compose, normalise

_BLANKS = re.compile(r"[^\S\n]{2,}")
_PARTS: tuple[tuple[str, BlockKind], ...] = (("paragraphs", "paragraph"), ("captions", "caption"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWN = frozenset({"evidence", "rule", "inferred"})
_LISTS: tuple[tuple[str, type[Fact]], ...] = (
    ("leaders", Leader),
    ("campaigns", Campaign),
    ("events", Event),
)
# The statuses that annotators count as awards; what was promised, refused or revoked stands in a list of its own.
_COUNTED = frozenset({"granted", "proposed"})


def article_from_json(data: Mapping[str, Any]) -> Article:
    """Build the article of ``{"title", "published", "text"}`` or ``{"title", "sapo", "paragraphs", "captions"}``.

    Unknown keys are ignored; ``published`` may be null. Raises ValueError naming the key that is missing or wrong.
    """
    title = normalise(_string(data, "title") or "").strip()
    parts = list(_parts(data, title))
    # Runs of blanks are one, as a page is read.
    text, blocks = compose((kind, _BLANKS.sub(" ", part)) for kind, part in [("title", title), *parts])
    if not text:
        raise ValueError('no article: give "text", or "sapo", "paragraphs" and "captions"')
    return Article(
        text=text,
        blocks=blocks,
        url=_string(data, "url"),
        title=title,
        sapo=next((normalise(part).strip() for kind, part in parts if kind == "sapo"), None),
        author=_string(data, "author"),
        section=_string(data, "section"),
        published=_published(_string(data, "published")),
    )


def _string(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{key}" must be a string or null')
    return value or None


def _parts(data: Mapping[str, Any], title: str) -> Iterator[tuple[BlockKind, str]]:
    sapo = _string(data, "sapo")
    if sapo:
        yield "sapo", sapo
    for key, kind in _PARTS:
        value = data.get(key) or []
        if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(v, str) for v in value):
            raise ValueError(f'"{key}" must be a list of strings')
        yield from ((kind, part) for part in value)
    lines = [line.strip() for line in normalise(_string(data, "text") or "").split("\n")]
    if lines and lines[0] == title:
        lines = lines[1:]
    yield from (("paragraph", line) for line in lines)


def _published(value: str | None) -> Published | None:
    if value is None:
        return None
    try:
        if not _DAY.match(value):  # fromisoformat takes "20240105" and "2024-W01" as well
            raise ValueError(value)
        datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f'"published" must be an ISO date or time, not {value!r}') from None
    return Published(raw=value, iso=value, precision="minute" if len(value) > 10 else "day", basis="json")


def article_to_json(id_: str, article: Article, facts: Iterable[Fact]) -> dict[str, Any]:
    """The line that ``thidua facts`` prints: the article and its facts, spans in code points into its ``text``."""
    found = tuple(facts)
    members = [fact for fact in found if isinstance(fact, Member)]
    awards = [fact for fact in found if isinstance(fact, Award)]
    published = article.published
    return {
        "id": id_,
        "url": article.url,
        "title": article.title,
        "sapo": article.sapo,
        "author": article.author,
        "published": published.iso if published else None,
        "published_precision": published.precision if published else None,
        "text": article.text,
        "blocs": [
            _with_members(fact, [m for m in members if m.bloc == fact.name and m.year == fact.year], article)
            for fact in found
            if isinstance(fact, Bloc)
        ],
        **{name: [_fact(f, article) for f in found if isinstance(f, kind)] for name, kind in _LISTS},
        "awards": [_fact(f, article) for f in awards if f.status in _COUNTED],
        "awards_not_given": [_fact(f, article) for f in awards if f.status not in _COUNTED],
    }


def values(fact: Fact) -> dict[str, Any]:
    """What a fact says, without what it rests on: its fields in the order of its class."""
    kind: type = type(fact)
    return {name: getattr(fact, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind) if f.name not in _OWN)


def _fact(fact: Fact, article: Article) -> dict[str, Any]:
    return {
        **values(fact),
        "evidence": [{"start": s.start, "end": s.end, "quote": article.text[s.start : s.end]} for s in fact.evidence],
        "rule": fact.rule,
        "inferred": dict(fact.inferred),
    }


def _with_members(bloc: Bloc, members: Sequence[Member], article: Article) -> dict[str, Any]:
    """A bloc with its members' names; what each name rests on stands beside, in ``member_facts``."""
    return {
        **_fact(bloc, article),
        "members": [member.name for member in members],
        "member_facts": [_fact(member, article) for member in members],
    }
