"""The tags of one open article as a search sees them."""

from collections.abc import Iterable

from model.annotation import Annotation, Event
from model.decision import Decision, Verdict
from model.questions import Hidden, questions
from model.search.query import FoundTag, Standing
from model.sheet import Sheet
from model.suggestion import SuggestedEvent, Suggestion, SuggestionSet

_DECIDED = {Verdict.REJECT: Standing.REJECTED, Verdict.SKIP: Standing.SKIPPED}


def tags_of_page(
    sheet: Sheet, suggestions: SuggestionSet, rejections: Iterable[Decision], *, event: bool
) -> list[FoundTag]:
    """The mentions or the events of a sheet, and the suggestions that were not taken over."""
    annotations: list[Annotation] = [*(sheet.events if event else sheet.mentions).values()]
    found = [_of_annotation(one) for one in annotations]
    verdicts = {decision.suggestion_id: decision.verdict for decision in sheet.decisions.values()}
    for question in questions(sheet, suggestions, rejections):
        if isinstance(question.suggestion, SuggestedEvent) is not event or question.hidden is Hidden.ANNOTATED:
            continue
        verdict = verdicts.get(question.suggestion.id)
        if verdict is None or verdict in _DECIDED:
            usual = Standing.OPEN if question.hidden is None else Standing.REJECTED
            found.append(_of_suggestion(question.suggestion, usual if verdict is None else _DECIDED[verdict]))
    return found


def _of_annotation(one: Annotation) -> FoundTag:
    hull = one.hull
    return FoundTag(one.id, isinstance(one, Event), one.label, hull.start, hull.end, one.text, Standing.CONFIRMED)


def _of_suggestion(one: Suggestion, standing: Standing) -> FoundTag:
    hull = one.hull
    return FoundTag(one.id, isinstance(one, SuggestedEvent), one.label, hull.start, hull.end, one.text, standing)
