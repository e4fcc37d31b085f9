"""Find the facts of an article: one spaCy component a relation, composed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from spacy.language import Language

import extract.facts.award
import extract.facts.bloc
import extract.facts.campaign
import extract.facts.english
import extract.facts.event
import extract.facts.leader
import extract.facts.member
import extract.sentences  # noqa: F401  (like the modules above, it registers its component)
from extract import names
from extract.annotation import values
from extract.facts.vocabulary import holds_vocabulary
from extract.flow import captions_last
from extract.lexicon import load, ruler
from extract.model import Article, Fact, Span
from extract.stamps import stamped
from extract.tokens import article_doc, blank_language, view_of

__all__ = ["COMPONENTS", "LAYERS", "find", "holds_vocabulary", "merge", "pipeline", "read"]

# Layers of the lexicon that the components read from ``doc.spans``.
LAYERS: tuple[str, ...] = (*names.LAYERS, "roles", "authorities", "awards", "campaigns", "triggers")
# One component a relation, in the order in which they need each other.
COMPONENTS: tuple[str, ...] = ("blocs", "members", "leaders", "english", "campaigns", "events", "awards")


@cache
def pipeline() -> Language:
    """The pipeline of all components; built once a process."""
    nlp = blank_language()
    nlp.add_pipe("sentences")
    Language.component("layers", func=ruler(nlp, {layer: load(layer) for layer in LAYERS}))
    nlp.add_pipe("layers")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def find(article: Article) -> tuple[Fact, ...]:
    """The facts of an article, in the order of its text, each with its evidence."""
    return read(article) if holds_vocabulary(article) else ()


def read(article: Article) -> tuple[Fact, ...]:
    """What :func:`find` finds, without asking first whether there can be anything to find."""
    nlp = pipeline()
    if article.published is None:
        article = replace(article, published=stamped(article))
    flowing, back = captions_last(article)
    facts = merge(view_of(nlp(article_doc(nlp, flowing))).facts)
    return tuple(_placed(fact, back) for fact in facts)


def merge(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """One fact for each kind and values: what a caption or a sapo repeats keeps the spans of its first telling."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = (fact.KIND, *values(fact).items())
        known = first.get(key)
        if known is None:
            first[key] = fact
        elif len(fact.inferred) < len(known.inferred):
            first[key] = fact  # the telling that states more
    return tuple(first.values())


def _placed(fact: Fact, back: Callable[[Span], Span]) -> Fact:
    """The fact with its evidence where it stands in the article, in order."""
    evidence = tuple(sorted({back(span) for span in fact.evidence}))
    return fact if evidence == fact.evidence else replace(fact, evidence=evidence)
