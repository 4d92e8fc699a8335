"""The pipeline: finds the zones, runs the suggesters in order, checks what they propose and settles duplicates."""

import importlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from model.article import Article, text_digest
from model.errors import TawsimError
from model.garbage import spare_what_is_loaded
from model.identifiers import derived_id
from model.messages import Message
from model.suggest.context import Context, Suggester
from model.suggest.incomplete import IncompleteError
from model.suggest.merging import Merger, fault_of
from model.suggest.optional.isolation import IsolatedSuggester
from model.suggest.zones.page import PageReader, PageReading
from model.suggestion import SuggestionSet

ENTRY_POINT_GROUP = "tawsim.suggesters"
PLUGIN_START_LIMIT = 60.0
"""Seconds in which a plug-in must have been made."""
BUILT_IN: tuple[str, ...] = (
    "model.suggest.times.suggester:TimesSuggester",
    "model.suggest.numbers.suggester:NumbersSuggester",
    "model.suggest.entities.suggester:EntitySuggester",
    "model.suggest.events.suggester:EventSuggester",
)
"""The suggesters of the program, ``"module:class"``, in the order in which they run."""


class _Nothing:
    """A reader that sees no zones and no dates."""

    version = "1"

    def __call__(self, _article: Article, published: date | None, /) -> PageReading:
        return PageReading(published=published)


read_nothing = _Nothing()


@dataclass(frozen=True, slots=True)
class Failure:
    """A suggester that went wrong in one run, and how."""

    suggester: str
    message: Message


class SuggesterError(TawsimError):
    """One or more suggesters went wrong; ``results`` is what the others proposed and remains usable."""

    def __init__(self, failures: Sequence[Failure], results: SuggestionSet) -> None:
        super().__init__(failures[0].message)
        self.failures = tuple(failures)
        self.results = results


class Pipeline:
    """Suggesters in order; each sees through the context what the earlier ones proposed."""

    def __init__(
        self,
        suggesters: Iterable[Suggester],
        *,
        reader: PageReader = read_nothing,
    ) -> None:
        self.suggesters = tuple(suggesters)
        self.reader = reader

    @property
    def version(self) -> str:
        """Changes whenever a suggester is added, removed, or changes its version, or pages are read otherwise."""
        return derived_id(self.reader.version, *((suggester.name, suggester.version) for suggester in self.suggesters))

    def run(self, article: Article, *, published: date | None = None) -> SuggestionSet:
        """All suggestions for an article, sorted by start.

        ``published`` overrides the day that the page shows. Raises SuggesterError after the run when a suggester raised
        or proposed something that does not fit the text; the error carries the results of the others.
        """
        page = self.reader(article, published)
        context = Context(article, page.published, page.zones, related_dates=dict(page.related_dates))
        merger, failures = Merger(), list[Failure]()
        for suggester in self.suggesters:
            failures += _consult(suggester, context, merger)
            context.mentions, context.events = merger.mentions(), merger.events()
        results = SuggestionSet(context.zones, context.mentions, context.events, context.published)
        if failures:
            raise SuggesterError(failures, results)
        return results


def _consult(suggester: Suggester, context: Context, merger: Merger) -> list[Failure]:
    """Take what one suggester proposes into the merger; what does not fit is left out and reported once."""
    failures = list[Failure]()
    try:
        proposed = list(suggester.suggest(context.article, context))
    except IncompleteError as error:
        proposed, failures = list(error.suggestions), [_failure(suggester, context.article, error)]
    except Exception as error:  # noqa: BLE001 - a suggester may raise anything and must not end the run of the others
        return [_failure(suggester, context.article, error)]
    known = merger.mention_ids() | {suggestion.id for suggestion in proposed}
    faults = [(suggestion, fault_of(suggestion, context.article, known)) for suggestion in proposed]
    merger.add(suggestion for suggestion, fault in faults if fault is None)
    return failures + _misfits(suggester.name, context.article, [fault for _, fault in faults if fault is not None])


def _failure(suggester: Suggester, article: Article, error: Exception) -> Failure:
    reason = error.message if isinstance(error, TawsimError) else f"{type(error).__name__}: {error}"
    if isinstance(error, IncompleteError):
        message = Message(
            "Of the suggester “{name}” something is missing on “{article}” ({reason}); what it has is kept.",
            name=suggester.name,
            article=_name(article),
            reason=reason,
        )
    else:
        message = Message(
            "The suggester “{name}” failed on “{article}” ({reason}); the suggestions of the others are kept.",
            name=suggester.name,
            article=_name(article),
            reason=reason,
        )
    return Failure(suggester.name, message)


def _misfits(name: str, article: Article, faults: list[str]) -> list[Failure]:
    if not faults:
        return []
    message = Message(
        "The suggester “{name}” made {count} suggestions that do not fit “{article}” ({reason}); they are left out.",
        one="The suggester “{name}” made one suggestion that does not fit “{article}” ({reason}); it is left out.",
        count=len(faults),
        name=name,
        article=_name(article),
        reason=faults[0],
    )
    return [Failure(name, message)]


def _name(article: Article) -> str:
    return article.name or article.title or article.id


def plugin_suggesters(wanted: Callable[[str], bool] = lambda _name: True) -> tuple[Suggester, ...]:
    """The suggesters that installed packages offer under the entry point group, in the order of their names.

    Each runs in a process of its own. ``wanted``: which, by the names of the entry points.
    """
    points = sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: (point.name, point.value))
    return tuple(
        IsolatedSuggester(_Plugin(point.value), fallback=point.name, start_limit=PLUGIN_START_LIMIT)
        for point in points
        if wanted(point.name)
    )


@dataclass(frozen=True, slots=True)
class _Plugin:
    """Makes a plug-in's suggester, in the process that it runs in. ``value``: the entry point's."""

    value: str

    def __call__(self) -> Suggester:
        made: Suggester = EntryPoint("", self.value, ENTRY_POINT_GROUP).load()()
        return made


def _load(target: str) -> Suggester:
    module, _, name = target.partition(":")
    made: Suggester = getattr(importlib.import_module(module), name)()
    return made


def builtin_suggesters() -> tuple[Suggester, ...]:
    """The program's own suggesters, in the order in which they run."""
    return tuple(map(_load, BUILT_IN))


@cache
def load_for_long() -> None:
    """Load all that the built-in suggesters look up, for a process that goes on suggesting.

    The garbage collector then never walks the tables again, which would take a third of the time.
    """
    text = "كتب"
    builtin_pipeline().run(Article("", text, text_digest(text)))
    spare_what_is_loaded()


@cache
def rules_pipeline() -> Pipeline:
    """The program's own suggesters alone. Imports them on the first call."""
    from model.page_facts import read_page

    return Pipeline(map(_load, BUILT_IN), reader=read_page)


@cache
def builtin_pipeline() -> Pipeline:
    """The program's own suggesters, the starter, then those of installed plug-ins. Imports them on the first call."""
    from model.page_facts import read_page

    return Pipeline((*builtin_suggesters(), *_starter(), *plugin_suggesters()), reader=read_page)


def _starter() -> tuple[Suggester, ...]:
    """The learner that comes with the program, where it is on for any label."""
    from model.suggest.learner.heading import may_speak
    from model.suggest.learner.starter import starter
    from model.suggest.learner.suggester import LearnedSuggester

    data = starter()
    return (LearnedSuggester(data),) if may_speak(data) else ()
