"""`thidua explain`: what is marked, what is said of it; nothing from outside steers a terminal or a browser."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from chromium import chromium
from commands import run, targets
from playwright.sync_api import Browser
from rich.console import Console
from sample_archive import build
from sqlite_utils import Database

from archive.article_page import Mark, text_blocks
from archive.articles import fact_uid
from archive.kept import NotKept, kept_article
from archive.store import open_store
from extract.annotation import article_from_json, values
from extract.facts import find
from thidua.articles import NoArticle
from thidua.demo.papers import DemoPapers
from thidua.explain import Explanation, Subject, explain, ranges, subject
from thidua.explain_page import html_page
from thidua.explain_text import _bracketed, print_explanation
from thidua.printable import shown

STORY: dict[str, object] = {
    "title": "Khối thi đua các cơ quan văn hóa tổng kết năm 2023",
    "published": "2024-01-05T19:08:00+07:00",
    "sapo": "Sáng 5/1, Khối thi đua các cơ quan văn hóa tỉnh Kon Tum tổ chức hội nghị tổng kết công tác năm 2023.",
    "paragraphs": [
        "Khối thi đua gồm các Sở Nội vụ, Tư pháp và Ban Dân tộc. Khối phát động phong trào thi đua “Mỗi tuần một bài”.",
        "Hội nghị thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp; bầu Sở Nội vụ làm Khối trưởng năm 2024.",
    ],
    "captions": ["Các đại biểu ký giao ước thi đua năm 2024."],
}
ESCAPE, OVERRIDE, MARK = "\x1b[31m", "\u202e", "\u061c"
# Every kind of attack lies inside the words and the values of a fact.
HOSTILE: dict[str, object] = {
    "url": f"javascript:alert(1)//{ESCAPE}",
    "author": f"<img src=x onerror=alert(2)>{ESCAPE}{OVERRIDE}",
    "title": f"<script>alert(3)</script> Khối thi đua các <b>sở</b>{ESCAPE}",
    "published": "2024-01-05T19:08:00+07:00",
    "paragraphs": [
        f"Tỉnh phát động phong trào thi đua “Mỗi tuần <script>alert(4)</script>{MARK} một cuốn sách{ESCAPE}”.",
        f'Sáng 5/1, tại <img src=x onerror="alert(5)">{MARK}, {OVERRIDE}tỉnh tổ chức hội nghị tổng kết thi đua. ⟦a9⟧',
        f"UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp {ESCAPE}{MARK}</p><script>alert(6)</script>.",
    ],
}


def thidua(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run ``thidua explain``: exit status, output, errors."""
    command = [sys.executable, "-m", "thidua", "explain", *arguments]
    known = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    done = subprocess.run(
        command, capture_output=True, check=False, text=True, timeout=120, env={**known, **environment}
    )
    return done.returncode, done.stdout, done.stderr


def of(story: dict[str, object]) -> Explanation:
    return explain(Subject(name="bài", article=article_from_json(story)))


def printed(explanation: Explanation, *, colours: str | None = None, width: int = 100) -> str:
    output = io.StringIO()
    console = Console(
        file=output,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=bool(colours),
        color_system=colours,  # type: ignore[arg-type]
        width=width,
    )
    print_explanation(explanation, console)
    return output.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bài.json"
    path.write_text(json.dumps(STORY))
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demonstration's richest paper."""
    home = tmp_path_factory.mktemp("home")
    with DemoPapers(anywhere=True) as papers:
        run(home, "crawl", "bao-duyen-hai", "--allow-loopback", *targets(papers))
    return home


# ---- what is said


def test_every_fact_has_its_number_values_rule_and_quotes() -> None:
    article = article_from_json(STORY)
    facts = find(article)
    explanation = of(STORY)
    assert len(explanation.facts) == len(facts) > 5
    assert sorted(fact.rule for fact in explanation.facts) == sorted(fact.rule for fact in facts)
    labels = [fact.label for fact in explanation.facts]
    assert len(set(labels)) == len(labels)
    assert {label[0] for label in labels} == set("bmlcae")
    for fact in explanation.facts:
        assert fact.quotes
        for words in fact.quotes:
            assert article.text[words.start : words.end] == words.text
            (block,) = (b for b, place in zip(article.blocks, explanation.places, strict=True) if place == words.place)
            assert block.start <= words.start < words.end <= block.end
    said = {(fact.kind, value.label, value.text) for fact in explanation.facts for value in fact.values}
    for fact in facts:
        for name, value in values(fact).items():
            assert value is None or (fact.KIND, name.replace("_", " "), str(value)) in said


def test_what_was_inferred_stands_beside_its_value() -> None:
    inferred = {
        (fact.KIND, name.replace("_", " "), basis)
        for fact in find(article_from_json(STORY))
        for name, basis in fact.inferred
    }
    explained = {(f.kind, v.label, v.basis) for f in of(STORY).facts for v in f.values if v.basis}
    assert explained == inferred != set()


def test_the_text_is_whole_and_in_order() -> None:
    text = "\n\n".join("".join(piece.text for piece in block.pieces) for block in of(STORY).blocks)
    assert text == article_from_json(STORY).text


def test_places_are_counted() -> None:
    assert of(STORY).places == ("title", "sapo", "paragraph 1", "paragraph 2", "caption 1")


@pytest.mark.parametrize(
    ("labels", "short"),
    [("a1", "a1"), ("a1 a2", "a1–2"), ("a1 a2 a3 a5 m6", "a1–3 a5 m6"), ("a9 a10 m1 m2", "a9–10 m1–2")],
)
def test_numbers_in_a_row_are_told_in_short(labels: str, short: str) -> None:
    assert ranges(labels.split()) == short


# ---- in the terminal


def test_a_pipe_gets_brackets_and_letters_and_no_escape(file: Path) -> None:
    status, output, errors = thidua(str(file), COLUMNS="40")
    assert (status, errors) == (0, "")
    assert "\x1b" not in output
    assert "⟦m2 Tư pháp⟧" in output
    assert re.search(r"⟦a1(?: \S+)* ", output)
    assert "b = bloc (1), m = member (3)" in output
    for fact in of(STORY).facts:
        assert re.search(rf"^{fact.label} +{fact.kind}: {re.escape(fact.heading)}", output, re.MULTILINE)
        assert f"rule              {fact.rule}\n" in output
        for words in fact.quotes:
            assert f"“{words.text}”  ({words.place}, {words.start}–{words.end})\n" in output


def test_brackets_that_cross_say_which_they_close() -> None:
    """Two facts, "một hai ba" and "hai ba bốn": the first bracket closes inside the second."""
    text = "một hai ba bốn năm"
    spans = {"b1": (0, 10), "e1": (4, 14), "m1": (11, 14), "m2": (11, 14)}
    kinds = {"b": "bloc", "e": "event", "m": "member"}
    marks = [
        Mark(anchor=f"q-{label}", fact=label, kind=kinds[label[0]], status="", start=start, end=end)
        for label, (start, end) in spans.items()
    ]
    (block,) = text_blocks(text, [("paragraph", 0, len(text))], marks)
    assert "".join(_bracketed(block.pieces)) == "⟦b1 một ⟦e1 hai ba b1⟧ ⟦m1–2 bốn⟧⟧ năm"


@pytest.mark.parametrize("colours", ["truecolor", "256", "standard"])
@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_terminal_gets_colours_within_its_width(colours: str, width: int) -> None:
    output = printed(of(STORY), colours=colours, width=width)
    assert "⟦" not in output
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    assert "\x1b" not in plain
    assert max(len(line.rstrip()) for line in plain.splitlines()) <= min(width, 100)
    assert re.search(r"\bm1 *\n? *Sở", plain)


def test_kinds_have_colours_of_their_own() -> None:
    grounds = set()
    for label in ("b1", "m1", "l1", "c1", "a1", "e1"):
        found = re.findall(rf"\x1b\[([0-9;]*)m {label} ", printed(of(STORY), colours="truecolor"))
        assert found
        grounds.add(found[-1])
    assert len(grounds) == 6


def test_no_color_is_respected(file: Path) -> None:
    _, coloured, _ = thidua(str(file), FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[" in coloured
    _, output, _ = thidua(str(file), FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b" not in output
    assert "⟦m1 " in output
    assert thidua(str(file), FORCE_COLOR="1", TERM="dumb")[1] == output


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hoa đào, hoa mai về chợ.", "it has no word of emulation or reward"),
        ("Tiểu thương thi đua bày hoa đào.", "it has words of emulation or reward, but no rule"),
    ],
)
def test_an_article_without_facts_says_so(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "chợ.json"
    path.write_text(json.dumps({"title": "Chợ hoa ngày Tết", "text": text}))
    status, output, _ = thidua(str(path))
    assert status == 0
    assert f"\nNo fact was found in this article: {why}" in output
    assert "⟦" not in output
    assert f"No fact was found in this article: {why}" in thidua(str(path), "--html")[1]


# ---- from outside


@pytest.mark.parametrize("colours", [None, "truecolor"])
def test_no_text_steers_the_terminal(colours: str | None) -> None:
    explanation = of(HOSTILE)
    assert "".join(fact.label for fact in explanation.facts) == "a1c1e1"
    output = printed(explanation, colours=colours)
    if colours:
        output = re.sub(r"\x1b\[[0-9;]*m", "", output)
        assert output.count("[31m") == printed(of({**HOSTILE}), colours=None).count("[31m") > 2
    assert all(char.isprintable() or char == "\n" for char in output)


def test_what_is_hidden_is_shown_in_its_place() -> None:
    text = "a\x1b[1m\u061cb\u202e\tc\u00a0d\u2028e\nf"
    assert len(shown(text)) == len(text)
    assert shown(text) == "a\N{REPLACEMENT CHARACTER}[1m\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER} c d e\nf"
    assert shown("a\nb", one_line=True) == "a b"


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


def test_a_hostile_name_of_a_file_is_no_escape(tmp_path: Path) -> None:
    status, output, errors = thidua(str(tmp_path / f"{ESCAPE}.json"))
    assert (status, output) == (1, "")
    assert "\x1b" not in errors


# ---- from the archive


def test_a_kept_article_is_found_by_address_id_and_uid(home: Path) -> None:
    with open_store(home, create=False) as store:
        row = next(store.db.query("SELECT * FROM articles WHERE title LIKE 'Sáu trường THPT%'"))
    by_id, *others = (subject(name, home) for name in (str(row["id"]), row["uid"], row["url"] + "?utm_source=x#top"))
    assert by_id.kept is not None
    assert all(other.kept == by_id.kept for other in others)
    assert by_id.article.text == row["text"]
    status, output, _ = thidua(row["url"], "--home", str(home))
    assert status == 0
    assert "newspaper   Báo Duyên Hải\n" in output
    assert f"article     {row['id']} (/articles/{row['uid']})\n" in output
    assert "The archive was read by other rules" not in output


def test_what_is_found_in_kept_articles_are_the_archives_rows(home: Path) -> None:
    rows = 0
    with open_store(home, create=False) as store:  # a crawl may be at work
        for article_id, uid in store.db.execute("SELECT id, uid FROM articles").fetchall():
            kept = kept_article(home, key=str(article_id))
            assert {fact_uid(uid, fact) for fact in find(kept.article)} == set(kept.rows)
            rows += len(kept.rows)
    assert rows > 50


def test_what_other_rules_read_is_told(home: Path) -> None:
    with open_store(home, create=False) as store:
        article_id = store.scalar("SELECT article_id FROM facts WHERE kind = 'award' GROUP BY 1 ORDER BY count(*) DESC")
    kept = kept_article(home, key=str(article_id))
    (uid, _), *rest = kept.rows.items()
    older = {**dict(rest), "0" * 16: ("award", "một câu\nđã\x1b[1m đọc")}
    explanation = explain(Subject(name="x", article=kept.article, kept=replace(kept, rows=older)))
    assert [fact.uid for fact in explanation.facts].count("") == 1
    assert uid not in {fact.uid for fact in explanation.facts}
    assert explanation.gone == ("award: một câu đã\N{REPLACEMENT CHARACTER}[1m đọc",)
    output = printed(explanation)
    assert "row               none in the archive\n" in output
    assert "A row of the archive that today's rules do not find: award: một câu" in output
    assert "`thidua extract` reads it anew" in output


def test_a_published_archive_alone_is_enough(tmp_path: Path) -> None:
    build(tmp_path / "archive.db")
    before = (tmp_path / "archive.db").read_bytes()
    kept = kept_article(tmp_path, key="1")
    assert kept.source == "Báo Sông Trà"
    assert len(kept.rows) == 9
    assert (tmp_path / "archive.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["archive.db"]


def test_a_text_published_in_part_is_read_where_it_is_whole(home: Path, tmp_path: Path) -> None:
    for name in ("archive.db", "work/archive.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(home / name, tmp_path / name)
    with Database(tmp_path / "archive.db").conn as connection:
        connection.execute("UPDATE articles SET text = substr(text, 1, 60)")
    (article_id, text) = next(iter(Database(home / "archive.db").query("SELECT id, text FROM articles"))).values()
    assert kept_article(tmp_path, key=str(article_id)).article.text == text
    (tmp_path / "work" / "archive.db").unlink()
    with pytest.raises(NotKept, match=f"only a part of the text of article {article_id}"):
        kept_article(tmp_path, key=str(article_id))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("https://baocantho.com.vn/tin-a123456.html", "`thidua crawl baocantho`"),
        ("https://bao-nao-do.example/tin.html", "save the page and explain its file"),
        ("http://bao-duyen-hai.localhost:8011/thoi-su", "no article"),
        ("http://[", "not an address"),
        ("999999", "no article 999999 in the archive"),
        ("f" * 16, f"no article {'f' * 16} in the archive"),
        ("không-có.html", "no such file"),
        ("Khối thi đua", "no such file"),
    ],
)
def test_what_is_not_there_is_one_line_that_says_what_to_do(name: str, told: str, home: Path) -> None:
    with pytest.raises(NoArticle, match=re.escape(told)) as error:
        subject(name, home)
    assert "\n" not in str(error.value)


def test_a_page_that_is_kept_but_no_article_says_so(home: Path, tmp_path: Path) -> None:
    with open_store(home, create=False) as store:
        capture = next(store.db.query("SELECT * FROM captures WHERE kind = 'article' LIMIT 1"))
    shutil.copy(home / "archive.db", tmp_path)
    with Database(tmp_path / "archive.db").conn as connection:
        connection.execute("DELETE FROM articles WHERE url = ?", [capture["canonical_url"]])
    with pytest.raises(NotKept, match=r"kept on \d{4}-.*, but no article was read on it"):
        kept_article(tmp_path, url=capture["canonical_url"])


@pytest.mark.parametrize("name", ["1", "https://bao.example/tin.html"])
def test_no_archive_is_one_line_and_makes_nothing(name: str, tmp_path: Path) -> None:
    status, output, errors = thidua(name, "--home", str(tmp_path / "home"))
    assert (status, output) == (2, "")
    assert (
        errors
        == f"thidua: no archive in {tmp_path / 'home'}: run `thidua crawl` or `thidua demo` first, or give its --home\n"
    )
    assert not (tmp_path / "home").exists()


# ---- as a page


def test_output_is_a_file(file: Path, tmp_path: Path) -> None:
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
