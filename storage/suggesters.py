"""The kinds of suggesters there are, and a project's settings of them."""

from model.suggest.optional.local import LOCAL_KINDS
from model.suggest.settings import SuggesterSettings
from storage.project import Project
from storage.remote.kinds import REMOTE_KINDS

SETTING = "suggesters"
KINDS = {**LOCAL_KINDS, **REMOTE_KINDS}
"""Every kind of suggester that can be set up, by name."""


def suggester_settings(project: Project) -> SuggesterSettings:
    """The settings of a project. Raises SuggesterSettingsError for stored ones that are none."""
    return SuggesterSettings.from_plain(project.setting(SETTING))


def keep_suggester_settings(project: Project, settings: SuggesterSettings) -> None:
    """Keep settings with a project."""
    project.set_setting(SETTING, settings.to_plain())
