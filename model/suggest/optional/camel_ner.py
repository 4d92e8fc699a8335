"""Mentions by camel-tools' own recogniser."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from model.article import Article
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.optional.camel_data import prepare_catalogue, unknown_component
from model.suggest.optional.found import Finding, FindingSuggester, Found
from model.suggest.optional.hugging_face import quiet_environment, unloadable
from model.suggest.optional.stems import without_particles
from model.suggest.optional.tags import TaggedWord, stretches
from model.suggest.optional.windows import encodable
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source
from model.text.tokens import Token


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry; loads the model."""
    quiet_environment(fetch=False)
    recogniser = _recogniser(entry.text("model"), prepare_catalogue(entry.text("model")))
    stem_only = entry.flag("stem_only")

    def readable(tokens: Iterable[Token]) -> list[Token]:
        """Those that the model's tokenizer makes anything of; it gives no tag to others, such as invisible marks."""
        return [token for token in tokens if token.is_word or recogniser.tokenizer.tokenize(encodable(token.text))]

    def found_in(context: Context) -> Iterator[Found]:
        sentences = [tokens for span in context.sentences if (tokens := readable(context.tokens_in(span)))]
        tags = (
            recogniser.predict([[encodable(token.text) for token in tokens] for tokens in sentences])
            if sentences
            else []
        )
        for tokens, tags_of_one in zip(sentences, tags, strict=True):
            words = (
                TaggedWord(token.span.start, token.span.end, tag)
                for token, tag in zip(tokens, tags_of_one, strict=True)
            )
            yield from stretches(words, context.article.text)

    def find(_article: Article, context: Context) -> Finding:
        return Finding(tuple(without_particles(one, context) if stem_only else one for one in found_in(context)))

    return FindingSuggester(entry, source, find, Message("camel-tools’ recogniser says so"))


def _recogniser(wanted: str, path: Path | None) -> Any:
    from camel_tools.ner import NERecognizer

    try:
        return NERecognizer(str(path)) if path is not None else NERecognizer.pretrained(wanted)
    except KeyError as error:
        raise unknown_component(wanted) from error
    except (OSError, ValueError) as error:
        raise unloadable(wanted, error, fetch=False) from error
