"""Syllables as spaCy tokens: the text comes back exactly, and every token carries its match form as ``norm_``.

Vietnamese writes a space between syllables, not words, so a syllable, a number or a mark is the smallest thing
a rule can speak of. A number keeps the dots and commas inside it (``1.218``, ``4,2``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import add
from typing import cast

from spacy import blank, tokens
from spacy.language import Language
from spacy.vocab import Vocab

from extract.model import Article
from extract.text import match_form
from extract.view import Doc

# A run of letters with the marks that no composed form swallowed (a single capital holds the rest of its word behind an
# apostrophe: "Ea H’leo"), "T.Ư", a number, one other visible character, each with the one blank behind it; or
# other white space.
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"({_LETTER}{{2,}}+(?![\u0300-\u036f])"  # what most tokens are, tried first
    r"|(?<!\w)T\.[ƯW](?!\w)"
    rf"|(?<!\w)[A-ZĐ]['’](?:{_LETTER}[\u0300-\u036f]*){{2,}}"
    rf"|(?:{_LETTER}[\u0300-\u036f]*)+|\d+(?:[.,]\d+)*|[^\s]|\s+)( ?)"
)


class _Forms(dict[str, str]):
    """The match form of every word met so far; spaCy keeps it as the norm of the word's lexeme."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab

    def __missing__(self, word: str) -> str:
        form = self[word] = self.vocab[word].norm_ = match_form(word)
        return form


class SyllableTokenizer:
    """A spaCy tokenizer: ``doc.text == text`` for every text, ``token.norm_`` is the same slice of its match form."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._forms = _Forms(vocab)

    def __call__(self, text: str) -> tokens.Doc:
        form = match_form(text)
        found = _TOKEN.findall(text)
        words = [word for word, _ in found]
        blanks = [blank for _, blank in found]
        forms = list(map(self._forms.__getitem__, words))
        spaced = list(map(bool, blanks))
        doc = tokens.Doc(self.vocab, words=words, spaces=spaced)
        if form != "".join(map(add, forms, blanks)):
            position = 0
            for i, (word, blank) in enumerate(found):
                norm = form[position : position + len(word)]
                if norm != forms[i]:  # "hoà5": what follows a word can keep its tone where it is
                    doc[i].norm_ = forms[i] = norm
                position += len(word) + len(blank)
        doc.user_data["view"] = Doc(text, form, words, forms, spaced)
        return doc


def blank_language() -> Language:
    """A pipeline with the syllable tokenizer and no components."""
    nlp = blank("xx")
    nlp.tokenizer = SyllableTokenizer(nlp.vocab)
    return nlp


def view_of(doc: tokens.Doc) -> Doc:
    """What rules see of a spaCy Doc; made with it by the tokenizer."""
    return cast("Doc", doc.user_data["view"])


def component(name: str) -> Callable[[Callable[[Doc], None]], Callable[[Doc], None]]:
    """Register a function that adds to a view as a component of spaCy's pipeline."""

    def register(add: Callable[[Doc], None]) -> Callable[[Doc], None]:
        def run(doc: tokens.Doc) -> tokens.Doc:
            add(view_of(doc))
            return doc

        Language.component(name, func=run)
        return add

    return register


def article_doc(nlp: Language, article: Article) -> tokens.Doc:
    """The Doc of an article's text, token offsets (``token.idx``) being offsets into ``article.text``."""
    doc = nlp.make_doc(article.text)
    view_of(doc).article = article
    return doc
