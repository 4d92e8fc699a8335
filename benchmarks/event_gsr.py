"""Triggers of ASSAULT and PROTEST beside the coders of arabic_event_gsr: token F1 of pairs.

``--data FOLDER`` holds its files ``*spans*.json``: a list of sentences, each with ``text``, ``event_type`` and the
``spans`` of its coders, of which ``verb`` is the list of words that one coder marked. Nothing of it is shipped.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.measuring import print_table
from model.article import Article, text_digest
from model.errors import TawsimError
from model.messages import Message
from model.suggest.pipeline import Pipeline, builtin_pipeline
from model.suggestion import SuggestedEvent
from model.text.tokens import tokenize

_OF_TYPE: Mapping[str, frozenset[str]] = {
    "ASSAULT": frozenset({"ASSAULT", "CASUALTY"}),
    "PROTEST": frozenset({"PROTEST"}),
}
"""The labels of the default schema that the set's types cover: killing without a doer is a type of its own here."""

Marked = Counter[str]
"""The folded words that somebody marked in one sentence."""
Pair = tuple[Marked, Marked]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with an event of a type, and what each coder marked as its trigger."""

    text: str
    event_type: str
    coders: tuple[Marked, ...]


def run(arguments: list[str]) -> int:
    """Score and print; returns 0."""
    parser = argparse.ArgumentParser(prog="./run bench event_gsr", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    by_type: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in read_sentences(chosen.data):
        by_type[sentence.event_type].append(sentence)
    rows = [(name, len(found), *map(_cell, figures_of(found))) for name, found in sorted(by_type.items())]
    print_table(("token F1", "sentences", "two coders", "coder and first trigger", "coder and all triggers"), rows)
    return 0


def _cell(value: float) -> str:
    return f"{value:.3f}"


def read_sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences of all files; raises TawsimError when there are none or one has another shape."""
    paths = sorted(folder.glob("*spans*.json"))
    if not paths:
        raise TawsimError(Message("{folder} holds no file named *spans*.json", folder=str(folder)))
    for path in paths:
        try:
            for record in json.loads(path.read_text(encoding="utf-8")):
                yield _sentence(record)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise TawsimError(
                Message("{file} has not the shape of arabic_event_gsr: {reason}", file=str(path), reason=str(error))
            ) from error


def _sentence(record: Mapping[str, object]) -> Sentence:
    text, event_type, spans = record["text"], record["event_type"], record["spans"]
    if not isinstance(text, str) or event_type not in _OF_TYPE or not isinstance(spans, list):
        raise ValueError(event_type)
    coders = (_marked(word for part in span["verb"] for word in _words_of(part)) for span in spans)
    return Sentence(text, str(event_type), tuple(coders))


def _words_of(text: str) -> Iterator[str]:
    return (token.folded for token in tokenize(text) if token.is_word)


def _marked(words: Iterable[str]) -> Marked:
    return Counter(words)


def figures_of(sentences: Sequence[Sentence]) -> tuple[float, float, float]:
    """Token F1 of two coders, of a coder and the first trigger, of a coder and all triggers, over all such pairs.

    A coder marks one event of a sentence, as a rule the first.
    """
    coders, first, whole = list[Pair](), list[Pair](), list[Pair]()
    for sentence in sentences:
        coders += combinations(sentence.coders, 2)
        one, every = suggested(sentence)
        first += ((coder, one) for coder in sentence.coders)
        whole += ((coder, every) for coder in sentence.coders)
    return token_f1(coders), token_f1(first), token_f1(whole)


def suggested(sentence: Sentence) -> tuple[Marked, Marked]:
    """The words of the first trigger of the sentence's type and of all of them."""
    article = Article("sentence", sentence.text, text_digest(sentence.text))
    alone = Pipeline(builtin_pipeline().suggesters)  # a sentence is no page with zones
    events = [event for event in alone.run(article).events if event.label in _OF_TYPE[sentence.event_type]]
    words = [_word_around(sentence.text, event) for event in events]
    return _marked(words[:1]), _marked(words)


def _word_around(text: str, event: SuggestedEvent) -> str:
    """The word with its clitics, as the coders marked it."""
    return next(token.folded for token in tokenize(text) if token.span.end > event.hull.start)


def token_f1(pairs: Iterable[Pair]) -> float:
    """Twice the words that both marked by the words that either marked, over all pairs; 0 when nobody marked any."""
    both = either = 0
    for one, other in pairs:
        both += (one & other).total()
        either += one.total() + other.total()
    return 2 * both / either if either else 0.0
