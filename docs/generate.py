"""Write what is generated in docs/: commands, sources, scores, rules; a test proves them current."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from crawler.sources import load_all
from extract.rules import rules
from thidua.cli import cli

DOCS = Path(__file__).parent
WIDTH = 100


def commands() -> str:
    """Every command with its help, as the terminal shows it."""
    parts = ["# Commands", "Made by `make docs` from the commands themselves."]
    parts += [f"## {path}\n\n```\n{text}\n```" for path, text in _helps(cli, "thidua", None)]
    return "\n\n".join(parts) + "\n"


def _helps(command: click.Command, path: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    settings = {"info_name": path.rsplit(maxsplit=1)[-1], "parent": parent, "terminal_width": WIDTH}
    context = click.Context(command, **{**settings, **command.context_settings})
    yield path, command.get_help(context).rstrip()
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            yield from _helps(command.commands[name], f"{path} {name}", context)


def sources() -> str:
    """One row for each source file."""
    rows = [
        "# Newspapers",
        "",
        "Made by `make docs` from [crawler/sources](../crawler/sources). A province in brackets is today's, after the",
        "mergers of July 2025. Papers marked *invented* are the demonstration's.",
        "",
        "| source | newspaper | province | platform | found through |",
        "|---|---|---|---|---|",
    ]
    for source in load_all():
        province = source.province or "–"
        if source.province_now and source.province_now != source.province:
            province += f" ({source.province_now})"
        ways = [name for name in ("feeds", "sitemaps", "sections") if getattr(source, name)]
        name = f"{source.name} (*invented*)" if source.demo else f"[{source.name}]({source.home})"
        rows.append(
            f"| `{source.id}` | {name} | {province} | {source.platform or '–'} | {', '.join(ways) or 'home page'} |"
        )
    return "\n".join(rows) + "\n"


def method() -> str:
    """docs/method.md with its table of scores filled in."""
    begin, end = "tests/gold/floor.json -->\n", "<!-- end of scores -->"
    head, rest = (DOCS / "method.md").read_text(encoding="utf-8").split(begin)
    return head + begin + _scores() + end + rest.split(end)[1]


def _scores() -> str:
    floor = json.loads((DOCS.parent / "tests" / "gold" / "floor.json").read_text(encoding="utf-8"))
    rows = ["| articles | fact | precision | recall | F1 | whole F1 |", "|---|---|---:|---:|---:|---:|"]
    for name, measured in floor.items():
        for kind, row in measured["figures"].items():
            figures = " | ".join(f"{row[figure]:.2f}" for figure in ("precision", "recall", "f1", "whole_f1"))
            rows.append(f"| {name} | {kind} | {figures} |")
    return "\n".join(rows) + "\n"


def rule_list() -> str:
    """Every rule with what it goes by, what it reads and what it must not."""
    made = "Made by `make docs` from [extract/data/rules.toml](../extract/data/rules.toml)."
    parts = [
        "# Rules",
        f"{made} A fact's rule stands beside it;\nthe texts are invented, and a test proves each of them.",
    ]
    for kind, group in groupby(rules(), key=lambda rule: rule.kind):
        parts.append(f"## {kind}")
        for rule in group:
            lines = [f"- reads: {_line(text)}" for text in rule.examples]
            lines += [f"- not: {_line(text)}" for text in rule.excluded]
            parts.append(f"### `{rule.id}`\n\n{rule.says}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _line(text: str) -> str:
    return " / ".join(line.strip() for line in text.split("\n"))


PAGES = {"commands.md": commands, "sources.md": sources, "method.md": method, "rules.md": rule_list}


def main() -> None:
    """Write the pages."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
        sys.stdout.write(f"{DOCS / name}\n")


if __name__ == "__main__":
    main()
