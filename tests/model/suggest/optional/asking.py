"""Asks one optional suggester about a text, through settings and pipeline as the program does."""

import importlib.util
from collections.abc import Iterable

import pytest

from model.article import Article, text_digest
from model.suggest.configured import pipeline_of
from model.suggest.optional.kinds import BUILTIN, Kinds
from model.suggest.optional.local import LOCAL_KINDS
from model.suggest.pipeline import SuggesterError, builtin_suggesters
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from model.suggestion import SuggestionSet


def needs(extra: str, *modules: str) -> pytest.MarkDecorator:
    """Skip, aloud, where an optional part is not installed."""
    missing = [module for module in modules if importlib.util.find_spec(module) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}: ./run install {extra}")


def only(*entries: SuggesterEntry) -> SuggesterSettings:
    """Settings with these and without the built-in ones."""
    return SuggesterSettings((*(SuggesterEntry(one.name, BUILTIN) for one in builtin_suggesters()), *entries))


def ask(text: str, settings: SuggesterSettings, kinds: Kinds = LOCAL_KINDS) -> tuple[SuggestionSet, tuple[str, ...]]:
    """What the suggesters of these settings propose for a text, and what they complain of."""
    pipeline = pipeline_of(settings, kinds)
    try:
        return pipeline.run(Article("a1", text, text_digest(text), name="page.txt")), ()
    except SuggesterError as error:
        return error.results, tuple(failure.message.english() for failure in error.failures)
    finally:
        pipeline.close()


def tags(found: SuggestionSet) -> list[tuple[str, str, int]]:
    """Text, label and start of each mention."""
    return [(mention.text, mention.label, mention.hull.start) for mention in found.mentions]


def texts(found: SuggestionSet) -> Iterable[str]:
    """The texts of the mentions."""
    return (mention.text for mention in found.mentions)
