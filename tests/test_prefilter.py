"""The prefilter passes over what holds no fact, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotation import article_from_json
from extract.facts import find, holds_vocabulary, read
from extract.lexicon import Entry, load
from extract.model import Article
from extract.page import read_page
from extract.text import match_form
from thidua.demo.content import PAPERS, printed
from thidua.demo.site import Site, address

DAY = 2
AWARDS = load("awards")


def written(text: str) -> Article:
    return article_from_json({"title": "Tin trong ngày", "published": None, "text": text})


def demonstrated() -> Iterator[Article]:
    for paper in PAPERS:
        site = Site(paper, DAY)
        for article in printed(paper.id, DAY):
            page = site.get(address(paper, article))
            found = read_page(page.body, url=None, content_type=page.media_type).article
            assert found is not None
            yield found


def test_nothing_is_lost_in_the_demonstration() -> None:
    articles = list(demonstrated())
    passed_over = [article for article in articles if not holds_vocabulary(article)]
    assert len(articles) - 10 > len(passed_over) > 3
    assert [read(article) for article in passed_over] == [()] * len(passed_over)
    assert [find(article) for article in passed_over] == [()] * len(passed_over)


@pytest.mark.parametrize("entry", AWARDS, ids=[entry.id for entry in AWARDS])
def test_every_award_of_the_lexicon_is_vocabulary(entry: Entry) -> None:
    assert [text for text in (*entry.phrases, *entry.examples) if not holds_vocabulary(written(text))] == []


def test_every_movement_of_the_lexicon_is_vocabulary() -> None:
    texts = [text for entry in load("campaigns") for text in entry.examples]
    telling = [text for text in texts if read(written(text))]
    assert len(telling) > 3
    assert [text for text in telling if not holds_vocabulary(written(text))] == []


LATE = {"óa": "oá", "òa": "oà", "ỏa": "oả", "ủy": "uỷ", "úy": "uý", "ũy": "uỹ"}
PHRASES = sorted({phrase for entry in AWARDS for phrase in entry.phrases} | {"thi đua", "phong trào", "Cụm trưởng"})


@given(
    phrase=st.sampled_from(PHRASES),
    blank=st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "\t", " \u00ad"]),
    late=st.booleans(),
    upper=st.lists(st.booleans(), min_size=80, max_size=80),
    around=st.tuples(st.sampled_from(["", "tặng “", "(", "- "]), st.sampled_from(["", "”.", ",", " 2023"])),
)
def test_a_phrase_is_known_however_it_is_spelt(
    phrase: str, blank: str, late: bool, upper: list[bool], around: tuple[str, str]
) -> None:
    if late:
        for early, other in LATE.items():
            phrase = phrase.replace(early, other)
    phrase = "".join(c.upper() if up else c for c, up in zip(phrase, upper, strict=False))
    article = written(around[0] + phrase.replace(" ", blank) + around[1])
    assert holds_vocabulary(article)


@given(st.text(alphabet="thi đuakenụcrươngốXH\u00a0.,\n", max_size=60))
def test_whatever_the_match_form_tells_is_told(text: str) -> None:
    form = match_form(written("Ngày " + text).text)
    if any(word in form for word in ("thi đua", "khen", "cụm trưởng", "khối trưởng", "huân chương")):
        assert holds_vocabulary(written("Ngày " + text))


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 5/1, mực nước hồ thủy lợi Khe Lau dâng 0,4 m; ba xã hạ du được báo trước.",
        "Chương trình xiếc kéo dài 90 phút, giá vé từ 120.000 đồng.",
        "The bridge over the Lam river opens to lorries in May.",
    ],
)
def test_other_news_is_passed_over(text: str) -> None:
    assert not holds_vocabulary(written(text))
    assert find(written(text)) == read(written(text)) == ()


def test_a_block_of_flats_is_no_bloc() -> None:
    assert find(written("Khối số 3 của khu chung cư mất điện từ 8 giờ đến 11 giờ.")) == ()


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["emulation", "other"])
def test_nothing_is_lost_in_real_articles(shared: Path, corpus: str) -> None:
    articles = [article_from_json(data) for data in lines(shared / "corpus" / f"{corpus}.jsonl")]
    passed_over = [article for article in articles if not holds_vocabulary(article)]
    assert [facts for article in passed_over if (facts := read(article))] == []
    assert len(passed_over) < 5 if corpus == "emulation" else len(passed_over) > 250


@pytest.mark.shared
@pytest.mark.parametrize("annotated", ["open", "real"])
def test_no_annotated_fact_is_passed_over(shared: Path, annotated: str) -> None:
    files = sorted((shared / "eval" / annotated).glob("*.json"))
    assert files
    for file in files:
        data = json.loads(file.read_text(encoding="utf-8"))
        if any(data["gold"].values()):
            assert holds_vocabulary(article_from_json(data)), file
