"""Questions: the suggestions of an article that still want an answer, and why the others do not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from model.decision import Decision, Scope, Verdict
from model.sheet import Sheet
from model.suggestion import SuggestedMention, Suggestion, SuggestionSet
from model.text.folding import fold
from model.text.span import Fragments


class Hidden(StrEnum):
    """Why a suggestion is not asked."""

    DECIDED = "decided"
    ANNOTATED = "annotated"
    """An annotation with the same label on the same fragments stands already."""
    REJECTED_LIKE = "rejected like"
    """A rejection with a wider scope speaks against it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A suggestion and, when it is not to be asked, the reason."""

    suggestion: Suggestion
    hidden: Hidden | None = None


def questions(sheet: Sheet, suggestions: SuggestionSet, rejections: Iterable[Decision] = ()) -> tuple[Question, ...]:
    """Every suggestion in reading order, outer ones before those nested in them.

    ``rejections`` are the remembered ones of the project; those of the sheet count without being named.
    """
    decided = {decision.suggestion_id for decision in sheet.decisions.values()}
    annotated = _annotated(sheet)
    refused = _refused(sheet, rejections)
    return tuple(
        Question(suggestion, _hidden(suggestion, decided, annotated, refused))
        for suggestion in suggestions.in_reading_order
    )


def open_suggestions(
    sheet: Sheet, suggestions: SuggestionSet, rejections: Iterable[Decision] = ()
) -> tuple[Suggestion, ...]:
    """The suggestions that still want an answer, in reading order."""
    asked = questions(sheet, suggestions, rejections)
    return tuple(question.suggestion for question in asked if question.hidden is None)


def _annotated(sheet: Sheet) -> set[tuple[bool, str, Fragments]]:
    mentions = {(True, mention.label, mention.fragments) for mention in sheet.mentions.values()}
    return mentions | {(False, event.label, event.fragments) for event in sheet.events.values()}


def _refused(sheet: Sheet, rejections: Iterable[Decision]) -> set[tuple[str, str, str]]:
    standing = [*rejections, *sheet.decisions.values()]
    return {
        (decision.folded, decision.label, decision.suggester)
        for decision in standing
        if decision.verdict is Verdict.REJECT
        and (
            decision.scope is Scope.EVERYWHERE
            or (decision.scope is Scope.ARTICLE and decision.article_id == sheet.article_id)
        )
    }


def _hidden(
    suggestion: Suggestion,
    decided: set[str],
    annotated: set[tuple[bool, str, Fragments]],
    refused: set[tuple[str, str, str]],
) -> Hidden | None:
    if suggestion.id in decided:
        return Hidden.DECIDED
    is_mention = isinstance(suggestion, SuggestedMention)
    if (is_mention, suggestion.label, suggestion.fragments) in annotated:
        return Hidden.ANNOTATED
    if refused and (fold(suggestion.text), suggestion.label, suggestion.source.suggester) in refused:
        return Hidden.REJECTED_LIKE
    return None
