"""Every reason can be read in Arabic, and patterns have scores that are probabilities."""

import pytest

from model.messages.catalogue import catalogue
from model.suggest.events import reasons
from model.suggest.events.patterns import Pattern, reason_of_argument, score_of_argument

_TEMPLATES = [
    *reasons.PLAIN.values(),
    *reasons.IN_CONTEXT.values(),
    *(reason_of_argument(pattern).template for pattern in Pattern),
]


@pytest.mark.parametrize("template", _TEMPLATES)
def test_reasons_are_translated(template: str) -> None:
    assert catalogue("ar").gettext(template) != template


@pytest.mark.parametrize("pattern", Pattern)
@pytest.mark.parametrize("role", ["actor", "recipient"])
def test_scores_are_probabilities(pattern: Pattern, role: str) -> None:
    assert 0.3 < score_of_argument(role, pattern) < 1
