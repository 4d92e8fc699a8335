"""What travels to the process that suggests, and back: what a pipeline is made of, and what it proposes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.messages import Message
from model.suggest.settings import SuggesterSettings
from model.suggestion import SuggestionSet
from storage.suggesting.learner_choice import LearnerChoice

if TYPE_CHECKING:
    from storage.project import Project


@dataclass(frozen=True, slots=True)
class PipelineSpec:
    """``content`` are the bytes of the project's own learned model, where its choice is one."""

    settings: SuggesterSettings = SuggesterSettings()  # noqa: RUF009  (immutable)
    choice: LearnerChoice = LearnerChoice()  # noqa: RUF009  (immutable)
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Problem:
    """That a suggester, by its name, went wrong on an article, and how."""

    suggester: str
    message: Message


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a pipeline proposes for one article, and the suggesters that went wrong on it."""

    article_id: str
    suggestions: SuggestionSet
    version: str
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> frozenset[str]:
        """The suggesters that went wrong."""
        return frozenset(problem.suggester for problem in self.problems)

    @property
    def stored_version(self) -> str:
        """The version that is kept with it: another one where something is missing, so that it is tried again."""
        return f"{self.version} incomplete" if self.problems else self.version


def spec_of(project: "Project") -> PipelineSpec:
    """What the project says about its suggesters now. Raises SuggesterSettingsError for settings that are none."""
    # loaded where it is needed, since a window starts without it
    from storage.suggesters import suggester_settings

    choice = LearnerChoice.of(project)
    content = project.model_content(choice.use) if choice.is_own else b""
    return PipelineSpec(suggester_settings(project), choice, content)
