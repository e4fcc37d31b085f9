"""What the rules know of the language, as data: TOML tables of phrases, each with its own examples.

A file ``data/<layer>.toml`` is a list of ``[[entry]]`` tables::

    [[entry]]
    id = "head"
    phrases = ["khối trưởng", "trưởng khối"]       # matched syllable by syllable on the match form
    patterns = [[{NORM = "cụm"}, {IS_DIGIT = true}]]  # optional spaCy token patterns
    pseudo = ["khối trưởng khối 12"]               # longer phrases inside which no phrase counts
    examples = ["Sở Xây dựng là Khối trưởng"]      # texts in which the entry is found
    not = ["thầy khối trưởng khối 12"]             # texts in which it is not

An unknown key is an error; so is an entry without an example (a test also proves the examples true).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span

from extract.text import match_form
from extract.tokens import norms_of, sentence_spans

# Layers and the keys their entries have beside the common ones; "?" marks a key that may be absent.
FILES: Mapping[str, tuple[str, ...]] = {
    "authorities": ("full",),
    "awards": ("name", "gloss", "kind", "recipients?", "level?", "classes?", "granted_by?", "basis?"),
    "campaigns": ("role",),
    "grantors": ("flag", "certificate"),
    "triggers": ("category", "direction", "scope"),
    "abbreviated": (),
    "abbreviations": ("full",),
    "english": ("name", "form"),
    "fields": (),
    "honorifics": (),
    "introductions": (),
    "organizations": ("kind",),
    "posts": (),
    "provinces": ("name",),
    "roles": ("role",),
    "stops": (),
    "surnames": (),
}
_COMMON = ("id", "phrases", "patterns", "pseudo", "examples", "not")


class LexiconError(ValueError):
    """A data file that does not say what it must; the message names file, entry and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a layer; ``phrases`` are in match form, ``values`` are the layer's own keys."""

    id: str
    phrases: tuple[str, ...]
    patterns: tuple[list[dict[str, Any]], ...] = ()
    pseudo: tuple[str, ...] = ()
    examples: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


@cache
def load(layer: str) -> tuple[Entry, ...]:
    """The entries of ``data/<layer>.toml``; raises LexiconError naming the file and key at fault."""
    text = resources.files("extract").joinpath("data", f"{layer}.toml").read_text(encoding="utf-8")
    return parse(text, f"{layer}.toml", FILES[layer])


def parse(text: str, file: str, own: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """The entries of a layer's TOML text; ``own`` are the keys its entries must have beside the common ones."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}") from error
    if set(data) - {"entry"}:
        raise LexiconError(f'{file}: unknown key "{min(set(data) - {"entry"})}"; allowed: entry')
    entries = tuple(_entry(table, file, own) for table in data.get("entry", []))
    ids = [entry.id for entry in entries]
    if len(set(ids)) < len(ids):
        raise LexiconError(f'{file}: two entries with id "{next(i for i in ids if ids.count(i) > 1)}"')
    return entries


def _entry(table: Mapping[str, Any], file: str, own: tuple[str, ...]) -> Entry:
    where = f'{file}, entry "{table.get("id", "?")}"'
    required = tuple(key for key in own if not key.endswith("?"))
    own = tuple(key.rstrip("?") for key in own)
    allowed = (*_COMMON, *own)
    for key in table:
        if key not in allowed:
            raise LexiconError(f'{where}: unknown key "{key}"; allowed: {", ".join(allowed)}')
    for key in ("id", "examples", *required):
        if not table.get(key):
            raise LexiconError(f'{where}: key "{key}" is missing or empty')
    phrases = strings(table, "phrases", where)
    if not phrases and not table.get("patterns"):
        raise LexiconError(f'{where}: give "phrases" or "patterns"')
    return Entry(
        id=table["id"],
        phrases=tuple(match_form(phrase) for phrase in phrases),
        patterns=tuple(table.get("patterns", ())),
        pseudo=tuple(match_form(phrase) for phrase in strings(table, "pseudo", where)),
        examples=strings(table, "examples", where),
        excluded=strings(table, "not", where),
        values={key: table[key] for key in own if key in table},
    )


def strings(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The list of strings under a key, empty where there is none; raises LexiconError."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LexiconError(f'{where}: "{key}" must be a list of strings')
    return tuple(value)


def _without_pseudo(spans: Iterable[Span], pseudo: Collection[Span]) -> list[Span]:
    """The matches but those that lie inside a pseudo phrase of their own entry, in text order, longest first."""
    return sorted(
        (s for s in spans if not any(p.id == s.id and p.start <= s.start and s.end <= p.end for p in pseudo)),
        key=lambda s: (s.start, -s.end),
    )


def _needed(pattern: list[dict[str, Any]]) -> tuple[frozenset[str], ...]:
    """For each token that a pattern must have by its norm, the norms it may have."""
    norms = (token["NORM"] for token in pattern if "NORM" in token and "OP" not in token)
    return tuple(frozenset([norm] if isinstance(norm, str) else norm["IN"]) for norm in norms)


def _matched(
    patterns: Matcher, needed: Iterable[tuple[frozenset[str], ...]], doc: Doc
) -> Iterator[tuple[int, int, int]]:
    """The matches of token patterns in the sentences that have every norm one of them needs."""
    norms = norms_of(doc)
    for sentence in sentence_spans(doc) if doc.has_annotation("SENT_START") else (doc[:],):
        words = frozenset(norms[sentence.start : sentence.end])
        if any(all(not words.isdisjoint(choice) for choice in choices) for choices in needed):
            for entry, start, end in patterns(sentence):
                yield entry, sentence.start + start, sentence.start + end


def ruler(nlp: Language, layer: str, entries: Iterable[Entry]) -> Callable[[Doc], Doc]:
    """A component that writes the matches of a layer to ``doc.spans[layer]``; a span's ``id_`` is its entry's id.

    Leaner than spaCy's SpanRuler, which makes and sorts every span twice. Token patterns match within a sentence, and
    are tried only where their words stand: spaCy's Matcher steps through every token for every pattern.
    """
    phrases = PhraseMatcher(nlp.vocab, attr="NORM")
    patterns = Matcher(nlp.vocab, validate=True)
    pseudo = PhraseMatcher(nlp.vocab, attr="NORM")
    needed: list[tuple[frozenset[str], ...]] = []
    for entry in entries:
        phrases.add(entry.id, [nlp.make_doc(phrase) for phrase in entry.phrases])
        pseudo.add(entry.id, [nlp.make_doc(phrase) for phrase in entry.pseudo])
        if entry.patterns:
            patterns.add(entry.id, list(entry.patterns))
            needed += [_needed(pattern) for pattern in entry.patterns]

    def component(doc: Doc) -> Doc:
        found = phrases(doc)
        if needed:
            found = sorted({*found, *_matched(patterns, needed, doc)})
        spans = [Span(doc, start, end, label=layer, span_id=entry) for entry, start, end in found]
        not_meant = [Span(doc, start, end, span_id=entry) for entry, start, end in pseudo(doc)] if len(pseudo) else []
        doc.spans[layer] = _without_pseudo(spans, not_meant)
        return doc

    return component
