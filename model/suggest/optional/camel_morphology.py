"""Names and events that the dictionary of camel-tools' morphology knows and the other suggesters do not.

Words that it reads as proper nouns, and that no mention covers, are proposed as names; inflected forms whose lemma is
a trigger, and that the tables of events do not hold, as events. Both are guesses and score low.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.events.lookup import read_word
from model.suggest.optional.camel_data import prepare_catalogue, unknown_component
from model.suggest.optional.found import EVENT_PREFIX, Finding, FindingSuggester, Found
from model.suggest.settings import SuggesterEntry
from model.suggestion import Source
from model.text.clitics import readings
from model.text.folding import fold
from model.text.tokens import Token

PROPER_NOUN = "noun_prop"
PERSON, PLACE = "PERS", "GPE"
PLACE_PREPOSITIONS = frozenset({"في", "الي", "من"})
_LETTERS = {"wa": "و", "fa": "ف", "sa": "س", "bi": "ب", "li": "ل", "la": "ل", "ka": "ك"}
"""How the values of the features prc1 and prc2 begin, and what is written."""


def make(entry: SuggesterEntry, source: Source) -> Suggester:
    """The suggester of an entry; loads the database."""
    analyser = _analyser(entry.text("database"), prepare_catalogue(entry.text("database")), entry.text("backoff"))

    def find(_article: Article, context: Context) -> Finding:
        return Finding((*_names(context, analyser), *_events(context, analyser)))

    return FindingSuggester(entry, source, find, Message("the dictionary of camel-tools reads it so"))


class Analyser:
    """The likeliest reading of each word."""

    def __init__(self, disambiguator: Any) -> None:
        self._disambiguator = disambiguator

    def reading(self, word: str) -> dict[str, str]:
        """Its features; none for a word that the database does not know."""
        analyses = self._disambiguator.disambiguate([word])[0].analyses
        return analyses[0].analysis if analyses else {}


def _analyser(wanted: str, path: Path | None, backoff: str) -> Analyser:
    from camel_tools.disambig.mle import MLEDisambiguator
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB
    from camel_tools.morphology.errors import MorphologyError

    try:
        database = MorphologyDB(str(path)) if path is not None else MorphologyDB.builtin_db(wanted)
    except KeyError as error:
        raise unknown_component(wanted) from error
    except (OSError, ValueError, MorphologyError) as error:
        raise TawsimError(
            Message("“{wanted}” is no database of camel-tools: {reason}", wanted=wanted, reason=str(error))
        ) from error
    return Analyser(MLEDisambiguator(Analyzer(database, backoff)))


def _names(context: Context, analyser: Analyser) -> Iterator[Found]:
    """Runs of proper nouns that no mention covers, the joined particles of the first left out."""
    taken = [span for mention in context.mentions for span in mention.fragments]
    for sentence in context.sentences:
        run: list[tuple[Token, dict[str, str]]] = []
        before = ""
        for token in (*context.tokens_in(sentence), None):
            reading = analyser.reading(token.text) if token is not None and token.is_word else {}
            if token is not None and reading.get("pos") == PROPER_NOUN and not any(map(token.span.overlaps, taken)):
                run.append((token, reading))
                continue
            if run:
                yield _name(run, before)
                run = []
            before = "" if token is None else token.folded


def _name(run: Sequence[tuple[Token, dict[str, str]]], before: str) -> Found:
    (first, reading), last = run[0], run[-1][0]
    joined = "".join(_LETTERS.get(reading.get(feature, "")[:2], "") for feature in ("prc2", "prc1"))
    stem = next((one for one in readings(first, enclitics=False) if one.proclitics == joined), None)
    start = first.span.start if stem is None else stem.span.start
    of_place = len(run) == 1 and (joined.endswith("ب") or (not joined and before in PLACE_PREPOSITIONS))
    return Found(start, last.span.end, PLACE if of_place else PERSON)


def _events(context: Context, analyser: Analyser) -> Iterator[Found]:
    """Forms that the tables of events lack, by the sense of their lemma."""
    taken = [span for event in context.events for span in event.fragments]
    taken += [span for mention in context.mentions for span in mention.fragments]
    for token in context.tokens:
        if not token.is_word or read_word(token.folded) or any(map(token.span.overlaps, taken)):
            continue
        lemma = analyser.reading(token.text).get("lex", "")
        of_lemma = read_word(fold(lemma)) if lemma else ()
        if of_lemma:
            yield Found(token.span.start, token.span.end, EVENT_PREFIX + of_lemma[0].sense.label)
