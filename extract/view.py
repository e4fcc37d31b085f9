"""What rules read of an article: tokens, stretches of them and the lexicon's matches, of the shape of spaCy's own.

spaCy cuts the text and matches the lexicon; its objects are made anew at every ``doc[i]`` and put their text together
from tokens. Rules ask for millions of tokens a night, so they get these, which hold plain strings and numbers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add
from typing import Any, overload

from spacy.lang.lex_attrs import is_punct

from extract.model import Article, Fact

# A match of an entry of the lexicon: first token, token behind it, id of the entry.
Match = tuple[int, int, str]


class Doc:
    """The tokens of a text; ``doc[i]`` is a token, ``doc[i:j]`` a stretch of tokens.

    ``words``, ``norms`` (match forms), ``blanks`` (whether a blank follows) and ``offsets`` (in code points) have one
    item a token: where many tokens are looked at, ask these. ``matches`` holds the matches of each layer of the lexicon
    in text order, ``starts`` what :func:`extract.names.starts` knows of them, ``facts`` what was found so far,
    ``user_data`` what a rule keeps from finding twice.
    """

    __slots__ = (
        "_sentence_of",
        "_tokens",
        "article",
        "blanks",
        "facts",
        "form",
        "matches",
        "norms",
        "offsets",
        "sents",
        "starts",
        "text",
        "user_data",
        "words",
    )
    article: Article

    def __init__(self, text: str, form: str, words: Sequence[str], norms: Sequence[str], blanks: Sequence[bool]):
        self.text, self.form = text, form
        self.words, self.norms, self.blanks = tuple(words), tuple(norms), tuple(blanks)
        self.offsets = tuple(accumulate(map(add, map(len, self.words), self.blanks), initial=0))[:-1]
        self.facts: tuple[Fact, ...] = ()
        self.matches: dict[str, list[Match]] = {}
        self.starts: dict[str, dict[int, tuple[int, str]]] = {}
        self.user_data: dict[str, Any] = {}
        self._tokens: list[Token | None] = [None] * len(self.words)
        self.set_sentences([0] if words else [])

    def set_sentences(self, starts: Sequence[int]) -> None:
        """Cut the tokens into sentences, ``sents``, that start at these tokens; the first is token 0."""
        self.sents = tuple(Span(self, start, end) for start, end in pairwise((*starts, len(self.words))))
        self._sentence_of = starts

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return Span(self, start, max(start, end))
        token = self._tokens[at]
        return token if token is not None else self._token(at)

    def _token(self, at: int) -> Token:
        i = at if at >= 0 else at + len(self.words)
        token = self._tokens[i] = Token(self, i)
        return token

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self.words)))

    def spans(self, layer: str, start: int = 0, end: int | None = None) -> list[Span]:
        """The matches of a layer that lie in tokens ``start:end``, as stretches of tokens."""
        end = len(self.words) if end is None else end
        return [Span(self, s, e, id_) for s, e, id_ in self.matches.get(layer, ()) if start <= s and e <= end]

    def sentence_at(self, i: int) -> Span:
        """The sentence in which a token stands."""
        return self.sents[bisect_right(self._sentence_of, i) - 1]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or behind an offset of the text; ``len(doc)`` if there is none."""
        return bisect_left(self.offsets, offset)

    def between(self, start: int, end: int) -> str:
        """The text of tokens ``start:end``, as ``doc[start:end].text``, without an object for the stretch."""
        start, end, _ = slice(start, end).indices(len(self.words))
        last = end - 1
        return self.text[self.offsets[start] : self.offsets[last] + len(self.words[last])] if start < end else ""

    def char_span(self, start: int, end: int) -> Span:
        """The tokens that characters ``start:end`` touch; the blank behind a token is none of it."""
        first = bisect_right(self.offsets, start) - 1
        first += start == self.offsets[first] + len(self.words[first])
        return Span(self, first, max(first, bisect_left(self.offsets, end)))


class Token:
    """One syllable, number or mark: ``doc.words[i]`` and what is known of it."""

    __slots__ = ("doc", "i", "idx", "norm_", "text")

    def __init__(self, doc: Doc, i: int) -> None:
        self.doc, self.i, self.idx = doc, i, doc.offsets[i]
        self.text, self.norm_ = doc.words[i], doc.norms[i]

    def __len__(self) -> int:
        return len(self.text)

    @property
    def whitespace_(self) -> str:
        """The blank behind the token, if there is one."""
        return " " if self.doc.blanks[self.i] else ""

    @property
    def sent(self) -> Span:
        """The sentence of the token."""
        return self.doc.sentence_at(self.i)

    @property
    def is_space(self) -> bool:
        """Whether the token is white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether all of the token is letters."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether all of the token is digits."""
        return self.text.isdigit()

    @property
    def is_punct(self) -> bool:
        """Whether all of the token is marks."""
        return is_punct(self.text)


class Span:
    """Tokens ``start:end`` of a Doc; ``id_`` is the entry of the lexicon that they match, if they are a match."""

    __slots__ = ("doc", "end", "id_", "start")

    def __init__(self, doc: Doc, start: int, end: int, id_: str = "") -> None:
        self.doc, self.start, self.end, self.id_ = doc, start, end, id_

    @property
    def start_char(self) -> int:
        """The offset in the text at which the first token starts."""
        doc = self.doc
        return doc.offsets[self.start] if self.start < len(doc.offsets) else len(doc.text)

    @property
    def end_char(self) -> int:
        """The offset in the text at which the last token ends, the blank behind it left out."""
        last = self.end - 1
        return self.doc.offsets[last] + len(self.doc.words[last]) if self.start < self.end else self.start_char

    @property
    def text(self) -> str:
        """The text from the first token to the last."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def form(self) -> str:
        """The match form of the text; as long as it."""
        return self.doc.form[self.start_char : self.end_char]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return map(self.doc.__getitem__, range(self.start, self.end))

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc[range(self.start, self.end)[at]]

    def char_span(self, start: int, end: int) -> Span:
        """The tokens that characters ``start:end`` of this stretch touch."""
        return self.doc.char_span(self.start_char + start, self.start_char + end)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        same = self.start == other.start and self.end == other.end and self.id_ == other.id_
        return same and self.doc is other.doc

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.id_))
