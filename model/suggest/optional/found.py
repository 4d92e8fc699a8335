"""From what a library or server found, to suggestions in the labels of the project: checked, trimmed, counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from model.article import Article
from model.messages import Message
from model.suggest.context import UNTAGGED_ZONES, Context
from model.suggest.incomplete import IncompleteError
from model.suggest.settings import SuggesterEntry
from model.suggestion import (
    Source,
    SuggestedArgument,
    Suggestion,
    suggest_event,
    suggest_mention,
)
from model.text.span import Span

EVENT_PREFIX = "event:"


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the text, in code points, and the finder's own label for it. ``score``: 0 to 1, None for none.

    ``key`` is the finder's own name for it, ``links`` the roles that it has for others of its finds: an event.
    """

    start: int
    end: int
    label: str
    score: float | None = None
    key: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one article, and what is missing of it."""

    found: tuple[Found, ...]
    fault: Message | None = None


Finder = Callable[[Article, Context], Finding]


@dataclass(frozen=True, slots=True)
class FindingSuggester:
    """Suggests what a finder finds, in the labels that the entry gives, where the guidelines let it be tagged.

    ``reason`` stands with every suggestion. What is not in the text, or missing, is told by IncompleteError.
    """

    entry: SuggesterEntry
    source: Source
    find: Finder
    reason: Message

    @property
    def name(self) -> str:
        """That of the entry."""
        return self.source.suggester

    @property
    def version(self) -> str:
        """Differs with the settings of the entry."""
        return self.source.version

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """The finds as suggestions."""
        finding = self.find(article, context)
        placed = [one for one in finding.found if 0 <= one.start < one.end <= len(article.text)]
        suggestions = _Writer(self, article, context).suggestions(placed)
        fault = finding.fault or misplaced_message(len(finding.found) - len(placed))
        if finding.fault is not None or len(placed) < len(finding.found):
            raise IncompleteError(fault, suggestions)
        return suggestions


class _Writer:
    """Writes the suggestions of one article."""

    def __init__(self, suggester: FindingSuggester, article: Article, context: Context) -> None:
        self._article, self._context = article, context
        self._source, self._reason = suggester.source, suggester.reason
        self._labels = dict(suggester.entry.labels)
        self._usual_score = float(dict(suggester.entry.options).get("score", 0.5))
        self._mention_ids: dict[str, str] = {}

    def suggestions(self, placed: Iterable[Found]) -> list[Suggestion]:
        """Mentions, then events, whose arguments are mentions; labels that map to nothing are left out."""
        labelled = [(one, label) for one in placed if (label := self._label(one))]
        mentions = [self._mention(one, label) for one, label in labelled if not label.startswith(EVENT_PREFIX)]
        return mentions + [self._event(one, label) for one, label in labelled if label.startswith(EVENT_PREFIX)]

    def _label(self, one: Found) -> str:
        """What it is called here; empty for what is left out."""
        label = self._labels.get(one.label, one.label)
        if label.startswith(EVENT_PREFIX):
            return "" if self._context.zone_at(one.start) in UNTAGGED_ZONES else label
        return label if self._context.taggable(one.start, label) else ""

    def _score(self, one: Found) -> float:
        return min(max(self._usual_score if one.score is None else one.score, 0.0), 1.0)

    def _mention(self, one: Found, label: str) -> Suggestion:
        mention = suggest_mention(
            self._article.id,
            self._article.text,
            Span(one.start, one.end),
            label,
            source=self._source,
            score=self._score(one),
            reason=self._reason,
        )
        if one.key:
            self._mention_ids[one.key] = mention.id
        return mention

    def _event(self, one: Found, label: str) -> Suggestion:
        score = self._score(one)
        return suggest_event(
            self._article.id,
            self._article.text,
            Span(one.start, one.end),
            label.removeprefix(EVENT_PREFIX),
            source=self._source,
            score=score,
            reason=self._reason,
            arguments=tuple(
                SuggestedArgument(role, self._mention_ids[key], score, self._reason)
                for role, key in one.links
                if key in self._mention_ids
            ),
        )


def misplaced_message(count: int) -> Message:
    """That so many suggestions lie nowhere in the text."""
    return Message(
        "{count} of its suggestions are not in the text; they are left out.",
        one="One of its suggestions is not in the text; it is left out.",
        count=count,
    )
