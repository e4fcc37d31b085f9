"""Syllables as spaCy tokens: the text comes back exactly, and every token carries its match form as ``norm_``.

Vietnamese writes a space between syllables, not words, so a syllable, a number or a mark is the smallest thing
a rule can speak of. A number keeps the dots and commas inside it (``1.218``, ``4,2``).
"""

from __future__ import annotations

import re
from typing import cast

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extract.model import Article
from extract.text import match_form

# A run of letters with the marks that no composed form swallowed (a single capital holds the rest of its word behind an
# apostrophe: "Ea H’leo", "Cư M'gar"), a number, one other visible character, each with the one blank behind it; or
# other white space.
_TOKEN = re.compile(
    r"((?<!\w)[A-ZĐ]['’](?:[^\W\d_][\u0300-\u036f]*){2,}"
    r"|(?:[^\W\d_][\u0300-\u036f]*)+|\d+(?:[.,]\d+)*|[^\s])( ?)|(\s+)"
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

    def __call__(self, text: str) -> Doc:
        form = match_form(text)
        found = _TOKEN.findall(text)
        words = [word or white for word, _, white in found]
        blanks = [blank == " " for _, blank, _ in found]
        forms = [self._forms[word] for word in words]
        doc = Doc(self.vocab, words=words, spaces=blanks)
        position = 0
        for i, (word, spaced) in enumerate(zip(words, blanks, strict=True)):
            norm = form[position : position + len(word)]
            if norm != forms[i]:  # "hoà5": what follows a word can keep its tone where it is
                doc[i].norm_ = forms[i] = norm
            position += len(word) + spaced
        assert position == len(text)  # noqa: S101  (the pattern takes every character)
        doc.user_data.update(text=text, form=form, words=tuple(words), norms=tuple(forms), blanks=tuple(blanks))
        return doc


def blank_language() -> Language:
    """A pipeline with the syllable tokenizer and no components."""
    nlp = blank("xx")
    nlp.tokenizer = SyllableTokenizer(nlp.vocab)
    return nlp


# The Article whose text the Doc holds, and the facts found so far: each component adds its own.
for _name in ("article", "facts"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


def article_doc(nlp: Language, article: Article) -> Doc:
    """The Doc of an article's text, token offsets (``token.idx``) being offsets into ``article.text``."""
    doc = nlp.make_doc(article.text)
    doc._.article = article
    doc._.facts = ()
    return doc


def form_of(doc: Doc) -> str:
    """The match form of a Doc's text, made once (spaCy puts ``doc.text`` together anew at every call)."""
    return cast("str", doc.user_data["form"])


def sentence_form(sentence: Span) -> str:
    """The match form of a sentence or another stretch of tokens; as long as its ``text``."""
    return form_of(sentence.doc)[sentence.start_char : sentence.end_char]


def sentence_text(sentence: Span) -> str:
    """The text of a sentence, not put together anew from its tokens."""
    return text_of(sentence.doc)[sentence.start_char : sentence.end_char]


def text_of(doc: Doc) -> str:
    """The text of a Doc, not put together anew."""
    return cast("str", doc.user_data["text"])


def words_of(doc: Doc) -> tuple[str, ...]:
    """The texts of all tokens of a Doc; much cheaper than its Token objects where all are looked at."""
    return cast("tuple[str, ...]", doc.user_data["words"])


def norms_of(doc: Doc) -> tuple[str, ...]:
    """The match forms of all tokens of a Doc."""
    return cast("tuple[str, ...]", doc.user_data["norms"])


def blanks_of(doc: Doc) -> tuple[bool, ...]:
    """After which tokens of a Doc a blank stands."""
    return cast("tuple[bool, ...]", doc.user_data["blanks"])


def sentence_spans(doc: Doc) -> tuple[Span, ...]:
    """The sentences of a Doc whose starts are set, found once a Doc (``doc.sents`` walks all tokens each time)."""
    known: tuple[tuple[int, int], ...] | None = doc.user_data.get("sentence_spans")
    if known is None:
        known = doc.user_data["sentence_spans"] = tuple((s.start, s.end) for s in doc.sents)
    return tuple(doc[start:end] for start, end in known)
