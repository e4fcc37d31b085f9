"""Pages made to exhaust their reader, kept and read the whole way: each is an issue, and the next page is read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from keeping import FILLER, PAPER, exchange, keep
from papers import Place, article, listing, serving, write_source

from archive.reading import PageReader
from archive.store import open_store
from extract.model import PageHints

LARGEST = 300_000  # KiB of memory, of the reading process and of its worker
HEAD = "<html><head><title>Sở Y tế nhận Bằng khen</title></head><body><h1>Sở Y tế nhận Bằng khen</h1><div>"
WORDS = "".join(f"<p>{words}</p>" for words in FILLER)
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
# Each by the kind of issue that it ends as; None: it is read like any other page.
BOMBS: dict[str, tuple[Callable[[], str], str | None]] = {
    "100,000 nested tags": (lambda: f"{HEAD}{'<div>' * 100_000}{WORDS}", None),
    "3,000 nested tags": (lambda: f"{HEAD}{'<div>' * 3_000}{WORDS}", None),
    "300 tags that are never closed": (lambda: f"{HEAD}{'<font>' * 300}{WORDS}", None),
    "200,000 attributes": (
        lambda: f"{HEAD}<p {' '.join(f'a{n}=1' for n in range(200_000))}>{WORDS}",
        "page-limit",
    ),
    "a million paragraphs": (lambda: HEAD + "<p>a</p>" * 1_000_000, "page-limit"),
    "a text of 11 MB": (lambda: f"{HEAD}<script>a='{'x' * 11_000_000}'</script>{WORDS}", None),
    "a script of 4 MB": (lambda: f"{HEAD}<script>a='{'x' * 4_000_000}'</script>{WORDS}", None),
    "a page of 48 MB": (lambda: HEAD + "x" * 48_000_000, "page-limit"),
    "one line of 2 MB": (lambda: HEAD + f"<p>{FILLER[0]} {'và Sở Y tế ' * 200_000}", "page-limit"),
    "entities": (lambda: f'<!DOCTYPE html [<!ENTITY a0 "lol">{ENTITIES}]>{HEAD}{WORDS}<p>&a9;</p>', None),
    "deep JSON": (
        lambda: f"{HEAD}<script type='application/ld+json'>{'[' * 200_000}</script>{WORDS}",
        None,
    ),
}
READ = """
import json, os, re, sys
from pathlib import Path
from archive.reading import PageReader
from archive.reread import ReadAs, read_stale
from archive.store import SourceRow, open_store
from extract.model import PageHints
home, paper = sys.argv[1:]
row = SourceRow(**json.loads(paper))
peaks = []
def measure(done, total):
    for pid in (os.getpid(), reader.worker.pid):
        status = Path(f"/proc/{pid}/status").read_text()
        peaks.append(int(re.search("VmHWM:.*?([0-9]+)", status)[1]))
with open_store(Path(home)) as store, PageReader() as reader:
    read_stale(store, {row.id: ReadAs(row=row, hints=PageHints())}, measure, reader=reader)
print(max(peaks))
"""


@pytest.mark.fault(15, 29, 47, 48)
def test_every_bomb_costs_only_itself_and_little_memory(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.register([PAPER])
        for n, (make, _) in enumerate(BOMBS.values()):
            keep(store, exchange(f"/bomb-{n}.html", make().encode()))
            keep(store, exchange(f"/next-{n}.html", f"{HEAD}{WORDS}".encode()))
    command = [sys.executable, "-c", READ, str(tmp_path), json.dumps(asdict(PAPER))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    peak = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
    assert int(peak) < LARGEST
    with open_store(tmp_path) as store:
        ends = {url.rsplit("/", 1)[1]: kind for url, kind in store.db.execute("SELECT url, kind FROM issues")}
        read = {url.rsplit("/", 1)[1] for (url,) in store.db.execute("SELECT url FROM articles").fetchall()}
        assert store.scalar("SELECT count(*) FROM readings WHERE fingerprint = ''") == 0
    wrong = {}
    for n, (name, (_, kind)) in enumerate(BOMBS.items()):
        assert f"next-{n}.html" in read
        if (ends.get(f"bomb-{n}.html"), f"bomb-{n}.html" in read) != (kind, kind is None):
            wrong[name] = ends.get(f"bomb-{n}.html")
    assert wrong == {}


@pytest.mark.soak
@pytest.mark.fault(48)
def test_a_page_that_no_cap_stops_is_stopped_by_the_clock(reader: PageReader) -> None:
    """Tables in tables: trafilatura needs minutes for them."""
    page = f"{HEAD}{'<table>' * 1500}{WORDS}".encode()
    read = reader.read(page, "http://bao-thu.localhost/a-1.html", "text/html; charset=utf-8", PageHints())
    assert [(problem.kind, problem.detail) for problem in read.problems] == [
        ("poison page", "no answer within 10 s; tried 2 times")
    ]


@pytest.mark.soak
@pytest.mark.fault(59)
def test_a_listing_that_no_worker_survives_fails_alone(tmp_path: Path) -> None:
    """The pattern of the source and a hostile link: backtracking without end, while other pages are fetched."""
    with serving() as paper:
        place = Place(tmp_path / "home", tmp_path / "sources")
        paper.add("/xa-hoi", listing(f"/{'a' * 60}!"))
        paper.add("/thoi-su", listing("/aaa-100001.html"))
        paper.add("/aaa-100001.html", article("a"))
        write_source(place.folder, paper.home, discovery='sections = ["/xa-hoi", "/thoi-su"]')
        file = place.folder / "paper.toml"
        file.write_text(re.sub("(?m)^article = .*$", "article = '^/(a+)+(-[0-9]+.html)?$'", file.read_text()))
        place.crawl()
        states = {url.strip("/"): state for url, state in place.ledger().items()}
    assert states["xa-hoi"] == ("failed", "no answer within 10 s; tried 2 times")
    assert states["aaa-100001.html"][0] == "stored"
