"""What an article is and what it says: frozen dataclasses, the vocabulary of the whole project.

Offsets are code points into ``Article.text``, which is NFC and never changes after it is built.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

BlockKind = Literal["title", "sapo", "paragraph", "caption"]
Level = Literal["national", "sector", "province", "district"]
Role = Literal["head", "deputy"]
RecipientKind = Literal["organization", "person", "group"]
Status = Literal["granted", "proposed", "promised", "refused", "revoked"]
EventKind = Literal["conference", "ceremony", "launch", "signing"]
Precision = Literal["minute", "day"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of ``Article.text``: ``text[start:end]``, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A typed stretch of ``Article.text``; blocks are in page order and joined by one blank line."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When the article came out: what the page says, what that means, and where it stood."""

    raw: str
    iso: str  # 2024-01-05T19:08:00+07:00, or 2024-01-05 with precision "day"
    precision: Precision
    basis: str  # "meta:article:published_time", "json-ld:datePublished", "visible:.format_date", ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One readable article: ``text`` is title, sapo, paragraphs and captions in page order."""

    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    title: str
    sapo: str | None = None
    author: str | None = None
    section: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHints:
    """What a source knows of its own pages: CSS selectors (empty: read generically), a script's name."""

    title: str = ""
    sapo: str = ""
    body: str = ""
    author: str = ""
    published: str = ""
    section: str = ""
    caption: str = ""
    remove: tuple[str, ...] = ()
    script: str = ""  # no selector: the name that a script gives the body's HTML to, "outputData" or ".html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not understood, published like data instead of guessed at."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing an article says, with the exact spans it rests on and the rule that read it.

    ``inferred`` pairs each field whose value the evidence does not state in itself with its basis,
    e.g. ``(("year", "the gathering sums up năm 2023"),)``.
    """

    KIND: ClassVar[str] = ""
    evidence: tuple[Span, ...]
    rule: str
    inferred: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Fact):
    """An organisation that an article counts among a bloc's members; evidence may be discontinuous (elided heads)."""

    KIND: ClassVar[str] = "member"
    bloc: str
    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc(Fact):
    """A named emulation bloc (khối / cụm thi đua); its members are facts of their own."""

    KIND: ClassVar[str] = "bloc"
    name: str
    province: str | None = None
    level: Level | None = None
    year: int | None = None
    member_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader(Fact):
    """Head (khối trưởng, cụm trưởng) or deputy (khối phó, cụm phó) of a bloc in a year."""

    KIND: ClassVar[str] = "leader"
    bloc: str | None
    year: int | None
    role: Role
    organization: str | None
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Fact):
    """A named emulation movement (phong trào thi đua); joint launchers are joined by "; "."""

    KIND: ClassVar[str] = "campaign"
    name: str
    start_year: int | None = None
    end_year: int | None = None
    launched_by: str | None = None
    launched_in_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Fact):
    """One award for one recipient, or for an unnamed total of one kind of recipients.

    ``status``: granted; proposed (to the one who may grant it); promised ("sẽ tặng"); refused (not proposed, not
    granted, or declined); revoked (taken back).
    """

    KIND: ClassVar[str] = "award"
    award: str
    form: str  # id in data/awards.toml
    grantor: str | None
    recipient: str | None
    recipient_kind: RecipientKind
    count: int | None
    year: int | None
    status: Status
    decision: str | None = None
    decision_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A gathering about emulation and reward on a stated day."""

    KIND: ClassVar[str] = "event"
    kind: EventKind
    date: str  # ISO day
    place: str | None = None
