"""`thidua explain`: what is said of each fact, and articles found in the archive."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from commands import run, targets
from explaining import STORY, of, printed, thidua
from sample_archive import build
from sqlite_utils import Database

from archive.articles import fact_uid
from archive.kept import NotKept, kept_article
from archive.store import open_store
from extract.annotation import article_from_json, values
from extract.facts import find
from thidua.articles import NoArticle
from thidua.demo.papers import DemoPapers
from thidua.explain import Subject, explain, ranges, subject


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
