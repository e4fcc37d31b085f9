"""A newspaper that does not exist, and answers of it that are kept."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

from archive.store import SourceRow, Store
from archive.warc import Exchange, Keeper

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PAPER = SourceRow(
    id="bao-thu",
    name="Báo Thử",
    province="Quảng Ngãi",
    province_now="Quảng Ngãi",
    home="http://bao-thu.localhost/",
    platform="mastercms",
    demo=True,
)
# What makes a page long enough for an article, and holds no fact.
FILLER = (
    "Cán bộ, nhân viên của sở đã đưa bệnh án điện tử về tám trung tâm y tế, giúp người dân không phải chờ lâu.",
    "Lãnh đạo tỉnh mong các đơn vị giữ cách làm đã được người dân ghi nhận, không chạy theo số lượng hồ sơ.",
)


def exchange(path: str, body: bytes, *, kind: str = "article", status: int = 200) -> Exchange:
    return Exchange(
        url=f"http://bao-thu.localhost{path}",
        canonical_url=f"http://bao-thu.localhost{path}",
        source_id=PAPER.id,
        kind=kind,
        status=status,
        reason="OK",
        response_headers=[
            (b"Content-Type", b"text/html; charset=utf-8"),
            (b"Content-Encoding", b"gzip"),
            (b"ETag", b'"1"'),
        ],
        request_headers=[(b"Host", b"bao-thu.localhost")],
        body=gzip.compress(body),
        fetched_at=NOON,
        referrer="http://bao-thu.localhost/",
    )


def keep(store: Store, *exchanges: Exchange) -> Path:
    run = store.begin_run("crawl", NOON)
    keeper = Keeper(store, run, NOON)
    for one in exchanges:
        keeper.keep(one)
    keeper.close()
    return keeper.path
