"""Mentions by a spaCy pipeline."""

from collections.abc import Iterator
from typing import Any

from model.article import Article
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.optional.found import Finding, FindingSuggester, Found
from model.suggest.optional.hugging_face import unloadable
from model.suggest.optional.stems import without_particles
from model.suggest.optional.windows import encodable, windows
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry; loads the pipeline."""
    import spacy

    try:
        pipeline = spacy.load(entry.text("model"))
    except (OSError, ValueError) as error:
        raise unloadable(entry.text("model"), error, fetch=False) from error
    group = entry.text("span_group")
    stem_only = entry.flag("stem_only")

    def find(article: Article, context: Context) -> Finding:
        pieces = list(windows(context.sentences, article.text))
        documents = pipeline.pipe(encodable(piece.of(article.text)) for piece in pieces)
        found = (
            one
            for piece, document in zip(pieces, documents, strict=True)
            for one in _spans(document, piece.start, group)
        )
        return Finding(tuple(without_particles(one, context) if stem_only else one for one in found))

    return FindingSuggester(entry, source, find, Message("the pipeline {model} says so", model=entry.text("model")))


def _spans(document: Any, offset: int, group: str) -> Iterator[Found]:
    """Its entities, and the spans of a group, which may have scores."""
    for span in document.ents:
        yield Found(span.start_char + offset, span.end_char + offset, span.label_)
    spans = document.spans.get(group, ()) if group else ()
    scores = getattr(spans, "attrs", {}).get("scores", [None] * len(spans))
    for span, score in zip(spans, scores, strict=True):
        known = None if score is None else float(score)
        yield Found(span.start_char + offset, span.end_char + offset, span.label_, known)
