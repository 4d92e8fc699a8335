"""Which learned model suggests in a project: the one that comes with the program, one of its own, or none."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.project import Project

STARTER, OFF = "starter", "off"
_SETTING = "learner"


@dataclass(frozen=True, slots=True)
class LearnerChoice:
    """``use`` is ``STARTER``, ``OFF``, or the version of a model that the project keeps."""

    use: str = STARTER

    @property
    def is_own(self) -> bool:
        """Whether it is a model that learned from the project's own articles."""
        return self.use not in (STARTER, OFF)

    @staticmethod
    def of(project: "Project") -> "LearnerChoice":
        """A project's choice; the starter where nobody has chosen, or where the chosen model is no longer kept."""
        choice = LearnerChoice(project.setting(_SETTING, STARTER))
        kept = {model.version for model in project.models()} if choice.is_own else set()
        return choice if not choice.is_own or choice.use in kept else LearnerChoice()

    def keep(self, project: "Project") -> None:
        """Make it the project's choice."""
        project.set_setting(_SETTING, self.use)
