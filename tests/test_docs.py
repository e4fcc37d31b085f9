"""What is generated and committed is what the generators make."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MADE = {"work/archive.db"}  # by the program itself
PAGES = runpy.run_path(str(DOCS / "generate.py"))["PAGES"]


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), f"docs/{name} is stale: make docs"


@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *DOCS.glob("*.md")], ids=lambda page: page.name)
def test_files_that_pages_name_are_there(page: Path) -> None:
    folders = "|".join(folder.name for folder in ROOT.iterdir() if folder.is_dir() and folder.name[0].isalpha())
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(rf"`((?:{folders})/[\w./-]+\.\w+)`", text)) - MADE
    linked = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert [link for link in linked if not (page.parent / link).exists()] == []
