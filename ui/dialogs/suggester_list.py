"""The rows of the list of suggesters: in the order in which they run, what each is and whether it can work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.messages import Message
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from ui.language import isolated, say, tr
from ui.session.suggester_setup import BUILT_IN, BUILTIN, PLUGIN, Setup, fault_of_name


@dataclass(frozen=True, slots=True)
class Row:
    """One suggester. ``entry`` is that of one that was set up, ``fault`` what keeps it from working."""

    name: str
    title: str
    what: str
    enabled: bool
    entry: SuggesterEntry | None = None
    fault: Message | None = None

    @property
    def is_built_in(self) -> bool:
        """Whether it is one of the program's own."""
        return self.name in BUILT_IN and self.entry is None


def rows_of(setup: Setup, entries: Sequence[SuggesterEntry]) -> list[Row]:
    """Built-in ones, those that were set up, plug-ins."""
    return [*_built_in(entries), *_set_up(setup, entries), *_plugins(setup, entries)]


def is_set_up(entry: SuggesterEntry) -> bool:
    """Whether it stands for a suggester of its own, not for a switch of another."""
    return entry.kind not in (BUILTIN, PLUGIN)


def _built_in(entries: Sequence[SuggesterEntry]) -> Iterator[Row]:
    settings = SuggesterSettings(tuple(entry for entry in entries if not is_set_up(entry)))
    for name, (title, _) in BUILT_IN.items():
        yield Row(name, say(title), tr("Built in"), not settings.is_off(name))


def _plugins(setup: Setup, entries: Sequence[SuggesterEntry]) -> Iterator[Row]:
    settings = SuggesterSettings(tuple(entry for entry in entries if not is_set_up(entry)))
    for name in setup.plugins:
        yield Row(name, isolated(name), tr("Plug-in"), not settings.is_off(name))


def _set_up(setup: Setup, entries: Sequence[SuggesterEntry]) -> Iterator[Row]:
    set_up = [entry for entry in entries if is_set_up(entry)]
    for at, entry in enumerate(set_up):
        kind = setup.kinds.get(entry.kind)
        others = tuple(other.name for other in (*set_up[:at], *set_up[at + 1 :]))
        fault = fault_of_name(entry.name, (*others, *setup.plugins))
        if fault is None and kind is None:
            fault = Message("There is no kind of suggester called “{kind}”.", kind=entry.kind)
        if fault is None and kind is not None:
            fault = next(kind.faults_of(entry), None)
        title = isolated(entry.name) if entry.name else tr("(no name)")
        what = say(kind.title) if kind is not None else isolated(entry.kind)
        yield Row(entry.name, title, what, entry.enabled, entry, fault)


def state_of(row: Row, problems: Mapping[str, Message]) -> str:
    """How it stands; what it is where there is nothing else to tell."""
    if not row.enabled:
        return tr("Off")
    if row.fault is not None:
        return tr("Cannot work yet")
    if row.name in problems:
        return tr("Had a problem")
    return row.what
