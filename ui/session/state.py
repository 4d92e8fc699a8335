"""What the window shows of the open article, as one immutable value."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.annotation import Annotation, Event, Mention
from model.article import Article
from model.decision import Decision, Scope, Verdict
from model.operation import Operation
from model.questions import Question, questions
from model.sheet import Sheet, apply
from model.suggestion import SuggestedEvent, SuggestedMention, Suggestion, SuggestionSet
from model.text.span import Span

Item = Suggestion | Annotation
"""Something that can be current: an open suggestion or an annotation."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which suggestions are asked: those with at least this score and without a label that is put aside."""

    threshold: float = 0.0
    aside: frozenset[str] = frozenset()

    def includes(self, suggestion: Suggestion) -> bool:
        """Whether a suggestion passes."""
        return suggestion.score >= self.threshold and suggestion.label not in self.aside


EVERYTHING = Shown()


@dataclass(frozen=True)
class WorkState:
    """The open article with its sheet, suggestions and remembered rejections; ``current`` is the id of an item."""

    article: Article
    sheet: Sheet
    suggestions: SuggestionSet
    rejections: tuple[Decision, ...] = ()
    current: str | None = None
    shown: Shown = Shown()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every suggestion in reading order with the reason why it is not asked, if it is not."""
        return questions(self.sheet, self.suggestions, self.rejections)

    @cached_property
    def open(self) -> tuple[Suggestion, ...]:
        """The suggestions that want an answer and are shown, in reading order."""
        wanted = (question.suggestion for question in self.questions if question.hidden is None)
        return tuple(wanted if self.shown == EVERYTHING else filter(self.shown.includes, wanted))

    @cached_property
    def open_ids(self) -> frozenset[str]:
        """The ids of the suggestions that want an answer."""
        return frozenset(suggestion.id for suggestion in self.open)

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """Every annotation, mentions first."""
        return (*self.sheet.mentions.values(), *self.sheet.events.values())

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Open suggestions and annotations in reading order."""
        every: list[Item] = [*self.open, *self.annotations]
        return tuple(sorted(every, key=reading_order))

    @cached_property
    def item(self) -> Item | None:
        """The current item."""
        return self.find(self.current) if self.current else None

    @property
    def article_without_metadata(self) -> Article:
        """What goes to another process: the suggesters need no metadata, and its read-only mapping cannot travel."""
        return replace(self.article, metadata={})

    def find(self, item_id: str) -> Item | None:
        """The item with an id: an annotation, or a suggestion whether open or not."""
        annotation = self.sheet.mentions.get(item_id) or self.sheet.events.get(item_id)
        return annotation or self._suggestions_by_id.get(item_id)

    @cached_property
    def _suggestions_by_id(self) -> dict[str, Suggestion]:
        every: Sequence[Suggestion] = (*self.suggestions.mentions, *self.suggestions.events)
        return {suggestion.id: suggestion for suggestion in every}

    def after(self, operation: Operation) -> "WorkState":
        """The state after an operation on the sheet, or one that makes or takes back remembered rejections."""
        return replace(self, sheet=apply(self.sheet, operation), rejections=self._rejections_after(operation))

    def _rejections_after(self, operation: Operation) -> tuple[Decision, ...]:
        before = {change.before.id for change in operation.changes if isinstance(change.before, Decision)}
        after = [change.after for change in operation.changes if isinstance(change.after, Decision)]
        reaching = tuple(one for one in after if one.verdict is Verdict.REJECT and one.scope is not Scope.HERE)
        if not before and not reaching:
            return self.rejections
        return (*(one for one in self.rejections if one.id not in before), *reaching)

    def with_current(self, item_id: str | None) -> "WorkState":
        """The same with another current item; what was worked out stays."""
        moved = replace(self, current=item_id)
        for name in ("questions", "open", "open_ids", "annotations", "items", "_suggestions_by_id"):
            if name in self.__dict__:
                moved.__dict__[name] = self.__dict__[name]
        return moved


def reading_order(item: Item) -> tuple[int, int, bool, str]:
    """By first letter, outer ones before those nested in them, mentions before events."""
    hull = item.hull
    return hull.start, -hull.end, is_event(item), item.id


def current_suggestion(state: WorkState) -> Suggestion | None:
    """The current item when it is a suggestion that wants an answer."""
    item = state.item
    if isinstance(item, SuggestedMention | SuggestedEvent) and item.id in state.open_ids:
        return item
    return None


def current_annotation(state: WorkState) -> Annotation | None:
    """The current item when it is an annotation."""
    item = state.item
    return item if isinstance(item, Mention | Event) else None


def annotation_of(state: WorkState, item_id: str) -> Annotation | None:
    """The annotation with this id, or the one that was made of the suggestion with this id."""
    standing = state.sheet.mentions.get(item_id) or state.sheet.events.get(item_id)
    if standing is not None:
        return standing
    made = (one for one in state.annotations if one.provenance.suggestion_id == item_id)
    return next(made, None)


def suggestion_behind(item: Item) -> str | None:
    """The id of the suggestion that an item is or was made of; None for what was tagged by hand."""
    return item.provenance.suggestion_id if isinstance(item, Mention | Event) else item.id


def is_event(item: Item) -> bool:
    """Whether it is an event, annotated or suggested."""
    return isinstance(item, Event | SuggestedEvent)


def is_suggestion(item: Item) -> bool:
    """Whether it is a suggestion."""
    return isinstance(item, SuggestedMention | SuggestedEvent)


def is_mention(item: Item) -> bool:
    """Whether it is a mention, annotated or suggested."""
    return isinstance(item, Mention | SuggestedMention)


def neighbour(items: Sequence[Item], of: Item | Span | None, step: int) -> Item | None:
    """The item after (``step`` 1) or before (-1) another one or a place, of items in reading order.

    Going past an end comes round at the other one; from nowhere it begins there.
    """
    if not items:
        return None
    if of is None:
        return items[0] if step > 0 else items[-1]
    place = (of.start, -of.end, False, "") if isinstance(of, Span) else reading_order(of)
    if step > 0:
        return items[bisect_right(items, place, key=reading_order) % len(items)]
    return items[bisect_left(items, place, key=reading_order) - 1]
