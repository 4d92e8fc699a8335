"""What annotators have rejected before, as a predicate that the pipeline asks."""

from collections.abc import Iterable

from model.decision import Decision, Scope, Verdict, rejects
from model.suggest.pipeline import Rejected
from model.suggestion import Suggestion
from model.text.folding import fold


def remembered(decisions: Iterable[Decision]) -> Rejected:
    """Whether one of these decisions speaks against a suggestion with the same folded text, label and suggester."""
    by_likeness: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in decisions:
        if decision.verdict is Verdict.REJECT and decision.scope is not Scope.HERE:
            by_likeness.setdefault((decision.folded, decision.label, decision.suggester), []).append(decision)

    def rejected(suggestion: Suggestion) -> bool:
        likeness = fold(suggestion.text), suggestion.label, suggestion.source.suggester
        return any(rejects(decision, suggestion.article_id, *likeness) for decision in by_likeness.get(likeness, ()))

    return rejected
