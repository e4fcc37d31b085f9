"""Writing an article with its facts, replacing it, publishing: on a real archive."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from keeping import PAPER, exchange, keep
from sqlite_utils import Database

from archive.articles import drop_article, save_article
from archive.metadata import private_tables
from archive.publish import PublishError, publish
from archive.reread import enter_lexicon
from archive.store import Store, open_store
from extract.annotation import article_from_json
from extract.model import Award, Bloc, Fact, Leader, Member, Problem, Span

TEXT = "Khối thi đua Nội chính gồm Sở Tư pháp và Thanh tra tỉnh. Sở Tư pháp là Khối trưởng, được tặng Bằng khen."
ARTICLE = article_from_json({"title": "Khối thi đua Nội chính họp 😀", "text": TEXT})


def span(quote: str) -> Span:
    start = ARTICLE.text.index(quote)
    return Span(start=start, end=start + len(quote))


BLOC = Bloc(
    evidence=(span("Khối thi đua Nội chính gồm"),), rule="bloc.theme", name="Khối thi đua Nội chính", province="Phú Yên"
)
MEMBERS = tuple(
    Member(evidence=(span(name),), rule="member.gom", bloc=BLOC.name, name=name)
    for name in ("Sở Tư pháp", "Thanh tra tỉnh")
)
LEADER = Leader(
    evidence=(span("Sở Tư pháp"), span("Khối trưởng")),
    rule="leader.holds",
    bloc=BLOC.name,
    year=2024,
    role="head",
    organization="Sở Tư pháp",
    person=None,
    inferred=(("year", "năm xuất bản"),),
)
AWARD = Award(
    evidence=(span("được tặng Bằng khen"),),
    rule="award.passive",
    award="Bằng khen",
    form="bk_bo_tinh",
    grantor=None,
    recipient="Sở Tư pháp",
    recipient_kind="organization",
    count=1,
    year=None,
    status="granted",
)
FACTS: tuple[Fact, ...] = (LEADER, AWARD, *MEMBERS, BLOC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        opened.register([PAPER])
        enter_lexicon(opened)
        yield opened


def captured(store: Store, path: str = "/a-1.html") -> dict[str, object]:
    keep(store, exchange(path, b"page"))
    [row] = store.db.query(
        "SELECT c.*, s.province FROM captures c JOIN sources s ON s.id = c.source_id ORDER BY c.id DESC LIMIT 1"
    )
    return dict(row)


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in store.db.execute(sql).fetchall()]


def test_every_fact_leads_to_its_words(store: Store) -> None:
    save_article(store, captured(store), ARTICLE, FACTS, (), "v1")
    assert rows(store, "SELECT kind FROM facts ORDER BY id") == [
        ("bloc",),
        ("leader",),
        ("award",),
        ("member",),
        ("member",),
    ]
    said = rows(
        store,
        'SELECT e.quote, substr(a.text, e.start + 1, e."end" - e.start), e.block '
        "FROM evidence e JOIN articles a ON a.id = e.article_id",
    )
    assert len(said) == 6
    assert all(quote == text and block == "paragraph" for quote, text, block in said)
    [leader] = rows(
        store,
        "SELECT f.quote, f.inferred, b.name, o.name, o.province FROM bloc_leaders l JOIN facts f ON f.id = l.fact_id "
        "JOIN blocs b ON b.fact_id = l.bloc_id JOIN organizations o ON o.id = l.organization_id",
    )
    inferred = json.dumps({"year": "năm xuất bản"}, ensure_ascii=False)
    assert leader == ("Sở Tư pháp … Khối trưởng", inferred, BLOC.name, "Sở Tư pháp", "Phú Yên")


def test_the_same_body_is_one_row_and_a_year_another_fact(store: Store) -> None:
    save_article(store, captured(store), ARTICLE, (*FACTS, LEADER, replace(LEADER, year=2025)), (), "v1")
    assert rows(store, "SELECT name FROM organizations ORDER BY name") == [("Sở Tư pháp",), ("Thanh tra tỉnh",)]
    assert rows(store, "SELECT year FROM bloc_leaders ORDER BY year") == [(2024,), (2025,)]


def test_writing_an_article_again_gives_the_same_rows(store: Store) -> None:
    capture = captured(store)
    tables = (
        "facts",
        "awards",
        "bloc_members",
        "bloc_leaders",
        "blocs",
        "evidence",
        "organizations",
        "blocks",
        "articles",
    )
    counted = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    save_article(store, capture, ARTICLE, FACTS, (Problem(kind="k", detail="d"),), "v1")
    uids, counts = rows(store, "SELECT uid FROM facts ORDER BY uid"), rows(store, counted)
    save_article(store, capture, ARTICLE, FACTS, (Problem(kind="k", detail="d"),), "v2")
    assert rows(store, "SELECT uid FROM facts ORDER BY uid") == uids
    assert rows(store, counted) == counts
    assert rows(store, "SELECT fingerprint FROM readings") == [("v2",)]
    assert rows(store, "SELECT kind, article_id FROM issues") == [("k", capture["id"])]


def test_a_body_goes_with_the_last_fact_that_names_it(store: Store) -> None:
    first = save_article(store, captured(store), ARTICLE, FACTS, (), "v1")
    second = save_article(store, captured(store, "/b-2.html"), ARTICLE, (BLOC, MEMBERS[0]), (), "v1")
    drop_article(store, first)
    assert rows(store, "SELECT name FROM organizations") == [("Sở Tư pháp",)]
    drop_article(store, second)
    for table in ("organizations", "articles", "facts", "evidence", "blocs", "bloc_members", "articles_fts_docsize"):
        assert rows(store, f"SELECT count(*) FROM {table}") == [(0,)], table


def test_a_snapshot_holds_what_is_public_and_nothing_else(store: Store) -> None:
    save_article(store, captured(store), ARTICLE, FACTS, (), "v1")
    columns = "INSERT INTO ledger (url, source_id, kind, state)"
    store.db.execute(f"{columns} VALUES ('http://canary.invalid/', ?, 'article', 'pending')", [PAPER.id])
    snapshot = publish(store)
    public = Database(snapshot.path)
    assert (snapshot.articles, snapshot.facts) == (1, 5)
    assert not {*private_tables(), "_sqlite_migrations"} & set(public.table_names())
    assert b"canary.invalid" not in snapshot.path.read_bytes()
    served = "archive.db metadata.json settings.json templates plugins static"
    assert {path.name for path in store.home.iterdir()} >= set(served.split())
    assert not list(store.home.glob("archive.db-*"))


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        ("UPDATE evidence SET quote = 'khác' WHERE id = (SELECT min(id) FROM evidence)", "does not quote"),
        ("DELETE FROM articles", "search index"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM organizations", "refers to no row"),
    ],
)
def test_an_unsound_archive_is_not_published(store: Store, harm: str, complaint: str) -> None:
    save_article(store, captured(store), ARTICLE, FACTS, (), "v1")
    before = publish(store).path.read_bytes()
    store.db.executescript(harm)
    with pytest.raises(PublishError, match=complaint):
        publish(store)
    assert (store.home / "archive.db").read_bytes() == before
