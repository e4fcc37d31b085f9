"""`thidua explain --html`: a page of its own; nothing from outside runs in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from chromium import chromium
from explaining import HOSTILE, STORY, of, thidua
from playwright.sync_api import Browser

from thidua.explain_page import html_page


class Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_escapes_everything() -> None:
    page = html_page(of(HOSTILE))
    assert all(char.isprintable() or char == "\n" for char in page)
    tags = Tags()
    tags.feed(page)
    assert [tag for tag, _ in tags.tags].count("script") == 1
    assert {"img", "b", "iframe", "link"}.isdisjoint({tag for tag, _ in tags.tags})
    assert not [name for _, attributes in tags.tags for name in attributes if name.startswith("on")]
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in tags.tags)
    assert not [attributes for _, attributes in tags.tags if "src" in attributes]
    assert "<script>alert(3)</script>" in "".join(tags.words)


def test_output_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "bài.json"
    file.write_text(json.dumps(STORY))
    status, output, _ = thidua(str(file), "--html", "--output", str(tmp_path / "trang.html"))
    assert (status, output) == (0, "")
    assert (tmp_path / "trang.html").read_text(encoding="utf-8") == thidua(str(file), "--html")[1]
    status, _, errors = thidua(str(file), "--output", str(tmp_path / "không" / "có"))
    assert status == 2
    assert "--output" in errors.splitlines()[-1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("story", [STORY, HOSTILE], ids=["story", "hostile"])
@pytest.mark.parametrize(("width", "finger"), [(1280, False), (390, True)])
def test_pointing_at_a_span_shows_why(
    browser: Browser, story: dict[str, object], width: int, finger: bool, tmp_path: Path
) -> None:
    explanation = of(story)
    path = tmp_path / "page.html"
    path.write_text(html_page(explanation), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, has_touch=finger)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith("file:") else None)
    page.goto(f"file://{quote(str(path))}")
    why = page.locator("#why")
    assert why.is_hidden()
    fact = explanation.facts[0]
    mark = page.locator(f"a.mark[data-facts~='{fact.label}']").first
    if finger:
        mark.tap()
        assert "#" not in page.url
    else:
        mark.hover()
    assert fact.rule in why.inner_text()
    for value in fact.values:
        assert value.basis in why.inner_text()
    page.keyboard.press("Escape")
    assert why.is_hidden()
    # A quote leads to its words, which are those of the text.
    for words in fact.quotes:
        page.locator(f"a[href='#{words.anchor}']").click()
        assert page.url.endswith(f"#{words.anchor}")
        assert page.locator(".mark:has(> .anchor:target)").count() == 1  # what the style sheet outlines
    text = page.locator("article > *").all_inner_texts()
    assert [" ".join(part.split()) for part in text] == [
        " ".join("".join(piece.text for piece in block.pieces).split()) for block in explanation.blocks
    ]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not complaints
    page.close()
