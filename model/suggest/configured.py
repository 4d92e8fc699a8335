"""The pipeline of somebody's settings: built-in suggesters, those that were set up, and installed plug-ins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from model.article import Article
from model.errors import TawsimError
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.optional.isolation import IsolatedSuggester
from model.suggest.optional.kinds import BUILTIN, PLUGIN, TIME_LIMIT, Kind, Kinds
from model.suggest.pipeline import Failure, Pipeline, builtin_suggesters, plugin_suggesters
from model.suggest.settings import SuggesterEntry, SuggesterSettings
from model.suggest.zones.page import PageReader
from model.suggestion import Suggestion, SuggestionSet


@dataclass(frozen=True, slots=True)
class UnusableSuggester:
    """Stands for one that is switched on but cannot work: each run says why and goes on."""

    name: str
    fault: Message
    version: str = "0"

    def suggest(self, article: Article, context: Context) -> list[Suggestion]:
        """Raise why it cannot work."""
        raise TawsimError(self.fault)


class ConfiguredPipeline(Pipeline):
    """A pipeline some of whose suggesters run in processes of their own, which end when it is closed."""

    def __init__(self, suggesters: Iterable[Suggester], *, reader: PageReader) -> None:
        super().__init__(suggesters, reader=reader)
        self._isolated = [one for one in self.suggesters if isinstance(one, IsolatedSuggester)]

    def run(self, article: Article, *, published: date | None = None) -> SuggestionSet:
        """As ``Pipeline.run``."""
        for one in self._isolated:
            one.renew()
        return super().run(article, published=published)

    def cancel(self) -> None:
        """From another thread: end what the suggesters in other processes are at; the run goes on without them."""
        for one in self._isolated:
            one.cancel()

    def close(self) -> None:
        """End the processes."""
        for one in self._isolated:
            one.close()


def pipeline_of(
    settings: SuggesterSettings, kinds: Kinds, *, names: Iterable[Suggester] = (), learned: Iterable[Suggester] = ()
) -> ConfiguredPipeline:
    """The pipeline that settings describe: built-in suggesters, ``learned`` ones, those set up, plug-ins.

    Those of ``names`` run before the events, whose roles their mentions may fill.

    One that is switched on and cannot work reports that in every run; ``faults_of`` tells it beforehand.
    """
    from model.page_facts import read_page

    *before_events, events = builtin_suggesters()
    own = [one for one in (*before_events, *names, events, *learned) if not settings.is_off(one.name)]
    set_up = [_suggester(entry, kinds) for entry in settings.entries if entry.enabled and _is_set_up(entry)]
    others = plugin_suggesters(lambda name: not settings.is_off(name))
    return ConfiguredPipeline((*own, *set_up, *others), reader=read_page)


def faults_of(settings: SuggesterSettings, kinds: Kinds) -> Iterator[Failure]:
    """What keeps suggesters that are switched on from working."""
    for entry in settings.entries:
        if entry.enabled and _is_set_up(entry):
            yield from (Failure(entry.name, fault) for fault in _faults(entry, kinds.get(entry.kind)))


def _is_set_up(entry: SuggesterEntry) -> bool:
    return entry.kind not in (BUILTIN, PLUGIN)


def _faults(entry: SuggesterEntry, kind: Kind | None) -> Iterator[Message]:
    if kind is None:
        yield Message("There is no kind of suggester called “{kind}”.", kind=entry.kind)
    else:
        yield from kind.faults_of(entry)


def _suggester(entry: SuggesterEntry, kinds: Kinds) -> Suggester:
    fault = next(_faults(entry, kinds.get(entry.kind)), None)
    if fault is not None:
        return UnusableSuggester(entry.name, fault)
    kind = kinds[entry.kind]
    return IsolatedSuggester(
        kind.maker(entry),
        fallback=entry.name,
        source=kind.source_of(entry),
        limit=kind.completed(entry).number(TIME_LIMIT),
    )
