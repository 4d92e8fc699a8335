"""The learner as a suggester: completes, corrects and rates what the rules suggest."""

from functools import cached_property
from typing import TYPE_CHECKING

from model.article import Article
from model.suggest.context import Context
from model.suggest.learner.heading import NAME, may_speak, version_of
from model.suggestion import Suggestion

if TYPE_CHECKING:
    from model.suggest.learner.applying import Applier
    from model.suggest.learner.learned_model import LearnedModel


class LearnedSuggester:
    """Suggests what a learned model finds, for the labels that it is on for.

    Suggestions of earlier suggesters come back with the model's probability as their score; those that fall come back
    with the score 0. The model's bytes are read when it is first asked, unless it is off for every label.
    """

    name = NAME

    def __init__(self, data: bytes, source: str = NAME) -> None:
        self._data = data
        self._source = source

    @property
    def version(self) -> str:
        """The version of the model."""
        return version_of(self._data)

    @property
    def model(self) -> "LearnedModel":
        """The model that it suggests by. Raises TawsimError when that is damaged."""
        return self._applier.model

    @cached_property
    def _applier(self) -> "Applier":
        from model.suggest.learner.applying import Applier
        from model.suggest.learner.learned_model import LearnedModel

        return Applier(LearnedModel.from_bytes(self._data, self._source))

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """What is to be added to, changed in and taken from the suggestions in the context.

        Raises TawsimError when the model is damaged.
        """
        return self._applier.suggest(article, context) if may_speak(self._data) else []
