"""CoNLL in IOB2: one token a line with its tags, an empty line after each sentence.

Columns are separated by tabs: the token, then one column of tags a layer, the outermost mentions first. Every line of
a file has as many columns as the deepest nesting needs. Tokens are those of ``model.text.tokens``; where a mention
begins or ends inside one, it is cut there, so that the tags stay exact («و» and «العراق» of «والعراق»). A sentence
does not end inside a mention. ``# newdoc id = …`` opens an article.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from model.annotation import Mention
from model.text.sentences import sentences
from model.text.span import Span
from model.text.tokens import token_spans
from storage.exporting import losses
from storage.exporting.names import encodable
from storage.exporting.placing import opened
from storage.exporting.report import Losses
from storage.exporting.sheets import AnnotatedArticle
from storage.exporting.writing import Writing

OUTSIDE = "O"
_SPACE = re.compile(r"\s")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A mention's fragment as CoNLL can hold it."""

    span: Span
    label: str


def write_conll(writing: Writing) -> None:
    """Write all articles into one file; lines are evened out to the widest once all are known."""
    draft = writing.path.with_name(f"{writing.path.name}.draft")
    try:
        with opened(draft) as stream:
            width = max((_write_article(stream, one, writing.losses) for one in writing.articles), default=1)
        with draft.open("rb") as uneven, opened(writing.path) as stream:
            stream.writelines(_evened(line, max(width, 1)) for line in uneven)
    finally:
        draft.unlink(missing_ok=True)


def _evened(line: bytes, width: int) -> bytes:
    if line.startswith(b"#\x20newdoc ") or line == b"\n":
        return line
    return line[:-1] + f"\t{OUTSIDE}".encode() * (width - line.count(b"\t")) + b"\n"


def _write_article(stream: IO[bytes], one: AnnotatedArticle, lost: Losses) -> int:
    """Write one article; returns the number of its layers."""
    text, replaced = encodable(one.article.text)
    lost.add(losses.SURROGATES, replaced)
    layers = [_Layer(pieces) for pieces in _layers(_pieces(text, one.sheet.mentions.values(), lost))]
    edges = sorted({edge for layer in layers for edge in layer.edges})
    stream.write(f"# newdoc id = {one.article.id}\n".encode())
    for sentence in _whole_sentences(text, layers):
        for token in _tokens(text, sentence, edges, lost):
            tags = (layer.tag(token) for layer in layers)
            stream.write("\t".join((token.of(text), *tags)).encode() + b"\n")
        stream.write(b"\n")
    return len(layers)


def _pieces(text: str, mentions: Iterable[Mention], lost: Losses) -> Iterator[_Piece]:
    """The fragments of mentions without white space at their edges; what is nothing but white space is left out."""
    for mention in mentions:
        trimmed = [one for span in mention.fragments if (one := _trimmed(text, span)) is not None]
        if not trimmed:
            lost.add(losses.WORDLESS)
        elif tuple(trimmed) != mention.fragments:
            lost.add(losses.BLANK_EDGES)
        yield from (_Piece(span, _label(mention.label)) for span in trimmed)


def _label(label: str) -> str:
    return _BLANK.sub("_", encodable(label)[0]) or "_"


def _trimmed(text: str, span: Span) -> Span | None:
    covered = span.of(text)
    inner = covered.strip()
    if not inner:
        return None
    start = span.start + len(covered) - len(covered.lstrip())
    return Span(start, start + len(inner))


def _layers(pieces: Iterable[_Piece]) -> list[list[_Piece]]:
    """The pieces in layers without overlaps, each as far outside as it can be."""
    layers: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.span.start, -one.span.end, one.label)):
        free = next((layer for layer in layers if layer[-1].span.end <= piece.span.start), None)
        if free is None:
            layers.append([piece])
        else:
            free.append(piece)
    return layers


class _Layer:
    """Pieces that do not overlap, in order, and the tags of tokens under them."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self.pieces = pieces
        self._starts = [piece.span.start for piece in pieces]

    @property
    def edges(self) -> Iterator[int]:
        """Where pieces begin and end."""
        return (edge for piece in self.pieces for edge in (piece.span.start, piece.span.end))

    def tag(self, token: Span) -> str:
        """The tag of a token that lies within a piece or outside all of them."""
        at = bisect_right(self._starts, token.start) - 1
        if at < 0 or not self.pieces[at].span.contains(token):
            return OUTSIDE
        return f"{'B' if token.start == self._starts[at] else 'I'}-{self.pieces[at].label}"


def _whole_sentences(text: str, layers: Sequence[_Layer]) -> Iterator[Span]:
    """The sentences, those joined that share a mention."""
    inside = sorted((piece.span for layer in layers for piece in layer.pieces), reverse=True)
    current: Span | None = None
    reach = 0
    for sentence in sentences(text):
        if current is not None and reach > sentence.start:
            current = Span(current.start, sentence.end)
        else:
            if current is not None:
                yield current
            current = sentence
        while inside and inside[-1].start < current.end:
            reach = max(reach, inside.pop().end)
    if current is not None:
        yield current


def _tokens(text: str, sentence: Span, edges: Sequence[int], lost: Losses) -> Iterator[Span]:
    within = edges[bisect_right(edges, sentence.start) : bisect_left(edges, sentence.end)]
    for token in token_spans(sentence.of(text), sentence.start):
        cuts = within[bisect_right(within, token.start) : bisect_left(within, token.end)]
        if cuts:
            lost.add(losses.CUT_WORDS)
            bounds = [token.start, *cuts, token.end]
            yield from map(Span, bounds, bounds[1:])
        else:
            yield token
