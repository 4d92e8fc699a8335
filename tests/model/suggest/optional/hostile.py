"""Suggesters that go wrong in every way that one can, and articles to ask them about."""

import ctypes
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from model.article import Article, text_digest
from model.errors import TawsimError
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.incomplete import IncompleteError
from model.suggestion import Source, SuggestedMention, Suggestion, suggest_mention
from model.text.span import Span

TEXT = "زار وزير الخارجية بغداد أمس"
NOT_BY_ITSELF = 600.0
"""Seconds that something hangs that must be ended."""


def article_of(text: str = TEXT) -> Article:
    return Article("a1", text, text_digest(text), name="page.txt")


def baghdad(by: str = "foreign") -> SuggestedMention:
    return suggest_mention(
        "a1", TEXT, Span(18, 23), "GPE", source=Source(by, "1"), score=0.5, reason=Message("it is a city")
    )


@dataclass(frozen=True)
class Behaves:
    """Does what its name in ``BEHAVIOURS`` says when it is asked."""

    behaviour: str
    name: str = "foreign"
    version: str = "7"

    def suggest(self, article: Article, context: Context) -> Any:
        return BEHAVIOURS[self.behaviour](article, context)


@dataclass(frozen=True)
class Makes:
    """Makes such a suggester in the process that it is to run in."""

    behaviour: str

    def __call__(self) -> Suggester:
        if self.behaviour == "cannot be made":
            raise ImportError("no module named x")
        if self.behaviour == "dies being made":
            os._exit(3)
        return Behaves(self.behaviour)


def _proposes(article: Article, context: Context) -> list[Suggestion]:
    return [baghdad()]


def _repeats(article: Article, context: Context) -> list[Suggestion]:
    """Proposes what earlier suggesters did, so that a test sees that their results come along."""
    return [*context.mentions, *context.events]


def _exits(article: Article, context: Context) -> list[Suggestion]:
    os._exit(9)


def _segfaults(article: Article, context: Context) -> list[Suggestion]:
    ctypes.string_at(0)
    return []


def _exits_on_the_first(article: Article, context: Context) -> list[Suggestion]:
    if article.name == "first":
        os._exit(9)
    return [baghdad()]


def _hangs(article: Article, context: Context) -> list[Suggestion]:
    time.sleep(NOT_BY_ITSELF)
    return []


def _raises(article: Article, context: Context) -> list[Suggestion]:
    raise LookupError("no such word")


def _explains(article: Article, context: Context) -> list[Suggestion]:
    raise TawsimError(Message("the dictionary is missing"))


def _runs_dry(article: Article, context: Context) -> list[Suggestion]:
    raise IncompleteError(Message("the second half is missing"), [baghdad()])


def _gives_a_dictionary(article: Article, context: Context) -> list[dict[str, int]]:
    return [{"start": 1, "end": 2}]


def _gives_wrong_fields(article: Article, context: Context) -> list[SuggestedMention]:
    one = baghdad()
    object.__setattr__(one, "score", "high")
    return [one]


def _gives_nothing(article: Article, context: Context) -> None:
    return None


def _cannot_be_packed(article: Article, context: Context) -> list[Any]:
    return [lambda: None]


BEHAVIOURS: dict[str, Callable[[Article, Context], Any]] = {
    "proposes": _proposes,
    "repeats": _repeats,
    "exits": _exits,
    "segfaults": _segfaults,
    "exits on the first": _exits_on_the_first,
    "hangs": _hangs,
    "raises": _raises,
    "explains": _explains,
    "runs dry": _runs_dry,
    "gives a dictionary": _gives_a_dictionary,
    "gives wrong fields": _gives_wrong_fields,
    "gives nothing": _gives_nothing,
    "cannot be packed": _cannot_be_packed,
}
