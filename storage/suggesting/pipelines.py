"""The pipeline of a project: the suggesters that its settings switch on."""

from model.errors import TawsimError
from model.messages import Message
from model.page_facts import read_page
from model.suggest.pipeline import Pipeline, builtin_pipeline
from storage.project import Project

BUILT_IN_NAMES = frozenset({"times", "numbers", "entities", "events"})


class UnknownSuggesterError(TawsimError):
    """A project has no suggester of this name."""


def project_pipeline(project: Project, only: str | None = None) -> Pipeline:
    """All suggesters of a project, or one with the built-in ones, whose results it may look at.

    Raises UnknownSuggesterError.
    """
    whole = builtin_pipeline()
    if only is None:
        return whole
    names = [suggester.name for suggester in whole.suggesters]
    if only not in names:
        raise UnknownSuggesterError(
            Message("There is no suggester “{name}”; there are: {names}.", name=only, names=", ".join(names))
        )
    wanted = [one for one in whole.suggesters if one.name == only or one.name in BUILT_IN_NAMES]
    return Pipeline(wanted, reader=read_page)
