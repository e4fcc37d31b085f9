"""Write one article and everything it says, or take it out again: one transaction an article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from archive.article_page import TABLES
from archive.search import add_to_index, remove_from_index
from archive.store import Store, make_uid
from extract.annotation import values
from extract.model import Article, Award, Bloc, Fact, Leader, Member, Problem
from extract.places import province_of


def save_article(  # noqa: PLR0913 - what it was read from, what was read, what read it
    store: Store,
    capture: dict[str, Any],
    article: Article,
    facts: Sequence[Fact],
    problems: Sequence[Problem],
    fingerprint: str,
) -> int:
    """Put an article and its facts in the place of what the archive held of it; returns the article's id."""
    with store.db.atomic():
        mark_read(store, capture["canonical_url"], fingerprint)
        article_id = _first_capture(store, capture["canonical_url"])
        drop_article(store, article_id)
        _insert_article(store.db, article_id, capture, article, fingerprint)
        writer = _FactWriter(store, article_id, article, capture)
        # Blocs first: members and leaders refer to them.
        for fact in sorted(facts, key=lambda fact: not isinstance(fact, Bloc)):
            writer.write(fact)
        for problem in problems:
            save_problem(store, capture, problem, article_id=article_id)
    return article_id


def fact_uid(article_uid: str, fact: Fact) -> str:
    """The permanent identifier of a fact: from its article, its kind and its values."""
    return make_uid("fact", article_uid, fact.KIND, json.dumps(values(fact), ensure_ascii=False, sort_keys=True))


def save_problem(store: Store, capture: dict[str, Any], problem: Problem, article_id: int | None = None) -> None:
    """Record what was not understood of a page; :func:`mark_read` has taken out what was recorded of it before."""
    store.issue(
        stage="read",
        kind=problem.kind,
        detail=problem.detail,
        source_id=capture["source_id"],
        url=capture["canonical_url"],
        article_id=article_id,
        capture_id=capture["id"],
    )


def mark_read(store: Store, url: str, fingerprint: str) -> None:
    """Remember that the page of an address has been read by this version; what is recorded of it is recorded anew."""
    store.db.execute("DELETE FROM issues WHERE stage = 'read' AND url = ?", [url])
    store.db.execute("UPDATE readings SET fingerprint = ? WHERE url = ?", [fingerprint, url])


def drop_article(store: Store, article_id: int) -> None:
    """Take out an article, its facts, its issues and the bodies and people that no other fact names."""
    db = store.db
    old = db.execute("SELECT title, text FROM articles WHERE id = ?", [article_id]).fetchone()
    if old is None:
        return
    with db.atomic():
        named = {
            table: _named_only_here(db, table, column, article_id)
            for table, column in (("organizations", "organization_id"), ("people", "person_id"))
        }
        remove_from_index(db, article_id, *old)
        db.execute("DELETE FROM articles WHERE id = ?", [article_id])
        for table, ids in named.items():
            db.conn.executemany(f"DELETE FROM {table} WHERE id = ?", [(id_,) for id_ in ids])  # noqa: S608


_NAMING = {
    "organization_id": ("bloc_members", "bloc_leaders", "awards"),
    "person_id": ("bloc_leaders", "awards"),
}


def _named_only_here(db: Database, table: str, column: str, article_id: int) -> list[int]:
    tables = _NAMING[column]
    here = " UNION ".join(f"SELECT {column} FROM {t} WHERE article_id = :article" for t in tables)  # noqa: S608
    elsewhere = " OR ".join(
        f"EXISTS (SELECT 1 FROM {t} WHERE {column} = e.id AND article_id <> :article)"  # noqa: S608
        for t in tables
    )
    sql = f"SELECT e.id FROM {table} e WHERE e.id IN ({here}) AND NOT ({elsewhere})"  # noqa: S608 - our own names
    return [row[0] for row in db.execute(sql, {"article": article_id}).fetchall()]


def _first_capture(store: Store, url: str) -> int:
    return int(store.scalar("SELECT min(id) FROM captures WHERE canonical_url = ? AND kind = 'article'", [url]))


def _insert_article(db: Database, article_id: int, capture: dict[str, Any], article: Article, fingerprint: str) -> None:
    published = article.published
    row = {
        "id": article_id,
        "uid": make_uid("article", capture["canonical_url"]),
        "source_id": capture["source_id"],
        "capture_id": capture["id"],
        "url": capture["canonical_url"],
        "title": article.title,
        "sapo": article.sapo,
        "author": article.author,
        "section": article.section,
        "published": published.iso if published else None,
        "published_precision": published.precision if published else None,
        "published_raw": published.raw if published else None,
        "published_basis": published.basis if published else None,
        "text": article.text,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "fingerprint": fingerprint,
    }
    _insert(db, "articles", row)
    for seq, block in enumerate(article.blocks):
        _insert(
            db,
            "blocks",
            {"article_id": article_id, "seq": seq, "kind": block.kind, "start": block.start, "end": block.end},
        )
    add_to_index(db, article_id, article.title, article.text)


def _insert(db: Database, table: str, row: dict[str, Any]) -> int:
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return int(db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values())).lastrowid or 0)  # noqa: S608


class _FactWriter:
    """Writes the facts of one article."""

    def __init__(self, store: Store, article_id: int, article: Article, capture: dict[str, Any]) -> None:
        self._db = store.db
        self._article_id = article_id
        self._article = article
        self._uid = make_uid("article", capture["canonical_url"])
        place, named = province_of(article)
        # An article that names no province speaks of its paper's own; one that names several, of none for certain.
        self._place = place if named else capture["province"]
        self._blocs: dict[tuple[str, int | None], int] = {}
        self._provinces: dict[str, str | None] = {}
        self._seen: set[str] = set()

    def write(self, fact: Fact) -> None:
        said = values(fact)
        uid = fact_uid(self._uid, fact)
        if uid in self._seen:
            return
        self._seen.add(uid)
        quotes = [self._article.text[span.start : span.end] for span in fact.evidence]
        fact_id = _insert(
            self._db,
            "facts",
            {
                "uid": uid,
                "article_id": self._article_id,
                "kind": fact.KIND,
                "quote": " … ".join(quotes),
                "rule": fact.rule,
                "inferred": json.dumps(dict(fact.inferred), ensure_ascii=False) if fact.inferred else None,
            },
        )
        self._write_evidence(fact_id, fact, quotes)
        own = {"fact_id": fact_id, "article_id": self._article_id}
        _insert(self._db, TABLES[fact.KIND][0], {**own, **self._columns(fact, fact_id, said)})

    def _write_evidence(self, fact_id: int, fact: Fact, quotes: Sequence[str]) -> None:
        for seq, (span, quote) in enumerate(zip(fact.evidence, quotes, strict=True)):
            block = next(b for b in reversed(self._article.blocks) if b.start <= span.start)
            row = {"fact_id": fact_id, "article_id": self._article_id, "seq": seq, "start": span.start, "end": span.end}
            _insert(self._db, "evidence", {**row, "quote": quote, "block": block.kind})

    def _columns(self, fact: Fact, fact_id: int, said: dict[str, Any]) -> dict[str, Any]:
        match fact:
            case Bloc():
                self._blocs[fact.name, fact.year] = fact_id
                self._provinces[fact.name] = fact.province
                return said
            case Member():
                province = self._where(fact.bloc)
                bodies = {"organization_id": self._entity("organizations", fact.name, province)}
                return {**said, "bloc_id": self._bloc(fact.bloc, fact.year), **bodies}
            case Leader():
                province = self._where(fact.bloc)
                return {
                    **said,
                    "bloc_id": self._bloc(fact.bloc, fact.year),
                    "organization_id": self._entity("organizations", fact.organization, province),
                    "person_id": self._entity("people", fact.person, province),
                }
            case Award():
                return self._award(fact, {name: value for name, value in said.items() if name != "form"})
            case _:
                return said

    def _award(self, fact: Award, row: dict[str, Any]) -> dict[str, Any]:
        # An article on one bloc tells of that bloc's members.
        province = self._where(next(iter(self._provinces)) if len(self._provinces) == 1 else None)
        body = fact.recipient if fact.recipient_kind == "organization" else None
        person = fact.recipient if fact.recipient_kind == "person" else None
        return {
            **row,
            "form_id": fact.form,
            "province": province,
            "organization_id": self._entity("organizations", body, province),
            "person_id": self._entity("people", person, province),
        }

    def _where(self, bloc: str | None) -> str | None:
        """The province of a bloc, else of the article."""
        return (self._provinces.get(bloc) if bloc else None) or self._place

    def _bloc(self, name: str | None, year: int | None) -> int | None:
        """The bloc of that name in this article: of that year, else of any."""
        if name is None:
            return None
        return self._blocs.get((name, year)) or next((id_ for (n, _), id_ in self._blocs.items() if n == name), None)

    def _entity(self, table: str, name: str | None, province: str | None) -> int | None:
        """The row of a body or person of that exact name and province, entered where it is new."""
        if name is None:
            return None
        uid = make_uid(table, name, province or "")
        self._db.execute(
            f"INSERT INTO {table} (uid, name, province) VALUES (?, ?, ?) ON CONFLICT (uid) DO NOTHING",  # noqa: S608
            [uid, name, province],
        )
        return int(self._db.execute(f"SELECT id FROM {table} WHERE uid = ?", [uid]).fetchone()[0])  # noqa: S608
