"""Search: every query is valid FTS5, finds what a Vietnamese reader means, and the index can be proved whole."""

from __future__ import annotations

import unicodedata
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from archive.search import NOTHING, add_to_index, check_index, contains, keep_index_current, remove_from_index, to_match
from extract.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {
    1: ("Quảng Ngãi: Đảng bộ tỉnh", "Hoà bình, kinh tế và kỹ thuật; Ủy ban họp."),
    2: ("Tình hình Đắk Lắk", "Khen thưởng 12 tập thể hoàn thành nhiệm vụ năm 2021–2025."),
    3: ("Duong pho ve dem", "Bài không dấu, đường phố về đêm, nghị quyết 06/2022/QH15."),
}


def _insert(db: Database, number: int, title: str, text: str) -> None:
    db.execute(
        "INSERT INTO articles (id, uid, source_id, capture_id, url, title, text, text_sha256, fingerprint) "
        "VALUES (?, ?, 's', 1, 'u', ?, ?, 'x', 'f')",
        [number, str(number), title, text],
    )
    add_to_index(db, number, title, text)


@pytest.fixture(scope="module")
def db() -> Iterator[Database]:
    database = Database(memory=True)
    database.executescript(resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8"))
    for number, (title, text) in TEXTS.items():
        _insert(database, number, title, text)
    yield database
    database.close()


def found(db: Database, query: str) -> list[int]:
    sql = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid"
    return [row[0] for row in db.execute(sql, [to_match(query)]).fetchall()]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("quang ngai", [1]),
        ("QUANG NGAI", [1]),
        ("Quảng Ngãi", [1]),
        (unicodedata.normalize("NFD", "Quảng Ngãi"), [1]),
        ("dang", [1]),
        ("Đảng", [1]),
        ("\u00d0ảng", [1]),  # the Icelandic letter of old pages
        ("đăng", []),
        ("dak lak", [2]),
        ("tỉnh", [1]),
        ("tình", [2]),
        ("tinh", [1, 2]),
        ("duong", [3]),
        ("đường", [3]),
        ("khen thuong", [2]),
        ("hòa", [1]),
        ("hoà", [1]),
        ("uỷ ban", [1]),
        ("kĩ thuật", [1]),
        ("ki thuat", [1]),
        ("ngai dang", [1]),
        ('"ngai dang"', [1]),  # the phrase runs over the colon
        ('"dang ngai"', []),
        ('"tập thể hoàn thành"', [2]),
        ("“tập thể” 12", [2]),
        ("thuo*", [2]),
        ("ki*", [1]),
        ("hoà*", [1, 2]),
        ("khen*", [2]),
        ("tinh -dang", [2]),
        ('tinh -"dak lak"', [1]),
        ("-dang", []),
        ("06/2022/QH15", [3]),
        ("2021-2025", [2]),
        ("dang - bo", [1]),
        ("dang AND", []),
        ("dang OR quang", []),
        ("", []),
        ('"', []),
        ("*", []),
        ("-", []),
        ("…", []),
        ('quang "ngai dang', [1]),
    ],
)
def test_what_readers_type(db: Database, query: str, articles: list[int]) -> None:
    assert found(db, query) == articles


tricks = st.sampled_from((*"\"'*-():^+,\0\ud800", "{title}", "NEAR(a b, 2)", " AND ", " OR ", " NOT "))
queries = st.lists(st.one_of(tricks, st.sampled_from(("đảng", "bộ", "quang", "i", "y", "uỷ")), st.text()))


@given(queries.map(" ".join) | queries.map("".join) | st.text())
@example('"; DROP TABLE articles; --')
@example("articles_fts MATCH")
@example("\u0301\u0301")
@settings(max_examples=300, deadline=None)
def test_no_query_is_an_error(db: Database, query: str) -> None:
    numbers = found(db, query)
    assert set(numbers) <= TEXTS.keys()


@given(st.text(alphabet=" .,;-*\"'()“”…\n\t"))
def test_without_letters_or_digits_nothing_is_asked(query: str) -> None:
    assert to_match(query) == NOTHING


words = st.text(alphabet=st.characters(max_codepoint=0x1EF9), min_size=1)


@given(words, words)
@settings(max_examples=150, deadline=None)
def test_an_article_goes_in_and_out_without_a_trace(title: str, body: str) -> None:
    database = Database(memory=True)
    database.executescript(resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8"))
    title, body = normalise(title), normalise(body)
    with database.atomic():
        _insert(database, 7, title, body)
    assert check_index(database) == ()
    with database.atomic():
        remove_from_index(database, 7, title, body)
        database.execute("DELETE FROM articles")
    assert check_index(database) == ()
    assert database.execute("SELECT count(*) FROM articles_fts_docsize").fetchone()[0] == 0
    database.close()


@pytest.fixture
def own() -> Iterator[Database]:
    database = Database(memory=True)
    database.executescript(resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8"))
    for number, (title, text) in TEXTS.items():
        _insert(database, number, title, text)
    yield database
    database.close()


def test_index_rows_join_the_open_transaction(own: Database) -> None:
    def cut_off() -> None:
        with own.atomic():
            remove_from_index(own, 1, *TEXTS[1])
            assert found(own, "quang ngai") == []
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_off()
    assert found(own, "quang ngai") == [1]


def test_check_finds_what_is_missing_and_what_is_left_over(own: Database) -> None:
    assert check_index(own) == ()
    remove_from_index(own, 1, *TEXTS[1])
    assert check_index(own)[0] == "articles_fts: 1 articles without an index row: 1"
    assert "article 1 is not found by its own title" in check_index(own)[1]
    add_to_index(own, 1, *TEXTS[1])
    own.execute("DELETE FROM articles WHERE id = 2")
    assert check_index(own) == ("articles_fts: 1 index rows without an article: 2",)


def test_check_finds_an_index_of_other_words(own: Database) -> None:
    remove_from_index(own, 1, *TEXTS[1])
    add_to_index(own, 1, "Một bài khác", TEXTS[1][1])
    assert check_index(own) == ("articles_fts: article 1 is not found by its own title",)


def test_check_finds_a_folding_that_was_lost(own: Database) -> None:
    own.execute("DELETE FROM articles_fts_docsize WHERE id = 3")
    own.execute("INSERT INTO articles_fts_docsize VALUES (3, ?)", [bytes((4, 10, 4, 11))])
    assert any(problem.startswith("articles_fts: article 3 has (4, 10, 4, 11) words") for problem in check_index(own))


def test_an_index_of_another_folding_is_filled_anew(own: Database) -> None:
    assert keep_index_current(own)
    assert not keep_index_current(own)
    remove_from_index(own, 1, *TEXTS[1])
    own.execute("UPDATE state SET value = 'another'")
    assert keep_index_current(own)
    assert check_index(own) == ()
    assert found(own, "quang ngai") == [1]


@pytest.mark.parametrize(
    ("text", "query", "held"),
    [
        ("Sở Xây dựng tỉnh Quảng Ngãi", "quang ngai", True),
        ("Sở Xây dựng tỉnh Quảng Ngãi", "Xây dựng", True),
        ("Sở Xây dựng tỉnh Quảng Ngãi", "xây dưng", False),
        ("Trần Thị Hoà", "Hòa", True),
        ("Ban Dân vận", "an", False),
        ("Tỉnh", "tình", False),
        ("UBND tỉnh (Đắk Lắk)", "dak lak", True),
        ("", "x", False),
        (None, "x", False),
        (None, " ", True),
        ("bất kỳ", "", True),
        ("bất kỳ", "%", True),
    ],
)
def test_names_are_compared_by_whole_words(text: str | None, query: str, held: bool) -> None:
    assert contains(text, query) is held
