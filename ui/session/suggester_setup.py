"""What suggesters a project has and could have: read and kept on the worker, tried in a process of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.article import Article
from model.messages import Message
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from storage.suggesting.spec import Suggested

if TYPE_CHECKING:
    from model.suggest.optional.kinds import Kind
    from storage.project import Project

BUILTIN, PLUGIN = "builtin", "plug-in"
"""Kinds of entries that only switch a suggester on or off."""
LEARNER = "learner"
BUILT_IN: Mapping[str, tuple[Message, Message]] = {
    "times": (Message("Times"), Message("Dates, times of day and durations with their values, by a grammar.")),
    "numbers": (Message("Numbers"), Message("Numbers, percentages, money and quantities, by a grammar.")),
    "entities": (
        Message("Names"),
        Message("People, bodies, places, posts and works, by lexicons, patterns and agreement within the article."),
    ),
    "known_names": (Message("Names of this project"), Message("Names that were confirmed in other articles.")),
    "events": (Message("Events"), Message("Events with their roles, by triggers and syntax.")),
    LEARNER: (
        Message("Learner"),
        Message("Learns from every decision, and completes, corrects and rates what the others suggest."),
    ),
}
"""The suggesters of the program in the order in which they run: a name and what each does."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings of a project, the kinds that can be set up, and the names of installed plug-ins."""

    settings: SuggesterSettings
    kinds: "Mapping[str, Kind]"
    plugins: tuple[str, ...]


def read_setup(project: "Project") -> Setup:
    """Find out. Loads the kinds, so not for the GUI thread. Raises SuggesterSettingsError."""
    from importlib.metadata import entry_points

    from model.suggest.pipeline import ENTRY_POINT_GROUP
    from storage.suggesters import KINDS, suggester_settings

    plugins = sorted({point.name for point in entry_points(group=ENTRY_POINT_GROUP)})
    return Setup(suggester_settings(project), KINDS, tuple(plugins))


def keep_setup(project: "Project", settings: SuggesterSettings) -> None:
    """Keep settings with the project."""
    from storage.suggesters import keep_suggester_settings

    keep_suggester_settings(project, settings)


def try_out(entry: SuggesterEntry, article: Article) -> Suggested:
    """What one suggester proposes for an article, in the process that this runs in."""
    from storage.suggesting.trying import try_out

    return try_out(entry, article)


def without_usual(kind: "Kind", entry: SuggesterEntry) -> SuggesterEntry:
    """The entry without options and labels that are as its kind has them anyway."""
    defaults = {option.name: option.default for option in kind.options}
    options = tuple((name, value) for name, value in entry.options if defaults.get(name) != value)
    if kind.asks_for_labels:
        labels = () if dict(entry.labels) == dict(kind.labels) else entry.labels
    else:
        labels = tuple((label, here) for label, here in entry.labels if kind.labels.get(label) != here)
    return replace(entry, options=options, labels=labels)


def fault_of_name(name: str, taken: tuple[str, ...]) -> Message | None:
    """What is wrong with the name of an entry beside others."""
    if not name.strip():
        return Message("The suggester needs a name.")
    if name in BUILT_IN or name in taken:
        return Message("Another suggester is called that already.")
    return None
