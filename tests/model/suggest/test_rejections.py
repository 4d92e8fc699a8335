from dataclasses import replace
from datetime import UTC, datetime

import pytest

from model.decision import Decision, Scope, Verdict
from model.messages import Message
from model.suggest.rejections import remembered
from model.suggestion import Source, SuggestedMention, suggest_mention
from model.text.span import Span

TEXT = "عاد أمل إلى البيت"


def suggestion(article: str = "a1", label: str = "PERS", suggester: str = "entities") -> SuggestedMention:
    return suggest_mention(
        article, TEXT, Span(4, 7), label, source=Source(suggester, "1"), score=0.5, reason=Message("why")
    )


REJECTION = Decision(
    "d1",
    "a1",
    "s1",
    Verdict.REJECT,
    "salma",
    datetime(2026, 1, 1, tzinfo=UTC),
    folded="امل",
    label="PERS",
    suggester="entities",
    scope=Scope.ARTICLE,
)


def test_a_rejection_reaches_as_far_as_its_scope() -> None:
    in_article = remembered([REJECTION])
    assert in_article(suggestion())
    assert not in_article(suggestion("a2"))
    everywhere = remembered([replace(REJECTION, scope=Scope.EVERYWHERE)])
    assert everywhere(suggestion("a2"))
    assert not remembered([replace(REJECTION, scope=Scope.HERE)])(suggestion())


@pytest.mark.parametrize("other", [suggestion(label="GPE"), suggestion(suggester="learner")])
def test_a_rejection_says_nothing_of_other_labels_and_suggesters(other: SuggestedMention) -> None:
    assert not remembered([replace(REJECTION, scope=Scope.EVERYWHERE)])(other)


def test_other_verdicts_suppress_nothing() -> None:
    accepted = replace(REJECTION, verdict=Verdict.ACCEPT, scope=Scope.EVERYWHERE)
    assert not remembered([accepted])(suggestion())
