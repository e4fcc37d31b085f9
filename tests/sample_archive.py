"""A small archive.db for the site's tests, written for them: invented papers, overlapping quotes, hostile strings."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from archive.metadata import private_tables
from archive.search import add_to_index

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "bloc": "blocs",
    "member": "bloc_members",
    "leader": "bloc_leaders",
    "campaign": "campaigns",
    "award": "awards",
    "event": "events",
}
Said = tuple[str, dict[str, Any], tuple[str, ...], dict[str, str]]

HOSTILE = '<script>alert("tiêu đề")</script>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article: its typed blocks, and its facts as (kind, values, quotes, what is inferred)."""

    blocks: tuple[tuple[str, str], ...]
    published: str | None
    facts: tuple[Said, ...] = ()
    author: str | None = "Lê Thị Vân"
    url: str = "https://bao-song-tra.example/tin/{id}.html"
    source: str = "song-tra"

    @property
    def text(self) -> str:
        return "\n\n".join(text for _, text in self.blocks)


_BLOC = "Khối thi đua các cơ quan văn hóa tỉnh Quảng Ngãi"
MAIN = Story(
    published="2024-01-05T19:08:00+07:00",
    blocks=(
        ("title", "Quảng Ngãi: Khối thi đua các cơ quan văn hóa tổng kết năm 2023"),
        ("sapo", "Ngày 5/1/2024, Khối thi đua các cơ quan văn hóa tỉnh Quảng Ngãi tổ chức hội nghị tổng kết."),
        (
            "paragraph",
            """Khối gồm Thư viện tỉnh, Bảo tàng tỉnh và Đoàn Ca kịch Sông Trà. Năm 2023, các đơn vị hưởng ứng \
phong trào thi đua “Mỗi tuần một cuốn sách”, đưa hơn 4.000 đầu sách về các xã miền núi.""",
        ),
        ("caption", "Đại diện Thư viện tỉnh nhận cờ luân lưu Khối trưởng năm 2024."),
        (
            "paragraph",
            """Hội nghị thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho Bảo tàng tỉnh; Chủ tịch UBND tỉnh đã tặng \
Bằng khen cho bà Trần Thị Hoà, Đoàn Ca kịch Sông Trà.""",
        ),
        ("paragraph", "Năm 2024, khối đặt mục tiêu 100% đơn vị đăng ký thi đua từ đầu năm."),
    ),
    facts=(
        (
            "bloc",
            {"name": _BLOC, "province": "Quảng Ngãi", "level": "province", "year": 2023, "member_count": 3},
            ("Khối thi đua các cơ quan văn hóa tỉnh Quảng Ngãi",),
            {"year": "the gathering sums up năm 2023"},
        ),
        (
            "member",
            {"bloc": _BLOC, "name": "Thư viện tỉnh", "year": 2023},
            ("Khối gồm Thư viện tỉnh",),
            {"year": "the gathering sums up năm 2023"},
        ),
        (
            "member",
            {"bloc": _BLOC, "name": "Bảo tàng tỉnh", "year": 2023},
            ("Khối gồm Thư viện tỉnh, Bảo tàng tỉnh",),
            {},
        ),
        (
            "member",
            {"bloc": _BLOC, "name": "Đoàn Ca kịch Sông Trà", "year": 2023},
            ("Khối gồm", "Đoàn Ca kịch Sông Trà"),
            {},
        ),
        (
            "leader",
            {"bloc": _BLOC, "year": 2024, "role": "head", "organization": "Thư viện tỉnh", "person": None},
            ("Đại diện Thư viện tỉnh nhận cờ luân lưu Khối trưởng năm 2024",),
            {},
        ),
        (
            "campaign",
            {"name": "Mỗi tuần một cuốn sách", "start_year": None, "end_year": None, "launched_by": None},
            ("phong trào thi đua “Mỗi tuần một cuốn sách”",),
            {},
        ),
        (
            "award",
            {
                "award": "Cờ thi đua của UBND tỉnh",
                "form_id": "co-tinh",
                "status": "proposed",
                "year": 2023,
                "recipient": "Bảo tàng tỉnh",
                "recipient_kind": "organization",
                "count": 1,
                "grantor": "UBND tỉnh Quảng Ngãi",
                "province": "Quảng Ngãi",
            },
            ("đề nghị UBND tỉnh tặng Cờ thi đua cho Bảo tàng tỉnh",),
            {"grantor": "UBND tỉnh, in a paper of Quảng Ngãi", "year": "the gathering sums up năm 2023"},
        ),
        (
            "award",
            {
                "award": "Bằng khen của Chủ tịch UBND tỉnh",
                "form_id": "bang-khen-tinh",
                "status": "granted",
                "year": 2023,
                "recipient": "Trần Thị Hoà",
                "recipient_kind": "person",
                "count": 1,
                "grantor": "Chủ tịch UBND tỉnh Quảng Ngãi",
                "province": "Quảng Ngãi",
            },
            ("Chủ tịch UBND tỉnh đã tặng Bằng khen cho bà Trần Thị Hoà",),
            {},
        ),
        ("event", {"kind": "conference", "date": "2024-01-05", "place": None}, ("Ngày 5/1/2024", "hội nghị"), {}),
    ),
)
ATTACK = Story(
    published="2023-11-02",
    author='<img src=x onerror="alert(2)">',
    url="javascript:alert(3)",
    source="dak-lak",
    blocks=(
        ("title", HOSTILE),
        ("paragraph", 'Sở <b onmouseover="alert(4)">Nội vụ</b> tỉnh Đắk Lắk được tặng Huân chương & "Cờ".'),
        ("caption", "</p><script>alert(5)</script>"),
    ),
    facts=(
        (
            "award",
            {
                "award": "Huân chương <i>Lao động</i>",
                "form_id": "huan-chuong",
                "status": "granted",
                "year": 2022,
                "recipient": 'Sở <b onmouseover="alert(4)">Nội vụ</b>',
                "recipient_kind": "organization",
                "count": 1,
                "grantor": "<u>Chủ tịch nước</u>",
                "province": "Đắk Lắk",
            },
            ('Sở <b onmouseover="alert(4)">Nội vụ</b>', "Huân chương & "),
            {"year": "<script>alert(6)</script>"},
        ),
    ),
)
STORIES = (
    MAIN,
    ATTACK,
    Story(
        published="2024-02-01T07:00:00+07:00",
        source="dak-lak",
        blocks=(("title", "Đảng bộ xã họp đầu năm"), ("paragraph", "Tình hình sản xuất ở Đắk Lắk ổn định.")),
    ),
    Story(
        published=None,
        author=None,
        blocks=(("title", "Chợ hoa ngày Tết"), ("paragraph", "Hoa đào, hoa mai về chợ. Người dân tỉnh lẻ nô nức.")),
    ),
    Story(
        published="2023-12-30T08:00:00+07:00",
        blocks=(
            ("title", "Cụm thi đua số 2 bầu cụm trưởng"),
            ("paragraph", "Cụm thi đua số 2 do Công ty Thủy nông làm cụm trưởng năm 2023."),
        ),
        facts=(
            (
                "leader",
                {"bloc": "Cụm thi đua số 2", "year": None, "role": "head", "organization": "Công ty Thủy nông"},
                ("Công ty Thủy nông làm cụm trưởng",),
                {},
            ),
        ),
    ),
)


def build(path: Path) -> None:
    """Write the archive to ``path``; no private tables, like a published one."""
    db = Database(path)
    db.executescript(resources.files("archive").joinpath("schema.sql").read_text(encoding="utf-8"))
    with db.atomic():
        _fixed_rows(db)
        for number, story in enumerate(STORIES, 1):
            _insert_story(db, number, story)
        for table in reversed(private_tables()):
            db.execute(f"DROP TABLE {table}")
    db.execute("PRAGMA foreign_key_check")
    db.close()


def _fixed_rows(db: Database) -> None:
    db["sources"].insert_all(
        {
            "id": key,
            "name": name,
            "province": province,
            "province_now": now,
            "home": f"https://bao-{key}.example/",
            "platform": "invented",
            "demo": 1,
        }
        for key, name, province, now in (
            ("song-tra", "Báo Sông Trà", "Quảng Ngãi", "Quảng Ngãi"),
            ("dak-lak", "Báo Cao Nguyên", "Đắk Lắk", "Đắk Lắk"),
        )
    )
    db["runs"].insert({"id": 1, "uid": "r1", "kind": "crawl", "started": "2024-02-02T01:00:00Z"})
    db["award_forms"].insert_all(
        {"id": key, "name": name, "gloss": None, "kind": kind, "level": None, "granted_by": None, "basis": None}
        for key, name, kind in (
            ("co-tinh", "Cờ thi đua của UBND tỉnh", "emulation title"),
            ("bang-khen-tinh", "Bằng khen của Chủ tịch UBND tỉnh", "certificate"),
            ("huan-chuong", "Huân chương Lao động", "order"),
        )
    )
    db["rules"].insert_all(
        {"id": f"{kind}.plain", "kind": kind, "says": f"A {kind} plainly told", "example": "Một câu."}
        for kind in ("bloc", "member", "leader", "campaign", "award", "event")
    )
    db["organizations"].insert({"id": 1, "uid": "o1", "name": "Thư viện tỉnh", "province": "Quảng Ngãi"})


def _insert_story(db: Database, number: int, story: Story) -> None:
    text = story.text
    url = story.url.format(id=number)
    db["captures"].insert(
        {
            "id": number,
            "uid": f"c{number}",
            "url": url,
            "canonical_url": url,
            "source_id": story.source,
            "run_id": 1,
            "kind": "article",
            "status": 200,
            "fetched_at": "2024-02-02T01:23:45Z",
            "content_type": "text/html",
            "sha256": hashlib.sha256(url.encode()).hexdigest(),
            "warc_file": "2024-02-02.warc.gz",
            "warc_offset": number * 1000,
            "warc_length": 900,
        }
    )
    titles = [part for kind, part in story.blocks if kind == "title"]
    sapos = [part for kind, part in story.blocks if kind == "sapo"]
    db["articles"].insert(
        {
            "id": number,
            "uid": f"a{number:015x}",
            "source_id": story.source,
            "capture_id": number,
            "url": url,
            "title": titles[0],
            "sapo": sapos[0] if sapos else None,
            "author": story.author,
            "section": "Xã hội",
            "published": story.published,
            "published_precision": None,
            "published_raw": story.published,
            "published_basis": "meta:article:published_time",
            "text": text,
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "fingerprint": "test",
        }
    )
    start = 0
    for seq, (kind, part) in enumerate(story.blocks):
        block = {"article_id": number, "seq": seq, "kind": kind, "start": start, "end": start + len(part)}
        db["blocks"].insert(block)
        start += len(part) + 2
    add_to_index(db, number, titles[0], text)
    for seq, fact in enumerate(story.facts):
        _insert_fact(db, number, number * 100 + seq, text, fact)


def _insert_fact(db: Database, article: int, number: int, text: str, said: Said) -> None:
    kind, values, quotes, inferred = said
    db["facts"].insert(
        {
            "id": number,
            "uid": f"f{number:015x}",
            "article_id": article,
            "kind": kind,
            "quote": " … ".join(quotes),
            "rule": f"{kind}.plain",
            "inferred": json.dumps(inferred, ensure_ascii=False) if inferred else None,
        }
    )
    for seq, quote in enumerate(quotes):
        start = text.index(quote)
        span = {"start": start, "end": start + len(quote), "quote": quote, "block": "paragraph"}
        db["evidence"].insert({"fact_id": number, "article_id": article, "seq": seq, **span})
    row = {**values, "fact_id": number, "article_id": article}
    if kind == "member":
        row |= {"bloc_id": article * 100, "organization_id": 1}
    if kind == "leader" and row["year"]:
        row |= {"bloc_id": article * 100}
    db[TABLES[kind]].insert(row)
