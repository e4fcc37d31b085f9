"""The rules that read facts, as those see them who judge a row: what each rule goes by, what it reads and what not.

``data/rules.toml`` is a list of ``[[rule]]`` tables::

    [[rule]]
    id = "bloc.number"                                     # the kind of fact it reads, and its name
    says = "A cluster called by its number"
    examples = ["Cụm thi đua số 5 họp bàn kế hoạch."]      # articles of which it reads a fact
    not = ["Cụm thi số 5 đặt tại Trường Chu Văn An."]      # articles of which it reads none

Lines of an example are paragraphs. A test proves every example, and that no other rule of the kind reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from extract.annotation import article_from_json
from extract.lexicon import strings, tables
from extract.model import Article

_FILE = "rules.toml"
_KEYS = ("id", "says", "examples", "not?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: ``id`` is ``kind.name``; ``examples`` and ``excluded`` are texts of small articles."""

    id: str
    says: str
    examples: tuple[str, ...]
    excluded: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of fact it reads."""
        return self.id.split(".", maxsplit=1)[0]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their file; raises LexiconError naming the rule and key at fault."""
    return parse(resources.files("extract").joinpath("data", _FILE).read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Rule, ...]:
    """The rules of a TOML text; raises LexiconError."""
    return tuple(
        Rule(
            id=table["id"],
            says=table["says"],
            examples=strings(table, "examples", where),
            excluded=strings(table, "not", where),
        )
        for where, table in tables(text, _FILE, "rule", _KEYS)
    )


def example_article(text: str) -> Article:
    """The article that an example stands for: its lines as paragraphs, printed in January 2024."""
    return article_from_json({"title": "Tin trong tỉnh", "published": "2024-01-15", "paragraphs": text.split("\n")})
