"""Asks a remote suggester about a text, in this process and through the whole pipeline."""

from dataclasses import replace
from typing import Any

from model.article import Article, text_digest
from model.suggest.context import Context
from model.suggest.incomplete import IncompleteError
from model.suggest.optional.kinds import Kind
from model.suggest.settings import SuggesterEntry
from model.suggestion import Suggestion

TEXT = "\U0001f642 زار سامي حداد مدينة عدن يوم أمس.\nثم زار بعد ذلك العراق والعراق.\n"


def entry_of(kind: Kind, host: str, **options: Any) -> SuggesterEntry:
    """A switched-on entry that may ask this host, with one try."""
    entry = kind.new_entry("far").set(url=f"http://{host}", tries=1, timeout=20.0).set(**options)
    return replace(entry, enabled=True, allowed_host=host)


def ask_here(kind: Kind, entry: SuggesterEntry, text: str = TEXT) -> tuple[list[Suggestion], str]:
    """What is proposed for a text, and what is complained of."""
    article = Article("a1", text, text_digest(text), title="عنوان", name="page.txt", url="https://example.org/1")
    suggester = kind.maker(entry)()
    try:
        return list(suggester.suggest(article, Context(article))), ""
    except IncompleteError as error:
        return list(error.suggestions), str(error)


def places(suggestions: list[Suggestion]) -> list[tuple[str, str, int]]:
    """Text, label and start of each."""
    return [(one.text, one.label, one.hull.start) for one in suggestions]
