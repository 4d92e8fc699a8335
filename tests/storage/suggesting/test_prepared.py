"""What the process that suggests answers when it is asked why, and that it names who went wrong."""

import gc
from collections.abc import Iterator

import pytest

from model.article import Article, text_digest
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from storage.suggesting import prepared
from storage.suggesting.learner_choice import OFF, LearnerChoice
from storage.suggesting.spec import PipelineSpec

TEXT = "بغداد – التقى وزير الخارجية العراقي نظيره التركي في أنقرة يوم الثلاثاء.\n"
ARTICLE = Article("a1", TEXT, text_digest(TEXT), name="page")


@pytest.fixture
def freed() -> Iterator[None]:
    """The collector walks everything again afterwards, as in every other test."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("freed")
def test_a_suggestion_is_explained_by_what_speaks_for_and_against_it() -> None:
    version = prepared.prepare(PipelineSpec())
    found = prepared.suggest(version, ARTICLE).suggestions
    asked = next(one for one in found.mentions if one.text == "أنقرة")
    told = prepared.explain(version, ARTICLE, found, asked.id)
    assert told is not None
    assert 0.5 < told.probability <= 1
    assert told.speaking
    assert [one.weight for one in told.speaking if one.weight > 0] == sorted(
        (one.weight for one in told.speaking if one.weight > 0), reverse=True
    )
    assert told.confirmed >= len([one for one in told.examples if one.text == "أنقرة"])
    assert prepared.explain(version, ARTICLE, found, "no such suggestion") is None


@pytest.mark.usefixtures("freed")
def test_without_a_learner_there_is_nothing_to_tell() -> None:
    version = prepared.prepare(PipelineSpec(choice=LearnerChoice(OFF)))
    found = prepared.suggest(version, ARTICLE).suggestions
    assert prepared.explain(version, ARTICLE, found, found.mentions[0].id) is None


@pytest.mark.usefixtures("freed")
def test_a_problem_names_its_suggester() -> None:
    settings = SuggesterSettings((SuggesterEntry("mine", "fortune teller", enabled=True),))
    version = prepared.prepare(PipelineSpec(settings))
    suggested = prepared.suggest(version, ARTICLE)
    assert [one.suggester for one in suggested.problems] == ["mine"]
    assert suggested.suggestions.mentions
