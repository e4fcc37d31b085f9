"""Every table of the lexicon proves itself: its examples are found, its counter-examples are not, no phrase is dead."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources

import pytest
from spacy.matcher import Matcher
from spacy.tokens import Doc

from extract.lexicon import FILES, Entry, LexiconError, load, parse, ruler
from extract.tokens import blank_language, view_of

NLP = blank_language()


@cache
def found_by(layer: str) -> Callable[[Doc], Doc]:
    return ruler(NLP, {layer: load(layer)})


def ids(layer: str, text: str) -> set[str]:
    doc = found_by(layer)(NLP.make_doc(text))
    return {entry for _, _, entry in view_of(doc).matches[layer]}


ENTRIES = [pytest.param(layer, entry, id=f"{layer}/{entry.id}") for layer in FILES for entry in load(layer)]


@pytest.mark.parametrize(("layer", "entry"), ENTRIES)
def test_every_example_is_found(layer: str, entry: Entry) -> None:
    assert [text for text in entry.examples if entry.id not in ids(layer, text)] == []


@pytest.mark.parametrize(("layer", "entry"), ENTRIES)
def test_no_counter_example_is_found(layer: str, entry: Entry) -> None:
    assert [text for text in entry.excluded if entry.id in ids(layer, text)] == []


@pytest.mark.parametrize(("layer", "entry"), ENTRIES)
def test_no_phrase_is_dead(layer: str, entry: Entry) -> None:
    """A phrase that its own pseudo phrases or the tokenizer swallow could never match."""
    assert [phrase for phrase in entry.phrases if entry.id not in ids(layer, phrase)] == []


@pytest.mark.parametrize(("layer", "entry"), ENTRIES)
def test_every_token_pattern_has_an_example(layer: str, entry: Entry) -> None:
    docs = [NLP.make_doc(text) for text in entry.examples]
    dead = []
    for pattern in entry.patterns:
        matcher = Matcher(NLP.vocab, validate=True)
        matcher.add(layer, [pattern])
        if not any(matcher(doc) for doc in docs):
            dead.append(pattern)
    assert dead == []


@pytest.mark.parametrize(("layer", "entry"), ENTRIES)
def test_every_pseudo_phrase_swallows_a_phrase(layer: str, entry: Entry) -> None:
    assert [phrase for phrase in entry.pseudo if entry.id in ids(layer, phrase)] == []
    doc_phrases = [f" {phrase} " for phrase in entry.phrases]
    spoken = {p: " " + " ".join(t.norm_ for t in NLP.make_doc(p)) + " " for p in entry.pseudo}
    if entry.patterns:
        return
    assert [p for p, words in spoken.items() if not any(phrase in words for phrase in doc_phrases)] == []


def test_every_table_is_declared() -> None:
    files = {f.name.removesuffix(".toml") for f in resources.files("extract").joinpath("data").iterdir()}
    assert set(FILES) <= files


GOOD = 'id = "a"\nphrases = ["khối trưởng"]\nexamples = ["Sở A là Khối trưởng"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[entry]]\n" + GOOD + 'colour = "red"\n', 'x.toml, entry "a": unknown key "colour"; allowed: id, phrases'),
        ("[[entry]]\n" + GOOD.replace("examples", "not"), 'x.toml, entry "a": key "examples" is missing or empty'),
        ("[[entry]]\n" + GOOD.replace("phrases", "pseudo"), 'x.toml, entry "a": give "phrases" or "patterns"'),
        ("[[entry]]\n" + GOOD + "[[entry]]\n" + GOOD, 'x.toml, entry "a": there is another one with this id'),
        ('title = "a"\n', 'x.toml: unknown key "title"; allowed: entry'),
        ("[[entry]\n", "x.toml: "),
        ("[[entry]]\n" + GOOD.replace('["khối trưởng"]', '"khối trưởng"'), '"phrases" must be a list of strings'),
    ],
)
def test_a_wrong_table_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=r"x\.toml") as error:
        parse(text, "x.toml")
    assert message in str(error.value)


def test_a_layer_demands_its_own_keys() -> None:
    with pytest.raises(LexiconError, match='key "role" is missing or empty'):
        parse("[[entry]]\n" + GOOD, "roles.toml", ("role",))
