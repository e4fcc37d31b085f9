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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from spacy import tokens
from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher

from extract.text import match_form
from extract.tokens import view_of
from extract.view import Match

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
_COMMON = ("id", "phrases?", "patterns?", "pseudo?", "examples", "not?")


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
    return tuple(_entry(table, where, own) for where, table in tables(text, file, "entry", (*_COMMON, *own)))


def tables(text: str, file: str, name: str, keys: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The ``[[name]]`` tables of a TOML text, each with the words that an error names it by.

    They have the ``keys``, of which those with "?" may be absent, and no other. Raises LexiconError naming file, table
    and key at fault, or an id that two tables have.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}") from error
    if set(data) - {name}:
        raise LexiconError(f'{file}: unknown key "{min(set(data) - {name})}"; allowed: {name}')
    allowed = tuple(key.rstrip("?") for key in keys)
    ids: set[str] = set()
    for table in data.get(name, []):
        where = f'{file}, {name} "{table.get("id", "?")}"'
        for key in table:
            if key not in allowed:
                raise LexiconError(f'{where}: unknown key "{key}"; allowed: {", ".join(allowed)}')
        for key in keys:
            if not key.endswith("?") and not table.get(key):
                raise LexiconError(f'{where}: key "{key}" is missing or empty')
        if table["id"] in ids:
            raise LexiconError(f"{where}: there is another one with this id")
        ids.add(table["id"])
        yield where, table


def _entry(table: Mapping[str, Any], where: str, own: tuple[str, ...]) -> Entry:
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
        values={key: table[key] for key in (key.rstrip("?") for key in own) if key in table},
    )


def strings(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The list of strings under a key, empty where there is none; raises LexiconError."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LexiconError(f'{where}: "{key}" must be a list of strings')
    return tuple(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """A token pattern of an entry, and of each token that it must have the norms it may have."""

    layer: str
    id: str
    matcher: Matcher
    needed: tuple[frozenset[str], ...]


def _needed(pattern: list[dict[str, Any]]) -> tuple[frozenset[str], ...]:
    """For each token that a pattern must have by its norm or text, the norms it may have."""
    by_norm = (token["NORM"] for token in pattern if "NORM" in token and "OP" not in token)
    by_text = (match_form(t["TEXT"]) for t in pattern if isinstance(t.get("TEXT"), str) and "OP" not in t)
    return tuple(frozenset([norm] if isinstance(norm, str) else norm["IN"]) for norm in (*by_norm, *by_text))


def _patterns(nlp: Language, layers: Mapping[str, Iterable[Entry]]) -> Iterator[_Pattern]:
    for layer, entries in layers.items():
        for entry in entries:
            for pattern in entry.patterns:
                matcher = Matcher(nlp.vocab, validate=True)
                matcher.add(entry.id, [pattern])
                yield _Pattern(layer=layer, id=entry.id, matcher=matcher, needed=_needed(pattern))


def _phrases(
    nlp: Language, layers: Mapping[str, Iterable[Entry]]
) -> tuple[PhraseMatcher, dict[int, tuple[str, str, bool]]]:
    """One matcher for the phrases of all layers; what each of its keys stands for: layer, entry, whether pseudo."""
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    meant: dict[int, tuple[str, str, bool]] = {}
    for layer, entries in layers.items():
        for entry in entries:
            for pseudo, phrases in ((False, entry.phrases), (True, entry.pseudo)):
                key = f"{layer} {entry.id}{' pseudo' * pseudo}"
                matcher.add(key, [nlp.make_doc(phrase) for phrase in phrases])
                meant[nlp.vocab.strings[key]] = layer, entry.id, pseudo
    return matcher, meant


def _has_one_of_each(words: frozenset[str], needed: Iterable[frozenset[str]]) -> bool:
    for choice in needed:  # noqa: SIM110  (asked of every sentence: all() takes twice as long)
        if words.isdisjoint(choice):
            return False
    return True


def _matched(patterns: Iterable[_Pattern], doc: tokens.Doc) -> Iterator[tuple[str, str, int, int]]:
    """The matches of token patterns, each tried only in sentences that have every norm it needs.

    spaCy's Matcher steps through every token for every pattern.
    """
    view = view_of(doc)
    everywhere = frozenset(view.norms)
    tried = [p for p in patterns if _has_one_of_each(everywhere, p.needed)]
    if not tried:
        return
    for sentence in view.sents:
        words = frozenset(view.norms[sentence.start : sentence.end])
        for p in tried:
            if _has_one_of_each(words, p.needed):
                for _, start, end in p.matcher(doc[sentence.start : sentence.end]):
                    yield p.layer, p.id, sentence.start + start, sentence.start + end


def ruler(nlp: Language, layers: Mapping[str, Iterable[Entry]]) -> Callable[[tokens.Doc], tokens.Doc]:
    """A component that writes the matches of each layer to the ``matches`` of the view, in text order, longest first.

    A match inside a pseudo phrase of its own entry is none; token patterns match within a sentence. All phrases are
    looked up in one pass.
    """
    phrases, meant = _phrases(nlp, layers)
    patterns = tuple(_patterns(nlp, layers))

    def component(doc: tokens.Doc) -> tokens.Doc:
        found: dict[str, list[Match]] = {layer: [] for layer in layers}
        not_meant: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for key, start, end in phrases(doc):
            layer, entry, pseudo = meant[key]
            if pseudo:
                not_meant.setdefault((layer, entry), []).append((start, end))
            else:
                found[layer].append((start, end, entry))
        for layer, entry, start, end in _matched(patterns, doc):
            found[layer].append((start, end, entry))
        for (layer, entry), inside in not_meant.items():
            found[layer] = [m for m in found[layer] if m[2] != entry or not _lies_in(m, inside)]
        view_of(doc).matches = {layer: sorted(set(matches), key=_in_order) for layer, matches in found.items()}
        return doc

    return component


def _lies_in(match: Match, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= match[0] and match[1] <= end for start, end in stretches)


def _in_order(match: Match) -> tuple[int, int, str]:
    return match[0], -match[1], match[2]
