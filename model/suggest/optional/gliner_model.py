"""Mentions by a GLiNER model, which is asked for labels in words."""

from collections.abc import Iterator
from typing import Any, Protocol

from model.article import Article
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.optional.found import Finding, FindingSuggester, Found
from model.suggest.optional.hugging_face import quiet_environment, unloadable
from model.suggest.optional.stems import without_particles
from model.suggest.optional.windows import encodable, windows
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source


class Predicts(Protocol):
    """What GLiNER models offer."""

    def predict_entities(
        self, text: str, labels: list[str], *, flat_ner: bool, threshold: float
    ) -> list[dict[str, Any]]:
        """Entities with start and end in code points, label and score."""


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry; loads the model."""
    fetch = entry.flag("fetch")
    quiet_environment(fetch=fetch)
    from gliner import GLiNER

    try:
        model = GLiNER.from_pretrained(entry.text("model"), local_files_only=not fetch)
    except (OSError, ValueError) as error:
        raise unloadable(entry.text("model"), error, fetch=fetch) from error
    return suggester_with(model, entry, source)


def suggester_with(model: Predicts, entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry with a loaded model. The labels that the entry maps are what the model is asked for."""
    asked = [label for label, _ in entry.labels]

    def found_in(article: Article, context: Context) -> Iterator[Found]:
        threshold, nested = entry.number("threshold"), entry.flag("nested")
        for piece in windows(context.sentences, article.text):
            text = encodable(piece.of(article.text))
            for one in model.predict_entities(text, asked, flat_ner=not nested, threshold=threshold):
                start, end = int(one["start"]) + piece.start, int(one["end"]) + piece.start
                found = Found(start, end, str(one["label"]), float(one["score"]))
                yield without_particles(found, context) if entry.flag("stem_only") else found

    def find(article: Article, context: Context) -> Finding:
        return Finding(tuple(found_in(article, context)))

    return FindingSuggester(entry, source, find, Message("the model {model} says so", model=entry.text("model")))
