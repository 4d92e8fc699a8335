"""The pipeline of a project: the suggesters that its settings switch on, with what was learned from its articles."""

from functools import lru_cache

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.page_facts import read_page
from model.suggest.configured import ConfiguredPipeline, pipeline_of
from model.suggest.known_names.names import KnownNames
from model.suggest.known_names.suggester import KnownNamesSuggester
from model.suggest.learned import Learned
from model.suggest.learner.starter import starter
from model.suggest.learner.suggester import LearnedSuggester
from model.suggest.pipeline import Pipeline, SuggesterError
from storage.project import Project
from storage.suggesters import KINDS
from storage.suggesting.learner_choice import OFF, LearnerChoice
from storage.suggesting.spec import PipelineSpec, Problem, Suggested, spec_of

BUILT_IN_NAMES = frozenset({"times", "numbers", "entities", "known_names", "events", "learner"})


class UnknownSuggesterError(TawsimError):
    """A project has no suggester of this name."""


def project_pipeline(project: Project, only: str | None = None) -> ConfiguredPipeline:
    """All suggesters of a project, or one with the built-in ones, whose results it may look at.

    Raises UnknownSuggesterError.
    """
    return _pipeline(spec_of(project), only)


def pipeline_of_spec(spec: PipelineSpec) -> ConfiguredPipeline:
    """The pipeline that a value of ``spec_of`` describes."""
    names, model = _learned(spec)
    known = [KnownNamesSuggester(names)] if names.names else []
    learned = [LearnedSuggester(model)] if model else []
    return pipeline_of(spec.settings, KINDS, names=known, learned=learned)


def suggested(pipeline: Pipeline, article: Article) -> Suggested:
    """Run a pipeline over an article; suggesters that go wrong are told in the result."""
    try:
        found = pipeline.run(article, published=article.published)
    except SuggesterError as error:
        problems = tuple(Problem(one.suggester, one.message) for one in error.failures)
        return Suggested(article.id, error.results, pipeline.version, problems)
    return Suggested(article.id, found, pipeline.version)


@lru_cache(maxsize=2)
def _pipeline(spec: PipelineSpec, only: str | None) -> ConfiguredPipeline:
    whole = pipeline_of_spec(spec)
    if only is None:
        return whole
    names = [suggester.name for suggester in whole.suggesters]
    if only not in names:
        raise UnknownSuggesterError(
            Message("There is no suggester “{name}”; there are: {names}.", name=only, names=", ".join(names))
        )
    wanted = [one for one in whole.suggesters if one.name == only or one.name in BUILT_IN_NAMES]
    return ConfiguredPipeline(wanted, reader=read_page)


def _learned(spec: PipelineSpec) -> tuple[KnownNames, bytes]:
    """The confirmed names and the bytes of the model; empty for none."""
    if spec.choice.is_own:
        learned = Learned.from_bytes(spec.content, spec.choice.use)
        return learned.names, learned.model
    return KnownNames(), b"" if spec.choice == LearnerChoice(OFF) else starter()
