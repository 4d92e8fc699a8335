"""Lessons made ready for training: analysed, with what the rules say, what is remembered, and features as numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from model.annotation import Event, Mention, Zone
from model.article import Article
from model.suggest.context import Context
from model.suggest.learner.analysis import Analysis
from model.suggest.learner.candidates import EVENT, MENTION, ROLE
from model.suggest.learner.detector import inner_features
from model.suggest.learner.edges import edges_of
from model.suggest.learner.features import Alphabet, collect_names, context_of
from model.suggest.learner.layers import Node, every, nested
from model.suggest.learner.lesson import Lesson
from model.suggest.learner.memory import Example, Memory, Words, key_of, remember
from model.suggest.pipeline import Pipeline, SuggesterError
from model.suggest.zones.page import PageReader, PageReading
from model.suggestion import SuggestionSet
from model.text.span import Span

Contexts = list[tuple[range, list[list[str]]]]


@dataclass
class Prepared:
    """One lesson, analysed; ``contexts`` are its sentences with the features that words do not tell."""

    lesson: Lesson
    analysis: Analysis
    rules: SuggestionSet
    trees: list[Node]
    confirmed: frozenset[tuple[str, Span]]
    """Tag and span of each confirmed mention and trigger of one piece."""
    rejected: frozenset[tuple[str, Span]]
    contexts: Contexts
    kinds: frozenset[str] = frozenset()
    """The kinds that annotators deal with at all: MENTION, EVENT, ROLE. Of others nothing counts as judged."""

    def is_judged(self, tag: str, span: Span) -> bool:
        """Whether people said of this proposal that it is right or wrong."""
        if not tag.startswith(tuple(self.kinds)):
            return False
        return (tag, span) in self.confirmed or (tag, span) in self.rejected or self.is_settled(span)

    @cached_property
    def settled(self) -> list[tuple[range, list[list[str]]]]:
        """The sentences in which everything is judged."""
        return [
            (sentence, features)
            for sentence, features in self.contexts
            if self.is_settled(Span(self.analysis.starts[sentence[0]], self.analysis.tokens[sentence[-1]].span.end))
        ]

    def is_settled(self, span: Span) -> bool:
        """Whether what is not confirmed here is none."""
        return any(stretch.contains(span) for stretch in self.lesson.settled)


@dataclass(frozen=True, slots=True)
class _Taught:
    """Reads pages as ``reader`` does, but for the zones."""

    reader: PageReader
    zones: tuple[Zone, ...]

    @property
    def version(self) -> str:
        return self.reader.version

    def __call__(self, article: Article, published: date | None, /) -> PageReading:
        return replace(self.reader(article, published), zones=self.zones)


def suggestions_for(lesson: Lesson, pipeline: Pipeline) -> SuggestionSet:
    """What the rules say of a lesson's article, its zones taken from the lesson where it has any."""
    reader = _Taught(pipeline.reader, lesson.zones) if lesson.zones else pipeline.reader
    try:
        return Pipeline(pipeline.suggesters, reader=reader).run(lesson.article, published=lesson.published)
    except SuggesterError as error:
        return error.results


def prepare(
    lessons: Sequence[Lesson], pipeline: Pipeline, cancelled: Callable[[], bool]
) -> tuple[list[Prepared], Memory]:
    """The lessons in their order, and what they remember; what ``cancelled`` leaves is useless."""
    prepared = []
    for number, lesson in enumerate(lessons):
        if cancelled():
            break
        prepared.append(_prepare(number, lesson, suggestions_for(lesson, pipeline)))
    memory, kinds = _memory(prepared), _kinds(prepared)
    for one in prepared:
        one.kinds = kinds
        one.contexts = context_of(one.analysis, memory, rules=not one.lesson.familiar)
    return prepared, memory


def _kinds(prepared: Sequence[Prepared]) -> frozenset[str]:
    decided = {tag for one in prepared for tag, _ in (*one.confirmed, *one.rejected)}
    found = {kind for kind in (MENTION, EVENT) if any(tag.startswith(kind) for tag in decided)}
    filled = any(event.arguments for one in prepared for event in one.lesson.events)
    return frozenset({*found, ROLE} if filled else found)


def _prepare(number: int, lesson: Lesson, rules: SuggestionSet) -> Prepared:
    context = Context(lesson.article, rules.published, rules.zones, rules.mentions, rules.events)
    analysis = Analysis(context, rules.mentions, rules.events, lesson=number)
    confirmed = [
        *((MENTION + one.label, one.hull) for one in _whole(lesson.mentions)),
        *((EVENT + one.label, one.hull) for one in _whole(lesson.events)),
    ]
    rejected = [
        ((MENTION if one.is_mention else EVENT) + one.label, one.fragments[0])
        for one in lesson.rejected
        if len(one.fragments) == 1
    ]
    trees = nested(analysis, ((one.label, one.hull) for one in _whole(lesson.mentions)))
    return Prepared(
        lesson, analysis, rules, trees, frozenset(confirmed), frozenset(rejected) - frozenset(confirmed), []
    )


def _whole(annotations: Sequence[Mention] | Sequence[Event]) -> Iterator[Mention | Event]:
    return (one for one in annotations if len(one.fragments) == 1)


def _memory(prepared: Sequence[Prepared]) -> Memory:
    """What the lessons confirmed and rejected, with how often they have the same words at all."""
    memory = Memory(remember(item for one in prepared for item in _tagged(one)))
    for number, one in enumerate(prepared):
        for _, _, _, words in memory.matches(one.analysis.folded):
            memory.saw(words, number)
    return memory


def _tagged(one: Prepared) -> Iterator[tuple[int, Words, str, bool, Example]]:
    article, number = one.lesson.article, one.analysis.lesson or 0
    for kept, tags in ((True, one.confirmed), (False, one.rejected)):
        for tag, span in sorted(tags, key=lambda item: (item[1], item[0])):
            places = one.analysis.token_range(span)
            if places:
                edges = edges_of(one.analysis, places[0], places[-1], span)
                words = key_of(one.analysis.tokens, places[0], places[-1], edges[0] if edges else 0)
                example = Example(article.id, article.name, span, span.of(article.text))
                yield number, words, tag, kept, example


def parents_of(one: Prepared) -> list[Node]:
    """The confirmed mentions of several words inside which others may lie."""
    return [node for node in every(one.trees) if node.size > 1]


def alphabet_of(prepared: Sequence[Prepared], *, least: int) -> Alphabet:
    """The features that occur at least so many times in the lessons."""
    names = collect_names([(one.analysis, one.settled) for one in prepared], least=least)
    inner = {
        name
        for one in prepared
        for node in parents_of(one)
        for at in range(node.first, node.last + 1)
        for name in inner_features(one.analysis, (node.label, node.first, node.last), at)
    }
    return Alphabet(sorted({*names, *inner}))
