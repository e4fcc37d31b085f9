"""Texts that break off anywhere, as pages cut short do, are read without an error, and their quotes are theirs."""

from __future__ import annotations

import random
import re

from gate import annotated, folders

from extract.annotation import article_from_json
from extract.facts import read

_CUTS = 4  # of each paragraph


def test_a_paragraph_cut_anywhere_is_read() -> None:
    chance = random.Random(20261123)
    quotes = 0
    for data in annotated(folders(None)["open"]):
        whole = article_from_json({key: value for key, value in data.items() if not key.startswith("gold")})
        for paragraph in (whole.text[b.start : b.end] for b in whole.blocks):
            ends = [m.end() for m in re.finditer(r"\w+|[^\w\s]", paragraph)]
            for end in chance.sample(ends, min(_CUTS, len(ends))):
                start = chance.choice([0, *ends])
                cut = paragraph[start if start < end else 0 : end].strip()
                article = article_from_json({"id": "cut", "title": "Tin", "text": cut})
                for fact in read(article):
                    quotes += 1
                    assert all(article.text[s.start : s.end].strip() for s in fact.evidence)
    assert quotes > 100
